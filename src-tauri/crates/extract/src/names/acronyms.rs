//! Short forms that a text gives in brackets: “the National Preservation Department (NPD)”.

use std::collections::HashMap;
use std::ops::Range;

use crate::tokens::{Kind, Tokens};

/// More short forms than this are not kept.
const MOST: usize = 256;

/// The longest name that a short form stands for, in tokens.
const LONGEST: usize = 12;

/// The short forms that a text has given so far; nobody's where two names have the same.
#[derive(Debug, Default)]
pub(super) struct Acronyms(HashMap<String, Option<String>>);

impl Acronyms {
    /// Notes those of a sentence.
    pub(super) fn read(&mut self, tokens: &Tokens<'_>, sentence: &Range<usize>) {
        for open in sentence.start + 1..sentence.end.saturating_sub(2) {
            if tokens.word(open) != "(" || tokens.word(open + 2) != ")" || !is_acronym(tokens.raw(open + 1)) {
                continue;
            }
            let short = tokens.raw(open + 1);
            let Some(from) = spelt(tokens, short, sentence.start, open) else { continue };
            let name = tokens.slice(from, open);
            let room = self.0.len() < MOST;
            match self.0.get_mut(short) {
                Some(known) => *known = known.take().filter(|k| k == name),
                None if room => {
                    self.0.insert(short.to_owned(), Some(name.to_owned()));
                }
                None => {}
            }
        }
    }

    /// The name that the words `from..to` are the short form of, with or without “the”.
    pub(super) fn meant(&self, tokens: &Tokens<'_>, from: usize, to: usize) -> Option<&str> {
        let at = from + usize::from(tokens.word(from) == "the" && from + 1 < to);
        self.0.get(tokens.raw(at)).filter(|_| at + 1 == to)?.as_deref()
    }
}

fn is_acronym(word: &str) -> bool {
    (2..=8).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase())
}

/// Where the name before `open` begins whose words have these initials; small words may but need not have a letter.
fn spelt(tokens: &Tokens<'_>, short: &str, first: usize, open: usize) -> Option<usize> {
    let mut letters = short.bytes().rev().peekable();
    let floor = first.max(open.saturating_sub(LONGEST));
    let mut at = open;
    while let Some(letter) = letters.peek().copied() {
        at = at.checked_sub(1).filter(|k| *k >= floor)?;
        let word = tokens.raw(at);
        let small = matches!(tokens.word(at), "of" | "the" | "and" | "for" | "on" | "in" | "to" | "&" | "-");
        if word.as_bytes().first().is_some_and(|b| b.to_ascii_uppercase() == letter)
            && tokens.is(at, Kind::Word)
        {
            letters.next();
        } else if !small {
            return None;
        }
    }
    tokens.capital(at).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_form_stands_for_the_words_whose_letters_it_has() {
        let mut known = Acronyms::default();
        for text in [
            "The National Preservation Department (NPD) said so.",
            "He left the Royal Society for the Protection of Birds (RSPB) in 2019.",
            "The Office for National Statistics (ONS) and the Football Association (UEFA) met.",
            "Tom Reed (LAB) and the Bank of England (BBC) left.",
            "The Civil Aviation Authority (CAA) and the Coal Area Agency (CAA) met.",
        ] {
            let tokens = Tokens::new(text, 0);
            known.read(&tokens, &(0..tokens.len()));
        }
        for (words, name) in [
            ("the NPD", Some("National Preservation Department")),
            ("NPD", Some("National Preservation Department")),
            ("RSPB", Some("Royal Society for the Protection of Birds")),
            ("The ONS", Some("Office for National Statistics")),
            ("UEFA", None),
            ("LAB", None),
            ("BBC", None),
            ("the CAA", None),
            ("the NPD chief", None),
            ("the", None),
        ] {
            let tokens = Tokens::new(words, 0);
            assert_eq!(known.meant(&tokens, 0, tokens.len()), name, "{words}");
        }
    }
}
