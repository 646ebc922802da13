//! What a workspace says of itself. The log knows nothing of it, so a digest beside it shows whether it is still so.

use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};

use crate::documents::hex;
use crate::error::{Result, StoreError};
use crate::image::push_scalar;

/// What a workspace says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkspaceFacts {
    /// Its name.
    pub name: String,
    /// The letters before its claims' numbers.
    pub prefix: String,
    /// An id of its own, so that two copies know each other.
    pub id: String,
}

/// The key in `meta` of the facts' digest.
const SEAL: &str = "facts_sha256";

impl WorkspaceFacts {
    /// SHA-256, in hexadecimal, over name, prefix and id, each as a tag and its content as in an image.
    fn seal(&self) -> String {
        let mut bytes = Vec::new();
        for fact in [&self.name, &self.prefix, &self.id] {
            push_scalar(&mut bytes, &fact.as_str().into());
        }
        hex(&Sha256::digest(bytes))
    }

    /// Writes the facts of a new workspace.
    pub(crate) fn write(&self, connection: &Connection) -> Result<()> {
        let mut insert = connection.prepare("INSERT INTO meta (key, value) VALUES (?, ?)")?;
        for (key, value) in
            [("name", &self.name), ("prefix", &self.prefix), ("id", &self.id), (SEAL, &self.seal())]
        {
            insert.execute((key, value))?;
        }
        Ok(())
    }

    pub(crate) fn read(connection: &Connection) -> Result<Self> {
        let fact = |key: &str| {
            value(connection, key)?
                .ok_or_else(|| StoreError::Unreadable(format!("the workspace’s {key} is missing")))
        };
        Ok(Self { name: fact("name")?, prefix: fact("prefix")?, id: fact("id")? })
    }

    /// Whether these are the facts that were written.
    pub(crate) fn are_sealed(&self, connection: &Connection) -> Result<bool> {
        Ok(value(connection, SEAL)?.is_some_and(|seal| seal == self.seal()))
    }
}

/// Gives a workspace from before there was a digest one; a new one has no facts yet.
pub(crate) fn seal_facts(connection: &Connection) -> Result<()> {
    if value(connection, "name")?.is_some() {
        let seal = WorkspaceFacts::read(connection)?.seal();
        connection.execute("INSERT INTO meta (key, value) VALUES (?, ?)", (SEAL, seal))?;
    }
    Ok(())
}

fn value(connection: &Connection, key: &str) -> Result<Option<String>> {
    Ok(connection.query_row("SELECT value FROM meta WHERE key = ?", [key], |r| r.get(0)).optional()?)
}
