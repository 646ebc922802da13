//! `cargo xtask run`: from a fresh clone to the window, or to the same job on the terminal.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::needs::Purpose;
use crate::node;
use crate::packages::ensure;
use crate::process::{binaries, binary, cargo, is_set, root, show};

/// Sets up, builds, and opens the window; without a display, does the main job on the terminal.
pub fn run(arguments: &[String]) -> Result<()> {
    let mut release = false;
    let mut terminal = !has_display();
    let mut rest = arguments.iter();
    for argument in rest.by_ref() {
        match argument.as_str() {
            "--release" => release = true,
            "--terminal" => terminal = true,
            "--" => break,
            other => bail!("run knows --release, --terminal and --, not \"{other}\""),
        }
    }
    if terminal { in_terminal(release) } else { in_window(release, rest.as_slice()) }
}

fn has_display() -> bool {
    cfg!(any(target_os = "macos", windows)) || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

fn in_window(release: bool, arguments: &[String]) -> Result<()> {
    ensure(Purpose::Window)?;
    node::ensure()?;
    node::install("ui")?;
    node::build_interface()?;
    build("assay-desktop", release)?;
    let program = built("assay-desktop", release)?;
    println!("Opening the window. Close it to come back here.");
    show(Command::new(program).args(arguments).current_dir(root()))
}

/// The main job without a window: import the sample, list its claims, export them.
fn in_terminal(release: bool) -> Result<()> {
    println!("There is no display here, so this does the main job on the terminal: no Node, no WebKit.");
    ensure(Purpose::Terminal)?;
    build("assay-cli", release)?;
    let assay = built("assay", release)?;

    let sample = root().join("src-tauri/crates/engine/sample-article.txt");
    let folder = std::env::temp_dir().join(format!("assay-sample-{}", std::process::id()));
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("the folder {} could not be made", folder.display()))?;
    let workspace = folder.join("sample.assay");
    let exported = folder.join("claims.json");
    let call = |arguments: &[&str], file: Option<&Path>| {
        println!();
        show(Command::new(&assay).arg("--workspace").arg(&workspace).args(arguments).args(file))
    };
    call(&["init"], None)?;
    call(&["import"], Some(&sample))?;
    call(&["claims"], None)?;
    call(&["export", "--all", "--format", "json", "-o"], Some(&exported))?;
    if !exported.is_file() {
        bail!("the export wrote no file at {}", exported.display());
    }
    println!("\nThe workspace:  {}", workspace.display());
    println!("The export:     {}", exported.display());
    println!("More to do:     {} --workspace {} --help", assay.display(), workspace.display());
    println!(
        "The window:     run `cargo xtask run` where DISPLAY or WAYLAND_DISPLAY is set, or over `ssh -X`;\n\
         \x20               with no screen at all, `xvfb-run cargo xtask run` opens it unseen."
    );
    Ok(())
}

fn build(package: &str, release: bool) -> Result<()> {
    let mut command = cargo(&["build", "-p", package]);
    if release {
        command.arg("--release");
    }
    show(&mut command)
}

fn built(name: &str, release: bool) -> Result<std::path::PathBuf> {
    Ok(binary(&binaries(if release { "release" } else { "debug" })?, name))
}
