//! Notes on claims, and questions to the author of the article.

use assay_model::id::NoteId;
use assay_model::note::{Note, NoteKind};
use assay_model::time::Instant;
use rusqlite::{OptionalExtension, Row};

use crate::error::{Result, StoreError};
use crate::image::Table;
use crate::open::Store;
use crate::readers::Reader;
use crate::write::Edit;

impl Edit<'_> {
    /// Adds a note to a claim, written now.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn add_note(&mut self, claim: i64, kind: NoteKind, author: &str, text: &str) -> Result<NoteId> {
        let id = NoteId::new();
        self.insert(
            Table::Note,
            Some(claim),
            &[
                ("uuid", id.to_string().into()),
                ("claim", claim.into()),
                ("kind", kind.word().into()),
                ("author", author.into()),
                ("written", self.time.0.into()),
                ("text", text.into()),
            ],
        )?;
        Ok(id)
    }

    /// Changes a note; its author and time stay.
    ///
    /// # Errors
    /// When there is no such note, or the file cannot be written.
    pub fn set_note(
        &mut self,
        claim: i64,
        note: i64,
        kind: NoteKind,
        text: &str,
        answer: Option<&str>,
    ) -> Result<bool> {
        let columns = [("kind", kind.word().into()), ("text", text.into()), ("answer", answer.into())];
        self.update(Table::Note, note, Some(claim), &columns)
    }

    /// Takes a note away.
    ///
    /// # Errors
    /// When there is no such note, or the file cannot be written.
    pub fn remove_note(&mut self, claim: i64, note: i64) -> Result<()> {
        self.delete(Table::Note, note, Some(claim))
    }

    /// The claim that a note is on, its own key, and what it is now.
    ///
    /// # Errors
    /// When there is no such note.
    pub fn note(&self, id: NoteId) -> Result<(i64, i64, Note)> {
        let mut statement = self.connection().prepare_cached(
            "SELECT claim, id, uuid, kind, author, written, text, answer FROM note WHERE uuid = ?",
        )?;
        let found = statement
            .query_row([id.to_string()], |r| Ok((r.get(0)?, r.get(1)?, note_of(r))))
            .optional()?
            .ok_or_else(|| StoreError::Missing { what: "note", which: id.to_string() })?;
        Ok((found.0, found.1, found.2?))
    }
}

impl Reader<'_> {
    /// A claim's notes, oldest first.
    pub(crate) fn notes(&self, claim: i64) -> Result<Vec<Note>> {
        let mut statement = self.prepare_cached(
            "SELECT uuid, kind, author, written, text, answer FROM note WHERE claim = ? ORDER BY id",
        )?;
        let mut rows = statement.query([claim])?;
        let mut notes = Vec::new();
        while let Some(row) = rows.next()? {
            notes.push(note_of(row)?);
        }
        Ok(notes)
    }
}

impl Store {
    /// The keys of the claims that have a question without an answer, in order of their number.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn claims_with_open_questions(&self) -> Result<Vec<i64>> {
        let reader = self.reader()?;
        let mut statement = reader.prepare_cached(
            "SELECT DISTINCT claim FROM note WHERE kind = 'question' AND answer IS NULL ORDER BY claim",
        )?;
        Ok(statement.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?)
    }
}

fn note_of(row: &Row<'_>) -> Result<Note> {
    Ok(Note {
        id: row.get::<_, String>("uuid")?.parse()?,
        kind: row.get::<_, String>("kind")?.parse()?,
        author: row.get("author")?,
        written: Instant(row.get("written")?),
        text: row.get("text")?,
        answer: row.get("answer")?,
    })
}
