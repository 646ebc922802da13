//! Dates and times that name a month, a day, a weekday, a year or a clock.

use std::ops::Range;

use assay_model::value::{Modifier, ValueType};

use super::Draft;
use super::bare_years;
use super::calendar::{Calendar, Point, season};
use super::clock;
use super::days;
use super::digits::{in_digits, slashed};
use super::holidays;
use super::months::{before_christ, days_of_month, lone_day, named_month, year};
use super::numbers;
use super::parts;
use super::tense::is_future;
use super::weeks::{day_of_week, numbered};
use super::years;
use crate::tokens::{Kind, Tokens};
use crate::verbs::is_auxiliary;

/// The date or time that begins at token `i`.
pub(super) fn at(
    tokens: &Tokens<'_>,
    i: usize,
    sentence: &Range<usize>,
    calendar: &mut Calendar,
) -> Option<Draft> {
    let date = in_digits(tokens, i, true, calendar)
        .or_else(|| days_of_month(tokens, i, sentence, calendar))
        .or_else(|| days::at(tokens, i, sentence, calendar))
        .or_else(|| slashed(tokens, i, sentence, calendar))
        .or_else(|| parts::at(tokens, i, sentence, calendar))
        .or_else(|| clock::at(tokens, i, sentence, calendar))
        .or_else(|| part_of(tokens, i, sentence, calendar))
        .or_else(|| plain(tokens, i, sentence, calendar))
        .or_else(|| lone_day(tokens, i, sentence, calendar))?;
    Some(clock::after(tokens, &date, sentence).unwrap_or(date))
}

/// “early 2009”, “the end of this year”, “mid-2011”, “earlier on Thursday”.
fn part_of(tokens: &Tokens<'_>, i: usize, sentence: &Range<usize>, calendar: &mut Calendar) -> Option<Draft> {
    let the = usize::from(tokens.word(i) == "the");
    let at = i + the;
    if matches!(tokens.word(at), "eoy" | "eom" | "eod") {
        let point = calendar.reference()?;
        let point = match tokens.word(at) {
            "eoy" => Point::year(point.year),
            "eom" => Point { day: None, ..point },
            _ => point,
        };
        let mut draft = Draft::new(i, at + 1, ValueType::Date, point.value());
        draft.modifier = Some(Modifier::End);
        return Some(draft);
    }
    let (modifier, after) = match tokens.word(at) {
        "early" | "first" if tokens.follows(at + 1, &["part", "of"]) => (Modifier::Start, at + 3),
        "latter" | "later" | "last" | "late" if tokens.follows(at + 1, &["part", "of"]) => {
            (Modifier::End, at + 3)
        }
        "early" if tokens.follows(at + 1, &["hours", "of"]) => (Modifier::Start, at + 3),
        "early" => (Modifier::Start, at + 1),
        // “trains were late last year”
        "late" if i > sentence.start && is_auxiliary(tokens.word(i - 1)) && the == 0 => return None,
        "late" => (Modifier::End, at + 1),
        "mid" => (Modifier::Mid, at + 1 + usize::from(tokens.word(at + 1) == "-")),
        "beginning" | "start" if tokens.word(at + 1) == "of" => (Modifier::Start, at + 2),
        "end" | "close" | "rest" | "remainder" if tokens.word(at + 1) == "of" => (Modifier::End, at + 2),
        "middle" if tokens.word(at + 1) == "of" => (Modifier::Mid, at + 2),
        "earlier" | "later" if the == 0 => {
            let skip = usize::from(matches!(tokens.word(at + 1), "on" | "in"));
            let mut inner = plain(tokens, at + 1 + skip, sentence, calendar)
                .or_else(|| super::relative::at(tokens, at + 1 + skip, sentence, calendar))
                .filter(|d| d.kind == ValueType::Date && d.value.len() > 3)?;
            inner.from = i;
            return Some(inner);
        }
        _ => return None,
    };
    // “end of year”, “the end of month”
    let now = calendar.reference();
    let whole = match (tokens.word(after), now) {
        ("year", Some(now)) => Some(Point::year(now.year)),
        ("month", Some(now)) if now.month.is_some() => Some(Point { day: None, ..now }),
        ("day", Some(now)) if now.day.is_some() => Some(now),
        _ => None,
    };
    if let Some(point) = whole.filter(|_| tokens.word(after - 1) == "of") {
        let mut draft = Draft::new(i, after + 1, ValueType::Date, point.value());
        draft.modifier = Some(modifier);
        return Some(draft);
    }
    let after = after + usize::from(matches!(tokens.word(after), "in" | "on") && the == 0);
    let mut inner = plain(tokens, after, sentence, calendar)
        .or_else(|| super::relative::at(tokens, after, sentence, calendar))
        .filter(|d| d.kind == ValueType::Date)?;
    inner.from = i;
    inner.modifier = Some(modifier);
    Some(inner)
}

