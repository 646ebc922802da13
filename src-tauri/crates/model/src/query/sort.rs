//! In which order the ledger shows claims.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::words::words;

words! {
    /// What the ledger is sorted by.
    pub enum SortKey ("sort key") {
        /// When it was last edited.
        Edited = "edited", "last edit";
        /// How much the words of the query say about it, the most first; by the last edit where the query has none, or only words
        /// that stand in thousands of claims.
        Relevance = "relevance", "relevance";
        /// The reference's number.
        Reference = "ref", "reference";
        /// The label.
        Label = "label", "claim";
        /// Whose voice it is in.
        Claimant = "claimant", "claimant";
        /// The document it is first mentioned in.
        Document = "document", "document";
        /// The value's normal form.
        Value = "value", "value";
        /// The verdict, in the scale's order.
        Verdict = "verdict", "verdict";
        /// The status, in the order of the work.
        Status = "status", "status";
        /// The sort of claim.
        Kind = "kind", "kind";
        /// The priority.
        Priority = "priority", "priority";
        /// How much it wants checking.
        Score = "score", "score";
        /// Pieces of evidence.
        Evidence = "evidence", "evidence";
        /// Who checks it.
        Checker = "checker", "checker";
    }
}

/// An order of the ledger; ties go by reference, the lowest first, which is reading order in a new import. Written `edited`, or `-edited` for the
/// greatest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct Sort {
    /// By what.
    pub key: SortKey,
    /// The greatest first.
    pub descending: bool,
}

impl Default for Sort {
    /// Last edited first.
    fn default() -> Self {
        Self { key: SortKey::Edited, descending: true }
    }
}

impl std::fmt::Display for Sort {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}", if self.descending { "-" } else { "" }, self.key)
    }
}

impl std::str::FromStr for Sort {
    type Err = crate::UnknownWord;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let (word, descending) = s.strip_prefix('-').map_or((s, false), |word| (word, true));
        Ok(Self { key: word.parse()?, descending })
    }
}
