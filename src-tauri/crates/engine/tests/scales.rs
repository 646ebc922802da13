//! Verdict scales: built in and a desk's own, what changing them does to claims, and what is refused.
#![expect(clippy::unwrap_used, reason = "a failure here is a failed test")]

use std::collections::HashMap;

use assay_engine::{ClaimPatch, Code, DeskPatch, Outcome, Result, ScaleDraft, Workspace};
use assay_model::query::Sort;
use assay_model::scale::{Rating, RatingRef, built_in};
use assay_model::verdict::{Status, Verdict};

use crate::desk::{ALL, Desk, GENEVA, LENGTH, claim_with, ready, signed, status, verdict, with_sample};

fn value(word: &str, name: &str, verdict: Verdict, number: Option<f64>) -> Rating {
    Rating {
        word: word.into(),
        name: name.into(),
        role: verdict,
        description: String::new(),
        number,
        verdict,
    }
}

/// A scale of three values: right, in part, wrong.
fn house() -> ScaleDraft {
    ScaleDraft {
        name: "House".into(),
        ratings: vec![
            value("", "Right", Verdict::Supported, Some(3.0)),
            value("", "In part", Verdict::Conflicting, Some(2.0)),
            value("", "Wrong", Verdict::Refuted, Some(1.0)),
        ],
        ..ScaleDraft::default()
    }
}

/// The same as it is kept, to be changed.
fn kept(workspace: &Workspace) -> ScaleDraft {
    let scale = workspace.all_scales().unwrap().into_iter().find(|s| s.word == "house").unwrap();
    let (word, name) = (Some(scale.word), scale.name);
    ScaleDraft { word, name, ratings: scale.ratings, ..ScaleDraft::default() }
}

fn of(scale: &str, rating: &str) -> RatingRef {
    RatingRef { scale: scale.into(), rating: rating.into() }
}

fn rate(workspace: &Workspace, claim: i64, rating: RatingRef) -> Result<Outcome> {
    workspace.edit_claims(&[claim], &ClaimPatch { rating: Some(Some(rating)), ..ClaimPatch::default() })
}

fn judged(desk: &Desk, claim: i64) -> (Option<Verdict>, Option<String>) {
    let row = desk.claim(claim).unwrap().row;
    (row.verdict, row.rating_name)
}

#[test]
fn a_claim_can_be_given_every_value_of_every_scale_and_the_verdict_follows() {
    let desk = with_sample();
    let key = ready(&desk, LENGTH);
    desk.save_scale(&house()).unwrap();
    let scales = desk.all_scales().unwrap();
    assert_eq!(scales.len(), built_in().len() + 1);
    for scale in &scales {
        for rating in &scale.ratings {
            rate(&desk, key, of(&scale.word, &rating.word)).unwrap();
            let name = (scale.word != "assay").then(|| rating.name.clone());
            assert_eq!(judged(&desk, key), (Some(rating.verdict), name), "{} of {}", rating.name, scale.name);
        }
    }
    desk.edit_claims(&[key], &verdict(Verdict::Supported)).unwrap();
    assert_eq!(
        judged(&desk, key),
        (Some(Verdict::Supported), None),
        "a verdict of the five takes the value away"
    );
    desk.sound();
}

#[test]
fn a_value_or_a_scale_that_is_not_there_is_refused() {
    let desk = with_sample();
    let key = ready(&desk, LENGTH);
    let refused = desk.refused(|w| rate(w, key, of("politifact", "perhaps")));
    assert_eq!((refused.code, refused.field.as_deref()), (Code::Invalid, Some("rating")));
    assert_eq!(refused.message, "“perhaps” is not a value of PolitiFact.");
    assert!(refused.hints[0].contains("pants-on-fire"), "{:?}", refused.hints);
    let refused = desk.refused(|w| rate(w, key, of("nobody", "true")));
    assert_eq!((refused.code, refused.field.as_deref()), (Code::NotFound, Some("scale")));
    let patch = DeskPatch { scale: Some("nobody".into()), ..DeskPatch::default() };
    let refused = desk.refused(|w| w.edit_desk(&patch));
    assert_eq!((refused.code, refused.field.as_deref()), (Code::Invalid, Some("scale")));
    assert_eq!(refused.message, "There is no scale “nobody”.");
}

#[test]
fn a_value_waits_until_a_suggestion_is_accepted() {
    let desk = with_sample();
    let key = claim_with(&desk, LENGTH);
    let refused = desk.refused(|w| rate(w, key, of("fever", "supports")));
    assert_eq!((refused.code, refused.field.as_deref()), (Code::MoveNotAllowed, Some("verdict")));
}

