//! Dates told from another: “today”, “last week”, “the past year”, “the same day”.

use std::ops::Range;

use assay_model::value::ValueType;
use chrono::Datelike;

use super::Draft;
use super::calendar::{Calendar, Point, Unit, month};
use super::dates::part_of_day;
use super::tense::is_future;
use crate::tokens::{Kind, Tokens};

/// The relative date that begins at token `i`.
pub(super) fn at(
    tokens: &Tokens<'_>,
    i: usize,
    sentence: &Range<usize>,
    calendar: &mut Calendar,
) -> Option<Draft> {
    near(tokens, i, calendar)
        .or_else(|| super::vague::at(tokens, i, calendar))
        .or_else(|| shifted(tokens, i, sentence, calendar))
        .or_else(|| same(tokens, i, calendar))
}

/// “today”, “yesterday evening”, “tonight”.
pub(super) fn near(tokens: &Tokens<'_>, i: usize, calendar: &mut Calendar) -> Option<Draft> {
    let days = match tokens.word(i) {
        "today" | "tonight" => 0,
        "yesterday" => -1,
        "tomorrow" => 1,
        "the" if tokens.follows(i, &["the", "day", "before", "yesterday"]) => {
            return Some(Draft::new(i, i + 4, ValueType::Date, day_value(calendar, -2)));
        }
        "the"
            if matches!(tokens.word(i + 2), "before" | "after") && super::ago::ends_clause(tokens, i + 3) =>
        {
            return beside(tokens, i, calendar);
        }
        "the" if tokens.follows(i, &["the", "day", "after", "tomorrow"]) => {
            return Some(Draft::new(i, i + 4, ValueType::Date, day_value(calendar, 2)));
        }
        "this" => {
            let part = part_of_day(tokens.word(i + 1))?;
            let day = day_value(calendar, 0);
            return Some(Draft::new(i, i + 2, ValueType::Time, format!("{day}{part}")));
        }
        _ => return None,
    };
    let value = day_value(calendar, days);
    if tokens.word(i) == "tonight" {
        return Some(Draft::new(i, i + 1, ValueType::Time, format!("{value}TNI")));
    }
    if let Some(part) = part_of_day(tokens.word(i + 1)) {
        return Some(Draft::new(i, i + 2, ValueType::Time, format!("{value}{part}")));
    }
    Some(Draft::new(i, i + 1, ValueType::Date, value))
}

/// “the night before”, “the week after”: beside the date last named.
fn beside(tokens: &Tokens<'_>, i: usize, calendar: &mut Calendar) -> Option<Draft> {
    let step: i64 = if tokens.word(i + 2) == "before" { -1 } else { 1 };
    let word = tokens.word(i + 1);
    let base = calendar.named()?;
    if let Some(part) = part_of_day(word) {
        let day = base.plus(Unit::Day, step).filter(|_| base.day.is_some())?;
        return Some(Draft::new(i, i + 3, ValueType::Time, format!("{}{part}", day.value())));
    }
    let (unit, _) = Unit::read(word).filter(|(_, plural)| !plural)?;
    let point = base.plus(unit, step);
    let value = match unit {
        Unit::Day if base.day.is_some() => point?.value(),
        Unit::Week if base.day.is_some() => {
            let week = point?.first_day()?.iso_week();
            format!("{}-W{:02}", week.year(), week.week())
        }
        Unit::Month if base.month.is_some() => point?.value(),
        Unit::Year => point?.value(),
        _ => return None,
    };
    Some(Draft::new(i, i + 3, ValueType::Date, value))
}

fn day_value(calendar: &mut Calendar, days: i64) -> String {
    let day = calendar.now().filter(|p| p.day.is_some()).and_then(|p| p.plus(Unit::Day, days));
    if let Some(day) = day {
        calendar.note(day);
        day.value()
    } else {
        "XXXX-XX-XX".to_owned()
    }
}

