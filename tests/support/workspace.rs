//! A workspace file, and all the folders of a user, in a temporary folder of their own.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::programs;

/// The time that every program under test takes for now.
pub const NOW: &str = "2026-11-23T13:42:00Z";

/// A temporary home: nothing of the person who runs the tests is read or written, and it is gone when dropped.
pub struct Workspace {
    folder: TempDir,
    name: String,
}

impl Default for Workspace {
    fn default() -> Self {
        Self::new()
    }
}

impl Workspace {
    /// A home whose workspace file, `test.assay`, is not there yet.
    pub fn new() -> Self {
        Self::named("test")
    }

    /// The same with another name, from which the references of its claims get their letters.
    pub fn named(name: &str) -> Self {
        let folder = tempfile::Builder::new().prefix("assay-test-").tempdir().expect("a temporary folder");
        for (_, below) in HOMES {
            std::fs::create_dir_all(folder.path().join(below)).expect("the folders of a user");
        }
        Self { folder, name: format!("{name}.assay") }
    }

    /// The temporary folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The workspace file.
    pub fn file(&self) -> PathBuf {
        self.folder().join(&self.name)
    }

    /// Writes a file beside the workspace.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder().join(name);
        std::fs::write(&path, content).expect("a file in the temporary folder");
        path
    }

    /// The environment that ties a program to this home, with a fixed clock and zone.
    pub fn environment(&self) -> Vec<(&'static str, OsString)> {
        let homes = HOMES.iter().map(|(variable, below)| (*variable, self.folder().join(below).into()));
        let fixed = [
            ("ASSAY_WORKSPACE", self.file().into()),
            ("ASSAY_CLOCK", NOW.into()),
            ("TZ", "UTC".into()),
            ("LANG", "C.UTF-8".into()),
            ("LC_ALL", "C.UTF-8".into()),
        ];
        homes.chain(fixed).collect()
    }

    /// The command line on this workspace.
    pub fn assay(&self) -> assert_cmd::Command {
        let mut command = assert_cmd::Command::new(programs::assay());
        command.current_dir(self.folder()).envs(self.environment());
        command
    }
}

/// The folders of a user that programs look up by variable, and where they are below the temporary one.
const HOMES: &[(&str, &str)] = &[
    ("HOME", "home"),
    ("XDG_DATA_HOME", "home/data"),
    ("XDG_CONFIG_HOME", "home/config"),
    ("XDG_CACHE_HOME", "home/cache"),
    ("XDG_STATE_HOME", "home/state"),
    ("XDG_RUNTIME_DIR", "home/run"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_home_is_whole_apart_and_gone_afterwards() {
        let (one, two) = (Workspace::new(), Workspace::named("desk"));
        assert_ne!(one.folder(), two.folder());
        assert!(!one.file().exists());
        assert!(two.file().ends_with("desk.assay"));
        for (variable, value) in one.environment() {
            let path = PathBuf::from(&value);
            assert!(!path.is_absolute() || path.starts_with(one.folder()), "{variable} leads out");
        }
        let written = one.write("article.txt", "text");
        assert_eq!(std::fs::read_to_string(&written).unwrap(), "text");
        drop(one);
        assert!(!written.exists());
    }
}
