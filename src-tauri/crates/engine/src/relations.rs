//! How claims stand to one another: the same, against each other, part of a larger one.

use assay_model::claim::Mode;
use assay_model::operation::OperationKind;
use assay_model::relation::RelationKind;
use assay_model::span::QuotedSpan;
use assay_model::verdict::Status;
use assay_store::{Edit, NewClaim};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::claims::text;
use crate::error::{Code, Error, Result};
use crate::places::Place;
use crate::reopen::reopen;
use crate::sign_off::move_not_allowed;
use crate::workspace::{Outcome, Workspace};

/// One part of a claim that is split.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct PartDraft {
    /// The part as one sentence.
    pub statement: String,
    /// Two to five words; the beginning of the statement if none.
    #[serde(default)]
    pub label: Option<String>,
    /// Where it is made; where the whole is, if none.
    #[serde(default)]
    pub place: Option<Place>,
}

/// A part with everything checked.
struct Part {
    statement: String,
    label: String,
    /// The key of a revision, and the place there.
    place: Option<(i64, QuotedSpan)>,
}

impl Workspace {
    /// Relates two claims; the other one is related back.
    ///
    /// # Errors
    /// When a claim is missing or related to itself, or the relation is one that merging makes.
    pub fn relate(&self, claim: i64, kind: RelationKind, other: i64) -> Result<Outcome> {
        if !kind.is_plain() {
            return Err(Error::invalid("relation", "Claims are merged, not related so.").hint("Use merge."));
        }
        self.two_different(claim, other)?;
        let written = self.write(OperationKind::Relate, |edit| {
            self.fields_in(edit, claim)?;
            self.fields_in(edit, other)?;
            if kind == RelationKind::PartOf || kind == RelationKind::HasPart {
                no_circle(edit, claim, kind, other)?;
            }
            // What is the same is not different.
            match kind {
                RelationKind::DifferentFrom => edit.unrelate(claim, RelationKind::SameAs, other)?,
                _ => edit.unrelate(claim, RelationKind::DifferentFrom, other)?,
            };
            Ok(edit.relate(claim, kind, other, None)?)
        })?;
        let words = format!("is {} {}", kind.label().to_lowercase(), self.store.claim_ref(other));
        let words = match kind {
            RelationKind::Contradicts => format!("contradicts {}", self.store.claim_ref(other)),
            RelationKind::HasPart => format!("has {} as a part", self.store.claim_ref(other)),
            _ => words.replace("is same as", "is the same as"),
        };
        let message = self.about(&[claim], &words);
        Ok(Outcome { operation: written.operation, claims: 2 * u32::from(written.value), message })
    }

    /// Takes a relation away, from both claims.
    ///
    /// # Errors
    /// When there is no such relation, or merging made it.
    pub fn unrelate(&self, claim: i64, kind: RelationKind, other: i64) -> Result<Outcome> {
        if !kind.is_plain() {
            return Err(
                Error::invalid("relation", "Claims that were merged are unmerged.").hint("Use unmerge.")
            );
        }
        let written = self.write(OperationKind::Unrelate, |edit| {
            if edit.unrelate(claim, kind, other)? {
                return Ok(());
            }
            let (one, other) = (self.store.claim_ref(claim), self.store.claim_ref(other));
            Err(Error::new(Code::NotFound, format!("{one} and {other} are not related so.")))
        })?;
        let message =
            self.about(&[claim], &format!("is no longer related to {}", self.store.claim_ref(other)));
        Ok(Outcome { operation: written.operation, claims: 2, message })
    }

    /// Merges claims into one that says the same: their mentions and evidence go over to it, and they are dismissed
    /// with word of where they went. If the one is signed off, it is reopened.
    ///
    /// # Errors
    /// When a claim is missing, merged already, the one itself, or signed off: a sign-off is not dismissed unasked.
    pub fn merge(&self, claims: &[i64], into: i64) -> Result<Outcome> {
        if claims.is_empty() {
            return Err(Error::invalid("claims", "Name the claims to merge."));
        }
        let written = self.write(OperationKind::Merge, |edit| {
            self.may_take(edit, into)?;
            for claim in claims {
                self.may_merge(edit, *claim, into)?;
                self.merge_one(edit, *claim, into)?;
            }
            reopen(edit, into, "another claim was merged into it after sign-off")
        })?;
        let into = self.store.claim_ref(into);
        let message = self.about(claims, &format!("merged into {into}"));
        Ok(Outcome { operation: written.operation, claims: claims.len() as u32 + 1, message })
    }

