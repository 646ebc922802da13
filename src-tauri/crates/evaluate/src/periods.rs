//! Whether two notations name the same time: TIMEX3 as Assay writes it, and intervals with both ends.

use chrono::{Datelike, Days, Duration, Months, NaiveDate, NaiveDateTime, NaiveTime, Weekday};

/// Whether our values say what the set does: `timex` in its notation, and what it resolves to, a point or two ends.
pub fn same(ours: &[&str], timex: &str, value: Option<&str>, ends: Option<(&str, &str)>) -> bool {
    let one = |ours: &str| {
        let plain = ours.trim_end_matches('Z');
        plain == timex
            || repeats(plain, timex)
            || repeats_at(plain, timex)
            || fits(plain, timex)
            || timex.strip_prefix('T').is_some_and(|t| clock(plain).is_some_and(|o| same_clock(o, t)))
            || value.is_some_and(|v| point(plain, v))
            || timex
                .trim_end_matches(')')
                .rsplit(',')
                .next()
                .is_some_and(|d| d.starts_with('P') && same_length(d, plain))
            || same_length(plain, timex)
            || range(&[plain], ends)
            || timed_range(&[plain], timex)
    };
    ours.iter().any(|o| one(o)) || range(ours, ends) || timed_range(ours, timex)
}

/// Whether ours is the bound of an open range (“before 2016”): the one end that it has.
pub fn bounded(ours: &[&str], start: Option<&str>, end: Option<&str>) -> bool {
    let near = |a: NaiveDateTime, b: &str| moment(b).is_some_and(|b| (a - b).num_hours().abs() <= 24);
    ours.iter().filter_map(|o| interval(o)).any(|(from, to)| {
        start.is_some_and(|s| near(from, s) || near(to, s))
            || end.is_some_and(|e| near(from, e) || near(to, e))
    })
}

/// Whether our length, counted from the moment of reference, leads to a moment of the set.
pub fn counted(reference: &str, ours: &str, value: &str) -> bool {
    let (Some(from), Some(to)) = (moment(reference), moment(value)) else { return false };
    let clock = ours.starts_with("PT") && value.len() > 10;
    clock
        && length(ours).is_some_and(|(months, milliseconds)| {
            months == 0 && from + Duration::milliseconds(milliseconds) == to
        })
}

/// `P1D` and `XXXX-XX-XX`, each for “every day”.
fn repeats(ours: &str, timex: &str) -> bool {
    matches!(
        (ours, timex),
        ("XXXX-XX-XX", "P1D")
            | ("XXXX-WXX", "P1W")
            | ("XXXX-XX", "P1M")
            | ("XXXX", "P1Y")
            | ("XXXX-QX", "P3M")
            | ("XXXX-WXX-WE", "P1WE" | "XXXX-WXX-WE")
    )
}

/// `XXXX-WXX-1T16:00` and `XXXX-WXX-1T16`.
fn repeats_at(ours: &str, timex: &str) -> bool {
    let split = |v: &str| v.split_once('T').map(|(day, time)| (day.to_owned(), time.to_owned()));
    match (split(ours), split(timex)) {
        (Some((a, x)), Some((b, y))) => a == b && a.starts_with('X') && same_clock(&x, &y),
        _ => false,
    }
}

/// Whether ours fills in what the set leaves open (`XXXX-10-02`), point for point.
fn fits(ours: &str, timex: &str) -> bool {
    ours.len() == timex.len()
        && timex.starts_with('X')
        && !timex.contains('W')
        && ours.chars().zip(timex.chars()).all(|(o, t)| t == 'X' || o == t)
}

/// The part of a time after its day.
fn clock(ours: &str) -> Option<&str> {
    ours.split_once('T').filter(|(day, _)| !day.starts_with('P')).map(|(_, time)| time)
}

fn same_clock(ours: &str, timex: &str) -> bool {
    let full = |t: &str| match t.len() {
        2 if t.starts_with(|c: char| c.is_ascii_digit()) => format!("{t}:00:00"),
        5 => format!("{t}:00"),
        _ => t.to_owned(),
    };
    full(ours) == full(timex)
}

fn same_length(a: &str, b: &str) -> bool {
    length(a).is_some() && length(a) == length(b)
}

/// A duration in months and seconds.
fn length(timex: &str) -> Option<(i64, i64)> {
    let mut months = 0.0;
    let mut seconds = 0.0;
    let mut clock = false;
    let mut digits = String::new();
    for c in timex.strip_prefix('P')?.chars() {
        match c {
            'T' => clock = true,
            '0'..='9' | '.' => digits.push(c),
            _ => {
                let n: f64 = std::mem::take(&mut digits).parse().ok()?;
                match (c, clock) {
                    ('Y', _) => months += 12.0 * n,
                    ('M', false) => months += n,
                    ('W', _) => seconds += n * 604_800.0,
                    ('D', _) => seconds += n * 86_400.0,
                    ('H', _) => seconds += n * 3600.0,
                    ('M', true) => seconds += n * 60.0,
                    ('S', _) => seconds += n,
                    _ => return None,
                }
            }
        }
    }
    digits.is_empty().then_some(((months * 1000.0) as i64, (seconds * 1000.0) as i64))
}

