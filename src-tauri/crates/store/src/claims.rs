//! Claims and their tags.

use assay_model::claim::{Claim, ClaimKind, ClaimRow, Mode, Priority};
use assay_model::id::{ClaimId, ClaimRef, EvidenceId};
use assay_model::rationale;
use assay_model::scale::{self, Rating, RatingRef};
use assay_model::time::Instant;
use assay_model::value::Value;
use assay_model::verdict::{Status, Verdict};
use rusqlite::{OptionalExtension, Row};

use crate::error::{Result, StoreError};
use crate::image::{Image, Table};
use crate::open::Store;
use crate::row::{InOrder, Scalar};
use crate::write::Edit;

/// What the ledger shows of a claim, by its key.
pub(crate) const ROW: &str = concat!(include_str!("sql/claim_row.sql"), include_str!("sql/claim_from.sql"));

/// The same and what else its row and those that it names hold.
pub(crate) const CLAIM: &str = concat!(
    include_str!("sql/claim_row.sql"),
    include_str!("sql/claim_more.sql"),
    include_str!("sql/claim_from.sql")
);

/// A claim to be added.
#[derive(Debug, Clone)]
pub struct NewClaim {
    /// Two to five words that name it.
    pub label: String,
    /// The claim as one sentence.
    pub statement: String,
    /// What sort it is.
    pub kind: ClaimKind,
    /// How far the work has come.
    pub status: Status,
    /// Who says it; none in the document's own voice.
    pub claimant: Option<String>,
    /// In whose words.
    pub mode: Mode,
    /// How soon.
    pub priority: Priority,
    /// How much it wants checking, 0 to 1.
    pub score: Option<f64>,
    /// Why it was suggested.
    pub reasons: Vec<String>,
    /// The values it states.
    pub values: Vec<Value>,
}

/// The fields of a claim that edits change, as they stand. Rationales are in their stored form.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "they are the fields of `assay_model::claim::Claim`")]
pub struct ClaimFields {
    pub id: ClaimId,
    pub label: String,
    pub statement: String,
    pub kind: ClaimKind,
    pub status: Status,
    pub verdict: Option<Verdict>,
    /// The value of another scale than Assay's own that the verdict stands for.
    pub rating: Option<RatingRef>,
    pub said: Option<Verdict>,
    pub claimant: Option<String>,
    pub mode: Mode,
    pub priority: Priority,
    pub values: Vec<Value>,
    pub found: Option<String>,
    pub rationale: String,
    pub rationale_said: String,
    /// The key of the person who checks it.
    pub checker: Option<i64>,
    /// The key of the person who reads it again.
    pub reviewer: Option<i64>,
    pub signed_off_by: Option<String>,
    pub signed_off_at: Option<Instant>,
    /// SHA-256 of what was signed: [`Edit::substance`] at that moment.
    pub signed_digest: Option<String>,
    pub reopened: Option<String>,
}

impl ClaimFields {
    fn columns(&self) -> Result<Vec<(&'static str, Scalar)>> {
        Ok(vec![
            ("uuid", self.id.to_string().into()),
            ("label", self.label.as_str().into()),
            ("statement", self.statement.as_str().into()),
            ("kind", self.kind.word().into()),
            ("status", self.status.word().into()),
            ("verdict", self.verdict.map(Verdict::word).into()),
            ("scale", self.rating.as_ref().map(|r| r.scale.as_str()).into()),
            ("rating", self.rating.as_ref().map(|r| r.rating.as_str()).into()),
            ("said", self.said.map(Verdict::word).into()),
            ("claimant", self.claimant.as_deref().into()),
            ("mode", self.mode.word().into()),
            ("priority", (self.priority as i64).into()),
            ("stated", serde_json::to_string(&self.values)?.into()),
            ("found", self.found.as_deref().into()),
            ("rationale", self.rationale.as_str().into()),
            ("rationale_said", self.rationale_said.as_str().into()),
            ("checker", self.checker.into()),
            ("reviewer", self.reviewer.into()),
            ("signed_off_by", self.signed_off_by.as_deref().into()),
            ("signed_off_at", self.signed_off_at.map(|t| t.0).into()),
            ("signed_digest", self.signed_digest.as_deref().into()),
            ("reopened", self.reopened.as_deref().into()),
        ])
    }

