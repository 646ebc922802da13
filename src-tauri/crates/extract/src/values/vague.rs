//! Times that are no date: “now”, “recently”, “in the near future”, “during this period”.

use assay_model::value::ValueType;

use super::Draft;
use super::calendar::{Calendar, Point, Unit};
use crate::tokens::{Kind, Tokens};

/// The vague time that begins at token `i`.
pub(super) fn at(tokens: &Tokens<'_>, i: usize, calendar: &Calendar) -> Option<Draft> {
    direction(tokens, i, calendar).or_else(|| named(tokens, i, calendar))
}

/// What says no more than past, present or future.
fn direction(tokens: &Tokens<'_>, i: usize, calendar: &Calendar) -> Option<Draft> {
    let more = usize::from(tokens.word(i) == "more");
    // “in Current Biology”
    if tokens.capital(i) && i > 0 && tokens.capital(i + 1) && tokens.is(i - 1, Kind::Word) {
        return None;
    }
    let (value, to) = match tokens.word(i + more) {
        "current" if matches!(tokens.word(i + 1), "date" | "day" | "time") => ("PRESENT_REF", i + 2),
        // “the current year” is a date.
        "current" if Unit::read(tokens.word(i + 1)).is_some_and(|u| u.0 >= Unit::Day) => return None,
        "now" | "current" | "currently" | "nowadays" | "presently" if more == 0 => ("PRESENT_REF", i + 1),
        "recently" => ("PAST_REF", i + more + 1),
        // A history says “former” and “recent” of the time that it tells of; in news they are part of a title.
        "former" | "recent" if more == 0 && calendar.is_history() && noun_follows(tokens, i) => {
            ("PAST_REF", i + 1)
        }
        "future" if calendar.is_history() && noun_follows(tokens, i) => ("FUTURE_REF", i + 1),
        "at" if tokens.follows(i + 1, &["the", "moment"]) => ("PRESENT_REF", i + 3),
        "at" if tokens.follows(i + 1, &["the", "present", "time"]) => ("PRESENT_REF", i + 4),
        "at" if matches!(
            (tokens.word(i + 1), tokens.word(i + 2)),
            ("this", "time" | "moment") | ("the", "minute")
        ) && !calendar.is_history() =>
        {
            ("PRESENT_REF", i + 3)
        }
        "at" if tokens.word(i + 1) == "present" => ("PRESENT_REF", i + 2),
        "these" if tokens.word(i + 1) == "days" => ("PRESENT_REF", i + 2),
        "to" | "till" | "until"
            if tokens.word(i + 1) == "date"
                && !tokens.is(i + 2, Kind::Word)
                && !tokens.is(i + 2, Kind::Number) =>
        {
            ("PRESENT_REF", i + 2)
        }
        "present" if tokens.word(i + 1) == "day" => ("PRESENT_REF", i + 2),
        "right" if tokens.word(i + 1) == "now" => ("PRESENT_REF", i + 2),
        "the" => return after_article(tokens, i),
        _ => return None,
    };
    Some(Draft::new(i, to, ValueType::Date, value))
}

/// “the future”, “the near future”, “the recent past”, “the past”.
fn after_article(tokens: &Tokens<'_>, i: usize) -> Option<Draft> {
    let near = usize::from(matches!(
        tokens.word(i + 1),
        "near" | "foreseeable" | "distant" | "recent" | "immediate"
    ));
    let at = i + 1 + near;
    let value = match tokens.word(at) {
        "future" => "FUTURE_REF",
        "past" if !tokens.capital(at) => {
            let unit = matches!(tokens.word(at + 1), "fortnight" | "few" | "several" | "couple");
            let length = Unit::read(tokens.word(at + 1)).is_some()
                || super::calendar::season(tokens.word(at + 1)).is_some()
                || super::numbers::at(tokens, at + 1).is_some();
            if near == 0 && (unit || length) {
                return None;
            }
            "PAST_REF"
        }
        _ => return None,
    };
    Some(Draft::new(i, at + 1, ValueType::Date, value))
}

/// Whether an adjective at token `i` stands before its noun, and is part of no name.
fn noun_follows(tokens: &Tokens<'_>, i: usize) -> bool {
    tokens.is(i + 1, Kind::Word)
        && !tokens.capital(i)
        && Unit::read(tokens.word(i + 1)).is_none()
        && !matches!(tokens.word(i + 1), "and" | "of" | "was" | "is" | "to" | "were" | "in")
}

/// “that time”, “this period”, “the same period”: what a text named last, after a word that makes it a time.
fn named(tokens: &Tokens<'_>, i: usize, calendar: &Calendar) -> Option<Draft> {
    let before = i.checked_sub(1).map_or("", |b| tokens.word(b));
    if !matches!(before, "at" | "by" | "during" | "throughout" | "until" | "since" | "from" | "in" | "over") {
        return None;
    }
    let at = match tokens.word(i) {
        "this" | "that" => i + 1,
        "the" if tokens.word(i + 1) == "same" => i + 2,
        _ => return None,
    };
    let told = match tokens.word(at) {
        "period" => true,
        // “at the same time” is mostly “and yet”, and only a history means the hour.
        "time" if at == i + 2 => calendar.is_history(),
        "time" if tokens.word(i) == "this" && !calendar.is_history() => false,
        "time" => matches!(before, "at" | "by" | "during" | "until" | "since"),
        _ => false,
    };
    // “the same period last year”: of a length that only the text before it knows.
    let known = calendar.told().filter(|_| at == i + 1 || calendar.is_history());
    let value = known.map_or_else(|| "XXXX".to_owned(), Point::value);
    told.then(|| Draft::new(i, at + 1, ValueType::Date, value))
}
