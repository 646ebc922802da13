//! Lengths of time.

use std::ops::Range;

use assay_model::value::ValueType;

use super::Draft;
use super::ago;
use super::calendar::{Calendar, Unit};
use super::decimal::Decimal;
use super::numbers;
use crate::tokens::{Kind, Tokens};

/// A length before it is written: an exact number of units, or an unknown one.
pub(super) struct Length {
    pub(super) number: Option<Decimal>,
    pub(super) unit: Unit,
    pub(super) to: usize,
}

/// The duration or “… ago” that begins at token `i`.
pub(super) fn at(
    tokens: &Tokens<'_>,
    i: usize,
    sentence: &Range<usize>,
    calendar: &mut Calendar,
) -> Option<Draft> {
    ago::at(tokens, i, calendar)
        .or_else(|| whole(tokens, i))
        .or_else(|| span_of_time(tokens, i, sentence))
        .or_else(|| shared_unit(tokens, i))
        .or_else(|| plural(tokens, i))
        .or_else(|| untold(tokens, i, sentence))
}

/// “less than 10 minutes” without its bound, “33 years”, “the past five trading days”, “a four-week ban”.
fn span_of_time(tokens: &Tokens<'_>, i: usize, sentence: &Range<usize>) -> Option<Draft> {
    let mut at = i;
    if tokens.word(at) == "the" {
        at += 1;
    }
    let lead = matches!(
        tokens.word(at),
        "past" | "last" | "next" | "first" | "previous" | "coming" | "upcoming" | "following"
    );
    // “it will last two hours”
    let verb =
        lead && at == i && tokens.word(at) == "last" && i > sentence.start && takes_verb(tokens.word(i - 1));
    if verb {
        return None;
    }
    if lead {
        at += 1;
    } else if at > i {
        return None;
    }
    // “2 next days”, “5 upcoming years”
    let turned = numbers::plain(tokens, i).filter(|n| {
        at == i && matches!(tokens.word(n.to), "past" | "last" | "next" | "previous" | "coming" | "upcoming")
    });
    if let Some(n) = turned
        && let Some((unit, true)) = Unit::read(tokens.word(n.to + 1))
    {
        return Some(Draft::new(i, n.to + 2, ValueType::Duration, iso(Some(n.value), unit)));
    }
    if tokens.word(at) == "recent" && at == i {
        let (unit, plural) = Unit::read(tokens.word(at + 1))?;
        return plural.then(|| Draft::new(i, at + 2, ValueType::Duration, iso(None, unit)));
    }
    if let Some(n) = numbers::plain(tokens, at)
        && matches!(tokens.word(n.to), "weekend" | "weekends")
    {
        return Some(Draft::new(i, n.to + 1, ValueType::Duration, format!("P{}WE", n.value)));
    }
    let length = length(tokens, at)?;
    // “one day”, “a second”, “a minute”: often no length; “five years old” is an age.
    if tokens.word(length.to) == "old" || tokens.word(length.to) == "-" && tokens.word(length.to + 1) == "old"
    {
        return None;
    }
    let article = matches!(tokens.word(at), "a" | "an") && length.to == at + 2;
    let rate = i.checked_sub(1).filter(|b| *b >= sentence.start).is_some_and(|b| {
        // “600 dollars a month” is a rate, “a month” alone a length.
        tokens.is(b, Kind::Number)
            || super::sets::is_amount(tokens, b)
            || matches!(tokens.word(b), "times" | "twice" | "once")
    });
    if article && (rate || matches!(length.unit, Unit::Second | Unit::Minute | Unit::Quarter)) {
        return None;
    }
    // “three quarters” of something is a part of it; “three straight quarters” and “the past two quarters” are lengths.
    let few = length.number.and_then(Decimal::as_int).is_some_and(|n| n < 4);
    let part = length.unit == Unit::Quarter && !lead && few && length.to <= i + 2;
    if part || length.unit == Unit::Quarter && tokens.word(length.to) == "of" {
        return None;
    }
    // “a 12-hour day”: the article is the day’s.
    let from = if matches!(tokens.word(i), "a" | "an") && tokens.is(i + 1, Kind::Number) { i + 1 } else { i };
    let (value, to) =
        with_smaller(tokens, &length).unwrap_or_else(|| (iso(length.number, length.unit), length.to));
    Some(Draft::new(from, to, ValueType::Duration, value))
}

