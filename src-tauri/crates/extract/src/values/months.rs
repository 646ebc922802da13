//! Days and months by name: “2 March 2023”, “March 2023”, “the 2nd of March”, “2–5 March”, “the 18th”.
#![allow(clippy::many_single_char_names, reason = "years, months and days are y, m and d")]

use std::ops::Range;

use assay_model::value::ValueType;
use chrono::NaiveDate;

use super::Draft;
use super::calendar::{Calendar, Point, Unit, month};
use super::digits::{at_day, century};
use super::numbers;
use super::tense::is_future;
use crate::tokens::{Kind, Tokens};

/// A year in four digits.
pub(super) fn year(tokens: &Tokens<'_>, i: usize) -> Option<i32> {
    let raw = tokens.raw(i);
    let fits = tokens.is(i, Kind::Number) && raw.len() == 4 && raw.bytes().all(|b| b.is_ascii_digit());
    let year = raw.parse::<i32>().ok().filter(|_| fits)?;
    (1000..=2100).contains(&year).then_some(year)
}

/// “480 BC”: the year, negative, and its end.
pub(super) fn before_christ(tokens: &Tokens<'_>, i: usize) -> Option<(i32, usize)> {
    let era = tokens.is(i, Kind::Number) && matches!(tokens.raw(i + 1), "BC" | "BCE");
    let n: i32 = tokens.raw(i).parse().ok().filter(|n| era && (1..=9999).contains(n))?;
    Some((-n, i + 2))
}

/// A year in words: “nineteen ninety six”, “seventeen hundred thirty three”, “two thousand and five”; and its end.
pub(super) fn year_in_words(tokens: &Tokens<'_>, i: usize) -> Option<(i32, usize)> {
    let below_hundred = |at: usize| -> Option<(i32, usize)> {
        let n = numbers::small(tokens.word(at)).filter(|n| *n >= 1)? as i32;
        let hyphen = usize::from(tokens.word(at + 1) == "-");
        let unit = numbers::small(tokens.word(at + 1 + hyphen)).filter(|u| n >= 20 && (1..10).contains(u));
        Some(unit.map_or((n, at + 1), |u| (n + u as i32, at + 2 + hyphen)))
    };
    if tokens.follows(i, &["two", "thousand"]) {
        let and = usize::from(tokens.word(i + 2) == "and");
        let (rest, to) = below_hundred(i + 2 + and)?;
        return Some((2000 + rest, to));
    }
    let (centuries, next) = below_hundred(i).filter(|(n, _)| (15..=20).contains(n))?;
    let hundred = usize::from(tokens.word(next) == "hundred");
    let and = usize::from(hundred == 1 && tokens.word(next + 1) == "and");
    let (rest, to) = below_hundred(next + hundred + and).filter(|(n, _)| hundred == 1 || *n >= 10)?;
    Some((centuries * 100 + rest, to))
}

/// A day of the month: `2`, `2nd`, “second”, “twenty-second”; whether it is an ordinal; and its end.
fn day(tokens: &Tokens<'_>, i: usize) -> Option<(u32, bool, usize)> {
    if tokens.is(i, Kind::Number) {
        let n =
            tokens.raw(i).parse::<u32>().ok().filter(|n| (1..=31).contains(n) && tokens.raw(i).len() <= 2)?;
        let suffix = matches!(tokens.word(i + 1), "st" | "nd" | "rd" | "th") && !tokens.spaced(i + 1);
        return Some((n, suffix, i + 1 + usize::from(suffix)));
    }
    if let Some(tens @ (20 | 30)) = numbers::small(tokens.word(i)) {
        let at = i + 1 + usize::from(tokens.word(i + 1) == "-");
        let ordinal = numbers::ordinal(tokens.word(at));
        if let Some(unit) =
            ordinal.or_else(|| numbers::small(tokens.word(at))).filter(|u| (1..10).contains(u))
        {
            return Some((u32::try_from(tens + unit).ok().filter(|n| *n <= 31)?, ordinal.is_some(), at + 1));
        }
        return None;
    }
    let n = if tokens.word(i) == "thirtieth" { 30 } else { numbers::ordinal(tokens.word(i))? };
    Some((n as u32, true, i + 1))
}

