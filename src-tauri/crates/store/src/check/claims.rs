//! What follows from a claim's rows: that what was signed still stands, and what the ledger shows of it.

use std::collections::HashMap;

use rusqlite::Connection;

use super::Check;
use crate::claims::ClaimFields;
use crate::derived::is_as_derived;
use crate::error::Result;
use crate::image::{Image, Table};
use crate::substance::substance;

/// A signed-off claim is what was signed. Sign-offs from before digests were kept have none to compare.
pub(super) fn sign_offs(connection: &Connection, check: &mut Check) -> Result<()> {
    let mut statement = connection.prepare(Table::Claim.select_all_sql())?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let image = Image::from_row(Table::Claim, row)?;
        let Some(signed) = image.get("signed_digest").text() else { continue };
        if substance(connection, image.id(), &ClaimFields::of(&image)?)? != signed {
            check.add(format!("claim {}", image.id()), "is not what was signed off");
        }
    }
    Ok(())
}

/// Derived columns are what deriving gives, and a claim was last edited by an operation not before its newest change.
pub(super) fn derived(connection: &Connection, check: &mut Check) -> Result<()> {
    let mut operations = connection.prepare("SELECT time, max(seq) FROM operation GROUP BY time")?;
    let newest_at: HashMap<i64, i64> =
        operations.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    let mut statement = connection.prepare(
        "SELECT id, stated, edited, (SELECT max(operation) FROM change WHERE change.claim = claim.id) FROM claim",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (claim, stated): (i64, String) = (row.get(0)?, row.get(1)?);
        if !is_as_derived(connection, claim, &stated)? {
            check.add(format!("claim {claim}"), "is counted or named otherwise than its rows say");
        }
        if newest_at.get(&row.get(2)?).copied() < row.get::<_, Option<i64>>(3)? {
            check.add(format!("claim {claim}"), "was edited at a time that no operation of its has");
        }
    }
    Ok(())
}
