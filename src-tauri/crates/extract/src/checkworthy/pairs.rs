//! Things that stand together in a stretch of text, in any order and at any distance, hashed into buckets.
//!
//! A weight for each pair is a polynomial kernel of the second degree written out (Chang and others, “Training and
//! testing low-degree polynomial data mappings via linear SVM”, Journal of Machine Learning Research 11, 2010): “voted”
//! tells more beside “against” than beside “you”, and a number more beside a past tense than in a question.

use super::features::{bucket, mix};
use super::seen::Facts;

/// No more words than this are paired: pairs grow with the square.
const MOST: usize = 64;
/// What sets facts and lengths apart from the hashes of words.
const FACT: u32 = 0x85eb_ca77;
const LENGTH: u32 = 0xc2b2_ae3d;

/// The buckets of all pairs of the hashed `words`, the facts, and how long it is; each thing with itself too, each pair
/// once.
pub(super) fn pairs(
    words: impl Iterator<Item = u32>,
    length: usize,
    facts: Facts,
    bits: u32,
    mut out: impl FnMut(u32),
) {
    let mut things: Vec<u32> = words.collect();
    things.sort_unstable();
    things.dedup();
    things.truncate(MOST);
    things.extend(facts.on().map(|n| mix(FACT, n as u32)));
    // Two steps for each doubling.
    things.push(mix(LENGTH, (length + 1).pow(2).ilog2()));
    for (n, one) in things.iter().enumerate() {
        for other in things.iter().skip(n) {
            out(bucket(mix(mix(LENGTH, *one), *other), bits));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(words: impl Iterator<Item = u32>, length: usize) -> Vec<u32> {
        let mut out = Vec::new();
        pairs(words, length, Facts::default(), 19, |bucket| out.push(bucket));
        out
    }

    #[test]
    fn pairs_know_no_order_and_no_repetition() {
        let of = |words: &[u32]| all(words.iter().copied(), 3);
        assert_eq!(of(&[5, 9, 7]), of(&[7, 5, 9, 9]));
        // Three words and the length, each with itself and each other.
        assert_eq!(of(&[5, 9, 7]).len(), 10);
        assert_ne!(of(&[5, 9, 7]), of(&[5, 9, 8]));
    }

    #[test]
    fn a_long_stretch_has_no_more_pairs_than_it_may() {
        let all = all(0..5000, 5000);
        assert_eq!(all.len(), (MOST + 1) * (MOST + 2) / 2);
        assert!(all.iter().all(|b| *b < 1 << 19));
    }
}
