//! Names: who is spoken of, and whom “he”, “Mr Blinken” and “the firm” stand for.

mod acronyms;
mod bodies;
mod doers;
mod given;
mod headings;
mod headlines;
mod offices;
mod particles;
mod people;
mod persons;
mod resolve;
mod run;
mod theirs;
mod unnamed;
mod words;

#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use assay_model::span::Span;

use crate::quotes::Quote;
use crate::tokens::Tokens;
use crate::verbs::{is_finite, is_preposition};

use acronyms::Acronyms;
use bodies::Bodies;
use headings::Headings;
use headlines::Headline;
use offices::Offices;
pub(crate) use people::is_person_noun;
use people::{noun_gender, unnamed};
use persons::{Meant, Persons};
pub(crate) use run::{Named, named};
use run::{Run, is_body, run_at};
pub(crate) use run::{has_title, is_person};
use words::{first_name_gender, is_first_name, is_weak};
pub(crate) use words::{is_body_word, is_role};

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
    /// Whether they spoke, and were not only spoken of.
    spoke: bool,
    /// All persons near, for “he” and “she”.
    persons: Persons,
    /// The organisations that spoke, and those whose names say what they are.
    bodies: Bodies,
    offices: Offices,
    acronyms: Acronyms,
    headings: Headings,
    headline: Headline,
    /// Words that a body's name begins with: “Halvorsen” of Halvorsen Marine may be the firm, and not its founder.
    shared: HashSet<String>,
    /// Persons by their first names; nobody where two have the same.
    firsts: HashMap<String, Option<String>>,
    /// The body that spoke last, if nobody else has spoken since, and in which sentence.
    it: Option<(String, usize)>,
    /// The sentences read so far.
    sentences: usize,
}

#[derive(Debug, Clone)]
struct Name {
    full: String,
    person: bool,
    female: Option<bool>,
}

impl Names {
    /// Notes the persons of a sentence about to be read. Those that somebody's own words name are not who the article goes
    /// on about, nor those in brackets.
    pub(crate) fn begin(&mut self, tokens: &Tokens<'_>, sentence: &Range<usize>, quotes: &[Quote]) {
        let mut i = sentence.start;
        let mut inside = quotes.iter().peekable();
        while i < sentence.end {
            let word = tokens.word(i);
            while inside.next_if(|q| q.to <= i).is_some() {}
            if inside.peek().is_some_and(|q| q.from <= i) || i > 0 && matches!(tokens.word(i - 1), "[" | "(")
            {
                i += 1;
                continue;
            }
            if !(tokens.capital(i) || particles::begins(tokens, i))
                || matches!(word, "he" | "she" | "his" | "her")
            {
                self.note_unnamed(tokens, i);
                i += 1;
                continue;
            }
            let Some(run) = run_at(tokens, i, sentence.end) else {
                i += 1;
                continue;
            };
            i = run.to.max(i + 1);
            if run.from >= run.to {
                continue;
            }
            let single = particles::is_last_name(tokens, run.from, run.to);
            // “his sister, Ann, said”
            let described = run.from > 1
                && tokens.word(run.from - 1) == ","
                && is_person_noun(tokens.word(run.from - 2))
                && !tokens.capital(run.from - 2);
            if let Some(known) = self
                .full
                .get(tokens.word(run.to - 1))
                .filter(|k| k.person && (single || run.titled || k.is(tokens.slice(run.from, run.to))))
            {
                let female = known.female.or(run.female);
                let female = female.or_else(|| self.told_by_own(tokens, &run, sentence.end));
                self.headline.rival(&known.full, female);
                self.persons.add(&known.full, female, run.from);
            } else if (run.titled
                || described
                || !single && is_first_name(tokens.word(run.from)) && !is_body(tokens, &run))
                && !is_weak(tokens.word(run.to - 1))
            {
                let noun = if described { noun_gender(tokens.word(run.from - 2)) } else { None };
                let female = run.female.or(noun).or_else(|| first_name_gender(tokens.word(run.from)));
                let female = female.or_else(|| self.told_by_own(tokens, &run, sentence.end));
                if !single || run.titled {
                    self.headline.rival(tokens.slice(run.from, run.to), female);
                }
                self.persons.add(tokens.slice(run.from, run.to), female, run.from);
            } else if let Some(known) =
                self.full.get(tokens.word(run.to - 1)).filter(|k| single && k.full.contains(' '))
                && (acts(tokens, &run) || run.from == sentence.start && tokens.word(run.to) == ",")
            {
                // “Moe said” after Grete Moe, whose first name no list knows.
                self.persons.doubt(&known.full, run.from);
            } else if matches!(tokens.word(run.to), "himself" | "herself") {
                // “Torstensson himself fell ill”
                let female = Some(tokens.word(run.to) == "herself");
                self.persons.add(tokens.slice(run.from, run.to), female, run.from);
            } else if !single && run.to <= run.from + 4 && !is_body(tokens, &run) && acts(tokens, &run) {
                // “Per Lunde, a fisherman,”
                let noun = (run.to + 1..run.to + 7)
                    .take_while(|k| tokens.word(run.to) == "," && tokens.word(*k) != ",")
                    .find_map(|k| noun_gender(tokens.word(k)));
                let name = tokens.slice(run.from, run.to);
                if noun.is_none()
                    && let Some(female) = self.told_by_own(tokens, &run, sentence.end)
                {
                    // “Luisa Ferrante is already three hours into her working day.”
                    self.headline.rival(name, Some(female));
                    self.persons.add(name, Some(female), run.from);
                    let known = Name { full: name.to_owned(), person: true, female: Some(female) };
                    if self.full.len() < MOST {
                        self.full.entry(tokens.word(run.to - 1).to_owned()).or_insert(known);
                    }
                } else {
                    self.headline.rival(name, noun);
                    self.persons.doubt(name, run.from);
                }
            }
        }
    }

