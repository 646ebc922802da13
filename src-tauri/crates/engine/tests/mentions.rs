//! Mentions: moved, added several at once, made whole; what undo and history make of it; where else the words stand.
#![expect(clippy::unwrap_used, reason = "a failure here is a failed test")]

use assay_engine::{
    Code, Error, ExportOptions, ExportRequest, ExportScope, Format, FoundPlace, Input, Place,
};
use assay_model::claim::Mention;
use assay_model::occurrence::DifferenceSort;
use assay_model::operation::HistoryFilter;
use assay_model::span::Span;
use assay_model::verdict::Status;

use crate::desk::{Desk, LENGTH, claim_with, import, signed, with_sample};

fn mentions(desk: &Desk, claim: i64) -> Vec<Mention> {
    desk.claim(claim).unwrap().mentions
}

/// The place of a mention with its ends moved by so many code points.
fn beside(mention: &Mention, start: i64, end: i64) -> Place {
    let moved = |at: u32, by: i64| u32::try_from(i64::from(at) + by).unwrap();
    let span = Span::new(moved(mention.start, start), moved(mention.end, end));
    Place { document: mention.document_ref.0, quote: None, span }
}

/// A workspace with this text as its only document, and a claim of these words of it.
fn of(text: &str, words: &str) -> (Desk, i64) {
    let desk = crate::desk::desk();
    import(&desk, Input::Text { text: text.into(), name: Some("Text".into()) });
    let key = claim(&desk, 1, words);
    (desk, key)
}

fn claim(desk: &Desk, document: u32, words: &str) -> i64 {
    let place = Place { document, quote: Some(words.into()), span: None };
    let new = assay_engine::NewClaim {
        place,
        statement: "It is so.".into(),
        label: None,
        claimant: None,
        kind: None,
    };
    desk.create_claim(&new).unwrap().0
}

fn found(desk: &Desk, claim: i64) -> Vec<FoundPlace> {
    let mut places = Vec::new();
    let mut after = None;
    loop {
        let some = desk.find_mentions(claim, None, after).unwrap();
        assert!(some.searched <= some.documents);
        places.extend(some.places);
        after = some.next;
        if after.is_none() {
            return places;
        }
    }
}

#[test]
fn a_mention_is_moved_and_undo_and_redo_give_it_back() {
    let desk = with_sample();
    let key = claim_with(&desk, LENGTH);
    let before = desk.state();
    let mention = &mentions(&desk, key)[0];
    desk.move_mention(key, mention.id, &beside(mention, 4, 0), false).unwrap();
    let moved = &mentions(&desk, key)[0];
    assert_eq!((moved.id, moved.start, moved.end), (mention.id, mention.start + 4, mention.end));
    assert_eq!(moved.exact, mention.exact[4..]);
    assert!(moved.prefix.ends_with(&mention.exact[..4]));
    assert_eq!(desk.check().unwrap().damage, []);
    let after = desk.state();
    desk.undone(&before);
    desk.redo().unwrap();
    assert!(desk.state() == after);
    let filter = HistoryFilter { claim: Some(key), ..HistoryFilter::default() };
    desk.undone(&before);
    let line = desk.history(&filter, None, 10).unwrap().into_iter().find(|l| l.words == "moved a mention");
    let change = &line.unwrap().changes[0];
    let quoted = |exact: &str| format!("“{exact}”");
    assert_eq!(change.field, "Mention");
    assert!(change.before.as_ref().unwrap().ends_with(&quoted(&mention.exact)));
    assert!(change.after.as_ref().unwrap().ends_with(&quoted(&moved.exact)));
}

#[test]
fn nudges_of_one_stretch_are_undone_as_one_and_stand_in_one_line() {
    let desk = with_sample();
    let key = claim_with(&desk, LENGTH);
    let before = desk.state();
    let mention = &mentions(&desk, key)[0];
    for (start, end) in [(4, 0), (5, 0), (5, -1), (4, -1)] {
        desk.move_mention(key, mention.id, &beside(mention, start, end), true).unwrap();
    }
    let after = desk.state();
    let filter = HistoryFilter { claim: Some(key), ..HistoryFilter::default() };
    let lines = desk.history(&filter, None, 10).unwrap();
    assert_eq!(lines.iter().filter(|l| l.words == "moved a mention").count(), 1);
    assert!(lines[0].changes[0].after.as_ref().unwrap().contains(&mentions(&desk, key)[0].exact));
    desk.undone(&before);
    desk.redo().unwrap();
    assert!(desk.state() == after);
    // A move that is no nudge stands alone.
    desk.move_mention(key, mention.id, &beside(mention, 0, -1), false).unwrap();
    desk.undone(&after);
}