/// The number of a day of the month, and its end.
pub(super) fn day_number(tokens: &Tokens<'_>, i: usize) -> Option<(u32, usize)> {
    day(tokens, i).map(|(n, _, to)| (n, to))
}

/// A month's name at token `k`: with a capital, or one that is no other word.
fn name(tokens: &Tokens<'_>, k: usize) -> Option<u32> {
    let word = tokens.word(k);
    let other = matches!(word, "may" | "march" | "mar" | "jan" | "dec" | "sep" | "august" | "jun");
    // “in may” at the end of something is no verb.
    let told = || k > 0 && tokens.word(k - 1) == "in" && !tokens.is(k + 1, Kind::Word);
    month(word).filter(|_| tokens.capital(k) || !other || told())
}

/// A year after a month: “2023”, “, 2023”, “of 2023”, “in words”, “’87”; and its end.
pub(super) fn year_after(tokens: &Tokens<'_>, k: usize) -> Option<(i32, usize)> {
    let of = usize::from(
        matches!(tokens.word(k), "," | "of" | "/" | "-")
            || tokens.follows(k, &["in"]) && year(tokens, k + 1).is_some(),
    );
    if let Some(found) = before_christ(tokens, k + of) {
        return Some(found);
    }
    if let Some(y) = year(tokens, k + of) {
        return Some((y, k + of + 1));
    }
    let two = |at: usize| -> Option<i32> {
        let raw = tokens.raw(at);
        (tokens.is(at, Kind::Number) && raw.len() == 2).then(|| raw.parse().ok().map(century)).flatten()
    };
    if matches!(tokens.word(k + of), "'" | "’") && !tokens.spaced(k + of + 1) {
        return Some((two(k + of + 1)?, k + of + 2));
    }
    if tokens.word(k) == "of" {
        return Some((two(k + 1)?, k + 2));
    }
    // “August 99”: no month has so many days.
    let many = of == 0 && tokens.raw(k).len() == 2 && tokens.raw(k) > "31";
    if many && tokens.is(k, Kind::Number) && !tokens.is(k + 1, Kind::Word) && tokens.word(k + 1) != "%" {
        return Some((two(k)?, k + 1));
    }
    year_in_words(tokens, k + of)
}

