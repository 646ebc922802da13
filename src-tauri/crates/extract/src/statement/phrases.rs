//! The phrases of a clause, cut down to what a title needs: whole names, head nouns, values with their units.

use std::ops::Range;

use assay_model::value::ValueType;

use super::Worded;
use crate::names::is_person;
use crate::tokens::{Kind, Tokens};
use crate::verbs::{is_article, is_auxiliary, is_finite, is_function, is_preposition};

/// A stretch of a title.
#[derive(Debug, Default, Clone)]
pub(super) struct Phrase {
    pub(super) text: String,
    /// Its words of content; a name or a value is one.
    pub(super) cost: usize,
    pub(super) words: usize,
    /// Whether it holds a value that is no date.
    pub(super) value: bool,
    /// Whether it is a verb only, which says little without what follows.
    pub(super) verbal: bool,
}

impl Phrase {
    /// Appends the phrase that follows.
    pub(super) fn join(&mut self, next: Self) {
        self.text.push(' ');
        self.text.push_str(&next.text);
        self.cost += next.cost;
        self.words += next.words;
        self.value |= next.value;
        self.verbal = next.verbal;
    }

    fn add(&mut self, word: &str, together: bool) {
        if word.is_empty() {
            return;
        }
        if !(self.text.is_empty() || together) {
            self.text.push(' ');
        }
        self.text.push_str(word);
        self.words += usize::from(!together || self.words == 0);
    }

    /// Writes tokens as they stand, marks of quotation left out.
    fn write(&mut self, tokens: &Tokens<'_>, range: Range<usize>) {
        for i in range {
            if !is_quote(tokens.word(i)) {
                let before = i.checked_sub(1).map_or("", |b| tokens.word(b));
                self.add(tokens.raw(i), !tokens.spaced(i) && !is_quote(before));
            }
        }
    }
}

fn is_quote(word: &str) -> bool {
    matches!(word, "“" | "”" | "\"" | "``" | "''" | "‘" | "«" | "»")
}

