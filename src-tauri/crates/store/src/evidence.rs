//! Evidence and sources.

use assay_model::evidence::{Evidence, Source, Stance};
use assay_model::id::{EvidenceId, SourceId};
use assay_model::span::QuotedSpan;
use assay_model::time::PartialDate;
use assay_model::verdict::Finding;
use rusqlite::{OptionalExtension, Row};

use crate::documents::date_of;
use crate::error::{Result, StoreError};
use crate::image::Table;
use crate::readers::Reader;
use crate::row::Scalar;
use crate::write::Edit;

/// What is known about a source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceFields {
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// When it was read.
    pub accessed: Option<PartialDate>,
    /// Whether it is the origin of the information.
    pub primary: bool,
    /// The key of the document that it is, if it is one of this workspace.
    pub document: Option<i64>,
}

/// What is known about a piece of evidence besides its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceFields {
    /// Which of the two findings it serves.
    pub finding: Finding,
    /// Which way it points.
    pub stance: Stance,
    /// The words quoted.
    pub quote: Option<String>,
}

/// Evidence to be added.
#[derive(Debug, Clone)]
pub struct NewEvidence {
    /// What it is.
    pub fields: EvidenceFields,
    /// The key of its source.
    pub source: i64,
    /// Where its words stand: the key of a revision, and the place.
    pub span: Option<(i64, QuotedSpan)>,
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
        let values = rusqlite::params_from_iter(columns.iter().map(|(_, v)| v));
        let found = self
            .connection()
            .prepare_cached(
                "SELECT id FROM source WHERE title IS ? AND publisher IS ? AND url IS ? AND published IS ?
                    AND accessed IS ? AND is_primary IS ? AND document IS ?",
            )?
            .query_row(values, |r| r.get(0))
            .optional()?;
        if let Some(key) = found {
            return Ok(key);
        }
        let mut columns = columns;
        columns.push(("uuid", SourceId::new().to_string().into()));
        self.insert(Table::Source, None, &columns)
    }

    /// Changes a source; gives the keys of the claims that cite it.
    ///
    /// # Errors
    /// When there is no such source, or the file cannot be written.
    pub fn set_source(&mut self, source: i64, fields: &SourceFields) -> Result<Vec<i64>> {
        if !self.update(Table::Source, source, None, &fields.columns())? {
            return Ok(Vec::new());
        }
        let claims = self.keys("SELECT DISTINCT claim FROM evidence WHERE source = ?", source)?;
        for claim in &claims {
            self.touch_claim(*claim);
        }
        Ok(claims)
    }

    /// Adds evidence to the end of a claim's list; gives its key.
    ///
    /// # Errors
    /// When its words are not the text at its place, or the file cannot be written.
    pub fn add_evidence(&mut self, claim: i64, new: &NewEvidence) -> Result<i64> {
        let last: Option<i64> = self
            .connection()
            .prepare_cached("SELECT max(position) FROM evidence WHERE claim = ?")?
            .query_row([claim], |r| r.get(0))?;
        let span = new.span.as_ref().map(|(_, quoted)| quoted);
        let key = self.insert(
            Table::Evidence,
            Some(claim),
            &[
                ("uuid", EvidenceId::new().to_string().into()),
                ("claim", claim.into()),
                ("source", new.source.into()),
                ("finding", new.fields.finding.word().into()),
                ("stance", new.fields.stance.word().into()),
                ("quote", new.fields.quote.as_deref().into()),
                ("position", (last.unwrap_or(0) + 1).into()),
                ("revision", new.span.as_ref().map(|(revision, _)| *revision).into()),
                ("start", span.map(|s| s.start).into()),
                ("end", span.map(|s| s.end).into()),
                ("prefix", span.map(|s| s.prefix.as_str()).into()),
                ("suffix", span.map(|s| s.suffix.as_str()).into()),
            ],
        )?;
        if let Some((revision, quoted)) = &new.span {
            self.add_parts("evidence", key, claim, *revision, quoted)?;
        }
        Ok(key)
    }

    /// Changes evidence and which source it is taken from.
    ///
    /// # Errors
    /// When there is no such evidence, or the file cannot be written.
    pub fn set_evidence(
        &mut self,
        claim: i64,
        evidence: i64,
        fields: &EvidenceFields,
        source: i64,
    ) -> Result<bool> {
        let now = self.must_read(Table::Evidence, evidence)?;
        let mut columns = vec![
            ("finding", Scalar::from(fields.finding.word())),
            ("stance", fields.stance.word().into()),
            ("source", source.into()),
        ];
        // Words that stand at a span of a document are the document's: only free words can be rewritten.
        if now.get("revision") == &Scalar::Null {
            columns.push(("quote", fields.quote.as_deref().into()));
        }
        self.update(Table::Evidence, evidence, Some(claim), &columns)
    }

    /// Takes evidence away.
    ///
    /// # Errors
    /// When there is no such evidence, or the file cannot be written.
    pub fn remove_evidence(&mut self, claim: i64, evidence: i64) -> Result<()> {
        self.remove_parts("SELECT id FROM span_part WHERE evidence = ?", evidence, claim)?;
        self.delete(Table::Evidence, evidence, Some(claim))
    }

    /// The claim that evidence belongs to, its own key, and its source's.
    ///
    /// # Errors
    /// When there is no such evidence.
    pub fn evidence_keys(&self, id: EvidenceId) -> Result<(i64, i64, i64)> {
        self.connection()
            .prepare_cached("SELECT claim, id, source FROM evidence WHERE uuid = ?")?
            .query_row([id.to_string()], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))
            .optional()?
            .ok_or_else(|| StoreError::Missing { what: "evidence", which: id.to_string() })
    }

    /// How many pieces of evidence a claim has, and how many of a primary source.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn evidence_count(&self, claim: i64) -> Result<(u32, u32)> {
        let mut statement = self.connection().prepare_cached(
            "SELECT count(*), coalesce(sum(source.is_primary), 0)
               FROM evidence JOIN source ON source.id = evidence.source WHERE evidence.claim = ?",
        )?;
        Ok(statement.query_row([claim], |r| Ok((r.get(0)?, r.get(1)?)))?)
    }

    /// The key of the document that a source is, if it is one of this workspace.
    ///
    /// # Errors
    /// When there is no such source.
    pub fn source_document(&self, source: i64) -> Result<Option<i64>> {
        Ok(self.must_read(Table::Source, source)?.get("document").integer())
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
}

