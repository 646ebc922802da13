//! Texts that many claims share, each kept once and known by a number.

use std::collections::HashMap;
use std::sync::Arc;

/// The number of no text at all.
pub(crate) const NONE: u32 = 0;

/// Texts by number, from one.
#[derive(Debug, Default)]
pub(crate) struct Names {
    numbers: HashMap<Arc<str>, u32>,
    texts: Vec<Arc<str>>,
    /// The same in small letters, which parts of names are looked for in.
    lower: Vec<Box<str>>,
}

impl Names {
    /// The number of a text, a new one if it has none yet; [`NONE`] of none.
    pub(crate) fn number(&mut self, name: Option<&str>) -> u32 {
        let Some(name) = name else { return NONE };
        if let Some(known) = self.numbers.get(name) {
            return *known;
        }
        let name: Arc<str> = name.into();
        self.texts.push(Arc::clone(&name));
        self.lower.push(name.to_lowercase().into());
        let number = self.texts.len() as u32;
        self.numbers.insert(name, number);
        number
    }

    /// The number that a text has.
    pub(crate) fn known(&self, name: &str) -> Option<u32> {
        self.numbers.get(name).copied()
    }

    /// The text of a number.
    pub(crate) fn name(&self, number: u32) -> Option<&str> {
        Some(self.texts.get((number as usize).checked_sub(1)?)?)
    }

    /// One more than the greatest number.
    pub(crate) fn end(&self) -> usize {
        self.texts.len() + 1
    }

    /// The numbers of the texts that hold a part in small letters.
    pub(crate) fn holding(&self, part: &str) -> Vec<u32> {
        let holds = (1..).zip(&self.lower).filter(|(_, name)| name.contains(part));
        holds.map(|(number, _)| number).collect()
    }

    /// For each number its place when the texts are ordered as `NOCASE` does, from one, equal ones alike; zero for
    /// [`NONE`].
    pub(crate) fn ranks(&self) -> Vec<u32> {
        let mut order: Vec<(String, u32)> =
            self.iter().map(|(number, name)| (name.to_ascii_lowercase(), number)).collect();
        order.sort_unstable();
        let mut ranks = vec![0; self.end()];
        let mut rank = 0;
        for group in order.chunk_by(|a, b| a.0 == b.0) {
            rank += 1;
            for (_, number) in group {
                if let Some(entry) = ranks.get_mut(*number as usize) {
                    *entry = rank;
                }
            }
        }
        ranks
    }

    /// The texts with their numbers.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u32, &str)> {
        (1..).zip(self.texts.iter().map(|name| &**name))
    }
}
