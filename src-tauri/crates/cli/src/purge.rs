//! Purging: a protected source taken out for good.

use assay_engine::{Error, Workspace};

use crate::arguments::Purge;
use crate::confirm::{ask, somebody};
use crate::failure::{Failure, tell};
use crate::output::{Output, count, counted, shown};
use crate::sources::find;

const BACKUPS: &str = "Backups and copies made earlier still hold it.";

/// Takes a protected source out for good, after asking twice.
pub fn purge(workspace: &Workspace, asked: &Purge, out: &mut Output) -> Result<(), Failure> {
    let reference = asked.which.reference;
    if let Some(other) = asked.yes.filter(|yes| *yes != reference) {
        return Err(Failure::Usage(format!("--yes names {other}, and {reference} is to be purged")));
    }
    let row = find(workspace, &asked.which)?;
    let takes = format!(
        "Purging {reference}, “{}”, takes it with {} for {} and {} out of the workspace and its history. {}It cannot \
         be undone, nor can anything before it.",
        shown(&row.source.title),
        counted(row.evidence as usize, "piece of evidence", "pieces of evidence"),
        count(row.claims as usize, "claim"),
        counted(row.source.copies.len(), "stored copy", "stored copies"),
        if row.signed_off > 0 {
            format!("{} reopened. ", counted(row.signed_off as usize, "claim is", "claims are"))
        } else {
            String::new()
        },
    );
    if asked.yes.is_none() {
        if !somebody() {
            return Err(Error::invalid("yes", takes)
                .hint(BACKUPS)
                .hint(format!("Add --yes {reference} to purge it."))
                .into());
        }
        ask(&format!("{takes}\n{BACKUPS}\nPurge it? [y/N]"), &["y", "yes"])?;
        ask(&format!("Type {reference} to purge it for good:"), &[&reference.to_string()])?;
    }
    let report = workspace.purge_source(row.source.id)?;
    tell(format_args!("warning: {BACKUPS}"));
    if out.json() {
        return Ok(out.record(&report)?);
    }
    Ok(out.line(format_args!("{}.", shown(&report.message)))?)
}
