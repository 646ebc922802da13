//! Exporting claims to a file or to standard output.

use std::ops::ControlFlow;

use assay_engine::{ExportOptions, ExportRequest, ExportScope, ExportWarning, Format};
use serde_json::json;

use crate::arguments::Export;
use crate::claims::tell_slips;
use crate::failure::{Failure, tell};
use crate::output::{Output, count, shown};
use crate::progress::Progress;
use crate::workspace::Named;

/// Exports claims.
pub fn export(named: &Named, asked: &Export, out: &mut Output) -> Result<(), Failure> {
    let is_json = matches!(asked.format, Format::Json | Format::ClaimReview);
    if out.json() && asked.output.is_none() && !is_json {
        let format = asked.format.word();
        return Err(Failure::Usage(format!("{format} is no JSON: with --json, name a file by -o")));
    }
    let query = asked.query.join(" ");
    tell_slips(&query);
    let workspace = named.open()?;
    let scope = if asked.all { ExportScope::Query { query } } else { ExportScope::SignedOff { query } };
    let request = ExportRequest { scope, format: asked.format, options: ExportOptions::default() };
    let warnings = if let Some(path) = &asked.output {
        let mut progress = Progress::new();
        let saved = workspace.save_export(&request, path, &mut |done, doing| {
            progress.tell(done, doing);
            ControlFlow::Continue(())
        })?;
        drop(progress);
        if out.json() {
            out.record(&json!({
                "path": saved.path,
                "format": asked.format.word(),
                "records": saved.records,
                "warnings": saved.warnings,
            }))?;
        } else {
            let records = count(saved.records as usize, "record");
            out.line(format_args!("Wrote {records} to {}.", shown(&saved.path)))?;
        }
        if saved.records == 0 && saved.warnings.is_empty() {
            tell_nothing(asked.all);
        }
        saved.warnings
    } else {
        let (exported, _) = workspace.export(&request)?;
        if out.json() {
            out.bytes(one_line(&String::from_utf8_lossy(&exported.bytes)).as_bytes())?;
        } else {
            out.bytes(&exported.bytes)?;
        }
        if exported.records == 0 && exported.warnings.is_empty() {
            tell_nothing(asked.all);
        }
        exported.warnings
    };
    out.finish()?;
    for ExportWarning { message, claims } in warnings {
        tell(format_args!("warning: {}{}", shown(&message), about(&claims)));
    }
    Ok(())
}

/// The claims that a warning is about, the first few by name.
fn about(claims: &[String]) -> String {
    const NAMED: usize = 30;
    match claims {
        [] => String::new(),
        [first, second, third, rest @ ..] if claims.len() > NAMED => {
            format!(" ({first}, {second}, {third} and {} more)", rest.len())
        }
        few => format!(" ({})", few.join(", ")),
    }
}

fn tell_nothing(all: bool) {
    tell(if all {
        "warning: The query finds no claim."
    } else {
        "warning: No claim that it finds is signed off; --all exports the others too."
    });
}

/// JSON without its line breaks and indents. Within strings JSON writes line breaks as `\n`, so none is lost.
fn one_line(json: &str) -> String {
    json.lines().map(str::trim_start).collect::<String>() + "\n"
}
