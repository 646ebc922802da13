//! Notes on a claim, and questions to the author of the article.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::NoteId;
use crate::time::Instant;
use crate::words::words;

words! {
    /// What sort of note it is.
    pub enum NoteKind ("kind of note") {
        /// A remark among checkers.
        Note = "note", "Note";
        /// A question to the author of the article.
        Question = "question", "Question";
    }
}

/// A note on a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Note {
    /// Its id.
    pub id: NoteId,
    /// What sort it is.
    pub kind: NoteKind,
    /// Who wrote it.
    pub author: String,
    /// When it was written.
    pub written: Instant,
    /// What it says.
    pub text: String,
    /// What the author of the article answered; a question without an answer is open.
    pub answer: Option<String>,
}

impl Note {
    /// Whether it is a question that nobody has answered.
    pub fn is_open(&self) -> bool {
        self.kind == NoteKind::Question && self.answer.is_none()
    }
}