    /// Reads the names of a sentence; its first person is from now on “he” or “she”.
    ///
    /// Unless `spoken`: then it stays the speaker.
    pub(crate) fn read(&mut self, tokens: &Tokens<'_>, sentence: &Range<usize>, spoken: bool) {
        let mut subject: Option<Name> = None;
        let mut place = None;
        self.sentences += 1;
        self.acronyms.read(tokens, sentence);
        let mut i = sentence.start;
        while i < sentence.end {
            if let Some(end) = bodies::named_at(tokens, i, sentence.end) {
                self.bodies.add(tokens.slice(i, end));
            }
            let Some(run) = run_at(tokens, i, sentence.end) else {
                i += 1;
                continue;
            };
            i = run.to;
            if run.from == run.to {
                continue;
            }
            let single = run.to == run.from + 1;
            if !single && !run.titled && is_body(tokens, &run) && self.shared.len() < MOST {
                self.shared.insert(tokens.word(run.from).to_owned());
            }
            let last = tokens.word(run.to - 1);
            let full = tokens.slice(run.from, run.to);
            let known = self.full.get_mut(last);
            let person = run.titled || is_first_name(tokens.word(run.from)) && !is_body(tokens, &run);
            if person && !single || known.as_ref().is_some_and(|k| k.person) {
                let name = known.as_ref().filter(|k| k.person).map_or(full, |k| k.full.as_str());
                self.offices.read(tokens, &run, name);
            }
            // “His marriage to Mary Jones ended” goes on about him.
            let held = run.from > sentence.start && is_preposition(tokens.word(run.from - 1));
            if let Some(known) = known {
                known.person |= person && run.titled;
                known.female = known.female.or(run.female);
                if subject.is_none() && known.person && !held {
                    subject = Some(known.clone());
                    place = tokens.span(run.from, run.to);
                }
            } else if (!single || run.titled) && self.full.len() < MOST && !is_weak(last) {
                let female = run.female.or_else(|| first_name_gender(tokens.word(run.from)));
                let first = tokens.word(run.from);
                if person && !single && is_first_name(first) {
                    let holder = self.firsts.entry(first.to_owned()).or_insert_with(|| Some(full.to_owned()));
                    *holder = holder.take().filter(|h| h == full);
                }
                let name = Name { full: full.to_owned(), person, female };
                if subject.is_none() && person && !held {
                    subject = Some(name.clone());
                    place = tokens.span(run.from, run.to);
                }
                self.full.insert(last.to_owned(), name);
            }
        }
        let first = tokens.word(sentence.start);
        let pronoun = (sentence.start..sentence.end.min(sentence.start + 9))
            .any(|i| matches!(tokens.word(i), "he" | "she"));
        if !spoken && let Some(name) = doers::told_subject(tokens, sentence) {
            self.it = Some((name, self.sentences));
        }
        if subject.is_some() && !pronoun && !spoken && first != "according" {
            self.person = subject;
            self.place = place;
            self.spoke = false;
        }
        self.persons.end_sentence();
    }

