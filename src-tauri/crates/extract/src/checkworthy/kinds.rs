//! Words that foretell, and what makes an event, a comparison or a cause.

use std::ops::Range;

use super::seen::is_comparison;
use crate::tokens::{Kind, Tokens};
use crate::verbs::{
    has_finite, is_article, is_auxiliary, is_declining, is_finite, is_irregular_past, is_negative,
    is_preposition,
};

/// No more tokens than this are read of any stretch.
pub(super) const LONGEST: usize = 120;

/// Whether a stretch says what is to come: “is due in May”, “could kill”, “Biden to visit Kyiv”. A plan that is made
/// (“plans to cut”) is no prediction: that it is made can be checked.
pub(crate) fn foretells(tokens: &Tokens<'_>, range: &Range<usize>, headline: bool, reported: bool) -> bool {
    let end = range.end.min(range.start + LONGEST);
    let verbless = headline && !has_finite(tokens, range.start..end);
    // What a relative clause says of its noun is not what the stretch says.
    let relative = (range.start..end).find(|k| matches!(tokens.word(*k), "which" | "who" | "where"));
    (range.start..relative.unwrap_or(end)).any(|i| {
        let before = i.checked_sub(1).filter(|b| *b >= range.start).map_or("", |b| tokens.word(b));
        let next = tokens.word(i + 1);
        let said = match tokens.word(i) {
            "could" | "may" | "might" if tokens.is(i + 1, Kind::Word) && is_finite(tokens, i) => {
                // “could have killed” and “could not find” are past.
                !matches!(next, "have" | "not" | "only" | "no") && !tokens.capital(i + 1) && i > range.start
            }
            // “The agency expects the toll to rise”, “expects profit of £3m”
            "expects" => true,
            "expect" => {
                before != "to"
                    && !is_negative(before)
                    && (i + 1..end.min(i + 14)).any(|k| matches!(tokens.word(k), "to" | "that" | "will"))
            }
            // “Results are expected in 2026”, “is unlikely to do so”
            "expected" | "likely" | "unlikely" => {
                let when = matches!(
                    next,
                    "in" | "on"
                        | "by"
                        | "at"
                        | "next"
                        | "this"
                        | "later"
                        | "within"
                        | "before"
                        | "soon"
                        | "to"
                );
                when && matches!(
                    before,
                    "is" | "are" | "’s" | "'s" | "not" | "now" | "still" | "looks" | "seems"
                )
            }
            // “should be restored by midnight”
            "should" => {
                (i + 1..end.min(i + 4)).any(|k| is_coming_back(tokens.word(k)))
                    && (i + 2..end)
                        .any(|k| matches!(tokens.word(k), "by" | "within" | "before" | "at" | "in"))
            }
            // “operators would do better”; “would not comment” and “would have won” are past.
            "would" => {
                // “We always knew the cities would count first”
                let looked = |k: usize| {
                    matches!(tokens.word(k), "knew" | "thought" | "believed" | "feared" | "promised")
                };
                // “It would, unless it is amended, allow …”
                let aside = next == "," && (i + 2..end.min(i + 14)).any(|k| tokens.word(k) == ",");
                // “said the roads would not cope” foretells; “would not comment” refuses, as “the engine would not start” does.
                let never = reported
                    && matches!(next, "not" | "never")
                    && !is_declining(tokens, i + 2)
                    && tokens.word(i + 2) != "have";
                (tokens.is(i + 1, Kind::Word) || aside)
                    && (never || !is_refusal(next))
                    && !(range.start..i).any(looked)
            }
            "due" => {
                let soon = matches!(
                    next,
                    "in" | "on" | "by" | "next" | "this" | "later" | "tomorrow" | "out" | "at"
                );
                soon && (matches!(before, "is" | "are" | "not" | "now") || verbless)
            }
            "set" | "poised" | "scheduled" | "forecast" | "projected" | "bound" | "tipped" => {
                let to = matches!(next, "to" | "for");
                to && (matches!(before, "is" | "are" | "looks" | "look" | "seem" | "seems") || verbless)
            }
            "course" | "track" if before == "on" => matches!(next, "to" | "for"),
            // “Biden to visit Kyiv”
            "to" => {
                verbless
                    && i > range.start
                    && (range.start..i).all(|k| tokens.capital(k))
                    && tokens.is(i - 1, Kind::Word)
                    && !is_preposition(before)
                    && tokens.is(i + 1, Kind::Word)
                    && !tokens.capital(i + 1)
                    && !is_article(next)
                    && !next.ends_with('s')
                    && !matches!(
                        before,
                        "call"
                            | "calls"
                            | "bid"
                            | "plan"
                            | "plans"
                            | "attempt"
                            | "program"
                            | "right"
                            | "way"
                            | "deal"
                    )
            }
            _ => false,
        };
        said && !is_under(tokens, range.start, i)
    })
}

