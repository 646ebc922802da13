//! Whose a second verb is: “the report found that staff were bullied and recommended …”, “shares rose after the group … and said …”.

use std::ops::Range;

use assay_model::document::BlockKind;

use super::Parsed;
use super::clauses::Lacks;
use crate::attribution::{may_speak, trim};
use crate::names::is_person_noun;
use crate::verbs::{is_finite, is_irregular_past, is_joining_that, is_saying};

impl Parsed<'_, '_> {
    /// Whether a stretch has a subject that the next clause may share, or lacks one as the next does.
    fn has_subject(&self, range: Range<usize>) -> bool {
        let mut range = range;
        self.leave_aside(&mut range);
        self.strip(&mut range);
        self.block == BlockKind::Headline
            || self.starts_verb(range.start)
            || self.subject(&range).is_some()
            || self.described(&range).is_some()
    }

    /// “The court was told that Hale took £3m”: a clause in which another one stands, whose subject the next verb may have.
    fn tells_clause(&self, range: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let Some(verb) = range.clone().find(|i| is_finite(tokens, *i)) else { return false };
        (verb + 1..range.end.min(verb + 12)).any(|k| {
            is_joining_that(tokens, k)
                && (is_finite(tokens, k - 1) || is_told(tokens.word(k - 1)))
                && (k + 1..range.end).any(|i| is_finite(tokens, i))
        })
    }

    /// “Shares rose after the group lifted its forecast and said …”: the next verb is the group's as well as the shares'.
    fn ends_with_clause(&self, range: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let Some(verb) = range.clone().find(|i| is_finite(tokens, *i)) else { return false };
        let last = (verb + 1..range.end)
            .rev()
            .take_while(|k| tokens.word(*k) != ",")
            .find(|i| is_finite(tokens, *i) && !tokens.capital(*i));
        // A comma behind its verb ends what the joining word began.
        let Some(last) = last.filter(|_| tokens.word(range.end) != ",") else { return false };
        // The last verb is the joined clause's own: “was introduced”.
        let group = |k: usize| {
            let first = (k + 1..=last).find(|i| is_finite(tokens, *i) && !tokens.capital(*i));
            first.is_some_and(|first| last <= first + 3)
        };
        (verb + 1..last).any(|k| {
            // “runs a club that was founded in 1990 and went bankrupt”
            let relative = matches!(tokens.word(k), "that" | "which" | "who")
                && tokens.word(k - 1) != ","
                && is_finite(tokens, k + 1);
            (relative
                || matches!(
                    tokens.word(k),
                    "after"
                        | "when"
                        | "because"
                        | "while"
                        | "before"
                        | "although"
                        | "though"
                        | "once"
                        | "if"
                        | "where"
                ))
                && group(k)
        })
    }

    /// Whether the subject of what follows the clause before is known.
    pub(super) fn knows_subject(&self, before: Range<usize>, lacks: Lacks) -> bool {
        match lacks {
            // “there was a fire and destroyed 40 homes”: no verb's subject is “there”.
            Lacks::Nothing if self.tokens.word(before.start) == "there" => {
                let comma = usize::from(self.tokens.word(before.end) == ",");
                self.is_theirs(&before, before.end + 1 + comma)
            }
            Lacks::Nothing => {
                !self.tells_clause(&before) && !self.ends_with_clause(&before) && self.has_subject(before)
            }
            Lacks::Subject => true,
            // “Fiat bought Chrysler, which had failed, and has grown”: the main clause goes on; elsewhere that is not certain.
            Lacks::Antecedent => {
                self.tokens.word(before.end) == "," && self.tokens.word(before.end + 1) == "and"
            }
            Lacks::Host => false,
        }
    }

