//! Whether a date lies ahead, by the verbs around it.

use std::ops::Range;

use crate::tokens::{Kind, Tokens};
use crate::verbs::{is_article, is_declining};

/// Whether the words around token `i` speak of the future.
pub(super) fn is_future(tokens: &Tokens<'_>, i: usize, sentence: &Range<usize>) -> bool {
    let verb = |at: usize| -> Option<bool> {
        let word = tokens.word(at);
        match word {
            "will" | "shall" | "'ll" | "’ll" | "won’t" | "won't" | "expected" | "expects" | "plans"
            | "scheduled" | "planned" | "upcoming" | "hopes" | "intends" | "looms" => Some(true),
            // “had paid all wages due up to April 30” tells of what was owed.
            "due" => (tokens.word(at + 1) != "up").then_some(true),
            // “Rovers travel to Athletic on Tuesday”, “Leeds host Derby”: what is fixed to happen, in the present.
            _ if is_fixture(tokens, at, sentence) => Some(true),
            // What a timetable says in the present: “the strike begins on Monday”, “takes effect on April 1”.
            "begins" | "begin" | "starts" | "ends" | "opens" | "resumes" | "resume" | "applies"
            | "expires" | "closes"
                if !tokens.capital(at) =>
            {
                Some(true)
            }
            "takes" | "comes" | "come" | "take"
                if matches!(tokens.word(at + 1), "effect" | "into" | "place") =>
            {
                Some(true)
            }
            "set" if tokens.word(at + 1) == "for" => Some(true),
            // “Voters go to the polls on Thursday”, “a warning is in force until noon”
            "go" | "goes" if tokens.follows(at + 1, &["on", "sale"]) => Some(true),
            "go" | "goes" | "head" | "heads" if tokens.follows(at + 1, &["to", "the", "polls"]) => Some(true),
            "is" | "are" if tokens.follows(at + 1, &["in", "force"]) => Some(true),
            // “They are to appear in court on 28 May”
            "is" | "are" if tokens.word(at + 1) == "to" && is_plain_word(tokens, at + 2) => Some(true),
            // “would not be drawn” refuses, and so does “the engine would not start”; “said she would not play her” looks ahead.
            "would"
                if tokens.word(at + 1) == "not"
                    && (is_declining(tokens, at + 2)
                        || !(sentence.start.max(at.saturating_sub(6))..at)
                            .any(|k| matches!(tokens.word(k), "said" | "says" | "told" | "warned"))) =>
            {
                None
            }
            // “could rule in May”, but not “could have ruled in May”.
            "could" | "would" | "may" | "might" | "must" | "should"
                if !tokens.capital(at) && !(1..=2).any(|n| is_perfect(tokens, at + n)) =>
            {
                Some(true)
            }
            "likely" | "unlikely" if tokens.word(at + 1) == "to" && tokens.word(at + 2) != "have" => {
                Some(true)
            }
            // “can go clear if they win on Tuesday”
            "can" if is_plain_word(tokens, at + 1) && tokens.word(at + 1) != "be" => Some(true),
            // “Polling day is 6 June”, “are at home to Tilbrook on Wednesday”
            "is" | "are"
                if at + 1 == i && tokens.is(i, Kind::Number) || tokens.follows(at + 1, &["at", "home"]) =>
            {
                Some(true)
            }
            // “could be held on Tuesday”: when is told by what stands before.
            _ if at > sentence.start && tokens.word(at - 1) == "be" => None,
            // “will have a meeting in two weeks”
            "has" | "have"
                if matches!(tokens.word(at.saturating_sub(1)), "will" | "to" | "shall" | "would") =>
            {
                None
            }
            "was" | "were" | "had" | "did" | "said" | "has" | "have" | "met" | "told" | "made" | "came"
            | "began" | "went" | "fell" | "rose" | "took" | "found" | "won" | "lost" | "held" | "led"
            | "became" | "since" | "ago" | "saw" | "gave" | "got" | "died" => Some(false),
            _ if word.ends_with("’ll") || word.ends_with("'ll") => Some(true),
            _ if word.len() > 4 && word.ends_with("ed") && !tokens.capital(at) => Some(false),
            _ => None,
        }
    };
    // “until mid-October”, “closed the road until 6 a.m. on Monday”
    let part = |k: usize| {
        tokens.is(k, Kind::Number)
            || matches!(
                tokens.word(k),
                "mid"
                    | "early"
                    | "late"
                    | "-"
                    | "on"
                    | "a.m."
                    | "p.m."
                    | "am"
                    | "pm"
                    | ":"
                    | "."
                    | "noon"
                    | "midnight"
            )
    };
    let first = (sentence.start..i).rev().take(7).take_while(|k| part(*k)).last().unwrap_or(i);
    let clock = (first..i).any(|k| !matches!(tokens.word(k), "mid" | "early" | "late" | "-"));
    let given = first > sentence.start + 1 && matches!(tokens.word(first - 2), "had" | "has" | "have");
    if first > sentence.start
        && first < i
        && (clock || given)
        && matches!(tokens.word(first - 1), "until" | "till" | "by")
    {
        return true;
    }
    // “adjourned the hearing to Monday”
    let moved = |k: usize| {
        matches!(tokens.word(k), "adjourned" | "postponed" | "delayed" | "deferred" | "rescheduled")
    };
    if i > sentence.start
        && tokens.word(i).ends_with("day")
        && tokens.word(i - 1) == "to"
        && (sentence.start.max(i.saturating_sub(8))..i).any(moved)
    {
        return true;
    }
    if let Some(before) = i.checked_sub(1).filter(|b| *b >= sentence.start) {
        match tokens.word(before) {
            "until" | "till" | "by" | "coming" => return true,
            "since" => return false,
            // “can buy from Friday”
            "from"
                if (sentence.start.max(before.saturating_sub(8))..before)
                    .any(|k| tokens.word(k) == "can") =>
            {
                return true;
            }
            // “voted to raise the tax from April”
            "from" if is_resolved(tokens, before, sentence) => return true,
            // “between now and 21 May”
            "and" if before > sentence.start && tokens.word(before - 1) == "now" => return true,
            _ => {}
        }
    }
    let back = (sentence.start.max(i.saturating_sub(20))..i).rev().find_map(verb);
    // “Asked on Wednesday, he would not be drawn”: a “would” behind tells nothing of the day.
    let told = |k: usize| {
        verb(k).filter(|ahead| !(*ahead && matches!(tokens.word(k), "would" | "could" | "might" | "should")))
    };
    back.or_else(|| (i..sentence.end.min(i + 12)).find_map(told)).unwrap_or_else(|| {
        // A headline's “to close on Friday”.
        (sentence.start..i.min(sentence.start + 12))
            .any(|k| tokens.word(k) == "to" && k + 1 < i && is_plain_word(tokens, k + 1))
            && i - sentence.start < 14
    })
}

