//! Sources, each kept once, and the files stored with them.

use assay_model::evidence::{Source, SourceKind, SourceRow, StoredCopy};
use assay_model::id::{CopyId, SourceId, SourceRef};
use assay_model::time::{Instant, PartialDate};
use rusqlite::{OptionalExtension, Row};
use sha2::{Digest, Sha256};

use crate::documents::{date_of, hex};
use crate::error::{Result, StoreError};
use crate::image::Table;
use crate::open::Store;
use crate::readers::Reader;
use crate::row::Scalar;
use crate::write::Edit;

/// What is known about a source.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "they are the fields of `assay_model::evidence::Source`")]
pub struct SourceFields {
    pub kind: SourceKind,
    pub title: String,
    pub author: Option<String>,
    pub publisher: Option<String>,
    pub url: Option<String>,
    pub published: Option<PartialDate>,
    pub accessed: Option<PartialDate>,
    pub primary: bool,
    pub origin: Option<String>,
    pub confidential: bool,
    pub contact: Option<String>,
    pub notes: Option<String>,
    /// The key of the document that it is, if it is one of this workspace.
    pub document: Option<i64>,
}

/// A file to be stored with a source.
#[derive(Debug, Clone)]
pub struct NewCopy {
    /// The name of the file it is taken from.
    pub file_name: String,
    /// Its media type.
    pub media_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl SourceFields {
    fn columns(&self) -> Vec<(&'static str, Scalar)> {
        let date = |d: &Option<PartialDate>| d.as_ref().map(ToString::to_string).into();
        vec![
            ("title", self.title.as_str().into()),
            ("publisher", self.publisher.as_deref().into()),
            ("url", self.url.as_deref().into()),
            ("published", date(&self.published)),
            ("accessed", date(&self.accessed)),
            ("is_primary", self.primary.into()),
            ("document", self.document.into()),
            ("author", self.author.as_deref().into()),
            // A source that is a document is known by that; the word is left as it is by default.
            ("kind", if self.document.is_some() { SourceKind::Web } else { self.kind }.word().into()),
            ("origin", self.origin.as_deref().into()),
            ("confidential", self.confidential.into()),
            ("contact", self.contact.as_deref().into()),
            ("notes", self.notes.as_deref().into()),
        ]
    }
}

impl Edit<'_> {
    /// The key of the source with exactly these facts, which is added if new: a source is kept once.
    ///
    /// # Errors
    /// When the file cannot be read or written.
    pub fn source(&mut self, fields: &SourceFields) -> Result<i64> {
        let columns = fields.columns();
        let same = columns.iter().map(|(c, _)| format!("{c} IS ?")).collect::<Vec<_>>().join(" AND ");
        let found = self
            .connection()
            .prepare_cached(&format!("SELECT id FROM source WHERE {same}"))?
            .query_row(rusqlite::params_from_iter(columns.iter().map(|(_, v)| v)), |r| r.get(0))
            .optional()?;
        if let Some(key) = found {
            return Ok(key);
        }
        let mut columns = columns;
        columns.push(("uuid", SourceId::new().to_string().into()));
        self.insert(Table::Source, None, &columns)
    }

    /// Changes a source; gives the keys of the claims that cite it, none if nothing changed.
    ///
    /// # Errors
    /// When there is no such source, or the file cannot be written.
    pub fn set_source(&mut self, source: i64, fields: &SourceFields) -> Result<Vec<i64>> {
        if !self.update(Table::Source, source, None, &fields.columns())? {
            return Ok(Vec::new());
        }
        let claims = self.citing(source)?;
        for claim in &claims {
            self.touch_claim(*claim);
        }
        Ok(claims)
    }

    /// Takes a source away that nothing cites, with its stored copies.
    ///
    /// # Errors
    /// When there is no such source, evidence cites it, or the file cannot be written.
    pub fn remove_source(&mut self, source: i64) -> Result<()> {
        for copy in self.keys("SELECT id FROM stored_copy WHERE source = ?", source)? {
            self.delete(Table::StoredCopy, copy, None)?;
        }
        self.delete(Table::Source, source, None)
    }

