//! Verbs, adverbs and participles that a title's verb is made of.

use crate::tokens::{Kind, Tokens};

/// Adverbs of time that stand between a helping verb and its verb.
pub(super) fn is_mid_adverb(word: &str, next: &str) -> bool {
    matches!(word, "already" | "still" | "again" | "often" | "always" | "yet" | "soon" | "far" | "even")
        || word == "so" && next == "far"
        || word == "long" && (next == "been" || next.ends_with("ed"))
}

/// Adverbs without which a title would vouch for what the claim does not.
pub(super) fn is_doubtful(word: &str) -> bool {
    matches!(
        word,
        "falsely"
            | "wrongly"
            | "wrongfully"
            | "mistakenly"
            | "allegedly"
            | "reportedly"
            | "supposedly"
            | "apparently"
            | "possibly"
            | "probably"
            | "illegally"
            | "unlawfully"
            | "accidentally"
            | "partly"
            | "partially"
    )
}

/// Whether a word may stand behind “has”.
pub(super) fn is_participle(word: &str) -> bool {
    ["en", "wn", "ne", "ung", "unk", "um"].iter().any(|e| word.ends_with(e))
        || matches!(
            word,
            "come"
                | "become"
                | "overcome"
                | "run"
                | "begun"
                | "put"
                | "cut"
                | "set"
                | "read"
                | "cost"
                | "let"
                | "hit"
                | "split"
                | "spread"
                | "shut"
                | "hurt"
                | "burst"
                | "quit"
                | "bet"
                | "cast"
                | "beset"
                | "shed"
                | "rid"
                | "been"
                | "spun"
                | "won"
        )
}

/// “likely” and the like, without which “is likely to fall” would say that it is to fall.
pub(super) fn is_adjective_in_ly(word: &str) -> bool {
    matches!(
        word,
        "likely"
            | "unlikely"
            | "early"
            | "daily"
            | "weekly"
            | "monthly"
            | "yearly"
            | "friendly"
            | "deadly"
            | "costly"
            | "elderly"
            | "lonely"
            | "ugly"
            | "holy"
            | "family"
            | "italy"
            | "ally"
    )
}

/// “more than” before “halved”.
pub(super) fn is_multiplying(tokens: &Tokens<'_>, i: usize) -> bool {
    let verb = tokens.word(i + 2);
    tokens.follows(i, &["more", "than"]) && tokens.is(i + 2, Kind::Word) && verb.ends_with("ed")
}

pub(super) fn is_copula(word: &str) -> bool {
    matches!(word, "is" | "are" | "was" | "were" | "been" | "be")
}

/// Participles that nobody takes for a past with the same subject.
pub(super) fn is_done_to(word: &str) -> bool {
    matches!(
        word,
        "arrested"
            | "jailed"
            | "charged"
            | "killed"
            | "injured"
            | "wounded"
            | "hurt"
            | "rescued"
            | "evacuated"
            | "displaced"
            | "hospitalised"
            | "hospitalized"
            | "detained"
            | "convicted"
            | "sentenced"
            | "acquitted"
            | "cleared"
            | "sacked"
            | "suspended"
            | "cancelled"
            | "canceled"
            | "valued"
            | "recorded"
            | "founded"
            | "licensed"
            | "demolished"
            | "destroyed"
            | "damaged"
            | "completed"
            | "relegated"
            | "funded"
            | "elected"
            | "appointed"
            | "rated"
            | "issued"
            | "approved"
            | "dosed"
            | "found"
            | "published"
            | "fined"
            | "cut"
            | "shut"
    )
}

/// What is foreseen, before “to”.
pub(super) fn is_foreseen(word: &str) -> bool {
    matches!(
        word,
        "due"
            | "set"
            | "expected"
            | "likely"
            | "unlikely"
            | "scheduled"
            | "poised"
            | "tipped"
            | "bound"
            | "forecast"
            | "projected"
    )
}

