//! Likeness: whether two claims may say the same, in what they agree and in what they differ.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::claim::ClaimRow;
use crate::time::Instant;
use crate::verdict::Verdict;
use crate::words::words;

words! {
    /// What two claims are compared by.
    pub enum Aspect ("aspect") {
        /// Who or what is named.
        Name = "name", "Names";
        /// When it was.
        Date = "date", "Date";
        /// A number, an amount, a share, a length of time.
        Value = "value", "Value";
        /// One says no where the other says yes, or the opposite word.
        Polarity = "polarity", "Negation";
        /// Who says it.
        Claimant = "claimant", "Claimant";
        /// The other words.
        Words = "words", "Words";
    }
}

/// One thing that two claims have in common, or in which they differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Trait {
    /// What sort of thing.
    pub aspect: Aspect,
    /// In this claim's words; empty where it says nothing of it.
    pub ours: String,
    /// In the other's words; empty where that says nothing of it.
    pub theirs: String,
}

/// How like two claims are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Likeness {
    /// The probability that a checker would want to see the other one beside this one: that both say the same, that one
    /// is a part of the other, or that they contradict each other. 0 to 1.
    pub likeness: f64,
    /// They are about one thing, as it seems, and cannot both be true.
    pub contradicts: bool,
    /// What they have in common.
    pub agrees: Vec<Trait>,
    /// In what they differ.
    pub differs: Vec<Trait>,
}

impl Likeness {
    /// The least likeness at which a claim is shown beside another.
    pub const NEAR: f64 = 0.3;

    /// The least likeness, what is at odds left aside, at which two claims are taken to be about one thing.
    pub const ONE_THING: f64 = 0.6;
}

/// What was found of a claim, and when: offered to those who check a claim like it, and never copied by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EarlierVerdict {
    /// The verdict.
    pub verdict: Verdict,
    /// Its name by the scale that it was given on, where that is not Assay's own.
    pub rating_name: Option<String>,
    /// When it was signed off; when the claim was last edited, if it is not.
    pub at: Instant,
    /// Who signed it off, if it is.
    pub signed_off_by: Option<String>,
    /// Whether it has a rationale, so that it can be taken over.
    pub reasoned: bool,
}

/// A claim that may say the same as another one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct NearClaim {
    /// The claim.
    pub row: ClaimRow,
    /// How like it is, in percent.
    pub likeness: u32,
    /// What both have in common.
    pub agrees: Vec<Trait>,
    /// In what they differ.
    pub differs: Vec<Trait>,
    /// They may be about one thing and cannot both be true.
    pub contradicts: bool,
    /// What was found of it.
    pub earlier: Option<EarlierVerdict>,
}
