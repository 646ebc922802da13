//! The words that claims and sources are found by: which they are, and the indexes that hold them.
//!
//! Claims have a row each over their own words. Sources have a row each over theirs, by which claims are found through
//! their evidence: a source that a thousand claims cite is written once.

use rusqlite::Connection;

use crate::error::Result;
use crate::row::Scalar;
use crate::write::Edit;

/// A full-text index, and the statements that fill it.
pub(crate) struct Words {
    /// Its table.
    pub index: &'static str,
    /// What a row of it stands for.
    pub of: &'static str,
    /// The words of every row, in order of key: the key, then a text for each column of the index.
    pub all: &'static str,
    /// Puts such a row into the index.
    pub insert: &'static str,
    /// Puts the rows of all keys into the index.
    fill: &'static str,
    /// The words of one key's row.
    one: &'static str,
    /// Takes the row of one key out of the index.
    forget: &'static str,
}

macro_rules! words {
    ($of:literal, $index:literal ($columns:literal), $marks:literal, $words:expr) => {
        Words {
            index: $index,
            of: $of,
            all: concat!($words, " ORDER BY id"),
            insert: concat!("INSERT INTO ", $index, " (rowid, ", $columns, ") VALUES (?, ", $marks, ")"),
            fill: concat!("INSERT INTO ", $index, " (rowid, ", $columns, ") ", $words),
            one: concat!($words, " WHERE id = ?"),
            forget: concat!("DELETE FROM ", $index, " WHERE rowid = ?"),
        }
    };
}

pub(crate) const CLAIMS: Words = words!(
    "claim",
    "claim_search"("label, statement, quote, rationale, notes, evidence"),
    "?, ?, ?, ?, ?, ?",
    include_str!("sql/claim_words.sql")
);

pub(crate) const SOURCES: Words = words!(
    "source",
    "source_search"("title, publisher, author"),
    "?, ?, ?",
    "SELECT id, title, publisher, author FROM source"
);

/// The columns of a claim's own row that have words of it; others have the rows that belong to it.
pub(crate) const CLAIMS_OWN_WORDS: [&str; 4] = ["label", "statement", "rationale", "rationale_said"];

/// Every full-text index.
pub(crate) const INDEXES: [&Words; 2] = [&CLAIMS, &SOURCES];

impl Words {
    /// Fills an index that is empty.
    pub(crate) fn fill(&self, connection: &Connection) -> Result<()> {
        connection.execute(self.fill, [])?;
        Ok(())
    }

    /// Has the index gather so many bytes of words in memory before it writes them out: what is written out early is later
    /// read again and merged.
    pub(crate) fn gather(&self, connection: &Connection, bytes: u32) -> Result<()> {
        let sql = format!("INSERT INTO {index} ({index}, rank) VALUES ('hashsize', ?)", index = self.index);
        connection.execute(&sql, [bytes])?;
        Ok(())
    }

    /// Merges about so many pages of what edits left in small parts; whether there was anything to merge.
    pub(crate) fn merge(&self, connection: &Connection, pages: u32) -> Result<bool> {
        let sql = format!("INSERT INTO {index} ({index}, rank) VALUES ('merge', ?)", index = self.index);
        changes_much(connection, || Ok(connection.prepare_cached(&sql)?.execute([pages])?))
    }

    /// Merges all of it into one part, which holds no word of a row that is gone.
    pub(crate) fn merge_all(&self, connection: &Connection) -> Result<()> {
        let sql = format!("INSERT INTO {index} ({index}) VALUES ('optimize')", index = self.index);
        // Where a merge was under way it is only ended, and what it had written by then stays as it is.
        while changes_much(connection, || Ok(connection.execute(&sql, [])?))? {}
        Ok(())
    }

    /// Brings the row of a key up to date: takes it out of the index, and puts it in if there is still such a thing.
    pub(crate) fn put_anew(&self, connection: &Connection, key: i64) -> Result<()> {
        connection.prepare_cached(self.forget)?.execute([key])?;
        self.put(connection, key)
    }

    /// Puts the row of a key that has none into the index, if there is such a thing. Its words are read first and then given,
    /// since an insertion out of a SELECT would have the index write out what it holds.
    pub(crate) fn put(&self, connection: &Connection, key: i64) -> Result<()> {
        let mut one = connection.prepare_cached(self.one)?;
        let columns = one.column_count();
        let mut rows = one.query([key])?;
        if let Some(row) = rows.next()? {
            let texts = (0..columns).map(|at| row.get::<_, Scalar>(at));
            let texts: Vec<Scalar> = texts.collect::<rusqlite::Result<_>>()?;
            connection.prepare_cached(self.insert)?.execute(rusqlite::params_from_iter(texts))?;
        }
        Ok(())
    }
}

/// Whether a merge did anything: it then changes at least two rows, as SQLite's documentation tells.
fn changes_much(connection: &Connection, merge: impl FnOnce() -> Result<usize>) -> Result<bool> {
    let before = connection.total_changes();
    merge()?;
    Ok(connection.total_changes() - before >= 2)
}

impl Edit<'_> {
    /// Brings the search rows of the sources that were touched up to date. New ones have none yet.
    pub(crate) fn index_sources(&self) -> Result<()> {
        for (source, new) in &self.sources {
            let put = if *new { Words::put } else { Words::put_anew };
            put(&SOURCES, self.connection(), *source)?;
        }
        Ok(())
    }
}
