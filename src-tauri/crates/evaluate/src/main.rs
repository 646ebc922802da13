//! Scores the finder on annotated sets and prints its figures beside its aims and its peers'.
//!
//! The sets are no part of this repository: `--data FOLDER` says where they are.
#![allow(clippy::print_stdout, reason = "a report is written to standard output")]

mod cases;
mod checkworthy;
mod claims;
mod linear;
mod pairs;
mod periods;
mod quantities;
mod report;
mod sentences;
mod sets;
mod times;
mod train;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::report::Report;

/// A part of the report: its name, and what makes its rows.
type Part = (&'static str, fn(&std::path::Path, &mut Report) -> Result<()>);

const PARTS: [Part; 7] = [
    ("sentences", sentences::report),
    ("times", times::report),
    ("quantities", quantities::report),
    ("cases", cases::report),
    ("checkworthy", checkworthy::report),
    ("claims", claims::report),
    ("pairs", pairs::report),
];

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let mut data: Option<PathBuf> = std::env::var_os("ASSAY_DATA").map(PathBuf::from);
    let mut wanted: Vec<String> = Vec::new();
    let mut errors = 0;
    let mut weights: Option<PathBuf> = None;
    let mut likeness = false;
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--data" => data = arguments.next().map(PathBuf::from),
            "--errors" => errors = arguments.next().context("--errors wants a number")?.parse()?,
            "--train" => weights = Some(arguments.next().context("--train wants a file to write")?.into()),
            "--learn-likeness" => likeness = true,
            name if PARTS.iter().any(|(part, _)| *part == name) => wanted.push(name.to_owned()),
            other => {
                bail!("There is no part \"{other}\". Parts: {}.", PARTS.map(|(name, _)| name).join(", "))
            }
        }
    }
    let data = data.context("Say where the sets are: --data FOLDER, or ASSAY_DATA.")?;
    if let Some(file) = weights {
        return train::write(&data, &file);
    }
    if likeness {
        println!("{}", pairs::weights(&data)?);
        return Ok(());
    }
    let mut report = Report::new(errors);
    for (name, part) in PARTS {
        if wanted.is_empty() || wanted.iter().any(|w| w == name) {
            part(&data, &mut report).with_context(|| format!("scoring {name}"))?;
        }
    }
    report.print();
    Ok(())
}
