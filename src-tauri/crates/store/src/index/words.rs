//! Which claims each word stands in.
//!
//! The words are those of the full-text index, taken out of it as it cut them, so that both find the same. Each has the
//! keys of its claims as differences, in bytes of seven bits. What changes later is kept beside, whole.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, PoisonError};

use rusqlite::{Connection, Row};

use super::bits::Bits;
use crate::error::Result;

/// The words of all claims.
#[derive(Debug)]
pub(crate) struct Words {
    /// All words, one after the other, in order of their bytes.
    text: String,
    /// Where each word ends in `text`, and its claims in `claims`.
    ends: Vec<(u32, u32)>,
    claims: Vec<u8>,
    /// Claims whose words have changed since, with the words they have now, in order.
    fresh: BTreeMap<u32, Vec<Box<str>>>,
    /// The same by word: how many of those claims have it.
    fresh_counts: HashMap<Box<str>, u32>,
    stale: Bits,
    cutter: Cutter,
}

/// Cuts texts into words as the full-text index does, by being one.
#[derive(Debug)]
pub(crate) struct Cutter(Mutex<Connection>);

impl Cutter {
    fn new() -> Result<Self> {
        let connection = Connection::open_in_memory()?;
        connection.execute_batch(include_str!("../sql/index_cutter.sql"))?;
        Ok(Self(Mutex::new(connection)))
    }

    /// The words of a text in order of their bytes, each once; and whether the text is one word at most.
    pub(crate) fn cut(&self, text: &str) -> Result<(Vec<Box<str>>, bool)> {
        let connection = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        connection.prepare_cached("INSERT INTO cut (rowid, text) VALUES (1, ?)")?.execute([text])?;
        let mut statement = connection.prepare_cached("SELECT term, cnt FROM cut_word")?;
        let found: Vec<(Box<str>, u32)> =
            statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
        connection.prepare_cached("INSERT INTO cut (cut) VALUES ('delete-all')")?.execute([])?;
        let lone = found.iter().map(|(_, count)| *count).sum::<u32>() <= 1;
        Ok((found.into_iter().map(|(word, _)| word).collect(), lone))
    }
}

impl Words {
    /// Takes the words out of the full-text index of a connection.
    pub(crate) fn build(connection: &Connection) -> Result<Self> {
        connection.execute_batch(include_str!("../sql/index_words.sql"))?;
        let mut words = Self {
            text: String::new(),
            ends: Vec::new(),
            claims: Vec::new(),
            fresh: BTreeMap::new(),
            fresh_counts: HashMap::new(),
            stale: Bits::default(),
            cutter: Cutter::new()?,
        };
        let mut statement = connection.prepare("SELECT term, doc FROM temp.claim_word")?;
        let mut rows = statement.query([])?;
        let mut last = 0_u32;
        let mut word = String::new();
        let mut begun = false;
        while let Some(row) = rows.next()? {
            let (term, claim) = instance(row)?;
            if !begun || term != word {
                if begun {
                    words.end(&word);
                }
                (begun, last) = (true, 0);
                term.clone_into(&mut word);
            }
            // A word that stands twice in a claim comes twice.
            if claim > last {
                push(&mut words.claims, claim - last);
                last = claim;
            }
        }
        if begun {
            words.end(&word);
        }
        words.text.shrink_to_fit();
        words.ends.shrink_to_fit();
        words.claims.shrink_to_fit();
        Ok(words)
    }

    fn end(&mut self, word: &str) {
        self.text.push_str(word);
        self.ends.push((self.text.len() as u32, self.claims.len() as u32));
    }

