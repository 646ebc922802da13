//! Dates in digits: `2023-03-02`, `7/8/07`, `2019-aug-1`, `5/12` where a day is told.
#![allow(clippy::many_single_char_names, reason = "years, months and days are y, m and d")]

use std::ops::Range;

use assay_model::value::ValueType;
use chrono::NaiveDate;

use super::Draft;
use super::calendar::{Calendar, Point, month, weekday};
use super::tense::is_future;
use crate::tokens::{Kind, Tokens};

/// `2023-03-02`, `2023-03-02T13:01Z`, `7/8/07`, `2.3.2023`, `2023-03`, `20230302`; in English the month is first in `7/8/07`.
pub(super) fn in_digits(
    tokens: &Tokens<'_>,
    i: usize,
    month_first: bool,
    calendar: &mut Calendar,
) -> Option<Draft> {
    let stuck = i > 0 && !tokens.spaced(i) && matches!(tokens.word(i - 1), "-" | "/");
    if !tokens.is(i, Kind::Number) || stuck && calendar.joined_to(tokens, i).is_none() {
        return None;
    }
    let joined = |from: usize, to: usize| (from + 1..to).all(|k| !tokens.spaced(k));
    let number = |k: usize, digits: Range<usize>| -> Option<u32> {
        let raw = tokens.raw(k);
        (tokens.is(k, Kind::Number) && digits.contains(&raw.len())).then(|| raw.parse().ok()).flatten()
    };
    let mut day = |date: NaiveDate, to: usize| {
        calendar.note(Point::day(date));
        Some(Draft::new(i, to, ValueType::Date, Point::day(date).value()))
    };
    let separator = tokens.word(i + 1);
    if matches!(separator, "-" | "/") && tokens.word(i + 3) == separator && joined(i, i + 5) {
        // `2019-aug-1`, `22/Jan/2019`
        if let Some(m) = month(tokens.word(i + 2)) {
            let (a, b) = (number(i, 1..5)?, number(i + 4, 1..5)?);
            let (y, d) = if tokens.raw(i).len() == 4 { (a, b) } else { (b, a) };
            return day(NaiveDate::from_ymd_opt(y as i32, m, d)?, i + 5);
        }
        let (a, b, c) = (number(i, 1..5)?, number(i + 2, 1..3)?, number(i + 4, 1..5)?);
        let date = if tokens.raw(i).len() == 4 {
            NaiveDate::from_ymd_opt(a as i32, b, c)?
        } else {
            let year = match tokens.raw(i + 4).len() {
                2 => century(c),
                4 => c as i32,
                _ => return None,
            };
            // Month first, as in most English news that writes dates so; a day above twelve settles it.
            let (m, d) = if month_first { (a, b) } else { (b, a) };
            NaiveDate::from_ymd_opt(year, m, d).or_else(|| NaiveDate::from_ymd_opt(year, d, m))?
        };
        return day(date, i + 5);
    }
    let ends = tokens.spaced(i + 3) || !matches!(tokens.word(i + 3), "-" | "/" | "–");
    if matches!(separator, "-" | "/") && joined(i, i + 3) && ends {
        let (a, b) = (number(i, 1..5), number(i + 2, 1..5));
        let year_month = match (a, b, tokens.raw(i).len(), tokens.raw(i + 2).len()) {
            // “2006-07” is two years running; what rises no year is a month.
            (Some(y), Some(m @ 1..=12), 4, 1..=2) if m != y % 100 + 1 => {
                (separator == "/" || tokens.raw(i + 2).starts_with('0') || m <= y % 100).then_some((y, m))
            }
            (Some(m @ 1..=12), Some(y), 1..=2, 4) => Some((y, m)),
            _ => None,
        };
        if let Some((y, m)) = year_month.filter(|(y, _)| (1900..2100).contains(y)) {
            return Some(Draft::new(i, i + 3, ValueType::Date, format!("{y:04}-{m:02}")));
        }
    }
    let raw = tokens.raw(i);
    let parts: Vec<&str> = raw.splitn(4, '.').collect();
    if let [y, m, d] = parts.as_slice()
        && y.len() == 4
        && d.len() <= 2
        && m.len() <= 2
    {
        return day(NaiveDate::from_ymd_opt(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?)?, i + 1);
    }
    if let [d, m, y] = parts.as_slice()
        && y.len() == 4
        && d.len() <= 2
        && m.len() <= 2
    {
        return day(NaiveDate::from_ymd_opt(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?)?, i + 1);
    }
    if raw.len() == 8 && (raw.starts_with("19") || raw.starts_with("20")) {
        let part = |r: Range<usize>| raw.get(r).and_then(|p| p.parse::<u32>().ok());
        return day(NaiveDate::from_ymd_opt(part(0..4)? as i32, part(4..6)?, part(6..8)?)?, i + 1);
    }
    None
}

