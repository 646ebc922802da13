//! Years in digits alone: “1939”, “’82”, “479 BC”, the “96” of “1995–96”; and numbers that only look like one.

use std::ops::Range;

use assay_model::value::ValueType;

use super::Draft;
use super::calendar::{Calendar, Point};
use super::months::{before_christ, year};
use crate::tokens::{Kind, Tokens};

/// “1939”, “’82”, and “479 BC”.
pub(super) fn at(
    tokens: &Tokens<'_>,
    i: usize,
    sentence: &Range<usize>,
    calendar: &mut Calendar,
) -> Option<Draft> {
    let before = i.checked_sub(1).filter(|b| *b >= sentence.start);
    let lead = before.map_or("", |b| tokens.word(b));
    if let Some((year, to)) = before_christ(tokens, i).or_else(|| shares_era(tokens, i)) {
        calendar.note(Point::year(year));
        return Some(Draft::new(i, to, ValueType::Date, Point::year(year).value()));
    }
    if let Some(year) = ends_span(tokens, i) {
        return Some(Draft::new(i, i + 1, ValueType::Date, format!("{year:04}")));
    }
    if matches!(tokens.word(i), "'" | "’")
        && tokens.is(i + 1, Kind::Number)
        && tokens.raw(i + 1).len() == 2
        && !tokens.spaced(i + 1)
        && tokens.spaced(i)
    {
        let n: i32 = tokens.raw(i + 1).parse().ok()?;
        let year = if n < 30 { 2000 + n } else { 1900 + n };
        return Some(Draft::new(i, i + 2, ValueType::Date, year.to_string()));
    }
    let year = year(tokens, i)?;
    let told = matches!(
        lead,
        "in" | "since"
            | "of"
            | "by"
            | "until"
            | "till"
            | "from"
            | "to"
            | "during"
            | "and"
            | "year"
            | "before"
            | "after"
            | "around"
            | "between"
            | "through"
            | "("
            | ","
            | "circa"
            | "the"
    );
    // “1080p”
    let letter = tokens.raw(i + 1).len() == 1 && tokens.is(i + 1, Kind::Word) && !tokens.spaced(i + 1);
    if in_code(tokens, i) || letter {
        return None;
    }
    if !tokens.spaced(i) && !matches!(lead, "(" | "-" | "–" | "~")
        || matches!(lead, "$" | "£" | "€" | "no" | "." | "#")
    {
        return None;
    }
    // What follows may show that it counts something.
    let next = tokens.word(i + 1);
    let noun = tokens.is(i + 1, Kind::Word)
        && next.ends_with('s')
        && next.len() > 3
        && !matches!(next, "was" | "is" | "has");
    let counts = counts_things(tokens, i, lead, year, noun);
    let told = told
        || year % 100 != 0
            && (matches!(lead, "his" | "her" | "its" | "their" | "our" | "my")
                || lead.ends_with("’s")
                || lead.ends_with("'s"));
    let unit = matches!(
        next,
        "%" | "percent" | "per" | "million" | "billion" | "people" | "mark" | "feet" | "km" | "hours"
    );
    let likely = (1800..=2060).contains(&year);
    if unit || counts || !told && (!likely || noun) || told && noun && !(1900..=2060).contains(&year) {
        return None;
    }
    if i <= sentence.start + 3 {
        calendar.note(Point::year(year));
    } else {
        calendar.note_aside(year);
    }
    Some(Draft::new(i, i + 1, ValueType::Date, format!("{year:04}")))
}

