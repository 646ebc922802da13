//! Noun phrases, cut down to whole names, head nouns, and values with their units.

use std::ops::Range;

use assay_model::value::ValueType;

use super::Worded;
use super::phrases::Phrase;
use super::words::{is_degree, is_kept, is_share, is_sign, is_turning};
use crate::names::is_person;
use crate::tokens::Kind;
use crate::verbs::{is_article, is_finite, is_function, is_preposition};

/// One part of a noun phrase: a name, a value, or a word; and whether it is worth a place.
pub(super) struct Part {
    pub(super) range: Range<usize>,
    pub(super) name: bool,
    pub(super) value: bool,
}

impl Worded<'_, '_> {
    /// One word as a phrase.
    pub(super) fn word(&self, i: usize) -> Phrase {
        let mut phrase = Phrase { cost: 1, ..Phrase::default() };
        phrase.write(self.tokens, i..i + 1);
        phrase
    }

    /// The head of a subject: a name, or the last words of its first noun phrase.
    pub(super) fn noun(&self, range: Range<usize>) -> Phrase {
        let tokens = self.tokens;
        let mut range = range;
        while range.start < range.end
            && tokens.is(range.start, Kind::Mark)
            && !is_sign(tokens.word(range.start))
        {
            range.start += 1;
        }
        if let Some(verb) =
            (range.start + 1..range.end).find(|i| !tokens.capital(*i) && is_finite(tokens, *i))
        {
            range.end = verb;
        }
        let mut phrase = Phrase::default();
        if range.len() == 1 {
            return self.one(range.start);
        }
        if let Some(counted) = self.counted(range.clone()) {
            return counted;
        }
        // What a comma or a bracket sets off says more about the subject, not what it is.
        let mut end = (range.start + 1..range.end.min(range.start + 40))
            .find(|i| tokens.word(*i) == "," && !self.in_value(*i))
            .unwrap_or(range.end);
        let mut start = range.start;
        if (start..end).any(|i| matches!(tokens.word(i), "(" | "[")) {
            return self.joined_names(start..range.end);
        }
        // “many of the G20 foreign ministers”: the ministers.
        let of = (start..end).find(|i| is_preposition(tokens.word(*i)) && *i > start && !self.in_value(*i));
        if let Some(of) = of {
            let share =
                tokens.word(of) == "of" && (start..of).any(|i| is_share(tokens.word(i))) && of + 1 < end;
            let titled = tokens.capital(of - 1) && tokens.capital(of + 1) && tokens.word(of) == "of";
            if share {
                start = of + 1;
            } else if titled && tokens.capital(end - 1) {
                return self.joined_names(start..end);
            } else {
                end = of;
            }
        }
        let parts = self.parts(start..end);
        let names = parts.iter().any(|p| p.name);
        let keep = if names && parts.last().is_some_and(|p| p.name) { 1 } else { 2 };
        let joined = (start..end).any(|i| tokens.word(i) == "and") && names;
        if joined {
            return self.joined_names(start..end);
        }
        let possessed = parts.iter().position(|p| tokens.word(p.range.end).starts_with(['’', '\'']));
        let from = possessed.unwrap_or_else(|| parts.len().saturating_sub(keep));
        for (n, part) in parts.iter().enumerate().skip(from) {
            if possessed.is_some_and(|p| n > p && n + 1 < parts.len()) && !part.name {
                continue;
            }
            self.write_part(part, &mut phrase);
        }
        phrase
    }

    /// “Not a single one of the homes”, “Neither Germany nor France”, “Few doctors”: what turns the meaning stays before what
    /// is counted.
    fn counted(&self, range: Range<usize>) -> Option<Phrase> {
        let tokens = self.tokens;
        let word = tokens.word(range.start);
        if !is_turning(word) {
            return None;
        }
        let mut phrase = Phrase::default();
        if matches!(word, "neither" | "either") {
            phrase.write(tokens, range.start..range.end.min(range.start + 7));
            phrase.cost = 2;
            return Some(phrase);
        }
        // “Only two of the five banks” as it stands.
        let of = (range.start + 1..range.end.min(range.start + 6)).find(|i| tokens.word(*i) == "of");
        if let Some(of) = of.filter(|o| o + 1 < range.end) {
            phrase.write(tokens, range.start..of + 1);
            let rest = self.noun(of + 1..range.end);
            phrase.join(&rest);
            phrase.cost += 1;
            return Some(phrase);
        }
        phrase.write(tokens, range.start..range.start + 1);
        let rest = self.noun(range.start + 1..range.end);
        if !rest.text.is_empty() {
            phrase.join(&rest);
        }
        phrase.cost = phrase.cost.max(1);
        Some(phrase)
    }

    /// “Sergey Lavrov (left) and Antony Blinken (right)”: Lavrov and Blinken.
    fn joined_names(&self, range: Range<usize>) -> Phrase {
        let tokens = self.tokens;
        let mut phrase = Phrase::default();
        let mut depth = 0_usize;
        let mut kept = 0;
        let mut piece = range.start;
        for i in range.clone().take(40).chain(std::iter::once(range.end)) {
            let word = if i == range.end { "and" } else { tokens.word(i) };
            let cut = matches!(word, "and" | "(" | "[" | ",");
            let whole = cut && depth == 0 && piece < i && kept < 2;
            if whole && let Some(part) = self.parts(piece..i).pop() {
                if kept > 0 {
                    phrase.add("and", false);
                }
                self.write_part(&part, &mut phrase);
                kept += 1;
            }
            match word {
                "(" | "[" => depth += 1,
                ")" | "]" => depth = depth.saturating_sub(1),
                _ => {}
            }
            if cut || matches!(word, ")" | "]") {
                piece = i + 1;
            }
        }
        phrase
    }

