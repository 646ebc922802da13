//! How an operation ends: what follows from its changes, its entry in the log, and what the notice of it says.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use assay_model::operation::{OperationKind, Thing, Touched};
use rusqlite::OptionalExtension;

use super::{A_STEP, Act, Edit, Written, head_hash};
use crate::error::{Result, StoreError};
use crate::image::{Image, Table, digest_of};
use crate::log::{Action, ChainedChange, Head, chain};

/// The longest pause within one stretch of typing or nudging, in milliseconds: longer than a moment's thought, shorter
/// than turning to something else.
const STRETCH_PAUSE: i64 = 30_000;

/// The most ids that a notice names; beyond it says “many”.
const MOST_KEYS: usize = 200;

impl Edit<'_> {
    /// Ends the operation: all of it is committed, or, where `step` stops it or something fails, nothing.
    pub(super) fn finish<T>(
        self,
        act: &Act<'_>,
        value: T,
        step: &mut dyn FnMut(f64) -> ControlFlow<()>,
    ) -> Result<Written<T>> {
        if self.changes.is_empty() && act.kind != OperationKind::CreateWorkspace {
            return Ok(Written { value, operation: None, touched: Vec::new(), claims: 0 });
        }
        // What follows of a claim takes about three times as long as the log of a change.
        let all = (3 * self.claims.len() + self.changes.len()) as f64;
        let mut told = |done: usize| match step(done as f64 / all) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(StoreError::Stopped),
        };
        self.derive(&mut |done| told(3 * done))?;
        self.index_sources()?;
        let previous = head_hash(&self.transaction)?;
        let mut chained = Vec::with_capacity(self.changes.len());
        {
            let mut insert = self.transaction.prepare_cached(
                "INSERT INTO change (operation, position, tbl, row, claim, action, before, digest, purged)
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            )?;
            for (position, change) in (0_i64..).zip(&self.changes) {
                if position % A_STEP as i64 == 0 {
                    told(3 * self.claims.len() + position as usize)?;
                }
                let image = change.before.as_ref();
                let before = image.map(Image::to_bytes);
                let before_digest = before.as_deref().map(digest_of);
                let before = before.filter(|_| !change.purged);
                let purged = before_digest.filter(|_| change.purged);
                let table = change.table as u8;
                let action = change.action as u8;
                insert.execute((
                    self.seq,
                    position,
                    table,
                    change.row,
                    change.claim,
                    action,
                    &before,
                    change.digest,
                    purged,
                ))?;
                chained.push(ChainedChange {
                    table,
                    row: change.row,
                    claim: change.claim,
                    action,
                    before: before_digest,
                    digest: change.digest,
                });
            }
        }
        let joins = if act.typing { self.stretch(act)? } else { None };
        let head = Head {
            seq: self.seq,
            time: act.time,
            actor: act.actor,
            kind: act.kind,
            undoes: self.undoes,
            joins,
        };
        let hash = chain(&previous, &head, &chained);
        self.transaction
            .prepare_cached(
                "INSERT INTO operation (seq, time, actor, kind, undoes, joins, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
            )?
            .execute((self.seq, act.time.0, act.actor, act.kind.word(), self.undoes, joins, hash))?;
        #[cfg(debug_assertions)]
        self.compare_with_seen()?;
        let changed: Vec<(Table, i64)> = self.changes.iter().map(|c| (c.table, c.row)).collect();
        let touched = touched(&changed, &self.claims);
        let claims = self.claims.len() as u32;
        self.transaction.commit()?;
        Ok(Written { value, operation: Some(self.seq), touched, claims })
    }

    /// The operation that began the stretch which this one goes on with: the one before is of the same person and
    /// kind, not long ago, and changed the same rows, of a text that is typed the same columns, and nothing else.
    fn stretch(&self, act: &Act<'_>) -> Result<Option<i64>> {
        if self.changes.iter().any(|c| c.action != Action::Update) {
            return Ok(None);
        }
        let before: Option<(i64, Option<i64>)> = self
            .transaction
            .prepare_cached(
                "SELECT seq, joins FROM operation WHERE seq = ? AND actor = ? AND kind = ? AND time >= ?",
            )?
            .query_row((self.seq - 1, act.actor, act.kind.word(), act.time.0 - STRETCH_PAUSE), |r| {
                Ok((r.get(0)?, r.get(1)?))
            })
            .optional()?;
        let Some((seq, joins)) = before else { return Ok(None) };
        let earlier: Vec<(u8, i64, u8, Option<Vec<u8>>)> = self
            .transaction
            .prepare_cached(
                "SELECT tbl, row, action, before FROM change WHERE operation = ? ORDER BY position LIMIT ?",
            )?
            .query_map((seq, self.changes.len() as i64 + 1), |r| {
                Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?))
            })?
            .collect::<rusqlite::Result<_>>()?;
        if earlier.len() != self.changes.len() {
            return Ok(None);
        }
        for (now, (table, row, action, image)) in self.changes.iter().zip(earlier) {
            let (Some(before), Some(image)) = (&now.before, image) else { return Ok(None) };
            if (now.table as u8, now.row, now.action as u8) != (table, row, action) {
                return Ok(None);
            }
            if act.kind == OperationKind::Typing {
                let (earlier, after) = (Image::from_bytes(&image)?, self.must_read(now.table, now.row)?);
                if before.differing(&earlier) != after.differing(before) {
                    return Ok(None);
                }
            }
        }
        Ok(Some(joins.unwrap_or(seq)))
    }

    /// Compares what SQLite says was written with what was recorded.
    #[cfg(debug_assertions)]
    fn compare_with_seen(&self) -> Result<()> {
        let recorded: BTreeSet<(&str, i64)> = self.changes.iter().map(|c| (c.table.name(), c.row)).collect();
        let known = |table: &str, row: i64| {
            recorded.contains(&(table, row)) || (table == Table::Claim.name() && self.claims.contains(&row))
        };
        let all_known = SEEN
            .take()
            .into_iter()
            .all(|(table, row)| !Table::ALL.iter().any(|t| t.name() == table) || known(&table, row));
        if all_known { Ok(()) } else { Err(StoreError::Unrecorded) }
    }
}