    /// Refuses a claim that others cannot be merged into.
    pub(crate) fn may_take(&self, edit: &Edit<'_>, into: i64) -> Result<()> {
        self.fields_in(edit, into)?;
        match edit.related(into, RelationKind::MergedInto)?.first() {
            Some((gone, _)) => Err(self.is_merged(into, *gone)),
            None => Ok(()),
        }
    }

    /// Refuses a claim that cannot be merged into another.
    pub(crate) fn may_merge(&self, edit: &Edit<'_>, claim: i64, into: i64) -> Result<()> {
        self.two_different(claim, into)?;
        let fields = self.fields_in(edit, claim)?;
        if let Some((gone, _)) = edit.related(claim, RelationKind::MergedInto)?.first() {
            return Err(self.is_merged(claim, *gone));
        }
        if fields.status == Status::SignedOff {
            let reference = self.store.claim_ref(claim).to_string();
            return Err(
                move_not_allowed(&reference, fields.status, Status::Dismissed).hint("Reopen it first.")
            );
        }
        Ok(())
    }

    /// Merges a claim that may be merged.
    pub(crate) fn merge_one(&self, edit: &mut Edit<'_>, claim: i64, into: i64) -> Result<()> {
        let mut fields = self.fields_in(edit, claim)?;
        let was = fields.status;
        fields.status = Status::Dismissed;
        edit.set_claim(claim, &fields)?;
        edit.unrelate(claim, RelationKind::SameAs, into)?;
        edit.unrelate(claim, RelationKind::DifferentFrom, into)?;
        edit.hand_over(claim, into)?;
        edit.relate(claim, RelationKind::MergedInto, into, Some(was))?;
        Ok(())
    }

    /// Takes a merged claim out again: what it brought goes back to it, and it has the status that it had, except that
    /// a suggestion that was judged meanwhile is Open.
    ///
    /// # Errors
    /// When the claim was not merged, or either claim would be left without a mention.
    pub fn unmerge(&self, claim: i64) -> Result<Outcome> {
        let written = self.write(OperationKind::Unmerge, |edit| {
            let mut fields = self.fields_in(edit, claim)?;
            let Some((into, was)) = edit.related(claim, RelationKind::MergedInto)?.first().copied() else {
                let message = format!("{} was not merged.", self.store.claim_ref(claim));
                return Err(Error::new(Code::NotFound, message));
            };
            // What it brought, and what others brought to it, may have gone on with the claim that it went to.
            let origins = edit.reach(claim, RelationKind::MergedFrom)?;
            let holders = edit.reach(into, RelationKind::MergedInto)?;
            for holder in &holders {
                edit.take_back(*holder, &origins)?;
            }
            edit.unrelate(claim, RelationKind::MergedInto, into)?;
            let judged = fields.verdict.is_some() || fields.said.is_some();
            fields.status = match was {
                None => Status::Open,
                Some(Status::Suggested) if judged => Status::Open,
                Some(was) => was,
            };
            edit.set_claim(claim, &fields)?;
            self.has_mention(edit, claim)?;
            for holder in holders {
                if edit.related(holder, RelationKind::MergedInto)?.is_empty() {
                    self.has_mention(edit, holder)?;
                }
                reopen(edit, holder, "a claim was taken out of it after sign-off")?;
            }
            Ok(into)
        })?;
        let from = self.store.claim_ref(written.value);
        let message = self.about(&[claim], &format!("taken out of {from}"));
        Ok(Outcome { operation: written.operation, claims: 2, message })
    }

