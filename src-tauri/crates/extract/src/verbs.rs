//! English words that rules ask about: finite verbs, verbs of saying, function words.

use std::ops::Range;

use crate::tokens::{Kind, Tokens};

/// What a verb of saying does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Force {
    /// Asserts what follows: said, claimed.
    Assert,
    /// Asks or does something with words: urged, called for, accused.
    Act,
    /// Judges something: described … as.
    Judge,
}

/// The force of a verb of saying, and whether it is a participle (“claiming”).
pub(crate) fn cue(word: &str) -> Option<(Force, bool)> {
    Some(match word {
        "said" | "says" | "say" | "claimed" | "claims" | "claim" | "stated" | "states" | "announced"
        | "announces" | "confirmed" | "confirms" | "reported" | "reports" | "added" | "adds" | "argued"
        | "argues" | "believes" | "believe" | "believed" | "thinks" | "think" | "predicted" | "predicts"
        | "predict" | "warned" | "warns" | "admitted" | "admits" | "denied" | "denies" | "insisted"
        | "insists" | "revealed" | "reveals" | "noted" | "notes" | "explained" | "explains" | "suggested"
        | "suggests" | "estimated" | "estimates" | "showed" | "shows" | "wrote" | "writes" | "tweeted"
        | "told" | "tells" | "declared" | "declares" | "alleged" | "alleges" | "acknowledged"
        | "acknowledges" | "maintained" | "concluded" | "concludes" | "replied" | "responded"
        | "remarked" | "testified" | "forecast" | "forecasts" | "indicated" | "indicates" | "disclosed"
        | "recalled" | "asserted" | "asserts" | "commented" | "stressed" | "emphasised" | "emphasized"
        | "reiterated" | "complained" | "conceded" | "speculated" | "hopes" | "hoped" | "expects"
        | "informed" | "quoted" => (Force::Assert, false),
        "saying" | "claiming" | "stating" | "adding" | "arguing" | "warning" | "insisting" | "noting"
        | "revealing" | "explaining" | "suggesting" | "alleging" | "citing" | "announcing" | "confirming"
        | "writing" | "telling" => (Force::Assert, true),
        "asked" | "asks" | "urged" | "urges" | "called" | "calls" | "demanded" | "demands" | "accused"
        | "accuses" | "requested" | "requests" | "condemned" | "condemns" | "criticised" | "criticized"
        | "proposed" | "proposes" | "vowed" | "vows" | "pledged" | "pledges" | "promised" | "promises"
        | "threatened" | "ordered" => (Force::Act, false),
        "describing" | "calling" | "labelling" | "labeling" | "branding" | "denouncing" => {
            (Force::Judge, true)
        }
        "described" | "describes" | "labelled" | "labeled" | "branded" | "denounced" => (Force::Judge, false),
        _ => return None,
    })
}

/// Whether a cue may as well be a plural noun (“claims”, “reports”).
pub(crate) fn may_be_noun(word: &str) -> bool {
    matches!(
        word,
        "claims"
            | "claim"
            | "states"
            | "reports"
            | "notes"
            | "estimates"
            | "calls"
            | "demands"
            | "requests"
            | "forecasts"
            | "forecast"
            | "promises"
            | "pledges"
            | "hopes"
            | "shows"
            | "orders"
    )
}

/// Whether token `i` looks like a finite verb.
pub(crate) fn is_finite(tokens: &Tokens<'_>, i: usize) -> bool {
    if !tokens.is(i, Kind::Word) {
        return false;
    }
    let word = tokens.word(i);
    if is_auxiliary(word) || is_irregular_past(word) || is_present(word) {
        return true;
    }
    let regular = word.len() > 4 && word.ends_with("ed") && !tokens.capital(i);
    // “the disputed land”: an article right before makes it an adjective.
    regular
        && !matches!(word, "indeed" | "speed" | "need" | "united" | "hundred")
        && !i.checked_sub(1).is_some_and(|b| {
            matches!(
                tokens.word(b),
                "the"
                    | "a"
                    | "an"
                    | "his"
                    | "her"
                    | "its"
                    | "their"
                    | "of"
                    | "by"
                    | "with"
                    | "in"
                    | "-"
                    | "’s"
                    | "'s"
            )
        })
}

/// Whether a range of tokens has a finite verb; looks at no more than 60 of them.
pub(crate) fn has_finite(tokens: &Tokens<'_>, range: Range<usize>) -> bool {
    range.take(60).any(|i| is_finite(tokens, i))
}

pub(crate) fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "is" | "are"
            | "was"
            | "were"
            | "am"
            | "has"
            | "have"
            | "had"
            | "will"
            | "would"
            | "can"
            | "could"
            | "may"
            | "might"
            | "do"
            | "does"
            | "did"
            | "must"
            | "should"
            | "shall"
            | "cannot"
    ) || word.ends_with("n’t")
        || word.ends_with("n't")
}

fn is_irregular_past(word: &str) -> bool {
    matches!(
        word,
        "said"
            | "told"
            | "met"
            | "made"
            | "came"
            | "went"
            | "took"
            | "gave"
            | "got"
            | "fell"
            | "rose"
            | "saw"
            | "led"
            | "left"
            | "lost"
            | "won"
            | "held"
            | "began"
            | "became"
            | "brought"
            | "bought"
            | "sold"
            | "built"
            | "sent"
            | "spent"
            | "paid"
            | "kept"
            | "found"
            | "thought"
            | "knew"
            | "grew"
            | "drew"
            | "flew"
            | "wrote"
            | "spoke"
            | "broke"
            | "chose"
            | "drove"
            | "ran"
            | "sat"
            | "stood"
            | "understood"
            | "won’t"
            | "struck"
            | "fought"
            | "caught"
            | "taught"
            | "sought"
            | "hit"
            | "died"
            | "shot"
            | "sank"
            | "shrank"
            | "sprang"
            | "threw"
            | "withdrew"
            | "overtook"
            | "undertook"
            | "lay"
            | "meant"
            | "felt"
            | "dealt"
            | "slid"
            | "shut"
            | "beat"
            | "swore"
            | "wore"
            | "tore"
            | "bore"
            | "froze"
            | "arose"
            | "oversaw"
            | "upheld"
            | "underwent"
            | "put"
            | "withstood"
            | "fed"
            | "shone"
            | "hung"
    )
}

/// Present forms that headlines and descriptions use and that are seldom nouns.
fn is_present(word: &str) -> bool {
    matches!(
        word,
        "says"
            | "includes"
            | "include"
            | "contains"
            | "becomes"
            | "remains"
            | "remain"
            | "makes"
            | "gets"
            | "takes"
            | "gives"
            | "goes"
            | "comes"
            | "sees"
            | "seeks"
            | "wins"
            | "loses"
            | "kills"
            | "launches"
            | "announces"
            | "accounts"
            | "costs"
            | "allows"
            | "belongs"
            | "believes"
            | "claims"
            | "continues"
            | "continue"
            | "employs"
            | "exceeds"
            | "expects"
            | "holds"
            | "keeps"
            | "leads"
            | "leaves"
            | "lies"
            | "means"
            | "needs"
            | "operates"
            | "owns"
            | "passes"
            | "provides"
            | "raises"
            | "reaches"
            | "reports"
            | "represents"
            | "requires"
            | "rises"
            | "falls"
            | "runs"
            | "sells"
            | "serves"
            | "shows"
            | "stands"
            | "starts"
            | "stays"
            | "suggests"
            | "supports"
            | "tells"
            | "uses"
            | "wants"
            | "works"
            | "replaces"
            | "buys"
            | "bans"
            | "signs"
    )
}

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
