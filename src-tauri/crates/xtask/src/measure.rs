//! Benchmarks and long runs: programs of the test package, built as a release is.

use anyhow::Result;

use crate::needs::Purpose;
use crate::node;
use crate::packages::ensure;
use crate::process::{binaries, binary, cargo, show};

/// Builds and runs one of them (`bench` or `soak`) with the command line beside it.
pub fn measure(program: &str, arguments: &[String]) -> Result<()> {
    // A million claims are worked with in the real window.
    let window = program == "soak" && (arguments.is_empty() || arguments.iter().any(|name| name == "ledger"));
    let mut build = vec!["build", "--release", "-p", "assay-cli", "-p", "assay-tests"];
    if window {
        ensure(Purpose::Tests)?;
        node::ensure()?;
        node::install("ui")?;
        node::build_interface()?;
        build.extend(["-p", "assay-desktop"]);
    } else {
        ensure(Purpose::Terminal)?;
    }
    // One build for all, so that what they share is compiled once.
    build.push("--bins");
    show(&mut cargo(&build))?;
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
