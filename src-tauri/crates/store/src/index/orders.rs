//! Claims in order.
//!
//! What a claim has few of (a status, a voice, a document) is ordered by counting, in time in proportion to the claims
//! found. What each claim has its own of (a label, a time) is kept as a list of keys in order, which edits mend.

use std::cmp::Ordering;

use assay_model::query::{Sort, SortKey};
use rusqlite::Connection;

use super::bits::Bits;
use super::columns::{Columns, NO_TEXT, Ordered, at};
use super::first::First;
use crate::error::Result;

/// The lists that are kept: keys with the smallest first, those with nothing to order by last, ties by key.
#[derive(Debug, Default)]
pub(crate) struct Orders {
    edited: Vec<u32>,
    score: Vec<u32>,
    label: Vec<u32>,
    value: Vec<u32>,
}

/// A set that holds fewer than one in so many claims is sooner put in order by itself than found along a list of all.
const ONE_IN: usize = 32;

/// A list by a text: how the text of a key is read, and how two are compared.
struct ByText<'c> {
    connection: &'c Connection,
    sql: &'static str,
    any_case: bool,
}

const LABEL: &str = "SELECT label FROM claim WHERE id = ?";
const VALUE: &str = "SELECT value_order(value_normal) FROM claim WHERE id = ?";

impl ByText<'_> {
    fn text(&self, key: u32) -> Result<Option<String>> {
        let mut statement = self.connection.prepare_cached(self.sql)?;
        let mut rows = statement.query([key])?;
        let text: Option<String> = rows.next()?.map(|row| row.get(0)).transpose()?.flatten();
        Ok(text.map(|t| if self.any_case { t.to_ascii_lowercase() } else { t }))
    }

    /// The place of a claim in a list of others.
    fn place(&self, list: &[u32], key: u32) -> Result<usize> {
        let text = self.text(key)?;
        let (mut from, mut to) = (0, list.len());
        while from < to {
            let middle = from.midpoint(to);
            let other = list.get(middle).copied().unwrap_or_default();
            let before = match (self.text(other)?, &text) {
                (Some(a), Some(b)) => (a.as_str(), other) < (b.as_str(), key),
                (Some(_), None) => true,
                (None, Some(_)) => false,
                (None, None) => other < key,
            };
            if before { from = middle + 1 } else { to = middle }
        }
        Ok(from)
    }

    fn mend(&self, list: &mut Vec<u32>, (gone, come): (Bits, Vec<u32>)) -> Result<()> {
        let mut texts = Vec::with_capacity(come.len());
        for key in come {
            let text = self.text(key)?;
            texts.push((text.is_none(), text, key));
        }
        texts.sort_unstable();
        take_out(list, &gone);
        let places = texts.iter().map(|(.., key)| self.place(list, *key)).collect::<Result<Vec<_>>>()?;
        put_in(list, places, texts.into_iter().map(|(.., key)| key).collect());
        Ok(())
    }
}

impl Orders {
    /// Puts all claims in order of their texts. SQLite sorts them in memory, which is better done before anything is kept that
    /// would lie behind it on the heap.
    pub(crate) fn by_texts(connection: &Connection) -> Result<Self> {
        let keys = |sql: &str| -> Result<Vec<u32>> {
            Ok(connection.prepare(sql)?.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?)
        };
        Ok(Self {
            label: keys("SELECT id FROM claim ORDER BY label COLLATE NOCASE, id")?,
            value: keys("SELECT id FROM claim ORDER BY value_order(value_normal) NULLS LAST, id")?,
            ..Self::default()
        })
    }

    /// Puts all claims of the columns in order of what stands there.
    pub(crate) fn by_columns(&mut self, columns: &Columns) {
        self.edited = columns.live.keys().collect();
        self.score = self.edited.clone();
        self.edited.sort_unstable_by_key(|key| (at(&columns.edited, *key), *key));
        self.score.sort_unstable_by(|a, b| by_score(columns, *a, *b));
    }

