//! Evidence: what supports or refutes a claim, and where it comes from.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::{DocumentId, EvidenceId, SourceId};
use crate::span::QuotedSpan;
use crate::time::PartialDate;
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

/// A source: kept once and used for any number of claims.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// Its title.
    pub title: String,
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
    /// Where it is a document of this workspace, which one.
    pub document: Option<DocumentId>,
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
    /// The words quoted from the source.
    pub quote: Option<String>,
    /// Where the words stand, if the source is a document of this workspace.
    pub span: Option<QuotedSpan>,
    /// Where it comes from.
    pub source: Source,
}
