//! What is signed: everything of a claim that a reader of the verified set relies on, as one digest.
//!
//! SHA-256, in hexadecimal, over these values in order, each as a tag and its content as in an image (see `image.rs`):
//! the claim's statement, claimant, mode, values, found, verdict, scale, rating, said and both rationales; the count of
//! its mentions and for each, by id, its revision's id, start and end; the count of its evidence and for each, by id,
//! what `substance_evidence.sql` lists. Labels, tags, notes, assignments, the order of evidence and stored copies are
//! no substance.

use assay_model::verdict::Verdict;
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use crate::claims::ClaimFields;
use crate::documents::hex;
use crate::error::Result;
use crate::image::push_scalar;
use crate::row::Scalar;
use crate::write::Edit;

impl Edit<'_> {
    /// The digest of a claim's substance with these fields.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn substance(&self, claim: i64, fields: &ClaimFields) -> Result<String> {
        substance(self.connection(), claim, fields)
    }
}

pub(crate) fn substance(connection: &Connection, claim: i64, fields: &ClaimFields) -> Result<String> {
    let rating = fields.rating.as_ref();
    let mut bytes = Vec::with_capacity(512);
    for value in [
        Scalar::from(fields.statement.as_str()),
        fields.claimant.as_deref().into(),
        fields.mode.word().into(),
        serde_json::to_string(&fields.values)?.into(),
        fields.found.as_deref().into(),
        fields.verdict.map(Verdict::word).into(),
        rating.map(|r| r.scale.as_str()).into(),
        rating.map(|r| r.rating.as_str()).into(),
        fields.said.map(Verdict::word).into(),
        fields.rationale.as_str().into(),
        fields.rationale_said.as_str().into(),
    ] {
        push_scalar(&mut bytes, &value);
    }
    for sql in [include_str!("sql/substance_mentions.sql"), include_str!("sql/substance_evidence.sql")] {
        let mut statement = connection.prepare_cached(sql)?;
        let columns = statement.column_count();
        let mut rows = statement.query([claim])?;
        let (mut count, mut values) = (0_i64, Vec::new());
        while let Some(row) = rows.next()? {
            count += 1;
            for column in 0..columns {
                push_scalar(&mut values, &row.get(column)?);
            }
        }
        push_scalar(&mut bytes, &count.into());
        bytes.extend(values);
    }
    Ok(hex(&Sha256::digest(bytes)))
}
