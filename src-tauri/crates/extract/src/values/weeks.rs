//! Weekdays, weeks and weekends: “Thursday”, “next week Wednesday”, “week 31”, “the first week of 2015”, “the weekend”.

use std::ops::Range;

use assay_model::value::ValueType;
use chrono::{Datelike, NaiveDate, Weekday};

use super::Draft;
use super::calendar::{Calendar, Point, Unit, shift, weekday};
use super::months::{named_month, year};
use super::numbers;
use super::tense::is_future;
use crate::tokens::{Kind, Tokens};

/// The weekday named at token `at`: with a capital, or in full.
fn name(tokens: &Tokens<'_>, at: usize) -> Option<(Weekday, bool)> {
    let word = tokens.word(at);
    let (day, plural) = weekday(word).filter(|_| !super::titles::of_weekday(tokens, at))?;
    // “sun”, “sat”, “wed” are words of their own; a point, a number or a time after them tells.
    let short = !word.ends_with("day") && !plural;
    let next = tokens.word(at + 1);
    // “Tue May 9”, “Mon or Tue”
    let pair = |joiner: usize, other: usize| {
        matches!(tokens.word(joiner), "and" | "or") && weekday(tokens.word(other)).is_some()
    };
    // “than the Sun.” ends a sentence.
    let dotted = next == "."
        && (!matches!(word, "sun" | "sat" | "wed")
            || tokens.is(at + 2, Kind::Number)
            || super::is_calendar_word(tokens.word(at + 2)));
    let told = dotted
        || calendar_month(tokens, at + 1)
        || pair(at + 1, at + 2)
        || at > 1 && pair(at - 1, at - 2)
        || tokens.is(at + 1, Kind::Number)
        || matches!(next, "at" | "morning" | "afternoon" | "evening" | "night" | "the")
        || at > 0 && tokens.word(at - 1) == "week";
    (!short || told).then_some((day, plural))
}

/// A month with a capital and a day after it.
fn calendar_month(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.capital(at) && super::calendar::month(tokens.word(at)).is_some() && tokens.is(at + 1, Kind::Number)
}

/// “next”, “last”, “this upcoming” before a weekday: how many weeks on, and the end.
fn lead(tokens: &Tokens<'_>, i: usize) -> (Option<i64>, usize) {
    match (tokens.word(i), tokens.word(i + 1)) {
        ("this", "upcoming" | "coming") => (None, i + 2),
        ("this" | "upcoming" | "coming", _) => (None, i + 1),
        ("last" | "previous", _) => (Some(-1), i + 1),
        ("next" | "following", _) => (Some(1), i + 1),
        _ => (None, i),
    }
}

/// “next week”, “last week”, “this week” at token `i`: how many weeks on, and the end.
fn week(tokens: &Tokens<'_>, i: usize) -> Option<(i64, usize)> {
    let the = usize::from(tokens.word(i) == "the");
    let steps = match tokens.word(i + the) {
        "next" | "following" | "coming" => 1,
        "last" | "previous" => -1,
        "this" if the == 0 => 0,
        _ => return None,
    };
    (tokens.word(i + the + 1) == "week").then_some((steps, i + the + 2))
}

fn of_week(calendar: &Calendar, day: Weekday, weeks: i64) -> Option<NaiveDate> {
    let at = calendar.reference().filter(|p| p.day.is_some())?.first_day()?;
    let monday = shift(at, -i64::from(at.weekday().num_days_from_monday()))?;
    shift(monday, 7 * weeks + i64::from(day.num_days_from_monday()))
}

