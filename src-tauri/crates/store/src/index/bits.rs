//! A set of claims: one bit for each key.
//!
//! Keys are dense, being numbers that are given once and never again, so a million claims are 125 kB and two sets are
//! joined in some microseconds. Sets of other lengths join as if the shorter went on with nothing in it.

/// A set of claims by their keys.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Bits {
    words: Vec<u64>,
}

impl Bits {
    /// The empty set, with room for keys below `end`.
    pub(crate) fn new(end: usize) -> Self {
        Self { words: vec![0; end.div_ceil(64)] }
    }

    /// The keys below `values.len()` whose value is wanted.
    pub(crate) fn of<T: Copy>(values: &[T], mut wanted: impl FnMut(T) -> bool) -> Self {
        let word = |chunk: &[T]| {
            // Flags of a byte each are independent of one another, which bits of one word are not.
            let mut flags = [[0_u8; 8]; 8];
            for (flag, value) in flags.as_flattened_mut().iter_mut().zip(chunk) {
                *flag = u8::from(wanted(*value));
            }
            flags.iter().rev().fold(0_u64, |word, eight| word << 8 | packed(*eight))
        };
        Self { words: values.chunks(64).map(word).collect() }
    }

    /// The set of these keys.
    pub(crate) fn from_keys(end: usize, keys: impl IntoIterator<Item = u32>) -> Self {
        let mut set = Self::new(end);
        for key in keys {
            set.insert(key);
        }
        set
    }

    /// Whether a key is in it.
    pub(crate) fn has(&self, key: u32) -> bool {
        self.words.get(key as usize / 64).is_some_and(|word| word >> (key % 64) & 1 == 1)
    }

    /// Puts a key in.
    pub(crate) fn insert(&mut self, key: u32) {
        let at = key as usize / 64;
        if at >= self.words.len() {
            self.words.resize(at + 1, 0);
        }
        if let Some(word) = self.words.get_mut(at) {
            *word |= 1 << (key % 64);
        }
    }

    /// Takes a key out.
    pub(crate) fn remove(&mut self, key: u32) {
        if let Some(word) = self.words.get_mut(key as usize / 64) {
            *word &= !(1 << (key % 64));
        }
    }

    /// Keeps what is in both.
    pub(crate) fn and(&mut self, other: &Self) {
        self.words.truncate(other.words.len());
        for (word, by) in self.words.iter_mut().zip(&other.words) {
            *word &= by;
        }
    }

    /// Keeps what is not in the other.
    pub(crate) fn and_not(&mut self, other: &Self) {
        for (word, by) in self.words.iter_mut().zip(&other.words) {
            *word &= !by;
        }
    }

    /// Adds what is in the other.
    pub(crate) fn or(&mut self, other: &Self) {
        if self.words.len() < other.words.len() {
            self.words.resize(other.words.len(), 0);
        }
        for (word, by) in self.words.iter_mut().zip(&other.words) {
            *word |= by;
        }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// How many are in both.
    pub(crate) fn len_of_both(&self, other: &Self) -> usize {
        self.words.iter().zip(&other.words).map(|(a, b)| (a & b).count_ones() as usize).sum()
    }

    /// The keys, from the lowest.
    pub(crate) fn keys(&self) -> impl Iterator<Item = u32> + '_ {
        self.words.iter().enumerate().flat_map(|(at, word)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                let bit = (left != 0).then(|| left.trailing_zeros())?;
                left &= left - 1;
                Some(at as u32 * 64 + bit)
            })
        })
    }

    /// Gives each key to `take`, from the lowest. Quicker than [`Bits::keys`] where most are members.
    pub(crate) fn each_key(&self, mut take: impl FnMut(u32)) {
        for (at, word) in self.words.iter().enumerate() {
            let first = at as u32 * 64;
            if *word == u64::MAX {
                (first..first + 64).for_each(&mut take);
                continue;
            }
            let mut left = *word;
            while left != 0 {
                take(first + left.trailing_zeros());
                left &= left - 1;
            }
        }
    }

    /// Gives each member's entry in a column to `take`, as [`Bits::each_key`] does.
    pub(crate) fn each<T: Copy>(&self, column: &[T], mut take: impl FnMut(T)) {
        for (word, entries) in self.words.iter().zip(column.chunks(64)) {
            if *word == u64::MAX {
                for entry in entries {
                    take(*entry);
                }
                continue;
            }
            let mut left = *word;
            while left != 0 {
                if let Some(entry) = entries.get(left.trailing_zeros() as usize) {
                    take(*entry);
                }
                left &= left - 1;
            }
        }
    }

    /// Bytes of memory that it takes.
    pub(crate) fn bytes(&self) -> usize {
        self.words.capacity() * 8
    }
}

/// Eight flags, each 0 or 1, as the lowest bits of a number, the first lowest. Multiplied so, the flag at byte `i` comes to bit
/// `56 + i`, and no two come to one.
const fn packed(flags: [u8; 8]) -> u64 {
    u64::from_le_bytes(flags).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn sets_of_bits_are_sets(
            few in prop::collection::btree_set(0_u32..700, 0..80),
            run in (0_u32..500, 0_u32..200),
            b in prop::collection::btree_set(0_u32..300, 0..80),
        ) {
            // A run of keys fills whole words.
            let a: BTreeSet<u32> = few.into_iter().chain(run.0..run.0 + run.1).collect();
            let bits = |set: &BTreeSet<u32>| {
                Bits::from_keys(set.last().map_or(0, |k| *k as usize + 1), set.iter().copied())
            };
            let set = |bits: &Bits| bits.keys().collect::<BTreeSet<_>>();
            let joined = |join: fn(&mut Bits, &Bits)| {
                let mut both = bits(&a);
                join(&mut both, &bits(&b));
                set(&both)
            };
            prop_assert_eq!(joined(Bits::and), &a & &b);
            prop_assert_eq!(joined(Bits::or), &a | &b);
            prop_assert_eq!(joined(Bits::and_not), &a - &b);
            prop_assert_eq!(bits(&a).len(), a.len());
            prop_assert_eq!(bits(&a).len_of_both(&bits(&b)), (&a & &b).len());
            let mut less = bits(&a);
            for key in &b {
                less.remove(*key);
            }
            prop_assert_eq!(set(&less), &a - &b);
            prop_assert!((0..700).all(|key| bits(&a).has(key) == a.contains(&key)));
            let flags: Vec<bool> = (0..700).map(|key| a.contains(&key)).collect();
            let mut each = BTreeSet::new();
            bits(&a).each_key(|key| { each.insert(key); });
            prop_assert_eq!(&each, &a);
            let (column, mut entries) = ((0..700).collect::<Vec<u32>>(), BTreeSet::new());
            bits(&a).each(&column, |key| { entries.insert(key); });
            prop_assert_eq!(&entries, &a);
            prop_assert_eq!(set(&Bits::of(&flags, |flag| flag)), a);
        }
    }
}
