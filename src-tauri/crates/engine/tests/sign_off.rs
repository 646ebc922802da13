//! Sign-off: its gates, the two-person rule, what is signed, and everything that reopens.
#![expect(clippy::unwrap_used, reason = "a failure here is a failed test")]

use assay_engine::{
    ClaimPatch, Code, DeskPatch, EvidenceDraft, Outcome, Place, Result, SourceDraft, Workspace,
};
use assay_model::claim::Mode;
use assay_model::evidence::Stance;
use assay_model::note::NoteKind;
use assay_model::operation::HistoryFilter;
use assay_model::scale::RatingRef;
use assay_model::verdict::{Finding, Status, Verdict};

use crate::desk::{
    Desk, GENEVA, LENGTH, claim_with, evidence, evidence_from, rationale, ready, signed, status, verdict,
    with_sample,
};

type Deed<'d> = Box<dyn Fn(&Workspace) -> Result<Outcome> + 'd>;

fn patch(claim: i64, patch: ClaimPatch) -> Deed<'static> {
    Box::new(move |w| w.edit_claims(&[claim], &patch))
}

fn none() -> ClaimPatch {
    ClaimPatch::default()
}

fn lasted() -> Place {
    Place { document: 1, quote: Some("an American being held in Russia".into()), span: None }
}

/// A claim with a claimant, two pieces of evidence and both findings, signed off.
fn rich(desk: &Desk) -> i64 {
    let key = ready(desk, LENGTH);
    desk.add_evidence(key, &evidence_from("Second source")).unwrap();
    let said =
        ClaimPatch { said: Some(Some(Verdict::Supported)), rationale_said: Some("He did.".into()), ..none() };
    desk.edit_claims(&[key], &said).unwrap();
    desk.add_mention(key, &lasted()).unwrap();
    desk.sign_off(&[key], None, false).unwrap();
    key
}

/// Every change of substance, with the reason that reopening gives.
fn changes(desk: &Desk, key: i64) -> Vec<(&'static str, Deed<'static>)> {
    let claim = desk.claim(key).unwrap();
    let (mention, item, source) =
        (claim.mentions[0].id, claim.evidence_items[0].id, claim.evidence_items[1].source.id);
    let half = RatingRef { scale: "politifact".into(), rating: "true".into() };
    let said = |said| ClaimPatch { said: Some(said), ..none() };
    vec![
        (
            "the statement changed after sign-off",
            patch(key, ClaimPatch { statement: Some("Else.".into()), ..none() }),
        ),
        (
            "the claimant changed after sign-off",
            patch(key, ClaimPatch { claimant: Some(Some("S. Lavrov".into())), ..none() }),
        ),
        ("the mode changed after sign-off", patch(key, ClaimPatch { mode: Some(Mode::Quote), ..none() })),
        (
            "the value changed after sign-off",
            patch(key, ClaimPatch { found: Some(Some("9 minutes".into())), ..none() }),
        ),
        ("the verdict changed after sign-off", patch(key, verdict(Verdict::Refuted))),
        ("the verdict changed after sign-off", patch(key, ClaimPatch { rating: Some(Some(half)), ..none() })),
        ("whether it was said changed after sign-off", patch(key, said(Some(Verdict::Refuted)))),
        ("whether it was said changed after sign-off", patch(key, said(None))),
        ("the rationale changed after sign-off", patch(key, rationale("Otherwise [2]."))),
        (
            "the rationale changed after sign-off",
            patch(key, ClaimPatch { rationale_said: Some("Twice.".into()), ..none() }),
        ),
        (
            "the statement and the verdict changed after sign-off",
            patch(key, ClaimPatch { statement: Some("Else.".into()), ..verdict(Verdict::Refuted) }),
        ),
        (
            "a mention was added after sign-off",
            Box::new(move |w| w.add_mention(key, &Place { quote: Some("Paul Whelan".into()), ..lasted() })),
        ),
        (
            "a mention was moved after sign-off",
            Box::new(move |w| {
                w.move_mention(key, mention, &Place { quote: Some("Whelan".into()), ..lasted() }, false)
            }),
        ),
        ("a mention was removed after sign-off", Box::new(move |w| w.remove_mention(key, mention))),
        (
            "evidence was added after sign-off",
            Box::new(move |w| w.add_evidence(key, &evidence_from("Third"))),
        ),
        ("evidence was removed after sign-off", Box::new(move |w| w.remove_evidence(item))),
        (
            "evidence was changed after sign-off",
            Box::new(move |w| {
                w.edit_evidence(item, &EvidenceDraft { stance: Stance::Refutes, ..evidence(true) })
            }),
        ),
        (
            "evidence was changed after sign-off",
            Box::new(move |w| {
                w.edit_evidence(item, &EvidenceDraft { locator: Some("p. 4".into()), ..evidence(true) })
            }),
        ),
        (
            "evidence was changed after sign-off",
            Box::new(move |w| {
                w.edit_evidence(item, &EvidenceDraft { finding: Finding::Said, ..evidence(true) })
            }),
        ),
        (
            "evidence was changed after sign-off",
            Box::new(move |w| {
                w.edit_evidence(item, &EvidenceDraft { quote: Some("10 minutes".into()), ..evidence(true) })
            }),
        ),
        (
            "evidence was changed after sign-off",
            Box::new(move |w| {
                w.edit_evidence(item, &EvidenceDraft { known_source: Some(source), ..evidence(true) })
            }),
        ),
        (
            "a source was changed after sign-off",
            Box::new(move |w| {
                w.edit_source(
                    source,
                    &SourceDraft { primary: false, ..evidence_from("Second source").source },
                )
            }),
        ),
    ]
}