/// “2 March 2023”, “March 2nd, 2023”, “March 2023”, “March of 2023”, “the 2nd of March”, “March”.
pub(super) fn named_month(
    tokens: &Tokens<'_>,
    i: usize,
    sentence: &Range<usize>,
    calendar: &mut Calendar,
) -> Option<Draft> {
    let dot = |k: usize| {
        let short = tokens.raw(k - 1).len() <= 4 && !matches!(tokens.word(k - 1), "may" | "june" | "july");
        k + usize::from(short && tokens.word(k) == "." && !tokens.spaced(k) && k + 1 < sentence.end)
    };
    let the = usize::from(tokens.word(i) == "the");
    let (m, d, mut to) = if let Some((d, ordinal, next)) = day(tokens, i + the) {
        let next = next + usize::from(tokens.follows(next, &["day", "of"]));
        let of = usize::from(
            tokens.word(next) == "of" || matches!(tokens.word(next), "-") && !tokens.spaced(next),
        );
        if the == 1 && of == 0 && tokens.is(i + 1, Kind::Word) {
            return None;
        }
        // “4th of july”: a day shows the month, whatever its letters.
        let m = if of == 1 || ordinal { month(tokens.word(next + of)) } else { name(tokens, next + of) }?;
        (m, Some(d), dot(next + of + 1))
    } else {
        let m = name(tokens, i).or_else(|| {
            let shown =
                day(tokens, i + 1).is_some_and(|(_, ordinal, _)| ordinal) || year(tokens, i + 1).is_some();
            let ranged =
                i > 0 && matches!(tokens.word(i - 1), "between" | "from") && joins_month(tokens, i + 1);
            month(tokens.word(i)).filter(|_| shown || ranged)
        })?;
        let next = dot(i + 1);
        // `Nov/2`, `Jan-3`
        let mark = usize::from(
            matches!(tokens.word(next), "/" | "-") && !tokens.spaced(next) && !tokens.spaced(next + 1),
        );
        let the = usize::from(
            tokens.word(next) == "the"
                || tokens.word(next) == ","
                    && tokens.is(next + 1, Kind::Number)
                    && day(tokens, next + 1).is_some_and(|(_, ordinal, _)| ordinal),
        );
        // “by May the Second Army”: a rank of something else.
        let rank = the == 1 && tokens.capital(next + 1);
        match day(tokens, next + the + mark).filter(|(_, _, end)| {
            !rank && !matches!(tokens.word(*end), "%" | "percent" | "million" | "per" | "thousand")
        }) {
            Some((d, ordinal, end))
                if tokens.is(next + the + mark, Kind::Number)
                    || the == 1
                    || ordinal
                    || !tokens.capital(i)
                    // “May twenty-nine”, where nothing is counted by it
                    || end > next + 1 && (!tokens.is(end, Kind::Word) || year_in_words(tokens, end).is_some()) =>
            {
                (m, Some(d), end)
            }
            _ => (m, None, next),
        }
    };
    let y = if let Some((y, end)) = year_after(tokens, to) {
        to = end;
        Some(y)
    } else {
        // A month that is also a word or a name needs more than a capital.
        let doubtful =
            d.is_none() && matches!(tokens.word(i), "may" | "march" | "mar" | "jan" | "dec" | "sep" | "sun");
        let lead = i.checked_sub(1).map_or("", |b| tokens.word(b));
        let told = matches!(
            lead,
            "in" | "since"
                | "last"
                | "next"
                | "this"
                | "until"
                | "by"
                | "of"
                | "from"
                | "to"
                | "early"
                | "late"
                | "mid"
                | "and"
        );
        let told = told || joins_month(tokens, to);
        // “April Jones”, “August Wilson”
        let person = d.is_none()
            && !told
            && matches!(tokens.word(i), "april" | "june" | "august" | "may")
            && tokens.capital(to)
            && !super::is_calendar_word(tokens.word(to));
        if person
            || doubtful && !told
            || d.is_none() && tokens.capital(i.saturating_sub(1)) && i > sentence.start && !told
        {
            return None;
        }
        shared_year(tokens, to, m, d)
            .or_else(|| {
                calendar
                    .joined_to(tokens, i)
                    .filter(|p| p.month.is_some())
                    .map(|p| p.year + i32::from(p.month > Some(m)))
            })
            .or_else(|| {
                range_year(tokens, to, m, calendar).filter(|_| d.is_none() && is_future(tokens, i, sentence))
            })
            .or_else(|| last_year(tokens, to).then(|| calendar.now().map(|now| now.year - 1)).flatten())
            .or_else(|| calendar.year_of(m, d, is_future(tokens, i, sentence)))
            .and_then(|year| existing(year, m, d))
    };
    // A day that no month has is written as the text has it, where nothing goes on from it.
    let exists = |year: i32, d: u32| NaiveDate::from_ymd_opt(year, m, d).is_some();
    let impossible = d.is_some_and(|d| !exists(y.unwrap_or(2000), d));
    if impossible && tokens.is(to, Kind::Word) {
        return None;
    }
    let value = match y {
        Some(year) if impossible => Point { year, month: Some(m), day: d }.value(),
        Some(year) => {
            let point = Point { year, month: Some(m), day: d };
            calendar.note(point);
            point.value()
        }
        None => d.map_or_else(|| format!("XXXX-{m:02}"), |d| format!("XXXX-{m:02}-{d:02}")),
    };
    // “January 24 of the same year”
    if tokens.follows(to, &["of", "the", "same", "year"]) || tokens.follows(to, &["of", "that", "year"]) {
        to += if tokens.word(to + 1) == "that" { 3 } else { 4 };
    } else if tokens.follows(to, &["this", "year"]) || last_year(tokens, to) {
        to += 2;
    } else if tokens.follows(to, &["of", "this", "year"]) {
        to += 3;
    }
    Some(Draft::new(i, to.min(sentence.end), ValueType::Date, value))
}

