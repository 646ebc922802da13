//! Undo, redo and history.

use assay_engine::Workspace;
use assay_model::operation::{FieldChange, HistoryFilter, HistoryLine};
use assay_model::time::Instant;
use chrono::{Local, NaiveDate, NaiveTime};
use serde_json::json;

use crate::arguments::{History, Restore};
use crate::claims::report;
use crate::failure::Failure;
use crate::output::{Output, local};
use crate::people::person;
use crate::table::{Set, Table};

/// Lines that are asked for at a time.
const AT_A_TIME: u32 = 500;

/// Undoes the person's newest operation.
pub fn undo(workspace: &Workspace, out: &mut Output) -> Result<(), Failure> {
    out.outcome(&workspace.undo()?)
}

/// Does again what was undone last.
pub fn redo(workspace: &Workspace, out: &mut Output) -> Result<(), Failure> {
    out.outcome(&workspace.redo()?)
}

/// Lists what was done, newest first.
pub fn history(workspace: &Workspace, asked: &History, out: &mut Output) -> Result<(), Failure> {
    let filter = filter(workspace, asked)?;
    let mut table =
        Table::new(&[("No.", Set::Right), ("When", Set::Left), ("Who", Set::Left), ("What", Set::Cut)]);
    let mut before = None;
    loop {
        let lines = workspace.history(&filter, before, AT_A_TIME)?;
        let Some(last) = lines.last() else { break };
        before = Some(last.operation);
        for line in &lines {
            if out.json() {
                record(line, out)?;
            } else {
                let undone = line.undone_by.map(|by| format!(" (taken back by {by})")).unwrap_or_default();
                table.row([
                    line.operation.to_string(),
                    local(line.time),
                    line.actor.clone(),
                    format!("{}{undone}", line.words),
                ]);
                if asked.changes {
                    for change in &line.changes {
                        table.row([String::new(), String::new(), String::new(), in_words(change)]);
                    }
                }
            }
        }
    }
    if table.len() > 0 {
        out.table(&table)?;
    }
    Ok(())
}

/// Gives a claim an earlier state back.
pub fn restore(workspace: &Workspace, asked: &Restore, out: &mut Output) -> Result<(), Failure> {
    let key = workspace.claim_key(&asked.reference)?;
    let outcome = workspace.restore_claim(key, asked.to)?;
    report(workspace, &[key], &outcome, out)
}

/// Which lines are asked for.
fn filter(workspace: &Workspace, asked: &History) -> Result<HistoryFilter, Failure> {
    let claim = match &asked.reference {
        Some(reference) => {
            let key = workspace.claim_key(reference)?;
            Some(workspace.claim(key)?.row.key)
        }
        None => None,
    };
    let source = match asked.source {
        Some(reference) => {
            let key = workspace.source_key(reference);
            workspace.source(key)?;
            Some(key)
        }
        None => None,
    };
    if let Some(document) = asked.document {
        workspace.document(document.0.into())?;
    }
    // A day as the clock on the wall has it.
    let midnight = |day: NaiveDate| {
        let local = day.and_time(NaiveTime::MIN).and_local_timezone(Local).earliest();
        local.map(|t| Instant(t.timestamp_millis()))
    };
    Ok(HistoryFilter {
        claim,
        document: asked.document.map(|d| d.0.into()),
        source,
        person: asked.by.as_deref().and_then(|name| person(workspace, name)),
        from: asked.day.and_then(midnight),
        until: asked.day.and_then(|d| d.succ_opt()).and_then(midnight),
    })
}

/// “  Verdict: none → Refuted”.
fn in_words(change: &FieldChange) -> String {
    let value = |v: &Option<String>| v.clone().unwrap_or_else(|| "none".to_owned());
    let of = change.claim.as_ref().map(|c| format!("{c} ")).unwrap_or_default();
    format!("  {of}{}: {} → {}", change.field, value(&change.before), value(&change.after))
}

fn record(line: &HistoryLine, out: &mut Output) -> Result<(), Failure> {
    out.record(&json!({
        "operation": line.operation,
        "kind": line.kind,
        "actor": line.actor,
        "time": line.time.to_rfc3339(),
        "words": line.words,
        "changes": line.changes,
        "undoes": line.undoes,
        "undone_by": line.undone_by,
    }))?;
    Ok(())
}
