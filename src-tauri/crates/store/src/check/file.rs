//! The file as SQLite sees it, its schema, its references, and what the workspace says of itself.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::Check;
use crate::error::Result;
use crate::facts::WorkspaceFacts;
use crate::image::Table;
use crate::migrate::make;
use crate::query::add_functions;

/// SQLite's own look at its pages, indexes and constraints.
pub(super) fn integrity(connection: &Connection, check: &mut Check) -> Result<()> {
    let mut statement = connection.prepare("PRAGMA integrity_check(20)")?;
    let mut lines = statement.query([])?;
    while let Some(line) = lines.next()? {
        let line: String = line.get(0)?;
        if line != "ok" {
            check.add("file", line);
        }
    }
    Ok(())
}

/// Every table, index and trigger is as this version makes it: the guards of log, texts and spans among them.
pub(super) fn schema(connection: &Connection, check: &mut Check) -> Result<()> {
    let mut fresh = Connection::open_in_memory()?;
    add_functions(&fresh)?;
    make(&mut fresh)?;
    let mut made = parts_of(&fresh)?;
    for (name, sql) in parts_of(connection)? {
        match made.remove(&name) {
            Some(as_made) if as_made == sql => {}
            Some(_) => check.add("schema", format!("{name} is not as Assay makes it")),
            None => check.add("schema", format!("{name} is not of Assay")),
        }
    }
    for name in made.into_keys() {
        check.add("schema", format!("{name} is missing"));
    }
    Ok(())
}

/// Its type, its table, and the statement that makes it; none for an index that a constraint makes.
type Part = (String, String, Option<String>);

/// Tables, indexes and triggers by name, those that SQLite and its full-text indexes make for themselves among them: a letter that
/// changed in their statements changes what is read of them. What SQLite knows of how often values occur anyone may gather.
fn parts_of(connection: &Connection) -> Result<BTreeMap<String, Part>> {
    let mut statement = connection.prepare(
        "SELECT name, type, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_stat_' ESCAPE '\\'",
    )?;
    let parts = statement.query_map([], |r| Ok((r.get(0)?, (r.get(1)?, r.get(2)?, r.get(3)?))))?;
    Ok(parts.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn references(connection: &Connection, check: &mut Check) -> Result<()> {
    let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (table, key, parent): (String, Option<i64>, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        check.add(
            format!("{table} {}", key.unwrap_or_default()),
            format!("refers to a {parent} that is not there"),
        );
    }
    Ok(())
}

/// The highest number ever given in each table: the log has seen every one, and none may be given twice.
pub(super) fn counters(connection: &Connection, check: &mut Check) -> Result<()> {
    let mut given = connection.prepare("SELECT max(seq) FROM sqlite_sequence WHERE name = ?")?;
    let mut logged = connection.prepare("SELECT max(row) FROM change WHERE tbl = ?")?;
    let newest: Option<i64> = connection.query_row("SELECT max(seq) FROM operation", [], |r| r.get(0))?;
    let mut expected = vec![("operation", newest)];
    for table in Table::ALL {
        expected.push((table.name(), logged.query_row([*table as u8], |r| r.get(0))?));
    }
    for (table, highest) in expected {
        if given.query_row([table], |r| r.get::<_, Option<i64>>(0))? != highest {
            check.add(format!("counter of {table}"), "is not the highest number that was given");
        }
    }
    Ok(())
}

pub(super) fn facts(connection: &Connection, check: &mut Check) -> Result<()> {
    if !WorkspaceFacts::read(connection)?.are_sealed(connection)? {
        check.add("workspace", "its name, prefix or id is not as it was written");
    }
    Ok(())
}
