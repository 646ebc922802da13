//! Claims to bytes.
//!
//! One set of claims, with the documents they are made in, goes out in one of several formats. What a format cannot
//! say is left out and told as a warning; nothing is left out in silence.

mod claim_review;
mod confidential;
mod csv;
mod format;
mod json;
mod markdown;
mod questions;
mod rating;
#[cfg(test)]
mod samples;
mod set;
mod steps;
mod warnings;

pub use format::Format;
pub use set::{ExportOptions, ExportSet};
pub use steps::Told;
pub use warnings::ExportWarning;

use confidential::Cleared;
use steps::Steps;

/// The bytes of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// The file's content, in UTF-8 without a byte-order mark.
    pub bytes: Vec<u8>,
    /// Records in it: rows of a CSV, claims in the other formats.
    pub records: usize,
    /// What the reader of the file should know.
    pub warnings: Vec<ExportWarning>,
}

/// Why an export failed.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The JSON could not be written.
    #[error("The JSON could not be made.")]
    Json(#[from] serde_json::Error),
    /// The CSV could not be written.
    #[error("The CSV could not be made.")]
    Csv(#[from] ::csv::Error),
    /// Who was told how far it is stopped it.
    #[error("The export was stopped.")]
    Stopped,
}

impl ExportError {
    /// The error's stable name, for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Json(_) => "json-not-made",
            Self::Csv(_) => "csv-not-made",
            Self::Stopped => "stopped",
        }
    }

    /// What went wrong, for people.
    pub fn message(&self) -> String {
        self.to_string()
    }
}

/// Makes the bytes of an export, and tells at each claim how far it is. The same set gives the same bytes.
///
/// # Errors
/// When it was stopped, or the writer of the format fails, which no content is known to make it do.
pub fn export(set: ExportSet, format: Format, told: &Told<'_>) -> Result<Exported, ExportError> {
    let set = Cleared::new(set);
    let steps = Steps::new(set.claims.len(), told);
    match format {
        Format::Json => json::export(&set, &steps),
        Format::Csv => csv::export(&set, &steps),
        Format::Markdown => markdown::export(&set, &steps),
        Format::ClaimReview => claim_review::export(&set, &steps),
        Format::Questions => questions::export(&set, &steps),
    }
}
