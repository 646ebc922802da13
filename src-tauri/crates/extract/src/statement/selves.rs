//! “I”, “we” and “you”, which mean somebody only in the speaker’s own mouth.

use std::ops::Range;

use super::Worded;
use crate::verbs::is_irregular_past;

impl Worded<'_, '_> {
    /// Whether a stretch has words of the first person that no name has taken the place of.
    pub(super) fn speaks_of_self(&self, range: &Range<usize>) -> bool {
        let tokens = self.tokens;
        range.clone().any(|i| {
            let word = tokens.word(i);
            matches!(
                word,
                "we" | "our"
                    | "us"
                    | "my"
                    | "me"
                    | "ours"
                    | "ourselves"
                    | "myself"
                    | "mine"
                    | "you"
                    | "your"
                    | "yours"
            ) && tokens.raw(i) != "US"
                || word == "i"
                    && tokens.raw(i) == "I"
                    && !(i == range.start && self.stands_for_speaker(range))
                || matches!(
                    word,
                    "i’m"
                        | "i’ve"
                        | "i’ll"
                        | "i'm"
                        | "i've"
                        | "i'll"
                        | "we’ve"
                        | "we’re"
                        | "we’ll"
                        | "we've"
                        | "we're"
                        | "we'll"
                )
        })
    }

    /// “I told the minister”: whether the speaker's name may stand for the “I” at the start, as it is the only one.
    pub(super) fn stands_for_speaker(&self, range: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let at = range.start;
        let other = |i: usize| {
            matches!(tokens.word(i), "i" | "me" | "my" | "we" | "us" | "our" | "myself")
                || tokens.word(i).starts_with("i’")
        };
        tokens.raw(at) == "I"
            && self.claimant.is_some()
            && self.takes_name(at + 1)
            && !(at + 1..range.end).any(other)
    }

    /// Whether the verb at `i` is the same behind “I” as behind a name: pasts are, and “will”, but not “am” and “don’t”.
    pub(super) fn takes_name(&self, i: usize) -> bool {
        let word = self.tokens.word(i);
        let modal = matches!(
            word,
            "will"
                | "would"
                | "can"
                | "could"
                | "may"
                | "might"
                | "must"
                | "should"
                | "shall"
                | "cannot"
                | "had"
                | "did"
        ) || ["n’t", "n't"].iter().filter_map(|e| word.strip_suffix(e)).any(|w| {
            matches!(w, "wo" | "would" | "ca" | "could" | "might" | "must" | "should" | "had" | "did" | "was")
        });
        let past = is_irregular_past(word)
            && !matches!(word, "put" | "hit" | "shut" | "beat" | "lay" | "won’t")
            || word.len() > 4
                && word.ends_with("ed")
                && word != "need"
                && word != "proceed"
                && word != "succeed";
        modal || past || word == "was"
    }
}
