//! Parts of a day: “in the late afternoon”, “that morning”, “last night”, “at lunchtime”.

use std::ops::Range;

use assay_model::value::{Modifier, ValueType};

use super::Draft;
use super::calendar::{Calendar, Point, Unit};
use super::dates::part_of_day;
use crate::tokens::{Kind, Tokens};

/// The part of a day that begins at token `i`, of the day that the sentence tells of.
pub(super) fn at(
    tokens: &Tokens<'_>,
    i: usize,
    sentence: &Range<usize>,
    calendar: &mut Calendar,
) -> Option<Draft> {
    let mut at = i;
    let mut modifier = None;
    let mut steps = 0;
    let mut told = false;
    let mut named = false;
    match tokens.word(at) {
        "early" | "earlier" => (modifier, at, told) = (Some(Modifier::Start), at + 1, true),
        "late" | "later" => (modifier, at, told) = (Some(Modifier::End), at + 1, true),
        _ => {}
    }
    if at > i && tokens.word(at) == "in" {
        at += 1;
    }
    match tokens.word(at) {
        "the" => {
            at += 1;
            let before = i.checked_sub(1).filter(|b| *b >= sentence.start).map_or("", |b| tokens.word(b));
            told |= matches!(before, "in" | "during" | "by" | "until" | "throughout");
            match tokens.word(at) {
                "same" => (named, told, at) = (true, true, at + 1),
                "early" => (modifier, at) = (Some(Modifier::Start), at + 1),
                "late" => (modifier, at) = (Some(Modifier::End), at + 1),
                "next" | "following" if tokens.word(at + 1) != "day" => {
                    (named, told, steps, at) = (true, true, 1, at + 1);
                }
                "previous" => (named, told, steps, at) = (true, true, -1, at + 1),
                _ => {}
            }
        }
        "that" => (named, told, at) = (true, true, at + 1),
        "this" if at > i => (told, at) = (true, at + 1),
        "last" if tokens.word(at + 1) == "night" => (told, steps, at) = (true, -1, at + 1),
        "next" if tokens.word(at + 1) != "night" => (named, told, steps, at) = (true, true, 1, at + 1),
        _ => {}
    }
    // “the early morning hours of 30 April”
    let hours = usize::from(matches!(tokens.word(at + 1), "hours"));
    let of_day = tokens.word(at + 1 + hours) == "of"
        && (tokens.is(at + 2 + hours, Kind::Number)
            || super::calendar::month(tokens.word(at + 2 + hours)).is_some()
            || super::calendar::weekday(tokens.word(at + 2 + hours)).is_some());
    told |= of_day;
    let part = part(tokens.word(at)).filter(|_| told || matches!(tokens.word(at), "lunchtime" | "tonite"))?;
    // “the morning newspaper” and “early morning fog” are things, “that night club” a place.
    let noun = !of_day
        && tokens.is(at + 1, Kind::Word)
        && !matches!(
            tokens.word(at + 1),
            "of" | "and"
                | "at"
                | "on"
                | "in"
                | "the"
                | "by"
                | "for"
                | "to"
                | "with"
                | "when"
                | "as"
                | "he"
                | "she"
                | "they"
                | "it"
                | "after"
                | "before"
                | "from"
        )
        && !crate::verbs::is_finite(tokens, at + 1);
    if noun || tokens.word(at + 1) == "-" {
        return None;
    }
    let base = if named { calendar.named() } else { calendar.day_of_time().map(Point::day) };
    let day = base.filter(|p| p.day.is_some()).and_then(|p| p.plus(Unit::Day, steps));
    let mut to = at + 1 + if of_day { hours } else { 0 };
    // “the morning of 31 January 1965”
    let mut value = day.map_or("XXXX-XX-XX".to_owned(), Point::value);
    if tokens.word(to) == "of"
        && let Some(of) =
            super::dates::plain(tokens, to + 1, sentence, calendar).filter(|d| d.value.len() == 10)
    {
        (value, to) = (of.value, of.to);
    } else if tokens.word(to) == "of" && !matches!(tokens.word(to + 1), "the") {
        return None;
    }
    let mut draft = Draft::new(i, to, ValueType::Time, format!("{value}{part}"));
    draft.modifier = modifier;
    Some(draft)
}

fn part(word: &str) -> Option<&'static str> {
    part_of_day(word).or(match word {
        "daytime" => Some("TDT"),
        "nighttime" | "tonite" => Some("TNI"),
        "lunchtime" => Some("TMEL"),
        _ => None,
    })
}
