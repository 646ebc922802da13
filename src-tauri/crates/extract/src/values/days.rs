//! Days that share the name of their month: the “18” of “18 and 19 June”, the “5” of “4 May and 5”, “11/20, 11/22”.

use std::ops::Range;

use assay_model::value::ValueType;

use super::Draft;
use super::calendar::{Calendar, Point, month};
use super::digits::at_day;
use super::months::{day_number, year_after};
use super::tense::is_future;
use crate::tokens::{Kind, Tokens};

/// How many days of one month may be listed; the bound keeps a run of numbers linear.
const LISTED: usize = 6;

/// The listed day that begins at token `i`.
pub(super) fn at(
    tokens: &Tokens<'_>,
    i: usize,
    sentence: &Range<usize>,
    calendar: &mut Calendar,
) -> Option<Draft> {
    let short = tokens.is(i, Kind::Number) && tokens.raw(i).len() <= 2;
    if !short {
        return None;
    }
    before_month(tokens, i, sentence, calendar).or_else(|| after_day(tokens, i, calendar))
}

/// “18 and 19 June 1940”: the month and the year stand after the last.
fn before_month(
    tokens: &Tokens<'_>,
    i: usize,
    sentence: &Range<usize>,
    calendar: &mut Calendar,
) -> Option<Draft> {
    let (first, to) = day_number(tokens, i)?;
    let (mut last, mut at) = (first, to);
    for _ in 0..LISTED {
        let comma = usize::from(tokens.word(at) == ",");
        let and = usize::from(matches!(tokens.word(at + comma), "and" | "or" | "&"));
        if comma + and == 0 {
            break;
        }
        let (day, end) = day_number(tokens, at + comma + and).filter(|(day, _)| *day > last)?;
        (last, at) = (day, end);
    }
    let named = at > to && (tokens.capital(at) || tokens.word(at) == "of");
    let at = at + usize::from(tokens.word(at) == "of");
    let m = month(tokens.word(at)).filter(|_| named && tokens.capital(at))?;
    let told = year_after(tokens, at + 1).map(|(year, _)| year);
    let year = told.or_else(|| calendar.year_of(m, Some(first), is_future(tokens, i, sentence)));
    Some(Draft::new(i, to, ValueType::Date, at_day(year, m, first, calendar)?))
}

/// “May 4 and 5”: a later day of the month last named, if nothing is counted by it.
fn after_day(tokens: &Tokens<'_>, i: usize, calendar: &mut Calendar) -> Option<Draft> {
    let listed = calendar.listed_after(tokens, i)?;
    let (day, to) = day_number(tokens, i).filter(|(day, _)| Some(*day) > listed.day)?;
    let next = tokens.word(to);
    let ends = if tokens.is(to, Kind::Word) {
        matches!(next, "and" | "or" | "in" | "at" | "the" | "were" | "was" | "to" | "with" | "when" | "by")
    } else {
        !tokens.is(to, Kind::Number) && !matches!(next, ":" | "/" | "-" | "–" | "%" | "$" | "°")
    };
    if !ends {
        return None;
    }
    let Point { year, month: Some(m), .. } = listed else { return None };
    Some(Draft::new(i, to, ValueType::Date, at_day(Some(year), m, day, calendar)?))
}
