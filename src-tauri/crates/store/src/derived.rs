//! What follows from a claim's rows: its counts, whose voice it is in, when it was edited, and its search row.

use assay_model::value::Value;
use rusqlite::{Connection, OptionalExtension};

use crate::error::Result;
use crate::words::CLAIMS;
use crate::write::{A_STEP, Edit};

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

/// So many claims that have other words are worth more memory.
const MANY: usize = 1_000;
/// How many bytes of words the index gathers before it writes them out: what FTS5 does by itself.
const GATHERED: u32 = 1 << 20;
/// The same where the words of many claims come.
const GATHERED_OF_MANY: u32 = 64 << 20;

impl Edit<'_> {
    /// Brings the derived columns of the claims that were touched up to date, and the search rows of those of them whose words may
    /// have changed. New ones have no search row yet. `about_to` is told how many are done, and may stop it.
    pub(crate) fn derive(&self, about_to: &mut dyn FnMut(usize) -> Result<()>) -> Result<()> {
        let Self { claims, reworded, added, .. } = self;
        let connection = self.connection();
        let mut of_claim = connection.prepare_cached("SELECT stated FROM claim WHERE id = ?")?;
        let mut set = connection.prepare_cached(DERIVE)?;
        // A search row costs about what the columns do.
        let half = |done: usize| done / (1 + usize::from(!reworded.is_empty()));
        for (done, claim) in claims.iter().enumerate() {
            if done % A_STEP == 0 {
                about_to(half(done))?;
            }
            if let Some(stated) = of_claim.query_row([claim], |r| r.get::<_, String>(0)).optional()? {
                let (text, normal) = shown(&stated)?;
                set.execute((claim, self.time.0, text, normal))?;
            }
        }
        // After all the columns, since a statement that could fail half-way makes the full-text index write out what it holds.
        let many = reworded.len() >= MANY;
        if many {
            CLAIMS.gather(connection, GATHERED_OF_MANY)?;
        }
        for (done, claim) in reworded.iter().enumerate() {
            if done % A_STEP == 0 {
                about_to(half(claims.len() + done))?;
            }
            if added.contains(claim) {
                CLAIMS.put(connection, *claim)?;
            } else {
                CLAIMS.put_anew(connection, *claim)?;
            }
        }
        if many {
            CLAIMS.gather(connection, GATHERED)?;
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
