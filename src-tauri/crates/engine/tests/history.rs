//! History: its words, its fields, its filters; earlier states looked at and given back.
#![expect(clippy::unwrap_used, reason = "a failure here is a failed test")]

use assay_engine::{ClaimPatch, EvidenceDraft, NotePatch, PartDraft, SourceDraft};
use assay_model::claim::Claim;
use assay_model::evidence::Stance;
use assay_model::note::NoteKind;
use assay_model::operation::{HistoryFilter, HistoryLine};
use assay_model::relation::RelationKind;
use assay_model::scale::RatingRef;
use assay_model::time::Instant;
use assay_model::verdict::{Finding, Status, Verdict};

use crate::desk::{Desk, claim_with, status, verdict, with_sample};

fn evidence(stance: Stance, title: &str) -> EvidenceDraft {
    EvidenceDraft {
        finding: Finding::True,
        stance,
        locator: Some("p. 2".into()),
        quote: Some("ten minutes".into()),
        place: None,
        known_source: None,
        source: SourceDraft { title: title.into(), primary: true, ..SourceDraft::default() },
    }
}

fn rationale(words: &str) -> ClaimPatch {
    ClaimPatch { rationale: Some(words.into()), ..ClaimPatch::default() }
}

fn of(desk: &Desk, filter: &HistoryFilter) -> Vec<HistoryLine> {
    desk.history(filter, None, 100).unwrap()
}

fn of_claim(desk: &Desk, claim: i64) -> Vec<HistoryLine> {
    of(desk, &HistoryFilter { claim: Some(claim), ..HistoryFilter::default() })
}

fn newest(desk: &Desk, claim: i64) -> HistoryLine {
    of_claim(desk, claim).remove(0)
}

/// A change as “field: before → after”.
fn changes(line: &HistoryLine) -> Vec<String> {
    let shown = |v: &Option<String>| v.clone().unwrap_or_else(|| "–".into());
    line.changes.iter().map(|c| format!("{}: {} → {}", c.field, shown(&c.before), shown(&c.after))).collect()
}

#[test]
fn every_deed_is_told_in_words_with_what_was_and_what_is() {
    let desk = with_sample();
    let key = claim_with(&desk, "less than 10 minutes");
    let other = claim_with(&desk, "met was in Geneva");
    desk.edit_claims(&[key], &status(Status::Open)).unwrap();
    assert_eq!(newest(&desk, key).words, "accepted the suggestion");
    assert_eq!(changes(&newest(&desk, key)), ["Status: Suggested → Open"]);

    desk.edit_claims(&[key], &verdict(Verdict::Conflicting)).unwrap();
    desk.edit_claims(&[key], &verdict(Verdict::Refuted)).unwrap();
    assert_eq!(newest(&desk, key).words, "changed the verdict from Conflicting evidence to Refuted");
    assert_eq!(changes(&newest(&desk, key)), ["Verdict: Conflicting evidence → Refuted"]);
    let rating = RatingRef { scale: "politifact".into(), rating: "mostly-true".into() };
    desk.edit_claims(&[key], &ClaimPatch { rating: Some(Some(rating)), ..ClaimPatch::default() }).unwrap();
    assert_eq!(newest(&desk, key).words, "changed the verdict from Refuted to Mostly True");

    desk.add_evidence(key, &evidence(Stance::Supports, "Transcript")).unwrap();
    assert_eq!(newest(&desk, key).words, "attached evidence");
    assert_eq!(
        changes(&newest(&desk, key)).last().map(String::as_str),
        Some("Evidence: – → Supports: Transcript, p. 2 – “ten minutes”")
    );
    desk.edit_claims(&[key], &rationale("It says so [1].")).unwrap();
    assert_eq!(changes(&newest(&desk, key)), ["Rationale: – → It says so [1]."]);
    let reviewer = ClaimPatch { reviewer: Some(Some("Tomasz Wilk".into())), ..ClaimPatch::default() };
    desk.edit_claims(&[key], &reviewer).unwrap();
    assert_eq!(newest(&desk, key).words, "made Tomasz Wilk the reviewer");

    let (question, _) = desk.add_note(key, NoteKind::Question, "Which clock?").unwrap();
    assert_eq!(newest(&desk, key).words, "asked the author a question");
    let answer = NotePatch { answer: Some("Mine.".into()), ..NotePatch::default() };
    desk.edit_note(question, &answer).unwrap();
    assert_eq!(newest(&desk, key).words, "wrote down the author’s answer");
    desk.relate(key, RelationKind::Contradicts, other).unwrap();
    assert!(newest(&desk, other).words.ends_with(": contradicts"), "{}", newest(&desk, other).words);
    desk.unrelate(key, RelationKind::Contradicts, other).unwrap();
    let step = desk.claim(key).unwrap().checklist[0].step.clone();
    desk.tick(key, &step.id, true).unwrap();
    assert_eq!(newest(&desk, key).words, format!("ticked “{}”", step.text));
    let part = |s: &str| PartDraft { statement: s.into(), label: None, place: None };
    desk.split(key, &[part("It was in Delhi."), part("It was short.")]).unwrap();
    assert!(newest(&desk, key).words.contains("split"), "{}", newest(&desk, key).words);
    desk.merge(&[other], key).unwrap();
    assert!(newest(&desk, other).words.contains("merged it into"), "{}", newest(&desk, other).words);
    desk.unmerge(other).unwrap();
    desk.undo().unwrap();
    assert_eq!(newest(&desk, other).words, "undid: unmerge claim");

    let source = desk.claim(key).unwrap().evidence_items[0].source.id;
    let draft =
        SourceDraft { title: "Transcript, corrected".into(), primary: true, ..SourceDraft::default() };
    desk.edit_source(source, &draft).unwrap();
    let line = newest(&desk, key);
    assert_eq!(line.words, "edited the source “Transcript, corrected”");
    assert_eq!(changes(&line), ["Source title: Transcript → Transcript, corrected"]);
    for line in of(&desk, &HistoryFilter::default()) {
        assert!(!line.words.is_empty() && !line.words.contains("  "), "{line:?}");
    }
}

