//! Connections that may only read: a small stack, opened as they are needed.

use std::ops::{Deref, DerefMut};
use std::path::PathBuf;
use std::sync::Mutex;

use rusqlite::Connection;

use crate::error::Result;
use crate::open::{Access, prepare};

/// How many idle readers are kept.
const KEPT: usize = 4;

#[derive(Debug)]
pub(crate) struct Readers {
    path: PathBuf,
    access: Access,
    idle: Mutex<Vec<Connection>>,
}

impl Readers {
    pub(crate) fn new(path: PathBuf, access: Access) -> Self {
        Self { path, access, idle: Mutex::new(Vec::new()) }
    }

    pub(crate) fn take(&self) -> Result<Reader<'_>> {
        let idle = self.idle.lock().unwrap_or_else(std::sync::PoisonError::into_inner).pop();
        let connection = match idle {
            Some(connection) => connection,
            None => prepare(&self.path, self.access, true)?,
        };
        Ok(Reader { connection: Some(connection), home: self })
    }
}

/// A connection for reading; it goes back to the stack when dropped.
#[derive(Debug)]
pub struct Reader<'s> {
    connection: Option<Connection>,
    home: &'s Readers,
}

impl Reader<'_> {
    /// Reads several things of one and the same moment.
    pub(crate) fn snapshot<T>(&self, read: impl FnOnce() -> Result<T>) -> Result<T> {
        let transaction = self.unchecked_transaction()?;
        let value = read()?;
        transaction.commit()?;
        Ok(value)
    }
}

impl Deref for Reader<'_> {
    type Target = Connection;

    #[expect(clippy::expect_used, reason = "the connection is only taken out in drop")]
    fn deref(&self) -> &Connection {
        self.connection.as_ref().expect("a reader holds its connection until it is dropped")
    }
}

impl DerefMut for Reader<'_> {
    #[expect(clippy::expect_used, reason = "the connection is only taken out in drop")]
    fn deref_mut(&mut self) -> &mut Connection {
        self.connection.as_mut().expect("a reader holds its connection until it is dropped")
    }
}

impl Drop for Reader<'_> {
    fn drop(&mut self) {
        let mut idle = self.home.idle.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(connection) = self.connection.take()
            && idle.len() < KEPT
        {
            idle.push(connection);
        }
    }
}
