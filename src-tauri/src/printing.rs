//! The page on paper, from WebKitGTK: it heeds no margins of the page's style sheet, and its own are those of the narrowest
//! printer. The other engines need nothing of this.

use std::path::Path;

use gtk::{PageSetup, PrintSettings, Unit};
use tauri::WebviewWindow;
use webkit2gtk::{PrintOperation, PrintOperationExt, WebViewExt};

use crate::answers;
use crate::host::laid_down;

/// The margins of `@page` in `print.css`, millimetres: top, right, bottom, left.
const MARGINS: [f64; 4] = [18.0, 16.0, 18.0, 12.0];

/// Gives the window's pages margins, before the system's dialog asks where they go.
pub fn set_up(window: &WebviewWindow) -> tauri::Result<()> {
    window.with_webview(|webview| {
        webview.inner().connect_print(|_, operation| {
            operation.set_page_setup(&page());
            let Some(file) = laid_down() else { return false };
            // In a test no one sees the dialog, so its answer is the file to print to.
            if let Some([file]) = answers::take(&file).as_deref() {
                print_to(operation, file);
            }
            true
        });
    })
}

fn page() -> PageSetup {
    let [top, right, bottom, left] = MARGINS;
    let page = PageSetup::new();
    page.set_top_margin(top, Unit::Mm);
    page.set_right_margin(right, Unit::Mm);
    page.set_bottom_margin(bottom, Unit::Mm);
    page.set_left_margin(left, Unit::Mm);
    page
}

fn print_to(operation: &PrintOperation, file: &Path) {
    let Ok(uri) = gtk::glib::filename_to_uri(file, None) else { return };
    let settings = PrintSettings::new();
    // GTK's own name of the printer that is a file.
    settings.set_printer("Print to File");
    settings.set("output-uri", Some(&uri));
    settings.set("output-file-format", Some("pdf"));
    operation.set_print_settings(&settings);
    // It must live until all pages are drawn; in a test it may stay longer.
    let kept = operation.clone();
    operation.connect_finished(move |_| drop(kept.clone()));
    operation.print();
}
