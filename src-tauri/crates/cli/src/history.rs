//! Undo, redo and history.

use assay_engine::{Outcome, Workspace};
use assay_model::operation::HistoryFilter;
use assay_model::operation::HistoryLine;
use serde_json::json;

use crate::arguments::History;
use crate::failure::Failure;
use crate::output::{Output, local, shown};
use crate::table::{Set, Table};

/// Lines that are asked for at a time.
const AT_A_TIME: u32 = 500;

/// Undoes the person's newest operation.
pub fn undo(workspace: &Workspace, out: &mut Output) -> Result<(), Failure> {
    report(&workspace.undo()?, out)
}

/// Does again what was undone last.
pub fn redo(workspace: &Workspace, out: &mut Output) -> Result<(), Failure> {
    report(&workspace.redo()?, out)
}

fn report(outcome: &Outcome, out: &mut Output) -> Result<(), Failure> {
    if out.json() {
        out.record(outcome)?;
    } else {
        out.line(format_args!("{}.", shown(&outcome.message)))?;
    }
    Ok(())
}

/// Lists what was done, newest first.
pub fn history(workspace: &Workspace, asked: &History, out: &mut Output) -> Result<(), Failure> {
    let claim = match &asked.reference {
        Some(reference) => {
            let key = workspace.claim_key(reference)?;
            Some(workspace.claim(key)?.row.key)
        }
        None => None,
    };
    let mut table =
        Table::new(&[("No.", Set::Right), ("When", Set::Left), ("Who", Set::Left), ("What", Set::Cut)]);
    let mut before = None;
    loop {
        let lines =
            workspace.history(&HistoryFilter { claim, ..HistoryFilter::default() }, before, AT_A_TIME)?;
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
            }
        }
    }
    if table.len() > 0 {
        out.table(&table)?;
    }
    Ok(())
}

fn record(line: &HistoryLine, out: &mut Output) -> Result<(), Failure> {
    out.record(&json!({
        "operation": line.operation,
        "kind": line.kind,
        "actor": line.actor,
        "time": line.time.to_rfc3339(),
        "words": line.words,
        "undoes": line.undoes,
        "undone_by": line.undone_by,
    }))?;
    Ok(())
}
