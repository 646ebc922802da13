//! One claim, document or source, with all that hangs off it.

use assay_engine::{DocumentView, Workspace};
use assay_model::checklist::ChecklistStep;
use assay_model::claim::{Claim, Mode};
use assay_model::value::Value;
use assay_model::verdict::Verdict;
use serde::Serialize;
use serde_json::{Value as Json, json};

use crate::arguments::{AnyRef, Show};
use crate::claim_line::ClaimLine;
use crate::documents::{DocumentLine, text_of};
use crate::evidence::{evidence_line, evidence_lines, tally};
use crate::failure::Failure;
use crate::notes::note_line;
use crate::output::{Output, fields, local, shown, shown_lines};

/// Shows a claim, a document or a source.
pub fn show(workspace: &Workspace, asked: &Show, out: &mut Output) -> Result<(), Failure> {
    match &asked.reference {
        AnyRef::Claim(reference) => {
            let key = workspace.claim_key(reference)?;
            let claim = match asked.at {
                Some(operation) => workspace.claim_at(key, operation)?,
                None => workspace.claim(key)?,
            };
            if out.json() { Ok(out.record(&WholeClaim::from(&claim))?) } else { show_claim(&claim, out) }
        }
        AnyRef::Source(_) | AnyRef::Document(_) if asked.at.is_some() => {
            Err(Failure::Usage("only claims can be shown as they were".to_owned()))
        }
        AnyRef::Source(reference) => {
            let row = workspace.source(workspace.source_key(*reference))?;
            crate::sources::show(workspace, &row, out)
        }
        AnyRef::Document(reference) => {
            let view = workspace.document(reference.0.into())?;
            if out.json() { Ok(out.record(&WholeDocument::from(&view))?) } else { show_document(&view, out) }
        }
    }
}

/// A claim as `claims --json` prints it, and the rest.
#[derive(Debug, Serialize)]
struct WholeClaim<'c> {
    #[serde(flatten)]
    line: ClaimLine<'c>,
    mode: Mode,
    reasons: &'c [String],
    found: Option<&'c str>,
    rationale_said: &'c str,
    reviewer: Option<&'c str>,
    signed_off_by: Option<&'c str>,
    /// RFC 3339.
    signed_off_at: Option<String>,
    signed_digest: Option<&'c str>,
    reopened: Option<&'c str>,
    rating_name: Option<&'c str>,
    has_primary: bool,
    evidence_items: Vec<Json>,
    notes: Vec<Json>,
    relations: Vec<Json>,
    checklist: &'c [ChecklistStep],
    stamp: i64,
}

impl<'c> From<&'c Claim> for WholeClaim<'c> {
    fn from(claim: &'c Claim) -> Self {
        Self {
            line: claim.into(),
            mode: claim.row.mode,
            reasons: &claim.reasons,
            found: claim.row.found.as_deref(),
            rationale_said: &claim.rationale_said,
            reviewer: claim.reviewer.as_deref(),
            signed_off_by: claim.signed_off_by.as_deref(),
            signed_off_at: claim.signed_off_at.map(assay_model::time::Instant::to_rfc3339),
            signed_digest: claim.signed_digest.as_deref(),
            reopened: claim.reopened.as_deref(),
            rating_name: claim.row.rating_name.as_deref(),
            has_primary: claim.row.has_primary,
            evidence_items: claim.evidence_items.iter().map(evidence_line).collect(),
            notes: claim.note_items.iter().map(note_line).collect(),
            relations: claim
                .relations
                .iter()
                .map(|r| json!({"kind": r.kind, "ref": r.reference, "id": r.id, "label": r.label, "status": r.status, "verdict": r.verdict}))
                .collect(),
            checklist: &claim.checklist,
            stamp: claim.stamp,
        }
    }
}

/// A document as `documents --json` prints it, and its text.
#[derive(Debug, Serialize)]
struct WholeDocument<'d> {
    #[serde(flatten)]
    line: DocumentLine<'d>,
    /// Spans count in it.
    text: String,
    blocks: Vec<Json>,
}

impl<'d> From<&'d DocumentView> for WholeDocument<'d> {
    fn from(view: &'d DocumentView) -> Self {
        let blocks = view.blocks.iter().map(|b| json!({"block": b.kind, "start": b.start, "end": b.end}));
        Self { line: (&view.summary).into(), text: text_of(view), blocks: blocks.collect() }
    }
}