/// Month names, weekdays, seasons, quarters, decades, holidays and bare years.
pub(super) fn plain(
    tokens: &Tokens<'_>,
    i: usize,
    sentence: &Range<usize>,
    calendar: &mut Calendar,
) -> Option<Draft> {
    years::at(tokens, i, calendar)
        .or_else(|| named_month(tokens, i, sentence, calendar))
        .or_else(|| holidays::at(tokens, i, sentence, calendar))
        .or_else(|| numbered(tokens, i, sentence, calendar))
        .or_else(|| day_of_week(tokens, i, sentence, calendar))
        .or_else(|| quarter(tokens, i, sentence, calendar))
        .or_else(|| named_season(tokens, i, calendar))
        .or_else(|| decade(tokens, i))
        .or_else(|| bare_years::at(tokens, i, sentence, calendar))
}

/// Morning to night, as TIMEX3 writes them.
pub(super) fn part_of_day(word: &str) -> Option<&'static str> {
    Some(match word {
        "morning" => "TMO",
        "afternoon" => "TAF",
        "evening" => "TEV",
        "night" => "TNI",
        _ => return None,
    })
}

/// “the first quarter of 2009”, “third-quarter”, “Q3 2009”, “the first half of last year”.
fn quarter(tokens: &Tokens<'_>, i: usize, sentence: &Range<usize>, calendar: &mut Calendar) -> Option<Draft> {
    let the = usize::from(tokens.word(i) == "the");
    let at = i + the;
    let (mark, mut to) = match tokens.word(at) {
        "q" if tokens.is(at + 1, Kind::Number) && !tokens.spaced(at + 1) => {
            (format!("Q{}", tokens.raw(at + 1).parse::<u32>().ok().filter(|n| (1..=4).contains(n))?), at + 2)
        }
        "h" if matches!(tokens.raw(at + 1), "1" | "2") && !tokens.spaced(at + 1) => {
            (format!("H{}", tokens.raw(at + 1)), at + 2)
        }
        word => {
            let n = match word {
                "final" if the == 1 => 4,
                "last" if the == 1 && tokens.word(at + 2) == "of" => 4,
                "latter" => 2,
                _ => numbers::ordinal(word).filter(|n| *n <= 4)?,
            };
            let next = at + 1 + usize::from(tokens.word(at + 1) == "-");
            match tokens.word(next) {
                "quarter" => (format!("Q{n}"), next + 1),
                "half" if n <= 2 => (format!("H{n}"), next + 1),
                _ => return None,
            }
        }
    };
    let of = usize::from(tokens.word(to) == "of");
    let year = if let Some(y) = year(tokens, to + of) {
        to += of + 1;
        y
    } else if let Some(d) = super::relative::at(tokens, to + of, sentence, calendar)
        .filter(|d| of == 1 && d.value.len() == 4 && d.value.bytes().all(|b| b.is_ascii_digit()))
    {
        to = d.to;
        d.value.parse().ok()?
    } else if mark.starts_with('H') {
        // The half of a firm’s year may not be that of the calendar: of which year only the text before it knows.
        let value = if is_accounted(tokens, i, sentence) { format!("XXXX-{mark}") } else { return None };
        return Some(Draft::new(i, to, ValueType::Date, value));
    } else {
        let now = calendar.reference()?;
        let n: u32 = mark.get(1..)?.parse().ok()?;
        // A quarter that has not begun belongs to the year before.
        now.year - i32::from(now.month.is_some_and(|m| m.div_ceil(3) < n) && !is_future(tokens, i, sentence))
    };
    calendar.note(Point::year(year));
    Some(Draft::new(i, to, ValueType::Date, format!("{year:04}-{mark}")))
}

/// Whether the words around token `i` tell of money made, and not of a game that has halves too.
fn is_accounted(tokens: &Tokens<'_>, i: usize, sentence: &Range<usize>) -> bool {
    let near = sentence.start.max(i.saturating_sub(24))..sentence.end.min(i + 16);
    let mut told = false;
    for k in near {
        match tokens.word(k) {
            "profit" | "profits" | "sales" | "revenue" | "revenues" | "earnings" | "turnover" | "exports"
            | "imports" | "orders" | "deliveries" | "output" | "dividend" | "pretax" | "pre-tax"
            | "operating" | "shareholders" | "losses" | "deficit" | "economy" | "gdp" | "shipments" => {
                told = true;
            }
            "goal" | "goals" | "scored" | "penalty" | "striker" | "try" | "header" | "minute"
            | "half-time" | "halftime" | "match" | "touchdown" | "break" | "keeper" => return false,
            _ => {}
        }
    }
    told
}

