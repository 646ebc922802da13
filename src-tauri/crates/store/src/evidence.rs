//! Evidence: what is said for and against a claim.

use assay_model::evidence::{Evidence, Stance};
use assay_model::id::EvidenceId;
use assay_model::span::QuotedSpan;
use assay_model::verdict::Finding;
use rusqlite::{OptionalExtension, Row};

use crate::error::{Result, StoreError};
use crate::image::Table;
use crate::readers::Reader;
use crate::row::Scalar;
use crate::write::Edit;

/// What is known about a piece of evidence besides its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceFields {
    /// Which of the two findings it serves.
    pub finding: Finding,
    /// Which way it points.
    pub stance: Stance,
    /// Where in the source: a page, a table, a time stamp.
    pub locator: Option<String>,
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

/// What evidence a claim has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct EvidenceTally {
    /// Pieces in all.
    pub all: u32,
    /// Pieces that serve “is it true?”.
    pub for_true: u32,
    /// Pieces taken from a primary source.
    pub primary: u32,
}

impl Edit<'_> {
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
                ("locator", new.fields.locator.as_deref().into()),
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

    /// Gives a claim the evidence of another one that serves a finding, as evidence of its own, after what it has. Gives the id
    /// of each piece and that of its copy.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn copy_evidence(
        &mut self,
        from: i64,
        to: i64,
        finding: Finding,
    ) -> Result<Vec<(EvidenceId, EvidenceId)>> {
        let mut copies = Vec::new();
        let last: Option<i64> = self
            .connection()
            .prepare_cached("SELECT max(position) FROM evidence WHERE claim = ?")?
            .query_row([to], |r| r.get(0))?;
        for key in self.keys("SELECT id FROM evidence WHERE claim = ? ORDER BY position, id", from)? {
            let image = self.must_read(Table::Evidence, key)?;
            if image.get("finding").text() != Some(finding.word()) {
                continue;
            }
            let id = EvidenceId::new();
            copies.push((image.get("uuid").text().unwrap_or_default().parse()?, id));
            let mut columns = self.copied(Table::Evidence, key)?;
            columns.retain(|(column, _)| *column != "position");
            columns.push(("uuid", id.to_string().into()));
            columns.push(("claim", to.into()));
            columns.push(("position", (last.unwrap_or(0) + copies.len() as i64).into()));
            let copy = self.insert(Table::Evidence, Some(to), &columns)?;
            for part in self.keys("SELECT id FROM span_part WHERE evidence = ? ORDER BY start", key)? {
                let mut columns = self.copied(Table::SpanPart, part)?;
                columns.push(("evidence", copy.into()));
                self.insert(Table::SpanPart, Some(to), &columns)?;
            }
        }
        Ok(copies)
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
            ("locator", fields.locator.as_deref().into()),
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

    /// What evidence a claim has.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn evidence_tally(&self, claim: i64) -> Result<EvidenceTally> {
        let mut statement = self.connection().prepare_cached(
            "SELECT count(*), coalesce(sum(finding = 'true'), 0), coalesce(sum(source.is_primary), 0)
               FROM evidence JOIN source ON source.id = evidence.source WHERE evidence.claim = ?",
        )?;
        let of = |r: &Row<'_>| Ok(EvidenceTally { all: r.get(0)?, for_true: r.get(1)?, primary: r.get(2)? });
        Ok(statement.query_row([claim], of)?)
    }

    /// Moves evidence to another place in its claim's list, counted from one; says whether that is another place.
    ///
    /// # Errors
    /// When there is no such evidence, or the file cannot be written.
    pub fn move_evidence(&mut self, claim: i64, evidence: i64, to: u32) -> Result<bool> {
        let order: Vec<i64> =
            self.keys("SELECT id FROM evidence WHERE claim = ? ORDER BY position, id", claim)?;
        let mut moved: Vec<i64> = order.iter().copied().filter(|e| *e != evidence).collect();
        moved.insert((to.max(1) as usize - 1).min(moved.len()), evidence);
        for (position, key) in (1_i64..).zip(&moved) {
            // Only those that stand elsewhere now are written.
            self.update(Table::Evidence, *key, Some(claim), &[("position", position.into())])?;
        }
        Ok(moved != order)
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
            locator: row.get("locator")?,
            quote: row.get("quote")?,
            span,
            source: self.source_of(row)?,
        })
    }
}
