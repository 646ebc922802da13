//! Noun phrases, cut down to whole names, head nouns, and values with their units.

use std::ops::Range;

use assay_model::value::ValueType;

use super::Worded;
use super::phrase::Phrase;
use super::trails::{is_trailing, is_turning_trail};
use super::words::{is_degree, is_kept, is_telling_adjective};
use crate::claims::is_superlative;
use crate::names::is_person;
use crate::tokens::Kind;
use crate::values::Draft;
use crate::verbs::{is_article, is_finite, is_function};

/// One part of a noun phrase: a name, a value, or a word; and whether it is worth a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) range: Range<usize>,
    pub(super) name: bool,
    pub(super) value: bool,
}

impl Worded<'_, '_> {
    /// One word as a phrase.
    pub(super) fn word(&self, i: usize) -> Phrase {
        let mut phrase = Phrase::default();
        phrase.write(self.tokens, i..i + 1);
        phrase
    }

    /// The parts of a noun phrase that say what it is: its name, its value and head, or its head with what turns it.
    pub(super) fn head(&self, parts: &[Part]) -> Vec<Part> {
        let tokens = self.tokens;
        // “grants alone”: the grants.
        let trails = |p: &Part| p.range.len() == 1 && is_trailing(tokens.word(p.range.start));
        let kept = parts.len().saturating_sub(parts.iter().rev().take_while(|p| trails(p)).count());
        // “grants alone”, “hit the woodwork twice”: without it the noun says more, or less.
        let turns = |p: &&Part| is_turning_trail(tokens.word(p.range.start));
        let trail = parts.iter().skip(kept).find(turns).filter(|_| kept > 0).cloned();
        let parts = parts.get(..kept).filter(|k| !k.is_empty()).unwrap_or(parts);
        let Some((last, before)) = parts.split_last() else { return Vec::new() };
        // “pulled one back”
        if matches!(
            tokens.word(last.range.start),
            "back"
                | "up"
                | "out"
                | "down"
                | "off"
                | "away"
                | "closer"
                | "higher"
                | "lower"
                | "nearer"
                | "further"
        ) {
            return parts.to_vec();
        }
        // “2.1 times EBITDA”
        if let [.., value, times, _] = parts
            && value.value
            && tokens.word(times.range.start) == "times"
        {
            return parts.get(parts.len() - 3..).unwrap_or(parts).to_vec();
        }
        // “500 shops”, but “the S&P 500 index”
        let several = last.value || is_plural_noun(tokens.word(last.range.end.saturating_sub(1)));
        let value = before.iter().find(|p| p.value && (several || p.range.len() > 1));
        let word = |p: &Part| tokens.word(p.range.start);
        let telling = |n: usize, p: &Part| {
            // “no more important task” is not “no more task”.
            let degree = n.checked_sub(1).and_then(|b| before.get(b));
            let degree = degree.is_some_and(|b| matches!(word(b), "more" | "less" | "most" | "least"));
            !last.name
                && !p.name
                && !p.value
                && (degree
                    || word(p) == "too"
                    || word(p) == "any"
                        && p.range.start.checked_sub(1).is_some_and(|b| tokens.word(b) == "than")
                    || p.range.clone().any(|i| is_telling_adjective(tokens.word(i))))
        };
        let mut out: Vec<Part> = before
            .iter()
            .enumerate()
            .filter(|(n, p)| telling(*n, p))
            .map(|(_, p)| p.clone())
            .take(3)
            .collect();
        out.extend(value.cloned());
        out.push(last.clone());
        out.extend(trail);
        out.sort_by_key(|p| p.range.start);
        out
    }

    /// “the largest the company has ever conducted”, “the first Mr Blinken has come face to face”: the company’s largest, Blinken’s first.
    pub(super) fn most_of(&self, at: usize, end: usize) -> Option<Phrase> {
        let tokens = self.tokens;
        let most = at + usize::from(is_article(tokens.word(at)));
        let from = most + 1;
        let opens = is_article(tokens.word(from)) || tokens.capital(from);
        if !is_superlative(tokens.word(most)) || !opens {
            return None;
        }
        let verb = (from + 1..end.min(from + 6)).find(|k| is_finite(tokens, *k) && !tokens.capital(*k))?;
        let owner = self.noun(from..verb);
        let mut phrase = Phrase::default();
        if owner.words == 0 {
            return None;
        }
        phrase.add(&owner.text, false);
        phrase.add("’s", true);
        phrase.add(tokens.raw(most), false);
        phrase.words = owner.words + 1;
        phrase.superlative = true;
        Some(phrase)
    }