/// “Thursday”, “Thursday morning”, “Thursday, March 2, 2023”, “last Thursday”, “Thursdays”, “Tuesday of next week”.
pub(super) fn day_of_week(
    tokens: &Tokens<'_>,
    i: usize,
    sentence: &Range<usize>,
    calendar: &mut Calendar,
) -> Option<Draft> {
    if let Some(told) = told_from(tokens, i, sentence, calendar) {
        return Some(told);
    }
    // “next week Wednesday”
    let ahead = week(tokens, i);
    let on = |k: usize| k + usize::from(tokens.word(k) == "on");
    let (steps, at) = match ahead {
        Some((weeks, next)) => (Some(weeks), on(next)),
        None => lead(tokens, i),
    };
    let (day, plural) = name(tokens, at)?;
    if plural && ahead.is_none() {
        return None;
    }
    let mut to =
        at + 1 + usize::from(tokens.word(at + 1) == "." && !tokens.spaced(at + 1) && at + 2 < sentence.end);
    let skip = usize::from(matches!(tokens.word(to), "," | "-"));
    if let Some(full) = named_month(tokens, to + skip, sentence, calendar)
        && full.value.len() == 10
    {
        return Some(Draft { from: i, ..full });
    }
    let numbered = dated(tokens, to, day, sentence, calendar);
    if let Some((value, end)) = numbered {
        return Some(Draft::new(i, end, ValueType::Date, value));
    }
    let part = super::dates::part_of_day(tokens.word(to));
    to += usize::from(part.is_some());
    // “Wednesday evening next week”, “Tuesday of next week”
    let of = usize::from(tokens.word(to) == "of");
    let (steps, to) = match week(tokens, to + of).filter(|_| ahead.is_none()) {
        Some((weeks, end)) => (Some(weeks), end),
        None => (steps, to),
    };
    let weekly = ahead.is_some() || steps.is_some() && (of == 1 || to > at + 2);
    // “from next Monday to Friday”: the end comes after the start.
    let start = calendar
        .joined_to(tokens, i)
        .filter(|p| p.day.is_some() && steps.is_none())
        .and_then(Point::first_day);
    let date = match steps {
        None if start.is_some() => {
            start.and_then(|s| (1..=7).find_map(|n| shift(s, n).filter(|d| d.weekday() == day)))
        }
        Some(n) if weekly || n > 0 || tokens.word(i) == "previous" => of_week(calendar, day, n),
        Some(_) => {
            let date = calendar.weekday(day, false);
            let same = calendar.now().and_then(Point::first_day) == date;
            if same { date.and_then(|d| shift(d, -7)) } else { date }
        }
        None if tokens.word(i) == "this" && at == i + 1 => of_week(calendar, day, 0),
        // “coming Thursday” is none of today.
        None if matches!(tokens.word(i), "coming" | "upcoming") => calendar
            .reference()
            .filter(|p| p.day.is_some())
            .and_then(Point::first_day)
            .and_then(|now| (1..=7).find_map(|n| shift(now, n).filter(|d| d.weekday() == day))),
        None => {
            calendar.weekday(day, tokens.word(i) != "this" && is_future(tokens, i, sentence) || at == i + 2)
        }
    };
    // “Monday two weeks from now”: of the week that this leads to
    let skip = usize::from(tokens.word(to) == ",");
    // Only from now: a chain of dates, each counted from the next, would be followed to its end again and again.
    let from_now = tokens.is(to + skip, Kind::Word)
        && steps.is_none()
        && part.is_none()
        && super::durations::length(tokens, to + skip)
            .is_some_and(|l| tokens.follows(l.to, &["from", "now"]));
    let counted = if from_now { super::offsets::at(tokens, to + skip, sentence, calendar) } else { None };
    if let Some(other) = counted.as_ref().and_then(|d| Point::read(&d.value)?.first_day()) {
        let week = other.iso_week();
        let date = NaiveDate::from_isoywd_opt(week.year(), week.week(), day)?;
        let end = counted.map_or(to, |d| d.to);
        return Some(Draft::new(i, end, ValueType::Date, Point::day(date).value()));
    }
    let value = if let Some(date) = date {
        calendar.note(Point::day(date));
        Point::day(date).value()
    } else {
        format!("XXXX-WXX-{}", day.number_from_monday())
    };
    if let Some(part) = part {
        return Some(Draft::new(i, to, ValueType::Time, format!("{value}{part}")));
    }
    Some(Draft::new(i, to, ValueType::Date, value))
}

/// “the Friday before Christmas”, “the Monday after 3 May”: of a day that the text only describes (“the vote”) nobody knows which.
fn told_from(
    tokens: &Tokens<'_>,
    i: usize,
    sentence: &Range<usize>,
    calendar: &mut Calendar,
) -> Option<Draft> {
    if tokens.word(i) != "the" || !tokens.capital(i + 1) {
        return None;
    }
    let (day, _) = name(tokens, i + 1).filter(|(_, plural)| !plural)?;
    let part = super::dates::part_of_day(tokens.word(i + 2));
    let at = i + 2 + usize::from(part.is_some());
    let step: i64 = match tokens.word(at) {
        "before" => -1,
        "after" => 1,
        _ => return None,
    };
    let shown = |date: NaiveDate| format!("{}{}", Point::day(date).value(), part.unwrap_or(""));
    let kind = if part.is_some() { ValueType::Time } else { ValueType::Date };
    let turn = match (step, tokens.word(at + 1)) {
        (-1, "last") => Some(-2),
        (1, "next") => Some(1),
        _ => None,
    };
    if let Some(weeks) = turn {
        let last = calendar.weekday(day, weeks > 0)?;
        let date = shift(last, 7 * (weeks + i64::from(weeks < 0)))?;
        return Some(Draft::new(i, at + 2, kind, shown(date)));
    }
    let base = super::holidays::at(tokens, at + 1, sentence, calendar)
        .or_else(|| named_month(tokens, at + 1, sentence, calendar))
        .filter(|d| d.value.len() == 10);
    if let Some(base) = base {
        let from: NaiveDate = base.value.parse().ok()?;
        let date = (1..=7).find_map(|n| shift(from, step * n).filter(|d| d.weekday() == day))?;
        calendar.note(Point::day(date));
        return Some(Draft::new(i, base.to, kind, shown(date)));
    }
    // “the Friday before, he left” looks back from a day that the text has named.
    if !tokens.is(at + 1, Kind::Word) && !tokens.is(at + 1, Kind::Number) {
        let from = calendar.told().filter(|p| p.day.is_some()).and_then(Point::first_day)?;
        let date = (1..=7).find_map(|n| shift(from, step * n).filter(|d| d.weekday() == day))?;
        return Some(Draft::new(i, at + 1, kind, shown(date)));
    }
    let unknown = format!("XXXX-WXX-{}{}", day.number_from_monday(), part.unwrap_or(""));
    matches!(tokens.word(at + 1), "the" | "his" | "her" | "their" | "its" | "a" | "an")
        .then(|| Draft::new(i, at, kind, unknown))
}

