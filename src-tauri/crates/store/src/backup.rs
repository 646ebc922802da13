//! Copies of a workspace: whole, and of one moment, though others may be writing.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use rusqlite::Connection;

use crate::error::{Result, StoreError};
use crate::open::{Store, refused, with_suffix};

impl Store {
    /// Copies the workspace as it is at this moment to a new file. A source that is purged later stays in the copy.
    ///
    /// # Errors
    /// When something is already at `to`, or it cannot be written; then nothing is left there.
    pub fn backup(&self, to: &Path) -> Result<()> {
        copy_to(&*self.reader()?, to)
    }
}

/// Copies by SQLite's `VACUUM INTO`: one consistent moment, and without the free pages.
pub(crate) fn copy_to(connection: &Connection, to: &Path) -> Result<()> {
    let Some(target) = to.to_str() else {
        return Err(StoreError::Unreadable("the name of the copy is not valid Unicode".to_owned()));
    };
    // Made here and empty, which SQLite takes: so the file that is removed after a failure is surely ours.
    fs::File::create_new(to).map_err(|e| match e.kind() {
        ErrorKind::AlreadyExists => StoreError::AlreadyThere(to.into()),
        _ => refused(to, e),
    })?;
    let copied = copy(connection, target)
        .and_then(|()| fs::File::open(to).and_then(|file| file.sync_all()).map_err(|e| refused(to, e)));
    if copied.is_err() {
        for suffix in ["", "-journal"] {
            let _ = fs::remove_file(with_suffix(to, suffix));
        }
    }
    copied
}

fn copy(connection: &Connection, target: &str) -> Result<()> {
    // A reader is otherwise held to reading; the copy is another file.
    let only: bool = connection.pragma_query_value(None, "query_only", |r| r.get(0))?;
    connection.pragma_update(None, "query_only", false)?;
    let copied = connection.execute("VACUUM INTO ?", [target]);
    connection.pragma_update(None, "query_only", only)?;
    copied?;
    Ok(())
}
