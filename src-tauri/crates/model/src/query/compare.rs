//! Comparisons: what `>0.7`, `<=3`, `2023-01..2023-06` or a bare `2022` asks for, as a stretch of numbers or days.
//!
//! A value is a stretch too: a number of that number alone, a date of the days that it may mean, `2022-01` of 31. It is
//! asked for if it lies wholly within what is asked, so `2022` finds `2022-01`, and `2022-01` does not find `2022`.

use std::str::FromStr;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::time::PartialDate;

/// A stretch of numbers, or of days counted from 1 January of the year 1; both ends belong to it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bound<T> {
    /// The least in it.
    pub low: T,
    /// The greatest in it.
    pub high: T,
}

impl<T: PartialOrd + Copy> Bound<T> {
    /// Whether a number lies in it.
    pub fn holds(&self, value: T) -> bool {
        self.low <= value && value <= self.high
    }

    /// Whether another stretch lies wholly in it.
    pub fn covers(&self, other: &Self) -> bool {
        self.low <= other.low && other.high <= self.high
    }

    const fn only(value: T) -> Self {
        Self { low: value, high: value }
    }
}

/// What a number asks for. A bare one asks for what people see as it: all that rounds to it at two digits behind the
/// point, or at as many as it has. None if it is no number and no comparison with one.
pub fn number(text: &str) -> Option<Bound<f64>> {
    let plain = |text: &str| {
        let digits = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-'));
        f64::from_str(text).ok().filter(|n| digits && n.is_finite())
    };
    let bare = |text: &str| {
        let value = plain(text)?;
        let digits = text.split_once('.').map_or(0, |(_, digits)| digits.len()).clamp(2, 15);
        let half = 0.5 * 10_f64.powi(-(digits as i32));
        Some(Bound { low: value - half, high: (value + half).next_down() })
    };
    asked(text, bare, |text| plain(text).map(Bound::only), f64::next_down, f64::next_up, EVERY_NUMBER)
}

const EVERY_NUMBER: Bound<f64> = Bound { low: f64::NEG_INFINITY, high: f64::INFINITY };
const EVERY_COUNT: Bound<i64> = Bound { low: i64::MIN, high: i64::MAX };

/// Which counts are asked for. None if it is no whole number from 0 on and no comparison with one.
pub fn count(text: &str) -> Option<Bound<i64>> {
    let read = |text: &str| u32::from_str(text).ok().map(|n| Bound::only(n.into()));
    asked(text, read, read, |n| n - 1, |n| n + 1, EVERY_COUNT)
}

/// Which days a year, month or day asks for. None if it is no date and no comparison with one.
pub fn days(text: &str) -> Option<Bound<i64>> {
    let read =
        |text: &str| text.parse::<PartialDate>().ok().filter(|d| d.time.is_none()).and_then(|d| of(&d));
    asked(text, read, read, |n| n - 1, |n| n + 1, EVERY_COUNT)
}

/// Which days a year asks for. None if it is no year and no comparison with one.
pub fn years(text: &str) -> Option<Bound<i64>> {
    let read =
        |text: &str| text.parse::<PartialDate>().ok().filter(|d| d.month.is_none()).and_then(|d| of(&d));
    asked(text, read, read, |n| n - 1, |n| n + 1, EVERY_COUNT)
}

fn asked<T: PartialOrd + Copy>(
    text: &str,
    bare: impl Fn(&str) -> Option<Bound<T>>,
    end: impl Fn(&str) -> Option<Bound<T>>,
    before: impl Fn(T) -> T,
    after: impl Fn(T) -> T,
    every: Bound<T>,
) -> Option<Bound<T>> {
    let text = text.trim();
    let end = |text: &str| end(text.trim());
    if let Some((from, to)) = text.split_once("..") {
        let open = |text: &str| text.trim().is_empty();
        if open(from) && open(to) {
            return None;
        }
        let low = if open(from) { every.low } else { end(from)?.low };
        let high = if open(to) { every.high } else { end(to)?.high };
        // A range the wrong way round is a slip.
        return (low <= high).then_some(Bound { low, high });
    }
    if let Some(text) = text.strip_prefix(">=") {
        return Some(Bound { low: end(text)?.low, ..every });
    }
    if let Some(text) = text.strip_prefix("<=") {
        return Some(Bound { high: end(text)?.high, ..every });
    }
    if let Some(text) = text.strip_prefix('>') {
        return Some(Bound { low: after(end(text)?.high), ..every });
    }
    if let Some(text) = text.strip_prefix('<') {
        return Some(Bound { high: before(end(text)?.low), ..every });
    }
    bare(text.strip_prefix('=').unwrap_or(text).trim())
}

