//! Stretches of a title.

use std::ops::Range;

use super::words::is_quote;
use crate::tokens::Tokens;

/// Room for the letters of most phrases.
const USUAL: usize = 32;

/// Words of a title.
#[derive(Debug, Default, Clone)]
pub(super) struct Text {
    pub(super) text: String,
    pub(super) words: usize,
}

/// A stretch of a title.
#[derive(Debug, Default, Clone)]
#[allow(clippy::struct_excessive_bools, reason = "each says one thing of a phrase")]
pub(super) struct Phrase {
    pub(super) text: String,
    pub(super) words: usize,
    /// The same with its head alone.
    pub(super) short: Option<Text>,
    /// Whether it holds a value that is no date.
    pub(super) value: bool,
    /// Whether it holds a date or a time.
    pub(super) date: bool,
    /// Whether it says little without what follows: a verb, “part of”.
    pub(super) open: bool,
    /// Whether it begins with a preposition.
    pub(super) led: bool,
    /// Whether it begins with “of”.
    pub(super) of: bool,
    /// Whether it is the most or the first of its kind, which what follows may limit.
    pub(super) superlative: bool,
    /// A pronoun, which names nobody.
    pub(super) light: bool,
    /// “to join”
    pub(super) infinitive: bool,
    /// A finite verb without subject: what stands before is its subject.
    pub(super) finite: bool,
    /// Such a verb with a helping one, which is no participle.
    pub(super) helped: bool,
    /// “a year” behind an amount.
    pub(super) rate: bool,
    /// “off” and the like, which belongs to what stands before.
    pub(super) moved: bool,
    /// A participle without its “was”: what it is done to must not look like what it does.
    pub(super) bare: bool,
    /// What bounds a denial: “until 2027”, “beyond five kilometres”.
    pub(super) bounds: bool,
}

impl Phrase {
    /// Appends the phrase that follows.
    pub(super) fn join(&mut self, next: &Self) {
        let after =
            next.short.as_ref().map_or((next.text.as_str(), next.words), |s| (s.text.as_str(), s.words));
        let before =
            self.short.as_ref().map_or((self.text.as_str(), self.words), |s| (s.text.as_str(), s.words));
        self.short = (self.short.is_some() || next.short.is_some())
            .then(|| Text { text: format!("{} {}", before.0, after.0), words: before.1 + after.1 });
        if !(self.text.is_empty() || next.text.is_empty()) {
            self.text.push(' ');
        }
        self.text.push_str(&next.text);
        self.words += next.words;
        self.value |= next.value;
        self.date |= next.date;
        self.open = next.open;
        self.superlative |= next.superlative;
        self.infinitive |= next.infinitive;
        self.helped |= next.helped;
    }

    /// Whether a phrase says nothing without the one before, as “to 4.8%” behind “from 6.1%” and “than a metre” behind “less”.
    pub(super) fn goes_on(&self, before: &Self) -> bool {
        let (own, other) = (self.text.as_str(), before.text.as_str());
        own.starts_with("than ") && before.words < 4
            // “about half as fast”, “by 31 to 22”
            || own.starts_with("as ") && before.value && is_multiple(other)
            || own.starts_with("to ") && other.starts_with("by ") && before.value && self.value
            || own.starts_with("to ")
                && other.starts_with("from ")
                && self.value == before.value
                && self.words < 4
    }

    pub(super) fn add(&mut self, word: &str, together: bool) {
        if word.is_empty() {
            return;
        }
        if !(self.text.is_empty() || together) {
            self.text.push(' ');
        }
        if self.text.is_empty() {
            self.text.reserve(USUAL);
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

/// “half”, “twice”, “three times”: what it is compared with comes next.
fn is_multiple(text: &str) -> bool {
    text.ends_with("half") || text.ends_with("twice") || text.ends_with("times")
}
