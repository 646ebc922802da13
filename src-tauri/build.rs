//! Prepares the window: which commands its page may call, and a page to compile in.

use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    page()?;
    let commands = tauri_build::AppManifest::new().commands(&["call"]);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands))?;
    Ok(())
}

/// The window's page is compiled in. Where it has not been built yet, a placeholder lets `cargo check` work.
fn page() -> std::io::Result<()> {
    let dist = Path::new("../ui/dist");
    let index = dist.join("index.html");
    if !index.exists() {
        std::fs::create_dir_all(dist)?;
        std::fs::write(index, PLACEHOLDER)?;
    }
    println!("cargo::rerun-if-changed=../ui/dist");
    Ok(())
}

const PLACEHOLDER: &str = "<!doctype html><title>Assay</title>\
    <p>The interface is not built yet. “cargo xtask run” builds it.</p>\n";
