//! Times of day: `18:00 UTC`, `6:40 p.m.`, “half past eight”, “5 to 6pm”, “Friday at 4”, “in the late afternoon”.

use std::ops::Range;

use assay_model::value::{Modifier, ValueType};

use super::Draft;
use super::calendar::{Calendar, Point};
use super::numbers;
use crate::tokens::{Kind, Tokens};

/// A time as it stands in the text.
#[derive(Debug, Clone, Copy)]
struct Time {
    hour: u32,
    minute: u32,
    second: Option<u32>,
    /// Whether the words say which half of the day: then `hour` is of 24.
    settled: bool,
    /// Whether it is surely a time: with a colon, a half of the day, “o’clock”.
    sure: bool,
    utc: bool,
    to: usize,
}

impl Time {
    fn written(self, day: &str) -> String {
        let zone = if self.utc { "Z" } else { "" };
        let second = self.second.map_or(String::new(), |s| format!(":{s:02}"));
        format!("{day}T{:02}:{:02}{second}{zone}", self.hour, self.minute)
    }

    /// In the half of the day of a later time that says it: “5 to 6pm”, “10 to 1pm”.
    fn before(self, later: Self) -> Self {
        let afternoon = later.settled && !self.settled && later.hour >= 12 && self.hour < 12;
        let fits = (self.hour + 12, self.minute) <= (later.hour, later.minute);
        let hour = if afternoon && fits { self.hour + 12 } else { self.hour };
        Self { hour, ..self }
    }

    /// In the afternoon, if only so it comes after an earlier time: “10:30 to 3”, “Monday 11–4”.
    fn after(self, earlier: Self) -> Self {
        let turned = (self.hour, self.minute) <= (earlier.hour, earlier.minute);
        let fits = self.hour < 12 && (self.hour + 12, self.minute) > (earlier.hour, earlier.minute);
        let moves = turned && fits && !self.settled && !self.utc;
        Self { hour: if moves { self.hour + 12 } else { self.hour }, ..self }
    }

    /// In the later half of a day whose part is named: “6:30 tomorrow evening”.
    fn of_part(self, day: &str) -> Self {
        let late = day.ends_with("TEV") || day.ends_with("TNI") || day.ends_with("TAF");
        Self {
            hour: if late && !self.settled && self.hour < 12 { self.hour + 12 } else { self.hour },
            ..self
        }
    }
}

/// The time, or interval of times, that begins at token `i`, perhaps with its day.
pub(super) fn at(
    tokens: &Tokens<'_>,
    i: usize,
    sentence: &Range<usize>,
    calendar: &mut Calendar,
) -> Option<Draft> {
    let (first, last, to) = times(tokens, i, sentence, false).or_else(|| before_day(tokens, i, sentence))?;
    // “12:00 UTC Monday”, “3pm on June 5”, “6:30 tomorrow evening”
    let skip = usize::from(matches!(tokens.word(to), "on" | "," | "of"));
    let day = if to + skip < sentence.end { dated(tokens, to + skip, sentence, calendar) } else { None };
    let part = day.as_ref().map_or("", |d| d.value.as_str());
    let (first, last) = (first.of_part(part), last.map(|l| l.of_part(part)));
    let (value, end) = match &day {
        Some(day) => (day.value.get(..10)?.to_owned(), day.to),
        None => (calendar.day_of_time().map_or("XXXX-XX-XX".to_owned(), |d| Point::day(d).value()), to),
    };
    Some(draft(i, end, first, last, &value))
}