/// The days that a date may mean: of a document's publication, or in the normal form of a value (TIMEX3). The time of
/// day counts for nothing. Seasons and fiscal years begin elsewhere on other days, and so stand for the year that they
/// name. None for what names no year, as `XXXX-07-04`.
pub fn days_of(date: &str) -> Option<Bound<i64>> {
    if let Some((from, to)) = date.split_once('/') {
        let (from, to) = (days_of(from)?, days_of(to)?);
        return (from.low <= to.high).then_some(Bound { low: from.low, high: to.high });
    }
    let date = date.split_once('T').map_or(date, |(day, _)| day);
    let date = date.strip_prefix("FY").or_else(|| date.strip_prefix("SY")).unwrap_or(date);
    let (date, before_christ) = date.strip_prefix("BC").map_or((date, false), |date| (date, true));
    let mut parts = date.split('-');
    let digits =
        parts.next().filter(|y| (2..=4).contains(&y.len()) && y.bytes().all(|b| b.is_ascii_digit()))?;
    let named: i32 = digits.parse().ok()?;
    // Two digits are a century, three a decade.
    let span = 10_i32.pow(4 - digits.len() as u32);
    let (first, last) = (named * span, named * span + span - 1);
    let (first, last) = if before_christ { (-last, -first) } else { (first, last) };
    let rest = [parts.next(), parts.next()];
    if parts.next().is_some() || (span > 1 && rest[0].is_some()) {
        return None;
    }
    match rest {
        [None, _] => between(NaiveDate::from_ymd_opt(first, 1, 1)?, NaiveDate::from_ymd_opt(last, 12, 31)?),
        [Some("SP" | "SU" | "FA" | "WI"), None] => whole(first, 1, 12),
        [Some(part), day] => part_of_year(first, part, day),
    }
}

fn part_of_year(year: i32, part: &str, day: Option<&str>) -> Option<Bound<i64>> {
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.bytes().all(|b| b.is_ascii_digit()));
    if let Some(week) = part.strip_prefix('W') {
        let on = |day| NaiveDate::from_isoywd_opt(year, number(week)?, day);
        return match day {
            None => between(on(Weekday::Mon)?, on(Weekday::Sun)?),
            Some("WE") => between(on(Weekday::Sat)?, on(Weekday::Sun)?),
            Some(day) => {
                let day = on(Weekday::try_from(u8::try_from(number(day)?.checked_sub(1)?).ok()?).ok()?)?;
                between(day, day)
            }
        };
    }
    for (letter, months) in [('Q', 3), ('H', 6)] {
        if let Some(which) = part.strip_prefix(letter) {
            let last = number(which)?.checked_mul(months)?;
            return if day.is_none() { whole(year, (last + 1).checked_sub(months)?, last) } else { None };
        }
    }
    let month = number(part)?;
    match day {
        None => whole(year, month, month),
        Some(day) => {
            let day = NaiveDate::from_ymd_opt(year, month, number(day)?)?;
            between(day, day)
        }
    }
}

fn of(date: &PartialDate) -> Option<Bound<i64>> {
    match (date.month, date.day()) {
        (_, Some(day)) => between(day, day),
        (Some(month), None) => whole(date.year, month, month),
        (None, None) => whole(date.year, 1, 12),
    }
}

/// All days of some months of a year.
fn whole(year: i32, first: u32, last: u32) -> Option<Bound<i64>> {
    let after = if last == 12 { (year + 1, 1) } else { (year, last + 1) };
    between(
        NaiveDate::from_ymd_opt(year, first, 1)?,
        NaiveDate::from_ymd_opt(after.0, after.1, 1)?.pred_opt()?,
    )
}

