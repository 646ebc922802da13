//! How claims stand to one another.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::{ClaimId, ClaimRef};
use crate::verdict::{Status, Verdict};
use crate::words::words;

words! {
    /// How a claim stands to another. Each relation is kept from both sides.
    pub enum RelationKind ("relation") {
        /// Both say the same.
        SameAs = "same-as", "Same as";
        /// They look the same and are not, as somebody has found: they are not shown to each other again.
        DifferentFrom = "different-from", "Not the same as";
        /// It was found to be the same and its mentions and evidence went over to the other.
        MergedInto = "merged-into", "Merged into";
        /// The other side of that.
        MergedFrom = "merged-from", "Merged with";
        /// They cannot both be true.
        Contradicts = "contradicts", "Contradicts";
        /// It is a part that was split off from the other.
        PartOf = "part-of", "Part of";
        /// The other side of that.
        HasPart = "has-part", "Has part";
    }
}

impl RelationKind {
    /// The same relation seen from the other claim.
    #[must_use]
    pub const fn inverse(self) -> Self {
        match self {
            Self::SameAs => Self::SameAs,
            Self::DifferentFrom => Self::DifferentFrom,
            Self::Contradicts => Self::Contradicts,
            Self::MergedInto => Self::MergedFrom,
            Self::MergedFrom => Self::MergedInto,
            Self::PartOf => Self::HasPart,
            Self::HasPart => Self::PartOf,
        }
    }

    /// Whether a person may set it as it is; merging and unmerging have verbs of their own.
    pub const fn is_plain(self) -> bool {
        !matches!(self, Self::MergedInto | Self::MergedFrom)
    }
}

/// A claim's relation to another one, with what is shown of that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Relation {
    /// How this claim stands to the other.
    pub kind: RelationKind,
    /// The other claim's key.
    #[ts(type = "number")]
    pub key: i64,
    /// Its id.
    pub id: ClaimId,
    /// Its short reference.
    #[serde(rename = "ref")]
    pub reference: ClaimRef,
    /// Its label.
    pub label: String,
    /// How far the work on it has come.
    pub status: Status,
    /// What was found of it.
    pub verdict: Option<Verdict>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relation_turned_round_twice_is_itself() {
        for kind in RelationKind::ALL {
            assert_eq!(kind.inverse().inverse(), *kind);
            assert_eq!(kind.is_plain(), kind.inverse().is_plain());
        }
    }
}
