//! The ledger's index beside the file: made behind the first lists, kept at the newest operation, thrown away when in doubt.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard};

use assay_model::query::Query;
use rusqlite::Connection;

use crate::error::{Result, StoreError};
use crate::index::{LedgerIndex, Selection};
use crate::open::{Store, prepare};
use crate::question::Question;
use crate::readers::Reader;

/// Where the index stands, once it is made.
#[derive(Debug, Default)]
pub(crate) struct Shelf {
    index: RwLock<Option<LedgerIndex>>,
    /// It is being made: lists do not wait for it, facets do.
    making: AtomicBool,
    /// The operation whose state no index could be made of, none where zero: making one reads the whole file, and would end
    /// the same way.
    refused: AtomicI64,
    /// What the last queries found: a list and its facets ask the same.
    selections: Mutex<VecDeque<(i64, Query, Arc<Selection>)>>,
}

/// How many of them are kept.
const KEPT: usize = 4;

impl Shelf {
    fn read(&self) -> RwLockReadGuard<'_, Option<LedgerIndex>> {
        self.index.read().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store {
    /// Makes the ledger's index, if there is none yet or the one there is has grown slow. Takes seconds at a million claims;
    /// meanwhile lists come by SQL, and facets wait. What a file holds that no index can be made of is looked at again once something
    /// was written.
    ///
    /// # Errors
    /// When the file cannot be read, or holds what no workspace does.
    pub fn keep_index(&self) -> Result<()> {
        let fits = self.index.read().as_ref().is_some_and(|index| !index.is_worn());
        if fits {
            return Ok(());
        }
        let newest = head(&*self.reader()?)?;
        if self.index.refused.load(Ordering::Acquire) == newest
            || self.index.making.swap(true, Ordering::AcqRel)
        {
            return Ok(());
        }
        let mut slot = self.index.index.write().unwrap_or_else(PoisonError::into_inner);
        let made = self.make_index();
        // What cannot be read for the moment is tried again at the next look.
        if matches!(made, Err(StoreError::Unreadable(_))) {
            self.index.refused.store(newest, Ordering::Release);
        }
        self.index.making.store(false, Ordering::Release);
        *slot = Some(made?);
        Ok(())
    }

    fn make_index(&self) -> Result<LedgerIndex> {
        let connection = prepare(self.path(), self.access(), true)?;
        // The list of words is a temporary table; the workspace itself is only read.
        connection.pragma_update(None, "query_only", false)?;
        let transaction = connection.unchecked_transaction()?;
        let index = LedgerIndex::build(&connection)?;
        transaction.commit()?;
        Ok(index)
    }

    /// Bytes of memory that the index takes, about; none where there is no index.
    pub fn index_bytes(&self) -> Option<usize> {
        self.index.read().as_ref().map(LedgerIndex::bytes)
    }

    /// Brings the index to the newest operation now, where there is one, so that the next list need not wait for it.
    ///
    /// # Errors
    /// When the file cannot be read. Lists then come by SQL until the index is made anew.
    pub fn follow_index(&self) -> Result<()> {
        self.with_index(false, &Question::default(), |_, _| Ok(())).map(|_| ())
    }

    /// Asks the index, at the newest operation, in one snapshot with a connection; nothing where there is no index. Waits
    /// for one that is being made only if `waits`. Bringing the index to the newest operation is not ended by a newer question:
    /// all that come need it.
    pub(crate) fn with_index<T>(
        &self,
        waits: bool,
        question: &Question,
        ask: impl FnOnce(&LedgerIndex, &Connection) -> Result<T>,
    ) -> Result<Option<T>> {
        if !waits && self.index.making.load(Ordering::Acquire) {
            return Ok(None);
        }
        loop {
            question.still_wanted()?;
            let reader = self.reader()?;
            let transaction = reader.unchecked_transaction()?;
            let seq: i64 = head(&reader)?;
            let slot = self.index.read();
            match slot.as_ref().map(LedgerIndex::operation) {
                None => return Ok(None),
                Some(at) if at == seq => {
                    let Some(index) = slot.as_ref() else { return Ok(None) };
                    let running = question.runs_on(&reader)?;
                    let answer = ask(index, &reader)?;
                    drop(running);
                    drop(slot);
                    transaction.commit()?;
                    return Ok(Some(answer));
                }
                // Another has seen a newer state: look again.
                Some(at) if at > seq => {}
                Some(_) => {
                    drop(slot);
                    self.catch_up(&reader)?;
                }
            }
        }
    }

    /// What each term of a query finds, from the last time if it was asked a moment ago.
    pub(crate) fn select(
        &self,
        index: &LedgerIndex,
        query: &Query,
        connection: &Connection,
    ) -> Result<Arc<Selection>> {
        let at = index.operation();
        let lock = || self.index.selections.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = lock().iter().find(|(o, q, _)| *o == at && q == query).map(|(.., s)| Arc::clone(s));
        if let Some(kept) = kept {
            return Ok(kept);
        }
        let made = Arc::new(index.select(query, &self.facts().prefix, connection)?);
        let mut selections = lock();
        selections.retain(|(operation, ..)| *operation == at);
        selections.push_front((at, query.clone(), Arc::clone(&made)));
        selections.truncate(KEPT);
        Ok(made)
    }

    fn catch_up(&self, reader: &Reader<'_>) -> Result<()> {
        let mut slot = self.index.index.write().unwrap_or_else(PoisonError::into_inner);
        let Some(index) = slot.as_mut() else { return Ok(()) };
        let done = index.catch_up(reader);
        if done.is_err() {
            *slot = None;
        }
        done
    }
}

/// The number of the newest operation that a connection sees.
pub(crate) fn head(connection: &Connection) -> Result<i64> {
    let sql = "SELECT coalesce(max(seq), 0) FROM operation";
    Ok(connection.prepare_cached(sql)?.query_row([], |r| r.get(0))?)
}

#[cfg(test)]
mod tests {
    use assay_model::operation::OperationKind;

