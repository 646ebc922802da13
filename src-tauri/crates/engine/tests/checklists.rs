//! Checklists: what comes with Assay, a desk's own, and ticks.
#![expect(clippy::unwrap_used, reason = "a failure here is a failed test")]

use assay_engine::{ClaimPatch, Code, DeskPatch};
use assay_model::checklist::{Checklist, Step};
use assay_model::claim::ClaimKind;

use crate::desk::{Desk, LENGTH, claim_with, with_sample};

fn quantity(desk: &Desk) -> i64 {
    let key = claim_with(desk, LENGTH);
    desk.edit_claims(&[key], &ClaimPatch { kind: Some(ClaimKind::Quantity), ..ClaimPatch::default() })
        .unwrap();
    key
}

fn steps(desk: &Desk, claim: i64) -> Vec<(String, bool)> {
    desk.claim(claim).unwrap().checklist.into_iter().map(|s| (s.step.text, s.done)).collect()
}

fn lists(steps: Vec<Step>) -> DeskPatch {
    let checklists = Some(vec![Checklist { kind: ClaimKind::Quantity, steps }]);
    DeskPatch { checklists, ..DeskPatch::default() }
}

fn step(id: &str, text: &str) -> Step {
    Step { id: id.into(), text: text.into() }
}

#[test]
fn a_step_is_ticked_and_unticked_and_each_is_undone() {
    let desk = with_sample();
    let key = quantity(&desk);
    let is = |words: &str, done| (words.to_owned(), done);
    assert_eq!(steps(&desk, key)[..2], [is("Unit?", false), is("Base year?", false)]);
    let before = desk.state();
    let outcome = desk.tick(key, "unit", true).unwrap();
    assert!(outcome.message.ends_with("“Unit?” ticked"), "{}", outcome.message);
    assert_eq!(steps(&desk, key)[..2], [is("Unit?", true), is("Base year?", false)]);
    assert_eq!(desk.tick(key, "unit", true).unwrap().operation, None);
    desk.undone(&before);
    desk.redo().unwrap();
    let before = desk.state();
    desk.tick(key, "unit", false).unwrap();
    assert_eq!(steps(&desk, key)[0], is("Unit?", false));
    desk.undone(&before);
    let refused = desk.refused(|w| w.tick(key, "recording", true));
    assert_eq!((refused.code, refused.field.as_deref()), (Code::Invalid, Some("step")));
    assert_eq!(refused.message, "The checklist has no step “recording”.");
    assert_eq!(desk.refused(|w| w.tick(9999, "unit", true)).code, Code::NotFound);
}

#[test]
fn a_desks_own_steps_keep_the_ticks_of_those_that_stay() {
    let desk = with_sample();
    let key = quantity(&desk);
    desk.tick(key, "unit", true).unwrap();
    desk.tick(key, "rounding", true).unwrap();
    let before = desk.state();
    desk.edit_desk(&lists(vec![step("", " Who counted? "), step("unit", "Which unit?")])).unwrap();
    assert_eq!(steps(&desk, key), [("Who counted?".to_owned(), false), ("Which unit?".to_owned(), true)]);
    let new = desk.claim(key).unwrap().checklist[0].step.id.clone();
    assert!(!new.is_empty());
    desk.tick(key, &new, true).unwrap();
    assert!(steps(&desk, key)[0].1);
    desk.undo().unwrap();
    desk.undone(&before);
    desk.edit_desk(&lists(Vec::new())).unwrap();
    assert!(steps(&desk, key).is_empty());
    let settled = desk.desk().unwrap().checklists;
    assert_eq!(settled.len(), ClaimKind::ALL.len());
    assert!(settled.iter().all(|l| (l.kind == ClaimKind::Quantity) == l.steps.is_empty()
        || matches!(l.kind, ClaimKind::Prediction | ClaimKind::Opinion)));
}

#[test]
fn a_checklist_that_makes_no_sense_is_refused() {
    let desk = with_sample();
    let refused = |steps: Vec<Step>| {
        let refused = desk.refused(|w| w.edit_desk(&lists(steps)));
        assert_eq!(refused.code, Code::Invalid);
        (refused.field.unwrap(), refused.message)
    };
    let is = |field: &str, message: &str| (field.to_owned(), message.to_owned());
    assert_eq!(refused(vec![step("", " ")]), is("step", "The step is empty."));
    assert_eq!(
        refused(vec![step("", "Unit?"), step("", "UNIT? ")]),
        is("checklists", "The checklist has “UNIT?” twice.")
    );
    assert_eq!(
        refused(vec![step("unit", "Unit?"), step("unit", "Year?")]),
        is("checklists", "Two steps of the checklist are “unit”.")
    );
    let many = (0..21).map(|n| step("", &format!("Step {n}"))).collect();
    assert_eq!(refused(many), is("checklists", "A checklist has at most 20 steps."));
}

#[test]
fn settings_are_undone() {
    let desk = with_sample();
    let before = desk.state();
    let patch =
        DeskPatch { two_person: Some(true), scale: Some("fever".into()), ..lists(vec![step("", "Unit?")]) };
    desk.edit_desk(&patch).unwrap();
    assert_eq!((desk.desk().unwrap().two_person, desk.desk().unwrap().scale.as_str()), (true, "fever"));
    desk.undone(&before);
    assert_eq!((desk.desk().unwrap().two_person, desk.desk().unwrap().scale.as_str()), (false, "assay"));
}
