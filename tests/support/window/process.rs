//! Processes that end with the test, and the display among them.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};

/// A process and all that it starts, ended when this is dropped.
pub struct Process {
    child: Child,
}

impl Process {
    /// Starts the command at the head of a process group of its own.
    pub fn start(command: &mut Command) -> Result<Self> {
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(command, 0);
        let name = command.get_program().display().to_string();
        let child = command
            .stdin(Stdio::null())
            .spawn()
            .with_context(|| format!("{name} could not be started; `cargo xtask test` installs it"))?;
        Ok(Self { child })
    }

    /// Whether it has ended by itself.
    pub fn has_ended(&mut self) -> bool {
        !matches!(self.child.try_wait(), Ok(None))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // The window is a child of the driver, and WebKit's processes are children of the window: the signal
        // goes to the whole group.
        let group = format!("-{}", self.child.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A display of its own, seen by nobody.
pub struct Display {
    _server: Process,
    /// What `DISPLAY` must be, such as `:3`.
    pub name: String,
}

impl Display {
    /// Starts Xvfb on whichever number is free; it picks one itself, so that tests never collide.
    pub fn start() -> Result<Self> {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"]);
        let mut server = Process::start(command.stdout(Stdio::piped()).stderr(Stdio::null()))?;
        let output = server.child.stdout.take().context("Xvfb has no output")?;
        let mut number = String::new();
        BufReader::new(output).read_line(&mut number)?;
        if number.trim().is_empty() {
            bail!("Xvfb found no free display");
        }
        Ok(Self { _server: server, name: format!(":{}", number.trim()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_ends_with_all_that_it_started() {
        let mut command = Command::new("sh");
        command.args(["-c", "sleep 600 & echo $!; wait"]).stdout(Stdio::piped());
        let mut shell = Process::start(&mut command).unwrap();
        let mut grandchild = String::new();
        BufReader::new(shell.child.stdout.take().unwrap()).read_line(&mut grandchild).unwrap();
        let alive = || {
            let state = std::fs::read_to_string(format!("/proc/{}/stat", grandchild.trim()));
            // A killed process that nobody has waited for yet is a zombie.
            state.is_ok_and(|state| !state.contains(") Z "))
        };
        if !cfg!(target_os = "linux") {
            return;
        }
        assert!(alive());
        assert!(!shell.has_ended());
        drop(shell);
        let end = std::time::Instant::now() + std::time::Duration::from_secs(5);
        while alive() && std::time::Instant::now() < end {
            std::thread::yield_now();
        }
        assert!(!alive());
    }
}
