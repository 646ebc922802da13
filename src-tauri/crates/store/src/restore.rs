//! Earlier states of a claim: put together from the log, and given back.

use std::collections::HashSet;

use assay_model::checklist::ChecklistStep;
use assay_model::claim::{Claim, ClaimRow, Mention};
use assay_model::evidence::{Evidence, Source, SourceKind, StoredCopy};
use assay_model::id::{DocumentId, DocumentRef, EvidenceId, RevisionId, SourceRef};
use assay_model::note::Note;
use assay_model::rationale;
use assay_model::relation::{Relation, RelationKind};
use assay_model::span::QuotedSpan;
use assay_model::time::Instant;
use assay_model::verdict::{Status, Verdict};
use rusqlite::OptionalExtension;

use crate::claims::ClaimFields;
use crate::documents::date_of;
use crate::error::{Result, StoreError};
use crate::image::{Image, Table};
use crate::open::Store;
use crate::past::{
    Past, Quoting, claim_rows_at, copies_at, document_of, exact_at, rating_name_at, row_at, sentence_number,
};
use crate::readers::Reader;
use crate::row::Scalar;
use crate::write::Edit;

fn text(image: &Image, column: &str) -> String {
    image.get(column).text().unwrap_or_default().to_owned()
}

fn some(image: &Image, column: &str) -> Option<String> {
    image.get(column).text().map(str::to_owned)
}

fn number(image: &Image, column: &str) -> i64 {
    image.get(column).integer().unwrap_or_default()
}

fn flag(image: &Image, column: &str) -> bool {
    number(image, column) == 1
}

impl Store {
    /// A claim as an operation left it; none if it was not there.
    ///
    /// # Errors
    /// When the file cannot be read, or the log is damaged.
    pub fn claim_then(&self, claim: i64, operation: i64) -> Result<Option<Claim>> {
        let reader = self.reader()?;
        reader.snapshot(|| Then { reader: &reader, store: self, operation }.claim(claim))
    }
}

/// Reads how things were after an operation.
struct Then<'r> {
    reader: &'r Reader<'r>,
    store: &'r Store,
    operation: i64,
}

