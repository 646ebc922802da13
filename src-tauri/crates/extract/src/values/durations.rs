//! Lengths of time, what they lead to (“a year ago”), and what repeats (“every year”).

use std::ops::Range;

use assay_model::value::ValueType;

use super::Draft;
use super::calendar::{Calendar, Unit};
use super::decimal::Decimal;
use super::numbers;
use crate::tokens::{Kind, Tokens};

/// A length before it is written: an exact number of units, or an unknown one.
struct Length {
    number: Option<Decimal>,
    unit: Unit,
    to: usize,
}

/// The duration, set or “… ago” that begins at token `i`.
pub(super) fn at(
    tokens: &Tokens<'_>,
    i: usize,
    sentence: &Range<usize>,
    calendar: &mut Calendar,
) -> Option<Draft> {
    set(tokens, i)
        .or_else(|| ago(tokens, i, calendar))
        .or_else(|| span_of_time(tokens, i, sentence))
        .or_else(|| between_years(tokens, i))
}

/// “two years ago”, “a week earlier”, “five years later”: a date.
pub(super) fn ago(tokens: &Tokens<'_>, i: usize, calendar: &mut Calendar) -> Option<Draft> {
    let length = length(tokens, i)?;
    let (sign, from_named) = match tokens.word(length.to) {
        "ago" => (-1, false),
        "earlier" | "before" | "previously" if tokens.word(length.to + 1) != "that" => (-1, true),
        "later" | "afterwards" => (1, true),
        _ => return None,
    };
    let to = length.to + 1;
    let n = length.number.and_then(Decimal::as_int);
    let base = if from_named { calendar.named() } else { calendar.reference() };
    let value = match (n, base) {
        (Some(n), Some(base)) => {
            let point = match length.unit {
                Unit::Month if base.month.is_none() => None,
                Unit::Week | Unit::Day if base.day.is_none() => None,
                unit => base.plus(unit, sign * n),
            };
            point.map(|p| {
                // A look back does not move where the text stands.
                if sign > 0 {
                    calendar.note(p);
                }
                p.value()
            })
        }
        _ => None,
    };
    let value = value.unwrap_or_else(|| if sign < 0 { "PAST_REF" } else { "FUTURE_REF" }.to_owned());
    Some(Draft::new(i, to, ValueType::Date, value))
}

/// “less than 10 minutes” without its bound, “33 years”, “the past five trading days”, “a four-week ban”.
fn span_of_time(tokens: &Tokens<'_>, i: usize, sentence: &Range<usize>) -> Option<Draft> {
    let mut at = i;
    if tokens.word(at) == "the" {
        at += 1;
    }
    let lead =
        matches!(tokens.word(at), "past" | "last" | "next" | "first" | "previous" | "coming" | "following");
    if lead {
        at += 1;
    } else if at > i {
        return None;
    }
    if tokens.word(at) == "recent" && at == i {
        let (unit, plural) = Unit::read(tokens.word(at + 1))?;
        return plural.then(|| Draft::new(i, at + 2, ValueType::Duration, iso(None, unit)));
    }
    let length = length(tokens, at)?;
    // “one day”, “a second”, “a minute”: often no length; “five years old” is an age.
    if tokens.word(length.to) == "old" || tokens.word(length.to) == "-" && tokens.word(length.to + 1) == "old"
    {
        return None;
    }
    let article = matches!(tokens.word(at), "a" | "an") && length.to == at + 2;
    let rate = i.checked_sub(1).filter(|b| *b >= sentence.start).is_some_and(|b| {
        // “600 dollars a month” is a rate, “a month” alone a length.
        tokens.is(b, Kind::Number)
            || matches!(tokens.word(b), "times" | "twice" | "once" | "million" | "%" | "percent")
    });
    if article && (rate || matches!(length.unit, Unit::Second | Unit::Minute | Unit::Quarter)) {
        return None;
    }
    let quarter = length.unit == Unit::Quarter && tokens.word(length.to) == "of";
    (!quarter).then(|| Draft::new(i, length.to, ValueType::Duration, iso(length.number, length.unit)))
}

