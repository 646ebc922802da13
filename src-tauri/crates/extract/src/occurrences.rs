//! Where else a passage stands in a text: equal, or nearly so, with what differs.
//!
//! Words are compared without their case, apostrophes and invisible characters, so marks and white space between them
//! count for nothing at first. The search is approximate matching of one string in another by edit distance (Sellers,
//! *The theory and computation of evolutionary distances*, 1980), over words instead of letters and a sentence at a
//! time: time in proportion to the words of the sentence times those of the passage.
//!
//! Sentences that cannot match are left out beforehand by the lemma of pieces (Wu and Manber 1992; Navarro, *A guided
//! tour to approximate string matching*, 2001): with at most `k` edits, one of any `k + 1` words of the passage is
//! there unchanged. The longest are taken, since long words are rare.

mod differences;
mod words;

use std::collections::HashSet;

use assay_model::occurrence::{Difference, DifferenceSort, Occurrence};
use assay_model::span::Span;

use self::words::{Word, cut, fold};
use crate::verbs::{is_function, is_negative};

/// Of five words of a passage, so many may differ.
const EDITS_OF_FIVE: usize = 2;

/// How far before a passage a “not” still belongs to it, in words.
const REACH: usize = 3;

/// A passage that is looked for.
#[derive(Debug)]
pub struct Passage {
    exact: String,
    words: Vec<Word>,
    /// Of any match at least one of these stands in the text, folded.
    needles: Vec<String>,
    /// How many words may be changed, put in or left out.
    edits: usize,
    /// A word that says no stands shortly before it, in its own text.
    denied: bool,
}

impl Passage {
    /// The words to look for, and what stands before them in their own sentence.
    pub fn new(exact: &str, before: &str) -> Self {
        let words = cut(exact, 0);
        let edits = if words.len() < 3 { 0 } else { words.len() * EDITS_OF_FIVE / 5 };
        let mut needles: Vec<String> = words.iter().map(|w| w.folded.clone()).collect();
        needles.sort_by_key(|w| std::cmp::Reverse(w.chars().count()));
        needles.truncate(edits + 1);
        let sentence = before.rsplit(['.', '!', '?', '。', '\n']).next().unwrap_or_default();
        let denied = cut(sentence, 0).iter().rev().take(REACH).any(|w| is_negative(&w.folded));
        Self { exact: exact.to_owned(), words, needles, edits, denied }
    }

    /// Whether a block's text may hold an occurrence; most do not, and this says so soonest.
    pub fn may_stand_in(&self, text: &str) -> bool {
        if self.words.is_empty() {
            return !self.exact.is_empty() && text.contains(&self.exact);
        }
        let folded = fold(text);
        self.needles.iter().any(|needle| folded.contains(needle.as_str()))
    }

    /// Its occurrences in a block of text, none overlapping another, the likest first.
    ///
    /// `start` is the block's first code point in the document, as are the spans of its `sentences`. A passage that
    /// is itself longer than a sentence may reach over several.
    pub fn occurrences(&self, text: &str, start: u32, sentences: &[Span]) -> Vec<Occurrence> {
        if self.words.is_empty() {
            return self.characters(text, start);
        }
        let words = cut(text, start);
        let needles: HashSet<&str> = self.needles.iter().map(String::as_str).collect();
        let mut found = Vec::new();
        for range in self.segments(&words, sentences) {
            let Some(segment) =
                words.get(range).filter(|s| s.iter().any(|w| needles.contains(w.folded.as_str())))
            else {
                continue;
            };
            for (from, to) in self.matches(segment) {
                found.extend(self.compare(text, start, segment, from, to));
            }
        }
        found.sort_by_key(|o| (std::cmp::Reverse(o.likeness), o.span.start));
        found
    }

    /// A passage without words, such as a picture or a mark: only the same characters count.
    fn characters(&self, text: &str, start: u32) -> Vec<Occurrence> {
        if self.exact.is_empty() {
            return Vec::new();
        }
        let (mut at, mut point) = (0, start);
        let length = self.exact.chars().count() as u32;
        let place = |(byte, same): (usize, &str)| {
            point += text.get(at..byte)?.chars().count() as u32;
            at = byte;
            let whole = whole_graphemes(text, byte..byte + same.len());
            whole.then(|| Occurrence {
                span: Span { start: point, end: point + length },
                likeness: 100,
                differences: Vec::new(),
            })
        };
        text.match_indices(&self.exact).filter_map(place).collect()
    }

    /// The words of each sentence, or of the whole block for a passage of several sentences.
    fn segments(&self, words: &[Word], sentences: &[Span]) -> Vec<std::ops::Range<usize>> {
        let at = |point: u32| words.partition_point(|w| w.span.start < point);
        let ends = self.exact.trim_end_matches(|c: char| !c.is_alphanumeric());
        let several = ends.contains(['.', '!', '?', '。', '！', '？', '\n']);
        if several || sentences.is_empty() {
            return std::iter::once(0..words.len()).collect();
        }
        sentences.iter().map(|s| at(s.start)..at(s.end)).collect()
    }