    /// The fields that an image of a claim holds.
    ///
    /// # Errors
    /// When the image holds a word that this version cannot read.
    pub fn of(image: &Image) -> Result<Self> {
        let text = |column: &str| image.get(column).text().unwrap_or_default().to_owned();
        let some = |column: &str| image.get(column).text().map(str::to_owned);
        Ok(Self {
            id: text("uuid").parse()?,
            label: text("label"),
            statement: text("statement"),
            kind: text("kind").parse()?,
            status: text("status").parse()?,
            verdict: some("verdict").map(|v| v.parse()).transpose()?,
            rating: some("scale").zip(some("rating")).map(|(scale, rating)| RatingRef { scale, rating }),
            said: some("said").map(|v| v.parse()).transpose()?,
            claimant: some("claimant"),
            mode: text("mode").parse()?,
            priority: priority_of(image.get("priority").integer().unwrap_or_default())?,
            values: serde_json::from_str(&text("stated"))?,
            found: some("found"),
            rationale: text("rationale"),
            rationale_said: text("rationale_said"),
            checker: image.get("checker").integer(),
            reviewer: image.get("reviewer").integer(),
            signed_off_by: some("signed_off_by"),
            signed_off_at: image.get("signed_off_at").integer().map(Instant),
            signed_digest: some("signed_digest"),
            reopened: some("reopened"),
        })
    }
}

impl Edit<'_> {
    /// Adds a claim; gives its key, which is also the number of its reference.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn add_claim(&mut self, new: &NewClaim) -> Result<i64> {
        let fields = ClaimFields {
            id: ClaimId::new(),
            label: new.label.clone(),
            statement: new.statement.clone(),
            kind: new.kind,
            status: new.status,
            verdict: None,
            rating: None,
            said: None,
            claimant: new.claimant.clone(),
            mode: new.mode,
            priority: new.priority,
            values: new.values.clone(),
            found: None,
            rationale: String::new(),
            rationale_said: String::new(),
            checker: None,
            reviewer: None,
            signed_off_by: None,
            signed_off_at: None,
            signed_digest: None,
            reopened: None,
        };
        let mut columns = fields.columns()?;
        columns.push(("score", new.score.into()));
        columns.push(("reasons", serde_json::to_string(&new.reasons)?.into()));
        self.insert(Table::Claim, None, &columns)
    }

    /// A claim's fields as they stand.
    ///
    /// # Errors
    /// When there is no such claim.
    pub fn claim_fields(&self, claim: i64) -> Result<ClaimFields> {
        let image = self
            .read(Table::Claim, claim)?
            .ok_or_else(|| StoreError::Missing { what: "claim", which: claim.to_string() })?;
        ClaimFields::of(&image)
    }

    /// Makes a claim's fields these; says whether anything changed.
    ///
    /// # Errors
    /// When there is no such claim, or the file cannot be written.
    pub fn set_claim(&mut self, claim: i64, fields: &ClaimFields) -> Result<bool> {
        self.update(Table::Claim, claim, Some(claim), &fields.columns()?)
    }

    /// Gives a claim a tag, if it has not got it; says whether it was new.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn add_tag(&mut self, claim: i64, tag: &str) -> Result<bool> {
        if self.tag_key(claim, tag)?.is_some() {
            return Ok(false);
        }
        self.insert(Table::ClaimTag, Some(claim), &[("claim", claim.into()), ("tag", tag.into())])?;
        Ok(true)
    }

    /// Takes a tag from a claim, if it has it; says whether it had.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn remove_tag(&mut self, claim: i64, tag: &str) -> Result<bool> {
        let Some(key) = self.tag_key(claim, tag)? else { return Ok(false) };
        self.delete(Table::ClaimTag, key, Some(claim))?;
        Ok(true)
    }

    /// Whether a claim has a tag.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn has_tag(&self, claim: i64, tag: &str) -> Result<bool> {
        Ok(self.tag_key(claim, tag)?.is_some())
    }

    fn tag_key(&self, claim: i64, tag: &str) -> Result<Option<i64>> {
        let mut statement =
            self.connection().prepare_cached("SELECT id FROM claim_tag WHERE claim = ? AND tag = ?")?;
        Ok(statement.query_row((claim, tag), |r| r.get(0)).optional()?)
    }

    /// The ids of a claim's evidence, in order.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn evidence_order(&self, claim: i64) -> Result<Vec<EvidenceId>> {
        let sql = "SELECT uuid FROM evidence WHERE claim = ? ORDER BY position, id";
        let mut statement = self.connection().prepare_cached(sql)?;
        let ids: Vec<String> =
            statement.query_map([claim], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?;
        ids.into_iter().map(|id| Ok(id.parse()?)).collect()
    }

    /// Deletes a claim with all that hangs off it.
    pub(crate) fn delete_claim(&mut self, claim: i64) -> Result<()> {
        for mention in self.keys("SELECT id FROM mention WHERE claim = ?", claim)? {
            self.remove_mention_row(mention, claim)?;
        }
        for evidence in self.keys("SELECT id FROM evidence WHERE claim = ?", claim)? {
            self.remove_evidence(claim, evidence)?;
        }
        for tag in self.keys("SELECT id FROM claim_tag WHERE claim = ?", claim)? {
            self.delete(Table::ClaimTag, tag, Some(claim))?;
        }
        for note in self.keys("SELECT id FROM note WHERE claim = ?", claim)? {
            self.delete(Table::Note, note, Some(claim))?;
        }
        for tick in self.keys("SELECT id FROM tick WHERE claim = ?", claim)? {
            self.delete(Table::Tick, tick, Some(claim))?;
        }
        self.forget_relations(claim)?;
        self.delete(Table::Claim, claim, Some(claim))
    }
}

