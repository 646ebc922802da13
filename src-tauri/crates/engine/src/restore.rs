//! Earlier states of claims, documents and sources: looked at, and given back.

use assay_model::claim::Claim;
use assay_model::id::{DocumentRef, SourceRef};
use assay_model::operation::OperationKind;
use assay_model::verdict::Status;
use assay_store::{ClaimFields, Table};

use crate::error::{Code, Error, Result};
use crate::patch::two_people;
use crate::reopen::{reopen, reopen_fields};
use crate::workspace::{Outcome, Workspace};

impl Workspace {
    /// A claim as it was after an operation.
    ///
    /// # Errors
    /// When the claim was not there then.
    pub fn claim_at(&self, claim: i64, operation: i64) -> Result<Claim> {
        self.store.claim_then(claim, operation)?.ok_or_else(|| {
            let reference = self.store.claim_ref(claim);
            Error::new(Code::NotFound, format!("{reference} was not there after operation {operation}."))
        })
    }

    /// Gives a claim the content that it had after an operation: its words, values, verdicts, rationales, assignments,
    /// tags, mentions and evidence. Its status stays, except that a sign-off is reopened. Notes and relations stay.
    ///
    /// # Errors
    /// When the claim was not there then, it is merged into another or another into it, something it stood on is gone,
    /// it is Suggested and had a verdict, or the two-person rule does not allow who checked and reviewed it.
    pub fn restore_claim(&self, claim: i64, operation: i64) -> Result<Outcome> {
        let written = self.write(OperationKind::Restore, |edit| {
            let now = self.fields_in(edit, claim)?;
            let before = edit.substance(claim, &now)?;
            let then = edit.restore_rows(claim, operation)?;
            if now.status == Status::Suggested && (then.verdict.is_some() || then.said.is_some()) {
                let message = format!("{} is Suggested. Accept it first.", self.store.claim_ref(claim));
                return Err(Error::new(Code::MoveNotAllowed, message).at("verdict"));
            }
            let mut after = ClaimFields {
                id: now.id,
                status: now.status,
                signed_off_by: now.signed_off_by.clone(),
                signed_off_at: now.signed_off_at,
                signed_digest: now.signed_digest.clone(),
                reopened: now.reopened.clone(),
                ..then
            };
            if (after.checker, after.reviewer) != (now.checker, now.reviewer) {
                two_people(edit, &after, None)?;
            }
            if edit.substance(claim, &after)? != before {
                reopen_fields(&mut after, "an earlier state was restored after sign-off");
            }
            Ok(edit.set_claim(claim, &after)?)
        })?;
        let changed = written.operation.is_some();
        let done = if changed { "has an earlier state again" } else { "is as it was then" };
        let message = self.about(&[claim], done);
        Ok(Outcome { operation: written.operation, claims: u32::from(changed), message })
    }

    /// Gives a document the details that it had after an operation. Its text never changes.
    ///
    /// # Errors
    /// When the document was not there then, or is not there now.
    pub fn restore_document(&self, document: i64, operation: i64) -> Result<Outcome> {
        let written = self.write(OperationKind::Restore, |edit| {
            Ok(edit.restore_details(Table::Document, document, operation)?)
        })?;
        let message = format!("{} has earlier details again", DocumentRef(document as u32));
        Ok(Outcome { operation: written.operation, claims: 0, message })
    }

    /// Gives a source the details that it had after an operation. Claims that were signed off on it are reopened.
    ///
    /// # Errors
    /// When the source was not there then, or is not there now.
    pub fn restore_source(&self, source: i64, operation: i64) -> Result<Outcome> {
        let written = self.write(OperationKind::Restore, |edit| {
            if !edit.restore_details(Table::Source, source, operation)? {
                return Ok(0);
            }
            let claims = edit.citing(source)?;
            for claim in &claims {
                reopen(edit, *claim, "a source was changed after sign-off")?;
            }
            Ok(claims.len() as u32)
        })?;
        let message = format!("{} has earlier details again", SourceRef(source as u32));
        Ok(Outcome { operation: written.operation, claims: written.value, message })
    }
}
