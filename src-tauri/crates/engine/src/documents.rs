//! Documents: listed, read, described, deleted.

use std::collections::BTreeMap;
use std::sync::{MutexGuard, PoisonError};

use assay_model::document::{BlockKind, DocumentSummary, Metadata, Sentence, SentenceState};
use assay_model::id::ClaimId;
use assay_model::operation::OperationKind;
use assay_model::verdict::{Status, Verdict};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Code, Error, Result};
use crate::evidence::{filled, web_address};
use crate::reopen::reopen;
use crate::workspace::{Outcome, Workspace};

/// A document as it is read: its blocks, sentences and marks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DocumentView {
    /// What a list shows of it.
    pub summary: DocumentSummary,
    /// Its text, a block each.
    pub blocks: Vec<TextRun>,
    /// Its sentences, in order.
    pub sentences: Vec<Sentence>,
    /// The marks of its claims, in order of place; dismissed ones left out.
    pub marks: Vec<Mark>,
}

/// How the checking of a document stands: all that edits change of how it is read. Its text is that of its revision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DocumentChecking {
    /// What a list shows of it.
    pub summary: DocumentSummary,
    /// Its sentences that somebody has looked at, in order; the others are not looked at.
    pub sentences: Vec<SentenceState>,
    /// The marks of the claims asked for, in order of place; dismissed ones left out.
    pub marks: Vec<Mark>,
}

/// A block with its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TextRun {
    /// What it is.
    pub kind: BlockKind,
    /// First code point.
    pub start: u32,
    /// One after the last code point.
    pub end: u32,
    /// White space between the block before and this one.
    pub lead: String,
    /// The text, verbatim.
    pub text: String,
}

/// A claim's mark in the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Mark {
    /// The claim's key.
    #[ts(type = "number")]
    pub key: i64,
    /// Its id.
    pub id: ClaimId,
    /// Its label.
    pub label: String,
    /// Its status.
    pub status: Status,
    /// Its verdict.
    pub verdict: Option<Verdict>,
    /// First code point.
    pub start: u32,
    /// One after the last code point.
    pub end: u32,
}

impl From<assay_store::MarkedSpan> for Mark {
    fn from(marked: assay_store::MarkedSpan) -> Self {
        Self {
            key: marked.claim,
            id: marked.id,
            label: marked.label,
            status: marked.status,
            verdict: marked.verdict,
            start: marked.span.start,
            end: marked.span.end,
        }
    }
}

/// Changes of what is known about a document; a field left out stays as it is, an empty one is cleared.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct DocumentPatch {
    /// The title.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// When it was published.
    pub published: Option<String>,
    /// Who wrote it.
    pub authors: Option<Vec<String>>,
}

impl DocumentPatch {
    /// Applies the changes to what is known.
    ///
    /// # Errors
    /// When a date or an address is none, or the title is empty.
    pub fn apply(&self, metadata: &mut Metadata) -> Result<()> {
        if let Some(title) = &self.title {
            metadata.title =
                filled(Some(title)).ok_or_else(|| Error::invalid("title", "The title is empty."))?;
        }
        if let Some(publisher) = &self.publisher {
            metadata.publisher = filled(Some(publisher));
        }
        if let Some(url) = &self.url {
            metadata.url = filled(Some(url)).map(|u| web_address("url", &u)).transpose()?;
        }
        if let Some(published) = &self.published {
            let date = filled(Some(published)).map(|d| d.parse().map_err(|e| Error::from(e).at("published")));
            metadata.published = date.transpose()?;
        }
        if let Some(authors) = &self.authors {
            metadata.authors = authors.iter().filter_map(|a| filled(Some(a))).collect();
        }
        Ok(())
    }
}

/// What lists show of the documents, as of an operation.
#[derive(Debug, Default)]
pub(crate) struct Summaries {
    head: Option<i64>,
    newest: BTreeMap<i64, DocumentSummary>,
}

