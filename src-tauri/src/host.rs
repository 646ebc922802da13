//! What commands ask of the desktop: dialogs, the system's file browser, word to the windows.

use std::path::{Path, PathBuf};

use assay_commands::{Code, Error, Host, Notice};
use tauri::{AppHandle, Emitter, Manager};
use tauri_plugin_dialog::{
    DialogExt, FileDialogBuilder, FilePath, MessageDialogButtons, MessageDialogKind, MessageDialogResult,
};

use crate::answers;
use crate::windows::MAIN;

/// The files that are offered first; any other can be chosen too.
const TEXTS: &[&str] = &["txt", "text", "md", "markdown", "html", "htm"];
const WORKSPACES: &[&str] = &["assay"];

/// The desktop.
pub struct Desktop {
    app: AppHandle,
}

/// What a person wants done about a workspace that does not open.
pub enum Instead {
    /// Open the workspace at this place.
    Open(PathBuf),
    /// Make a new one at this place.
    Create(PathBuf),
    /// Nothing chosen yet.
    AskAgain,
}

impl Desktop {
    pub fn new(app: AppHandle) -> Self {
        Self { app }
    }

    fn dialog(&self) -> FileDialogBuilder<tauri::Wry> {
        let dialog = self.app.dialog().file();
        match self.app.get_webview_window(MAIN) {
            Some(window) => dialog.set_parent(&window),
            None => dialog,
        }
    }

    /// Shows why a workspace does not open and asks what to do instead; none to quit.
    pub fn ask_instead(&self, error: &Error) -> Option<Instead> {
        if laid_down().is_some() {
            return None;
        }
        let [another, new, quit] = ["Open another…", "New workspace…", "Quit"].map(str::to_owned);
        let answer = self
            .app
            .dialog()
            .message(sentences(error))
            .title("Assay")
            .kind(MessageDialogKind::Error)
            .buttons(MessageDialogButtons::YesNoCancelCustom(another.clone(), new.clone(), quit))
            .blocking_show_with_result();
        let (chosen, instead): (_, fn(PathBuf) -> Instead) = match answer {
            MessageDialogResult::Custom(label) if label == another => {
                (self.choose_workspace(), Instead::Open)
            }
            MessageDialogResult::Custom(label) if label == new => {
                (self.choose_save("New workspace.assay"), Instead::Create)
            }
            _ => return None,
        };
        Some(chosen.map_or(Instead::AskAgain, instead))
    }
}

impl Host for Desktop {
    fn choose_files(&self) -> Option<Vec<PathBuf>> {
        if let Some(file) = laid_down() {
            return answers::take(&file);
        }
        let dialog =
            self.dialog().set_title("Import").add_filter("Texts", TEXTS).add_filter("All files", &["*"]);
        Some(dialog.blocking_pick_files()?.into_iter().filter_map(path).collect())
    }

    fn choose_copy(&self) -> Option<PathBuf> {
        if let Some(file) = laid_down() {
            return answers::take(&file)?.into_iter().next();
        }
        self.dialog().set_title("Store a file").blocking_pick_file().and_then(path)
    }

    fn choose_save(&self, file_name: &str) -> Option<PathBuf> {
        if let Some(file) = laid_down() {
            return answers::take(&file)?.into_iter().next();
        }
        let mut dialog = self.dialog().set_file_name(file_name);
        let extension = Path::new(file_name).extension().and_then(|e| e.to_str());
        if let Some(extension) = extension {
            dialog = dialog.add_filter(format!(".{extension}"), &[extension]);
        }
        let chosen = dialog.blocking_save_file().and_then(path)?;
        Some(extension.map_or_else(|| chosen.clone(), |extension| named(&chosen, extension)))
    }

    fn choose_workspace(&self) -> Option<PathBuf> {
        if let Some(file) = laid_down() {
            return answers::take(&file)?.into_iter().next();
        }
        let dialog = self.dialog().set_title("Open workspace").add_filter("Workspaces", WORKSPACES);
        dialog.blocking_pick_file().and_then(path)
    }

    fn reveal(&self, path: &Path) -> Result<(), Error> {
        tauri_plugin_opener::reveal_item_in_dir(path).map_err(|_| {
            Error::new(Code::NotFound, format!("{} could not be shown in the file browser.", path.display()))
                .hint("Check that it is still there.")
        })
    }

    fn open_address(&self, url: &str) -> Result<(), Error> {
        tauri_plugin_opener::open_url(url, None::<&str>).map_err(|_| {
            Error::new(Code::NotFound, "No web browser could be started.")
                .hint("Copy the address into a browser.")
        })
    }

    fn notify(&self, notice: &Notice) {
        // Fails only while the windows are closing, when nobody listens any more.
        let _ = self.app.emit("notice", notice);
    }
}

/// The file of answers that stand in for the person at dialogs in a test: in development builds only, so that the whole
/// seam is left out of those that ship.
pub fn laid_down() -> Option<PathBuf> {
    if cfg!(debug_assertions) { answers::file() } else { None }
}

fn path(chosen: FilePath) -> Option<PathBuf> {
    chosen.into_path().ok()
}

/// The place with the usual extension where the person typed none. A file that is there stays as it was chosen, since
/// the dialog has asked about that one only.
fn named(chosen: &Path, extension: &str) -> PathBuf {
    let full = chosen.with_extension(extension);
    if chosen.extension().is_some() || full.exists() { chosen.to_owned() } else { full }
}

/// An error as a person reads it outside the window: what happened, then what to do.
pub fn sentences(error: &Error) -> String {
    let hints = error.hints.iter().map(String::as_str);
    std::iter::once(error.message.as_str()).chain(hints).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_without_extension_gets_the_usual_one() {
        let folder = tempfile::tempdir().unwrap();
        let chosen = folder.path().join("claims");
        assert_eq!(named(&chosen, "csv"), folder.path().join("claims.csv"));
        assert_eq!(named(&folder.path().join("claims.txt"), "csv"), folder.path().join("claims.txt"));
        std::fs::write(folder.path().join("claims.csv"), "").unwrap();
        assert_eq!(named(&chosen, "csv"), chosen);
    }

    #[test]
    fn an_error_is_read_with_its_hints() {
        let error = Error::new(Code::Busy, "Busy.").hint("Wait.").hint("Try again.");
        assert_eq!(sentences(&error), "Busy.\nWait.\nTry again.");
    }
}
