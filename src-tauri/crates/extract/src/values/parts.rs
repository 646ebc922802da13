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
    if let Some(draft) = bare(tokens, i, sentence).or_else(|| meal(tokens, i, sentence, calendar)) {
        return Some(draft);
    }
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
                | "today"
                | "tomorrow"
                | "yesterday"
        )
        && !crate::verbs::is_finite(tokens, at + 1);
    // “the night-time”
    let time = usize::from(tokens.word(at) == "night" && tokens.follows(at + 1, &["-", "time"]));
    if noun || tokens.word(at + 1) == "-" && time == 0 {
        return None;
    }
    let at = at + 2 * time;
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

/// “at night”, “one morning”, “mornings”: of no day in particular.
fn bare(tokens: &Tokens<'_>, i: usize, sentence: &Range<usize>) -> Option<Draft> {
    let word = tokens.word(i);
    let before = i.checked_sub(1).filter(|b| *b >= sentence.start).map_or("", |b| tokens.word(b));
    let article = usize::from(word == "the" && matches!(before, "in" | "during"));
    if let Some(part) = tokens.word(i + article).strip_suffix('s').and_then(part_of_day) {
        // “two nights” are a length.
        let counted = i > sentence.start
            && article == 0
            && (tokens.is(i - 1, Kind::Number) || super::numbers::small(before).is_some());
        let often = !counted && tokens.word(i + article) != "nights" || article == 1;
        return often.then(|| Draft::new(i, i + article + 1, ValueType::Set, format!("XXXX-XX-XX{part}")));
    }
    let (at, part) = match word {
        "night" if matches!(before, "at" | "by") => (i, "TNI"),
        "one" => (i + 1, part_of_day(tokens.word(i + 1))?),
        _ => return None,
    };
    let ends = tokens.word(at + 1) != "-" && !(at == i && tokens.capital(i));
    ends.then(|| Draft::new(at.min(i), at + 1, ValueType::Time, format!("XXXX-XX-XX{part}")))
}

/// “before lunch”, “after dinner”: where a meal is an hour of the day.
fn meal(tokens: &Tokens<'_>, i: usize, sentence: &Range<usize>, calendar: &Calendar) -> Option<Draft> {
    let mark = match tokens.word(i) {
        "breakfast" => "TMEB",
        "lunch" => "TMEL",
        "dinner" | "dinnertime" => "TMED",
        _ => return None,
    };
    let told = i > sentence.start && matches!(tokens.word(i - 1), "before" | "after" | "around");
    let next = tokens.word(i + 1);
    let ends = !tokens.is(i + 1, Kind::Word) || matches!(next, "today" | "tomorrow" | "yesterday" | "on");
    let day = calendar.day_of_time().map_or_else(|| "XXXX-XX-XX".to_owned(), |d| Point::day(d).value());
    (told && ends).then(|| Draft::new(i, i + 1, ValueType::Time, format!("{day}{mark}")))
}

fn part(word: &str) -> Option<&'static str> {
    part_of_day(word).or(match word {
        "daytime" => Some("TDT"),
        "nighttime" | "tonite" => Some("TNI"),
        "lunchtime" => Some("TMEL"),
        _ => None,
    })
}
