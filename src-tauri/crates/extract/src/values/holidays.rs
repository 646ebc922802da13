//! Days with a name: “Christmas Eve”, “Easter Monday”, “Thanksgiving 2023”, “last Easter”.

use std::ops::Range;

use assay_model::value::ValueType;
use chrono::{Datelike, NaiveDate, Weekday};

use super::Draft;
use super::calendar::{Calendar, shift};
use super::months::year;
use super::tense::is_future;
use crate::tokens::Tokens;

/// How the day of a holiday is found in a year.
#[derive(Clone, Copy)]
enum Rule {
    /// Month and day.
    Fixed(u32, u32),
    /// Month, weekday, and which of them; −1 is the last.
    Nth(u32, Weekday, i32),
    /// So many days after Easter Sunday of the western churches.
    Easter(i64),
    /// So many days after the fourth Thursday of November.
    Thanksgiving(i64),
}

const DAYS: &[(&[&str], Rule)] = &[
    (&["christmas", "day"], Rule::Fixed(12, 25)),
    (&["christmas", "eve"], Rule::Fixed(12, 24)),
    (&["christmas"], Rule::Fixed(12, 25)),
    (&["xmas"], Rule::Fixed(12, 25)),
    (&["boxing", "day"], Rule::Fixed(12, 26)),
    (&["new", "year", "’s", "day"], Rule::Fixed(1, 1)),
    (&["new", "year", "'s", "day"], Rule::Fixed(1, 1)),
    (&["new", "year", "’s", "eve"], Rule::Fixed(12, 31)),
    (&["new", "year", "'s", "eve"], Rule::Fixed(12, 31)),
    (&["new", "year", "day"], Rule::Fixed(1, 1)),
    (&["new", "years", "day"], Rule::Fixed(1, 1)),
    (&["new", "years", "eve"], Rule::Fixed(12, 31)),
    (&["independence", "day"], Rule::Fixed(7, 4)),
    (&["halloween"], Rule::Fixed(10, 31)),
    (&["valentine", "’s", "day"], Rule::Fixed(2, 14)),
    (&["valentine", "'s", "day"], Rule::Fixed(2, 14)),
    (&["veterans", "day"], Rule::Fixed(11, 11)),
    (&["armistice", "day"], Rule::Fixed(11, 11)),
    (&["earth", "day"], Rule::Fixed(4, 22)),
    (&["may", "day"], Rule::Fixed(5, 1)),
    (&["international", "workers’", "day"], Rule::Fixed(5, 1)),
    (&["international", "workers", "'", "day"], Rule::Fixed(5, 1)),
    (&["international", "workers", "’", "day"], Rule::Fixed(5, 1)),
    (&["international", "women", "’s", "day"], Rule::Fixed(3, 8)),
    (&["bastille", "day"], Rule::Fixed(7, 14)),
    (&["juneteenth"], Rule::Fixed(6, 19)),
    (&["st", ".", "patrick", "’s", "day"], Rule::Fixed(3, 17)),
    (&["st", "patrick", "'s", "day"], Rule::Fixed(3, 17)),
    (&["april", "fools", "day"], Rule::Fixed(4, 1)),
    (&["groundhog", "day"], Rule::Fixed(2, 2)),
    (&["thanksgiving", "day"], Rule::Thanksgiving(0)),
    (&["thanksgiving"], Rule::Thanksgiving(0)),
    (&["black", "friday"], Rule::Thanksgiving(1)),
    (&["cyber", "monday"], Rule::Thanksgiving(4)),
    (&["labor", "day"], Rule::Nth(9, Weekday::Mon, 1)),
    (&["labour", "day"], Rule::Fixed(5, 1)),
    (&["memorial", "day"], Rule::Nth(5, Weekday::Mon, -1)),
    (&["columbus", "day"], Rule::Nth(10, Weekday::Mon, 2)),
    (&["mother", "’s", "day"], Rule::Nth(5, Weekday::Sun, 2)),
    (&["mother", "'s", "day"], Rule::Nth(5, Weekday::Sun, 2)),
    (&["mothers", "day"], Rule::Nth(5, Weekday::Sun, 2)),
    (&["father", "’s", "day"], Rule::Nth(6, Weekday::Sun, 3)),
    (&["father", "'s", "day"], Rule::Nth(6, Weekday::Sun, 3)),
    (&["fathers", "day"], Rule::Nth(6, Weekday::Sun, 3)),
    (&["martin", "luther", "king", "day"], Rule::Nth(1, Weekday::Mon, 3)),
    (&["mlk", "day"], Rule::Nth(1, Weekday::Mon, 3)),
    (&["easter", "monday"], Rule::Easter(1)),
    (&["easter", "saturday"], Rule::Easter(-1)),
    (&["easter", "sunday"], Rule::Easter(0)),
    (&["easter", "day"], Rule::Easter(0)),
    (&["easter"], Rule::Easter(0)),
    (&["good", "friday"], Rule::Easter(-2)),
    (&["palm", "sunday"], Rule::Easter(-7)),
    (&["ash", "wednesday"], Rule::Easter(-46)),
    (&["mardi", "gras"], Rule::Easter(-47)),
    (&["ascension", "day"], Rule::Easter(39)),
    (&["whit", "monday"], Rule::Easter(50)),
    (&["pentecost"], Rule::Easter(49)),
];

