//! Everything, in Assay's own JSON: what goes out can be read back whole.
//!
//! ```json
//! {"assay": {"format": 1, "workspace": "…", "exported": "…", "head": "…"}, "documents": […], "claims": […]}
//! ```
//! What the options leave out has no key, so that “left out” and “none” stay apart. Times are RFC 3339 in UTC.

use std::collections::HashMap;

use assay_model::claim::{Anchor, Claim, ClaimKind, Mention, Mode, Priority};
use assay_model::document::DocumentSummary;
use assay_model::evidence::Evidence;
use assay_model::id::{ClaimId, ClaimRef, DocumentId, DocumentRef, MentionId, RevisionId};
use assay_model::relation::{Relation, RelationKind};
use assay_model::value::Value;
use assay_model::verdict::{Status, Verdict};
use serde::Serialize;

use crate::{ExportError, ExportOptions, ExportSet, Exported, warnings};

/// The number of this form; it rises when a reader of the old one would misread the new.
const FORMAT: u32 = 1;

#[derive(Serialize)]
struct File<'s> {
    assay: Header<'s>,
    documents: Vec<Document<'s>>,
    claims: Vec<Record<'s>>,
}

#[derive(Serialize)]
struct Header<'s> {
    format: u32,
    workspace: &'s str,
    exported: String,
    head: &'s str,
    query: Option<&'s str>,
    options: &'s ExportOptions,
}

#[derive(Serialize)]
struct Document<'s> {
    #[serde(rename = "ref")]
    reference: DocumentRef,
    id: DocumentId,
    revision: RevisionId,
    #[serde(flatten)]
    metadata: &'s assay_model::document::Metadata,
    characters: u32,
    sha256: &'s str,
    added: String,
}

#[derive(Serialize)]
struct Record<'s> {
    #[serde(rename = "ref")]
    reference: &'s ClaimRef,
    id: ClaimId,
    label: &'s str,
    statement: &'s str,
    kind: ClaimKind,
    status: Status,
    verdict: Option<Verdict>,
    rating: Option<Rated<'s>>,
    said: Option<Verdict>,
    claimant: Option<&'s str>,
    mode: Mode,
    score: Option<f64>,
    reasons: &'s [String],
    priority: Priority,
    values: &'s [Value],
    found: Option<&'s str>,
    mentions: Vec<Place<'s>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    evidence: Option<&'s [Evidence]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    origins: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rationale: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rationale_said: Option<&'s str>,
    tags: &'s [String],
    relations: Vec<Related<'s>>,
    #[serde(flatten)]
    people: Option<People<'s>>,
    signed_off: Option<SignedOff<'s>>,
    updated: String,
}

#[derive(Serialize)]
struct People<'s> {
    checker: Option<&'s str>,
    reviewer: Option<&'s str>,
}

#[derive(Serialize)]
struct Place<'s> {
    id: MentionId,
    document: DocumentRef,
    revision: RevisionId,
    start: u32,
    end: u32,
    exact: &'s str,
    prefix: &'s str,
    suffix: &'s str,
    anchor: Anchor,
}

/// The value of another scale than Assay's own that the verdict stands for.
#[derive(Serialize)]
struct Rated<'s> {
    scale: &'s str,
    word: &'s str,
    name: &'s str,
    number: Option<f64>,
}

#[derive(Serialize)]
struct Related<'s> {
    kind: RelationKind,
    #[serde(rename = "ref")]
    reference: &'s ClaimRef,
    id: ClaimId,
}

#[derive(Serialize)]
struct SignedOff<'s> {
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'s str>,
    at: String,
    /// SHA-256 of what was signed.
    digest: Option<&'s str>,
}

pub(crate) fn export(set: &ExportSet) -> Result<Exported, ExportError> {
    let documents = set.by_id();
    let header = Header {
        format: FORMAT,
        workspace: &set.workspace,
        exported: set.exported.to_rfc3339(),
        head: &set.head,
        query: set.query.as_deref(),
        options: &set.options,
    };
    let file = File {
        assay: header,
        documents: set.documents.iter().map(document).collect(),
        claims: set.claims.iter().map(|c| record(set, c, &documents)).collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&file)?;
    bytes.push(b'\n');
    Ok(Exported { bytes, records: set.claims.len(), warnings: warnings::of_any_format(&set.claims) })
}

fn document(summary: &DocumentSummary) -> Document<'_> {
    Document {
        reference: summary.reference,
        id: summary.id,
        revision: summary.revision,
        metadata: &summary.metadata,
        characters: summary.characters,
        sha256: &summary.sha256,
        added: summary.added.to_rfc3339(),
    }
}

