//! Picture credits and captions: “image source, Getty Images photo caption, Sergey Lavrov …”.

use std::ops::Range;

use assay_model::document::BlockKind;

use crate::head::trimmed;

/// How far into a line a caption's label is looked for, in bytes.
const REACH: usize = 300;

const SOURCES: &[&str] = &[
    "image source",
    "image credit",
    "image copyright",
    "photo source",
    "photo credit",
    "picture source",
    "picture credit",
    "photograph by",
    "photo by",
    "(photo by",
    "credit",
    "getty images/",
];
const CAPTIONS: &[&str] =
    &["image caption", "photo caption", "picture caption", "media caption", "video caption", "caption"];
/// Labels of a picture after which its credit or its caption may stand.
const PICTURES: &[&str] = &["photo", "photograph", "picture", "image", "video", "foto"];
const FIGURES: &[&str] = &["figure ", "fig. "];
const AGENCIES: &[&str] = &[
    "getty",
    "reuters",
    "afp",
    "epa",
    "pa media",
    "alamy",
    "shutterstock",
    "associated press",
    "bloomberg",
    "istock",
    "xinhua",
    "tass",
    "anadolu",
];

/// The pieces of a line that is a picture's credit, its caption, or both. A credit with its labels is metadata.
pub(crate) fn credit(line: &str) -> Option<Vec<(BlockKind, Range<usize>)>> {
    let labels = [CAPTIONS, SOURCES, PICTURES, FIGURES];
    let is_labelled = labels.iter().any(|labels| labels.iter().any(|label| is_first(line, label)));
    // Nearly every line is neither, and most tell it by their last letter.
    if !(is_labelled || line.len() <= REACH && is_credit(line)) {
        return None;
    }
    let reach = line.floor_char_boundary(REACH);
    // Same length as the line, so that offsets agree.
    let small = line.get(..reach)?.to_ascii_lowercase().replace(['\n', '\t'], " ");
    let whole = |kind| Some(vec![(kind, 0..line.len())]);
    let split = |at: usize| {
        let (label, rest) = (trimmed(line, 0..at), trimmed(line, at..line.len()));
        let mut pieces = vec![(BlockKind::Metadata, label)];
        if !rest.is_empty() {
            pieces.push((BlockKind::Caption, rest));
        }
        Some(pieces)
    };
    if let Some(after) = CAPTIONS.iter().find_map(|label| labelled(&small, 0, label)) {
        return split(after);
    }
    if SOURCES.iter().any(|source| begins(&small, source)) {
        let caption =
            CAPTIONS.iter().filter(|c| c.contains(' ')).find_map(|c| labelled(&small, small.find(c)?, c));
        return match caption {
            Some(after) => split(after),
            None if is_credit(line) => whole(BlockKind::Metadata),
            None => None,
        };
    }
    if let Some(after) = PICTURES.iter().find_map(|label| {
        labelled(&small, 0, label).filter(|_| small.get(label.len()..).is_some_and(|r| r.starts_with(':')))
    }) {
        return if is_credit(line.get(after..)?) { whole(BlockKind::Metadata) } else { split(after) };
    }
    if is_figure(&small) {
        return whole(BlockKind::Caption);
    }
    let ends = |name: &str| small.strip_suffix(name).is_some_and(|before| before.ends_with(' '));
    let agency = || AGENCIES.iter().any(|a| begins(&small, a) || ends(a)) || small.ends_with("getty images");
    let credits = is_credit(line) && is_all_names(line) && !small.contains(" the ") && agency();
    credits.then(|| whole(BlockKind::Metadata)).flatten()
}

/// Whether a line begins with these letters, small or capital, with any white space for a space.
fn is_first(line: &str, label: &str) -> bool {
    let begins = line.as_bytes().get(..label.len());
    begins.is_some_and(|begins| {
        begins.iter().zip(label.bytes()).all(|(byte, letter)| {
            byte.eq_ignore_ascii_case(&letter) || letter == b' ' && matches!(byte, b'\n' | b'\t')
        })
    })
}

