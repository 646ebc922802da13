//! Subjects that are some of many, or a count with what turns it.

use std::ops::Range;

use super::Worded;
use super::phrase::{Phrase, Text};
use super::words::{is_degree, is_fraction, is_turning};
use crate::tokens::Kind;
use crate::verbs::{is_article, is_preposition};

impl Worded<'_, '_> {
    /// “Two of the victims” are not the victims, nor “most of her critics” her critics: some of what stands behind the “of”.
    pub(super) fn some_of(&self, start: usize, of: usize, end: usize) -> Phrase {
        let tokens = self.tokens;
        let mut some = Phrase::default();
        if (start..of).any(|k| self.in_value(k)) {
            let from = start + usize::from(is_article(tokens.word(start)));
            let mut long = Phrase::default();
            long.write(tokens, from..of);
            let rest = self.noun(of + 1..end);
            let mut full = long.clone();
            // “Up to 20% of zone”, “Three libraries”
            let plain = (from..of)
                .all(|k| tokens.is(k, Kind::Word) && long.words == 1 && !is_fraction(tokens.word(k)));
            if !plain {
                full.add("of", false);
            }
            // “Three of the town’s libraries”: the libraries.
            let owned = rest.text.contains(['’', '\'']);
            let last = rest.text.rsplit(' ').next().unwrap_or_default().to_owned();
            // “Third” alone is not a third of the beds.
            let alone = long.words == 1 && is_fraction(tokens.word(of - 1));
            if alone {
                long.add("of", false);
                long.add(&last, false);
            }
            let (text, words) = if owned { (last, 1) } else { (rest.text.clone(), rest.words) };
            full.join(&Phrase { text, words, ..Phrase::default() });
            full.value = true;
            let counted = alone && rest.text.contains(char::is_numeric);
            full.short = (!plain && !counted).then(|| Text { text: long.text.clone(), words: long.words });
            return full;
        }
        for k in (start..of).filter(|k| !is_article(tokens.word(*k)) && !is_degree(tokens.word(*k))) {
            some.write(tokens, k..k + 1);
        }
        let rest = self.noun(of + 1..end);
        let one = matches!(tokens.word(of - 1), "one" | "members");
        if matches!(tokens.word(of + 1), "them" | "us" | "these" | "those" | "which" | "whom") {
            // “One of them was garlic”
            some.write(tokens, of..of + 2);
            return some;
        }
        if one || some.words > 2 {
            return rest;
        }
        // “A third of our hospital beds”
        if is_fraction(tokens.word(of - 1)) {
            some.add("of", false);
        }
        let mut short = some.clone();
        some.join(&rest);
        short.add(rest.text.rsplit(' ').next().unwrap_or_default(), false);
        let counted = is_fraction(tokens.word(of - 1)) && rest.text.contains(char::is_numeric);
        some.short =
            (short.words < some.words && !counted).then_some(Text { text: short.text, words: short.words });
        some
    }

    /// “Not a single one of the homes”, “Neither Germany nor France”, “Few doctors”: what turns the meaning stays before what
    /// is counted.
    pub(super) fn counted(&self, range: Range<usize>) -> Option<Phrase> {
        let tokens = self.tokens;
        let word = tokens.word(range.start);
        if !is_turning(word) {
            return None;
        }
        let mut phrase = Phrase { superlative: true, ..Phrase::default() };
        if matches!(word, "neither" | "either") {
            // “Neither the bank nor its owner”
            for i in (range.start..range.end.min(range.start + 8)).filter(|i| !is_article(tokens.word(*i))) {
                if !matches!(tokens.word(i), "its" | "his" | "her" | "their") {
                    phrase.write(tokens, i..i + 1);
                }
            }
            return Some(phrase);
        }
        // “fewer than half”, “fewer than one in ten pieces”
        if tokens.word(range.start + 1) == "than" {
            let value = self.values.iter().find(|v| v.from <= range.start + 2 && v.to > range.start + 2);
            let end = value.map_or(range.start + 3, |v| v.to).min(range.end);
            if !(end..range.end).any(|i| tokens.word(i) == "of") {
                phrase.write(tokens, range.start..end);
                phrase.value = value.is_some();
                return Some(phrase);
            }
        }
        // “Only two of the five banks”, “Not a single one of the homes”
        let of = (range.start + 1..range.end.min(range.start + 6)).find(|i| tokens.word(*i) == "of");
        if let Some(of) = of.filter(|o| o + 1 < range.end) {
            let rest = self.noun(of + 1..range.end);
            let mut short = Phrase::default();
            short.write(tokens, range.start..of);
            let one = tokens.word(of - 1) == "one";
            if !one {
                // “None of the homes” keeps the “of”; “few homes” does without.
                if tokens.word(of - 1) == "none" {
                    short.add("of", false);
                }
                short.add(rest.text.rsplit(' ').next().unwrap_or_default(), false);
            }
            // “Fewer than half of them”
            if matches!(tokens.word(of + 1), "them" | "us" | "these" | "those" | "which" | "whom") {
                phrase.write(tokens, range.start..of);
                return Some(phrase);
            }
            phrase.write(tokens, range.start..of + 1);
            phrase.join(&Phrase { text: rest.text.clone(), words: rest.words, ..Phrase::default() });
            if short.words < phrase.words {
                phrase.short = Some(Text { text: short.text, words: short.words });
            }
            return Some(phrase);
        }
        phrase.write(tokens, range.start..range.start + 1);
        let mut rest = self.noun(range.start + 1..range.end);
        // “No serious adverse events” are not “no events”.
        if word == "no" {
            let end = (range.start + 1..range.end)
                .find(|i| !tokens.is(*i, Kind::Word) || is_preposition(tokens.word(*i)));
            let parts = self.parts(range.start + 1..end.unwrap_or(range.end));
            if (2..4).contains(&parts.len()) {
                rest = Phrase::default();
                for part in &parts {
                    self.write_part(part, &mut rest);
                }
            }
        }
        if !rest.text.is_empty() {
            phrase.join(&rest);
        }
        Some(phrase)
    }
}