#[test]
fn a_scale_that_cannot_be_judged_by_is_refused_at_its_field() {
    let desk = with_sample();
    let refused = |change: &dyn Fn(&mut ScaleDraft)| {
        let mut draft = house();
        change(&mut draft);
        let refused = desk.refused(|w| w.save_scale(&draft));
        assert_eq!(refused.code, Code::Invalid, "{refused}");
        (refused.field.unwrap(), refused.message)
    };
    let is = |field: &str, message: &str| (field.to_owned(), message.to_owned());
    assert_eq!(
        refused(&|d| d.ratings[1].name = "right ".into()),
        is("ratings.1.name", "Two values are named “right”.")
    );
    assert_eq!(refused(&|d| d.name = " ".into()), is("name", "The scale needs a name."));
    assert_eq!(refused(&|d| d.ratings.truncate(1)), is("ratings", "A scale has 2 to 9 values; this has 1."));
    assert_eq!(
        refused(&|d| d.ratings[1].verdict = Verdict::NotEnoughEvidence),
        is(
            "ratings.1.number",
            "“In part” stands for Not enough evidence, which has no place between true and false. Take its number away."
        )
    );
    assert_eq!(
        refused(&|d| d.ratings[1].number = Some(3.0)),
        is("ratings.1.number", "Two values have the number 3.")
    );
    desk.save_scale(&house()).unwrap();
    assert_eq!(refused(&|d| d.name = "HOUSE".into()), is("name", "There already is a scale “HOUSE”."));
    assert_eq!(refused(&|d| d.name = "politifact".into()).0, "name");
    assert_eq!(
        refused(&|d| d.word = Some("fever".into())),
        is("word", "This scale comes with Assay and cannot be changed.")
    );
    let missing = desk.refused(|w| w.save_scale(&ScaleDraft { word: Some("none".into()), ..house() }));
    assert_eq!(missing.code, Code::NotFound);
}

#[test]
fn a_scale_is_made_changed_and_removed_and_each_is_undone() {
    let desk = with_sample();
    let before = desk.state();
    desk.save_scale(&house()).unwrap();
    let words: Vec<_> = kept(&desk).ratings.into_iter().map(|r| r.word).collect();
    assert_eq!(words, ["right", "in-part", "wrong"]);
    desk.undone(&before);
    desk.redo().unwrap();
    let before = desk.state();
    let mut renamed = kept(&desk);
    renamed.name = "Newsdesk".into();
    renamed.ratings[0].name = "Correct".into();
    renamed.ratings.reverse();
    desk.save_scale(&renamed).unwrap();
    let now = desk.all_scales().unwrap().pop().unwrap();
    assert_eq!((now.word.as_str(), now.name.as_str()), ("house", "Newsdesk"), "its word stays");
    assert_eq!((now.ratings[2].word.as_str(), now.ratings[2].name.as_str()), ("right", "Correct"));
    desk.undone(&before);
    desk.remove_scale("house", &HashMap::new()).unwrap();
    assert_eq!(desk.all_scales().unwrap().len(), built_in().len());
    desk.undone(&before);
}

#[test]
fn scales_of_one_name_after_another_get_words_of_their_own() {
    let desk = with_sample();
    desk.save_scale(&house()).unwrap();
    desk.save_scale(&ScaleDraft { name: "House!".into(), ..house() }).unwrap();
    desk.save_scale(&ScaleDraft { name: "Žž".into(), ..house() }).unwrap();
    desk.save_scale(&ScaleDraft { name: "FEVER 2".into(), ..house() }).unwrap();
    let words: Vec<_> =
        desk.all_scales().unwrap().into_iter().filter(|s| !s.built_in).map(|s| s.word).collect();
    assert_eq!(words, ["house", "house-2", "scale", "fever-2"]);
}

#[test]
fn another_meaning_of_a_value_changes_verdicts_and_reopens_what_was_signed() {
    let desk = with_sample();
    desk.save_scale(&house()).unwrap();
    let key = ready(&desk, LENGTH);
    rate(&desk, key, of("house", "right")).unwrap();
    desk.sign_off(&[key], None, false).unwrap();
    let before = desk.state();
    let mut other = kept(&desk);
    other.ratings[0].name = "Correct".into();
    assert_eq!(desk.save_scale(&other).unwrap().claims, 0);
    assert_eq!(desk.status_of(key), Status::SignedOff, "a name is no substance");
    assert_eq!(judged(&desk, key).1.as_deref(), Some("Correct"));
    desk.undone(&before);
    other.ratings[0].verdict = Verdict::Conflicting;
    assert_eq!(desk.save_scale(&other).unwrap().claims, 1);
    let claim = desk.claim(key).unwrap();
    assert_eq!((claim.row.status, claim.row.verdict), (Status::InReview, Some(Verdict::Conflicting)));
    assert_eq!(claim.reopened.as_deref(), Some("the verdict changed after sign-off"));
    desk.sound();
    desk.undone(&before);
    assert_eq!(desk.status_of(key), Status::SignedOff);
}

