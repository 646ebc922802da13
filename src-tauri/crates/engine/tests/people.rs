//! People: added, renamed, taken away, assigned, and asked for in queries.
#![expect(clippy::unwrap_used, reason = "a failure here is a failed test")]

use assay_engine::{ClaimPatch, Code};
use assay_model::query::Sort;
use assay_model::verdict::Status;

use crate::desk::{Desk, GENEVA, LENGTH, claim_with, status, with_sample};

fn assign(checker: Option<&str>, reviewer: Option<&str>) -> ClaimPatch {
    let name = |name: Option<&str>| Some(name.map(str::to_owned));
    ClaimPatch { checker: name(checker), reviewer: name(reviewer), ..ClaimPatch::default() }
}

fn names(desk: &Desk) -> Vec<(String, Option<String>)> {
    desk.people().unwrap().into_iter().map(|p| (p.name, p.initials)).collect()
}

#[test]
fn people_are_added_renamed_and_taken_away_and_each_is_undone() {
    let desk = with_sample();
    let before = desk.state();
    desk.add_person(" Tomasz Wilk ", Some("TW")).unwrap();
    assert!(names(&desk).contains(&("Tomasz Wilk".into(), Some("TW".into()))));
    desk.undone(&before);
    desk.redo().unwrap();
    let before = desk.state();
    desk.edit_person("Tomasz Wilk", "Tomasz Wilk-Nowak", None).unwrap();
    assert!(names(&desk).contains(&("Tomasz Wilk-Nowak".into(), None)));
    desk.undone(&before);
    desk.remove_person("Tomasz Wilk").unwrap();
    assert!(names(&desk).iter().all(|(name, _)| name != "Tomasz Wilk"));
    desk.undone(&before);
}

#[test]
fn a_name_that_cannot_be_used_is_refused_at_its_field() {
    let desk = with_sample();
    desk.add_person("Ada", None).unwrap();
    desk.add_person("Ben", None).unwrap();
    let refused = |deed: &dyn Fn(&assay_engine::Workspace) -> assay_engine::Result<assay_engine::Outcome>| {
        let refused = desk.refused(deed);
        (refused.code, refused.field.unwrap(), refused.message)
    };
    let name = |message: &str| (Code::Invalid, "name".to_owned(), message.to_owned());
    assert_eq!(refused(&|w| w.add_person(" ", None)), name("The name is empty."));
    assert_eq!(refused(&|w| w.add_person("Ada", None)), name("There already is a Ada."));
    assert_eq!(refused(&|w| w.add_person("Me", None)), name("“Me” cannot be a person’s name."));
    assert_eq!(
        refused(&|w| w.add_person("Wilk, Tomasz", None)),
        name("“Wilk, Tomasz” cannot be a person’s name.")
    );
    assert_eq!(refused(&|w| w.edit_person("Ada", "Ben", None)), name("There already is a Ben."));
    let nobody = (Code::NotFound, "name".to_owned(), "There is nobody named Cy.".to_owned());
    assert_eq!(refused(&|w| w.edit_person("Cy", "Di", None)), nobody);
    assert_eq!(refused(&|w| w.remove_person("Cy")), nobody);
    let initials =
        (Code::Invalid, "initials".to_owned(), "Initials have at most 4 letters and no space.".to_owned());
    assert_eq!(refused(&|w| w.add_person("Cy", Some("ABCDE"))), initials);
    assert_eq!(refused(&|w| w.edit_person("Ada", "Ada", Some("A B"))), initials);
}

#[test]
fn a_person_whom_a_claim_names_stays() {
    let desk = with_sample();
    let key = claim_with(&desk, LENGTH);
    desk.edit_claims(&[key], &assign(Some("Ada"), Some("Ben"))).unwrap();
    for name in ["Ada", "Ben"] {
        let refused = desk.refused(|w| w.remove_person(name));
        assert_eq!((refused.code, refused.field.as_deref()), (Code::Invalid, Some("name")));
        assert_eq!(refused.message, format!("{name} checks or reviews claims."));
    }
    desk.edit_claims(&[key], &assign(None, Some("Ben"))).unwrap();
    desk.remove_person("Ada").unwrap();
}

