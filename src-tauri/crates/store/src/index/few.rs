//! A property that has few values: the claims of each value, as a set.

use super::bits::Bits;

/// The claims of each value. A claim has one value or, where there is no claim, none.
#[derive(Debug, Default)]
pub(crate) struct Few(Vec<Bits>);

impl Few {
    /// Gives a claim a value, and takes the one it had.
    pub(crate) fn set(&mut self, key: u32, value: usize) {
        self.forget(key);
        if self.0.len() <= value {
            self.0.resize_with(value + 1, Bits::default);
        }
        if let Some(claims) = self.0.get_mut(value) {
            claims.insert(key);
        }
    }

    /// Takes a claim out.
    pub(crate) fn forget(&mut self, key: u32) {
        self.0.iter_mut().for_each(|claims| claims.remove(key));
    }

    /// The claims of a value.
    pub(crate) fn claims(&self, value: usize) -> Bits {
        self.0.get(value).cloned().unwrap_or_default()
    }

    /// How many claims of a set have a value.
    pub(crate) fn count(&self, set: &Bits, value: usize) -> u32 {
        self.0.get(value).map_or(0, |claims| claims.len_of_both(set) as u32)
    }

    /// The first claims of a set by their values, which come in this order; ties by key.
    pub(crate) fn sorted(&self, set: &Bits, order: impl Iterator<Item = usize>, limit: usize) -> Vec<u32> {
        let mut found = Vec::with_capacity(limit.min(set.len()));
        for value in order {
            let mut claims = self.claims(value);
            claims.and(set);
            let left = limit - found.len();
            found.extend(claims.keys().take(left));
        }
        found
    }

    /// Bytes of memory that it takes.
    pub(crate) fn bytes(&self) -> usize {
        self.0.iter().map(Bits::bytes).sum()
    }
}
