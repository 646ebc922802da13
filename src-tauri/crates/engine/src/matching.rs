//! Claims that may say the same: found for a claim, for what is being typed and for all of a document, and what may be
//! done with them.

use std::collections::{HashMap, HashSet};
use std::time::{Duration, Instant};

use assay_extract::likeness::{Portrait, rarity};
use assay_model::likeness::{EarlierVerdict, Likeness, NearClaim};
use assay_model::operation::OperationKind;
use assay_model::relation::RelationKind;
use assay_model::time::PartialDate;
use assay_model::verdict::{Finding, Status};
use assay_store::Comparable;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Code, Error, Result};
use crate::workspace::{Outcome, Workspace};

/// So many claims that share rare words are compared.
const COMPARED: usize = 60;

/// At most so many are shown.
const MOST: usize = 8;

/// How long one call goes through a document before it answers with what it has.
const A_WHILE: Duration = Duration::from_millis(200);

/// What is being typed, before it is a claim.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NearDraft {
    /// The statement so far.
    pub statement: String,
    /// Who says it, if that is known.
    pub claimant: Option<String>,
    /// The document that it stands in: its day of publication anchors “on Thursday”.
    pub document: Option<u32>,
}

/// A claim of a document with one that may say the same.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct NearOf {
    /// The claim of the document.
    #[ts(type = "number")]
    pub claim: i64,
    /// Those that may say the same, the likest first.
    pub near: Vec<NearClaim>,
}

/// What a stretch of a document's claims is near to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct NearIn {
    /// The claims that others are near to.
    pub found: Vec<NearOf>,
    /// How many claims were gone through.
    pub compared: u32,
    /// How many more there are to go through.
    pub left: u32,
    /// The last that was gone through: where to go on; none at the end.
    #[ts(type = "number | null")]
    pub next: Option<i64>,
}

impl Workspace {
    /// The claims that may say the same as a claim, or contradict it, the likest first, at most eight. Those it is related
    /// to already are left out, also those found to be different, and dismissed ones.
    ///
    /// # Errors
    /// When there is no such claim, or the file cannot be read.
    pub fn near(&self, claim: i64) -> Result<Vec<NearClaim>> {
        let Some(ours) = self.store.comparable(&[key_of(claim)])?.pop() else {
            // It is dismissed, or there is none.
            self.claim(claim)?;
            return Ok(Vec::new());
        };
        self.near_to(&ours)
    }

    fn near_to(&self, ours: &Comparable) -> Result<Vec<NearClaim>> {
        let mut out: HashSet<i64> = self.store.related_to(ours.row.key)?.into_iter().collect();
        out.insert(ours.row.key);
        self.near_portrait(&portrait(ours), &ours.row.statement, &out)
    }

    /// The claims that what is being typed may say the same as, or contradict.
    ///
    /// # Errors
    /// When the document is missing, or the file cannot be read.
    pub fn near_draft(&self, draft: &NearDraft) -> Result<Vec<NearClaim>> {
        let metadata =
            draft.document.map(|d| self.document_summary(d.into())).transpose()?.map(|s| s.metadata);
        let (published, language) =
            metadata.map_or((None, None), |metadata| (metadata.published, metadata.language));
        let drawn = Portrait::new(
            &draft.statement,
            draft.claimant.as_deref(),
            published.as_ref(),
            is_english(language.as_deref()),
        );
        self.near_portrait(&drawn, &draft.statement, &HashSet::new())
    }

