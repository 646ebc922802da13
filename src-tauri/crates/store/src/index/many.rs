//! A property that has many values: the value of each claim, and how many claims have each.

use super::bits::Bits;
use super::columns::at;
use crate::error::{Result, StoreError};

/// One value for each key, by number, and for each number how many claims have it: so that of most of the claims it need
/// only be counted what the others have.
#[derive(Debug, Default)]
pub(crate) struct Many {
    values: Vec<u32>,
    claims: Vec<u32>,
}

/// The greatest key and the greatest value: keys of claims, documents and people, and counts of evidence, stay far below it.
pub(crate) const MOST: u32 = 1 << 26;

/// So few values that four counts of each stay close to the processor.
const FEW: usize = 4096;

impl Many {
    /// Makes room for keys below `end`.
    pub(crate) fn grow(&mut self, end: usize) {
        self.values.resize(end, 0);
    }

    /// Gives a key below the end a value. `is_claim` tells whether it was one of the claims before.
    ///
    /// # Errors
    /// When the value is beyond all that a workspace can hold, and a count of each would take all memory.
    pub(crate) fn set(&mut self, key: u32, value: u32, is_claim: bool) -> Result<()> {
        if value > MOST {
            return Err(StoreError::Unreadable(format!("{value} of claim {key}")));
        }
        if is_claim {
            self.forget(key);
        }
        if self.claims.len() <= value as usize {
            self.claims.resize(value as usize + 1, 0);
        }
        if let Some(count) = self.claims.get_mut(value as usize) {
            *count += 1;
        }
        if let Some(entry) = self.values.get_mut(key as usize) {
            *entry = value;
        }
        Ok(())
    }

    /// Takes a claim out.
    pub(crate) fn forget(&mut self, key: u32) {
        let value = self.of(key);
        if let Some(count) = self.claims.get_mut(value as usize) {
            *count -= 1;
        }
    }

    /// The value of a key.
    pub(crate) fn of(&self, key: u32) -> u32 {
        at(&self.values, key)
    }

    /// The keys whose value is wanted, also of keys that are claims no more.
    pub(crate) fn having(&self, wanted: impl FnMut(u32) -> bool) -> Bits {
        Bits::of(&self.values, wanted)
    }

    /// The keys whose value is one of these, also of keys that are claims no more.
    pub(crate) fn having_any(&self, wanted: &[u32]) -> Bits {
        match *wanted {
            [] => Bits::default(),
            // Compared, many values at once; a table is looked up for each.
            [one] => self.having(|value| value == one),
            [one, other] => self.having(|value| value == one || value == other),
            _ => {
                let table = table(wanted);
                self.having(|value| at(&table, value))
            }
        }
    }

    /// How many claims of a set have each value below `end`.
    pub(crate) fn count(&self, set: &Countable, end: usize) -> Vec<u32> {
        let Some(rest) = &set.rest else { return self.tally(&set.keys, end) };
        let all = (0..end as u32).map(|value| at(&self.claims, value));
        all.zip(self.tally(rest, end)).map(|(all, rest)| all - rest).collect()
    }

    /// Counts them one by one.
    fn tally(&self, keys: &Bits, end: usize) -> Vec<u32> {
        // Of few values one often follows itself, and a count cannot be read while it is still being written: so they take turns.
        let turns = if end <= FEW { 4 } else { 1 };
        let (mut counts, mut turn) = (vec![0; end * turns], 0);
        keys.each(&self.values, |value| {
            if let Some(count) = counts.get_mut(value as usize * turns + turn) {
                *count += 1;
            }
            turn = (turn + 1) % turns;
        });
        counts.chunks(turns).map(|of_value| of_value.iter().sum()).collect()
    }

