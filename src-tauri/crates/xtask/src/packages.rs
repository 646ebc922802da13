//! Installing the system packages that the machine lacks.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use crate::needs::{CHROMIUM, NEEDS, Need, Purpose};
use crate::process::{answer, find_program, show, unattended, words};

/// A package manager that this project knows how to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Installer {
    Apt,
    Dnf,
    Pacman,
    Brew,
}

impl Installer {
    fn of_this_machine() -> Option<Self> {
        let known =
            [("apt-get", Self::Apt), ("dnf", Self::Dnf), ("pacman", Self::Pacman), ("brew", Self::Brew)];
        known.into_iter().find(|(program, _)| find_program(program).is_some()).map(|(_, installer)| installer)
    }

    fn names(self, need: &Need) -> &'static str {
        match self {
            Self::Apt => need.apt,
            Self::Dnf => need.dnf,
            Self::Pacman => need.pacman,
            Self::Brew => "",
        }
    }

    fn install_words(self) -> &'static [&'static str] {
        match self {
            Self::Apt => &[
                "apt-get",
                "install",
                "--yes",
                "--no-install-recommends",
                // Another apt at work is waited for, a broken download tried again.
                "-o",
                "DPkg::Lock::Timeout=300",
                "-o",
                "Acquire::Retries=3",
            ],
            Self::Dnf => &["dnf", "install", "--assumeyes"],
            Self::Pacman => &["pacman", "-S", "--needed", "--noconfirm"],
            Self::Brew => &["brew", "install"],
        }
    }

    /// Fetches the list of packages, where that is a step of its own.
    fn refresh(self, as_root: bool) -> Result<()> {
        match self {
            Self::Apt => show(&mut privileged(as_root, &["apt-get", "update", "-o", "Acquire::Retries=3"])),
            Self::Dnf | Self::Pacman | Self::Brew => Ok(()),
        }
    }

    /// Of names parted by `|`, the first that this release has.
    fn choose(self, names: &'static str) -> &'static str {
        let has = |name: &&str| match self {
            Self::Apt => answer("apt-cache", &["show", name]).is_some_and(|text| !text.trim().is_empty()),
            Self::Dnf => answer("dnf", &["--quiet", "info", name]).is_some(),
            Self::Pacman => answer("pacman", &["-Si", name]).is_some(),
            Self::Brew => true,
        };
        let mut candidates = names.split('|');
        let first = candidates.next().unwrap_or(names);
        if first == names || has(&first) { first } else { candidates.find(has).unwrap_or(first) }
    }
}

/// A command run as root: as it stands if we are, through sudo otherwise.
fn privileged(as_root: bool, words: &[&str]) -> Command {
    let [program, arguments @ ..] = words else { return Command::new("true") };
    let mut command = if as_root { Command::new(program) } else { Command::new("sudo") };
    if !as_root {
        // Without a person a question for the password would wait for ever. The variable is passed by word,
        // since sudo drops the environment.
        command.args(if unattended() { &["-n"][..] } else { &[] });
        command.args(["env", "DEBIAN_FRONTEND=noninteractive", program]);
    }
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn missing(purpose: Purpose) -> Vec<&'static Need> {
    NEEDS.iter().filter(|need| need.from <= purpose && !need.probe.holds()).collect()
}

/// Finds what the machine lacks for this purpose and installs it: without a question as root or when nobody is
/// there to answer (`CI=true`), after one otherwise.
pub fn ensure(purpose: Purpose) -> Result<()> {
    if !cfg!(target_os = "linux") {
        return ensure_elsewhere(purpose);
    }
    let lacking = missing(purpose);
    if lacking.is_empty() {
        return Ok(());
    }
    println!("This machine lacks:");
    for need in &lacking {
        println!("  {}", need.what);
    }
    let Some(installer) = Installer::of_this_machine() else {
        bail!("No apt, dnf or pacman was found to install it with: install it by hand, then run this again.");
    };
    let as_root = answer("id", &["-u"]).is_some_and(|id| id.trim() == "0");
    let wanted: Vec<&'static str> = lacking.iter().map(|need| installer.names(need)).collect();
    let choose = || wanted.iter().map(|names| installer.choose(names)).collect::<Vec<_>>();
    consent(installer, as_root, &choose())?;

    if let Err(error) = installer.refresh(as_root) {
        // One dead source among several is no reason to stop: what is missing shows below.
        println!("{error:#}; going on with the package lists at hand.");
    }
    // Chosen anew, now that the lists are fresh.
    let names = choose();
    let mut refused = Vec::new();
    if install(installer, as_root, &names).is_err() {
        println!("Trying one package at a time, to see which one it is.");
        refused =
            names.iter().copied().filter(|name| install(installer, as_root, &[name]).is_err()).collect();
    }
    let still: Vec<&str> = missing(purpose).iter().map(|need| need.what).collect();
    if still.is_empty() {
        return Ok(());
    }
    let by_hand = if refused.is_empty() { &names } else { &refused };
    bail!(
        "Still missing: {}.\nCould not be installed: {}.\nBy hand: {}{} {}",
        still.join(", "),
        by_hand.join(", "),
        if as_root { "" } else { "sudo " },
        installer.install_words().join(" "),
        by_hand.join(" ")
    );
}

