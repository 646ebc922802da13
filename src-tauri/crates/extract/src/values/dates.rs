//! Dates and times that name a month, a day, a weekday, a year or a clock.

use std::ops::Range;

use assay_model::value::{Modifier, ValueType};

use super::Draft;
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
        .or_else(|| bare_year(tokens, i, sentence, calendar))
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
                told = true
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

/// “1939”, “’82”, and “479 BC”.
fn bare_year(
    tokens: &Tokens<'_>,
    i: usize,
    sentence: &Range<usize>,
    calendar: &mut Calendar,
) -> Option<Draft> {
    let before = i.checked_sub(1).filter(|b| *b >= sentence.start);
    let lead = before.map_or("", |b| tokens.word(b));
    if let Some((year, to)) = before_christ(tokens, i).or_else(|| shares_era(tokens, i)) {
        calendar.note(Point::year(year));
        return Some(Draft::new(i, to, ValueType::Date, Point::year(year).value()));
    }
    if let Some(year) = ends_span(tokens, i) {
        return Some(Draft::new(i, i + 1, ValueType::Date, format!("{year:04}")));
    }
    if matches!(tokens.word(i), "'" | "’")
        && tokens.is(i + 1, Kind::Number)
        && tokens.raw(i + 1).len() == 2
        && !tokens.spaced(i + 1)
        && tokens.spaced(i)
    {
        let n: i32 = tokens.raw(i + 1).parse().ok()?;
        let year = if n < 30 { 2000 + n } else { 1900 + n };
        return Some(Draft::new(i, i + 2, ValueType::Date, year.to_string()));
    }
    let year = year(tokens, i)?;
    let told = matches!(
        lead,
        "in" | "since"
            | "of"
            | "by"
            | "until"
            | "till"
            | "from"
            | "to"
            | "during"
            | "and"
            | "year"
            | "before"
            | "after"
            | "around"
            | "between"
            | "through"
            | "("
            | ","
            | "circa"
            | "the"
    );
    // “1080p”
    let letter = tokens.raw(i + 1).len() == 1 && tokens.is(i + 1, Kind::Word) && !tokens.spaced(i + 1);
    if in_code(tokens, i) || letter {
        return None;
    }
    if !tokens.spaced(i) && !matches!(lead, "(" | "-" | "–" | "~")
        || matches!(lead, "$" | "£" | "€" | "no" | "." | "#")
    {
        return None;
    }
    // What follows may show that it counts something.
    let next = tokens.word(i + 1);
    let noun = tokens.is(i + 1, Kind::Word)
        && next.ends_with('s')
        && next.len() > 3
        && !matches!(next, "was" | "is" | "has");
    let counts = counts_things(tokens, i, lead, year, noun);
    let told = told
        || year % 100 != 0
            && (matches!(lead, "his" | "her" | "its" | "their" | "our" | "my")
                || lead.ends_with("’s")
                || lead.ends_with("'s"));
    let unit = matches!(
        next,
        "%" | "percent" | "per" | "million" | "billion" | "people" | "mark" | "feet" | "km" | "hours"
    );
    let likely = (1800..=2060).contains(&year);
    if unit || counts || !told && (!likely || noun) || told && noun && !(1900..=2060).contains(&year) {
        return None;
    }
    if i <= sentence.start + 3 {
        calendar.note(Point::year(year));
    } else {
        calendar.note_aside(year);
    }
    Some(Draft::new(i, i + 1, ValueType::Date, format!("{year:04}")))
}

