//! Edits of many claims: what is said before is what is done, as one operation that one undo takes back.
#![allow(clippy::unwrap_used, reason = "a failure here is a failed test")]

use std::ops::ControlFlow;

use crate::desk::{
    ALL, Desk, GENEVA, LENGTH, evidence, rationale, ready, signed, status, verdict, with_sample,
};
use assay_engine::{
    BulkDeed, BulkPreview, Chosen, ClaimPatch, Code, DeskPatch, Outcome, Result, Seen, Workspace, bench_data,
};
use assay_model::claim::{ClaimKind, Priority};
use assay_model::query::Sort;
use assay_model::verdict::{Status, Verdict};
use proptest::prelude::*;

fn all_of(query: &str) -> Chosen {
    Chosen::Query { query: query.into(), except: vec![] }
}

fn edit(patch: ClaimPatch) -> BulkDeed {
    BulkDeed::Edit { patch }
}

fn done(workspace: &Workspace, chosen: &Chosen, deed: &BulkDeed, seen: Option<&Seen>) -> Result<Outcome> {
    workspace.bulk(chosen, deed, seen, &mut |_, _| ControlFlow::Continue(()))
}

/// The preview with what was then done, after it was seen that the two agree and that one undo takes it back.
fn done_as_said(desk: &Desk, chosen: &Chosen, deed: &BulkDeed) -> (BulkPreview, Outcome) {
    let before = (desk.state(), desk.info().unwrap().operation);
    let preview = desk.bulk_preview(chosen, deed).unwrap();
    assert!(desk.state() == before.0, "a preview writes nothing");
    let outcome = done(desk, chosen, deed, Some(&preview.seen)).unwrap();
    assert_eq!(outcome.claims, preview.changed);
    let left: u32 = preview.left.iter().map(|l| l.claims).sum();
    assert_eq!(preview.claims, preview.changed + preview.same + left);
    assert_eq!(outcome.operation.is_some(), preview.changed > 0);
    if preview.changed > 0 {
        assert_eq!(desk.info().unwrap().operation, before.1 + 1, "one operation");
        desk.sound();
        desk.undo().unwrap();
        assert!(desk.state() == before.0, "one undo takes it back");
        assert_eq!(desk.check().unwrap().damage, []);
        desk.redo().unwrap();
    }
    (preview, outcome)
}

#[test]
fn what_cannot_be_done_is_said_first_and_left() {
    let desk = with_sample();
    let signed = signed(&desk, LENGTH);
    let ready = ready(&desk, GENEVA);
    let keys = desk.keys("", Sort::default()).unwrap();
    let others: Vec<i64> = keys.iter().copied().filter(|k| ![signed, ready].contains(k)).collect();
    desk.edit_claims(&others[..3], &status(Status::Open)).unwrap();
    desk.edit_claims(&others[..2], &verdict(Verdict::Refuted)).unwrap();
    desk.edit_claims(&others[..1], &rationale("It was another day.")).unwrap();
    let chosen = Chosen::Claims { keys: [&others[..4], &[signed, ready]].concat() };
    let (preview, outcome) = done_as_said(&desk, &chosen, &edit(status(Status::SignedOff)));
    assert_eq!(
        preview.message,
        "1 of 6 will be signed off; 1 is Suggested, 1 lacks a rationale and evidence, \
         1 lacks a verdict, a rationale and evidence, 1 lacks evidence, 1 is so already"
    );
    assert_eq!(
        outcome.message,
        "1 of 6 signed off; 1 is Suggested, 1 lacks a rationale and evidence, \
         1 lacks a verdict, a rationale and evidence, 1 lacks evidence, 1 is so already"
    );
    assert_eq!(desk.status_of(ready), Status::SignedOff);
    assert_eq!(desk.status_of(others[0]), Status::Open);
}

#[test]
fn a_missing_primary_source_is_asked_about() {
    let desk = with_sample();
    let key = ready(&desk, LENGTH);
    let items = desk.claim(key).unwrap().evidence_items;
    desk.remove_evidence(items[0].id).unwrap();
    desk.add_evidence(key, &evidence(false)).unwrap();
    desk.edit_claims(&[key], &rationale("It says so.")).unwrap();
    let chosen = Chosen::Claims { keys: vec![key] };
    let preview = desk.bulk_preview(&chosen, &edit(status(Status::SignedOff))).unwrap();
    assert_eq!(preview.message, "None of 1 will be signed off; 1 has no primary source");
    assert!(preview.left[0].no_primary);
    assert_eq!(preview.left[0].first, [format!("{}", desk.claim(key).unwrap().row.reference)]);
    let accepted = edit(ClaimPatch { without_primary: true, ..status(Status::SignedOff) });
    let (_, outcome) = done_as_said(&desk, &chosen, &accepted);
    assert_eq!(outcome.message, format!("{} signed off", desk.claim(key).unwrap().row.reference));
}