#[test]
fn claims_and_filters_follow_a_new_name() {
    let desk = with_sample();
    let key = claim_with(&desk, LENGTH);
    let before = desk.state();
    desk.edit_claims(&[key], &assign(Some("Ada"), Some("Ben"))).unwrap();
    desk.edit_person("Ada", "Ada Lovelace", Some("AL")).unwrap();
    let claim = desk.claim(key).unwrap();
    assert_eq!(
        (claim.row.checker.as_deref(), claim.reviewer.as_deref()),
        (Some("Ada Lovelace"), Some("Ben"))
    );
    assert_eq!(desk.keys("checker:lovelace", Sort::default()).unwrap(), [key]);
    desk.undo().unwrap();
    desk.undone(&before);
    assert!(
        names(&desk).iter().all(|(name, _)| name != "Ada"),
        "who was new with the assignment goes with it"
    );
}

#[test]
fn people_show_what_they_have_to_do_dismissed_claims_left_out() {
    let desk = with_sample();
    let keys = [claim_with(&desk, LENGTH), claim_with(&desk, GENEVA)];
    desk.edit_claims(&keys, &assign(Some("Ada"), Some("Ben"))).unwrap();
    desk.edit_claims(&keys[..1], &status(Status::Dismissed)).unwrap();
    let people = desk.people().unwrap();
    let of = |name: &str| people.iter().find(|p| p.name == name).map(|p| (p.checks, p.reviews)).unwrap();
    assert_eq!((of("Ada"), of("Ben")), ((1, 0), (0, 1)));
}

#[test]
fn initials_are_those_given_or_those_of_the_name() {
    let desk = with_sample();
    desk.workspace.set_person("Jan van den Berg");
    assert_eq!(desk.initials().unwrap(), "JB");
    desk.add_person("Jan van den Berg", Some("JvB")).unwrap();
    assert_eq!(desk.initials().unwrap(), "JvB");
    assert_eq!(desk.info().unwrap().initials, "JvB");
}

#[test]
fn me_is_who_asks() {
    let desk = with_sample();
    let (mine, to_read, joint) =
        (claim_with(&desk, LENGTH), claim_with(&desk, GENEVA), claim_with(&desk, "suspend"));
    desk.edit_claims(&[mine], &assign(Some("Ines Moreau"), None)).unwrap();
    desk.edit_claims(&[to_read], &assign(Some("Ben"), Some("Ines Moreau"))).unwrap();
    desk.edit_claims(&[joint], &assign(Some("Ben"), None)).unwrap();
    let found = |desk: &assay_engine::Workspace, query: &str| {
        let mut keys = desk.keys(query, Sort::default()).unwrap();
        keys.sort_unstable();
        keys
    };
    let sorted = |mut keys: Vec<i64>| {
        keys.sort_unstable();
        keys
    };
    assert_eq!(found(&desk, "checker:me"), [mine]);
    assert_eq!(found(&desk, "reviewer:me"), [to_read]);
    assert_eq!(found(&desk, "person:me"), sorted(vec![mine, to_read]));
    assert_eq!(found(&desk, "checker:ME,ben"), sorted(vec![mine, to_read, joint]));
    let ben = desk.of("Ben");
    assert_eq!(found(&ben, "checker:me"), sorted(vec![to_read, joint]));
    assert_eq!(found(&ben, "person:me -reviewer:none"), [to_read]);
    assert!(!found(&desk, "checker:none").contains(&mine));
    assert!(!found(&desk, "person:none").contains(&to_read));
}

#[test]
fn me_is_nobody_whose_name_only_begins_so() {
    let desk = with_sample();
    let key = claim_with(&desk, LENGTH);
    desk.edit_claims(&[key], &assign(Some("Annika"), None)).unwrap();
    assert!(desk.of("Ann").keys("checker:me", Sort::default()).unwrap().is_empty());
    assert_eq!(desk.keys("checker:ann", Sort::default()).unwrap(), [key], "part of a name finds it");
}
