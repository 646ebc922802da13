//! What the dates of a text are counted from: its publication, or the date last named.

use assay_model::time::PartialDate;
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::tokens::Tokens;

/// A year, perhaps with its month and day. Years before Christ are negative, and there is none numbered nought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) year: i32,
    pub(super) month: Option<u32>,
    pub(super) day: Option<u32>,
}

impl Point {
    pub(super) const fn year(year: i32) -> Self {
        Self { year, month: None, day: None }
    }

    pub(super) const fn month(year: i32, month: u32) -> Self {
        Self { year, month: Some(month), day: None }
    }

    pub(super) fn day(date: NaiveDate) -> Self {
        Self { year: date.year(), month: Some(date.month()), day: Some(date.day()) }
    }

    /// Reads back a date of the forms `2016`, `2016-11` and `2016-11-07`.
    pub(super) fn read(value: &str) -> Option<Self> {
        let mut parts = value.split('-');
        let mut next = || parts.next().map(str::parse::<u32>);
        let year = next()?.ok().filter(|_| value.len() >= 4)?;
        let (month, day) = (next().transpose().ok()?, next().transpose().ok()?);
        Some(Self { year: i32::try_from(year).ok()?, month, day })
    }

    /// The last day of its month, if it names one beyond (“31 April”).
    pub(super) fn tidy(self) -> Self {
        let fits = self.first_day().is_some();
        if fits { self } else { Self { day: self.day.map(|d| d.min(28)), ..self } }
    }

    /// The day, or the first one of the month or year.
    pub(super) fn first_day(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The TIMEX3 value.
    pub(super) fn value(self) -> String {
        let year = if self.year < 0 { format!("BC{:04}", -self.year) } else { format!("{:04}", self.year) };
        match (self.month, self.day) {
            (Some(m), Some(d)) => format!("{year}-{m:02}-{d:02}"),
            (Some(m), None) => format!("{year}-{m:02}"),
            _ => year,
        }
    }

    /// The same day, month or year, so many units on.
    pub(super) fn plus(self, unit: Unit, n: i64) -> Option<Self> {
        let months = |m: i64| -> Option<NaiveDate> {
            let by = Months::new(u32::try_from(m.abs()).ok()?);
            let from = self.first_day()?;
            if m < 0 { from.checked_sub_months(by) } else { from.checked_add_months(by) }
        };
        Some(match unit {
            Unit::Year => Self::year(i32::try_from(i64::from(self.year).checked_add(n)?).ok()?),
            Unit::Decade => {
                Self::year(i32::try_from(i64::from(self.year).checked_add(n.checked_mul(10)?)?).ok()?)
            }
            Unit::Century => {
                Self::year(i32::try_from(i64::from(self.year).checked_add(n.checked_mul(100)?)?).ok()?)
            }
            Unit::Month => {
                let day = months(n)?;
                Self::month(day.year(), day.month())
            }
            Unit::Quarter => {
                let day = months(n.checked_mul(3)?)?;
                Self::month(day.year(), day.month())
            }
            Unit::Week => Self::day(shift(self.first_day()?, n.checked_mul(7)?)?),
            Unit::Day => Self::day(shift(self.first_day()?, n)?),
            Unit::Hour | Unit::Minute | Unit::Second => return None,
        })
        .filter(|p| (-9999..=9999).contains(&p.year) && p.year != 0)
    }
}

/// A day so many days on.
pub(super) fn shift(day: NaiveDate, n: i64) -> Option<NaiveDate> {
    let by = Days::new(n.unsigned_abs());
    if n < 0 { day.checked_sub_days(by) } else { day.checked_add_days(by) }
}

/// A unit of time, in order of length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl Unit {
    pub(super) fn read(word: &str) -> Option<(Self, bool)> {
        Some(match word {
            "second" => (Self::Second, false),
            "seconds" | "sec" | "secs" => (Self::Second, true),
            "minute" => (Self::Minute, false),
            "minutes" | "min" | "mins" => (Self::Minute, true),
            "hour" => (Self::Hour, false),
            "hours" | "hrs" => (Self::Hour, true),
            "day" => (Self::Day, false),
            "days" => (Self::Day, true),
            "week" => (Self::Week, false),
            "weeks" => (Self::Week, true),
            "month" => (Self::Month, false),
            "months" => (Self::Month, true),
            "quarter" => (Self::Quarter, false),
            "quarters" => (Self::Quarter, true),
            "year" => (Self::Year, false),
            "years" | "yrs" => (Self::Year, true),
            "decade" => (Self::Decade, false),
            "decades" => (Self::Decade, true),
            "century" => (Self::Century, false),
            "centuries" => (Self::Century, true),
            _ => return None,
        })
    }
}

