//! The window: opening it on a workspace, raising it, and files dropped on it.

use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use assay_commands::{Context, Host};
use assay_engine::{ImportOptions, Input, Settings, Theme, Workspace};
use serde::Serialize;
use tauri::window::Color;
use tauri::{AppHandle, DragDropEvent, Emitter, Manager, WebviewWindow, WebviewWindowBuilder, WindowEvent};

use crate::host::{Desktop, Instead, sentences};

/// The window's label, in the configuration and the capability too.
pub const MAIN: &str = "main";

/// What the window shows before the page does: the page's own `--desk`.
const LIGHT: Color = Color(0xf1, 0xf0, 0xec, 0xff);
const DARK: Color = Color(0x13, 0x13, 0x12, 0xff);

/// How often to look for writes of other processes.
const LOOK: Duration = Duration::from_secs(1);

/// Files over the window, so that the page can show where they go.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Dragged {
    /// Files are over the window.
    Over,
    /// They are not any more: dropped, or taken away.
    Leave,
}

/// Opens the workspace and the window on it, then looks for writes of other processes, and does what edits leave for later, until
/// the program ends.
pub fn start(app: &AppHandle, path: &Path) {
    let host = Arc::new(Desktop::new(app.clone()));
    let Some(workspace) = open_workspace(&host, path) else {
        app.exit(1);
        return;
    };
    let context = Arc::new(Context::new(workspace, host as Arc<dyn Host>));
    app.manage(Arc::clone(&context));
    if let Err(error) = open_window(app, &context) {
        eprintln!("The window could not be opened: {error}.");
        app.exit(1);
    }
    loop {
        // What stands in the way of reading will stand in the way of what a person asks next, and be told then.
        let _ = context.workspace().notice_others();
        thread::sleep(LOOK);
    }
}

/// Opens the workspace, or whichever a person chooses when that fails; none if they quit.
fn open_workspace(host: &Desktop, path: &Path) -> Option<Workspace> {
    let mut opened = Workspace::open_or_create(path);
    loop {
        let error = match opened {
            Ok(workspace) => return Some(workspace),
            Err(error) => error,
        };
        eprintln!("{}", sentences(&error));
        opened = match host.ask_instead(&error)? {
            Instead::Open(path) => Workspace::open(&path),
            Instead::Create(path) => Workspace::create(&path),
            Instead::AskAgain => Err(error),
        };
    }
}

fn open_window(app: &AppHandle, context: &Arc<Context>) -> tauri::Result<()> {
    let theme = match Settings::load().theme {
        Theme::System => None,
        Theme::Light => Some(tauri::Theme::Light),
        Theme::Dark => Some(tauri::Theme::Dark),
    };
    let config = app.config().app.windows.iter().find(|window| window.label == MAIN);
    let config = config.ok_or(tauri::Error::WindowNotFound)?;
    let builder = WebviewWindowBuilder::from_config(app, config)?.theme(theme);
    let window = builder.background_color(desk(theme.unwrap_or(tauri::Theme::Light))).build()?;
    if theme.is_none() {
        // Only an open window knows the system's theme.
        window.set_background_color(Some(desk(window.theme()?)))?;
    }
    #[cfg(target_os = "linux")]
    crate::printing::set_up(&window)?;
    let (dropped_on, context) = (window.clone(), Arc::clone(context));
    window.on_window_event(move |event| {
        if let WindowEvent::DragDrop(event) = event {
            dropped(&dropped_on, &context, event);
        }
    });
    Ok(())
}

const fn desk(theme: tauri::Theme) -> Color {
    match theme {
        tauri::Theme::Dark => DARK,
        _ => LIGHT,
    }
}

/// Imports what is dropped, as the command `import.start` does; a path need not be Unicode here.
fn dropped(window: &WebviewWindow, context: &Context, event: &DragDropEvent) {
    let dragged = match event {
        // Words dragged inside the page have no paths.
        DragDropEvent::Enter { paths, .. } if !paths.is_empty() => Dragged::Over,
        DragDropEvent::Drop { paths, .. } => {
            if !paths.is_empty() {
                let inputs = paths.iter().cloned().map(|path| Input::File { path }).collect();
                context.jobs.import(&context.workspace(), inputs, ImportOptions::default());
            }
            Dragged::Leave
        }
        DragDropEvent::Leave => Dragged::Leave,
        _ => return,
    };
    // Fails only while the window is closing, when nobody listens any more.
    let _ = window.emit("drop", dragged);
}

/// Brings the window to the front.
pub fn raise(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN) {
        // A window system may refuse either; then the person finds the window themselves.
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}