#[test]
fn a_value_in_use_asks_for_its_replacement() {
    let desk = with_sample();
    desk.save_scale(&house()).unwrap();
    let (key, other) = (ready(&desk, LENGTH), ready(&desk, GENEVA));
    for claim in [key, other] {
        rate(&desk, claim, of("house", "wrong")).unwrap();
    }
    desk.sign_off(&[other], None, false).unwrap();
    let used = desk.scales().unwrap().pop().unwrap();
    assert_eq!((used.claims.as_slice(), used.active), (&[0, 0, 2][..], false));
    let mut less = kept(&desk);
    less.ratings.truncate(2);
    let refused = desk.refused(|w| w.save_scale(&less));
    assert_eq!((refused.code, refused.field.as_deref()), (Code::NeedsReplacement, Some("ratings")));
    assert_eq!(refused.message, "“Wrong” is the verdict of 2 claims.");
    less.replacements.insert("wrong".into(), of("house", "wrong"));
    let refused = desk.refused(|w| w.save_scale(&less));
    assert_eq!(refused.message, "“wrong” is not a value of House.", "it goes itself");
    less.replacements.insert("wrong".into(), of("house", "in-part"));
    assert_eq!(desk.save_scale(&less).unwrap().claims, 2);
    assert_eq!(judged(&desk, key), (Some(Verdict::Conflicting), Some("In part".into())));
    assert_eq!(desk.status_of(other), Status::InReview);
    desk.sound();
    desk.undo().unwrap();
    assert_eq!(judged(&desk, key), (Some(Verdict::Refuted), Some("Wrong".into())));
    assert_eq!(desk.status_of(other), Status::SignedOff);
}

#[test]
fn a_scale_goes_when_its_values_are_replaced_and_nobody_judges_by_it() {
    let desk = with_sample();
    desk.save_scale(&house()).unwrap();
    let key = ready(&desk, LENGTH);
    rate(&desk, key, of("house", "wrong")).unwrap();
    desk.edit_desk(&DeskPatch { scale: Some("house".into()), ..DeskPatch::default() }).unwrap();
    assert_eq!(desk.info().unwrap().scale.name, "House");
    let none = HashMap::new();
    let refused = desk.refused(|w| w.remove_scale("house", &none));
    assert_eq!(refused.message, "Claims are judged by this scale.");
    desk.edit_desk(&DeskPatch { scale: Some("assay".into()), ..DeskPatch::default() }).unwrap();
    let refused = desk.refused(|w| w.remove_scale("house", &none));
    assert_eq!(
        (refused.code, refused.message.as_str()),
        (Code::NeedsReplacement, "“Wrong” is the verdict of 1 claim.")
    );
    let itself = HashMap::from([("wrong".to_owned(), of("house", "right"))]);
    assert_eq!(desk.refused(|w| w.remove_scale("house", &itself)).code, Code::NotFound);
    assert_eq!(
        desk.refused(|w| w.remove_scale("fever", &none)).message,
        "This scale comes with Assay and cannot be removed."
    );
    assert_eq!(desk.refused(|w| w.remove_scale("nobody", &none)).code, Code::NotFound);
    let before = desk.state();
    let to = HashMap::from([("wrong".to_owned(), of("assay", "refuted"))]);
    desk.remove_scale("house", &to).unwrap();
    assert_eq!(judged(&desk, key), (Some(Verdict::Refuted), None));
    desk.undone(&before);
    assert_eq!(judged(&desk, key), (Some(Verdict::Refuted), Some("Wrong".into())));
}

#[test]
fn undo_does_not_take_a_scale_from_under_anothers_claim() {
    let desk = with_sample();
    let key = ready(&desk, LENGTH);
    let ben = desk.of("Ben");
    desk.save_scale(&house()).unwrap();
    rate(&ben, key, of("house", "right")).unwrap();
    let refused = desk.refused(Workspace::undo);
    assert_eq!(refused.code, Code::CannotUndo);
    assert!(refused.message.starts_with("Ben has changed this since"), "{refused}");
    // The same where a value’s meaning would go back under a verdict that was given by the new one.
    let other = ready(&ben, GENEVA);
    let mut changed = kept(&desk);
    changed.ratings[1].verdict = Verdict::Refuted;
    desk.save_scale(&changed).unwrap();
    rate(&ben, other, of("house", "in-part")).unwrap();
    assert_eq!(desk.refused(Workspace::undo).code, Code::CannotUndo);
    ben.edit_desk(&DeskPatch { scale: Some("house".into()), ..DeskPatch::default() }).unwrap();
    desk.sound();
}

#[test]
fn claims_are_found_by_the_value_they_were_given() {
    let desk = with_sample();
    let (key, other) = (ready(&desk, LENGTH), signed(&desk, GENEVA));
    rate(&desk, key, of("politifact", "half-true")).unwrap();
    let found = |query: &str| desk.keys(query, Sort::default()).unwrap();
    assert_eq!(found("rating:half-true"), [key]);
    assert_eq!(found("rating:Half-True,false"), [key]);
    assert!(found("rating:none").contains(&other) && !found("rating:none").contains(&key));
    assert_eq!(found(&format!("{ALL} -rating:none")), [key]);
    desk.edit_claims(&[key], &status(Status::Dismissed)).unwrap();
    assert!(found("rating:half-true").is_empty());
}