/// Verbs that somebody asks, lets or makes somebody do something with.
pub(super) fn is_asking(word: &str) -> bool {
    matches!(
        word,
        "urged"
            | "urges"
            | "urge"
            | "asked"
            | "asks"
            | "told"
            | "tells"
            | "ordered"
            | "orders"
            | "allowed"
            | "allows"
            | "allow"
            | "forced"
            | "forces"
            | "persuaded"
            | "encouraged"
            | "invited"
            | "required"
            | "requires"
            | "advised"
            | "warned"
            | "begged"
            | "instructed"
            | "permitted"
            | "enabled"
            | "wants"
            | "wanted"
    )
}

/// Helping verbs that a title does without before “flying”.
pub(super) fn is_being(word: &str) -> bool {
    matches!(word, "is" | "are" | "was" | "were" | "am" | "has" | "have" | "had" | "been")
}

/// Verbs that say of what follows that it is so.
pub(super) fn is_proof(word: &str) -> bool {
    matches!(
        word,
        "showed"
            | "shows"
            | "show"
            | "shown"
            | "proved"
            | "proves"
            | "prove"
            | "revealed"
            | "reveals"
            | "confirmed"
            | "confirms"
            | "found"
            | "means"
            | "meant"
    )
}

/// Verbs that end like an adverb.
pub(super) fn is_verb_in_ly(word: &str) -> bool {
    matches!(
        word,
        "apply"
            | "rely"
            | "supply"
            | "reply"
            | "multiply"
            | "imply"
            | "comply"
            | "fly"
            | "ally"
            | "rally"
            | "bully"
    )
}

/// What people take to be so, before “to be”.
pub(super) fn is_held(word: &str) -> bool {
    matches!(
        word,
        "thought"
            | "believed"
            | "estimated"
            | "considered"
            | "understood"
            | "feared"
            | "deemed"
            | "reckoned"
            | "reported"
            | "meant"
            | "intended"
    )
}

/// Participles of verbs without an object, which do without their “has”.
pub(super) fn is_becoming(word: &str) -> bool {
    matches!(word, "fallen" | "risen" | "gone" | "grown" | "arisen" | "been" | "begun" | "run")
}

pub(super) fn is_modal(word: &str) -> bool {
    matches!(
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
            | "do"
            | "does"
            | "did"
    ) || matches!(word, "won’t" | "won't" | "can’t" | "can't")
        || word.strip_suffix("n’t").or_else(|| word.strip_suffix("n't")).is_some_and(|w| {
            matches!(w, "would" | "could" | "must" | "should" | "might" | "did" | "does" | "do")
        })
}

/// Verbs that a clause may follow without “that”.
pub(super) fn is_knowing(word: &str) -> bool {
    matches!(
        word,
        "know"
            | "knew"
            | "knows"
            | "known"
            | "think"
            | "thinks"
            | "thought"
            | "hope"
            | "hoped"
            | "hopes"
            | "feel"
            | "feels"
            | "felt"
            | "learned"
            | "learnt"
            | "realised"
            | "realized"
            | "saw"
            | "sees"
            | "see"
            | "let"
            | "had"
            | "made"
            | "have"
            | "wish"
            | "wished"
            | "doubt"
            | "doubted"
            | "guess"
            | "assume"
            | "assumed"
            | "acknowledge"
            | "concede"
    )
}

/// “I’ve”, “they’re”, “we’ll”: a pronoun with its helping verb.
pub(super) fn is_contraction(word: &str) -> bool {
    let ends = ["’ve", "'ve", "’re", "'re", "’ll", "'ll", "’m", "'m", "’d", "'d"];
    let pronoun = ends.into_iter().find_map(|e| word.strip_suffix(e));
    pronoun.is_some_and(|p| {
        matches!(p, "i" | "we" | "you" | "he" | "she" | "it" | "they" | "that" | "there" | "who")
    })
}
