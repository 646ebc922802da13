//! Names: who is spoken of, and whom “he”, “Mr Blinken” and “the firm” stand for.

mod run;
mod words;

use std::collections::HashMap;
use std::ops::Range;

use assay_model::span::Span;

use crate::tokens::Tokens;

pub(crate) use run::keys;
pub(crate) use run::{has_title, is_person};
use run::{is_body, run_at};
pub(crate) use words::is_role;
use words::{first_name_gender, is_body_word, is_first_name, is_stand_in, is_weak};

/// More names than this are not kept, so that a directory of names stays cheap.
const MOST: usize = 20_000;

/// The names that a text has used so far.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// Full names by their last word in lower case, the first use first.
    full: HashMap<String, Name>,
    /// The person spoken of last, as subject.
    person: Option<Name>,
    /// Where that was, in code points.
    place: Option<Span>,
    /// The organisation that spoke or was spoken of last.
    body: Option<String>,
}

#[derive(Debug, Clone)]
struct Name {
    full: String,
    person: bool,
    female: Option<bool>,
}

impl Names {
    /// Reads the names of a sentence; its first person is from now on “he” or “she”.
    ///
    /// Unless `spoken`: then it stays the speaker.
    pub(crate) fn read(&mut self, tokens: &Tokens<'_>, sentence: &Range<usize>, spoken: bool) {
        let mut subject: Option<Name> = None;
        let mut place = None;
        let mut i = sentence.start;
        while i < sentence.end {
            let Some(run) = run_at(tokens, i, sentence.end) else {
                i += 1;
                continue;
            };
            i = run.to;
            if run.from == run.to {
                continue;
            }
            let single = run.to == run.from + 1;
            let last = tokens.word(run.to - 1).to_owned();
            let full = tokens.slice(run.from, run.to).to_owned();
            let known = self.full.get_mut(&last);
            let person = run.titled || is_first_name(tokens.word(run.from)) && !is_body(tokens, &run);
            if let Some(known) = known {
                known.person |= person && run.titled;
                known.female = known.female.or(run.female);
                if subject.is_none() && known.person {
                    subject = Some(known.clone());
                    place = tokens.span(run.from, run.to);
                }
            } else if (!single || run.titled) && self.full.len() < MOST && !is_weak(&last) {
                let female = run.female.or_else(|| first_name_gender(tokens.word(run.from)));
                let name = Name { full, person, female };
                if subject.is_none() && person {
                    subject = Some(name.clone());
                    place = tokens.span(run.from, run.to);
                }
                self.full.insert(last, name);
            }
        }
        let first = tokens.word(sentence.start);
        let pronoun = (sentence.start..sentence.end.min(sentence.start + 9))
            .any(|i| matches!(tokens.word(i), "he" | "she"));
        if subject.is_some() && !pronoun && !spoken && first != "according" {
            self.person = subject;
            self.place = place;
        }
    }

    /// The speaker just named, so that “he” and “the firm” after it mean them.
    pub(crate) fn spoke(&mut self, name: &str, place: Option<Span>, titled: bool) {
        let last = name.rsplit(' ').next().unwrap_or_default().to_ascii_lowercase();
        if let Some(known) = self.full.get(&last).filter(|k| k.person) {
            self.person = Some(known.clone());
            self.place = place;
        } else if name.starts_with(char::is_uppercase) && !name.starts_with("A ") {
            // Two or three capitalised words that are no body's may well be a person.
            let words = name.split(' ').count();
            let capitals = name.split(' ').all(|w| w.starts_with(char::is_uppercase));
            let body = name.split(' ').any(|w| is_body_word(&w.to_ascii_lowercase()));
            if (2..=3).contains(&words) && capitals && !body {
                let female =
                    first_name_gender(&name.split(' ').next().unwrap_or_default().to_ascii_lowercase());
                self.person = Some(Name { full: name.to_owned(), person: true, female });
                self.place = place;
            }
            // “The company” is never a person.
            let first = name.split(' ').next().unwrap_or_default().to_ascii_lowercase();
            let plain = name.strip_prefix("The ").is_some_and(|rest| !rest.starts_with(char::is_uppercase));
            if first_name_gender(&first).is_none() && !titled && !plain {
                self.body = Some(name.to_owned());
            }
        }
    }

