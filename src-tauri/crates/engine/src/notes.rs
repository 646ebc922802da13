//! Notes on claims, and questions to the author of the article.

use assay_model::id::{ClaimRef, NoteId};
use assay_model::note::{Note, NoteKind};
use assay_model::operation::OperationKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::claims::{some_text, text};
use crate::error::{Error, Result};
use crate::workspace::{Outcome, Workspace};

/// Changes of a note; what is left out stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct NotePatch {
    /// Whether it is a note or a question.
    pub kind: Option<NoteKind>,
    /// What it says.
    pub text: Option<String>,
    /// What the author of the article answered; empty opens the question again.
    pub answer: Option<String>,
}

/// A question that nobody has answered yet, with the claim it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OpenQuestion {
    /// The claim's key.
    #[ts(type = "number")]
    pub claim: i64,
    /// Its short reference.
    #[serde(rename = "ref")]
    pub reference: ClaimRef,
    /// Its statement.
    pub statement: String,
    /// The document it is first mentioned in: its publisher, else its title.
    pub document: Option<String>,
    /// The words that make the claim there.
    pub quote: Option<String>,
    /// The question.
    pub note: Note,
}

impl Workspace {
    /// Adds a note or a question to a claim, under the name of who is working.
    ///
    /// # Errors
    /// When it is empty, or the claim is missing.
    pub fn add_note(&self, claim: i64, kind: NoteKind, words: &str) -> Result<(NoteId, Outcome)> {
        let words = text("text", words)?;
        let written = self.write(OperationKind::AddNote, |edit| {
            self.fields_in(edit, claim)?;
            Ok(edit.add_note(claim, kind, &self.person(), &words)?)
        })?;
        let what = match kind {
            NoteKind::Note => "has a new note",
            NoteKind::Question => "has a new question",
        };
        let message = self.about(&[claim], what);
        Ok((written.value, Outcome { operation: written.operation, claims: 1, message }))
    }

    /// Changes a note, or answers a question.
    ///
    /// # Errors
    /// When there is no such note, it would be empty, or a note that is no question is answered.
    pub fn edit_note(&self, id: NoteId, patch: &NotePatch) -> Result<Outcome> {
        let written = self.write(OperationKind::EditNote, |edit| {
            let (claim, key, now) = edit.note(id)?;
            let kind = patch.kind.unwrap_or(now.kind);
            let words = patch.text.as_deref().map_or_else(|| Ok(now.text.clone()), |t| text("text", t))?;
            let answer = match &patch.answer {
                Some(answer) => some_text("answer", Some(answer))?,
                None => now.answer.clone().filter(|_| kind == NoteKind::Question),
            };
            if answer.is_some() && kind != NoteKind::Question {
                return Err(Error::invalid("answer", "Only a question can be answered."));
            }
            edit.set_note(claim, key, kind, &words, answer.as_deref())?;
            Ok(claim)
        })?;
        let done = match &patch.answer {
            Some(answer) if !answer.trim().is_empty() => "has an answer",
            _ => "has a changed note",
        };
        let message = self.about(&[written.value], done);
        Ok(Outcome { operation: written.operation, claims: 1, message })
    }

    /// Takes a note away.
    ///
    /// # Errors
    /// When there is no such note.
    pub fn remove_note(&self, id: NoteId) -> Result<Outcome> {
        let written = self.write(OperationKind::RemoveNote, |edit| {
            let (claim, key, _) = edit.note(id)?;
            edit.remove_note(claim, key)?;
            Ok(claim)
        })?;
        let message = self.about(&[written.value], "has one note less");
        Ok(Outcome { operation: written.operation, claims: 1, message })
    }

    /// The questions that nobody has answered yet, by the number of their claim.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn open_questions(&self) -> Result<Vec<OpenQuestion>> {
        let mut questions = Vec::new();
        for key in self.store.claims_with_open_questions()? {
            let claim = self.claim(key)?;
            let quote = claim.mentions.first().map(|m| m.exact.clone());
            let open = claim.note_items.into_iter().filter(Note::is_open);
            questions.extend(open.map(|note| OpenQuestion {
                claim: key,
                reference: claim.row.reference.clone(),
                statement: claim.row.statement.clone(),
                document: claim.row.document_name.clone(),
                quote: quote.clone(),
                note,
            }));
        }
        Ok(questions)
    }
}