/// A word behind which “last” is a verb: “can last”, “which typically last”.
fn takes_verb(word: &str) -> bool {
    is_modal(word)
        || matches!(
            word,
            "which" | "that" | "who" | "they" | "typically" | "usually" | "often" | "generally" | "normally"
        )
}

/// A word that makes the one after it a verb.
fn is_modal(word: &str) -> bool {
    matches!(
        word,
        "to" | "will" | "would" | "can" | "could" | "may" | "might" | "must" | "shall" | "should" | "not"
    ) || word.ends_with("n't")
        || word.ends_with("n’t")
        || word.ends_with("'ll")
        || word.ends_with("’ll")
}

/// The number before a unit: in “three quarters” the quarters are the unit.
fn in_units(tokens: &Tokens<'_>, i: usize, n: numbers::Number) -> numbers::Number {
    numbers::plain(tokens, i).filter(|p| p.to < n.to && Unit::read(tokens.word(p.to)).is_some()).unwrap_or(n)
}

/// A number or “several”, perhaps an adjective, and a unit.
pub(super) fn length(tokens: &Tokens<'_>, i: usize) -> Option<Length> {
    let word = tokens.word(i);
    let (number, mut at) = if tokens.follows(i, &["half", "an", "hour"]) {
        return Some(Length { number: Some(Decimal::whole(30)), unit: Unit::Minute, to: i + 3 });
    } else if let Some(n) = numbers::at(tokens, i).map(|n| in_units(tokens, i, n)) {
        (Some(n.value), n.to)
    } else {
        match word {
            "a" | "an" if matches!(tokens.word(i + 1), "few" | "couple") => {
                let of = usize::from(tokens.word(i + 2) == "of");
                let two = tokens.word(i + 1) == "couple";
                (two.then(|| Decimal::whole(2)), i + 2 + of)
            }
            "a" | "an" => {
                let number = numbers::at(tokens, i + 1).map(|n| (Some(n.value), n.to));
                number.filter(|_| tokens.is(i + 1, Kind::Number)).unwrap_or((Some(Decimal::whole(1)), i + 1))
            }
            "several" | "many" | "few" => (None, i + 1),
            "another" => match numbers::plain(tokens, i + 1) {
                Some(n) => (Some(n.value), n.to),
                None => (Some(Decimal::whole(1)), i + 1),
            },
            "some" if Unit::read(tokens.word(i + 1)).is_some_and(|u| u.1) => (None, i + 1),
            "couple" => (Some(Decimal::whole(2)), i + 1 + usize::from(tokens.word(i + 1) == "of")),
            "dozens" | "hundreds" | "thousands" if tokens.word(i + 1) == "of" => (None, i + 2),
            "decades" | "years" | "months" | "weeks" | "days" | "hours" | "minutes"
                if tokens.word(i + 1) == "-" && tokens.word(i + 2) == "long"
                    || matches!(tokens.word(i + 1), "ago" | "later" | "earlier" | "before") =>
            {
                (None, i)
            }
            _ => return None,
        }
    };
    let hyphen = tokens.word(at) == "-";
    // “$3.5m-a-year”
    if hyphen && matches!(word, "a" | "an") && at == i + 1 {
        return None;
    }
    if hyphen {
        at += 1;
    }
    if matches!(
        tokens.word(at),
        "straight"
            | "consecutive"
            | "trading"
            | "calendar"
            | "working"
            | "business"
            | "full"
            | "whole"
            | "long"
            | "more"
            | "full-time"
            | "successive"
            | "short"
    ) {
        at += 1;
    }
    let joined = !tokens.spaced(at);
    let unit = Unit::read(tokens.word(at)).map(|u| u.0).or(match tokens.word(at) {
        "h" if joined => Some(Unit::Hour),
        "fortnight" | "fortnights" => {
            let number = number.and_then(|n| n.times(2));
            return Some(Length { number, unit: Unit::Week, to: at + 1 });
        }
        "nights" if at > i => Some(Unit::Day),
        "night" if hyphen || number == Some(Decimal::whole(1)) && !matches!(word, "a" | "an") => {
            Some(Unit::Day)
        }
        "hr" => Some(Unit::Hour),
        _ => None,
    })?;
    // “6 March second” is no length; “second” after a number word neither.
    if unit == Unit::Second && tokens.word(at) == "second" && !hyphen {
        return None;
    }
    let mut to = at + 1;
    if (hyphen || number.is_none()) && tokens.follows(to, &["-", "long"]) {
        to += 2;
    }
    let mut number = number;
    if tokens.follows(to, &["and", "a", "half"]) {
        number = number.and_then(|n| n.plus(Decimal::parse("0.5")?));
        to += 3;
    }
    Some(Length { number, unit, to })
}

