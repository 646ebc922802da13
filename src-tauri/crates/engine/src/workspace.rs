//! An open workspace: the one door for writes, and word of what was written.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock};

use assay_model::operation::{OperationKind, Touched};
use assay_model::person::Person;
use assay_model::scale::Scale;
use assay_store::{Access, Act, Edit, Store, Written};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::documents::Summaries;
use crate::error::{Code, Error, Result};
use crate::history::UndoLabels;
use crate::jobs::Job;
use crate::ledger::Orders;
use crate::settings::Settings;
use crate::turns::Turns;

/// Word to every window of what has changed. Carries ids and flags only; rows are fetched.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Notice {
    /// Data were written by an operation, here or by another process.
    DataChanged {
        /// The newest operation.
        #[ts(type = "number")]
        operation: i64,
        /// What was touched.
        touched: Vec<Touched>,
    },
    /// A job has got on, or ended.
    JobChanged {
        /// How it stands.
        job: Job,
    },
}

/// What an edit left behind: the operation, for the undo toast.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Outcome {
    /// The operation's number; none if nothing changed.
    #[ts(type = "number | null")]
    pub operation: Option<i64>,
    /// How many claims were changed.
    pub claims: u32,
    /// What was done, for the toast: “DG-15 signed off”.
    pub message: String,
}

/// What a workspace says of itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct WorkspaceInfo {
    /// Its name.
    pub name: String,
    /// The letters before its claims' numbers.
    pub prefix: String,
    /// Where it is.
    pub path: String,
    /// Whether it takes no writes.
    pub read_only: bool,
    /// The newest operation.
    #[ts(type = "number")]
    pub operation: i64,
    /// Claims, dismissed ones left out.
    pub claims: u32,
    /// Documents.
    pub documents: u32,
    /// Its people.
    pub people: Vec<Person>,
    /// Who is working.
    pub person: String,
    /// Their initials.
    pub initials: String,
    /// Sources.
    pub sources: u32,
    /// The scale that claims are judged by.
    pub scale: Scale,
    /// The two-person rule holds: who signs a claim off may not be who checked it.
    pub two_person: bool,
    /// What undo and redo would do.
    pub undo: UndoLabels,
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckReport {
    /// Operations whose place in the chain was verified.
    #[ts(type = "number")]
    pub operations: u64,
    /// Rows compared with the log.
    #[ts(type = "number")]
    pub rows: u64,
    /// Texts compared with their digests.
    #[ts(type = "number")]
    pub texts: u64,
    /// Spans compared with their text.
    #[ts(type = "number")]
    pub spans: u64,
    /// What is damaged; nothing if the workspace is sound.
    pub damage: Vec<DamageLine>,
}

/// Something damaged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DamageLine {
    /// Where.
    pub place: String,
    /// What is wrong.
    pub what: String,
}

type Listener = Box<dyn Fn(&Notice) + Send + Sync>;

/// An open workspace.
pub struct Workspace {
    pub(crate) store: Store,
    person: RwLock<String>,
    pub(crate) orders: Mutex<Orders>,
    pub(crate) turns: Turns,
    pub(crate) summaries: Mutex<Summaries>,
    listeners: RwLock<Vec<Listener>>,
    /// The newest operation that listeners were told of.
    told: Mutex<i64>,
}

impl fmt::Debug for Workspace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Workspace").field("path", &self.store.path()).finish_non_exhaustive()
    }
}

/// Where the default workspace of this user lies.
///
/// # Errors
/// When the system tells no data folder.
pub fn default_path() -> Result<PathBuf> {
    let data = dirs::data_dir().ok_or_else(|| {
        Error::new(Code::WorkspaceNotFound, "This system has no data folder for programs.")
            .hint("Name a workspace file.")
    })?;
    Ok(data.join("assay").join("My workspace.assay"))
}