/// The year that two digits stand for.
pub(super) fn century(two: u32) -> i32 {
    two as i32 + if two < 40 { 2000 } else { 1900 }
}

/// `5/12`: a day only where the words before it say so, since it may be a part.
pub(super) fn slashed(
    tokens: &Tokens<'_>,
    i: usize,
    sentence: &Range<usize>,
    calendar: &mut Calendar,
) -> Option<Draft> {
    let joined = matches!(tokens.word(i + 1), "/" | "-") && !tokens.spaced(i + 1) && !tokens.spaced(i + 2);
    let number = |k: usize| -> Option<u32> {
        (tokens.is(k, Kind::Number) && tokens.raw(k).len() <= 2).then(|| tokens.raw(k).parse().ok()).flatten()
    };
    let (a, b) = (number(i)?, number(i + 2)?);
    // The day that is known by this name, in whatever year the text is of.
    let listed_before = i > 0 && !tokens.spaced(i);
    if joined && (a, b) == (9, 11) && tokens.word(i + 1) == "/" && !listed_before && tokens.word(i + 3) != "/"
    {
        let dated = i.checked_sub(1).is_some_and(|p| weekday(tokens.word(p)).is_some());
        if !dated {
            return Some(Draft::new(i, i + 3, ValueType::Date, "2001-09-11"));
        }
    }
    if !joined || tokens.word(i + 3) == "/" && !tokens.spaced(i + 3) {
        return None;
    }
    let before = i.checked_sub(1).filter(|b| *b >= sentence.start).map_or("", |b| tokens.word(b));
    let dash = tokens.word(i + 1) == "-";
    let told = !dash
        && (weekday(before).is_some()
            || matches!(
                before,
                "on" | "from" | "to" | "until" | "by" | "since" | "between" | "next" | "this" | "date"
            ));
    let joined = calendar.joined_to(tokens, i).filter(|p| p.month.is_some());
    // “11/20, 11/22 or 11/25”
    let listed = !dash && calendar.listed_after(tokens, i).is_some() && i > 3 && tokens.word(i - 3) == "/";
    // “23/12 before 5pm”
    let timed = matches!(tokens.word(i + 3), "before" | "after" | "at" | "between")
        && tokens.is(i + 4, Kind::Number)
        && !dash;
    let end = if dash { None } else { range_end(tokens, i + 3, number) };
    let told = told || joined.is_some() || listed || timed || end.is_some_and(|(.., year)| year.is_some());
    let of_range = end.and_then(|(month, day, year)| {
        let future = || is_future(tokens, i, sentence).then(|| calendar.year_of(month, Some(day), true));
        Some(year.or_else(|| future().flatten())? - i32::from(month < a))
    });
    let mut to = i + 3;
    let after = joined.and_then(|_| year_after_comma(tokens, to));
    to += if after.is_some() { 2 } else { 0 };
    let year = after
        .or_else(|| joined.map(|p| p.year + i32::from(p.month > Some(a))))
        .or(of_range)
        .or_else(|| calendar.year_of(a, Some(b), is_future(tokens, i, sentence)));
    let (m, d) = if (1..=12).contains(&a) { (a, b) } else { (b, a) };
    if !told || !(1..=12).contains(&m) || !(1..=31).contains(&d) {
        return None;
    }
    Some(Draft::new(i, to, ValueType::Date, at_day(year, m, d, calendar)?))
}

/// The month, day and perhaps the year that a range of days in digits ends with: “10/1-11/2/2017”, “5/1-5/7, 2020”.
fn range_end(
    tokens: &Tokens<'_>,
    at: usize,
    number: impl Fn(usize) -> Option<u32>,
) -> Option<(u32, u32, Option<i32>)> {
    let joins = matches!(tokens.word(at), "-" | "–" | "to") && tokens.word(at + 2) == "/";
    let (month, day) = (number(at + 1)?, number(at + 3)?);
    let slash = tokens.word(at + 4) == "/" && !tokens.spaced(at + 5);
    let year = if slash { super::months::year(tokens, at + 5) } else { year_after_comma(tokens, at + 4) };
    (joins && (1..=12).contains(&month)).then_some((month, day, year))
}

fn year_after_comma(tokens: &Tokens<'_>, at: usize) -> Option<i32> {
    super::months::year(tokens, at + 1).filter(|_| tokens.word(at) == ",")
}

/// The value of a day of a month, of a year if one is known; `None` if the year has no such day.
pub(super) fn at_day(year: Option<i32>, m: u32, d: u32, calendar: &mut Calendar) -> Option<String> {
    let Some(year) = year else { return Some(format!("XXXX-{m:02}-{d:02}")) };
    let date = NaiveDate::from_ymd_opt(year, m, d)?;
    calendar.note(Point::day(date));
    Some(Point::day(date).value())
}
