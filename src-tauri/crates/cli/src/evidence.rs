//! Evidence: attached, changed, reordered, taken away, listed.

use assay_engine::{Code, Error, EvidenceDraft, Place, SourceDraft, Workspace};
use assay_model::claim::Claim;
use assay_model::evidence::Evidence;
use assay_model::verdict::Finding;
use serde_json::{Value as Json, json};

use crate::arguments::{AddEvidence, EditEvidence, EvidenceVerb, Numbered};
use crate::claims::report;
use crate::failure::Failure;
use crate::output::{Output, count, counted};
use crate::sources::{draft, source_line};
use crate::table::{Set, Table};
use crate::workspace::Named;

/// Does what is asked of evidence.
pub fn evidence(named: &Named, verb: EvidenceVerb, out: &mut Output) -> Result<(), Failure> {
    match verb {
        EvidenceVerb::Add(asked) => add(named, *asked, out),
        EvidenceVerb::Edit(asked) => edit(&named.open()?, &asked, out),
        EvidenceVerb::Move(asked) => {
            let workspace = named.open()?;
            let (claim, evidence) = find(&workspace, &asked.which)?;
            let most = claim.evidence_items.len();
            if asked.to as usize > most {
                let message = format!("{} has no place {} for evidence.", claim.row.reference, asked.to);
                return Err(Error::invalid("to", message).hint(format!("The last is {most}.")).into());
            }
            let outcome = workspace.move_evidence(evidence.id, asked.to)?;
            report(&workspace, &[claim.row.key], &outcome, out)
        }
        EvidenceVerb::Remove(which) => {
            let workspace = named.open()?;
            let (claim, evidence) = find(&workspace, &which)?;
            let outcome = workspace.remove_evidence(evidence.id)?;
            report(&workspace, &[claim.row.key], &outcome, out)
        }
        EvidenceVerb::List(asked) => {
            let workspace = named.open()?;
            list(&workspace.claim(workspace.claim_key(&asked.reference)?)?, out)
        }
    }
}

/// A claim, and its evidence of a number.
fn find(workspace: &Workspace, which: &Numbered) -> Result<(Claim, Evidence), Error> {
    let claim = workspace.claim(workspace.claim_key(&which.reference)?)?;
    let found = claim.evidence_items.iter().find(|e| e.number == which.number).cloned();
    let evidence = found.ok_or_else(|| {
        Error::new(Code::NotFound, format!("{} has no evidence {}.", which.reference, which.number)).hint(
            format!(
                "It has {}.",
                counted(claim.evidence_items.len(), "piece of evidence", "pieces of evidence")
            ),
        )
    })?;
    Ok((claim, evidence))
}

fn add(named: &Named, asked: AddEvidence, out: &mut Output) -> Result<(), Failure> {
    if asked.document.is_some() && asked.quote.is_none() && asked.span.is_none() {
        return Err(Failure::Usage("name the words of the document by --quote or --span".to_owned()));
    }
    let source = asked.facts.over(SourceDraft::default());
    if source.title.is_empty() && asked.source.is_none() && asked.document.is_none() {
        return Err(Failure::Usage(
            "say where it comes from: by --title, by --source for a source that is there, or by --document"
                .to_owned(),
        ));
    }
    let workspace = named.open()?;
    let key = workspace.claim_key(&asked.reference)?;
    let known_source = match asked.source {
        Some(reference) => Some(workspace.source(workspace.source_key(reference))?.source.id),
        None => None,
    };
    let place = asked.document.map(|document| Place {
        document: document.0,
        quote: asked.quote.clone(),
        span: asked.span,
    });
    let outcome = workspace.add_evidence(
        key,
        &EvidenceDraft {
            finding: asked.finding,
            stance: asked.stance,
            locator: asked.locator,
            quote: asked.quote,
            place,
            known_source,
            source,
        },
    )?;
    report(&workspace, &[key], &outcome, out)
}

