//! How claims stand to one another: related, merged and unmerged, split; and what deleting a document does to them.
#![expect(clippy::unwrap_used, reason = "a failure here is a failed test")]

use assay_engine::{Code, Input, NewClaim, PartDraft, Place, Workspace};
use assay_model::claim::Mode;
use assay_model::query::Sort;
use assay_model::relation::RelationKind;
use assay_model::verdict::{Status, Verdict};

use crate::desk::{
    ALL, Desk, GENEVA, LENGTH, claim_with, evidence_from, import, ready, signed, status, verdict, with_sample,
};

const TREATY: &str = "suspend";

fn relations(desk: &Desk, claim: i64) -> Vec<(RelationKind, i64)> {
    desk.claim(claim).unwrap().relations.into_iter().map(|r| (r.kind, r.key)).collect()
}

fn mentions(desk: &Desk, claim: i64) -> Vec<String> {
    desk.claim(claim).unwrap().mentions.into_iter().map(|m| m.exact).collect()
}

fn titles(desk: &Desk, claim: i64) -> Vec<String> {
    desk.claim(claim).unwrap().evidence_items.into_iter().map(|e| e.source.title).collect()
}

fn named(desk: &Desk, claim: i64) -> String {
    desk.claim(claim).unwrap().row.reference.to_string()
}

#[test]
fn each_relation_is_kept_from_both_sides() {
    let desk = with_sample();
    let (one, two) = (claim_with(&desk, LENGTH), claim_with(&desk, GENEVA));
    for (kind, back, words) in [
        (RelationKind::Contradicts, RelationKind::Contradicts, "contradicts"),
        (RelationKind::SameAs, RelationKind::SameAs, "is the same as"),
        (RelationKind::PartOf, RelationKind::HasPart, "is part of"),
        (RelationKind::HasPart, RelationKind::PartOf, "has"),
    ] {
        let before = desk.state();
        let outcome = desk.relate(one, kind, two).unwrap();
        assert!(outcome.message.contains(words), "{}", outcome.message);
        assert_eq!((relations(&desk, one), relations(&desk, two)), (vec![(kind, two)], vec![(back, one)]));
        assert_eq!(desk.relate(two, back, one).unwrap().operation, None, "it is so already");
        let related = desk.state();
        desk.unrelate(two, back, one).unwrap();
        assert_eq!((relations(&desk, one), relations(&desk, two)), (vec![], vec![]));
        desk.undone(&related);
        desk.undone(&before);
    }
}

#[test]
fn a_relation_that_makes_no_sense_is_refused() {
    let desk = with_sample();
    let (one, two, three) = (claim_with(&desk, LENGTH), claim_with(&desk, GENEVA), claim_with(&desk, TREATY));
    let refused = desk.refused(|w| w.relate(one, RelationKind::Contradicts, one));
    assert_eq!((refused.code, refused.field.as_deref()), (Code::Invalid, Some("claim")));
    assert_eq!(refused.message, format!("{} cannot be related to itself.", named(&desk, one)));
    assert_eq!(desk.refused(|w| w.relate(one, RelationKind::SameAs, 9999)).code, Code::NotFound);
    for kind in [RelationKind::MergedInto, RelationKind::MergedFrom] {
        assert_eq!(desk.refused(|w| w.relate(one, kind, two)).hints, ["Use merge."]);
        assert_eq!(desk.refused(|w| w.unrelate(one, kind, two)).hints, ["Use unmerge."]);
    }
    assert_eq!(desk.refused(|w| w.unrelate(one, RelationKind::SameAs, two)).code, Code::NotFound);
    desk.relate(one, RelationKind::PartOf, two).unwrap();
    desk.relate(two, RelationKind::PartOf, three).unwrap();
    for (part, kind, whole) in [(three, RelationKind::PartOf, one), (one, RelationKind::HasPart, three)] {
        let refused = desk.refused(|w| w.relate(part, kind, whole));
        assert_eq!(
            (refused.field.as_deref(), refused.message.as_str()),
            (Some("relation"), "A claim cannot be part of its own part.")
        );
    }
}

