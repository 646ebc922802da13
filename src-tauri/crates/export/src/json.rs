//! Everything, in Assay's own JSON: what goes out can be read back whole.
//!
//! ```json
//! {"assay": {"format": 1, "workspace": "…", "exported": "…", "head": "…"}, "documents": […], "claims": […]}
//! ```
//! What the options leave out has no key, so that “left out” and “none” stay apart. Times are RFC 3339 in UTC.

use std::collections::{HashMap, HashSet};

use assay_model::claim::{Anchor, Claim, ClaimKind, Mention, Mode, Priority};
use assay_model::document::DocumentSummary;
use assay_model::evidence::{Evidence, Source, SourceKind, Stance, StoredCopy};
use assay_model::id::{
    ClaimId, ClaimRef, DocumentId, DocumentRef, EvidenceId, MentionId, RevisionId, SourceId, SourceRef,
};
use assay_model::note::{Note, NoteKind};
use assay_model::relation::{Relation, RelationKind};
use assay_model::scale::Scale;
use assay_model::span::QuotedSpan;
use assay_model::time::PartialDate;
use assay_model::value::Value;
use assay_model::verdict::{Finding, Status, Verdict};
use serde::Serialize;

use crate::confidential::{Cleared, origins};
use crate::set::ExportSet;
use crate::steps::{InTurn, Steps};
use crate::{ExportError, ExportOptions, Exported, warnings};

/// The number of this form; it rises when a reader of the old one would misread the new.
const FORMAT: u32 = 1;

#[derive(Serialize)]
struct File<'s, C> {
    assay: Header<'s>,
    documents: Vec<Document<'s>>,
    /// The scales that the claims were judged by.
    scales: Vec<&'s Scale>,
    claims: &'s C,
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
    scale: Option<&'s str>,
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
    evidence: Option<Vec<Proof<'s>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    origins: Option<usize>,
    /// Pieces of evidence from confidential sources, which do not go out.
    #[serde(skip_serializing_if = "Option::is_none")]
    withheld: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rationale: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rationale_said: Option<&'s str>,
    tags: &'s [String],
    relations: Vec<Related<'s>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notes: Option<Vec<Remark<'s>>>,
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

/// The value of the scale that the verdict stands for.
#[derive(Serialize)]
struct Rated<'s> {
    word: &'s str,
    name: &'s str,
    number: Option<f64>,
}

/// A piece of evidence. What goes out is listed here field by field, so that no new field goes out unasked.
#[derive(Serialize)]
struct Proof<'s> {
    id: EvidenceId,
    number: u32,
    finding: Finding,
    stance: Stance,
    locator: Option<&'s str>,
    quote: Option<&'s str>,
    span: Option<&'s QuotedSpan>,
    source: Credit<'s>,
}

/// The source that a piece is taken from.
#[derive(Serialize)]
struct Credit<'s> {
    id: SourceId,
    #[serde(rename = "ref")]
    reference: SourceRef,
    kind: SourceKind,
    title: &'s str,
    author: Option<&'s str>,
    publisher: Option<&'s str>,
    url: Option<&'s str>,
    published: Option<&'s PartialDate>,
    accessed: Option<&'s PartialDate>,
    primary: bool,
    origin: Option<&'s str>,
    document: Option<DocumentId>,
    copies: Vec<Kept<'s>>,
}

/// A stored copy, without its bytes.
#[derive(Serialize)]
struct Kept<'s> {
    file_name: &'s str,
    media_type: &'s str,
    sha256: &'s str,
    bytes: u32,
    added: String,
}

#[derive(Serialize)]
struct Remark<'s> {
    kind: NoteKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<&'s str>,
    written: String,
    text: &'s str,
    answer: Option<&'s str>,
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

pub(crate) fn export(set: &Cleared, steps: &Steps<'_>) -> Result<Exported, ExportError> {
    let (documents, ids) = (set.by_id(), set.ids());
    let mut scales: Vec<&Scale> = Vec::new();
    for (scale, _) in set.claims.iter().filter_map(|c| set.rating(c)) {
        if !scales.iter().any(|s| s.word == scale.word) {
            scales.push(scale);
        }
    }
    let header = Header {
        format: FORMAT,
        workspace: &set.workspace,
        exported: set.exported.to_rfc3339(),
        head: &set.head,
        query: set.query.as_deref(),
        options: &set.options,
    };
    let claims = InTurn::new(&set.claims, steps, |c| Some(record(set, c, &documents, &ids)));
    let file = File {
        assay: header,
        documents: set.documents.iter().map(document).collect(),
        scales,
        claims: &claims,
    };
    let mut bytes = serde_json::to_vec_pretty(&file).map_err(|e| claims.failed(e))?;
    bytes.push(b'\n');
    let warnings = warnings::of_any_format(set, &set.claims, true, steps)?;
    Ok(Exported { bytes, records: set.claims.len(), warnings })
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
    set: &'s Cleared,
    claim: &'s Claim,
    documents: &HashMap<DocumentId, &DocumentSummary>,
    ids: &HashSet<ClaimId>,
) -> Record<'s> {
    let row = &claim.row;
    let options = &set.options;
    let rated = set.rating(claim);
    let evidence = set.evidence(claim);
    Record {
        reference: &row.reference,
        id: row.id,
        label: &row.label,
        statement: &row.statement,
        kind: row.kind,
        status: row.status,
        verdict: row.verdict,
        scale: rated.map(|(scale, _)| scale.word.as_str()),
        rating: rated.map(|(_, rating)| Rated {
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
        evidence: evidence.map(|e| e.iter().map(proof).collect()),
        origins: evidence.map(origins),
        withheld: evidence.map(|_| set.withheld(claim)),
        rationale: options.rationale.then_some(&claim.rationale),
        rationale_said: options.rationale.then_some(&claim.rationale_said),
        tags: &claim.tags,
        relations: ExportSet::relations(claim, ids).map(related).collect(),
        notes: options.notes.then(|| claim.note_items.iter().map(|n| remark(n, options)).collect()),
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

fn proof(evidence: &Evidence) -> Proof<'_> {
    Proof {
        id: evidence.id,
        number: evidence.number,
        finding: evidence.finding,
        stance: evidence.stance,
        locator: evidence.locator.as_deref(),
        quote: evidence.quote.as_deref(),
        span: evidence.span.as_ref(),
        source: credit(&evidence.source),
    }
}

fn credit(source: &Source) -> Credit<'_> {
    Credit {
        id: source.id,
        reference: source.reference,
        kind: source.kind,
        title: &source.title,
        author: source.author.as_deref(),
        publisher: source.publisher.as_deref(),
        url: source.url.as_deref(),
        published: source.published.as_ref(),
        accessed: source.accessed.as_ref(),
        primary: source.primary,
        origin: source.origin.as_deref(),
        document: source.document,
        copies: source.copies.iter().map(kept).collect(),
    }
}

fn kept(copy: &StoredCopy) -> Kept<'_> {
    Kept {
        file_name: &copy.file_name,
        media_type: &copy.media_type,
        sha256: &copy.sha256,
        bytes: copy.bytes,
        added: copy.added.to_rfc3339(),
    }
}