    /// Where in a segment the passage stands with the fewest edits: ranges of words, none overlapping.
    fn matches(&self, segment: &[Word]) -> Vec<(usize, usize)> {
        let mut ends = Vec::new();
        // For each word of the passage: the fewest edits with which the passage up to it ends here, and where that begins.
        let mut column: Vec<(usize, usize)> = (0..=self.words.len()).map(|edits| (edits, 0)).collect();
        for (at, theirs) in segment.iter().enumerate() {
            let mut diagonal = (0, at);
            let mut above = (0, at + 1);
            for (ours, cell) in self.words.iter().zip(column.iter_mut().skip(1)) {
                let same = ours.folded == theirs.folded;
                let kept = (diagonal.0 + usize::from(!same), diagonal.1);
                let more = (cell.0 + 1, cell.1);
                let less = (above.0 + 1, above.1);
                diagonal = *cell;
                above =
                    [more, less].into_iter().fold(kept, |best, one| if one.0 < best.0 { one } else { best });
                *cell = above;
            }
            if above.0 <= self.edits && above.1 <= at {
                ends.push((above.0, above.1, at + 1));
            }
        }
        let length = |from: usize, to: usize| self.words.len().abs_diff(to - from);
        ends.sort_by_key(|(edits, from, to)| (*edits, length(*from, *to), *from));
        let mut taken: Vec<(usize, usize)> = Vec::new();
        for (_, from, to) in ends {
            if taken.iter().all(|(start, end)| to <= *start || from >= *end) {
                taken.push((from, to));
            }
        }
        taken
    }

    /// What differs in a match; nothing if only words that every text has are the same.
    fn compare(
        &self,
        text: &str,
        start: u32,
        segment: &[Word],
        from: usize,
        to: usize,
    ) -> Option<Occurrence> {
        let theirs = segment.get(from..to)?;
        let span = Span::new(theirs.first()?.span.start, theirs.last()?.span.end)?;
        let pairs = differences::align(&self.words, theirs);
        let content = |w: &&Word| !is_function(&w.folded);
        let wanted = self.words.iter().filter(content).count();
        let had = pairs.iter().filter_map(|(a, b)| a.filter(|a| b.is_some_and(|b| a.folded == b.folded)));
        if had.clone().filter(content).count() * 2 < wanted || had.count() == 0 {
            return None;
        }
        let edits = pairs.iter().filter(|(a, b)| a.map(|a| &a.folded) != b.map(|b| &b.folded)).count();
        let longest = self.words.len().max(theirs.len());
        let mut differences = differences::of_words(&pairs);
        differences.extend(self.denial(segment.get(..from)?));
        differences.extend(differences::of_marks(&pairs, (&self.exact, 0), (text, start)));
        let span = self.with_marks(text, start, span, &mut differences)?;
        let likeness = ((longest - edits.min(longest)) * 100 / longest) as u32;
        let likeness = if differences.is_empty() { likeness } else { likeness.min(99) };
        Some(Occurrence { span, likeness, differences })
    }

    /// The span with the marks that the passage begins and ends with, such as its quotation marks, where they are there.
    fn with_marks(&self, text: &str, start: u32, span: Span, found: &mut Vec<Difference>) -> Option<Span> {
        let whole = words::whole(&self.words)?;
        let lead = words::between(&self.exact, 0, Span { start: 0, end: whole.start })?;
        let length = self.exact.chars().count() as u32;
        let tail = words::between(&self.exact, 0, Span { start: whole.end, end: length })?;
        let end = start + text.chars().count() as u32;
        let before = words::between(text, start, Span { start, end: span.start })?;
        let after = words::between(text, start, Span { start: span.end, end })?;
        let mut wide = span;
        if before.ends_with(lead) {
            wide.start -= lead.chars().count() as u32;
        } else {
            differences::add_marks(found, lead, "", None);
        }
        if after.starts_with(tail) {
            wide.end += tail.chars().count() as u32;
        } else {
            differences::add_marks(found, tail, "", None);
        }
        Some(wide)
    }

    /// A “not” before the passage, where its own text has none, or the other way round.
    fn denial(&self, before: &[Word]) -> Option<Difference> {
        let not = before.iter().rev().take(REACH).find(|w| is_negative(&w.folded));
        let sort = DifferenceSort::Polarity;
        match (self.denied, not) {
            (false, Some(not)) => {
                Some(Difference { sort, ours: String::new(), theirs: not.raw.clone(), place: Some(not.span) })
            }
            (true, None) => {
                Some(Difference { sort, ours: "not".to_owned(), theirs: String::new(), place: None })
            }
            _ => None,
        }
    }
}

/// Whether a range of bytes cuts no grapheme.
fn whole_graphemes(text: &str, range: std::ops::Range<usize>) -> bool {
    [range.start, range.end].into_iter().all(|at| {
        let mut cursor = unicode_segmentation::GraphemeCursor::new(at, text.len(), true);
        cursor.is_boundary(text, 0).unwrap_or(false)
    })
}

#[cfg(test)]
mod tests;
