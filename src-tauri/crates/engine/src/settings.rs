//! A person's own settings: their name, and how windows look. They belong to the person, not to a workspace.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Code, Error, Result};

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the system is.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// A person's settings. A file that is missing or cannot be read gives the defaults.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Settings {
    /// The person's name, as history and sign-offs show it; none until they have given it.
    pub name: Option<String>,
    /// Their initials, if not those of the name.
    pub initials: Option<String>,
    /// Light or dark.
    pub theme: Theme,
    /// Width of the inspector in pixels, if it was dragged.
    pub inspector_width: Option<u32>,
    /// Single-letter keys do something.
    pub single_keys: SingleKeys,
}

/// Whether single-letter keys do something (WCAG 2.1.4 wants them to be optional).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum SingleKeys {
    /// They do.
    #[default]
    On,
    /// They do not.
    Off,
}

impl Settings {
    /// The settings of this user.
    pub fn load() -> Self {
        path()
            .and_then(|p| std::fs::read(p).ok())
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    /// Keeps the settings.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn save(&self) -> Result<()> {
        let refused = || {
            Error::new(Code::CannotWrite, "The settings could not be saved.")
                .hint("Check that you may write to your configuration folder.")
        };
        let path = path().ok_or_else(refused)?;
        let folder = path.parent().ok_or_else(refused)?;
        let bytes = serde_json::to_vec_pretty(self).map_err(|_| refused())?;
        std::fs::create_dir_all(folder).map_err(|_| refused())?;
        crate::exporting::write_whole(&path, &bytes).map_err(|_| refused())
    }

    /// The name to work under: the one given, `ASSAY_PERSON`, the system's user name, or “Checker”.
    pub fn person(&self) -> String {
        let variable = |name: &str| std::env::var(name).ok();
        let names = [self.name.clone(), variable("ASSAY_PERSON"), variable("USER"), variable("USERNAME")];
        let given = names.into_iter().flatten().map(|n| n.trim().to_owned()).find(|n| !n.is_empty());
        given.unwrap_or_else(|| "Checker".to_owned())
    }
}

fn path() -> Option<PathBuf> {
    Some(dirs::config_dir()?.join("assay").join("settings.json"))
}
