//! Which key a word was meant for that is none.

use super::Key;

/// Words of other tools, and the keys that mean the same here.
const OTHER_WORDS: [(&str, Key); 9] = [
    ("assignee", Key::Checker),
    ("author", Key::Claimant),
    ("by", Key::Claimant),
    ("date", Key::Published),
    ("lang", Key::Language),
    ("speaker", Key::Claimant),
    ("state", Key::Status),
    ("type", Key::Kind),
    ("value", Key::ValueDate),
];

/// The key that a word was meant for: of the same meaning, begun with it, or at most two edits away.
pub(super) fn nearest_key(word: &str) -> Option<Key> {
    let longest = Key::ALL.iter().map(|k| k.word().len()).max()?;
    if word.len() > longest + 2 {
        return None;
    }
    let word = word.to_ascii_lowercase();
    if let Some((_, key)) = OTHER_WORDS.iter().find(|(other, _)| *other == word) {
        return Some(*key);
    }
    let mut begun = Key::ALL.iter().filter(|key| word.len() > 1 && key.word().starts_with(&word));
    if let (Some(key), None) = (begun.next(), begun.next()) {
        return Some(*key);
    }
    let near = Key::ALL.iter().map(|k| (edits(&word, k.word()), *k)).min_by_key(|(d, _)| *d)?;
    (near.0 <= 2 && near.0 * 2 < word.len()).then_some(near.1)
}

/// The word of a key's set that a value was meant for: begun alike and at most two edits away.
pub(super) fn nearest_word(key: Key, value: &str) -> Option<&'static str> {
    let words = key.words()?;
    let longest = words.iter().map(|word| word.len()).max()?;
    if value.len() > longest + 2 {
        return None;
    }
    let value = value.to_lowercase().replace(' ', "-");
    let (far, near) = words.into_iter().map(|word| (edits(&value, word), word)).min_by_key(|(d, _)| *d)?;
    let begins = value.bytes().next() == near.bytes().next();
    (far <= 2 && far * 2 <= value.len() && begins).then_some(near)
}

/// Edits between two words: insertions, deletions, substitutions (Levenshtein 1966).
fn edits(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (cell, y) in row.iter_mut().skip(1).zip(b.bytes()) {
            let here = (diagonal + usize::from(x != y)).min(left + 1).min(*cell + 1);
            diagonal = *cell;
            left = here;
            *cell = here;
        }
    }
    row.last().copied().unwrap_or(a.len())
}
