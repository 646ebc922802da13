//! Dates and times as the head of an article writes them.
//!
//! Only forms that can be read one way are read: `02/03/2023` is left alone.

use assay_model::time::PartialDate;

use crate::tokens::{Kind, Token};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Zones whose letters mean one offset, in minutes from UTC. Left out for meaning several: CST, IST and, as their
/// offset hangs on the season, ET, CT, MT and PT. BST is British in news written in English.
const ZONES: &[(&str, i32)] = &[
    ("GMT", 0),
    ("UTC", 0),
    ("Z", 0),
    ("BST", 60),
    ("WET", 0),
    ("WEST", 60),
    ("CET", 60),
    ("CEST", 120),
    ("EET", 120),
    ("EEST", 180),
    ("MSK", 180),
    ("EST", -300),
    ("EDT", -240),
    ("CDT", -300),
    ("MST", -420),
    ("MDT", -360),
    ("PST", -480),
    ("PDT", -420),
    ("AKST", -540),
    ("AKDT", -480),
    ("HST", -600),
    ("JST", 540),
    ("KST", 540),
    ("SGT", 480),
    ("HKT", 480),
    ("AEST", 600),
    ("AEDT", 660),
    ("ACST", 570),
    ("AWST", 480),
    ("NZST", 720),
    ("NZDT", 780),
    ("SAST", 120),
    ("EAT", 180),
    ("WAT", 60),
];

/// Zones whose letters are known but mean several offsets.
const VAGUE_ZONES: &[&str] = &["CST", "IST", "ET", "CT", "MT", "PT"];

/// Whether a word is the name of a month or of a weekday, whole or cut short.
pub(crate) fn is_calendar_word(word: &str) -> bool {
    month(word).is_some() || named(word, &WEEKDAYS).is_some()
}