/// “last week”, “this year”, “the past decade”, “next March”, “the previous year”, “the weekend”.
fn shifted(tokens: &Tokens<'_>, i: usize, sentence: &Range<usize>, calendar: &mut Calendar) -> Option<Draft> {
    let the = usize::from(matches!(tokens.word(i), "the" | "that"));
    let lead = tokens.word(i + the);
    if the == 1
        && let Some(draft) = month_told(tokens, i, calendar)
    {
        return Some(draft);
    }
    let from_named = matches!(lead, "previous" | "following" | "preceding" | "succeeding");
    let steps: i64 = match lead {
        "last" | "past" | "previous" | "preceding" => -1,
        "this" if the == 0 => 0,
        "current" => 0,
        "next" | "coming" | "upcoming" | "following" | "succeeding" => 1,
        _ if the == 1 && Unit::read(lead).is_some() || lead == "weekend" => {
            return bare(tokens, i, sentence, calendar);
        }
        _ => return None,
    };
    if matches!(lead, "past" | "following") && the == 0 {
        return None;
    }
    // “the last working week”
    let two = usize::from(
        matches!(tokens.word(i + the + 1), "working" | "work") && tokens.word(i + the + 2) == "week",
    );
    let at = i + the + 1 + two;
    let word = if tokens.word(at) == "workweek" { "week" } else { tokens.word(at) };
    if matches!(word, "fortnight" | "hour") {
        let length = if word == "hour" { "PT1H" } else { "P2W" };
        let told = steps != 0 && lead != "following" && lead != "previous";
        return told.then(|| Draft::new(i, at + 1, ValueType::Duration, length));
    }
    if word == "weekend" {
        let base = calendar
            .reference()
            .filter(|p| p.day.is_some())?
            .plus(Unit::Week, steps)?
            .first_day()?
            .iso_week();
        return Some(Draft::new(
            i,
            at + 1,
            ValueType::Date,
            format!("{}-W{:02}-WE", base.year(), base.week()),
        ));
    }
    if let Some(m) =
        month(word).filter(|_| the == 0 && (tokens.capital(at) || !matches!(word, "may" | "march" | "mar")))
    {
        let year = match steps {
            // “last September” in October of the next year is that of the year just past or of this one.
            -1 => calendar.year_of(m, None, false)?,
            0 => calendar.reference()?.year,
            _ => calendar.year_of(m, None, true)?,
        };
        calendar.note(Point::month(year, m));
        return Some(Draft::new(i, at + 1, ValueType::Date, Point::month(year, m).value()));
    }
    let (unit, plural) = Unit::read(word)?;
    if plural {
        return None;
    }
    // “the past year” runs up to now: no year of the calendar.
    if lead == "past" && (Unit::Day..=Unit::Year).contains(&unit) {
        let length = super::durations::period(1, unit);
        return Some(Draft::new(i, at + 1, ValueType::Duration, length));
    }
    let base =
        if from_named || (the == 1 && lead == "next") { calendar.named()? } else { calendar.reference()? };
    let value = match unit {
        Unit::Week => {
            let week = base.plus(Unit::Week, steps).filter(|_| base.day.is_some())?.first_day()?.iso_week();
            format!("{}-W{:02}", week.year(), week.week())
        }
        Unit::Decade => in_tens(base.year / 10 + steps as i32, 3),
        Unit::Century => in_tens(base.year / 100 + steps as i32, 2),
        Unit::Quarter => {
            let point = base.plus(Unit::Quarter, steps).filter(|_| base.month.is_some())?;
            format!("{:04}-Q{}", point.year, point.month?.div_ceil(3))
        }
        Unit::Month if base.month.is_none() => return None,
        Unit::Day if base.day.is_none() => "XXXX-XX-XX".to_owned(),
        Unit::Year | Unit::Month | Unit::Day => {
            let point = if unit == Unit::Year { Point::year(base.year) } else { base }.plus(unit, steps)?;
            calendar.note(point);
            point.value()
        }
        Unit::Hour | Unit::Minute | Unit::Second => return None,
    };
    Some(Draft::new(i, at + 1, ValueType::Date, value))
}

