//! The text of a document's newest revision: its blocks and sentences.

use assay_model::document::{Block, Coverage, Sentence, SentenceState};
use assay_model::id::{DocumentRef, RevisionId};
use assay_model::span::{QuotedSpan, Span, TextIndex};
use rusqlite::OptionalExtension;

use crate::error::{Result, StoreError};
use crate::readers::Reader;

/// A block with its text.
#[derive(Debug, Clone)]
pub struct TextBlock {
    /// Its key.
    pub key: i64,
    /// Where it is and what it is.
    pub block: Block,
    /// White space between the block before and this one.
    pub lead: String,
    /// Its text.
    pub text: String,
}

/// The text of a revision, in blocks.
#[derive(Debug, Clone)]
pub struct DocumentText {
    /// The document's key, which is also its reference.
    pub document: i64,
    /// The revision's key.
    pub revision_key: i64,
    /// The revision's id.
    pub revision: RevisionId,
    /// The blocks in order.
    pub blocks: Vec<TextBlock>,
    /// White space after the last block.
    pub tail: String,
}

impl DocumentText {
    /// The canonical text, whole.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for block in &self.blocks {
            text.push_str(&block.lead);
            text.push_str(&block.text);
        }
        text.push_str(&self.tail);
        text
    }
}

impl Reader<'_> {
    /// The key, id and tail of a document's newest revision.
    fn newest_revision(&self, document: i64) -> Result<(i64, String, String)> {
        self.prepare_cached(
            "SELECT id, uuid, tail FROM revision WHERE document = ? ORDER BY id DESC LIMIT 1",
        )?
        .query_row([document], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))
        .optional()?
        .ok_or_else(|| StoreError::Missing {
            what: "document",
            which: DocumentRef(document as u32).to_string(),
        })
    }

    /// The key of a document's newest revision.
    ///
    /// # Errors
    /// When there is no such document.
    pub fn revision_key(&self, document: i64) -> Result<i64> {
        Ok(self.newest_revision(document)?.0)
    }

    /// The text of a document's newest revision.
    ///
    /// # Errors
    /// When there is no such document.
    pub fn document_text(&self, document: i64) -> Result<DocumentText> {
        self.snapshot(|| {
            let (revision_key, revision, tail) = self.newest_revision(document)?;
            let mut statement = self.prepare_cached(
                "SELECT id, kind, start, end, lead, text FROM block WHERE revision = ? ORDER BY start",
            )?;
            let mut rows = statement.query([revision_key])?;
            let mut blocks = Vec::new();
            while let Some(row) = rows.next()? {
                blocks.push(TextBlock {
                    key: row.get(0)?,
                    block: Block {
                        kind: row.get::<_, String>(1)?.parse()?,
                        start: row.get(2)?,
                        end: row.get(3)?,
                    },
                    lead: row.get(4)?,
                    text: row.get(5)?,
                });
            }
            Ok(DocumentText { document, revision_key, revision: revision.parse()?, blocks, tail })
        })
    }

    /// The sentences of a revision in order, with how far each is checked.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn sentences(&self, revision_key: i64) -> Result<Vec<Sentence>> {
        self.snapshot(|| {
            let mut states = self.sentence_states(revision_key)?.into_iter().peekable();
            let mut statement = self.prepare_cached(include_str!("sql/sentences.sql"))?;
            let mut rows = statement.query([revision_key])?;
            let mut sentences = Vec::new();
            while let Some(row) = rows.next()? {
                let number = row.get("number")?;
                let state = states.next_if(|s| s.number == number);
                sentences.push(Sentence {
                    number,
                    start: row.get("start")?,
                    end: row.get("end")?,
                    block: row.get::<_, String>("block")?.parse()?,
                    score: row.get("score")?,
                    nothing_to_check: state.is_some_and(|s| s.nothing_to_check),
                    coverage: state.map_or(Coverage::NotLookedAt, |s| s.coverage),
                });
            }
            Ok(sentences)
        })
    }

    /// How far the sentences of a revision are checked, in order; those that nobody has looked at are left out.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn sentence_states(&self, revision_key: i64) -> Result<Vec<SentenceState>> {
        let mut statement = self.prepare_cached(include_str!("sql/sentence_states.sql"))?;
        let mut rows = statement.query([revision_key])?;
        let mut states = Vec::new();
        while let Some(row) = rows.next()? {
            states.push(SentenceState {
                number: row.get("number")?,
                nothing_to_check: row.get("nothing_to_check")?,
                coverage: row.get::<_, String>("coverage")?.parse()?,
            });
        }
        Ok(states)
    }

    /// The number and span of each sentence of a revision, in order.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn sentence_spans(&self, revision_key: i64) -> Result<Vec<(u32, Span)>> {
        let sql = "SELECT number, start, end FROM sentence WHERE revision = ? ORDER BY start";
        let mut statement = self.prepare_cached(sql)?;
        let spans = statement
            .query_map([revision_key], |r| Ok((r.get(0)?, Span { start: r.get(1)?, end: r.get(2)? })))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(spans)
    }

    /// The text of a span of a document with its context, from its newest revision.
    ///
    /// # Errors
    /// When there is no such document, or the span reaches outside the text.
    pub fn quote(&self, document: i64, span: Span) -> Result<QuotedSpan> {
        let text = self.document_text(document)?.text();
        TextIndex::new(&text)
            .quote(span)
            .filter(|_| !span.is_empty())
            .ok_or_else(|| StoreError::Missing { what: "text at", which: span.to_string() })
    }
}
