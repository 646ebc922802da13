//! The one door for writes: one operation, one transaction, logged and chained.

mod commit;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use assay_model::operation::{OperationKind, Touched};
use assay_model::time::Instant;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};

use crate::error::{Result, StoreError};
use crate::image::{Image, Table};
use crate::log::{Action, Change, Hash};
use crate::open::{Access, Store};
use crate::row::Scalar;
use crate::words::CLAIMS_OWN_WORDS;

pub(crate) use commit::touched;
#[cfg(debug_assertions)]
pub(crate) use commit::{forget_seen, watch};

/// Who does what.
#[derive(Debug, Clone)]
pub struct Act<'a> {
    /// What is done.
    pub kind: OperationKind,
    /// Who does it.
    pub actor: &'a str,
    /// When.
    pub time: Instant,
    /// A text is being typed, or a mention nudged: it joins the operation before, if that was of the same stretch.
    pub typing: bool,
}

impl<'a> Act<'a> {
    /// Something done now.
    pub fn new(kind: OperationKind, actor: &'a str) -> Self {
        Self { kind, actor, time: Instant::now(), typing: false }
    }
}

/// What a write left behind.
#[derive(Debug, Clone)]
pub struct Written<T> {
    /// What the work itself returned.
    pub value: T,
    /// The operation's number; none if nothing changed and so nothing was logged.
    pub operation: Option<i64>,
    /// What was touched.
    pub touched: Vec<Touched>,
    /// How many claims were touched, however many ids `touched` names.
    pub claims: u32,
}

/// A write under way. Every change of a row goes through it and is recorded.
#[derive(Debug)]
pub struct Edit<'t> {
    transaction: Transaction<'t>,
    seq: i64,
    pub(crate) time: Instant,
    changes: Vec<Change>,
    /// The operation that this one undoes or does again.
    pub(crate) undoes: Option<i64>,
    /// Claims whose derived columns must follow.
    pub(crate) claims: BTreeSet<i64>,
    /// Those of them whose search row must follow too: a full-text row costs more than all the rest of an edit.
    pub(crate) reworded: BTreeSet<i64>,
    /// Claims that are new.
    pub(crate) added: BTreeSet<i64>,
    /// Sources whose search row must follow, and whether they are new.
    pub(crate) sources: BTreeMap<i64, bool>,
}

/// How many rows are written between two looks whether to stop.
pub(crate) const A_STEP: usize = 64;