#[test]
fn every_field_is_edited_in_bulk_and_told_in_words() {
    let desk = with_sample();
    let count = desk.keys("", Sort::default()).unwrap().len();
    let deeds = [
        (status(Status::Open), "set to Open"),
        (verdict(Verdict::Supported), "set to Supported"),
        (ClaimPatch { verdict: Some(None), ..ClaimPatch::default() }, "have no verdict"),
        (
            ClaimPatch { checker: Some(Some("Ada Okafor".into())), ..ClaimPatch::default() },
            "assigned to Ada Okafor",
        ),
        (ClaimPatch { checker: Some(None), ..ClaimPatch::default() }, "unassigned"),
        (
            ClaimPatch { reviewer: Some(Some("Ada Okafor".into())), ..ClaimPatch::default() },
            "given to Ada Okafor to review",
        ),
        (ClaimPatch { reviewer: Some(None), ..ClaimPatch::default() }, "left without a reviewer"),
        (ClaimPatch { add_tags: vec!["print".into()], ..ClaimPatch::default() }, "tagged “print”"),
        (ClaimPatch { remove_tags: vec!["print".into()], ..ClaimPatch::default() }, "lost the tag “print”"),
        (ClaimPatch { priority: Some(Priority::High), ..ClaimPatch::default() }, "set to priority High"),
        (ClaimPatch { kind: Some(ClaimKind::Cause), ..ClaimPatch::default() }, "set to kind Cause"),
        (status(Status::Dismissed), "dismissed"),
    ];
    for (patch, words) in deeds {
        let query = if patch.status == Some(Status::Dismissed) { "status:open" } else { "" };
        let before = desk.keys(query, Sort::default()).unwrap().len();
        let (preview, outcome) = done_as_said(&desk, &all_of(query), &edit(patch.clone()));
        assert_eq!(preview.claims as usize, before);
        let left = if preview.same > 0 { preview.changed } else { before as u32 };
        assert_eq!(preview.changed, left, "{}", preview.message);
        assert!(outcome.message.contains(words), "{} has not {words}", outcome.message);
    }
    assert_eq!(desk.keys("status:dismissed", Sort::default()).unwrap().len(), count);
}

#[test]
fn claims_are_merged_in_bulk_but_not_the_one_that_stays() {
    let desk = with_sample();
    let signed = signed(&desk, LENGTH);
    let into = ready(&desk, GENEVA);
    let before = desk.keys("", Sort::default()).unwrap().len() as u32;
    let (preview, outcome) = done_as_said(&desk, &all_of(""), &BulkDeed::Merge { into });
    let name = desk.claim(into).unwrap().row.reference;
    assert_eq!((preview.claims, preview.changed), (before - 1, before - 2));
    assert_eq!(
        outcome.message,
        format!("{} of {} merged into {name}; 1 is Signed off", before - 2, before - 1)
    );
    assert_eq!((desk.status_of(signed), desk.status_of(into)), (Status::SignedOff, Status::InProgress));
}

#[test]
fn a_query_that_finds_others_by_now_is_refused() {
    let desk = with_sample();
    let chosen = all_of("status:suggested");
    let deed = edit(status(Status::Open));
    let preview = desk.bulk_preview(&chosen, &deed).unwrap();
    let key = desk.keys("status:suggested", Sort::default()).unwrap()[0];
    let other = desk.of("Ada Okafor");
    // Another edit that changes nothing of which claims are meant does no harm.
    let tagged = ClaimPatch { add_tags: vec!["x".into()], ..ClaimPatch::default() };
    other.edit_claims(&[key], &tagged).unwrap();
    let outcome = done(&desk, &chosen, &deed, Some(&preview.seen)).unwrap();
    assert_eq!(outcome.claims, preview.changed);
    desk.undo().unwrap();

    other.edit_claims(&[key], &status(Status::Open)).unwrap();
    let refused = desk.refused(|desk| done(desk, &chosen, &deed, Some(&preview.seen)));
    assert_eq!(refused.code, Code::ListChanged);
    // Of claims named one by one it is clear which are meant.
    let named = Chosen::Claims { keys: vec![key] };
    assert_eq!(done(&desk, &named, &deed, Some(&preview.seen)).unwrap().claims, 0);
}

#[test]
fn one_of_a_query_may_be_left_out() {
    let desk = with_sample();
    let key = desk.keys("", Sort::default()).unwrap()[0];
    let chosen = Chosen::Query { query: String::new(), except: vec![key] };
    done_as_said(&desk, &chosen, &edit(status(Status::Open)));
    assert_eq!(desk.keys("status:suggested", Sort::default()).unwrap(), [key]);
    assert_eq!(desk.among("status:open", &[key, key + 1]).unwrap().len(), 1);
}