impl Workspace {
    /// Makes a new workspace. Its name comes from the file's: `delhi-g20.assay` is “Delhi g20”.
    ///
    /// # Errors
    /// When something is already there, or the file cannot be made.
    pub fn create(path: &Path) -> Result<Self> {
        if let Some(folder) = path.parent().filter(|f| !f.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder).map_err(|_| {
                Error::new(Code::CannotWrite, format!("The folder {} could not be made.", folder.display()))
                    .hint("Choose another place.")
            })?;
        }
        let person = Settings::load().person();
        let store = Store::create(path, &name_of(path), &person)?;
        Ok(Self::of(store, person))
    }

    /// Opens a workspace.
    ///
    /// # Errors
    /// When there is none, it is not a workspace, a newer version wrote it, or it cannot be read.
    pub fn open(path: &Path) -> Result<Self> {
        Ok(Self::of(Store::open(path)?, Settings::load().person()))
    }

    /// Opens a workspace, or makes it if nothing is there.
    ///
    /// # Errors
    /// As [`Workspace::open`] and [`Workspace::create`].
    pub fn open_or_create(path: &Path) -> Result<Self> {
        if path.exists() { Self::open(path) } else { Self::create(path) }
    }

    fn of(store: Store, person: String) -> Self {
        let told = store.head().map_or(0, |(seq, _)| seq);
        Self {
            store,
            person: RwLock::new(person),
            orders: Mutex::default(),
            turns: Turns::default(),
            summaries: Mutex::default(),
            listeners: RwLock::default(),
            told: Mutex::new(told),
        }
    }

    /// Who is working.
    pub fn person(&self) -> String {
        self.person.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Says who is working, from now on.
    pub fn set_person(&self, name: &str) {
        name.clone_into(&mut self.person.write().unwrap_or_else(PoisonError::into_inner));
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        self.store.path()
    }

    /// Whether it takes no writes.
    pub fn read_only(&self) -> bool {
        self.store.access() != Access::ReadWrite
    }

    /// What it says of itself.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn info(&self) -> Result<WorkspaceInfo> {
        let facts = self.store.facts();
        Ok(WorkspaceInfo {
            name: facts.name.clone(),
            prefix: facts.prefix.clone(),
            path: self.path().display().to_string(),
            read_only: self.read_only(),
            operation: self.store.head()?.0,
            claims: self.store.claim_count()?,
            documents: self.store.document_count()?,
            people: self.people()?,
            person: self.person(),
            initials: self.initials()?,
            sources: self.store.source_count()?,
            scale: self.scale()?,
            two_person: self.store.reader()?.setting("two_person")?.unwrap_or(false),
            undo: self.undo_labels()?,
        })
    }

    /// The one door for writes. Listeners are told what was touched.
    pub(crate) fn write<T>(
        &self,
        kind: OperationKind,
        work: impl FnOnce(&mut Edit<'_>) -> Result<T>,
    ) -> Result<Written<T>> {
        self.write_act(&Act::new(kind, &self.person()), work)
    }

    /// The same for an act that says more than its kind.
    pub(crate) fn write_act<T>(
        &self,
        act: &Act<'_>,
        work: impl FnOnce(&mut Edit<'_>) -> Result<T>,
    ) -> Result<Written<T>> {
        let written = self.store.write(act, work)?;
        self.tell_written(&written);
        Ok(written)
    }

    /// Tells listeners of a write of this process.
    pub(crate) fn tell_written<T>(&self, written: &Written<T>) {
        if let Some(operation) = written.operation {
            let mut told = self.told();
            // Another process may have written in between: its operations are still to be told of.
            if operation == *told + 1 {
                *told = operation;
            }
            drop(told);
            if written.touched.iter().any(|one| one.many) {
                // Who is told looks at the list at once. A failure costs the index and nothing that was written.
                let _ = self.store.follow_index();
            }
            self.tell(&Notice::DataChanged { operation, touched: written.touched.clone() });
        }
    }

    fn told(&self) -> MutexGuard<'_, i64> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Calls `listener` with every notice from now on. It is called on the thread that wrote, and must be quick.
    pub fn subscribe(&self, listener: impl Fn(&Notice) + Send + Sync + 'static) {
        self.listeners.write().unwrap_or_else(PoisonError::into_inner).push(Box::new(listener));
    }

    pub(crate) fn tell(&self, notice: &Notice) {
        for listener in self.listeners.read().unwrap_or_else(PoisonError::into_inner).iter() {
            listener(notice);
        }
    }

    /// Looks whether another process has written, and tells listeners if so; makes and keeps the ledger's index, which takes
    /// seconds where there are many claims; does a part of what edits left for later. Hosts call it about once a second, on a
    /// thread of its own.
    ///
    /// # Errors
    /// When the file cannot be read or written.
    pub fn notice_others(&self) -> Result<()> {
        // Where no index can be made, lists come by SQL, and the rest is done all the same.
        let kept = self.store.keep_index();
        let (newest, _) = self.store.head()?;
        let from = *self.told();
        if newest > from {
            let touched = self.store.touched_since(from)?;
            let mut told = self.told();
            *told = newest.max(*told);
            drop(told);
            self.tell(&Notice::DataChanged { operation: newest, touched });
        }
        self.store.tidy()?;
        Ok(kept?)
    }

    /// Bytes of memory that the ledger's index takes, about; none where there is none.
    pub fn index_bytes(&self) -> Option<usize> {
        self.store.index_bytes()
    }

    /// Copies the workspace as it is at this moment.
    ///
    /// # Errors
    /// When something is already at `to`, or it cannot be written.
    pub fn backup(&self, to: &Path) -> Result<()> {
        Ok(self.store.backup(to)?)
    }

    /// Checks the log's chain, every row, text and span, and every reference.
    ///
    /// # Errors
    /// When the file cannot be opened any more; damage is reported, not an error.
    pub fn check(&self) -> Result<CheckReport> {
        let check = self.store.check()?;
        let damage = check.damage.into_iter().map(|d| DamageLine { place: d.place, what: d.what }).collect();
        let (operations, rows) = (check.operations, check.rows);
        Ok(CheckReport { operations, rows, texts: check.texts, spans: check.spans, damage })
    }
}

/// A workspace's name from its file's: hyphens and underscores become spaces, the first letter a capital.
fn name_of(path: &Path) -> String {
    let stem = path.file_stem().map(|s| s.to_string_lossy().replace(['-', '_'], " ")).unwrap_or_default();
    let mut letters = stem.trim().chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => "Workspace".to_owned(),
    }
}
