//! What the model sees of a stretch of text: its words, its letters, its shape and its pairs, hashed into buckets.
//!
//! Four families, each with buckets of its own: runs of one to three words; runs of two to five letters inside a word
//! and its edges; runs of one to four shapes, where a rare word is only “a capital” or “ends in -ed”, so that what was
//! learnt of one debate holds for an article about other people; pairs of words and facts that stand together.
//! Digits are all one digit.

use std::ops::Range;

use super::pairs::pairs;
use super::seen::Facts;
use crate::tokens::{Kind, Tokens};
use crate::verbs::{is_auxiliary, is_function};

/// How many families of features there are.
pub const FAMILIES: usize = 4;

/// The families by number.
const WORDS: usize = 0;
/// The family whose buckets depend on one word alone.
pub(super) const LETTERS: usize = 1;
const SHAPES: usize = 2;
const PAIRS: usize = 3;

/// How many bits number a bucket of each family: words, letters, shapes, pairs.
pub const BITS: [u32; FAMILIES] = [19, 18, 17, 19];

/// No more tokens than this are read of any stretch.
const LONGEST: usize = 200;
/// No more letters than this are read of any word.
const LONGEST_WORD: usize = 24;
/// The runs of words, letters and shapes that are counted.
const RUN_OF_WORDS: usize = 3;
const RUN_OF_LETTERS: Range<usize> = 2..6;
const RUN_OF_SHAPES: usize = 4;

/// The buckets that a stretch of text falls into, a family each; a bucket once for each time it is met.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Buckets(pub [Vec<u32>; FAMILIES]);

impl Buckets {
    /// Reads the tokens in `range`, which have these facts.
    pub(crate) fn read(tokens: &Tokens<'_>, range: &Range<usize>, facts: Facts) -> Self {
        let [mut words, mut letters, mut shapes, mut pairs] = [const { Vec::new() }; FAMILIES];
        visit(
            tokens,
            range,
            facts,
            |word| {
                spell(word, |bucket| letters.push(bucket));
                Word::of(word)
            },
            |family, bucket| match family {
                WORDS => words.push(bucket),
                SHAPES => shapes.push(bucket),
                _ => pairs.push(bucket),
            },
        );
        Self([words, letters, shapes, pairs])
    }
}

/// A word among its neighbours, whatever they are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    hash: u32,
    /// What sort of word it is, in small letters.
    shape: u32,
    /// Whether it is that sort of word with a capital too.
    stands: bool,
}

impl Word {
    pub(super) fn of(word: &str) -> Self {
        let ends = |end: &str| word.len() > end.len() + 2 && word.ends_with(end);
        let stands = word.len() <= 3 || is_function(word) || is_auxiliary(word) || is_told(word);
        let shape = match word {
            _ if stands => word,
            _ if ends("ed") => "-ed",
            _ if ends("ing") => "-ing",
            _ if ends("ly") => "-ly",
            _ if ends("est") => "-est",
            _ if ends("s") => "-s",
            _ => "x",
        };
        Self { hash: hash(word.chars().map(one_digit)), shape: hash(shape.chars()), stands }
    }
}

/// Gives each word of a stretch to `word`, whose letters are a family, and the buckets of the other families to `out`. Of a
/// word `word` tells what it is by itself, since it may know it.
pub(super) fn visit(
    tokens: &Tokens<'_>,
    range: &Range<usize>,
    facts: Facts,
    mut word: impl FnMut(&str) -> Word,
    mut out: impl FnMut(usize, u32),
) {
    let end = range.end.min(range.start + LONGEST);
    let length = end.saturating_sub(range.start);
    let mut said: Vec<u32> = Vec::with_capacity(length + 2);
    let mut outlines: Vec<u32> = Vec::with_capacity(length + 2);
    said.push(EDGE);
    outlines.push(EDGE);
    for i in range.start..end {
        let word = word(tokens.word(i));
        said.push(word.hash);
        outlines.push(match tokens.get(i).map(|t| t.kind) {
            Some(Kind::Number) => hash("0".chars()),
            Some(Kind::Word) if i > range.start && tokens.capital(i) && !word.stands => hash("X".chars()),
            Some(Kind::Word) => word.shape,
            _ => hash(tokens.word(i).chars()),
        });
    }
    said.push(EDGE);
    outlines.push(EDGE);
    pairs(said.iter().copied(), length, facts, BITS[PAIRS], |bucket| out(PAIRS, bucket));
    let inner = said.get(1..said.len() - 1).unwrap_or_default();
    runs(inner, RUN_OF_WORDS, BITS[WORDS], |bucket| out(WORDS, bucket));
    runs(&outlines, RUN_OF_SHAPES, BITS[SHAPES], |bucket| out(SHAPES, bucket));
    // Single words stand among the shapes too: they are what the shapes leave out.
    for word in said {
        out(SHAPES, bucket(mix(word, 0x5bd1_e995), BITS[SHAPES]));
    }
}