#[test]
fn history_is_had_by_claim_document_source_person_and_day() {
    let desk = with_sample();
    let (key, other) = (claim_with(&desk, "less than 10 minutes"), claim_with(&desk, "met was in Geneva"));
    desk.edit_claims(&[key], &status(Status::Open)).unwrap();
    desk.set_person("Tomasz Wilk");
    desk.add_evidence(other, &evidence(Stance::Context, "Register")).unwrap();
    let all = of(&desk, &HistoryFilter::default());
    let count = |filter: HistoryFilter| of(&desk, &filter).len();
    let default = HistoryFilter::default;
    assert_eq!(count(HistoryFilter { person: Some("Tomasz Wilk".into()), ..default() }), 1);
    assert_eq!(count(HistoryFilter { claim: Some(key), ..default() }), 2, "import and acceptance");
    assert_eq!(count(HistoryFilter { claim: Some(key), person: Some("Tomasz Wilk".into()), ..default() }), 0);
    assert_eq!(count(HistoryFilter { document: Some(1), ..default() }), 3);
    assert_eq!(count(HistoryFilter { source: Some(1), ..default() }), 1);
    let (newest, oldest) = (all[0].time, all.last().unwrap().time);
    assert_eq!(count(HistoryFilter { from: Some(oldest), ..default() }), all.len());
    assert_eq!(count(HistoryFilter { until: Some(oldest), ..default() }), 0);
    assert_eq!(count(HistoryFilter { from: Some(Instant(newest.0 + 1)), ..default() }), 0);
    let older = desk.history(&default(), Some(all[1].operation), 100).unwrap();
    assert_eq!(older, all[2..]);
}