/// “have ruled”, and not “have a scan”.
fn is_perfect(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.word(at) == "have"
        && !is_article(tokens.word(at + 1))
        && !matches!(tokens.word(at + 1), "to" | "his" | "her" | "their" | "its" | "no" | "another")
}

/// Whether the word at `at` is a present that tells of a fixture: behind a name or a plural, with where or whom behind it.
fn is_fixture(tokens: &Tokens<'_>, at: usize, sentence: &Range<usize>) -> bool {
    let verb = matches!(
        tokens.word(at),
        "travel"
            | "travels"
            | "host"
            | "hosts"
            | "face"
            | "faces"
            | "visit"
            | "visits"
            | "meet"
            | "meets"
            | "play"
            | "plays"
            | "return"
            | "returns"
            | "fly"
            | "flies"
    );
    if !verb || tokens.capital(at) || at <= sentence.start {
        return false;
    }
    let before = at - 1;
    let subject = tokens.capital(before)
        || matches!(tokens.word(before), "they" | "we" | "he" | "she" | "who")
        || tokens.word(before).len() > 3 && tokens.word(before).ends_with('s');
    let next = tokens.word(at + 1);
    let object = tokens.capital(at + 1)
        || matches!(
            next,
            "to" | "in" | "at" | "the" | "home" | "their" | "with" | "re" | "election" | "trial"
        );
    subject && object && tokens.is(before, Kind::Word)
}

/// “voted to raise the tax” before token `i`: what was resolved is still to be done.
fn is_resolved(tokens: &Tokens<'_>, i: usize, sentence: &Range<usize>) -> bool {
    let from = sentence.start.max(i.saturating_sub(30));
    let to = (from..i).rev().find(|k| tokens.word(*k) == "to" && k + 1 < i && is_plain_word(tokens, k + 1));
    to.is_some_and(|to| {
        (from.max(to.saturating_sub(10))..to).any(|k| {
            matches!(
                tokens.word(k),
                "voted"
                    | "agreed"
                    | "decided"
                    | "resolved"
                    | "pledged"
                    | "promised"
                    | "vowed"
                    | "proposed"
                    | "proposes"
                    | "agree"
                    | "vote"
                    | "decide"
                    | "promises"
                    | "pledges"
                    | "vows"
                    | "proposal"
                    | "plan"
            )
        })
    })
}

/// Whether a verb may stand at `i`: of “in the year to the end of February” and “to February” none does.
fn is_plain_word(tokens: &Tokens<'_>, i: usize) -> bool {
    let word = tokens.word(i);
    tokens.is(i, Kind::Word)
        && !tokens.capital(i)
        && !matches!(
            word,
            "the"
                | "a"
                | "an"
                | "its"
                | "his"
                | "her"
                | "their"
                | "this"
                | "that"
                | "end"
                | "early"
                | "late"
                | "mid"
        )
}
