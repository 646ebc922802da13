//! The work on claims: notes, relations, assignments, earlier states.

use assay_engine::{ClaimPatch, Code, Error, NotePatch, PartDraft, Workspace};
use assay_model::claim::Claim;
use assay_model::note::{Note, NoteKind};
use serde_json::{Value as Json, json};

use crate::arguments::{Assign, Merge, NoteVerb, Numbered, Purge, Relate, Restore, Split, Unmerge};
use crate::claims::{keys, report};
use crate::confirm::{ask, somebody};
use crate::failure::Failure;
use crate::output::{Output, count, local, shown};
use crate::sources::find as find_source;

/// Does what is asked of notes.
pub fn notes(workspace: &Workspace, verb: &NoteVerb, out: &mut Output) -> Result<(), Failure> {
    match verb {
        NoteVerb::Add(asked) => {
            let key = workspace.claim_key(&asked.reference)?;
            let kind = if asked.question { NoteKind::Question } else { NoteKind::Note };
            let (_, outcome) = workspace.add_note(key, kind, &asked.text)?;
            report(workspace, &[key], &outcome, out)
        }
        NoteVerb::Answer(asked) => {
            let patch = NotePatch { answer: Some(asked.answer.clone()), ..NotePatch::default() };
            edit_note(workspace, &asked.which, &patch, out)
        }
        NoteVerb::Edit(asked) => {
            let kind = match (asked.question, asked.note) {
                (true, _) => Some(NoteKind::Question),
                (_, true) => Some(NoteKind::Note),
                _ => None,
            };
            edit_note(
                workspace,
                &asked.which,
                &NotePatch { kind, text: asked.text.clone(), answer: None },
                out,
            )
        }
        NoteVerb::Remove(which) => {
            let (claim, note) = find_note(workspace, which)?;
            let outcome = workspace.remove_note(note.id)?;
            report(workspace, &[claim.row.key], &outcome, out)
        }
        NoteVerb::List(asked) => {
            let claims = match &asked.reference {
                Some(reference) => vec![workspace.claim(workspace.claim_key(reference)?)?],
                None => workspace.claims("has:note", assay_model::query::Sort::default(), None)?,
            };
            for claim in &claims {
                for (number, note) in (1..).zip(&claim.note_items) {
                    list_note(claim, number, note, out)?;
                }
            }
            Ok(())
        }
        NoteVerb::Questions => questions(workspace, out),
    }
}

fn edit_note(
    workspace: &Workspace,
    which: &Numbered,
    patch: &NotePatch,
    out: &mut Output,
) -> Result<(), Failure> {
    let (claim, note) = find_note(workspace, which)?;
    let outcome = workspace.edit_note(note.id, patch)?;
    report(workspace, &[claim.row.key], &outcome, out)
}

fn find_note(workspace: &Workspace, which: &Numbered) -> Result<(Claim, Note), Error> {
    let claim = workspace.claim(workspace.claim_key(&which.reference)?)?;
    let note = claim.note_items.get(which.number as usize - 1).cloned().ok_or_else(|| {
        let message = format!("{} has no note {}.", which.reference, which.number);
        Error::new(Code::NotFound, message).hint(format!("It has {}.", count(claim.note_items.len(), "note")))
    })?;
    Ok((claim, note))
}

/// A note as scripts read it.
pub fn note_line(note: &Note) -> Json {
    json!({
        "id": note.id,
        "kind": note.kind,
        "author": note.author,
        "written": note.written.to_rfc3339(),
        "text": note.text,
        "answer": note.answer,
    })
}

fn list_note(claim: &Claim, number: u32, note: &Note, out: &mut Output) -> Result<(), Failure> {
    if out.json() {
        let mut line = note_line(note);
        if let Json::Object(line) = &mut line {
            line.insert("ref".into(), json!(claim.row.reference));
            line.insert("number".into(), number.into());
        }
        return Ok(out.record(&line)?);
    }
    let kind = if note.is_open() { "Open question" } else { note.kind.label() };
    let head = format!("{} {number}  {kind}, {}, {}", claim.row.reference, note.author, local(note.written));
    out.line(shown(&head))?;
    out.line(format_args!("    {}", shown(&note.text)))?;
    if let Some(answer) = &note.answer {
        out.line(format_args!("    Answer: {}", shown(answer)))?;
    }
    Ok(())
}