/// “1 hour and 30 minutes”, “3 months, 2 weeks and 2 days”, “one hour and a half”: one length of several units.
fn with_smaller(tokens: &Tokens<'_>, first: &Length) -> Option<(String, usize)> {
    let and = |k: usize| {
        let comma = usize::from(tokens.word(k) == ",");
        k + comma + usize::from(tokens.word(k + comma) == "and")
    };
    if and(first.to) > first.to {
        let at = and(first.to);
        let article = usize::from(tokens.word(at) == "a");
        let part = match tokens.word(at + article) {
            "half" => Decimal::ratio(1, 2)?,
            "quarter" => Decimal::ratio(1, 4)?,
            _ => Decimal::whole(0),
        };
        if part != Decimal::whole(0) {
            return Some((iso(Some(first.number?.plus(part)?), first.unit), at + article + 1));
        }
    }
    let mut value = iso(first.number, first.unit);
    let (mut unit, mut to) = (first.unit, first.to);
    let mut parts = 1;
    // Each unit smaller than the one before it, so no more than there are units.
    while let Some(next) =
        length(tokens, and(to)).filter(|n| n.unit < unit && n.number.is_some() && parts < 8)
        && (tokens.is(and(to), Kind::Number) || numbers::plain(tokens, and(to)).is_some())
        && first.number.is_some()
        && !matches!(tokens.word(next.to), "ago" | "later" | "earlier")
        && ago::several(tokens, &next).is_none()
    {
        let part = iso(next.number, next.unit);
        let bare = part.trim_start_matches('P');
        let bare = if value.contains('T') { bare.trim_start_matches('T') } else { bare };
        value.push_str(bare);
        (unit, to) = (next.unit, next.to);
        parts += 1;
    }
    (parts > 1).then_some((value, to))
}

/// The first of two lengths of one unit: the “60” of “between 60 and 90 days”.
fn shared_unit(tokens: &Tokens<'_>, i: usize) -> Option<Draft> {
    let first = numbers::plain(tokens, i)?;
    if !matches!(tokens.word(first.to), "to" | "and" | "or" | "-" | "–") {
        return None;
    }
    let second = numbers::plain(tokens, first.to + 1)?;
    let hyphen = usize::from(tokens.word(second.to) == "-");
    let (unit, _) = Unit::read(tokens.word(second.to + hyphen))?;
    let told = tokens.word(first.to) != "and" || i > 0 && tokens.word(i - 1) == "between";
    told.then(|| Draft::new(i, first.to, ValueType::Duration, iso(Some(first.value), unit)))
}