#[test]
fn a_sign_off_without_its_gates_is_refused_and_says_what_is_missing() {
    let desk = with_sample();
    let key = claim_with(&desk, LENGTH);
    let refused = |field: &str, code: Code, message: &str| {
        for deed in [&|w: &Workspace| w.sign_off(&[key], None, false), &|w: &Workspace| {
            w.edit_claims(&[key], &status(Status::SignedOff))
        }] as [&dyn Fn(&Workspace) -> Result<Outcome>; 2]
        {
            let refused = desk.refused(deed);
            assert_eq!((refused.code, refused.field.as_deref()), (code, Some(field)), "{refused}");
            assert_eq!(refused.message.split_once(' ').unwrap().1, message);
        }
    };
    refused("status", Code::MoveNotAllowed, "is Suggested and cannot go to Signed off.");
    desk.edit_claims(&[key], &status(Status::Open)).unwrap();
    refused("verdict", Code::GateMissing, "lacks a verdict, a rationale and evidence.");
    desk.edit_claims(&[key], &verdict(Verdict::Supported)).unwrap();
    refused("rationale", Code::GateMissing, "lacks a rationale and evidence.");
    desk.edit_claims(&[key], &rationale("Because.")).unwrap();
    refused("evidence", Code::GateMissing, "lacks evidence.");
    desk.add_evidence(key, &EvidenceDraft { finding: Finding::Said, ..evidence(true) }).unwrap();
    refused("evidence", Code::GateMissing, "lacks evidence on whether it is true.");
    desk.add_evidence(
        key,
        &EvidenceDraft {
            source: SourceDraft { title: "Blog".into(), ..SourceDraft::default() },
            ..evidence(false)
        },
    )
    .unwrap();
    desk.sign_off(&[key], None, false).unwrap();
    desk.sound();
}

#[test]
fn a_missing_primary_source_only_asks() {
    let desk = with_sample();
    let key = ready(&desk, LENGTH);
    let item = desk.claim(key).unwrap().evidence_items[0].id;
    desk.edit_evidence(item, &evidence(false)).unwrap();
    let refused = desk.refused(|w| w.sign_off(&[key], None, false));
    assert_eq!((refused.code, refused.field.as_deref()), (Code::NoPrimarySource, Some("evidence")));
    assert_eq!(refused.hints, ["Sign off anyway? The export will say so."]);
    desk.sign_off(&[key], None, true).unwrap();
    assert_eq!(desk.status_of(key), Status::SignedOff);
}

