//! Every row of the state against its last logged digest, and relations against their other side.

use std::collections::{HashMap, HashSet};

use assay_model::relation::RelationKind;
use rusqlite::{Connection, Statement};

use super::Check;
use crate::error::Result;
use crate::image::{Image, Table};

pub(super) fn rows(connection: &Connection, check: &mut Check) -> Result<()> {
    let mut newest = connection.prepare(include_str!("../sql/newest_digests.sql"))?;
    for table in Table::ALL {
        // The tables after a damaged one are still looked at.
        if let Err(error) = rows_of(connection, *table, &mut newest, check) {
            check.add(table.name(), error.to_string());
        }
    }
    Ok(())
}

fn rows_of(
    connection: &Connection,
    table: Table,
    newest: &mut Statement<'_>,
    check: &mut Check,
) -> Result<()> {
    let mut logged: HashMap<i64, Option<Vec<u8>>> =
        newest.query_map([table as u8], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    let mut statement = connection.prepare(table.select_all_sql())?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        let place = format!("{} {id}", table.name());
        let digest = logged.remove(&id);
        match (Image::from_row(table, row), digest) {
            (Ok(image), Some(Some(digest))) if image.bears(&digest) => {}
            (Ok(_), Some(Some(_))) => check.add(place, "is not as it was last written"),
            (Ok(_), Some(None)) => check.add(place, "is there though it was deleted"),
            (Ok(_), None) => check.add(place, "is not in the log"),
            (Err(_), _) => check.add(place, "cannot be read"),
        }
        check.rows += 1;
    }
    for (id, digest) in logged {
        if digest.is_some() {
            check.add(format!("{} {id}", table.name()), "is missing");
        }
    }
    Ok(())
}

/// Each relation is kept from both sides.
pub(super) fn relations(connection: &Connection, check: &mut Check) -> Result<()> {
    type Side = (i64, RelationKind, i64, Option<String>);
    let mut statement = connection.prepare("SELECT claim, kind, other, was FROM relation ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut sides: HashSet<Side> = HashSet::new();
    while let Some(row) = rows.next()? {
        sides.insert((row.get(0)?, row.get::<_, String>(1)?.parse()?, row.get(2)?, row.get(3)?));
    }
    for (claim, kind, other, was) in &sides {
        if !sides.contains(&(*other, kind.inverse(), *claim, was.clone())) {
            check.add(format!("claim {other}"), format!("does not know that claim {claim} is related to it"));
        }
    }
    Ok(())
}