    /// The speaker, where the verb at the start of a piece of what they said is theirs: “and recommended that he resign”.
    pub(super) fn goes_back(&self, piece: &Range<usize>, said: Option<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens;
        let said = self.said.get(said?)?;
        let cue = said.cue.clone()?;
        let verb = tokens.word(piece.start);
        let past = |word: &str| word.ends_with("ed") || is_irregular_past(word);
        let acts = |word: &str| {
            let one = |end: &str| word.strip_suffix(end).is_some_and(is_person_noun);
            is_person_noun(word) || one("s") || one("es")
        };
        let mut speaker = said.speaker.clone().filter(|s| s.end <= piece.start)?;
        trim(tokens, &mut speaker);
        if cue.end > piece.start || speaker.is_empty() {
            return None;
        }
        if self.is_theirs(&(said.content.start..piece.start), piece.start) {
            return Some(speaker);
        }
        let inner = self.subject(&(said.content.start..piece.start));
        let behind_subject = inner.as_ref().map_or(said.content.start, |s| s.end)..piece.start;
        let alone = behind_subject.clone().all(|k| !tokens.capital(k) && !acts(tokens.word(k)));
        // “said Whitlock had broken a finger but expected him to be fit”: nobody expects that of himself so.
        let other = alone
            && matches!(verb, "expected" | "wanted")
            && matches!(tokens.word(piece.start + 1), "him" | "her" | "them")
            && tokens.word(piece.start + 2) == "to";
        // “said engineers inspected the roof and found that”: they found it themselves.
        if !other && inner.is_some_and(|s| acts(tokens.word(s.end - 1))) {
            return None;
        }
        let behind = other || (piece.start + 1..piece.start + 3).any(|k| is_joining_that(tokens, k));
        let theirs = other || is_finding(verb);
        (behind && theirs && past(verb) && past(tokens.word(cue.start))).then_some(speaker)
    }

    /// “think there is a gap and have ordered a review”, “said it would wipe out the fund and rejected the plan”: whether the verb at
    /// `next` is one of speakers, and cannot have the subject of the clause before.
    fn is_theirs(&self, before: &Range<usize>, next: usize) -> bool {
        let tokens = self.tokens;
        let start = before.start + usize::from(is_joining_that(tokens, before.start));
        let Some(verb) = before.clone().find(|i| is_finite(tokens, *i)) else { return false };
        if tokens.word(start) == "there" {
            return matches!(tokens.word(next), "has" | "have") && is_appeal(tokens.word(next + 1));
        }
        let thing = (start..verb).all(|k| !may_speak(tokens, k) && !tokens.word(k).ends_with('s'));
        // The verb before must be the one that the modal leads to.
        let alone = !(verb + 1..before.end).any(|i| is_finite(tokens, i));
        let denied = (verb + 1..verb + 3).any(|i| matches!(tokens.word(i), "not" | "never" | "be" | "have"));
        let modal = matches!(tokens.word(verb), "would" | "will");
        modal && alone && thing && !denied && is_appeal(tokens.word(next))
    }
}

/// What speakers do besides: “and have asked anyone to come forward”.
fn is_appeal(verb: &str) -> bool {
    matches!(
        verb,
        "asked"
            | "urged"
            | "ordered"
            | "appealed"
            | "called"
            | "demanded"
            | "warned"
            | "rejected"
            | "dismissed"
            | "criticised"
            | "criticized"
            | "accused"
            | "praised"
            | "vowed"
            | "pledged"
            | "refused"
            | "declined"
    )
}

/// Verbs of what a report or a speaker does with a clause: “and recommended that he resign”.
fn is_finding(verb: &str) -> bool {
    is_appeal(verb)
        || matches!(
            verb,
            "recommended"
                | "ruled"
                | "concluded"
                | "proposed"
                | "requested"
                | "insisted"
                | "stressed"
                | "advised"
                | "suggested"
                | "found"
                | "noted"
                | "added"
                | "predicted"
                | "estimated"
        )
}

/// What a “that” with a clause stands behind: “was told that”, “is clear that”, “the fact that”.
fn is_told(word: &str) -> bool {
    is_saying(word)
        || matches!(
            word,
            "told"
                | "heard"
                | "known"
                | "shown"
                | "clear"
                | "fact"
                | "him"
                | "her"
                | "them"
                | "us"
                | "me"
                | "true"
                | "likely"
                | "sure"
                | "certain"
                | "evidence"
                | "understood"
                | "thought"
        )
}