/// “that December”, “the following January”: counted from the date last named.
fn month_told(tokens: &Tokens<'_>, i: usize, calendar: &mut Calendar) -> Option<Draft> {
    let (at, next) = match (tokens.word(i), tokens.word(i + 1)) {
        ("that", _) => (i + 1, false),
        ("the", "following" | "next") => (i + 2, true),
        // “since the previous November”
        ("the", "previous" | "preceding") => {
            let m = month(tokens.word(i + 2))
                .filter(|_| tokens.capital(i + 2) && !tokens.is(i + 3, Kind::Number))?;
            let base = calendar.named()?;
            let before = base.month.is_none_or(|now| m >= now);
            let point = Point::month(base.year.checked_sub(i32::from(before))?, m);
            calendar.note(point);
            return Some(Draft::new(i, i + 3, ValueType::Date, point.value()));
        }
        _ => return None,
    };
    let m = month(tokens.word(at)).filter(|_| tokens.capital(at) && !tokens.is(at + 1, Kind::Number))?;
    let base = calendar.named()?;
    let over = next && base.month.is_none_or(|now| m <= now);
    let point = Point::month(base.year.checked_add(i32::from(over))?, m);
    calendar.note(point);
    Some(Draft::new(i, at + 1, ValueType::Date, point.value()))
}

/// A decade or century as TIMEX3 writes it: its first digits.
fn in_tens(digits: i32, width: usize) -> String {
    if digits < 0 { format!("BC{:0width$}", -digits) } else { format!("{digits:0width$}") }
}

/// “the day”, “the year”, “the weekend”, told by a word before: the one last named.
fn bare(tokens: &Tokens<'_>, i: usize, sentence: &Range<usize>, calendar: &mut Calendar) -> Option<Draft> {
    let the = usize::from(matches!(tokens.word(i), "the" | "that"));
    let word = tokens.word(i + the);
    let to = i + the + 1;
    let before = i.checked_sub(1).filter(|b| *b >= sentence.start).map_or("", |b| tokens.word(b));
    let told = matches!(
        before,
        "in" | "of"
            | "this"
            | "earlier"
            | "later"
            | "during"
            | "on"
            | "over"
            | "for"
            | "end"
            | "finish"
            | "by"
            | "at"
    );
    if tokens.word(i) != "the" && tokens.word(i) != "that" {
        return None;
    }
    // “the week after next”, “the month before last”
    let article = usize::from(tokens.word(to) == "after" && tokens.word(to + 1) == "the");
    let turn = match (tokens.word(to), tokens.word(to + article + 1)) {
        ("after", "next") => Some(2),
        ("before", "last") => Some(-2),
        _ => None,
    };
    if let Some(steps) = turn {
        let now = calendar.reference()?;
        let unit = if word == "weekend" { Unit::Week } else { Unit::read(word)?.0 };
        let point = if unit == Unit::Year { Point::year(now.year) } else { now }.plus(unit, steps)?;
        let value = match unit {
            Unit::Week if now.day.is_none() => return None,
            Unit::Week => {
                let week = point.first_day()?.iso_week();
                let end = if word == "weekend" { "-WE" } else { "" };
                format!("{}-W{:02}{end}", week.year(), week.week())
            }
            Unit::Month if now.month.is_none() => return None,
            Unit::Day | Unit::Month | Unit::Year => point.value(),
            _ => return None,
        };
        return Some(Draft::new(i, to + article + 2, ValueType::Date, value));
    }
    if tokens.word(to) == "-" {
        return None;
    }
    // “the year to March 31”, “the quarter ended in June”: as long, up to that day.
    if let Some((unit, false)) = Unit::read(word).filter(|_| leads_to_its_end(tokens, to)) {
        return Some(Draft::new(i, to, ValueType::Duration, super::durations::period(1, unit)));
    }
    // “since the start of the year”: in news that is this one, whatever year was named just before.
    let edge = i > 3
        && tokens.word(i - 1) == "of"
        && matches!(tokens.word(i - 2), "start" | "beginning" | "turn")
        && tokens.word(i - 4) == "since";
    let base = if edge && !calendar.is_narrative() { calendar.reference() } else { calendar.at_hand() }?;
    let value = match word {
        "weekend" => {
            let at = base.first_day().filter(|_| base.day.is_some())?;
            let future = is_future(tokens, i, sentence);
            // The weekend just gone belongs to the week before, unless today is part of it.
            let today = at.weekday().num_days_from_monday();
            let week = if today >= 5 || future { base } else { base.plus(Unit::Week, -1)? };
            let week = week.first_day()?.iso_week();
            format!("{}-W{:02}-WE", week.year(), week.week())
        }
        "day" if told && base.day.is_some() && tokens.word(to) != "of" => base.value(),
        "week" if told && tokens.word(to) != "of" && base.day.is_some() => {
            let week = base.first_day()?.iso_week();
            format!("{}-W{:02}", week.year(), week.week())
        }
        "year" if told && tokens.word(to) != "of" => Point::year(base.year).value(),
        "month" if told && base.month.is_some() && tokens.word(to) != "of" => {
            Point { day: None, ..base }.value()
        }
        _ => return None,
    };
    Some(Draft::new(i, to, ValueType::Date, value))
}

