//! Numbers in digits and in English words, exact.

use super::decimal::Decimal;
use super::fractions;
use crate::tokens::{Kind, Tokens};

/// A number read from the text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Number {
    pub(crate) value: Decimal,
    /// One after its last token.
    pub(crate) to: usize,
    /// Whether it is written in digits.
    pub(crate) digits: bool,
}

/// The number that begins at token `i`: `1,099.50`, `$4 billion`’s `4 billion`, `two and a half`, `a hundred`, `two thirds`,
/// `one in five`.
pub(crate) fn at(tokens: &Tokens<'_>, i: usize) -> Option<Number> {
    if !may_begin(tokens, i) {
        return None;
    }
    let Some(n) = plain(tokens, i) else {
        let sign = fractions::sign(tokens.raw(i)).map(|value| Number { value, to: i + 1, digits: true });
        return sign.or_else(|| fractions::in_words(tokens, i));
    };
    if let Some((value, to)) = fractions::slashed(tokens, i) {
        return Some(Number { value, to, digits: true });
    }
    if tokens.word(i) == "one"
        && n.to == i + 1
        && let Some(part) = fractions::in_words(tokens, i)
    {
        return Some(part);
    }
    fractions::of_cardinal(tokens, n)
        .or_else(|| with_part(tokens, i, n))
        .or_else(|| fractions::share(tokens, &n))
        .or(Some(n))
}

/// Whether a number may begin at token `i`: asked of every word of a text, several times, so before anything is read.
fn may_begin(tokens: &Tokens<'_>, i: usize) -> bool {
    if tokens.is(i, Kind::Word) {
        let word = tokens.word(i);
        return matches!(word, "a" | "an" | "half" | "quarter")
            || small(word).is_some()
            || scale(word).is_some();
    }
    // A number, or a sign like ½.
    tokens.is(i, Kind::Number) || tokens.raw(i).len() > 1
}

/// “two and a half”, “10 1/2”, “3 million and a quarter”, “five and a half million”.
fn with_part(tokens: &Tokens<'_>, i: usize, n: Number) -> Option<Number> {
    let (part, mut to) = fractions::after(tokens, n.to)?;
    // After a large scale the part is one of that scale, unless it has its own: “one billion and a half million”.
    let of_part = scale(tokens.word(to));
    let of_number = n.to.checked_sub(1).filter(|last| *last >= i).and_then(|last| scale(tokens.word(last)));
    let large = of_number.filter(|by| *by >= 100_000);
    let value = match (of_part, large) {
        (Some(by), Some(_)) => {
            to += 1;
            n.value.plus(part.times(by)?)?
        }
        (Some(by), None) => {
            to += 1;
            n.value.plus(part)?.times(by)?
        }
        (None, Some(by)) => n.value.plus(part.times(by)?)?,
        (None, None) => n.value.plus(part)?,
    };
    Some(Number { value, to, digits: n.digits })
}

/// A number without a part: `1,099.50`, `4bn`, `two hundred and five`, `nine point four`.
pub(super) fn plain(tokens: &Tokens<'_>, i: usize) -> Option<Number> {
    if !may_begin(tokens, i) {
        return None;
    }
    tokens.number(i, || read(tokens, i))
}

fn read(tokens: &Tokens<'_>, i: usize) -> Option<Number> {
    let mut n = if tokens.is(i, Kind::Number) { in_digits(tokens, i)? } else { in_words(tokens, i)? };
    if let Some((value, to)) = pointed(tokens, &n) {
        n = Number { value, to, digits: false };
        if let Some(by) = scale(tokens.word(n.to)) {
            n = Number { value: n.value.times(by)?, to: n.to + 1, digits: false };
        }
    }
    // “4 billion”, “4bn”, “300k”, “3 hundred and 21”
    if n.digits {
        let joined = !tokens.spaced(n.to);
        let hyphen = tokens.word(n.to) == "-" && scale(tokens.word(n.to + 1)).is_some();
        let at = n.to + usize::from(hyphen);
        if let Some(by) = scale(tokens.word(at)).or_else(|| short_scale(tokens.raw(at), joined)) {
            n.value = n.value.times(by)?;
            n.to = at + 1;
            if let Some(rest) = smaller(tokens, n.to, by) {
                n = Number { value: n.value.plus(rest.value)?, ..rest };
            }
        }
    }
    Some(n)
}