/// “Tuesdays”, “every Tuesday”, “Friday mornings”, “every other Friday”.
pub(super) fn every_weekday(tokens: &Tokens<'_>, i: usize) -> Option<Draft> {
    let every = usize::from(matches!(tokens.word(i), "every" | "each"));
    let other = usize::from(every == 1 && tokens.word(i + 1) == "other");
    let at = i + every + other;
    let (day, plural) = name(tokens, at)?;
    let part = super::dates::part_of_day(tokens.word(at + 1).trim_end_matches('s'));
    let parts = part.is_some() && tokens.word(at + 1).ends_with('s');
    if !plural && every == 0 && !parts {
        return None;
    }
    let mut value = format!("XXXX-WXX-{}", day.number_from_monday());
    value.push_str(part.unwrap_or(""));
    Some(Draft::new(i, at + 1 + usize::from(part.is_some()), ValueType::Set, value))
}

/// “Monday the 27th”, “Thu 14th”, “Friday 7/6”: the day of that number nearest to today; and the end.
fn dated(
    tokens: &Tokens<'_>,
    i: usize,
    day: Weekday,
    sentence: &Range<usize>,
    calendar: &mut Calendar,
) -> Option<(String, usize)> {
    if let Some(draft) = super::digits::slashed(tokens, i, sentence, calendar) {
        return Some((draft.value, draft.to));
    }
    let (n, to) = super::months::day_number(tokens, i + usize::from(tokens.word(i) == "the"))?;
    let told = tokens.word(i) == "the"
        || to > i + 1
        || !tokens.is(to, Kind::Word) && !matches!(tokens.word(to), ":" | "-" | "–" | "%");
    let now = calendar.reference()?.first_day().filter(|_| told || tokens.word(to) == "at")?;
    let near = |days: i64| shift(now, days).filter(|d| d.day() == n && d.weekday() == day);
    let date = (0..200).find_map(|k| near(k).or_else(|| near(-k)))?;
    calendar.note(Point::day(date));
    Some((Point::day(date).value(), to))
}

