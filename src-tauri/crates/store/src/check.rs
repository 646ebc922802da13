//! Checking a workspace: the log's chain, every row against its last logged digest, every text, span and reference.

use std::collections::HashMap;

use assay_model::operation::OperationKind;
use assay_model::time::Instant;
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use crate::claims::ClaimFields;
use crate::documents::hex;
use crate::error::Result;
use crate::facts::WorkspaceFacts;
use crate::image::{Image, Table};
use crate::log::{ChainedChange, Hash, Head, chain};
use crate::open::{Store, prepare};
use crate::substance::substance;
use crate::write::read_image;

/// Something that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// Where: `log`, `claim 12`, `text of D3`.
    pub place: String,
    /// What is wrong with it.
    pub what: String,
}

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Check {
    /// Operations whose place in the chain was verified.
    pub operations: u64,
    /// Rows compared with their last logged digest.
    pub rows: u64,
    /// Texts compared with their SHA-256.
    pub texts: u64,
    /// Spans compared with their text.
    pub spans: u64,
    /// What is damaged; nothing if the workspace is sound.
    pub damage: Vec<Damage>,
}

/// The most damage that is listed.
const MOST_DAMAGE: usize = 100;

impl Check {
    fn add(&mut self, place: impl Into<String>, what: impl Into<String>) {
        if self.damage.len() < MOST_DAMAGE {
            self.damage.push(Damage { place: place.into(), what: what.into() });
        }
    }
}

impl Store {
    /// Checks the whole workspace. Damage is reported, not returned as an error.
    ///
    /// # Errors
    /// When the file cannot be opened any more.
    pub fn check(&self) -> Result<Check> {
        // A connection of its own: one that has searched before remembers the search index as it was then, and SQLite’s
        // own check does not look whether that still holds. One transaction: others may write meanwhile.
        let reader = prepare(self.path(), self.access(), true)?;
        let _one_moment = reader.unchecked_transaction()?;
        let mut check = Check::default();
        for (part, run) in PARTS {
            // A damaged page makes SQLite itself fail: that is a finding, and the other parts are still looked at.
            if let Err(error) = run(&reader, &mut check) {
                check.add(*part, error.to_string());
            }
        }
        Ok(check)
    }
}

impl Store {
    /// Every row that is state, table by table in order of key: what undoing all gives back.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn state(&self) -> Result<Vec<Image>> {
        let reader = self.reader()?;
        let mut state = Vec::new();
        for table in Table::ALL {
            let mut statement = reader.prepare(table.select_all_sql())?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                state.push(Image::from_row(*table, row)?);
            }
        }
        Ok(state)
    }

    /// The names of the schema's tables, without the log, the workspace's own facts and the search index.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn domain_tables(&self) -> Result<Vec<String>> {
        let reader = self.reader()?;
        let mut statement = reader.prepare(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('meta', 'operation', 'change')
                AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'claim_search%' ORDER BY name",
        )?;
        let names = statement.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?;
        Ok(names)
    }
}

