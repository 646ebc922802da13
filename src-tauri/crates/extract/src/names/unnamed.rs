//! Those who are spoken of without a name: “the man”, “his lawyer”, “Chloe’s mother”.

use super::people::{describes_another, introduces, noun_gender, unnamed};
use super::persons::Meant;
use super::words::{first_name_gender, is_body_word, is_weak};
use super::{Name, Names, is_female, is_person_noun};
use crate::tokens::Tokens;

impl Names {
    /// “he”, “the man”, “his lawyer”: somebody spoken of without a name.
    pub(super) fn note_unnamed(&mut self, tokens: &Tokens<'_>, i: usize) {
        match tokens.word(i) {
            "he" => self.persons.pronoun(false),
            "she" => self.persons.pronoun(true),
            word => {
                // “spokeswoman Maria Zakharova” and “his wife, Jane” have a name.
                let next = i + 1 + usize::from(tokens.word(i + 1) == ",");
                let person = is_person_noun(word);
                let first = if person { introduces(tokens, i) } else { None };
                // “His lawyer, Tom Reed, says he …”: the one who has the lawyer is spoken of as much as the lawyer.
                if let Some(owner) = first.and_then(|f| Some((f, is_female(tokens.word(f))?))) {
                    self.note_owner(owner.0, owner.1);
                } else if let Some(name) = first.and_then(|f| self.kin_owner(tokens, f, word)) {
                    self.persons.add(&name.full, name.female, i);
                }
                if tokens.capital(next) {
                    return;
                }
                if let Some(gender) = unnamed(word) {
                    let other = first.is_some_and(|f| describes_another(tokens, f));
                    if !other {
                        self.persons.add_unnamed(gender.female, i);
                    }
                } else if let Some(first) = first.filter(|f| !describes_another(tokens, *f)) {
                    self.persons.add_unnamed(noun_gender(word), first.max(i));
                }
            }
        }
    }

    /// “Chloe’s mother”: the one with the name before the mark at `mark`, as only persons have kin.
    fn kin_owner(&self, tokens: &Tokens<'_>, mark: usize, noun: &str) -> Option<Name> {
        let owner = mark.checked_sub(1)?;
        let kin = noun_gender(noun).is_some() || matches!(noun, "partner" | "cousin" | "friend" | "parents");
        if !kin || !matches!(tokens.word(mark), "’s" | "'s") || !tokens.capital(owner) {
            return None;
        }
        let word = tokens.word(owner);
        if let Some(known) = self.full.get(word).filter(|k| k.person) {
            return Some(known.clone());
        }
        if let Some(Some(full)) = self.firsts.get(word) {
            return Some(Name { full: full.clone(), person: true, female: first_name_gender(word) });
        }
        let plain = !is_body_word(word) && !is_weak(word);
        plain.then(|| Name {
            full: tokens.raw(owner).to_owned(),
            person: true,
            female: first_name_gender(word),
        })
    }

    /// Whoever “his” or “her” at `at` means, before somebody who is theirs.
    fn note_owner(&mut self, at: usize, female: bool) {
        let known = match self.persons.meant(female, at) {
            Meant::One(name) => Some(name.to_owned()),
            Meant::Open => return,
            Meant::Nobody => None,
        };
        match known {
            Some(name) => self.persons.add(&name, None, at),
            None => self.persons.add_unnamed(Some(female), at),
        }
    }
}
