//! The query language: text ⇄ tree ⇄ chips and facets are one thing.
//!
//! `status:open,in-progress -tag:print "New START" claimant:Lavrov` – a term is `key:value`, values joined by commas
//! mean *or*, a leading `-` means *not*, quotes hold a phrase together, and all terms must hold. Parsing never fails:
//! what is no term of the language is text to look for, with a hint where a key seems to have been meant.

pub mod compare;
mod meant;
mod parse;
mod sort;
mod values;
mod write;

pub use compare::Bound;
pub use parse::parse;
pub use sort::{Sort, SortKey};
pub use values::{Being, Having, NONE, Part, is_none};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::words::words;

words! {
    /// What a term asks about. What each finds is said here, for whatever answers queries.
    ///
    /// A part of a name is looked for without regard to case; after `=` stands the whole name as it is written. `none`
    /// finds claims that have nothing of the kind. Comparisons are read by [`compare`], words by [`Key::words`]; a value
    /// that is neither finds nothing ([`Key::reads`]). A claim in several documents is found by any of them.
    pub enum Key ("key") {
        /// The status.
        Status = "status", "Status";
        /// The verdict; `none` for no verdict.
        Verdict = "verdict", "Verdict";
        /// The value of the scale it was judged by, such as `half-true`; `none` for none.
        Rating = "rating", "Rating";
        /// Whether it was said: a verdict; `none` for no verdict.
        Said = "said", "Said";
        /// Who makes the claim, by part of the name or `=` and all of it; in the document's own voice its publisher, or
        /// without one its title; `none` if nobody is known.
        Claimant = "claimant", "Claimant";
        /// A document it is mentioned in, by reference or part of its title or publisher.
        Document = "document", "Document";
        /// The publisher of a document it is mentioned in, by part of the name or `=` and all of it; `none` if none of
        /// its documents has one.
        Publisher = "publisher", "Publisher";
        /// The language of a document it is mentioned in, by its BCP 47 tag, of which the first parts will do: `en` also
        /// finds `en-GB`, `=en` does not; `none` if of none of its documents it is known.
        Language = "language", "Language";
        /// The year in which a document it is mentioned in was published, also compared; `none` if of none it is known.
        Year = "year", "Year";
        /// When a document it is mentioned in was published, also compared: a year, month or day that the date wholly
        /// lies in; `none` if of none it is known.
        Published = "published", "Published";
        /// The sort of claim.
        Kind = "kind", "Kind";
        /// A tag, by all of it in any case, or by `=` and as it is written.
        Tag = "tag", "Tag";
        /// A date or time that it states, also compared: a year, month or day that it wholly lies in; `none` if it
        /// states none that names its year.
        ValueDate = "value.date", "Date stated";
        /// The priority.
        Priority = "priority", "Priority";
        /// How much it wants checking, 0 to 1, also compared; a bare number is rounded to as the ledger shows it; `none`
        /// if that was never reckoned.
        Score = "score", "Score";
        /// How many pieces of evidence it has, also compared.
        Evidence = "evidence", "Evidence";
        /// Who checks it or reads it again, by part of the name, or by `=` and all of it; `none` for nobody, `me` for
        /// who asks.
        Person = "person", "Person";
        /// Who checks it, by part of the name, or by `=` and all of it; `none` for nobody, `me` for who asks.
        Checker = "checker", "Checker";
        /// Who reads it again, by part of the name, or by `=` and all of it; `none` for nobody, `me` for who asks.
        Reviewer = "reviewer", "Reviewer";
        /// What it has: a [`Having`].
        Has = "has", "Has";
        /// What it lacks, of the same.
        No = "no", "Lacks";
        /// How it is: a [`Being`]. [`Query::asked_by`] makes `=` and a name of `mine`.
        Is = "is", "Is";
        /// Where the words of this query are looked for: in any of these [`Part`]s, or with `-` in none of them. By itself
        /// it finds every claim. Where it stands, a reference is looked for as a word like any other.
        In = "in", "In";
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

/// The most values that a query may have in all its terms. A text that was pasted by mistake has more.
pub const MOST_VALUES: usize = 500;

/// Something in a query that looks like a slip: text that may have been meant as a key, or a value that finds nothing.
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

    /// The same query with `me` and `is:mine` read as this person: as `=` and the name, which asks for that name and no
    /// other that holds it.
    #[must_use]
    pub fn asked_by(&self, person: &str) -> Self {
        let mut query = self.clone();
        for term in &mut query.terms {
            let me = match term.key {
                Some(Key::Person | Key::Checker | Key::Reviewer) => "me",
                Some(Key::Is) => Being::Mine.word(),
                _ => continue,
            };
            for value in term.values.iter_mut().filter(|v| v.eq_ignore_ascii_case(me)) {
                *value = format!("={person}");
            }
        }
        query
    }

    /// Where its words are looked for.
    pub fn parts(&self) -> Vec<Part> {
        let named = |negated: bool| {
            let terms = self.terms.iter().filter(move |t| t.key == Some(Key::In) && t.negated == negated);
            terms.flat_map(|t| &t.values).filter_map(|v| v.to_ascii_lowercase().parse().ok())
        };
        let (wanted, unwanted): (Vec<Part>, Vec<Part>) = (named(false).collect(), named(true).collect());
        let limited = self.terms.iter().any(|t| t.key == Some(Key::In) && !t.negated);
        let parts = Part::ALL.iter().copied();
        parts.filter(|p| (!limited || wanted.contains(p)) && !unwanted.contains(p)).collect()
    }

    /// Whether it has more values than are ever answered: such a query finds nothing, rather than more than it says.
    pub fn is_too_long(&self) -> bool {
        self.terms.iter().map(|t| t.values.len()).sum::<usize>() > MOST_VALUES
    }

    /// The same query without the terms about `key`: what a facet's own counts are taken over.
    #[must_use]
    pub fn without(&self, key: Key) -> Self {
        Self { terms: self.terms.iter().filter(|t| t.key != Some(key)).cloned().collect() }
    }
}
