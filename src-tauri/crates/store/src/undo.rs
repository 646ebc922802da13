//! Undo and redo: new operations that put back what the log says was there.

use std::cell::RefCell;
use std::ops::ControlFlow;

use assay_model::operation::OperationKind;
use rusqlite::{Connection, OptionalExtension};

use crate::error::{Result, StoreError};
use crate::image::{Image, Table};
use crate::open::Store;
use crate::readers::Reader;
use crate::write::{A_STEP, Act, Edit, Written};

/// What is told how far something has got, and may stop it.
type Step<'s> = dyn FnMut(f64) -> ControlFlow<()> + 's;

/// The share of an undo in which rows are put back; the rest is what follows from them.
const TAKING_BACK: f64 = 0.4;

/// What undo and redo would do next.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct UndoState {
    /// The operation that undo would undo, and what it was.
    pub undo: Option<(i64, OperationKind)>,
    /// The operation that redo would do again, and what it was.
    pub redo: Option<(i64, OperationKind)>,
}

impl Reader<'_> {
    /// What undo and redo would do next for a person.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn undo_state(&self, actor: &str) -> Result<UndoState> {
        let redo = next_redo(self, actor)?.map(|(_, original, kind)| (original, kind));
        Ok(UndoState { undo: next_undo(self, actor)?, redo })
    }

    /// Whether an operation, with those that joined it, changed more than `most` rows.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn changed_more_than(&self, most: u32, operation: i64) -> Result<bool> {
        let sql = "SELECT count(*) FROM (
                     SELECT 1 FROM change WHERE operation IN (SELECT seq FROM operation WHERE seq = ?1 OR joins = ?1)
                      LIMIT ?2)";
        let rows: u32 = self.prepare_cached(sql)?.query_row((operation, most + 1), |r| r.get(0))?;
        Ok(rows > most)
    }
}

/// A person's newest operation that is neither an undo nor undone.
fn next_undo(connection: &Connection, actor: &str) -> Result<Option<(i64, OperationKind)>> {
    let found: Option<(i64, String)> = connection
        .prepare_cached(include_str!("sql/next_undo.sql"))?
        .query_row([actor], |r| Ok((r.get(0)?, r.get(1)?)))
        .optional()?;
    found.map(|(seq, kind)| Ok((seq, kind.parse()?))).transpose()
}

/// A person's newest undo that still holds, if nothing was done since the first of the run: the undo, the operation
/// it undid, and what that was.
fn next_redo(connection: &Connection, actor: &str) -> Result<Option<(i64, i64, OperationKind)>> {
    let found: Option<(i64, i64, String)> = connection
        .prepare_cached(include_str!("sql/next_redo.sql"))?
        .query_row([actor], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))
        .optional()?;
    found.map(|(undo, original, kind)| Ok((undo, original, kind.parse()?))).transpose()
}

impl Store {
    /// Undoes a person's newest operation. The value is the number and kind of what was undone.
    ///
    /// # Errors
    /// When nothing is left to undo, or something it touched has been changed since.
    pub fn undo(&self, actor: &str) -> Result<Written<(i64, OperationKind)>> {
        self.undo_in_steps(actor, &mut |_| ControlFlow::Continue(()))
    }

    /// The same for an operation on many rows: `step` is told the share done, 0 to 1, and may stop it. Stopped, nothing is
    /// undone.
    ///
    /// # Errors
    /// As [`Store::undo`], and that it was stopped.
    pub fn undo_in_steps(&self, actor: &str, step: &mut Step<'_>) -> Result<Written<(i64, OperationKind)>> {
        self.revert(OperationKind::Undo, actor, step, |edit| {
            let (operation, kind) =
                next_undo(edit.connection(), actor)?.ok_or_else(|| edit.nothing_to("undo"))?;
            Ok((operation, (operation, kind)))
        })
    }

    /// Does again what a person undid last. The value is the number and kind of what was done again.
    ///
    /// # Errors
    /// When nothing is left to redo, or something it touched has been changed since.
    pub fn redo(&self, actor: &str) -> Result<Written<(i64, OperationKind)>> {
        self.redo_in_steps(actor, &mut |_| ControlFlow::Continue(()))
    }

    /// The same in steps, as [`Store::undo_in_steps`].
    ///
    /// # Errors
    /// As [`Store::redo`], and that it was stopped.
    pub fn redo_in_steps(&self, actor: &str, step: &mut Step<'_>) -> Result<Written<(i64, OperationKind)>> {
        self.revert(OperationKind::Redo, actor, step, |edit| {
            let (undo, original, kind) =
                next_redo(edit.connection(), actor)?.ok_or_else(|| edit.nothing_to("redo"))?;
            Ok((undo, (original, kind)))
        })
    }

    /// Takes back the operation that `choose` names. It chooses within the write, so that of two processes that ask at
    /// once the second finds what the first left.
    fn revert(
        &self,
        kind: OperationKind,
        actor: &str,
        step: &mut Step<'_>,
        choose: impl FnOnce(&Edit<'_>) -> Result<(i64, (i64, OperationKind))>,
    ) -> Result<Written<(i64, OperationKind)>> {
        let mut chosen = 0;
        let step = RefCell::new(step);
        let mut follows = |done: f64| (step.borrow_mut())(TAKING_BACK + (1.0 - TAKING_BACK) * done);
        let reverted = self.write_in_steps(&Act::new(kind, actor), &mut follows, |edit| {
            let (operation, value) = choose(edit)?;
            chosen = operation;
            edit.undoes = Some(operation);
            edit.revert(operation, &mut |done| match (step.borrow_mut())(TAKING_BACK * done) {
                ControlFlow::Continue(()) => Ok(()),
                ControlFlow::Break(()) => Err(StoreError::Stopped),
            })?;
            Ok(value)
        });
        // What others have built on since refers to the rows that would go.
        match reverted {
            Err(StoreError::Sqlite(error)) if is_constraint(&error) => Err(self.newest_after(chosen)?),
            other => other,
        }
    }
}

fn is_constraint(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation)
}

