//! Lines about the document: dates of publication, bylines, “Updated 40 minutes ago”, “5 min read”.
//!
//! A line is one of these only if all of it is: a sentence with a date in it is a sentence.

use std::ops::Range;

use assay_model::document::BlockKind;
use assay_model::time::PartialDate;

use crate::byline::{byline_at, is_byline_word};
use crate::dates::{clock, date_at, is_calendar_word};
use crate::tokens::{Kind, Token, cut, tokens};

/// The longest line that is looked at, in bytes.
const LONGEST: usize = 300;

/// What a line says about the document.
#[derive(Debug, Default)]
pub(crate) struct HeadLine {
    /// Its parts, in bytes of the line: all of it but white space.
    pub pieces: Vec<(BlockKind, Range<usize>)>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Its dates, in order, dates of updates left out.
    pub dates: Vec<Published>,
    /// Who published it.
    pub publisher: Option<String>,
}

/// A date and whether the text says that it is the date of publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Published {
    pub date: PartialDate,
    pub labelled: bool,
}

/// What a word says of the date after it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    None,
    Published,
    Updated,
}

/// Reads a line, if all of it is about the document.
pub(crate) fn head_line(line: &str) -> Option<HeadLine> {
    if line.len() > LONGEST {
        return None;
    }
    if let Some(publisher) = publisher(line) {
        let publisher = Some(publisher);
        return Some(HeadLine {
            pieces: vec![(BlockKind::Metadata, 0..line.len())],
            publisher,
            ..HeadLine::default()
        });
    }
    // Most lines are text, as their first word tells.
    if !cut(line).next().is_some_and(|t| may_begin(&t)) {
        return placed(line);
    }
    let tokens = tokens(line);
    let mut head = HeadLine::default();
    let (mut at, mut label, mut labels) = (0, Label::None, 0_usize);
    while let Some(token) = tokens.get(at) {
        if let Some((found, next)) = label_at(&tokens, at) {
            (label, at, labels) = (found, next, labels + 1);
        } else if let Some((date, next)) = date_at(&tokens, at, label == Label::Published) {
            if label != Label::Updated {
                head.dates.push(Published { date, labelled: label == Label::Published });
            }
            push(&mut head, BlockKind::Dateline, &tokens, at, next);
            (label, at) = (Label::None, next);
        } else if let Some((authors, next)) = byline_at(line, &tokens, at) {
            head.authors.extend(authors);
            push(&mut head, BlockKind::Byline, &tokens, at, next);
            at = next;
        } else if let Some(next) = aside_at(&tokens, at) {
            push(&mut head, BlockKind::Dateline, &tokens, at, next);
            at = next;
        } else if token.is_any(&[",", "|", "·", "•", "—", "–", "-", "/", ";", ":", ".", "(", ")", "on", "at"])
        {
            at += 1;
        } else {
            return None;
        }
    }
    if head.pieces.is_empty() || labels > head.pieces.len() + 1 {
        return None;
    }
    cover(&mut head.pieces, line);
    Some(head)
}

/// “LONDON, 24 July 2025”: a place in capitals, as datelines have it, a day, and nothing else.
fn placed(line: &str) -> Option<HeadLine> {
    const LONGEST: usize = 60;
    if line.len() > LONGEST || !line.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let tokens = tokens(line);
    let comma = tokens.iter().take(4).position(|t| t.is_any(&[","]))?;
    let place = tokens.get(..comma)?;
    let named =
        |t: &Token<'_>| t.kind == Kind::Word && t.text.len() > 1 && t.text.chars().all(char::is_uppercase);
    if place.is_empty() || !place.iter().all(named) || place.iter().any(|t| is_calendar_word(t.text)) {
        return None;
    }
    let (date, next) = date_at(&tokens, comma + 1, false)?;
    (next == tokens.len() && date.day.is_some()).then(|| HeadLine {
        pieces: vec![(BlockKind::Dateline, 0..line.len())],
        dates: vec![Published { date, labelled: false }],
        ..HeadLine::default()
    })
}

const FIRST: &[&str] = &["first", "last", "originally"];
const PUBLISHED: &[&str] = &["published", "posted", "issued", "date"];
const UPDATED: &[&str] = &["updated", "modified", "revised", "accessed", "retrieved"];