fn record<'s>(
    set: &'s ExportSet,
    claim: &'s Claim,
    documents: &HashMap<DocumentId, &DocumentSummary>,
) -> Record<'s> {
    let row = &claim.row;
    let options = &set.options;
    Record {
        reference: &row.reference,
        id: row.id,
        label: &row.label,
        statement: &row.statement,
        kind: row.kind,
        status: row.status,
        verdict: row.verdict,
        rating: set.rating(claim).map(|(scale, rating)| Rated {
            scale: &scale.word,
            word: &rating.word,
            name: &rating.name,
            number: rating.number,
        }),
        said: row.said,
        claimant: row.claimant.as_deref(),
        mode: row.mode,
        score: row.score,
        reasons: &claim.reasons,
        priority: row.priority,
        values: &claim.values,
        found: row.found.as_deref(),
        mentions: claim.mentions.iter().map(|m| place(m, documents)).collect(),
        evidence: set.evidence(claim),
        origins: set.evidence(claim).map(|_| row.origins),
        rationale: options.rationale.then_some(&claim.rationale),
        rationale_said: options.rationale.then_some(&claim.rationale_said),
        tags: &claim.tags,
        relations: claim.relations.iter().map(related).collect(),
        people: options
            .people
            .then_some(People { checker: row.checker.as_deref(), reviewer: claim.reviewer.as_deref() }),
        signed_off: claim.signed_off_at.map(|at| SignedOff {
            by: claim.signed_off_by.as_deref().filter(|_| options.people),
            at: at.to_rfc3339(),
            digest: claim.signed_digest.as_deref(),
        }),
        updated: row.edited.to_rfc3339(),
    }
}

fn related(relation: &Relation) -> Related<'_> {
    Related { kind: relation.kind, reference: &relation.reference, id: relation.id }
}

fn place<'s>(mention: &'s Mention, documents: &HashMap<DocumentId, &DocumentSummary>) -> Place<'s> {
    Place {
        id: mention.id,
        document: documents.get(&mention.document).map_or(mention.document_ref, |d| d.reference),
        revision: mention.revision,
        start: mention.start,
        end: mention.end,
        exact: &mention.exact,
        prefix: &mention.prefix,
        suffix: &mention.suffix,
        anchor: mention.anchor,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::samples::{HOSTILE, set};

    fn read(set: &ExportSet) -> Value {
        serde_json::from_slice(&export(set).unwrap().bytes).unwrap()
    }

    #[test]
    fn what_goes_out_comes_back() {
        let set = set();
        let file = read(&set);
        assert_eq!(file["assay"]["format"], 1);
        assert_eq!(file["assay"]["workspace"], "Delhi G20");
        assert_eq!(file["assay"]["exported"], "2023-03-05T12:00:00Z");
        assert_eq!(file["documents"][0]["ref"], "D1");
        assert_eq!(file["documents"][0]["published"], "2023-03-02T13:01Z");
        for (record, claim) in file["claims"].as_array().unwrap().iter().zip(&set.claims) {
            assert_eq!(record["ref"], claim.row.reference.to_string());
            assert_eq!(record["status"], claim.row.status.word());
            assert_eq!(
                serde_json::from_value::<Vec<Evidence>>(record["evidence"].clone()).unwrap(),
                claim.evidence_items
            );
            assert_eq!(
                serde_json::from_value::<Vec<assay_model::value::Value>>(record["values"].clone()).unwrap(),
                claim.values
            );
            for (place, mention) in record["mentions"].as_array().unwrap().iter().zip(&claim.mentions) {
                assert_eq!(place["document"], "D1");
                assert_eq!(place["start"], mention.start);
                assert_eq!(place["exact"], mention.exact);
            }
        }
        assert_eq!(file["claims"].as_array().unwrap().len(), set.claims.len());
    }

    #[test]
    fn what_is_left_out_has_no_key() {
        let mut set = set();
        let record = read(&set)["claims"][0].clone();
        assert!(record.get("checker").is_none() && record["signed_off"].get("by").is_none());
        set.options = ExportOptions { evidence: false, rationale: false, people: true };
        let record = read(&set)["claims"][0].clone();
        assert!(record.get("evidence").is_none() && record.get("rationale").is_none());
        assert_eq!(record["signed_off"]["by"], "Ines Moreau");
        assert_eq!(record["checker"], "Ines Moreau");
    }

    #[test]
    fn hostile_text_is_only_text() {
        for hostile in HOSTILE {
            let file = read(&crate::samples::hostile(hostile));
            assert_eq!(file["claims"][0]["statement"], *hostile);
            assert_eq!(file["claims"][0]["mentions"][0]["exact"], *hostile);
            assert_eq!(file["documents"][0]["title"], *hostile);
        }
    }
}
