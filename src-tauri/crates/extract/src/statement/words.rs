//! Words that a title keeps, and those it does without.

use crate::claims::is_superlative;

pub(super) fn is_quote(word: &str) -> bool {
    matches!(word, "“" | "”" | "\"" | "``" | "''" | "‘" | "«" | "»")
}

pub(super) fn is_sign(word: &str) -> bool {
    matches!(word, "$" | "£" | "€" | "#")
}

/// Adjectives that end no title.
pub(super) fn is_common_adjective(word: &str) -> bool {
    matches!(
        word,
        "new"
            | "old"
            | "big"
            | "small"
            | "large"
            | "high"
            | "low"
            | "long"
            | "short"
            | "good"
            | "bad"
            | "great"
            | "major"
    )
}

/// Words for some of many.
pub(super) fn is_share(word: &str) -> bool {
    matches!(
        word,
        "many"
            | "some"
            | "most"
            | "one"
            | "several"
            | "all"
            | "members"
            | "two"
            | "three"
            | "four"
            | "five"
            | "six"
            | "seven"
            | "eight"
            | "nine"
            | "ten"
            | "both"
            | "none"
    )
}

/// Shares that keep their “of”.
pub(super) fn is_fraction(word: &str) -> bool {
    matches!(word, "third" | "quarter" | "fifth" | "tenth" | "half" | "majority" | "minority" | "average")
}

/// Words at the head of a subject or before a verb without which a title says the contrary.
pub(super) fn is_turning(word: &str) -> bool {
    matches!(
        word,
        "no" | "not"
            | "none"
            | "neither"
            | "few"
            | "fewer"
            | "only"
            | "hardly"
            | "barely"
            | "scarcely"
            | "never"
            | "nobody"
            | "nothing"
            | "almost"
            | "nearly"
            | "little"
            | "seldom"
            | "rarely"
    )
}

/// Small words that a title cannot do without.
pub(super) fn is_kept(word: &str) -> bool {
    matches!(
        word,
        "no" | "not"
            | "too"
            | "up"
            | "out"
            | "off"
            | "down"
            | "first"
            | "last"
            | "any"
            | "they"
            | "it"
            | "us"
            | "them"
            | "him"
            | "this"
            | "we"
            | "you"
    )
}

/// Words of degree and manner, which a title does without.
pub(super) fn is_degree(word: &str) -> bool {
    word.len() > 4
        && word.ends_with("ly")
        && !matches!(
            word,
            "early"
                | "family"
                | "supply"
                | "italy"
                | "monthly"
                | "daily"
                | "weekly"
                | "yearly"
                | "quarterly"
                | "only"
                | "reply"
                | "apply"
                | "rely"
                | "multiply"
                | "imply"
                | "comply"
                | "assembly"
                | "july"
                | "ally"
                | "rally"
                | "likely"
                | "unlikely"
                | "deadly"
                | "costly"
                | "friendly"
                | "elderly"
                | "barely"
                | "hardly"
                | "scarcely"
                | "nearly"
                | "rarely"
        )
        || matches!(
            word,
            "very"
                | "quite"
                | "rather"
                | "also"
                | "just"
                | "even"
                | "still"
                | "already"
                | "own"
                | "so"
                | "too"
                | "now"
                | "then"
        )
}

/// Nouns that say little without their “of”.
pub(super) fn is_open_noun(word: &str) -> bool {
    matches!(
        word,
        "part"
            | "lot"
            | "kind"
            | "sort"
            | "type"
            | "number"
            | "series"
            | "pair"
            | "couple"
            | "result"
            | "cause"
            | "lack"
            | "end"
            | "start"
            | "one"
            | "some"
            | "many"
            | "most"
            | "all"
            | "none"
            | "any"
            | "each"
            | "set"
            | "range"
            | "member"
            | "head"
            | "amount"
            | "share"
            | "rest"
            | "use"
            | "level"
            | "total"
            | "case"
            | "half"
            | "think"
            | "capable"
            | "guilty"
            | "full"
            | "aware"
    )
}

/// Adjectives without which a noun means something else: “former”, “alleged”, “second”, “highest”.
pub(super) fn is_telling_adjective(word: &str) -> bool {
    is_superlative(word)
        || is_turning(word)
        || matches!(
            word,
            "second"
                | "third"
                | "fourth"
                | "fifth"
                | "next"
                | "previous"
                | "same"
                | "other"
                | "another"
                | "different"
                | "record"
                | "former"
                | "late"
                | "alleged"
                | "suspected"
                | "fake"
                | "false"
                | "planned"
                | "proposed"
                | "possible"
                | "potential"
                | "failed"
                | "attempted"
                | "unlikely"
                | "likely"
                | "half"
                | "more"
                | "less"
                | "fewer"
                | "higher"
                | "lower"
                | "bigger"
                | "smaller"
                | "larger"
                | "better"
                | "worse"
                | "non"
                | "ex"
                | "anti"
                | "zero"
        )
}

/// Words that lead to a place or a bound, beside the prepositions.
pub(super) fn is_place_word(word: &str) -> bool {
    matches!(
        word,
        "below"
            | "above"
            | "amid"
            | "amidst"
            | "throughout"
            | "beyond"
            | "upon"
            | "behind"
            | "inside"
            | "outside"
    )
}

/// Words in “-ing” that are no verbs.
pub(super) fn is_including(word: &str) -> bool {
    matches!(word, "regarding" | "including" | "concerning" | "according" | "excluding" | "considering")
}

/// Words that an infinitive completes.
pub(super) fn wants_infinitive(word: &str) -> bool {
    matches!(
        word,
        "able"
            | "unable"
            | "willing"
            | "unwilling"
            | "likely"
            | "unlikely"
            | "due"
            | "ready"
            | "set"
            | "expected"
            | "going"
            | "forced"
            | "allowed"
            | "supposed"
            | "scheduled"
            | "poised"
            | "bound"
            | "about"
            | "free"
            | "keen"
            | "reluctant"
            | "eligible"
            | "entitled"
            | "required"
    )
}

/// What an amount is counted by: “£87 a year”.
pub(super) fn is_rate_noun(word: &str) -> bool {
    matches!(
        word,
        "year"
            | "month"
            | "week"
            | "day"
            | "hour"
            | "minute"
            | "second"
            | "night"
            | "head"
            | "person"
            | "mile"
            | "kilometre"
            | "share"
            | "barrel"
            | "tonne"
            | "litre"
            | "gallon"
            | "game"
            | "unit"
    )
}
