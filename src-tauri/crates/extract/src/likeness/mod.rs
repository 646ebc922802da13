//! How like two claims are: whether they may say the same, in what they agree and in what they differ.
//!
//! A claim is drawn as its words of content, its values and whether it denies. Two are compared by the share of words that
//! stand in both, each weighed by how rare it is among all claims (inverse document frequency, Spärck Jones 1972), where
//! forms of a word, words that report the same and initials count as one; by their values, as reaches that may overlap; and
//! by what turns a meaning round. A logistic regression makes a probability of it; `decisions/0012-claims-that-may-be-the-same.md`
//! tells what it was learnt from and how far to trust it.

mod compared;
mod kin;
#[cfg(test)]
mod tests;
mod values;
mod words;

use assay_model::likeness::Likeness;
use assay_model::time::PartialDate;

use self::compared::Compared;
use self::values::Stated;
use self::words::{Word, content, stem};
use crate::tokens::{Kind, Tokens};
use crate::values::{Calendar, find};
use crate::verbs::is_function;

/// A claim as it is compared.
#[derive(Debug, Clone, Default)]
pub struct Portrait {
    words: Vec<Word>,
    values: Vec<Stated>,
    negative: bool,
    /// Which of its words is the main verb.
    verb: Option<usize>,
    claimant: Option<String>,
    published: Option<PartialDate>,
}

/// By what two claims are compared, as numbers from 0 to 1 for [`WEIGHTS`].
pub type Measures = [f64; 13];

/// What each of the measures weighs in the likeness, and last the constant. Learnt by `cargo xtask evaluate --learn-likeness`.
pub const WEIGHTS: [f64; 14] =
    [-0.58, -0.36, 2.72, 3.11, 0.71, 1.73, -1.65, -3.11, -0.66, 0.64, 0.72, 0.78, -2.43, -5.90];

/// The least likeness, what is at odds left aside, at which two claims are taken to be about one thing told twice.
const SURELY: f64 = 0.85;

/// How much of the likeness stays where all but a value is the same, and both may be so at their time.
const LATER: f64 = 0.5;

/// The most words of a claim that are compared: beyond that it is no claim.
const MOST_WORDS: usize = 200;

impl Portrait {
    /// Draws a claim by its statement, who says it and when the text was published, which anchors “on Thursday”. `english` if
    /// the statement is.
    pub fn new(
        statement: &str,
        claimant: Option<&str>,
        published: Option<&PartialDate>,
        english: bool,
    ) -> Self {
        let tokens = Tokens::new(statement, 0);
        let mut calendar = Calendar::new(published, statement);
        let drafts = find(&tokens, &(0..tokens.len()), english, &mut calendar);
        let taken: Vec<_> = drafts.iter().map(|d| d.from..d.to).collect();
        let mut content = content(&tokens, &taken);
        content.words.truncate(MOST_WORDS);
        // What a number counts is no date: “treated 250 in January”.
        let is_counted = |i: &usize| {
            tokens.is(*i, Kind::Word) && !is_function(tokens.word(*i)) && !taken.iter().any(|r| r.contains(i))
        };
        let counted = |to: usize| {
            let next = (to..tokens.len().min(to + 3)).find(is_counted)?;
            Some(stem(&tokens.word(next).to_lowercase()))
        };
        let values = drafts.iter().filter_map(|d| Some(Stated::new(d.finish(&tokens)?, counted(d.to))));
        Self {
            values: values.take(MOST_WORDS).collect(),
            words: content.words,
            negative: content.negative,
            verb: content.verb,
            claimant: claimant.map(str::to_owned),
            published: published.cloned(),
        }
    }

    /// Its words in lower case, by which others like it are looked for; numbers as they are written.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        let written = self.values.iter().flat_map(|v| v.value.text.split(|c: char| !c.is_alphanumeric()));
        self.words.iter().map(|w| w.folded.as_str()).chain(written.filter(|w| w.len() > 1))
    }

    /// Whether there is anything in it to compare.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Compares it with another claim. `weight` says how much a word counts, the rarer the more.
    pub fn compare(&self, other: &Self, weight: &dyn Fn(&str) -> f64) -> Likeness {
        let compared = Compared::new(self, other, weight);
        let measures = compared.measures();
        let (agrees, differs) = compared.traits();
        // What differs must not count twice: a pair that is alike in all but a number is less alike for that, but all the
        // more to be seen.
        let one_thing = probability(&compared.as_if_agreed());
        let told = compared.tells_enough();
        let one_thing_told = told && one_thing >= Likeness::ONE_THING && !compared.of_others();
        let contradicts = one_thing_told && compared.is_at_odds() && !compared.begin_apart();
        let likeness = match (contradicts, one_thing_told, told) {
            (true, ..) => one_thing,
            // It may be the same with another figure by then.
            (false, true, _) if one_thing >= SURELY => probability(&measures).max(one_thing * LATER),
            (false, _, true) => probability(&measures),
            (false, _, false) => 0.0,
        };
        Likeness { likeness, contradicts, agrees, differs }
    }

    /// By what it compares with another claim.
    pub fn measures(&self, other: &Self, weight: &dyn Fn(&str) -> f64) -> Measures {
        Compared::new(self, other, weight).measures()
    }
}

/// How much a word counts that stands in so many of so many claims. In a small workspace no word is common by chance.
pub fn rarity(found: usize, of: usize) -> f64 {
    /// As many claims as if the workspace had been begun with, and in how many of them any word stands.
    const BEFORE: (f64, f64) = (1000.0, 2.0);
    (1.0 + (of as f64 + BEFORE.0) / (found as f64 + BEFORE.1)).ln()
}

fn probability(measures: &Measures) -> f64 {
    let sum: f64 = measures.iter().zip(WEIGHTS).map(|(m, w)| m * w).sum();
    let constant = WEIGHTS.last().copied().unwrap_or_default();
    1.0 / (1.0 + (-(sum + constant)).exp())
}