/// “autumn 2008”, “the summer of 1919”, “in the spring”.
fn named_season(tokens: &Tokens<'_>, i: usize, calendar: &mut Calendar) -> Option<Draft> {
    let that = usize::from(matches!(tokens.word(i), "the" | "that"));
    let lead = tokens.word(i + that);
    let called = match lead {
        "same" | "following" | "previous" | "next" | "past" if that == 1 => true,
        "last" | "this" | "next" => that == 0,
        _ => false,
    };
    let at = i + that + usize::from(called);
    let mark = season(tokens.word(at))?;
    let of = usize::from(matches!(tokens.word(at + 1), "of" | ","));
    let of_year =
        year(tokens, at + 1 + of).map(|y| (y, at + 2 + of)).or_else(|| before_christ(tokens, at + 1 + of));
    if let Some((y, to)) = of_year {
        calendar.note(Point::year(y));
        let year = Point::year(y).value();
        return Some(Draft::new(i, to, ValueType::Date, format!("{year}-{mark}")));
    }
    // “the autumn of that year”
    let (whose, last) = match (tokens.word(at + 2), tokens.word(at + 3), tokens.word(at + 4)) {
        ("the", "same", "year") => ("that", at + 5),
        (whose, "year", _) => (whose, at + 4),
        _ => ("", at),
    };
    if tokens.word(at + 1) == "of" && matches!(whose, "that" | "this" | "last" | "next") {
        let now = if whose == "that" { calendar.named()? } else { calendar.reference()? };
        let year = now.year + i32::from(whose == "next") - i32::from(whose == "last");
        return Some(Draft::new(i, last, ValueType::Date, format!("{}-{mark}", Point::year(year).value())));
    }
    // “fall” and “spring” are verbs too.
    let before = i.checked_sub(1).map_or("", |b| tokens.word(b));
    let bare = matches!(tokens.word(at), "summer" | "winter") && !tokens.capital(at) && at == i;
    let told = at > i || bare || matches!(before, "in" | "early" | "late" | "mid");
    if !told || tokens.word(at + 1) == "of" {
        return None;
    }
    let now = if that == 1 && called { calendar.named()? } else { calendar.reference()? };
    // “the following spring” comes after a date in summer, and so in the next year.
    let over = now.month.is_none_or(|m| m >= season_begins(mark));
    let year = match lead {
        "next" if that == 0 => now.year + 1,
        "next" | "following" => now.year + i32::from(over),
        "last" => now.year - 1,
        "previous" | "past" => now.year - i32::from(!over),
        _ => now.year,
    };
    let year = Point::year(year).value();
    Some(Draft::new(i, at + 1, ValueType::Date, format!("{year}-{mark}")))
}

/// The month in which a season begins in the north.
fn season_begins(mark: &str) -> u32 {
    match mark {
        "SP" => 3,
        "SU" => 6,
        "FA" => 9,
        _ => 12,
    }
}

/// “the 1990s”, “the 19th century”, “the 470s BC”.
fn decade(tokens: &Tokens<'_>, i: usize) -> Option<Draft> {
    let at = i + usize::from(tokens.word(i) == "the");
    if let Some(y) = year(tokens, at)
        && matches!(tokens.word(at + 1), "s" | "'s" | "’s")
        && !tokens.spaced(at + 1)
        && y % 10 == 0
    {
        return Some(Draft::new(i, at + 2, ValueType::Date, format!("{:03}", y / 10)));
    }
    let before_christ = |at: usize| matches!(tokens.raw(at), "BC" | "BCE");
    let (n, next) = if tokens.is(at, Kind::Number) {
        let n = tokens.raw(at).parse::<i128>().ok()?;
        if n % 10 == 0 && tokens.word(at + 1) == "s" && before_christ(at + 2) && (10..=9990).contains(&n) {
            return Some(Draft::new(i, at + 3, ValueType::Date, format!("BC{:03}", n / 10)));
        }
        (n, at + 2)
    } else {
        (numbers::ordinal(tokens.word(at))?, at + 1)
    };
    let next = next + usize::from(tokens.word(next) == "-");
    if tokens.word(next) != "century" || !(1..=30).contains(&n) {
        return None;
    }
    if before_christ(next + 1) {
        return Some(Draft::new(i, next + 2, ValueType::Date, format!("BC{:02}", n - 1)));
    }
    Some(Draft::new(i, next + 1, ValueType::Date, format!("{:02}", n - 1)))
}