/// “the following days”, “the intervening years”: of a number not told.
fn plural(tokens: &Tokens<'_>, i: usize) -> Option<Draft> {
    let lead = matches!(
        tokens.word(i + 1),
        "following"
            | "succeeding"
            | "intervening"
            | "subsequent"
            | "ensuing"
            | "preceding"
            | "coming"
            | "past"
            | "last"
            | "next"
            | "recent"
    );
    let (unit, _) = Unit::read(tokens.word(i + 2)).filter(|u| u.1 && lead && tokens.word(i) == "the")?;
    Some(Draft::new(i, i + 3, ValueType::Duration, iso(None, unit)))
}

/// “for months”, “within days”: how many is not told.
fn untold(tokens: &Tokens<'_>, i: usize, sentence: &Range<usize>) -> Option<Draft> {
    let (unit, _) =
        Unit::read(tokens.word(i)).filter(|u| u.1 && u.0 >= Unit::Hour && tokens.word(i).len() > 3)?;
    let before = i.checked_sub(1).filter(|b| *b >= sentence.start).map_or("", |b| tokens.word(b));
    let told = matches!(before, "for" | "within" | "in" | "after" | "over" | "coming");
    let ends = !matches!(tokens.word(i + 1), "-" | "to" | "past" | "gone");
    if !told || !ends || unit == Unit::Quarter {
        return None;
    }
    // “in coming weeks”
    let from = i - usize::from(before == "coming");
    Some(Draft::new(from, i + 1, ValueType::Duration, iso(None, unit)))
}

/// “all day”, “a full year”, “the whole week”, “half a year”, “all-day”.
fn whole(tokens: &Tokens<'_>, i: usize) -> Option<Draft> {
    let article = usize::from(matches!(tokens.word(i), "a" | "the"));
    let at = i + article;
    let half = match tokens.word(at) {
        "all" if article == 0 => false,
        "full" | "whole" | "entire" => false,
        "half" => true,
        _ => return None,
    };
    let joined = usize::from(tokens.word(at + 1) == "-" && !tokens.spaced(at + 1));
    let a = usize::from(half && matches!(tokens.word(at + 1), "a" | "an"));
    let next = at + 1 + joined + a;
    let (unit, _) =
        Unit::read(tokens.word(next)).filter(|u| !u.1 && u.0 >= Unit::Hour && u.0 != Unit::Quarter)?;
    if half && (article == 1 && tokens.word(i) == "the" || unit == Unit::Day) {
        return None;
    }
    let value = match (half, unit) {
        (false, _) => period(1, unit),
        (true, Unit::Hour) => period(30, Unit::Minute),
        (true, Unit::Year) => period(6, Unit::Month),
        (true, Unit::Century) => period(50, Unit::Year),
        (true, Unit::Decade) => period(5, Unit::Year),
        (true, _) => iso(Some(Decimal::HALF), unit),
    };
    Some(Draft::new(i, next + 1, ValueType::Duration, value))
}

/// The TIMEX3 duration of so many units.
pub(super) fn period(n: i64, unit: Unit) -> String {
    iso(Some(Decimal::whole(i128::from(n))), unit)
}

/// A TIMEX3 duration: `P33Y`, `PT10M`, `PXD`.
pub(super) fn iso(number: Option<Decimal>, unit: Unit) -> String {
    let (times, mark) = match unit {
        Unit::Second => (1, "S"),
        Unit::Hour => (1, "H"),
        Unit::Day => (1, "D"),
        Unit::Week => (1, "W"),
        Unit::Minute | Unit::Month => (1, "M"),
        Unit::Quarter => (3, "M"),
        Unit::Year => (1, "Y"),
        Unit::Decade => (10, "Y"),
        Unit::Century => (100, "Y"),
    };
    let clock = if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) { "T" } else { "" };
    let number = number.and_then(|n| n.times(times)).map_or_else(|| "X".to_owned(), |n| n.to_string());
    format!("P{clock}{number}{mark}")
}
