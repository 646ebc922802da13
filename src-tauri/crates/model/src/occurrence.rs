//! Occurrences: where else the words of a claim stand, and in what they differ there.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::span::Span;
use crate::words::words;

words! {
    /// What sort of thing differs between two passages. The first four can make another claim of it.
    pub enum DifferenceSort ("difference") {
        /// A number, or its unit.
        Number = "number", "Number";
        /// A date or a part of one.
        Date = "date", "Date";
        /// A name.
        Name = "name", "Name";
        /// One says no where the other says yes.
        Polarity = "polarity", "Negation";
        /// Another word, one more or one less.
        Word = "word", "Words";
        /// Capitals.
        Case = "case", "Capitals";
        /// Quotation marks or apostrophes.
        Quotes = "quotes", "Quotation marks";
        /// Other marks between the words.
        Punctuation = "punctuation", "Punctuation";
        /// White space.
        Spacing = "spacing", "Spaces";
        /// Characters that are not seen.
        Hidden = "hidden", "Invisible characters";
    }
}

impl DifferenceSort {
    /// Whether it can make another claim of the passage, so that a person has to look.
    pub const fn matters(self) -> bool {
        matches!(self, Self::Number | Self::Date | Self::Name | Self::Polarity)
    }
}

/// One thing in which a passage differs from the claim's own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Difference {
    /// What sort of thing.
    pub sort: DifferenceSort,
    /// The claim's words; empty where the passage has more.
    pub ours: String,
    /// The passage's words; empty where it lacks them.
    pub theirs: String,
    /// Where the passage's words stand in the document, in code points.
    pub place: Option<Span>,
}

/// A passage that is equal or nearly equal to another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// Where it stands, in code points of the document.
    pub span: Span,
    /// The share of words in common, in percent; 100 only where all characters are the same.
    pub likeness: u32,
    /// In what it differs.
    pub differences: Vec<Difference>,
}