#[test]
fn a_stretch_of_typing_is_one_line_and_one_undo() {
    let desk = with_sample();
    let key = claim_with(&desk, "less than 10 minutes");
    let typed = |words: &str| {
        desk.edit_claims(&[key], &ClaimPatch { typing: true, ..rationale(words) }).unwrap();
    };
    desk.edit_claims(&[key], &rationale("Before.")).unwrap();
    let before = desk.state();
    for words in ["It", "It was", "It was so."] {
        typed(words);
    }
    let after = desk.state();
    let lines = of_claim(&desk, key);
    assert_eq!(lines.len(), 3, "import, the first rationale, the stretch: {lines:#?}");
    assert_eq!(changes(&lines[0]), ["Rationale: Before. → It was so."]);
    assert_eq!(desk.claim_at(key, lines[0].operation).unwrap().rationale, "It was so.");
    assert_eq!(
        desk.history(&HistoryFilter::default(), Some(lines[0].operation), 1).unwrap()[0].operation,
        lines[1].operation
    );
    desk.undo().unwrap();
    assert!(desk.state() == before, "one undo takes the stretch back");
    assert!(of_claim(&desk, key)[1].undone_by.is_some());
    desk.redo().unwrap();
    assert!(desk.state() == after, "and one redo gives it again");
    // Another text in between ends the stretch.
    typed("It was so. And");
    let found = ClaimPatch { typing: true, found: Some(Some("9 minutes".into())), ..ClaimPatch::default() };
    desk.edit_claims(&[key], &found).unwrap();
    typed("It was so. And more.");
    desk.undo().unwrap();
    assert_eq!(desk.claim(key).unwrap().rationale, "It was so. And");
}

/// A claim without what is no part of its earlier state.
fn content(mut claim: Claim) -> String {
    claim.row.edited = Instant(0);
    format!("{claim:#?}")
}

#[test]
fn every_earlier_state_can_be_looked_at_and_given_back() {
    let desk = with_sample();
    let key = claim_with(&desk, "less than 10 minutes");
    let mut states: Vec<(i64, Claim)> = Vec::new();
    let mut keep = |desk: &Desk| states.push((desk.info().unwrap().operation, desk.claim(key).unwrap()));
    keep(&desk);
    desk.edit_claims(&[key], &status(Status::InProgress)).unwrap();
    desk.add_evidence(key, &evidence(Stance::Supports, "Transcript")).unwrap();
    desk.add_evidence(key, &evidence(Stance::Context, "Register")).unwrap();
    keep(&desk);
    let tagged = ClaimPatch {
        add_tags: vec!["print".into()],
        checker: Some(Some("Ada Okafor".into())),
        ..rationale("See [1] and [2].")
    };
    desk.edit_claims(&[key], &tagged).unwrap();
    keep(&desk);
    let items = desk.claim(key).unwrap().evidence_items;
    desk.move_evidence(items[1].id, 1).unwrap();
    keep(&desk);
    desk.remove_evidence(items[0].id).unwrap();
    desk.remove_source(items[0].source.id).unwrap();
    keep(&desk);
    let place =
        assay_engine::Place { document: 1, quote: Some("the Indian capital, Delhi".into()), span: None };
    desk.add_mention(key, &place).unwrap();
    desk.add_note(key, NoteKind::Note, "A note.").unwrap();
    desk.edit_claims(&[key], &verdict(Verdict::Supported)).unwrap();
    desk.sign_off(&[key], None, true).unwrap();
    keep(&desk);
    for (operation, then) in &states {
        let seen = desk.claim_at(key, *operation).unwrap();
        assert_eq!(content(seen), content(then.clone()), "after operation {operation}");
    }
    assert!(desk.claim_at(key, 1).is_err(), "it was not there yet");

    // Given back, the content is that of then; the status is that of now, reopened where it was signed off.
    let before = desk.state();
    let (operation, then) = &states[2];
    desk.restore_claim(key, *operation).unwrap();
    let now = desk.claim(key).unwrap();
    assert_eq!(now.row.status, Status::InReview);
    assert_eq!(now.reopened.as_deref(), Some("an earlier state was restored after sign-off"));
    assert_eq!((&now.rationale, &now.tags, now.row.verdict), (&then.rationale, &then.tags, then.row.verdict));
    assert_eq!(now.evidence_items, then.evidence_items, "with the source that had been removed");
    assert_eq!(now.mentions, then.mentions);
    assert_eq!(now.note_items.len(), 1, "notes stay");
    assert_eq!(desk.check().unwrap().damage, []);
    let after = desk.state();
    desk.undo().unwrap();
    assert!(desk.state() == before, "undone byte for byte");
    desk.redo().unwrap();
    assert!(desk.state() == after);
    let again = desk.restore_claim(key, *operation).unwrap();
    assert_eq!(again.operation, None, "nothing differs any more");
    assert!(newest(&desk, key).words.starts_with("did again"), "{}", newest(&desk, key).words);
}

