//! Words that carry no content, that deny, and that name deeds.

use crate::tokens::Tokens;

use super::is_auxiliary;

/// Words that carry no content of their own.
pub(crate) fn is_function(word: &str) -> bool {
    is_auxiliary(word) && !matches!(word, "can" | "may")
        || matches!(
            word,
            "the"
                | "a"
                | "an"
                | "of"
                | "and"
                | "or"
                | "to"
                | "in"
                | "on"
                | "at"
                | "by"
                | "for"
                | "from"
                | "with"
                | "as"
                | "that"
                | "this"
                | "these"
                | "those"
                | "it"
                | "its"
                | "his"
                | "her"
                | "their"
                | "he"
                | "she"
                | "they"
                | "we"
                | "i"
                | "you"
                | "which"
                | "who"
                | "whom"
                | "whose"
                | "be"
                | "been"
                | "being"
                | "’s"
                | "'s"
                | "but"
                | "so"
                | "also"
                | "there"
                | "into"
                | "over"
                | "about"
                | "after"
                | "before"
                | "during"
                | "than"
                | "then"
                | "when"
                | "while"
                | "where"
                | "if"
                | "can"
                | "may"
                | "up"
                | "out"
                | "our"
                | "your"
                | "my"
                | "mr"
                | "mrs"
                | "ms"
                | "dr"
                | "him"
                | "them"
                | "us"
                | "such"
        )
}

/// Whether a word denies.
pub(crate) fn is_negative(word: &str) -> bool {
    matches!(
        word,
        "not" | "no" | "never" | "none" | "nobody" | "nothing" | "neither" | "nor" | "without" | "cannot"
    ) || word.ends_with("n’t")
        || word.ends_with("n't")
}

/// Nouns for things done or decided, one or many.
pub(crate) fn is_deeds(word: &str) -> bool {
    is_deed(word)
        || matches!(
            word,
            "losses" | "loss" | "profit" | "profits" | "decline" | "growth" | "layoffs" | "closures"
        )
        || word.strip_suffix('s').is_some_and(is_deed)
}

/// Nouns for something done or decided.
pub(crate) fn is_deed(word: &str) -> bool {
    matches!(
        word,
        "decision"
            | "refusal"
            | "failure"
            | "attempt"
            | "plan"
            | "move"
            | "invasion"
            | "attack"
            | "withdrawal"
            | "suspension"
            | "strike"
            | "claim"
            | "offer"
            | "proposal"
            | "vote"
            | "ruling"
            | "ban"
            | "arrest"
            | "killing"
            | "use"
            | "treatment"
            | "annexation"
            | "agreement"
            | "resignation"
            | "sale"
            | "purchase"
            | "takeover"
            | "merger"
            | "closure"
            | "increase"
            | "cut"
            | "rise"
            | "fall"
    )
}

/// Words that the subject of a clause may begin with, and hardly anything else: “the”, “its”, “they”, “most”.
pub(crate) fn opens_subject(word: &str) -> bool {
    is_article(word)
        || matches!(
            word,
            "its"
                | "his"
                | "her"
                | "their"
                | "our"
                | "my"
                | "this"
                | "that"
                | "these"
                | "those"
                | "no"
                | "all"
                | "some"
                | "many"
                | "most"
                | "two"
                | "he"
                | "she"
                | "it"
                | "they"
                | "we"
                | "i"
                | "there"
        )
}

pub(crate) fn is_article(word: &str) -> bool {
    matches!(word, "the" | "a" | "an")
}

pub(crate) fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "of" | "in"
            | "on"
            | "at"
            | "by"
            | "for"
            | "from"
            | "with"
            | "to"
            | "into"
            | "over"
            | "about"
            | "after"
            | "before"
            | "during"
            | "since"
            | "between"
            | "against"
            | "under"
            | "around"
            | "across"
            | "through"
            | "without"
            | "within"
            | "among"
            | "towards"
            | "toward"
            | "near"
            | "until"
            | "despite"
            | "following"
            | "via"
            | "per"
            | "because"
            | "outside"
            | "inside"
            | "amid"
            | "alongside"
            | "beside"
            | "beyond"
            | "onto"
            | "throughout"
            | "upon"
    )
}

/// Adverbs of time that open a clause or stand before its verb.
pub(crate) fn is_opening_adverb(word: &str) -> bool {
    matches!(
        word,
        "earlier"
            | "later"
            | "recently"
            | "now"
            | "then"
            | "meanwhile"
            | "however"
            | "currently"
            | "previously"
            | "since"
    )
}

/// Verbs that say of what follows that it is not so.
pub(crate) fn is_denial(word: &str) -> bool {
    matches!(word, "denied" | "denies" | "deny" | "disputed" | "disputes" | "doubted" | "doubts")
}

/// Verbs that turn down what somebody else says: “rejected claims that”.
pub(crate) fn denies_saying(word: &str) -> bool {
    matches!(
        word,
        "denied"
            | "denies"
            | "denying"
            | "rejected"
            | "rejects"
            | "rejecting"
            | "dismissed"
            | "dismisses"
            | "dismissing"
            | "refuted"
            | "refutes"
            | "refuting"
            | "rebutted"
            | "rebuts"
            | "rebutting"
            | "disputed"
            | "disputes"
            | "disputing"
            | "contested"
            | "contests"
    )
}

/// What somebody would not do when asked: “would not comment”, “would not be drawn”.
pub(crate) fn is_declining(tokens: &Tokens<'_>, at: usize) -> bool {
    matches!(
        tokens.word(at),
        "comment"
            | "respond"
            | "apologise"
            | "apologize"
            | "budge"
            | "say"
            | "confirm"
            | "discuss"
            | "answer"
            | "tell"
            | "name"
            | "talk"
            | "speak"
            | "listen"
            | "explain"
            | "disclose"
            | "elaborate"
            | "reveal"
            | "identify"
            | "specify"
    ) || tokens.word(at) == "be" && tokens.word(at + 1) == "drawn"
}
