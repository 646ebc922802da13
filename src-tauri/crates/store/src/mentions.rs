//! Mentions: the places where claims are made, each part checked by the database against the text.

use assay_model::claim::{Anchor, Mention};
use assay_model::id::{ClaimId, DocumentRef, MentionId};
use assay_model::span::{QuotedSpan, Span};
use assay_model::verdict::{Status, Verdict};
use rusqlite::OptionalExtension;

use crate::error::{Result, StoreError};
use crate::image::Table;
use crate::readers::Reader;
use crate::row::Scalar;
use crate::write::Edit;

/// A claim's mark in a document's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkedSpan {
    /// The claim's key.
    pub claim: i64,
    /// Its id.
    pub id: ClaimId,
    /// Its label.
    pub label: String,
    /// Its status.
    pub status: Status,
    /// Its verdict.
    pub verdict: Option<Verdict>,
    /// Where the mark is.
    pub span: Span,
}

/// What of a span lies in one block.
type Part = [(&'static str, Scalar); 4];

/// Where a mention is, as columns of its row.
fn place(revision: i64, quoted: &QuotedSpan) -> [(&'static str, Scalar); 6] {
    [
        ("revision", revision.into()),
        ("start", quoted.start.into()),
        ("end", quoted.end.into()),
        ("prefix", quoted.prefix.as_str().into()),
        ("suffix", quoted.suffix.as_str().into()),
        ("anchor", Anchor::Exact.word().into()),
    ]
}

impl Edit<'_> {
    /// Adds a mention of a claim; gives its key.
    ///
    /// # Errors
    /// When the text at the span is not the text quoted, or the file cannot be written.
    pub fn add_mention(&mut self, claim: i64, revision: i64, quoted: &QuotedSpan) -> Result<i64> {
        let mut columns = vec![("uuid", MentionId::new().to_string().into()), ("claim", claim.into())];
        columns.extend(place(revision, quoted));
        let mention = self.insert(Table::Mention, Some(claim), &columns)?;
        self.add_parts("mention", mention, claim, revision, quoted)?;
        Ok(mention)
    }

    /// Adds the part of a quoted span for each block that it touches.
    pub(crate) fn add_parts(
        &mut self,
        owner: &'static str,
        key: i64,
        claim: i64,
        revision: i64,
        quoted: &QuotedSpan,
    ) -> Result<()> {
        for part in self.parts(revision, quoted)? {
            self.insert_part(owner, key, claim, part)?;
        }
        Ok(())
    }

    fn insert_part(&mut self, owner: &'static str, key: i64, claim: i64, part: Part) -> Result<()> {
        let mut columns = vec![(owner, key.into())];
        columns.extend(part);
        self.insert(Table::SpanPart, Some(claim), &columns)?;
        Ok(())
    }

    /// The part of a quoted span for each block that it touches, in order of place.
    ///
    /// They are cut from the text quoted, so that the database compares each with its block; what lies between two
    /// blocks is compared here.
    fn parts(&self, revision: i64, quoted: &QuotedSpan) -> Result<Vec<Part>> {
        let blocks: Vec<(i64, u32, u32, String)> = self
            .connection()
            .prepare_cached(
                "SELECT id, start, end, lead FROM block WHERE revision = ?1 AND end > ?2 AND start < ?3
                    AND start >= coalesce((SELECT max(start) FROM block WHERE revision = ?1 AND start <= ?2), 0)
                  ORDER BY start",
            )?
            .query_map((revision, quoted.start, quoted.end), |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?)))?
            .collect::<rusqlite::Result<_>>()?;
        let chars: Vec<char> = quoted.exact.chars().collect();
        let text = |start: u32, end: u32| -> Option<String> {
            let from = start.checked_sub(quoted.start)? as usize;
            let to = end.checked_sub(quoted.start)? as usize;
            Some(chars.get(from..to)?.iter().collect())
        };
        let whole = chars.len() == quoted.span().len() as usize;
        let begins = blocks.first().is_some_and(|b| b.1 <= quoted.start);
        let ends = blocks.last().is_some_and(|b| b.2 >= quoted.end);
        if !(whole && begins && ends) {
            return Err(StoreError::SpanMismatch);
        }
        let mut parts = Vec::with_capacity(blocks.len());
        for (place, (block, block_start, block_end, lead)) in blocks.into_iter().enumerate() {
            if place > 0
                && text(block_start - lead.chars().count() as u32, block_start).as_ref() != Some(&lead)
            {
                return Err(StoreError::SpanMismatch);
            }
            let (start, end) = (quoted.start.max(block_start), quoted.end.min(block_end));
            let exact = text(start, end).ok_or(StoreError::SpanMismatch)?;
            parts.push([
                ("block", block.into()),
                ("start", start.into()),
                ("end", end.into()),
                ("exact", exact.into()),
            ]);
        }
        Ok(parts)
    }

    /// Gives a claim the mentions of another one, as mentions of its own.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn copy_mentions(&mut self, from: i64, to: i64) -> Result<()> {
        for mention in self.keys("SELECT id FROM mention WHERE claim = ? ORDER BY id", from)? {
            let mut columns = self.copied(Table::Mention, mention)?;
            columns.push(("uuid", MentionId::new().to_string().into()));
            columns.push(("claim", to.into()));
            let copy = self.insert(Table::Mention, Some(to), &columns)?;
            for part in self.keys("SELECT id FROM span_part WHERE mention = ? ORDER BY start", mention)? {
                let mut columns = self.copied(Table::SpanPart, part)?;
                columns.push(("mention", copy.into()));
                self.insert(Table::SpanPart, Some(to), &columns)?;
            }
        }
        Ok(())
    }

    /// The columns of a row as another row may have them: without what makes it this one.
    pub(crate) fn copied(&self, table: Table, key: i64) -> Result<Vec<(&'static str, Scalar)>> {
        let image = self.must_read(table, key)?;
        let own = ["id", "stamp", "uuid", "claim", "mention", "evidence", "merged_from"];
        let columns = table.columns().iter().filter(|c| !own.contains(*c));
        Ok(columns.map(|c| (*c, image.get(c).clone())).collect())
    }

    /// The key of a claim's mention.
    fn mention_key(&self, claim: i64, id: MentionId) -> Result<i64> {
        self.connection()
            .query_row("SELECT id FROM mention WHERE uuid = ? AND claim = ?", (id.to_string(), claim), |r| {
                r.get(0)
            })
            .optional()?
            .ok_or_else(|| StoreError::Missing { what: "mention", which: id.to_string() })
    }

    /// The key of the document that a claim's mention stands in.
    ///
    /// # Errors
    /// When the claim has no such mention.
    pub fn mention_document(&self, claim: i64, id: MentionId) -> Result<i64> {
        let mention = self.mention_key(claim, id)?;
        let sql = "SELECT document FROM revision JOIN mention ON mention.revision = revision.id WHERE mention.id = ?";
        Ok(self.connection().prepare_cached(sql)?.query_row([mention], |r| r.get(0))?)
    }

    /// The revision and span of a claim's mention.
    ///
    /// # Errors
    /// When the claim has no such mention.
    pub fn mention_span(&self, claim: i64, id: MentionId) -> Result<(i64, Span)> {
        let mention = self.mention_key(claim, id)?;
        let mut statement =
            self.connection().prepare_cached("SELECT revision, start, end FROM mention WHERE id = ?")?;
        let read = |r: &rusqlite::Row<'_>| Ok((r.get(0)?, Span { start: r.get(1)?, end: r.get(2)? }));
        Ok(statement.query_row([mention], read)?)
    }

    /// Whether a claim has a mention of exactly this span.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn has_mention(&self, claim: i64, revision: i64, span: Span) -> Result<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM mention WHERE claim = ? AND revision = ? AND start = ? AND end = ?)";
        let bound = (claim, revision, span.start, span.end);
        Ok(self.connection().prepare_cached(sql)?.query_row(bound, |r| r.get(0))?)
    }

    /// Gives a mention another span.
    ///
    /// The parts that it has are changed as far as they go, so that a mention within one block keeps its rows and
    /// several moves of it can be one stretch.
    ///
    /// # Errors
    /// When the claim has no such mention, the text at the span is not the text quoted, or the file cannot be written.
    pub fn move_mention(
        &mut self,
        claim: i64,
        id: MentionId,
        revision: i64,
        quoted: &QuotedSpan,
    ) -> Result<()> {
        let mention = self.mention_key(claim, id)?;
        self.update(Table::Mention, mention, Some(claim), &place(revision, quoted))?;
        let sql = "SELECT id FROM span_part WHERE mention = ? ORDER BY start";
        let mut there = self.keys(sql, mention)?.into_iter();
        for part in self.parts(revision, quoted)? {
            match there.next() {
                Some(row) => {
                    self.update(Table::SpanPart, row, Some(claim), &part)?;
                }
                None => self.insert_part("mention", mention, claim, part)?,
            }
        }
        for row in there {
            self.delete(Table::SpanPart, row, Some(claim))?;
        }
        Ok(())
    }

    /// Takes a mention away.
    ///
    /// # Errors
    /// When there is no such mention, it is the claim's last, or the file cannot be written.
    pub fn remove_mention(&mut self, claim: i64, id: MentionId) -> Result<()> {
        let mention = self.mention_key(claim, id)?;
        self.remove_mention_row(mention, claim)
    }

    pub(crate) fn remove_mention_row(&mut self, mention: i64, claim: i64) -> Result<()> {
        self.remove_parts("SELECT id FROM span_part WHERE mention = ?", mention, claim)?;
        self.delete(Table::Mention, mention, Some(claim))
    }

    pub(crate) fn remove_parts(&mut self, sql: &str, owner: i64, claim: i64) -> Result<()> {
        for part in self.keys(sql, owner)? {
            self.delete(Table::SpanPart, part, Some(claim))?;
        }
        Ok(())
    }

    /// The keys that a query of one parameter gives.
    pub(crate) fn keys(&self, sql: &str, of: i64) -> Result<Vec<i64>> {
        let mut statement = self.connection().prepare_cached(sql)?;
        let keys = statement.query_map([of], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?;
        Ok(keys)
    }

    /// How many mentions a claim has.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn mention_count(&self, claim: i64) -> Result<u32> {
        let mut statement =
            self.connection().prepare_cached("SELECT count(*) FROM mention WHERE claim = ?")?;
        Ok(statement.query_row([claim], |r| r.get(0))?)
    }
}

