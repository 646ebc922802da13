//! Makes edits without end, for a test that kills it: each gives claim 1 a tag of its own, and is acknowledged by its
//! number on standard output once the engine has returned.
//!
//! `edits WORKSPACE FIRST`, where FIRST is the number to begin with.
#![allow(clippy::print_stdout, reason = "its acknowledgements are what it is for")]

use std::io::{Write, stdout};
use std::path::Path;

use anyhow::{Context, Result};
use assay_engine::{ClaimPatch, Workspace};

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().context("name the workspace")?;
    let first: u64 = arguments.next().context("name the first number")?.parse()?;
    let workspace = Workspace::open(Path::new(&file))?;
    for number in first.. {
        let patch = ClaimPatch { add_tags: vec![format!("edit-{number}")], ..ClaimPatch::default() };
        workspace.edit_claims(&[1], &patch)?;
        println!("{number}");
        stdout().flush()?;
    }
    Ok(())
}
