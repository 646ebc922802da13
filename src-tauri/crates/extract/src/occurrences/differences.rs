//! In what two passages differ, word by word and mark by mark.

use assay_model::occurrence::{Difference, DifferenceSort};
use assay_model::span::Span;

use super::words::{Word, between, is_hidden};
use crate::values::{is_date_word, is_number_word};
use crate::verbs::{is_function, is_negative};

/// A word of the passage and the one that stands for it; one of the two where there is no other.
pub(super) type Pair<'w> = (Option<&'w Word>, Option<&'w Word>);

/// Pairs the words of two passages with the fewest edits.
pub(super) fn align<'w>(ours: &'w [Word], theirs: &'w [Word]) -> Vec<Pair<'w>> {
    let wide = theirs.len() + 1;
    let mut edits = vec![0_usize; (ours.len() + 1) * wide];
    let cell = |i: usize, j: usize| i * wide + j;
    let get = |edits: &[usize], i: usize, j: usize| edits.get(cell(i, j)).copied().unwrap_or(usize::MAX / 2);
    for i in 0..=ours.len() {
        for j in 0..=theirs.len() {
            let best = match (i.checked_sub(1), j.checked_sub(1)) {
                (None, _) => j,
                (_, None) => i,
                (Some(a), Some(b)) => {
                    let kept = get(&edits, a, b) + usize::from(!same(ours.get(a), theirs.get(b)));
                    kept.min(get(&edits, a, j) + 1).min(get(&edits, i, b) + 1)
                }
            };
            if let Some(here) = edits.get_mut(cell(i, j)) {
                *here = best;
            }
        }
    }
    let (mut i, mut j) = (ours.len(), theirs.len());
    let mut pairs = Vec::with_capacity(i.max(j));
    while i > 0 || j > 0 {
        let here = get(&edits, i, j);
        let both = i > 0 && j > 0;
        if both && here == get(&edits, i - 1, j - 1) + usize::from(!same(ours.get(i - 1), theirs.get(j - 1)))
        {
            (i, j) = (i - 1, j - 1);
            pairs.push((ours.get(i), theirs.get(j)));
        } else if i > 0 && here == get(&edits, i - 1, j) + 1 {
            i -= 1;
            pairs.push((ours.get(i), None));
        } else {
            j -= 1;
            pairs.push((None, theirs.get(j)));
        }
    }
    pairs.reverse();
    pairs
}

fn same(a: Option<&Word>, b: Option<&Word>) -> bool {
    a.map(|w| &w.folded) == b.map(|w| &w.folded)
}

