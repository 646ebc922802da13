//! Notes on claims, and questions to the author of the article.

use assay_engine::{Code, Error, NotePatch, Workspace};
use assay_model::claim::Claim;
use assay_model::note::{Note, NoteKind};
use serde_json::{Value as Json, json};

use crate::arguments::{NoteVerb, Numbered};
use crate::claims::report;
use crate::failure::Failure;
use crate::output::{Output, count, local, shown};

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
