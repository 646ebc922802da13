//! Who holds an office, so that “the president” after “President Joe Biden” has a name.

use std::collections::HashMap;

use super::people::is_person_noun;
use super::run::Run;
use super::words::is_title;
use crate::tokens::Tokens;
use crate::verbs::is_article;

/// More offices than this are not remembered.
const MOST: usize = 64;

/// The longest name of an office, in words.
const LONGEST: usize = 4;

#[derive(Debug, Default)]
pub(super) struct Offices {
    /// Nobody where two hold the same office.
    holders: HashMap<String, Option<String>>,
}

impl Offices {
    /// Reads the office of somebody named `full` at `run`: before the name, or beside it between commas.
    pub(super) fn read(&mut self, tokens: &Tokens<'_>, run: &Run, full: &str) {
        let comma = run.from > 1 && tokens.word(run.from - 1) == ",";
        let before = run.from - usize::from(comma);
        let start = office_start(tokens, before);
        // “the minister, Ann Cole,” and not “met the minister, Ann Cole and others”.
        if start < before
            && (!comma || tokens.word(run.to) == "," && start > 0 && tokens.word(start - 1) == "the")
        {
            self.add(&key(tokens, start, before), full);
        }
        if tokens.word(run.to) == "," {
            let from = run.to + 1 + usize::from(is_article(tokens.word(run.to + 1)));
            let to = (from..=from + LONGEST).find(|k| !is_office_word(tokens.word(*k))).unwrap_or(from);
            let ends = matches!(tokens.word(to), "," | "of" | "for" | "at" | ".");
            if to > from && ends && is_head(tokens.word(to - 1)) && tokens.word(run.to + 1) != "a" {
                self.add(&key(tokens, from, to), full);
            }
        }
    }

    fn add(&mut self, office: &str, full: &str) {
        if let Some(holder) = self.holders.get_mut(office) {
            if holder.as_deref() != Some(full) {
                *holder = None;
            }
        } else if self.holders.len() < MOST {
            self.holders.insert(office.to_owned(), Some(full.to_owned()));
        }
    }

    /// Who is meant by “the” and the words `from..to`.
    pub(super) fn holder(&self, tokens: &Tokens<'_>, from: usize, to: usize) -> Option<&str> {
        if to > from + LONGEST || self.holders.is_empty() {
            return None;
        }
        self.holders.get(&key(tokens, from, to))?.as_deref()
    }
}

fn key(tokens: &Tokens<'_>, from: usize, to: usize) -> String {
    (from..to).map(|k| tokens.word(k)).collect::<Vec<_>>().join(" ")
}

/// Where the words of an office begin that end before `to`.
fn office_start(tokens: &Tokens<'_>, to: usize) -> usize {
    let mut start = to;
    while start > 0 && to - start < LONGEST && is_office_word(tokens.word(start - 1)) {
        start -= 1;
    }
    if start < to && is_head(tokens.word(to - 1)) { start } else { to }
}

/// The noun of an office that one person holds.
fn is_head(word: &str) -> bool {
    (is_title(word) || is_person_noun(word))
        && !matches!(
            word,
            "mr" | "mrs"
                | "ms"
                | "miss"
                | "dr"
                | "sir"
                | "lord"
                | "lady"
                | "dame"
                | "spokesman"
                | "spokeswoman"
                | "spokesperson"
        )
}

pub(super) fn is_office_word(word: &str) -> bool {
    is_head(word)
        || matches!(
            word,
            "prime"
                | "foreign"
                | "finance"
                | "defence"
                | "defense"
                | "interior"
                | "home"
                | "health"
                | "education"
                | "justice"
                | "vice"
                | "deputy"
                | "first"
                | "chief"
                | "executive"
                | "managing"
                | "general"
                | "police"
                | "energy"
                | "transport"
                | "environment"
                | "trade"
                | "labour"
                | "culture"
                | "opposition"
                | "head"
                | "district"
                | "state"
        )
}
