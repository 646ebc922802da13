//! What a workspace has settled for all who work in it: JSON values by name, logged like any row.

use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::Result;
use crate::image::Table;
use crate::readers::Reader;
use crate::write::Edit;

impl Edit<'_> {
    /// Settles a value; says whether it was another.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn set_setting(&mut self, key: &str, value: &(impl Serialize + ?Sized)) -> Result<bool> {
        let value = serde_json::to_string(value)?;
        let found: Option<i64> = self
            .connection()
            .prepare_cached("SELECT id FROM setting WHERE key = ?")?
            .query_row([key], |r| r.get(0))
            .optional()?;
        if let Some(id) = found {
            return self.update(Table::Setting, id, None, &[("value", value.into())]);
        }
        self.insert(Table::Setting, None, &[("key", key.into()), ("value", value.into())])?;
        Ok(true)
    }

    /// A value, as the edit finds it; none if it was never settled.
    ///
    /// # Errors
    /// When the file cannot be read, or holds something else under that name.
    pub fn setting<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>> {
        read(self.connection(), key)
    }
}

impl Reader<'_> {
    /// A value; none if it was never settled.
    ///
    /// # Errors
    /// When the file cannot be read, or holds something else under that name.
    pub fn setting<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>> {
        read(self, key)
    }
}

fn read<T: DeserializeOwned>(connection: &Connection, key: &str) -> Result<Option<T>> {
    let value: Option<String> = connection
        .prepare_cached("SELECT value FROM setting WHERE key = ?")?
        .query_row([key], |r| r.get(0))
        .optional()?;
    Ok(value.map(|v| serde_json::from_str(&v)).transpose()?)
}