fn questions(workspace: &Workspace, out: &mut Output) -> Result<(), Failure> {
    let questions = workspace.open_questions()?;
    for question in &questions {
        if out.json() {
            let mut line = note_line(&question.note);
            if let Json::Object(line) = &mut line {
                line.insert("ref".into(), json!(question.reference));
                line.insert("statement".into(), json!(question.statement));
                line.insert("document".into(), json!(question.document));
                line.insert("quote".into(), json!(question.quote));
            }
            out.record(&line)?;
            continue;
        }
        let note = &question.note;
        out.line(shown(&format!("{}  {}", question.reference, question.statement)))?;
        if let Some(quote) = &question.quote {
            out.line(format_args!("    “{}”", shown(quote)))?;
        }
        out.line(format_args!(
            "    {} ({}, {})",
            shown(&note.text),
            shown(&note.author),
            local(note.written)
        ))?;
    }
    if !out.json() {
        out.line(count(questions.len(), "open question"))?;
    }
    Ok(())
}

/// Relates two claims, or takes the relation away.
pub fn relate(workspace: &Workspace, asked: &Relate, away: bool, out: &mut Output) -> Result<(), Failure> {
    let (claim, other) = (workspace.claim_key(&asked.reference)?, workspace.claim_key(&asked.other)?);
    let outcome = if away {
        workspace.unrelate(claim, asked.relation, other)?
    } else {
        workspace.relate(claim, asked.relation, other)?
    };
    report(workspace, &[claim, other], &outcome, out)
}

/// Merges claims into one.
pub fn merge(workspace: &Workspace, asked: &Merge, out: &mut Output) -> Result<(), Failure> {
    let mut claims = keys(workspace, &asked.references)?;
    let into = workspace.claim_key(&asked.into)?;
    let outcome = workspace.merge(&claims, into)?;
    claims.push(into);
    report(workspace, &claims, &outcome, out)
}

/// Takes a merged claim out again.
pub fn unmerge(workspace: &Workspace, asked: &Unmerge, out: &mut Output) -> Result<(), Failure> {
    let key = workspace.claim_key(&asked.reference)?;
    let outcome = workspace.unmerge(key)?;
    report(workspace, &[key], &outcome, out)
}

/// Splits a claim into parts; shows the parts.
pub fn split(workspace: &Workspace, asked: &Split, out: &mut Output) -> Result<(), Failure> {
    let key = workspace.claim_key(&asked.reference)?;
    let part = |statement: &String| PartDraft { statement: statement.clone(), label: None, place: None };
    let (parts, outcome) = workspace.split(key, &asked.parts.iter().map(part).collect::<Vec<_>>())?;
    report(workspace, &parts, &outcome, out)
}

/// Names checker and reviewer.
pub fn assign(workspace: &Workspace, asked: &Assign, out: &mut Output) -> Result<(), Failure> {
    let claims = keys(workspace, &asked.references)?;
    let name = |given: &Option<String>| given.as_deref().map(|name| person(workspace, name));
    let patch = ClaimPatch {
        checker: name(&asked.roles.checker),
        reviewer: name(&asked.roles.reviewer),
        ..ClaimPatch::default()
    };
    let outcome = workspace.edit_claims(&claims, &patch)?;
    report(workspace, &claims, &outcome, out)
}

/// A person by name: `me` is who asks, nothing is nobody.
pub fn person(workspace: &Workspace, name: &str) -> Option<String> {
    match name.trim() {
        "" => None,
        "me" => Some(workspace.person()),
        name => Some(name.to_owned()),
    }
}

/// Gives a claim an earlier state back.
pub fn restore(workspace: &Workspace, asked: &Restore, out: &mut Output) -> Result<(), Failure> {
    let key = workspace.claim_key(&asked.reference)?;
    let outcome = workspace.restore_claim(key, asked.to)?;
    report(workspace, &[key], &outcome, out)
}

/// Takes a protected source out for good, after asking twice.
pub fn purge(workspace: &Workspace, asked: &Purge, out: &mut Output) -> Result<(), Failure> {
    let row = find_source(workspace, &asked.which)?;
    let reference = row.source.reference;
    let takes = format!(
        "Purging {reference} takes the source, its {} and {} of evidence for {} out of the workspace and its history. \
         It cannot be undone, nor can anything done before it. Backups made earlier still hold it.",
        count(row.source.copies.len(), "stored file"),
        count(row.evidence as usize, "piece"),
        count(row.claims as usize, "claim"),
    );
    match asked.yes {
        Some(named) if named == reference => {}
        Some(named) => {
            let message =
                format!("--yes names {named}, but {reference} is to be purged. Nothing was changed.");
            return Err(Error::invalid("yes", message).into());
        }
        None if somebody() => {
            ask(&format!("{takes}\nPurge it? [y/N]"), &["y", "yes"])?;
            ask(&format!("Type {reference} to purge it for good:"), &[&reference.to_string()])?;
        }
        None => {
            return Err(Error::invalid("yes", takes).hint(format!("Add --yes {reference} to do it.")).into());
        }
    }
    let report = workspace.purge_source(row.source.id)?;
    if out.json() {
        return Ok(out.record(&report)?);
    }
    Ok(out.line(format_args!("{}.", shown(&report.message)))?)
}
