//! What commands ask of the browser host. A page in a browser has no dialogs of the system: a test answers them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use assay_commands::{Code, Error, Host, Notice};

use crate::answers;
use crate::notices::Notices;

/// The browser host.
pub struct Browser {
    pub notices: Arc<Notices>,
}

impl Host for Browser {
    fn choose_files(&self) -> Option<Vec<PathBuf>> {
        answers::take(&answers::file()?)
    }

    fn choose_copy(&self) -> Option<PathBuf> {
        self.choose_files()?.into_iter().next()
    }

    fn choose_save(&self, _file_name: &str) -> Option<PathBuf> {
        self.choose_files()?.into_iter().next()
    }

    fn choose_workspace(&self) -> Option<PathBuf> {
        self.choose_files()?.into_iter().next()
    }

    fn reveal(&self, path: &Path) -> Result<(), Error> {
        Err(only_the_window(&format!("show {} in the file browser", path.display())))
    }

    fn open_address(&self, url: &str) -> Result<(), Error> {
        Err(only_the_window(&format!("open {url}")))
    }

    fn notify(&self, notice: &Notice) {
        self.notices.add(notice.clone());
    }
}

fn only_the_window(what: &str) -> Error {
    Error::new(Code::Invalid, format!("The browser host cannot {what}.")).hint("Use the desktop window.")
}