    /// The name that the words `from..to` stand for: a full name for a short one, whom a pronoun means where plain.
    pub(crate) fn resolve(&self, tokens: &Tokens<'_>, from: usize, to: usize) -> String {
        let text = tokens.slice(from, to).to_owned();
        if to == from + 1
            && let Some(name) = self.pronoun(tokens.word(from))
        {
            return name;
        }
        if let Some((from, to)) = apposed(tokens, from, to) {
            return self.resolve(tokens, from, to);
        }
        if tokens.word(from) == "the" && to == from + 2 && is_stand_in(tokens.word(from + 1)) {
            return self.body.clone().unwrap_or(text);
        }
        // The run of names at the end: “Russian Foreign Ministry spokeswoman Maria Zakharova”.
        let mut start = to;
        while start > from && (tokens.capital(start - 1) || tokens.word(start - 1) == "." && start < to) {
            start -= 1;
        }
        if let Some(run) = (start < to).then(|| run_at(tokens, start, to)).flatten()
            && run.to == to
            && run.from < run.to
        {
            let short = tokens.slice(run.from, run.to);
            let known = self.full.get(tokens.word(to - 1));
            if let Some(known) =
                known.filter(|k| run.to == run.from + 1 && (k.person || k.full.ends_with(short)))
            {
                return known.full.clone();
            }
            let belongs =
                start > from && matches!(tokens.word(start - 1), "of" | "at" | "for" | "from" | "in" | "by");
            if belongs && !run.titled {
                return text;
            }
            if run.titled || known.is_some_and(|k| k.person) || start > from + 1 {
                return short.to_owned();
            }
        }
        match text.strip_prefix("The ").or_else(|| text.strip_prefix("the ")) {
            Some(rest) if tokens.capital(from + 1) => rest.to_owned(),
            _ => text,
        }
    }

    /// Whom “he” or “she” means, if somebody of that kind was spoken of last.
    pub(crate) fn pronoun(&self, word: &str) -> Option<String> {
        let female = match word {
            "he" | "him" | "his" => false,
            "she" | "her" => true,
            _ => return None,
        };
        let person = self.person.as_ref()?;
        (person.female.is_none_or(|f| f == female)).then(|| person.full.clone())
    }

    /// The person spoken of last, and where.
    pub(crate) fn subject(&self) -> Option<(String, Span)> {
        Some((self.person.as_ref()?.full.clone(), self.place?))
    }

    /// Whether this full name is a person's.
    pub(crate) fn is_person(&self, name: &str) -> bool {
        let last = name.rsplit(' ').next().unwrap_or_default().to_lowercase();
        self.full_name(&last).is_some() || self.person.as_ref().is_some_and(|p| p.full == name)
    }

    /// The full name of a person known by this last name.
    pub(crate) fn full_name(&self, last: &str) -> Option<&str> {
        self.full.get(last).filter(|n| n.person).map(|n| n.full.as_str())
    }
}

/// Of “Irish low cost airline, Ryanair” and “Scott Carson, president of Boeing” the part that is a name and nothing else.
fn apposed(tokens: &Tokens<'_>, from: usize, to: usize) -> Option<(usize, usize)> {
    let comma = (from + 1..to).find(|k| tokens.word(*k) == ",")?;
    let is_name = |from: usize, to: usize| {
        from < to
            && to <= from + 4
            && (from..to).all(|k| tokens.capital(k) || matches!(tokens.word(k), "." | "-"))
    };
    let end = (comma + 1..to).find(|k| tokens.word(*k) == ",").unwrap_or(to);
    if is_name(from, comma) {
        Some((from, comma))
    } else if is_name(comma + 1, end) {
        Some((comma + 1, end))
    } else {
        None
    }
}
