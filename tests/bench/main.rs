//! `cargo xtask bench [NAME …]`: what things cost, each beside a reference measured in the same run, since the
//! machine's own speed changes from one hour to the next.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a measuring program"
)]

mod articles;
mod claims;
mod filling;
mod floor;
mod ledger;
mod measure;
mod reference;
mod texts;

use std::process::ExitCode;

use measure::Table;

/// A benchmark adds its rows to the table.
type Benchmark = fn(&mut Table);

/// All benchmarks by name; the last only if it is named, since it takes minutes.
const BENCHMARKS: &[(&str, Benchmark)] = &[
    ("disk", reference::disk),
    ("edit", claims::edit),
    ("list", claims::list),
    ("filling", filling::filling),
    ("ledger", ledger::ledger),
    ("find", finding),
    ("growth", texts::growth),
    ("import", texts::import),
    ("million", ledger::million),
];

/// Runs the program that measures the finder; it prints its own rows.
fn finding(_: &mut Table) {
    let program = std::env::current_exe().expect("this program").with_file_name("bench-finder");
    let ended =
        std::process::Command::new(program).status().expect("bench-finder stands beside this program");
    assert!(ended.success(), "the finder was measured");
}

fn main() -> ExitCode {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    if let Some(unknown) = wanted.iter().find(|name| !BENCHMARKS.iter().any(|(known, _)| known == name)) {
        eprintln!("There is no benchmark \"{unknown}\". The benchmarks:");
        for (name, _) in BENCHMARKS {
            eprintln!("  {name}");
        }
        return ExitCode::from(2);
    }
    let mut table = Table::default();
    for (name, benchmark) in BENCHMARKS {
        if wanted.is_empty() && *name != "million" || wanted.iter().any(|wanted| wanted == name) {
            println!("Measuring {name} …");
            benchmark(&mut table);
        }
    }
    println!("\n{table}");
    ExitCode::SUCCESS
}