/// “February last year”
fn last_year(tokens: &Tokens<'_>, to: usize) -> bool {
    tokens.follows(to, &["last", "year"])
}

/// The year itself, if it has that day; for 29 February the leap year before it; none for a day that no year has.
fn existing(year: i32, m: u32, d: Option<u32>) -> Option<i32> {
    let Some(d) = d else { return Some(year) };
    (0..8).map(|back| year - back).find(|y| NaiveDate::from_ymd_opt(*y, m, d).is_some())
}

/// The year of the first of two months still to come: “from August to October” may have begun.
fn range_year(tokens: &Tokens<'_>, to: usize, m: u32, calendar: &Calendar) -> Option<i32> {
    let between = to > 1 && tokens.word(to - 2) == "between";
    let joins = joins_month(tokens, to) && (tokens.word(to) != "and" || between);
    let later = name(tokens, to + 1).filter(|_| joins)?;
    Some(calendar.year_of(later, None, true)? - i32::from(later < m))
}

/// Whether “to” or a dash joins another month to what ends before token `to`.
fn joins_month(tokens: &Tokens<'_>, to: usize) -> bool {
    matches!(tokens.word(to), "to" | "-" | "–" | "until" | "till" | "through" | "and")
        && (name(tokens, to + 1).is_some()
            || day_number(tokens, to + 1).is_some_and(|(_, end)| name(tokens, end).is_some()))
}

/// The year that stands after the second of two months or days alone: “from April to June 2017”.
fn shared_year(tokens: &Tokens<'_>, to: usize, m: u32, d: Option<u32>) -> Option<i32> {
    if !joins_month(tokens, to) {
        return None;
    }
    let (first, at) = day_number(tokens, to + 1).map_or((None, to + 1), |(n, end)| (Some(n), end));
    let later = month(tokens.word(at))?;
    let after = match day_number(tokens, at + 1).filter(|_| first.is_none() && d.is_some()) {
        Some((_, end)) => end,
        None => at + 1,
    };
    let (y, _) = year_after(tokens, after)?;
    Some(y - i32::from(later < m))
}

/// “2–5 March”, “March 9th through 17th”, “between the ninth and the seventeenth of April”, “from 4 to 22 this month”: an
/// interval (ISO 8601), since an end alone says no date.
pub(super) fn days_of_month(
    tokens: &Tokens<'_>,
    i: usize,
    sentence: &Range<usize>,
    calendar: &mut Calendar,
) -> Option<Draft> {
    let lead = usize::from(matches!(tokens.word(i), "from" | "between"));
    let joins = |k: usize| matches!(tokens.word(k), "-" | "–" | "to" | "till" | "until" | "through" | "and");
    let the = |k: usize| k + usize::from(tokens.word(k) == "the");
    // Two days, then the month: also “the night of 3/4 June”.
    let slash = |k: usize| tokens.word(k) == "/" && !tokens.spaced(k) && !tokens.spaced(k + 1);
    if let Some((a, _, next)) = day(tokens, the(i + lead))
        && (joins(next) || slash(next))
        && (tokens.word(next) != "and" || tokens.word(i) == "between")
        && let Some((b, _, end)) = day(tokens, the(next + 1)).filter(|(b, ..)| *b > a)
    {
        let of = usize::from(tokens.word(end) == "of");
        if let Some(m) = name(tokens, end + of).or_else(|| month(tokens.word(end + of)).filter(|_| of == 1)) {
            let (y, to) =
                year_after(tokens, end + of + 1).map_or((None, end + of + 1), |(y, to)| (Some(y), to));
            let y = y.or_else(|| calendar.year_of(m, Some(a), is_future(tokens, i, sentence)));
            return interval(i + lead, to, y, (m, a), (m, b), calendar);
        }
        // “4 to 22 this month”
        let of = usize::from(matches!(tokens.word(end), "of" | "in"));
        let steps = match tokens.word(end + of) {
            "this" => 0,
            "next" => 1,
            "last" => -1,
            _ => return None,
        };
        let at = calendar
            .reference()
            .filter(|_| tokens.word(end + of + 1) == "month")?
            .plus(Unit::Month, steps)?;
        return interval(i + lead, end + of + 2, Some(at.year), (at.month?, a), (at.month?, b), calendar);
    }
    // The month and two days.
    let m = name(tokens, i + lead).or_else(|| month(tokens.word(i + lead)).filter(|_| lead == 1))?;
    let at = i + lead + 1;
    let (a, _, next) = day(tokens, the(at)).filter(|_| tokens.word(at) != ",")?;
    let (b, _, end) =
        day(tokens, the(next + 1)).filter(|_| joins(next) && (tokens.word(next) != "and" || lead == 1))?;
    if tokens.word(end) == "of"
        || month(tokens.word(end)).is_some()
        || matches!(tokens.word(end), "-" | ":" | "am" | "pm" | "a.m." | "p.m.")
    {
        return None;
    }
    let (y, to) = year_after(tokens, end).map_or((None, end), |(y, to)| (Some(y), to));
    let y = y.or_else(|| calendar.year_of(m, Some(a), is_future(tokens, i, sentence)));
    let after = if b > a { m } else { m % 12 + 1 };
    interval(i + lead, to, y, (m, a), (after, b), calendar)
}

