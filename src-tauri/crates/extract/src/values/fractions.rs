//! Parts of a whole: “two thirds”, “a quarter”, “3/4”, “⅔”, “one in five”.

use super::decimal::Decimal;
use super::numbers::{self, Number};
use crate::tokens::{Kind, Tokens};

/// The denominator that a word is, perhaps with the words before it: “fifths”, “twenty-first”, “hundredth”; whether it is a
/// plural; and one after its last token.
fn denominator(tokens: &Tokens<'_>, i: usize) -> Option<(i128, bool, usize)> {
    let one = |at: usize| -> Option<(i128, bool)> {
        let word = tokens.word(at);
        match word {
            "half" => return Some((2, false)),
            "halves" => return Some((2, true)),
            "quarter" => return Some((4, false)),
            "quarters" => return Some((4, true)),
            // “Second” is a unit of time before it is a part.
            "first" | "firsts" | "second" | "seconds" => return None,
            _ => {}
        }
        let stem = word.strip_suffix('s').unwrap_or(word);
        let n = numbers::ordinal(stem).filter(|n| *n > 2).or_else(|| {
            let tens = stem.strip_suffix("ieth").map(|s| format!("{s}y")).and_then(|s| numbers::small(&s));
            tens.or_else(|| stem.strip_suffix("th").and_then(numbers::scale))
        })?;
        Some((n, stem.len() < word.len()))
    };
    if let Some((n, plural)) = one(i) {
        return Some((n, plural, i + 1));
    }
    // “twenty-fifths”
    let tens = numbers::small(tokens.word(i)).filter(|n| *n >= 20)?;
    let at = i + 1 + usize::from(tokens.word(i + 1) == "-");
    let last = tokens.word(at);
    let plural = last.ends_with('s');
    let n = numbers::ordinal(last.strip_suffix('s').unwrap_or(last)).filter(|n| *n < 10)?;
    Some((tens + n, plural, at + 1))
}

/// A part that begins at token `i` with its numerator in words: “two thirds”, “a fifth”, “half”.
pub(super) fn in_words(tokens: &Tokens<'_>, i: usize) -> Option<Number> {
    let number = |value, to| Some(Number { value, to, digits: false });
    match tokens.word(i) {
        "half" | "quarter" => {
            let under = if tokens.word(i) == "half" { 2 } else { 4 };
            if let Some(by) = numbers::scale(tokens.word(i + 1)).filter(|by| *by > 100) {
                return number(Decimal::ratio(by, under)?, i + 2);
            }
            let (article, by) = (tokens.word(i + 1), tokens.word(i + 2));
            if under == 2 && matches!(article, "a" | "an") {
                let by = numbers::scale(by).or(matches!(by, "dozen").then_some(12))?;
                return number(Decimal::whole(by / 2), i + 3);
            }
            let before = i.checked_sub(1).map_or("", |b| tokens.word(b));
            let named = matches!(
                before,
                "first"
                    | "second"
                    | "latter"
                    | "other"
                    | "better"
                    | "final"
                    | "opening"
                    | "third"
                    | "and"
                    | "-"
            );
            (under == 2 && !named && part_follows(tokens, i + 1)).then_some(())?;
            number(Decimal::HALF, i + 1)
        }
        "a" | "one" | "an" => {
            let hyphen = usize::from(tokens.word(i + 1) == "-");
            let (under, plural, to) = denominator(tokens, i + 1 + hyphen)?;
            if plural {
                return None;
            }
            if let Some(by) = numbers::scale(tokens.word(to)) {
                return number(Decimal::ratio(by, under)?, to + 1);
            }
            (part_follows(tokens, to) || moved_by(tokens, i, to))
                .then(|| number(Decimal::ratio(1, under)?, to))
                .flatten()
        }
        _ => None,
    }
}

/// A cardinal that turns out to be the upper part: “two [thirds]”, “five [- eighths]”, “three [quarters of a million]”.
pub(super) fn of_cardinal(tokens: &Tokens<'_>, over: Number) -> Option<Number> {
    let at = over.to + usize::from(tokens.word(over.to) == "-");
    let (under, plural, mut to) = denominator(tokens, at)?;
    if !plural || under == 4 && over.value.as_int().is_none_or(|n| n > 3) {
        return None;
    }
    let mut value = over.value.over(Decimal::whole(under))?;
    let of = if tokens.follows(to, &["of", "a"]) { 2 } else { 0 };
    if let Some(by) = numbers::scale(tokens.word(to + of)) {
        value = over.value.times(by)?.over(Decimal::whole(under))?;
        to += of + 1;
    }
    Some(Number { value, to, digits: false })
}

