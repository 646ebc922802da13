//! Verbs that speak, or do not, by the place where they stand: behind a quotation, within a noun phrase, in a tail that
//! denies.

use std::ops::Range;

use assay_model::claim::Mode;
use assay_model::value::ValueType;

use super::colons::is_source;
use super::{Context, SUBJECT, Said};
use crate::names::{is_person_noun, is_role};
use crate::tokens::Kind;
use crate::verbs::{Force, has_finite, is_auxiliary, is_finite, is_preposition, is_saying};

/// The shortest quotation that somebody speaks behind, in tokens.
const SHORTEST: usize = 4;

/// The longest tail that denies what stands before it, in tokens.
const TAIL: usize = 24;

impl Context<'_, '_> {
    /// “the Tories insist they have fallen”: a present behind many, with a clause of its own behind it.
    pub(super) fn speaks_for_many(&self, i: usize, zone: &Range<usize>) -> bool {
        let verb = matches!(
            self.word(i),
            "insist" | "argue" | "warn" | "allege" | "contend" | "reckon" | "admit" | "concede" | "complain"
        );
        let Some(before) = i.checked_sub(1).filter(|b| *b >= zone.start) else { return false };
        let many = self.tokens.is(before, Kind::Word)
            && (self.word(before).ends_with('s') && !self.word(before).ends_with("ss")
                || matches!(self.word(before), "police" | "they" | "people" | "we" | "i"))
            && !matches!(self.word(before), "this" | "his" | "its" | "’s" | "'s");
        verb && many && self.opens_clause(i + 1, zone)
    }

    /// “‘…,’ raged Ann Cole”, “‘…,’ Ann Cole fumed.”: behind a quotation and its comma every verb with a person speaks.
    pub(super) fn is_by_quotation(&self, i: usize, zone: &Range<usize>) -> bool {
        let word = self.word(i);
        let verb = !is_auxiliary(word)
            && !self.tokens.capital(i)
            && !is_preposition(word)
            && (is_finite(self.tokens, i) || word.len() > 3 && word.ends_with('s') && !word.ends_with("ss"));
        if !verb || i <= zone.start {
            return false;
        }
        if self.closes_speech(i - 1) {
            let next = i + 1;
            let dated = self.values.iter().any(|v| {
                v.from == next && matches!(v.kind, ValueType::Date | ValueType::Time | ValueType::Set)
            });
            let article = matches!(self.word(next), "the" | "a" | "an" | "one" | "his" | "her" | "their");
            let someone = self.tokens.capital(next)
                || matches!(self.word(next), "he" | "she" | "they")
                || (next..zone.end.min(next + 2 + usize::from(article))).any(|k| {
                    is_person_noun(self.word(k)) || is_source(self.word(k)) || is_role(self.word(k))
                });
            return someone && !dated;
        }
        // “Pope went on.”
        let behind = i + 1 + usize::from(matches!(word, "went" | "goes") && self.word(i + 1) == "on");
        let ended = behind >= zone.end || matches!(self.word(behind), "" | ".");
        ended
            && self.subject(i, zone).is_some_and(|s| {
                s.start > zone.start
                    && s.end == i
                    && self.closes_speech(s.start - 1)
                    && (self.tokens.capital(s.start)
                        || s.clone()
                            .any(|k| is_person_noun(self.word(k)) || matches!(self.word(k), "he" | "she")))
            })
    }

    /// ““Who will pay?” Ann Lee asked”, ““…?” asked Ann Lee”: whether the verb at `i` stands behind a whole quotation with nothing but its
    /// speaker between.
    pub(super) fn speaks_behind_quote(&self, i: usize, zone: &Range<usize>) -> bool {
        i > zone.start
            && (self.closes_speech(i - 1)
                || self
                    .subject(i, zone)
                    .and_then(|s| s.start.checked_sub(1).filter(|_| s.end == i))
                    .is_some_and(|b| self.closes_speech(b)))
    }

    /// Whether a quotation that is a clause ends with the mark or the comma at `k`.
    fn closes_speech(&self, k: usize) -> bool {
        let outside = self.in_quote(k).is_none() && self.word(k) == ",";
        let Some(quote) = self.in_quote(k).or_else(|| self.in_quote(k.checked_sub(1)?)) else { return false };
        let mark = matches!(self.word(quote.to.saturating_sub(1)), "," | "!" | "?");
        quote.closed
            && quote.to + usize::from(outside) == k
            && (mark || outside)
            && quote.to - quote.from >= SHORTEST
            && (has_finite(self.tokens, quote.from..quote.to)
                || (quote.from..quote.to).any(|k| {
                    // “He’s”, “they’ve”
                    let word = self.word(k).split(['’', '\'']).next().unwrap_or_default();
                    matches!(word, "he" | "she" | "it" | "we" | "they" | "i" | "you" | "there")
                }))
    }