#[test]
fn merging_hands_mentions_and_evidence_over_and_unmerging_gives_them_back() {
    let desk = with_sample();
    let (one, two) = (ready(&desk, LENGTH), ready(&desk, GENEVA));
    desk.add_evidence(two, &evidence_from("Second")).unwrap();
    desk.relate(one, RelationKind::SameAs, two).unwrap();
    let before = desk.state();
    let (of_one, of_two) = (mentions(&desk, one), mentions(&desk, two));
    let rationale = desk.claim(two).unwrap().rationale;
    let outcome = desk.merge(&[two], one).unwrap();
    assert_eq!(outcome.message, format!("{} merged into {}", named(&desk, two), named(&desk, one)));
    assert_eq!(mentions(&desk, one).len(), of_one.len() + of_two.len());
    assert_eq!(titles(&desk, one), ["Briefing transcript", "Briefing transcript", "Second"]);
    assert_eq!(relations(&desk, one), [(RelationKind::MergedFrom, two)]);
    let gone = desk.claim(two).unwrap();
    assert_eq!((gone.row.status, gone.mentions.len(), gone.row.evidence), (Status::Dismissed, 0, 0));
    assert_eq!(desk.claim(one).unwrap().row.evidence, 3);
    desk.sound();
    let merged = desk.state();
    desk.unmerge(two).unwrap();
    assert_eq!((mentions(&desk, one), mentions(&desk, two)), (of_one, of_two));
    assert_eq!(titles(&desk, two), ["Briefing transcript", "Second"]);
    let back = desk.claim(two).unwrap();
    assert_eq!(
        (back.row.status, back.rationale),
        (Status::InProgress, rationale),
        "citations find their evidence"
    );
    desk.sound();
    desk.undone(&merged);
    desk.undone(&before);
}

#[test]
fn a_merged_claim_does_not_move_until_it_is_unmerged() {
    let desk = with_sample();
    let (one, two, three) = (ready(&desk, LENGTH), ready(&desk, GENEVA), ready(&desk, TREATY));
    desk.merge(&[two], one).unwrap();
    let words = format!("{} was merged into {}.", named(&desk, two), named(&desk, one));
    let refused = desk.refused(|w| w.edit_claims(&[two], &status(Status::Open)));
    assert_eq!((refused.code, refused.field.as_deref()), (Code::MoveNotAllowed, Some("status")));
    assert_eq!(
        (refused.message.as_str(), refused.hints.as_slice()),
        (words.as_str(), &["Unmerge it first.".to_owned()][..])
    );
    let part = |words: &str| PartDraft { statement: words.into(), label: None, place: None };
    for refused in [
        desk.refused(|w| w.merge(&[three], two)),
        desk.refused(|w| w.merge(&[two], three)),
        desk.refused(|w| w.split(two, &[part("One."), part("Two.")])),
    ] {
        assert_eq!((refused.code, &refused.message), (Code::MoveNotAllowed, &words));
    }
    assert_eq!(desk.refused(|w| w.merge(&[one], one)).field.as_deref(), Some("claim"));
    assert_eq!(desk.refused(|w| w.merge(&[], one)).field.as_deref(), Some("claims"));
    assert_eq!(desk.refused(|w| w.merge(&[9999], one)).code, Code::NotFound);
    assert_eq!(desk.refused(|w| w.unmerge(three)).code, Code::NotFound);
}

#[test]
fn merging_reopens_the_claim_merged_into_and_asks_to_reopen_the_one_that_goes() {
    let desk = with_sample();
    let (one, two) = (signed(&desk, LENGTH), signed(&desk, GENEVA));
    let refused = desk.refused(|w| w.merge(&[two], one));
    assert_eq!(refused.code, Code::MoveNotAllowed);
    assert!(refused.message.ends_with("is Signed off and cannot go to Dismissed."), "{refused}");
    assert_eq!(refused.hints.last().map(String::as_str), Some("Reopen it first."));
    desk.edit_claims(&[two], &status(Status::InReview)).unwrap();
    let before = desk.state();
    desk.merge(&[two], one).unwrap();
    let claim = desk.claim(one).unwrap();
    assert_eq!(
        (claim.row.status, claim.reopened.as_deref()),
        (Status::InReview, Some("another claim was merged into it after sign-off"))
    );
    desk.undone(&before);
    assert_eq!(desk.status_of(one), Status::SignedOff);
    desk.redo().unwrap();
    desk.sign_off(&[one], None, false).unwrap();
    let before = desk.state();
    desk.unmerge(two).unwrap();
    assert_eq!(
        desk.claim(one).unwrap().reopened.as_deref(),
        Some("a claim was taken out of it after sign-off")
    );
    desk.undone(&before);
    desk.sound();
}

/// Three merged into two, and two into one.
fn nested(desk: &Desk) -> [i64; 3] {
    let keys = [ready(desk, LENGTH), ready(desk, GENEVA), ready(desk, TREATY)];
    desk.merge(&[keys[2]], keys[1]).unwrap();
    desk.merge(&[keys[1]], keys[0]).unwrap();
    keys
}

