//! Values as a text states them: a grammar written by hand over tokens.
//!
//! [`dates`], [`relative`] and [`durations`] give TIMEX3 values (ISO 8601); [`quantities`] gives plain decimal numbers with units
//! in UCUM and currencies in ISO 4217. A range of numbers is written `15..20`.

mod ago;
mod bare_years;
mod bounds;
mod calendar;
mod clock;
mod currencies;
mod dates;
mod days;
mod decimal;
mod digits;
mod durations;
mod foreign;
mod fractions;
mod holidays;
mod money;
mod months;
mod movements;
mod multitudes;
mod numbers;
mod offsets;
mod openers;
mod parts;
mod quantities;
mod races;
mod ranges;
mod relative;
mod scores;
mod sets;
mod tense;
mod titles;
mod units;
mod vague;
mod weeks;
mod years;

use std::ops::Range;

use assay_model::time::PartialDate;
use assay_model::value::{Modifier, Value, ValueType};

pub(crate) use calendar::Calendar;
pub(crate) use numbers::Number;

use crate::tokens::{Kind, Tokens};

/// A value before its place is known in code points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Draft {
    /// First token.
    pub(crate) from: usize,
    /// One after the last token.
    pub(crate) to: usize,
    pub(crate) kind: ValueType,
    pub(crate) value: String,
    pub(crate) unit: Option<String>,
    pub(crate) modifier: Option<Modifier>,
}

impl Draft {
    fn new(from: usize, to: usize, kind: ValueType, value: impl Into<String>) -> Self {
        Self { from, to, kind, value: value.into(), unit: None, modifier: None }
    }

    /// With its place and the author's words.
    pub(crate) fn finish(&self, tokens: &Tokens<'_>) -> Option<Value> {
        let span = tokens.span(self.from, self.to)?;
        Some(Value {
            start: span.start,
            end: span.end,
            text: tokens.slice(self.from, self.to).to_owned(),
            kind: self.kind,
            value: self.value.clone(),
            unit: self.unit.clone(),
            modifier: self.modifier,
        })
    }
}

/// Whether a word in lower case says a number: `ten`, `third`, `dozen`, `million`.
pub(crate) fn is_number_word(word: &str) -> bool {
    numbers::small(word).or_else(|| numbers::ordinal(word)).or_else(|| numbers::scale(word)).is_some()
}

/// Whether a word in lower case names a month, a day of the week or a day seen from today.
pub(crate) fn is_date_word(word: &str) -> bool {
    calendar::month(word).is_some()
        || calendar::weekday(word).is_some()
        || matches!(word, "today" | "yesterday" | "tomorrow" | "tonight")
}

/// The values of one sentence, in order, none overlapping.
pub(crate) fn find(
    tokens: &Tokens<'_>,
    sentence: &Range<usize>,
    english: bool,
    calendar: &mut Calendar,
) -> Vec<Draft> {
    let mut out: Vec<Draft> = Vec::new();
    calendar.begin_sentence();
    let mut i = rest_of_address(tokens, sentence);
    while i < sentence.end {
        if let Some(to) = address(tokens, i).or_else(|| phone(tokens, i)) {
            i = to;
            continue;
        }
        let opens = !english || openers::may_open(tokens, i);
        let found = if opens || cfg!(debug_assertions) {
            value_at(tokens, i, sentence, english, calendar)
        } else {
            None
        };
        debug_assert!(
            opens || found.is_none(),
            "{:?} opens a value",
            tokens.slice(i, (i + 4).min(tokens.len()))
        );
        let found =
            found.filter(|d| d.to > i && d.to <= sentence.end && d.from >= out.last().map_or(0, |l| l.to));
        if let Some(draft) = found {
            if draft.kind == ValueType::Duration && relative::leads_to_its_end(tokens, draft.to) {
                calendar.note_length();
            }
            i = draft.to;
            out.push(draft);
        } else {
            i += 1;
        }
    }
    out
}

/// How many tokens of a web address are looked back over.
const LONGEST_ADDRESS: usize = 200;

/// The day that a line names: “September 1, 2007”.
pub(crate) fn written_on(line: &Tokens<'_>) -> Option<PartialDate> {
    let mut calendar = Calendar::new(None, "");
    let dates = find(line, &(0..line.len().min(40)), true, &mut calendar);
    dates.iter().filter(|d| d.value.len() == 10).find_map(|d| d.value.parse().ok())
}

/// The end of the web address that begins at token `i`: its numbers are no values.
fn address(tokens: &Tokens<'_>, i: usize) -> Option<usize> {
    let scheme = matches!(tokens.word(i), "http" | "https") && tokens.follows(i + 1, &[":", "/"]);
    if !(scheme || tokens.word(i) == "www" && tokens.word(i + 1) == ".") {
        return None;
    }
    (i + 1..=tokens.len()).find(|k| tokens.spaced(*k))
}