/// Whether the words at token `i` name the end of a length: “to March 31”, “ended in June”, “to the end of May”.
pub(super) fn leads_to_its_end(tokens: &Tokens<'_>, i: usize) -> bool {
    if !matches!(tokens.word(i), "to" | "ended" | "ending" | "through") {
        return false;
    }
    let at = i + 1 + usize::from(matches!(tokens.word(i + 1), "in" | "on"));
    let at = match (tokens.word(at), tokens.word(at + 1)) {
        ("the", "end") => at + 3,
        ("end", "of") | ("mid", "-") => at + 2,
        ("end" | "mid" | "early" | "late", _) => at + 1,
        _ => at,
    };
    let after_day = usize::from(tokens.is(at, Kind::Number));
    (0..=after_day).any(|k| tokens.capital(at + k) && month(tokens.word(at + k)).is_some())
}

/// “the same day”, “that year”, “the following year”: from the date last named.
fn same(tokens: &Tokens<'_>, i: usize, calendar: &mut Calendar) -> Option<Draft> {
    let at = match (tokens.word(i), tokens.word(i + 1)) {
        ("the" | "that", "same") => i + 2,
        ("that", _) => i + 1,
        _ => return None,
    };
    let (unit, plural) = Unit::read(tokens.word(at))?;
    if plural {
        return None;
    }
    let base = calendar.named()?;
    let point = match unit {
        // Where no day has been named, the day of publication is not the same.
        Unit::Day if base.day.is_some() && calendar.told().is_some() => base,
        Unit::Day => return Some(Draft::new(i, at + 1, ValueType::Date, "XXXX-XX-XX")),
        Unit::Month if base.month.is_some() => Point { day: None, ..base },
        Unit::Year => Point::year(base.year),
        _ => return None,
    };
    let mut to = at + 1;
    let mut value = point.value();
    // “the same day last year”
    let back = match (tokens.word(to), tokens.word(to + 1), tokens.word(to + 2)) {
        ("last", "year", _) | ("the", "previous", "year") => true,
        ("a", "year", "ago" | "earlier" | "before") => unit == Unit::Day,
        _ => false,
    };
    if back && unit < Unit::Year {
        let end = if tokens.word(to) == "last" { 2 } else { 3 };
        let year = base.year.checked_sub(1)?;
        return Some(Draft::new(i, to + end, ValueType::Date, Point { year, ..point }.tidy().value()));
    }
    // “the same month a year ago”
    if unit == Unit::Month
        && let Some(ago) = super::ago::at(tokens, to, calendar)
        && let Ok(year) = ago.value.parse::<i32>()
    {
        to = ago.to;
        value = Point { year, ..point }.value();
    }
    Some(Draft::new(i, to, ValueType::Date, value))
}
