//! Words that judge or bid: what no source can ever settle.

use std::ops::Range;

use super::kinds::{LONGEST, is_coming_back};
use crate::tokens::{Kind, Tokens};
use crate::verbs::{is_article, is_finite, is_preposition};

/// Whether a stretch judges, whatever figures are in it: “should be 20mph”, “is too high”, “is the best striker”.
pub(crate) fn judges(tokens: &Tokens<'_>, range: &Range<usize>) -> bool {
    let end = range.end.min(range.start + LONGEST);
    let copula = |i: usize| {
        (i.saturating_sub(5).max(range.start)..i).any(|k| {
            matches!(
                tokens.word(k),
                "is" | "are" | "was" | "were" | "be" | "been" | "am" | "’s" | "'s" | "remains"
            )
        })
    };
    if is_bidding(tokens, range) {
        return true;
    }
    (range.start..end).any(|i| {
        let next = tokens.word(i + 1);
        match tokens.word(i) {
            // “should you”, “should have arrived” is no judgement for sure.
            "should" | "ought" => {
                i > range.start
                    && next != "have"
                    && !(i + 1..i + 3).any(|k| is_coming_back(tokens.word(k)))
                    && !(range.start..i).any(|k| tokens.word(k) == "that")
            }
            // “has gone too far”
            "gone" | "goes" | "went" | "go" if tokens.follows(i + 1, &["too", "far"]) => true,
            // “We deserved it”
            "deserve" | "deserves" | "deserved" => {
                i > range.start && !(range.start..i).any(|k| tokens.word(k) == "that")
            }
            // “We cannot go on pretending”, “It is time to act”
            "cannot" | "can’t" | "can't" => tokens.follows(i + 1, &["go", "on"]),
            "time" => {
                matches!(next, "to" | "for" | "that")
                    && i == range.start + 2
                    && tokens.word(range.start) == "it"
                    && copula(i)
            }
            // “The best way to build is to free up land”
            "way" | "thing" | "hope" | "option" | "solution" | "answer" | "argument" | "idea" => {
                i < range.start + 4
                    && (range.start..i)
                        .any(|k| matches!(tokens.word(k), "best" | "worst" | "greatest" | "right"))
            }
            // “Mining on land is worse.”
            "worse" | "better" => {
                i + 1 == end
                    && matches!(tokens.word(i.wrapping_sub(1)), "is" | "are" | "be" | "far" | "much")
                    && copula(i)
            }
            // “too old to drive” can be looked up.
            "too" => {
                let scale =
                    tokens.is(i + 1, Kind::Word) && !is_preposition(next) && !is_finite(tokens, i + 1);
                let measured = (i + 2..i + 4).any(|k| tokens.word(k) == "to");
                scale && !measured && copula(i)
            }
            "best" | "worst" | "greatest" | "finest" => {
                let known = (i + 1..end).any(|k| {
                    matches!(
                        tokens.word(k),
                        "since"
                            | "record"
                            | "years"
                            | "decades"
                            | "history"
                            | "ever"
                            | "selling"
                            | "known"
                            | "paid"
                            | "month"
                            | "year"
                            | "performance"
                            | "result"
                            | "results"
                            | "level"
                            | "levels"
                            | "score"
                            | "performing"
                            | "affected"
                            | "hit"
                    ) || tokens.is(k, Kind::Number)
                });
                let the = tokens.word(i.wrapping_sub(1)) == "the" && i > range.start;
                the && copula(i) && next != "-" && tokens.is(i + 1, Kind::Word) && !known
            }
            // “It is, frankly, a disgrace”
            "disgrace" | "scandal" | "shambles" | "outrage" | "farce" | "travesty" | "nonsense"
            | "insult" | "shame" | "clown" | "fool" | "joke" | "coward" | "betrayal" | "mess"
            | "vandalism" | "madness" | "folly" | "lunacy" | "hypocrisy" | "disaster" | "liar" => {
                let article = i > range.start
                    && (i.saturating_sub(3).max(range.start)..i)
                        .any(|k| matches!(tokens.word(k), "a" | "an"));
                let mass = matches!(
                    tokens.word(i),
                    "nonsense" | "vandalism" | "madness" | "folly" | "lunacy" | "hypocrisy"
                );
                let right = i > range.start
                    && (matches!(
                        tokens.word(i - 1),
                        "is" | "are"
                            | "was"
                            | "were"
                            | "be"
                            | "been"
                            | "’s"
                            | "'s"
                            | "“"
                            | "\""
                            | "``"
                            | "‘"
                            | "pure"
                            | "complete"
                            | "utter"
                            | "sheer"
                            | "total"
                            | "absolute"
                    ) || tokens.word(i - 1).ends_with("ly"));
                (article || mass && right) && copula(i) && !tokens.is(i + 1, Kind::Word)
            }
            // “The red card was harsh”
            "harsh" | "stupid" | "foolish" | "cruel" | "brilliant" | "fantastic" | "amazing"
            | "magnificent" | "dreadful" | "appalling" | "awful" | "horrible" | "pathetic" | "scandalous"
            | "disgusting" | "heartless" | "cowardly" | "immoral" | "indefensible" | "inexcusable"
            | "unforgivable" | "laughable" | "farcical" | "superb" | "excellent" | "marvellous"
            | "incredible" | "sensational" | "naive" | "misguided" | "cynical" | "insane" | "crazy"
            | "hypocritical" | "heartbreaking" | "shocking" | "callous" | "reckless" | "shameful" => {
                copula(i) && !tokens.is(i + 1, Kind::Word)
            }

            "frankly" => copula(i),
            // “I doubt it”, “What we need is honesty”
            "doubt" => i > range.start && matches!(tokens.word(i - 1), "i" | "we"),
            "need" => {
                i == range.start + 2
                    && tokens.word(range.start) == "what"
                    && matches!(tokens.word(i + 1), "is" | "are")
            }
            _ => false,
        }
    })
}

/// “Consider the facts”, “Let’s compare them”, “Do not travel”: words that bid somebody do something state nothing.
fn is_bidding(tokens: &Tokens<'_>, range: &Range<usize>) -> bool {
    let next = tokens.word(range.start + 1);
    match tokens.word(range.start) {
        "let’s" | "let's" | "please" | "don’t" | "don't" => true,
        "let" => matches!(next, "us" | "me" | "them" | "him" | "her" | "’s" | "'s" | "the"),
        "do" => next == "not",
        "consider" | "imagine" | "remember" | "forget" | "look" | "ask" | "tell" | "listen" | "give"
        | "take" | "stop" | "keep" | "think" | "join" | "vote" | "end" => {
            is_article(next)
                || matches!(
                    next,
                    "it" | "this"
                        | "that"
                        | "these"
                        | "those"
                        | "them"
                        | "him"
                        | "her"
                        | "us"
                        | "me"
                        | "your"
                        | "at"
                        | "to"
                        | "about"
                        | "what"
                        | "how"
                        | "for"
                )
        }
        _ => false,
    }
}