type Part = (&'static str, fn(&Connection, &mut Check) -> Result<()>);

const PARTS: &[Part] = &[
    ("file", file),
    ("log", log),
    ("rows", rows),
    ("texts", texts),
    ("spans", spans),
    ("references", references),
    ("workspace", facts),
    ("sign-offs", sign_offs),
    ("stored copies", copies),
    ("relations", relations),
    ("derived columns", derived),
    ("search index", search),
];

fn file(connection: &Connection, check: &mut Check) -> Result<()> {
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

fn log(connection: &Connection, check: &mut Check) -> Result<()> {
    let mut operations = connection
        .prepare("SELECT seq, time, actor, kind, undoes, hash, joins FROM operation ORDER BY seq")?;
    let mut changes = connection.prepare(
        "SELECT tbl, row, claim, action, before, digest, purged FROM change WHERE operation = ? ORDER BY position",
    )?;
    let mut rows = operations.query([])?;
    let (mut before, mut expected) = (Hash::default(), 1);
    while let Some(row) = rows.next()? {
        let seq: i64 = row.get(0)?;
        if seq != expected {
            check.add("log", format!("operation {expected} is missing"));
        }
        expected = seq + 1;
        let (actor, kind): (String, String) = (row.get(2)?, row.get(3)?);
        let stored: Vec<u8> = row.get(5)?;
        let mut chained = Vec::new();
        let mut of_operation = changes.query([seq])?;
        while let Some(change) = of_operation.next()? {
            let image: Option<Vec<u8>> = change.get(4)?;
            let purged: Option<Vec<u8>> = change.get(6)?;
            chained.push(ChainedChange {
                table: change.get(0)?,
                row: change.get(1)?,
                claim: change.get(2)?,
                action: change.get(3)?,
                before: image
                    .map(|bytes| Sha256::digest(bytes).into())
                    .or_else(|| purged.and_then(|d| d.try_into().ok())),
                digest: change.get::<_, Option<Vec<u8>>>(5)?.and_then(|d| d.try_into().ok()),
            });
        }
        match kind.parse::<OperationKind>() {
            Ok(kind) => {
                let head = Head {
                    seq,
                    time: Instant(row.get(1)?),
                    actor: &actor,
                    kind,
                    undoes: row.get(4)?,
                    joins: row.get(6)?,
                };
                let hash = chain(&before, &head, &chained);
                if hash.as_slice() != stored {
                    check.add("log", format!("operation {seq} is not as it was written"));
                }
            }
            Err(unknown) => check.add("log", format!("operation {seq}: {unknown}")),
        }
        before = stored.try_into().unwrap_or_default();
        check.operations += 1;
    }
    Ok(())
}

fn rows(connection: &Connection, check: &mut Check) -> Result<()> {
    let mut newest = connection.prepare(include_str!("sql/newest_digests.sql"))?;
    for table in Table::ALL {
        let mut logged: HashMap<i64, Option<Vec<u8>>> = newest
            .query_map([*table as u8], |r| Ok((r.get(0)?, r.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        let mut statement = connection.prepare(table.select_all_sql())?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let image = Image::from_row(*table, row)?;
            let place = format!("{} {}", table.name(), image.id());
            match logged.remove(&image.id()) {
                Some(Some(digest)) if image.bears(&digest) => {}
                Some(Some(_)) => check.add(place, "is not as it was last written"),
                Some(None) => check.add(place, "is there though it was deleted"),
                None => check.add(place, "is not in the log"),
            }
            check.rows += 1;
        }
        for (id, digest) in logged {
            if digest.is_some() {
                check.add(format!("{} {id}", table.name()), "is missing");
            }
        }
    }
    Ok(())
}

fn texts(connection: &Connection, check: &mut Check) -> Result<()> {
    let mut revisions = connection
        .prepare("SELECT id, document, text_sha256, tail, sha256, original FROM revision ORDER BY id")?;
    let mut blocks = connection.prepare("SELECT lead, text FROM block WHERE revision = ? ORDER BY start")?;
    let mut rows = revisions.query([])?;
    while let Some(row) = rows.next()? {
        let (id, document): (i64, i64) = (row.get(0)?, row.get(1)?);
        let mut digest = Sha256::new();
        let mut of_revision = blocks.query([id])?;
        while let Some(block) = of_revision.next()? {
            digest.update(block.get::<_, String>(0)?);
            digest.update(block.get::<_, String>(1)?);
        }
        digest.update(row.get::<_, String>(3)?);
        if hex(&digest.finalize()) != row.get::<_, String>(2)? {
            check.add(format!("text of D{document}"), "is not the text that was imported");
        }
        if hex(&Sha256::digest(row.get::<_, Vec<u8>>(5)?)) != row.get::<_, String>(4)? {
            check.add(format!("file of D{document}"), "is not the file that was imported");
        }
        check.texts += 1;
    }
    Ok(())
}

fn spans(connection: &Connection, check: &mut Check) -> Result<()> {
    let mut statement = connection.prepare(
        "SELECT span_part.id,
                span_part.start >= block.start AND span_part.end <= block.end
                AND substr(block.text, span_part.start - block.start + 1, span_part.end - span_part.start) = exact
           FROM span_part LEFT JOIN block ON block.id = span_part.block",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if !row.get::<_, Option<bool>>(1)?.unwrap_or(false) {
            check.add(format!("span {}", row.get::<_, i64>(0)?), "is not the text at its place");
        }
        check.spans += 1;
    }
    Ok(())
}

fn references(connection: &Connection, check: &mut Check) -> Result<()> {
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

fn facts(connection: &Connection, check: &mut Check) -> Result<()> {
    if !WorkspaceFacts::read(connection)?.are_sealed(connection)? {
        check.add("workspace", "its name, prefix or id is not as it was written");
    }
    Ok(())
}

/// What a signed-off claim is now must be what was signed.
fn sign_offs(connection: &Connection, check: &mut Check) -> Result<()> {
    let mut signed = connection.prepare("SELECT id FROM claim WHERE signed_digest IS NOT NULL")?;
    let keys: Vec<i64> = signed.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?;
    for key in keys {
        let Some(image) = read_image(connection, Table::Claim, key)? else { continue };
        let fields = ClaimFields::of(&image)?;
        if fields.signed_digest != Some(substance(connection, key, &fields)?) {
            check.add(format!("claim {key}"), "is not what was signed off");
        }
    }
    Ok(())
}

fn copies(connection: &Connection, check: &mut Check) -> Result<()> {
    let mut statement = connection.prepare("SELECT file_name, sha256, bytes FROM stored_copy ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if hex(&Sha256::digest(row.get_ref(2)?.as_blob().unwrap_or_default())) != row.get::<_, String>(1)? {
            check.add(format!("stored copy {}", row.get::<_, String>(0)?), "is not the file that was stored");
        }
    }
    Ok(())
}

fn relations(connection: &Connection, check: &mut Check) -> Result<()> {
    let mut statement = connection.prepare(
        "SELECT one.id FROM relation AS one
          WHERE NOT EXISTS (
            SELECT 1 FROM relation AS back WHERE back.claim = one.other AND back.other = one.claim
               AND back.kind = CASE one.kind
                 WHEN 'merged-into' THEN 'merged-from' WHEN 'merged-from' THEN 'merged-into'
                 WHEN 'part-of' THEN 'has-part' WHEN 'has-part' THEN 'part-of' ELSE one.kind END)",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        check.add(format!("relation {}", row.get::<_, i64>(0)?), "is kept from one side only");
    }
    Ok(())
}

/// What the ledger counts must be what there is to count.
fn derived(connection: &Connection, check: &mut Check) -> Result<()> {
    let mut statement = connection.prepare(include_str!("sql/derived_otherwise.sql"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        check.add(format!("claim {}", row.get::<_, i64>(0)?), "is counted otherwise than it is");
    }
    Ok(())
}

fn search(connection: &Connection, check: &mut Check) -> Result<()> {
    let sql = "SELECT
        (SELECT count(*) FROM claim WHERE NOT EXISTS (SELECT 1 FROM claim_search_docsize WHERE id = claim.id)),
        (SELECT count(*) FROM claim_search_docsize WHERE NOT EXISTS (SELECT 1 FROM claim WHERE claim.id = claim_search_docsize.id))";
    let (missing, extra): (i64, i64) = connection.query_row(sql, [], |r| Ok((r.get(0)?, r.get(1)?)))?;
    if missing + extra > 0 {
        check.add("search index", format!("{missing} claims are missing from it, {extra} are no claims"));
    }
    Ok(())
}
