//! Copies of a workspace: whole, and of one moment, though others may be writing.

use std::path::Path;

use rusqlite::Connection;

use crate::error::{Result, StoreError};
use crate::open::Store;

impl Store {
    /// Copies the workspace as it is at this moment to a new file.
    ///
    /// # Errors
    /// When something is already at `to`, or it cannot be written.
    pub fn backup(&self, to: &Path) -> Result<()> {
        copy_to(&*self.reader()?, to)
    }
}

/// Copies by SQLite's `VACUUM INTO`: one consistent moment, and without the free pages.
pub(crate) fn copy_to(connection: &Connection, to: &Path) -> Result<()> {
    if to.exists() {
        return Err(StoreError::AlreadyThere(to.into()));
    }
    let Some(target) = to.to_str() else {
        return Err(StoreError::Unreadable("the name of the copy is not valid Unicode".to_owned()));
    };
    let folder_is_there = to.parent().is_none_or(|p| p.as_os_str().is_empty() || p.is_dir());
    if !folder_is_there {
        let source = std::io::Error::from(std::io::ErrorKind::NotFound);
        return Err(StoreError::Io { path: to.into(), source });
    }
    // A reader is otherwise held to reading; the copy is another file.
    let only: bool = connection.pragma_query_value(None, "query_only", |r| r.get(0))?;
    connection.pragma_update(None, "query_only", false)?;
    let copied = connection.execute("VACUUM INTO ?", [target]);
    connection.pragma_update(None, "query_only", only)?;
    copied?;
    Ok(())
}
