//! What commands work on: the open workspace, its jobs, and what only a host can do.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use assay_engine::{Error, Jobs, Notice, Workspace};

/// What only a host can do. Dialogs are native and opened from Rust, so that the page needs no leave to see files.
pub trait Host: Send + Sync + 'static {
    /// Asks for files to import; none if the person thought better of it.
    fn choose_files(&self) -> Option<Vec<PathBuf>>;
    /// Asks for a file of any kind to store with a source; none if the person thought better of it.
    fn choose_copy(&self) -> Option<PathBuf>;
    /// Asks where to save a file of this name; none if the person thought better of it.
    fn choose_save(&self, file_name: &str) -> Option<PathBuf>;
    /// Asks for a workspace to open; none if the person thought better of it.
    fn choose_workspace(&self) -> Option<PathBuf>;
    /// Shows a file in the system's file browser.
    ///
    /// # Errors
    /// When the system cannot.
    fn reveal(&self, path: &Path) -> Result<(), Error>;
    /// Opens a web address in the system's browser.
    ///
    /// # Errors
    /// When the system cannot.
    fn open_address(&self, url: &str) -> Result<(), Error>;
    /// Sends word to every window.
    fn notify(&self, notice: &Notice);
}

/// What commands work on.
pub struct Context {
    workspace: RwLock<Arc<Workspace>>,
    /// Long work.
    pub jobs: Arc<Jobs>,
    /// What only the host can do.
    pub host: Arc<dyn Host>,
}

impl std::fmt::Debug for Context {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Context").field("workspace", &self.workspace()).finish_non_exhaustive()
    }
}

impl Context {
    /// Commands on this workspace, for this host. Notices of the workspace go to the host.
    pub fn new(workspace: Workspace, host: Arc<dyn Host>) -> Self {
        let workspace = listening(workspace, &host);
        Self { workspace: RwLock::new(workspace), jobs: Arc::default(), host }
    }

    /// The open workspace.
    pub fn workspace(&self) -> Arc<Workspace> {
        Arc::clone(&self.workspace.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Opens another workspace in place of this one.
    pub fn switch(&self, workspace: Workspace) {
        let next = listening(workspace, &self.host);
        *self.workspace.write().unwrap_or_else(PoisonError::into_inner) = next;
    }
}

fn listening(workspace: Workspace, host: &Arc<dyn Host>) -> Arc<Workspace> {
    let host = Arc::clone(host);
    workspace.subscribe(move |notice| host.notify(notice));
    Arc::new(workspace)
}
