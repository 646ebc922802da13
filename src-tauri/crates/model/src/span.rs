//! Spans: where in a text something stands.
//!
//! A span counts **Unicode code points** from the start of a revision's canonical text, its end exclusive. Rust
//! strings count bytes and JavaScript strings UTF-16 units; [`TextIndex`] converts the former in one place.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How many code points of context a quoted span carries on each side.
pub const CONTEXT: usize = 32;

/// `start..end` in Unicode code points of a revision's text, end exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct Span {
    /// First code point.
    pub start: u32,
    /// One after the last code point.
    pub end: u32,
}

/// A span with the text at it and the text around it, so that it can be verified and found again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QuotedSpan {
    /// First code point.
    pub start: u32,
    /// One after the last code point.
    pub end: u32,
    /// The text at `start..end`.
    pub exact: String,
    /// Up to 32 code points before.
    pub prefix: String,
    /// Up to 32 code points after.
    pub suffix: String,
}

/// A text that is not a span.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a span; write START..END in characters, such as 748..799")]
pub struct NotASpan(pub String);

impl Span {
    /// A span from `start` to `end`; `None` if it would be empty or turned round.
    pub const fn new(start: u32, end: u32) -> Option<Self> {
        if start < end { Some(Self { start, end }) } else { None }
    }

    /// Its length in code points.
    pub const fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether it covers nothing.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether the two share at least one code point.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

impl std::fmt::Display for Span {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl std::str::FromStr for Span {
    type Err = NotASpan;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let parsed =
            s.split_once("..").and_then(|(a, b)| Self::new(a.trim().parse().ok()?, b.trim().parse().ok()?));
        parsed.ok_or_else(|| NotASpan(s.to_owned()))
    }
}

impl QuotedSpan {
    /// The place alone.
    pub const fn span(&self) -> Span {
        Span { start: self.start, end: self.end }
    }
}

/// Converts between byte offsets and code point offsets of one text, both ways in constant time.
///
/// It keeps the byte offset of each 64th code point, an eighth of a byte for each code point of the text.
#[derive(Debug)]
pub struct TextIndex<'t> {
    text: &'t str,
    /// Byte offset of code point `i * STRIDE`.
    marks: Vec<u32>,
    chars: u32,
}

const STRIDE: usize = 64;

impl<'t> TextIndex<'t> {
    /// Indexes a text.
    pub fn new(text: &'t str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut chars = 0_usize;
        for (byte, _) in text.char_indices() {
            if chars.is_multiple_of(STRIDE) {
                marks.push(byte as u32);
            }
            chars += 1;
        }
        Self { text, marks, chars: chars as u32 }
    }

    /// The text.
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// The text's length in code points.
    pub const fn len(&self) -> u32 {
        self.chars
    }

    /// Whether the text is empty.
    pub const fn is_empty(&self) -> bool {
        self.chars == 0
    }

    /// The byte offset of a code point; `None` beyond the text's end.
    pub fn byte(&self, at: u32) -> Option<usize> {
        if at == self.chars {
            return Some(self.text.len());
        }
        if at > self.chars {
            return None;
        }
        let from = *self.marks.get(at as usize / STRIDE)? as usize;
        let inside = self.text.get(from..)?;
        inside.char_indices().nth(at as usize % STRIDE).map(|(byte, _)| from + byte)
    }

    /// The code point offset of a byte offset; `None` beyond the end or inside a character.
    pub fn char(&self, byte: usize) -> Option<u32> {
        if !self.text.is_char_boundary(byte) {
            return None;
        }
        let mark = self.marks.partition_point(|m| *m as usize <= byte).checked_sub(1);
        let Some(mark) = mark else { return Some(0) };
        let from = *self.marks.get(mark)? as usize;
        let inside = self.text.get(from..byte)?;
        Some((mark * STRIDE + inside.chars().count()) as u32)
    }

    /// The span of a byte range; `None` if it is empty, outside the text or cuts a character.
    pub fn span(&self, bytes: Range<usize>) -> Option<Span> {
        Span::new(self.char(bytes.start)?, self.char(bytes.end)?)
    }

    /// The byte range of a span; `None` if it reaches outside the text.
    pub fn bytes(&self, span: Span) -> Option<Range<usize>> {
        Some(self.byte(span.start)?..self.byte(span.end)?)
    }

    /// The text at a span; `None` if it reaches outside the text.
    pub fn slice(&self, span: Span) -> Option<&'t str> {
        self.text.get(self.bytes(span)?)
    }

    /// The span with its text and context; `None` if it reaches outside the text.
    pub fn quote(&self, span: Span) -> Option<QuotedSpan> {
        let before = Span { start: span.start.saturating_sub(CONTEXT as u32), end: span.start };
        let after = Span { start: span.end, end: (span.end + CONTEXT as u32).min(self.chars) };
        Some(QuotedSpan {
            start: span.start,
            end: span.end,
            exact: self.slice(span)?.to_owned(),
            prefix: self.slice(before)?.to_owned(),
            suffix: self.slice(after)?.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_span_is_written_and_read_as_start_and_end() {
        assert_eq!("748..799".parse::<Span>().map(|s| s.to_string()), Ok("748..799".into()));
        for bad in ["", "5", "5..5", "9..2", "a..b", "-1..4", "1...4"] {
            assert!(bad.parse::<Span>().is_err(), "{bad}");
        }
    }

    #[test]
    fn offsets_count_code_points_not_bytes_nor_utf16_units() {
        let text = "The US secretary 🇺🇸 spoke to Russia’s minister";
        let index = TextIndex::new(text);
        let at = text.find("Russia").unwrap();
        assert_eq!(index.char(at), Some(29));
        assert_eq!(index.slice(Span { start: 29, end: 37 }), Some("Russia’s"));
        assert_eq!(index.char(at + 7), None, "inside the apostrophe");
        assert_eq!(index.slice(Span { start: 40, end: 400 }), None);
    }

    proptest! {
        #[test]
        fn both_ways_agree_with_counting(text in "\\PC{0,300}", a in 0_usize..320, b in 0_usize..320) {
            let index = TextIndex::new(&text);
            let chars: Vec<char> = text.chars().collect();
            prop_assert_eq!(index.len() as usize, chars.len());
            let (a, b) = (a.min(b), a.max(b));
            let span = Span { start: a as u32, end: b as u32 };
            let expected: Option<String> = chars.get(a..b).map(|c| c.iter().collect());
            prop_assert_eq!(index.slice(span).map(str::to_owned), expected);
            if let Some(bytes) = index.bytes(span) && a < b {
                prop_assert_eq!(index.span(bytes), Some(span));
            }
        }
    }
}