    fn has_mention(&self, edit: &Edit<'_>, claim: i64) -> Result<()> {
        if edit.mention_count(claim)? > 0 {
            return Ok(());
        }
        let reference = self.store.claim_ref(claim);
        Err(Error::invalid("mention", format!("{reference} would be left without a mention."))
            .hint(format!("Add a mention to {reference} first.")))
    }

    /// Splits a claim into parts that can be true or false alone. The parts are Open, have its claimant, mode and
    /// kind, and stand where it stands unless a part names its own place. The claim itself stays.
    ///
    /// # Errors
    /// When there are fewer than two parts, a statement is empty, a place is not in the text, or the claim is missing or
    /// merged into another.
    pub fn split(&self, claim: i64, parts: &[PartDraft]) -> Result<(Vec<i64>, Outcome)> {
        if parts.len() < 2 {
            return Err(Error::invalid("parts", "A claim is split into two parts or more."));
        }
        let parts = parts.iter().enumerate().map(|(at, p)| self.part(at, p)).collect::<Result<Vec<_>>>()?;
        let written = self.write(OperationKind::Split, |edit| {
            let whole = self.fields_in(edit, claim)?;
            if let Some((into, _)) = edit.related(claim, RelationKind::MergedInto)?.first() {
                return Err(self.is_merged(claim, *into));
            }
            let mut made = Vec::with_capacity(parts.len());
            for part in &parts {
                let key = edit.add_claim(&NewClaim {
                    label: part.label.clone(),
                    statement: part.statement.clone(),
                    kind: whole.kind,
                    status: Status::Open,
                    claimant: whole.claimant.clone(),
                    mode: if whole.claimant.is_some() { whole.mode } else { Mode::Own },
                    priority: whole.priority,
                    score: None,
                    reasons: Vec::new(),
                    values: Vec::new(),
                })?;
                match &part.place {
                    Some((revision, quoted)) => {
                        edit.add_mention(key, *revision, quoted)?;
                    }
                    None => edit.copy_mentions(claim, key)?,
                }
                edit.relate(key, RelationKind::PartOf, claim, None)?;
                made.push(key);
            }
            Ok(made)
        })?;
        let message = self.about(&[claim], &format!("split into {} parts", written.value.len()));
        let outcome =
            Outcome { operation: written.operation, claims: written.value.len() as u32 + 1, message };
        Ok((written.value, outcome))
    }

    fn part(&self, at: usize, draft: &PartDraft) -> Result<Part> {
        let statement =
            text("statement", &draft.statement).map_err(|e| e.at(&format!("parts.{at}.statement")))?;
        let label = match draft.label.as_deref().map(str::trim).filter(|l| !l.is_empty()) {
            Some(label) => text("label", label).map_err(|e| e.at(&format!("parts.{at}.label")))?,
            None => statement.split_whitespace().take(5).collect::<Vec<_>>().join(" "),
        };
        let place = draft.place.as_ref().map(|p| self.place(p)).transpose()?;
        Ok(Part { statement, label, place: place.map(|(document, quoted)| (document.revision_key, quoted)) })
    }

    fn two_different(&self, claim: i64, other: i64) -> Result<()> {
        if claim != other {
            return Ok(());
        }
        let reference = self.store.claim_ref(claim);
        Err(Error::invalid("claim", format!("{reference} cannot be related to itself.")))
    }

    pub(crate) fn is_merged(&self, claim: i64, into: i64) -> Error {
        let (claim, into) = (self.store.claim_ref(claim), self.store.claim_ref(into));
        Error::new(Code::MoveNotAllowed, format!("{claim} was merged into {into}."))
            .hint("Unmerge it first.")
            .of_claim("was merged into another", "were merged into another")
    }
}

/// A part is not, at any remove, the whole of what it is part of.
fn no_circle(edit: &Edit<'_>, claim: i64, kind: RelationKind, other: i64) -> Result<()> {
    let (part, whole) = if kind == RelationKind::PartOf { (claim, other) } else { (other, claim) };
    if edit.reach(whole, RelationKind::PartOf)?.contains(&part) {
        return Err(Error::invalid("relation", "A claim cannot be part of its own part."));
    }
    Ok(())
}
