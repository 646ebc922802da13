//! Transcripts: who speaks next.

use std::collections::HashMap;

/// Labels with a colon that are nobody.
const NOBODY: &[&str] = &[
    "note",
    "notes",
    "update",
    "correction",
    "source",
    "sources",
    "read more",
    "more",
    "see also",
    "watch",
    "listen",
    "analysis",
    "opinion",
    "related",
    "published",
    "updated",
    "date",
    "time",
    "summary",
    "claim",
    "verdict",
    "rating",
    "photo",
    "image",
    "caption",
    "video",
    "url",
    "link",
    "tags",
    "topics",
    "contact",
    "email",
    "e-mail",
    "phone",
    "from",
    "to",
    "subject",
    "cc",
    "re",
    "author",
    "by",
    "key points",
    "conclusion",
    "background",
    "warning",
    "title",
    "where",
    "when",
    "who",
    "what",
    "why",
    "how",
];

/// If a paragraph begins with a label such as `Interviewer:`, the length of the label with its colon, in bytes.
pub(crate) fn label(paragraph: &str) -> Option<usize> {
    let reach = paragraph.get(..paragraph.floor_char_boundary(80))?;
    let colon = reach.find(':')?;
    let (name, rest) = (paragraph.get(..colon)?, paragraph.get(colon + 1..)?);
    let outside = name.split('(').next().unwrap_or(name);
    let words: Vec<&str> = outside.split_whitespace().collect();
    let named = |word: &&str| {
        let first = word.chars().next();
        first.is_some_and(|c| c.is_uppercase() || c.is_numeric())
            || matches!(*word, "de" | "van" | "von" | "der" | "of" | "the" | "al" | "bin")
    };
    let begins = name.chars().next().is_some_and(char::is_uppercase);
    let plain = !name.contains(['.', '!', '?', ';', '“', '"', '\n', '/'])
        || name.starts_with(['M', 'D', 'S']) && name.contains(". ");
    let ok = begins
        && plain
        && (1..=5).contains(&words.len())
        && words.iter().all(named)
        && (rest.is_empty() || rest.starts_with(char::is_whitespace))
        && !NOBODY.contains(&name.to_lowercase().as_str());
    ok.then_some(colon + 1)
}

/// Whether a text with these paragraphs is a transcript: at least two turns, and either somebody speaks twice or half
/// of the paragraphs are turns.
pub(crate) fn is_transcript<'t>(paragraphs: impl Iterator<Item = &'t str>) -> bool {
    let (mut all, mut turns, mut speakers) = (0_usize, 0_usize, HashMap::<&str, usize>::new());
    for paragraph in paragraphs {
        all += 1;
        if let Some(end) = label(paragraph) {
            turns += 1;
            *speakers.entry(paragraph.get(..end).unwrap_or_default()).or_default() += 1;
        }
    }
    turns >= 2 && (turns * 2 >= all || turns * 5 >= all && speakers.values().any(|n| *n > 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speakers_are_told_from_other_labels() {
        for (paragraph, expected) in [
            ("Interviewer: Why?", Some("Interviewer:")),
            ("Q: Why?", Some("Q:")),
            ("MR. SMITH: No.", Some("MR. SMITH:")),
            ("Antony Blinken (US): Yes.", Some("Antony Blinken (US):")),
            ("Secretary of State: Yes.", Some("Secretary of State:")),
            ("BIDEN:", Some("BIDEN:")),
            ("Note: this is not said by anyone.", None),
            ("He said: no.", None),
            ("The reason is simple: money.", None),
            ("At 10:30 they met.", None),
            ("https://example.org: x", None),
        ] {
            assert_eq!(label(paragraph).map(|end| &paragraph[..end]), expected, "{paragraph}");
        }
    }

    #[test]
    fn one_colon_makes_no_transcript() {
        assert!(is_transcript(["Q: Why?", "A: Because."].into_iter()));
        assert!(!is_transcript(
            ["Lavrov: a portrait", "He was born.", "He went to school.", "He met Mr. Blinken."].into_iter()
        ));
    }
}