/// Where a label at `at` ends, with the comma or colon that must follow it.
fn labelled(small: &str, at: usize, label: &str) -> Option<usize> {
    let rest = small.get(at..)?.strip_prefix(label)?;
    let gap = rest.len() - rest.trim_start().len();
    rest.trim_start().starts_with([',', ':']).then_some(at + label.len() + gap + 1)
}

/// Whether a line begins with these words, whole.
fn begins(small: &str, words: &str) -> bool {
    let rest = small.strip_prefix(words);
    rest.is_some_and(|r| words.ends_with('/') || !r.starts_with(|c: char| c.is_alphanumeric()))
        && (words.contains([' ', '/'])
            || rest.is_some_and(|r| r.is_empty() || r.trim_start().starts_with([',', ':', '/'])))
}

/// Short, and no sentence.
fn is_credit(rest: &str) -> bool {
    let rest = rest.trim();
    !rest.ends_with(['.', '!', '?', '”', '"'])
        && rest.split_whitespace().take(13).count() <= 12
        && (!rest.contains(": ") || rest.len() < 80)
        && rest.split_whitespace().filter(|w| w.starts_with(char::is_lowercase)).count() <= 3
}

/// Every word has a capital, or is one of those between names.
pub(crate) fn is_all_names(line: &str) -> bool {
    line.split_whitespace().all(|w| {
        let word = w.trim_matches(|c: char| !c.is_alphanumeric());
        word.is_empty()
            || !word.starts_with(char::is_lowercase)
            || matches!(word, "via" | "by" | "for" | "and")
    })
}

/// “Figure 3: …”, “Fig. 3. …”
fn is_figure(small: &str) -> bool {
    let rest = FIGURES.iter().find_map(|label| small.strip_prefix(label));
    rest.is_some_and(|r| {
        let number = r.trim_start_matches(|c: char| c.is_ascii_digit());
        number.len() < r.len() && number.starts_with([':', '.'])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use BlockKind::{Caption, Metadata};

    #[test]
    fn credits_and_captions_are_told_apart() {
        for (line, expected) in [
            (
                "image source, Getty Images photo caption, Sergey Lavrov (left) last met him in 2022",
                &[
                    (Metadata, "image source, Getty Images photo caption,"),
                    (Caption, "Sergey Lavrov (left) last met him in 2022"),
                ][..],
            ),
            ("Image source, Getty Images", &[(Metadata, "Image source, Getty Images")]),
            (
                "Image caption, The two ministers met.",
                &[(Metadata, "Image caption,"), (Caption, "The two ministers met.")],
            ),
            ("Photo: Jane Doe/Reuters", &[(Metadata, "Photo: Jane Doe/Reuters")]),
            (
                "Photo: The president arrives at the airport.",
                &[(Metadata, "Photo:"), (Caption, "The president arrives at the airport.")],
            ),
            ("(Photo by Jane Doe/Getty Images)", &[(Metadata, "(Photo by Jane Doe/Getty Images)")]),
            ("AFP via Getty Images", &[(Metadata, "AFP via Getty Images")]),
            ("Caption: Two men in Geneva", &[(Metadata, "Caption:"), (Caption, "Two men in Geneva")]),
            ("Fig. 2. Prices since 1990.", &[(Caption, "Fig. 2. Prices since 1990.")]),
        ] {
            let pieces = credit(line).unwrap_or_default();
            let found: Vec<(BlockKind, &str)> =
                pieces.into_iter().map(|(kind, range)| (kind, &line[range])).collect();
            assert_eq!(found, expected, "{line}");
        }
    }

    #[test]
    fn text_that_speaks_of_pictures_is_text() {
        for line in [
            "Image source code was published.",
            "Photo by photo, the case was made that the minister had lied to the house.",
            "Credit is due to the ministers.",
            "Credit: the word comes from Latin and it means that he believes.",
            "Reuters reported the talks on Monday",
            "Reuters is the agency that he works for",
            "Figure 3 shows the fall.",
            "The photo caption, he said, was wrong",
            "",
            "É",
        ] {
            assert!(credit(line).is_none(), "{line}");
        }
    }
}
