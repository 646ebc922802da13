//! What a sentence is about that no person is: whom “it said” and “they said” right behind it mean.

use std::ops::Range;

use super::bodies::{is_company, is_public};
use super::run::{is_body, run_at};
use super::words::{is_body_word, is_first_name};
use super::{Names, is_person_noun};
use crate::tokens::{Kind, Tokens};
use crate::verbs::{is_finite, is_preposition};

/// The longest subject of many, in tokens: “Researchers at the University of Oslo”.
const LONGEST: usize = 10;

/// The body, or the many, that a sentence is about, where nothing else in it could speak.
pub(super) fn told_subject(tokens: &Tokens<'_>, sentence: &Range<usize>) -> Option<String> {
    let start = sentence.start;
    if is_several(tokens.word(start)) {
        let end = sentence.end.min(start + LONGEST);
        let verb = (start + 1..end).find(|k| is_finite(tokens, *k) && !tokens.capital(*k))?;
        let plain = (start..verb).all(|k| tokens.is(k, Kind::Word) && tokens.word(k) != "and");
        return plain.then(|| tokens.slice(start, verb).to_owned());
    }
    let from = start + usize::from(tokens.word(start) == "the");
    let run = run_at(tokens, from, sentence.end)?;
    let ends = is_finite(tokens, run.to) && !tokens.capital(run.to);
    let body = run.from + 1 < run.to && is_body(tokens, &run) && !run.titled;
    if !(ends && body) {
        return None;
    }
    for k in run.to..sentence.end {
        let word = tokens.word(k);
        // A report speaks too, and so does everybody whose name no list knows.
        let speaks = is_paper(word) || is_company(word) || is_person_noun(word) || is_several(word);
        let named = tokens.capital(k)
            && !is_preposition(tokens.word(k - 1))
            && !tokens.capital(k - 1)
            && !crate::values::is_calendar_word(word);
        let other = named || tokens.capital(k) && (is_first_name(word) || is_body_word(word));
        if speaks || other {
            return None;
        }
    }
    let name = tokens.slice(run.from, run.to);
    Some(name.to_owned())
}

impl Names {
    /// “the company” right behind a sentence about the only firm: its name.
    pub(super) fn firm_before(&self, word: &str) -> Option<String> {
        let (name, _) = self.it.as_ref().filter(|(_, n)| n + 1 >= self.sentences)?;
        let lower = name.to_lowercase();
        let firm = is_company(word)
            && !is_public(&lower)
            && lower.split([' ', '.']).any(is_form)
            && !self.bodies.names_other(name);
        firm.then(|| name.clone())
    }
}

/// Letters and words in the names of firms.
fn is_form(word: &str) -> bool {
    matches!(
        word,
        "inc"
            | "corp"
            | "corporation"
            | "ltd"
            | "plc"
            | "llc"
            | "motors"
            | "airlines"
            | "airways"
            | "industries"
            | "technologies"
            | "group"
            | "systems"
    )
}

/// What is written, and may say something itself.
fn is_paper(word: &str) -> bool {
    matches!(
        word,
        "report"
            | "study"
            | "statement"
            | "letter"
            | "document"
            | "poll"
            | "survey"
            | "review"
            | "ruling"
            | "order"
            | "bill"
            | "law"
            | "paper"
            | "filing"
            | "lawsuit"
            | "website"
            | "app"
            | "email"
            | "memo"
            | "agreement"
            | "contract"
            | "plan"
    )
}

/// Nouns for many who speak together.
pub(super) fn is_several(word: &str) -> bool {
    matches!(
        word,
        "police"
            | "officials"
            | "residents"
            | "prosecutors"
            | "researchers"
            | "scientists"
            | "analysts"
            | "economists"
            | "experts"
            | "lawyers"
            | "campaigners"
            | "activists"
            | "critics"
            | "investigators"
            | "detectives"
            | "officers"
            | "witnesses"
            | "doctors"
            | "engineers"
            | "ministers"
            | "councillors"
            | "teachers"
            | "organisers"
            | "organizers"
            | "authorities"
            | "firefighters"
            | "sources"
            | "aides"
            | "astronomers"
            | "historians"
            | "authors"
    )
}
