//! Opening a workspace file: a new one, an old one, one that only reads, and everything that is none.

use std::fmt::Write;
use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicI64;
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::Duration;

use assay_model::id::reference_prefix;
use assay_model::operation::OperationKind;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use uuid::Uuid;

use crate::error::{BUSY_SECONDS, Result, StoreError};
use crate::facts::WorkspaceFacts;
use crate::indexed::Shelf;
use crate::migrate::{APPLICATION_ID, LATEST, make, migrate};
use crate::purge::sweep_if_left;
use crate::query::add_functions;
use crate::readers::{Reader, Readers};
use crate::write::Act;

/// Whether a workspace takes writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// It does.
    ReadWrite,
    /// The file or its folder is read-only.
    ReadOnly,
    /// It is read-only and has no log beside it, so that it can be read as it stands.
    Immutable,
}

/// An open workspace file.
#[derive(Debug)]
pub struct Store {
    path: PathBuf,
    access: Access,
    facts: WorkspaceFacts,
    /// Which file it was when it was opened.
    identity: Option<FileIdentity>,
    writer: Mutex<Connection>,
    readers: Readers,
    /// The operation up to which nothing is left for [`Store::tidy`], of whatever process.
    pub(crate) tidied: AtomicI64,
    pub(crate) index: Shelf,
}

impl Store {
    /// Makes a new workspace. `actor` is who makes it.
    ///
    /// # Errors
    /// When something is already there, or the file cannot be made.
    pub fn create(path: &Path, name: &str, actor: &str) -> Result<Self> {
        let made = fs::File::create_new(path);
        match made {
            Ok(_) => {}
            Err(e) if e.kind() == ErrorKind::AlreadyExists => {
                return Err(StoreError::AlreadyThere(path.into()));
            }
            Err(e) => return Err(refused(path, e)),
        }
        let built = Self::build(path, name, actor);
        if built.is_err() {
            // A file that was only just made and holds nothing: leave no trace of the attempt.
            for suffix in ["", "-wal", "-shm"] {
                let _ = fs::remove_file(with_suffix(path, suffix));
            }
        }
        built
    }

    fn build(path: &Path, name: &str, actor: &str) -> Result<Self> {
        let mut connection = prepare(path, Access::ReadWrite, false)?;
        make(&mut connection)?;
        let id = Uuid::now_v7().to_string();
        WorkspaceFacts { name: name.to_owned(), prefix: reference_prefix(name), id }.write(&connection)?;
        drop(connection);
        let store = Self::open(path)?;
        store.write(&Act::new(OperationKind::CreateWorkspace, actor), |_| Ok::<_, StoreError>(()))?;
        Ok(store)
    }

    /// Opens a workspace, bringing an older one up to date after a copy of it was made beside it.
    ///
    /// # Errors
    /// When there is none, it is not a workspace, a newer Assay wrote it, or the file cannot be read.
    pub fn open(path: &Path) -> Result<Self> {
        let access = look_at(path)?;
        if access == Access::ReadWrite {
            // Asked before anything is set, because setting the journal's mode already writes: a file of another
            // program, or of a newer version, is left byte for byte as it is.
            let probe = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
            // Nor is its log written into it when it is let go.
            probe.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
            verify(&probe, path)?;
        }
        let mut connection = prepare(path, access, false).map_err(|e| name_the_file(e, path))?;
        let version = verify(&connection, path)?;
        if version < LATEST {
            if access != Access::ReadWrite {
                return Err(StoreError::ReadOnly(path.into()));
            }
            migrate(&mut connection, path)?;
        }
        if access == Access::ReadWrite {
            // Another program may hold it; the next opening tries again.
            let _ = sweep_if_left(&connection);
        }
        let facts = WorkspaceFacts::read(&connection)?;
        #[cfg(debug_assertions)]
        crate::write::watch(&mut connection)?;
        Ok(Self {
            path: path.into(),
            access,
            facts,
            identity: identity(path),
            writer: Mutex::new(connection),
            readers: Readers::new(path.into(), access),
            // What those before it left is not known.
            tidied: AtomicI64::new(-1),
            index: Shelf::default(),
        })
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether it takes writes.
    pub const fn access(&self) -> Access {
        self.access
    }

    /// What the workspace says of itself.
    pub const fn facts(&self) -> &WorkspaceFacts {
        &self.facts
    }

    /// A connection to read by.
    ///
    /// # Errors
    /// When the file can no longer be opened.
    pub fn reader(&self) -> Result<Reader<'_>> {
        self.readers.take()
    }

    pub(crate) fn writer(&self) -> MutexGuard<'_, Connection> {
        // A panic elsewhere leaves the connection sound: its transaction was rolled back when it was dropped.
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The same, unless somebody writes.
    pub(crate) fn idle_writer(&self) -> Option<MutexGuard<'_, Connection>> {
        match self.writer.try_lock() {
            Ok(writer) => Some(writer),
            Err(TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        }
    }

    /// Refuses to write to a file that is gone: the system would take the write and keep none of it.
    pub(crate) fn still_there(&self) -> Result<()> {
        if self.identity == identity(&self.path) { Ok(()) } else { Err(StoreError::Gone(self.path.clone())) }
    }
}

/// At so many pages of the `-wal` an edit writes them into the file itself, where [`Store::tidy`] has not: 8 MB.
const LONGEST_WAL: u32 = 2_000;

/// How much of the file the connection that writes keeps in memory, in units of 1,024 bytes: the inner pages of every table and index
/// at a million claims, so that an edit reads only the leaves, and an import's pages are written once.
const WRITERS_CACHE: i64 = 16 * 1024;

