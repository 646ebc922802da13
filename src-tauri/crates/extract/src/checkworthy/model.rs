//! The model of check-worthiness: a weight for each bucket, in one byte, and what news adds to what debates taught.

use super::features::{BITS, Buckets, FAMILIES};
use super::scales::Sum;
use super::seen::{FACTS, Facts};

/// What a file of weights begins with; the digit counts its formats.
const MAGIC: &[u8; 8] = b"assaycw2";

/// Where the weights of each family begin.
const STARTS: [usize; FAMILIES] = {
    let mut starts = [0; FAMILIES];
    let mut family = 1;
    while family < FAMILIES {
        starts[family] = starts[family - 1] + (1 << BITS[family - 1]);
        family += 1;
    }
    starts
};

/// A linear model in two steps: how check-worthy the words are, learnt from debates, and how likely a clause of an
/// article is a claim, learnt from news. `decisions/0006-check-worthiness.md` tells how it was trained.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// A weight for each bucket, all families one after the other, in steps of the family's `step`.
    weights: Vec<i8>,
    step: [f32; FAMILIES],
    words: Line,
    news: Line,
    /// How much the words' margin counts in news.
    margin: f32,
}

/// A weight for each fact, and one for nothing at all.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// What is added always.
    pub bias: f32,
    /// What each fact adds, in their order.
    pub facts: [f32; FACTS],
}

impl Line {
    /// A line that says nothing.
    pub const ZERO: Self = Self { bias: 0.0, facts: [0.0; FACTS] };

    fn of(&self, facts: Facts) -> f32 {
        self.bias + facts.on().filter_map(|n| self.facts.get(n)).sum::<f32>()
    }
}

impl Model {
    /// A model of weights for each bucket of each family, kept to one part in 127 of the family's greatest.
    pub fn new(weights: &[Vec<f32>; FAMILIES], words: Line, news: Line, margin: f32) -> Self {
        let mut bytes = Vec::new();
        let mut step = [0.0; FAMILIES];
        for (family, step) in weights.iter().zip(&mut step) {
            let greatest = family.iter().fold(f32::MIN_POSITIVE, |most, w| most.max(w.abs()));
            *step = greatest / 127.0;
            bytes.extend(family.iter().map(|w| (w / *step).round().clamp(-127.0, 127.0) as i8));
        }
        Self { weights: bytes, step, words, news, margin }
    }

    /// The same words, with other weights for news.
    #[must_use]
    pub fn with_news(&self, news: Line, margin: f32) -> Self {
        Self { news, margin, ..self.clone() }
    }

    /// The model that Assay ships.
    pub fn shipped() -> Self {
        Self::from_bytes(include_bytes!("weights.bin")).unwrap_or_else(Self::blank)
    }

    /// A model that knows nothing; what a broken file of weights would leave.
    fn blank() -> Self {
        let weights = BITS.map(|bits| vec![0.0; 1 << bits]);
        Self::new(&weights, Line::ZERO, Line::ZERO, 0.0)
    }

    /// Reads a file of weights; nothing if it is none.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(MAGIC)?;
        let numbers = FAMILIES + 2 * (1 + FACTS) + 1;
        let (head, weights) = rest.split_at_checked(4 * numbers)?;
        let mut numbers = head.as_chunks::<4>().0.iter().map(|four| f32::from_le_bytes(*four));
        let mut step = [0.0; FAMILIES];
        step.fill_with(|| numbers.next().unwrap_or(0.0));
        let mut line = || {
            let mut line = Line { bias: numbers.next().unwrap_or(0.0), ..Line::ZERO };
            line.facts.fill_with(|| numbers.next().unwrap_or(0.0));
            line
        };
        let (words, news) = (line(), line());
        let margin = numbers.next()?;
        let all = BITS.iter().map(|bits| 1_usize << bits).sum::<usize>();
        (weights.len() == all).then(|| Self {
            weights: weights.iter().map(|b| b.cast_signed()).collect(),
            step,
            words,
            news,
            margin,
        })
    }

    /// The file of weights.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        let line = |line: &Line| std::iter::once(line.bias).chain(line.facts).collect::<Vec<f32>>();
        let numbers =
            self.step.into_iter().chain(line(&self.words)).chain(line(&self.news)).chain([self.margin]);
        out.extend(numbers.flat_map(f32::to_le_bytes));
        out.extend(self.weights.iter().map(|w| w.cast_unsigned()));
        out
    }

    /// How check-worthy the words are, by what debates taught: over zero, more likely than not.
    pub fn margin(&self, buckets: &Buckets, facts: Facts) -> f32 {
        let mut sums = [Sum::default(); FAMILIES];
        for (number, (family, sum)) in buckets.0.iter().zip(&mut sums).enumerate() {
            sum.weight = family.iter().map(|bucket| self.weight(number, *bucket)).sum();
            sum.buckets = family.len() as u32;
        }
        self.sum(sums, facts)
    }

    /// The weight of a bucket of a family, in the family's steps; nothing of one that is not there.
    pub(super) fn weight(&self, family: usize, bucket: u32) -> i32 {
        let before = STARTS.get(family).copied().unwrap_or(usize::MAX);
        self.weights.get(before.saturating_add(bucket as usize)).map_or(0, |w| i32::from(*w))
    }

    /// What the sums of all families and the facts come to.
    pub(super) fn sum(&self, sums: [Sum; FAMILIES], facts: Facts) -> f32 {
        let families = sums.into_iter().zip(self.step);
        families.fold(self.words.of(facts), |margin, (sum, step)| {
            margin + step * sum.weight as f32 / (sum.buckets.max(1) as f32).sqrt()
        })
    }

    /// How likely a clause of an article is a claim that wants checking, 0 to 1.
    pub fn probability(&self, margin: f32, facts: Facts) -> f64 {
        let x = f64::from(self.news.of(facts) + self.margin * margin);
        1.0 / (1.0 + (-x).exp())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_model_is_read_as_it_was_written_and_nothing_else_is() {
        let mut weights = BITS.map(|bits| vec![0.0; 1 << bits]);
        weights[1][77] = -2.5;
        let mut news = Line::ZERO;
        news.facts[3] = 0.25;
        let model = Model::new(&weights, Line { bias: -1.0, ..Line::ZERO }, news, 0.5);
        let bytes = model.to_bytes();
        assert_eq!(Model::from_bytes(&bytes), Some(model.clone()));
        assert_eq!(Model::from_bytes(&bytes[..bytes.len() - 1]), None);
        assert_eq!(Model::from_bytes(b"assaycw2"), None);
        assert_eq!(Model::from_bytes(b""), None);
        let buckets = Buckets([vec![], vec![77, 77, 77, 77], vec![], vec![]]);
        assert!((model.margin(&buckets, Facts::default()) - (-1.0 - 5.0)).abs() < 1e-4);
    }

    #[test]
    fn what_ships_is_whole_and_prefers_figures_to_greetings() {
        assert!(Model::from_bytes(include_bytes!("weights.bin")).is_some());
        let margin = |text: &str| crate::training::of_sentence(text).margin(&Model::shipped());
        assert!(
            margin("Unemployment fell by 3 million people since 2009.")
                > margin("Thank you all for coming tonight.")
        );
    }
}