/// How many years on a year named in passing may lie, and the story is there.
const NEAR: i32 = 1;

/// Where a text stands in time.
#[derive(Debug)]
pub(crate) struct Calendar {
    now: Option<Point>,
    /// The text tells of times long past, so that its dates follow one another.
    narrative: bool,
    /// News, as people speak in it, of a day that nobody knows.
    undated_news: bool,
    last: Option<Point>,
    /// How many sentences have begun, and how many had when a date was last named.
    sentences: u32,
    /// Whether the next date only ends a length (“the year to March 31”): nothing is told of that day.
    ends_length: bool,
    noted: u32,
    /// Where the story has come to, in a text that tells one: a year named on the way does not move it far.
    story: Option<Point>,
    in_sentence: Option<NaiveDate>,
    /// The date last read in this sentence, and the token after it: what “to” joins the next one to.
    before: Option<(usize, Point)>,
}

impl Calendar {
    /// For a text published then. Years in the text tell whether it is news or history.
    pub(crate) fn new(published: Option<&PartialDate>, text: &str) -> Self {
        let now = published.map(|p| Point { year: p.year, month: p.month, day: p.day });
        Self {
            now,
            narrative: now.is_none_or(|now| is_narrative(text, now)),
            undated_news: now.is_none() && is_told(text),
            last: None,
            sentences: 0,
            ends_length: false,
            noted: 0,
            story: None,
            in_sentence: None,
            before: None,
        }
    }

    pub(super) fn begin_sentence(&mut self) {
        self.sentences = self.sentences.saturating_add(1);
        self.ends_length = false;
        self.in_sentence = None;
        self.before = None;
    }

    /// Notes which tokens the date last read ends before.
    pub(super) fn note_end(&mut self, end: usize, value: &str) {
        self.before = Point::read(value).map(|p| (end, p));
    }

    /// The date that the one at token `i` is joined to by “to” or a dash.
    pub(super) fn joined_to(&self, tokens: &Tokens<'_>, i: usize) -> Option<Point> {
        let joiner = i.checked_sub(1)?;
        let joins = matches!(tokens.word(joiner), "to" | "until" | "till" | "through" | "-" | "–");
        self.before.filter(|(end, _)| joins && *end == joiner).map(|(_, point)| point)
    }

    /// The day that the number at token `i` is listed after: “4 May and [5]”.
    pub(super) fn listed_after(&self, tokens: &Tokens<'_>, i: usize) -> Option<Point> {
        let mark = i.checked_sub(1)?;
        let joins = matches!(tokens.word(mark), "and" | "or" | "," | "&");
        self.before.filter(|(end, p)| joins && *end == mark && p.day.is_some()).map(|(_, point)| point)
    }

    /// Notes a date that the text names.
    pub(super) fn note(&mut self, point: Point) {
        if std::mem::take(&mut self.ends_length) {
            return;
        }
        self.noted = self.sentences;
        self.last = Some(point);
        self.story = Some(point);
        if let (Some(_), Some(_)) = (point.month, point.day) {
            self.in_sentence = point.first_day();
        }
    }

    /// Notes a year that stands in the middle of a sentence: a story that goes from year to year goes there if it is near, one
    /// that goes by months does not.
    pub(super) fn note_aside(&mut self, year: i32) {
        self.noted = self.sentences;
        self.last = Some(Point::year(year));
        if self.story.is_none_or(|s| s.month.is_none() && (0..=NEAR).contains(&(year - s.year))) {
            self.story = self.last;
        }
    }

