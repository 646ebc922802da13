//! The menu bar. An item sends its id to the page, which knows what it means there.

use tauri::menu::{IsMenuItem, Menu, MenuEvent, MenuItem, PredefinedMenuItem, Submenu};
use tauri::{AppHandle, Emitter, Wry};

/// The ids that the page hears, with their words and keys.
const FILE: &[Item] = &[
    ("file.new-workspace", "New workspace…", None),
    ("file.open-workspace", "Open workspace…", None),
    SEPARATOR,
    ("file.import", "Import…", Some("CmdOrCtrl+O")),
    ("file.export", "Export…", None),
    SEPARATOR,
    ("file.back-up", "Back up workspace…", None),
];
/// The page decides whether words in a field or an operation are undone.
const UNDO: &[Item] = &[
    ("edit.undo", "Undo", Some("CmdOrCtrl+Z")),
    ("edit.redo", "Redo", Some("CmdOrCtrl+Shift+Z")),
    SEPARATOR,
];
const THEME: &[Item] = &[
    ("view.theme.system", "As the system", None),
    ("view.theme.light", "Light", None),
    ("view.theme.dark", "Dark", None),
];
const ZOOM: &[Item] = &[
    ("view.zoom.in", "Zoom in", Some("CmdOrCtrl+=")),
    ("view.zoom.out", "Zoom out", Some("CmdOrCtrl+-")),
    ("view.zoom.reset", "Actual size", Some("CmdOrCtrl+0")),
];
const HELP: &[Item] =
    &[("help.shortcuts", "Keyboard shortcuts", None), ("help.sample", "Open the sample", None)];

/// An id, its words and its key.
type Item = (&'static str, &'static str, Option<&'static str>);
const SEPARATOR: Item = ("", "", None);

/// The whole menu bar.
pub fn build(app: &AppHandle) -> tauri::Result<Menu<Wry>> {
    let system = Submenu::new(app, "Assay", true)?;
    system.append_items(&[
        &PredefinedMenuItem::about(app, None, None)?,
        &PredefinedMenuItem::separator(app)?,
        &PredefinedMenuItem::hide(app, None)?,
        &PredefinedMenuItem::separator(app)?,
        &PredefinedMenuItem::quit(app, None)?,
    ])?;
    let edit = submenu(app, "Edit", UNDO)?;
    edit.append_items(&[
        &PredefinedMenuItem::cut(app, None)?,
        &PredefinedMenuItem::copy(app, None)?,
        &PredefinedMenuItem::paste(app, None)?,
        &PredefinedMenuItem::select_all(app, None)?,
    ])?;
    let view = Submenu::new(app, "View", true)?;
    view.append(&submenu(app, "Theme", THEME)?)?;
    fill(app, &view, ZOOM)?;
    Menu::with_items(
        app,
        &[&system, &submenu(app, "File", FILE)?, &edit, &view, &submenu(app, "Help", HELP)?],
    )
}

fn submenu(app: &AppHandle, words: &str, items: &[Item]) -> tauri::Result<Submenu<Wry>> {
    let submenu = Submenu::new(app, words, true)?;
    fill(app, &submenu, items)?;
    Ok(submenu)
}

fn fill(app: &AppHandle, submenu: &Submenu<Wry>, items: &[Item]) -> tauri::Result<()> {
    for item in items {
        let (id, words, key) = *item;
        let made: Box<dyn IsMenuItem<Wry>> = if *item == SEPARATOR {
            Box::new(PredefinedMenuItem::separator(app)?)
        } else {
            Box::new(MenuItem::with_id(app, id, words, true, key)?)
        };
        submenu.append(&*made)?;
    }
    Ok(())
}

/// Sends the id of the chosen item to the page.
#[expect(clippy::needless_pass_by_value, reason = "the shape that Tauri calls")]
pub fn chosen(app: &AppHandle, event: MenuEvent) {
    // Fails only while the windows are closing, when nobody listens any more.
    let _ = app.emit("menu", event.id().as_ref());
}
