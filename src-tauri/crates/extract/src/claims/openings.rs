//! The words that a clause begins with, and those that only go on with the one before.

use std::ops::Range;

use super::Parsed;
use crate::tokens::Kind;
use crate::verbs::{
    cue, is_article, is_auxiliary, is_finite, is_function, is_preposition, needs_that, opens_subject,
};

impl Parsed<'_, '_> {
    /// “14 plants will be closed”: a few words and a helping verb, so a clause with its own subject.
    pub(super) fn opens_clause(&self, from: usize, range: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let end = self.clause_end(from, range);
        let Some(verb) = (from..end.min(from + 8)).find(|k| is_finite(tokens, *k) && !tokens.capital(*k))
        else {
            return false;
        };
        let subject = verb > from
            && !(from..verb).any(|k| {
                is_preposition(tokens.word(k))
                    || matches!(tokens.word(k), "to" | "that")
                    // “people from the UK and Sweden who were aged”
                    || k + 1 == verb && matches!(tokens.word(k), "who" | "which")
                    // “between Aberystwyth and Newtown and he was booked”
                    || tokens.word(k) == "and" && starts_subject(tokens.word(k + 1))
            });
        let plain = is_auxiliary(tokens.word(verb))
            || matches!(tokens.word(from), "it" | "he" | "she" | "they" | "there" | "we");
        subject && plain && end - verb >= 2
    }

    /// Whether what follows an “and” begins like a subject: “14 plants”, “the bank”, “they”; a bare noun may go on with one.
    pub(super) fn has_own_subject(&self, from: usize) -> bool {
        let tokens = self.tokens;
        let counted = tokens.is(from, Kind::Number)
            && tokens.is(from + 1, Kind::Word)
            && !starts_subject(tokens.word(from + 1));
        counted || tokens.capital(from) || starts_subject(tokens.word(from))
    }

    /// “, the first gain for four years”, “, a drop of 9%”: what the clause amounts to, without a verb of its own.
    pub(super) fn apposition(&self, from: usize, range: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let end = self.clause_end(from, range);
        let first = tokens.word(from);
        let its = matches!(first, "its" | "their");
        if !(matches!(first, "the" | "a" | "an") || its) || end - from < 3 || end - from > 24 {
            return false;
        }
        // Only at the end: between two commas it stands by a name.
        let last = (end..range.end).all(|k| tokens.is(k, Kind::Mark));
        let before = from.saturating_sub(2);
        let counted = self.has_value(from..end);
        let superlative = (from..end.min(from + 6)).any(|k| is_superlative(tokens.word(k)));
        last && (superlative
            || counted && !its && (!tokens.capital(before) || self.values.iter().any(|v| v.to == before + 1)))
            && !(from..end.min(from + 3)).any(|k| is_finite(tokens, k))
    }

    /// Words that give the reason or the purpose of the clause before.
    pub(super) fn opens_reason(&self, i: usize, range: &Range<usize>) -> bool {
        let tokens = self.tokens;
        range.end - i >= 5
            && (["effort", "attempt", "bid"].iter().any(|w| {
                matches!(tokens.word(i + 1), "an" | "a")
                    && tokens.follows(i + 2, &[w, "to"])
                    && tokens.word(i) == "in"
            }) || tokens.follows(i, &["in", "response", "to"])
                || tokens.follows(i, &["as", "a", "means", "of"])
                || tokens.follows(i, &["as", "a", "result", "of"]))
    }

    /// Whether the stretch begins with a clause of time or concession, which a comma ends.
    pub(super) fn opens_subordinate(&self, range: &Range<usize>) -> bool {
        let word = self.tokens.word(range.start);
        matches!(word, "when" | "while" | "although" | "though" | "after")
            || word == "as" && starts_subject(self.tokens.word(range.start + 1))
            || self.opens_participle(range)
    }

    /// “If prices rise, …”, “When a shop opens in a small town, …”: whether the stretch begins with what must hold for the rest, so that
    /// neither side can stand alone.
    pub(super) fn opens_condition(&self, range: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let at = range.start + usize::from(matches!(tokens.word(range.start), "but" | "and" | "even"));
        match tokens.word(at) {
            "if" | "unless" => true,
            "when" | "whenever" | "once" => {
                let verb =
                    (at + 1..range.end.min(at + 12)).find(|k| is_finite(tokens, *k) && !tokens.capital(*k));
                verb.is_some_and(|v| {
                    let word = tokens.word(v);
                    matches!(word, "is" | "are" | "has" | "have" | "do" | "does")
                        || word.len() > 3 && word.ends_with('s') && !matches!(word, "was" | "has")
                })
            }
            _ => false,
        }
    }

    /// Whether the stretch begins with a clause of time: “after they fell”, “when he spoke”, “as it rose”.
    pub(super) fn opens_time(&self, range: &Range<usize>) -> bool {
        let word = self.tokens.word(range.start);
        matches!(word, "when" | "after")
            || word == "as" && starts_subject(self.tokens.word(range.start + 1))
            || word == "while" && self.goes_on_meanwhile(range.start)
    }