#[test]
fn verdicts_that_no_evidence_can_settle_need_none() {
    let desk = with_sample();
    for (words, found) in [(LENGTH, Verdict::NotEnoughEvidence), (GENEVA, Verdict::NotCheckable)] {
        let key = claim_with(&desk, words);
        desk.edit_claims(&[key], &ClaimPatch { status: Some(Status::Open), ..verdict(found) }).unwrap();
        assert_eq!(desk.refused(|w| w.sign_off(&[key], None, false)).field.as_deref(), Some("rationale"));
        desk.edit_claims(&[key], &rationale("Searched both ministries’ sites.")).unwrap();
        desk.sign_off(&[key], None, false).unwrap();
    }
}

#[test]
fn all_are_signed_off_or_none() {
    let desk = with_sample();
    let keys = [ready(&desk, LENGTH), claim_with(&desk, GENEVA)];
    desk.edit_claims(&keys[1..], &status(Status::Open)).unwrap();
    assert_eq!(desk.refused(|w| w.sign_off(&keys, None, false)).code, Code::GateMissing);
    assert_eq!(desk.refused(|w| w.sign_off(&[keys[0], 9999], None, false)).code, Code::NotFound);
    assert_eq!(desk.status_of(keys[0]), Status::InProgress);
}

#[test]
fn a_sign_off_records_who_when_and_what() {
    let desk = with_sample();
    let key = ready(&desk, LENGTH);
    let before = desk.state();
    desk.sign_off(&[key], Some("  Tomasz Wilk "), false).unwrap();
    let claim = desk.claim(key).unwrap();
    assert_eq!(claim.signed_off_by.as_deref(), Some("Tomasz Wilk"));
    assert!(claim.signed_off_at.is_some_and(|at| at.0 > 1_700_000_000_000));
    assert_eq!(claim.signed_digest, Some(desk.substance(key)));
    assert_eq!(claim.signed_digest.map(|d| d.len()), Some(64));
    let again = desk.sign_off(&[key], None, false).unwrap();
    assert_eq!((again.operation, again.claims), (None, 0), "it is signed off already");
    let refused = desk.refused(|w| w.sign_off(&[key], Some(" "), false));
    assert_eq!((refused.code, refused.field.as_deref()), (Code::Invalid, Some("as")));
    desk.undone(&before);
}

#[test]
fn every_change_of_substance_reopens_with_its_reason_and_undo_gives_the_sign_off_back() {
    let desk = with_sample();
    let key = rich(&desk);
    let (before, digest) = (desk.state(), desk.substance(key));
    for (why, deed) in changes(&desk, key) {
        let outcome = deed(&desk).unwrap();
        assert!(outcome.operation.is_some(), "{why}");
        let claim = desk.claim(key).unwrap();
        assert_eq!((claim.row.status, claim.reopened.as_deref()), (Status::InReview, Some(why)));
        assert_eq!((claim.signed_off_by, claim.signed_off_at, claim.signed_digest), (None, None, None));
        assert_ne!(desk.substance(key), digest, "{why}: the digest must tell them apart");
        desk.undone(&before);
        assert_eq!(desk.substance(key), digest);
        desk.redo().unwrap();
        assert_eq!(desk.status_of(key), Status::InReview);
        desk.undo().unwrap();
    }
}

#[test]
fn what_is_no_substance_leaves_sign_off_and_digest_as_they_are() {
    let desk = with_sample();
    let key = rich(&desk);
    let other = ready(&desk, GENEVA);
    let (digest, signed) = (desk.substance(key), desk.claim(key).unwrap().signed_off_at);
    let item = desk.claim(key).unwrap().evidence_items[0].clone();
    let file = desk.folder.path().join("copy.txt");
    std::fs::write(&file, "Copy").unwrap();
    let deeds: Vec<Deed<'_>> = vec![
        patch(key, ClaimPatch { label: Some("Length".into()), ..none() }),
        patch(key, ClaimPatch { add_tags: vec!["print".into()], ..none() }),
        patch(key, ClaimPatch { remove_tags: vec!["print".into()], ..none() }),
        patch(key, ClaimPatch { priority: Some(assay_model::claim::Priority::High), ..none() }),
        patch(key, ClaimPatch { kind: Some(assay_model::claim::ClaimKind::Event), ..none() }),
        patch(key, ClaimPatch { checker: Some(Some("Ben".into())), ..none() }),
        patch(key, ClaimPatch { reviewer: Some(Some("Ada".into())), ..none() }),
        Box::new(move |w| w.move_evidence(item.id, 2)),
        Box::new(move |w| w.add_note(key, NoteKind::Question, "Which talks?").map(|(_, o)| o)),
        Box::new(move |w| w.relate(key, assay_model::relation::RelationKind::Contradicts, other)),
        Box::new(move |w| w.tick(key, "second-source", true)),
        Box::new(move |w| w.store_copy(item.source.id, &file).map(|(_, o)| o)),
    ];
    for (at, deed) in deeds.iter().enumerate() {
        assert!(deed(&desk).unwrap().operation.is_some(), "deed {at} did nothing");
        let claim = desk.claim(key).unwrap();
        assert_eq!((claim.row.status, claim.signed_off_at), (Status::SignedOff, signed), "deed {at}");
        assert_eq!(desk.substance(key), digest, "deed {at}");
    }
    desk.sound();
}