#[test]
fn details_of_documents_and_sources_are_given_back() {
    let desk = with_sample();
    let key = claim_with(&desk, "less than 10 minutes");
    let operation = desk.info().unwrap().operation;
    let title = desk.documents().unwrap()[0].metadata.title.clone();
    let patch = assay_engine::DocumentPatch { title: Some("Another".into()), ..Default::default() };
    desk.edit_document(1, &patch).unwrap();
    desk.restore_document(1, operation).unwrap();
    assert_eq!(desk.documents().unwrap()[0].metadata.title, title);
    desk.edit_claims(&[key], &status(Status::Open)).unwrap();
    desk.add_evidence(key, &evidence(Stance::Supports, "Transcript")).unwrap();
    let operation = desk.info().unwrap().operation;
    let source = desk.claim(key).unwrap().evidence_items[0].source.clone();
    let draft = SourceDraft { title: "Other".into(), ..SourceDraft::default() };
    desk.edit_source(source.id, &draft).unwrap();
    desk.restore_source(source.reference.0.into(), operation).unwrap();
    assert_eq!(desk.claim(key).unwrap().evidence_items[0].source, source);
}

#[test]
fn operations_on_many_rows_are_told_in_words_too() {
    let desk = with_sample();
    let keys = desk.keys("", assay_model::query::Sort::default()).unwrap();
    let lines = of(&desk, &HistoryFilter::default());
    let words: Vec<&str> = lines.iter().map(|l| l.words.as_str()).collect();
    assert!(words[0].starts_with("imported “") && words[0].contains("” and suggested "), "{words:?}");
    assert!(lines[0].changes.is_empty());
    assert_eq!(words[1..], ["created the workspace"]);
    assert!(keys.len() > 20, "more claims than an operation’s rows are all read of");
    desk.edit_claims(&keys, &status(Status::Open)).unwrap();
    let line = of(&desk, &HistoryFilter::default()).remove(0);
    assert_eq!(line.words, format!("{} claims: set to Open", keys.len()));
    desk.merge(&keys[1..], keys[0]).unwrap();
    let line = of(&desk, &HistoryFilter::default()).remove(0);
    assert!(line.words.starts_with("merged "), "{}", line.words);
    let (into, one) =
        (desk.claim(keys[0]).unwrap().row.reference, desk.claim(keys[1]).unwrap().row.reference);
    assert!(line.words.ends_with(&format!(" into {into}")), "{}", line.words);
    assert_eq!(newest(&desk, keys[1]).words, format!("merged it into {into}"));
    assert!(newest(&desk, keys[0]).words.contains(&format!("merged {one} into it")));
}

#[test]
fn what_is_undone_and_done_again_is_said_with_its_claims() {
    let desk = with_sample();
    let keys = desk.keys("", assay_model::query::Sort::default()).unwrap();
    let one = desk.claim(keys[0]).unwrap().row.reference;
    let tagged = ClaimPatch { add_tags: vec!["urgent".into()], ..ClaimPatch::default() };
    desk.edit_claims(&keys[..1], &tagged).unwrap();
    desk.edit_claims(&keys, &status(Status::Open)).unwrap();
    let many = format!("on {} claims: set to Open", keys.len());
    assert_eq!(desk.undo().unwrap().message, format!("Undid {many}"));
    assert_eq!(desk.undo().unwrap().message, format!("Undid on {one}: added the tag “urgent”"));
    assert_eq!(desk.redo().unwrap().message, format!("Redid on {one}: added the tag “urgent”"));
    assert_eq!(desk.redo().unwrap().message, format!("Redid {many}"));
    let reviewed = ClaimPatch { reviewer: Some(Some("Ada Okafor".into())), ..ClaimPatch::default() };
    desk.edit_claims(&keys[..2], &reviewed).unwrap();
    let told = desk.undo().unwrap().message;
    assert!(
        told.starts_with("Undid on 2 claims: ") && told.contains("made Ada Okafor the reviewer"),
        "{told}"
    );
    assert!(!told.contains("(2)"), "{told}");
    desk.edit_claims(&keys[..1], &ClaimPatch { typing: true, ..rationale("It was") }).unwrap();
    desk.edit_claims(&keys[..1], &ClaimPatch { typing: true, ..rationale("It was so.") }).unwrap();
    assert_eq!(desk.undo().unwrap().message, format!("Undid on {one}: wrote the rationale"));
}

