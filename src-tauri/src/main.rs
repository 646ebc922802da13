//! The desktop window: wiring only. What a person can do is in `assay-engine`; what a window may ask is the list of
//! `assay-commands`.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

#[path = "../crates/web/src/answers.rs"]
mod answers;
mod host;
mod menu;
#[cfg(target_os = "linux")]
mod printing;
mod windows;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use assay_commands::{Code, Context, Error};
use clap::Parser;
use serde_json::Value;
use tauri::plugin::TauriPlugin;
use tauri::{Builder, State, Wry};

/// Opens Assay's window.
#[derive(Debug, Parser)]
#[command(name = "assay-desktop", version)]
struct Arguments {
    /// The workspace; made if nothing is there. Without it, the default workspace of the user's data folder.
    #[arg(env = "ASSAY_WORKSPACE")]
    workspace: Option<PathBuf>,
}

/// The one command of the window. Whatever it does is done off the main thread.
#[tauri::command]
async fn call(context: State<'_, Arc<Context>>, name: String, arg: Value) -> Result<Value, Error> {
    let context = Arc::clone(&context);
    let answer =
        tauri::async_runtime::spawn_blocking(move || assay_commands::call(&context, &name, arg)).await;
    answer.unwrap_or_else(|_| {
        Err(Error::new(Code::Internal, "Something went wrong inside Assay. Nothing was changed.")
            .hint("Try again; if it happens again, report it with what you did."))
    })
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    // GTK ends the program without a word of use where there is no display, so look first.
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if cfg!(target_os = "linux") && !set("DISPLAY") && !set("WAYLAND_DISPLAY") {
        eprintln!(
            "There is no display here: neither DISPLAY nor WAYLAND_DISPLAY is set. \
             Use the command line instead: assay --help"
        );
        return ExitCode::FAILURE;
    }
    let workspace = match arguments.workspace.map_or_else(assay_engine::default_path, Ok) {
        Ok(path) => path,
        Err(error) => {
            eprintln!("{}", host::sentences(&error));
            return ExitCode::FAILURE;
        }
    };
    match run(workspace) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("The window could not be opened: {error}.");
            ExitCode::FAILURE
        }
    }
}

fn run(workspace: PathBuf) -> tauri::Result<()> {
    let mut builder = Builder::default();
    // Several tests run at once, each with its own home, and must not meet.
    let driven = std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some_and(|value| value == "true");
    if !driven {
        builder = builder.plugin(only_one(&workspace));
    }
    // The design shows no menu bar: elsewhere the page has the keys and a menu of its own.
    if cfg!(target_os = "macos") {
        builder = builder.menu(menu::build);
    }
    builder
        .plugin(tauri_plugin_dialog::init())
        .on_menu_event(menu::chosen)
        .invoke_handler(tauri::generate_handler![call])
        .setup(move |app| {
            let app = app.handle().clone();
            // Opening may take long, and dialogs block: neither belongs on the main thread.
            std::thread::spawn(move || windows::start(&app, &workspace));
            Ok(())
        })
        .run(tauri::generate_context!())
}

/// A second start on the same workspace raises the window of the first. Without D-Bus it opens one of its own.
///
/// On Linux each workspace has a name of its own on the bus; elsewhere there is one window for all of them.
fn only_one(workspace: &Path) -> TauriPlugin<Wry> {
    let path = workspace.canonicalize().or_else(|_| std::path::absolute(workspace));
    let mut hasher = DefaultHasher::new();
    path.as_deref().unwrap_or(workspace).hash(&mut hasher);
    tauri_plugin_single_instance::Builder::new()
        .dbus_id(format!("org.assay.desktop.w{:016x}", hasher.finish()))
        .callback(|app, _, _| windows::raise(app))
        .build()
}
