//! Lists of words that are asked of every token.

use std::collections::HashMap;
use std::sync::OnceLock;

use foldhash::fast::FixedState;

/// What a word says, for words that stand in lists; made into a table when it is first asked.
pub(crate) struct Lexicon<T: 'static> {
    lists: &'static [(&'static [&'static str], T)],
    table: OnceLock<HashMap<&'static str, T, FixedState>>,
}

impl<T: Copy> Lexicon<T> {
    /// The lists, each with what its words say.
    pub(crate) const fn of(lists: &'static [(&'static [&'static str], T)]) -> Self {
        Self { lists, table: OnceLock::new() }
    }

    /// What the word says, if it is listed.
    pub(crate) fn get(&self, word: &str) -> Option<T> {
        let table = self.table.get_or_init(|| {
            self.lists.iter().flat_map(|(words, what)| words.iter().map(|word| (*word, *what))).collect()
        });
        table.get(word).copied()
    }

    /// Whether the word is listed.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.get(word).is_some()
    }
}