fn install(installer: Installer, as_root: bool, names: &[&str]) -> Result<()> {
    show(&mut privileged(
        as_root || installer == Installer::Brew,
        &[installer.install_words(), names].concat(),
    ))
}

/// macOS and Windows bring their own web view; only Node and a Chromium are asked for.
fn ensure_elsewhere(purpose: Purpose) -> Result<()> {
    let mut lacking = Vec::new();
    if purpose >= Purpose::Window && find_program("node").is_none() {
        lacking.push(("Node", "node"));
    }
    if purpose >= Purpose::Tests && chromium().is_none() {
        lacking.push(("Chrome or Chromium", "google-chrome"));
    }
    if lacking.is_empty() {
        return Ok(());
    }
    let things: Vec<&str> = lacking.iter().map(|(what, _)| *what).collect();
    let names: Vec<&str> = lacking.iter().map(|(_, name)| *name).collect();
    println!("This machine lacks: {}", things.join(", "));
    if Installer::of_this_machine() != Some(Installer::Brew) {
        bail!("Install {} by hand, then run this again.", things.join(" and "));
    }
    consent(Installer::Brew, true, &names)?;
    install(Installer::Brew, true, &names)
}

fn consent(installer: Installer, as_root: bool, names: &[&str]) -> Result<()> {
    if unattended() || (as_root && installer != Installer::Brew) {
        return Ok(());
    }
    let command = privileged(as_root, &[installer.install_words(), names].concat());
    let by_hand = words(&command);
    if !std::io::stdin().is_terminal() {
        bail!("Nobody can be asked here. Install it by hand, or set CI=true:\n  {by_hand}");
    }
    print!("Install it with this command? [y/N]\n  {by_hand}\n> ");
    std::io::stdout().flush()?;
    let mut reply = String::new();
    std::io::stdin().read_line(&mut reply)?;
    if !matches!(reply.trim(), "y" | "Y" | "yes") {
        bail!("Nothing was installed. Install it by hand, then run this again:\n  {by_hand}");
    }
    Ok(())
}

/// The Chromium that the browser tests drive.
pub fn chromium() -> Option<PathBuf> {
    let on_path = CHROMIUM.iter().find_map(|name| find_program(name));
    let applications = [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "C:/Program Files/Google/Chrome/Application/chrome.exe",
    ];
    on_path.or_else(|| applications.map(PathBuf::from).into_iter().find(|file| file.is_file()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_need_has_a_package_on_every_linux() {
        for need in NEEDS {
            for installer in [Installer::Apt, Installer::Dnf, Installer::Pacman] {
                assert!(!installer.names(need).is_empty(), "{} has no package for {installer:?}", need.what);
            }
        }
    }

    #[test]
    fn a_lone_name_is_chosen_without_asking_the_package_manager() {
        assert_eq!(Installer::Apt.choose("no-such-package-anywhere"), "no-such-package-anywhere");
    }

    #[test]
    fn root_needs_no_sudo_and_nobody_is_asked_for_a_package_choice() {
        let words_as_root = words(&privileged(true, &["apt-get", "update"]));
        assert_eq!(words_as_root, "apt-get update");
        let words_as_user = words(&privileged(false, &["apt-get", "update"]));
        assert!(words_as_user.starts_with("sudo "));
        assert!(words_as_user.ends_with("env DEBIAN_FRONTEND=noninteractive apt-get update"));
    }
}