/// “between 3 and 8 yesterday”, “6-8 next Monday”: hours only because a day comes after them.
fn before_day(tokens: &Tokens<'_>, i: usize, sentence: &Range<usize>) -> Option<(Time, Option<Time>, usize)> {
    let spoken = tokens.is(i, Kind::Word);
    let found = times(tokens, i, sentence, true)
        .filter(|(first, last, _)| last.is_some() || spoken && first.minute > 0)?;
    let on = usize::from(tokens.word(found.2) == "on");
    let next = tokens.word(found.2 + on);
    let numbered = tokens.is(found.2 + on, Kind::Number) && tokens.word(found.2 + on + 1) == "/";
    let day = on == 1 && (numbered || super::is_calendar_word(next))
        || matches!(next, "today" | "tomorrow" | "yesterday" | "tonight")
        || matches!(next, "next" | "last" | "this")
            && super::calendar::weekday(tokens.word(found.2 + 1)).is_some()
        || next == "last" && tokens.word(found.2 + 1) == "night";
    // “voted by seven to five on Tuesday night”
    let counted = i.checked_sub(1).map_or("", |b| tokens.word(b));
    if matches!(counted, "by" | "voted" | "won" | "lost" | "beat" | "drew" | "beaten") {
        return None;
    }
    // “won 4-1 on Saturday”: two bare numbers with a dash are a score, unless the day is still to come.
    let dashed = matches!(tokens.word(i + 1), "-" | "–");
    let to_come = matches!(next, "tomorrow" | "tonight" | "next");
    (day && (!dashed || to_come)).then_some(found)
}

fn draft(from: usize, to: usize, first: Time, last: Option<Time>, day: &str) -> Draft {
    let value = match last {
        Some(last) => {
            let first = first.before(last);
            format!("{}/{}", first.written(day), last.after(first).written(day))
        }
        None => first.written(day),
    };
    Draft::new(from, to, ValueType::Time, value)
}

/// A day, or a part of one, at token `i`.
fn dated(tokens: &Tokens<'_>, i: usize, sentence: &Range<usize>, calendar: &mut Calendar) -> Option<Draft> {
    let day = super::digits::in_digits(tokens, i, true, calendar)
        .or_else(|| super::dates::plain(tokens, i, sentence, calendar))
        .or_else(|| super::parts::at(tokens, i, sentence, calendar))
        .or_else(|| super::relative::near(tokens, i, calendar))
        .filter(|d| matches!(d.kind, ValueType::Date | ValueType::Time))?;
    let shape = day.value.len() >= 10
        && day.value.as_bytes().get(7) == Some(&b'-')
        && !day.value.contains(['X', '/']);
    shape.then_some(day)
}

/// The time after a day: “Friday at 4”, “February 22nd 3:30”, “tomorrow from 7 to 8pm”.
pub(super) fn after(tokens: &Tokens<'_>, day: &Draft, sentence: &Range<usize>) -> Option<Draft> {
    let value = day.value.get(..10).filter(|_| day.value.len() == 10 || day.kind == ValueType::Time)?;
    // “6am on Wednesday until midnight” has its time.
    let timed = day.kind == ValueType::Time && day.value.as_bytes().get(11).is_some_and(u8::is_ascii_digit);
    if timed || value.contains('X') || value.contains('/') || !value.contains('-') {
        return None;
    }
    let mark = usize::from(matches!(tokens.word(day.to), "," | "-"));
    let at = day.to + mark;
    let connected = matches!(tokens.word(at), "at" | "@" | "around");
    // “Monday 3-8”, “yesterday between 3 and 5”
    let told = connected
        || mark == 0
            && (matches!(tokens.word(at), "between" | "from")
                || tokens.is(at, Kind::Number) && matches!(tokens.word(at + 1), "-" | "–"));
    let skip = usize::from(connected || tokens.word(at) == "for");
    // “Tuesday after 1pm”, “Friday before noon”
    let bound = match tokens.word(at) {
        "after" | "since" if mark == 0 => Some(Modifier::After),
        "before" | "by" | "until" if mark == 0 => Some(Modifier::Before),
        _ => None,
    };
    let skip = skip + usize::from(bound.is_some());
    if at + skip >= sentence.end {
        return None;
    }
    let (first, last, to) = times(tokens, at + skip, sentence, told)?;
    // “tonight around 7”, “Friday evening at 8”
    let (first, last) = (first.of_part(&day.value), last.map(|l| l.of_part(&day.value)));
    Some(Draft { modifier: bound, ..draft(day.from, to, first, last, value) })
}