#[test]
fn a_merge_within_a_merge_comes_apart_from_either_end() {
    let desk = with_sample();
    let keys = [claim_with(&desk, LENGTH), claim_with(&desk, GENEVA), claim_with(&desk, TREATY)];
    let of = keys.map(|key| mentions(&desk, key));
    let [one, two, three] = nested(&desk);
    assert_eq!(mentions(&desk, one).len(), of.iter().map(Vec::len).sum::<usize>());
    desk.sound();
    let before = desk.state();
    // From the inside: what the third brought has gone on to the first.
    desk.unmerge(three).unwrap();
    assert_eq!(mentions(&desk, three), of[2]);
    assert_eq!(titles(&desk, three), ["Briefing transcript"]);
    desk.unmerge(two).unwrap();
    assert_eq!(keys.map(|key| mentions(&desk, key)), of);
    desk.sound();
    desk.undo().unwrap();
    desk.undone(&before);
    // From the outside: the second takes the third’s along.
    desk.unmerge(two).unwrap();
    assert_eq!((mentions(&desk, one), mentions(&desk, three).len()), (of[0].clone(), 0));
    assert_eq!(mentions(&desk, two).len(), of[1].len() + of[2].len());
    desk.unmerge(three).unwrap();
    assert_eq!(keys.map(|key| mentions(&desk, key)), of);
    desk.undo().unwrap();
    desk.undone(&before);
    desk.sound();
}

#[test]
fn a_suggestion_judged_while_it_was_merged_comes_out_open() {
    let desk = with_sample();
    let (one, two, three) = (ready(&desk, LENGTH), claim_with(&desk, GENEVA), claim_with(&desk, TREATY));
    desk.merge(&[two, three], one).unwrap();
    desk.edit_claims(&[two], &verdict(Verdict::Supported)).unwrap();
    desk.unmerge(two).unwrap();
    desk.unmerge(three).unwrap();
    assert_eq!((desk.status_of(two), desk.status_of(three)), (Status::Open, Status::Suggested));
}

#[test]
fn unmerging_leaves_no_claim_without_a_mention() {
    let desk = with_sample();
    let (one, two) = (ready(&desk, LENGTH), ready(&desk, TREATY));
    let of_two = desk.claim(two).unwrap().mentions;
    desk.merge(&[two], one).unwrap();
    for mention in of_two {
        desk.remove_mention(one, mention.id).unwrap();
    }
    let refused = desk.refused(|w| w.unmerge(two));
    assert_eq!((refused.code, refused.field.as_deref()), (Code::Invalid, Some("mention")));
    assert_eq!(refused.message, format!("{} would be left without a mention.", named(&desk, two)));
    let place = Place { document: 1, quote: Some("an American being held in Russia".into()), span: None };
    desk.add_mention(two, &place).unwrap();
    desk.unmerge(two).unwrap();
    desk.sound();
}

#[test]
fn a_claim_goes_with_the_document_of_the_one_it_was_merged_into() {
    let desk = with_sample();
    let (one, two) = (ready(&desk, LENGTH), ready(&desk, TREATY));
    let of_two = desk.claim(two).unwrap().mentions;
    desk.merge(&[two], one).unwrap();
    for mention in of_two {
        desk.remove_mention(one, mention.id).unwrap();
    }
    let before = desk.state();
    desk.delete_document(1).unwrap();
    desk.sound();
    assert_eq!(desk.claim(two).unwrap_err().code, Code::NotFound);
    desk.undone(&before);
}

#[test]
fn undo_makes_no_circle_of_merges_with_what_another_did() {
    let desk = with_sample();
    let (one, two) = (ready(&desk, LENGTH), ready(&desk, GENEVA));
    desk.merge(&[two], one).unwrap();
    desk.unmerge(two).unwrap();
    desk.of("Ben").merge(&[one], two).unwrap();
    let refused = desk.refused(Workspace::undo);
    assert!(refused.message.starts_with("Ben has changed this since"), "{refused}");
    desk.sound();
}

#[test]
fn a_claim_is_split_into_parts_that_stand_where_they_are_said() {
    let desk = with_sample();
    let key = signed(&desk, LENGTH);
    let before = desk.state();
    let place = Place { document: 1, quote: Some("an American being held in Russia".into()), span: None };
    let parts = [
        PartDraft { statement: "The talks took place in the corridor.".into(), label: None, place: None },
        PartDraft { statement: "They were short.".into(), label: Some("Length".into()), place: Some(place) },
    ];
    let (made, outcome) = desk.split(key, &parts).unwrap();
    assert_eq!((made.len(), outcome.claims), (2, 3));
    let whole = desk.claim(key).unwrap();
    assert_eq!(whole.row.status, Status::SignedOff, "the whole stays");
    assert_eq!(relations(&desk, key), [(RelationKind::HasPart, made[0]), (RelationKind::HasPart, made[1])]);
    let part = desk.claim(made[0]).unwrap();
    assert_eq!((part.row.status, part.row.label.as_str()), (Status::Open, "The talks took place in"));
    assert_eq!(
        (&part.row.claimant, part.row.mode, part.row.kind),
        (&whole.row.claimant, whole.row.mode, whole.row.kind)
    );
    assert_eq!(mentions(&desk, made[0]), mentions(&desk, key));
    assert_eq!(mentions(&desk, made[1]), ["an American being held in Russia"]);
    assert_eq!(
        (relations(&desk, made[1]), part.row.mode == Mode::Own),
        (vec![(RelationKind::PartOf, key)], false)
    );
    desk.undone(&before);
}