fn edit(workspace: &Workspace, asked: &EditEvidence, out: &mut Output) -> Result<(), Failure> {
    let (claim, now) = find(workspace, &asked.which)?;
    if asked.quote.is_some() && now.span.is_some() {
        return Err(Error::invalid("quote", "These words stand in a document and cannot be rewritten.")
            .hint("Add new evidence for other words.")
            .into());
    }
    let known = draft(&now.source);
    let source = asked.facts.over(known.clone());
    let known_source = match asked.source {
        Some(reference) => Some(workspace.source(workspace.source_key(reference))?.source.id),
        None => (source == known).then_some(now.source.id),
    };
    let given = |new: &Option<String>, old: Option<String>| new.clone().or(old);
    let outcome = workspace.edit_evidence(
        now.id,
        &EvidenceDraft {
            finding: asked.finding.unwrap_or(now.finding),
            stance: asked.stance.unwrap_or(now.stance),
            locator: given(&asked.locator, now.locator),
            quote: given(&asked.quote, now.quote),
            place: None,
            known_source,
            source,
        },
    )?;
    report(workspace, &[claim.row.key], &outcome, out)
}

fn list(claim: &Claim, out: &mut Output) -> Result<(), Failure> {
    if out.json() {
        return Ok(claim.evidence_items.iter().try_for_each(|e| out.record(&evidence_line(e)))?);
    }
    let mut table = Table::new(&[
        ("No.", Set::Right),
        ("Stance", Set::Left),
        ("Finding", Set::Left),
        ("Source", Set::Left),
        ("Title", Set::Cut),
        ("Locator", Set::Cut),
        ("Quote", Set::Cut),
    ]);
    for evidence in &claim.evidence_items {
        table.row([
            evidence.number.to_string(),
            evidence.stance.label().to_owned(),
            evidence.finding.label().to_owned(),
            evidence.source.reference.to_string(),
            evidence.source.title.clone(),
            evidence.locator.clone().unwrap_or_default(),
            evidence.quote.clone().unwrap_or_default(),
        ]);
    }
    if table.len() > 0 {
        out.table(&table)?;
    }
    out.line(tally(claim))?;
    Ok(())
}

/// “3 items, 1 origin”.
pub fn tally(claim: &Claim) -> String {
    let items = count(claim.row.evidence as usize, "item");
    format!("{items}, {}", count(claim.row.origins as usize, "origin"))
}

/// Evidence as scripts read it.
pub fn evidence_line(evidence: &Evidence) -> Json {
    let mut line = json!({
        "number": evidence.number,
        "id": evidence.id,
        "finding": evidence.finding,
        "stance": evidence.stance,
        "locator": evidence.locator,
        "quote": evidence.quote,
        "span": evidence.span,
        "source": evidence.source.reference,
    });
    if let (Json::Object(line), Json::Object(mut source)) = (&mut line, source_line(&evidence.source)) {
        source.remove("ref");
        source.remove("id");
        line.extend(source);
    }
    line
}

/// What a person sees of evidence: a line about it, and lines of more.
pub fn evidence_lines(evidence: &Evidence) -> (String, Vec<String>) {
    let source = &evidence.source;
    let marks = [
        Some(evidence.stance.label()),
        (evidence.finding == Finding::Said).then_some("was it said?"),
        source.primary.then_some("primary source"),
        source.confidential.then_some("confidential"),
    ];
    let marks = marks.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let about = format!("{marks}: {} ({})", source.title, source.reference);
    let known = [
        Some(source.kind.label().to_owned()),
        source.author.clone(),
        source.publisher.clone(),
        source.published.as_ref().map(ToString::to_string),
        evidence.locator.clone(),
        source.origin.as_ref().map(|origin| format!("origin: {origin}")),
        (!source.copies.is_empty()).then(|| counted(source.copies.len(), "stored copy", "stored copies")),
    ];
    let known = known.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let quote = evidence.quote.as_ref().map(|q| format!("“{q}”"));
    (about, std::iter::once(known).chain(source.url.clone()).chain(quote).collect())
}
