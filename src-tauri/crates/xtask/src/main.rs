//! `cargo xtask`: set up, run, test, measure.
//!
//! It needs nothing but Rust to start, so it is what a newcomer runs first. What else the machine lacks it
//! finds and installs itself (`needs.rs`, `packages.rs`, `node.rs`).
#![allow(clippy::print_stdout, reason = "a task says what it does on standard output")]

mod measure;
mod needs;
mod node;
mod packages;
mod parts;
mod process;
mod run;
mod test;
mod typescript;

use std::process::ExitCode;

const HELP: &str = "\
Set up, run, test and measure Assay.

Usage: cargo xtask TASK

Tasks:
  run [--release] [--terminal] [-- ARGUMENTS]
                   Set up, build, and open the window. Where there is no display, or with --terminal,
                   do the main job on the terminal instead. ARGUMENTS go to the window.
  test [PART …]    Set up, then check and test everything, or only the named parts and
                   what they stand on.
  bench [NAME …]   Run the benchmarks and print their figures.
  evaluate --data FOLDER [--errors N] [PART …]
                   Score the finder on annotated sets, beside its aims and its peers.
  train --data FOLDER
                   Train the model of check-worthiness and write its weights into the source.
  soak [NAME …]    Run the long runs (kills, full sizes) and print their figures. Takes hours.
  typescript       Write ui/src/backend/generated.ts from the command list.

System packages that are missing are installed after a question, or without one as root or with CI=true.
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let task = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    let outcome = match task.as_str() {
        "run" => run::run(&rest),
        "test" => match test::test(&rest) {
            Ok(true) => Ok(()),
            // The table that says what failed stays the last thing printed.
            Ok(false) => return ExitCode::FAILURE,
            Err(error) => Err(error),
        },
        "bench" => measure::measure("bench", &rest),
        "train" => measure::train(&rest),
        "evaluate" => measure::evaluate(&rest),
        "soak" => measure::measure("soak", &rest),
        "typescript" => typescript::write(),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        other => {
            if !other.is_empty() {
                eprintln!("There is no task \"{other}\".\n");
            }
            eprint!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}
