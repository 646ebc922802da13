//! The phrases of a clause behind its verb, one after the other.

use std::ops::Range;

use assay_model::value::ValueType;

use super::Worded;
use super::words::{is_common_adjective, is_degree, is_kept, is_quote, is_sign};
use crate::tokens::{Kind, Tokens};
use crate::verbs::{is_article, is_auxiliary, is_finite, is_preposition};

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
    pub(super) fn join(&mut self, next: &Self) {
        self.text.push(' ');
        self.text.push_str(&next.text);
        self.cost += next.cost;
        self.words += next.words;
        self.value |= next.value;
        self.verbal = next.verbal;
    }

    pub(super) fn add(&mut self, word: &str, together: bool) {
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
    pub(super) fn write(&mut self, tokens: &Tokens<'_>, range: Range<usize>) {
        let start = range.start;
        for i in range {
            if !is_quote(tokens.word(i)) {
                let before = i.checked_sub(1).map_or("", |b| tokens.word(b));
                // What was left out before the first word was its neighbour.
                self.add(tokens.raw(i), i > start && !tokens.spaced(i) && !is_quote(before));
            }
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
            // “Mr. Blinken”
            let titled = word == "."
                && end > start
                && !tokens.spaced(end)
                && tokens.capital(end + 1)
                && tokens.raw(end - 1).len() < 4;
            let stop = !inside
                && !hyphen
                && end > start
                && (is_preposition(word)
                    || tokens.is(end, Kind::Mark)
                        && !titled
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
