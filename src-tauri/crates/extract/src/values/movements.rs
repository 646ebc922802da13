//! What rose or fell, by how much and to what: “fell 0.3 cents to $1.08”, “rose from 12 to 20”. The two are no range.

use crate::tokens::Tokens;

/// Whether the amount at token `i` tells how far something moved, or from where: “to” after it leads to where it came to.
pub(super) fn before(tokens: &Tokens<'_>, i: usize, first: usize) -> bool {
    let word = |back: usize| i.checked_sub(back).filter(|k| *k >= first).map_or("", |k| tokens.word(k));
    match word(1) {
        "from" => (2..6).any(|back| moves(word(back))),
        "by" => moves(word(2)) || moves(word(3)),
        "another" | "nearly" | "almost" | "about" | "just" | "around" | "roughly" | "some" | "only" => {
            moves(word(2))
        }
        last => moves(last) || matches!(last, "up" | "down" | "higher" | "lower" | "further"),
    }
}

pub(super) fn moves(word: &str) -> bool {
    matches!(
        word,
        "rose"
            | "rise"
            | "rises"
            | "risen"
            | "rising"
            | "fell"
            | "fall"
            | "falls"
            | "fallen"
            | "falling"
            | "gained"
            | "gain"
            | "gaining"
            | "lost"
            | "losing"
            | "added"
            | "adding"
            | "shed"
            | "shedding"
            | "dropped"
            | "drop"
            | "dropping"
            | "slipped"
            | "slipping"
            | "slid"
            | "sliding"
            | "dipped"
            | "sank"
            | "climbed"
            | "climbing"
            | "jumped"
            | "jumping"
            | "surged"
            | "soared"
            | "leapt"
            | "eased"
            | "edged"
            | "advanced"
            | "plunged"
            | "tumbled"
            | "increased"
            | "increase"
            | "decreased"
            | "declined"
            | "grew"
            | "grown"
            | "shrank"
            | "cut"
            | "raised"
            | "reduced"
            | "lifted"
            | "lowered"
            | "strengthened"
            | "weakened"
            | "up"
            | "down"
            | "went"
            | "gone"
            | "doubled"
            | "narrowed"
            | "widened"
            | "changed"
    )
}