/// Easter Sunday by the method of J.-M. Oudin (1940), as the US Naval Observatory gives it.
///
/// None before 1583, the first year of the calendar that it is for.
fn easter(year: i32) -> Option<NaiveDate> {
    if year < 1583 {
        return None;
    }
    let century = year / 100;
    let golden = year % 19;
    let k = (century - 17) / 25;
    let mut i = (century - century / 4 - (century - k) / 3 + 19 * golden + 15) % 30;
    i -= (i / 28) * (1 - (i / 28) * (29 / (i + 1)) * ((21 - golden) / 11));
    let j = (year + year / 4 + i + 2 - century + century / 4) % 7;
    let l = i - j;
    let month = 3 + (l + 40) / 44;
    let day = l + 28 - 31 * (month / 4);
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

fn nth(year: i32, month: u32, day: Weekday, n: i32) -> Option<NaiveDate> {
    if n > 0 {
        return NaiveDate::from_weekday_of_month_opt(year, month, day, u8::try_from(n).ok()?);
    }
    NaiveDate::from_weekday_of_month_opt(year, month, day, 5)
        .or_else(|| NaiveDate::from_weekday_of_month_opt(year, month, day, 4))
}

impl Rule {
    fn of(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Fixed(m, d) => NaiveDate::from_ymd_opt(year, m, d),
            Self::Nth(m, day, n) => nth(year, m, day, n),
            Self::Easter(days) => shift(easter(year)?, days),
            Self::Thanksgiving(days) => shift(nth(year, 11, Weekday::Thu, 4)?, days),
        }
    }
}

