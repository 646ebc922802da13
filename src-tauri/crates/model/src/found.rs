//! What the finder finds in a text. Also the form of `assay find`, field for field.

use serde::{Deserialize, Serialize};

use crate::claim::{ClaimKind, Mode};
use crate::document::BlockKind;
use crate::time::PartialDate;
use crate::value::Value;

/// All that was found in one document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// The document itself.
    pub document: FoundDocument,
    /// Its sentences in order.
    pub sentences: Vec<FoundSentence>,
    /// Its candidate claims in order of their first mention.
    pub claims: Vec<FoundClaim>,
    /// Every value in the text, in order.
    pub values: Vec<Value>,
    /// Everything that the text reports somebody to have said, in order.
    pub quotations: Vec<Quotation>,
}

/// The document's text and what its head says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundDocument {
    /// Its title.
    pub title: String,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// BCP 47 language code.
    pub language: Option<String>,
    /// The canonical text that all offsets count in.
    pub text: String,
}

/// A sentence.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct FoundSentence {
    /// First code point.
    pub start: u32,
    /// One after the last code point.
    pub end: u32,
    /// The kind of block it stands in.
    pub block: BlockKind,
    /// How much it wants checking, 0 to 1.
    pub score: f64,
    /// Whether that is enough to suggest it.
    pub checkable: bool,
}

/// A candidate claim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FoundClaim {
    /// Two to five words.
    pub label: String,
    /// One sentence that needs no context.
    pub statement: String,
    /// What sort it is.
    pub kind: ClaimKind,
    /// How much it wants checking, 0 to 1.
    pub score: f64,
    /// Why, in words: “a number with a unit”.
    pub reasons: Vec<String>,
    /// Who says it; none in the article's own voice.
    pub claimant: Option<FoundClaimant>,
    /// Where it is made; never empty.
    pub mentions: Vec<FoundMention>,
    /// The values it states.
    pub values: Vec<Value>,
}

/// Who makes a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundClaimant {
    /// The name: of “he”, whom it stands for.
    pub name: String,
    /// First code point of the words that name them.
    pub start: u32,
    /// One after the last code point.
    pub end: u32,
    /// In whose words.
    pub mode: Mode,
}

/// A place where a claim is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundMention {
    /// First code point.
    pub start: u32,
    /// One after the last code point.
    pub end: u32,
    /// The text there.
    pub exact: String,
}

/// Something that the text reports somebody to have said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotation {
    /// First code point of what was said.
    pub start: u32,
    /// One after the last code point.
    pub end: u32,
    /// In whose words; never `own`.
    pub mode: Mode,
    /// Who said it, where the text tells.
    pub speaker: Option<Speaker>,
    /// The words of saying, such as “said”.
    pub cue: Option<Cue>,
}

/// Who said something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// First code point of the words that name them.
    pub start: u32,
    /// One after the last code point.
    pub end: u32,
    /// The name: of “he”, whom it stands for.
    pub name: String,
}

/// Words of saying.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cue {
    /// First code point.
    pub start: u32,
    /// One after the last code point.
    pub end: u32,
}