fn between(first: NaiveDate, last: NaiveDate) -> Option<Bound<i64>> {
    let day = |date: NaiveDate| i64::from(date.num_days_from_ce());
    (first <= last).then(|| Bound { low: day(first), high: day(last) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_number_is_found_by_what_compares_with_it() {
        for (asked, value, found) in [
            ("0.7", 0.7, true),
            ("0.7", 0.7049, true),
            ("0.7", 0.705, false),
            ("0.7", 0.69, false),
            ("0.705", 0.7049, true),
            ("1", 0.996, true),
            ("1", 0.9, false),
            ("=0.62", 0.62, true),
            (">0.7", 0.7, false),
            (">0.7", 0.700_001, true),
            (">=0.7", 0.7, true),
            ("<0.7", 0.7, false),
            ("<= 0.7", 0.7, true),
            ("0.5..0.8", 0.8, true),
            ("0.5..0.8", 0.49, false),
            ("..0.8", 0.1, true),
            ("0.5..", 0.9, true),
        ] {
            assert_eq!(number(asked).unwrap().holds(value), found, "{asked} {value}");
        }
        for (asked, value, found) in [("0", 0, true), (">=2", 2, true), (">2", 2, false), ("1..3", 3, true)] {
            assert_eq!(count(asked).unwrap().holds(value), found, "{asked} {value}");
        }
    }

    #[test]
    fn a_date_is_found_by_what_it_wholly_lies_in() {
        for (asked, date, found) in [
            ("2022", "2022-01", true),
            ("2022-01", "2022", false),
            ("2022-01", "2022-01-31T13:01+05:30", true),
            (">=2023-01", "2023-01-01", true),
            (">=2023-01", "2023", true),
            (">2023-01", "2023-01-31", false),
            (">2023-01", "2023", false),
            (">2023-01", "2023-02", true),
            ("<2023", "2022-12-31", true),
            ("<2023", "2023", false),
            ("<=2023-02", "2023-02-28", true),
            ("<=2023-02", "2023", false),
            ("2022-11..2023-02", "2023-W01", true),
            ("2022-11..2023-02", "2023-Q1", false),
            ("2023", "2023-W01-1", true),
            ("2023-01-01", "2022-W52-WE", false),
            ("2022-12-31..2023-01-01", "2022-W52-WE", true),
            ("2023", "2022-W52", false),
            ("2023-07..2023-12", "2023-H2", true),
            ("2023", "2023-SU", true),
            ("2008", "FY2008", true),
            ("1990..1999", "199", true),
            ("1995", "199", false),
            ("1900..1999", "19", true),
            ("<0001", "BC0044-03-15", true),
            ("<0001", "BC04", true),
            ("1944-06", "1944-06-03/1944-06-04", true),
        ] {
            let date = days_of(date).unwrap_or_else(|| panic!("{date}"));
            assert_eq!(days(asked).unwrap().covers(&date), found, "{asked} {date:?}");
        }
        for date in
            ["XXXX-07-04", "XXXX-WXX-2", "", "20233", "2023-13", "2023-02-30", "2023-Q5", "2023-H3", "T10"]
        {
            assert_eq!(days_of(date), None, "{date}");
        }
    }

    #[test]
    fn what_compares_with_nothing_is_none() {
        for text in ["", ">", "abc", "..", "0.8..0.5", "nan", "inf", "1e3", ">>1", "1...2", "０.５"] {
            assert_eq!(number(text), None, "{text}");
        }
        for text in ["-1", "1.5", ">-1", "few", "4294967296"] {
            assert_eq!(count(text), None, "{text}");
        }
        for text in ["yesterday", "2023-13", "2023-03-02T13:01", "23", ">", "2024..2023"] {
            assert_eq!(days(text), None, "{text}");
        }
        assert_eq!((years("2023-01"), years(">=2020").is_some()), (None, true));
    }

    proptest! {
        #[test]
        fn any_text_is_a_comparison_or_none(text in "[0-9.<>=TWQHXBC/-]{0,14}|\\PC{0,12}") {
            let _ = (number(&text), count(&text), days(&text), years(&text), days_of(&text));
        }

        #[test]
        fn one_side_of_a_number_leaves_the_other(a in 0_u32..100, b in 0_u32..100) {
            let (asked, value) = (f64::from(a) / 100.0, f64::from(b) / 100.0);
            let holds = |sign: &str| number(&format!("{sign}{asked}")).unwrap().holds(value);
            prop_assert_eq!(holds(">"), value > asked);
            prop_assert_eq!(holds("<="), value <= asked);
            prop_assert_eq!(holds(">="), !holds("<"));
            prop_assert_eq!(holds(""), a == b);
        }
    }
}