pub(crate) fn priority_of(number: i64) -> Result<Priority> {
    usize::try_from(number)
        .ok()
        .and_then(|n| Priority::ALL.get(n).copied())
        .ok_or_else(|| StoreError::Unreadable(format!("priority {number}")))
}

impl Store {
    /// The reference of a claim by its key.
    pub fn claim_ref(&self, key: i64) -> ClaimRef {
        ClaimRef { prefix: self.facts().prefix.clone(), number: key as u32 }
    }

    /// A claim with all that hangs off it; none if there is none of this key.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn claim(&self, key: i64) -> Result<Option<Claim>> {
        let reader = self.reader()?;
        reader.snapshot(|| {
            let mut statement = reader.prepare_cached(CLAIM)?;
            let mut rows = statement.query([key])?;
            let Some(row) = rows.next()? else { return Ok(None) };
            let evidence_items = reader.evidence(key)?;
            let order: Vec<EvidenceId> = evidence_items.iter().map(|e| e.id).collect();
            let shown = |stored: String| rationale::to_shown(&stored, &order);
            let tags = reader
                .prepare_cached("SELECT tag FROM claim_tag WHERE claim = ? ORDER BY tag")?
                .query_map([key], |r| r.get(0))?
                .collect::<rusqlite::Result<_>>()?;
            Ok(Some(Claim {
                row: self.claim_row(row)?,
                reasons: serde_json::from_str(&row.get::<_, String>("reasons")?)?,
                values: serde_json::from_str(&row.get::<_, String>("stated")?)?,
                rationale: shown(row.get("rationale")?),
                rationale_said: shown(row.get("rationale_said")?),
                tags,
                reviewer: row.get("reviewer_name")?,
                mentions: reader.mentions(key)?,
                evidence_items,
                signed_off_by: row.get("signed_off_by")?,
                signed_off_at: row.get::<_, Option<i64>>("signed_off_at")?.map(Instant),
                signed_digest: row.get("signed_digest")?,
                reopened: row.get("reopened")?,
                note_items: reader.notes(key)?,
                relations: reader.relations(key, &self.facts().prefix)?,
                checklist: reader.checklist(key, row.get::<_, String>("kind")?.parse()?)?,
                stamp: row.get("stamp")?,
            }))
        })
    }

    /// The key of a claim, by its id.
    ///
    /// # Errors
    /// When there is no such claim.
    pub fn claim_key(&self, id: ClaimId) -> Result<i64> {
        self.reader()?
            .prepare_cached("SELECT id FROM claim WHERE uuid = ?")?
            .query_row([id.to_string()], |r| r.get(0))
            .optional()?
            .ok_or_else(|| StoreError::Missing { what: "claim", which: id.to_string() })
    }

    /// What the ledger shows of a claim, of a row that [`ROW`] or [`CLAIM`] gives.
    pub(crate) fn claim_row(&self, row: &Row<'_>) -> Result<ClaimRow> {
        let mut row = InOrder::of(row);
        let key = row.take()?;
        let (id, label, statement) = (row.word()?, row.take()?, row.take()?);
        let (kind, status, verdict) = (row.word()?, row.word()?, row.some_word()?);
        let rating = row.take::<Option<String>>()?.zip(row.take::<Option<String>>()?);
        let rating_name = rating_name(rating.as_ref(), row.take()?)?;
        Ok(ClaimRow {
            key,
            id,
            reference: self.claim_ref(key),
            label,
            statement,
            kind,
            status,
            verdict,
            rating_name,
            rating: rating.map(|(scale, rating)| RatingRef { scale, rating }),
            said: row.some_word()?,
            claimant: row.take()?,
            mode: row.word()?,
            priority: priority_of(row.take()?)?,
            score: row.take()?,
            value: row.take()?,
            value_normal: row.take()?,
            found: row.take()?,
            document_name: row.take()?,
            document: row.some_word()?,
            evidence: row.take()?,
            origins: row.take()?,
            has_primary: row.take()?,
            notes: row.take()?,
            open_questions: row.take()?,
            checker: row.take()?,
            edited: Instant(row.take()?),
        })
    }
}

/// The name of a scale's value: of a scale that comes with Assay, or of the workspace's own, whose values are given.
fn rating_name(rating: Option<&(String, String)>, own: Option<String>) -> Result<Option<String>> {
    let Some((scale, word)) = rating else { return Ok(None) };
    let of = |ratings: &[Rating]| ratings.iter().find(|r| r.word == *word).map(|r| r.name.clone());
    if let Some(own) = own {
        return Ok(of(&serde_json::from_str::<Vec<Rating>>(&own)?));
    }
    Ok(scale::built_in().iter().find(|s| s.word == *scale).and_then(|s| of(&s.ratings)))
}