/// The time after what repeats: “each Monday at 4pm”; its value begins with `T`.
pub(super) fn repeated(tokens: &Tokens<'_>, i: usize, sentence: &Range<usize>) -> Option<Draft> {
    let told = usize::from(matches!(tokens.word(i), "at" | "around"));
    let (first, last, to) = times(tokens, i + told, sentence, told == 1)?;
    last.is_none().then(|| draft(i, to, first, None, ""))
}

/// One time, or two that are the ends of one stretch; `told` if the words before promise a time.
fn times(
    tokens: &Tokens<'_>,
    i: usize,
    sentence: &Range<usize>,
    told: bool,
) -> Option<(Time, Option<Time>, usize)> {
    let lead = usize::from(matches!(tokens.word(i), "from" | "between"));
    // Before “to” or a dash a bare number may be a time, if the other end surely is.
    let first = time(tokens, i + lead, told || lead == 1).or_else(|| {
        time(tokens, i, true).filter(|t| matches!(tokens.word(t.to), "-" | "–" | "to" | "till" | "until"))
    })?;
    let joined = matches!(tokens.word(first.to), "-" | "–" | "to" | "till" | "until" | "through" | "and");
    if joined
        && (tokens.word(first.to) != "and" || lead == 1)
        && let Some(last) = time(tokens, first.to + 1, true).filter(|t| t.to <= sentence.end)
        && (first.sure
            || last.sure
            || told && !counted(tokens, last.to)
            || lead == 1 && spoken(tokens, &first, i + 1) && spoken(tokens, &last, first.to + 1))
        && !(tokens.is(last.to, Kind::Word) && numbers::scale(tokens.word(last.to)).is_some())
    {
        let first = Time { utc: last.utc, ..first };
        return Some((first, Some(last), last.to));
    }
    if !told && lead == 0 && !first.sure {
        return None;
    }
    let alone = first.sure || told && !counted(tokens, first.to);
    (alone && lead == 0).then_some((first, None, first.to))
}

/// “two thirty”: an hour and its minutes in words.
fn spoken(tokens: &Tokens<'_>, time: &Time, from: usize) -> bool {
    time.minute > 0 && tokens.is(from, Kind::Word)
}

/// Whether what stands at token `i` is counted by the number before it.
fn counted(tokens: &Tokens<'_>, i: usize) -> bool {
    let word = tokens.word(i);
    tokens.is(i, Kind::Word)
        && !matches!(
            word,
            "on" | "and"
                | "for"
                | "to"
                | "in"
                | "with"
                | "or"
                | "until"
                | "today"
                | "tomorrow"
                | "yesterday"
                | "tonight"
                | "next"
                | "last"
                | "this"
        )
        || matches!(word, "%" | "-" | "/" | "$")
}

/// A single time; without a sign that it is one only if `told`.
fn time(tokens: &Tokens<'_>, i: usize, told: bool) -> Option<Time> {
    let mut time = past(tokens, i).or_else(|| named(tokens, i)).or_else(|| face(tokens, i, told))?;
    if let Some((half, to)) =
        half_of_day(tokens, time.to, time.sure || told, time.sure || is_hour_told(tokens, i))
    {
        if !(1..=12).contains(&time.hour) {
            return (time.sure).then_some(time);
        }
        time.hour = time.hour % 12 + half;
        (time.settled, time.sure, time.to) = (true, true, to);
    } else if matches!(tokens.word(time.to), "oclock" | "o'clock" | "o’clock") {
        (time.sure, time.to) = (true, time.to + 1);
        if let Some((half, to)) = half_of_day(tokens, time.to, true, true).filter(|_| time.hour <= 12) {
            time.hour = time.hour % 12 + half;
            (time.settled, time.to) = (true, to);
        }
    }
    if time.hour > 24 || time.minute > 59 || time.second.is_some_and(|s| s > 59) || !(time.sure || told) {
        return None;
    }
    Some(zone(tokens, time))
}

/// Noon and midnight.
fn named(tokens: &Tokens<'_>, i: usize) -> Option<Time> {
    let twelve = usize::from(tokens.word(i) == "12");
    let hour = match tokens.word(i + twelve) {
        "noon" | "midday" => 12,
        "midnight" => 0,
        _ => return None,
    };
    Some(Time { hour, minute: 0, second: None, settled: true, sure: true, utc: false, to: i + twelve + 1 })
}