    /// Brings the lists up to date after these claims changed, each with what it was before.
    pub(crate) fn mend(
        &mut self,
        columns: &Columns,
        changed: &[(u32, Ordered)],
        connection: &Connection,
    ) -> Result<()> {
        let moved = |differs: &dyn Fn(&Ordered, &Ordered) -> bool| {
            let mut gone = Bits::default();
            let mut come = Vec::new();
            for (key, before) in changed {
                let now = columns.ordered(*key);
                if now.live != before.live || now.live && differs(before, &now) {
                    gone.insert(*key);
                    come.extend(now.live.then_some(*key));
                }
            }
            (gone, come)
        };
        let edited = |a: u32, b: u32| (at(&columns.edited, a), a).cmp(&(at(&columns.edited, b), b));
        by_column(&mut self.edited, moved(&|a, b| a.edited != b.edited), edited);
        let score = |a: u32, b: u32| by_score(columns, a, b);
        by_column(&mut self.score, moved(&|a, b| a.score.total_cmp(&b.score).is_ne()), score);
        let label = ByText { connection, sql: LABEL, any_case: true };
        label.mend(&mut self.label, moved(&|a, b| a.label != b.label))?;
        let value = ByText { connection, sql: VALUE, any_case: false };
        value.mend(&mut self.value, moved(&|a, b| a.value != b.value))
    }

    /// The first keys of a set in order of one of the lists; none where the sort key has no list.
    pub(crate) fn list(&self, set: &Bits, sort: Sort, limit: usize, columns: &Columns) -> Option<Vec<u32>> {
        let score = |key: u32| columns.score.get(key as usize).copied().unwrap_or(f64::NAN);
        let (label, value, edited) = (&columns.label, &columns.value, &columns.edited);
        let (descending, never) = (sort.descending, |_| false);
        let few = set.len() < self.edited.len() / ONE_IN;
        let turned = |order: Ordering| if descending { order.reverse() } else { order };
        Some(match sort.key {
            SortKey::Edited if few => {
                let order = |a: &u32, b: &u32| at(edited, *a).cmp(&at(edited, *b));
                first(set, limit, |a, b| turned(order(a, b)).then(a.cmp(b)))
            }
            SortKey::Score if few => {
                let order = |a: &u32, b: &u32| score(*a).partial_cmp(&score(*b)).unwrap_or(Ordering::Equal);
                let none = |key: &u32| score(*key).is_nan();
                first(set, limit, |a, b| none(a).cmp(&none(b)).then(turned(order(a, b))).then(a.cmp(b)))
            }
            SortKey::Edited => {
                in_order(&self.edited, set, descending, limit, never, |a, b| at(edited, a) == at(edited, b))
            }
            SortKey::Score => {
                let none = |key: u32| score(key).is_nan();
                in_order(&self.score, set, descending, limit, none, |a, b| {
                    score(a).total_cmp(&score(b)).is_eq()
                })
            }
            SortKey::Label => {
                in_order(&self.label, set, descending, limit, never, |a, b| at(label, a) == at(label, b))
            }
            SortKey::Value => {
                let none = |key: u32| at(value, key) == NO_TEXT;
                in_order(&self.value, set, descending, limit, none, |a, b| at(value, a) == at(value, b))
            }
            _ => return None,
        })
    }

    /// Bytes of memory that the lists take.
    pub(crate) fn bytes(&self) -> usize {
        [&self.edited, &self.score, &self.label, &self.value].iter().map(|l| l.capacity() * 4).sum()
    }
}

fn by_score(columns: &Columns, a: u32, b: u32) -> Ordering {
    let score = |key: u32| columns.score.get(key as usize).copied().unwrap_or(f64::NAN);
    let (x, y) = (score(a), score(b));
    x.is_nan().cmp(&y.is_nan()).then(x.partial_cmp(&y).unwrap_or(Ordering::Equal)).then(a.cmp(&b))
}

/// Mends a list that is ordered by what the columns hold.
fn by_column(list: &mut Vec<u32>, (gone, mut come): (Bits, Vec<u32>), order: impl Fn(u32, u32) -> Ordering) {
    come.sort_unstable_by(|a, b| order(*a, *b));
    take_out(list, &gone);
    let places =
        come.iter().map(|key| list.partition_point(|other| order(*other, *key) == Ordering::Less)).collect();
    put_in(list, places, come);
}

fn take_out(list: &mut Vec<u32>, gone: &Bits) {
    if gone.len() > 0 {
        list.retain(|key| !gone.has(*key));
    }
}

/// Puts keys, which are in order among themselves, each at its place in a list of others.
fn put_in(list: &mut Vec<u32>, places: Vec<usize>, come: Vec<u32>) {
    if let ([place], [key]) = (places.as_slice(), come.as_slice()) {
        list.insert((*place).min(list.len()), *key);
        return;
    }
    if come.is_empty() {
        return;
    }
    let mut merged = Vec::with_capacity(list.len() + come.len());
    let mut from = 0;
    for (place, key) in places.into_iter().zip(come) {
        merged.extend_from_slice(list.get(from..place).unwrap_or_default());
        merged.push(key);
        from = place;
    }
    merged.extend_from_slice(list.get(from..).unwrap_or_default());
    *list = merged;
}

