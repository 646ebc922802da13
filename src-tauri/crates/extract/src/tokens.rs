//! Words, numbers and marks of a text, with their places: what every other rule here reads.
//!
//! Tokens begin and end on grapheme boundaries, so every span made of whole tokens does too.

mod pieces;

use std::cell::{Cell, OnceCell};

use assay_model::span::Span;

use crate::values::Number;
use pieces::{Piece, Sort, pieces, sort};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Letters, perhaps with an apostrophe inside; also `U.S.`.
    Word,
    /// ASCII digits with separators between them: `1,099.50`.
    Number,
    /// One mark; a pair for two back ticks or two single quotes.
    Mark,
    /// Anything else: a picture, a letter that no rule knows.
    Other,
}

/// A token with its place in bytes of the block and in code points of the whole text.
#[derive(Debug, Clone)]
pub struct Token<'t> {
    /// What the author wrote.
    raw: &'t str,
    /// The same with ASCII letters in lower case, where it has any in upper case.
    lower: Option<Box<str>>,
    /// First byte, in the block.
    pub from: u32,
    /// One after its last byte, in the block.
    pub to: u32,
    /// First code point, in the text.
    pub start: u32,
    /// One after its last code point, in the text.
    pub end: u32,
    /// What it is.
    pub kind: Kind,
    /// Whether white space stands before it, or it is the first.
    pub spaced: bool,
    /// Whether it begins with a capital letter.
    pub capital: bool,
    /// Whether it is a finite verb, once somebody has asked.
    finite: OnceCell<bool>,
}

/// A block's text cut into tokens.
#[derive(Debug)]
pub struct Tokens<'t> {
    text: &'t str,
    list: Vec<Token<'t>>,
    /// The number that was read last, by the token it begins at: rules ask for the same one many times over.
    number: Cell<Option<(usize, Option<Number>)>>,
}

impl<'t> Tokens<'t> {
    /// Cuts `text`, whose first code point is number `start` of the whole.
    pub fn new(text: &'t str, start: u32) -> Self {
        let mut list = cut(text, start);
        if is_shouted(text) {
            for token in &mut list {
                token.capital = false;
            }
        }
        Self { text, list, number: Cell::new(None) }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The token at `i`.
    pub fn get(&self, i: usize) -> Option<&Token<'t>> {
        self.list.get(i)
    }

    /// The text of token `i`, empty beyond the end.
    pub fn raw(&self, i: usize) -> &'t str {
        self.list.get(i).map_or("", |t| t.raw)
    }

    /// The text of token `i` with ASCII letters in lower case, empty beyond the end.
    pub fn word(&self, i: usize) -> &str {
        self.list.get(i).map_or("", |t| t.lower.as_deref().unwrap_or(t.raw))
    }

    /// The text from token `from` up to, not including, token `to`.
    pub fn slice(&self, from: usize, to: usize) -> &'t str {
        let (Some(a), Some(b)) = (self.list.get(from), to.checked_sub(1).and_then(|t| self.list.get(t)))
        else {
            return "";
        };
        self.text.get(a.from as usize..b.to as usize).unwrap_or("")
    }

    /// The code points from token `from` up to, not including, token `to`.
    pub fn span(&self, from: usize, to: usize) -> Option<Span> {
        let last = self.list.get(to.checked_sub(1)?)?;
        Span::new(self.list.get(from)?.start, last.end)
    }

    /// Whether token `i` has this kind.
    pub fn is(&self, i: usize, kind: Kind) -> bool {
        self.list.get(i).is_some_and(|t| t.kind == kind)
    }

    /// Whether token `i` is a word that begins with a capital.
    pub fn capital(&self, i: usize) -> bool {
        self.list.get(i).is_some_and(|t| t.kind == Kind::Word && t.capital)
    }

    /// Whether token `i` is a finite verb, as `read` told when it was first asked: rules ask that of a token many times.
    pub fn finite(&self, i: usize, read: impl FnOnce() -> bool) -> bool {
        self.list.get(i).is_some_and(|t| *t.finite.get_or_init(read))
    }

    /// The number that begins at token `i`, as `read` tells it unless it was the last one asked for.
    pub(crate) fn number(&self, i: usize, read: impl FnOnce() -> Option<Number>) -> Option<Number> {
        if let Some((_, number)) = self.number.get().filter(|(at, _)| *at == i) {
            return number;
        }
        let number = read();
        self.number.set(Some((i, number)));
        number
    }

    /// Whether white space stands before token `i`; true beyond the end.
    pub fn spaced(&self, i: usize) -> bool {
        self.list.get(i).is_none_or(|t| t.spaced)
    }

    /// The tokens from `from` on are these words.
    pub fn follows(&self, from: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(k, w)| self.word(from + k) == *w)
    }

    /// The number of the first token that begins at byte `at` of the block or later.
    pub fn at_byte(&self, at: usize) -> usize {
        self.list.partition_point(|t| (t.from as usize) < at)
    }
}

