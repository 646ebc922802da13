//! Purging: a source that must be protected leaves the workspace and its log.

use assay_model::id::SourceId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Code, Error, Result};
use crate::workspace::Workspace;

/// What a purge took away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PurgeReport {
    /// The operation's number.
    #[ts(type = "number")]
    pub operation: i64,
    /// Pieces of evidence that went with the source.
    pub evidence: u32,
    /// Claims that they were evidence for.
    pub claims: u32,
    /// Claims among them that were signed off, and are reopened.
    pub reopened: u32,
    /// Stored copies that went.
    pub copies: u32,
    /// Images of rows that were taken out of the log.
    pub images: u32,
    /// What was done, for the toast.
    pub message: String,
}

impl Workspace {
    /// Takes a source out of the workspace for good.
    ///
    /// # Errors
    /// When there is no such source, or the file cannot be written.
    pub fn purge_source(&self, id: SourceId) -> Result<PurgeReport> {
        let _ = id;
        Err(Error::new(Code::Internal, "Purging is not built yet."))
    }
}
