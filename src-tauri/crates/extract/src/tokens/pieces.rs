//! The graphemes of a text, and what their first letters are.

use unicode_segmentation::{GraphemeIndices, UnicodeSegmentation};

/// What sort of letter a piece begins with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Letter,
    Digit,
    Space,
    Mark,
    Other,
}

pub(super) fn sort(c: char) -> Sort {
    if c.is_ascii_digit() {
        Sort::Digit
    } else if c.is_ascii_alphabetic() || (!c.is_ascii() && c.is_alphabetic()) {
        Sort::Letter
    } else if c.is_whitespace() {
        Sort::Space
    } else if c.is_ascii_punctuation() || is_mark(c) {
        Sort::Mark
    } else {
        Sort::Other
    }
}

const fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '«' | '»' | '¿' | '¡' | '§' | '°' | '±' | '£' | '¥' | '¢'
            | '\u{20a0}'..='\u{20cf}' | '\u{3001}'..='\u{3011}' | '！' | '，' | '：' | '；' | '½' | '¼' | '¾'
    )
}

/// One grapheme: its bytes, its code points, and what its first code point is.
#[derive(Clone, Copy)]
pub(super) struct Piece {
    pub(super) from: usize,
    pub(super) chars: u32,
    pub(super) first: char,
    pub(super) sort: Sort,
}

/// The graphemes of a text, one after the other.
pub(super) struct Pieces<'t> {
    text: &'t str,
    at: usize,
    /// Between two ASCII characters a grapheme ends, but for CR LF, which is white space either way; so only the stretches
    /// around other characters are searched for graphemes.
    stretch: Option<GraphemeIndices<'t>>,
    start: usize,
}

pub(super) fn pieces(text: &str) -> Pieces<'_> {
    Pieces { text, at: 0, stretch: None, start: 0 }
}

impl Pieces<'_> {
    /// Whether a grapheme that ends in ASCII may end before the byte at `at`.
    fn ends(&self, at: usize) -> bool {
        self.text.as_bytes().get(at).is_none_or(u8::is_ascii)
    }

    /// Passes over the ASCII letters that come next, each a piece; how many they are.
    pub(super) fn pass_letters(&mut self) -> usize {
        let from = self.at;
        let bytes = self.text.as_bytes();
        while self.stretch.is_none()
            && bytes.get(self.at).is_some_and(u8::is_ascii_alphabetic)
            && self.ends(self.at + 1)
        {
            self.at += 1;
        }
        self.at - from
    }
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        if let Some((from, grapheme)) = self.stretch.as_mut().and_then(Iterator::next) {
            return Some(piece(self.start + from, grapheme));
        }
        self.stretch = None;
        let bytes = self.text.as_bytes();
        let first = char::from(*bytes.get(self.at)?);
        if first.is_ascii() && self.ends(self.at + 1) {
            self.at += 1;
            return Some(Piece { from: self.at - 1, chars: 1, first, sort: sort(first) });
        }
        self.start = self.at;
        self.at += 1;
        while !(bytes.get(self.at - 1).is_some_and(u8::is_ascii) && self.ends(self.at))
            && self.at < bytes.len()
        {
            self.at += 1;
        }
        let graphemes = self.text.get(self.start..self.at).unwrap_or_default().grapheme_indices(true);
        self.stretch.insert(graphemes).next().map(|(from, grapheme)| piece(self.start + from, grapheme))
    }
}

fn piece(from: usize, grapheme: &str) -> Piece {
    let first = grapheme.chars().next().unwrap_or(' ');
    let chars = grapheme.chars().count() as u32;
    let kind = match sort(first) {
        // A digit or a mark with something on top of it is not what the rules mean by one; white space with a joiner is
        // still white space.
        Sort::Digit | Sort::Mark if chars > 1 => Sort::Other,
        kind => kind,
    };
    Piece { from, chars, first, sort: kind }
}
