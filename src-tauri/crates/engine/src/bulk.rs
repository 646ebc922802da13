//! Edits of many claims, chosen one by one or by a query: what will be done and what cannot, then all that can as one
//! operation.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use assay_model::operation::OperationKind;
use assay_model::query::parse;
use assay_model::verdict::Status;
use assay_store::{Act, Edit, Order, Question};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::claims::length;
use crate::deed_words::{DeedWords, deed_words};
use crate::error::{Code, Error, Matter, Result};
use crate::finding::cancelled;
use crate::importing::Step;
use crate::ledger::BY_KEY;
use crate::patch::{Change, ClaimPatch, Plan, kind_of};
use crate::reopen::reopen;
use crate::workspace::{Outcome, Workspace};

/// Which claims are meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Chosen {
    /// These.
    Claims {
        /// Their keys.
        #[ts(type = "Array<number>")]
        keys: Vec<i64>,
    },
    /// All that a query finds, but for some.
    Query {
        /// The query, as text.
        query: String,
        /// Keys of the claims that are left out.
        #[ts(type = "Array<number>")]
        except: Vec<i64>,
    },
}

/// What is to be done to each of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[expect(clippy::large_enum_variant, reason = "there is one at a time")]
pub enum BulkDeed {
    /// Fields are changed.
    Edit {
        /// The changes.
        patch: ClaimPatch,
    },
    /// They are merged into one of them, or into another.
    Merge {
        /// The key of the one that stays.
        #[ts(type = "number")]
        into: i64,
    },
}

/// Which claims a person was shown: an edit of other ones is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Seen {
    /// The operation whose state was shown.
    #[ts(type = "number")]
    pub operation: i64,
    /// Tells apart sets of claims; holds as long as the program runs.
    pub claims: String,
}

/// What an edit of many claims will do, and what it cannot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BulkPreview {
    /// Claims that were asked for.
    pub claims: u32,
    /// Claims that will be changed.
    pub changed: u32,
    /// Claims that are so already.
    pub same: u32,
    /// Signed-off claims among those changed that go back to review.
    pub reopened: u32,
    /// Claims that will be left as they are, by reason, the most frequent first.
    pub left: Vec<Left>,
    /// All of it: “38 of 41 will be signed off; 3 lack a rationale”.
    pub message: String,
    /// Which claims this says it of.
    pub seen: Seen,
}

/// Claims that an edit leaves as they are, for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Left {
    /// How many.
    pub claims: u32,
    /// Why, in words that follow the number: “lack a rationale”.
    pub why: String,
    /// The first few of them.
    pub first: Vec<String>,
    /// They would do if the missing primary source were accepted.
    pub no_primary: bool,
}

/// How many claims left for one reason are named.
const NAMED: usize = 3;

/// How often a preview is made anew because somebody wrote meanwhile.
const MOST_TRIES: usize = 10;

/// How many claims are gone through between two words of progress.
const A_STEP: usize = 64;

/// The share of the work that goes through the claims; the rest writes what follows from it.
const GOING_THROUGH: f64 = 0.4;

/// What comes of each claim.
#[derive(Debug, Default)]
struct Tally {
    claims: u32,
    changed: u32,
    same: u32,
    reopened: u32,
    left: BTreeMap<Matter, (u32, Vec<i64>, bool)>,
}

/// A deed, checked as far as it says the same of every claim.
enum Prepared<'d> {
    Edit(Change<'d>),
    Merge { into: i64 },
}

/// What one claim is to undergo.
#[expect(clippy::large_enum_variant, reason = "there is one at a time")]
enum Each {
    Edit(Plan),
    Merge,
}

impl Workspace {
    /// Says what an edit of many claims will do, and what it cannot. Writes nothing.
    ///
    /// # Errors
    /// When the edit makes no sense for any claim, or the file cannot be read.
    pub fn bulk_preview(&self, chosen: &Chosen, deed: &BulkDeed) -> Result<BulkPreview> {
        for _ in 0..MOST_TRIES {
            let (keys, at) = self.meant(chosen, deed)?;
            let made = self.store.rehearse(|edit| {
                let operation = edit.seq() - 1;
                // Somebody wrote since the claims were looked up.
                if at.is_some_and(|at| at != operation) {
                    return Ok(None);
                }
                let prepared = self.prepared(edit, deed)?;
                let mut tally = Tally::default();
                for key in &keys {
                    self.try_one(edit, *key, &prepared, &mut tally)?;
                }
                if let Prepared::Merge { into } = prepared
                    && tally.changed > 0
                {
                    tally.reopened = u32::from(edit.claim_fields(into)?.status == Status::SignedOff);
                }
                Ok::<_, Error>(Some((tally, operation)))
            })?;
            if let Some((tally, operation)) = made {
                let message = tally.sentence(&self.deed_words(deed), Tense::Future);
                let seen = Seen { operation, claims: fingerprint(&keys) };
                return Ok(BulkPreview {
                    claims: tally.claims,
                    changed: tally.changed,
                    same: tally.same,
                    reopened: tally.reopened,
                    left: self.left(tally),
                    message,
                    seen,
                });
            }
        }
        Err(Error::new(Code::Busy, "The workspace kept changing while it was read.").hint("Try again."))
    }

