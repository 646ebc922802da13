//! Saved views: saved, changed, put in order and taken away, each undone; counted for who asks; and what is refused.
#![expect(clippy::unwrap_used, reason = "a failure here is a failed test")]

use assay_engine::{ClaimPatch, Code, Error, ViewDraft, ViewPatch, Workspace};
use assay_model::id::ViewId;
use assay_model::operation::HistoryFilter;
use assay_model::query::Sort;
use assay_model::verdict::Status;

use crate::desk::{Desk, LENGTH, claim_with, status, with_sample};

fn draft(name: &str, query: &str) -> ViewDraft {
    ViewDraft { name: name.into(), query: query.into(), ..ViewDraft::default() }
}

fn add(workspace: &Workspace, name: &str, query: &str) -> ViewId {
    workspace.add_view(&draft(name, query)).unwrap().0
}

fn named(name: &str) -> ViewPatch {
    ViewPatch { name: Some(name.into()), ..ViewPatch::default() }
}

fn names(workspace: &Workspace) -> Vec<String> {
    workspace.views(false).unwrap().into_iter().map(|row| row.view.name).collect()
}

fn counts(workspace: &Workspace) -> Vec<Option<u32>> {
    workspace.views(true).unwrap().into_iter().map(|row| row.count).collect()
}

fn last_words(workspace: &Workspace) -> String {
    workspace.history(&HistoryFilter::default(), None, 1).unwrap().remove(0).words
}

#[test]
fn every_change_of_a_view_is_one_operation_with_undo_and_a_line_of_history() {
    let desk = with_sample();
    let before = desk.state();
    let (id, saved) = desk.add_view(&draft(" My queue ", " checker:me ")).unwrap();
    assert_eq!(saved.message, "View “My queue” saved");
    assert_eq!(last_words(&desk), "saved the view “My queue”");
    desk.undone(&before);
    desk.redo().unwrap();

    let kept = &desk.views(false).unwrap()[0];
    assert_eq!((kept.view.id, kept.view.query.as_str(), kept.count), (id, "checker:me", None));

    let before = desk.state();
    assert_eq!(desk.edit_view(id, &named("Mine")).unwrap().message, "View renamed to “Mine”");
    assert_eq!(last_words(&desk), "renamed the view “My queue” to “Mine”");
    desk.undone(&before);

    let sort: Sort = "-priority".parse().unwrap();
    let query = Some("checker:me status:open".to_owned());
    desk.edit_view(id, &ViewPatch { query, sort: Some(sort), ..ViewPatch::default() }).unwrap();
    assert_eq!(last_words(&desk), "changed the query of the view “My queue”");
    let line = desk.history(&HistoryFilter::default(), None, 1).unwrap().remove(0);
    let changed: Vec<_> =
        line.changes.iter().map(|c| (c.field.as_str(), c.after.as_deref().unwrap())).collect();
    assert_eq!(changed, [("Query", "checker:me status:open"), ("Sorted by", "-priority")]);
    assert_eq!(desk.views(false).unwrap()[0].view.sort, sort);
    desk.undone(&before);

    let same = desk.edit_view(id, &ViewPatch { query: Some("checker:me".into()), ..ViewPatch::default() });
    assert_eq!(same.unwrap().operation, None);

    desk.remove_view(id).unwrap();
    assert_eq!(last_words(&desk), "removed the view “My queue”");
    assert!(names(&desk).is_empty());
    desk.undone(&before);
}

#[test]
fn views_are_put_in_order() {
    let desk = with_sample();
    let [a, b, c] = ["A", "B", "C"].map(|name| add(&desk, name, ""));
    let before = desk.state();
    for (id, to, order) in
        [(c, 1, ["C", "A", "B"]), (a, 3, ["B", "C", "A"]), (b, 2, ["A", "B", "C"]), (a, 99, ["B", "C", "A"])]
    {
        let moved = desk.move_view(id, to).unwrap();
        assert_eq!(
            (names(&desk), moved.operation.is_some()),
            (order.map(String::from).into(), order != ["A", "B", "C"])
        );
        if moved.operation.is_some() {
            assert_eq!(last_words(&desk), "put the views in another order");
            desk.undone(&before);
        }
    }
    // One that went comes back to its place, and a new one stands last.
    desk.remove_view(b).unwrap();
    add(&desk, "D", "");
    desk.move_view(c, 0).unwrap();
    assert_eq!(names(&desk), ["C", "A", "D"]);
    for _ in 0..3 {
        desk.undo().unwrap();
    }
    assert_eq!(names(&desk), ["A", "B", "C"]);
    assert!(desk.state() == before);
}

