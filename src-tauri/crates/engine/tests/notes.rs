//! Notes and questions: written, changed, answered, listed.
#![expect(clippy::unwrap_used, reason = "a failure here is a failed test")]

use assay_engine::{Code, NotePatch};
use assay_model::note::{Note, NoteKind};
use assay_model::query::Sort;

use crate::desk::{Desk, GENEVA, LENGTH, claim_with, with_sample};

fn note(desk: &Desk, claim: i64, at: usize) -> Note {
    desk.claim(claim).unwrap().note_items[at].clone()
}

fn answer(words: &str) -> NotePatch {
    NotePatch { answer: Some(words.to_owned()), ..NotePatch::default() }
}

#[test]
fn notes_are_written_changed_and_taken_away_and_each_is_undone() {
    let desk = with_sample();
    let key = claim_with(&desk, LENGTH);
    let before = desk.state();
    let (id, outcome) = desk.add_note(key, NoteKind::Note, "  Called the desk. ").unwrap();
    assert!(outcome.message.ends_with("has a new note"), "{}", outcome.message);
    let written = note(&desk, key, 0);
    assert_eq!(
        (written.author.as_str(), written.text.as_str(), written.id),
        ("Ines Moreau", "Called the desk.", id)
    );
    desk.undone(&before);
    desk.redo().unwrap();
    let before = desk.state();
    let ben = desk.of("Ben");
    ben.edit_note(id, &NotePatch { text: Some("Called twice.".into()), ..NotePatch::default() }).unwrap();
    let changed = note(&desk, key, 0);
    assert_eq!(
        (changed.text.as_str(), &changed.author, changed.written),
        ("Called twice.", &written.author, written.written)
    );
    ben.undo().unwrap();
    assert!(desk.state() == before);
    desk.remove_note(id).unwrap();
    assert_eq!(
        (desk.claim(key).unwrap().row.notes, desk.refused(|w| w.remove_note(id)).code),
        (0, Code::NotFound)
    );
    desk.undone(&before);
}

#[test]
fn a_note_that_makes_no_sense_is_refused_at_its_field() {
    let desk = with_sample();
    let key = claim_with(&desk, LENGTH);
    let refused = desk.refused(|w| w.add_note(key, NoteKind::Note, " \n"));
    assert_eq!((refused.code, refused.field.as_deref()), (Code::Invalid, Some("text")));
    assert_eq!(desk.refused(|w| w.add_note(9999, NoteKind::Note, "x")).code, Code::NotFound);
    let (id, _) = desk.add_note(key, NoteKind::Note, "A remark").unwrap();
    let empty = NotePatch { text: Some(" ".into()), ..NotePatch::default() };
    assert_eq!(desk.refused(|w| w.edit_note(id, &empty)).field.as_deref(), Some("text"));
    let refused = desk.refused(|w| w.edit_note(id, &answer("Yes")));
    assert_eq!((refused.code, refused.field.as_deref()), (Code::Invalid, Some("answer")));
    assert_eq!(refused.message, "Only a question can be answered.");
    let (id, _) = desk.add_note(key, NoteKind::Question, "Which talks?").unwrap();
    assert_eq!(
        desk.refused(|w| w.edit_note(id, &answer(&"x".repeat(20_001)))).field.as_deref(),
        Some("answer")
    );
}

#[test]
fn questions_are_listed_until_they_are_answered() {
    let desk = with_sample();
    let (key, other) = (claim_with(&desk, LENGTH), claim_with(&desk, GENEVA));
    let (id, _) = desk.add_note(key, NoteKind::Question, "Which talks?").unwrap();
    desk.add_note(other, NoteKind::Question, "Who says so?").unwrap();
    desk.add_note(other, NoteKind::Note, "A remark").unwrap();
    let asked =
        || desk.open_questions().unwrap().into_iter().map(|q| (q.claim, q.note.text)).collect::<Vec<_>>();
    let mut expected = vec![(key, "Which talks?".to_owned()), (other, "Who says so?".to_owned())];
    expected.sort();
    assert_eq!(asked(), expected);
    let question = desk.open_questions().unwrap().into_iter().find(|q| q.claim == key).unwrap();
    let claim = desk.claim(key).unwrap();
    assert_eq!((question.reference, question.statement), (claim.row.reference, claim.row.statement));
    assert_eq!(question.quote, Some(claim.mentions[0].exact.clone()));
    assert_eq!(question.document, claim.row.document_name);
    let found = |query: &str| desk.keys(query, Sort::default()).unwrap();
    assert_eq!(found("has:open-question has:note").len(), 2);
    assert_eq!((claim.row.notes, claim.row.open_questions), (1, 1));
    let before = desk.state();
    desk.edit_note(id, &answer("Those of March.")).unwrap();
    assert_eq!(asked(), [(other, "Who says so?".to_owned())]);
    assert_eq!(found("has:open-question"), [other]);
    assert_eq!((desk.claim(key).unwrap().row.open_questions, note(&desk, key, 0).is_open()), (0, false));
    desk.undone(&before);
    assert_eq!((asked(), found("has:open-question").len()), (expected, 2));
    desk.redo().unwrap();
    desk.edit_note(id, &answer("")).unwrap();
    assert!(note(&desk, key, 0).is_open(), "an empty answer opens it again");
    // A question that becomes a note has no answer any more.
    desk.edit_note(id, &answer("Yes.")).unwrap();
    desk.edit_note(id, &NotePatch { kind: Some(NoteKind::Note), ..NotePatch::default() }).unwrap();
    assert_eq!((note(&desk, key, 0).kind, note(&desk, key, 0).answer), (NoteKind::Note, None));
}
