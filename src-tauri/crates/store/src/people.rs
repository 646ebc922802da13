//! People.

use assay_model::id::PersonId;
use rusqlite::OptionalExtension;

use crate::error::Result;
use crate::image::Table;
use crate::readers::Reader;
use crate::write::Edit;

impl Edit<'_> {
    /// The key of the person of this name, who is added if new.
    ///
    /// # Errors
    /// When the file cannot be read or written.
    pub fn person(&mut self, name: &str) -> Result<i64> {
        let found = self
            .connection()
            .prepare_cached("SELECT id FROM person WHERE name = ?")?
            .query_row([name], |r| r.get(0))
            .optional()?;
        match found {
            Some(key) => Ok(key),
            None => self.insert(
                Table::Person,
                None,
                &[("uuid", PersonId::new().to_string().into()), ("name", name.into())],
            ),
        }
    }
}

impl Reader<'_> {
    /// The names of all people of the workspace.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn people(&self) -> Result<Vec<String>> {
        let mut statement = self.prepare_cached("SELECT name FROM person ORDER BY name")?;
        let names = statement.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?;
        Ok(names)
    }

    /// The name of a person by their key.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn person_name(&self, key: i64) -> Result<String> {
        let name = self
            .prepare_cached("SELECT name FROM person WHERE id = ?")?
            .query_row([key], |r| r.get(0))
            .optional()?;
        Ok(name.unwrap_or_else(|| "somebody".to_owned()))
    }
}
