//! The window as a person has it, without WebKit's driver: under the driver a page can't print. Keys reach it through the
//! display.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::process::{Display, Process};
use crate::{Workspace, programs};

/// A window and its display. Dropping it ends both.
pub struct Bare {
    _app: Process,
    display: Display,
}

impl Bare {
    /// Opens the workspace and gives the keyboard to the window. `answers` is the file of answers to dialogs.
    pub fn open(workspace: &Workspace, answers: &Path) -> Result<Self> {
        let display = Display::start()?;
        let mut command = Command::new(programs::assay_desktop());
        command
            .envs(workspace.environment())
            .env("DISPLAY", &display.name)
            .env("GDK_BACKEND", "x11")
            .env("ASSAY_TEST_DIALOG_ANSWERS", answers)
            .env("NO_AT_BRIDGE", "1")
            // On the bus of the person's own session the window would meet their running Assay.
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .env_remove("WAYLAND_DISPLAY");
        let bare = Self { _app: Process::start(&mut command)?, display };
        // There is no window manager to give it the keyboard.
        bare.xdotool(&["search", "--sync", "--onlyvisible", "--name", "Assay", "windowfocus", "--sync"])?;
        Ok(bare)
    }

    /// Presses keys one after the other, by the names of the display: `g`, `Return`, `ctrl+p`.
    pub fn press(&self, keys: &[&str]) -> Result<()> {
        self.xdotool(&[&["key", "--delay", "200"], keys].concat())
    }

    fn xdotool(&self, arguments: &[&str]) -> Result<()> {
        // A window that never opens would be waited for without end.
        let mut command = Command::new("timeout");
        command.arg("30").arg("xdotool").args(arguments).env("DISPLAY", &self.display.name);
        let output = command.output().context("xdotool could not be started")?;
        ensure!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        Ok(())
    }
}
