//! Migrations: ordered steps, each in one transaction, with a copy of the file before the first.

use rusqlite::{Connection, TransactionBehavior};

use crate::error::Result;

/// `PRAGMA application_id` of a workspace: the letters `ASSY`.
pub(crate) const APPLICATION_ID: i64 = 0x4153_5359;

/// The steps; the number of a schema is the count of steps that made it.
const STEPS: &[&str] = &[include_str!("migrations/0001.sql"), include_str!("migrations/0002.sql")];

/// The newest schema.
pub(crate) const LATEST: i64 = STEPS.len() as i64;

/// Brings the schema from `from` to the latest.
pub(crate) fn migrate(connection: &mut Connection, from: i64) -> Result<()> {
    for (step, sql) in (1..).zip(STEPS).skip(from as usize) {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute_batch(sql)?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.pragma_update(None, "user_version", step)?;
        transaction.commit()?;
    }
    Ok(())
}
