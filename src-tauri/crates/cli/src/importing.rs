//! Importing texts, and finding claims without a workspace.

use std::io::{Read, stdin};
use std::ops::ControlFlow;
use std::path::Path;

use assay_engine::{
    Code, DocumentPatch, Error, ImportOptions, ImportReport, Input, MAX_BYTES, Ready, Workspace,
};
use serde_json::json;

use crate::arguments::{Find, Import};
use crate::failure::{Failure, tell, tell_error};
use crate::output::{Output, shown};
use crate::progress::Progress;
use crate::table::{Set, Table};
use crate::workspace::Named;

/// Imports all that can be imported and tells of the rest.
pub fn import(named: &Named, asked: &Import, out: &mut Output) -> Result<(), Failure> {
    if asked.files.iter().filter(|f| is_stdin(f)).count() > 1 {
        return Err(Failure::Usage("standard input can be read only once".to_owned()));
    }
    let options = ImportOptions {
        metadata: DocumentPatch {
            title: asked.title.clone(),
            publisher: asked.publisher.clone(),
            url: asked.url.clone(),
            published: asked.published.as_ref().map(ToString::to_string),
            authors: None,
        },
        find: !asked.no_find,
    };
    let path = named.path()?;
    // A workspace that cannot be opened is told before anything is read; one that is missing is made only once
    // there is something to put in it.
    let workspace = if path.exists() { Some(Workspace::open(&path)?) } else { None };
    let inputs = asked.files.iter().map(|f| input(f)).collect::<Result<Vec<_>, _>>()?;
    let mut progress = Progress::new();
    let ready = Ready::read(&inputs, &options, &mut |done, doing| {
        progress.tell(done, doing);
        ControlFlow::Continue(())
    })?;
    drop(progress);
    let report = match workspace {
        Some(workspace) => workspace.import_ready(ready)?,
        None if ready.is_empty() => {
            ImportReport { failures: ready.into_failures(), ..ImportReport::default() }
        }
        None => {
            let workspace = Workspace::create(&path)?;
            tell(format_args!("Made the workspace {}.", shown(&path.display().to_string())));
            workspace.import_ready(ready)?
        }
    };
    print(&report, out)?;
    out.finish()?;
    for failure in &report.failures {
        tell_error(Some(&failure.name), &failure.error);
    }
    if report.failures.is_empty() { Ok(()) } else { Err(Failure::Told) }
}

fn print(report: &ImportReport, out: &mut Output) -> Result<(), Failure> {
    if out.json() {
        for document in &report.documents {
            out.record(&json!({
                "document": format!("D{}", document.key),
                "title": document.title,
                "sentences": document.sentences,
                "claims": document.claims,
                "encoding": document.encoding,
            }))?;
        }
    } else if !report.documents.is_empty() {
        let mut table = Table::new(&[
            ("Document", Set::Left),
            ("Title", Set::Cut),
            ("Sentences", Set::Right),
            ("Claims", Set::Right),
            ("Encoding", Set::Left),
        ]);
        for document in &report.documents {
            table.row([
                format!("D{}", document.key),
                document.title.clone(),
                document.sentences.to_string(),
                document.claims.to_string(),
                document.encoding.clone(),
            ]);
        }
        out.table(&table)?;
    }
    for document in &report.documents {
        if let Some(limits) = &document.limits {
            tell(format_args!("note: D{}: {limits}", document.key));
        }
    }
    Ok(())
}

/// Prints what is found in one text.
pub fn find(asked: &Find, out: &mut Output) -> Result<(), Failure> {
    let (bytes, name) = input(&asked.file)?.read()?;
    let mut progress = Progress::new();
    let step = &mut |done| {
        progress.tell(done, "Finding claims");
        ControlFlow::Continue(())
    };
    let found = assay_engine::find(&bytes, name.as_deref(), asked.published.clone(), asked.plain, step)?;
    drop(progress);
    out.record(&found)?;
    if let Some(limits) = assay_engine::limits(found.document.language.as_deref()) {
        tell(format_args!("note: {limits}"));
    }
    Ok(())
}

fn is_stdin(file: &Path) -> bool {
    file.as_os_str() == "-"
}

/// The text of a small file, or of standard input.
///
/// # Errors
/// When it is not there, too large, or no text in UTF-8.
pub fn text_of(file: &Path) -> Result<String, Error> {
    let (bytes, _) = input(file)?.read()?;
    String::from_utf8(bytes).map_err(|_| {
        Error::new(Code::CannotImport, format!("{} is no text in UTF-8.", file.display())).at("file")
    })
}

fn input(file: &Path) -> Result<Input, Error> {
    if !is_stdin(file) {
        return Ok(Input::File { path: file.to_owned() });
    }
    let mut bytes = Vec::new();
    // One byte above the limit tells that it is above; what follows need not be held.
    let read = stdin().lock().take(MAX_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|_| Error::new(Code::CannotImport, "Standard input could not be read to its end."))?;
    Ok(Input::Bytes { bytes })
}