/// One part of a noun phrase: a name, a value, or a word; and whether it is worth a place.
struct Part {
    range: Range<usize>,
    name: bool,
    value: bool,
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
            if cut && depth == 0 && piece < i && kept < 2 {
                if let Some(part) = self.parts(piece..i).into_iter().next_back() {
                    if kept > 0 {
                        phrase.add("and", false);
                    }
                    self.write_part(&part, &mut phrase);
                    kept += 1;
                }
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
            "he" | "she" => self.names.pronoun(word),
            "i" => self.claimant.map(str::to_owned),
            _ => None,
        };
        match person {
            Some(name) => {
                let last = name.rsplit(' ').next().unwrap_or_default().to_owned();
                Phrase { text: last, cost: 1, words: 1, ..Phrase::default() }
            }
            None => {
                let mut phrase = self.parts(i..i + 1).first().map_or_else(Phrase::default, |part| {
                    let mut phrase = Phrase::default();
                    self.write_part(part, &mut phrase);
                    phrase
                });
                if phrase.text.is_empty() && !matches!(word, "which" | "who" | "that") {
                    phrase.write(self.tokens, i..i + 1);
                }
                phrase
            }
        }
    }

    fn in_value(&self, i: usize) -> bool {
        self.values.iter().any(|v| (v.from..v.to).contains(&i))
    }

    /// The names, values and words of a noun phrase; articles, pronouns and words of degree left out.
    fn parts(&self, range: Range<usize>) -> Vec<Part> {
        let tokens = self.tokens;
        let mut out = Vec::new();
        let mut i = range.start;
        while i < range.end && out.len() < 12 {
            let word = tokens.word(i);
            if word == "no" && tokens.word(i + 1) == "." && tokens.is(i + 2, Kind::Number) {
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
                // “long-awaited”, “face-to-face”
                while to + 1 < range.end
                    && tokens.word(to) == "-"
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

    fn write_part(&self, part: &Part, phrase: &mut Phrase) {
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

/// The phrases behind a verb, in order, each with the small words before it.
pub(super) struct Rest<'a, 'b, 't> {
    worded: &'a Worded<'b, 't>,
    at: usize,
    end: usize,
    copula: bool,
    first: bool,
    /// Whether a verb stands before; else the clause may have one that no list knows.
    after_verb: bool,
}

impl<'a, 'b, 't> Rest<'a, 'b, 't> {
    pub(super) fn new(
        worded: &'a Worded<'b, 't>,
        range: Range<usize>,
        copula: bool,
        after_verb: bool,
    ) -> Self {
        Self {
            worded,
            at: range.start,
            end: range.end.min(range.start + 60),
            copula,
            first: true,
            after_verb,
        }
    }
}

impl Iterator for Rest<'_, '_, '_> {
    type Item = Phrase;

    fn next(&mut self) -> Option<Phrase> {
        while self.at < self.end {
            let phrase = self.phrase()?;
            if phrase.cost > 0 {
                return Some(phrase);
            }
        }
        None
    }
}

impl Rest<'_, '_, '_> {
    /// The phrase at hand; without content where only small words stand. Nothing where the clause ends.
    fn phrase(&mut self) -> Option<Phrase> {
        let worded = self.worded;
        let tokens = worded.tokens;
        let mut phrase = Phrase::default();
        // The small words that lead in.
        while self.at < self.end {
            let word = tokens.word(self.at);
            if worded.in_value(self.at) {
                break;
            }
            let quoted = is_quote(word);
            if word == "(" || word == "[" {
                let close = (self.at..self.end).find(|k| matches!(tokens.word(*k), ")" | "]"));
                self.at = close.map_or(self.end, |c| c + 1);
                continue;
            }
            let ends = tokens.is(self.at, Kind::Mark) && !quoted && !is_sign(word)
                || matches!(
                    word,
                    "who"
                        | "which"
                        | "whose"
                        | "what"
                        | "where"
                        | "when"
                        | "while"
                        | "because"
                        | "since"
                        | "although"
                        | "whether"
                        | "if"
                        | "but"
                        | "how"
                        | "and"
                        | "or"
                        | "so"
                );
            let asks = self.first && matches!(word, "whether" | "if" | "how" | "what" | "why");
            if ends && !asks && !(self.first && word == ",") {
                return None;
            }
            let article = is_article(word) && tokens.spaced(self.at + 1);
            let held = is_preposition(word)
                || matches!(
                    word,
                    "that"
                        | "as"
                        | "than"
                        | "be"
                        | "been"
                        | "not"
                        | "up"
                        | "down"
                        | "out"
                        | "off"
                        | "below"
                        | "above"
                )
                || is_auxiliary(word)
                || self.first && matches!(word, "whether" | "if" | "how" | "what" | "why")
                || matches!(word, "he" | "she" | "they" | "it" | "we" | "i" | "you")
                    && is_finite(tokens, self.at + 1);
            // “on the go”: a preposition and a noun that is none without its article.
            let fixed = article
                && matches!(tokens.word(self.at + 1), "go" | "run" | "rise" | "table" | "ground" | "record");
            if held || fixed || article && word != "the" && self.copula && self.first {
                phrase.add(tokens.raw(self.at), false);
            } else if !(article || quoted || word == "," || is_degree(word) && !is_kept(word)) {
                break;
            }
            self.at += 1;
            if article {
                self.first = false;
            }
        }
        self.first = false;
        let start = self.at;
        if start >= self.end {
            return None;
        }
        // A verb stands alone, so that what it is about comes next.
        if is_finite(tokens, start) && !tokens.capital(start) && !worded.in_value(start)
            || phrase.text.ends_with("to") && !tokens.capital(start) && !worded.in_value(start)
            || tokens.word(start).ends_with("ing") && tokens.word(start).len() > 5 && !tokens.capital(start)
        {
            self.at = start + 1;
            phrase.write(tokens, start..start + 1);
            phrase.cost += 1;
            phrase.verbal = true;
            return Some(phrase);
        }
        let mut end = start;
        while end < self.end {
            let word = tokens.word(end);
            let inside = worded.in_value(end);
            // “face-to-face” is one word.
            let hyphen = end > start && tokens.word(end - 1) == "-" && !tokens.spaced(end);
            let stop = !inside
                && !hyphen
                && end > start
                && (is_preposition(word)
                    || tokens.is(end, Kind::Mark)
                        && !(word == "."
                            && !tokens.spaced(end)
                            && tokens.capital(end + 1)
                            && tokens.raw(end - 1).len() < 4)
                        && !matches!(word, "-" | "’s" | "'s" | "%" | "’" | "&")
                        && !is_quote(word)
                        && !is_sign(word)
                    || matches!(
                        word,
                        "and"
                            | "or"
                            | "but"
                            | "that"
                            | "who"
                            | "which"
                            | "as"
                            | "than"
                            | "what"
                            | "when"
                            | "while"
                            | "because"
                            | "if"
                            | "whether"
                            | "where"
                    )
                    || is_article(word) && tokens.spaced(end + 1)
                    || is_finite(tokens, end) && !tokens.capital(end)
                    || worded
                        .values
                        .iter()
                        .any(|v| v.from == end && matches!(v.kind, ValueType::Date | ValueType::Time)));
            if stop {
                break;
            }
            // “new, faster iPhone”
            let last = tokens.word(end);
            end += 1;
            if is_common_adjective(last)
                && tokens.word(end) == ","
                && tokens.is(end + 1, Kind::Word)
                && end + 1 < self.end
            {
                end += 1;
            }
            if inside
                && worded
                    .values
                    .iter()
                    .any(|v| v.to == end && matches!(v.kind, ValueType::Date | ValueType::Time))
                && !matches!(tokens.word(end), "’s" | "'s")
            {
                break;
            }
        }
        self.at = end.max(start + 1);
        let parts = worded.parts(start..end);
        // Of a long phrase the name at its head, or else its last words.
        let keep: Range<usize> = if parts.len() <= 3 || !self.after_verb {
            0..parts.len().min(5)
        } else if let Some(name) = parts.iter().position(|p| p.name) {
            let last = parts.len() - 1;
            if name == last || name > 0 { name..parts.len().min(name + 5) } else { name..name + 1 }
        } else if let Some(value) = parts.iter().position(|p| p.value) {
            value..parts.len().min(value + 3)
        } else {
            parts.len() - 2..parts.len()
        };
        for part in parts.get(keep).unwrap_or_default() {
            worded.write_part(part, &mut phrase);
        }
        Some(phrase)
    }
}

/// Adjectives that end no title.
fn is_common_adjective(word: &str) -> bool {
    matches!(
        word,
        "new"
            | "old"
            | "big"
            | "small"
            | "large"
            | "high"
            | "low"
            | "long"
            | "short"
            | "good"
            | "bad"
            | "great"
            | "major"
    )
}

fn is_sign(word: &str) -> bool {
    matches!(word, "$" | "£" | "€" | "#")
}

/// Words for some of many.
fn is_share(word: &str) -> bool {
    matches!(
        word,
        "many"
            | "some"
            | "most"
            | "one"
            | "several"
            | "number"
            | "majority"
            | "all"
            | "members"
            | "two"
            | "none"
            | "both"
    )
}

/// Small words that a title cannot do without.
fn is_kept(word: &str) -> bool {
    matches!(
        word,
        "no" | "not"
            | "up"
            | "out"
            | "off"
            | "down"
            | "first"
            | "last"
            | "any"
            | "they"
            | "it"
            | "us"
            | "them"
            | "him"
            | "this"
            | "we"
            | "you"
    )
}

/// Words of degree and manner, which a title does without.
fn is_degree(word: &str) -> bool {
    word.len() > 4
        && word.ends_with("ly")
        && !matches!(
            word,
            "early"
                | "family"
                | "supply"
                | "italy"
                | "monthly"
                | "daily"
                | "weekly"
                | "yearly"
                | "quarterly"
                | "only"
                | "reply"
                | "assembly"
                | "july"
                | "ally"
                | "rally"
        )
        || matches!(
            word,
            "very"
                | "quite"
                | "rather"
                | "also"
                | "just"
                | "even"
                | "still"
                | "already"
                | "own"
                | "so"
                | "too"
                | "now"
                | "then"
        )
}