/// Whether ours is exactly this day or moment.
fn point(ours: &str, value: &str) -> bool {
    let day_only = value.len() == 10;
    if day_only != (ours.len() == 10) {
        return false;
    }
    match (interval(ours), moment(value)) {
        (Some((from, _)), Some(at)) => from == at,
        _ => false,
    }
}

fn range(ours: &[&str], ends: Option<(&str, &str)>) -> bool {
    let Some((start, end)) = ends.and_then(|(s, e)| Some((moment(s)?, moment(e)?))) else { return false };
    let parts: Vec<&str> = ours.iter().flat_map(|o| o.split('/')).filter(|o| !o.starts_with('P')).collect();
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return false };
    let (Some((from, _)), Some((last_from, to))) = (interval(first), interval(last)) else { return false };
    // The set gives the last day of a range as its end, and the day after that of a period; both count.
    from == start
        && (to == end
            || parts.len() > 1 && (last_from == end || to == end + Duration::days(1))
            || to == end + Duration::days(1))
}

/// Clock ranges without a day: `(T14:20,T15,PT40M)`.
fn timed_range(ours: &[&str], timex: &str) -> bool {
    let Some((a, b)) = timex.strip_prefix("(T").and_then(|t| {
        let (a, rest) = t.split_once(",T")?;
        Some((a, rest.split(',').next()?.trim_end_matches(')')))
    }) else {
        return false;
    };
    let parts: Vec<&str> = ours.iter().flat_map(|o| o.split('/')).filter_map(clock).collect();
    parts.len() == 2
        && parts.first().is_some_and(|p| same_clock(p, a))
        && parts.last().is_some_and(|p| same_clock(p, b))
}

/// A day or a moment of the set: `2016-11-07`, `2016-11-07 15:00:00`, `2016-11-07T15:00`.
fn moment(text: &str) -> Option<NaiveDateTime> {
    let (day, time) = text.split_once([' ', 'T']).unwrap_or((text, "00:00:00"));
    let day: NaiveDate = day.parse().ok()?;
    Some(day.and_time(clock_time(time)?))
}

fn clock_time(text: &str) -> Option<NaiveTime> {
    let mut parts = text.split(':').map(|p| p.parse::<u32>().ok());
    let hour = parts.next()??;
    NaiveTime::from_hms_opt(
        hour % 24,
        parts.next().flatten().unwrap_or(0),
        parts.next().flatten().unwrap_or(0),
    )
}

/// First moment of a TIMEX3 value, and the one after its last.
fn interval(value: &str) -> Option<(NaiveDateTime, NaiveDateTime)> {
    let midnight = |day: NaiveDate| day.and_time(NaiveTime::MIN);
    if let Some((day, time)) = value.split_once('T') {
        let day: NaiveDate = day.parse().ok()?;
        let part = |from: u32, to: u32| -> Option<(NaiveDateTime, NaiveDateTime)> {
            let at = midnight(day);
            Some((at + Duration::hours(i64::from(from)), at + Duration::hours(i64::from(to))))
        };
        return match time {
            "MO" => part(8, 12),
            "AF" => part(12, 16),
            "EV" => part(16, 20),
            "NI" => part(20, 24),
            _ => {
                let at = day.and_time(clock_time(time)?);
                Some((at, at))
            }
        };
    }
    let days =
        |from: NaiveDate, n: u64| Some((midnight(from), midnight(from.checked_add_days(Days::new(n))?)));
    let months =
        |from: NaiveDate, n: u32| Some((midnight(from), midnight(from.checked_add_months(Months::new(n))?)));
    let year: i32 = value.get(..4).unwrap_or(value).parse().ok()?;
    let first = |month: u32| NaiveDate::from_ymd_opt(year, month, 1);
    match (value.len(), value.get(5..)) {
        (2, _) => months(NaiveDate::from_ymd_opt(year * 100, 1, 1)?, 1200),
        (3, _) => months(NaiveDate::from_ymd_opt(year * 10, 1, 1)?, 120),
        (4, _) => months(first(1)?, 12),
        (_, Some(rest)) => {
            if let Some(week) = rest.strip_prefix('W') {
                let n: u32 = week.get(..2)?.parse().ok()?;
                let monday = NaiveDate::from_isoywd_opt(year, n, Weekday::Mon)?;
                return if week.ends_with("WE") {
                    days(monday.checked_add_days(Days::new(5))?, 2)
                } else {
                    days(monday, 7)
                };
            }
            match rest {
                "SP" => months(first(3)?, 3),
                "SU" => months(first(6)?, 3),
                "FA" => months(first(9)?, 3),
                "WI" => months(first(12)?, 3),
                _ if rest.starts_with('Q') => months(first(3 * rest.get(1..)?.parse::<u32>().ok()? - 2)?, 3),
                _ if rest.starts_with('H') => months(first(6 * rest.get(1..)?.parse::<u32>().ok()? - 5)?, 6),
                _ if value.len() == 7 => months(first(rest.parse().ok()?)?, 1),
                _ => {
                    let day: NaiveDate = value.parse().ok()?;
                    debug_assert!(day.year() == year);
                    days(day, 1)
                }
            }
        }
        _ => None,
    }
}
