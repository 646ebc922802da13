//! Where what was said begins behind its words of saying, and where the words before a speaker's name begin.

use std::ops::Range;

use assay_model::value::ValueType;

use super::Context;
use crate::names::{is_person_noun, is_role};
use crate::tokens::Kind;
use crate::verbs::{has_finite, is_finite, is_preposition, is_pronoun_that, is_saying, opens_subject};

impl Context<'_, '_> {
    /// “…, the firm's chief, Tom Reed, said”: the mark before the description of the one who is named behind it.
    pub(super) fn before_description(&self, edge: usize, zone: &Range<usize>) -> usize {
        let mark = self.description(edge + 1, zone).and_then(|d| d.checked_sub(1));
        let closes = |k: &usize| *k > zone.start && (self.word(*k) == "," || self.in_quote(*k).is_some());
        mark.filter(closes).unwrap_or(edge)
    }

    /// “his daughter, Ruth,”, “the firm's chief, Tom Reed,”: where the description of the name at `name` begins before it.
    pub(super) fn description(&self, name: usize, zone: &Range<usize>) -> Option<usize> {
        let comma = name
            .checked_sub(1)
            .filter(|c| *c > zone.start && self.word(*c) == "," && self.in_quote(*c).is_none())?;
        let noun = comma - 1;
        if !self.tokens.capital(name) || self.tokens.capital(noun) {
            return None;
        }
        let floor = zone.start.max(comma.saturating_sub(7));
        let start = (floor..noun).rev().take_while(|k| {
            let word = self.word(*k);
            (self.tokens.is(*k, Kind::Word) || matches!(word, "-" | "’s" | "'s"))
                && self.in_quote(*k).is_none()
                && !is_finite(self.tokens, *k)
                && !matches!(word, "and" | "but" | "where" | "that" | "who" | "which" | "as")
        });
        let start = start.last().unwrap_or(noun);
        // The article nearest to the mark before it is the description's.
        let begins = matches!(self.word(start), "the" | "a" | "an" | "his" | "her" | "its" | "their")
            || self.tokens.capital(start);
        let owned = (start..noun).any(|j| matches!(self.word(j), "’s" | "'s"));
        (begins && (is_person_noun(self.word(noun)) || is_role(self.word(noun)) || owned)).then_some(start)
    }

    /// “said in a statement, “…””, “told a news conference on Monday: …”: where the words of place and hearer end.
    fn occasion(&self, at: usize, zone: &Range<usize>) -> Option<usize> {
        if !matches!(
            self.word(at),
            "in" | "on" | "at" | "to" | "during" | "via" | "through" | "from" | "after"
        ) {
            return None;
        }
        for k in at + 1..zone.end.min(at + 14) {
            let word = self.word(k);
            let inside = self.in_quote(k).is_some();
            if inside || word == ":" || word == "," {
                // A comma counts only before a quotation.
                let next = k + usize::from(!inside);
                return (inside || word == ":" || self.in_quote(next).is_some()).then_some(next);
            }
            // “said at a news conference Tuesday he would go”
            if matches!(word, "he" | "she" | "they" | "we" | "i") && has_finite(self.tokens, k + 1..k + 4) {
                return Some(k);
            }
            if is_finite(self.tokens, k) {
                return None;
            }
        }
        None
    }