/// The words in which pairs differ.
pub(super) fn of_words(pairs: &[Pair<'_>]) -> Vec<Difference> {
    let differ = pairs.iter().filter(|(ours, theirs)| !same(*ours, *theirs));
    differ
        .map(|(ours, theirs)| {
            let raw = |word: Option<&Word>| word.map(|w| w.raw.clone()).unwrap_or_default();
            Difference {
                sort: sort(*ours, *theirs),
                ours: raw(*ours),
                theirs: raw(*theirs),
                place: theirs.map(|w| w.span),
            }
        })
        .collect()
}

/// What sort of difference it is: what weighs most of either word. The lists of words are English; digits and capitals
/// are not.
fn sort(ours: Option<&Word>, theirs: Option<&Word>) -> DifferenceSort {
    let words = [ours, theirs];
    let any = |is: fn(&Word) -> bool| words.into_iter().flatten().any(is);
    // The first word of a sentence has a capital whatever it is.
    let capital = words.into_iter().flatten().filter(|w| is_name(w)).count();
    let named = capital > 0 && (capital == words.into_iter().flatten().count());
    if any(|w| is_negative(&w.folded)) {
        DifferenceSort::Polarity
    } else if any(is_date) {
        DifferenceSort::Date
    } else if any(is_number) {
        DifferenceSort::Number
    } else if named {
        DifferenceSort::Name
    } else {
        DifferenceSort::Word
    }
}

fn is_date(word: &Word) -> bool {
    let year =
        word.folded.len() == 4 && word.folded.parse::<u32>().is_ok_and(|year| (1000..=2100).contains(&year));
    let named = word.raw.starts_with(char::is_uppercase) || !matches!(word.folded.as_str(), "may" | "march");
    year || named && is_date_word(&word.folded)
}

fn is_number(word: &Word) -> bool {
    let sign = word.folded.starts_with(|c: char| !c.is_alphanumeric());
    let digit = |c: char| c.is_numeric() || "〇零一二三四五六七八九十百千万億兆两兩".contains(c);
    sign || word.folded.contains(digit) || is_number_word(&word.folded)
}

fn is_name(word: &Word) -> bool {
    word.raw.starts_with(char::is_uppercase) && !is_function(&word.folded)
}

/// In what passages of the same words differ: each sort once, where it is first seen. Both texts come with the number
/// of their first code point.
pub(super) fn of_marks(pairs: &[Pair<'_>], ours: (&str, u32), theirs: (&str, u32)) -> Vec<Difference> {
    let mut found: Vec<Difference> = Vec::new();
    let mut before: Option<(&Word, &Word)> = None;
    for (a, b) in pairs {
        let here = a.zip(*b).filter(|_| same(*a, *b));
        if let Some((a, b)) = here {
            if let Some(sort) = spelt(&a.raw, &b.raw) {
                add(&mut found, sort, (&a.raw, &b.raw), Some(b.span));
            }
            if let Some((last, other)) = before {
                let gap = |(text, start): (_, u32), from: &Word, to: &Word| {
                    between(text, start, Span { start: from.span.end, end: to.span.start })
                        .unwrap_or_default()
                };
                let (mine, its) = (gap(ours, last, a), gap(theirs, other, b));
                add_marks(&mut found, mine, its, Span::new(other.span.end, b.span.start));
            }
        }
        before = here;
    }
    found
}

fn add(found: &mut Vec<Difference>, sort: DifferenceSort, texts: (&str, &str), place: Option<Span>) {
    if !found.iter().any(|d| d.sort == sort) {
        found.push(Difference { sort, ours: texts.0.to_owned(), theirs: texts.1.to_owned(), place });
    }
}

/// Adds what differs between the marks of two passages, if that is not known yet.
pub(super) fn add_marks(found: &mut Vec<Difference>, ours: &str, theirs: &str, place: Option<Span>) {
    if let Some(sort) = parted(ours, theirs) {
        add(found, sort, (ours, theirs), place);
    }
}

/// In what the same word is written otherwise.
fn spelt(a: &str, b: &str) -> Option<DifferenceSort> {
    let seen = |text: &str| -> String { text.chars().filter(|c| !is_hidden(*c)).collect() };
    if a == b {
        None
    } else if seen(a) == seen(b) {
        Some(DifferenceSort::Hidden)
    } else if seen(a).to_lowercase() == seen(b).to_lowercase() {
        Some(DifferenceSort::Case)
    } else {
        Some(DifferenceSort::Quotes)
    }
}

/// In what the same words are parted otherwise.
fn parted(a: &str, b: &str) -> Option<DifferenceSort> {
    let without =
        |text: &str, out: fn(char) -> bool| -> String { text.chars().filter(|c| !out(*c)).collect() };
    let hidden: fn(char) -> bool = is_hidden;
    let blank: fn(char) -> bool = |c| is_hidden(c) || c.is_whitespace();
    let quote: fn(char) -> bool =
        |c| is_hidden(c) || c.is_whitespace() || "'\"‘’‚‛“”„‟«»‹›`´「」『』".contains(c);
    if a == b {
        None
    } else if without(a, hidden) == without(b, hidden) {
        Some(DifferenceSort::Hidden)
    } else if without(a, blank) == without(b, blank) {
        Some(DifferenceSort::Spacing)
    } else if without(a, quote) == without(b, quote) {
        Some(DifferenceSort::Quotes)
    } else {
        Some(DifferenceSort::Punctuation)
    }
}