    /// Stores a file with a source.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn store_copy(&mut self, source: i64, new: &NewCopy) -> Result<CopyId> {
        let id = CopyId::new();
        self.must_read(Table::Source, source)?;
        self.insert(
            Table::StoredCopy,
            None,
            &[
                ("uuid", id.to_string().into()),
                ("source", source.into()),
                ("added", self.time.0.into()),
                ("file_name", new.file_name.as_str().into()),
                ("media_type", new.media_type.as_str().into()),
                ("sha256", hex(&Sha256::digest(&new.bytes)).into()),
                ("bytes", new.bytes.clone().into()),
            ],
        )?;
        Ok(id)
    }

    /// Takes a stored file away.
    ///
    /// # Errors
    /// When there is none such, or the file cannot be written.
    pub fn remove_copy(&mut self, id: CopyId) -> Result<()> {
        let key = self
            .connection()
            .prepare_cached("SELECT id FROM stored_copy WHERE uuid = ?")?
            .query_row([id.to_string()], |r| r.get(0))
            .optional()?
            .ok_or_else(|| StoreError::Missing { what: "stored copy", which: id.to_string() })?;
        self.delete(Table::StoredCopy, key, None)
    }

    /// The key of a source by its id.
    ///
    /// # Errors
    /// When there is no such source.
    pub fn source_key(&self, id: SourceId) -> Result<i64> {
        self.connection()
            .prepare_cached("SELECT id FROM source WHERE uuid = ?")?
            .query_row([id.to_string()], |r| r.get(0))
            .optional()?
            .ok_or_else(|| StoreError::Missing { what: "source", which: id.to_string() })
    }

    /// What is known about a source.
    ///
    /// # Errors
    /// When there is no such source.
    pub fn source_fields(&self, source: i64) -> Result<SourceFields> {
        let image = self.must_read(Table::Source, source)?;
        let some = |column: &str| image.get(column).text().map(str::to_owned);
        let yes = |column: &str| image.get(column).integer() == Some(1);
        let document = image.get("document").integer();
        Ok(SourceFields {
            kind: match document {
                Some(_) => SourceKind::Document,
                None => some("kind").unwrap_or_default().parse()?,
            },
            title: some("title").unwrap_or_default(),
            author: some("author"),
            publisher: some("publisher"),
            url: some("url"),
            published: date_of(some("published"))?,
            accessed: date_of(some("accessed"))?,
            primary: yes("is_primary"),
            origin: some("origin"),
            confidential: yes("confidential"),
            contact: some("contact"),
            notes: some("notes"),
            document,
        })
    }

    /// How many pieces of evidence cite a source.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn citations(&self, source: i64) -> Result<u32> {
        let mut statement =
            self.connection().prepare_cached("SELECT count(*) FROM evidence WHERE source = ?")?;
        Ok(statement.query_row([source], |r| r.get(0))?)
    }

    /// The keys of the claims that cite a source.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn citing(&self, source: i64) -> Result<Vec<i64>> {
        self.keys("SELECT DISTINCT claim FROM evidence WHERE source = ?", source)
    }
}

impl Store {
    /// How many sources there are.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn source_count(&self) -> Result<u32> {
        Ok(self.reader()?.prepare_cached("SELECT count(*) FROM source")?.query_row([], |r| r.get(0))?)
    }

    /// All sources, newest first, or those whose title, publisher, author, address or origin holds some words.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn sources(&self, words: Option<&str>) -> Result<Vec<SourceRow>> {
        let reader = self.reader()?;
        reader.snapshot(|| reader.source_rows(None, words.map(str::to_lowercase)))
    }

    /// A source by its key; none if there is none.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn source(&self, key: i64) -> Result<Option<SourceRow>> {
        let reader = self.reader()?;
        reader.snapshot(|| Ok(reader.source_rows(Some(key), None)?.pop()))
    }

    /// The keys of the claims that evidence is taken from a source for, the oldest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn claims_citing(&self, source: i64) -> Result<Vec<u32>> {
        let reader = self.reader()?;
        let mut statement =
            reader.prepare_cached("SELECT DISTINCT claim FROM evidence WHERE source = ? ORDER BY claim")?;
        Ok(statement.query_map([source], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?)
    }

    /// The name and the bytes of a stored file; none if there is none.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn copy_bytes(&self, id: CopyId) -> Result<Option<(String, Vec<u8>)>> {
        let reader = self.reader()?;
        let mut statement =
            reader.prepare_cached("SELECT file_name, bytes FROM stored_copy WHERE uuid = ?")?;
        Ok(statement.query_row([id.to_string()], |r| Ok((r.get(0)?, r.get(1)?))).optional()?)
    }
}

impl Reader<'_> {
    fn source_rows(&self, key: Option<i64>, words: Option<String>) -> Result<Vec<SourceRow>> {
        let mut statement = self.prepare_cached(include_str!("sql/sources.sql"))?;
        let mut rows = statement.query((key, words))?;
        let mut sources = Vec::new();
        while let Some(row) = rows.next()? {
            sources.push(SourceRow {
                source: self.source_of(row)?,
                evidence: row.get("evidence_count")?,
                claims: row.get("claims")?,
                signed_off: row.get("signed_off")?,
            });
        }
        Ok(sources)
    }

    pub(crate) fn source_of(&self, row: &Row<'_>) -> Result<Source> {
        let key: u32 = row.get("source_key")?;
        let document: Option<String> = row.get("document")?;
        Ok(Source {
            id: row.get::<_, String>("source")?.parse()?,
            reference: SourceRef(key),
            kind: match &document {
                Some(_) => SourceKind::Document,
                None => row.get::<_, String>("kind")?.parse()?,
            },
            title: row.get("title")?,
            author: row.get("author")?,
            publisher: row.get("publisher")?,
            url: row.get("url")?,
            published: date_of(row.get("published")?)?,
            accessed: date_of(row.get("accessed")?)?,
            primary: row.get("is_primary")?,
            origin: row.get("origin")?,
            confidential: row.get("confidential")?,
            contact: row.get("contact")?,
            notes: row.get("notes")?,
            document: document.map(|d| d.parse()).transpose()?,
            copies: self.copies(key.into())?,
        })
    }

    fn copies(&self, source: i64) -> Result<Vec<StoredCopy>> {
        let mut statement = self.prepare_cached(
            "SELECT uuid, file_name, media_type, sha256, length(bytes), added FROM stored_copy
              WHERE source = ? ORDER BY id",
        )?;
        let mut rows = statement.query([source])?;
        let mut copies = Vec::new();
        while let Some(row) = rows.next()? {
            copies.push(StoredCopy {
                id: row.get::<_, String>(0)?.parse()?,
                file_name: row.get(1)?,
                media_type: row.get(2)?,
                sha256: row.get(3)?,
                bytes: row.get(4)?,
                added: Instant(row.get(5)?),
            });
        }
        Ok(copies)
    }
}
