//! The one person that a headline names, whom a portrait calls “she” throughout.

use super::run::{is_body, run_at};
use super::words::{first_name_gender, is_first_name, is_weak};
use super::{Name, Names};
use crate::tokens::Tokens;

/// Whom the headline names, and whether the text names others whom “he” and “she” may mean.
#[derive(Debug, Default)]
pub(super) struct Headline {
    name: Option<Name>,
    /// Whether a headline has named somebody at all.
    named: bool,
    he: bool,
    she: bool,
}

impl Headline {
    /// Somebody is named in the text, whose gender is known or not.
    pub(super) fn rival(&mut self, full: &str, female: Option<bool>) {
        if self.name.as_ref().is_some_and(|n| !n.is(full) && last(&n.full) != last(full)) {
            self.he |= female != Some(true);
            self.she |= female != Some(false);
        }
    }

    /// The headline's person, if a pronoun of this gender can mean nobody else.
    pub(super) fn meant(&self, female: bool) -> Option<&str> {
        let free = if female { !self.she } else { !self.he };
        self.name.as_ref().filter(|n| free && n.female == Some(female)).map(|n| n.full.as_str())
    }

    /// Whether a pronoun of this gender may mean the headline's person, and another as well.
    pub(super) fn is_open(&self, female: bool) -> bool {
        let named = self.name.as_ref().is_some_and(|n| n.female == Some(female));
        named && self.meant(female).is_none()
    }
}

fn last(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or_default()
}

impl Names {
    /// Reads a headline: one person named in it, and no other, is whom the text is about.
    pub(crate) fn headline(&mut self, tokens: &Tokens<'_>) {
        let mut i = 0;
        while i < tokens.len() {
            let Some(run) = run_at(tokens, i, tokens.len()) else {
                i += 1;
                continue;
            };
            i = run.to.max(i + 1);
            let person = run.to > run.from + 1
                && run.to <= run.from + 3
                && is_first_name(tokens.word(run.from))
                && !is_body(tokens, &run)
                && !is_weak(tokens.word(run.to - 1));
            if !person {
                continue;
            }
            let full = tokens.slice(run.from, run.to).to_owned();
            let female = run.female.or_else(|| first_name_gender(tokens.word(run.from)));
            let first = !self.headline.named;
            self.headline.named = true;
            self.headline.name = first.then_some(Name { full, person: true, female });
        }
    }
}