#[test]
fn a_name_that_cannot_be_used_is_refused_at_its_field() {
    let desk = with_sample();
    let queue = add(&desk, "Queue", "");
    let other = add(&desk, &"ä".repeat(80), "");
    let at_name = |refused: Error| {
        assert_eq!((refused.code, refused.field.as_deref()), (Code::Invalid, Some("name")));
        refused.message
    };
    let long = "🇺".repeat(81);
    for (name, says) in [
        ("", "The name is empty."),
        (" \t\n", "The name is empty."),
        (" queUE ", "There already is a view “Queue”."),
        (long.as_str(), "The name has 81 characters; 80 is the most."),
        ("two\nlines", "A view’s name is one line."),
    ] {
        assert_eq!(at_name(desk.refused(|w| w.add_view(&draft(name, "")))), says);
        assert_eq!(at_name(desk.refused(|w| w.edit_view(other, &named(name)))), says);
    }
    let capitals = at_name(desk.refused(|w| w.add_view(&draft(&"Ä".repeat(80), ""))));
    assert!(capitals.starts_with("There already is a view “ä"), "{capitals}");
    // Its own name in other capitals is no other view's.
    desk.edit_view(queue, &named("QUEUE")).unwrap();
    let long = desk.refused(|w| w.add_view(&draft("Long", &"x".repeat(20_001))));
    assert_eq!(long.field.as_deref(), Some("query"));
    let gone = ViewId::new();
    for refused in [
        desk.refused(|w| w.edit_view(gone, &named("X"))),
        desk.refused(|w| w.move_view(gone, 1)),
        desk.refused(|w| w.remove_view(gone)),
    ] {
        assert_eq!(refused.code, Code::NotFound);
    }
    assert_eq!(desk.view_named("queue").unwrap().id, queue);
    let missing = desk.view_named("Nothing").unwrap_err();
    assert_eq!(missing.message, "There is no view “Nothing”.");
}

#[test]
fn undo_never_leaves_two_views_of_one_name() {
    let desk = with_sample();
    let id = add(&desk, "Ärger", "");
    desk.remove_view(id).unwrap();
    let other = desk.of("Tomasz Wilk");
    add(&other, "ärger", "");
    let refused = desk.refused(Workspace::undo);
    assert_eq!(refused.code, Code::CannotUndo);
    assert!(refused.message.starts_with("Tomasz Wilk has changed this since"), "{refused}");
    assert_eq!(desk.check().unwrap().damage, []);
}

fn checker(name: &str) -> ClaimPatch {
    ClaimPatch { checker: Some(Some(name.into())), ..ClaimPatch::default() }
}

fn agree(desk: &Desk) {
    for row in desk.views(true).unwrap() {
        let found = desk.keys(&row.view.query, row.view.sort).unwrap().len();
        assert_eq!(row.count, Some(found as u32), "{}", row.view.query);
    }
}

#[test]
fn counts_follow_edits_and_are_those_of_who_asks_with_and_without_the_index() {
    let desk = with_sample();
    desk.set_person("Ines Moreau");
    for query in
        ["", "checker:me", "status:open", "-status:suggested", "minutes", "status:dismissed,open no:evidence"]
    {
        add(&desk, &format!("View of {query}"), query);
    }
    let claim = claim_with(&desk, LENGTH);
    agree(&desk);
    for indexed in [false, true] {
        if indexed {
            desk.notice_others().unwrap();
        }
        let before = counts(&desk);
        desk.edit_claims(&[claim], &checker("Ines Moreau")).unwrap();
        desk.edit_claims(&[claim], &status(Status::Open)).unwrap();
        agree(&desk);
        let after = counts(&desk);
        assert_eq!(after[1..3].iter().map(|c| c.unwrap()).collect::<Vec<_>>(), [1, 1], "{after:?}");
        let other = desk.of("Tomasz Wilk");
        assert_eq!((counts(&other)[1], counts(&other)[2]), (Some(0), Some(1)));
        desk.undo().unwrap();
        desk.undo().unwrap();
        assert_eq!(counts(&desk), before);
    }
}

#[test]
fn a_key_that_is_not_known_any_more_is_text_with_a_hint() {
    let desk = with_sample();
    add(&desk, "Old", "checkers:Ines minutes");
    add(&desk, "Any text", "\"( -:, OR * NEAR(");
    let rows = desk.views(true).unwrap();
    assert_eq!(rows[0].count, Some(0));
    assert_eq!(rows[0].hints.len(), 1);
    assert!(rows[0].hints[0].message.contains("“checkers”"), "{:?}", rows[0].hints);
    agree(&desk);
    desk.sound();
    assert_eq!(desk.check().unwrap().damage, []);
}
