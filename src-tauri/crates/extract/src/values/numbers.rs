//! Numbers in digits and in English words, exact.

use std::fmt;

use crate::tokens::{Kind, Tokens};

/// An exact decimal number: `digits / 10^places`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Decimal {
    digits: i128,
    places: u32,
}

impl Decimal {
    pub(crate) const fn whole(n: i128) -> Self {
        Self { digits: n, places: 0 }
    }

    /// Reads ASCII digits with commas between groups and one point; `None` beyond thirty digits.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let plain: String = text.chars().filter(|c| *c != ',').collect();
        let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
        let part = part.trim_end_matches('0');
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if whole.len() + part.len() > 30 || !digits(whole) || !digits(part) || plain.is_empty() {
            return None;
        }
        Some(Self { digits: format!("{whole}{part}").parse().ok()?, places: part.len() as u32 })
    }

    pub(crate) fn times(self, by: i128) -> Option<Self> {
        Some(Self { digits: self.digits.checked_mul(by)?, places: self.places }.tidy())
    }

    pub(crate) fn per(self, tens: u32) -> Self {
        Self { digits: self.digits, places: self.places + tens }.tidy()
    }

    pub(crate) fn plus(self, other: Self) -> Option<Self> {
        let places = self.places.max(other.places);
        let lift = |d: Self| d.digits.checked_mul(10_i128.checked_pow(places - d.places)?);
        Some(Self { digits: lift(self)?.checked_add(lift(other)?)?, places }.tidy())
    }

    pub(crate) fn negative(self) -> Self {
        Self { digits: -self.digits, places: self.places }
    }

    /// The number, if it is whole and fits.
    pub(crate) fn as_int(self) -> Option<i64> {
        if self.places == 0 { i64::try_from(self.digits).ok() } else { None }
    }

    fn tidy(mut self) -> Self {
        while self.places > 0 && self.digits % 10 == 0 {
            self.digits /= 10;
            self.places -= 1;
        }
        self
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.digits.unsigned_abs().to_string();
        let places = self.places as usize;
        if self.digits < 0 {
            f.write_str("-")?;
        }
        if places == 0 {
            return f.write_str(&digits);
        }
        let padded = format!("{digits:0>width$}", width = places + 1);
        let (whole, part) = padded.split_at(padded.len() - places);
        write!(f, "{whole}.{part}")
    }
}

/// A number read from the text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Number {
    pub(crate) value: Decimal,
    /// One after its last token.
    pub(crate) to: usize,
    /// Whether it is written in digits.
    pub(crate) digits: bool,
}

/// The number that begins at token `i`: `1,099.50`, `$4 billion`’s `4 billion`, `two and a half`, `a hundred`.
pub(crate) fn at(tokens: &Tokens<'_>, i: usize) -> Option<Number> {
    let mut n = if tokens.is(i, Kind::Number) { in_digits(tokens, i)? } else { in_words(tokens, i)? };
    // “4 billion”, “4bn”, “300k”
    if n.digits {
        let joined = !tokens.spaced(n.to);
        let hyphen = tokens.word(n.to) == "-" && scale(tokens.word(n.to + 1)).is_some();
        let at = n.to + usize::from(hyphen);
        if let Some(by) = scale(tokens.word(at)).or_else(|| short_scale(tokens.word(at), joined)) {
            n.value = n.value.times(by)?;
            n.to = at + 1;
        }
    }
    // “two and a half”, “10 1/2”
    if tokens.follows(n.to, &["and", "a", "half"]) {
        n.value = n.value.plus(Decimal { digits: 5, places: 1 })?;
        n.to += 3;
    }
    Some(n)
}

fn in_digits(tokens: &Tokens<'_>, i: usize) -> Option<Number> {
    let value = Decimal::parse(tokens.raw(i))?;
    let half = tokens.word(i + 1) == "½";
    if half {
        return Some(Number {
            value: value.plus(Decimal { digits: 5, places: 1 })?,
            to: i + 2,
            digits: true,
        });
    }
    Some(Number { value, to: i + 1, digits: true })
}

/// Thousand, million and so on.
pub(crate) fn scale(word: &str) -> Option<i128> {
    Some(match word {
        "hundred" => 100,
        "thousand" => 1_000,
        "lakh" => 100_000,
        "million" => 1_000_000,
        "crore" => 10_000_000,
        "billion" => 1_000_000_000,
        "trillion" => 1_000_000_000_000,
        _ => return None,
    })
}

