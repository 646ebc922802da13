//! The words that make two claims differ, whatever else they share.

use std::ops::Range;

use crate::tokens::Tokens;
use crate::verbs::is_irregular_past;

/// Words that a claim cannot gain or lose and be the same.
pub(super) fn turns_meaning(word: &str) -> bool {
    matches!(
        word,
        "hardly"
            | "barely"
            | "scarcely"
            | "few"
            | "little"
            | "only"
            | "almost"
            | "nearly"
            | "false"
            | "untrue"
            | "wrong"
            | "wrongly"
            | "falsely"
            | "allegedly"
            | "less"
            | "least"
            | "more"
            | "most"
            | "fewer"
            | "some"
            | "all"
            | "every"
            | "each"
            | "many"
            | "several"
            | "both"
            | "half"
            | "any"
            | "other"
            | "another"
            | "will"
            | "would"
            | "could"
            | "can"
            | "may"
            | "might"
            | "must"
            | "should"
            | "shall"
            | "last"
            | "first"
            | "if"
            | "unless"
            | "until"
            | "except"
            | "stop"
            | "stopped"
            | "stops"
            | "lack"
            | "lacked"
            | "lacks"
    ) || word.starts_with(['a', 'c', 'd', 'f', 'p', 'r'])
        && ["fail", "refus", "den", "avoid", "prevent", "reject", "cease", "deny", "declin"].iter().any(|s| {
            word.strip_prefix(s).is_some_and(|e| {
                matches!(e, "" | "e" | "s" | "es" | "ed" | "d" | "ing" | "ies" | "ied" | "al" | "ure")
            })
        })
}

pub(super) fn is_bound_pronoun(word: &str) -> bool {
    matches!(word, "he" | "she" | "it" | "they" | "we" | "i" | "you" | "this" | "these" | "those")
}

/// Whether a form of “be” at `i` makes a passive with what follows.
pub(super) fn is_passive(tokens: &Tokens<'_>, range: &Range<usize>, i: usize) -> bool {
    let be = matches!(tokens.word(i), "is" | "are" | "was" | "were" | "be" | "been" | "being" | "am");
    be && (i + 1..range.end.min(i + 4))
        .find(|k| !tokens.word(*k).ends_with("ly"))
        .map(|k| tokens.word(k))
        .is_some_and(|w| w.len() > 3 && (w.ends_with("ed") || w.ends_with("en") || is_irregular_past(w)))
}

pub(super) fn stem(word: &str) -> &str {
    let cut = ["ing", "ed", "es", "s", "e"].iter().find_map(|e| word.strip_suffix(e)).filter(|w| w.len() > 2);
    cut.unwrap_or(word)
}
