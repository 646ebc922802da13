//! Documents, their revisions, blocks and sentences.

use std::collections::BTreeSet;

use assay_model::document::{BlockKind, CoverageCount, DocumentSummary, ImportedText, Metadata};
use assay_model::id::{DocumentId, DocumentRef, RevisionId};
use assay_model::relation::RelationKind;
use assay_model::span::{Span, TextIndex};
use assay_model::time::Instant;
use rusqlite::{OptionalExtension, Row};
use sha2::{Digest, Sha256};

use crate::error::{Result, StoreError};
use crate::image::{Image, Table};
use crate::open::Store;
use crate::readers::Reader;
use crate::row::Scalar;
use crate::write::Edit;

/// A document to be added.
#[derive(Debug)]
pub struct NewDocument<'a> {
    /// Its text, blocks and metadata.
    pub imported: &'a ImportedText,
    /// Its sentences, in order.
    pub sentences: &'a [NewSentence],
    /// The bytes it came as.
    pub original: &'a [u8],
    /// The name of the file it came from.
    pub file_name: Option<&'a str>,
}

/// A sentence to be added.
#[derive(Debug, Clone, Copy)]
pub struct NewSentence {
    /// Where it is.
    pub span: Span,
    /// The kind of block it stands in.
    pub block: BlockKind,
    /// How much it wants checking, 0 to 1.
    pub score: f64,
}