/// “used 1808 harvest reports”, “and 1900 homes burned”: whether a number that might be a year counts what follows.
fn counts_things(tokens: &Tokens<'_>, i: usize, lead: &str, year: i32, noun: bool) -> bool {
    let plural = |k: usize| {
        let word = tokens.word(k);
        tokens.is(k, Kind::Word)
            && !tokens.capital(k)
            && (word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") || word == "people")
    };
    let next = tokens.word(i + 1);
    let adjective = tokens.is(i + 1, Kind::Word)
        && !tokens.capital(i + 1)
        && !crate::verbs::is_function(next)
        && !crate::verbs::is_preposition(next)
        && !crate::verbs::is_finite(tokens, i + 1);
    let counted = noun || adjective && plural(i + 2);
    if !counted {
        return false;
    }
    match lead {
        // “in 2019 and 2020 sales rose”
        "and" => i.checked_sub(2).is_none_or(|k| super::months::year(tokens, k).is_none()) && year % 100 == 0,
        "," | "of" | "by" | "to" => noun && year % 100 == 0,
        "used" | "found" | "read" | "had" | "has" | "have" | "with" | "made" | "sent" | "got" | "took"
        | "only" | "another" | "all" | "those" | "these" | "total" | "received" | "built" | "sold"
        | "lost" | "over" | "including" | "examined" | "analysed" | "analyzed" | "studied" | "collected"
        | "counted" => true,
        _ => false,
    }
}

/// The “499” of “499–493 BC” and of “from 499 to 493 BC”: the era stands at the second year only.
fn shares_era(tokens: &Tokens<'_>, i: usize) -> Option<(i32, usize)> {
    let joins = matches!(tokens.word(i + 1), "-" | "–" | "to" | "and" | "until");
    let first: i32 = tokens.raw(i).parse().ok().filter(|_| joins && tokens.is(i, Kind::Number))?;
    let (second, _) = before_christ(tokens, i + 2)?;
    (first > -second && first <= 9999).then_some((-first, i + 1))
}

/// Whether a number is part of a longer row of numbers with hyphens: `2015-1-32`, `133-03-03-2020`.
fn in_code(tokens: &Tokens<'_>, i: usize) -> bool {
    let joined = |dash: usize, other: usize| {
        tokens.word(dash) == "-"
            && tokens.is(other, Kind::Number)
            && !tokens.spaced(dash)
            && !tokens.spaced(dash.max(other))
    };
    let after = joined(i + 1, i + 2) && joined(i + 3, i + 4);
    after || i >= 4 && !tokens.spaced(i) && joined(i - 1, i - 2) && joined(i - 3, i - 4)
}

/// The “96” of “1995–96”.
fn ends_span(tokens: &Tokens<'_>, i: usize) -> Option<i32> {
    let raw = tokens.raw(i);
    let dash = matches!(tokens.word(i.checked_sub(1)?), "-" | "–" | "/") && !tokens.spaced(i);
    if !dash || raw.len() != 2 || !tokens.is(i, Kind::Number) {
        return None;
    }
    let first = year(tokens, i.checked_sub(2)?)?;
    let end = first - first % 100 + raw.parse::<i32>().ok()?;
    let lone =
        tokens.spaced(i - 2) || tokens.is(i.saturating_sub(3), Kind::Mark) && tokens.word(i - 3) == "(";
    (end > first && end - first <= 20 && lone && tokens.word(i + 1) != "-").then_some(end)
}

/// A year that a word before it blurs: “about 1910”, “ca. 466 BC”; “about 1900 men” are counted.
pub(super) fn year_alone(tokens: &Tokens<'_>, i: usize, calendar: &mut Calendar) -> Option<Draft> {
    let (year, to) = before_christ(tokens, i).or_else(|| {
        let year = year(tokens, i).filter(|y| (1500..=2060).contains(y))?;
        let next = tokens.word(i + 1);
        let ends = tokens.is(i + 1, Kind::Mark) && !matches!(next, "$" | "%" | "/" | "-");
        (ends || matches!(next, "" | "and" | "or" | "by" | "in" | "when" | "until")).then_some((year, i + 1))
    })?;
    calendar.note_aside(year);
    Some(Draft::new(i, to, ValueType::Date, Point::year(year).value()))
}
