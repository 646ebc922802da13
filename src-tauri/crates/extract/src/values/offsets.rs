//! Dates counted from another: “two days after today”, “three weeks from Tuesday”, “in two weeks”.

use std::ops::Range;

use assay_model::value::ValueType;

use super::Draft;
use super::calendar::{Calendar, Point, Unit};
use super::durations::{self, Length};
use super::tense::is_future;
use crate::tokens::{Kind, Tokens};

/// The date that begins with a length at token `i`.
pub(super) fn at(
    tokens: &Tokens<'_>,
    i: usize,
    sentence: &Range<usize>,
    calendar: &mut Calendar,
) -> Option<Draft> {
    let within = usize::from(tokens.word(i) == "in");
    // “$5 a month from June”, “15 hours a week from April”: a rate, and a date of its own.
    let rate = matches!(tokens.word(i), "a" | "an" | "per")
        && i > sentence.start
        && (tokens.is(i - 1, Kind::Number)
            || matches!(
                tokens.word(i - 1),
                "million"
                    | "billion"
                    | "thousand"
                    | "hundred"
                    | "%"
                    | "percent"
                    | "times"
                    | "pounds"
                    | "dollars"
                    | "euros"
            )
            || Unit::read(tokens.word(i - 1)).is_some());
    if rate {
        return None;
    }
    let length = durations::length(tokens, i + within)?;
    // The hour of publication is not known: “3 minutes from now” stays a length.
    if within == 0 && length.unit < Unit::Day && tokens.follows(length.to, &["from", "now"]) {
        let value = durations::iso(length.number, length.unit);
        return Some(Draft::new(i, length.to + 2, ValueType::Duration, value));
    }
    let sign = match tokens.word(length.to) {
        "from" | "after" | "since" => 1,
        "before" => -1,
        _ => 0,
    };
    if sign != 0 && (within == 0 || tokens.word(length.to) == "since") {
        let to = length.to + 1;
        let base = if tokens.word(to) == "now" {
            Some((calendar.reference()?, to + 1))
        } else if to < sentence.end {
            super::relative::near(tokens, to, calendar)
                .or_else(|| super::digits::in_digits(tokens, to, true, calendar))
                .or_else(|| super::dates::plain(tokens, to, sentence, calendar))
                .and_then(|d| Some((Point::read(&d.value)?, d.to)))
        } else {
            None
        };
        // “64 days from 21 November to 24 January” is a length, and two dates.
        let base = base.filter(|(_, end)| {
            tokens.word(to - 1) != "from" || !matches!(tokens.word(*end), "to" | "until" | "till")
        });
        // A year as base (“two weeks after 2011”) has no day; the length counts from its first.
        if let Some((base, end)) = base
            && let Some(value) = moved(base, &length, sign)
        {
            calendar.note(value);
            return Some(Draft::new(i, end, ValueType::Date, value.value()));
        }
        return None;
    }
    // “in two weeks” of what is to come; of what is past it is a length.
    let time =
        matches!(tokens.word(length.to), "'" | "’" | "'s" | "’s") && tokens.word(length.to + 1) == "time";
    let future = within == 1 && !calendar.is_narrative() && (time || is_future(tokens, i, sentence));
    let base = calendar.reference().filter(|p| future && p.day.is_some())?;
    let value = moved(base, &length, 1)?;
    Some(Draft::new(i, length.to, ValueType::Date, value.value()))
}

fn moved(base: Point, length: &Length, sign: i64) -> Option<Point> {
    let n = length.number?.as_int()?;
    if base.day.is_none() && matches!(length.unit, Unit::Day | Unit::Week) {
        return Point::day(base.first_day()?).plus(length.unit, sign * n);
    }
    let point = base.plus(length.unit, sign * n)?;
    // From a day named in full months and years lead to a day: “two years from 3 May 2020”.
    Some(match (base.day, length.unit) {
        (Some(day), Unit::Month) => Point { day: Some(day), ..point }.tidy(),
        (Some(day), Unit::Year) => Point { month: base.month, day: Some(day), ..point }.tidy(),
        _ => point,
    })
}