    /// Where what was said begins after a cue: behind “that”, a colon, a time, or whom it was said to.
    pub(super) fn content_start(&self, i: usize, zone: &Range<usize>) -> usize {
        let mut at = i + 1;
        if self.word(at) == "that"
            && (self.tokens.is(at + 1, Kind::Word) || self.tokens.is(at + 1, Kind::Number))
        {
            // “expects that figure to triple”
            let joins = opens_subject(self.word(at + 1));
            let pronoun =
                is_pronoun_that(self.tokens, at) || !joins && !has_finite(self.tokens, at + 1..zone.end);
            return at + usize::from(!pronoun);
        }
        // “adding that “nobody can pay””
        if self.word(at) == "that"
            && self.in_quote(at).is_none()
            && self.in_quote(at + 1).is_some_and(|q| q.from == at + 2)
        {
            return at + 1;
        }
        // “insisted, however, that …”
        if self.word(at) == ","
            && self.word(at + 2) == ","
            && self.word(at + 3) == "that"
            && self.is_adverb(at + 1)
        {
            return at + 4;
        }
        let near = (i + 14).min(zone.end);
        // “informed Admiral Sharp, commander of the forces, that …”
        let hears = self.behind_hearer(i, at) > at;
        if let Some(that) = (at..near)
            .take_while(|k| hears && !is_finite(self.tokens, *k) && self.in_quote(*k).is_none())
            .find(|k| self.word(*k) == "," && self.word(k + 1) == "that")
        {
            return that + 2;
        }
        // “said as he left court that …”, “told police before he was held that …”
        let told = self.behind_hearer(i, at);
        if matches!(self.word(told), "as" | "before" | "after" | "when" | "while" | "during" | "following")
            && let Some(that) = (told + 2..zone.end.min(told + 12))
                .take_while(|k| !matches!(self.word(*k), "," | ":" | ";") && self.in_quote(*k).is_none())
                .find(|k| self.word(*k) == "that" && has_finite(self.tokens, told..*k))
            && has_finite(self.tokens, that + 1..zone.end)
        {
            return that + 1;
        }
        for k in at..near {
            let word = self.word(k);
            if self.in_quote(k).is_some() || word == "," {
                break;
            }
            if word == ":" {
                return k + 1;
            }
            // “said the allegation that it dumped waste was false” is about the allegation.
            if word == "that"
                && k > at
                && is_saying(self.word(k - 1))
                // “said in a statement that”
                && !is_preposition(self.word(at))
                && matches!(
                    self.word(i),
                    "said"
                        | "says"
                        | "say"
                        | "added"
                        | "adds"
                        | "insisted"
                        | "insists"
                        | "argued"
                        | "argues"
                        | "believes"
                        | "told"
                )
            {
                break;
            }
            if word == "that" && k > at && !is_pronoun_that(self.tokens, k) && !is_finite(self.tokens, k + 1)
            {
                return k + 1;
            }
            // “denied claims that …”
            let said = is_saying(word) && self.word(k + 1) == "that";
            if is_finite(self.tokens, k) && !said && !matches!(word, "released") {
                break;
            }
        }
        // “claims to own”, “expects to grow”
        if self.word(at) == "to"
            && matches!(
                self.word(i),
                "claims" | "claimed" | "claim" | "expects" | "expected" | "hopes" | "hoped" | "anticipates"
            )
        {
            return at + 1;
        }
        if let Some(behind) = self.occasion(at, zone) {
            at = behind;
        }
        at = self.behind_hearer(i, at);
        // “said in May it would”, and not “said in 2022 there were 40 attacks”, which may be when.
        let behind = self.values.iter().find(|v| v.from == at + 1).map_or(at, |v| v.to);
        let own = matches!(self.word(behind), "it" | "he" | "she" | "they")
            && matches!(self.word(behind + 1), "would" | "will" | "had" | "has");
        let skip = usize::from(self.word(at) == "on" || self.word(at) == "in" && own);
        // “said the '70s were the best”: there it is what is spoken of.
        if let Some(value) = self.values.iter().find(|v| v.from == at + skip)
            && matches!(value.kind, ValueType::Date | ValueType::Time)
            && value.to < zone.end
            && !is_finite(self.tokens, value.to)
        {
            at = value.to;
        }
        if matches!(self.word(i), "called" | "calls" | "calling")
            && matches!(self.word(at), "for" | "on" | "upon")
        {
            at += 1;
        }
        at + usize::from(self.word(at) == ",")
    }
}