fn show_claim(claim: &Claim, out: &mut Output) -> Result<(), Failure> {
    let row = &claim.row;
    let given = |text: &Option<String>| text.clone().unwrap_or_default();
    let verdict = |v: Option<Verdict>| v.map_or("", Verdict::label).to_owned();
    let claimant = row
        .claimant
        .as_ref()
        .map_or_else(String::new, |c| format!("{c} ({})", row.mode.label().to_lowercase()));
    let signed = claim.signed_off_by.as_ref().map_or_else(String::new, |by| {
        format!("{by}, {}", claim.signed_off_at.map(local).unwrap_or_default())
    });
    out.line(format_args!("{}  {}", row.reference, shown(&row.label)))?;
    out.line(shown(&row.statement))?;
    out.line("")?;
    fields(
        out,
        &[
            ("Status", row.status.label().to_owned()),
            ("Verdict", row.rating_name.clone().unwrap_or_else(|| verdict(row.verdict))),
            ("Said", verdict(row.said)),
            ("Found", given(&row.found)),
            ("Kind", row.kind.label().to_owned()),
            ("Claimant", claimant),
            ("Priority", row.priority.label().to_owned()),
            ("Score", row.score.map(|s| format!("{s:.2}: {}", claim.reasons.join(", "))).unwrap_or_default()),
            ("Values", claim.values.iter().map(value).collect::<Vec<_>>().join("; ")),
            ("Tags", claim.tags.join(", ")),
            ("Checker", given(&row.checker)),
            ("Reviewer", given(&claim.reviewer)),
            ("Signed off", signed),
            ("SHA-256", given(&claim.signed_digest)),
            ("Reopened", given(&claim.reopened)),
            ("Edited", local(row.edited)),
        ],
    )?;
    for mention in &claim.mentions {
        let sentence = mention.sentence.map(|n| format!(" S{n}")).unwrap_or_default();
        let place = format!("{}{sentence} {}..{}", mention.document_ref, mention.start, mention.end);
        fields(out, &[("Mention", format!("{place}  “{}”", mention.exact))])?;
    }
    for (name, rationale) in [("Rationale:", &claim.rationale), ("Was it said:", &claim.rationale_said)] {
        if !rationale.is_empty() {
            out.line(format_args!("\n{name}\n{}", shown_lines(rationale)))?;
        }
    }
    if !claim.evidence_items.is_empty() {
        out.line(format_args!("\nEvidence: {}", tally(claim)))?;
    }
    for evidence in &claim.evidence_items {
        let (about, more) = evidence_lines(evidence);
        out.line(format_args!("[{}] {}", evidence.number, shown(&about)))?;
        for more in &more {
            out.line(format_args!("    {}", shown(more)))?;
        }
    }
    show_around(claim, out)
}

/// What stands around a claim: relations, checklist, notes.
fn show_around(claim: &Claim, out: &mut Output) -> Result<(), Failure> {
    if !claim.relations.is_empty() {
        out.line("\nRelated:")?;
    }
    for relation in &claim.relations {
        out.line(shown(&format!("{} {}  {}", relation.kind.label(), relation.reference, relation.label)))?;
    }
    if claim.checklist.iter().any(|s| s.done) {
        let done = claim.checklist.iter().filter(|s| s.done).count();
        out.line(format_args!("\nChecklist: {done} of {}", claim.checklist.len()))?;
        for step in &claim.checklist {
            let tick = if step.done { "x" } else { " " };
            out.line(format_args!("[{tick}] {}", shown(&step.step.text)))?;
        }
    }
    if !claim.note_items.is_empty() {
        out.line("\nNotes:")?;
    }
    for (number, note) in (1..).zip(&claim.note_items) {
        let kind = if note.is_open() { ", open question" } else { "" };
        let head = format!("{number}  {}, {}{kind}: {}", note.author, local(note.written), note.text);
        out.line(shown(&head))?;
        if let Some(answer) = &note.answer {
            out.line(format_args!("    Answer: {}", shown(answer)))?;
        }
    }
    Ok(())
}

/// “less than 10 minutes” = PT10M (less than)
fn value(value: &Value) -> String {
    let unit = value.unit.as_ref().map(|u| format!(" {u}")).unwrap_or_default();
    let modifier = value.modifier.map(|m| format!(" ({})", m.label())).unwrap_or_default();
    format!("“{}” = {}{unit}{modifier}", value.text, value.value)
}

fn show_document(view: &DocumentView, out: &mut Output) -> Result<(), Failure> {
    let document = &view.summary;
    let known = &document.metadata;
    let given = |text: &Option<String>| text.clone().unwrap_or_default();
    out.line(format_args!("{}  {}", document.reference, shown(&known.title)))?;
    out.line("")?;
    let coverage = &document.coverage;
    fields(
        out,
        &[
            ("Authors", known.authors.join(", ")),
            ("Publisher", given(&known.publisher)),
            ("Published", known.published.as_ref().map(ToString::to_string).unwrap_or_default()),
            ("Address", given(&known.url)),
            ("Language", given(&known.language)),
            ("Added", local(document.added)),
            ("Claims", format!("{}, {} to do", document.claims, document.to_do)),
            (
                "Sentences",
                format!(
                    "{}: {} signed off, {} in work, {} not checkable, {} not looked at",
                    document.sentences,
                    coverage.signed_off,
                    coverage.in_work,
                    coverage.not_checkable,
                    coverage.not_looked_at
                ),
            ),
        ],
    )?;
    for block in &view.blocks {
        let place = format!("{} {}..{}", block.kind.label(), block.start, block.end);
        out.line(format_args!("\n[{place}]\n{}", shown_lines(&block.text)))?;
    }
    Ok(())
}
