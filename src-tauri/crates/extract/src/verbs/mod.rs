//! English words that rules ask about: finite verbs, verbs of saying, function words.

mod cues;
mod forms;
mod words;

use std::ops::Range;

use crate::tokens::{Kind, Tokens};

pub(crate) use cues::{Force, cue, is_saying, may_be_noun, needs_that, speaks_never};
use forms::is_present;
pub(crate) use forms::{is_auxiliary, is_irregular_past};
pub(crate) use words::{
    denies_saying, is_article, is_declining, is_deed, is_deeds, is_denial, is_function, is_negative,
    is_opening_adverb, is_preposition, opens_subject,
};

/// Whether token `i` looks like a finite verb.
pub(crate) fn is_finite(tokens: &Tokens<'_>, i: usize) -> bool {
    tokens.finite(i, || reads_as_finite(tokens, i))
}

fn reads_as_finite(tokens: &Tokens<'_>, i: usize) -> bool {
    if !tokens.is(i, Kind::Word) {
        return false;
    }
    let word = tokens.word(i);
    // The month, not the verb.
    if word == "may" && tokens.capital(i) && i > 0 {
        return false;
    }
    if is_auxiliary(word) {
        return true;
    }
    if is_irregular_past(word) || is_present(word) {
        // “the left wing”, “a hit”: no verb stands right behind an article, nor in “Chinese-made”.
        return !i
            .checked_sub(1)
            .is_some_and(|b| is_article(tokens.word(b)) || tokens.word(b) == "-" && !tokens.spaced(i));
    }
    // “1.3 billion, compared with 1.1 billion”, “first, followed by Spain”: what is done to what stands before.
    let next = tokens.word(i + 1);
    let passive = word == "compared" && matches!(next, "with" | "to") || is_led(word) && next == "by";
    if passive && i > 0 && tokens.word(i - 1) == "," {
        return false;
    }
    // “the recently announced plan”
    if word.ends_with("ed")
        && let Some(adverb) = i.checked_sub(1).filter(|b| is_manner(tokens.word(*b)))
        && adverb.checked_sub(1).is_some_and(|a| is_article(tokens.word(a)))
    {
        return false;
    }
    if is_verb_by_place(tokens, i, word) {
        return true;
    }
    let regular = (word.len() > 4 && word.ends_with("ed")
        || matches!(word, "used" | "owed" | "lied" | "tied" | "sued" | "vied"))
        && !tokens.capital(i);
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
                    | "no"
            )
        })
}

/// What “by” tells the doer of behind a comma, and never by how much: “increased by 12%” is no such word.
fn is_led(word: &str) -> bool {
    matches!(
        word,
        "followed"
            | "headed"
            | "joined"
            | "backed"
            | "fuelled"
            | "fueled"
            | "caused"
            | "supported"
            | "funded"
            | "accompanied"
            | "owned"
            | "chaired"
            | "hosted"
            | "preceded"
            | "prompted"
            | "sparked"
            | "triggered"
            | "inspired"
    )
}

/// Adverbs that stand before a participle within a noun phrase.
fn is_manner(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ly") || matches!(word, "long" | "well" | "once" | "much" | "so")
}

/// Whether “that” at token `i` joins a clause to what is before it: a “That” which begins a sentence, or stands before its
/// verb, is a subject (“that would cut 500 jobs”, “that’s more than any other”).
pub(crate) fn is_joining_that(tokens: &Tokens<'_>, i: usize) -> bool {
    tokens.word(i) == "that"
        && !tokens.capital(i)
        && !is_finite(tokens, i + 1)
        && !is_time_noun(tokens, i + 1)
        && !matches!(tokens.word(i + 1), "'s" | "’s" | "'d" | "’d" | "'ll" | "’ll")
}

/// “Lee said that would cost jobs”, “said that year 40 left”: whether “that” at `i` is what the clause speaks of.
pub(crate) fn is_pronoun_that(tokens: &Tokens<'_>, i: usize) -> bool {
    let next = tokens.word(i + 1);
    tokens.word(i) == "that"
        && (is_auxiliary(next) && !tokens.capital(i + 1)
            || matches!(
                next,
                "'s" | "’s"
                    | "'d"
                    | "’d"
                    | "'ll"
                    | "’ll"
                    | "meant"
                    | "means"
                    | "made"
                    | "makes"
                    | "seems"
                    | "seemed"
            )
            || is_time_noun(tokens, i + 1))
}

/// “that year”, and not “that year-on-year inflation”.
fn is_time_noun(tokens: &Tokens<'_>, i: usize) -> bool {
    matches!(
        tokens.word(i),
        "year"
            | "month"
            | "week"
            | "day"
            | "night"
            | "morning"
            | "evening"
            | "afternoon"
            | "summer"
            | "winter"
            | "weekend"
            | "decade"
    ) && tokens.word(i + 1) != "-"
}

