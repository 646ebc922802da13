//! Who or what a clause speaks of when it does not say so itself.

use std::ops::Range;

use assay_model::value::ValueType;

use super::Parsed;
use super::openings::is_superlative;
use crate::attribution::trim;
use crate::names::is_person;
use crate::tokens::Kind;
use crate::values::Draft;
use crate::verbs::{is_article, is_auxiliary, is_finite, is_function, is_preposition};

/// The longest name with its description, in tokens.
const LONGEST: usize = 30;

impl Parsed<'_, '_> {
    /// A name and a superlative that describes it at the start of a clause: the description as a claim, and the name.
    ///
    /// “The Ford Motor Company, the second-largest car manufacturer in America, will …” and “The largest car manufacturer
    /// General Motors today …”.
    pub(super) fn described(&self, piece: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
        let tokens = self.tokens;
        let near = piece.start..piece.end.min(piece.start + LONGEST);
        let comma = near.clone().find(|i| tokens.word(*i) == ",");
        if let Some(first) = comma
            && first > piece.start
            && !(piece.start..first).any(|i| is_finite(tokens, i) || is_preposition(tokens.word(i)))
        {
            let second = (first + 1..near.end).find(|i| tokens.word(*i) == ",")?;
            let verb = (second + 1..second + 4).any(|i| i < piece.end && is_finite(tokens, i));
            let superlative = |from: usize, to: usize| (from..to).any(|i| is_superlative(tokens.word(i)));
            let finite = (first + 1..second).any(|i| is_finite(tokens, i));
            if !verb || finite || second - first < 4 && !superlative(piece.start, first) {
                return None;
            }
            // “The last, ‘Small Streets’, sold”: the last of what, it does not say.
            if first > piece.start && is_superlative(tokens.word(first - 1)) {
                return None;
            }
            let named = |from: usize, to: usize| (from..to).any(|i| tokens.capital(i) && i > piece.start);
            if superlative(first + 1, second) && (named(piece.start, first) || tokens.capital(piece.start)) {
                return Some((piece.start..second, piece.start..first));
            }
            // “The world's largest passenger aircraft, the Airbus A380, has made”
            if superlative(piece.start, first) && named(first + 1, second) {
                return Some((piece.start..second, first + 1..second));
            }
            return None;
        }
        let most = near.clone().take(8).find(|i| is_superlative(tokens.word(*i)))?;
        // “The last estimate I saw”: “I” is no name.
        let name = (most + 2..near.end.min(most + 6))
            .find(|i| tokens.capital(*i))
            .filter(|i| tokens.word(*i) != "i")?;
        let plain =
            |i: usize| tokens.is(i, Kind::Word) && !is_function(tokens.word(i)) && !is_finite(tokens, i);
        if !(most + 1..name).all(plain)
            || (piece.start..most).any(|i| is_finite(tokens, i) || is_preposition(tokens.word(i)))
        {
            return None;
        }
        let mut end = name;
        while end < piece.end && end < name + 5 && tokens.capital(end) {
            end += 1;
        }
        let dated = self.values.iter().find(|v: &&Draft| v.from == end).map_or(end, |v| v.to);
        (dated < piece.end && is_finite(tokens, dated)).then_some((piece.start..name, name..end))
    }

    /// The noun phrase right before a “which” or “who” at `at`, its comma between.
    pub(super) fn antecedent(&self, at: usize, floor: usize) -> Option<Range<usize>> {
        let tokens = self.tokens;
        let end = at.checked_sub(1).filter(|c| *c > floor && tokens.word(*c) == ",")?;
        let floor = floor.max(end.saturating_sub(10));
        let mut start = end;
        while start > floor {
            let k = start - 1;
            let word = tokens.word(k);
            let name = matches!(word, "-" | "&" | "’s" | "'s");
            let stop = !name
                && (!(tokens.is(k, Kind::Word) || tokens.is(k, Kind::Number))
                    || !tokens.capital(k)
                        && (is_preposition(word) || is_finite(tokens, k) || is_auxiliary(word))
                    || matches!(
                        word,
                        "and" | "or" | "but" | "that" | "which" | "who" | "as" | "than" | "when" | "while"
                    ));
            if stop {
                break;
            }
            start = k;
            if is_article(word) || matches!(word, "its" | "their" | "his" | "her" | "this" | "these") {
                break;
            }
        }
        // “a charge of forgery, which”: the charge rather than the forgery.
        if start >= floor + 2 && tokens.word(start - 1) == "of" {
            start = self.head_of(start, floor)?;
        }
        let found = (start < end).then_some(start..end)?;
        // A date is no antecedent; of “a strike at the port” either noun may be.
        let dated = self.values.iter().any(|v| {
            v.from < found.end && found.start < v.to && matches!(v.kind, ValueType::Date | ValueType::Time)
        });
        let behind = start > floor + 1
            && is_preposition(tokens.word(start - 1))
            && !tokens.word(start - 2).ends_with("ed")
            && !is_finite(tokens, start - 2);
        let numbers = found.clone().all(|k| tokens.is(k, Kind::Number));
        if dated || numbers || behind && tokens.word(at) == "which" {
            return None;
        }
        // “Anne Green, chief economist at ING, who”: a body is no “who”.
        let named = found.clone().all(|k| tokens.capital(k));
        if tokens.word(at) == "who" && named && !is_person(tokens, &found) {
            return self.speaker_before(at);
        }
        Some(found)
    }

    /// Where the noun phrase begins whose “of” stands before `start`; none where that is not certain.
    fn head_of(&self, start: usize, floor: usize) -> Option<usize> {
        let tokens = self.tokens;
        let mut k = start - 1;
        while k > floor && start - k < 6 {
            k -= 1;
            let word = tokens.word(k);
            if is_article(word) || matches!(word, "its" | "their" | "his" | "her" | "this" | "these") {
                return Some(k);
            }
            if !tokens.is(k, Kind::Word) || is_preposition(word) || is_finite(tokens, k) || word == "and" {
                return None;
            }
        }
        None
    }

    /// Who spoke in the words right before `at`.
    pub(super) fn speaker_before(&self, at: usize) -> Option<Range<usize>> {
        let said = self.said.iter().rev().find(|s| s.frame.start < at && s.content.end <= at)?;
        // “40 per cent, according to the union, are on strike”: the verb is not the union's.
        let relative = (at..at + 2).any(|k| matches!(self.tokens.word(k), "who" | "which"));
        if !relative && said.cue.as_ref().is_some_and(|c| self.tokens.word(c.start) == "according") {
            return None;
        }
        let mut speaker = said.speaker.clone().filter(|s| s.end <= at)?;
        trim(self.tokens, &mut speaker);
        (!speaker.is_empty()).then_some(speaker)
    }
}