impl Then<'_> {
    fn row(&self, table: Table, key: Option<i64>) -> Result<Option<Image>> {
        let Some(key) = key else { return Ok(None) };
        Ok(row_at(self.reader, table, key, self.operation, true)?.row())
    }

    fn claim(&self, claim: i64) -> Result<Option<Claim>> {
        let Some(rows) = claim_rows_at(self.reader, claim, self.operation)? else { return Ok(None) };
        let fields = ClaimFields::of(&rows.claim)?;
        let mut mentions = rows.mentions.iter().map(|m| self.mention(m)).collect::<Result<Vec<_>>>()?;
        mentions.sort_by_key(|m| (m.document_ref.0, m.start));
        let evidence_items = (1..)
            .zip(&rows.evidence)
            .map(|(number, e)| self.evidence(number, e))
            .collect::<Result<Vec<_>>>()?;
        let order: Vec<EvidenceId> = evidence_items.iter().map(|e| e.id).collect();
        let note_items = rows.notes.iter().map(note).collect::<Result<Vec<_>>>()?;
        let relations = rows.relations.iter().map(|r| self.relation(r)).collect::<Result<Vec<_>>>()?;
        let ticked: Vec<String> = rows.ticks.iter().map(|t| text(t, "step")).collect();
        let steps = self.reader.steps(fields.kind)?.into_iter();
        let mut tags: Vec<String> = rows.tags.iter().map(|t| text(t, "tag")).collect();
        tags.sort();
        Ok(Some(Claim {
            row: self.ledger_row(claim, &rows.claim, &fields, &mentions, &evidence_items, &note_items)?,
            reasons: serde_json::from_str(&text(&rows.claim, "reasons"))?,
            rationale: rationale::to_shown(&fields.rationale, &order),
            rationale_said: rationale::to_shown(&fields.rationale_said, &order),
            values: fields.values,
            tags,
            reviewer: self.person(fields.reviewer)?,
            mentions,
            evidence_items,
            signed_off_by: fields.signed_off_by,
            signed_off_at: fields.signed_off_at,
            signed_digest: fields.signed_digest,
            reopened: fields.reopened,
            note_items,
            relations,
            checklist: steps.map(|step| ChecklistStep { done: ticked.contains(&step.id), step }).collect(),
            stamp: number(&rows.claim, "stamp"),
        }))
    }

    fn ledger_row(
        &self,
        claim: i64,
        image: &Image,
        fields: &ClaimFields,
        mentions: &[Mention],
        evidence: &[Evidence],
        notes: &[Note],
    ) -> Result<ClaimRow> {
        let first = mentions.first();
        let document = self.row(Table::Document, first.map(|m| m.document_ref.0.into()))?;
        let origin = |e: &Evidence| {
            let shared = e.source.origin.as_deref().map(|o| format!("o{}", o.trim().to_lowercase()));
            shared.unwrap_or_else(|| format!("s{}", e.source.reference))
        };
        let rating_name = match &fields.rating {
            Some(r) => rating_name_at(self.reader, &r.scale, &r.rating, self.operation)?,
            None => None,
        };
        let edited: Option<i64> = self
            .reader
            .prepare_cached(
                "SELECT time FROM operation
                  WHERE seq = (SELECT max(operation) FROM change WHERE claim = ? AND operation <= ?)",
            )?
            .query_row((claim, self.operation), |r| r.get(0))
            .optional()?;
        let stated = fields.values.first();
        Ok(ClaimRow {
            key: claim,
            id: fields.id,
            reference: self.store.claim_ref(claim),
            label: fields.label.clone(),
            statement: fields.statement.clone(),
            kind: fields.kind,
            status: fields.status,
            verdict: fields.verdict,
            rating: fields.rating.clone(),
            rating_name,
            said: fields.said,
            claimant: fields.claimant.clone(),
            mode: fields.mode,
            priority: fields.priority,
            score: if let Scalar::Real(score) = image.get("score") { Some(*score) } else { None },
            value: stated.map(|v| v.text.clone()),
            value_normal: stated.map(|v| v.value.clone()),
            found: fields.found.clone(),
            document_name: document.and_then(|d| some(&d, "publisher").or_else(|| some(&d, "title"))),
            document: first.map(|m| m.document),
            evidence: evidence.len() as u32,
            origins: evidence.iter().map(origin).collect::<HashSet<_>>().len() as u32,
            has_primary: evidence.iter().any(|e| e.source.primary),
            notes: notes.len() as u32,
            open_questions: notes.iter().filter(|n| n.is_open()).count() as u32,
            checker: self.person(fields.checker)?,
            edited: Instant(edited.unwrap_or_default()),
        })
    }

    fn person(&self, key: Option<i64>) -> Result<Option<String>> {
        Ok(self.row(Table::Person, key)?.map(|p| text(&p, "name")))
    }

    fn mention(&self, mention: &Quoting) -> Result<Mention> {
        let row = &mention.row;
        let revision = number(row, "revision");
        let document_key = document_of(self.reader, revision)?;
        let document = self.row(Table::Document, document_key)?;
        let revision_row = self.row(Table::Revision, Some(revision))?;
        let start = number(row, "start");
        Ok(Mention {
            id: text(row, "uuid").parse()?,
            document: document.map_or_else(|| Ok(DocumentId::new()), |d| text(&d, "uuid").parse())?,
            document_ref: DocumentRef(document_key.unwrap_or_default() as u32),
            revision: revision_row.map_or_else(|| Ok(RevisionId::new()), |r| text(&r, "uuid").parse())?,
            sentence: sentence_number(self.reader, revision, start)?,
            start: start as u32,
            end: number(row, "end") as u32,
            exact: exact_at(self.reader, &mention.parts, self.operation)?,
            prefix: text(row, "prefix"),
            suffix: text(row, "suffix"),
            anchor: text(row, "anchor").parse()?,
        })
    }

    fn evidence(&self, place: u32, evidence: &Quoting) -> Result<Evidence> {
        let row = &evidence.row;
        let span = match (row.get("start").integer(), row.get("end").integer()) {
            (Some(start), Some(end)) => Some(QuotedSpan {
                start: start as u32,
                end: end as u32,
                exact: exact_at(self.reader, &evidence.parts, self.operation)?,
                prefix: text(row, "prefix"),
                suffix: text(row, "suffix"),
            }),
            _ => None,
        };
        Ok(Evidence {
            id: text(row, "uuid").parse()?,
            number: place,
            finding: text(row, "finding").parse()?,
            stance: text(row, "stance").parse()?,
            locator: some(row, "locator"),
            quote: some(row, "quote"),
            span,
            source: self.source(number(row, "source"))?,
        })
    }

    fn source(&self, key: i64) -> Result<Source> {
        let missing = || StoreError::Missing { what: "source", which: SourceRef(key as u32).to_string() };
        let row = self.row(Table::Source, Some(key))?.ok_or_else(missing)?;
        let document = self.row(Table::Document, row.get("document").integer())?;
        let copy = |c: Image| {
            Ok(StoredCopy {
                id: text(&c, "uuid").parse()?,
                file_name: text(&c, "file_name"),
                media_type: text(&c, "media_type"),
                sha256: text(&c, "sha256"),
                bytes: match c.get("bytes") {
                    Scalar::Blob(bytes) => bytes.len() as u32,
                    length => length.integer().unwrap_or_default() as u32,
                },
                added: Instant(number(&c, "added")),
            })
        };
        Ok(Source {
            id: text(&row, "uuid").parse()?,
            reference: SourceRef(key as u32),
            kind: match row.get("document") {
                Scalar::Null => text(&row, "kind").parse()?,
                _ => SourceKind::Document,
            },
            title: text(&row, "title"),
            author: some(&row, "author"),
            publisher: some(&row, "publisher"),
            url: some(&row, "url"),
            published: date_of(some(&row, "published"))?,
            accessed: date_of(some(&row, "accessed"))?,
            primary: flag(&row, "is_primary"),
            origin: some(&row, "origin"),
            confidential: flag(&row, "confidential"),
            contact: some(&row, "contact"),
            notes: some(&row, "notes"),
            document: document.map(|d| text(&d, "uuid").parse()).transpose()?,
            copies: copies_at(self.reader, key, self.operation)?
                .into_iter()
                .map(copy)
                .collect::<Result<_>>()?,
        })
    }

    fn relation(&self, row: &Image) -> Result<Relation> {
        let other = number(row, "other");
        let missing = || StoreError::Missing { what: "claim", which: other.to_string() };
        let image = self.row(Table::Claim, Some(other))?.ok_or_else(missing)?;
        Ok(Relation {
            kind: text(row, "kind").parse()?,
            key: other,
            id: text(&image, "uuid").parse()?,
            reference: self.store.claim_ref(other),
            label: text(&image, "label"),
            status: text(&image, "status").parse::<Status>()?,
            verdict: some(&image, "verdict").map(|v| v.parse::<Verdict>()).transpose()?,
        })
    }
}

