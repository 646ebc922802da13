//! How claims stand to one another: related, merged, split.

use assay_engine::{Outcome, PartDraft, Workspace};

use crate::arguments::{Merge, Relate, Split, Unmerge};
use crate::claims::{keys, report};
use crate::failure::Failure;
use crate::output::Output;

/// Relates two claims, or takes the relation away.
pub fn relate(workspace: &Workspace, asked: &Relate, away: bool, out: &mut Output) -> Result<(), Failure> {
    let (claim, other) = (workspace.claim_key(&asked.reference)?, workspace.claim_key(&asked.other)?);
    let outcome = if away {
        workspace.unrelate(claim, asked.relation, other)?
    } else {
        workspace.relate(claim, asked.relation, other)?
    };
    report(workspace, &[claim, other], &outcome, out)
}

/// Merges claims into one.
pub fn merge(workspace: &Workspace, asked: &Merge, out: &mut Output) -> Result<(), Failure> {
    let mut claims = keys(workspace, &asked.references)?;
    let into = workspace.claim_key(&asked.into)?;
    let outcome = workspace.merge(&claims, into)?;
    claims.push(into);
    report(workspace, &claims, &outcome, out)
}

/// Takes a merged claim out again.
pub fn unmerge(workspace: &Workspace, asked: &Unmerge, out: &mut Output) -> Result<(), Failure> {
    let key = workspace.claim_key(&asked.reference)?;
    let outcome = workspace.unmerge(key)?;
    report(workspace, &[key], &outcome, out)
}

/// Splits a claim into parts; shows the parts.
pub fn split(workspace: &Workspace, asked: &Split, out: &mut Output) -> Result<(), Failure> {
    let key = workspace.claim_key(&asked.reference)?;
    let part = |statement: &String| PartDraft { statement: statement.clone(), label: None, place: None };
    let (parts, outcome) = workspace.split(key, &asked.parts.iter().map(part).collect::<Vec<_>>())?;
    let message = match (out.json(), outcome.operation) {
        (false, Some(_)) => format!("{}: {}", outcome.message, references(workspace, &parts)?),
        _ => outcome.message,
    };
    report(workspace, &parts, &Outcome { message, ..outcome }, out)
}

/// “DG-17, DG-18”.
fn references(workspace: &Workspace, claims: &[i64]) -> assay_engine::Result<String> {
    let named = claims.iter().map(|key| Ok(workspace.claim(*key)?.row.reference.to_string()));
    Ok(named.collect::<assay_engine::Result<Vec<_>>>()?.join(", "))
}
