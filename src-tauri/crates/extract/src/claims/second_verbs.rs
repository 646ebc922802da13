//! Whose a second verb is: “the report found that staff were bullied and recommended …”, “shares rose after the group … and said …”.

use std::ops::Range;

use assay_model::document::BlockKind;

use super::Parsed;
use super::clauses::Lacks;
use crate::attribution::trim;
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
        (verb + 1..last - 1).any(|k| {
            matches!(
                tokens.word(k),
                "after" | "when" | "because" | "while" | "before" | "although" | "though" | "once" | "if"
            ) && !(k + 1..last).any(|i| is_finite(tokens, i) && !tokens.capital(i))
        })
    }

    /// Whether the subject of what follows the clause before is known.
    pub(super) fn knows_subject(&self, before: Range<usize>, lacks: Lacks) -> bool {
        match lacks {
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
        if self.differs_in_tense(&(said.content.start..piece.start), piece.start) {
            return Some(speaker);
        }
        let inner = self.subject(&(said.content.start..piece.start));
        let behind_subject = inner.as_ref().map_or(said.content.start, |s| s.end)..piece.start;
        let alone = behind_subject.clone().all(|k| !tokens.capital(k) && !acts(tokens.word(k)));
        // “said Whitlock had broken a finger but expected him to be fit”: nobody expects that of himself so.
        let other = alone
            && matches!(tokens.word(piece.start + 1), "him" | "her" | "them")
            && tokens.word(piece.start + 2) == "to";
        // “said engineers inspected the roof and found that”: they found it themselves.
        if !other && inner.is_some_and(|s| acts(tokens.word(s.end - 1))) {
            return None;
        }
        let behind = other || (piece.start + 1..piece.start + 3).any(|k| is_joining_that(tokens, k));
        (behind && past(verb) && past(tokens.word(cue.start))).then_some(speaker)
    }

    /// “think there is a gap and have ordered a review”, “said it would wipe out the fund and left”: whether the verb at `next`
    /// cannot have the subject of the clause before.
    fn differs_in_tense(&self, before: &Range<usize>, next: usize) -> bool {
        let tokens = self.tokens;
        let word = tokens.word(next);
        let past = (word.ends_with("ed") || is_irregular_past(word)) && !is_base_too(word);
        let Some(verb) = before.clone().find(|i| is_finite(tokens, *i)) else { return false };
        let start = before.start + usize::from(is_joining_that(tokens, before.start));
        // “there may be others and have asked”
        if tokens.word(start) == "there" && verb == start + 1 {
            return past || matches!(word, "has" | "have" | "had");
        }
        // “would be sold and closed”: a participle.
        let bare =
            !(verb + 1..before.end.min(verb + 4)).any(|i| matches!(tokens.word(i), "be" | "have" | "been"));
        let modal =
            matches!(tokens.word(verb), "would" | "could" | "might" | "will" | "may" | "can" | "should");
        // The verb before must be the one that the modal leads to.
        let alone = !(verb + 1..before.end).any(|i| is_finite(tokens, i));
        modal && bare && alone && past
    }
}

/// Past forms that are infinitives as well: “would wipe out jobs and cut costs”.
fn is_base_too(word: &str) -> bool {
    matches!(
        word,
        "cut"
            | "put"
            | "set"
            | "hit"
            | "let"
            | "cost"
            | "spread"
            | "shut"
            | "hurt"
            | "bet"
            | "split"
            | "quit"
            | "read"
            | "become"
            | "come"
            | "run"
            | "shed"
            | "burst"
            | "cast"
            | "rid"
            | "need"
            | "feed"
            | "speed"
            | "exceed"
            | "proceed"
            | "succeed"
            | "found"
            | "ground"
            | "fell"
            | "lay"
            | "saw"
            | "bound"
            | "wound"
            | "broadcast"
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