    use super::*;
    use crate::write::Act;

    #[test]
    fn a_reader_of_an_older_state_does_not_turn_the_index_back() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::create(&folder.path().join("t.assay"), "Finding", "Ada").unwrap();
        store.keep_index().unwrap();
        let old = store.reader().unwrap();
        let snapshot = old.unchecked_transaction().unwrap();
        let before = head(&old).unwrap();
        let act = Act::new(OperationKind::EditPerson, "Ada");
        store.write::<_, StoreError>(&act, |edit| edit.person("Tomasz")).unwrap();
        let newest = store.with_index(true, &Question::default(), |index, _| Ok(index.operation())).unwrap();
        assert_eq!(newest, Some(before + 1));
        store.catch_up(&old).unwrap();
        assert_eq!(store.index.read().as_ref().map(LedgerIndex::operation), newest);
        drop(snapshot);
    }

    #[test]
    fn an_index_that_cannot_be_made_is_tried_again_when_something_was_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("t.assay");
        let store = Store::create(&path, "Finding", "Ada").unwrap();
        let mut name = "Ada".to_owned();
        let mut write = || {
            name += "h";
            let act = Act::new(OperationKind::EditPerson, "Ada");
            store.write::<_, StoreError>(&act, |edit| edit.person(&name)).unwrap();
        };
        let plain = Connection::open(&path).unwrap();
        let claim = "INSERT INTO claim (id, stamp, uuid, label, statement, kind, status, mode, priority, reasons, stated,
            rationale, rationale_said, evidence_count)
            VALUES (1 << 30, 1, 'u', '', '', 'event', 'open', 'own', 0, '[]', '[]', '', '', 0)";
        plain.execute(claim, []).unwrap();
        for beyond in ["evidence_count = 0", "id = 1, evidence_count = 1 << 30"] {
            plain.execute(&format!("UPDATE claim SET {beyond}"), []).unwrap();
            assert!(matches!(store.keep_index(), Err(StoreError::Unreadable(_))));
            store.keep_index().unwrap();
            assert_eq!(store.index_bytes(), None, "it was not tried");
            write();
        }
        plain.execute("UPDATE claim SET evidence_count = 0", []).unwrap();
        store.keep_index().unwrap();
        assert!(store.index_bytes().is_some());
    }
}
