//! Subjects of several parts: “the police and the council”, “Sato and her colleagues”, “Acme, Inc.”.

use super::Context;
use crate::tokens::Kind;
use crate::verbs::{has_finite, is_auxiliary, is_finite, is_function, is_preposition};
use std::ops::Range;

/// The longest list of those who speak together, in tokens.
const LIST: usize = 12;

impl Context<'_, '_> {
    /// “The police, fire service and council said”: where the list begins that goes on behind the “and” at `and`. Only a
    /// list that begins its sentence is told from “… and the council said”.
    pub(super) fn first_of_list(&self, and: usize, zone: &Range<usize>) -> Option<usize> {
        let mut start = zone.start + usize::from(matches!(self.word(zone.start), "but" | "and"));
        // “In the north, police and …”
        if is_preposition(self.word(start))
            && let Some(comma) = (start..and).find(|k| self.word(*k) == ",")
        {
            start = comma + 1;
        }
        let first = self.word(start);
        let nominal = matches!(
            first,
            "the"
                | "a"
                | "an"
                | "his"
                | "her"
                | "its"
                | "their"
                | "both"
                | "police"
                | "some"
                | "many"
                | "most"
        ) || self.tokens.is(start, Kind::Word) && !is_function(first) && !self.is_adverb(start);
        let plain = and > start
            && and - start <= LIST
            && nominal
            && !is_preposition(first)
            && !first.ends_with("ing")
            && (start..and).all(|k| {
                self.in_quote(k).is_none()
                    && !is_finite(self.tokens, k)
                    && (self.tokens.is(k, Kind::Word)
                        || matches!(self.word(k), "," | "-" | "’s" | "'s" | "&" | "’")
                        || self.is_possessive_mark(k))
                    && !matches!(
                        self.word(k),
                        "that" | "which" | "who" | "as" | "to" | "when" | "if" | "because" | "not"
                    )
            });
        plain.then_some(start)
    }

    /// “The firm cut its forecast, and said …”: the subject of the verb before, where “and” stands right before the one at `i`.
    pub(super) fn subject_of_both(&self, i: usize, zone: &Range<usize>) -> Option<Range<usize>> {
        let said = matches!(
            self.word(i),
            "said"
                | "says"
                | "warned"
                | "warns"
                | "insisted"
                | "insists"
                | "argued"
                | "claimed"
                | "wrote"
                | "writes"
                | "tweeted"
                | "told"
                | "complained"
                | "predicted"
                | "announced"
                | "claims"
                | "argues"
                | "predicts"
                | "estimated"
                | "replied"
        );
        let mut join = i.checked_sub(1).filter(|_| said)?;
        while join > zone.start && self.is_adverb(join) {
            join -= 1;
        }
        let plain =
            |k: usize| is_finite(self.tokens, k) && !self.tokens.capital(k) && self.in_quote(k).is_none();
        let verb =
            (zone.start..join).find(|k| plain(*k)).filter(|_| matches!(self.word(join), "and" | "but"))?;
        // Where another clause stands between, either subject may be meant.
        let between = (verb + 1..join).any(|k| {
            matches!(
                self.word(k),
                "that" | "which" | "who" | "when" | "after" | "because" | "as" | "if" | "while" | ";"
            ) || self.word(k) == "," && has_finite(self.tokens, k + 1..join)
        });
        self.subject(verb, zone).filter(|_| !between && has_finite(self.tokens, i + 1..zone.end))
    }

    /// “The officer who arrested him said”: the “who” of a clause without commas whose verb stands right before `start`.
    pub(super) fn relative_before(&self, start: usize, zone: &Range<usize>) -> Option<usize> {
        let mut verb = start.checked_sub(1).filter(|v| *v > zone.start + 1)?;
        if !is_finite(self.tokens, verb) || self.tokens.capital(verb) || self.in_quote(verb).is_some() {
            return None;
        }
        while verb > zone.start + 1 && (is_auxiliary(self.word(verb - 1)) || self.is_adverb(verb - 1)) {
            verb -= 1;
        }
        let relative = verb - 1;
        let noun = relative.checked_sub(1).filter(|n| *n >= zone.start)?;
        (self.word(relative) == "who" && self.tokens.is(noun, Kind::Word) && !is_function(self.word(noun)))
            .then_some(relative)
    }

    /// “, Inc.”: a name's legal form, or “, Jr.”.
    pub(super) fn is_legal_form(&self, k: usize) -> bool {
        self.tokens.capital(k)
            && matches!(
                self.word(k),
                "inc" | "ltd" | "llc" | "llp" | "corp" | "plc" | "co" | "jr" | "sr" | "lp"
            )
    }

    /// “The boys' mother”: a mark behind an “s” that is no quotation's.
    pub(super) fn is_possessive_mark(&self, k: usize) -> bool {
        !self.tokens.spaced(k)
            && self.in_quote(k).is_none()
            && self.tokens.is(k + 1, Kind::Word)
            && self.tokens.spaced(k + 1)
            && k.checked_sub(1).is_some_and(|b| self.tokens.is(b, Kind::Word) && self.word(b).ends_with('s'))
    }

    /// Where the description begins, at its comma, that ends at the comma `end` and holds a clause of its own: “Peter
    /// Lindqvist, a chemist who was not involved,”.
    pub(super) fn described(&self, floor: usize, end: usize) -> Option<usize> {
        let comma = (floor + 1..end).rev().find(|k| self.word(*k) == ",")?;
        let article = matches!(self.word(comma + 1), "a" | "an" | "the" | "one")
            || crate::names::is_role(self.word(comma + 1));
        let verb = (comma + 1..end).find(|k| is_finite(self.tokens, *k))?;
        let relative = (comma + 1..verb).any(|k| matches!(self.word(k), "who" | "whose" | "which" | "that"));
        // “Rina Sari, 34, a teacher who …”
        let aged =
            self.tokens.is(comma - 1, Kind::Number) && comma > floor + 3 && self.word(comma - 2) == ",";
        let name = if aged { comma - 3 } else { comma - 1 };
        let named = self.tokens.capital(name) && self.in_quote(comma).is_none();
        (article && relative && named).then_some(comma)
    }

    /// “lost count of the times a minister”, “to questions”: whether the words from `start` to `last` are no subject, but the
    /// object of the verb before them with a clause about it, or begin with a preposition.
    pub(super) fn is_object(&self, start: usize, last: usize, zone: &Range<usize>) -> bool {
        if matches!(
            self.word(start),
            "of" | "to" | "into" | "without" | "among" | "against" | "through" | "with"
        ) && !self.tokens.capital(start)
        {
            return true;
        }
        let held = start > zone.start && is_finite(self.tokens, start - 1) && !self.tokens.capital(start - 1);
        held && (start + 1..=last).any(|k| {
            matches!(self.word(k), "the" | "a" | "an" | "he" | "she" | "they")
                && self.tokens.is(k - 1, Kind::Word)
                && !is_function(self.word(k - 1))
                && !is_preposition(self.word(k - 1))
                && !self.is_adverb(k - 1)
                && !self.values.iter().any(|v| v.from < k && k <= v.to)
        })
    }
}