#[test]
fn relations_and_parts_are_told_once_and_steps_by_their_words() {
    let desk = with_sample();
    let (key, other) = (claim_with(&desk, "less than 10 minutes"), claim_with(&desk, "met was in Geneva"));
    let name = |key: i64| desk.claim(key).unwrap().row.reference;
    desk.relate(key, RelationKind::Contradicts, other).unwrap();
    let all = || of(&desk, &HistoryFilter::default()).remove(0);
    assert_eq!(all().words, format!("related {} to {}: contradicts", name(key), name(other)));
    let part = |s: &str| PartDraft { statement: s.into(), label: None, place: None };
    let (parts, _) = desk.split(key, &[part("It was in Delhi."), part("It was short.")]).unwrap();
    assert_eq!(all().words, format!("split {} into 2 parts", name(key)));
    assert_eq!(newest(&desk, key).words, "split it into 2 parts");
    assert!(newest(&desk, parts[0]).words.contains(&format!("split it off from {}", name(key))));
    let step = desk.claim(key).unwrap().checklist[0].step.clone();
    desk.tick(key, &step.id, true).unwrap();
    assert_eq!(changes(&newest(&desk, key)), [format!("Checklist: – → {}", step.text)]);
    let rule = assay_engine::DeskPatch {
        two_person: Some(true),
        scale: Some("politifact".into()),
        ..assay_engine::DeskPatch::default()
    };
    desk.edit_desk(&rule).unwrap();
    assert_eq!(all().words, "chose the verdict scale PolitiFact and turned the two-person rule on");
    assert_eq!(changes(&all()), ["Verdict scale: – → PolitiFact", "Two-person rule: – → On"]);
    for title in ["One", "Two"] {
        desk.add_evidence(key, &evidence(Stance::Supports, title)).unwrap();
    }
    let second = desk.claim(key).unwrap().evidence_items[1].id;
    desk.move_evidence(second, 1).unwrap();
    assert_eq!(newest(&desk, key).words, "put its evidence in another order");
    assert_eq!(changes(&newest(&desk, key)), ["Order of evidence: [1] One, [2] Two → [1] Two, [2] One"]);
    let patch = assay_engine::DocumentPatch {
        authors: Some(vec!["A. One".into(), "B. Two".into()]),
        ..Default::default()
    };
    desk.edit_document(1, &patch).unwrap();
    assert!(changes(&all())[0].ends_with("→ A. One, B. Two"), "{:?}", changes(&all()));
}

#[test]
fn what_a_claim_and_a_source_once_had_stays_in_their_history() {
    let desk = with_sample();
    let key = claim_with(&desk, "less than 10 minutes");
    desk.add_evidence(key, &evidence(Stance::Supports, "Transcript")).unwrap();
    let item = desk.claim(key).unwrap().evidence_items[0].clone();
    let source = i64::from(item.source.reference.0);
    let draft = |title: &str| SourceDraft { title: title.into(), primary: true, ..SourceDraft::default() };
    desk.edit_source(item.source.id, &draft("Transcript, corrected")).unwrap();
    let file = desk.folder.path().join("copy.txt");
    std::fs::write(&file, "words").unwrap();
    let (copy, _) = desk.store_copy(item.source.id, &file).unwrap();
    desk.remove_copy(copy).unwrap();
    desk.remove_evidence(item.id).unwrap();
    desk.edit_source(item.source.id, &draft("Transcript, again")).unwrap();
    desk.remove_source(item.source.id).unwrap();
    let words =
        |filter: &HistoryFilter| -> Vec<String> { of(&desk, filter).into_iter().map(|l| l.words).collect() };
    let of_source = HistoryFilter { source: Some(source), ..HistoryFilter::default() };
    assert_eq!(words(&of_source).len(), 7, "{:#?}", words(&of_source));
    let of_it = HistoryFilter { claim: Some(key), ..HistoryFilter::default() };
    assert_eq!(
        words(&of_it),
        [
            "removed evidence",
            "edited the source “Transcript, corrected”",
            "attached evidence",
            "suggested it on import"
        ],
        "what was done to the source while the claim cited it"
    );
}

