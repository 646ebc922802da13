//! Texts without full stops: where words that run on may be cut, so that they are read at all.

use std::ops::Range;

use super::openings::starts_subject;
use crate::attribution::LONGEST;
use crate::tokens::{Kind, Tokens};

/// No part is shorter than this, in tokens.
const SHORTEST: usize = 8;

/// A part that is not cut off by so many tokens is no sentence, and is left alone.
const FARTHEST: usize = 120;

/// The longest run, in tokens, that is cut: what is longer is no prose, and each of its claims would be held against all of it.
const LONGEST_RUN: usize = 20_000;

/// The parts of what the rules for sentences found to be one, if that is too long to be one.
pub(crate) fn parts(tokens: &Tokens<'_>, sentence: Range<usize>) -> Vec<Range<usize>> {
    if sentence.len() <= LONGEST || sentence.len() > LONGEST_RUN {
        return vec![sentence];
    }
    let mut out = Vec::new();
    let mut start = sentence.start;
    let mut cuts = 0;
    for i in sentence.clone() {
        let far = i - start >= SHORTEST && sentence.end - i >= SHORTEST;
        if far && begins_anew(tokens, i) {
            out.push(start..i);
            start = i;
            cuts += 1;
        }
    }
    out.push(start..sentence.end);
    // Where hardly anything joins clauses it is a list or no language at all.
    if cuts * FARTHEST < sentence.len() {
        return vec![sentence];
    }
    out
}

/// “and she”, “but the”, “so they”, or a new line: where the next clause begins with its own subject.
fn begins_anew(tokens: &Tokens<'_>, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    let next = tokens.word(i + 1);
    let subject = matches!(next, "it" | "he" | "she" | "they" | "we" | "i" | "there" | "then")
        || starts_subject(next) && tokens.word(before) == ","
        || tokens.capital(i + 1) && tokens.word(before) == ",";
    match tokens.word(i) {
        "and" | "but" | "so" => subject && tokens.is(i + 1, Kind::Word),
        _ => tokens.word(before) == ";",
    }
}