impl Store {
    /// Runs one operation: all of it is committed, or nothing is.
    ///
    /// An operation that changes nothing is not logged, unless it is the workspace's first.
    ///
    /// # Errors
    /// What `work` returns, or that the file is read-only, gone, full, or held by another writer.
    pub fn write<T, E: From<StoreError>>(
        &self,
        act: &Act<'_>,
        work: impl FnOnce(&mut Edit<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<Written<T>, E> {
        self.write_in_steps(act, &mut |_| ControlFlow::Continue(()), work)
    }

    /// The same for an operation on many rows: once `work` is done, `step` is told the share of what follows from it that
    /// is written, 0 to 1, and may stop it. Stopped, nothing is committed.
    ///
    /// # Errors
    /// As [`Store::write`], and that it was stopped.
    pub fn write_in_steps<T, E: From<StoreError>>(
        &self,
        act: &Act<'_>,
        step: &mut dyn FnMut(f64) -> ControlFlow<()>,
        work: impl FnOnce(&mut Edit<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<Written<T>, E> {
        if self.access() != Access::ReadWrite {
            return Err(StoreError::ReadOnly(self.path().into()).into());
        }
        self.still_there()?;
        let mut writer = self.writer();
        #[cfg(debug_assertions)]
        forget_seen();
        let transaction = writer
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|e| self.name_path(e.into()))?;
        let seq = next_seq(&transaction)?;
        let mut edit = Edit::begun(transaction, seq, act.time);
        let value = work(&mut edit)?;
        Ok(edit.finish(act, value, step).map_err(|e| self.name_path(e))?)
    }

    /// Looks at the workspace as a write would find it, and writes nothing; holds up no writer.
    ///
    /// # Errors
    /// What `look` returns, or that the file cannot be read.
    pub fn rehearse<T, E: From<StoreError>>(
        &self,
        look: impl FnOnce(&Edit<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let reader = self.reader()?;
        let transaction =
            Transaction::new_unchecked(&reader, TransactionBehavior::Deferred).map_err(StoreError::from)?;
        let seq = next_seq(&transaction)?;
        look(&Edit::begun(transaction, seq, Instant::now()))
    }

    pub(crate) fn name_path(&self, error: StoreError) -> StoreError {
        if let StoreError::ReadOnly(_) = error { StoreError::ReadOnly(self.path().into()) } else { error }
    }
}

fn next_seq(connection: &Connection) -> Result<i64> {
    let newest: Option<i64> =
        connection.prepare_cached("SELECT max(seq) FROM operation")?.query_row([], |r| r.get(0))?;
    Ok(newest.unwrap_or(0) + 1)
}

/// The hash of the newest operation; zeroes before the first.
pub(crate) fn head_hash(connection: &Connection) -> Result<Hash> {
    let newest: Option<Vec<u8>> = connection
        .prepare_cached("SELECT hash FROM operation ORDER BY seq DESC LIMIT 1")?
        .query_row([], |r| r.get(0))
        .optional()?;
    newest.map_or(Ok(Hash::default()), |h| {
        h.try_into().map_err(|_| StoreError::Unreadable("a hash of the log".to_owned()))
    })
}

impl<'t> Edit<'t> {
    const fn begun(transaction: Transaction<'t>, seq: i64, time: Instant) -> Self {
        Self {
            transaction,
            seq,
            time,
            changes: Vec::new(),
            undoes: None,
            claims: BTreeSet::new(),
            reworded: BTreeSet::new(),
            added: BTreeSet::new(),
            sources: BTreeMap::new(),
        }
    }
}

impl Edit<'_> {
    pub(crate) fn connection(&self) -> &Connection {
        &self.transaction
    }

    /// Inserts a row of these columns (the rest nothing) and returns its key.
    pub(crate) fn insert(
        &mut self,
        table: Table,
        claim: Option<i64>,
        columns: &[(&str, Scalar)],
    ) -> Result<i64> {
        let mut image = Image::empty(table);
        image.set("stamp", self.seq.into());
        image.set_all(columns);
        self.transaction
            .prepare_cached(table.insert_sql())?
            .execute(rusqlite::params_from_iter(&image.values))?;
        let key = self.transaction.last_insert_rowid();
        image.set("id", key.into());
        let claim = if table == Table::Claim { Some(key) } else { claim };
        if table == Table::Claim {
            self.added.insert(key);
        }
        self.record(Action::Insert, key, claim, None, Some(&image));
        Ok(key)
    }

    /// Puts a row back as it was, stamp and all.
    pub(crate) fn put_back(&mut self, image: &Image, claim: Option<i64>) -> Result<()> {
        self.transaction
            .prepare_cached(image.table.insert_sql())?
            .execute(rusqlite::params_from_iter(&image.values))?;
        self.record(Action::Insert, image.id(), claim, None, Some(image));
        Ok(())
    }

    /// Sets columns of a row. Does nothing if they already have these values.
    pub(crate) fn update(
        &mut self,
        table: Table,
        key: i64,
        claim: Option<i64>,
        columns: &[(&str, Scalar)],
    ) -> Result<bool> {
        let before = self.must_read(table, key)?;
        let mut after = before.clone();
        after.set_all(columns);
        if after == before {
            return Ok(false);
        }
        after.set("stamp", self.seq.into());
        self.overwrite(before, &after, claim)?;
        Ok(true)
    }

    /// Makes a row what `after` says, stamp and all.
    pub(crate) fn overwrite(&mut self, before: Image, after: &Image, claim: Option<i64>) -> Result<()> {
        let key = after.id();
        let mut columns = before.differing(after);
        columns.push("stamp");
        let (sql, values) = after.update(&columns);
        self.transaction.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(values))?;
        self.record(Action::Update, key, claim, Some(before), Some(after));
        Ok(())
    }

    /// Deletes a row; the log keeps it whole.
    pub(crate) fn delete(&mut self, table: Table, key: i64, claim: Option<i64>) -> Result<()> {
        let before = self.must_read(table, key)?;
        self.transaction.prepare_cached(table.delete_sql())?.execute([key])?;
        self.record(Action::Delete, key, claim, Some(before), None);
        Ok(())
    }

    /// Deletes a row of which nothing may stay: the log keeps the digest alone.
    pub(crate) fn delete_purged(&mut self, table: Table, key: i64, claim: Option<i64>) -> Result<()> {
        self.delete(table, key, claim)?;
        if let Some(change) = self.changes.last_mut() {
            change.purged = true;
        }
        Ok(())
    }

    /// A row as it stands; none if there is none.
    pub(crate) fn read(&self, table: Table, key: i64) -> Result<Option<Image>> {
        read_image(&self.transaction, table, key)
    }

    pub(crate) fn must_read(&self, table: Table, key: i64) -> Result<Image> {
        self.read(table, key)?
            .ok_or_else(|| StoreError::Missing { what: table.name(), which: key.to_string() })
    }

    /// The number of this operation.
    pub const fn seq(&self) -> i64 {
        self.seq
    }

    /// The claims that were touched so far.
    pub(crate) fn touched_claims(&self) -> Vec<i64> {
        self.claims.iter().copied().collect()
    }

    /// Says that what is derived of a claim must follow, though no row of its own changed.
    pub(crate) fn touch_claim(&mut self, claim: i64) {
        self.claims.insert(claim);
    }

    fn record(
        &mut self,
        action: Action,
        row: i64,
        claim: Option<i64>,
        before: Option<Image>,
        after: Option<&Image>,
    ) {
        let table = before.as_ref().or(after).map_or(Table::Person, |i| i.table);
        // A row that goes from one claim to another leaves both to be derived again.
        let moved = match (&before, after) {
            (Some(before), Some(after)) => [before, after].map(|image| image.get("claim").integer()),
            _ => [None; 2],
        };
        let claims = claim.into_iter().chain(moved.into_iter().flatten());
        if rewords(table, before.as_ref(), after) {
            self.reworded.extend(claims.clone());
        }
        self.claims.extend(claims);
        if table == Table::Source {
            self.sources.entry(row).or_insert(action == Action::Insert);
        }
        let digest = after.map(Image::digest);
        self.changes.push(Change { table, row, claim, action, before, digest, purged: false });
    }
}

/// Whether a change of a row can change the words that its claim is found by.
fn rewords(table: Table, before: Option<&Image>, after: Option<&Image>) -> bool {
    match (table, before, after) {
        (Table::Claim, Some(before), Some(after)) => {
            CLAIMS_OWN_WORDS.iter().any(|column| before.get(column) != after.get(column))
        }
        (Table::ClaimTag | Table::Tick | Table::Relation, ..) => false,
        _ => true,
    }
}

pub(crate) fn read_image(connection: &Connection, table: Table, key: i64) -> Result<Option<Image>> {
    let mut statement = connection.prepare_cached(table.select_sql())?;
    let mut rows = statement.query([key])?;
    rows.next()?.map(|row| Image::from_row(table, row)).transpose()
}