/// “used 1808 harvest reports”, “and 1900 homes burned”: whether a number that might be a year counts what follows.
fn counts_things(tokens: &Tokens<'_>, i: usize, lead: &str, year: i32, noun: bool) -> bool {
    let plural = |k: usize| {
        let word = tokens.word(k);
        tokens.is(k, Kind::Word)
            && !tokens.capital(k)
            && (word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") || word == "people")
    };
    let next = tokens.word(i + 1);
    let adjective = tokens.is(i + 1, Kind::Word)
        && !tokens.capital(i + 1)
        && !crate::verbs::is_function(next)
        && !crate::verbs::is_preposition(next)
        && !crate::verbs::is_finite(tokens, i + 1);
    let counted = noun || adjective && plural(i + 2);
    if !counted {
        return false;
    }
    match lead {
        // “in 2019 and 2020 sales rose”
        "and" => {
            !i.checked_sub(2).is_some_and(|k| super::months::year(tokens, k).is_some()) && year % 100 == 0
        }
        "," | "of" | "by" | "to" => noun && year % 100 == 0,
        "used" | "found" | "read" | "had" | "has" | "have" | "with" | "made" | "sent" | "got" | "took"
        | "only" | "another" | "all" | "those" | "these" | "total" | "received" | "built" | "sold"
        | "lost" | "over" | "including" | "examined" | "analysed" | "analyzed" | "studied" | "collected"
        | "counted" => true,
        _ => false,
    }
}

/// The “499” of “499–493 BC” and of “from 499 to 493 BC”: the era stands at the second year only.
fn shares_era(tokens: &Tokens<'_>, i: usize) -> Option<(i32, usize)> {
    let joins = matches!(tokens.word(i + 1), "-" | "–" | "to" | "and" | "until");
    let first: i32 = tokens.raw(i).parse().ok().filter(|_| joins && tokens.is(i, Kind::Number))?;
    let (second, _) = before_christ(tokens, i + 2)?;
    (first > -second && first <= 9999).then_some((-first, i + 1))
}

/// Whether a number is part of a longer row of numbers with hyphens: `2015-1-32`, `133-03-03-2020`.
fn in_code(tokens: &Tokens<'_>, i: usize) -> bool {
    let joined = |dash: usize, other: usize| {
        tokens.word(dash) == "-"
            && tokens.is(other, Kind::Number)
            && !tokens.spaced(dash)
            && !tokens.spaced(dash.max(other))
    };
    let after = joined(i + 1, i + 2) && joined(i + 3, i + 4);
    after || i >= 4 && !tokens.spaced(i) && joined(i - 1, i - 2) && joined(i - 3, i - 4)
}

/// The “96” of “1995–96”.
fn ends_span(tokens: &Tokens<'_>, i: usize) -> Option<i32> {
    let raw = tokens.raw(i);
    let dash = matches!(tokens.word(i.checked_sub(1)?), "-" | "–" | "/") && !tokens.spaced(i);
    if !dash || raw.len() != 2 || !tokens.is(i, Kind::Number) {
        return None;
    }
    let first = year(tokens, i.checked_sub(2)?)?;
    let end = first - first % 100 + raw.parse::<i32>().ok()?;
    let lone =
        tokens.spaced(i - 2) || tokens.is(i.saturating_sub(3), Kind::Mark) && tokens.word(i - 3) == "(";
    (end > first && end - first <= 20 && lone && tokens.word(i + 1) != "-").then_some(end)
}

/// A year that a word before it blurs: “about 1910”, “ca. 466 BC”; “about 1900 men” are counted.
pub(super) fn year_alone(tokens: &Tokens<'_>, i: usize, calendar: &mut Calendar) -> Option<Draft> {
    let (year, to) = before_christ(tokens, i).or_else(|| {
        let year = year(tokens, i).filter(|y| (1500..=2060).contains(y))?;
        let next = tokens.word(i + 1);
        let ends = tokens.is(i + 1, Kind::Mark) && !matches!(next, "$" | "%" | "/" | "-");
        (ends || matches!(next, "" | "and" | "or" | "by" | "in" | "when" | "until")).then_some((year, i + 1))
    })?;
    calendar.note_aside(year);
    Some(Draft::new(i, to, ValueType::Date, Point::year(year).value()))
}
