//! Evidence: what supports or refutes a claim, and where it comes from.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::{CopyId, DocumentId, EvidenceId, SourceId, SourceRef};
use crate::span::QuotedSpan;
use crate::time::{Instant, PartialDate};
use crate::verdict::Finding;
use crate::words::words;

words! {
    /// Which way evidence points.
    pub enum Stance ("stance") {
        /// It supports the claim.
        Supports = "supports", "Supports";
        /// It refutes the claim.
        Refutes = "refutes", "Refutes";
        /// It helps to judge the claim but points neither way.
        Context = "context", "Context";
    }
}

words! {
    /// What sort of source it is.
    pub enum SourceKind ("kind of source") {
        /// A page of the web.
        Web = "web", "Web page";
        /// A PDF or another paginated document.
        Pdf = "pdf", "PDF";
        /// Somebody was asked.
        Interview = "interview", "Interview";
        /// A table or a data set.
        Table = "table", "Table";
        /// A photograph, a map, a chart.
        Image = "image", "Image";
        /// A film or a broadcast.
        Video = "video", "Video";
        /// A document of this workspace.
        Document = "document", "Document";
    }
}

/// A file kept with a source, so that what was read can be read again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StoredCopy {
    /// Its id.
    pub id: CopyId,
    /// The name of the file it was taken from.
    pub file_name: String,
    /// Its media type, such as `application/pdf`.
    pub media_type: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// How many bytes it has.
    pub bytes: u32,
    /// When it was stored.
    pub added: Instant,
}

/// A source: kept once and used for any number of claims.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// Its short reference in this workspace.
    #[serde(rename = "ref")]
    pub reference: SourceRef,
    /// What sort it is.
    pub kind: SourceKind,
    /// Its title.
    pub title: String,
    /// Who wrote or said it.
    pub author: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// When it was read.
    pub accessed: Option<PartialDate>,
    /// Whether it is the origin of the information: a transcript, a register, a recording.
    pub primary: bool,
    /// The one origin that it shares with others, such as a wire story: evidence of one origin counts once.
    pub origin: Option<String>,
    /// It is protected: no export names it.
    pub confidential: bool,
    /// How to reach the person, for an interview.
    pub contact: Option<String>,
    /// What was said or noted, for an interview.
    pub notes: Option<String>,
    /// Where it is a document of this workspace, which one.
    pub document: Option<DocumentId>,
    /// The files kept with it.
    pub copies: Vec<StoredCopy>,
}

/// A source as the list of sources shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SourceRow {
    /// The source.
    #[serde(flatten)]
    pub source: Source,
    /// Pieces of evidence that are taken from it.
    pub evidence: u32,
    /// Claims that they are evidence for.
    pub claims: u32,
    /// How many of these are signed off: changing the source reopens them.
    pub signed_off: u32,
}

/// One piece of evidence for one claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Evidence {
    /// Its id.
    pub id: EvidenceId,
    /// Its number in the claim's list, from one: what `[2]` in a rationale cites.
    pub number: u32,
    /// Which of the two findings it serves.
    pub finding: Finding,
    /// Which way it points.
    pub stance: Stance,
    /// Where in the source: a page, a table, a time stamp.
    pub locator: Option<String>,
    /// The words quoted from the source.
    pub quote: Option<String>,
    /// Where the words stand, if the source is a document of this workspace.
    pub span: Option<QuotedSpan>,
    /// Where it comes from.
    pub source: Source,
}