#[test]
fn a_mention_moves_over_the_end_of_its_block_and_back() {
    let (desk, key) = of("The bridge is long.\n\nIt cost 12 million euros.\n", "bridge is long.");
    let before = desk.state();
    let mention = &mentions(&desk, key)[0];
    for (end, exact) in
        [(9, "bridge is long.\n\nIt cost"), (0, "bridge is long."), (12, "bridge is long.\n\nIt cost 12")]
    {
        let moved = desk.move_mention(key, mention.id, &beside(mention, 0, end), true).unwrap();
        assert_eq!(moved.claims, u32::from(exact != mention.exact || end == 0));
        assert_eq!(mentions(&desk, key)[0].exact, exact);
        assert_eq!(desk.check().unwrap().damage, []);
    }
    while desk.state() != before {
        desk.undo().unwrap();
    }
    desk.sound();
}

#[test]
fn a_move_reopens_and_undo_gives_the_sign_off_back() {
    let desk = with_sample();
    let key = signed(&desk, LENGTH);
    let before = desk.state();
    let mention = &mentions(&desk, key)[0];
    desk.move_mention(key, mention.id, &beside(mention, 4, 0), true).unwrap();
    let claim = desk.claim(key).unwrap();
    assert_eq!(
        (claim.row.status, claim.reopened.as_deref()),
        (Status::InReview, Some("a mention was moved after sign-off"))
    );
    desk.undone(&before);
    desk.sound();
    // Where nothing moves, nothing is reopened.
    let same = desk.move_mention(key, mention.id, &beside(mention, 0, 0), true).unwrap();
    assert_eq!((same.operation, desk.status_of(key)), (None, Status::SignedOff));
}

#[test]
fn bad_places_are_refused_and_change_nothing() {
    let desk = with_sample();
    import(&desk, Input::Text { text: "Another text of some words.".into(), name: Some("Other".into()) });
    let key = claim_with(&desk, LENGTH);
    let other = claim_with(&desk, "met was in Geneva");
    let all = mentions(&desk, other);
    let mention = &mentions(&desk, key)[0];
    let to = |claim: i64, of: &Mention, place: Place| -> Error {
        desk.refused(|w| w.move_mention(claim, of.id, &place, true))
    };
    let field = |e: Error| (e.code, e.field.unwrap_or_default());
    let invalid = |field: &str| (Code::Invalid, field.to_owned());
    assert_eq!(field(to(key, mention, beside(mention, -1, 0))), invalid("span"), "white space");
    let outside = Place { span: Span::new(1, 90_000), ..beside(mention, 0, 0) };
    assert_eq!(field(to(key, mention, outside)), invalid("span"));
    let quote = Place { quote: Some("Not these words".into()), ..beside(mention, 0, 0) };
    assert_eq!(field(to(key, mention, quote)), invalid("span"));
    let elsewhere = Place { document: 2, quote: Some("some words".into()), span: None };
    assert_eq!(field(to(key, mention, elsewhere)), invalid("document"));
    assert_eq!(to(other, mention, beside(mention, 4, 0)).code, Code::NotFound, "another claim's");
    assert_eq!(to(9_999, mention, beside(mention, 4, 0)).code, Code::NotFound);
    assert_eq!(field(to(other, &all[0], beside(&all[1], 0, 0))), invalid("span"), "a mention already");
    let twice = [beside(mention, 4, 0), beside(mention, 4, 0)];
    let refused = desk.refused(|w| w.add_mentions(key, &twice));
    assert!(refused.message.ends_with("has a mention of just these words already."), "{refused}");
    assert_eq!(desk.refused(|w| w.add_mentions(key, &[])).field.as_deref(), Some("places"));
}

#[test]
fn a_span_that_would_cut_a_character_takes_it_in_whole() {
    let text = "A family 👩‍👩‍👧 waved a flag 🇺🇦 at the cafe\u{301} 👋🏽 there.";
    let (desk, key) = of(text, "waved");
    let at = |words: &str| text[..text.find(words).unwrap()].chars().count() as u32;
    for (start, end, exact) in [
        (at("👩") + 1, at("👩") + 2, "👩‍👩‍👧"),
        (at("flag"), at("🇺🇦") + 1, "flag 🇺🇦"),
        (at("🇺🇦") + 1, at("at the") + 2, "🇺🇦 at"),
        (at("cafe"), at("cafe") + 4, "cafe\u{301}"),
        (at("👋") + 1, at("👋") + 2, "👋🏽"),
    ] {
        let place = Place { document: 1, quote: None, span: Span::new(start, end) };
        desk.add_mention(key, &place).unwrap();
        assert!(mentions(&desk, key).iter().any(|m| m.exact == exact), "{exact}");
    }
    assert_eq!(desk.check().unwrap().damage, []);
    let cut = Place { document: 1, quote: Some("cafe".into()), span: None };
    assert!(desk.refused(|w| w.add_mention(key, &cut)).message.contains("does not stand in the text"));
}

