//! What reopens a signed-off claim: any later change of substance sends it back to review and says why.

use assay_model::verdict::Status;
use assay_store::{ClaimFields, Edit};

use crate::error::Result;

/// Sends a claim back to review if it is signed off. Part of the operation that changed it, so that undo gives the
/// sign-off back.
pub(crate) fn reopen(edit: &mut Edit<'_>, claim: i64, why: &str) -> Result<()> {
    let mut fields = edit.claim_fields(claim)?;
    if reopen_fields(&mut fields, why) {
        edit.set_claim(claim, &fields)?;
    }
    Ok(())
}

/// The same on fields in hand; says whether it was signed off.
pub(crate) fn reopen_fields(fields: &mut ClaimFields, why: &str) -> bool {
    let signed = fields.status == Status::SignedOff;
    if signed {
        fields.status = Status::InReview;
        fields.signed_off_by = None;
        fields.signed_off_at = None;
        fields.signed_digest = None;
        fields.reopened = Some(why.to_owned());
    }
    signed
}

/// What of a claim's substance differs, in words; none if only labels, tags or assignments do.
pub(crate) fn substance_changed(before: &ClaimFields, after: &ClaimFields) -> Option<String> {
    let differs = [
        (before.statement != after.statement, "the statement"),
        (before.claimant != after.claimant, "the claimant"),
        (before.mode != after.mode, "the mode"),
        (before.values != after.values || before.found != after.found, "the value"),
        (before.verdict != after.verdict || before.rating != after.rating, "the verdict"),
        (before.said != after.said, "whether it was said"),
        (
            before.rationale != after.rationale || before.rationale_said != after.rationale_said,
            "the rationale",
        ),
    ];
    let changed: Vec<&str> = differs.into_iter().filter(|(d, _)| *d).map(|(_, what)| what).collect();
    (!changed.is_empty()).then(|| format!("{} changed after sign-off", changed.join(" and ")))
}
