//! Years of their own kinds: “fiscal year 2008”, “FY18”, “2017 Q1”, “the year 2020”, “nineteen ninety-six”, “the nineties”.

use assay_model::value::{Modifier, ValueType};

use super::Draft;
use super::calendar::{Calendar, Point};
use super::months::{year, year_in_words};
use crate::tokens::{Kind, Tokens};

/// The year, or part of one, that begins at token `i`.
pub(super) fn at(tokens: &Tokens<'_>, i: usize, calendar: &mut Calendar) -> Option<Draft> {
    of_its_own(tokens, i, calendar)
        .or_else(|| quarter_after(tokens, i, calendar))
        .or_else(|| hyphened(tokens, i, calendar))
        .or_else(|| month_after(tokens, i, calendar))
        .or_else(|| called(tokens, i, calendar))
        .or_else(|| in_words(tokens, i, calendar))
        .or_else(|| decade(tokens, i))
}

/// “year-end 1988”, “the year-earlier period”, “a year-ago loss”.
fn hyphened(tokens: &Tokens<'_>, i: usize, calendar: &mut Calendar) -> Option<Draft> {
    if tokens.word(i) != "year" || tokens.word(i + 1) != "-" || tokens.spaced(i + 1) {
        return None;
    }
    let (y, to) = match tokens.word(i + 2) {
        "end" => match year(tokens, i + 3) {
            Some(y) => (y, i + 4),
            None => (calendar.reference()?.year, i + 3),
        },
        "earlier" | "ago" => (calendar.reference()?.year - 1, i + 3),
        _ => return None,
    };
    let mut draft = Draft::new(i, to, ValueType::Date, Point::year(y).value());
    draft.modifier = (tokens.word(i + 2) == "end").then_some(Modifier::End);
    Some(draft)
}

/// “2017 April”: the month after its year, where no day goes on from it.
fn month_after(tokens: &Tokens<'_>, i: usize, calendar: &mut Calendar) -> Option<Draft> {
    let y = year(tokens, i)?;
    let word = tokens.word(i + 1);
    let m = super::calendar::month(word)
        .filter(|_| !matches!(word, "may" | "march" | "mar" | "jan" | "dec" | "sep"))?;
    if tokens.is(i + 2, Kind::Number) || tokens.is(i + 2, Kind::Word) {
        return None;
    }
    let point = Point::month(y, m);
    calendar.note(point);
    Some(Draft::new(i, i + 2, ValueType::Date, point.value()))
}

/// “this fiscal year”, “school year 2008”, `FY18`, “calendar year 2008”.
fn of_its_own(tokens: &Tokens<'_>, i: usize, calendar: &Calendar) -> Option<Draft> {
    let (steps, at) = match tokens.word(i) {
        "this" | "current" => (Some(0), i + 1),
        "last" | "previous" => (Some(-1), i + 1),
        "next" | "coming" => (Some(1), i + 1),
        _ => (None, i),
    };
    let short = match tokens.raw(at) {
        "FY" => Some("FY"),
        "SY" | "sy" => Some("SY"),
        "CY" | "cy" => Some(""),
        _ => None,
    };
    let long = match tokens.word(at) {
        "fiscal" | "financial" => Some("FY"),
        "school" | "academic" => Some("SY"),
        "calendar" => Some(""),
        _ => None,
    }
    .filter(|_| tokens.word(at + 1) == "year");
    // “fiscal 1989”
    if matches!(tokens.word(at), "fiscal" | "financial")
        && steps.is_none()
        && let Some(y) = year(tokens, at + 1)
    {
        return Some(Draft::new(i, at + 2, ValueType::Date, format!("FY{y:04}")));
    }
    let (kind, next) = short.map(|k| (k, at + 1)).or_else(|| long.map(|k| (k, at + 2)))?;
    if let Some(steps) = steps {
        let y = calendar.reference()?.year.checked_add(steps)?;
        return Some(Draft::new(i, next, ValueType::Date, format!("{kind}{y:04}")));
    }
    let raw = tokens.raw(next);
    let two = tokens.is(next, Kind::Number) && raw.len() == 2;
    let y = year(tokens, next).or_else(|| two.then(|| raw.parse::<i32>().ok().map(|y| 2000 + y)).flatten());
    match y {
        Some(y) => Some(Draft::new(i, next + 1, ValueType::Date, format!("{kind}{y:04}"))),
        None if long.is_some() && !kind.is_empty() => {
            Some(Draft::new(i, next, ValueType::Date, format!("{kind}XXXX")))
        }
        None => None,
    }
}