/// Whether nearly all letters of a text are capitals, so that they tell nothing of its words.
fn is_shouted(text: &str) -> bool {
    const FEWEST: usize = 40;
    let (mut all, mut small) = (0_usize, 0_usize);
    for byte in text.bytes().filter(u8::is_ascii_alphabetic) {
        all += 1;
        small += usize::from(byte.is_ascii_lowercase());
        if small * 8 > all && all >= FEWEST {
            return false;
        }
    }
    all >= FEWEST && small * 10 <= all
}

fn cut(text: &str, start: u32) -> Vec<Token<'_>> {
    let mut out = Vec::with_capacity(text.len() / 5 + 4);
    let mut pieces = pieces(text);
    // A window of three pieces is enough to tell what joins what.
    let mut now = pieces.next();
    let mut next = pieces.next();
    let mut at = start;
    let mut spaced = true;
    while let Some(piece) = now {
        if piece.sort == Sort::Space {
            spaced = true;
            at += piece.chars;
            now = next;
            next = pieces.next();
            continue;
        }
        let (kind, mut end) = match piece.sort {
            Sort::Letter => (Kind::Word, at + piece.chars),
            Sort::Digit => (Kind::Number, at + piece.chars),
            Sort::Mark => (Kind::Mark, at + piece.chars),
            Sort::Space | Sort::Other => (Kind::Other, at + piece.chars),
        };
        let mut to = next.map_or(text.len(), |n| n.from);
        let take = |end: &mut u32, next: &mut Option<Piece>, after: Option<Piece>| {
            if let Some(n) = *next {
                *end += n.chars;
            }
            *next = after;
        };
        match piece.sort {
            Sort::Letter => {
                let mut length = 1_usize;
                let mut dotted = false;
                while let Some(n) = next {
                    let joins = if n.sort == Sort::Letter {
                        // `U.S.` is one word; after its points only single letters follow.
                        !dotted || length == 0
                    } else if matches!(n.first, '\'' | '’') && n.chars == 1 && !dotted {
                        // Apostrophe inside a word, but a final ’s is a token of its own.
                        let rest = text.get(n.from + n.first.len_utf8()..).unwrap_or("");
                        let mut ahead = rest.chars();
                        let letter = ahead.next().is_some_and(|c| sort(c) == Sort::Letter);
                        let clitic = rest.starts_with(['s', 'S'])
                            && !ahead.next().is_some_and(|c| matches!(sort(c), Sort::Letter | Sort::Digit));
                        letter && !clitic
                    } else if n.first == '.' && n.chars == 1 && length == 1 {
                        let single = dotted || {
                            let mut ahead = text.get(n.from + 1..).unwrap_or("").chars();
                            ahead.next().is_some_and(|c| sort(c) == Sort::Letter) && ahead.next() == Some('.')
                        };
                        dotted |= single;
                        single
                    } else {
                        false
                    };
                    if !joins {
                        break;
                    }
                    length = if n.sort == Sort::Letter { length + 1 } else { 0 };
                    if length == 0 && n.first != '.' {
                        length = 2;
                    }
                    if !dotted && n.sort == Sort::Letter {
                        // Most letters are followed by another, which joins it as this one did.
                        let more = pieces.pass_letters();
                        length += more;
                        end += more as u32;
                    }
                    let after = pieces.next();
                    take(&mut end, &mut next, after);
                    to = next.map_or(text.len(), |x| x.from);
                }
            }
            Sort::Digit => {
                while let Some(n) = next {
                    let joins = n.sort == Sort::Digit
                        || (matches!(n.first, '.' | ',')
                            && n.chars == 1
                            && text.get(n.from + 1..).is_some_and(|r| digits_follow(r, n.first)));
                    if !joins {
                        break;
                    }
                    let after = pieces.next();
                    take(&mut end, &mut next, after);
                    to = next.map_or(text.len(), |x| x.from);
                }
            }
            Sort::Mark => {
                let pair = matches!(piece.first, '\'' | '`' | '-')
                    && piece.chars == 1
                    && next.is_some_and(|n| n.first == piece.first && n.chars == 1);
                let clitic = matches!(piece.first, '\'' | '’')
                    && piece.chars == 1
                    && !pair
                    && next.is_some_and(|n| matches!(n.first, 's' | 'S') && n.chars == 1)
                    && !text
                        .get(to + 1..)
                        .and_then(|r| r.chars().next())
                        .is_some_and(|c| matches!(sort(c), Sort::Letter | Sort::Digit));
                if pair || clitic {
                    let after = pieces.next();
                    take(&mut end, &mut next, after);
                    to = next.map_or(text.len(), |x| x.from);
                }
            }
            Sort::Space | Sort::Other => {}
        }
        let raw = text.get(piece.from..to).unwrap_or_default();
        let upper = raw.bytes().any(|b| b.is_ascii_uppercase());
        out.push(Token {
            raw,
            lower: upper.then(|| raw.to_ascii_lowercase().into_boxed_str()),
            from: piece.from as u32,
            to: to as u32,
            start: at,
            end,
            kind,
            spaced,
            capital: piece.first.is_uppercase(),
            finite: OnceCell::new(),
        });
        spaced = false;
        at = end;
        now = next;
        next = pieces.next();
    }
    out
}