impl Reader<'_> {
    /// The mentions of a claim, in order of document and place.
    pub(crate) fn mentions(&self, claim: i64) -> Result<Vec<Mention>> {
        let mut statement = self.prepare_cached(include_str!("sql/mentions.sql"))?;
        let mut rows = statement.query([claim])?;
        let mut mentions = Vec::new();
        while let Some(row) = rows.next()? {
            let key: i64 = row.get("id")?;
            mentions.push(Mention {
                id: row.get::<_, String>("uuid")?.parse()?,
                document: row.get::<_, String>("document")?.parse()?,
                document_ref: DocumentRef(row.get("document_key")?),
                revision: row.get::<_, String>("revision")?.parse()?,
                sentence: row.get("sentence")?,
                start: row.get("start")?,
                end: row.get("end")?,
                exact: self.exact("SELECT exact, lead FROM span_part JOIN block ON block.id = block WHERE mention = ? ORDER BY span_part.start", key)?,
                prefix: row.get("prefix")?,
                suffix: row.get("suffix")?,
                anchor: row.get::<_, String>("anchor")?.parse()?,
            });
        }
        Ok(mentions)
    }

    /// The text of a span from its parts: between two parts stands what leads up to the later one's block.
    pub(crate) fn exact(&self, sql: &str, owner: i64) -> Result<String> {
        let mut statement = self.prepare_cached(sql)?;
        let mut rows = statement.query([owner])?;
        let mut exact = String::new();
        while let Some(row) = rows.next()? {
            if !exact.is_empty() {
                exact.push_str(&row.get::<_, String>("lead")?);
            }
            exact.push_str(&row.get::<_, String>("exact")?);
        }
        Ok(exact)
    }

    /// The marks of a revision, of these claims or of all, in order of place; those of dismissed claims left out.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn marks(&self, revision_key: i64, claims: Option<&[i64]>) -> Result<Vec<MarkedSpan>> {
        let claims = claims.map(serde_json::to_string).transpose()?;
        let mut statement = self.prepare_cached(
            "SELECT claim.id, claim.uuid, label, status, verdict, start, end
               FROM mention JOIN claim ON claim.id = mention.claim
              WHERE mention.revision = ?1 AND status <> 'dismissed'
                AND (?2 IS NULL OR mention.claim IN (SELECT value FROM json_each(?2)))
              ORDER BY start, end",
        )?;
        let mut rows = statement.query((revision_key, claims))?;
        let mut marks = Vec::new();
        while let Some(row) = rows.next()? {
            marks.push(MarkedSpan {
                claim: row.get(0)?,
                id: row.get::<_, String>(1)?.parse()?,
                label: row.get(2)?,
                status: row.get::<_, String>(3)?.parse()?,
                verdict: row.get::<_, Option<String>>(4)?.map(|v| v.parse()).transpose()?,
                span: Span { start: row.get(5)?, end: row.get(6)? },
            });
        }
        Ok(marks)
    }
}