/// The start and the end of a stretch.
const EDGE: u32 = 0x9e37_79b9;

fn one_digit(c: char) -> char {
    if c.is_ascii_digit() { '0' } else { c }
}

/// FNV-1a over code points (Fowler, Noll, Vo), with a run of digits as one.
fn hash(letters: impl Iterator<Item = char>) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    let mut last = '\0';
    for c in letters.take(LONGEST_WORD) {
        if !(c == '0' && last == '0') {
            hash = mix(hash, u32::from(c));
        }
        last = c;
    }
    hash
}

pub(super) fn mix(hash: u32, next: u32) -> u32 {
    (hash ^ next).wrapping_mul(0x0100_0193)
}

/// The bucket of a hash: its upper bits after a last stir (the finaliser of `MurmurHash3`, by Austin Appleby).
pub(super) fn bucket(hash: u32, bits: u32) -> u32 {
    let mut h = hash;
    h ^= h >> 16;
    h = h.wrapping_mul(0x85eb_ca6b);
    h ^= h >> 13;
    h = h.wrapping_mul(0xc2b2_ae35);
    h ^= h >> 16;
    h >> (32 - bits)
}

/// The buckets of all runs of up to `longest` of these.
fn runs(parts: &[u32], longest: usize, bits: u32, mut out: impl FnMut(u32)) {
    for from in 0..parts.len() {
        let mut run = 0;
        for (length, part) in parts.iter().skip(from).take(longest).enumerate() {
            run = mix(mix(run, *part), length as u32 + 1);
            out(bucket(run, bits));
        }
    }
}

/// The buckets of the letters of a word, its edges among them.
pub(super) fn spell(word: &str, mut out: impl FnMut(u32)) {
    let mut letters = [' '; LONGEST_WORD + 2];
    let mut length = 1;
    for (place, c) in letters.iter_mut().skip(1).zip(word.chars().take(LONGEST_WORD)) {
        *place = one_digit(c);
        length += 1;
    }
    let letters = letters.get(..=length).unwrap_or_default();
    for from in 0..letters.len() {
        let mut run = 0;
        for (n, c) in letters.iter().skip(from).take(RUN_OF_LETTERS.end - 1).enumerate() {
            run = mix(mix(run, u32::from(*c)), 7);
            if n + 1 >= RUN_OF_LETTERS.start {
                out(bucket(run, BITS[LETTERS]));
            }
        }
    }
}

/// Words that tell by themselves what sort of thing is said.
fn is_told(word: &str) -> bool {
    matches!(
        word,
        "million"
            | "billion"
            | "trillion"
            | "percent"
            | "thousand"
            | "hundred"
            | "more"
            | "most"
            | "less"
            | "least"
            | "only"
            | "very"
            | "first"
            | "last"
            | "every"
            | "never"
            | "ever"
            | "always"
            | "year"
            | "years"
            | "people"
            | "because"
            | "think"
            | "believe"
            | "hope"
            | "want"
            | "know"
            | "need"
            | "going"
            | "president"
            | "double"
            | "highest"
            | "lowest"
            | "half"
            | "than"
            | "since"
            | "increase"
            | "increased"
            | "cut"
            | "voted"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Buckets {
        let tokens = Tokens::new(text, 0);
        Buckets::read(&tokens, &(0..tokens.len()), Facts::default())
    }

    #[test]
    fn figures_are_one_figure_and_names_one_name() {
        assert_eq!(read("They lost 15 jobs.").0[0], read("They lost 99 jobs.").0[0]);
        let (one, other) = (read("Then Dubcek resigned."), read("Then Morales resigned."));
        assert_ne!(one.0[0], other.0[0]);
        let shared = one.0[2].iter().filter(|b| other.0[2].contains(b)).count();
        assert!(shared + 2 > one.0[2].len() - 2, "{shared} of {}", one.0[2].len());
    }

    #[test]
    fn buckets_lie_in_their_family_and_no_word_is_too_long() {
        let long = format!("{} {}", "ab".repeat(5000), "word ".repeat(5000));
        let found = read(&long);
        for (family, bits) in found.0.iter().zip(BITS) {
            assert!(!family.is_empty() && family.len() < 6000);
            assert!(family.iter().all(|b| *b < 1 << bits));
        }
        assert_eq!(read("").0.map(|f| f.len()), [0, 0, 2 + 1 + 2, 2 + 1]);
    }
}