impl Workspace {
    /// All documents, newest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn documents(&self) -> Result<Vec<DocumentSummary>> {
        Ok(self.summaries()?.newest.values().rev().cloned().collect())
    }

    /// What a list shows of a document.
    ///
    /// # Errors
    /// When there is none of this key.
    pub fn document_summary(&self, document: i64) -> Result<DocumentSummary> {
        let found = self.summaries()?.newest.get(&document).cloned();
        found.ok_or_else(|| Error::new(Code::NotFound, format!("There is no document D{document}.")))
    }

    /// The summaries, brought up to the newest operation: only what changed since is read again.
    fn summaries(&self) -> Result<MutexGuard<'_, Summaries>> {
        let mut kept = self.summaries.lock().unwrap_or_else(PoisonError::into_inner);
        let (head, _) = self.store.head()?;
        if kept.head == Some(head) {
            return Ok(kept);
        }
        let reader = self.store.reader()?;
        let changed = kept.head.map(|seq| reader.documents_changed_since(seq)).transpose()?;
        let read = reader.documents(changed.as_deref())?;
        for key in changed.iter().flatten() {
            kept.newest.remove(key);
        }
        kept.newest.extend(read.into_iter().map(|d| (i64::from(d.reference.0), d)));
        kept.head = Some(head);
        Ok(kept)
    }

    pub(crate) fn document_title(&self, document: i64) -> Result<String> {
        Ok(self.document_summary(document)?.metadata.title)
    }

    /// A document as it is read.
    ///
    /// # Errors
    /// When there is none of this key.
    pub fn document(&self, document: i64) -> Result<DocumentView> {
        let summary = self.document_summary(document)?;
        let reader = self.store.reader()?;
        let text = reader.document_text(document)?;
        let run = |b: assay_store::TextBlock| TextRun {
            kind: b.block.kind,
            start: b.block.start,
            end: b.block.end,
            lead: b.lead,
            text: b.text,
        };
        Ok(DocumentView {
            summary,
            sentences: reader.sentences(text.revision_key)?,
            marks: reader.marks(text.revision_key, None)?.into_iter().map(Mark::from).collect(),
            blocks: text.blocks.into_iter().map(run).collect(),
        })
    }

    /// How the checking of a document stands, with the marks of these claims, or of all.
    ///
    /// # Errors
    /// When there is none of this key.
    pub fn document_checking(&self, document: i64, claims: Option<&[i64]>) -> Result<DocumentChecking> {
        let summary = self.document_summary(document)?;
        let reader = self.store.reader()?;
        let revision = reader.revision_key(document)?;
        Ok(DocumentChecking {
            summary,
            sentences: reader.sentence_states(revision)?,
            marks: reader.marks(revision, claims)?.into_iter().map(Mark::from).collect(),
        })
    }

    /// Changes what is known about a document.
    ///
    /// # Errors
    /// When a field makes no sense, or there is no such document.
    pub fn edit_document(&self, document: i64, patch: &DocumentPatch) -> Result<Outcome> {
        let written = self.write(OperationKind::EditDocument, |edit| {
            let mut metadata = edit.metadata(document)?;
            patch.apply(&mut metadata)?;
            Ok(edit.set_metadata(document, &metadata)?)
        })?;
        Ok(Outcome { operation: written.operation, claims: 0, message: format!("D{document} edited") })
    }

    /// Deletes a document with its mentions, and the claims that are made nowhere else. Those that are made elsewhere
    /// too are reopened if they are signed off. Undo gives all of it back.
    ///
    /// # Errors
    /// When its words are quoted as evidence, or there is no such document.
    pub fn delete_document(&self, document: i64) -> Result<Outcome> {
        let written = self.write(OperationKind::DeleteDocument, |edit| {
            edit.metadata(document)?;
            if edit.cited_as_source(document)? {
                return Err(Error::new(
                    Code::Invalid,
                    format!("D{document} is quoted as evidence. Nothing was deleted."),
                )
                .hint("Remove that evidence first."));
            }
            for claim in edit.delete_document(document)? {
                reopen(edit, claim, "a mention was deleted with its document after sign-off")?;
            }
            Ok(())
        })?;
        Ok(Outcome { operation: written.operation, claims: 0, message: format!("D{document} deleted") })
    }

    /// Marks a sentence “nothing to check”, or takes the mark away.
    ///
    /// # Errors
    /// When there is no such sentence.
    pub fn mark_sentence(&self, document: i64, sentence: u32, nothing_to_check: bool) -> Result<Outcome> {
        let written = self.write(OperationKind::MarkSentence, |edit| {
            Ok(edit.mark_sentence(document, sentence, nothing_to_check)?)
        })?;
        let words = if nothing_to_check { "marked nothing to check" } else { "is to be checked" };
        Ok(Outcome { operation: written.operation, claims: 0, message: format!("S{sentence} {words}") })
    }
}