fn remark<'s>(note: &'s Note, options: &ExportOptions) -> Remark<'s> {
    Remark {
        kind: note.kind,
        author: Some(note.author.as_str()).filter(|_| options.people),
        written: note.written.to_rfc3339(),
        text: &note.text,
        answer: note.answer.as_deref(),
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
    use serde_json::{Value, json};

    use super::*;
    use crate::ExportSet;
    use crate::samples::{HOSTILE, note, relation, set, untold};
    use assay_model::scale::RatingRef;

    fn export(set: &ExportSet) -> Result<Exported, ExportError> {
        super::export(&Cleared::new(set.clone()), &untold())
    }

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
            for (piece, evidence) in record["evidence"].as_array().unwrap().iter().zip(&claim.evidence_items)
            {
                assert_eq!(piece["id"], evidence.id.to_string());
                assert_eq!((&piece["number"], &piece["finding"]), (&json!(1), &json!("true")));
                assert_eq!((&piece["locator"], &piece["quote"]), (&json!("p. 2"), &json!(evidence.quote)));
                let source = &piece["source"];
                assert_eq!((&source["ref"], &source["kind"]), (&json!("R1"), &json!("web")));
                assert_eq!(source["title"], evidence.source.title);
                assert_eq!(source["copies"], json!([]));
            }
            assert_eq!((&record["origins"], &record["withheld"]), (&json!(1), &json!(0)));
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
        set.options = ExportOptions { evidence: false, rationale: false, people: true, notes: false };
        let record = read(&set)["claims"][0].clone();
        assert!(record.get("evidence").is_none() && record.get("rationale").is_none());
        assert_eq!(record["signed_off"]["by"], "Ines Moreau");
        assert_eq!(record["checker"], "Ines Moreau");
    }

    #[test]
    fn a_rating_goes_out_with_its_scale_and_the_verdict_it_stands_for() {
        let mut set = set();
        let own = read(&set);
        assert_eq!(own["claims"][2]["scale"], "assay");
        assert_eq!(own["claims"][2]["rating"]["name"], "Conflicting evidence");
        assert_eq!(own["claims"][5]["scale"], Value::Null, "no verdict");
        let rating = RatingRef { scale: "politifact".into(), rating: "half-true".into() };
        set.claims[2].row.rating = Some(rating);
        let file = read(&set);
        let claim = &file["claims"][2];
        assert_eq!(claim["scale"], "politifact");
        assert_eq!(claim["rating"], json!({"word": "half-true", "name": "Half True", "number": 4.0}));
        assert_eq!(claim["verdict"], "conflicting");
        let scales: Vec<&str> =
            file["scales"].as_array().unwrap().iter().map(|s| s["word"].as_str().unwrap()).collect();
        assert_eq!(scales, ["assay", "politifact"], "those in use");
    }

    #[test]
    fn notes_go_out_only_if_asked_for_and_relations_only_to_claims_in_the_file() {
        let mut set = set();
        set.claims[0].note_items = vec![note("Ask the desk.", None)];
        let [related, unrelated] = [1, 4].map(|at| relation(&set.claims[at]));
        set.claims[0].relations = vec![related, unrelated];
        set.claims.truncate(3);
        let record = read(&set)["claims"][0].clone();
        assert!(record.get("notes").is_none());
        let other = &set.claims[1].row;
        assert_eq!(
            record["relations"],
            json!([{"kind": "contradicts", "ref": "DG-2", "id": other.id.to_string()}])
        );
        set.options.notes = true;
        let notes = read(&set)["claims"][0]["notes"].clone();
        assert_eq!(notes[0]["text"], "Ask the desk.");
        assert!(notes[0].get("author").is_none(), "a name");
        set.options.people = true;
        assert_eq!(read(&set)["claims"][0]["notes"][0]["author"], "Ines Moreau");
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
