//! Node, the npm packages of a folder, and the built interface.

use std::path::Path;
use std::time::SystemTime;

use anyhow::{Context, Result, bail};

use crate::process::{answer, npm, root, show};

/// The oldest Node that Vite 8 runs on.
const OLDEST: (u32, u32) = (20, 19);

/// How to get a Node that is new enough, wherever npm is.
const HOW_TO_UPDATE: &str = "Get a newer one from nodejs.org or your package manager, \
    or with npm itself: npm install --global node@22";

/// Checks that Node is there and new enough.
pub fn ensure() -> Result<()> {
    let said =
        answer("node", &["--version"]).with_context(|| format!("Node was not found. {HOW_TO_UPDATE}"))?;
    let Some(version) = version(&said) else { bail!("`node --version` said \"{}\"", said.trim()) };
    if version < OLDEST {
        bail!(
            "Node {} is too old: {}.{} or newer is needed. {HOW_TO_UPDATE}",
            said.trim().trim_start_matches('v'),
            OLDEST.0,
            OLDEST.1
        );
    }
    Ok(())
}

/// Major and minor of `v20.19.4`.
fn version(said: &str) -> Option<(u32, u32)> {
    let mut numbers = said.trim().strip_prefix('v')?.split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

/// Installs the packages of a folder by its lock file, unless they are there and no older than it.
pub fn install(folder: &str) -> Result<()> {
    let folder_path = root().join(folder);
    let lock = folder_path.join("package-lock.json");
    let Some(locked) = changed(&lock) else { bail!("{folder}/package-lock.json is missing") };
    // npm writes this file last, so a broken installation has none.
    let installed = changed(&folder_path.join("node_modules/.package-lock.json"));
    if installed.is_some_and(|installed| installed >= locked) {
        return Ok(());
    }
    show(&mut npm(folder, &["ci", "--no-audit", "--no-fund"]))
}

/// Builds the interface, unless it is newer than all it is made from.
pub fn build_interface() -> Result<()> {
    let ui = root().join("ui");
    let built = changed(&ui.join("dist/index.html"));
    // A placeholder that the desktop's build script wrote has no assets beside it.
    let whole = ui.join("dist/assets").is_dir();
    if whole && built.is_some() && newest(&ui) <= built {
        return Ok(());
    }
    show(&mut npm("ui", &["run", "build"]))
}

/// When a file was last changed, if it is there.
fn changed(file: &Path) -> Option<SystemTime> {
    file.metadata().and_then(|metadata| metadata.modified()).ok()
}

/// The latest change below a folder, leaving out what is installed, built or hidden.
fn newest(folder: &Path) -> Option<SystemTime> {
    let entries = std::fs::read_dir(folder).ok()?;
    entries
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name();
            let made = name == "node_modules" || name == "dist" || name.to_string_lossy().starts_with('.');
            let path = entry.path();
            if made {
                None
            } else if path.is_dir() {
                newest(&path)
            } else {
                changed(&path)
            }
        })
        .max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_and_compared() {
        assert_eq!(version("v20.19.4\n"), Some((20, 19)));
        assert_eq!(version("v8"), None);
        assert_eq!(version("20.19.4"), None);
        assert!(version("v18.20.8") < Some(OLDEST));
        assert!(version("v20.18.3") < Some(OLDEST));
        assert!(version("v22.0.0") > Some(OLDEST));
    }

    #[test]
    fn the_latest_change_leaves_out_what_is_built() {
        let folder = std::env::temp_dir().join(format!("assay-newest-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("dist")).unwrap();
        std::fs::create_dir_all(folder.join("src/claims")).unwrap();
        let at = |seconds| SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(seconds);
        for (file, seconds) in [("package.json", 10), ("src/claims/row.ts", 30), ("dist/index.html", 90)] {
            std::fs::File::create(folder.join(file)).unwrap().set_modified(at(seconds)).unwrap();
        }
        assert_eq!(newest(&folder), Some(at(30)));
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(newest(&folder), None);
    }
}