/// Whether what stands at `i` is said of a noun in passing, or asked: “which will enrol 400 children”, “whether he would stay”.
fn is_under(tokens: &Tokens<'_>, from: usize, i: usize) -> bool {
    let Some(at) = (from + 1..i).rev().find(|k| {
        matches!(tokens.word(*k), "which" | "who" | "whose" | "where" | "whether" | "how" | "why" | "what")
    }) else {
        return false;
    };
    // Behind the comma that ends it the clause goes on.
    let closed = tokens.word(at - 1) == "," && (at + 1..i).any(|k| tokens.word(k) == ",");
    !closed
}

/// Whether a word of foretelling foretells: not “cut its profit forecast”, nor “the trial, which will enrol 400, is the largest”.
pub(crate) fn is_foretold(tokens: &Tokens<'_>, range: &Range<usize>) -> bool {
    let end = range.end.min(range.start + LONGEST);
    let mut any = false;
    for i in range.start..end {
        let (word, next) = (tokens.word(i), tokens.word(i + 1));
        let trigger = matches!(word, "will" | "shall" | "forecast" | "predicts" | "predicted" | "foresee");
        if trigger {
            any = true;
            let before = i.checked_sub(1).map_or("", |b| tokens.word(b));
            let noun = word == "forecast" && !is_auxiliary(before) && !is_object(tokens, i + 1, next);
            let name =
                word == "will" && (is_article(before) || matches!(before, "his" | "her" | "their" | "of"));
            if !(noun || name || is_under(tokens, range.start, i)) {
                return true;
            }
        }
    }
    !any
}

/// Whether the words at `at` are what a verb before them is about.
fn is_object(tokens: &Tokens<'_>, at: usize, word: &str) -> bool {
    is_article(word)
        || matches!(word, "that" | "$" | "£" | "€" | "to" | "it" | "growth" | "profit")
        || tokens.is(at, Kind::Number)
}

/// What a service does again after it failed: of such a thing “should” foretells.
pub(super) fn is_coming_back(word: &str) -> bool {
    matches!(
        word,
        "reconnected"
            | "restored"
            | "completed"
            | "finished"
            | "ready"
            | "open"
            | "reopen"
            | "reopened"
            | "resume"
            | "arrive"
            | "back"
            | "repaired"
            | "known"
            | "clear"
    )
}

/// Whether nothing but “due to” a cause makes a stretch look like a prediction: “due to the storm”, not “was due to fly”.
pub(crate) fn is_due_to_cause(tokens: &Tokens<'_>, range: &Range<usize>) -> bool {
    let end = range.end.min(range.start + LONGEST);
    let cause = |i: usize| {
        let word = tokens.word(i + 2);
        tokens.follows(i, &["due", "to"])
            && (is_article(word)
                || tokens.capital(i + 2)
                || word.ends_with("ing")
                || word.ends_with('s')
                || matches!(
                    word,
                    "poor" | "high" | "low" | "bad" | "heavy" | "lack" | "human" | "climate" | "concerns"
                )
                || !tokens.word(i.wrapping_sub(1)).is_empty()
                    && i > range.start
                    && !matches!(
                        tokens.word(i - 1),
                        "is" | "are" | "was" | "were" | "be" | "been" | "not" | "now" | "also"
                    ))
    };
    let other = |i: usize| {
        matches!(tokens.word(i), "will" | "shall" | "forecast" | "predicted" | "likely" | "expected")
    };
    (range.start..end).any(cause) && !(range.start..end).any(other)
}

/// “would not comment”, “would have won”, “would like”: no saying what is to come.
fn is_refusal(next: &str) -> bool {
    matches!(
        next,
        "not" | "have" | "only" | "like" | "never" | "often" | "always" | "rather" | "you" | "say" | "then"
    )
}

