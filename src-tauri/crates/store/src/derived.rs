//! What follows from a claim's rows: its counts, whose voice it is in, when it was edited, and its search row.

use std::collections::BTreeSet;

use assay_model::value::Value;
use rusqlite::OptionalExtension;

use crate::error::Result;
use crate::write::Edit;

impl Edit<'_> {
    /// Brings the derived columns and search rows of these claims up to date.
    pub(crate) fn derive(&self, claims: &BTreeSet<i64>) -> Result<()> {
        let connection = self.connection();
        let mut of_claim = connection.prepare_cached("SELECT stated FROM claim WHERE id = ?")?;
        let mut set = connection.prepare_cached(include_str!("sql/derive_claim.sql"))?;
        let mut forget = connection.prepare_cached("DELETE FROM claim_search WHERE rowid = ?")?;
        let mut index = connection.prepare_cached(include_str!("sql/index_claim.sql"))?;
        for claim in claims {
            forget.execute([claim])?;
            let Some(stated) = of_claim.query_row([claim], |r| r.get::<_, String>(0)).optional()? else {
                continue;
            };
            let values: Vec<Value> = serde_json::from_str(&stated)?;
            let shown = values.first();
            set.execute((
                claim,
                self.time.0,
                shown.map(|v| v.text.as_str()),
                shown.map(|v| v.value.as_str()),
            ))?;
            index.execute([claim])?;
        }
        Ok(())
    }
}