    fn one(&self, i: usize) -> Phrase {
        let word = self.tokens.word(i);
        let person = match word {
            "he" | "she" => self.meant(i),
            "i" if self.takes_name(i + 1) => self.claimant.map(str::to_owned),
            _ => None,
        };
        if let Some(name) = person {
            let last = name.rsplit(' ').next().unwrap_or_default().to_owned();
            return Phrase { text: last, cost: 1, words: 1, ..Phrase::default() };
        }
        let mut phrase = Phrase::default();
        if let Some(part) = self.parts(i..i + 1).first() {
            self.write_part(part, &mut phrase);
        }
        if phrase.text.is_empty() && !matches!(word, "which" | "who" | "that") {
            phrase.write(self.tokens, i..i + 1);
        }
        phrase
    }

    pub(super) fn in_value(&self, i: usize) -> bool {
        self.values.iter().any(|v| (v.from..v.to).contains(&i))
    }

    /// The names, values and words of a noun phrase; articles, pronouns and words of degree left out.
    pub(super) fn parts(&self, range: Range<usize>) -> Vec<Part> {
        let tokens = self.tokens;
        let mut out = Vec::new();
        let mut i = range.start;
        while i < range.end && out.len() < 12 {
            let word = tokens.word(i);
            if word == "no" && tokens.word(i + 1) == "." && tokens.is(i + 2, Kind::Number) {
                out.push(Part { range: i..i + 3, name: true, value: false });
                i += 3;
            } else if tokens.word(i + 1) == "/"
                && i + 2 < range.end
                && !tokens.spaced(i + 1)
                && !tokens.spaced(i + 2)
                && !self.values.iter().any(|v| v.from <= i && v.to > i + 1)
            {
                // “9/11”
                out.push(Part { range: i..i + 3, name: true, value: false });
                i += 3;
            } else if tokens.is(i + 1, Kind::Number) && !tokens.spaced(i + 1) && tokens.is(i, Kind::Word) {
                // “A380”, “G20”: two tokens, one word.
                let plural = i + 2 < range.end && tokens.is(i + 2, Kind::Word) && !tokens.spaced(i + 2);
                out.push(Part { range: i..i + 2 + usize::from(plural), name: true, value: false });
                i += 2 + usize::from(plural);
            } else if let Some(value) =
                self.values.iter().find(|v| v.from <= i && i < v.to && v.to <= range.end)
            {
                let from = i + usize::from(is_article(word) && value.to > i + 1);
                let counts = !matches!(value.kind, ValueType::Date | ValueType::Time | ValueType::Set);
                out.push(Part { range: from..value.to, name: false, value: counts });
                i = value.to;
            } else if tokens.capital(i)
                && !(i == range.start && is_function(word) && !tokens.raw(i).chars().all(char::is_uppercase))
            {
                let mut to = i + 1;
                let joins = |k: usize| {
                    tokens.capital(k)
                        || tokens.is(k, Kind::Number) && !tokens.spaced(k)
                        || matches!(tokens.word(k), "-" | "&" | ".")
                            && (tokens.capital(k + 1) || tokens.is(k + 1, Kind::Number))
                            && !self.starts_value(k + 1)
                };
                while to < range.end && to < i + 8 && joins(to) && !self.starts_value(to) {
                    to += 1;
                }
                let last = to - 1;
                let person = self.names.full_name(tokens.word(last)).is_some() || is_person(tokens, &(i..to));
                // Of a person's name the last word is enough; titles before it are.
                let from = if person { last } else { i };
                out.push(Part { range: from..to, name: true, value: false });
                i = to;
            } else if tokens.is(i, Kind::Word) && !is_function(word) && !is_degree(word)
                || tokens.is(i, Kind::Number)
                || is_kept(word)
            {
                let mut to = i + 1;
                // “5G”
                if tokens.is(i, Kind::Number)
                    && to < range.end
                    && tokens.is(to, Kind::Word)
                    && !tokens.spaced(to)
                    && !matches!(tokens.word(to), "’s" | "'s")
                {
                    to += 1;
                }
                // “long-awaited”, “face-to-face”, “9/11”
                while to + 1 < range.end
                    && matches!(tokens.word(to), "-" | "/")
                    && !tokens.spaced(to)
                    && !tokens.spaced(to + 1)
                {
                    to += 2;
                }
                out.push(Part { range: i..to, name: false, value: false });
                i = to;
            } else {
                i += 1;
            }
        }
        out
    }

    fn starts_value(&self, i: usize) -> bool {
        self.values.iter().any(|v| v.from == i)
    }

    pub(super) fn write_part(&self, part: &Part, phrase: &mut Phrase) {
        let tokens = self.tokens;
        phrase.write(tokens, part.range.clone());
        phrase.cost += 1;
        phrase.value |= part.value;
        let next = part.range.end;
        if matches!(tokens.word(next), "’s" | "'s" | "%") && !tokens.spaced(next)
            || matches!(tokens.word(next), "’" | "'")
                && !tokens.spaced(next)
                && tokens.word(next - 1).ends_with('s')
        {
            phrase.add(tokens.raw(next), true);
        }
    }
}
