//! Sources: listed, shown, added, changed, removed; copies of what was read.

use assay_engine::{Code, Error, Outcome, SourceDraft, Workspace};
use assay_model::evidence::{Source, SourceRow, StoredCopy};
use serde_json::{Value as Json, json};

use crate::arguments::{EditSource, ListSources, OneSource, SaveCopy, SourceFacts, SourceVerb};
use crate::confirm::{ask, somebody};
use crate::failure::Failure;
use crate::output::{Output, UNCHANGED, count, counted, fields, local, shown, shown_lines};
use crate::table::{Set, Table};
use crate::workspace::Named;

/// Does what is asked of sources.
pub fn sources(named: &Named, verb: &SourceVerb, out: &mut Output) -> Result<(), Failure> {
    match verb {
        SourceVerb::List(asked) => list(&named.open()?, asked, out),
        SourceVerb::Show(which) => {
            let workspace = named.open()?;
            show(&workspace, &find(&workspace, which)?, out)
        }
        SourceVerb::Add(facts) => add(named, facts, out),
        SourceVerb::Edit(asked) => edit(&named.open()?, asked, out),
        SourceVerb::Remove(which) => {
            let workspace = named.open()?;
            let row = find(&workspace, which)?;
            let outcome = workspace.remove_source(row.source.id)?;
            tell_gone(&outcome, &row.source, out)
        }
        SourceVerb::Store(asked) => {
            let workspace = named.open()?;
            let row = find(&workspace, &asked.which)?;
            let (_, outcome) = workspace.store_copy(row.source.id, &asked.file)?;
            report(&workspace, &asked.which, &outcome, out)
        }
        SourceVerb::SaveCopy(asked) => save_copy(&named.open()?, asked, out),
        SourceVerb::RemoveCopy(asked) => {
            let workspace = named.open()?;
            let row = find(&workspace, &asked.which)?;
            let outcome = workspace.remove_copy(copy(&row.source, asked.copy)?.id)?;
            report(&workspace, &asked.which, &outcome, out)
        }
    }
}

/// The source that is named.
pub fn find(workspace: &Workspace, which: &OneSource) -> assay_engine::Result<SourceRow> {
    workspace.source(workspace.source_key(which.reference))
}

/// A source as a person would have filled it in.
pub fn draft(source: &Source) -> SourceDraft {
    SourceDraft {
        kind: Some(source.kind),
        title: source.title.clone(),
        author: source.author.clone(),
        publisher: source.publisher.clone(),
        url: source.url.clone(),
        published: source.published.as_ref().map(ToString::to_string),
        accessed: source.accessed.as_ref().map(ToString::to_string),
        primary: source.primary,
        origin: source.origin.clone(),
        confidential: Some(source.confidential),
        contact: source.contact.clone(),
        notes: source.notes.clone(),
    }
}

fn list(workspace: &Workspace, asked: &ListSources, out: &mut Output) -> Result<(), Failure> {
    let rows = workspace.sources(&asked.words.join(" "))?;
    if out.json() {
        return Ok(rows.iter().try_for_each(|row| out.record(&row_line(row)))?);
    }
    let mut table = Table::new(&[
        ("Ref", Set::Left),
        ("Title", Set::Cut),
        ("Kind", Set::Left),
        ("Publisher", Set::Cut),
        ("Published", Set::Left),
        ("Claims", Set::Right),
        ("", Set::Left),
    ]);
    for SourceRow { source, claims, .. } in &rows {
        let marks = [source.primary.then_some("primary"), source.confidential.then_some("confidential")];
        table.row([
            source.reference.to_string(),
            source.title.clone(),
            source.kind.label().to_owned(),
            source.publisher.clone().unwrap_or_default(),
            source.published.as_ref().map(ToString::to_string).unwrap_or_default(),
            claims.to_string(),
            marks.into_iter().flatten().collect::<Vec<_>>().join(", "),
        ]);
    }
    if table.len() > 0 {
        out.table(&table)?;
    }
    out.line(count(rows.len(), "source"))?;
    Ok(())
}

/// Shows a source.
pub fn show(workspace: &Workspace, row: &SourceRow, out: &mut Output) -> Result<(), Failure> {
    if out.json() {
        return Ok(out.record(&row_line(row))?);
    }
    let source = &row.source;
    let given = |text: &Option<String>| text.clone().unwrap_or_default();
    let date = |date: &Option<assay_model::time::PartialDate>| {
        date.as_ref().map(ToString::to_string).unwrap_or_default()
    };
    let mark = |mark: bool| if mark { "yes" } else { "" }.to_owned();
    let document = match source.document {
        Some(id) => workspace.documents()?.into_iter().find(|d| d.id == id).map(|d| d.reference.to_string()),
        None => None,
    };
    out.line(format_args!("{}  {}", source.reference, shown(&source.title)))?;
    out.line("")?;
    fields(
        out,
        &[
            ("Kind", source.kind.label().to_owned()),
            ("Document", document.unwrap_or_default()),
            ("Author", given(&source.author)),
            ("Publisher", given(&source.publisher)),
            ("Address", given(&source.url)),
            ("Published", date(&source.published)),
            ("Accessed", date(&source.accessed)),
            ("Primary", mark(source.primary)),
            ("Origin", given(&source.origin)),
            ("Confidential", mark(source.confidential)),
            ("Contact", given(&source.contact)),
            ("Evidence", cited(row)),
        ],
    )?;
    for (at, copy) in source.copies.iter().enumerate() {
        let about = format!("{}, {} bytes, {}", copy.media_type, copy.bytes, local(copy.added));
        fields(out, &[(&format!("Copy {}", at + 1), format!("{} ({about})", copy.file_name))])?;
        fields(out, &[("SHA-256", copy.sha256.clone())])?;
    }
    if let Some(notes) = &source.notes {
        out.line(format_args!("\nNotes:\n{}", shown_lines(notes)))?;
    }
    Ok(())
}

