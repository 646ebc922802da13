//! The log: its chain, and that nothing of it is missing.

use assay_model::operation::OperationKind;
use assay_model::time::Instant;
use rusqlite::{Connection, Row, Statement};
use sha2::{Digest, Sha256};

use super::Check;
use crate::error::{Result, StoreError};
use crate::log::{ChainedChange, Hash, Head, chain};

pub(super) fn log(connection: &Connection, check: &mut Check) -> Result<()> {
    let mut operations = connection
        .prepare("SELECT seq, time, actor, kind, undoes, hash, joins FROM operation ORDER BY seq")?;
    let mut changes = connection.prepare(
        "SELECT position, tbl, row, claim, action, before, digest, purged FROM change
          WHERE operation = ? ORDER BY position",
    )?;
    let mut rows = operations.query([])?;
    let (mut before, mut expected) = (Hash::default(), 1);
    while let Some(row) = rows.next()? {
        let seq: i64 = row.get(0)?;
        if seq != expected {
            check.add("log", format!("operation {expected} is missing"));
        }
        expected = seq.saturating_add(1);
        let stored = row.get::<_, Vec<u8>>(5)?.try_into().unwrap_or_default();
        // What cannot even be read is no more as it was written than what reads otherwise.
        if hash_of(&before, row, &mut changes).ok() != Some(stored) {
            check.add("log", format!("operation {seq} is not as it was written"));
        }
        before = stored;
        check.operations += 1;
    }
    Ok(())
}

/// The hash that an operation has by what stands in its rows.
fn hash_of(before: &Hash, row: &Row<'_>, changes: &mut Statement<'_>) -> Result<Hash> {
    let (seq, actor, kind): (i64, String, String) = (row.get(0)?, row.get(2)?, row.get(3)?);
    let damaged = || StoreError::Unreadable("a change in the log".to_owned());
    let digest = |stored: Option<Vec<u8>>| stored.map(|d| d.try_into().map_err(|_| damaged())).transpose();
    let mut chained = Vec::new();
    let mut of_operation = changes.query([seq])?;
    while let Some(change) = of_operation.next()? {
        let claim: Option<i64> = change.get(3)?;
        // The hash covers neither the places nor the difference between no claim and a claim 0, which there is not.
        if change.get::<_, i64>(0)? != chained.len() as i64 || claim == Some(0) {
            return Err(damaged());
        }
        let image: Option<Vec<u8>> = change.get(5)?;
        let purged: Option<Hash> = digest(change.get(7)?)?;
        if image.is_some() && purged.is_some() {
            return Err(damaged());
        }
        chained.push(ChainedChange {
            table: change.get(1)?,
            row: change.get(2)?,
            claim,
            action: change.get(4)?,
            before: image.map(|bytes| Sha256::digest(bytes).into()).or(purged),
            digest: digest(change.get(6)?)?,
        });
    }
    let kind: OperationKind = kind.parse()?;
    let time = Instant(row.get(1)?);
    let head = Head { seq, time, actor: &actor, kind, undoes: row.get(4)?, joins: row.get(6)? };
    // No operation 0 can be undone, which the hash does not tell from none.
    if head.undoes == Some(0) { Err(damaged()) } else { Ok(chain(before, &head, &chained)) }
}
