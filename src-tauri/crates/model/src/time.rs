//! Points in time as people write them: an instant for what Assay records, a partial date for what texts say.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Timelike, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Milliseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[ts(type = "number")]
pub struct Instant(pub i64);

impl Instant {
    /// The time now. `ASSAY_CLOCK` (an RFC 3339 time) fixes it, so that tests and screenshots repeat.
    pub fn now() -> Self {
        let fixed = std::env::var("ASSAY_CLOCK").ok().and_then(|t| DateTime::parse_from_rfc3339(&t).ok());
        Self(fixed.map_or_else(|| Utc::now().timestamp_millis(), |t| t.timestamp_millis()))
    }

    /// RFC 3339 in UTC, to the second.
    pub fn to_rfc3339(self) -> String {
        DateTime::<Utc>::from_timestamp_millis(self.0)
            .map(|t| t.to_rfc3339_opts(chrono::SecondsFormat::Secs, true))
            .unwrap_or_default()
    }

    /// The day in UTC, `YYYY-MM-DD`.
    pub fn date(self) -> String {
        DateTime::<Utc>::from_timestamp_millis(self.0)
            .map(|t| t.format("%Y-%m-%d").to_string())
            .unwrap_or_default()
    }
}

/// A date as far as it is known: a year, a month, a day, or a day with a time and perhaps a zone.
///
/// Written `2023`, `2023-03`, `2023-03-02`, `2023-03-02T13:01` or `2023-03-02T13:01Z` / `…+05:30`. A time without a
/// zone stays without one; a day is never turned into midnight.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[ts(type = "string")]
#[serde(into = "String", try_from = "String")]
pub struct PartialDate {
    /// The year, 1 to 9999.
    pub year: i32,
    /// 1 to 12.
    pub month: Option<u32>,
    /// 1 to 31.
    pub day: Option<u32>,
    /// Hour and minute of the day.
    pub time: Option<(u32, u32)>,
    /// Offset from UTC in minutes.
    pub zone: Option<i32>,
}

/// Why a text is not a partial date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotADate {
    /// It has another form.
    #[error("“{0}” is not a date; write 2023, 2023-03, 2023-03-02 or 2023-03-02T13:01Z")]
    Form(String),
    /// There is no such month.
    #[error("There is no month {0}.")]
    Month(u32),
    /// The month has no such day.
    #[error("{year}-{month:02} has no day {day}.")]
    Day {
        /// The year given.
        year: i32,
        /// The month given.
        month: u32,
        /// The day given.
        day: u32,
    },
    /// There is no such time of day.
    #[error("There is no time {0}.")]
    Time(String),
}

impl PartialDate {
    /// A whole day.
    pub fn from_day(date: NaiveDate) -> Self {
        Self { year: date.year(), month: Some(date.month()), day: Some(date.day()), time: None, zone: None }
    }

    /// The day, if it is known to the day.
    pub fn day(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year, self.month?, self.day?)
    }

    /// The date part alone: `2023-03-02T13:01Z` gives `2023-03-02`.
    #[must_use]
    pub fn date_part(&self) -> Self {
        Self { time: None, zone: None, ..self.clone() }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        if let Some((hour, minute)) = self.time {
            write!(f, "T{hour:02}:{minute:02}")?;
            match self.zone {
                Some(0) => write!(f, "Z")?,
                Some(offset) => {
                    let sign = if offset < 0 { '-' } else { '+' };
                    write!(f, "{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60)?;
                }
                None => {}
            }
        }
        Ok(())
    }
}

impl FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let form = || NotADate::Form(s.to_owned());
        let (date, time) = match s.split_once(['T', ' ']) {
            Some((date, time)) => (date, Some(time)),
            None => (s, None),
        };
        let mut parts = date.split('-');
        let mut number = |digits: usize| -> Result<Option<u32>, NotADate> {
            let Some(part) = parts.next() else { return Ok(None) };
            let plain = part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
            if plain { part.parse().map(Some).map_err(|_| form()) } else { Err(form()) }
        };
        let year = number(4)?.ok_or_else(form)? as i32;
        let month = number(2)?;
        let day = number(2)?;
        if parts.next().is_some() || year == 0 {
            return Err(form());
        }
        if let Some(month) = month.filter(|m| !(1..=12).contains(m)) {
            return Err(NotADate::Month(month));
        }
        if let (Some(month), Some(day)) = (month, day)
            && NaiveDate::from_ymd_opt(year, month, day).is_none()
        {
            return Err(NotADate::Day { year, month, day });
        }
        let (time, zone) = match time {
            None => (None, None),
            Some(time) if day.is_some() => parse_time(time)?,
            Some(_) => return Err(form()),
        };
        Ok(Self { year, month, day, time, zone })
    }
}

type TimeAndZone = (Option<(u32, u32)>, Option<i32>);

fn parse_time(text: &str) -> Result<TimeAndZone, NotADate> {
    let bad = || NotADate::Time(text.to_owned());
    let zone_at = text.find(['Z', 'z', '+']).or_else(|| text.rfind('-'));
    let (clock, zone) = text.split_at(zone_at.unwrap_or(text.len()));
    let clock = NaiveTime::parse_from_str(clock, "%H:%M")
        .or_else(|_| NaiveTime::parse_from_str(clock, "%H:%M:%S%.f"))
        .map_err(|_| bad())?;
    let zone = match zone {
        "" => None,
        "Z" | "z" => Some(0),
        offset => {
            let sign = if offset.starts_with('-') { -1 } else { 1 };
            let digits: String = offset.chars().filter(char::is_ascii_digit).collect();
            let (hours, minutes) = match digits.len() {
                2 => (digits.as_str(), "0"),
                4 => digits.split_at(2),
                _ => return Err(bad()),
            };
            let hours: i32 = hours.parse().map_err(|_| bad())?;
            let minutes: i32 = minutes.parse().map_err(|_| bad())?;
            if hours > 14 || minutes > 59 {
                return Err(bad());
            }
            Some(sign * (hours * 60 + minutes))
        }
    };
    Ok((Some((clock.hour(), clock.minute())), zone))
}

impl From<PartialDate> for String {
    fn from(d: PartialDate) -> Self {
        d.to_string()
    }
}
impl TryFrom<String> for PartialDate {
    type Error = NotADate;
    fn try_from(s: String) -> Result<Self, Self::Error> {
        s.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_partial_date_keeps_what_is_known_and_no_more() {
        for text in [
            "2023",
            "2023-03",
            "2023-03-02",
            "2023-03-02T13:01",
            "2023-03-02T13:01Z",
            "2023-03-02T13:01+05:30",
        ] {
            assert_eq!(text.parse::<PartialDate>().map(|d| d.to_string()), Ok(text.to_owned()));
        }
        assert_eq!(
            "2023-03-02T13:01:59.5-0330".parse::<PartialDate>().unwrap().to_string(),
            "2023-03-02T13:01-03:30"
        );
    }

    #[test]
    fn a_date_that_is_none_says_why() {
        let why = |s: &str| s.parse::<PartialDate>().unwrap_err().to_string();
        assert_eq!(why("2026-13-02"), "There is no month 13.");
        assert_eq!(why("2023-02-29"), "2023-02 has no day 29.");
        assert_eq!(why("2023-03-02T25:00"), "There is no time 25:00.");
        for bad in ["", "23", "2023-3-2", "March 2023", "2023-03T10:00", "0000", "2023-03-02-01", "２０２３"]
        {
            assert!(matches!(bad.parse::<PartialDate>(), Err(NotADate::Form(_))), "{bad}");
        }
    }
}
