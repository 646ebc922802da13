//! What can go wrong with a workspace file, in words a person can act on.

use std::path::PathBuf;

use rusqlite::ErrorCode;

/// A failure of the workspace file. Nothing was changed when one is returned.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such file.
    #[error("there is no workspace at {0}")]
    NotFound(PathBuf),
    /// A file is already there.
    #[error("there already is a file at {0}")]
    AlreadyThere(PathBuf),
    /// The file is not a workspace.
    #[error("{path} is not an Assay workspace: {why}")]
    NotAWorkspace {
        /// Which file.
        path: PathBuf,
        /// What it seems to be.
        why: &'static str,
    },
    /// The file was written by a newer Assay.
    #[error("{path} was written by a newer version of Assay (schema {found}; this one knows {known})")]
    Newer {
        /// Which file.
        path: PathBuf,
        /// The schema it has.
        found: i64,
        /// The newest schema known here.
        known: i64,
    },
    /// The file or the disk does not take writes.
    #[error("{0} is read-only")]
    ReadOnly(PathBuf),
    /// Another process has been writing for longer than was waited.
    #[error("another program has been writing to the workspace for {0} seconds")]
    Busy(u64),
    /// The disk is full.
    #[error("the disk is full")]
    DiskFull,
    /// The file is gone or was replaced while open.
    #[error("{0} was moved, deleted or replaced while it was open")]
    Gone(PathBuf),
    /// The file is damaged.
    #[error("the workspace file is damaged")]
    Damaged(#[source] rusqlite::Error),
    /// A span's text is not the text at that place.
    #[error("the text at that place is not the text quoted")]
    SpanMismatch,
    /// Something referred to is not there.
    #[error("there is no {what} {which}")]
    Missing {
        /// What was looked for, such as `claim`.
        what: &'static str,
        /// Its reference or id.
        which: String,
    },
    /// Nothing is left to undo, or to redo.
    #[error("there is nothing to {0}")]
    NothingTo(&'static str),
    /// A row that the operation touched has been changed since.
    #[error("{by} has changed this since, at {at}")]
    ChangedSince {
        /// Who changed it.
        by: String,
        /// When, RFC 3339.
        at: String,
    },
    /// An earlier state cannot be given back.
    #[error("an earlier state cannot be given back: {0}")]
    CannotRestore(&'static str),
    /// What the operation touched was purged.
    #[error("what it touched was purged")]
    Purged,
    /// A change was made that the log does not know of: a fault of Assay itself.
    #[error("a change was not recorded in the log")]
    Unrecorded,
    /// A stored word or value that this version cannot read.
    #[error("the workspace holds something this version cannot read: {0}")]
    Unreadable(String),
    /// A newer question of the same view came before its answer.
    #[error("a newer question came before the answer")]
    Overtaken,
    /// It was told to stop.
    #[error("it was stopped")]
    Stopped,
    /// The file system refused.
    #[error("the file system refused: {path}")]
    Io {
        /// Which file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// Anything else that SQLite reports.
    #[error("the workspace file could not be used")]
    Sqlite(#[source] rusqlite::Error),
}

/// Seconds that a write waits for another writer.
pub(crate) const BUSY_SECONDS: u64 = 5;

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(failure, message) = &error else { return Self::Sqlite(error) };
        match failure.code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy(BUSY_SECONDS),
            ErrorCode::DiskFull => Self::DiskFull,
            // Only questions are interrupted.
            ErrorCode::OperationInterrupted => Self::Overtaken,
            ErrorCode::ReadOnly => Self::ReadOnly(PathBuf::new()),
            ErrorCode::DatabaseCorrupt => Self::Damaged(error),
            ErrorCode::ConstraintViolation if message.as_deref() == Some("span is not the text") => {
                Self::SpanMismatch
            }
            _ => Self::Sqlite(error),
        }
    }
}

impl From<assay_model::UnknownWord> for StoreError {
    fn from(error: assay_model::UnknownWord) -> Self {
        Self::Unreadable(error.to_string())
    }
}

impl From<uuid::Error> for StoreError {
    fn from(error: uuid::Error) -> Self {
        Self::Unreadable(error.to_string())
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        Self::Unreadable(error.to_string())
    }
}

pub(crate) type Result<T> = std::result::Result<T, StoreError>;
