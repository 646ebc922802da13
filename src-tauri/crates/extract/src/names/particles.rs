//! Small words inside names: Ursula von der Leyen, Abdel Fattah al-Sisi.

use crate::tokens::Tokens;

/// Particles that may also begin a name, where only the last name stands.
fn leads(word: &str) -> bool {
    matches!(
        word,
        "de" | "van"
            | "von"
            | "den"
            | "del"
            | "della"
            | "di"
            | "da"
            | "dos"
            | "du"
            | "al"
            | "bin"
            | "bint"
            | "ibn"
            | "ter"
            | "zu"
            | "el"
    )
}

pub(super) fn is_particle(word: &str) -> bool {
    leads(word)
        || matches!(
            word,
            "der"
                | "la"
                | "le"
                | "los"
                | "las"
                | "ten"
                | "te"
                | "das"
                | "do"
                | "dem"
                | "zur"
                | "zum"
                | "af"
                | "av"
                | "ul"
                | "ur"
                | "ud"
                | "y"
        )
}

/// The end of the particles that begin at `i`, if a capitalised word follows them; `i` itself where none stands.
pub(super) fn behind(tokens: &Tokens<'_>, i: usize) -> usize {
    let mut at = i;
    while at < i + 3 && !tokens.capital(at) && is_particle(tokens.word(at)) {
        at += 1;
        // “al-Sisi”
        at += usize::from(tokens.word(at) == "-" && !tokens.spaced(at) && !tokens.spaced(at + 1));
    }
    if tokens.capital(at) { at } else { i }
}

/// Whether a name begins with a particle in small letters at `i`: “von der Leyen said”.
pub(super) fn begins(tokens: &Tokens<'_>, i: usize) -> bool {
    let word = tokens.word(i);
    // “al” and “el” stand alone only with their hyphen.
    leads(word)
        && !tokens.capital(i)
        && behind(tokens, i) > i
        && (!matches!(word, "al" | "el") || tokens.word(i + 1) == "-")
}

/// Whether `from..to` is a last name with nothing but particles before it: “von der Leyen”, “Smith-Jones”.
pub(super) fn is_last_name(tokens: &Tokens<'_>, from: usize, to: usize) -> bool {
    let joined = |k: usize| tokens.word(k) == "-" || tokens.word(k + 1) == "-" && !tokens.spaced(k + 1);
    to > from && (from..to - 1).all(|k| is_particle(tokens.word(k)) || joined(k))
}

/// Where the name begins that ends before `to`, going back no further than `floor`.
pub(super) fn name_start(tokens: &Tokens<'_>, floor: usize, to: usize) -> usize {
    let mut start = to;
    while start > floor {
        let k = start - 1;
        let hyphen = tokens.word(k) == "-" && !tokens.spaced(k) && !tokens.spaced(k + 1) && start < to;
        let particle = start < to
            && is_particle(tokens.word(k))
            && (tokens.capital(start) || tokens.word(start) == "-" || is_particle(tokens.word(start)));
        // “ten British soldiers”: without a name before it a word like “ten” is none of it.
        let inside =
            hyphen && k > floor || particle && (begins(tokens, k) || k > floor && tokens.capital(k - 1));
        // “Marks & Spencer”
        let both = tokens.word(k) == "&" && start < to && k > floor && tokens.capital(k - 1);
        let chain = particle && k > floor && is_particle(tokens.word(k - 1));
        if !(tokens.capital(k) || tokens.word(k) == "." && start < to || inside || chain || both) {
            break;
        }
        start = k;
    }
    // A hyphen or a lone particle begins no name.
    while start < to && !tokens.capital(start) && !begins(tokens, start) {
        start += 1;
    }
    start
}
