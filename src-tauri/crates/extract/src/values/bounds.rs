//! Words that bound or blur the amount after them: “more than”, “up to”, “about”; and those that only look so.

use assay_model::value::Modifier;

use super::numbers;
use crate::tokens::{Kind, Tokens};

/// Whether a bound may begin with this word: asked of every word of a text, so before the phrases are gone through.
fn may_bound(word: &str) -> bool {
    matches!(
        word,
        "no" | "not"
            | "just"
            | "slightly"
            | "well"
            | "less"
            | "fewer"
            | "lower"
            | "more"
            | "greater"
            | "higher"
            | "upwards"
            | "in"
            | "up"
            | "as"
            | "at"
            | "close"
            | "an"
            | "under"
            | "below"
            | "over"
            | "above"
            | "some"
            | "about"
            | "around"
            | "roughly"
            | "approximately"
            | "nearly"
            | "almost"
            | "circa"
            | "estimated"
            | "c"
            | "ca"
    )
}

/// Words that bound or blur the number after them, and how many they are.
pub(super) fn at(tokens: &Tokens<'_>, i: usize) -> Option<(Modifier, usize)> {
    const PHRASES: [(&[&str], Modifier); 33] = [
        (&["no", "more", "than"], Modifier::AtMost),
        (&["not", "more", "than"], Modifier::AtMost),
        (&["no", "less", "than"], Modifier::AtLeast),
        (&["no", "fewer", "than"], Modifier::AtLeast),
        (&["just", "less", "than"], Modifier::LessThan),
        (&["slightly", "less", "than"], Modifier::LessThan),
        (&["slightly", "more", "than"], Modifier::MoreThan),
        (&["just", "under"], Modifier::LessThan),
        (&["just", "over"], Modifier::MoreThan),
        (&["well", "over"], Modifier::MoreThan),
        (&["less", "than"], Modifier::LessThan),
        (&["fewer", "than"], Modifier::LessThan),
        (&["lower", "than"], Modifier::LessThan),
        (&["more", "than"], Modifier::MoreThan),
        (&["greater", "than"], Modifier::MoreThan),
        (&["higher", "than"], Modifier::MoreThan),
        (&["upwards", "of"], Modifier::MoreThan),
        (&["in", "excess", "of"], Modifier::MoreThan),
        (&["up", "to"], Modifier::AtMost),
        (&["as", "much", "as"], Modifier::AtMost),
        (&["as", "many", "as"], Modifier::AtMost),
        (&["at", "most"], Modifier::AtMost),
        (&["at", "least"], Modifier::AtLeast),
        (&["close", "to"], Modifier::Approx),
        (&["an", "estimated"], Modifier::Approx),
        (&["under"], Modifier::LessThan),
        (&["below"], Modifier::LessThan),
        (&["over"], Modifier::MoreThan),
        (&["above"], Modifier::MoreThan),
        (&["some"], Modifier::Approx),
        (&["about"], Modifier::Approx),
        (&["around"], Modifier::Approx),
        (&["roughly"], Modifier::Approx),
    ];
    if !may_bound(tokens.word(i)) {
        return None;
    }
    if matches!(tokens.word(i), "approximately" | "nearly" | "almost" | "circa" | "estimated") {
        return Some((Modifier::Approx, 1));
    }
    if matches!(tokens.raw(i), "c" | "ca") && tokens.word(i + 1) == "." && tokens.is(i + 2, Kind::Number) {
        return Some((Modifier::Approx, 2));
    }
    // “over the next few months” is no bound.
    if tokens.word(i) == "over" && matches!(tokens.word(i + 1), "the" | "his" | "her" | "its" | "their") {
        return None;
    }
    // “cut by £14.2m over five years”: in the course of them.
    if tokens.word(i) == "over" && is_course(tokens, i) {
        return None;
    }
    if i > 0 && is_no_bound(tokens.word(i - 1), tokens.word(i)) {
        return None;
    }
    PHRASES.iter().find(|(words, _)| tokens.follows(i, words)).map(|(words, m)| (*m, words.len()))
}

/// “by 0.8 points over 24 weeks”: whether “over” at `i` tells how long something took that is told by a number before.
fn is_course(tokens: &Tokens<'_>, i: usize) -> bool {
    let length = (i + 1..i + 4).find(|k| {
        matches!(
            tokens.word(*k),
            "years"
                | "months"
                | "weeks"
                | "days"
                | "hours"
                | "decades"
                | "minutes"
                | "quarters"
                | "seasons"
                | "nights"
        )
    });
    let Some(length) = length else { return false };
    let number = tokens.is(i + 1, Kind::Number) || numbers::small(tokens.word(i + 1)).is_some();
    let before = i.checked_sub(1).map_or("", |b| tokens.word(b));
    // “The survey was done over five days”
    let spread = matches!(before, "done" | "spread" | "phased" | "conducted" | "staged");
    number
        && !matches!(tokens.word(length + 1), "old" | "ago" | "late")
        && !crate::verbs::is_preposition(before)
        && !crate::verbs::is_auxiliary(before)
        && !matches!(
            before,
            "lasted" | "took" | "takes" | "waited" | "spent" | "lived" | "worked" | "been" | "be" | "and"
        )
        && (spread
            || is_watched(tokens, i)
            || (i.saturating_sub(7)..i)
                .any(|k| tokens.is(k, Kind::Number) || numbers::small(tokens.word(k)).is_some_and(|n| n > 1)))
}

/// “studied patients over ten years”, “people’s habits over seven years”: whether the words before `i` tell of what is watched in
/// the course of time.
fn is_watched(tokens: &Tokens<'_>, i: usize) -> bool {
    (i.saturating_sub(4)..i).any(|k| {
        matches!(
            tokens.word(k),
            "studied"
                | "followed"
                | "tracked"
                | "monitored"
                | "observed"
                | "surveyed"
                | "habits"
                | "trends"
                | "changes"
        )
    })
}

/// “suing over two patents”, “children under four”: what is no bound of an amount behind such a word.
fn is_no_bound(before: &str, word: &str) -> bool {
    const DISPUTES: [&str; 18] = [
        "sue",
        "suing",
        "row",
        "dispute",
        "clash",
        "fight",
        "fought",
        "argu",
        "concern",
        "charged",
        "arrest",
        "question",
        "protest",
        "resign",
        "lawsuit",
        "critici",
        "investigat",
        "probe",
    ];
    match word {
        // “has gone up to 4.3%”: that is where it stands.
        "up" => matches!(
            before,
            "gone"
                | "went"
                | "goes"
                | "go"
                | "going"
                | "moved"
                | "edged"
                | "crept"
                | "shot"
                | "ticked"
                | "pushed"
                | "back"
        ),
        "over" => DISPUTES.iter().any(|d| before.starts_with(d)) && before != "rowing",
        "under" => {
            matches!(before, "children" | "child" | "kids" | "those" | "boys" | "girls" | "babies" | "pupils")
        }
        _ => false,
    }
}