fn short_scale(word: &str, joined: bool) -> Option<i128> {
    Some(match word {
        "bn" => 1_000_000_000,
        "tn" => 1_000_000_000_000,
        "mn" => 1_000_000,
        "k" if joined => 1_000,
        _ => return None,
    })
}

/// One to ninety-nine by its parts.
pub(crate) fn small(word: &str) -> Option<i128> {
    const WORDS: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    WORDS
        .iter()
        .position(|w| *w == word)
        .map(|n| n as i128)
        .or_else(|| TENS.iter().position(|w| *w == word).map(|n| (n as i128 + 2) * 10))
}

/// First to ninety-ninth, and `3rd`-like digits elsewhere.
pub(crate) fn ordinal(word: &str) -> Option<i128> {
    const WORDS: [&str; 21] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
        "twenty-first",
    ];
    WORDS.iter().position(|w| *w == word).map(|n| n as i128 + 1)
}

/// “two hundred and fifty thousand”, “twenty-five”, “a dozen”, “half a million”.
fn in_words(tokens: &Tokens<'_>, i: usize) -> Option<Number> {
    if tokens.follows(i, &["half", "a"]) || tokens.follows(i, &["half", "an"]) {
        let by = scale(tokens.word(i + 2))?;
        return Some(Number { value: Decimal::whole(by / 2), to: i + 3, digits: false });
    }
    let mut at = i;
    let mut total = 0_i128;
    let mut group = 0_i128;
    let mut seen = false;
    if matches!(tokens.word(at), "a" | "an") {
        match tokens.word(at + 1) {
            "dozen" => return Some(Number { value: Decimal::whole(12), to: at + 2, digits: false }),
            "couple" if tokens.word(at + 2) == "of" => {
                return Some(Number { value: Decimal::whole(2), to: at + 3, digits: false });
            }
            word if scale(word).is_some() => {
                group = 1;
                at += 1;
            }
            _ => return None,
        }
    }
    // Number words are few in any sensible number; the bound keeps a run of them linear.
    let last = i + 16;
    while at < last {
        let word = tokens.word(at);
        if let Some(n) = small(word) {
            let tens = n < 10 && group % 100 >= 20 && group % 10 == 0;
            if seen && group % 100 != 0 && !tens {
                break;
            }
            group += n;
            at += 1;
            if n >= 20 && tokens.word(at) == "-" && small(tokens.word(at + 1)).is_some_and(|u| u < 10) {
                at += 1;
            }
        } else if let Some(by) = scale(word) {
            if group == 0 {
                break;
            }
            if by == 100 {
                group = group.checked_mul(100)?;
            } else {
                total = total.checked_add(group.checked_mul(by)?)?;
                group = 0;
            }
            at += 1;
        } else if word == "and"
            && seen
            && small(tokens.word(at + 1)).is_some()
            && group >= 100
            && group % 100 == 0
        {
            at += 1;
        } else if word == "dozen" && seen {
            group = group.checked_mul(12)?;
            at += 1;
        } else {
            break;
        }
        seen = true;
    }
    if !seen {
        return None;
    }
    Some(Number { value: Decimal::whole(total.checked_add(group)?), to: at, digits: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, usize)> {
        at(&Tokens::new(text, 0), 0).map(|n| (n.value.to_string(), n.to))
    }

    #[test]
    fn numbers_are_read_exactly() {
        for (text, value) in [
            ("82.29 billion", "82290000000"),
            ("1,099.50", "1099.5"),
            ("twenty-five", "25"),
            ("two hundred and fifty thousand", "250000"),
            ("two and a half", "2.5"),
            ("a thousand points", "1000"),
            ("half a million", "500000"),
            ("4bn", "4000000000"),
            ("three dozen", "36"),
            ("0.16", "0.16"),
        ] {
            assert_eq!(read(text).map(|r| r.0).as_deref(), Some(value), "{text}");
        }
        assert_eq!(read("and a half"), None);
        assert_eq!(read(&"9".repeat(99)), None, "too long to be a number");
        assert_eq!(read("two three"), Some(("2".into(), 1)));
    }
}