/// What goes on below a scale: “4 thousand 3 hundred and 21”, “6 crore and two hundred”.
fn smaller(tokens: &Tokens<'_>, i: usize, than: i128) -> Option<Number> {
    let and = usize::from(tokens.word(i) == "and");
    // “5 million 5 million 5 million …”: what is not below the scale is not looked into, so that scales fall at each step.
    let at = i + and;
    let below = |k: usize| scale(tokens.word(k)).is_none_or(|by| by < than);
    if !(below(at) && below(at + 1) && below(at + 2)) {
        return None;
    }
    let next = plain(tokens, at)?;
    let scaled = (i..next.to).any(|k| scale(tokens.word(k)).is_some());
    // “5 million and 3 people” counts two things: after “and” only what itself has a scale, or follows hundreds.
    let goes_on = next.value.as_int().is_some_and(|n| n > 0 && i128::from(n) < than);
    (goes_on && (scaled || than == 100 && and == 1)).then_some(next)
}

/// “nine point nought four”: digits in words after “point”.
fn pointed(tokens: &Tokens<'_>, n: &Number) -> Option<(Decimal, usize)> {
    if tokens.word(n.to) != "point" || n.digits {
        return None;
    }
    let mut part = String::new();
    let mut at = n.to + 1;
    while let Some(digit) = small(tokens.word(at)).filter(|_| part.len() < 12) {
        let mut digit = digit;
        at += 1;
        if digit >= 20 {
            let hyphen = usize::from(tokens.word(at) == "-");
            if let Some(unit) = small(tokens.word(at + hyphen)).filter(|u| (1..10).contains(u)) {
                digit += unit;
                at += hyphen + 1;
            }
        }
        part.push_str(&digit.to_string());
    }
    let part = Decimal::parse(&format!("0.{part}")).filter(|_| !part.is_empty())?;
    Some((n.value.plus(part)?, at))
}

fn in_digits(tokens: &Tokens<'_>, i: usize) -> Option<Number> {
    let raw = tokens.raw(i);
    let value = Decimal::parse(raw)?;
    if let Some((value, to)) = powered(tokens, i, value) {
        return Some(Number { value, to, digits: true });
    }
    // “1 414 021 100”: groups of three with spaces between.
    let group = |at: usize| {
        tokens.is(at, Kind::Number) && tokens.spaced(at) && {
            let raw = tokens.raw(at);
            let whole = raw.split('.').next().unwrap_or(raw);
            whole.len() == 3 && !raw.contains(',')
        }
    };
    let first = raw.len() <= 3 && raw.bytes().all(|b| b.is_ascii_digit()) && !raw.starts_with('0');
    if first && group(i + 1) {
        let mut to = i + 1;
        let mut whole = raw.to_owned();
        while group(to) && whole.len() < 30 && !whole.contains('.') {
            whole.push_str(tokens.raw(to));
            to += 1;
        }
        return Some(Number { value: Decimal::parse(&whole)?, to, digits: true });
    }
    Some(Number { value, to: i + 1, digits: true })
}