/// “2017 Q1”, `2019-H2`, “next year’s first quarter”, “this quarter”, “the past quarter”.
fn quarter_after(tokens: &Tokens<'_>, i: usize, calendar: &mut Calendar) -> Option<Draft> {
    let mark = |k: usize| -> Option<(String, usize)> {
        let (letter, limit) = match tokens.word(k) {
            "q" => ('Q', 4),
            "h" => ('H', 2),
            _ => return None,
        };
        let n: u32 =
            tokens.raw(k + 1).parse().ok().filter(|n| (1..=limit).contains(n) && !tokens.spaced(k + 1))?;
        Some((format!("{letter}{n}"), k + 2))
    };
    if let Some(y) = year(tokens, i) {
        let hyphen = usize::from(tokens.word(i + 1) == "-" && !tokens.spaced(i + 1));
        let (mark, to) = mark(i + 1 + hyphen)?;
        calendar.note(Point::year(y));
        return Some(Draft::new(i, to, ValueType::Date, format!("{y:04}-{mark}")));
    }
    let steps = match tokens.word(i) {
        "this" | "current" => 0,
        "last" | "past" | "previous" | "latest" => -1,
        "next" | "coming" => 1,
        _ => return None,
    };
    let now = calendar.reference()?;
    if tokens.word(i + 1) == "year" && matches!(tokens.word(i + 2), "'s" | "’s") {
        let n = super::numbers::ordinal(tokens.word(i + 3)).filter(|n| *n <= 4)?;
        let y = now.year.checked_add(steps)?;
        return (tokens.word(i + 4) == "quarter")
            .then(|| Draft::new(i, i + 5, ValueType::Date, format!("{y:04}-Q{n}")));
    }
    if tokens.word(i + 1) != "quarter" {
        return None;
    }
    let index = now.year.checked_mul(4)?.checked_add(i32::try_from((now.month? - 1) / 3).ok()? + steps)?;
    let (y, q) = (index.div_euclid(4), index.rem_euclid(4) + 1);
    Some(Draft::new(i, i + 2, ValueType::Date, format!("{y:04}-Q{q}")))
}

/// “the year 2020”.
fn called(tokens: &Tokens<'_>, i: usize, calendar: &mut Calendar) -> Option<Draft> {
    let the = usize::from(tokens.word(i) == "the");
    if tokens.word(i + the) != "year" {
        return None;
    }
    let of = usize::from(tokens.word(i + the + 1) == "of");
    let y = year(tokens, i + the + 1 + of)?;
    calendar.note(Point::year(y));
    Some(Draft::new(i, i + the + of + 2, ValueType::Date, format!("{y:04}")))
}

/// “in nineteen ninety-six”: only where the word before promises a year.
fn in_words(tokens: &Tokens<'_>, i: usize, calendar: &mut Calendar) -> Option<Draft> {
    let told = matches!(
        tokens.word(i.checked_sub(1)?),
        "in" | "since" | "of" | "year" | "until" | "by" | "before" | "after"
    );
    let (y, to) = year_in_words(tokens, i).filter(|(_, to)| {
        told && !tokens.is(*to, Kind::Word) || matches!(tokens.word(*to), "and" | "or" | "to")
    })?;
    if !told {
        return None;
    }
    calendar.note(Point::year(y));
    Some(Draft::new(i, to, ValueType::Date, format!("{y:04}")))
}

/// “the nineties”, “the ’90s”, “the 70s”: of the last century, unless the text says which.
fn decade(tokens: &Tokens<'_>, i: usize) -> Option<Draft> {
    let the = usize::from(tokens.word(i) == "the");
    // “the late 90s”, “the mid-90s”
    let part = match tokens.word(i + the) {
        "early" => Some(Modifier::Start),
        "mid" => Some(Modifier::Mid),
        "late" => Some(Modifier::End),
        _ => None,
    };
    let skipped = match part {
        None => 0,
        Some(_) if tokens.word(i + the + 1) == "-" => 2,
        Some(_) => 1,
    };
    let before = i.checked_sub(1).map_or("", |b| tokens.word(b));
    // “in his late 90s” is an age, “temperatures in the 90s” are degrees.
    let warm = (i.saturating_sub(8)..i).any(|k| {
        matches!(
            tokens.word(k),
            "temperature" | "temperatures" | "highs" | "lows" | "degrees" | "score" | "scores" | "aged"
        )
    });
    if warm || part.is_some() && matches!(before, "his" | "her" | "their" | "my" | "your" | "our") {
        return None;
    }
    let at = i + the + skipped;
    let mark = usize::from(matches!(tokens.word(at), "'" | "’" | "‘"));
    let digits = tokens.raw(at + mark);
    if tokens.is(at + mark, Kind::Number)
        && digits.len() == 2
        && digits.ends_with('0')
        && (mark == 1 && !tokens.spaced(at + 1) || at > i)
        && matches!(tokens.word(at + mark + 1), "s" | "'s" | "’s")
        && !tokens.spaced(at + mark + 1)
    {
        let century = if matches!(digits, "00" | "10") { 20 } else { 19 };
        let tens = digits.get(..1)?;
        let draft = Draft::new(i, at + mark + 2, ValueType::Date, format!("{century}{tens}"));
        return Some(Draft { modifier: part, ..draft });
    }
    if tokens.word(at) == "noughties" {
        return Some(Draft::new(i, at + 1, ValueType::Date, "200"));
    }
    let (century, at) = match (tokens.word(at), tokens.word(at + 1)) {
        ("nineteen", _) => (19, at + 1),
        ("eighteen", _) => (18, at + 1),
        _ => (19, at),
    };
    let tens = match tokens.word(at) {
        "twenties" => 2,
        "thirties" => 3,
        "forties" => 4,
        "fifties" => 5,
        "sixties" => 6,
        "seventies" => 7,
        "eighties" => 8,
        "nineties" => 9,
        _ => return None,
    };
    // “in his fifties” is an age.
    let before = i.checked_sub(1).map_or("", |b| tokens.word(b));
    (!matches!(before, "his" | "her" | "their" | "my" | "your"))
        .then(|| Draft::new(i, at + 1, ValueType::Date, format!("{century}{tens}")))
}
