//! What the reader of an export should know.

use crate::ExportError;
use crate::confidential::Cleared;
use crate::steps::Steps;
use assay_model::claim::Claim;
use assay_model::figure::figure;
use assay_model::verdict::{Status, Verdict};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Something that the reader of the file should know, and the claims it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExportWarning {
    /// What it is, in words.
    pub message: String,
    /// References of the claims, such as `DG-4`.
    pub claims: Vec<String>,
}

/// A warning about the claims that bear it out, if any do. `message` is given their number and “claim is” or “claims
/// are”, or the like, by [`count`].
pub(crate) fn about<'c>(
    claims: impl IntoIterator<Item = &'c Claim>,
    holds: impl Fn(&Claim) -> bool,
    message: impl Fn(usize) -> String,
) -> Option<ExportWarning> {
    let claims: Vec<String> =
        claims.into_iter().filter(|c| holds(c)).map(|c| c.row.reference.to_string()).collect();
    (!claims.is_empty()).then(|| ExportWarning { message: message(claims.len()), claims })
}

/// “1 claim has”, “2 claims have”.
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 claim {one}") } else { format!("{} claims {many}", figure(number)) }
}

/// The warnings that any format gives of the claims in it. `holds_notes` says whether the format has a place for notes.
///
/// # Errors
/// When it was stopped: each warning looks through all claims.
pub(crate) fn of_any_format<'c>(
    set: &Cleared,
    claims: impl IntoIterator<Item = &'c Claim> + Clone,
    holds_notes: bool,
    steps: &Steps<'_>,
) -> Result<Vec<ExportWarning>, ExportError> {
    steps.next()?;
    let mut warnings = set.warnings(&claims);
    steps.next()?;
    let primary =
        about(claims.clone(), lacks_primary, |n| format!("{} no primary source", count(n, "has", "have")));
    steps.next()?;
    let unsigned = |c: &Claim| c.row.status != Status::SignedOff;
    let open = about(claims.clone(), unsigned, |n| format!("{} not signed off", count(n, "is", "are")));
    steps.next()?;
    let unplaced = |c: &Claim| set.options.notes && !holds_notes && !c.note_items.is_empty();
    let notes = about(claims, unplaced, |n| {
        format!("{} notes, for which the format has no place. They are left out.", count(n, "has", "have"))
    });
    warnings.extend([primary, open, notes].into_iter().flatten());
    steps.next()?;
    Ok(warnings)
}

/// A finding that rests on evidence, none of it from a primary source.
fn lacks_primary(claim: &Claim) -> bool {
    let primary = claim.row.has_primary || claim.evidence_items.iter().any(|e| e.source.primary);
    claim.row.verdict.is_some_and(Verdict::needs_evidence) && !primary
}
