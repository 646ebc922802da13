//! A claim as scripts read it: the one line of `claims --json`.

use assay_model::claim::{Claim, ClaimKind, Priority};
use assay_model::id::{ClaimId, ClaimRef, DocumentRef};
use assay_model::scale::RatingRef;
use assay_model::value::Value;
use assay_model::verdict::{Status, Verdict};
use serde::Serialize;

/// The fields that scripts rely on. A verdict that is not there is an empty word.
#[derive(Debug, Serialize)]
pub struct ClaimLine<'c> {
    #[serde(rename = "ref")]
    reference: &'c ClaimRef,
    id: ClaimId,
    label: &'c str,
    statement: &'c str,
    kind: ClaimKind,
    status: Status,
    verdict: &'static str,
    said: &'static str,
    /// The value of a scale that it was judged by; none where that is Assay's own five.
    rating: Option<&'c RatingRef>,
    /// None in the document's own voice.
    claimant: Option<&'c str>,
    /// None for a claim made by hand.
    score: Option<f64>,
    priority: Priority,
    values: &'c [Value],
    mentions: Vec<MentionLine<'c>>,
    /// How much.
    evidence: u32,
    /// How many origins it comes from: evidence of one origin counts once.
    origins: u32,
    open_questions: u32,
    rationale: &'c str,
    tags: &'c [String],
    checker: Option<&'c str>,
    /// RFC 3339.
    updated: String,
}

#[derive(Debug, Serialize)]
struct MentionLine<'c> {
    document: DocumentRef,
    start: u32,
    end: u32,
    exact: &'c str,
}

impl<'c> From<&'c Claim> for ClaimLine<'c> {
    fn from(claim: &'c Claim) -> Self {
        let row = &claim.row;
        let mentions = claim.mentions.iter().map(|m| MentionLine {
            document: m.document_ref,
            start: m.start,
            end: m.end,
            exact: &m.exact,
        });
        Self {
            reference: &row.reference,
            id: row.id,
            label: &row.label,
            statement: &row.statement,
            kind: row.kind,
            status: row.status,
            verdict: row.verdict.map_or("", Verdict::word),
            said: row.said.map_or("", Verdict::word),
            rating: row.rating.as_ref(),
            claimant: row.claimant.as_deref(),
            score: row.score,
            priority: row.priority,
            values: &claim.values,
            mentions: mentions.collect(),
            evidence: row.evidence,
            origins: row.origins,
            open_questions: row.open_questions,
            rationale: &claim.rationale,
            tags: &claim.tags,
            checker: row.checker.as_deref(),
            updated: row.edited.to_rfc3339(),
        }
    }
}