/// What rows stand for in a notice.
pub(crate) fn touched(changed: &[(Table, i64)], claims: &BTreeSet<i64>) -> Vec<Touched> {
    let mut keys: BTreeMap<Thing, BTreeSet<i64>> = BTreeMap::new();
    for (table, row) in changed {
        let thing = match table {
            Table::Person => Thing::Person,
            Table::Document | Table::Revision | Table::Block | Table::Sentence => Thing::Document,
            Table::Source | Table::StoredCopy => Thing::Source,
            Table::Scale | Table::Setting => Thing::Settings,
            Table::View => Thing::View,
            _ => continue,
        };
        let of_thing = keys.entry(thing).or_default();
        // Rows of a document's text stand for the document, whose own key is not theirs; copies for their source.
        if !matches!(table, Table::Revision | Table::Block | Table::Sentence | Table::StoredCopy) {
            of_thing.insert(*row);
        }
    }
    if !claims.is_empty() {
        keys.insert(Thing::Claim, claims.clone());
    }
    let name = |(thing, keys): (Thing, BTreeSet<i64>)| {
        let many = keys.len() > MOST_KEYS || keys.is_empty();
        Touched { thing, keys: if many { Vec::new() } else { keys.into_iter().collect() }, many }
    };
    keys.into_iter().map(name).collect()
}

#[cfg(debug_assertions)]
thread_local! {
    pub(super) static SEEN: std::cell::RefCell<Vec<(String, i64)>> = const { std::cell::RefCell::new(Vec::new()) };
}

/// Forgets what was seen of writes that are no operation.
#[cfg(debug_assertions)]
pub(crate) fn forget_seen() {
    SEEN.take();
}

/// Notes every row that SQLite writes, so that a change past the log shows in development and tests.
#[cfg(debug_assertions)]
pub(crate) fn watch(connection: &mut rusqlite::Connection) -> Result<()> {
    connection.update_hook(Some(|_, _: &str, table: &str, row| {
        SEEN.with_borrow_mut(|seen| seen.push((table.to_owned(), row)));
    }))?;
    Ok(())
}