fn note(row: &Image) -> Result<Note> {
    Ok(Note {
        id: text(row, "uuid").parse()?,
        kind: text(row, "kind").parse()?,
        author: text(row, "author"),
        written: Instant(number(row, "written")),
        text: text(row, "text"),
        answer: some(row, "answer"),
    })
}

impl Edit<'_> {
    /// Gives a claim back the tags, mentions and evidence that it had after an operation, and says what its fields were
    /// then: with a checker, reviewer and rating that there still are, or are put back.
    ///
    /// # Errors
    /// [`StoreError::CannotRestore`] when it was not there then, or what it stood on is gone; nothing may then be kept.
    pub fn restore_rows(&mut self, claim: i64, operation: i64) -> Result<ClaimFields> {
        let not_there = StoreError::CannotRestore("the claim was not there then");
        let then = claim_rows_at(self.connection(), claim, operation)?.ok_or(not_there)?;
        if then.purged {
            return Err(StoreError::CannotRestore("some of it was purged since"));
        }
        if !self.related(claim, RelationKind::MergedInto)?.is_empty() {
            return Err(StoreError::CannotRestore("the claim was merged into another; unmerge it first"));
        }
        if then.mentions.is_empty() {
            return Err(StoreError::CannotRestore("the claim was merged into another then"));
        }
        let mut fields = ClaimFields::of(&then.claim)?;
        for person in [&mut fields.checker, &mut fields.reviewer].into_iter().flatten() {
            *person = self.person_again(*person, operation)?;
        }
        if let Some(rating) = &fields.rating
            && !assay_model::scale::built_in().iter().chain(&self.own_scales()?).any(|s| {
                s.word == rating.scale && s.rating(&rating.rating).map(|r| r.verdict) == fields.verdict
            })
        {
            fields.rating = None;
        }
        let tags: Vec<String> = then.tags.iter().map(|t| text(t, "tag")).collect();
        for key in self.keys("SELECT id FROM claim_tag WHERE claim = ?", claim)? {
            if !tags.contains(&text(&self.must_read(Table::ClaimTag, key)?, "tag")) {
                self.delete(Table::ClaimTag, key, Some(claim))?;
            }
        }
        for tag in &tags {
            self.add_tag(claim, tag)?;
        }
        self.restore_quoting(claim, Table::Mention, &then.mentions, operation)?;
        self.restore_quoting(claim, Table::Evidence, &then.evidence, operation)?;
        Ok(fields)
    }

    /// Mentions or evidence, each with the parts of its span.
    fn restore_quoting(&mut self, claim: i64, table: Table, then: &[Quoting], operation: i64) -> Result<()> {
        let (of_claim, of_row) = match table {
            Table::Mention => {
                ("SELECT id FROM mention WHERE claim = ?", "SELECT id FROM span_part WHERE mention = ?")
            }
            _ => ("SELECT id FROM evidence WHERE claim = ?", "SELECT id FROM span_part WHERE evidence = ?"),
        };
        let wanted: HashSet<i64> = then.iter().map(|q| q.row.id()).collect();
        for key in self.keys(of_claim, claim)? {
            if !wanted.contains(&key) {
                // It would be lost to the claim that brought it.
                if self.must_read(table, key)?.get("merged_from") != &Scalar::Null {
                    return Err(StoreError::CannotRestore(
                        "another claim was merged into it since; unmerge that first",
                    ));
                }
                for part in self.keys(of_row, key)? {
                    self.delete(Table::SpanPart, part, Some(claim))?;
                }
                self.delete(table, key, Some(claim))?;
            }
        }
        for quoting in then {
            if let Some(revision) = quoting.row.get("revision").integer()
                && self.read(Table::Revision, revision)?.is_none()
            {
                return Err(StoreError::CannotRestore("a document that it stood in was deleted since"));
            }
            if let Some(source) = quoting.row.get("source").integer() {
                self.bring_back(Table::Source, source, operation)?;
            }
            self.put(claim, &quoting.row)?;
            let parts: HashSet<i64> = quoting.parts.iter().map(Image::id).collect();
            for part in self.keys(of_row, quoting.row.id())? {
                if !parts.contains(&part) {
                    self.delete(Table::SpanPart, part, Some(claim))?;
                }
            }
            for part in &quoting.parts {
                self.put(claim, part)?;
            }
        }
        Ok(())
    }

    /// Makes a row of a claim what an image says, as a change of this operation.
    fn put(&mut self, claim: i64, image: &Image) -> Result<()> {
        let mut after = image.clone();
        after.set("stamp", self.seq().into());
        match self.read(image.table, image.id())? {
            None => self.put_back(&after, Some(claim)),
            Some(now) if now.get("claim").integer().is_some_and(|owner| owner != claim) => {
                Err(StoreError::CannotRestore("another claim has some of it since; take them apart first"))
            }
            Some(now) if now.differing(image).is_empty() => Ok(()),
            Some(now) => self.overwrite(now, &after, Some(claim)),
        }
    }

    /// Puts a row back that is gone since, as it was then; one that is there stays as it is.
    fn bring_back(&mut self, table: Table, key: i64, operation: i64) -> Result<()> {
        if self.read(table, key)?.is_some() {
            return Ok(());
        }
        let Past::Row(mut image) = row_at(self.connection(), table, key, operation, false)? else {
            return Err(StoreError::CannotRestore("some of it was purged since"));
        };
        image.set("stamp", self.seq().into());
        if table == Table::Source
            && let Some(document) = image.get("document").integer()
            && self.read(Table::Document, document)?.is_none()
        {
            return Err(StoreError::CannotRestore("a document that it quotes was deleted since"));
        }
        self.put_back(&image, None)?;
        if table == Table::Source {
            for copy in copies_at(self.connection(), key, operation)? {
                self.bring_back(Table::StoredCopy, copy.id(), operation)?;
            }
        }
        Ok(())
    }

    /// The key of a person, who is put back if they are gone, unless somebody of that name is there.
    fn person_again(&mut self, key: i64, operation: i64) -> Result<i64> {
        if self.read(Table::Person, key)?.is_some() {
            return Ok(key);
        }
        let then = row_at(self.connection(), Table::Person, key, operation, true)?.row();
        let name = then.map(|p| text(&p, "name")).unwrap_or_default();
        if let Some(namesake) = self.person_key(&name)? {
            return Ok(namesake);
        }
        self.bring_back(Table::Person, key, operation)?;
        Ok(key)
    }

    /// Gives the details of a document or a source back as they were after an operation; says whether they were others.
    ///
    /// # Errors
    /// [`StoreError::CannotRestore`] when it was not there then, or was purged since.
    pub fn restore_details(&mut self, table: Table, key: i64, operation: i64) -> Result<bool> {
        let Past::Row(then) = row_at(self.connection(), table, key, operation, false)? else {
            return Err(StoreError::CannotRestore("it was not there then"));
        };
        let own = ["id", "stamp", "uuid", "document"];
        let columns = table.columns().iter().filter(|c| !own.contains(*c));
        let columns: Vec<_> = columns.map(|c| (*c, then.get(c).clone())).collect();
        let changed = self.update(table, key, None, &columns)?;
        if changed {
            let sql = match table {
                Table::Source => "SELECT DISTINCT claim FROM evidence WHERE source = ?",
                _ => "SELECT id FROM claim WHERE document = ?",
            };
            for claim in self.keys(sql, key)? {
                self.touch_claim(claim);
            }
        }
        Ok(changed)
    }
}