    fn word(&self, n: usize) -> &str {
        let from = n.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |e| e.0);
        let to = self.ends.get(n).map_or(from, |e| e.0);
        self.text.get(from as usize..to as usize).unwrap_or_default()
    }

    fn claims(&self, n: usize) -> &[u8] {
        let from = n.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |e| e.1);
        let to = self.ends.get(n).map_or(from, |e| e.1);
        self.claims.get(from as usize..to as usize).unwrap_or_default()
    }

    /// The place of the first word that is not before this one.
    fn place(&self, word: &str) -> usize {
        let (mut from, mut to) = (0, self.ends.len());
        while from < to {
            let middle = from.midpoint(to);
            if self.word(middle) < word { from = middle + 1 } else { to = middle }
        }
        from
    }

    /// The claims of a word as they stood when the words were taken out of the index, as bytes.
    fn kept(&self, word: &str) -> &[u8] {
        let at = self.place(word);
        if self.word(at) == word { self.claims(at) } else { &[] }
    }

    /// In how many claims a word stands, about: those that were changed since may count twice.
    pub(crate) fn count(&self, word: &str) -> usize {
        // Each number ends in the one byte of it that is below 0x80.
        let kept = self.kept(word).iter().filter(|byte| **byte < 0x80).count();
        kept + self.fresh_counts.get(word).map_or(0, |count| *count as usize)
    }

    /// Calls `take` with each claim that a word stands in.
    pub(crate) fn each(&self, word: &str, mut take: impl FnMut(u32)) {
        let mut claim = 0;
        for step in steps(self.kept(word)) {
            claim += step;
            if !self.stale.has(claim) {
                take(claim);
            }
        }
        if self.fresh_counts.contains_key(word) {
            for (claim, words) in &self.fresh {
                if words.binary_search_by(|other| (**other).cmp(word)).is_ok() {
                    take(*claim);
                }
            }
        }
    }

    /// The words of a text as the index cuts it.
    pub(crate) fn cutter(&self) -> &Cutter {
        &self.cutter
    }

    /// The claims that a word stands in, or any word that begins so; all of them below `end`.
    pub(crate) fn find(&self, word: &str, prefix: bool, end: usize) -> Bits {
        let is = |other: &str| if prefix { other.starts_with(word) } else { other == word };
        let mut found = Bits::new(end);
        for n in (self.place(word)..self.ends.len()).take_while(|n| is(self.word(*n))) {
            let mut claim = 0;
            for step in steps(self.claims(n)) {
                claim += step;
                found.insert(claim);
            }
        }
        found.and_not(&self.stale);
        for (claim, words) in &self.fresh {
            let at = words.partition_point(|other| **other < *word);
            if words.get(at).is_some_and(|other| is(other)) {
                found.insert(*claim);
            }
        }
        found
    }

    /// Says that a claim has these words now, or that it is gone.
    pub(crate) fn set(&mut self, claim: u32, words: Option<Vec<Box<str>>>) {
        self.stale.insert(claim);
        for word in words.iter().flatten() {
            *self.fresh_counts.entry(word.clone()).or_default() += 1;
        }
        let before = match words {
            Some(words) => self.fresh.insert(claim, words),
            None => self.fresh.remove(&claim),
        };
        for word in before.iter().flatten() {
            if let Some(count) = self.fresh_counts.get_mut(word) {
                *count -= 1;
                if *count == 0 {
                    self.fresh_counts.remove(word);
                }
            }
        }
    }

    /// How many claims have changed since the words were taken out of the index.
    pub(crate) fn changed(&self) -> usize {
        self.fresh.len()
    }

    /// Bytes of memory that they take, about.
    pub(crate) fn bytes(&self) -> usize {
        let fresh: usize = self.fresh.values().flatten().map(|word| word.len() + 24).sum();
        let counted: usize = self.fresh_counts.keys().map(|word| word.len() + 32).sum();
        let fresh = fresh + counted;
        self.text.capacity() + self.ends.capacity() * 8 + self.claims.capacity() + self.stale.bytes() + fresh
    }
}

fn instance<'r>(row: &'r Row<'_>) -> Result<(&'r str, u32)> {
    Ok((row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?, row.get(1)?))
}

/// A number in bytes of seven bits, the lowest first; all but the last have the eighth set (LEB128).
fn push(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn steps(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    let mut rest = bytes.iter();
    std::iter::from_fn(move || {
        let (mut number, mut shift) = (0_u32, 0);
        loop {
            let byte = *rest.next()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
            shift += 7;
        }
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn numbers_come_back(numbers in prop::collection::vec(any::<u32>(), 0..40)) {
            let mut bytes = Vec::new();
            for n in &numbers {
                push(&mut bytes, *n);
            }
            prop_assert_eq!(steps(&bytes).collect::<Vec<_>>(), numbers);
        }
    }

    #[test]
    fn a_text_is_cut_as_the_full_text_index_cuts_it() {
        let cutter = Cutter::new().unwrap();
        let cut = |text: &str| {
            let (words, lone) = cutter.cut(text).unwrap();
            (words.join(" "), lone)
        };
        assert_eq!(cut("Café"), ("cafe".to_owned(), true));
        assert_eq!(cut("x-ray, X-ray"), ("ray x".to_owned(), false));
        assert_eq!(cut("\"*^"), (String::new(), true));
        assert_eq!(cut("New START"), ("new start".to_owned(), false));
    }
}