/// Where a sentence's own words begin: one that was cut out of a web address, at a question mark in it, begins with the rest of it.
fn rest_of_address(tokens: &Tokens<'_>, sentence: &Range<usize>) -> usize {
    let start = sentence.start;
    if start == 0 || tokens.spaced(start) {
        return start;
    }
    let back = (start.saturating_sub(LONGEST_ADDRESS)..start).rev().find(|k| tokens.spaced(*k));
    let inside = back.is_some_and(|k| address(tokens, k).is_some_and(|to| to > start));
    if inside { (start..sentence.end).find(|k| tokens.spaced(*k)).unwrap_or(sentence.end) } else { start }
}

/// The end of the telephone number that begins at token `i`: “020 7946 0958”, “+44 20 7946 0958”, “555-123-4567”.
fn phone(tokens: &Tokens<'_>, i: usize) -> Option<usize> {
    let plus = tokens.word(i) == "+" && !tokens.spaced(i + 1);
    let start = i + usize::from(plus);
    let group = |k: usize| {
        let raw = tokens.raw(k);
        tokens.is(k, Kind::Number) && raw.len() <= 7 && raw.bytes().all(|b| b.is_ascii_digit())
    };
    if !group(start) || i > 0 && tokens.is(i - 1, Kind::Number) {
        return None;
    }
    let mut lengths = vec![tokens.raw(start).len()];
    let mut to = start + 1;
    while lengths.len() < 6 {
        let dash = usize::from(tokens.word(to) == "-" && !tokens.spaced(to) && !tokens.spaced(to + 1));
        if !group(to + dash) {
            break;
        }
        lengths.push(tokens.raw(to + dash).len());
        to += dash + 1;
    }
    let digits: usize = lengths.iter().sum();
    let nought = tokens.raw(start).starts_with('0') && tokens.raw(start).len() > 2;
    let american = matches!(lengths.as_slice(), [3, 3, 4]) && tokens.word(start + 1) == "-";
    ((7..16).contains(&digits) && lengths.len() > 1 && (plus || nought || american)).then_some(to)
}

fn value_at(
    tokens: &Tokens<'_>,
    i: usize,
    sentence: &Range<usize>,
    english: bool,
    calendar: &mut Calendar,
) -> Option<Draft> {
    if !english {
        return foreign::at(tokens, i, sentence.start, calendar);
    }
    if let Some((modifier, length)) = bounds::at(tokens, i) {
        let after = i + length;
        let near = modifier == Modifier::Approx;
        let inner = races::at(tokens, after, sentence)
            .or_else(|| offsets::at(tokens, after, sentence, calendar))
            .or_else(|| durations::at(tokens, after, sentence, calendar))
            .or_else(|| near.then(|| clock::at(tokens, after, sentence, calendar)).flatten())
            .or_else(|| near.then(|| bare_years::year_alone(tokens, after, calendar)).flatten())
            .or_else(|| quantities::at(tokens, after, sentence.start));
        // “5 per cent higher than a year before” is no bound of that year.
        let compares = |draft: &Draft| {
            draft.kind == ValueType::Date
                && (matches!(tokens.word(i), "higher" | "lower" | "greater" | "fewer")
                    || i > 0 && sets::is_amount(tokens, i - 1))
        };
        if let Some(mut draft) = inner.filter(|d| !compares(d)) {
            draft.from = i;
            draft.modifier = match (draft.kind, modifier) {
                // “more than a year ago” is before that year.
                (ValueType::Date, Modifier::MoreThan) => Some(Modifier::Before),
                (ValueType::Date, Modifier::LessThan) => Some(Modifier::After),
                (_, m) => Some(m),
            };
            return Some(draft);
        }
    }
    if let Some(race) = races::at(tokens, i, sentence) {
        return Some(race);
    }
    offsets::at(tokens, i, sentence, calendar)
        .or_else(|| sets::at(tokens, i, sentence))
        .or_else(|| dates::at(tokens, i, sentence, calendar))
        .or_else(|| {
            let date = relative::at(tokens, i, sentence, calendar)?;
            Some(clock::after(tokens, &date, sentence).unwrap_or(date))
        })
        .map(|draft| open_end(tokens, draft))
        .inspect(|draft| calendar.note_end(draft.to, &draft.value))
        .or_else(|| durations::at(tokens, i, sentence, calendar))
        .or_else(|| quantities::at(tokens, i, sentence.start))
}

/// “2018 or later”, “1 January 2016 and after”: the bound after a date.
fn open_end(tokens: &Tokens<'_>, draft: Draft) -> Draft {
    let joined = matches!(tokens.word(draft.to), "or" | "and")
        && matches!(draft.kind, ValueType::Date | ValueType::Time);
    let modifier = match tokens.word(draft.to + 1) {
        "later" | "after" | "onwards" | "onward" | "beyond" | "greater" => Modifier::After,
        "earlier" | "before" => Modifier::Before,
        _ => return draft,
    };
    // “on Monday and later in the week” goes on to something else.
    let ends = !tokens.is(draft.to + 2, Kind::Word) && !tokens.is(draft.to + 2, Kind::Number);
    if joined && ends { Draft { to: draft.to + 2, modifier: Some(modifier), ..draft } } else { draft }
}

/// Whether a word names a month or a weekday.
pub(crate) fn is_calendar_word(word: &str) -> bool {
    calendar::month(word).is_some() || calendar::weekday(word).is_some()
}

#[cfg(test)]
mod tests;