/// The part after “and” in “two and a half”, “5 ½”, “10 1/2”; its value and its end.
pub(super) fn after(tokens: &Tokens<'_>, i: usize) -> Option<(Decimal, usize)> {
    if let Some(part) = sign(tokens.raw(i)) {
        return Some((part, i + 1));
    }
    if let Some((value, to)) = slashed(tokens, i) {
        return Some((value, to));
    }
    // “two-and-a-half”
    if tokens.follows(i, &["-", "and", "-", "a", "-", "half"]) {
        return Some((Decimal::HALF, i + 6));
    }
    if tokens.word(i) != "and" {
        return None;
    }
    let (over, at) = match tokens.word(i + 1) {
        "a" | "one" => (1, i + 2),
        "half" if !part_follows(tokens, i + 2) => (1, i + 1),
        word => (numbers::small(word)?, i + 2),
    };
    let (under, plural, to) = denominator(tokens, at + usize::from(tokens.word(at) == "-"))?;
    (plural == (over > 1)).then(|| Some((Decimal::ratio(over, under)?, to))).flatten()
}

/// “3/4”: only with the denominators that people write so, since “9/11” is a day.
pub(super) fn slashed(tokens: &Tokens<'_>, i: usize) -> Option<(Decimal, usize)> {
    let joined = tokens.word(i + 1) == "/" && !tokens.spaced(i + 1) && !tokens.spaced(i + 2);
    if !joined || tokens.word(i + 3) == "/" && !tokens.spaced(i + 3) {
        return None;
    }
    let number =
        |at: usize| tokens.is(at, Kind::Number).then(|| tokens.raw(at).parse::<i128>().ok()).flatten();
    let (over, under) = (number(i)?, number(i + 2)?);
    (over < under && matches!(under, 2..=6 | 8 | 10 | 16 | 32 | 64 | 100))
        .then(|| Some((Decimal::ratio(over, under)?, i + 3)))
        .flatten()
}

/// “one out of three”, “nine in 10”, “one over twenty”.
pub(super) fn share(tokens: &Tokens<'_>, n: &Number) -> Option<Number> {
    let at = match (tokens.word(n.to), tokens.word(n.to + 1)) {
        ("out", "of") => n.to + 2,
        ("in" | "over", _) => n.to + 1,
        _ => return None,
    };
    let mut under = numbers::plain(tokens, at)?;
    // “five hundreds”
    if let Some(by) = tokens.word(under.to).strip_suffix('s').and_then(numbers::scale) {
        under = Number { value: under.value.times(by)?, to: under.to + 1, digits: under.digits };
    }
    let (over, below) = (n.value.as_int()?, under.value.as_int()?);
    let stands = match tokens.word(n.to) {
        "out" => over <= below,
        "in" => {
            let unit = super::calendar::Unit::read(tokens.word(under.to)).is_some();
            over < below && over < 10 && below <= 1000 && !unit && tokens.word(under.to) != "-"
        }
        // Words after it make “over” a bound: “$2,000 over 3 years”.
        _ => below > 1 && !tokens.is(under.to, Kind::Word) && tokens.word(under.to) != "-",
    };
    stands
        .then(|| Some(Number { value: n.value.over(under.value)?, to: under.to, digits: n.digits }))
        .flatten()
}

/// Whether what follows shows a part of something, and no ordinal or half an hour.
fn part_follows(tokens: &Tokens<'_>, i: usize) -> bool {
    let word = tokens.word(i);
    matches!(
        word,
        "of" | "the"
            | "its"
            | "their"
            | "his"
            | "her"
            | "our"
            | "all"
            | "people"
            | "as"
            | "more"
            | "less"
            | ""
    ) || tokens.is(i, Kind::Mark) && word != "-"
}

/// “rose by a fifth to £2m”: whether the part from `i` to `to` tells how far something moved.
fn moved_by(tokens: &Tokens<'_>, i: usize, to: usize) -> bool {
    if i < 2 || tokens.word(i - 1) != "by" || !super::movements::moves(tokens.word(i - 2)) {
        return false;
    }
    let word = tokens.word(to);
    crate::verbs::is_preposition(word)
        || matches!(
            word,
            "this" | "last" | "next" | "and" | "but" | "or" | "when" | "while" | "as" | "because" | "year"
        )
}

/// ½ and its like.
pub(super) fn sign(raw: &str) -> Option<Decimal> {
    let (over, under) = match raw {
        "½" => (1, 2),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅕" => (1, 5),
        "⅖" => (2, 5),
        "⅗" => (3, 5),
        "⅘" => (4, 5),
        "⅙" => (1, 6),
        "⅚" => (5, 6),
        "⅛" => (1, 8),
        "⅜" => (3, 8),
        "⅝" => (5, 8),
        "⅞" => (7, 8),
        _ => return None,
    };
    Decimal::ratio(over, under)
}