/// Whether a line about the document may begin with this token; never false where one does.
fn may_begin(token: &Token<'_>) -> bool {
    token.kind != Kind::Word
        || [FIRST, PUBLISHED, UPDATED].iter().any(|words| token.is_any(words))
        || token.is_any(&["just", "a", "an", "on", "at"])
        || is_byline_word(token)
        || is_calendar_word(token.text)
}

/// Words that say what kind of date comes next.
fn label_at(tokens: &[Token<'_>], at: usize) -> Option<(Label, usize)> {
    let is = |i: usize, words: &[&str]| tokens.get(i).is_some_and(|t| t.is_any(words));
    let first = if is(at, FIRST) { at + 1 } else { at };
    let label = if is(first, PUBLISHED) {
        Label::Published
    } else if is(first, UPDATED) {
        Label::Updated
    } else {
        return None;
    };
    let next = if is(first + 1, &[":", ","]) { first + 2 } else { first + 1 };
    Some((label, if is(next, &["on", "at"]) { next + 1 } else { next }))
}

/// “40 minutes ago”, “5 min read”, a time of day or a weekday by itself: the token after it.
fn aside_at(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let is = |i: usize, words: &[&str]| tokens.get(i).is_some_and(|t| t.is_any(words));
    if is(at, &["just"]) && is(at + 1, &["now"]) {
        return Some(at + 2);
    }
    if let Some((_, _, next)) = clock(tokens, at) {
        return Some(next);
    }
    let token = tokens.get(at)?;
    if token.kind == Kind::Word && token.text.len() > 4 && is_calendar_word(token.text) && tokens.len() == 1 {
        return Some(at + 1);
    }
    if token.kind == Kind::Number || token.is_any(&["a", "an"]) {
        let unit = if is(at + 1, &["-"]) { at + 2 } else { at + 1 };
        let units = &[
            "second", "seconds", "min", "mins", "minute", "minutes", "hour", "hours", "hr", "hrs", "h",
            "day", "days", "week", "weeks", "month", "months", "year", "years",
        ];
        if is(unit, units) && is(unit + 1, &["ago", "read"]) {
            return Some(unit + 2);
        }
    }
    None
}

/// “Published by The Daily Planet”, “Publisher: The Daily Planet”, “© 2023 The Daily Planet”.
fn publisher(line: &str) -> Option<String> {
    let after = |label: &str| {
        let start = line.get(..label.len())?;
        start.eq_ignore_ascii_case(label).then(|| line.get(label.len()..)).flatten()
    };
    let rest = after("published by ")
        .or_else(|| after("publisher:"))
        .or_else(|| after("copyright ©"))
        .or_else(|| after("copyright "))
        .or_else(|| after("©"))?;
    let rest =
        rest.trim_start_matches(|c: char| c.is_whitespace() || c.is_ascii_digit() || "©–-,".contains(c));
    let name = rest.split(". ").next().unwrap_or(rest).trim().trim_end_matches('.');
    let words = name.split_whitespace().count();
    let begins = name.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric());
    (begins && (1..=6).contains(&words)).then(|| name.to_owned())
}