    /// “while he was leaving court”: a time and no contrast.
    pub(super) fn goes_on_meanwhile(&self, at: usize) -> bool {
        let word = |k: usize| self.tokens.word(at + k);
        matches!(word(1), "he" | "she" | "it" | "they" | "i" | "we")
            && matches!(word(2), "was" | "were")
            && word(3).ends_with("ing")
            && !self.values.iter().any(|v| v.from == at + 3)
    }

    /// Whether the stretch begins with “Facing the worst crisis”, and not with a name in “-ing”.
    pub(super) fn opens_participle(&self, range: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let (word, next) = (tokens.word(range.start), range.start + 1);
        word.len() > 5
            && word.ends_with("ing")
            && !matches!(
                word,
                "during"
                    | "following"
                    | "including"
                    | "according"
                    | "regarding"
                    | "concerning"
                    | "considering"
            )
            && tokens.is(next, Kind::Word)
            && !tokens.capital(next)
            && !matches!(tokens.word(next), "’s" | "'s")
            && !is_finite(tokens, next)
    }

    /// “with several seeing the biggest drop”: somebody, something, and a participle.
    pub(super) fn with_clause(&self, i: usize, range: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let end = range.end.min(i + 12);
        (i + 2..end).any(|k| {
            let word = tokens.word(k);
            word.len() > 5
                && word.ends_with("ing")
                && !tokens.capital(k)
                && !matches!(
                    tokens.word(k - 1),
                    "the" | "a" | "an" | "of" | "for" | "with" | "," | "in" | "by" | "-" | "and"
                )
                && !matches!(
                    word,
                    "including"
                        | "building"
                        | "meeting"
                        | "morning"
                        | "evening"
                        | "during"
                        | "following"
                        | "something"
                )
                && (!tokens.is(k + 1, Kind::Word)
                    || tokens.capital(k + 1)
                    || starts_subject(tokens.word(k + 1))
                    || is_preposition(tokens.word(k + 1))
                    || self.has_value(k + 1..k + 2))
                && (i..k).all(|j| tokens.word(j) != ",")
        })
    }

    /// Whether a verb phrase without subject begins at `i`: “has since grown”, “stayed”, “later recovered”.
    pub(super) fn starts_verb(&self, i: usize) -> bool {
        let tokens = self.tokens;
        let adverb = matches!(
            tokens.word(i),
            "later"
                | "then"
                | "soon"
                | "also"
                | "now"
                | "currently"
                | "still"
                | "never"
                | "subsequently"
                | "already"
        );
        let verb = i + usize::from(adverb);
        is_finite(tokens, verb) && !self.describes_noun(verb)
    }

    /// “decaffeinated coffee appeared”: a participle before its noun, behind which the verb comes.
    fn describes_noun(&self, i: usize) -> bool {
        let tokens = self.tokens;
        let word = tokens.word(i);
        let noun = tokens.word(i + 1);
        let past = |k: usize| tokens.word(k).ends_with("ed") || is_auxiliary(tokens.word(k));
        word.len() > 4
            && word.ends_with("ed")
            && cue(word).is_none()
            && !needs_that(word)
            && tokens.is(i + 1, Kind::Word)
            && !(tokens.capital(i + 1) || is_function(noun) || is_preposition(noun) || noun.ends_with("ly"))
            && !opens_subject(noun)
            && (i + 2..i + 4)
                .take_while(|k| tokens.is(*k, Kind::Word))
                .any(|k| past(k) && is_finite(tokens, k))
    }
}

/// Articles, pronouns and the like, which begin a subject.
pub(super) fn starts_subject(word: &str) -> bool {
    is_article(word)
        || matches!(
            word,
            "it" | "he"
                | "she"
                | "they"
                | "we"
                | "i"
                | "there"
                | "its"
                | "their"
                | "his"
                | "her"
                | "this"
                | "these"
                | "that"
                | "those"
                | "some"
                | "many"
                | "most"
                | "several"
                | "all"
                | "no"
                | "two"
                | "three"
        )
}

/// “largest”, “first”, “worst”: what is the most of its kind.
pub(crate) fn is_superlative(word: &str) -> bool {
    matches!(word, "first" | "last" | "most" | "least" | "best" | "worst" | "only" | "biggest" | "top")
        || word.len() > 5
            && word.ends_with("est")
            && !matches!(
                word,
                "forest"
                    | "interest"
                    | "request"
                    | "protest"
                    | "arrest"
                    | "invest"
                    | "contest"
                    | "harvest"
                    | "honest"
                    | "modest"
                    | "suggest"
                    | "digest"
                    | "conquest"
                    | "northwest"
                    | "southwest"
                    | "midwest"
                    | "budapest"
                    | "bucharest"
            )
}

/// “plunged by 30 points, closing at 682”: where a movement came to is told with it.
pub(super) fn ends_movement(word: &str) -> bool {
    matches!(
        word,
        "closing" | "ending" | "reaching" | "bringing" | "finishing" | "settling" | "making" | "taking"
    )
}