#[test]
fn what_makes_no_sense_for_any_claim_is_refused_whole() {
    let desk = with_sample();
    for patch in [
        ClaimPatch { add_tags: vec!["a,b".into()], ..ClaimPatch::default() },
        ClaimPatch { label: Some(" ".into()), ..ClaimPatch::default() },
        ClaimPatch { rationale: Some("x".repeat(20_001)), ..ClaimPatch::default() },
    ] {
        let deed = edit(patch);
        let said = desk.bulk_preview(&all_of(""), &deed).unwrap_err();
        let refused = desk.refused(|desk| done(desk, &all_of(""), &deed, None));
        assert_eq!((said.code, &said), (Code::Invalid, &refused));
    }
    assert_eq!(desk.bulk_preview(&all_of("zzzz"), &edit(status(Status::Open))).unwrap().claims, 0);
    let nobody_new = edit(ClaimPatch { checker: Some(Some("Nobody New".into())), ..ClaimPatch::default() });
    assert_eq!(done(&desk, &all_of("zzzz"), &nobody_new, None).unwrap().operation, None);
    assert!(!desk.people().unwrap().iter().any(|p| p.name == "Nobody New"));
}

#[test]
fn stopped_at_any_step_nothing_is_changed() {
    let desk = with_sample();
    bench_data(&desk, 300, &mut |_| {}).unwrap();
    let deed = edit(ClaimPatch { priority: Some(Priority::Low), ..ClaimPatch::default() });
    let mut steps = Vec::new();
    desk.bulk(&all_of(ALL), &deed, None, &mut |done, note| {
        steps.push((done, note.to_owned()));
        ControlFlow::Continue(())
    })
    .unwrap();
    assert!(
        steps.is_sorted_by(|a, b| a.0 <= b.0) && steps.iter().all(|(done, _)| (0.0..=1.0).contains(done))
    );
    assert!(
        steps.iter().any(|(_, note)| note == "Editing") && steps.iter().any(|(_, note)| note == "Saving")
    );
    desk.undo().unwrap();
    for stop in 0..steps.len() {
        let mut step = 0;
        let refused = desk.refused(|desk| {
            desk.bulk(&all_of(ALL), &deed, None, &mut |_, _| {
                step += 1;
                if step > stop { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            })
        });
        assert_eq!(refused.code, Code::Cancelled);
    }
}

#[test]
fn the_next_open_claim_is_found_round_the_end() {
    let desk = with_sample();
    let sort = Sort { key: assay_model::query::SortKey::Reference, descending: false };
    let keys = desk.keys("", sort).unwrap();
    assert_eq!(desk.next_open("", sort, 0, None).unwrap(), None);
    desk.edit_claims(&[keys[1], keys[3]], &status(Status::Open)).unwrap();
    assert_eq!(desk.next_open("", sort, 0, None).unwrap(), Some(keys[1]));
    assert_eq!(desk.next_open("", sort, 1, Some(keys[1])).unwrap(), Some(keys[3]));
    assert_eq!(desk.next_open("", sort, 4, None).unwrap(), Some(keys[1]));
    assert_eq!(desk.next_open("status:suggested", sort, 0, None).unwrap(), None);
}

fn any_patch() -> impl Strategy<Value = ClaimPatch> {
    let statuses = proptest::option::of(prop::sample::select(Status::ALL));
    let verdicts = proptest::option::of(proptest::option::of(prop::sample::select(Verdict::ALL)));
    let people =
        proptest::option::of(proptest::option::of(prop::sample::select(&["Ada", "Ines Moreau"][..])));
    (statuses, verdicts.clone(), verdicts, people.clone(), people, any::<(bool, bool, bool)>()).prop_map(
        |(status, verdict, said, checker, reviewer, (tag, why, without_primary))| ClaimPatch {
            status,
            verdict,
            said,
            checker: checker.map(|c| c.map(str::to_owned)),
            reviewer: reviewer.map(|c| c.map(str::to_owned)),
            add_tags: if tag { vec!["t".into()] } else { vec![] },
            rationale: why.then(|| "So it is [1].".into()),
            without_primary,
            ..ClaimPatch::default()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn what_is_said_is_what_is_done(patches in prop::collection::vec(any_patch(), 1..6), two in any::<bool>()) {
        let desk = with_sample();
        signed(&desk, LENGTH);
        ready(&desk, GENEVA);
        desk.edit_desk(&DeskPatch { two_person: Some(two), ..DeskPatch::default() }).unwrap();
        for patch in patches {
            done_as_said(&desk, &all_of(ALL), &edit(patch));
        }
    }
}
