//! What an export is made of, and what comes out of it.

use assay_model::claim::Claim;
use assay_model::document::DocumentSummary;
use assay_model::time::Instant;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A format of export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Everything, as JSON that comes back as it was.
    Json,
    /// One row for each mention.
    Csv,
    /// Notes for people.
    Markdown,
    /// schema.org `ClaimReview`.
    ClaimReview,
}

/// What goes with the claims.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ExportOptions {
    /// Evidence with its quotes.
    pub evidence: bool,
    /// The rationale.
    pub rationale: bool,
    /// Names of checkers and reviewers.
    pub people: bool,
}

impl Default for ExportOptions {
    fn default() -> Self {
        Self { evidence: true, rationale: true, people: false }
    }
}

/// What is exported.
#[derive(Debug, Clone)]
pub struct ExportSet {
    /// The workspace's name.
    pub workspace: String,
    /// When.
    pub exported: Instant,
    /// The query that chose the claims, if one did.
    pub query: Option<String>,
    /// The hash of the log's head, in hexadecimal.
    pub head: String,
    /// The documents that the claims are made in.
    pub documents: Vec<DocumentSummary>,
    /// The claims.
    pub claims: Vec<Claim>,
    /// What goes with them.
    pub options: ExportOptions,
}

/// What came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// The file.
    pub bytes: Vec<u8>,
    /// Records in it.
    pub records: usize,
    /// What the reader of the file should know.
    pub warnings: Vec<ExportWarning>,
}

/// Something that the reader of the file should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExportWarning {
    /// What.
    pub message: String,
    /// References of the claims that it is about.
    pub claims: Vec<String>,
}

/// Why an export failed.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The claims could not be written in this format: a fault of Assay itself.
    #[error("The claims could not be written as {0}.")]
    NotWritten(&'static str),
}

impl Format {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::ClaimReview, Self::Json, Self::Csv, Self::Markdown];

    /// The word on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Markdown => "markdown",
            Self::ClaimReview => "claimreview",
        }
    }

    /// The ending of its files, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Markdown => "md",
            Self::ClaimReview => "jsonld",
        }
    }
}
