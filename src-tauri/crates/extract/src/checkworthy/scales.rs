//! The model at work on documents: the same answer as [`Model::margin`] gives for all [`Buckets`](super::Buckets), without
//! writing them down, and with the letters of each word weighed once.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::RandomState;

use super::Facts;
use super::features::{FAMILIES, LETTERS, Word, spell, visit};
use super::model::Model;
use crate::tokens::Tokens;

/// So many words are remembered, and then forgotten all at once: no text makes the memory grow for ever.
const REMEMBERED: usize = 16_384;

/// No longer word than this is remembered, in bytes.
const LONGEST_REMEMBERED: usize = 64;

/// Room at first for the words of an article of some forty sentences; it grows with what is read.
const USUAL: usize = 400;

/// A model, and what it says of the words met so far.
#[derive(Debug)]
pub(crate) struct Scales<'m> {
    pub(crate) model: &'m Model,
    known: RefCell<HashMap<Box<str>, Known, RandomState>>,
}

/// What is remembered of a word.
#[derive(Debug, Clone, Copy)]
struct Known {
    word: Word,
    letters: Sum,
}

/// The weights of some buckets, and how many they are.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sum {
    pub(super) weight: i32,
    pub(super) buckets: u32,
}

impl Sum {
    fn add(&mut self, other: Self) {
        self.weight += other.weight;
        self.buckets += other.buckets;
    }
}

impl<'m> Scales<'m> {
    /// Nothing remembered yet.
    pub(crate) fn new(model: &'m Model) -> Self {
        Self { model, known: RefCell::new(HashMap::with_capacity_and_hasher(USUAL, RandomState::default())) }
    }

    /// How check-worthy the tokens in `range` are, by what debates taught.
    pub(crate) fn margin(&self, tokens: &Tokens<'_>, range: &Range<usize>, facts: Facts) -> f32 {
        let mut sums = [Sum::default(); FAMILIES];
        let mut letters = Sum::default();
        let weight =
            |family: usize, bucket: u32| Sum { weight: self.model.weight(family, bucket), buckets: 1 };
        visit(
            tokens,
            range,
            facts,
            |word| {
                let known = self.word(word);
                letters.add(known.letters);
                known.word
            },
            |family, bucket| {
                if let Some(sum) = sums.get_mut(family) {
                    sum.add(weight(family, bucket));
                }
            },
        );
        if let Some(sum) = sums.get_mut(LETTERS) {
            *sum = letters;
        }
        self.model.sum(sums, facts)
    }

    fn word(&self, word: &str) -> Known {
        let mut all = self.known.borrow_mut();
        if let Some(known) = all.get(word) {
            return *known;
        }
        let mut letters = Sum::default();
        spell(word, |bucket| letters.add(Sum { weight: self.model.weight(LETTERS, bucket), buckets: 1 }));
        let known = Known { word: Word::of(word), letters };
        // A word without end is weighed each time: of its letters only the first count anyway.
        if word.len() > LONGEST_REMEMBERED {
            return known;
        }
        if all.len() == REMEMBERED {
            all.clear();
        }
        all.insert(word.into(), known);
        known
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checkworthy::Buckets;

    #[test]
    fn what_is_weighed_in_passing_is_what_all_buckets_weigh() {
        let model = Model::shipped();
        let scales = Scales::new(&model);
        for text in [
            "",
            "Unemployment fell by 3 million people since 2009, unemployment fell.",
            "“They won’t,” said Çelik; ½ of 99,000 café-goers 🇺🇸 did.",
            &"Voted against it, voted for it. ".repeat(60),
        ] {
            let tokens = Tokens::new(text, 0);
            let range = 0..tokens.len();
            let whole = model.margin(&Buckets::read(&tokens, &range, Facts::default()), Facts::default());
            assert!(
                (scales.margin(&tokens, &range, Facts::default()) - whole).abs() < f32::EPSILON,
                "{text}"
            );
        }
    }
}
