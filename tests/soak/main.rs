//! `cargo xtask soak [NAME …]`: the long runs, at full size, with their figures.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a measuring program"
)]

mod finder;
mod kills;
mod ledger;
mod queries;

use std::process::ExitCode;
use std::time::Instant;

/// A long run panics with the cause when something does not hold, and gives its figures otherwise.
type LongRun = fn() -> String;

/// All long runs by name.
const RUNS: &[(&str, LongRun)] = &[
    ("finder", finder::finder),
    ("kills", kills::kills),
    ("ledger", ledger::ledger),
    ("queries", queries::queries),
];

fn main() -> ExitCode {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    if let Some(unknown) = wanted.iter().find(|name| !RUNS.iter().any(|(known, _)| known == name)) {
        eprintln!("There is no long run \"{unknown}\". The long runs:");
        for (name, _) in RUNS {
            eprintln!("  {name}");
        }
        return ExitCode::from(2);
    }
    for (name, run) in RUNS {
        if wanted.is_empty() || wanted.iter().any(|wanted| wanted == name) {
            let start = Instant::now();
            let figures = run();
            println!("{name}: {figures}; {:.0} s", start.elapsed().as_secs_f64());
        }
    }
    ExitCode::SUCCESS
}
