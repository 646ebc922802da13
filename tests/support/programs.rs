//! Where the built programs are.

use std::path::PathBuf;
use std::process::Command;
use std::sync::Mutex;

use crate::root;

/// The built program of a package, for example `("assay-cli", "assay")`.
///
/// `cargo xtask` builds all programs first and names their folder in `ASSAY_BINARIES`. Without it the program
/// is built here once a test run, so that no test ever runs a stale one.
pub fn program(package: &str, name: &str) -> PathBuf {
    static BUILT: Mutex<Vec<String>> = Mutex::new(Vec::new());
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    if let Some(folder) = std::env::var_os("ASSAY_BINARIES") {
        let path = PathBuf::from(folder).join(file);
        assert!(path.is_file(), "ASSAY_BINARIES is set, but there is no {}", path.display());
        return path;
    }
    // The lock is held while building, so that a second test waits instead of running half a program.
    let mut built = BUILT.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if !built.iter().any(|done| done == name) {
        let status = Command::new(env!("CARGO"))
            .args(["build", "--quiet", "--package", package, "--bin", name])
            .current_dir(root())
            .status()
            .expect("cargo starts");
        assert!(status.success(), "{package} does not build");
        built.push(name.to_owned());
    }
    let own = std::env::current_exe().expect("this test lies somewhere");
    // A test program lies in target/debug/deps, a program in target/debug (or release).
    let folder = own.ancestors().skip(1).find(|folder| !folder.ends_with("deps")).expect("a target folder");
    folder.parent().expect("a target folder").join("debug").join(file)
}

/// The command line, `assay`.
pub fn assay() -> PathBuf {
    program("assay-cli", "assay")
}

/// The browser host.
pub fn assay_web() -> PathBuf {
    program("assay-web", "assay-web")
}

/// The desktop window.
pub fn assay_desktop() -> PathBuf {
    program("assay-desktop", "assay-desktop")
}