    /// The speaker just named at token `at`, so that “he” and “the firm” after it mean them.
    ///
    /// `titled` with an office, or a `thing`, which is no person.
    pub(crate) fn spoke(&mut self, name: &str, place: Option<Span>, titled: bool, thing: bool, at: usize) {
        let last = last_word(name);
        let person = self.full.get(&last).is_some_and(|k| k.person && k.is(name));
        if !matches!(name, "It" | "it" | "They" | "they") {
            self.it = (!person && !titled).then(|| (name.to_owned(), self.sentences));
        }
        // “A fire service spokesman said”: “he added” may be his.
        self.spoke &= !name.split(' ').any(|w| unnamed(w).is_some() || is_person_noun(w));
        if let Some(known) = self.full.get(&last).filter(|k| k.person) {
            let known = known.clone();
            self.persons.add(&known.full, known.female, at);
            (self.person, self.place, self.spoke) = (Some(known), place, true);
        } else if name.starts_with(char::is_uppercase) && !name.starts_with("A ") {
            // Two or three capitalised words that are no body's may well be a person.
            let proper = |w: &&str| !particles::is_particle(w);
            let words = name.split(' ').filter(proper).count();
            let capitals = name
                .split(' ')
                .filter(proper)
                .all(|w| w.starts_with(char::is_uppercase) || w.starts_with("al-") || w.starts_with("el-"));
            // “the Prime Minister” is a person, but nobody known by name.
            let office = name.split(' ').all(|w| {
                let word = w.to_ascii_lowercase();
                offices::is_office_word(&word)
                    || is_role(&word)
                    || matches!(w, "of" | "State" | "Home" | "Culture")
            });
            let body = thing || office || name.split(' ').any(|w| is_body_word(&w.to_ascii_lowercase()));
            if (2..=3).contains(&words) && capitals && !body {
                let female =
                    first_name_gender(&name.split(' ').next().unwrap_or_default().to_ascii_lowercase());
                self.persons.add(name, female, at);
                let known = Name { full: name.to_owned(), person: true, female };
                (self.person, self.place, self.spoke) = (Some(known), place, true);
            }
            // “The company” is never a person.
            let first = name.split(' ').next().unwrap_or_default().to_ascii_lowercase();
            let plain = name.strip_prefix("The ").is_some_and(|rest| !rest.starts_with(char::is_uppercase));
            let pronoun = matches!(first.as_str(), "he" | "she" | "it" | "they" | "we" | "i" | "you" | "who");
            // “Anneke Bos” may be a person, and is not “the company” after her.
            let public = bodies::is_public(&name.to_lowercase());
            let person = (2..=3).contains(&words) && capitals && !body && !public;
            if !is_first_name(&first) && !titled && !plain && !pronoun && !person {
                self.bodies.add(name);
            }
        }
    }

    /// Whom “he” or “she” at token `at` means, if only one person near can be meant.
    pub(crate) fn pronoun(&self, word: &str, at: usize) -> Option<String> {
        let female = is_female(word)?;
        match self.persons.meant(female, at) {
            Meant::One(name) => Some(name.to_owned()),
            Meant::Open => None,
            Meant::Nobody => {
                if let Some(name) = self.headline.meant(female) {
                    return Some(name.to_owned());
                }
                if self.headline.is_open(female) {
                    return None;
                }
                let person = self.person.as_ref().filter(|p| p.female == Some(female))?;
                Some(person.full.clone())
            }
        }
    }

    /// Whom “he” in “he said” means: who spoke last goes on where more than one could be meant.
    fn speaker(&self, word: &str, at: usize) -> Option<String> {
        let female = is_female(word)?;
        let last = self.person.as_ref().filter(|p| self.spoke && self.persons.may_mean(&p.full, female, at));
        // One resolver for the statement and its claimant: who alone is near goes before who spoke last.
        let near = match self.persons.meant(female, at) {
            Meant::One(name) => Some(name.to_owned()),
            _ => None,
        };
        near.or_else(|| last.map(|p| p.full.clone())).or_else(|| self.pronoun(word, at))
    }

