//! Documents: the texts that are checked and quoted.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::{DocumentId, DocumentRef, RevisionId};
use crate::span::Span;
use crate::time::{Instant, PartialDate};
use crate::words::words;

words! {
    /// What a stretch of a document is.
    pub enum BlockKind ("block") {
        /// The headline.
        Headline = "headline", "Headline";
        /// The lead-in below the headline.
        Standfirst = "standfirst", "Standfirst";
        /// Who wrote it.
        Byline = "byline", "Byline";
        /// Where and when it was written.
        Dateline = "dateline", "Dateline";
        /// The words below or beside a picture.
        Caption = "caption", "Caption";
        /// A quotation set apart.
        Quote = "quote", "Quote";
        /// Running text.
        Paragraph = "paragraph", "Paragraph";
        /// An item of a list.
        List = "list", "List";
        /// A row of a table.
        Table = "table", "Table";
        /// A note at the foot.
        Footnote = "footnote", "Footnote";
        /// Who speaks next, in a transcript.
        Speaker = "speaker", "Speaker";
        /// Dates, image credits and other words about the document.
        Metadata = "metadata", "Metadata";
    }
}

impl BlockKind {
    /// Whether claims are looked for in it: not in words *about* the document.
    pub const fn is_checked(self) -> bool {
        !matches!(self, Self::Byline | Self::Dateline | Self::Metadata | Self::Speaker)
    }
}

words! {
    /// How much of a sentence's checking is done.
    pub enum Coverage ("coverage") {
        /// Every claim in it is signed off.
        SignedOff = "signed-off", "Signed off";
        /// It has accepted claims that are not all signed off.
        InWork = "in-work", "In work";
        /// Marked “nothing to check”, or all its claims are signed off as not checkable.
        NotCheckable = "not-checkable", "Not checkable";
        /// It has no claims but suggested ones.
        NotLookedAt = "not-looked-at", "Not looked at";
    }
}

/// How many sentences stand in each state of coverage.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CoverageCount {
    /// Sentences signed off.
    pub signed_off: u32,
    /// Sentences in work.
    pub in_work: u32,
    /// Sentences with nothing checkable.
    pub not_checkable: u32,
    /// Sentences nobody has looked at.
    pub not_looked_at: u32,
}

/// What is known about a document besides its text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Metadata {
    /// The title.
    pub title: String,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// When it was read.
    pub accessed: Option<PartialDate>,
    /// BCP 47 language code, such as `en`.
    pub language: Option<String>,
}

/// A stretch of a text of one kind. Blocks are in order and do not overlap; the text between two blocks is white
/// space.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// First code point.
    pub start: u32,
    /// One after the last code point.
    pub end: u32,
}

impl Block {
    /// Where it is.
    pub const fn span(&self) -> Span {
        Span { start: self.start, end: self.end }
    }
}

/// A text taken out of a file: canonical text, its blocks, and what its head says about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedText {
    /// The canonical text, verbatim but for line ends and a byte-order mark.
    pub text: String,
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
    /// What the text says about itself.
    pub metadata: Metadata,
    /// The encoding the bytes were in, such as `UTF-8` or `windows-1252`.
    pub encoding: String,
    /// The media type of the bytes, such as `text/plain`.
    pub media_type: String,
}

/// A sentence of a revision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Sentence {
    /// Its number in the document, from one; shown as `S8`.
    pub number: u32,
    /// First code point.
    pub start: u32,
    /// One after the last code point.
    pub end: u32,
    /// The kind of block it stands in.
    pub block: BlockKind,
    /// How much it wants checking, 0 to 1.
    pub score: f64,
    /// Marked “nothing to check” by a person.
    pub nothing_to_check: bool,
    /// How far its checking has come.
    pub coverage: Coverage,
}

/// How far the checking of a sentence has come that somebody has looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SentenceState {
    /// Its number in the document.
    pub number: u32,
    /// Marked “nothing to check” by a person.
    pub nothing_to_check: bool,
    /// How far its checking has come.
    pub coverage: Coverage,
}

/// A document as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentSummary {
    /// Its id.
    pub id: DocumentId,
    /// Its short reference.
    #[serde(rename = "ref")]
    pub reference: DocumentRef,
    /// What is known about it.
    pub metadata: Metadata,
    /// The revision shown.
    pub revision: RevisionId,
    /// Code points of its text.
    pub characters: u32,
    /// Sentences of its text.
    pub sentences: u32,
    /// Coverage of the sentences.
    pub coverage: CoverageCount,
    /// Claims with a mention in it, dismissed ones left out.
    pub claims: u32,
    /// Of these, the ones not signed off.
    pub to_do: u32,
    /// When it was imported.
    pub added: Instant,
    /// SHA-256 of the original bytes, in hexadecimal.
    pub sha256: String,
}
