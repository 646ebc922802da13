//! The search indexes: each holds exactly the words that indexing the claims, or the sources, anew gives.
//!
//! Of each index every word and every beginning of a word is looked up, as a search does, and what is found adds to a
//! sum for the claim that it is found in. Claims whose sums differ are not found by their words. A share of the claims
//! is indexed at a time, so that memory stays bounded and the time grows with the words.

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeSet, HashMap};
use std::hash::{Hash, Hasher};

use rusqlite::Connection;

use super::Check;
use crate::error::Result;
use crate::row::Scalar;
use crate::words::{INDEXES, Words};

/// How many rows are indexed anew at a time.
const SHARE: usize = 20_000;

/// For each row the sum of what is found of it; of 64 bits, so that no damage goes unseen but by a chance of 2⁻⁶⁴.
type Sums = HashMap<i64, u64>;

pub(super) fn search(connection: &Connection, check: &mut Check) -> Result<()> {
    INDEXES.iter().try_for_each(|words| one(connection, words, check))
}

fn one(connection: &Connection, words: &Words, check: &mut Check) -> Result<()> {
    // The tables that list an index's words are temporary, and so outside the file that this connection only reads.
    connection.pragma_update(None, "query_only", false)?;
    let held = words_of(connection, words.index);
    connection.pragma_update(None, "query_only", true)?;
    let (held, anew) = (held?, anew(connection, words)?);
    let rows: BTreeSet<i64> = held.keys().chain(anew.keys()).copied().collect();
    for row in rows {
        let place = "search index";
        match (held.get(&row), anew.get(&row)) {
            (held, anew) if held == anew => {}
            (None, _) => check.add(place, format!("{} {row} is missing from it", words.of)),
            (_, None) => check.add(place, format!("it has a {} {row}, which there is not", words.of)),
            _ => check.add(place, format!("its words of {of} {row} are not the {of}’s", of = words.of)),
        }
    }
    Ok(())
}

/// What an index of the rows as they are would give.
fn anew(connection: &Connection, words: &Words) -> Result<Sums> {
    let table: String =
        connection.query_row("SELECT sql FROM sqlite_schema WHERE name = ?", [words.index], |r| r.get(0))?;
    let mut sums = Sums::new();
    let mut statement = connection.prepare(words.all)?;
    let columns = statement.column_count();
    let mut rows = statement.query([])?;
    let mut more = true;
    while more {
        more = false;
        let fresh = Connection::open_in_memory()?;
        fresh.execute_batch(&table)?;
        let transaction = fresh.unchecked_transaction()?;
        {
            let mut put = fresh.prepare(words.insert)?;
            let mut count = 0;
            while count < SHARE
                && let Some(row) = rows.next()?
            {
                for column in 0..columns {
                    put.raw_bind_parameter(column + 1, row.get::<_, Scalar>(column)?)?;
                }
                put.raw_execute()?;
                count += 1;
                more = count == SHARE;
            }
        }
        transaction.commit()?;
        sums.extend(words_of(&fresh, words.index)?);
    }
    Ok(sums)
}

/// What is found in an index by each of its words and each of their beginnings.
fn words_of(connection: &Connection, index: &str) -> Result<Sums> {
    connection.execute_batch(&format!(
        "DROP TABLE IF EXISTS temp.search_term;
         DROP TABLE IF EXISTS temp.search_word;
         CREATE VIRTUAL TABLE temp.search_term USING fts5vocab('main', '{index}', 'row');
         CREATE VIRTUAL TABLE temp.search_word USING fts5vocab('main', '{index}', 'instance')"
    ))?;
    let mut sums = Sums::new();
    let mut add = |row: i64, found: &dyn Fn(&mut DefaultHasher)| {
        let mut hasher = DefaultHasher::new();
        found(&mut hasher);
        let sum = sums.entry(row).or_default();
        *sum = sum.wrapping_add(hasher.finish());
    };

    let mut lengths = connection.prepare(&format!("SELECT id, sz FROM main.{index}_docsize"))?;
    let mut rows = lengths.query([])?;
    while let Some(row) = rows.next()? {
        let length = row.get_ref(1)?.as_blob().unwrap_or_default();
        add(row.get(0)?, &|h| length.hash(h));
    }

    let mut places = connection.prepare("SELECT doc, col, offset FROM temp.search_word WHERE term = ?")?;
    let mut all = connection.prepare("SELECT term FROM temp.search_term")?;
    let mut terms = all.query([])?;
    let mut beginnings = BTreeSet::new();
    while let Some(term) = terms.next()? {
        let term: String = term.get(0)?;
        let mut rows = places.query([&term])?;
        while let Some(row) = rows.next()? {
            let column = row.get_ref(1)?.as_bytes().unwrap_or_default();
            let offset: i64 = row.get(2)?;
            add(row.get(0)?, &|h| (&term, column, offset).hash(h));
        }
        // The index keeps the first two and three letters by themselves: see `prefix` in the schema.
        for letters in [2, 3] {
            let beginning: String = term.chars().take(letters).collect();
            if beginning.chars().count() == letters && !beginnings.contains(&beginning) {
                beginnings.insert(beginning);
            }
        }
    }

    let mut begin = connection.prepare(&format!("SELECT rowid FROM main.{index} WHERE {index} MATCH ?"))?;
    for beginning in &beginnings {
        let mut rows = begin.query([format!("\"{beginning}\" *")])?;
        while let Some(row) = rows.next()? {
            add(row.get(0)?, &|h| (beginning, "begins").hash(h));
        }
    }
    Ok(sums)
}
