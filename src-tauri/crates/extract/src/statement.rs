//! The words a claim is listed by: a label, and a statement that needs no context.

use std::ops::Range;

use assay_model::value::ValueType;

use crate::claims::Candidate;
use crate::names::Names;
use crate::tokens::{Kind, Tokens};
use crate::values::Draft;
use crate::verbs::{is_auxiliary, is_finite, is_function, is_negative};

/// Two to five words that name the claim, and the small words of a value beside.
pub(crate) fn label(tokens: &Tokens<'_>, candidate: &Candidate, values: &[&Draft]) -> String {
    let all = candidate.subject.iter().cloned().chain(std::iter::once(candidate.range.clone()));
    let mut words: Vec<usize> = Vec::new();
    let mut bracket = 0_usize;
    for i in all.flatten().take(120) {
        match tokens.word(i) {
            "(" | "[" => bracket += 1,
            ")" | "]" => bracket = bracket.saturating_sub(1),
            _ => {}
        }
        // Of a full name the last word is enough.
        let given = tokens.capital(i)
            && tokens.capital(i + 1)
            && tokens.is(i, Kind::Word)
            && !values.iter().any(|v| (v.from..v.to).contains(&i));
        // A value's small words belong to it: “less than 10 minutes” without “than” is another thing.
        let article = matches!(tokens.word(i), "the" | "a" | "an") && values.iter().any(|v| v.from == i);
        let in_value = !article && values.iter().any(|v| (v.from..v.to).contains(&i));
        // A label without its “not” would say the opposite.
        let denies = tokens.is(i, Kind::Word) && is_negative(tokens.word(i));
        let plain = tokens.is(i, Kind::Word) && (!is_function(tokens.word(i)) || denies) && !given;
        if bracket == 0
            && (plain
                || in_value && !tokens.is(i, Kind::Mark)
                || tokens.is(i, Kind::Number) && tokens.spaced(i))
        {
            words.push(i);
        }
    }
    let most = 5 + words.iter().filter(|i| is_function(tokens.word(**i))).count().min(2);
    if words.len() > most {
        words = choose(tokens, &words, values, most);
    }
    let mut text = String::new();
    let mut last: Option<usize> = None;
    for i in words {
        let joined = i > 0 && matches!(tokens.word(i - 1), "$" | "£" | "€");
        // “£5m”, “18th”: what stands together stays so.
        let together = last.is_some_and(|l| l + 1 == i) && !tokens.spaced(i);
        last = Some(i);
        if !text.is_empty() && !together {
            text.push(' ');
        }
        if joined {
            text.push_str(tokens.raw(i - 1));
        }
        text.push_str(tokens.raw(i));
        // “G20” is two tokens and one word.
        if tokens.is(i, Kind::Word) && tokens.is(i + 1, Kind::Number) && !tokens.spaced(i + 1) {
            text.push_str(tokens.raw(i + 1));
        }
        if tokens.word(i + 1) == "%" {
            text.push('%');
        }
    }
    if text.split(' ').filter(|w| !w.is_empty()).count() < 2 {
        let words: Vec<&str> = candidate
            .range
            .clone()
            .map(|i| tokens.raw(i))
            .filter(|w| w.chars().any(char::is_alphanumeric))
            .take(4)
            .collect();
        text = words.join(" ");
    }
    shorten(&capitalised(&text))
}

/// The first word, the verb, the value, and what comes first of the rest, up to `most`.
fn choose(tokens: &Tokens<'_>, words: &[usize], values: &[&Draft], most: usize) -> Vec<usize> {
    let mut chosen: Vec<usize> = words.first().into_iter().copied().collect();
    let value = values
        .iter()
        .find(|v| !matches!(v.kind, ValueType::Date | ValueType::Time | ValueType::Set))
        .or(values.first());
    chosen.extend(words.iter().copied().find(|i| is_finite(tokens, *i) && !is_auxiliary(tokens.word(*i))));
    chosen.extend(words.iter().copied().find(|i| is_negative(tokens.word(*i))));
    if let Some(value) = value {
        chosen.extend(words.iter().copied().filter(|i| (value.from..value.to).contains(i)).take(most - 2));
    }
    for i in words {
        if chosen.len() >= most {
            break;
        }
        if !chosen.contains(i) {
            chosen.push(*i);
        }
    }
    chosen.sort_unstable();
    chosen.dedup();
    chosen.truncate(most);
    chosen
}