/// A number or “several”, perhaps an adjective, and a unit.
fn length(tokens: &Tokens<'_>, i: usize) -> Option<Length> {
    let word = tokens.word(i);
    let (number, mut at) = if tokens.follows(i, &["half", "an", "hour"]) {
        return Some(Length { number: Some(Decimal::whole(30)), unit: Unit::Minute, to: i + 3 });
    } else if let Some(n) = numbers::at(tokens, i) {
        (Some(n.value), n.to)
    } else {
        match word {
            "a" | "an" if matches!(tokens.word(i + 1), "few" | "couple") => {
                let of = usize::from(tokens.word(i + 2) == "of");
                let two = tokens.word(i + 1) == "couple";
                (two.then(|| Decimal::whole(2)), i + 2 + of)
            }
            "a" | "an" => {
                let number = numbers::at(tokens, i + 1).map(|n| (Some(n.value), n.to));
                number.filter(|_| tokens.is(i + 1, Kind::Number)).unwrap_or((Some(Decimal::whole(1)), i + 1))
            }
            "several" | "many" | "few" => (None, i + 1),
            "dozens" | "hundreds" | "thousands" if tokens.word(i + 1) == "of" => (None, i + 2),
            "decades" | "years" | "months" | "weeks" | "days" | "hours" | "minutes"
                if tokens.word(i + 1) == "-" && tokens.word(i + 2) == "long"
                    || matches!(tokens.word(i + 1), "ago" | "later" | "earlier" | "before") =>
            {
                (None, i)
            }
            _ => return None,
        }
    };
    let hyphen = tokens.word(at) == "-";
    if hyphen {
        at += 1;
    }
    if matches!(
        tokens.word(at),
        "straight"
            | "consecutive"
            | "trading"
            | "calendar"
            | "working"
            | "business"
            | "full"
            | "whole"
            | "long"
            | "more"
            | "full-time"
            | "successive"
            | "short"
    ) {
        at += 1;
    }
    let joined = !tokens.spaced(at);
    let unit = Unit::read(tokens.word(at)).map(|u| u.0).or(match tokens.word(at) {
        "h" if joined => Some(Unit::Hour),
        "hr" => Some(Unit::Hour),
        _ => None,
    })?;
    // “6 March second” is no length; “second” after a number word neither.
    if unit == Unit::Second && tokens.word(at) == "second" && !hyphen {
        return None;
    }
    let mut to = at + 1;
    if (hyphen || number.is_none()) && tokens.follows(to, &["-", "long"]) {
        to += 2;
    }
    let mut number = number;
    if tokens.follows(to, &["and", "a", "half"]) {
        number = number.and_then(|n| n.plus(Decimal::parse("0.5")?));
        to += 3;
    }
    Some(Length { number, unit, to })
}

/// A TIMEX3 duration: `P33Y`, `PT10M`, `PXD`.
fn iso(number: Option<Decimal>, unit: Unit) -> String {
    let (times, mark) = match unit {
        Unit::Second => (1, "S"),
        Unit::Hour => (1, "H"),
        Unit::Day => (1, "D"),
        Unit::Week => (1, "W"),
        Unit::Minute | Unit::Month => (1, "M"),
        Unit::Quarter => (3, "M"),
        Unit::Year => (1, "Y"),
        Unit::Decade => (10, "Y"),
        Unit::Century => (100, "Y"),
    };
    let clock = if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) { "T" } else { "" };
    let number = number.and_then(|n| n.times(times)).map_or_else(|| "X".to_owned(), |n| n.to_string());
    format!("P{clock}{number}{mark}")
}

/// “every year”, “each Tuesday”, “daily”, “annually”.
fn set(tokens: &Tokens<'_>, i: usize) -> Option<Draft> {
    let value = |unit: Unit| {
        Some(match unit {
            Unit::Year => "XXXX",
            Unit::Month => "XXXX-XX",
            Unit::Week => "XXXX-WXX",
            Unit::Day => "XXXX-XX-XX",
            Unit::Hour => "XXXX-XX-XXTXX",
            Unit::Quarter => "XXXX-QX",
            _ => return None,
        })
    };
    let (value, to) = match tokens.word(i) {
        "every" | "each" => (value(Unit::read(tokens.word(i + 1)).filter(|u| !u.1)?.0)?, i + 2),
        "annually" | "yearly" => ("XXXX", i + 1),
        "monthly" => ("XXXX-XX", i + 1),
        "weekly" => ("XXXX-WXX", i + 1),
        "daily" => ("XXXX-XX-XX", i + 1),
        "annual" if !tokens.capital(i) => return Some(Draft::new(i, i + 1, ValueType::Duration, "P1Y")),
        _ => return None,
    };
    Some(Draft::new(i, to, ValueType::Set, value))
}

/// “between 2014 and 2016”, “from 2009 to 2011”.
fn between_years(tokens: &Tokens<'_>, i: usize) -> Option<Draft> {
    let joiner = match tokens.word(i) {
        "between" => "and",
        "from" => "to",
        _ => return None,
    };
    let from = super::months::year(tokens, i + 1)?;
    let to = super::months::year(tokens, i + 3).filter(|_| tokens.word(i + 2) == joiner)?;
    (to > from).then(|| Draft::new(i, i + 4, ValueType::Duration, format!("P{}Y", to - from)))
}