impl Edit<'_> {
    /// Adds a document with one revision; gives the document's key and the revision's.
    ///
    /// # Errors
    /// When a block lies outside the text, or the file cannot be written.
    pub fn add_document(&mut self, new: &NewDocument<'_>) -> Result<(i64, i64)> {
        let outside = || StoreError::Unreadable("a block outside its text".to_owned());
        let imported = new.imported;
        let document =
            self.insert(Table::Document, None, &metadata_columns(&imported.metadata, DocumentId::new())?)?;
        let index = TextIndex::new(&imported.text);
        let last = imported.blocks.last().map_or(0, |b| b.end);
        let tail = index.slice(Span { start: last, end: index.len() }).ok_or_else(outside)?;
        let revision = self.insert(
            Table::Revision,
            None,
            &[
                ("uuid", RevisionId::new().to_string().into()),
                ("document", document.into()),
                ("added", self.time.0.into()),
                ("characters", index.len().into()),
                ("text_sha256", hex(&Sha256::digest(&imported.text)).into()),
                ("tail", tail.into()),
                ("file_name", new.file_name.into()),
                ("media_type", imported.media_type.as_str().into()),
                ("encoding", imported.encoding.as_str().into()),
                ("sha256", hex(&Sha256::digest(new.original)).into()),
                ("original", new.original.to_vec().into()),
            ],
        )?;
        let mut before = 0;
        for block in &imported.blocks {
            let lead = index.slice(Span { start: before, end: block.start }).ok_or_else(outside)?;
            let text = index.slice(block.span()).ok_or_else(outside)?;
            before = block.end;
            self.insert(
                Table::Block,
                None,
                &[
                    ("revision", revision.into()),
                    ("kind", block.kind.word().into()),
                    ("start", block.start.into()),
                    ("end", block.end.into()),
                    ("lead", lead.into()),
                    ("text", text.into()),
                ],
            )?;
        }
        for (number, sentence) in (1_u32..).zip(new.sentences) {
            self.insert(
                Table::Sentence,
                None,
                &[
                    ("revision", revision.into()),
                    ("number", number.into()),
                    ("start", sentence.span.start.into()),
                    ("end", sentence.span.end.into()),
                    ("block", sentence.block.word().into()),
                    ("score", sentence.score.into()),
                    ("nothing_to_check", false.into()),
                ],
            )?;
        }
        Ok((document, revision))
    }

    /// Changes what is known about a document.
    ///
    /// # Errors
    /// When there is no such document, or the file cannot be written.
    pub fn set_metadata(&mut self, document: i64, metadata: &Metadata) -> Result<()> {
        let mut columns = metadata_columns(metadata, DocumentId::new())?;
        columns.retain(|(name, _)| *name != "uuid");
        self.update(Table::Document, document, None, &columns)?;
        let claims: Vec<i64> = self
            .connection()
            .prepare_cached("SELECT id FROM claim WHERE document = ?")?
            .query_map([document], |r| r.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        for claim in claims {
            self.touch_claim(claim);
        }
        Ok(())
    }

    /// What is known about a document.
    ///
    /// # Errors
    /// When there is no such document.
    pub fn metadata(&self, document: i64) -> Result<Metadata> {
        let image = self.read(Table::Document, document)?.ok_or_else(|| StoreError::Missing {
            what: "document",
            which: DocumentRef(document as u32).to_string(),
        })?;
        let some = |column: &str| image.get(column).text().map(str::to_owned);
        Ok(Metadata {
            title: some("title").unwrap_or_default(),
            authors: serde_json::from_str(&some("authors").unwrap_or_default())?,
            publisher: some("publisher"),
            url: some("url"),
            published: date_of(some("published"))?,
            accessed: date_of(some("accessed"))?,
            language: some("language"),
        })
    }

    /// Whether evidence is taken from a document.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn cited_as_source(&self, document: i64) -> Result<bool> {
        let mut statement = self.connection().prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM source JOIN evidence ON evidence.source = source.id WHERE document = ?)",
        )?;
        Ok(statement.query_row([document], |r| r.get(0))?)
    }

    /// Deletes a document with its text, its mentions, and the sources that it was. Claims left without a mention go
    /// with it; those that stay though they lost one are given, by key.
    ///
    /// # Errors
    /// When there is no such document, evidence is taken from it, or the file cannot be written.
    pub fn delete_document(&mut self, document: i64) -> Result<Vec<i64>> {
        let mut lost = BTreeSet::new();
        let keys = |edit: &Self, sql: &str| -> Result<Vec<(i64, i64)>> {
            let mut statement = edit.connection().prepare_cached(sql)?;
            let pairs = statement.query_map([document], |r| Ok((r.get(0)?, r.get(1)?)))?;
            Ok(pairs.collect::<rusqlite::Result<_>>()?)
        };
        for (mention, claim) in keys(
            self,
            "SELECT mention.id, mention.claim FROM mention JOIN revision ON revision.id = mention.revision
              WHERE revision.document = ?",
        )? {
            let brought_by = self.must_read(Table::Mention, mention)?.get("merged_from").integer();
            self.remove_mention_row(mention, claim)?;
            lost.insert(claim);
            // A claim that was merged stands as long as a mention that it brought does.
            for claim in self.reach(brought_by.unwrap_or(claim), RelationKind::MergedInto)? {
                if !self.stands(claim)? {
                    // What was merged into it stands no more either.
                    for merged in self.reach(claim, RelationKind::MergedFrom)? {
                        self.delete_claim(merged)?;
                        lost.remove(&merged);
                    }
                }
            }
        }
        for source in self.keys("SELECT id FROM source WHERE document = ?", document)? {
            self.remove_source(source)?;
        }
        for (table, sql) in [
            (
                Table::Sentence,
                "SELECT sentence.id, 0 FROM sentence JOIN revision ON revision.id = revision WHERE document = ?",
            ),
            (
                Table::Block,
                "SELECT block.id, 0 FROM block JOIN revision ON revision.id = revision WHERE document = ?",
            ),
            (Table::Revision, "SELECT id, 0 FROM revision WHERE document = ?"),
        ] {
            for (key, _) in keys(self, sql)? {
                self.delete(table, key, None)?;
            }
        }
        self.delete(Table::Document, document, None)?;
        Ok(lost.into_iter().collect())
    }

    /// Whether a claim has a mention, or brought one to the claim that it was merged into.
    fn stands(&self, claim: i64) -> Result<bool> {
        for one in self.reach(claim, RelationKind::MergedFrom)? {
            let sql = "SELECT EXISTS (SELECT 1 FROM mention WHERE claim = ?1)
                           OR EXISTS (SELECT 1 FROM mention WHERE merged_from = ?1)";
            if self.connection().prepare_cached(sql)?.query_row([one], |r| r.get(0))? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Marks a sentence “nothing to check”, or takes the mark away.
    ///
    /// # Errors
    /// When the document has no such sentence, or the file cannot be written.
    pub fn mark_sentence(&mut self, document: i64, number: u32, nothing_to_check: bool) -> Result<()> {
        let sentence = self
            .connection()
            .query_row(
                "SELECT sentence.id FROM sentence JOIN revision ON revision.id = sentence.revision
                  WHERE revision.document = ? AND sentence.number = ?",
                (document, number),
                |r| r.get(0),
            )
            .optional()?
            .ok_or_else(|| StoreError::Missing { what: "sentence", which: format!("S{number}") })?;
        self.update(Table::Sentence, sentence, None, &[("nothing_to_check", nothing_to_check.into())])?;
        Ok(())
    }
}

fn metadata_columns(metadata: &Metadata, id: DocumentId) -> Result<Vec<(&'static str, Scalar)>> {
    let date = |d: &Option<assay_model::time::PartialDate>| d.as_ref().map(ToString::to_string).into();
    Ok(vec![
        ("uuid", id.to_string().into()),
        ("title", metadata.title.as_str().into()),
        ("authors", serde_json::to_string(&metadata.authors)?.into()),
        ("publisher", metadata.publisher.as_deref().into()),
        ("url", metadata.url.as_deref().into()),
        ("published", date(&metadata.published)),
        ("accessed", date(&metadata.accessed)),
        ("language", metadata.language.as_deref().into()),
    ])
}

/// Bytes in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

pub(crate) fn date_of(text: Option<String>) -> Result<Option<assay_model::time::PartialDate>> {
    text.map(|t| t.parse().map_err(|e: assay_model::time::NotADate| StoreError::Unreadable(e.to_string())))
        .transpose()
}

impl Store {
    /// How many documents there are.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn document_count(&self) -> Result<u32> {
        let reader = self.reader()?;
        let mut statement = reader.prepare_cached("SELECT count(*) FROM document")?;
        Ok(statement.query_row([], |r| r.get(0))?)
    }
}