#[test]
fn a_split_that_makes_no_sense_is_refused_at_its_field() {
    let desk = with_sample();
    let key = ready(&desk, LENGTH);
    let part = |statement: &str| PartDraft { statement: statement.into(), label: None, place: None };
    let refused = |parts: &[PartDraft]| {
        let refused = desk.refused(|w| w.split(key, parts));
        assert_eq!(refused.code, Code::Invalid);
        (refused.field.unwrap(), refused.message)
    };
    let is = |field: &str, message: &str| (field.to_owned(), message.to_owned());
    assert_eq!(refused(&[part("One.")]), is("parts", "A claim is split into two parts or more."));
    assert_eq!(refused(&[part("One."), part(" ")]), is("parts.1.statement", "The statement is empty."));
    let nowhere = Place { document: 1, quote: Some("Mr. Nobody".into()), span: None };
    assert_eq!(refused(&[part("One."), PartDraft { place: Some(nowhere), ..part("Two.") }]).0, "quote");
    assert_eq!(desk.refused(|w| w.split(9999, &[part("One."), part("Two.")])).code, Code::NotFound);
}

/// A second document with one claim made in it by hand.
fn second(desk: &Desk) -> i64 {
    import(
        desk,
        Input::Text { text: "The talks took nine minutes.\n\nNothing else is known.".into(), name: None },
    );
    let place = Place { document: 2, quote: Some("took nine minutes".into()), span: None };
    let new = NewClaim {
        place,
        statement: "The talks took nine minutes.".into(),
        label: None,
        claimant: None,
        kind: None,
    };
    desk.create_claim(&new).unwrap().0
}

fn in_second() -> Place {
    Place { document: 2, quote: Some("Nothing else is known".into()), span: None }
}

#[test]
fn a_document_goes_with_the_claims_made_in_it_alone_and_reopens_those_made_elsewhere_too() {
    let desk = with_sample();
    let key = ready(&desk, LENGTH);
    let other = second(&desk);
    desk.add_mention(key, &in_second()).unwrap();
    desk.sign_off(&[key], None, false).unwrap();
    desk.relate(other, RelationKind::Contradicts, key).unwrap();
    desk.tick(other, "second-source", true).unwrap();
    let before = desk.state();
    desk.delete_document(2).unwrap();
    assert_eq!(desk.refused(|w| w.claim(other)).code, Code::NotFound);
    let claim = desk.claim(key).unwrap();
    assert_eq!((claim.row.status, claim.relations.len(), claim.mentions.len()), (Status::InReview, 0, 1));
    assert_eq!(claim.reopened.as_deref(), Some("a mention was deleted with its document after sign-off"));
    desk.sound();
    assert_eq!(desk.check().unwrap().damage, []);
    desk.undone(&before);
    assert_eq!(desk.status_of(key), Status::SignedOff);
    desk.sound();
}

#[test]
fn merged_claims_go_with_the_document_that_they_came_from() {
    let desk = with_sample();
    let key = ready(&desk, LENGTH);
    let other = second(&desk);
    desk.add_evidence(other, &evidence_from("Second")).unwrap();
    desk.merge(&[other], key).unwrap();
    let before = desk.state();
    desk.delete_document(2).unwrap();
    assert_eq!(desk.refused(|w| w.claim(other)).code, Code::NotFound, "nothing is left of it to take out");
    assert_eq!(
        (relations(&desk, key), titles(&desk, key).len()),
        (vec![], 2),
        "its evidence is the other’s own now"
    );
    desk.sound();
    desk.undone(&before);
    // The other way round: what it was merged into loses its own mention and stands on what the merged one brought.
    desk.delete_document(1).unwrap();
    assert_eq!(mentions(&desk, key), ["took nine minutes"]);
    assert_eq!(
        desk.keys(ALL, Sort::default()).unwrap().len(),
        desk.documents().unwrap()[0].claims as usize + 1
    );
    desk.sound();
    desk.undone(&before);
}
