//! The query language: text ⇄ tree ⇄ chips and facets are one thing.
//!
//! `status:open,in-progress -tag:print "New START" claimant:Lavrov` – a term is `key:value`, values joined by commas
//! mean *or*, a leading `-` means *not*, quotes hold a phrase together, and all terms must hold. Parsing never fails:
//! what is no term of the language is text to look for, with a hint where a key seems to have been meant.

mod parse;
mod sort;
mod write;

pub use parse::parse;
pub use sort::{Sort, SortKey};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::words::words;

words! {
    /// What a term asks about.
    pub enum Key ("key") {
        /// The status.
        Status = "status", "Status";
        /// The verdict; `none` for no verdict.
        Verdict = "verdict", "Verdict";
        /// The value of the scale it was judged by, such as `half-true`.
        Rating = "rating", "Rating";
        /// Whether it was said: a verdict; `none` for no verdict.
        Said = "said", "Said";
        /// Who makes the claim, by part of the name; in the document's own voice its publisher.
        Claimant = "claimant", "Claimant";
        /// The document, by reference or part of its title or publisher.
        Document = "document", "Document";
        /// The sort of claim.
        Kind = "kind", "Kind";
        /// A tag.
        Tag = "tag", "Tag";
        /// The priority.
        Priority = "priority", "Priority";
        /// Who checks it or reads it again, by part of the name, or by `=` and all of it; `me` for who asks.
        Person = "person", "Person";
        /// Who checks it, by part of the name; `none` for nobody, `me` for who asks.
        Checker = "checker", "Checker";
        /// Who reads it again, by part of the name; `none` for nobody, `me` for who asks.
        Reviewer = "reviewer", "Reviewer";
        /// What it has: `evidence`, `primary`, `rationale`, `verdict`, `value`, `note`, `open-question`.
        Has = "has", "Has";
        /// What it lacks, of the same.
        No = "no", "Lacks";
    }
}

/// A query: all its terms must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Query {
    /// In the order written.
    pub terms: Vec<Term>,
}

/// One condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Term {
    /// The condition must not hold.
    pub negated: bool,
    /// What it asks about; none for words in the text.
    pub key: Option<Key>,
    /// Any of these will do. Never empty.
    pub values: Vec<String>,
}

/// Something in a query that was taken as text but looks like a slip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Hint {
    /// First code point of it in the query.
    pub start: u32,
    /// One after the last code point.
    pub end: u32,
    /// What to do: “There is no key “statsu”; did you mean “status”?”
    pub message: String,
}

impl Query {
    /// Whether any term asks about `key`.
    pub fn asks(&self, key: Key) -> bool {
        self.terms.iter().any(|t| t.key == Some(key))
    }

    /// The same query with `me` read as this person: as `=` and the name, which asks for that name and no other that
    /// holds it.
    #[must_use]
    pub fn asked_by(&self, person: &str) -> Self {
        let mut query = self.clone();
        for term in &mut query.terms {
            if matches!(term.key, Some(Key::Person | Key::Checker | Key::Reviewer)) {
                for value in term.values.iter_mut().filter(|v| v.eq_ignore_ascii_case("me")) {
                    *value = format!("={person}");
                }
            }
        }
        query
    }

    /// The same query without the terms about `key`: what a facet's own counts are taken over.
    #[must_use]
    pub fn without(&self, key: Key) -> Self {
        Self { terms: self.terms.iter().filter(|t| t.key != Some(key)).cloned().collect() }
    }
}