#[test]
fn an_edit_and_a_new_sign_off_can_be_one() {
    let desk = with_sample();
    let key = signed(&desk, LENGTH);
    let digest = desk.substance(key);
    let both = ClaimPatch { statement: Some("It was short.".into()), ..status(Status::SignedOff) };
    desk.edit_claims(&[key], &both).unwrap();
    assert_eq!(desk.status_of(key), Status::SignedOff);
    assert_ne!(desk.substance(key), digest);
    desk.sound();
}

#[test]
fn moves_that_are_not_allowed_are_refused_and_name_those_that_are() {
    let desk = with_sample();
    let key = signed(&desk, LENGTH);
    for (to, hint) in [
        (Status::Dismissed, "From Signed off it can go to In progress and In review."),
        (Status::Open, "From Signed off it can go to In progress and In review."),
        (Status::Suggested, "From Signed off it can go to In progress and In review."),
    ] {
        let refused = desk.refused(|w| w.edit_claims(&[key], &status(to)));
        assert_eq!((refused.code, refused.field.as_deref()), (Code::MoveNotAllowed, Some("status")));
        assert_eq!(refused.hints, [hint]);
    }
    desk.edit_claims(&[key], &status(Status::InProgress)).unwrap();
    let claim = desk.claim(key).unwrap();
    assert_eq!((claim.signed_off_by, claim.signed_digest, claim.reopened), (None, None, None));
}

#[test]
fn a_citation_of_evidence_that_is_not_there_is_refused() {
    let desk = with_sample();
    let key = ready(&desk, LENGTH);
    for (field, patch) in [
        ("rationale", rationale("As [1] and [7] say.")),
        ("rationale_said", ClaimPatch { rationale_said: Some("[7]".into()), ..none() }),
    ] {
        let refused = desk.refused(|w| w.edit_claims(&[key], &patch));
        assert_eq!((refused.code, refused.field.as_deref()), (Code::Invalid, Some(field)));
        assert_eq!(refused.message, "[7] cites evidence that is not there.");
        assert_eq!(refused.hints, ["The claim has 1 piece of evidence.", "Write (7) if nothing is cited."]);
    }
    desk.edit_claims(&[key], &rationale("In [2023], as [1] says (7).")).unwrap();
}

fn two_people(desk: &Desk) {
    desk.edit_desk(&DeskPatch { two_person: Some(true), ..DeskPatch::default() }).unwrap();
    assert!(desk.info().unwrap().two_person && desk.desk().unwrap().two_person);
}

fn assign(checker: &str, reviewer: &str) -> ClaimPatch {
    let name = |name: &str| Some((!name.is_empty()).then(|| name.to_owned()));
    ClaimPatch { checker: name(checker), reviewer: name(reviewer), ..none() }
}