/// “half past eight”, “20 minutes past eight”, “quarter to six”.
fn past(tokens: &Tokens<'_>, i: usize) -> Option<Time> {
    let article = usize::from(tokens.word(i) == "a");
    let (minutes, at) = match tokens.word(i + article) {
        "half" if article == 0 => (30, i + 1),
        "quarter" => (15, i + article + 1),
        _ => {
            let n = numbers::plain(tokens, i)?;
            (u32::try_from(n.value.as_int()?).ok().filter(|m| (1..60).contains(m))?, n.to)
        }
    };
    let at = at + usize::from(matches!(tokens.word(at), "minutes" | "minute" | "min" | "mins"));
    let back = match tokens.word(at) {
        "past" => false,
        "to" if matches!(tokens.word(i + article), "quarter") => true,
        _ => return None,
    };
    let hour = numbers::plain(tokens, at + 1)?;
    let n = u32::try_from(hour.value.as_int()?).ok().filter(|h| (1..=12).contains(h))?;
    let (hour_of, minute) = if back { (if n == 1 { 12 } else { n - 1 }, 60 - minutes) } else { (n, minutes) };
    Some(Time { hour: hour_of, minute, second: None, settled: false, sure: true, utc: false, to: hour.to })
}

/// What a clock's face shows: `6:40`, `6:40:30`, `0730`, `9.30`, “six thirty”.
fn face(tokens: &Tokens<'_>, i: usize, told: bool) -> Option<Time> {
    let plain = Time { hour: 0, minute: 0, second: None, settled: false, sure: false, utc: false, to: i };
    let two = |at: usize| -> Option<u32> {
        let raw = tokens.raw(at);
        (tokens.is(at, Kind::Number) && raw.len() == 2 && !tokens.spaced(at))
            .then(|| raw.parse().ok())
            .flatten()
    };
    if tokens.is(i, Kind::Number) {
        let raw = tokens.raw(i);
        if raw.len() > 5
            || i > 0 && !tokens.spaced(i) && matches!(tokens.word(i - 1), "$" | "£" | "€" | "." | "/" | ":")
        {
            return None;
        }
        if tokens.word(i + 1) == ":"
            && let Some(minute) = two(i + 2)
        {
            let second = two(i + 4).filter(|_| tokens.word(i + 3) == ":");
            let to = i + 3 + if second.is_some() { 2 } else { 0 };
            return Some(Time { hour: raw.parse().ok()?, minute, second, sure: true, to, ..plain });
        }
        // “at 0600 hours”
        let drilled = tokens.word(i + 1) == "hours"
            && (raw.starts_with('0') || i > 0 && matches!(tokens.word(i - 1), "at" | "by" | "until"));
        let zoned = matches!(tokens.word(i + 1), "gmt" | "utc");
        if raw.len() == 4
            && (told
                || drilled
                || zoned
                || matches!(tokens.word(i + 1), "am" | "pm" | "a.m." | "p.m." | "a.m" | "p.m"))
            && raw.bytes().all(|b| b.is_ascii_digit())
            && (zoned && i > 0 && tokens.word(i - 1) != "in"
                || !(1900..2100).contains(&raw.parse().unwrap_or(0)))
        {
            let (hour, minute) = (raw.get(..2)?.parse().ok()?, raw.get(2..)?.parse().ok()?);
            let to = i + 1 + usize::from(drilled);
            let sure = drilled || zoned;
            return Some(Time { hour, minute, sure, settled: sure, to, ..plain });
        }
        let (h, m) = raw.split_once('.').unwrap_or((raw, "0"));
        if h.len() > 2 || raw.contains('.') && m.len() != 2 {
            return None;
        }
        return Some(Time { hour: h.parse().ok()?, minute: m.parse().ok()?, to: i + 1, ..plain });
    }
    let hour = numbers::small(tokens.word(i)).filter(|h| (1..=12).contains(h))?;
    let mut time = Time { hour: u32::try_from(hour).ok()?, to: i + 1, ..plain };
    // “three thirty”, “six forty-three”
    let hyphen = usize::from(tokens.word(time.to) == "-");
    if let Some(minute) = numbers::small(tokens.word(time.to + hyphen)).filter(|m| (10..60).contains(m)) {
        time.minute = u32::try_from(minute).ok()?;
        time.to += hyphen + 1;
        let hyphen = usize::from(tokens.word(time.to) == "-");
        if let Some(unit) =
            numbers::small(tokens.word(time.to + hyphen)).filter(|u| minute >= 20 && (1..10).contains(u))
        {
            time.minute += u32::try_from(unit).ok()?;
            time.to += hyphen + 1;
        }
    }
    Some(time)
}

