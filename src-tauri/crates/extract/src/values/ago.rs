//! Dates that a length leads to: “two years ago”, “a week earlier”, “2 years, 1 month and 21 days later”.

use assay_model::value::ValueType;

use super::Draft;
use super::calendar::{Calendar, Point, Unit};
use super::decimal::Decimal;
use super::durations::{Length, length};
use crate::tokens::{Kind, Tokens};

/// “two years ago”, “a week earlier”, “five years later”: a date.
pub(super) fn at(tokens: &Tokens<'_>, i: usize, calendar: &mut Calendar) -> Option<Draft> {
    let length = length(tokens, i)?;
    if let Some((months, days, to)) = several(tokens, &length) {
        let later = matches!(tokens.word(to), "later" | "afterwards");
        let base = if tokens.word(to) == "ago" { calendar.reference() } else { calendar.named() };
        let sign = if later { 1 } else { -1 };
        let from = base.filter(|p| p.day.is_some())?;
        let month = from.plus(Unit::Month, sign * months)?;
        let point = Point { day: from.day, ..month }.tidy().plus(Unit::Day, sign * days)?;
        return Some(Draft::new(i, to + 1, ValueType::Date, point.value()));
    }
    let (sign, from_named) = match tokens.word(length.to) {
        "ago" => (-1, false),
        // “two weeks before the vote” is a length.
        "before" if !ends_clause(tokens, length.to + 1) => return None,
        "earlier" | "before" | "previously" if tokens.word(length.to + 1) != "that" => (-1, true),
        "later" | "afterwards" => (1, true),
        "hence" => (1, false),
        _ => return None,
    };
    let to = length.to + 1;
    let n = length.number.and_then(Decimal::as_int);
    let base = if from_named { calendar.named() } else { calendar.reference() };
    let value = match (n, base) {
        (Some(n), Some(base)) => {
            let point = match length.unit {
                Unit::Month | Unit::Quarter if base.month.is_none() => None,
                Unit::Week | Unit::Day if base.day.is_none() => None,
                unit => base.plus(unit, sign * n),
            };
            point.map(|p| {
                // A look back does not move where the text stands.
                if sign > 0 {
                    calendar.note(p);
                }
                if length.unit == Unit::Quarter { quarter(p) } else { p.value() }
            })
        }
        _ => None,
    };
    let value = value.unwrap_or_else(|| if sign < 0 { "PAST_REF" } else { "FUTURE_REF" }.to_owned());
    Some(Draft::new(i, to, ValueType::Date, value))
}

/// The quarter that a month lies in.
fn quarter(point: Point) -> String {
    point.month.map_or_else(|| point.value(), |m| format!("{:04}-Q{}", point.year, m.div_ceil(3)))
}

/// Whether nothing goes on from “before” at token `i`.
pub(super) fn ends_clause(tokens: &Tokens<'_>, i: usize) -> bool {
    !tokens.is(i, Kind::Word) && !tokens.is(i, Kind::Number)
        || matches!(
            tokens.word(i),
            "and" | "but" | "in" | "on" | "at" | "by" | "with" | "as" | "had" | "were" | "was"
        )
}

/// “2 years, 1 month and 21 days later”: months and days of several lengths, and the word that counts them.
pub(super) fn several(tokens: &Tokens<'_>, first: &Length) -> Option<(i64, i64, usize)> {
    let (mut months, mut days) = (0_i64, 0_i64);
    let mut add = |l: &Length| -> Option<()> {
        let n = l.number?.as_int().filter(|n| *n < 100_000)?;
        match l.unit {
            Unit::Year => months += 12 * n,
            Unit::Month => months += n,
            Unit::Week => days += 7 * n,
            Unit::Day => days += n,
            _ => return None,
        }
        Some(())
    };
    add(first)?;
    let (mut unit, mut to) = (first.unit, first.to);
    // Each unit smaller than the one before it: four at most.
    for _ in 0..3 {
        let comma = usize::from(tokens.word(to) == ",");
        let and = usize::from(tokens.word(to + comma) == "and");
        let next = length(tokens, to + comma + and).filter(|n| n.unit < unit)?;
        add(&next)?;
        (unit, to) = (next.unit, next.to);
        if matches!(tokens.word(to), "ago" | "earlier" | "later" | "afterwards") {
            return Some((months, days, to));
        }
    }
    None
}
