//! Checking a workspace: the log's chain, every row against its last logged digest, every text, span and reference, and
//! whatever is derived of them.

mod claims;
mod file;
mod log;
mod rows;
mod search;
mod texts;

use rusqlite::Connection;

use crate::error::Result;
use crate::image::{Image, Table};
use crate::open::{Store, prepare};

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
    /// Texts and stored files compared with their SHA-256.
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

    /// The names of the schema's tables, without the log, the workspace's own facts and the search indexes.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn domain_tables(&self) -> Result<Vec<String>> {
        let reader = self.reader()?;
        let mut statement = reader.prepare(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('meta', 'operation', 'change')
                AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%\\_search%' ESCAPE '\\' ORDER BY name",
        )?;
        let names = statement.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?;
        Ok(names)
    }
}

type Part = (&'static str, fn(&Connection, &mut Check) -> Result<()>);

const PARTS: &[Part] = &[
    ("file", file::integrity),
    ("schema", file::schema),
    ("workspace", file::facts),
    ("log", log::log),
    ("rows", rows::rows),
    ("counters", file::counters),
    ("texts", texts::texts),
    ("stored copies", texts::copies),
    ("spans", texts::spans),
    ("references", file::references),
    ("relations", rows::relations),
    ("sign-offs", claims::sign_offs),
    ("derived columns", claims::derived),
    ("search index", search::search),
];
