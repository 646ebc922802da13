//! Starting other programs, and where things are in this tree.

use std::collections::VecDeque;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};

/// The top folder of the project.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(3).unwrap_or(here).to_owned()
}

/// The cargo that runs this task, started in the top folder.
pub fn cargo(arguments: &[&str]) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(arguments).current_dir(root());
    command
}

/// npm in a folder below the top one.
pub fn npm(folder: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.args(arguments).current_dir(root().join(folder));
    command
}

/// How many lines of what a failed command printed last are told again.
const LAST_LINES: usize = 12;

/// Shows the command, runs it with its output shown as it comes, and fails if it does.
/// Without a person before the screen, the error ends with the last lines that the command printed: of a long
/// record often only the end is kept, and a failure in its middle would be lost.
pub fn show(command: &mut Command) -> Result<()> {
    println!("$ {}", words(command));
    let (status, last) = if unattended() { pass_on(command) } else { command.status().map(plain) }
        .with_context(|| format!("{} could not be started", command.get_program().display()))?;
    if !status.success() {
        let mut told = format!("`{}` failed ({status})", words(command));
        for line in last {
            told.push('\n');
            told.push_str(&line);
        }
        bail!(told);
    }
    Ok(())
}

const fn plain(status: ExitStatus) -> (ExitStatus, VecDeque<String>) {
    (status, VecDeque::new())
}

/// Runs the command and passes on what it prints, both streams in one; how it ended and its last lines.
fn pass_on(command: &mut Command) -> io::Result<(ExitStatus, VecDeque<String>)> {
    let (reader, writer) = io::pipe()?;
    let mut child = command.stdout(writer.try_clone()?).stderr(writer).spawn()?;
    // The command holds the writing ends too: until they are closed, reading would never end.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut last = VecDeque::new();
    for line in BufReader::new(reader).split(b'\n') {
        let line = String::from_utf8_lossy(&line?).trim_end().to_owned();
        println!("{line}");
        if !line.is_empty() {
            last.push_back(line);
        }
        if last.len() > LAST_LINES {
            last.pop_front();
        }
    }
    Ok((child.wait()?, last))
}

/// What the command printed, if it ran and was content.
pub fn answer(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The command as one would type it.
pub fn words(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str()).to_string_lossy();
    let arguments = command.get_args().map(std::ffi::OsStr::to_string_lossy);
    std::iter::once(name).chain(arguments).collect::<Vec<_>>().join(" ")
}

/// Where a program lies on the search path.
pub fn find_program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .flat_map(|folder| {
            [folder.join(name), folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX))]
        })
        .find(|file| file.is_file())
}

/// The folder that cargo puts the programs of a profile in: this very program lies in that of `debug`.
pub fn binaries(profile: &str) -> Result<PathBuf> {
    let own = std::env::current_exe().context("where this program lies is not known")?;
    let target = own.ancestors().nth(2).context("this program lies outside a target folder")?;
    Ok(target.join(profile))
}

/// A program of ours in such a folder.
pub fn binary(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// Whether an environment variable is set to something.
pub fn is_set(variable: &str) -> bool {
    std::env::var_os(variable).is_some_and(|value| !value.is_empty())
}

/// Whether this is a run without a person, as continuous integration sets it.
pub fn unattended() -> bool {
    std::env::var("CI").is_ok_and(|value| value == "true" || value == "1")
}

/// A time as people read it: `0.4 s`, `12.3 s`, `4 min 05 s`.
pub fn readable(time: Duration) -> String {
    if time < Duration::from_mins(1) {
        return format!("{:.1} s", time.as_secs_f64());
    }
    format!("{} min {:02} s", time.as_secs() / 60, time.as_secs() % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_top_folder_holds_the_workspace() {
        assert!(root().join("Cargo.lock").is_file());
        assert!(root().join("src-tauri/crates/xtask").is_dir());
    }

    #[cfg(unix)]
    #[test]
    fn what_is_passed_on_ends_with_the_last_lines_printed() {
        let mut prints = Command::new("sh");
        prints.args(["-c", "for n in $(seq 40); do echo $n; done; echo wrong >&2; exit 3"]);
        let (status, last) = pass_on(&mut prints).unwrap();
        assert_eq!(status.code(), Some(3));
        assert_eq!(last.len(), LAST_LINES);
        assert!(last.iter().rev().take(2).eq(["wrong", "40"]));
    }

    #[test]
    fn times_read_well() {
        assert_eq!(readable(Duration::from_millis(420)), "0.4 s");
        assert_eq!(readable(Duration::from_secs(245)), "4 min 05 s");
    }

    #[test]
    fn a_program_is_found_or_not() {
        assert!(find_program("cargo").is_some());
        assert_eq!(find_program("no-such-program-anywhere"), None);
    }
}