/// A date with its time, if one begins at token `at`, and the token after it. A month alone needs `vague`.
pub(crate) fn date_at(tokens: &[Token<'_>], at: usize, vague: bool) -> Option<(PartialDate, usize)> {
    if let Some((mut date, next)) = iso(tokens, at).or_else(|| day(tokens, at, vague)) {
        if date.day.is_some()
            && date.time.is_none()
            && let Some((time, zone, after)) =
                clock(tokens, skip(tokens, next, &[",", "at", "-", "–", "—", "|", "·", "•"]))
        {
            date.time = Some(time);
            date.zone = zone;
            return Some((date, after));
        }
        return Some((date, next));
    }
    let (time, zone, next) = clock(tokens, at)?;
    let next = skip(tokens, next, &[",", "on", "-", "–", "—", "|", "·", "•"]);
    let (mut date, next) = iso(tokens, next).or_else(|| day(tokens, next, false))?;
    date.time = Some(time);
    date.zone = zone;
    Some((date, next))
}

/// A time of day with its zone, if one begins at token `at`, and the token after it.
pub(crate) fn clock(tokens: &[Token<'_>], at: usize) -> Option<((u32, u32), Option<i32>, usize)> {
    let mut hour = two_digits(tokens.get(at)?)?;
    let mut next = at + 1;
    let mut minute = None;
    if mark(tokens, next, &[":", ".", "h"])
        && let Some(found) = tokens.get(next + 1).filter(|t| t.text.len() == 2).and_then(Token::number)
    {
        minute = Some(found);
        next += 2;
        if mark(tokens, next, &[":"]) && tokens.get(next + 1).and_then(two_digits).is_some() {
            next += 2;
        }
    }
    let half = tokens.get(next).and_then(|t| match t.text.to_ascii_lowercase().as_str() {
        "am" | "a.m" => Some(0),
        "pm" | "p.m" => Some(12),
        _ => None,
    });
    if let Some(half) = half {
        if !(1..=12).contains(&hour) {
            return None;
        }
        hour = hour % 12 + half;
        next = if mark(tokens, next + 1, &["."]) { next + 2 } else { next + 1 };
    } else {
        minute?;
    }
    let minute = minute.unwrap_or(0);
    if hour > 23 || minute > 59 {
        return None;
    }
    let (zone, next) = zone(tokens, next);
    Some(((hour, minute), zone, next))
}

fn zone(tokens: &[Token<'_>], at: usize) -> (Option<i32>, usize) {
    if mark(tokens, at, &["("]) && mark(tokens, at + 2, &[")"]) {
        let (inside, next) = zone(tokens, at + 1);
        return if next == at + 2 { (inside, at + 3) } else { (None, at) };
    }
    let Some(token) = tokens.get(at) else { return (None, at) };
    if let Some((_, offset)) = ZONES.iter().find(|(name, _)| *name == token.text) {
        return match offset_at(tokens, at + 1) {
            Some((more, next)) if *offset == 0 && touches(tokens, at + 1) => (Some(more), next),
            _ => (Some(*offset), at + 1),
        };
    }
    if VAGUE_ZONES.contains(&token.text) {
        return (None, at + 1);
    }
    match offset_at(tokens, at) {
        Some((offset, next)) if touches(tokens, at) => (Some(offset), next),
        _ => (None, at),
    }
}

/// `+05:30`, `-0500`, `+5` or `−3`, in minutes.
fn offset_at(tokens: &[Token<'_>], at: usize) -> Option<(i32, usize)> {
    let sign = match tokens.get(at)?.text {
        "+" => 1,
        "-" | "−" => -1,
        _ => return None,
    };
    let digits = tokens.get(at + 1).filter(|t| t.kind == Kind::Number && touches(tokens, at + 1))?;
    let number = i32::try_from(digits.number()?).ok()?;
    let (hours, minutes, next) = match digits.text.len() {
        4 => (number / 100, number % 100, at + 2),
        1 | 2 if mark(tokens, at + 2, &[":"]) => {
            let minutes = i32::try_from(tokens.get(at + 3).and_then(two_digits)?).ok()?;
            (number, minutes, at + 4)
        }
        1 | 2 => (number, 0, at + 2),
        _ => return None,
    };
    (hours <= 14 && minutes <= 59).then_some((sign * (hours * 60 + minutes), next))
}

/// `2023-03-02`, perhaps with `T13:01:00Z`.
fn iso(tokens: &[Token<'_>], at: usize) -> Option<(PartialDate, usize)> {
    let year = year(tokens.get(at)?)?;
    let close = |from: usize| (from + 1..from + 5).all(|i| touches(tokens, i));
    if !(mark(tokens, at + 1, &["-"]) && mark(tokens, at + 3, &["-"]) && close(at)) {
        return None;
    }
    let month = two_digits(tokens.get(at + 2)?)?;
    let day = two_digits(tokens.get(at + 4)?)?;
    let date = dated(year, Some(month), Some(day))?;
    if tokens.get(at + 5).is_some_and(|t| t.text == "T")
        && let Some((time, zone, next)) = clock(tokens, at + 6)
    {
        return Some((PartialDate { time: Some(time), zone, ..date }, next));
    }
    Some((date, at + 5))
}

/// `March 2, 2023`, `2 March 2023`, `Thursday, 2nd of March 2023`, and `March 2023` if it may be vague.
fn day(tokens: &[Token<'_>], at: usize, vague: bool) -> Option<(PartialDate, usize)> {
    let mut at = at;
    if tokens.get(at).is_some_and(|t| named(t.text, &WEEKDAYS).is_some()) {
        at = skip(tokens, at + 1, &[",", ".", "the"]);
    }
    if let Some(month) = tokens.get(at).and_then(|t| month(t.text)) {
        let next = skip(tokens, at + 1, &["."]);
        if let Some(day) = tokens.get(next).and_then(two_digits) {
            let next = skip(tokens, ordinal(tokens, next + 1), &[","]);
            let year = tokens.get(next).and_then(year)?;
            return Some((dated(year, Some(month), Some(day))?, next + 1));
        }
        let year = tokens.get(skip(tokens, next, &[","])).and_then(year).filter(|_| vague)?;
        return Some((dated(year, Some(month), None)?, skip(tokens, next, &[","]) + 1));
    }
    let day = two_digits(tokens.get(at)?)?;
    let next = skip(tokens, ordinal(tokens, at + 1), &["of", ".", "-"]);
    let month = month(tokens.get(next)?.text)?;
    let next = skip(tokens, next + 1, &[".", ",", "-"]);
    let year = tokens.get(next).and_then(year)?;
    Some((dated(year, Some(month), Some(day))?, next + 1))
}

fn dated(year: u32, month: Option<u32>, day: Option<u32>) -> Option<PartialDate> {
    let date = PartialDate { year: year as i32, month, day, time: None, zone: None };
    // A day that its month does not have is no date.
    (day.is_none() || date.day().is_some()).then_some(date)
}

fn year(token: &Token<'_>) -> Option<u32> {
    token.number().filter(|n| token.text.len() == 4 && (1000..3000).contains(n))
}

fn two_digits(token: &Token<'_>) -> Option<u32> {
    token.number().filter(|_| token.text.len() <= 2)
}

fn month(word: &str) -> Option<u32> {
    if word.eq_ignore_ascii_case("sept") { Some(9) } else { named(word, &MONTHS) }
}

/// The place of a name in a list, from one, written whole or as its first three letters (four for `Tues`, `Thur`).
fn named(word: &str, names: &[&str]) -> Option<u32> {
    let short = |name: &str| {
        word.len() >= 3
            && word.len() <= 5
            && name.get(..word.len()).is_some_and(|n| n.eq_ignore_ascii_case(word))
    };
    let at = names.iter().position(|n| n.eq_ignore_ascii_case(word) || (word.len() < n.len() && short(n)))?;
    Some(at as u32 + 1)
}

fn ordinal(tokens: &[Token<'_>], at: usize) -> usize {
    if tokens.get(at).is_some_and(|t| t.is_any(&["st", "nd", "rd", "th"])) && touches(tokens, at) {
        at + 1
    } else {
        at
    }
}

/// The first token from `at` on that is none of these, one of them passed at most.
fn skip(tokens: &[Token<'_>], at: usize, words: &[&str]) -> usize {
    if mark(tokens, at, words) { at + 1 } else { at }
}

fn mark(tokens: &[Token<'_>], at: usize, words: &[&str]) -> bool {
    tokens.get(at).is_some_and(|t| t.is_any(words))
}

/// Whether no space stands before a token.
fn touches(tokens: &[Token<'_>], at: usize) -> bool {
    at > 0 && tokens.get(at).zip(tokens.get(at - 1)).is_some_and(|(now, before)| before.end == now.start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokens;

    fn date(line: &str) -> Option<String> {
        let tokens = tokens(line);
        let (date, next) = date_at(&tokens, 0, true)?;
        Some(if next == tokens.len() { date.to_string() } else { format!("{date} …") })
    }

    #[test]
    fn dates_of_article_heads_are_read() {
        for (line, expected) in [
            ("2023-03-02", "2023-03-02"),
            ("2023-03-02T13:01:59Z", "2023-03-02T13:01Z"),
            ("2023-03-02 13:01+05:30", "2023-03-02T13:01+05:30"),
            ("March 2, 2023, 13:01 GMT", "2023-03-02T13:01Z"),
            ("2 March 2023", "2023-03-02"),
            ("Thursday, 2nd of March 2023", "2023-03-02"),
            ("Thu 2 Mar. 2023 13.01 BST", "2023-03-02T13:01+01:00"),
            ("Sept. 9, 2009 at 1 p.m. EDT", "2009-09-09T13:00-04:00"),
            ("May 3, 2021 12:05 AM ET", "2021-05-03T00:05"),
            ("13:01 GMT, March 2, 2023", "2023-03-02T13:01Z"),
            ("1:01 pm on 2 March 2023", "2023-03-02T13:01"),
            ("March 06, 2008", "2008-03-06"),
            ("March 2023", "2023-03"),
            ("2 March 2023 | 13:01 (UTC)", "2023-03-02T13:01Z"),
            ("2 March 2023 13:01 GMT+2", "2023-03-02T13:01+02:00"),
            ("2 March 2023 Updated", "2023-03-02 …"),
            ("2023-03-02 - 5 min read", "2023-03-02 …"),
        ] {
            assert_eq!(date(line).as_deref(), Some(expected), "{line}");
        }
    }

    #[test]
    fn what_is_no_date_or_could_be_two_is_left_alone() {
        for line in [
            "02/03/2023",
            "2023",
            "March",
            "30 February 2023",
            "2023-13-01",
            "Marching 2, 2023",
            "25:00 2 March 2023",
            "13:01",
            "",
            "Sun",
        ] {
            assert_eq!(date(line), None, "{line}");
        }
    }
}