impl Reader<'_> {
    /// A claim's evidence, in order.
    pub(crate) fn evidence(&self, claim: i64) -> Result<Vec<Evidence>> {
        let mut statement = self.prepare_cached(include_str!("sql/evidence.sql"))?;
        let mut rows = statement.query([claim])?;
        let mut items = Vec::new();
        while let Some(row) = rows.next()? {
            let number = items.len() as u32 + 1;
            items.push(self.evidence_of(row, number)?);
        }
        Ok(items)
    }

    fn evidence_of(&self, row: &Row<'_>, number: u32) -> Result<Evidence> {
        let key: i64 = row.get("id")?;
        let span = match (row.get("start")?, row.get("end")?) {
            (Some(start), Some(end)) => Some(QuotedSpan {
                start,
                end,
                exact: self.exact("SELECT exact, lead FROM span_part JOIN block ON block.id = block WHERE evidence = ? ORDER BY span_part.start", key)?,
                prefix: row.get("prefix")?,
                suffix: row.get("suffix")?,
            }),
            _ => None,
        };
        Ok(Evidence {
            id: row.get::<_, String>("uuid")?.parse()?,
            number,
            finding: row.get::<_, String>("finding")?.parse()?,
            stance: row.get::<_, String>("stance")?.parse()?,
            quote: row.get("quote")?,
            span,
            source: Source {
                id: row.get::<_, String>("source")?.parse()?,
                title: row.get("title")?,
                publisher: row.get("publisher")?,
                url: row.get("url")?,
                published: date_of(row.get("published")?)?,
                accessed: date_of(row.get("accessed")?)?,
                primary: row.get("is_primary")?,
                document: row.get::<_, Option<String>>("document")?.map(|d| d.parse()).transpose()?,
            },
        })
    }
}
