//! The words that two claims are compared by.

use std::ops::Range;

use crate::tokens::{Kind, Tokens};
use crate::verbs::{is_auxiliary, is_finite, is_function, is_negative, is_preposition};

use super::kin;

/// A word of content.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Word {
    /// As it stands there.
    pub(super) raw: String,
    /// In lower case, as the full-text index has it but for accents.
    pub(super) folded: String,
    /// Without its ending.
    pub(super) stem: String,
    /// The group of words that report the same.
    pub(super) kin: Option<usize>,
    /// It begins with a capital, and not because it is the first word.
    pub(super) name: bool,
    /// It goes on with the name that the word before it belongs to.
    pub(super) goes_on: bool,
}

/// What the words of a claim are.
#[derive(Debug, Clone, Default)]
pub(super) struct Content {
    pub(super) words: Vec<Word>,
    /// Whether it says “not”, an odd number of times.
    pub(super) negative: bool,
    /// Which of the words is what is done: the main verb, without what helps it.
    pub(super) verb: Option<usize>,
}

/// The words of content, but for those at `skip`, ranges of tokens in order.
pub(super) fn content(tokens: &Tokens<'_>, skip: &[Range<usize>]) -> Content {
    let mut content = Content::default();
    let verb = main_verb(tokens);
    // The tokens of the last name, and of the last word.
    let (mut last, mut before) = (None, None);
    for i in 0..tokens.len() {
        if !tokens.is(i, Kind::Word) && !tokens.is(i, Kind::Number) {
            continue;
        }
        // “G20”, “A380”, “Covid-19” are one word with their number.
        if i > 0 && tokens.is(i, Kind::Number) && !tokens.spaced(i) && tokens.is(i - 1, Kind::Word) {
            if let Some(last) = content.words.last_mut().filter(|_| before == Some(i - 1)) {
                last.raw.push_str(tokens.raw(i));
                last.folded.push_str(tokens.raw(i));
                last.stem.push_str(tokens.raw(i));
            }
            continue;
        }
        let word = tokens.word(i);
        let folded = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
        let folded = folded.trim_matches(['\'', '’', '.']).to_lowercase();
        let no = is_negative(&folded) || folded.ends_with("n't") || folded.ends_with("n’t");
        if no {
            content.negative = !content.negative;
        }
        let part_of_value = skip.iter().any(|r| r.contains(&i));
        // “before” and “after” are prepositions, and turn a claim round.
        let group = kin::group(&folded);
        let empty =
            group.and_then(kin::opposite).is_none() && (is_function(&folded) || is_preposition(&folded));
        if no || part_of_value || folded.is_empty() || empty {
            continue;
        }
        let raw = tokens.slice(i, i + 1).to_owned();
        let many_capitals = raw.chars().filter(|c| c.is_uppercase()).count() > 1;
        // The first word has a capital whatever it is. A name needs no article: “Ford will cut”, “Chrysler's sales”.
        let owns = matches!(tokens.word(i + 1), "'s" | "’s");
        let bare = owns || !folded.ends_with('s') && is_finite(tokens, i + 1);
        let name = tokens.capital(i) && (i > 0 || many_capitals || bare || tokens.capital(i + 1));
        let stem = stem(&folded);
        let kin = kin::group(&stem);
        let goes_on = name && last.is_some_and(|last| last + 1 == i);
        last = name.then_some(i);
        if verb == Some(i) {
            content.verb = Some(content.words.len());
        }
        before = Some(i);
        content.words.push(Word { raw, folded, stem, kin, name, goes_on });
    }
    content
}

/// The first finite verb that is no more than a help, or the participle or infinitive that it helps.
fn main_verb(tokens: &Tokens<'_>) -> Option<usize> {
    let first = (1..tokens.len()).find(|i| is_finite(tokens, *i))?;
    let helps = |i: usize| {
        is_auxiliary(tokens.word(i))
            || is_negative(tokens.word(i))
            || tokens.word(i) == "to"
            || tokens.word(i).ends_with("ly")
    };
    (first..tokens.len().min(first + 6)).find(|i| !helps(*i)).filter(|i| tokens.is(*i, Kind::Word))
}

/// Endings that make another form or another kind of word of the same; the longest first.
const ENDINGS: [&str; 18] = [
    "ations", "ation", "ments", "ment", "ingly", "ings", "ions", "ing", "ies", "ied", "ers", "ion", "ed",
    "es", "er", "ly", "s", "e",
];

/// The least that is left of a word.
const LEAST: usize = 3;

/// A word without its ending: not a word itself, only what its forms have in common.
pub(super) fn stem(word: &str) -> String {
    // Accents and other alphabets: their endings are not known.
    if !word.is_ascii() || word.ends_with("ss") {
        return word.to_owned();
    }
    let ending = ENDINGS.iter().find(|e| word.strip_suffix(**e).is_some_and(|s| s.len() >= LEAST));
    let Some((ending, stem)) = ending.and_then(|e| Some((*e, word.strip_suffix(*e)?))) else {
        return word.to_owned();
    };
    if matches!(ending, "ies" | "ied") {
        return format!("{stem}y");
    }
    let stem = stem.strip_suffix('e').filter(|s| s.len() >= LEAST).unwrap_or(stem);
    if let Some(before) = stem.strip_suffix('i') {
        return format!("{before}y");
    }
    // “cutting”, “planned”.
    let mut letters = stem.chars().rev();
    match (letters.next(), letters.next()) {
        (Some(a), Some(b)) if a == b && !"aeiouls".contains(a) && stem.len() > LEAST => {
            stem.strip_suffix(a).unwrap_or(stem).to_owned()
        }
        _ => stem.to_owned(),
    }
}

impl Word {
    /// Whether both are forms of one word, or report the same.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        if self.stem == other.stem || self.kin.is_some() && self.kin == other.kin {
            return true;
        }
        let (short, long) = if self.stem.len() <= other.stem.len() {
            (&self.stem, &other.stem)
        } else {
            (&other.stem, &self.stem)
        };
        // “bankrupt”, “bankruptcy”.
        short.len() >= 5 && long.len() - short.len() <= 4 && long.starts_with(short.as_str())
    }

    /// Whether it says the opposite of the other.
    pub(super) fn is_opposite(&self, other: &Self) -> bool {
        self.kin.and_then(kin::opposite).is_some_and(|group| other.kin == Some(group))
    }
}

/// The words of which word `i` is the initials: “GM” of General Motors.
pub(super) fn initials(short: &Word, of: &[Word]) -> Option<Range<usize>> {
    let letters: Vec<char> = short.raw.chars().filter(|c| *c != '.').collect();
    if letters.len() < 2 || letters.len() > 6 || !letters.iter().all(|c| c.is_uppercase()) {
        return None;
    }
    (0..of.len()).map(|from| from..from + letters.len()).find(|range| {
        of.get(range.clone()).is_some_and(|words| {
            words
                .iter()
                .zip(&letters)
                .all(|(word, letter)| word.raw.starts_with(*letter) && word.raw.len() > 1)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for forms in [
            "announce announced announces announcing announcement",
            "plan planned planning plans",
            "cut cutting cuts",
            "company companies",
            "produce produced producing produces",
        ] {
            let stems: std::collections::BTreeSet<String> = forms.split(' ').map(stem).collect();
            assert_eq!(stems.len(), 1, "{stems:?}");
        }
        assert_ne!(stem("general"), stem("gene"));
        assert_eq!(stem("loss"), "loss");
    }
}
