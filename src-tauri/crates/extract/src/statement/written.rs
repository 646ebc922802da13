//! A stretch of the text as the statement has it: names for pronouns, a day for “on Thursday”.

use std::ops::Range;

use assay_model::value::ValueType;

use super::Worded;
use crate::tokens::{Kind, Tokens};
use crate::values::{Draft, is_date_word};
use crate::verbs::{has_finite, is_article, is_finite, is_preposition};

impl Worded<'_, '_> {
    /// Whom “he” at `i` means; in somebody's own words whom they mean is left open.
    pub(super) fn meant(&self, i: usize) -> Option<String> {
        if self.quoted { None } else { self.names.pronoun(self.tokens.word(i), i) }
    }

    /// Whom a pronoun at `i` means: it begins the clause, or stands right behind its opening words.
    fn pronoun(&self, range: &Range<usize>, i: usize) -> Option<String> {
        let tokens = self.tokens;
        let word = tokens.word(i);
        if word == "i" && i == range.start && self.stands_for_speaker(range) {
            return self.claimant.map(str::to_owned);
        }
        if !matches!(word, "he" | "she") {
            return None;
        }
        let opens = i == range.start
            || tokens.word(i - 1) == ","
                && i - range.start < 16
                && !has_finite(tokens, range.start..i)
                && !(range.start..i).any(|k| self.names.full_name(tokens.word(k)).is_some());
        if opens { self.meant(i) } else { None }
    }

    pub(super) fn write(&self, range: &Range<usize>, text: &mut String) {
        let (tokens, names) = (self.tokens, self.names);
        let mut i = range.start;
        let mut first = true;
        // By the verb it is known whether “Tuesday” is past or to come; without one no day is written.
        let dates = has_finite(tokens, range.clone());
        while i < range.end {
            if let Some(aside) = self.aside.filter(|a| a.contains(&i)) {
                i = aside.end;
                if !(tokens.spaced(i) || tokens.is(i, Kind::Mark)) {
                    text.push(' ');
                }
                continue;
            }
            if tokens.spaced(i) && !first {
                text.push(' ');
            }
            if let Some(value) = self.values.iter().find(|v| dates && v.from == i && is_told_apart(tokens, v))
            {
                let shown = dated(tokens, value, i);
                text.push_str(&shown);
                // “On Tuesday, 14 May 2024, the council voted”: what is set in is closed, and a date in front too.
                let front = i <= range.start + 1 && !is_finite(tokens, value.to);
                let closes = shown.ends_with(|c: char| c.is_ascii_digit())
                    && (front || shown.contains(','))
                    && value.to < range.end
                    && tokens.is(value.to, Kind::Word)
                    && !matches!(tokens.word(value.to), "to" | "until" | "and" | "or");
                if closes {
                    text.push(',');
                }
                i = value.to;
                first = false;
                continue;
            }
            let word = tokens.word(i);
            if let Some(name) = self.pronoun(range, i) {
                text.push_str(&name);
                i += 1;
            } else if first
                && word == "it"
                && let Some(name) = self.body_meant(i)
            {
                text.push_str(&name);
                i += 1;
            } else if matches!(word, "mr" | "mrs" | "ms") {
                let next = i + 1 + usize::from(tokens.word(i + 1) == ".");
                if let Some((name, end)) = names.last_name_at(tokens, next, range.end) {
                    text.push_str(name);
                    i = end;
                } else {
                    text.push_str(tokens.raw(i));
                    i += 1;
                }
            } else if matches!(word, "his" | "her")
                && first
                && tokens.is(i + 1, Kind::Word)
                && !tokens.capital(i + 1)
                && let Some(name) = self.meant(i)
            {
                text.push_str(&name);
                text.push_str("’s");
                i += 1;
            } else if (first || !tokens.capital(i - 1) && !matches!(tokens.word(i - 1), "." | "-"))
                && let Some((name, end)) = names.last_name_at(tokens, i, range.end)
                && !tokens.capital(end)
                && !text.contains(name)
            {
                text.push_str(name);
                i = end;
            } else {
                text.push_str(tokens.raw(i));
                i += 1;
            }
            first = false;
        }
    }
}

