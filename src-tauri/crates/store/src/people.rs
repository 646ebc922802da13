//! People.

use assay_model::id::PersonId;
use assay_model::person::Person;
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
        match self.person_key(name)? {
            Some(key) => Ok(key),
            None => self.insert(
                Table::Person,
                None,
                &[("uuid", PersonId::new().to_string().into()), ("name", name.into())],
            ),
        }
    }

    /// The key of the person of this name; none if there is none.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn person_key(&self, name: &str) -> Result<Option<i64>> {
        let mut statement = self.connection().prepare_cached("SELECT id FROM person WHERE name = ?")?;
        Ok(statement.query_row([name], |r| r.get(0)).optional()?)
    }

    /// The name of a person by their key; none if there is none.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn person_name(&self, key: i64) -> Result<Option<String>> {
        let mut statement = self.connection().prepare_cached("SELECT name FROM person WHERE id = ?")?;
        Ok(statement.query_row([key], |r| r.get(0)).optional()?)
    }

    /// Changes a person's name and initials; says whether they were others. Claims that show the name follow.
    ///
    /// # Errors
    /// When there is no such person, or the file cannot be written.
    pub fn set_person(&mut self, key: i64, name: &str, initials: Option<&str>) -> Result<bool> {
        let changed =
            self.update(Table::Person, key, None, &[("name", name.into()), ("initials", initials.into())])?;
        if changed {
            self.touch_claims_of(key)?;
        }
        Ok(changed)
    }

    /// Takes a person away whom no claim names.
    ///
    /// # Errors
    /// When there is no such person, a claim names them, or the file cannot be written.
    pub fn remove_person(&mut self, key: i64) -> Result<()> {
        self.delete(Table::Person, key, None)
    }

    /// Whether a claim names a person as checker or reviewer.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn is_assigned(&self, key: i64) -> Result<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM claim WHERE checker = ?1)
                       OR EXISTS (SELECT 1 FROM claim WHERE reviewer = ?1)";
        Ok(self.connection().prepare_cached(sql)?.query_row([key], |r| r.get(0))?)
    }

    fn touch_claims_of(&mut self, key: i64) -> Result<()> {
        for sql in ["SELECT id FROM claim WHERE checker = ?", "SELECT id FROM claim WHERE reviewer = ?"] {
            for claim in self.keys(sql, key)? {
                self.touch_claim(claim);
            }
        }
        Ok(())
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

    /// All people of the workspace with what they have to do, by name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn persons(&self) -> Result<Vec<Person>> {
        let mut statement = self.prepare_cached(
            "SELECT uuid, name, initials,
                    (SELECT count(*) FROM claim WHERE checker = person.id AND status <> 'dismissed'),
                    (SELECT count(*) FROM claim WHERE reviewer = person.id AND status <> 'dismissed')
               FROM person ORDER BY name",
        )?;
        let mut rows = statement.query([])?;
        let mut people = Vec::new();
        while let Some(row) = rows.next()? {
            people.push(Person {
                id: row.get::<_, String>(0)?.parse()?,
                name: row.get(1)?,
                initials: row.get(2)?,
                checks: row.get(3)?,
                reviews: row.get(4)?,
            });
        }
        Ok(people)
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