    /// The same for the claims first mentioned in a document, after one of them; claims of that document are left out, which
    /// the finder has joined already where they are the same. After a while it answers with what it has and says where to
    /// go on, so whoever asks can stop.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn near_in(&self, document: u32, after: Option<i64>) -> Result<NearIn> {
        let begun = Instant::now();
        let keys = self.store.claims_first_in(document.into(), after.unwrap_or(0))?;
        let mut found = Vec::new();
        let mut compared = 0;
        for key in &keys {
            if compared > 0 && begun.elapsed() > A_WHILE {
                break;
            }
            compared += 1;
            let Some(ours) = self.store.comparable(&[*key])?.pop() else { continue };
            let mut near = self.near_to(&ours)?;
            near.retain(|n| n.row.document != ours.row.document);
            if !near.is_empty() {
                found.push(NearOf { claim: ours.row.key, near });
            }
        }
        let left = (keys.len() - compared) as u32;
        let next = keys.get(compared.saturating_sub(1)).filter(|_| left > 0).map(|key| i64::from(*key));
        Ok(NearIn { found, compared: compared as u32, left, next })
    }

    fn near_portrait(&self, ours: &Portrait, text: &str, out: &HashSet<i64>) -> Result<Vec<NearClaim>> {
        if ours.is_empty() {
            return Ok(Vec::new());
        }
        let words =
            ours.words().chain(text.split_whitespace().filter(|w| w.contains(|c: char| c.is_ascii_digit())));
        let asked = words.collect::<Vec<_>>().join(" ");
        let keys = self.store.sharing_words(&asked, rarity, COMPARED + out.len())?;
        let keys: Vec<u32> = keys.into_iter().filter(|key| !out.contains(&i64::from(*key))).collect();
        let drawn: Vec<(Comparable, Portrait)> = self
            .store
            .comparable(&keys)?
            .into_iter()
            .map(|theirs| {
                let drawn = portrait(&theirs);
                (theirs, drawn)
            })
            .collect();
        let weights = self.weights(drawn.iter().map(|(_, drawn)| drawn).chain([ours]))?;
        let weight = |word: &str| weights.get(word).copied().unwrap_or(0.0);
        let mut near: Vec<(Likeness, Comparable)> = drawn
            .into_iter()
            .map(|(theirs, drawn)| (ours.compare(&drawn, &weight), theirs))
            .filter(|(likeness, _)| likeness.likeness >= Likeness::NEAR)
            .collect();
        near.sort_by(|(a, one), (b, other)| {
            b.likeness.total_cmp(&a.likeness).then(one.row.key.cmp(&other.row.key))
        });
        near.truncate(MOST);
        Ok(near.into_iter().map(|(likeness, theirs)| shown(likeness, theirs)).collect())
    }

    /// How much each word of these claims counts.
    fn weights<'p>(&self, portraits: impl Iterator<Item = &'p Portrait>) -> Result<HashMap<String, f64>> {
        let words: HashSet<&str> = portraits.flat_map(Portrait::words).collect();
        let words: Vec<&str> = words.into_iter().collect();
        let (counts, of) = self.store.word_counts(&words)?;
        Ok(words.into_iter().zip(counts).map(|(word, count)| (word.to_owned(), rarity(count, of))).collect())
    }

    /// Takes the verdict of another claim over, with what was found, its rationale and the evidence that serves it; the
    /// rationale says whose verdict it is and of when. Both are the same from then on, unless they are related otherwise.
    ///
    /// # Errors
    /// When a claim is missing, the other has no verdict, or this one is only suggested or has a verdict or rationale of its
    /// own.
    pub fn take_over(&self, claim: i64, from: i64) -> Result<Outcome> {
        if claim == from {
            return Err(Error::invalid("claim", "A claim cannot take its own verdict over."));
        }
        let (one, other) = (self.store.claim_ref(claim), self.store.claim_ref(from));
        let written = self.write(OperationKind::TakeOver, |edit| {
            let theirs = self.fields_in(edit, from)?;
            let mut ours = self.fields_in(edit, claim)?;
            if theirs.verdict.is_none() {
                return Err(Error::invalid("verdict", format!("{other} has no verdict to take over.")));
            }
            if theirs.rationale.trim().is_empty() {
                return Err(Error::invalid("verdict", format!("{other} has no rationale to take over."))
                    .hint("A verdict without reasons is given anew."));
            }
            if ours.status == Status::Suggested {
                return Err(Error::new(
                    Code::MoveNotAllowed,
                    format!("{one} is Suggested. Accept it first."),
                )
                .at("verdict"));
            }
            if ours.verdict.is_some() || !ours.rationale.trim().is_empty() {
                return Err(Error::invalid(
                    "verdict",
                    format!("{one} has a verdict or a rationale of its own."),
                )
                .hint("Clear them first, or keep them and relate the claims."));
            }
            let copies = edit.copy_evidence(from, claim, Finding::True)?;
            let mut rationale = theirs.rationale.clone();
            for (cited, copy) in copies {
                rationale = rationale.replace(&cited.to_string(), &copy.to_string());
            }
            let whence = match (&theirs.signed_off_by, theirs.signed_off_at) {
                (Some(by), Some(at)) => format!("As for {other}, signed off by {by} on {}.", at.date()),
                _ => format!("As for {other}, which is not signed off."),
            };
            format!("{whence}\n\n{rationale}").trim_end().clone_into(&mut ours.rationale);
            (ours.verdict, ours.rating, ours.found) = (theirs.verdict, theirs.rating, theirs.found);
            edit.set_claim(claim, &ours)?;
            if edit.relations_between(claim, from)?.iter().all(|kind| *kind == RelationKind::DifferentFrom) {
                edit.unrelate(claim, RelationKind::DifferentFrom, from)?;
                edit.relate(claim, RelationKind::SameAs, from, None)?;
            }
            Ok(())
        })?;
        let message = self.about(&[claim], &format!("has the verdict of {other}"));
        Ok(Outcome { operation: written.operation, claims: 1, message })
    }
}

fn key_of(claim: i64) -> u32 {
    u32::try_from(claim).unwrap_or(0)
}

fn is_english(language: Option<&str>) -> bool {
    language.is_none_or(|l| l == "en" || l.starts_with("en-"))
}

fn portrait(claim: &Comparable) -> Portrait {
    let published: Option<&PartialDate> = claim.published.as_ref();
    Portrait::new(
        &claim.row.statement,
        claim.row.claimant.as_deref(),
        published,
        is_english(claim.language.as_deref()),
    )
}

fn shown(likeness: Likeness, theirs: Comparable) -> NearClaim {
    let row = theirs.row;
    let earlier = row.verdict.map(|verdict| EarlierVerdict {
        verdict,
        rating_name: row.rating_name.clone(),
        at: theirs.signed_off_at.unwrap_or(row.edited),
        signed_off_by: theirs.signed_off_by,
        reasoned: theirs.reasoned,
    });
    NearClaim {
        likeness: (likeness.likeness * 100.0).round() as u32,
        agrees: likeness.agrees,
        differs: likeness.differs,
        contradicts: likeness.contradicts,
        earlier,
        row,
    }
}