/// Whether something is told to have happened: a past that is none of “was” alone, as in “was no longer safe”.
pub(crate) fn happens(tokens: &Tokens<'_>, range: &Range<usize>) -> bool {
    let end = range.end.min(range.start + LONGEST);
    (range.start..end).any(|i| {
        let word = tokens.word(i);
        if !is_finite(tokens, i) || is_auxiliary(word) {
            return false;
        }
        let state = matches!(
            word,
            "remained"
                | "seemed"
                | "stood"
                | "lay"
                | "knew"
                | "believed"
                | "wanted"
                | "needed"
                | "belonged"
                | "owned"
                | "meant"
                | "felt"
                | "thought"
                | "understood"
                | "existed"
        );
        let past = word.len() > 4 && word.ends_with("ed") || is_irregular_past(word);
        // “is convinced”, “are needed” tell how it is.
        let near = i.saturating_sub(3).max(range.start)..i;
        let present =
            near.clone().any(|k| matches!(tokens.word(k), "is" | "are" | "am" | "’s" | "'s" | "be"));
        let perfect = near.clone().any(|k| matches!(tokens.word(k), "has" | "have" | "had" | "been"));
        past && !state && (!present || perfect)
    })
}

/// “Council closes pool after floods”: a headline tells in the present what has happened, “Labour leads in polls” how things are.
pub(crate) fn is_news(tokens: &Tokens<'_>, range: &Range<usize>) -> bool {
    let end = range.end.min(range.start + LONGEST);
    let verb = (range.start + 1..end).find(|i| is_finite(tokens, *i) && !tokens.capital(*i));
    verb.is_some_and(|i| {
        matches!(
            tokens.word(i),
            "closes"
                | "opens"
                | "wins"
                | "loses"
                | "kills"
                | "launches"
                | "announces"
                | "dies"
                | "quits"
                | "resigns"
                | "bans"
                | "buys"
                | "sells"
                | "signs"
                | "rises"
                | "falls"
                | "arrests"
                | "rejects"
                | "approves"
                | "sinks"
                | "crashes"
                | "raises"
                | "cuts"
                | "backs"
                | "denies"
                | "admits"
        )
    })
}

/// Whether a comparison is more than a count: not “twice in 2019”, “the first yellow card”, “at the busiest port”.
pub(crate) fn compares(tokens: &Tokens<'_>, range: &Range<usize>) -> bool {
    let end = range.end.min(range.start + LONGEST);
    let verb = (range.start..end).find(|i| is_finite(tokens, *i)).unwrap_or(range.start);
    (range.start..end).any(|i| {
        let (word, next) = (tokens.word(i), tokens.word(i + 1));
        if !is_comparison(word, next) {
            return false;
        }
        match word {
            "twice" => matches!(next, "as" | "the" | "that" | "its"),
            "the" if matches!(next, "first" | "second" | "third") => {
                (i + 2..end.min(i + 10)).take_while(|k| !is_finite(tokens, *k)).any(|k| {
                    let of = tokens.word(k);
                    matches!(of, "since" | "to" | "ever" | "in" | "time" | "of" | "who" | "-")
                        || of.len() > 5 && of.ends_with("est")
                })
            }
            _ if word.ends_with("est") && i < verb => {
                !(i.saturating_sub(4).max(range.start)..i).any(|k| is_preposition(tokens.word(k)))
            }
            _ => true,
        }
    })
}

/// Whether “due to”, which tells when, is all that looks like a cause: “is due to tour the area on Monday”.
pub(crate) fn is_due_to_happen(tokens: &Tokens<'_>, range: &Range<usize>) -> bool {
    let end = range.end.min(range.start + LONGEST);
    let due = (range.start..end).any(|i| tokens.follows(i, &["due", "to"]));
    let other = |i: usize| {
        matches!(
            tokens.word(i),
            "because"
                | "caused"
                | "causes"
                | "causing"
                | "prompted"
                | "triggered"
                | "thanks"
                | "blamed"
                | "led"
                | "owing"
                | "leading"
                | "result"
                | "resulting"
        )
    };
    due && !is_due_to_cause(tokens, range) && !(range.start..end).any(other)
}
