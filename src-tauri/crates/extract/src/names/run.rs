//! Runs of capitalised words, titles told from names.

use std::ops::Range;

use super::words::{
    is_body_word, is_first_name, is_honour, is_office, is_opener, is_role, is_title, is_weak,
};
use crate::tokens::{Kind, Tokens};

/// A run of capitalised words, its titles left out.
pub(super) struct Run {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) titled: bool,
    pub(super) female: Option<bool>,
}

pub(super) fn run_at(tokens: &Tokens<'_>, i: usize, end: usize) -> Option<Run> {
    if !tokens.capital(i) {
        return None;
    }
    let mut titled = i > 0 && is_role(tokens.word(i - 1));
    let mut female = (i > 0 && tokens.word(i - 1) == "spokeswoman").then_some(true);
    let mut from = i;
    while from < end && is_title(tokens.word(from)) && !is_body_word(tokens.word(from + 1)) && from < i + 6 {
        titled = true;
        match tokens.word(from) {
            "mr" | "sir" | "lord" | "king" | "prince" => female = Some(false),
            "mrs" | "ms" | "miss" | "lady" | "dame" | "queen" | "princess" => female = Some(true),
            _ => {}
        }
        from += 1;
        while from < end
            && (tokens.word(from) == "." && !tokens.spaced(from)
                || tokens.word(from) == "of" && is_office(tokens.word(from + 1)))
        {
            from += 1 + usize::from(tokens.word(from) == "of");
        }
    }
    let mut to = from;
    while to < end && to < from + 8 {
        let particle = to > from
            && matches!(
                tokens.word(to),
                "de" | "van" | "von" | "der" | "al" | "bin" | "del" | "-" | "da" | "la"
            )
            && tokens.capital(to + 1)
            && (tokens.word(to) != "-" || !tokens.spaced(to));
        let title = to > from && is_title(tokens.word(to));
        if title && tokens.capital(to) {
            // “US Secretary of State Antony Blinken”: what stood before the title is no name of the person.
            return run_at(tokens, to, end).or(Some(Run { from, to, titled, female }));
        }
        if !(tokens.capital(to) || particle) || to > from && is_honour(tokens.word(to)) {
            break;
        }
        to += 1;
    }
    if to == from && !titled {
        return None;
    }
    // The first word of a sentence may be an ordinary one.
    if from == i && to > from + 1 && is_opener(tokens.word(from)) {
        from += 1;
    }
    Some(Run { from, to: to.max(i + 1), titled: titled && to > from, female })
}

/// A name where it stands: its first token with its titles, and without them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Named {
    pub(crate) titled_from: usize,
    pub(crate) from: usize,
    pub(crate) to: usize,
}

/// The names in `range`, in order.
pub(crate) fn named(tokens: &Tokens<'_>, range: &Range<usize>) -> Vec<Named> {
    let mut out = Vec::new();
    let mut i = range.start;
    while i < range.end {
        if let Some(run) = run_at(tokens, i, range.end) {
            let known = run.to > run.from && (i > range.start || run.to > run.from + 1 || run.titled);
            let last = run.to.saturating_sub(1);
            if known && tokens.is(last, Kind::Word) && !is_weak(tokens.word(last)) {
                out.push(Named { titled_from: i, from: run.from, to: run.to });
            }
            i = run.to.max(i + 1);
        } else {
            i += 1;
        }
    }
    out
}

pub(super) fn is_body(tokens: &Tokens<'_>, run: &Run) -> bool {
    (run.from..run.to).any(|i| is_body_word(tokens.word(i)))
}

/// Whether a run of capitalised words names a person: it has a title or a common first name before its last word.
pub(crate) fn is_person(tokens: &Tokens<'_>, range: &Range<usize>) -> bool {
    let last = range.end.saturating_sub(1);
    let first_name = (range.start..last).any(|i| is_title(tokens.word(i)) || is_first_name(tokens.word(i)));
    first_name && !range.clone().any(|i| is_body_word(tokens.word(i))) && !is_title(tokens.word(last))
}

/// Whether a name has a title or an office before it: “Mr. Jones”.
pub(crate) fn has_title(tokens: &Tokens<'_>, range: &Range<usize>) -> bool {
    range.len() > 1 && range.clone().take(6).any(|i| is_title(tokens.word(i)) || is_role(tokens.word(i)))
}