/// `1e10`, `1.3x10^6`, `2.5^-1`.
fn powered(tokens: &Tokens<'_>, i: usize, base: Decimal) -> Option<(Decimal, usize)> {
    let joined = |from: usize, to: usize| (from..to).all(|k| !tokens.spaced(k));
    let exponent = |at: usize| -> Option<(bool, u32, usize)> {
        let down = tokens.word(at) == "-";
        let at = at + usize::from(down || tokens.word(at) == "+");
        let plain = tokens.is(at, Kind::Number) && tokens.raw(at).len() <= 2;
        Some((down, plain.then(|| tokens.raw(at).parse().ok()).flatten()?, at + 1))
    };
    let (mark, down, by, to) = match (tokens.word(i + 1), tokens.word(i + 2), tokens.word(i + 3)) {
        ("e", ..) => exponent(i + 2).map(|(down, by, to)| ("e", down, by, to))?,
        ("x" | "×", "10", "^") => exponent(i + 4).map(|(down, by, to)| ("e", down, by, to))?,
        ("^", ..) => exponent(i + 2).map(|(down, by, to)| ("^", down, by, to))?,
        _ => return None,
    };
    if !joined(i + 1, to) {
        return None;
    }
    let value = match (mark, down) {
        ("e", true) => base.per(by),
        ("e", false) => base.times(10_i128.checked_pow(by)?)?,
        (_, false) => base.power(by)?,
        (_, true) => base.power(by)?.inverse()?,
    };
    Some((value, to))
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

fn short_scale(raw: &str, joined: bool) -> Option<i128> {
    Some(match raw {
        "bn" | "bln" => 1_000_000_000,
        "tn" | "tln" | "trn" => 1_000_000_000_000,
        "mn" | "mln" | "mil" => 1_000_000,
        "MM" | "M" if joined => 1_000_000,
        "b" | "B" if joined => 1_000_000_000,
        "k" | "K" if joined => 1_000,
        "dozen" | "dozens" | "dzs" => 12,
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
    // Asked of every word of a text: none of the names is longer, and none begins otherwise.
    if !(3..=9).contains(&word.len()) || !word.starts_with(['o', 't', 'f', 's', 'e', 'n', 'z']) {
        return None;
    }
    if matches!(word, "nought" | "naught") {
        return Some(0);
    }
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
    let mut at = i;
    let mut total = 0_i128;
    let mut group = 0_i128;
    let mut seen = false;
    // “hundred thousand”, with nothing before it.
    if scale(tokens.word(at)).is_some() && scale(tokens.word(at + 1)).is_some() {
        group = 1;
    }
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
                // “three lakh crore”
                let before = at.checked_sub(1).filter(|b| *b >= i).and_then(|b| scale(tokens.word(b)));
                if before.is_none_or(|b| b >= by) {
                    break;
                }
                total = total.checked_mul(by)?;
            } else if by == 100 {
                group = group.checked_mul(100)?;
            } else {
                total = total.checked_add(group.checked_mul(by)?)?;
                group = 0;
            }
            at += 1;
        } else if word == "and"
            && seen
            && small(tokens.word(at + 1)).is_some()
            && (group >= 100 && group % 100 == 0 || group == 0 && scale(tokens.word(at + 2)) == Some(100))
            && !is_part(tokens, at + 1)
        {
            at += 1;
        } else if word == "," && seen && group == 0 && total > 0 {
            // “two million, three hundred thousand”
            let by = at.checked_sub(1).and_then(|b| scale(tokens.word(b)))?;
            let rest = goes_on_below(tokens, at + 1, by).then(|| in_words(tokens, at + 1)).flatten();
            let below = rest.and_then(|r| Some((r.value.as_int().filter(|n| i128::from(*n) < by)?, r.to)));
            if let Some((n, to)) = below {
                (total, at) = (total.checked_add(i128::from(n))?, to);
            }
            return Some(Number { value: Decimal::whole(total), to: at, digits: false });
        } else if matches!(word, "dozen" | "dozens" | "dozs" | "dzs") && seen && group > 0 {
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

/// Whether the words at token `i` are a number of a smaller scale than `by`: each step is smaller, so there are few.
fn goes_on_below(tokens: &Tokens<'_>, i: usize, by: i128) -> bool {
    if small(tokens.word(i)).is_none() {
        return false;
    }
    let mut hundred = false;
    for k in i..i + 8 {
        let word = tokens.word(k);
        match scale(word) {
            Some(100) => hundred = true,
            Some(next) => return next < by,
            None if small(word).is_some() || matches!(word, "and" | "-") => {}
            // “two thousand, six hundred of them children”
            None => return hundred && word != "of",
        }
    }
    false
}

/// Whether the number word at token `i` counts parts: the “three” of “a hundred and three quarters”.
fn is_part(tokens: &Tokens<'_>, i: usize) -> bool {
    let word = tokens.word(i + 1);
    word == "quarters"
        || word == "halves"
        || word.strip_suffix('s').is_some_and(|w| ordinal(w).is_some_and(|n| n > 2))
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
            ("two thirds", "0.666666666666667"),
            ("a quarter of them", "0.25"),
            ("one in five people", "0.2"),
            ("two out of five", "0.4"),
            ("3 million and a half", "3500000"),
            ("five and a half million", "5500000"),
            ("10 1/2 miles", "10.5"),
            ("nine point nought four", "9.04"),
            ("1 414 021 100", "1414021100"),
            ("1.3x10^6", "1300000"),
            ("three twenty-fifths", "0.12"),
            ("half of them", "0.5"),
            ("three lakh crore", "3000000000000"),
            ("4 thousand 3 hundred and 21", "4321"),
        ] {
            assert_eq!(read(text).map(|r| r.0).as_deref(), Some(value), "{text}");
        }
        for none in ["and a half", "a third man", "a second", "half an hour", &"9".repeat(99)] {
            assert_eq!(read(none), None, "{none}");
        }
        assert_eq!(read("two three"), Some(("2".into(), 1)));
    }
}
