use assay_model::occurrence::DifferenceSort as Sort;
use assay_model::span::{Span, TextIndex};
use proptest::prelude::*;

use super::*;

const OURS: &str = "their talks lasting less than 10 minutes in Delhi";

/// The words found, the likeness, and the sorts and words that differ.
type Seen = (String, u32, Vec<(Sort, String, String)>);

/// What is found in a text of one sentence.
fn found_before(ours: &str, before: &str, text: &str) -> Vec<Seen> {
    let index = TextIndex::new(text);
    let whole = Span { start: 100, end: 100 + index.len() };
    let passage = Passage::new(ours, before);
    let found = passage.occurrences(text, 100, &[whole]);
    assert!(found.is_empty() || passage.may_stand_in(text), "left out beforehand: {text}");
    let at =
        |span: Span| index.slice(Span { start: span.start - 100, end: span.end - 100 }).unwrap().to_owned();
    found
        .into_iter()
        .map(|o| {
            for d in &o.differences {
                if let Some(place) = d.place.filter(|_| !d.theirs.is_empty()) {
                    assert_eq!(at(place), d.theirs);
                }
            }
            let differences = o.differences.into_iter().map(|d| (d.sort, d.ours, d.theirs));
            (at(o.span), o.likeness, differences.collect())
        })
        .collect()
}

fn found(ours: &str, text: &str) -> Vec<Seen> {
    found_before(ours, "", text)
}

fn one(ours: &str, text: &str) -> Seen {
    let mut all = found(ours, text);
    assert_eq!(all.len(), 1, "{text}: {all:?}");
    all.remove(0)
}

#[test]
fn equal_words_are_found_with_nothing_that_differs() {
    let (exact, likeness, differences) = one(OURS, &format!("Officials spoke of {OURS}, and left."));
    assert_eq!((exact.as_str(), likeness, differences), (OURS, 100, vec![]));
}

#[test]
fn marks_case_spaces_and_what_is_not_seen_are_named_but_do_not_hide_a_passage() {
    for (ours, theirs, sort) in [
        ("suspend the New START treaty", "SUSPEND the new START treaty", Sort::Case),
        ("Russia’s foreign minister", "Russia's foreign minister", Sort::Quotes),
        ("it was \"very short\" indeed", "it was “very short” indeed", Sort::Quotes),
        ("less than ten minutes", "less  than\u{a0}ten minutes", Sort::Spacing),
        ("less than ten minutes", "less than ten min\u{ad}utes", Sort::Hidden),
        ("in Delhi on Thursday", "in Delhi, on Thursday", Sort::Punctuation),
    ] {
        let (exact, likeness, differences) = one(ours, &format!("They said {theirs} today"));
        assert_eq!((exact.as_str(), likeness), (theirs, 99), "{theirs}");
        assert_eq!(differences.iter().map(|d| d.0).collect::<Vec<_>>(), [sort], "{theirs}");
    }
}

#[test]
fn what_can_make_another_claim_of_it_is_named() {
    for (theirs, sort, mine, its) in [
        ("their talks lasting less than 12 minutes in Delhi", Sort::Number, "10", "12"),
        ("their talks lasting less than ten minutes in Delhi", Sort::Number, "10", "ten"),
        ("their talks lasting less than 10 minutes in Geneva", Sort::Name, "Delhi", "Geneva"),
        ("their talks not lasting less than 10 minutes in Delhi", Sort::Polarity, "", "not"),
        ("their talks lasting less than 10 minutes in March", Sort::Date, "Delhi", "March"),
        ("their talks lasting less than 10 hours in Delhi", Sort::Word, "minutes", "hours"),
        ("their talks less than 10 minutes in Delhi", Sort::Word, "lasting", ""),
    ] {
        let (exact, likeness, differences) = one(OURS, &format!("Officials spoke of {theirs}."));
        assert_eq!(exact, theirs);
        assert!((80..100).contains(&likeness), "{likeness}");
        assert_eq!(differences, [(sort, mine.to_owned(), its.to_owned())]);
        assert_eq!(sort.matters(), sort != Sort::Word);
    }
    let (.., differences) = one("a fall of 5% in 2022", "There was a fall of −5% in 2023.");
    let sorts: Vec<_> = differences.iter().map(|d| (d.0, d.2.as_str())).collect();
    assert_eq!(sorts, [(Sort::Number, "−5"), (Sort::Date, "2023")]);
}

