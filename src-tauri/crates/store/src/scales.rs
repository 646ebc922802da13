//! The scales that a workspace made itself, and which claims were judged by them.

use assay_model::scale::{RatingRef, Scale};
use rusqlite::{Connection, OptionalExtension};

use crate::error::{Result, StoreError};
use crate::image::Table;
use crate::readers::Reader;
use crate::write::Edit;

impl Edit<'_> {
    /// Adds a scale, or changes the one with its word; says whether anything changed.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn set_scale(&mut self, scale: &Scale) -> Result<bool> {
        let columns = [
            ("name", scale.name.as_str().into()),
            ("description", scale.description.as_str().into()),
            ("ratings", serde_json::to_string(&scale.ratings)?.into()),
        ];
        if let Some(key) = self.scale_key(&scale.word)? {
            return self.update(Table::Scale, key, None, &columns);
        }
        let [name, description, ratings] = columns;
        self.insert(Table::Scale, None, &[("word", scale.word.as_str().into()), name, description, ratings])?;
        Ok(true)
    }

    /// Takes a scale away.
    ///
    /// # Errors
    /// When there is no such scale, or the file cannot be written.
    pub fn remove_scale(&mut self, word: &str) -> Result<()> {
        let key = self
            .scale_key(word)?
            .ok_or_else(|| StoreError::Missing { what: "scale", which: word.to_owned() })?;
        self.delete(Table::Scale, key, None)
    }

    fn scale_key(&self, word: &str) -> Result<Option<i64>> {
        let mut statement = self.connection().prepare_cached("SELECT id FROM scale WHERE word = ?")?;
        Ok(statement.query_row([word], |r| r.get(0)).optional()?)
    }

    /// The workspace's own scales, as the edit finds them.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn own_scales(&self) -> Result<Vec<Scale>> {
        own_scales(self.connection())
    }

    /// The keys of the claims that were judged by a value of a scale.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn rated(&self, rating: &RatingRef) -> Result<Vec<i64>> {
        let mut statement = self
            .connection()
            .prepare_cached("SELECT id FROM claim WHERE scale = ? AND rating = ? ORDER BY id")?;
        let keys = statement.query_map((&rating.scale, &rating.rating), |r| r.get(0))?;
        Ok(keys.collect::<rusqlite::Result<_>>()?)
    }
}

impl Reader<'_> {
    /// The workspace's own scales, oldest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn own_scales(&self) -> Result<Vec<Scale>> {
        own_scales(self)
    }

    /// How many claims were judged by each value of the scales other than Assay's own.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn rating_counts(&self) -> Result<Vec<(RatingRef, u32)>> {
        let mut statement = self.prepare_cached(
            "SELECT scale, rating, count(*) FROM claim WHERE scale IS NOT NULL GROUP BY scale, rating",
        )?;
        let of = |r: &rusqlite::Row<'_>| Ok((RatingRef { scale: r.get(0)?, rating: r.get(1)? }, r.get(2)?));
        Ok(statement.query_map([], of)?.collect::<rusqlite::Result<_>>()?)
    }
}

fn own_scales(connection: &Connection) -> Result<Vec<Scale>> {
    let mut statement =
        connection.prepare_cached("SELECT word, name, description, ratings FROM scale ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut scales = Vec::new();
    while let Some(row) = rows.next()? {
        scales.push(Scale {
            word: row.get(0)?,
            name: row.get(1)?,
            description: row.get(2)?,
            built_in: false,
            ratings: serde_json::from_str(&row.get::<_, String>(3)?)?,
        });
    }
    Ok(scales)
}
