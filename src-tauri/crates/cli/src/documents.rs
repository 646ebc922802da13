//! Documents and their sentences, listed.

use assay_engine::{DocumentView, Workspace};
use assay_model::document::DocumentSummary;
use assay_model::id::DocumentId;
use assay_model::id::DocumentRef;
use assay_model::span::{Span, TextIndex};
use assay_model::time::PartialDate;
use serde::Serialize;
use serde_json::json;

use crate::arguments::Sentences;
use crate::failure::Failure;
use crate::output::{Output, count};
use crate::table::{Set, Table};

/// A document as scripts read it.
#[derive(Debug, Serialize)]
pub struct DocumentLine<'d> {
    #[serde(rename = "ref")]
    reference: DocumentRef,
    id: DocumentId,
    title: &'d str,
    authors: &'d [String],
    publisher: Option<&'d str>,
    url: Option<&'d str>,
    published: Option<&'d PartialDate>,
    language: Option<&'d str>,
    characters: u32,
    sentences: u32,
    /// Sentences in each state.
    coverage: serde_json::Value,
    claims: u32,
    to_do: u32,
    /// RFC 3339.
    added: String,
    sha256: &'d str,
}

impl<'d> From<&'d DocumentSummary> for DocumentLine<'d> {
    fn from(document: &'d DocumentSummary) -> Self {
        let (known, coverage) = (&document.metadata, &document.coverage);
        Self {
            reference: document.reference,
            id: document.id,
            title: &known.title,
            authors: &known.authors,
            publisher: known.publisher.as_deref(),
            url: known.url.as_deref(),
            published: known.published.as_ref(),
            language: known.language.as_deref(),
            characters: document.characters,
            sentences: document.sentences,
            coverage: json!({
                "signed-off": coverage.signed_off,
                "in-work": coverage.in_work,
                "not-checkable": coverage.not_checkable,
                "not-looked-at": coverage.not_looked_at,
            }),
            claims: document.claims,
            to_do: document.to_do,
            added: document.added.to_rfc3339(),
            sha256: &document.sha256,
        }
    }
}

/// Lists the documents.
pub fn documents(workspace: &Workspace, out: &mut Output) -> Result<(), Failure> {
    let documents = workspace.documents()?;
    if out.json() {
        for document in &documents {
            out.record(&DocumentLine::from(document))?;
        }
        return Ok(());
    }
    let mut table = Table::new(&[
        ("Ref", Set::Left),
        ("Title", Set::Cut),
        ("Publisher", Set::Cut),
        ("Published", Set::Left),
        ("Sentences", Set::Right),
        ("Claims", Set::Right),
        ("To do", Set::Right),
    ]);
    for document in &documents {
        let known = &document.metadata;
        table.row([
            document.reference.to_string(),
            known.title.clone(),
            known.publisher.clone().unwrap_or_default(),
            known.published.as_ref().map(ToString::to_string).unwrap_or_default(),
            document.sentences.to_string(),
            document.claims.to_string(),
            document.to_do.to_string(),
        ]);
    }
    if table.len() > 0 {
        out.table(&table)?;
    }
    out.line(count(documents.len(), "document"))?;
    Ok(())
}

/// A document's text, as far as its last block goes.
pub fn text_of(view: &DocumentView) -> String {
    view.blocks.iter().flat_map(|block| [block.lead.as_str(), &block.text]).collect()
}

/// Lists a document's sentences.
pub fn sentences(workspace: &Workspace, asked: &Sentences, out: &mut Output) -> Result<(), Failure> {
    let view = workspace.document(asked.document.0.into())?;
    let text = text_of(&view);
    let index = TextIndex::new(&text);
    let mut table = Table::new(&[
        ("No.", Set::Right),
        ("Block", Set::Left),
        ("Coverage", Set::Left),
        ("Score", Set::Right),
        ("Text", Set::Cut),
    ]);
    for sentence in &view.sentences {
        let words = index.slice(Span { start: sentence.start, end: sentence.end }).unwrap_or_default();
        if out.json() {
            out.record(&json!({
                "number": sentence.number,
                "start": sentence.start,
                "end": sentence.end,
                "block": sentence.block,
                "coverage": sentence.coverage,
                "score": sentence.score,
                "nothing_to_check": sentence.nothing_to_check,
                "text": words,
            }))?;
        } else {
            table.row([
                sentence.number.to_string(),
                sentence.block.label().to_owned(),
                sentence.coverage.label().to_owned(),
                format!("{:.2}", sentence.score),
                words.to_owned(),
            ]);
        }
    }
    if table.len() > 0 {
        out.table(&table)?;
    }
    Ok(())
}
