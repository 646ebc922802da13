//! Texts that no author would write, and what must hold of whatever the finder makes of them.

use std::ops::ControlFlow;

use assay_engine::find;
use assay_model::found::Found;
use unicode_segmentation::UnicodeSegmentation;

/// Numbers that look random and are the same for the same seed: xorshift64*, after Vigna (2016).
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// Dice of this seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % limit.max(1)
    }

    fn of<'t>(&mut self, list: &[&'t str]) -> &'t str {
        list[self.below(list.len())]
    }
}

/// What the finder's rules look for, and what breaks text.
const PIECES: &[&str] = &[
    "said",
    "Mr.",
    "Blinken",
    "“",
    "”",
    "\"",
    "``",
    "''",
    "’s",
    "'",
    ",",
    ".",
    " — ",
    ";",
    ":",
    "(",
    ")",
    "[",
    "]",
    "and",
    "but",
    "that",
    "according to",
    "the",
    "a",
    "half",
    "10",
    "1,099.50",
    "minutes",
    "years",
    "ago",
    "March",
    "2023",
    "2",
    "-",
    "/",
    "12:30",
    "p.m.",
    "UTC",
    "$",
    "%",
    "million",
    "between",
    "last",
    "week",
    "first",
    "quarter",
    "of",
    "Thursday",
    "he",
    "She",
    "described",
    "as",
    "claiming",
    "with",
    "which",
    "rose",
    "was",
    "not",
    "é",
    "e\u{301}",
    "🇺🇸",
    "👩\u{200d}👩\u{200d}👧",
    "中文",
    "。",
    "\u{200d}",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "No.",
    "less than",
    "hundred",
    "dozen",
    "one",
    "’82",
    "U.S.",
    "early",
    "the end of",
    "every",
    "BC",
    "to",
    "told",
    "asked",
    "by",
    "two thirds",
    "1/2",
    "½",
    "e10",
    "^",
    "x10^",
    "12,34,567",
    "Easter",
    "noon",
    "half past eight",
    "in the morning",
    "from",
    "till",
    "480 BC",
    "99999999999999999999999999999999",
    "0",
    "31 April",
    "2/29/2019",
    "week 53",
    "in two weeks",
    "nineteen ninety",
    "\u{202e}",
    "\u{200f}",
    "\u{feff}",
    "\u{0}",
    "\u{7}",
    "قال",
    "אמר",
    "…",
    "...",
    "http://a.b/?q=30%25",
    "@",
    "#",
    "\u{a0}",
    "\u{2028}",
    "Image source, Getty Images",
    "Q:",
    "SMITH:",
    "* ",
    "1. ",
    "|",
];

/// A text made from a seed text: pieces put in, parts taken out, doubled, swapped.
pub fn mutated(seed: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = seed.chars().collect();
    for _ in 0..=dice.below(12) {
        let at = dice.below(letters.len() + 1);
        let to = (at + dice.below(40)).min(letters.len());
        match dice.below(6) {
            0 | 1 => {
                let piece = dice.of(PIECES);
                letters.splice(at..at, piece.chars());
            }
            2 => {
                letters.drain(at..to);
            }
            3 => {
                let part = letters[at..to].to_vec();
                for _ in 0..=dice.below(8) {
                    letters.splice(at..at, part.iter().copied());
                }
            }
            4 => {
                let any = char::from_u32(dice.below(0x11_0000) as u32).unwrap_or('\u{fffd}');
                letters.insert(at, any);
            }
            _ => {
                let part: Vec<char> = letters.drain(at..to).collect();
                let there = dice.below(letters.len() + 1);
                letters.splice(there..there, part);
            }
        }
        letters.truncate(4_000);
    }
    letters.into_iter().collect()
}

/// A text of pieces alone.
pub fn scrambled(dice: &mut Dice) -> String {
    let mut text = String::new();
    for _ in 0..dice.below(80) {
        text.push_str(dice.of(PIECES));
        if dice.below(3) > 0 {
            text.push(' ');
        }
    }
    text
}

/// Finds in a text and checks the answer.
///
/// # Panics
/// If the finder does, if a span lies outside the text or cuts a grapheme, or if a slice is not what it is said to be. A text that
/// cannot be read at all (an empty one) is refused, and that is right.
pub fn holds(text: &str) {
    let mut all = |_| ControlFlow::Continue(());
    if let Ok(found) = find(text.as_bytes(), None, "2023-03-02".parse().ok(), false, &mut all) {
        sound(&found);
    }
}

/// Every span lies inside the text, on grapheme ends, and says what it is said to say.
fn sound(found: &Found) {
    let text = &found.document.text;
    let mut starts = vec![None];
    let mut byte = 0;
    for grapheme in text.graphemes(true) {
        *starts.last_mut().expect("one was put in") = Some(byte);
        byte += grapheme.len();
        starts.extend(std::iter::repeat_n(None, grapheme.chars().count()));
    }
    *starts.last_mut().expect("one was put in") = Some(byte);
    let slice = |start: u32, end: u32| -> &str {
        let place = |at: u32| starts.get(at as usize).copied().flatten();
        let (Some(from), Some(to)) = (place(start), place(end)) else {
            panic!("{start}..{end} lies outside the text or cuts a grapheme");
        };
        assert!(from < to, "{start}..{end} is empty");
        &text[from..to]
    };
    for sentence in &found.sentences {
        slice(sentence.start, sentence.end);
    }
    for value in found.values.iter().chain(found.claims.iter().flat_map(|c| &c.values)) {
        assert_eq!(slice(value.start, value.end), value.text);
        assert!(!value.value.is_empty());
    }
    for claim in &found.claims {
        assert!(!claim.mentions.is_empty() && !claim.statement.is_empty() && !claim.label.is_empty());
        for mention in &claim.mentions {
            assert_eq!(slice(mention.start, mention.end), mention.exact);
        }
        if let Some(claimant) = &claim.claimant {
            slice(claimant.start, claimant.end);
        }
    }
    for quotation in &found.quotations {
        slice(quotation.start, quotation.end);
        if let Some(speaker) = &quotation.speaker {
            slice(speaker.start, speaker.end);
        }
        if let Some(cue) = &quotation.cue {
            slice(cue.start, cue.end);
        }
    }
}

/// The texts that the runs start from: the sample, and what once broke something.
///
/// # Panics
/// If the folder cannot be read.
pub fn corpus() -> Vec<(String, String)> {
    let folder = crate::root().join("tests/hostile/corpus");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect("the corpus").map(|f| f.expect("a file").path()).collect();
    files.push(crate::sample_article());
    files.sort();
    files
        .into_iter()
        .map(|f| (f.display().to_string(), std::fs::read_to_string(f).expect("a text")))
        .collect()
}