impl Store {
    /// Names who wrote last after an operation, others first, and when.
    fn newest_after(&self, operation: i64) -> Result<StoreError> {
        let (by, at) = self.reader()?.query_row(
            "SELECT actor, time FROM operation WHERE seq >= ?1
              ORDER BY actor = (SELECT actor FROM operation WHERE seq = ?1), seq DESC LIMIT 1",
            [operation],
            |r| Ok((r.get::<_, String>(0)?, r.get::<_, i64>(1)?)),
        )?;
        Ok(StoreError::ChangedSince { by, at: assay_model::time::Instant(at).to_rfc3339() })
    }
}

/// A change as it is read back from the log.
pub(crate) struct LoggedChange {
    pub table: Table,
    row: i64,
    pub claim: Option<i64>,
    before: Option<Vec<u8>>,
    digest: Option<Vec<u8>>,
}

impl Edit<'_> {
    /// Takes the changes of an operation, and of those that joined it, back, newest first.
    fn revert(&mut self, operation: i64, about_to: &mut dyn FnMut(f64) -> Result<()>) -> Result<()> {
        let changes: Vec<LoggedChange> = {
            let mut statement = self.connection().prepare_cached(
                "SELECT tbl, row, claim, before, digest, purged FROM change
                  WHERE operation IN (SELECT seq FROM operation WHERE seq = ?1 OR joins = ?1)
                  ORDER BY operation DESC, position DESC",
            )?;
            let mut rows = statement.query([operation])?;
            let mut changes = Vec::new();
            while let Some(row) = rows.next()? {
                if row.get::<_, Option<Vec<u8>>>(5)?.is_some() {
                    return Err(StoreError::Purged);
                }
                changes.push(LoggedChange {
                    table: Table::from_number(row.get(0)?)?,
                    row: row.get(1)?,
                    claim: row.get(2)?,
                    before: row.get(3)?,
                    digest: row.get(4)?,
                });
            }
            changes
        };
        for (done, change) in changes.iter().enumerate() {
            if done % A_STEP == 0 {
                about_to(done as f64 / changes.len() as f64)?;
            }
            // Who names a row that goes is asked before, who names one that comes back after.
            self.touch_dependents(change)?;
            self.revert_change(operation, change)?;
            self.touch_dependents(change)?;
        }
        self.still_sound(operation, &changes)
    }

    /// What the ledger says of claims follows the sources, documents, people and scales that they name.
    fn touch_dependents(&mut self, change: &LoggedChange) -> Result<()> {
        let sql = match change.table {
            Table::Source => "SELECT DISTINCT claim FROM evidence WHERE source = ?",
            Table::Document => "SELECT id FROM claim WHERE document = ?",
            Table::Person => "SELECT id FROM claim WHERE checker = ?1 OR reviewer = ?1",
            Table::Scale => {
                "SELECT claim.id FROM claim JOIN scale ON scale.word = claim.scale WHERE scale.id = ?"
            }
            _ => return Ok(()),
        };
        for claim in self.keys(sql, change.row)? {
            self.touch_claim(claim);
        }
        Ok(())
    }

    fn revert_change(&mut self, operation: i64, change: &LoggedChange) -> Result<()> {
        let now = self.read(change.table, change.row)?;
        let as_left = match (&now, &change.digest) {
            (Some(now), Some(digest)) => now.bears(digest),
            (None, None) => true,
            _ => false,
        };
        if !as_left {
            return Err(self.changed_since(operation, change, now.as_ref())?);
        }
        let before = change.before.as_deref().map(Image::from_bytes).transpose()?;
        match (now, before) {
            (Some(now), Some(before)) => self.overwrite(now, &before, change.claim),
            (Some(_), None) => self.delete(change.table, change.row, change.claim),
            (None, Some(before)) => self.put_back(&before, change.claim),
            (None, None) => Ok(()),
        }
    }

    /// Names who changed a row after the operation, and when.
    fn changed_since(
        &self,
        operation: i64,
        change: &LoggedChange,
        now: Option<&Image>,
    ) -> Result<StoreError> {
        let stamp = now.and_then(|i| i.get("stamp").integer());
        let newest = self.connection().query_row(
            "SELECT coalesce(max(operation), ?3) FROM change WHERE tbl = ?1 AND row = ?2",
            (change.table as u8, change.row, operation),
            |r| r.get::<_, i64>(0),
        )?;
        let by = stamp.filter(|s| *s > operation).unwrap_or(newest);
        let (by, at) =
            self.connection().query_row("SELECT actor, time FROM operation WHERE seq = ?", [by], |r| {
                Ok((r.get::<_, String>(0)?, r.get::<_, i64>(1)?))
            })?;
        Ok(StoreError::ChangedSince { by, at: assay_model::time::Instant(at).to_rfc3339() })
    }
}