    /// Whether a name stands there as the owner of what follows.
    pub(super) fn is_owner(&self, part: &Part) -> bool {
        self.tokens.word(part.range.end).starts_with(['’', '\''])
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
            if i > 0 && word == "far" && tokens.word(i - 1) == "so" {
                // “the biggest so far”
                i += 1;
            } else if i > 0 && !tokens.spaced(i) && matches!(tokens.word(i - 1), "'" | "’") && is_clitic(word)
            {
                i += 1;
            } else if word == "no" && tokens.word(i + 1) == "." && tokens.is(i + 2, Kind::Number) {
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
            } else if tokens.is(i, Kind::Number)
                && tokens.word(i + 1) == "-"
                && i + 2 < range.end
                && tokens.is(i + 2, Kind::Number)
                && !tokens.spaced(i + 1)
                && !tokens.spaced(i + 2)
                && !self.values.iter().any(|v| v.from <= i && v.to > i + 1)
            {
                // “52-48”
                out.push(Part { range: i..i + 3, name: false, value: true });
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
            } else if self.is_named(i)
                && !(i == range.start
                    && is_function(word)
                    && (tokens.raw(i).len() == 1 || !tokens.raw(i).chars().all(char::is_uppercase)))
            {
                let mut to = i + 1;
                // “FTSE 100”, “iPhone 4”, but not “Acme 300 jobs”
                let numbered = |k: usize| {
                    tokens.is(k, Kind::Number)
                        && (!tokens.spaced(k)
                            || k + 1 >= range.end
                            || !self.starts_value(k) && !tokens.word(k + 1).ends_with('s'))
                        && !self.values.iter().any(|v| v.from == k && v.to > k + 1)
                };
                let joins = |k: usize| {
                    self.is_named(k)
                        || numbered(k)
                        || self.is_hyphened(k)
                        || matches!(tokens.word(k), "-" | "&" | ".")
                            && (tokens.capital(k + 1) || tokens.is(k + 1, Kind::Number))
                            && !self.starts_value(k + 1)
                };
                while to < range.end && to < i + 8 && joins(to) && (!self.starts_value(to) || numbered(to)) {
                    to += 1;
                }
                let last = to - 1;
                let person = self.names.full_name(tokens.word(last)).is_some() || is_person(tokens, &(i..to));
                // Of a person's name the last word is enough, “Diallo-Reyes” whole; titles before it are.
                let hyphened = last > i + 1 && tokens.word(last - 1) == "-" && !tokens.spaced(last);
                let last = if hyphened { last - 2 } else { last };
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

    /// Whether a word is part of a name: by its capital, or one within (“iPhone”).
    fn is_named(&self, i: usize) -> bool {
        let inner = |raw: &str| raw.chars().skip(1).take(3).any(char::is_uppercase);
        self.tokens.capital(i) || self.tokens.is(i, Kind::Word) && inner(self.tokens.raw(i))
    }

    /// “Pre-orders”, “Craiova-based”: the mark within a word, or what it joins.
    fn is_hyphened(&self, k: usize) -> bool {
        let tokens = self.tokens;
        let mark = |m: usize| tokens.word(m) == "-" && !tokens.spaced(m) && !tokens.spaced(m + 1);
        mark(k) || tokens.is(k, Kind::Word) && k > 0 && mark(k - 1)
    }

    /// Whether a date or a length of time stands at `i`.
    pub(super) fn starts_time(&self, i: usize) -> bool {
        let at = i + usize::from(is_article(self.tokens.word(i)));
        let timed = |v: &&&Draft| {
            matches!(v.kind, ValueType::Date | ValueType::Time | ValueType::Duration | ValueType::Set)
        };
        let found = self.values.iter().filter(timed).find(|v| v.from == i || v.from == at);
        found.is_some_and(|v| !is_finite(self.tokens, v.to) && !is_finite(self.tokens, v.to + 1))
    }

    fn starts_value(&self, i: usize) -> bool {
        self.values.iter().any(|v| v.from == i)
    }

    pub(super) fn write_part(&self, part: &Part, phrase: &mut Phrase) {
        let tokens = self.tokens;
        phrase.write(tokens, part.range.clone());
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

/// Whether a noun tells of several, by its form.
pub(super) fn is_plural_noun(word: &str) -> bool {
    word.ends_with('s')
        || matches!(
            word,
            "people"
                | "men"
                | "women"
                | "children"
                | "staff"
                | "police"
                | "aircraft"
                | "feet"
                | "cattle"
                | "percent"
                | "cent"
        )
}

/// What is left of a helping verb behind an apostrophe.
fn is_clitic(word: &str) -> bool {
    matches!(word, "ve" | "re" | "ll" | "d" | "m")
}