/// The same of one that reads: the rows of a page that lie anywhere among a million, with the inner pages above them.
const READERS_CACHE: i64 = 4 * 1024;

/// A connection with the settings that every connection of ours has.
pub(crate) fn prepare(path: &Path, access: Access, reads_only: bool) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let connection = match access {
        Access::ReadWrite => Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_READ_WRITE),
        Access::ReadOnly => Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_READ_ONLY),
        Access::Immutable => {
            Connection::open_with_flags(immutable_uri(path), flags | OpenFlags::SQLITE_OPEN_READ_ONLY)
        }
    }?;
    connection.busy_timeout(Duration::from_secs(BUSY_SECONDS))?;
    connection.set_prepared_statement_cache_capacity(128);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    // Else a statement with a bound end of a range is planned anew each time that another is bound.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "mmap_size", 0)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "temp_store", "memory")?;
    connection.pragma_update(None, "cache_size", -READERS_CACHE)?;
    if access == Access::ReadWrite && !reads_only {
        connection.pragma_update(None, "cache_size", -WRITERS_CACHE)?;
        connection.pragma_update(None, "journal_mode", "wal")?;
        connection.pragma_update(None, "synchronous", "full")?;
        connection.pragma_update(None, "wal_autocheckpoint", LONGEST_WAL)?;
        if cfg!(target_os = "macos") {
            connection.pragma_update(None, "fullfsync", true)?;
            connection.pragma_update(None, "checkpoint_fullfsync", true)?;
        }
    }
    connection.pragma_update(None, "query_only", reads_only || access != Access::ReadWrite)?;
    add_functions(&connection)?;
    Ok(connection)
}

/// The length of the head of an SQLite file, in bytes.
const HEAD: usize = 100;

/// What stands at the path, before SQLite is let near it.
fn look_at(path: &Path) -> Result<Access> {
    let not_one = |why| StoreError::NotAWorkspace { path: path.into(), why };
    let facts = fs::metadata(path).map_err(|e| match e.kind() {
        ErrorKind::NotFound => StoreError::NotFound(path.into()),
        _ => refused(path, e),
    })?;
    if facts.is_dir() {
        return Err(not_one("it is a folder"));
    }
    if facts.len() == 0 {
        return Err(not_one("it is empty"));
    }
    let mut head = Vec::new();
    fs::File::open(path)
        .and_then(|f| f.take(HEAD as u64).read_to_end(&mut head))
        .map_err(|e| refused(path, e))?;
    if head.len() < HEAD || !head.starts_with(b"SQLite format 3\0") {
        return Err(not_one("it is another kind of file"));
    }
    let log = fs::metadata(with_suffix(path, "-wal")).is_ok_and(|m| m.len() > 0);
    // Without a log that might say otherwise the file itself tells whose it is. SQLite is not let near it, since it may
    // roll back what another program left half done.
    if !log && head.get(68..72) != Some(&(APPLICATION_ID as u32).to_be_bytes()) {
        return Err(not_one("it is another program’s database"));
    }
    let folder_fixed =
        path.parent().and_then(|p| fs::metadata(p).ok()).is_some_and(|m| m.permissions().readonly());
    if !facts.permissions().readonly() && !folder_fixed {
        return Ok(Access::ReadWrite);
    }
    Ok(if log { Access::ReadOnly } else { Access::Immutable })
}

/// Checks that the file is a workspace that this version knows; gives its schema.
fn verify(connection: &Connection, path: &Path) -> Result<i64> {
    let pragma = |name: &str| connection.pragma_query_value(None, name, |r| r.get::<_, i64>(0));
    let application = pragma("application_id").map_err(|e| name_the_file(e.into(), path))?;
    if application != APPLICATION_ID {
        return Err(StoreError::NotAWorkspace {
            path: path.into(), why: "it is another program’s database"
        });
    }
    let version = pragma("user_version")?;
    if version > LATEST {
        return Err(StoreError::Newer { path: path.into(), found: version, known: LATEST });
    }
    Ok(version)
}

fn name_the_file(error: StoreError, path: &Path) -> StoreError {
    match error {
        StoreError::Sqlite(rusqlite::Error::SqliteFailure(failure, _))
            if failure.code == rusqlite::ErrorCode::NotADatabase =>
        {
            StoreError::NotAWorkspace { path: path.into(), why: "it is another kind of file" }
        }
        StoreError::ReadOnly(_) => StoreError::ReadOnly(path.into()),
        other => other,
    }
}

pub(crate) fn refused(path: &Path, source: std::io::Error) -> StoreError {
    match source.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnly(path.into()),
        ErrorKind::StorageFull => StoreError::DiskFull,
        _ => StoreError::Io { path: path.into(), source },
    }
}

pub(crate) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// `file:` address of a path that SQLite may take as it stands, without locks.
fn immutable_uri(path: &Path) -> String {
    let mut uri = String::from("file:");
    for byte in path.to_string_lossy().bytes() {
        if byte.is_ascii_alphanumeric() || b"/._-~".contains(&byte) {
            uri.push(byte.into());
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri + "?immutable=1"
}

type FileIdentity = (u64, u64);

#[cfg(unix)]
fn identity(path: &Path) -> Option<FileIdentity> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(path).ok().map(|m| (m.dev(), m.ino()))
}

/// Elsewhere an open file cannot be deleted or replaced.
#[cfg(not(unix))]
fn identity(path: &Path) -> Option<FileIdentity> {
    path.exists().then_some((0, 0))
}
