//! The workspace itself: found, made, checked, copied.

use std::path::PathBuf;

use assay_engine::Workspace;
use clap::Args;
use serde_json::json;

use crate::arguments::{Backup, BenchData, Init};
use crate::failure::Failure;
use crate::output::{Output, count, shown};
use crate::progress::Progress;

/// The workspace that is asked about.
#[derive(Debug, Args)]
pub struct Named {
    /// The file that `--workspace` names.
    #[arg(
        id = "workspace",
        long,
        value_name = "FILE",
        global = true,
        help = "The workspace; else ASSAY_WORKSPACE names it, else it is your own in your data folder"
    )]
    file: Option<PathBuf>,
}

impl Named {
    /// Where it is.
    ///
    /// # Errors
    /// When none was named and the system has no data folder.
    pub fn path(&self) -> assay_engine::Result<PathBuf> {
        let variable = || std::env::var_os("ASSAY_WORKSPACE").filter(|v| !v.is_empty()).map(PathBuf::from);
        match self.file.clone().or_else(variable) {
            Some(path) => Ok(path),
            None => assay_engine::default_path(),
        }
    }

    /// Opens it.
    ///
    /// # Errors
    /// When there is none, or it cannot be opened.
    pub fn open(&self) -> assay_engine::Result<Workspace> {
        Workspace::open(&self.path()?)
    }
}

/// Makes a new workspace.
pub fn init(named: &Named, asked: &Init, out: &mut Output) -> Result<(), Failure> {
    let path = match &asked.file {
        Some(file) => file.clone(),
        None => named.path()?,
    };
    let info = Workspace::create(&path)?.info()?;
    if out.json() {
        out.record(&json!({"workspace": info.path, "name": info.name, "prefix": info.prefix}))?;
    } else {
        out.line(format_args!(
            "Made {}. Its claims will be {}-1, {}-2 and so on.",
            shown(&info.path),
            info.prefix,
            info.prefix
        ))?;
    }
    Ok(())
}

/// Checks that everything is as it was written.
pub fn check(workspace: &Workspace, out: &mut Output) -> Result<(), Failure> {
    let report = workspace.check()?;
    if out.json() {
        out.record(&report)?;
    } else {
        let number = |n: u64, one| count(n as usize, one);
        out.line(format_args!(
            "Checked {}, {}, {} and {}.",
            number(report.operations, "operation"),
            number(report.rows, "row"),
            number(report.texts, "text"),
            number(report.spans, "span")
        ))?;
        for damage in &report.damage {
            out.line(format_args!("{}: {}", shown(&damage.place), shown(&damage.what)))?;
        }
        if report.damage.is_empty() {
            out.line("All is as it was written.")?;
        }
    }
    if report.damage.is_empty() {
        return Ok(());
    }
    out.finish()?;
    let places = count(report.damage.len(), "place");
    let damaged = format!("{} is damaged in {places}.", workspace.path().display());
    Err(assay_engine::Error::new(assay_engine::Code::Damaged, damaged)
        .hint("Open a backup if you have one; what is not named here is sound.")
        .into())
}

/// Copies the workspace.
pub fn backup(workspace: &Workspace, asked: &Backup, out: &mut Output) -> Result<(), Failure> {
    workspace.backup(&asked.file)?;
    let path = asked.file.display().to_string();
    if out.json() {
        out.record(&json!({ "backup": path }))?;
    } else {
        out.line(format_args!("Copied to {}.", shown(&path)))?;
    }
    Ok(())
}

/// Makes a workspace of made-up claims.
pub fn bench_data(asked: &BenchData, out: &mut Output) -> Result<(), Failure> {
    let workspace = Workspace::create(&asked.file)?;
    let mut progress = Progress::new();
    let most = f64::from(asked.count.max(1));
    assay_engine::bench_data(&workspace, asked.count, &mut |done| {
        progress.tell(f64::from(done) / most, "Making claims up");
    })?;
    drop(progress);
    let info = workspace.info()?;
    if out.json() {
        out.record(&json!({"workspace": info.path, "claims": info.claims, "documents": info.documents}))?;
    } else {
        let (claims, documents) =
            (count(info.claims as usize, "claim"), count(info.documents as usize, "document"));
        out.line(format_args!("Made {} with {claims} in {documents}.", shown(&info.path)))?;
    }
    Ok(())
}
