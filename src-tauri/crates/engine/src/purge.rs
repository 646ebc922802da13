//! Purging: a source that must be protected leaves the workspace and its log.

use assay_model::id::{SourceId, SourceRef};
use assay_model::operation::OperationKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Result;
use crate::reopen::reopen_fields;
use crate::sign_off::list;
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
    /// Takes a source out of the workspace for good: with the evidence taken from it, its stored copies, and every
    /// earlier version of them in the history. Claims that were signed off on it are reopened. It cannot be undone, nor
    /// can anything before it.
    ///
    /// What people wrote themselves stays: statements, rationales, notes. Copies of the file made earlier still hold the
    /// source: backups, and the `.before-schema-N` beside a workspace that an older version wrote.
    ///
    /// # Errors
    /// When there is no such source, or the file cannot be written.
    pub fn purge_source(&self, id: SourceId) -> Result<PurgeReport> {
        let written = self.write(OperationKind::Purge, |edit| {
            let key = edit.source_key(id)?;
            let claims = edit.citing(key)?;
            let mut reopened = 0;
            for claim in &claims {
                let mut fields = edit.claim_fields(*claim)?;
                if reopen_fields(&mut fields, "evidence was purged after sign-off") {
                    edit.set_claim(*claim, &fields)?;
                    reopened += 1;
                }
            }
            Ok((key, claims.len() as u32, reopened, edit.purge_source(key)?))
        })?;
        let (key, claims, reopened, purged) = written.value;
        let mut message = said(key, purged.evidence, purged.copies, reopened);
        // The rows are gone, whatever becomes of the file's unused pages; each opening tries again.
        if self.store.sweep().is_err() {
            message.push_str(
                ". Traces of it stay in the file while another program has it open: close the others and open it again",
            );
        }
        Ok(PurgeReport {
            operation: written.operation.unwrap_or_default(),
            evidence: purged.evidence,
            claims,
            reopened,
            copies: purged.copies,
            images: purged.images,
            message,
        })
    }
}

/// “R4 purged with 2 pieces of evidence and 1 stored copy; 1 claim reopened”.
fn said(key: i64, evidence: u32, copies: u32, reopened: u32) -> String {
    let count = |n: u32, one: &str, many: &str| format!("{n} {}", if n == 1 { one } else { many });
    let mut with = Vec::new();
    if evidence > 0 {
        with.push(count(evidence, "piece of evidence", "pieces of evidence"));
    }
    if copies > 0 {
        with.push(count(copies, "stored copy", "stored copies"));
    }
    let with = match list(&with.iter().map(String::as_str).collect::<Vec<_>>()) {
        listed if listed.is_empty() => listed,
        listed => format!(" with {listed}"),
    };
    let claims = match reopened {
        0 => String::new(),
        n => format!("; {} reopened", count(n, "claim", "claims")),
    };
    format!("{} purged{with}{claims}", SourceRef(key as u32))
}