/// A comma joins digits only before a group of three, or groups of two and then one of three, as in India; a point before any
/// digit.
fn digits_follow(rest: &str, mark: char) -> bool {
    let digits = |s: &str| s.bytes().take(4).take_while(u8::is_ascii_digit).count();
    if mark != ',' {
        return digits(rest) > 0;
    }
    let mut rest = rest;
    // No number has more groups, and the bound keeps a long list of numbers linear.
    for _ in 0..6 {
        match (digits(rest), rest.as_bytes().get(2), rest.get(3..)) {
            (3, ..) => return true,
            (2, Some(b','), Some(more)) => rest = more,
            _ => return false,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut_up(text: &str) -> Vec<&str> {
        let tokens = Tokens::new(text, 0);
        (0..tokens.len()).map(|i| tokens.raw(i)).collect()
    }

    #[test]
    fn words_numbers_and_marks_are_told_apart() {
        assert_eq!(
            cut_up("Russia’s $1,099.50 didn’t, U.S. 15-20%."),
            ["Russia", "’s", "$", "1,099.50", "didn’t", ",", "U.S.", "15", "-", "20", "%", "."]
        );
        assert_eq!(
            cut_up("in 2004, 2005. ``The 3rd''"),
            ["in", "2004", ",", "2005", ".", "``", "The", "3", "rd", "''"]
        );
        assert_eq!(cut_up("12,34,567.89 or 22,24,26"), ["12,34,567.89", "or", "22", ",", "24", ",", "26"]);
    }

    #[test]
    fn a_token_never_cuts_a_grapheme() {
        assert_eq!(cut_up("cafe\u{301}s 5\u{20e3} 🇺🇸x"), ["cafe\u{301}s", "5\u{20e3}", "🇺🇸", "x"]);
        assert_eq!(
            cut_up("🇺🇸🇬🇧\u{1f469}\u{200d}\u{1f467}é"),
            ["🇺🇸", "🇬🇧", "\u{1f469}\u{200d}\u{1f467}", "é"]
        );
        let tokens = Tokens::new("é 🇺🇸 b", 10);
        assert_eq!(tokens.list.iter().map(|t| t.start).collect::<Vec<_>>(), [10, 12, 15]);
    }
}
