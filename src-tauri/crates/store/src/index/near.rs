//! Claims that share rare words with a text: those among which one that says the same will be.

use super::LedgerIndex;
use super::first::First;
use crate::error::Result;

/// As many marks are made for one text as a person does not wait for: at least the rarest word's.
const MOST_MARKS: usize = 500_000;

impl LedgerIndex {
    /// The claims that most, and the rarest, of these words stand in, the best first. Each word comes with what it counts.
    /// Words are taken from the rarest on while there is time: what is left out then stands in so many claims that it
    /// tells little.
    pub(crate) fn sharing(&self, words: &[(Box<str>, f32)], most: usize) -> Vec<u32> {
        let mut counted: Vec<(usize, &str, f32)> =
            words.iter().map(|(word, weight)| (self.words.count(word), &**word, *weight)).collect();
        counted.sort_by_key(|(count, ..)| *count);
        let mut marks = vec![0.0_f32; self.end()];
        let mut made = 0;
        for (count, word, weight) in counted {
            if made > 0 && made + count > MOST_MARKS {
                break;
            }
            made += count;
            self.words.each(word, |claim| {
                if let Some(mark) = marks.get_mut(claim as usize) {
                    *mark += weight;
                }
            });
        }
        let mut best =
            First::new(most, |a: &(f32, u32), b: &(f32, u32)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        for (claim, mark) in (0..).zip(marks).filter(|(_, mark)| *mark > 0.0) {
            best.offer((mark, claim));
        }
        best.in_order().into_iter().map(|(_, claim)| claim).collect()
    }

    /// In how many claims each of these words stands, about, as the full-text index cuts them: of a word that it cuts in
    /// several, the rarest.
    pub(crate) fn counts(&self, words: &[&str]) -> Result<Vec<usize>> {
        let count = |word: &&str| {
            if word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
                return Ok(self.words.count(word));
            }
            let (cut, _) = self.words.cutter().cut(word)?;
            Ok(cut.iter().map(|part| self.words.count(part)).min().unwrap_or(0))
        };
        words.iter().map(count).collect()
    }

    /// How many claims there are, about: those that are gone count too.
    pub(crate) fn claims(&self) -> usize {
        self.end()
    }

    /// A text's words as the full-text index cuts it.
    pub(crate) fn cut(&self, text: &str) -> Result<Vec<Box<str>>> {
        Ok(self.words.cutter().cut(text)?.0)
    }
}