    /// Whether the text tells of times long past.
    pub(super) fn is_narrative(&self) -> bool {
        self.narrative
    }

    /// Whether the text is a history for certain, and not only of no known day.
    pub(super) fn is_history(&self) -> bool {
        self.narrative && self.now.is_some()
    }

    /// The day of publication, or in history the date last named.
    pub(super) fn reference(&self) -> Option<Point> {
        match self.now {
            // News of an unknown day: no date that it names says when “October” and “11 years ago” are.
            None if self.undated_news => None,
            Some(now) if !self.narrative => Some(now),
            now => self.last.or(now),
        }
    }

    /// The date last named, for “that year” and “the next day”.
    pub(super) fn named(&self) -> Option<Point> {
        self.last.or(self.now)
    }

    /// A length has been read whose end is named next.
    pub(super) fn note_length(&mut self) {
        self.ends_length = true;
    }

    /// What “the year” and “the week” without more are of: in news a date named in this sentence or just before, else now.
    pub(super) fn at_hand(&self) -> Option<Point> {
        let fresh =
            self.narrative && !self.undated_news || self.sentences - self.noted.min(self.sentences) <= 1;
        if fresh { self.named() } else { self.reference() }
    }

    /// The date last named, if the text has named one: the publication is no “that time”.
    pub(super) fn told(&self) -> Option<Point> {
        self.last
    }

    /// The publication, for “today”; in a text without one the date last named.
    pub(super) fn now(&self) -> Option<Point> {
        self.now.or(self.last.filter(|_| !self.undated_news))
    }

    /// The day that a time of day without one belongs to.
    pub(super) fn day_of_time(&self) -> Option<NaiveDate> {
        let day = self.reference().filter(|p| p.day.is_some());
        self.in_sentence.or_else(|| day.and_then(Point::first_day))
    }

    /// The year of a month, or day of a month, named without one.
    pub(super) fn year_of(&self, month: u32, day: Option<u32>, future: bool) -> Option<i32> {
        let at = self.reference()?;
        if self.narrative {
            let story = self.story.unwrap_or(at);
            // A story that has come to the end of a year goes on in the next.
            let turned = story.month == Some(12) && month <= 2;
            return Some(story.year + i32::from(turned));
        }
        let here = (at.month.unwrap_or(12), at.day.unwrap_or(31));
        let there = (month, day.unwrap_or(if future { 31 } else { 1 }));
        Some(match (future, there.cmp(&here)) {
            (true, std::cmp::Ordering::Less) => at.year + 1,
            (false, std::cmp::Ordering::Greater) => at.year - 1,
            _ => at.year,
        })
    }

    /// The day of a weekday: the most recent one not after publication, or the next one.
    pub(super) fn weekday(&self, day: Weekday, future: bool) -> Option<NaiveDate> {
        let at = self.reference().filter(|p| p.day.is_some())?.first_day()?;
        let back = i64::from((7 + at.weekday().num_days_from_monday() - day.num_days_from_monday()) % 7);
        shift(at, if future { (7 - back) % 7 } else { -back })
    }
}