fn interval(
    from: usize,
    to: usize,
    year: Option<i32>,
    first: (u32, u32),
    last: (u32, u32),
    calendar: &mut Calendar,
) -> Option<Draft> {
    let next = year.map(|y| y + i32::from(last.0 < first.0));
    let start = at_day(year, first.0, first.1, calendar)?;
    let end = at_day(next, last.0, last.1, calendar)?;
    Some(Draft::new(from, to, ValueType::Date, format!("{start}/{end}")))
}

/// “the 18th”, “the 21st of this month”: the nearest day of that number.
pub(super) fn lone_day(
    tokens: &Tokens<'_>,
    i: usize,
    sentence: &Range<usize>,
    calendar: &mut Calendar,
) -> Option<Draft> {
    let the = usize::from(tokens.word(i) == "the");
    let on = i > sentence.start && tokens.word(i - 1) == "on";
    if !tokens.is(i + the, Kind::Number) {
        return None;
    }
    let (d, ordinal, mut to) = day(tokens, i + the)?;
    if the == 0 && !on && !(ordinal && tokens.word(to) == "of") {
        return None;
    }
    to += usize::from(tokens.follows(to, &["day", "of"]));
    let of = usize::from(tokens.word(to) == "of");
    let shifted = match tokens.word(to + of) {
        "this" => Some(0),
        "next" => Some(1),
        "last" => Some(-1),
        _ => None,
    }
    .filter(|_| tokens.word(to + of + 1) == "month");
    let now = calendar.reference().filter(|p| p.month.is_some())?;
    if let Some(steps) = shifted {
        let at = now.plus(Unit::Month, steps)?;
        return Some(Draft::new(
            i,
            to + of + 2,
            ValueType::Date,
            at_day(Some(at.year), at.month?, d, calendar)?,
        ));
    }
    // A noun after it makes it a rank: “the 18th floor”.
    let ends = !tokens.is(to, Kind::Word)
        || matches!(tokens.word(to), "at" | "between" | "from" | "and" | "for" | "to");
    if !ordinal || !ends || of == 1 {
        return None;
    }
    let today = now.day.unwrap_or(1);
    let steps = if is_future(tokens, i, sentence) { i64::from(d < today) } else { -i64::from(d > today) };
    let at = now.plus(Unit::Month, steps)?;
    Some(Draft::new(i, to, ValueType::Date, at_day(Some(at.year), at.month?, d, calendar)?))
}