#[test]
fn several_mentions_are_added_as_one() {
    let desk = with_sample();
    let key = signed(&desk, LENGTH);
    let before = desk.state();
    let there = mentions(&desk, key).len();
    let quote = |words: &str| Place { document: 1, quote: Some(words.into()), span: None };
    let outcome =
        desk.add_mentions(key, &[quote("Paul Whelan"), quote("the Indian capital, Delhi")]).unwrap();
    assert!(outcome.message.ends_with("has 2 more mentions"), "{}", outcome.message);
    assert_eq!(mentions(&desk, key).len(), there + 2);
    assert_eq!(desk.claim(key).unwrap().reopened.as_deref(), Some("mentions were added after sign-off"));
    desk.undone(&before);
    desk.refused(|w| w.add_mentions(key, &[quote("Paul Whelan"), quote("nowhere at all")]));
}

#[test]
fn the_words_of_a_claim_are_found_in_all_documents_with_what_differs() {
    let first = "The talks lasted less than ten minutes in Delhi. They said the talks lasted less than ten minutes in Delhi.";
    let (desk, key) = of(first, "The talks lasted less than ten minutes in Delhi");
    for text in [
        "Wires say “the talks lasted less than ten minutes in Delhi”, no more.\n\nGrain was discussed too.",
        "The talks lasted less than twelve minutes in Delhi. It rained.",
        "The talks in Geneva were long.",
    ] {
        import(&desk, Input::Text { text: text.into(), name: Some("Wire".into()) });
    }
    let places = found(&desk, key);
    let told: Vec<_> = places
        .iter()
        .map(|p| {
            let sorts: Vec<DifferenceSort> = p.differences.iter().map(|d| d.sort).collect();
            (p.document, p.sentence, p.known, p.likeness, sorts)
        })
        .collect();
    assert_eq!(
        told,
        [
            (1, Some(1), true, 100, vec![]),
            (1, Some(2), false, 99, vec![DifferenceSort::Case]),
            (2, Some(1), false, 99, vec![DifferenceSort::Case]),
            (3, Some(1), false, 88, vec![DifferenceSort::Number]),
        ]
    );
    let number = &places[3].differences[0];
    assert_eq!((number.ours.as_str(), number.theirs.as_str()), ("ten", "twelve"));
    // What is found can be added as it stands.
    let place = |p: &FoundPlace| Place {
        document: p.document,
        quote: Some(p.exact.clone()),
        span: Span::new(p.start, p.end),
    };
    let new: Vec<Place> = places.iter().filter(|p| !p.known).map(place).collect();
    desk.add_mentions(key, &new).unwrap();
    assert_eq!(mentions(&desk, key).len(), 4);
    assert!(found(&desk, key).iter().all(|p| p.known), "each is a mention now");
    assert_eq!(desk.find_mentions(key, Some("grain was discussed"), None).unwrap().places.len(), 1);
    assert_eq!(desk.find_mentions(9_999, None, None).unwrap_err().code, Code::NotFound);
}

/// A search goes on where the last answer stopped, however many documents there are.
#[test]
fn a_search_is_done_some_documents_at_a_time() {
    let (desk, key) = of("The bridge cost 12 million euros.", "bridge cost 12 million euros");
    for _ in 0..5 {
        import(
            &desk,
            Input::Text { text: "The bridge cost 12 million euros.".into(), name: Some("Copy".into()) },
        );
    }
    let whole = found(&desk, key);
    assert_eq!(whole.iter().map(|p| p.document).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6]);
    let rest = desk.find_mentions(key, None, Some(4)).unwrap();
    assert_eq!(rest.places.iter().map(|p| p.document).collect::<Vec<_>>(), [5, 6]);
    assert_eq!((rest.searched, rest.documents, rest.next), (6, 6, None));
}

#[test]
fn characters_that_are_not_seen_are_exported_unchanged() {
    let words = "they p\u{430}id \u{202e}10\u{202c} mil\u{ad}lion\u{200b} euros";
    let (desk, key) = of(&format!("Some say {words} for it.\n"), words);
    let place = Some(Place { document: 1, quote: Some(words.into()), span: None });
    desk.add_evidence(
        key,
        &assay_engine::EvidenceDraft { place, quote: None, ..crate::desk::evidence(true) },
    )
    .unwrap();
    assert_eq!(mentions(&desk, key)[0].exact, words);
    for format in [Format::Json, Format::Csv, Format::Markdown] {
        let request = ExportRequest {
            scope: ExportScope::Query { query: String::new() },
            format,
            options: ExportOptions::default(),
        };
        let bytes = desk.export(&request).unwrap().0.bytes;
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains(words), "{format:?}: {text}");
    }
}
