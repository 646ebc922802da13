//! Words behind a noun: what it does, what limits it, what a verb is made whole by.

/// Verbs in “-ing” that tell what a noun before them does, and are no nouns.
pub(super) fn is_doing(word: &str) -> bool {
    matches!(
        word,
        "running"
            | "stretching"
            | "leading"
            | "living"
            | "costing"
            | "containing"
            | "involving"
            | "using"
            | "wearing"
            | "carrying"
            | "showing"
            | "calling"
            | "seeking"
            | "facing"
            | "asking"
            | "urging"
            | "suffering"
            | "waiting"
            | "travelling"
            | "traveling"
            | "lying"
            | "sitting"
            | "standing"
            | "making"
            | "giving"
            | "taking"
            | "ranging"
            | "totalling"
            | "totaling"
            | "relating"
            | "dating"
            | "serving"
            | "receiving"
            | "claiming"
            | "arguing"
            | "saying"
            | "requiring"
            | "allowing"
            | "barring"
            | "banning"
            | "affecting"
            | "measuring"
    )
}

/// Words behind a noun that are not its head: “grants alone”, “twice before the break”.
pub(super) fn is_trailing(word: &str) -> bool {
    matches!(
        word,
        "alone"
            | "twice"
            | "once"
            | "again"
            | "too"
            | "afterwards"
            | "afterward"
            | "together"
            | "instead"
            | "overnight"
            | "elsewhere"
            | "overall"
            | "worldwide"
            | "anyway"
            | "altogether"
            | "combined"
            | "themselves"
            | "itself"
            | "himself"
            | "herself"
    )
}

/// Those of them that count or limit what the noun says.
pub(super) fn is_turning_trail(word: &str) -> bool {
    matches!(word, "alone" | "twice" | "once" | "again" | "together" | "combined")
}

/// Pronouns for nobody in particular.
pub(super) fn is_anybody(word: &str) -> bool {
    matches!(word, "nobody" | "everybody" | "everyone" | "anyone" | "anybody" | "someone" | "somebody")
}

/// Words that a verb is made whole by: “set aside”, “wrote off”.
pub(super) fn is_particle(word: &str) -> bool {
    matches!(word, "up" | "out" | "down" | "off" | "back" | "away" | "aside" | "alight" | "ablaze" | "apart")
}

/// Pasts that are nouns too.
pub(super) fn may_be_thing(word: &str) -> bool {
    matches!(
        word,
        "shot" | "hit" | "cut" | "cost" | "bid" | "set" | "thought" | "spread" | "split" | "rose" | "saw"
    )
}