/// The holiday that begins at token `i`.
pub(super) fn at(
    tokens: &Tokens<'_>,
    i: usize,
    sentence: &Range<usize>,
    calendar: &mut Calendar,
) -> Option<Draft> {
    let steps = match tokens.word(i) {
        "last" | "previous" => Some(-1),
        "next" | "following" | "coming" => Some(1),
        "this" => Some(0),
        _ => None,
    };
    // “the weekend of Halloween”
    let the = usize::from(tokens.word(i) == "the");
    let ahead = if tokens.follows(i + the, &["weekend", "of"]) { the + 2 } else { 0 };
    let first = i + ahead + usize::from(steps.is_some());
    if !begins(tokens.word(first)) {
        return None;
    }
    let (words, rule) = DAYS.iter().find(|(words, _)| tokens.follows(first, words))?;
    // “Christmas tree” is no day; a name in small letters is told by its words, “easter” and the like alone by what is before.
    if !tokens.capital(first) && words.len() == 1 && first == i && !before_a_day(tokens, i) {
        return None;
    }
    // “the Good Friday Agreement”, “Christmas Island”
    if matches!(
        tokens.word(first + words.len()),
        "agreement" | "accord" | "deal" | "island" | "rising" | "carol" | "road" | "honours"
    ) {
        return None;
    }
    let mut to = first + words.len();
    let weekend = usize::from(ahead == 0 && tokens.word(to) == "weekend");
    to += weekend;
    let skip = usize::from(matches!(tokens.word(to), "," | "of" | "in"));
    let now = calendar.reference();
    let year = if let Some(y) = year(tokens, to + skip) {
        to += skip + 1;
        y
    } else if tokens.follows(to, &["of", "this", "year"]) {
        to += 3;
        now?.year
    } else {
        let at = now?;
        let here = at.first_day()?;
        let this = rule.of(at.year)?;
        match steps {
            Some(-1) => at.year - i32::from(this >= here),
            Some(1) => at.year + i32::from(this <= here),
            Some(_) => at.year,
            None if calendar.is_narrative() => at.year,
            None if is_future(tokens, i, sentence) => at.year + i32::from(this < here),
            None => at.year - i32::from(this > here),
        }
    };
    let date = rule.of(year)?;
    let after = usize::from(ahead == 0 && weekend == 0 && tokens.word(to) == "weekend");
    if ahead + weekend + after > 0 {
        // A holiday at the start of a week lengthens the weekend before it.
        let early = date.weekday().num_days_from_monday() < 2;
        let week = shift(date, if early { -7 } else { 0 })?.iso_week();
        let value = format!("{:04}-W{:02}-WE", week.year(), week.week());
        return Some(Draft::new(i, to + after, ValueType::Date, value));
    }
    Some(Draft::new(
        i,
        to,
        ValueType::Date,
        format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day()),
    ))
}

/// Whether the name of a holiday begins with this word: asked of every word of a text, so before the list is gone through.
fn begins(word: &str) -> bool {
    matches!(
        word,
        "april"
            | "armistice"
            | "ascension"
            | "ash"
            | "bastille"
            | "black"
            | "boxing"
            | "christmas"
            | "columbus"
            | "cyber"
            | "earth"
            | "easter"
            | "father"
            | "fathers"
            | "good"
            | "groundhog"
            | "halloween"
            | "independence"
            | "international"
            | "juneteenth"
            | "labor"
            | "labour"
            | "mardi"
            | "martin"
            | "may"
            | "memorial"
            | "mlk"
            | "mother"
            | "mothers"
            | "new"
            | "palm"
            | "pentecost"
            | "st"
            | "thanksgiving"
            | "valentine"
            | "veterans"
            | "whit"
            | "xmas"
    )
}

fn before_a_day(tokens: &Tokens<'_>, i: usize) -> bool {
    i == 0
        || matches!(
            tokens.word(i - 1),
            "on" | "before" | "after" | "until" | "by" | "since" | "at" | "following"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_holiday_begins_with_a_word_that_is_asked_for() {
        assert!(DAYS.iter().all(|(words, _)| words.first().is_some_and(|w| begins(w))));
    }

    /// Dates as the almanacs of those years give them.
    #[test]
    fn moving_feasts_fall_on_their_days() {
        for (year, month, day) in
            [(1961, 4, 2), (2000, 4, 23), (2018, 4, 1), (2019, 4, 21), (2023, 4, 9), (2038, 4, 25)]
        {
            assert_eq!(easter(year), NaiveDate::from_ymd_opt(year, month, day), "{year}");
        }
        assert_eq!(easter(-480), None);
        assert_eq!(Rule::Thanksgiving(1).of(2010), NaiveDate::from_ymd_opt(2010, 11, 26));
        assert_eq!(Rule::Nth(5, Weekday::Mon, -1).of(2022), NaiveDate::from_ymd_opt(2022, 5, 30));
    }
}