/// Whether the word before token `i` has an hour follow.
fn is_hour_told(tokens: &Tokens<'_>, i: usize) -> bool {
    let before = i.checked_sub(1).map_or("", |b| tokens.word(b));
    matches!(
        before,
        "at" | "@" | "until" | "till" | "-" | "–" | "today" | "tomorrow" | "tonight" | "yesterday"
    ) || super::is_calendar_word(before)
}

/// Twelve hours or none, and the end of what says so: `pm`, `p . m .`, “in the evening”; a letter alone where
/// `letter_tells`.
fn half_of_day(tokens: &Tokens<'_>, i: usize, sure: bool, letter_tells: bool) -> Option<(u32, usize)> {
    let letter = |word: &str| match word {
        "am" | "a.m." | "a.m" => Some(0),
        "pm" | "p.m." | "p.m" => Some(12),
        _ => None,
    };
    // `9.am`
    let dot =
        usize::from(tokens.word(i) == "." && !tokens.spaced(i + 1) && letter(tokens.word(i + 1)).is_some());
    if let Some(half) = letter(tokens.word(i + dot)) {
        return Some((half, i + dot + 1));
    }
    let initial = match tokens.word(i) {
        "a" => Some(0),
        "p" => Some(12),
        _ => None,
    };
    if let Some(half) = initial {
        let point = usize::from(tokens.word(i + 1) == ".");
        if tokens.word(i + 1 + point) == "m" {
            let end = i + 2 + point;
            return Some((half, end + usize::from(point == 1 && tokens.word(end) == ".")));
        }
        let ends = tokens.spaced(i + 1) || tokens.is(i + 1, Kind::Mark);
        // “5p” alone is money: a time only behind “at”, or with its minutes.
        return (!tokens.spaced(i) && ends && letter_tells).then_some((half, i + 1));
    }
    let the = match (tokens.word(i), tokens.word(i + 1)) {
        ("in", "the") => 2,
        ("at", "night") => return Some((12, i + 2)),
        ("this", _) if sure => 1,
        _ => return None,
    };
    match tokens.word(i + the) {
        "morning" => Some((0, i + the + 1)),
        "afternoon" | "evening" => Some((12, i + the + 1)),
        _ => None,
    }
}

/// UTC and other zones after a time; the words of a bracket after it go with it.
fn zone(tokens: &Tokens<'_>, time: Time) -> Time {
    let mut to = time.to;
    let open = usize::from(tokens.word(to) == "(");
    let mut utc = false;
    if matches!(tokens.raw(to + open), "UTC" | "GMT" | "Z") {
        utc = true;
        let start = to;
        to += 1 + open;
        if open == 1 {
            while to < tokens.len() && tokens.word(to) != ")" && to < start + 12 {
                to += 1;
            }
            to += usize::from(tokens.word(to) == ")");
        }
    } else if matches!(
        tokens.raw(to),
        "EST" | "EDT" | "ET" | "PST" | "PDT" | "PT" | "CET" | "CEST" | "BST" | "IST"
    ) {
        to += 1;
    } else if tokens.follows(to, &["local", "time"])
        || tokens.capital(to) && tokens.word(to + 1) == "time" && !tokens.capital(to + 1)
    {
        to += 2;
    }
    Time { utc, to, ..time }
}