/// “week 31”, “week 3 of 2027”, “the first week of 2015”, “the week of April 10th”.
pub(super) fn numbered(
    tokens: &Tokens<'_>,
    i: usize,
    sentence: &Range<usize>,
    calendar: &mut Calendar,
) -> Option<Draft> {
    let the = usize::from(tokens.word(i) == "the");
    let at = i + the;
    let written = |year: i32, week: u32, to: usize| {
        NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)?;
        Some(Draft::new(i, to, ValueType::Date, format!("{year:04}-W{week:02}")))
    };
    if tokens.word(at) == "week" {
        if let Some(n) =
            tokens.is(at + 1, Kind::Number).then(|| tokens.raw(at + 1).parse::<u32>().ok()).flatten()
        {
            let of = usize::from(matches!(tokens.word(at + 2), "of" | "in" | ","));
            let now = calendar.reference()?.year;
            return match (year(tokens, at + 2 + of), tokens.word(at + 2 + of), tokens.word(at + 3 + of)) {
                (Some(y), ..) => written(y, n, at + 3 + of),
                (None, "last", "year") => written(now - 1, n, at + 4 + of),
                (None, "next", "year") => written(now + 1, n, at + 4 + of),
                _ => written(now, n, at + 2),
            };
        }
        if the == 1 && matches!(tokens.word(at + 1), "of" | "beginning" | "starting" | "commencing") {
            let on = usize::from(matches!(tokens.word(at + 2), "on"));
            let mut inner =
                named_month(tokens, at + 2 + on, sentence, calendar).filter(|d| d.value.len() == 10)?;
            let day: NaiveDate = inner.value.parse().ok()?;
            inner.from = i;
            inner.value = format!("{}-W{:02}", day.iso_week().year(), day.iso_week().week());
            return Some(inner);
        }
        return None;
    }
    let (n, next) = if tokens.is(at, Kind::Number) {
        (
            tokens.raw(at).parse::<i64>().ok()?,
            at + 1 + usize::from(matches!(tokens.word(at + 1), "st" | "nd" | "rd" | "th")),
        )
    } else {
        let word = tokens.word(at);
        (if word == "last" { -1 } else { numbers::ordinal(word)? as i64 }, at + 1)
    };
    if let Some(nth) = nth_weekday(tokens, (i, next), n, sentence, calendar) {
        return Some(nth);
    }
    let unit = Unit::read(tokens.word(next))
        .filter(|(unit, plural)| !plural && matches!(unit, Unit::Week | Unit::Month))?
        .0;
    let of = next + 1;
    if !matches!(tokens.word(of), "of" | "in") {
        return None;
    }
    let (y, to) = match year(tokens, of + 1) {
        Some(y) => (y, of + 2),
        None if unit == Unit::Week && n != 0 && month_of(tokens, of + 1, sentence, calendar).is_some() => {
            let (first, to) = month_of(tokens, of + 1, sentence, calendar)?;
            return week_of_month(i, to, first, n);
        }
        None if tokens.follows(of + 1, &["next", "year"]) => (calendar.reference()?.year + 1, of + 3),
        None if tokens.follows(of + 1, &["this", "year"]) => (calendar.reference()?.year, of + 3),
        None if tokens.follows(of + 1, &["last", "year"]) => (calendar.reference()?.year - 1, of + 3),
        None => return None,
    };
    if unit == Unit::Month {
        let m = if n < 0 { 12 } else { u32::try_from(n).ok().filter(|m| (1..=12).contains(m))? };
        return Some(Draft::new(i, to, ValueType::Date, format!("{y:04}-{m:02}")));
    }
    // 28 December is in the last week of its year (ISO 8601).
    let last = NaiveDate::from_ymd_opt(y, 12, 28)?.iso_week().week();
    written(y, if n < 0 { last } else { u32::try_from(n).ok()? }, to)
}

/// “the first Monday of July”, “the last Friday evening of next month”, “the second Tuesday in November”.
fn nth_weekday(
    tokens: &Tokens<'_>,
    (from, at): (usize, usize),
    n: i64,
    sentence: &Range<usize>,
    calendar: &mut Calendar,
) -> Option<Draft> {
    let (day, _) = weekday(tokens.word(at)).filter(|(_, plural)| !plural)?;
    let part = super::dates::part_of_day(tokens.word(at + 1));
    let of = at + 1 + usize::from(part.is_some());
    if !matches!(tokens.word(of), "of" | "in") {
        return None;
    }
    let (first, to) = month_of(tokens, of + 1, sentence, calendar)?;
    let nth = |n: u8| NaiveDate::from_weekday_of_month_opt(first.year(), first.month(), day, n);
    let date = if n < 0 { nth(5).or_else(|| nth(4)) } else { nth(u8::try_from(n).ok()?) }?;
    calendar.note(Point::day(date));
    let value = Point::day(date).value();
    Some(match part {
        Some(part) => Draft::new(from, to, ValueType::Time, format!("{value}{part}")),
        None => Draft::new(from, to, ValueType::Date, value),
    })
}

/// The first day of the month named at token `i`, and the end of its name.
fn month_of(
    tokens: &Tokens<'_>,
    i: usize,
    sentence: &Range<usize>,
    calendar: &mut Calendar,
) -> Option<(NaiveDate, usize)> {
    let named = named_month(tokens, i, sentence, calendar)
        .or_else(|| super::relative::at(tokens, i, sentence, calendar))
        .filter(|d| d.value.len() == 7)?;
    Some((Point::read(&named.value)?.first_day()?, named.to))
}

/// A week of a month: it belongs to the month that its Thursday is in, as a week does to its year (ISO 8601).
fn week_of_month(from: usize, to: usize, first: NaiveDate, n: i64) -> Option<Draft> {
    let thursday = (0..7).find_map(|k| shift(first, k).filter(|d| d.weekday() == Weekday::Thu))?;
    let in_month = |day: &NaiveDate| day.month() == first.month();
    let day = if n < 0 {
        (3..5).rev().find_map(|k| shift(thursday, 7 * k).filter(in_month))?
    } else {
        shift(thursday, 7 * (n - 1)).filter(in_month)?
    };
    let week = day.iso_week();
    Some(Draft::new(from, to, ValueType::Date, format!("{:04}-W{:02}", week.year(), week.week())))
}
