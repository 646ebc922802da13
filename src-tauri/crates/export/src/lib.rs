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
mod warnings;

pub use format::Format;
pub use set::{ExportOptions, ExportSet};
pub use warnings::ExportWarning;

use confidential::Cleared;

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
}

impl ExportError {
    /// The error's stable name, for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Json(_) => "json-not-made",
            Self::Csv(_) => "csv-not-made",
        }
    }

    /// What went wrong, for people.
    pub fn message(&self) -> String {
        self.to_string()
    }
}

/// Makes the bytes of an export. The same set gives the same bytes.
///
/// # Errors
/// When the writer of the format fails, which no content is known to make it do.
pub fn export(set: ExportSet, format: Format) -> Result<Exported, ExportError> {
    let set = Cleared::new(set);
    match format {
        Format::Json => json::export(&set),
        Format::Csv => csv::export(&set),
        Format::Markdown => Ok(markdown::export(&set)),
        Format::ClaimReview => claim_review::export(&set),
        Format::Questions => Ok(questions::export(&set)),
    }
}