/// What no list knows: a word right behind “they”, or one in “-s” between a noun and an article (“the screen shows the”).
fn is_verb_by_place(tokens: &Tokens<'_>, i: usize, word: &str) -> bool {
    if matches!(word, "cut" | "set" | "quit" | "cost" | "shed" | "let" | "hurt") {
        return is_bare_past(tokens, i);
    }
    // “Acme plans to cut”
    if matches!(
        word,
        "plans" | "aims" | "offers" | "pledges" | "promises" | "vows" | "prepares" | "tries" | "moves"
    ) {
        return tokens.word(i + 1) == "to"
            && i.checked_sub(1).is_some_and(|b| {
                tokens.capital(b) || matches!(tokens.word(b), "he" | "she" | "it" | "also")
            });
    }
    if tokens.capital(i) || word.len() < 4 || is_function(word) || is_opening_adverb(word) {
        return false;
    }
    let Some(before) = i.checked_sub(1) else { return false };
    // “it "tramples on local democracy"”
    let before =
        if matches!(tokens.word(before), "\"" | "“" | "``") && before > 0 { before - 1 } else { before };
    if is_base(tokens, i, word) {
        return is_many(tokens, before);
    }
    let third =
        word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is");
    match tokens.word(before) {
        "they" | "we" => {
            !word.ends_with("ly")
                && !word.ends_with("ing")
                && !word.ends_with("selves")
                && !matches!(
                    word,
                    "both" | "each" | "once" | "never" | "ever" | "often" | "always" | "even" | "just"
                )
        }
        // “it also cuts opening hours”, and not “there are also concerns”
        "also" if before.checked_sub(1).is_some_and(|b| is_finite_listed(tokens.word(b))) => false,
        "he" | "she" | "it" | "who" | "which" | "also" => {
            third && !matches!(word, "always" | "perhaps" | "sometimes")
        }
        noun => {
            third
                && tokens.is(before, Kind::Word)
                && !is_function(noun)
                && !is_preposition(noun)
                && !noun.ends_with("ing")
                && noun.len() > 2
                && !matches!(tokens.word(before), "’s" | "'s" | "all" | "both")
                && !is_finite_listed(noun)
                && matches!(tokens.word(i + 1), "the" | "a" | "an" | "its" | "their" | "his" | "her")
                && !matches!(
                    word,
                    "times"
                        | "years"
                        | "months"
                        | "weeks"
                        | "days"
                        | "hours"
                        | "minutes"
                        | "points"
                        | "percents"
                        | "thus"
                        | "perhaps"
                        | "besides"
                        | "always"
                        | "sometimes"
                        | "towards"
                        | "afterwards"
                        | "across"
                )
        }
    }
}

/// Present forms without “s”, of verbs that are seldom nouns or whose object begins with an article.
fn is_base(tokens: &Tokens<'_>, i: usize, word: &str) -> bool {
    match word {
        "contain" | "receive" | "employ" | "consist" | "exist" | "belong" | "require" | "represent"
        | "believe" | "argue" | "oppose" | "earn" | "operate" | "provide" | "own" | "generate"
        | "attract" | "occupy" => true,
        "fear" | "hope" | "expect" | "face" | "support" | "want" | "need" => {
            matches!(tokens.word(i + 1), "the" | "a" | "an" | "that" | "to" | "their") && word != "support"
                || matches!(tokens.word(i + 1), "the" | "a" | "their")
        }
        _ => false,
    }
}

/// Whether the noun at `i` tells of several, so that a bare form behind it is its verb.
fn is_many(tokens: &Tokens<'_>, i: usize) -> bool {
    let word = tokens.word(i);
    let plural = word.len() > 3
        && word.ends_with('s')
        && !(word.ends_with("ss") || word.ends_with("us") || word.ends_with("is"))
        || matches!(
            word,
            "they"
                | "we"
                | "you"
                | "people"
                | "men"
                | "women"
                | "children"
                | "police"
                | "staff"
                | "many"
                | "most"
                | "some"
                | "who"
                | "which"
        );
    let joined = i >= 2 && tokens.word(i - 1) == "and" && tokens.is(i, Kind::Word);
    tokens.is(i, Kind::Word) && (plural || joined) && !is_finite_listed(word)
}

/// “the firm cut 500 jobs”: a past that looks like the noun, with its object behind it.
fn is_bare_past(tokens: &Tokens<'_>, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    let word = tokens.word(before);
    tokens.is(before, Kind::Word)
        && !is_preposition(word)
        && !is_article(word)
        && (!is_function(word) || matches!(word, "it" | "he" | "she" | "they" | "we" | "i" | "who" | "which"))
        && !is_finite_listed(word)
        && (tokens.is(i + 1, Kind::Number)
            || matches!(tokens.word(i + 1), "$" | "£" | "€")
            || matches!(tokens.word(i + 1), "its" | "their" | "his" | "her" | "the" | "a"))
}

/// Whether a word is a finite verb wherever it stands.
fn is_finite_listed(word: &str) -> bool {
    is_auxiliary(word)
        || is_irregular_past(word)
        || is_present(word)
        || word.ends_with("ed")
        || word.ends_with("ly")
}

/// Whether a range of tokens has a finite verb; looks at no more than 60 of them.
pub(crate) fn has_finite(tokens: &Tokens<'_>, range: Range<usize>) -> bool {
    range.take(60).any(|i| is_finite(tokens, i))
}
