//! Claims that may say the same: listed with what agrees and differs, and an earlier verdict taken over.

use assay_engine::{NearDraft, Workspace};
use assay_model::likeness::{NearClaim, Trait};
use serde_json::{Value as Json, json};

use crate::arguments::{Near, TakeOver};
use crate::claims::report;
use crate::failure::Failure;
use crate::output::Output;
use crate::table::{Set, Table};

/// Lists the claims that may say the same as another, as words, or as any claim of a document.
pub fn near(workspace: &Workspace, asked: &Near, out: &mut Output) -> Result<(), Failure> {
    let mut found: Vec<(Option<String>, NearClaim)> = Vec::new();
    if let Some(reference) = &asked.reference {
        let near = workspace.near(workspace.claim_key(reference)?)?;
        found.extend(near.into_iter().map(|n| (Some(reference.to_string()), n)));
    } else if let Some(statement) = &asked.text {
        let draft =
            NearDraft { statement: statement.clone(), claimant: asked.claimant.clone(), document: None };
        found.extend(workspace.near_draft(&draft)?.into_iter().map(|n| (None, n)));
    } else if let Some(document) = asked.document {
        let mut after = None;
        loop {
            let stretch = workspace.near_in(document.0, after)?;
            for of in stretch.found {
                let reference = workspace.claim(of.claim)?.row.reference.to_string();
                found.extend(of.near.into_iter().map(|n| (Some(reference.clone()), n)));
            }
            after = stretch.next;
            if after.is_none() {
                break;
            }
        }
    }
    if out.json() {
        return Ok(found.iter().try_for_each(|(of, near)| out.record(&line(of.as_deref(), near)))?);
    }
    let mut table = Table::new(&[
        ("Claim", Set::Left),
        ("Near", Set::Left),
        ("Like", Set::Right),
        ("Verdict", Set::Left),
        ("Statement", Set::Cut),
        ("Differs", Set::Cut),
    ]);
    for (of, near) in &found {
        table.row([
            of.clone().unwrap_or_default(),
            near.row.reference.to_string(),
            format!("{}%{}", near.likeness, if near.contradicts { " contradicts" } else { "" }),
            verdict(near),
            near.row.statement.clone(),
            near.differs.iter().map(differs).collect::<Vec<_>>().join("; "),
        ]);
    }
    if table.len() == 0 {
        out.line("No claim is near.")?;
        return Ok(());
    }
    Ok(out.table(&table)?)
}

/// Takes an earlier verdict over.
pub fn take_over(workspace: &Workspace, asked: &TakeOver, out: &mut Output) -> Result<(), Failure> {
    let (claim, from) = (workspace.claim_key(&asked.reference)?, workspace.claim_key(&asked.from)?);
    let outcome = workspace.take_over(claim, from)?;
    report(workspace, &[claim], &outcome, out)
}

/// “Refuted, 2023-03-02”; in brackets what is not signed off.
fn verdict(near: &NearClaim) -> String {
    near.earlier.as_ref().map_or_else(String::new, |earlier| {
        let name = earlier.rating_name.as_deref().unwrap_or(earlier.verdict.label());
        let words = format!("{name}, {}", earlier.at.date());
        if earlier.signed_off_by.is_some() { words } else { format!("({words})") }
    })
}

fn differs(one: &Trait) -> String {
    let side = |text: &str| if text.is_empty() { "–".to_owned() } else { format!("“{text}”") };
    format!("{}: {} / {}", one.aspect.label().to_lowercase(), side(&one.ours), side(&one.theirs))
}

fn line(of: Option<&str>, near: &NearClaim) -> Json {
    json!({
        "claim": of,
        "near": near.row.reference,
        "id": near.row.id,
        "statement": near.row.statement,
        "claimant": near.row.claimant,
        "status": near.row.status,
        "likeness": near.likeness,
        "contradicts": near.contradicts,
        "agrees": near.agrees,
        "differs": near.differs,
        "earlier": near.earlier,
    })
}