fn shorten(text: &str) -> String {
    // A word without end must not fill the ledger.
    text.chars().take(80).collect()
}

/// The claim as one sentence: full names, a name for a pronoun where certain, a date for “on Thursday”.
pub(crate) fn statement(
    tokens: &Tokens<'_>,
    candidate: &Candidate,
    values: &[&Draft],
    names: &Names,
) -> String {
    let mut text = String::new();
    if let Some(subject) = &candidate.subject {
        write_words(tokens, subject, &[], names, &mut text);
        text.push(' ');
    }
    let mut range = candidate.range.clone();
    if candidate.subject.is_none() && matches!(tokens.word(range.start), "that" | "which") && range.len() > 3
    {
        range.start += usize::from(tokens.word(range.start) == "that");
    }
    write_words(tokens, &range, values, names, &mut text);
    let mut text = capitalised(text.trim());
    // The comma that closed a quotation belonged to the words around it: “on the go,” he said.
    for close in [",”", ",\"", ",''"] {
        if let Some(rest) = text.strip_suffix(close) {
            text = format!("{rest}{}", close.trim_start_matches(','));
        }
    }
    if !text.ends_with(['.', '!', '?']) {
        text.push('.');
    }
    text
}

fn write_words(
    tokens: &Tokens<'_>,
    range: &Range<usize>,
    values: &[&Draft],
    names: &Names,
    text: &mut String,
) {
    let mut i = range.start;
    let mut first = true;
    while i < range.end {
        if tokens.spaced(i) && !first {
            text.push(' ');
        }
        if let Some(value) = values.iter().find(|v| v.from == i && is_told_apart(tokens, v)) {
            text.push_str(&dated(tokens, value, i));
            i = value.to;
            first = false;
            continue;
        }
        let word = tokens.word(i);
        if first
            && matches!(word, "he" | "she")
            && let Some(name) = names.pronoun(word)
        {
            text.push_str(&name);
            i += 1;
        } else if matches!(word, "mr" | "mrs" | "ms") {
            let next = i + 1 + usize::from(tokens.word(i + 1) == ".");
            if let Some(name) = names.full_name(tokens.word(next)).filter(|_| next < range.end) {
                text.push_str(name);
                i = next + 1;
            } else {
                text.push_str(tokens.raw(i));
                i += 1;
            }
        } else if first
            && tokens.capital(i)
            && !tokens.capital(i + 1)
            && let Some(name) = names.full_name(word)
        {
            text.push_str(name);
            i += 1;
        } else {
            text.push_str(tokens.raw(i));
            i += 1;
        }
        first = false;
    }
}

/// Whether a date's own words need the day of writing to be understood.
fn is_told_apart(tokens: &Tokens<'_>, value: &Draft) -> bool {
    let known = value.kind == ValueType::Date
        && value.value.len() == 10
        && value.value.starts_with(|c: char| c.is_ascii_digit());
    known && !(value.from..value.to).any(|i| tokens.is(i, Kind::Number))
}

/// “on Thursday” with the day it was: `on Thursday, 2 March 2023`.
fn dated(tokens: &Tokens<'_>, value: &Draft, i: usize) -> String {
    let words = tokens.slice(value.from, value.to);
    let Ok(day) = value.value.parse::<chrono::NaiveDate>() else { return words.to_owned() };
    let date = day.format("%-d %B %Y").to_string();
    let word = tokens.word(value.to - 1);
    match word {
        "today" | "yesterday" | "tomorrow" if value.to == value.from + 1 => format!("on {date}"),
        _ if value.to == i + 1 => format!("{words}, {date}"),
        _ => format!("{words} ({date})"),
    }
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}
