//! Citations in a rationale: shown as `[n]`, stored as evidence ids, so that they survive reordering and deletion.
//!
//! A stored citation is `[evidence:UUID]`. A shown number that no evidence bears stays as the person wrote it; a
//! stored citation whose evidence is gone is shown as `[?]`.

use crate::id::EvidenceId;

/// What a citation of evidence that is gone is shown as.
pub const DANGLING: &str = "[?]";
const OPEN: &str = "[evidence:";

/// From what a person wrote to what is stored. `evidence` is the claim's list in order: `[1]` cites its first.
pub fn to_stored(shown: &str, evidence: &[EvidenceId]) -> String {
    replace_brackets(shown, |inside| {
        let number: usize = inside.parse().ok().filter(|n: &usize| n.to_string() == inside)?;
        let cited = evidence.get(number.checked_sub(1)?)?;
        Some(format!("{OPEN}{cited}]"))
    })
}

/// The highest number that is read as a citation; above it a number in brackets is a year or the like.
const MOST_CITED: usize = 999;

/// The first number in brackets that cites evidence which is not there. `evidence` is how many pieces the claim has.
pub fn cites_missing(shown: &str, evidence: usize) -> Option<usize> {
    let missing = std::cell::Cell::new(None);
    replace_brackets(shown, |inside| {
        let number: usize = inside.parse().ok().filter(|n: &usize| n.to_string() == inside)?;
        if (number == 0 || number > evidence) && number <= MOST_CITED && missing.get().is_none() {
            missing.set(Some(number));
        }
        None
    });
    missing.get()
}

/// From what is stored to what a person sees.
pub fn to_shown(stored: &str, evidence: &[EvidenceId]) -> String {
    replace_brackets(stored, |inside| {
        let cited: EvidenceId = inside.strip_prefix("evidence:")?.parse().ok()?;
        let place = evidence.iter().position(|e| *e == cited);
        Some(place.map_or_else(|| DANGLING.to_owned(), |at| format!("[{}]", at + 1)))
    })
}

/// Replaces each `[…]` without a bracket inside by what `replace` gives, or leaves it.
fn replace_brackets(text: &str, replace: impl Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('[') {
        let (before, from) = rest.split_at(open);
        out.push_str(before);
        let inside = from.get(1..).unwrap_or_default();
        let end = inside.find(['[', ']']).filter(|at| inside[*at..].starts_with(']'));
        if let Some(end) = end
            && let Some(replacement) = replace(&inside[..end])
        {
            out.push_str(&replacement);
            rest = &inside[end + 1..];
        } else {
            out.push('[');
            rest = inside;
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn citations_follow_their_evidence() {
        let (a, b) = (EvidenceId::new(), EvidenceId::new());
        let stored = to_stored("Two sources [1][2] agree; see [3] and [sic].", &[a, b]);
        assert_eq!(to_shown(&stored, &[a, b]), "Two sources [1][2] agree; see [3] and [sic].");
        assert_eq!(to_shown(&stored, &[b, a]), "Two sources [2][1] agree; see [3] and [sic].");
        assert_eq!(to_shown(&stored, &[b]), "Two sources [?][1] agree; see [3] and [sic].");
    }

    #[test]
    fn a_number_without_evidence_is_found_unless_it_is_a_year() {
        assert_eq!(cites_missing("See [1] and [2], in [2023] and [sic].", 2), None);
        assert_eq!(cites_missing("See [1] and [3] and [4].", 2), Some(3));
        assert_eq!(cites_missing("[0]", 2), Some(0));
        assert_eq!(cites_missing("[01] [?] [", 0), None);
    }

    proptest! {
        #[test]
        fn any_text_comes_back_as_it_was(text in "([a-z ]|\\[|\\]|[0-9]|\\[[0-4]\\]){0,60}") {
            let evidence = [EvidenceId::new(), EvidenceId::new()];
            prop_assert_eq!(to_shown(&to_stored(&text, &evidence), &evidence), text);
        }
    }
}