#[test]
fn under_the_two_person_rule_another_than_the_checker_signs_off_from_review() {
    let desk = with_sample();
    let key = ready(&desk, LENGTH);
    two_people(&desk);
    let rule = "The two-person rule of this workspace wants a second person to read every claim.";
    let refused = desk.refused(|w| w.sign_off(&[key], None, false));
    assert_eq!((refused.code, refused.field.as_deref()), (Code::MoveNotAllowed, Some("status")));
    assert!(refused.message.ends_with("is In progress and has to be In review first."), "{refused}");
    assert_eq!(refused.hints, [rule]);
    desk.edit_claims(&[key], &status(Status::InReview)).unwrap();
    let refused = desk.refused(|w| w.sign_off(&[key], None, false));
    assert_eq!((refused.code, refused.field.as_deref()), (Code::GateMissing, Some("checker")));
    desk.edit_claims(&[key], &assign("Ines Moreau", "")).unwrap();
    for name in [None, Some("Ines Moreau"), Some(" ines moreau ")] {
        let refused = desk.refused(|w| w.sign_off(&[key], name, false));
        assert_eq!((refused.code, refused.field.as_deref()), (Code::GateMissing, Some("reviewer")));
        assert!(refused.message.starts_with("Ines Moreau checked "), "{refused}");
    }
    let refused = desk.refused(|w| w.edit_claims(&[key], &status(Status::SignedOff)));
    assert_eq!(refused.field.as_deref(), Some("reviewer"));
    desk.of("Tomasz Wilk").sign_off(&[key], None, false).unwrap();
    assert_eq!(desk.claim(key).unwrap().signed_off_by.as_deref(), Some("Tomasz Wilk"));
    // Who signs may also be named.
    desk.edit_claims(&[key], &status(Status::InReview)).unwrap();
    desk.sign_off(&[key], Some("Tomasz Wilk"), false).unwrap();
}

#[test]
fn under_the_two_person_rule_nobody_is_given_both_roles() {
    let desk = with_sample();
    let key = ready(&desk, LENGTH);
    desk.edit_claims(&[key], &assign("Ada", "Ada")).unwrap();
    two_people(&desk);
    desk.edit_claims(&[key], &assign("Ben", "Ada")).unwrap();
    for patch in [
        assign("Ada", "Ada"),
        ClaimPatch { reviewer: None, ..assign("Ada", "") },
        ClaimPatch { checker: None, ..assign("", "Ben") },
    ] {
        let refused = desk.refused(|w| w.edit_claims(&[key], &patch));
        assert_eq!((refused.code, refused.field.as_deref()), (Code::Invalid, Some("reviewer")));
        assert!(refused.message.ends_with(" checks this claim and may not review it."), "{refused}");
    }
    desk.edit_desk(&DeskPatch { two_person: Some(false), ..DeskPatch::default() }).unwrap();
    desk.edit_claims(&[key], &assign("Ada", "Ada")).unwrap();
}

#[test]
fn what_another_signed_off_is_not_undone_from_under_it_but_a_tag_is() {
    let desk = with_sample();
    let key = ready(&desk, LENGTH);
    let ben = desk.of("Ben");
    let source = desk.claim(key).unwrap().evidence_items[0].source.id;
    desk.edit_claims(&[key], &ClaimPatch { add_tags: vec!["print".into()], ..none() }).unwrap();
    ben.sign_off(&[key], None, false).unwrap();
    desk.undo().unwrap();
    assert_eq!((desk.claim(key).unwrap().tags.len(), desk.status_of(key)), (0, Status::SignedOff));
    ben.edit_claims(&[key], &status(Status::InReview)).unwrap();
    desk.edit_source(source, &SourceDraft { publisher: Some("Reuters".into()), ..evidence(true).source })
        .unwrap();
    ben.sign_off(&[key], None, false).unwrap();
    let refused = desk.refused(Workspace::undo);
    assert!(refused.message.starts_with("Ben has changed this since"), "{refused}");
    desk.sound();
}

#[test]
fn an_undo_of_very_many_claims_says_how_many() {
    let desk = crate::desk::desk();
    assay_engine::bench_data(&desk.workspace, 260, &mut |_| {}).unwrap();
    let keys = desk.keys("", assay_model::query::Sort::default()).unwrap();
    let give = ClaimPatch { add_tags: vec!["all".into()], ..none() };
    assert_eq!(desk.edit_claims(&keys, &give).unwrap().claims as usize, keys.len());
    assert_eq!(desk.undo().unwrap().claims as usize, keys.len());
    assert_eq!(desk.redo().unwrap().claims as usize, keys.len());
    let line = desk.history(&HistoryFilter::default(), None, 1).unwrap().remove(0);
    assert!(line.undoes.is_some(), "{line:?}");
}