/// The first few of a set, which is small.
fn first(set: &Bits, limit: usize, order: impl Fn(&u32, &u32) -> Ordering) -> Vec<u32> {
    let mut first = First::new(limit, order);
    set.keys().for_each(|key| first.offer(key));
    first.in_order()
}

/// The first that a list and a set share; from the greatest if so wanted, what has nothing to order by last all the same, and
/// ties always by key.
fn in_order(
    list: &[u32],
    set: &Bits,
    descending: bool,
    limit: usize,
    is_none: impl Fn(u32) -> bool,
    same: impl Fn(u32, u32) -> bool,
) -> Vec<u32> {
    let mut found = Vec::with_capacity(limit.min(set.len()));
    let wanted = |key: &u32| set.has(*key);
    if descending {
        let (ordered, rest) = list.split_at(list.partition_point(|key| !is_none(*key)));
        let ties = ordered.chunk_by(|a, b| same(*a, *b)).rev();
        found.extend(ties.flatten().chain(rest).copied().filter(wanted).take(limit));
    } else {
        found.extend(list.iter().copied().filter(wanted).take(limit));
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Columns of claims last edited at these times; none where there is no claim.
    fn columns(values: &[Option<i64>]) -> Columns {
        let mut columns = Columns::default();
        columns.grow(values.len());
        for (key, value) in values.iter().enumerate() {
            if value.is_some() {
                columns.live.insert(key as u32);
            }
            columns.edited[key] = value.unwrap_or_default();
            columns.score[key] = value.filter(|v| *v > 3).map_or(f64::NAN, |v| v as f64);
        }
        columns
    }

    proptest! {
        #[test]
        fn a_mended_list_is_the_list_made_anew(
            before in prop::collection::vec(0_i64..20, 1..60),
            edits in prop::collection::vec((0_usize..60, prop::option::of(0_i64..20)), 0..20),
            descending: bool,
            limit in 0_usize..80,
        ) {
            let connection = Connection::open_in_memory().unwrap();
            crate::query::add_functions(&connection).unwrap();
            connection.execute_batch("CREATE TABLE claim (id INTEGER PRIMARY KEY, label TEXT, value_normal TEXT)").unwrap();
            let mut values: Vec<Option<i64>> = before.into_iter().map(Some).collect();
            let old = columns(&values);
            let mut orders = Orders::by_texts(&connection).unwrap();
            orders.by_columns(&old);
            let mut touched = std::collections::BTreeSet::new();
            for (key, value) in edits {
                let key = key % values.len();
                values[key] = value;
                touched.insert(key as u32);
            }
            let new = columns(&values);
            let changed: Vec<(u32, Ordered)> = touched.into_iter().map(|key| (key, old.ordered(key))).collect();
            orders.mend(&new, &changed, &connection).unwrap();
            let mut anew = Orders::default();
            anew.by_columns(&new);
            prop_assert_eq!(&orders.edited, &anew.edited);
            prop_assert_eq!(&orders.score, &anew.score);

            let all = new.live.clone();
            let mut expected: Vec<u32> = all.keys().collect();
            let score = |key: &u32| new.score[*key as usize];
            expected.sort_by(|a, b| {
                let order = score(a).partial_cmp(&score(b)).unwrap_or(Ordering::Equal);
                let order = if descending { order.reverse() } else { order };
                score(a).is_nan().cmp(&score(b).is_nan()).then(order).then(a.cmp(b))
            });
            expected.truncate(limit);
            let sort = Sort { key: SortKey::Score, descending };
            prop_assert_eq!(orders.list(&all, sort, limit, &new), Some(expected));
        }

        #[test]
        fn a_few_claims_come_as_they_do_among_all(
            values in prop::collection::vec(0_i64..20, 200..300),
            few in prop::collection::btree_set(0_u32..200, 0..6),
            descending: bool,
        ) {
            let columns = columns(&values.into_iter().map(Some).collect::<Vec<_>>());
            let mut orders = Orders::default();
            orders.by_columns(&columns);
            for key in [SortKey::Edited, SortKey::Score] {
                let sort = Sort { key, descending };
                let mut all = orders.list(&columns.live, sort, usize::MAX, &columns).unwrap();
                all.retain(|key| few.contains(key));
                let set = Bits::from_keys(0, few.iter().copied());
                prop_assert_eq!(orders.list(&set, sort, usize::MAX, &columns), Some(all));
            }
        }
    }
}