/// Whether a date's own words need the day of writing to be understood.
fn is_told_apart(tokens: &Tokens<'_>, value: &Draft) -> bool {
    // A time of day has its day in front: “tomorrow morning”.
    let long = match value.kind {
        ValueType::Date => value.value.len() == 10,
        // Of “shortly before midnight” the day is not said.
        ValueType::Time => {
            value.value.get(10..11) == Some("T")
                && (value.from..value.to).any(|i| is_date_word(tokens.word(i)))
        }
        _ => false,
    };
    // “4am on Tuesday”, “6:40 p.m. yesterday”: the hour is told, the day is not.
    // “Tuesday at 10am” too.
    let named = (value.from..value.to).filter(|i| is_date_word(tokens.word(*i))).count();
    let by_hour = value.kind == ValueType::Time
        && named == 1
        && (is_date_word(tokens.word(value.to - 1)) || is_weekday_at(tokens, value));
    let known = long && value.value.starts_with(|c: char| c.is_ascii_digit());
    known && (by_hour || !(value.from..value.to).any(|i| tokens.is(i, Kind::Number)))
}

/// “Tuesday at 10am”
fn is_weekday_at(tokens: &Tokens<'_>, value: &Draft) -> bool {
    let word = tokens.word(value.from);
    tokens.word(value.from + 1) == "at"
        && value.to > value.from + 2
        && word.len() > 5
        && word.ends_with("day")
        && !matches!(word, "today" | "yesterday")
}

/// “on Thursday” with the day it was: `on Thursday, 2 March 2023`.
fn dated(tokens: &Tokens<'_>, value: &Draft, i: usize) -> String {
    let words = tokens.slice(value.from, value.to);
    let day = value.value.get(..10).unwrap_or_default();
    let Ok(day) = day.parse::<chrono::NaiveDate>() else { return words.to_owned() };
    let date = day.format("%-d %B %Y").to_string();
    let word = tokens.word(value.to - 1);
    // “Tuesday’s crash” has no room for a date either.
    if matches!(tokens.word(value.to), "'" | "’" | "'s" | "’s") {
        return words.to_owned();
    }
    // “In a Wednesday media event” has no room for a date.
    if i.checked_sub(1).is_some_and(|b| is_article(tokens.word(b))) {
        return words.to_owned();
    }
    // “two weeks ago today”
    let ago = |k: usize| tokens.word(k) == "ago";
    if word == "ago" && tokens.word(value.to) == "today" || word == "today" && i > 0 && ago(i - 1) {
        return words.to_owned();
    }
    if is_weekday_at(tokens, value) {
        return format!("{}, {date}, {}", tokens.raw(value.from), tokens.slice(value.from + 1, value.to));
    }
    // “Today 31 miles are still in water” says nowadays.
    let still = |k: usize| matches!(tokens.word(k), "still" | "remain" | "remains");
    if word == "today"
        && value.to == i + 1
        && tokens.word(value.to) != ","
        && i.checked_sub(1).is_none_or(|b| matches!(tokens.word(b), "." | "?" | "!"))
        && (value.to..value.to + 10).take_while(|k| !matches!(tokens.word(*k), "" | "." | ",")).any(still)
    {
        return words.to_owned();
    }
    match word {
        "today" | "yesterday" | "tomorrow" if value.to == value.from + 1 => {
            // “until yesterday”
            let on =
                if i.checked_sub(1).is_some_and(|b| is_preposition(tokens.word(b))) { "" } else { "on " };
            format!("{on}{date}")
        }
        // “at 4am yesterday”
        "today" | "yesterday" | "tomorrow" if (value.from..value.to).any(|k| tokens.is(k, Kind::Number)) => {
            format!("{} on {date}", tokens.slice(value.from, value.to - 1))
        }
        _ if value.to == i + 1 || tokens.word(value.to - 2) == "on" => format!("{words}, {date}"),
        _ => format!("{words} ({date})"),
    }
}
