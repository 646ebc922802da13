//! `cargo xtask test`: everything that must hold, in one run.
//!
//! The order keeps a cold run short. What is quick to fail comes first; the interface is built before the
//! desktop, which takes it in; one build of all targets then serves every test, because each later cargo
//! call selects the same packages (`--workspace`) and so the same features.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::needs::Purpose;
use crate::node;
use crate::packages::{chromium, ensure};
use crate::parts::Parts;
use crate::process::{binaries, cargo, find_program, npm};

const FORMAT: &str = "format";
const LINT: &str = "ui-lint";
const TYPES: &str = "ui-types";
const UNIT: &str = "ui-tests";
const INTERFACE: &str = "ui-build";
const CLIPPY: &str = "clippy";
const BUILD: &str = "build";
const RUST: &str = "rust-tests";
const BROWSER: &str = "browser-tests";
const WINDOW: &str = "window-tests";
const ALL: &[&str] = &[FORMAT, LINT, TYPES, UNIT, INTERFACE, CLIPPY, BUILD, RUST, BROWSER, WINDOW];

/// Sets up and runs the named parts and those they stand on, or all; whether every one passed.
pub fn test(wanted: &[String]) -> Result<bool> {
    if let Some(unknown) = wanted.iter().find(|name| !ALL.contains(&name.as_str())) {
        bail!("There is no part \"{unknown}\". The parts: {}", ALL.join(" "));
    }
    let mut parts = Parts::new(&with_ground(wanted));
    if parts.time("set-up", set_up) {
        run_parts(&mut parts)?;
    }
    println!("\n{parts}");
    Ok(parts.all_passed())
}

/// The named parts, and the builds without which they would test what was built some other day.
fn with_ground(wanted: &[String]) -> Vec<String> {
    let mut all = wanted.to_vec();
    if [RUST, BROWSER, WINDOW].iter().any(|name| wanted.iter().any(|wanted| wanted == name)) {
        all.extend([INTERFACE, BUILD].map(str::to_owned));
    }
    all
}

fn set_up() -> Result<()> {
    ensure(Purpose::Tests)?;
    node::ensure()?;
    node::install("ui")?;
    node::install("tests/e2e")
}

fn run_parts(parts: &mut Parts) -> Result<()> {
    let script = |name: &str| vec![npm("ui", &["run", name])];
    parts.run(FORMAT, &[], vec![cargo(&["fmt", "--all", "--check"])]);
    parts.run(LINT, &[], script("lint"));
    parts.run(TYPES, &[], vec![npm("ui", &["run", "check"]), npm("tests/e2e", &["run", "check"])]);
    parts.run(UNIT, &[], script("test"));
    parts.run(INTERFACE, &[], script("build"));

    let clippy = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
    parts.run(CLIPPY, &[], vec![cargo(&clippy)]);
    // This very program is left out: Windows can't replace a program that runs.
    let build = ["build", "--workspace", "--exclude", "xtask", "--all-targets"];
    parts.run(BUILD, &[], vec![cargo(&build)]);

    let programs = binaries("debug")?;
    let with_programs = |mut command: Command| {
        // Tests take the programs just built, and build none themselves.
        command.env("ASSAY_BINARIES", &programs);
        vec![command]
    };
    parts.run(RUST, &[BUILD], with_programs(cargo(&["test", "--workspace", "--no-fail-fast"])));

    if parts.wants(BROWSER) {
        let mut browser = npm("tests/e2e", &["test"]);
        browser.env("ASSAY_CHROMIUM", chromium().context("no Chromium was found")?);
        parts.run(BROWSER, &[INTERFACE, BUILD], with_programs(browser));
    }
    if find_program("WebKitWebDriver").is_some() {
        let window = ["test", "--workspace", "--test", "window", "--", "--ignored"];
        parts.run(WINDOW, &[INTERFACE, BUILD], with_programs(cargo(&window)));
    } else {
        parts.skip(WINDOW, "the window is driven through WebKitWebDriver, which only Linux has");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_bring_the_builds_they_stand_on() {
        assert_eq!(with_ground(&[]), Vec::<String>::new());
        assert_eq!(with_ground(&["format".to_owned()]), ["format"]);
        assert_eq!(with_ground(&["window-tests".to_owned()]), ["window-tests", "ui-build", "build"]);
    }

    #[test]
    fn an_unknown_part_is_refused_before_anything_runs() {
        let error = test(&["windows".to_owned()]).unwrap_err().to_string();
        assert!(error.contains("\"windows\"") && error.contains("window-tests"));
    }
}