    /// Whether the claims that are chosen are those still that a person was shown.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn are_still(&self, chosen: &Chosen, seen: &Seen) -> Result<bool> {
        Ok(fingerprint(&self.chosen(chosen)?.0) == seen.claims)
    }

    /// Does to all claims what can be done, as one operation; the rest are left as they are. With `seen`, a query that
    /// finds other claims by now is refused.
    ///
    /// # Errors
    /// When the edit makes no sense for any claim, the query finds others than were seen, it was stopped, or the
    /// workspace takes no writes.
    pub fn bulk(
        &self,
        chosen: &Chosen,
        deed: &BulkDeed,
        seen: Option<&Seen>,
        step: &mut Step<'_>,
    ) -> Result<Outcome> {
        let person = self.person();
        let kind = match deed {
            BulkDeed::Edit { patch } => kind_of(patch),
            BulkDeed::Merge { .. } => OperationKind::Merge,
        };
        let step = RefCell::new(step);
        let mut follows =
            |done: f64| (step.borrow_mut())(GOING_THROUGH + (1.0 - GOING_THROUGH) * done, "Saving");
        let written = self.store.write_in_steps(&Act::new(kind, &person), &mut follows, |edit| {
            // From here on nobody else writes.
            let (keys, _) = self.meant(chosen, deed)?;
            if let (Chosen::Query { .. }, Some(seen)) = (chosen, seen)
                && seen.operation != edit.seq() - 1
                && seen.claims != fingerprint(&keys)
            {
                return Err(Error::new(
                    Code::ListChanged,
                    "The list has changed since: the query finds other claims now. Nothing was changed.",
                )
                .hint("Look at it again, then repeat."));
            }
            let prepared = self.prepared(edit, deed)?;
            let mut tally = Tally::default();
            for (done, key) in keys.iter().enumerate() {
                if done % A_STEP == 0 {
                    let share = GOING_THROUGH * done as f64 / keys.len() as f64;
                    if (step.borrow_mut())(share, "Editing").is_break() {
                        return Err(cancelled());
                    }
                }
                match (self.try_one(edit, *key, &prepared, &mut tally)?, &prepared) {
                    (Some(Each::Edit(plan)), Prepared::Edit(change)) => {
                        Self::carry_out(edit, *key, change, plan)?;
                    }
                    (Some(Each::Merge), Prepared::Merge { into }) => self.merge_one(edit, *key, *into)?,
                    _ => {}
                }
            }
            if let Prepared::Merge { into } = prepared
                && tally.changed > 0
            {
                reopen(edit, into, "another claim was merged into it after sign-off")?;
            }
            Ok((tally, keys))
        })?;
        self.tell_written(&written);
        let (tally, keys) = &written.value;
        let words = self.deed_words(deed);
        let message = match keys.as_slice() {
            [one] if tally.changed == 1 => format!("{} {}", self.store.claim_ref(*one), words.of(1)),
            _ => tally.sentence(&words, Tense::Past),
        };
        Ok(Outcome { operation: written.operation, claims: tally.changed, message })
    }

    /// The claims that are meant, each once, and the operation that a query was asked at. The one that others are merged
    /// into is not among them.
    fn meant(&self, chosen: &Chosen, deed: &BulkDeed) -> Result<(Vec<i64>, Option<i64>)> {
        let stays = match deed {
            BulkDeed::Merge { into } => Some(*into),
            BulkDeed::Edit { .. } => None,
        };
        let (mut keys, at) = self.chosen(chosen)?;
        keys.retain(|key| Some(*key) != stays);
        Ok((keys, at))
    }

    /// The keys of the claims that are chosen, each once, and the operation that a query was asked at.
    fn chosen(&self, chosen: &Chosen) -> Result<(Vec<i64>, Option<i64>)> {
        self.chosen_for(chosen, &Question::default())
    }

    /// The same for a question that may be overtaken.
    pub(crate) fn chosen_for(&self, chosen: &Chosen, question: &Question) -> Result<(Vec<i64>, Option<i64>)> {
        match chosen {
            Chosen::Claims { keys } => {
                let mut keys = keys.clone();
                keys.sort_unstable();
                keys.dedup();
                Ok((keys, None))
            }
            Chosen::Query { query, except } => {
                let order: Arc<Order> = self.order_for(&parse(query).0, BY_KEY, usize::MAX, question)?;
                let except: HashSet<i64> = except.iter().copied().collect();
                let keys = order.keys.iter().map(|key| i64::from(*key));
                Ok((keys.filter(|key| !except.contains(key)).collect(), Some(order.operation)))
            }
        }
    }

    fn prepared<'d>(&self, edit: &Edit<'_>, deed: &'d BulkDeed) -> Result<Prepared<'d>> {
        match deed {
            BulkDeed::Merge { into } => {
                self.may_take(edit, *into)?;
                Ok(Prepared::Merge { into: *into })
            }
            BulkDeed::Edit { patch } => {
                // What makes no sense for one claim for the way it is written makes none for any.
                for (field, words) in
                    [("rationale", &patch.rationale), ("rationale_said", &patch.rationale_said)]
                {
                    length(field, words.as_deref().unwrap_or_default())?;
                }
                Ok(Prepared::Edit(self.change(edit, patch)?))
            }
        }
    }

    /// Counts what comes of one claim; gives what is to be done to it, if anything is.
    fn try_one(
        &self,
        edit: &Edit<'_>,
        key: i64,
        prepared: &Prepared<'_>,
        tally: &mut Tally,
    ) -> Result<Option<Each>> {
        tally.claims += 1;
        let tried = match prepared {
            Prepared::Edit(change) => self.plan(edit, key, change).map(Each::Edit),
            Prepared::Merge { into } => self.may_merge(edit, key, *into).map(|()| Each::Merge),
        };
        match tried {
            Ok(Each::Edit(plan)) if !plan.changes() => {
                tally.same += 1;
                Ok(None)
            }
            Ok(each) => {
                tally.changed += 1;
                tally.reopened += u32::from(matches!(&each, Each::Edit(plan) if plan.reopens()));
                Ok(Some(each))
            }
            Err(Error { of_claim: Some(matter), code, .. }) => {
                let (claims, first, no_primary) = tally.left.entry(*matter).or_default();
                *claims += 1;
                *no_primary = code == Code::NoPrimarySource;
                if first.len() < NAMED {
                    first.push(key);
                }
                Ok(None)
            }
            Err(other) => Err(other),
        }
    }

    fn deed_words(&self, deed: &BulkDeed) -> DeedWords {
        match deed {
            BulkDeed::Edit { patch } => deed_words(patch),
            BulkDeed::Merge { into } => {
                DeedWords::participle(format!("merged into {}", self.store.claim_ref(*into)))
            }
        }
    }

    fn left(&self, tally: Tally) -> Vec<Left> {
        let of = |(matter, (claims, first, no_primary)): (Matter, (u32, Vec<i64>, bool))| Left {
            claims,
            why: if claims == 1 { matter.one } else { matter.many },
            first: first.into_iter().map(|key| self.store.claim_ref(key).to_string()).collect(),
            no_primary,
        };
        let mut left: Vec<Left> = tally.left.into_iter().map(of).collect();
        left.sort_by_key(|l| std::cmp::Reverse(l.claims));
        left
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Tense {
    Future,
    Past,
}

impl Tally {
    /// “38 of 41 will be signed off; 3 lack a rationale”.
    fn sentence(&self, words: &DeedWords, tense: Tense) -> String {
        let done: Cow<'_, str> = match tense {
            Tense::Future => format!("will {}", words.will()).into(),
            Tense::Past => words.of(self.changed as usize).into(),
        };
        let mut sentence = match (self.changed, self.claims) {
            (_, 0) => "No claims are meant".to_owned(),
            (1, 1) => format!("1 claim {done}"),
            (changed, claims) if changed == claims => format!("{} claims {done}", figure(claims)),
            (0, claims) => format!("None of {} {done}", figure(claims)),
            (changed, claims) => format!("{} of {} {done}", figure(changed), figure(claims)),
        };
        let mut rest: Vec<(u32, &str)> = self
            .left
            .iter()
            .map(|(matter, (claims, ..))| (*claims, if *claims == 1 { &*matter.one } else { &*matter.many }))
            .collect();
        rest.sort_by_key(|(claims, _)| std::cmp::Reverse(*claims));
        match self.same {
            0 => {}
            1 => rest.push((1, "is so already")),
            many => rest.push((many, "are so already")),
        }
        for (place, (claims, why)) in rest.iter().enumerate() {
            sentence += if place == 0 { "; " } else { ", " };
            let _ = write!(sentence, "{} {why}", figure(*claims));
        }
        sentence
    }
}

/// A number with its thousands set apart.
fn figure(number: u32) -> String {
    let digits = number.to_string();
    let first = digits.len() % 3;
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && place % 3 == first {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Tells sets of claims apart.
fn fingerprint(keys: &[i64]) -> String {
    let mut hasher = DefaultHasher::new();
    keys.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_their_thousands_set_apart() {
        let figures = [0, 12, 123, 1234, 12_345, 123_456, 1_234_567].map(figure);
        assert_eq!(figures, ["0", "12", "123", "1,234", "12,345", "123,456", "1,234,567"]);
    }
}
