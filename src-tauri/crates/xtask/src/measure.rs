//! Benchmarks and long runs: programs of the test package, built as a release is.

use anyhow::Result;

use crate::needs::Purpose;
use crate::packages::ensure;
use crate::process::{binaries, binary, cargo, show};

/// Builds and runs one of them (`bench` or `soak`) with the command line beside it.
pub fn measure(program: &str, arguments: &[String]) -> Result<()> {
    ensure(Purpose::Terminal)?;
    // One build for both, so that what they share is compiled once.
    show(&mut cargo(&["build", "--release", "-p", "assay-cli", "-p", "assay-tests", "--bins"]))?;
    let release = binaries("release")?;
    let mut command = std::process::Command::new(binary(&release, program));
    show(command.args(arguments).env("ASSAY_BINARIES", &release))
}

/// Where the weights of check-worthiness lie, from the root.
const WEIGHTS: &str = "src-tauri/crates/extract/src/checkworthy/weights.bin";

/// Trains the model of check-worthiness and writes its weights into the source.
pub fn train(arguments: &[String]) -> Result<()> {
    let write = ["--train".to_owned(), WEIGHTS.to_owned()];
    evaluate(&[arguments, &write].concat())
}

/// Scores the finder on annotated sets, with the command line beside it.
pub fn evaluate(arguments: &[String]) -> Result<()> {
    ensure(Purpose::Terminal)?;
    show(
        cargo(&["run", "--quiet", "--release", "-p", "assay-evaluate", "--bin", "assay-evaluate", "--"])
            .args(arguments),
    )
}