/// “3 for 2 claims, 1 of them signed off”
fn cited(row: &SourceRow) -> String {
    let signed =
        if row.signed_off > 0 { format!(", {} of them signed off", row.signed_off) } else { String::new() };
    format!("{} for {}{signed}", row.evidence, count(row.claims as usize, "claim"))
}

fn add(named: &Named, facts: &SourceFacts, out: &mut Output) -> Result<(), Failure> {
    let draft = facts.over(SourceDraft::default());
    if draft.title.is_empty() {
        return Err(Failure::Usage("name the source by --title".to_owned()));
    }
    let workspace = named.open()?;
    let (key, outcome) = workspace.add_source(&draft)?;
    let row = workspace.source(key)?;
    if outcome.operation.is_none() && !out.json() {
        return Ok(out.line(format_args!("{} has these facts already.", row.source.reference))?);
    }
    tell(&row, &outcome, out)
}

fn edit(workspace: &Workspace, asked: &EditSource, out: &mut Output) -> Result<(), Failure> {
    let row = find(workspace, &asked.which)?;
    let known = draft(&row.source);
    let new = asked.facts.over(known.clone());
    if row.signed_off > 0 && new != known && !asked.yes {
        let claims = count(row.signed_off as usize, "signed-off claim");
        let warning = format!("Changing {} reopens {claims}.", row.source.reference);
        if !somebody() {
            return Err(Error::invalid("yes", warning).hint("Add --yes to change it all the same.").into());
        }
        ask(&format!("{warning} Change it? [y/N]"), &["y", "yes"])?;
    }
    let outcome = workspace.edit_source(row.source.id, &new)?;
    report(workspace, &asked.which, &outcome, out)
}

fn copy(source: &Source, number: u32) -> Result<&StoredCopy, Error> {
    source.copies.get(number as usize - 1).ok_or_else(|| {
        Error::new(Code::NotFound, format!("{} has no stored copy {number}.", source.reference))
            .hint(format!("It has {}.", counted(source.copies.len(), "stored copy", "stored copies")))
    })
}

fn save_copy(workspace: &Workspace, asked: &SaveCopy, out: &mut Output) -> Result<(), Failure> {
    let row = find(workspace, &asked.which)?;
    let copy = copy(&row.source, asked.copy)?;
    workspace.save_copy(copy.id, &asked.output)?;
    let path = asked.output.display().to_string();
    if out.json() {
        out.record(&json!({"path": path, "bytes": copy.bytes, "sha256": copy.sha256}))?;
    } else {
        out.line(format_args!("Wrote {} to {}.", shown(&copy.file_name), shown(&path)))?;
    }
    Ok(())
}

fn report(
    workspace: &Workspace,
    which: &OneSource,
    outcome: &Outcome,
    out: &mut Output,
) -> Result<(), Failure> {
    tell(&find(workspace, which)?, outcome, out)
}

fn tell(row: &SourceRow, outcome: &Outcome, out: &mut Output) -> Result<(), Failure> {
    if out.json() {
        out.record(&row_line(row))?;
    } else if outcome.operation.is_none() {
        out.line(UNCHANGED)?;
    } else {
        out.line(format_args!("{}.", shown(&outcome.message)))?;
    }
    Ok(())
}

fn tell_gone(outcome: &Outcome, source: &Source, out: &mut Output) -> Result<(), Failure> {
    if out.json() {
        out.record(&json!({"removed": source.reference, "operation": outcome.operation}))?;
    } else {
        out.line(format_args!("{}.", shown(&outcome.message)))?;
    }
    Ok(())
}

fn row_line(row: &SourceRow) -> Json {
    let mut line = source_line(&row.source);
    if let Json::Object(line) = &mut line {
        line.insert("evidence".into(), row.evidence.into());
        line.insert("claims".into(), row.claims.into());
        line.insert("signed_off".into(), row.signed_off.into());
    }
    line
}

/// A source as scripts read it.
pub fn source_line(source: &Source) -> Json {
    let copy = |copy: &StoredCopy| {
        json!({
            "id": copy.id,
            "file_name": copy.file_name,
            "media_type": copy.media_type,
            "sha256": copy.sha256,
            "bytes": copy.bytes,
            "added": copy.added.to_rfc3339(),
        })
    };
    json!({
        "ref": source.reference,
        "id": source.id,
        "kind": source.kind,
        "title": source.title,
        "author": source.author,
        "publisher": source.publisher,
        "url": source.url,
        "published": source.published,
        "accessed": source.accessed,
        "primary": source.primary,
        "origin": source.origin,
        "confidential": source.confidential,
        "contact": source.contact,
        "notes": source.notes,
        "document": source.document,
        "copies": source.copies.iter().map(copy).collect::<Vec<_>>(),
    })
}