impl Reader<'_> {
    /// Documents, newest first: these, or all.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn documents(&self, only: Option<&[i64]>) -> Result<Vec<DocumentSummary>> {
        self.snapshot(|| {
            let only = only.map(serde_json::to_string).transpose()?;
            let mut statement = self.prepare_cached(include_str!("sql/documents.sql"))?;
            let mut rows = statement.query([only])?;
            let mut documents = Vec::new();
            while let Some(row) = rows.next()? {
                documents.push(document_of(row)?);
            }
            Ok(documents)
        })
    }

    /// The keys of the documents that operations after `seq` changed what is said of, deleted ones among them.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn documents_changed_since(&self, seq: i64) -> Result<Vec<i64>> {
        self.snapshot(|| {
            let mut statement = self.prepare_cached(include_str!("sql/documents_changed.sql"))?;
            let mut keys: Vec<i64> = statement.query_map([seq], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?;
            // A mention that is gone is known only from its image.
            let mut gone = self.prepare_cached(
                "SELECT before FROM change WHERE operation > ? AND tbl = 8 AND digest IS NULL AND before IS NOT NULL",
            )?;
            let mut of_revision = self.prepare_cached("SELECT document FROM revision WHERE id = ?")?;
            let mut rows = gone.query([seq])?;
            while let Some(row) = rows.next()? {
                let image = Image::from_bytes(&row.get::<_, Vec<u8>>(0)?)?;
                let revision = image.get("revision").integer();
                keys.extend(of_revision.query_row([revision], |r| r.get::<_, i64>(0)).optional()?);
            }
            keys.sort_unstable();
            keys.dedup();
            Ok(keys)
        })
    }

    /// The key of a document, by its id.
    ///
    /// # Errors
    /// When there is no such document.
    pub fn document_key(&self, id: DocumentId) -> Result<i64> {
        self.prepare_cached("SELECT id FROM document WHERE uuid = ?")?
            .query_row([id.to_string()], |r| r.get(0))
            .optional()?
            .ok_or_else(|| StoreError::Missing { what: "document", which: id.to_string() })
    }

    /// The keys of documents after one of them, in order of keys.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn document_keys(&self, after: i64) -> Result<Vec<i64>> {
        let mut statement = self.prepare_cached("SELECT id FROM document WHERE id > ? ORDER BY id")?;
        let keys = statement.query_map([after], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?;
        Ok(keys)
    }
}

fn document_of(row: &Row<'_>) -> Result<DocumentSummary> {
    let coverage = CoverageCount {
        signed_off: row.get("signed_off")?,
        in_work: row.get("in_work")?,
        not_checkable: row.get("not_checkable")?,
        not_looked_at: row.get("not_looked_at")?,
    };
    Ok(DocumentSummary {
        id: row.get::<_, String>("uuid")?.parse()?,
        reference: DocumentRef(row.get("id")?),
        metadata: Metadata {
            title: row.get("title")?,
            authors: serde_json::from_str(&row.get::<_, String>("authors")?)?,
            publisher: row.get("publisher")?,
            url: row.get("url")?,
            published: date_of(row.get("published")?)?,
            accessed: date_of(row.get("accessed")?)?,
            language: row.get("language")?,
        },
        revision: row.get::<_, String>("revision")?.parse()?,
        characters: row.get("characters")?,
        sentences: coverage.signed_off + coverage.in_work + coverage.not_checkable + coverage.not_looked_at,
        coverage,
        claims: row.get("claims")?,
        to_do: row.get("to_do")?,
        added: Instant(row.get("added")?),
        sha256: row.get("sha256")?,
    })
}