    /// The first claims of a set by the rank of their values: the lowest first or last, rank zero last either way, ties by key.
    pub(crate) fn sorted(
        &self,
        set: &Countable,
        descending: bool,
        limit: usize,
        rank: impl Fn(u32) -> u32,
    ) -> Vec<u32> {
        // By value, its rank turned if so wanted, and then by rank the place of its first claim in the list.
        let mut ranks: Vec<u32> = (0..self.end() as u32).map(rank).collect();
        let end = ranks.iter().copied().max().unwrap_or(0) + 1;
        for rank in &mut ranks {
            *rank = match (*rank, descending) {
                (0, _) => end - 1,
                (rank, false) => rank - 1,
                (rank, true) => end - 1 - rank,
            };
        }
        let mut places = vec![0_u32; end as usize];
        for (rank, count) in ranks.iter().zip(self.count(set, self.end())) {
            if let Some(place) = places.get_mut(*rank as usize) {
                *place += count;
            }
        }
        let mut before = 0;
        for place in &mut places {
            before += std::mem::replace(place, before);
        }
        let limit = limit.min(before as usize);
        let wanted: Vec<bool> = ranks.iter().map(|rank| (at(&places, *rank) as usize) < limit).collect();
        let mut found = vec![0; limit];
        set.keys.each_key(|key| {
            let value = self.of(key);
            if !at(&wanted, value) {
                return;
            }
            let Some(place) = places.get_mut(at(&ranks, value) as usize) else { return };
            if let Some(entry) = found.get_mut(*place as usize) {
                *entry = key;
            }
            *place += 1;
        });
        found
    }

    /// One more than the greatest value that a claim has had.
    pub(crate) fn end(&self) -> usize {
        self.claims.len()
    }

    /// Bytes of memory that it takes.
    pub(crate) fn bytes(&self) -> usize {
        (self.values.capacity() + self.claims.capacity()) * 4
    }
}

/// For each number, as far as the greatest goes, whether it is one of these.
pub(crate) fn table(numbers: &[u32]) -> Vec<bool> {
    let mut table = vec![false; numbers.iter().max().map_or(0, |greatest| *greatest as usize + 1)];
    for number in numbers {
        if let Some(entry) = table.get_mut(*number as usize) {
            *entry = true;
        }
    }
    table
}

/// A set of claims that is to be counted: by what it holds or, if that is less, by what it leaves out.
#[derive(Debug)]
pub(crate) struct Countable {
    pub(crate) keys: Bits,
    rest: Option<Bits>,
}

impl Countable {
    /// A set of which every member is among `all` claims.
    pub(crate) fn among(keys: Bits, all: &Bits) -> Self {
        let most = keys.len() > all.len() / 2;
        let rest = most.then(|| {
            let mut rest = all.clone();
            rest.and_not(&keys);
            rest
        });
        Self { keys, rest }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    /// Claims by key as edits leave them, beside the property as they leave it.
    fn edited(edits: Vec<(u32, Option<u32>)>) -> (Many, Bits, BTreeMap<u32, u32>) {
        let (mut many, mut live) = (Many::default(), Bits::default());
        let mut claims = BTreeMap::new();
        many.grow(90);
        for (key, value) in edits {
            if let Some(value) = value {
                many.set(key, value, live.has(key)).unwrap();
                live.insert(key);
                claims.insert(key, value);
            } else if claims.remove(&key).is_some() {
                many.forget(key);
                live.remove(key);
            }
        }
        (many, live, claims)
    }

    proptest! {
        #[test]
        fn counts_and_orders_are_those_of_what_is_held(
            edits in prop::collection::vec((0_u32..90, prop::option::weighted(0.8, 0_u32..12)), 0..200),
            asked in prop::collection::btree_set(0_u32..90, 0..90),
            descending: bool,
            limit in 0_usize..100,
        ) {
            let (many, live, mut claims) = edited(edits.clone());
            claims.retain(|key, _| asked.contains(key));
            let set = Countable::among(Bits::from_keys(90, claims.keys().copied()), &live);
            let mut expected = vec![0; 12];
            for value in claims.values() {
                expected[*value as usize] += 1;
            }
            prop_assert_eq!(many.count(&set, 12), expected);

            let wanted: Vec<u32> = asked.iter().copied().take(limit % 4).collect();
            let mut having = many.having_any(&wanted);
            having.and(&live);
            let (_, _, all) = edited(edits.clone());
            let held = all.iter().filter(|(_, value)| wanted.contains(value)).map(|(key, _)| *key);
            prop_assert!(having.keys().eq(held));

            // Values share a rank two by two, and the first two are none.
            let rank = |value: u32| value / 2;
            let mut sorted: Vec<u32> = claims.keys().copied().collect();
            sorted.sort_by_key(|key| {
                let rank = i64::from(rank(claims[key]));
                (rank == 0, if descending { -rank } else { rank })
            });
            sorted.truncate(limit);
            prop_assert_eq!(many.sorted(&set, descending, limit, rank), sorted);
        }
    }
}