    /// What “it” in “it said” means: the body that spoke in this sentence or the one before; “they”, where it is many.
    fn body(&self, word: &str) -> Option<String> {
        let (name, sentence) = self.it.as_ref().filter(|(_, n)| n + 1 >= self.sentences)?;
        let first = name.split(' ').next().unwrap_or_default();
        let many = doers::is_several(&first.to_ascii_lowercase()) || name.ends_with(" Police");
        let _ = sentence;
        let means = match word {
            "it" => !many && !self.is_person(name),
            "they" => many,
            _ => false,
        };
        means.then(|| name.clone())
    }

    /// The person spoken of last, and where.
    pub(crate) fn subject(&self) -> Option<(String, Span)> {
        Some((self.person.as_ref()?.full.clone(), self.place?))
    }

    /// Whether this full name is a person's.
    pub(crate) fn is_person(&self, name: &str) -> bool {
        let last = last_word(name);
        self.full_name(&last).is_some() || self.person.as_ref().is_some_and(|p| p.full == name)
    }

    /// The full name of the person whose last name, with its particles, begins at `i`, and where that ends.
    pub(crate) fn last_name_at(&self, tokens: &Tokens<'_>, i: usize, end: usize) -> Option<(&str, usize)> {
        let last = if tokens.capital(i) && !particles::is_particle(tokens.word(i)) {
            i
        } else {
            let behind = particles::behind(tokens, i + usize::from(tokens.capital(i)));
            let hyphen = usize::from(tokens.word(behind) == "-" && !tokens.spaced(behind));
            let behind = behind + hyphen;
            (tokens.capital(behind) && (behind > i)).then_some(behind)?
        };
        // “Smith-Jones”
        let double = tokens.word(last + 1) == "-" && !tokens.spaced(last + 1) && tokens.capital(last + 2);
        let last = if double { last + 2 } else { last };
        let full = self.full_name(tokens.word(last)).filter(|_| last < end)?;
        // “Mr Abbott” is not Doris Abbott.
        let point = usize::from(i > 1 && tokens.word(i - 1) == ".");
        let female = match i.checked_sub(1 + point).map_or("", |t| tokens.word(t)) {
            "mr" | "sir" | "lord" => Some(false),
            "mrs" | "ms" | "miss" | "lady" | "dame" => Some(true),
            _ => None,
        };
        let known = self.full.get(tokens.word(last)).and_then(|n| n.female);
        if female.is_some_and(|f| known == Some(!f))
            || female.is_none() && i == last && self.shared.contains(tokens.word(last))
        {
            return None;
        }
        // “von der Leyen” may end the name of Ursula von der Leyen, not that of Tom Leyen.
        let whole = tokens.slice(i, last + 1).to_lowercase();
        // “Smith” in “Smith-Jones”
        let hyphen = tokens.word(last + 1) == "-" && !tokens.spaced(last + 1);
        (!hyphen && full.to_lowercase().ends_with(&whole)).then_some((full, last + 1))
    }

    /// The full name of a person known by this last name.
    pub(crate) fn full_name(&self, last: &str) -> Option<&str> {
        self.full.get(last).filter(|n| n.person).map(|n| n.full.as_str())
    }
}

impl Name {
    /// Whether these words are the name, or the end of it.
    fn is(&self, words: &str) -> bool {
        let (full, words) = (self.full.to_lowercase(), words.to_lowercase());
        full.ends_with(&words) || words.ends_with(&full)
    }
}

/// The last word of a name, in lower case as tokens have it.
fn last_word(name: &str) -> String {
    name.rsplit([' ', '-']).next().unwrap_or_default().to_ascii_lowercase()
}

/// Whether a run of capitalised words that no list knows does what persons do: speaks, is so old, or is one “who”.
fn acts(tokens: &Tokens<'_>, run: &Run) -> bool {
    let to = run.to;
    let aged = tokens.word(to) == ","
        && (tokens.is(to + 1, crate::tokens::Kind::Number) && tokens.word(to + 2) == ","
            || matches!(tokens.word(to + 1), "who" | "whose")
            || (to + 2..to + 7)
                .take_while(|k| tokens.word(*k) != ",")
                .any(|k| is_person_noun(tokens.word(k)) && tokens.word(k + 1) == ","));
    aged || is_finite(tokens, to) && !tokens.capital(to)
}

/// Whether a pronoun is a woman's; nothing for other words.
fn is_female(word: &str) -> Option<bool> {
    match word {
        "he" | "him" | "his" => Some(false),
        "she" | "her" => Some(true),
        _ => None,
    }
}
