//! Identifiers: `UUIDv7` for things that leave the workspace, short references for people.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident;)+) => { $(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
        #[ts(type = "string")]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new one, ordered by time of creation.
            #[expect(clippy::new_without_default, reason = "a default that differs at each call would surprise")]
            pub fn new() -> Self { Self(Uuid::now_v7()) }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(s: &str) -> Result<Self, Self::Err> { Uuid::parse_str(s).map(Self) }
        }
    )+ };
}

ids! {
    /// A document: an article, a transcript, any text that is checked or quoted.
    DocumentId;
    /// One immutable text of a document.
    RevisionId;
    /// A claim.
    ClaimId;
    /// A place in a text where a claim is made.
    MentionId;
    /// A source that evidence is taken from.
    SourceId;
    /// One piece of evidence for one claim.
    EvidenceId;
    /// A file kept with a source.
    CopyId;
    /// A note on a claim.
    NoteId;
    /// A person who works in the workspace.
    PersonId;
    /// A saved view.
    ViewId;
}

/// A claim's short reference, such as `DG-10`: the workspace's prefix and a number that is never used again.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[ts(type = "string")]
#[serde(into = "String", try_from = "String")]
pub struct ClaimRef {
    /// Letters of the workspace's name, upper case.
    pub prefix: String,
    /// Counts from one.
    pub number: u32,
}

/// A document's short reference, such as `D1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[ts(type = "string")]
#[serde(into = "String", try_from = "String")]
pub struct DocumentRef(
    /// Counts from one.
    pub u32,
);

/// A source's short reference, such as `R1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[ts(type = "string")]
#[serde(into = "String", try_from = "String")]
pub struct SourceRef(
    /// Counts from one.
    pub u32,
);

/// A text that is not a reference.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a reference; claims look like DG-10, documents like D1, sources like R1")]
pub struct NotAReference(pub String);

impl fmt::Display for ClaimRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.prefix, self.number)
    }
}

impl FromStr for ClaimRef {
    type Err = NotAReference;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let parsed = s.rsplit_once('-').and_then(|(prefix, number)| {
            let letters = !prefix.is_empty() && prefix.chars().all(char::is_alphanumeric);
            let number = number.parse().ok().filter(|n| *n > 0)?;
            letters.then(|| Self { prefix: prefix.to_uppercase(), number })
        });
        parsed.ok_or_else(|| NotAReference(s.to_owned()))
    }
}

impl fmt::Display for DocumentRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "D{}", self.0)
    }
}

impl FromStr for DocumentRef {
    type Err = NotAReference;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let number = s.strip_prefix(['D', 'd']).and_then(|n| n.parse().ok()).filter(|n| *n > 0);
        number.map(Self).ok_or_else(|| NotAReference(s.to_owned()))
    }
}

impl fmt::Display for SourceRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "R{}", self.0)
    }
}

impl FromStr for SourceRef {
    type Err = NotAReference;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let number = s.strip_prefix(['R', 'r']).and_then(|n| n.parse().ok()).filter(|n| *n > 0);
        number.map(Self).ok_or_else(|| NotAReference(s.to_owned()))
    }
}

impl From<SourceRef> for String {
    fn from(r: SourceRef) -> Self {
        r.to_string()
    }
}
impl TryFrom<String> for SourceRef {
    type Error = NotAReference;
    fn try_from(s: String) -> Result<Self, Self::Error> {
        s.parse()
    }
}

impl From<ClaimRef> for String {
    fn from(r: ClaimRef) -> Self {
        r.to_string()
    }
}
impl TryFrom<String> for ClaimRef {
    type Error = NotAReference;
    fn try_from(s: String) -> Result<Self, Self::Error> {
        s.parse()
    }
}
impl From<DocumentRef> for String {
    fn from(r: DocumentRef) -> Self {
        r.to_string()
    }
}
impl TryFrom<String> for DocumentRef {
    type Error = NotAReference;
    fn try_from(s: String) -> Result<Self, Self::Error> {
        s.parse()
    }
}

/// The prefix of a workspace's claim references, from its name: the initials of its words in upper case, at most
/// four; of a single word its first two letters. `Delhi G20` gives `DG`.
pub fn reference_prefix(workspace_name: &str) -> String {
    let words: Vec<&str> =
        workspace_name.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let letters: String = match words.as_slice() {
        [] => "A".to_owned(),
        [one] => one.chars().filter(|c| c.is_alphabetic()).take(2).collect(),
        many => many.iter().filter_map(|w| w.chars().next()).filter(|c| c.is_alphabetic()).take(4).collect(),
    };
    if letters.is_empty() { "A".to_owned() } else { letters.to_uppercase() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read_back_as_written() {
        let claim = ClaimRef { prefix: "DG".into(), number: 10 };
        assert_eq!(claim.to_string(), "DG-10");
        assert_eq!("dg-10".parse(), Ok(claim));
        assert_eq!("D7".parse(), Ok(DocumentRef(7)));
        assert_eq!("r3".parse(), Ok(SourceRef(3)));
        assert_eq!(SourceRef(3).to_string(), "R3");
        for bad in ["", "DG", "DG-", "DG-0", "-1", "D G-1", "D0", "D-1", "DG-99999999999"] {
            assert!(bad.parse::<ClaimRef>().is_err() || bad == "D-1", "{bad}");
            assert!(bad.parse::<DocumentRef>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_prefix_comes_from_the_name() {
        for (name, prefix) in [
            ("Delhi G20", "DG"),
            ("delhi", "DE"),
            ("", "A"),
            ("2024", "A"),
            ("a b c d e f", "ABCD"),
            ("Élysée", "ÉL"),
        ] {
            assert_eq!(reference_prefix(name), prefix, "{name}");
        }
    }
}
