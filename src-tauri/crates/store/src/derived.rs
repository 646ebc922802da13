//! What follows from a claim's rows: its counts, whose voice it is in, when it was edited, and its search row.

use std::collections::BTreeSet;

use assay_model::value::Value;
use rusqlite::{Connection, OptionalExtension};

use crate::error::Result;
use crate::write::Edit;

macro_rules! columns {
    () => {
        "(evidence_count, origin_count, note_count, question_count, has_primary, document, voice)"
    };
}

const DERIVE: &str = concat!(
    "UPDATE claim SET edited = ?2, value_text = ?3, value_normal = ?4, ",
    columns!(),
    " = (",
    include_str!("sql/derived.sql"),
    ") WHERE id = ?1"
);

const AS_DERIVED: &str = concat!(
    "SELECT value_text IS ?2 AND value_normal IS ?3 AND ",
    columns!(),
    " IS (",
    include_str!("sql/derived.sql"),
    ") FROM claim WHERE id = ?1"
);

/// The statement that puts words into the search index, for rows of [`CLAIM_WORDS`].
macro_rules! index {
    () => {
        "INSERT INTO claim_search (rowid, label, statement, quote, rationale, evidence) "
    };
}

/// Puts a row of words into a search index.
pub(crate) const INDEX: &str = concat!(index!(), "VALUES (?, ?, ?, ?, ?, ?)");

/// The words of every claim, in order of key.
pub(crate) const CLAIM_WORDS: &str = concat!(include_str!("sql/claim_words.sql"), "ORDER BY id");

impl Edit<'_> {
    /// Brings the derived columns and search rows of these claims up to date.
    pub(crate) fn derive(&self, claims: &BTreeSet<i64>) -> Result<()> {
        let connection = self.connection();
        let mut of_claim = connection.prepare_cached("SELECT stated FROM claim WHERE id = ?")?;
        let mut set = connection.prepare_cached(DERIVE)?;
        let mut forget = connection.prepare_cached("DELETE FROM claim_search WHERE rowid = ?")?;
        let mut index = connection.prepare_cached(concat!(
            index!(),
            include_str!("sql/claim_words.sql"),
            "WHERE id = ?"
        ))?;
        for claim in claims {
            forget.execute([claim])?;
            let Some(stated) = of_claim.query_row([claim], |r| r.get::<_, String>(0)).optional()? else {
                continue;
            };
            let (text, normal) = shown(&stated)?;
            set.execute((claim, self.time.0, text, normal))?;
            index.execute([claim])?;
        }
        Ok(())
    }
}

/// Whether the derived columns of a claim are what deriving gives, the time of its last edit left aside.
pub(crate) fn is_as_derived(connection: &Connection, claim: i64, stated: &str) -> Result<bool> {
    let (text, normal) = shown(stated)?;
    Ok(connection.prepare_cached(AS_DERIVED)?.query_row((claim, text, normal), |r| r.get(0))?)
}

/// The value that the ledger shows, as the text says it and normalised.
fn shown(stated: &str) -> Result<(Option<String>, Option<String>)> {
    let values: Vec<Value> = serde_json::from_str(stated)?;
    Ok(values.into_iter().next().map(|v| (v.text, v.value)).unzip())
}
