//! Migrations: ordered steps in one transaction, with a copy of the file before the first.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::backup::copy_to;
use crate::error::{Result, StoreError};
use crate::facts::seal_facts;
use crate::open::{Access, prepare, with_suffix};
use crate::words::INDEXES;

/// `PRAGMA application_id` of a workspace: the letters `ASSY`.
pub(crate) const APPLICATION_ID: i64 = 0x4153_5359;

/// The steps; the number of a schema is the count of steps that made it.
const STEPS: &[&str] = &[
    include_str!("migrations/0001.sql"),
    include_str!("migrations/0002.sql"),
    include_str!("migrations/0003.sql"),
    include_str!("migrations/0004.sql"),
    include_str!("migrations/0005.sql"),
    include_str!("migrations/0006.sql"),
    include_str!("migrations/0007.sql"),
];

/// The newest schema.
pub(crate) const LATEST: i64 = STEPS.len() as i64;

/// Makes the schema in an empty file.
pub(crate) fn make(connection: &mut Connection) -> Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    run_from(&transaction, 0)?;
    Ok(transaction.commit()?)
}

/// Brings an older file up to date, after a copy of it was made beside it. Of two processes that open it at once one
/// does this, and the other finds it done.
pub(crate) fn migrate(connection: &mut Connection, path: &Path) -> Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let from: i64 = transaction.pragma_query_value(None, "user_version", |r| r.get(0))?;
    if from >= LATEST {
        return Ok(());
    }
    let copy = free_name(path)?;
    // By another connection: this one holds the file against writers, and SQLite copies none within a transaction.
    copy_to(&prepare(path, Access::ReadWrite, true)?, &copy)?;
    let migrated = run_from(&transaction, from).and_then(|()| Ok(transaction.commit()?));
    if migrated.is_err() {
        // The file is as it was, and so needs no copy.
        let _ = std::fs::remove_file(&copy);
    }
    migrated
}

fn run_from(transaction: &Transaction<'_>, from: i64) -> Result<()> {
    for (step, sql) in (1..).zip(STEPS).skip(usize::try_from(from).unwrap_or(0)) {
        transaction.execute_batch(sql)?;
        match step {
            2 => seal_facts(transaction)?,
            3 => INDEXES.iter().try_for_each(|words| words.fill(transaction))?,
            _ => {}
        }
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    Ok(transaction.pragma_update(None, "user_version", LATEST)?)
}

/// The name of the copy: `x.assay.before-schema-3`, with a number behind it if an earlier copy has that name.
fn free_name(path: &Path) -> Result<PathBuf> {
    let first = format!(".before-schema-{LATEST}");
    let numbered = (2..1000).map(|n| format!("{first}-{n}"));
    let mut names = std::iter::once(first.clone()).chain(numbered).map(|suffix| with_suffix(path, &suffix));
    names.find(|name| !name.exists()).ok_or_else(|| StoreError::AlreadyThere(with_suffix(path, &first)))
}