#[test]
fn a_state_that_stood_on_what_is_elsewhere_now_is_refused() {
    let desk = with_sample();
    let (key, other) = (claim_with(&desk, "less than 10 minutes"), claim_with(&desk, "met was in Geneva"));
    let operation = desk.info().unwrap().operation;
    desk.merge(&[other], key).unwrap();
    let merged = desk.info().unwrap().operation;
    for claim in [key, other] {
        let refused = desk.refused(|w| w.restore_claim(claim, operation));
        assert!(refused.message.contains("unmerge"), "{refused}");
    }
    desk.unmerge(other).unwrap();
    desk.refused(|w| w.restore_claim(key, merged));
    let verdict_then = {
        desk.edit_claims(&[key], &status(Status::Open)).unwrap();
        desk.edit_claims(&[key], &verdict(Verdict::Refuted)).unwrap();
        desk.info().unwrap().operation
    };
    desk.undo().unwrap();
    desk.undo().unwrap();
    let refused = desk.refused(|w| w.restore_claim(key, verdict_then));
    assert!(refused.message.ends_with("is Suggested. Accept it first."), "{refused}");
    let refused = desk.refused(|w| w.restore_claim(key, 1));
    assert!(refused.message.contains("not there then"), "{refused}");
}

#[test]
fn a_source_comes_back_with_the_copies_it_had() {
    let desk = with_sample();
    let key = claim_with(&desk, "less than 10 minutes");
    desk.add_evidence(key, &evidence(Stance::Supports, "Transcript")).unwrap();
    let source = desk.claim(key).unwrap().evidence_items[0].source.id;
    let file = desk.folder.path().join("copy.txt");
    std::fs::write(&file, "words").unwrap();
    let (copy, _) = desk.store_copy(source, &file).unwrap();
    let then = (desk.info().unwrap().operation, desk.claim(key).unwrap());
    desk.remove_evidence(then.1.evidence_items[0].id).unwrap();
    desk.remove_source(source).unwrap();
    assert_eq!(desk.claim_at(key, then.0).unwrap().evidence_items, then.1.evidence_items);
    let before = desk.state();
    desk.restore_claim(key, then.0).unwrap();
    assert_eq!(desk.claim(key).unwrap().evidence_items, then.1.evidence_items);
    let out = desk.folder.path().join("again.txt");
    desk.save_copy(copy, &out).unwrap();
    assert_eq!(std::fs::read(out).unwrap(), b"words");
    desk.undone(&before);
}

#[test]
fn another_process_hears_of_claims_whose_source_changed() {
    let desk = with_sample();
    let key = claim_with(&desk, "less than 10 minutes");
    desk.add_evidence(key, &evidence(Stance::Supports, "Transcript")).unwrap();
    let source = desk.claim(key).unwrap().evidence_items[0].source.id;
    let other = desk.of("Tomasz Wilk");
    let heard = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let into = std::sync::Arc::clone(&heard);
    other.subscribe(move |notice| {
        if let assay_engine::Notice::DataChanged { touched, .. } = notice {
            into.lock().unwrap().extend(touched.clone());
        }
    });
    let draft = SourceDraft { title: "Corrected".into(), ..SourceDraft::default() };
    desk.edit_source(source, &draft).unwrap();
    other.notice_others().unwrap();
    let heard = heard.lock().unwrap();
    let claims = heard.iter().find(|t| t.thing == assay_model::operation::Thing::Claim).unwrap();
    assert_eq!(claims.keys, [key]);
}
