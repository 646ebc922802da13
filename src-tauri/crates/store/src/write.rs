//! The one door for writes: one operation, one transaction, logged and chained.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use assay_model::operation::{OperationKind, Thing, Touched};
use assay_model::time::Instant;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};

use crate::error::{Result, StoreError};
use crate::image::{Image, Table};
use crate::log::{Action, ChainedChange, Change, Hash, Head, chain};
use crate::open::{Access, Store};
use crate::row::Scalar;
use crate::words::CLAIMS_OWN_WORDS;

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
    claims: BTreeSet<i64>,
    /// Those of them whose search row must follow too: a full-text row costs more than all the rest of an edit.
    reworded: BTreeSet<i64>,
    /// Sources whose search row must follow.
    sources: BTreeSet<i64>,
}

/// The longest pause within one stretch of typing or nudging, in milliseconds: longer than a moment's thought, shorter
/// than turning to something else.
const STRETCH_PAUSE: i64 = 30_000;

/// How many rows are written between two looks whether to stop.
pub(crate) const A_STEP: usize = 64;

/// The most ids that a notice names; beyond it says “many”.
const MOST_KEYS: usize = 200;

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
        SEEN.take();
        let transaction = writer
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|e| self.name_path(e.into()))?;
        let seq = next_seq(&transaction)?;
        let mut edit = Edit::begun(transaction, seq, act.time);
        let value = work(&mut edit)?;
        let written = edit.finish(act, value, step).map_err(|e| self.name_path(e))?;
        Ok(written)
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

    fn name_path(&self, error: StoreError) -> StoreError {
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
            sources: BTreeSet::new(),
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
        for (column, value) in columns {
            debug_assert!(table.place(column).is_some(), "{} has no column {column}", table.name());
            image.set(column, value.clone());
        }
        self.transaction
            .prepare_cached(table.insert_sql())?
            .execute(rusqlite::params_from_iter(&image.values))?;
        let key = self.transaction.last_insert_rowid();
        image.set("id", key.into());
        let claim = if table == Table::Claim { Some(key) } else { claim };
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
        for (column, value) in columns {
            debug_assert!(table.place(column).is_some(), "{} has no column {column}", table.name());
            after.set(column, value.clone());
        }
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
            self.sources.insert(row);
        }
        let digest = after.map(Image::digest);
        self.changes.push(Change { table, row, claim, action, before, digest, purged: false });
    }

    fn finish<T>(
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
        self.derive(&self.claims, &self.reworded, &mut |done| told(3 * done))?;
        self.index_sources(&self.sources)?;
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
                let before = image.filter(|_| !change.purged).map(Image::to_bytes);
                let before_digest = image.map(Image::digest);
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
    static SEEN: std::cell::RefCell<Vec<(String, i64)>> = const { std::cell::RefCell::new(Vec::new()) };
}

/// Notes every row that SQLite writes, so that a change past the log shows in development and tests.
#[cfg(debug_assertions)]
pub(crate) fn watch(connection: &mut Connection) -> Result<()> {
    connection.update_hook(Some(|_, _: &str, table: &str, row| {
        SEEN.with_borrow_mut(|seen| seen.push((table.to_owned(), row)));
    }))?;
    Ok(())
}
