//! Typing is saved as it goes on, and a stretch of it is undone as one; what ends a stretch.
#![expect(clippy::unwrap_used, reason = "a failure here is a failed test")]

use assay_engine::{ClaimPatch, Workspace};
use assay_model::verdict::Status;

use crate::desk::{Desk, GENEVA, LENGTH, ready, signed, with_sample};

fn types(workspace: &Workspace, claim: i64, words: &str) {
    let patch = ClaimPatch { rationale: Some(words.into()), typing: true, ..ClaimPatch::default() };
    assert!(workspace.edit_claims(&[claim], &patch).unwrap().operation.is_some());
}

fn written(desk: &Desk, claim: i64) -> String {
    desk.claim(claim).unwrap().rationale
}

#[test]
fn a_stretch_is_undone_and_done_again_as_one() {
    let desk = with_sample();
    let key = ready(&desk, LENGTH);
    let before = desk.state();
    for words in ["I", "It", "It is", "It is so [1]."] {
        types(&desk, key, words);
    }
    let typed = desk.state();
    desk.undone(&before);
    desk.redo().unwrap();
    assert!(desk.state() == typed);
    desk.undone(&before);
}

#[test]
fn a_stretch_ends_with_another_field_another_claim_another_deed_and_an_undo() {
    let desk = with_sample();
    let (key, other) = (ready(&desk, LENGTH), ready(&desk, GENEVA));
    let statement = |words: &str| {
        let patch = ClaimPatch { statement: Some(words.into()), typing: true, ..ClaimPatch::default() };
        desk.edit_claims(&[key], &patch).unwrap();
    };
    let between: [(&str, &dyn Fn()); 5] = [
        ("another field", &|| statement("It lasted nine minutes.")),
        ("another claim", &|| types(&desk, other, "Else.")),
        ("the same, not typed", &|| {
            desk.edit_claims(&[key], &crate::desk::rationale("Pasted.")).unwrap();
        }),
        ("an evidence", &|| {
            desk.add_evidence(key, &crate::desk::evidence_from("Third")).unwrap();
        }),
        ("an undo and a redo", &|| {
            desk.undo().unwrap();
            desk.redo().unwrap();
        }),
    ];
    for (what, deed) in between {
        types(&desk, key, &format!("After {what}"));
        deed();
        let before = desk.state();
        types(&desk, key, "One two");
        types(&desk, key, "One two three");
        desk.undo().unwrap();
        assert!(desk.state() == before, "{what} does not end the stretch");
    }
}

#[test]
fn what_another_did_in_between_ends_a_stretch() {
    let desk = with_sample();
    let key = ready(&desk, LENGTH);
    let ben = desk.of("Ben");
    types(&desk, key, "One");
    types(&ben, key, "One and a half");
    types(&desk, key, "Two");
    types(&desk, key, "Two three");
    desk.undo().unwrap();
    assert_eq!(written(&desk, key), "One and a half");
    let refused = desk.refused(Workspace::undo);
    assert!(refused.message.starts_with("Ben has changed this since"), "{refused}");
    ben.undo().unwrap();
    desk.undo().unwrap();
    assert_eq!(written(&desk, key), "The transcript says so [1].");
}

#[test]
fn the_first_letter_reopens_and_undo_back_to_it_gives_the_sign_off_back() {
    let desk = with_sample();
    let key = signed(&desk, LENGTH);
    let before = desk.state();
    types(&desk, key, "Other");
    assert_eq!(desk.status_of(key), Status::InReview);
    types(&desk, key, "Otherwise");
    types(&desk, key, "Otherwise [1]");
    while desk.status_of(key) != Status::SignedOff {
        desk.undo().unwrap();
    }
    assert!(desk.state() == before);
    desk.sound();
}