fn push(head: &mut HeadLine, kind: BlockKind, tokens: &[Token<'_>], from: usize, to: usize) {
    let (Some(first), Some(last)) = (tokens.get(from), tokens.get(to.saturating_sub(1))) else { return };
    match head.pieces.last_mut() {
        Some((before, range)) if *before == kind => range.end = last.end,
        _ => head.pieces.push((kind, first.start..last.end)),
    }
}

/// Stretches the pieces over the labels and marks between them, so that only white space is left out.
fn cover(pieces: &mut [(BlockKind, Range<usize>)], line: &str) {
    let mut from = 0;
    for i in 0..pieces.len() {
        let to = match pieces.get(i + 1) {
            Some((_, next)) => gap(line, pieces.get(i).map_or(0, |p| p.1.end), next.start),
            None => line.len(),
        };
        if let Some((_, range)) = pieces.get_mut(i) {
            *range = trimmed(line, from..to);
        }
        from = to;
    }
}

/// Where between two pieces the cut goes: a label belongs to what follows, a mark to what goes before.
fn gap(line: &str, end: usize, start: usize) -> usize {
    let between = line.get(end..start).unwrap_or_default();
    between.find(char::is_alphanumeric).map_or(start, |at| end + at)
}

/// A range without the white space at its ends.
pub(crate) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let inside = text.get(range.clone()).unwrap_or_default();
    let start = range.start + (inside.len() - inside.trim_start().len());
    start..start + inside.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(line: &str) -> Vec<(BlockKind, String)> {
        let head = head_line(line).map(|h| h.pieces).unwrap_or_default();
        head.into_iter().map(|(kind, range)| (kind, line[range].to_owned())).collect()
    }

    #[test]
    fn a_line_is_cut_into_dates_and_bylines() {
        use BlockKind::{Byline, Dateline};
        let owned = |expected: &[(BlockKind, &str)]| {
            expected.iter().map(|(k, s)| (*k, (*s).to_owned())).collect::<Vec<_>>()
        };
        for (line, expected) in [
            (
                "date 2023-03-02 Written by Ann Lee",
                &[(Dateline, "date 2023-03-02"), (Byline, "Written by Ann Lee")][..],
            ),
            (
                "March 2, 2023, 13:01 GMT Updated 40 minutes ago",
                &[(Dateline, "March 2, 2023, 13:01 GMT Updated 40 minutes ago")],
            ),
            (
                "By Ann Lee | Published: 3 May 2021",
                &[(Byline, "By Ann Lee |"), (Dateline, "Published: 3 May 2021")],
            ),
            ("Published 3 May 2021", &[(Dateline, "Published 3 May 2021")]),
            ("LONDON, 24 July 2025", &[(Dateline, "LONDON, 24 July 2025")]),
            ("NEW YORK, May 3, 2021", &[(Dateline, "NEW YORK, May 3, 2021")]),
            ("By Ann Lee, 3 May 2021", &[(Byline, "By Ann Lee,"), (Dateline, "3 May 2021")]),
            ("3 hours ago", &[(Dateline, "3 hours ago")]),
            ("5-min read", &[(Dateline, "5-min read")]),
            ("13:01 GMT", &[(Dateline, "13:01 GMT")]),
        ] {
            assert_eq!(pieces(line), owned(expected), "{line}");
        }
    }

    #[test]
    fn a_sentence_with_a_date_in_it_is_no_head_line() {
        for line in [
            "On 3 May 2021 he resigned.",
            "3 May 2021 was a Monday",
            "Updated rules were published",
            "Date",
            "Published",
            "1917",
            "The talks",
            "May",
            "10 minutes",
            "By Monday the talks had ended",
            "Published by hand",
            "",
        ] {
            assert!(head_line(line).is_none(), "{line}");
        }
    }

    #[test]
    fn an_update_is_not_the_publication() {
        let dates = |line| {
            head_line(line)
                .unwrap()
                .dates
                .iter()
                .map(|d| (d.date.to_string(), d.labelled))
                .collect::<Vec<_>>()
        };
        assert_eq!(dates("Updated 4 May 2021, published 3 May 2021"), [("2021-05-03".to_owned(), true)]);
        assert_eq!(dates("Last updated on 4 May 2021 at 10:00"), []);
        assert_eq!(dates("Published March 2021"), [("2021-03".to_owned(), true)]);
        assert_eq!(dates("4 May 2021"), [("2021-05-04".to_owned(), false)]);
    }

    #[test]
    fn a_publisher_is_read_where_it_is_stated() {
        let publisher = |line| head_line(line).and_then(|h| h.publisher);
        assert_eq!(publisher("Publisher: The Daily Planet").as_deref(), Some("The Daily Planet"));
        assert_eq!(publisher("© 2023 BBC. All rights reserved.").as_deref(), Some("BBC"));
        assert_eq!(publisher("Copyright 2021–2023 Reuters").as_deref(), Some("Reuters"));
        assert_eq!(publisher("Copyright infringement is a matter for the courts, he said"), None);
    }

    #[test]
    fn a_name_or_a_label_before_a_day_is_no_place() {
        for text in ["Ann Lee, 3 May 2021", "Brexit, 31 January 2020", "Accessed Online, 3 May 2021"] {
            assert!(head_line(text).is_none(), "{text}");
        }
        let updated = head_line("Updated, 3 May 2021").unwrap();
        assert!(updated.dates.is_empty(), "{:?}", updated.dates);
        assert_eq!(head_line("By Ann Lee, 3 May 2021").unwrap().authors, ["Ann Lee"]);
        assert_eq!(head_line("LONDON, 24 July 2025").unwrap().dates.len(), 1);
    }
}
