//! What the tests from outside share: a workspace of their own each, the programs just built, and the window.
//!
//! A test set-up that breaks can only fail its test, so most of this panics, with the cause.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "test code"
)]

pub mod hostile;
pub mod hostile_queries;
pub mod large_ledger;
pub mod programs;
pub mod window;
pub mod workspace;

pub use window::Window;
pub use workspace::Workspace;

use std::path::{Path, PathBuf};

/// The top folder of the project.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests lie in the project").to_owned()
}

/// The sample article that ships in the app.
pub fn sample_article() -> PathBuf {
    root().join("src-tauri/crates/engine/sample-article.txt")
}