#[test]
fn a_not_before_the_passage_counts_unless_both_have_one() {
    let ours = "suspended the New START treaty";
    let denied = |before: &str, text: &str| found_before(ours, before, text)[0].2.clone();
    let not = (Sort::Polarity, String::new(), "not".to_owned());
    assert_eq!(denied("Russia has ", "It has not yet suspended the New START treaty."), [not]);
    assert_eq!(denied("Russia has not ", "It has not suspended the New START treaty."), []);
    assert_eq!(denied("It was not. Russia ", "It suspended the New START treaty."), []);
    let lost = (Sort::Polarity, "not".to_owned(), String::new());
    assert_eq!(denied("Russia has not ", "It has suspended the New START treaty."), [lost]);
}

#[test]
fn a_passage_keeps_the_marks_it_begins_and_ends_with() {
    assert_eq!(one("“on the go”", "They met “on the go” there.").0, "“on the go”");
    let (exact, _, differences) = one("“on the go”", "They met on the go there.");
    assert_eq!((exact.as_str(), differences[0].0), ("on the go", Sort::Quotes));
}

#[test]
fn what_is_only_loosely_alike_is_left_out() {
    for text in [
        "Their talks in Geneva were about grain.",
        "It lasted less than an hour in the end.",
        "of the in a to and",
        "",
    ] {
        assert_eq!(found(OURS, text), [], "{text}");
    }
    assert_eq!(found("the talks", "the walks"), []);
    assert_eq!(found("art", "a party"), []);
}

#[test]
fn scripts_without_spaces_are_compared_sign_by_sign() {
    let (exact, likeness, differences) =
        one("両外相は十分足らず会談した", "報道によると、両外相は五分足らず会談した。");
    assert_eq!(exact, "両外相は五分足らず会談した");
    assert!(likeness > 80);
    assert_eq!(differences, [(Sort::Number, "十".to_owned(), "五".to_owned())]);
    assert_eq!(
        one("التقى الوزيران في دلهي", "قال إن التقى الوزيران في دلهي أمس").0,
        "التقى الوزيران في دلهي"
    );
}

#[test]
fn a_passage_without_words_is_found_by_its_characters_whole() {
    assert_eq!(one("👩‍👩‍👧", "a 👩‍👩‍👧 b").0, "👩‍👩‍👧");
    assert_eq!(found("—", "a\u{2014}\u{301} b"), [], "cuts a character");
    assert_eq!(one("—", "a — b").0, "—");
}

#[test]
fn sentences_hold_a_match_together() {
    let text = "He met Lavrov in. Delhi on Thursday it was.";
    let sentences = [Span { start: 0, end: 17 }, Span { start: 18, end: 43 }];
    let passage = Passage::new("met Lavrov in Delhi on Thursday", "");
    assert_eq!(passage.occurrences(text, 0, &sentences), []);
    assert_eq!(passage.occurrences(text, 0, &[Span { start: 0, end: 43 }]).len(), 1);
    let over = Passage::new("in. Delhi on", "");
    assert_eq!(over.occurrences(text, 0, &sentences).len(), 1, "a passage of two sentences reaches over two");
}

proptest! {
    /// Whatever is put round a passage, it is found whole, and nothing about it differs.
    #[test]
    fn a_passage_of_words_is_found_in_its_own_text(
        before in "([a-zé]{1,9} ){0,12}",
        ours in "[a-zé]{3,9}( [a-zé]{3,9}){0,12}",
        after in "( [a-zé]{1,9}){0,12}",
    ) {
        let text = format!("{before}{ours}{after}");
        let found = found(&ours, &text);
        prop_assume!(!ours.split(' ').all(is_function));
        prop_assert!(found.iter().any(|(exact, likeness, _)| *exact == ours && *likeness >= 99), "{:?}", found);
    }

    /// Any two texts: no fault, and every span is of the text and overlaps no other.
    #[test]
    fn no_text_makes_it_fail(ours in "\\PC{0,60}", text in "\\PC{0,200}") {
        let end = text.chars().count() as u32;
        let occurrences = Passage::new(&ours, "").occurrences(&text, 0, &[Span { start: 0, end }]);
        for (i, one) in occurrences.iter().enumerate() {
            prop_assert!(one.span.start < one.span.end && one.span.end <= end);
            prop_assert!((1..=100).contains(&one.likeness));
            for other in occurrences.iter().skip(i + 1) {
                prop_assert!(!one.span.overlaps(other.span), "{:?} {:?}", one, other);
            }
        }
    }
}