/// Whether a text tells of times past: its years lie before its publication, and hardly a word counts from that day. News
/// that looks back names weekdays, “yesterday” and “last year” beside its years, tells what is and has been, and has somebody
/// say something every other paragraph; a history does not.
fn is_narrative(text: &str, now: Point) -> bool {
    let (mut old, mut recent, mut near, mut ancient) = (0_usize, 0_usize, 0_usize, 0_usize);
    let (mut words, mut spoken, mut present, mut past) = (0_usize, 0_usize, 0_usize, 0_usize);
    let mut before: &[u8] = b"";
    let text_of = |word: &[u8]| String::from_utf8_lossy(word).to_ascii_lowercase();
    for word in text.as_bytes().split(|b| !b.is_ascii_alphanumeric()).filter(|w| !w.is_empty()) {
        words += 1;
        match word {
            b"said" | b"says" => spoken += 1,
            b"is" | b"are" | b"has" | b"have" | b"will" => present += 1,
            b"was" | b"were" | b"had" | b"did" => past += 1,
            b"yesterday" | b"Yesterday" | b"today" | b"Today" | b"tomorrow" | b"tonight" => near += 1,
            b"week" | b"month" | b"year"
                if matches!(before, b"last" | b"this" | b"next" | b"Last" | b"This") =>
            {
                near += 1;
            }
            b"BC" | b"BCE" => old += 1,
            _ if word.ends_with(b"day") && weekday(&text_of(word)).is_some() => near += 1,
            _ if word.len() == 4 && word.iter().all(u8::is_ascii_digit) => match text_of(word).parse::<i32>()
            {
                Ok(year) if (1000..now.year).contains(&year) => {
                    // A first year as far back as a life sets the time of a text in which nothing is near, nothing is said and nothing
                    // is or will be.
                    let dated = matches!(before, b"in" | b"In" | b"of" | b"since")
                        || month(&text_of(before)).is_some();
                    ancient += usize::from(old == 0 && dated && now.year - year > LIFE);
                    old += 1;
                }
                Ok(year) if (now.year..=2100).contains(&year) => recent += 1,
                _ => {}
            },
            _ => {}
        }
        before = word;
    }
    let news = spoken * SPOKEN > words || present * 2 > past;
    old >= 6 && old > 2 * recent && old > 6 * near && !news
        || ancient > 0 && recent + near + spoken == 0 && past >= FEWEST && present * 4 <= past
}

/// Whether people speak in a text as often as in news, more than once.
fn is_told(text: &str) -> bool {
    let (mut words, mut spoken) = (0_usize, 0_usize);
    for word in text.as_bytes().split(|b| !b.is_ascii_alphanumeric()).filter(|w| !w.is_empty()) {
        words += 1;
        spoken += usize::from(matches!(word, b"said" | b"says"));
    }
    spoken > 1 && spoken * SPOKEN > words
}

/// So many words of the past at least are in a history that names few years.
const FEWEST: usize = 4;

/// In a history, so many words come for each “said”: of eleven accounts of wars (`wikiwars-dev`) none has one in 500, of two dozen
/// articles of news none has fewer than one in 160.
const SPOKEN: usize = 300;

/// A life, in years.
const LIFE: i32 = 80;

/// January to December, also shortened.
pub(super) fn month(word: &str) -> Option<u32> {
    Some(match word {
        "january" | "jan" => 1,
        "february" | "feb" => 2,
        "march" | "mar" => 3,
        "april" | "apr" => 4,
        "may" => 5,
        "june" | "jun" => 6,
        "july" | "jul" => 7,
        "august" | "aug" => 8,
        "september" | "sept" | "sep" => 9,
        "october" | "oct" => 10,
        "november" | "nov" => 11,
        "december" | "dec" => 12,
        _ => return None,
    })
}

/// Monday to Sunday, also shortened; whether it is a plural.
pub(super) fn weekday(word: &str) -> Option<(Weekday, bool)> {
    let plural = word.ends_with("days");
    // Asked of every word of a text, so without a copy of it.
    let (stem, full) = match word.strip_suffix(if plural { "days" } else { "day" }) {
        Some(stem) => (stem, true),
        None => (word, false),
    };
    let day = match (stem, full) {
        ("mon", _) => Weekday::Mon,
        ("tues", _) | ("tue", false) => Weekday::Tue,
        ("wednes", true) | ("wed", false) => Weekday::Wed,
        ("thurs", _) | ("thu" | "thur", false) => Weekday::Thu,
        ("fri", _) => Weekday::Fri,
        ("satur", true) | ("sat", false) => Weekday::Sat,
        ("sun", _) => Weekday::Sun,
        _ => return None,
    };
    Some((day, plural))
}

/// Spring to winter, as TIMEX3 writes them.
pub(super) fn season(word: &str) -> Option<&'static str> {
    Some(match word {
        "spring" => "SP",
        "summer" => "SU",
        "autumn" | "fall" => "FA",
        "winter" => "WI",
        _ => return None,
    })
}