    /// “The letter he wrote was sent”, “412 of 600 seats declared,”: a verb within a noun phrase or a phrase with “with”.
    pub(super) fn is_within_noun(&self, i: usize, zone: &Range<usize>) -> bool {
        if i <= zone.start || self.in_quote(i + 1).is_some() {
            return false;
        }
        // “The man she said was her uncle”
        let helped = is_auxiliary(self.word(i + 1))
            && !self.tokens.capital(i + 1)
            && !matches!(self.word(i + 1), "do" | "don’t" | "don't");
        let past = self.word(i).ends_with("ed") && matches!(self.word(i + 1), "," | "" | ".");
        let with = past
            && (zone.start.max(i.saturating_sub(SUBJECT))..i)
                .rev()
                .take_while(|k| {
                    !is_finite(self.tokens, *k) && self.word(*k) != "," && self.in_quote(*k).is_none()
                })
                .any(|k| self.word(k) == "with");
        helped || with
    }

    /// Whether the words behind the comma at `comma` only turn down what stands before it: “…, a claim the Home Office
    /// rejects”, “…, which the report contradicts”.
    pub(super) fn opens_denied_tail(&self, comma: usize, zone: &Range<usize>) -> bool {
        self.denying_verb(comma, zone).is_some()
    }

    /// The verb that turns down, in the tail which the comma at `comma` opens.
    fn denying_verb(&self, comma: usize, zone: &Range<usize>) -> Option<usize> {
        if self.word(comma) != "," || self.in_quote(comma).is_some() {
            return None;
        }
        let article = usize::from(matches!(self.word(comma + 1), "a" | "an" | "the" | "both"));
        let adjective = usize::from(!is_tail_noun(self.word(comma + 1 + article)) && article > 0);
        let noun = comma + 1 + article + adjective;
        let opens = matches!(self.word(comma + 1), "which" | "something") || is_tail_noun(self.word(noun));
        let end = zone.end.min(comma + TAIL);
        let verb = (comma + 2..end).find(|k| {
            let ended = matches!(self.word(k + 1), "" | "." | ";" | "," | "—" | "–" | ")")
                || k + 1 >= zone.end
                || is_preposition(self.word(k + 1));
            // “a number of which have been challenged in court”: nobody turns down what was said.
            let passive = matches!(self.word(k - 1), "been" | "be" | "being" | "is" | "are" | "was" | "were");
            turns_down_tail(self.word(*k)) && ended && !passive && !self.tokens.capital(*k)
        });
        verb.filter(|_| opens)
    }

    /// The tails that only deny what stands before them, as words of saying: a claim of their own they are not.
    pub(super) fn denied_tails(&self, out: &mut Vec<Said>) {
        let mut tails = Vec::new();
        for said in out.iter() {
            let comma = said.content.end;
            let Some(verb) = self.denying_verb(comma, &self.sentence) else { continue };
            let end = if has_finite(self.tokens, verb + 1..self.sentence.end) {
                verb + 1
            } else {
                self.sentence.end
            };
            let taken =
                out.iter().any(|s| s.frame.start < end && comma < s.content.end && s.content.start >= comma);
            if !taken {
                tails.push(comma..end);
            }
        }
        out.extend(tails.into_iter().map(|tail| Said {
            content: tail.end..tail.end,
            mode: Mode::Paraphrase,
            speaker: None,
            name: None,
            cue: None,
            force: Force::Assert,
            place: None,
            frame: tail,
        }));
    }

    /// Whether the verb at `i` stands in such a tail.
    pub(super) fn in_denied_tail(&self, i: usize, zone: &Range<usize>) -> bool {
        turns_down_tail(self.word(i))
            && (zone.start.max(i.saturating_sub(TAIL))..i).any(|k| self.opens_denied_tail(k, zone))
    }
}

/// Nouns for what has just been said.
fn is_tail_noun(word: &str) -> bool {
    is_saying(word) || matches!(word, "figure" | "figures" | "number" | "something" | "version" | "account")
}

fn turns_down_tail(word: &str) -> bool {
    matches!(
        word,
        "denies"
            | "denied"
            | "deny"
            | "rejects"
            | "rejected"
            | "reject"
            | "disputes"
            | "disputed"
            | "dispute"
            | "contradicts"
            | "contradicted"
            | "contradict"
            | "refutes"
            | "refuted"
            | "rebutted"
            | "dismisses"
            | "dismissed"
            | "dismiss"
            | "contests"
            | "contested"
            | "challenges"
            | "challenged"
            | "questioned"
            | "questions"
    )
}
