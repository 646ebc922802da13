//! Runs of capitalised words, titles told from names.

use std::ops::Range;

use super::particles;
use super::people::{is_person_noun, noun_gender};
use super::words::{
    is_body_word, is_first_name, is_honour, is_office, is_opener, is_role, is_title,
    is_title_before_first_name, is_weak,
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
        return particle_run(tokens, i, end);
    }
    let before = i.checked_sub(1).map_or("", |b| tokens.word(b));
    let mut titled = is_person_noun(before);
    let mut female = noun_gender(before).filter(|_| titled);
    let mut from = i;
    while from < end && begins_with_title(tokens, from) && from < i + 6 {
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
        let behind = if to > i { particles::behind(tokens, to) } else { to };
        if behind > to && behind < end {
            to = behind + 1;
            continue;
        }
        let hyphen = to > from && tokens.word(to) == "-" && !tokens.spaced(to) && tokens.capital(to + 1);
        // “John Major”, “Julie Bishop”: at the end behind a first name it is no title.
        let last = || is_first_name(tokens.word(to - 1)) && !goes_on(tokens, to, end);
        if to > from && tokens.capital(to) && begins_with_title(tokens, to) && !last() {
            // “US Secretary of State Antony Blinken”: what stood before the title is no name of the person.
            return run_at(tokens, to, end).or(Some(Run { from, to, titled, female }));
        }
        // “Marks & Spencer”
        let both = to > from && tokens.word(to) == "&" && tokens.capital(to + 1);
        // “King Charles I”, and not “Ann Lee I think”
        let one = |word: &str| word == "war" || is_first_name(word);
        let i = to > from && tokens.word(to) == "i" && !one(tokens.word(to - 1));
        if !(tokens.capital(to) || hyphen || both) || to > from && is_honour(tokens.word(to)) || i {
            break;
        }
        to += 1;
    }
    if to == from && !titled {
        return None;
    }
    // The first word of a sentence may be an ordinary one.
    if from == i && to > from + 1 && (is_opener(tokens.word(from)) || describes(tokens, from)) {
        from += 1;
    }
    Some(Run { from, to: to.max(i + 1), titled: titled && to > from, female })
}

/// “von der Leyen”, “al-Sisi”: a last name with its particles.
fn particle_run(tokens: &Tokens<'_>, i: usize, end: usize) -> Option<Run> {
    if !particles::begins(tokens, i) {
        return None;
    }
    let mut to = particles::behind(tokens, i) + 1;
    while to + 1 < end && tokens.word(to) == "-" && !tokens.spaced(to) && tokens.capital(to + 1) {
        to += 2;
    }
    let titled = i.checked_sub(1).is_some_and(|b| is_person_noun(tokens.word(b)));
    (to <= end).then_some(Run { from: i, to, titled, female: None })
}

/// “Forecaster Ann Dodd”, “Carmaker Acme Motors”: a common noun that has its capital from the sentence alone.
fn describes(tokens: &Tokens<'_>, i: usize) -> bool {
    let word = tokens.word(i);
    let begins = i == 0 || matches!(tokens.word(i - 1), "." | "!" | "?" | "”" | "\"" | ":");
    let agent = word.len() > 6
        && ["er", "or", "ist", "ian", "man", "woman"].iter().any(|e| word.ends_with(e))
        && !is_first_name(word)
        && is_first_name(tokens.word(i + 1))
        && tokens.capital(i + 2);
    begins && (agent || is_firm_noun(word))
}

/// “consultancy”, “carmaker”: what a firm or a body is, before its name.
pub(super) fn is_firm_noun(word: &str) -> bool {
    matches!(
        word,
        "carmaker"
            | "automaker"
            | "airline"
            | "retailer"
            | "supermarket"
            | "manufacturer"
            | "publisher"
            | "drugmaker"
            | "chipmaker"
            | "planemaker"
            | "housebuilder"
            | "broadcaster"
            | "rival"
            | "insurer"
            | "lender"
            | "consultancy"
            | "charity"
            | "watchdog"
            | "regulator"
            | "newspaper"
            | "magazine"
            | "brokerage"
            | "pollster"
            | "startup"
            | "bookmaker"
            | "miner"
            | "accountancy"
    )
}

/// Whether a title stands at `i`, and a name or an office follows.
fn begins_with_title(tokens: &Tokens<'_>, i: usize) -> bool {
    let (word, next) = (tokens.word(i), tokens.word(i + 1));
    is_title(word) && !is_body_word(next)
        || tokens.capital(i + 1) && is_first_name(next) && is_title_before_first_name(word)
}

/// Whether a name goes on behind the word at `i`.
fn goes_on(tokens: &Tokens<'_>, i: usize, end: usize) -> bool {
    i + 1 < end && (tokens.capital(i + 1) || matches!(tokens.word(i + 1), "." | "of"))
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
