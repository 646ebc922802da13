//! What repeats: “every year”, “each Tuesday at 4pm”, “every other day”, “quarterly”, “once a week”, “Friday mornings”.

use std::ops::Range;

use assay_model::value::ValueType;

use super::Draft;
use super::calendar::Unit;
use super::dates::part_of_day;
use super::numbers;
use super::weeks;
use crate::tokens::{Kind, Tokens};

/// The set that begins at token `i`.
pub(super) fn at(tokens: &Tokens<'_>, i: usize, sentence: &Range<usize>) -> Option<Draft> {
    let draft = weeks::every_weekday(tokens, i)
        .or_else(|| every(tokens, i))
        .or_else(|| adverb(tokens, i))
        .or_else(|| times_a(tokens, i))
        .or_else(|| per(tokens, i))
        .or_else(|| of_every(tokens, i))?;
    // “each Monday at 4pm”
    if draft.value.len() <= 12
        && !draft.value.starts_with('P')
        && let Some(time) = super::clock::repeated(tokens, draft.to, sentence)
    {
        return Some(Draft { to: time.to, value: format!("{}{}", draft.value, time.value), ..draft });
    }
    Some(draft)
}

/// What repeats once each unit, with what is not told as X (TIMEX3).
fn open(unit: Unit) -> Option<&'static str> {
    Some(match unit {
        Unit::Year => "XXXX",
        Unit::Month => "XXXX-XX",
        Unit::Week => "XXXX-WXX",
        Unit::Day => "XXXX-XX-XX",
        Unit::Hour => "XXXX-XX-XXTXX",
        Unit::Quarter => "XXXX-QX",
        _ => return None,
    })
}

fn set(from: usize, to: usize, value: impl Into<String>) -> Draft {
    Draft::new(from, to, ValueType::Set, value)
}

/// “every year”, “every two weeks”, “every other day”, “every weekend”, “every morning”.
fn every(tokens: &Tokens<'_>, i: usize) -> Option<Draft> {
    if tokens.word(i) == "everyday" {
        return Some(set(i, i + 1, "XXXX-XX-XX"));
    }
    if !matches!(tokens.word(i), "every" | "each") {
        return None;
    }
    let other = usize::from(tokens.word(i + 1) == "other");
    let at = i + 1 + other;
    let word = tokens.word(at);
    if let Some((unit, false)) = Unit::read(word) {
        let value = if other == 1 { super::durations::period(2, unit) } else { open(unit)?.to_owned() };
        return Some(set(i, at + 1, value));
    }
    match word {
        "weekend" => return Some(set(i, at + 1, "XXXX-WXX-WE")),
        "weekday" => return Some(set(i, at + 1, "P1WD")),
        _ => {}
    }
    if let Some(mark) = super::calendar::season(word) {
        return Some(set(i, at + 1, format!("XXXX-{mark}")));
    }
    if let Some(part) = part_of_day(word) {
        return Some(set(i, at + 1, format!("XXXX-XX-XX{part}")));
    }
    let n = numbers::plain(tokens, at).filter(|_| other == 0)?;
    if tokens.word(n.to) == "weekends" {
        return Some(set(i, n.to + 1, format!("P{}WE", n.value)));
    }
    let (unit, _) = Unit::read(tokens.word(n.to))?;
    Some(set(i, n.to + 1, super::durations::period(n.value.as_int()?, unit)))
}

/// “daily”, “annually”, “quarterly”, “semi-annually”, “bi-weekly”.
fn adverb(tokens: &Tokens<'_>, i: usize) -> Option<Draft> {
    let (value, to) = match tokens.word(i) {
        "weekends" => ("XXXX-WXX-WE", i + 1),
        "any" | "all" if tokens.word(i + 1).starts_with("weekend") => ("XXXX-WXX-WE", i + 2),
        "annually" | "yearly" => ("XXXX", i + 1),
        "monthly" | "weekly" | "daily" if super::titles::repeats(tokens, i) => return None,
        "monthly" => ("XXXX-XX", i + 1),
        "weekly" => ("XXXX-WXX", i + 1),
        "daily" => ("XXXX-XX-XX", i + 1),
        "quarterly" => ("XXXX-QX", i + 1),
        "semiannually" | "semiannual" => ("P6M", i + 1),
        "biweekly" | "fortnightly" => ("P2W", i + 1),
        "bimonthly" => ("P2M", i + 1),
        "semi" | "bi" if tokens.word(i + 1) == "-" => match (tokens.word(i), tokens.word(i + 2)) {
            ("semi", "annually" | "annual") => ("P6M", i + 3),
            ("bi", "weekly") => ("P2W", i + 3),
            ("bi", "monthly") => ("P2M", i + 3),
            _ => return None,
        },
        "annual" if !tokens.capital(i) => return Some(Draft::new(i, i + 1, ValueType::Duration, "P1Y")),
        _ => return None,
    };
    Some(set(i, to, value))
}

/// “once a week”: how often is left in the words.
fn times_a(tokens: &Tokens<'_>, i: usize) -> Option<Draft> {
    let at = match tokens.word(i) {
        "once" | "twice" => i + 1,
        // “three times a year”
        _ if matches!(tokens.word(i + 1), "times") && numbers::plain(tokens, i).is_some() => i + 2,
        _ => return None,
    };
    if !matches!(tokens.word(at), "a" | "per" | "every" | "each") {
        return None;
    }
    let (unit, _) = Unit::read(tokens.word(at + 1)).filter(|u| !u.1)?;
    Some(set(i, at + 2, open(unit)?))
}

/// “attacks per month”: after what is counted, not after a number of it (“$5 per day” is a rate).
fn per(tokens: &Tokens<'_>, i: usize) -> Option<Draft> {
    if tokens.word(i) != "per" || i > 0 && is_amount(tokens, i - 1) {
        return None;
    }
    let (unit, _) = Unit::read(tokens.word(i + 1)).filter(|(unit, plural)| {
        tokens.word(i) == "per"
            && !plural
            && matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year)
    })?;
    Some(set(i, i + 2, open(unit)?))
}

/// Whether an amount ends with token `i`.
pub(super) fn is_amount(tokens: &Tokens<'_>, i: usize) -> bool {
    tokens.is(i, Kind::Number)
        || numbers::scale(tokens.word(i)).is_some()
        || matches!(
            tokens.word(i),
            "%" | "pounds" | "dollars" | "euros" | "cents" | "pence" | "bn" | "m" | "k" | "percent" | "cent"
        )
}

/// “the 19th of every month”.
fn of_every(tokens: &Tokens<'_>, i: usize) -> Option<Draft> {
    let (day, to) = super::months::day_number(tokens, i)?;
    tokens.follows(to, &["of", "every", "month"]).then(|| set(i, to + 3, format!("XXXX-XX-{day:02}")))
}
