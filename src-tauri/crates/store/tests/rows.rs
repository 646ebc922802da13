//! Documents, claims and mentions: what is kept, what the database refuses, and undo.
#![expect(clippy::unwrap_used, reason = "a failure here is a failed test")]

use Coverage::{InWork, NotCheckable, NotLookedAt, SignedOff};
use assay_model::claim::{ClaimKind, Mode, Priority};
use assay_model::document::{Block, BlockKind, Coverage, ImportedText, Metadata};
use assay_model::operation::OperationKind;
use assay_model::query::{Sort, parse};
use assay_model::span::{QuotedSpan, Span, TextIndex};
use assay_model::verdict::{Status, Verdict};
use assay_store::{
    Act, ClaimFields, Edit, Image, NewClaim, NewDocument, NewSentence, Question, Store, StoreError, Table,
};
use proptest::prelude::*;

const TEXT: &str = " Café 🇺🇸 talks\n\nBlinken met Lavrov. They spoke briefly.\n\nRussia left “New START”.\n";

struct Desk {
    _folder: tempfile::TempDir,
    store: Store,
    document: i64,
    revision: i64,
}

fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(&folder.path().join("t.assay"), "Delhi G20", "Ada").unwrap();
    // Somebody else imports it, so that Ada's undo stops short of it.
    let act = Act::new(OperationKind::ImportDocument, "Tomasz");
    let (document, revision) = store.write(&act, add_document).unwrap().value;
    Desk { _folder: folder, store, document, revision }
}

fn write<T>(
    store: &Store,
    kind: OperationKind,
    work: impl FnOnce(&mut Edit<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    store.write(&Act::new(kind, "Ada"), work).map(|w| w.value)
}

fn span_of(words: &str) -> Span {
    let at = TEXT.find(words).unwrap();
    TextIndex::new(TEXT).span(at..at + words.len()).unwrap()
}

fn quoted(words: &str) -> QuotedSpan {
    TextIndex::new(TEXT).quote(span_of(words)).unwrap()
}

fn add_document(edit: &mut Edit<'_>) -> Result<(i64, i64), StoreError> {
    let lines = ["Café 🇺🇸 talks", "Blinken met Lavrov. They spoke briefly.", "Russia left “New START”."];
    let kinds = [BlockKind::Headline, BlockKind::Paragraph, BlockKind::Paragraph];
    let block = |(line, kind): (&&str, BlockKind)| {
        let span = span_of(line);
        Block { kind, start: span.start, end: span.end }
    };
    let imported = ImportedText {
        text: TEXT.into(),
        blocks: lines.iter().zip(kinds).map(block).collect(),
        metadata: Metadata {
            title: "Talks".into(),
            publisher: Some("BBC News".into()),
            ..Metadata::default()
        },
        encoding: "UTF-8".into(),
        media_type: "text/plain".into(),
    };
    let sentence = |words| NewSentence { span: span_of(words), block: BlockKind::Paragraph, score: 0.5 };
    let sentences = ["Blinken met Lavrov.", "They spoke briefly.", "Russia left “New START”."].map(sentence);
    let original = TEXT.as_bytes();
    edit.add_document(&NewDocument { imported: &imported, sentences: &sentences, original, file_name: None })
}

fn new_claim(label: &str) -> NewClaim {
    NewClaim {
        label: label.into(),
        statement: format!("{label}, as the article says."),
        kind: ClaimKind::Event,
        status: Status::Open,
        claimant: None,
        mode: Mode::Own,
        priority: Priority::Medium,
        score: Some(0.75),
        reasons: vec!["a date".into()],
        values: Vec::new(),
    }
}

fn add_claim(desk: &Desk, label: &str, words: &str) -> i64 {
    write(&desk.store, OperationKind::CreateClaim, |edit| {
        let key = edit.add_claim(&new_claim(label))?;
        edit.add_mention(key, desk.revision, &quoted(words))?;
        Ok(key)
    })
    .unwrap()
}

fn set(desk: &Desk, key: i64, change: impl FnOnce(&mut ClaimFields)) {
    write(&desk.store, OperationKind::EditClaim, |edit| {
        let mut fields = edit.claim_fields(key)?;
        change(&mut fields);
        edit.set_claim(key, &fields)
    })
    .unwrap();
}

/// Every domain row, as `DECIDED` means “state”.
fn state(store: &Store) -> Vec<Image> {
    store.state().unwrap()
}

#[test]
fn the_text_comes_back_verbatim() {
    let desk = desk();
    let text = desk.store.reader().unwrap().document_text(desk.document).unwrap();
    assert_eq!(text.text(), TEXT);
    assert_eq!(desk.store.check().unwrap().damage, []);
}

#[test]
fn a_span_whose_text_is_not_there_is_refused_by_the_database() {
    let desk = desk();
    let key = add_claim(&desk, "Left New START", "Russia left");
    for wrong in [
        QuotedSpan { exact: "Russia lost".into(), ..quoted("Russia left") },
        QuotedSpan { start: 1, end: 12, ..quoted("Russia left") },
        QuotedSpan { start: 9000, end: 9011, ..quoted("Russia left") },
    ] {
        let refused =
            write(&desk.store, OperationKind::AddMention, |e| e.add_mention(key, desk.revision, &wrong));
        assert!(matches!(refused, Err(StoreError::SpanMismatch)), "{refused:?}");
    }
    assert_eq!(desk.store.claim(key).unwrap().unwrap().mentions.len(), 1);
}

#[test]
fn a_mention_over_several_blocks_comes_back_whole() {
    let desk = desk();
    let words = "They spoke briefly.\n\nRussia left";
    let key = add_claim(&desk, "Over two blocks", words);
    let claim = desk.store.claim(key).unwrap().unwrap();
    assert_eq!(claim.mentions[0].exact, words);
    assert_eq!(claim.mentions[0].sentence, Some(2));
    let wrong = quoted(words).exact.replace("\n\n", "  ");
    let wrong = QuotedSpan { exact: wrong, ..quoted(words) };
    let refused =
        write(&desk.store, OperationKind::AddMention, |e| e.add_mention(key, desk.revision, &wrong));
    assert!(matches!(refused, Err(StoreError::SpanMismatch)));
}

#[test]
fn coverage_follows_the_claims_of_each_sentence() {
    let desk = desk();
    let coverage = |desk: &Desk| {
        let sentences = desk.store.reader().unwrap().sentences(desk.revision).unwrap();
        sentences.iter().map(|s| s.coverage).collect::<Vec<_>>()
    };
    assert_eq!(coverage(&desk), [NotLookedAt; 3]);
    let key = add_claim(&desk, "Met", "Blinken met Lavrov");
    assert_eq!(coverage(&desk), [InWork, NotLookedAt, NotLookedAt]);
    set(&desk, key, |f| {
        f.status = Status::SignedOff;
        f.verdict = Some(Verdict::Supported);
        f.signed_off_at = Some(assay_model::time::Instant(1));
    });
    write(&desk.store, OperationKind::MarkSentence, |e| e.mark_sentence(desk.document, 2, true)).unwrap();
    assert_eq!(coverage(&desk), [SignedOff, NotCheckable, NotLookedAt]);
    set(&desk, key, |f| f.verdict = Some(Verdict::NotCheckable));
    assert_eq!(coverage(&desk)[0], NotCheckable);
    set(&desk, key, |f| {
        f.status = Status::Dismissed;
        f.signed_off_at = None;
    });
    assert_eq!(coverage(&desk)[0], NotLookedAt);
}

#[test]
fn queries_find_by_words_and_by_fields() {
    let desk = desk();
    let met = add_claim(&desk, "Met in Delhi", "Blinken met Lavrov");
    let left = add_claim(&desk, "Left New START", "left “New START”");
    let gone = add_claim(&desk, "Dismissed", "They spoke");
    set(&desk, gone, |f| f.status = Status::Dismissed);
    set(&desk, left, |f| f.claimant = Some("Serguéi Lavrov".into()));
    write(&desk.store, OperationKind::EditClaim, |e| e.add_tag(met, "print")).unwrap();
    let find = |query: &str| {
        let found = desk
            .store
            .claim_keys(&parse(query).0, Sort::default(), usize::MAX, &Question::default())
            .unwrap();
        let mut keys: Vec<i64> = found.keys.into_iter().map(i64::from).collect();
        keys.sort_unstable();
        keys
    };
    assert_eq!(find(""), [met, left]);
    for (query, expected) in [
        ("status:dismissed", vec![gone]),
        ("\"New START\"", vec![left]),
        ("delh", vec![met]),
        ("claimant:lavrov", vec![left]),
        ("claimant:SERGUÉI", vec![left]),
        ("claimant:bbc", vec![met]),
        ("tag:print", vec![met]),
        ("-tag:print", vec![left]),
        ("document:D1 -\"new start\"", vec![met]),
        ("verdict:none,supported", vec![met, left]),
        ("has:evidence", vec![]),
        ("no:evidence", vec![met, left]),
        ("DG-2", vec![left]),
        ("F-2", vec![]),
        ("NEAR(a b) OR *", vec![]),
        ("\"\" ' ; \" - ( ) * ^ : {", vec![]),
    ] {
        assert_eq!(find(query), expected, "{query}");
    }
}

#[test]
fn a_check_is_not_misled_by_what_an_earlier_search_remembers() {
    let desk = desk();
    let claim = add_claim(&desk, "Met in Delhi", "Blinken met Lavrov");
    for number in 0..20 {
        desk.store.claim_keys(&parse("delhi").0, Sort::default(), usize::MAX, &Question::default()).unwrap();
        set(&desk, claim, |f| f.label = format!("Delhi {number}"));
        assert_eq!(desk.store.check().unwrap().damage, []);
    }
}

#[test]
fn facets_count_as_if_their_own_choice_were_not_made() {
    let desk = desk();
    add_claim(&desk, "One", "Blinken met Lavrov");
    let two = add_claim(&desk, "Two", "Russia left");
    set(&desk, two, |f| f.status = Status::InProgress);
    let facets = desk.store.facets(&parse("status:open").0, &Question::default()).unwrap();
    let counts = |key: assay_model::query::Key| {
        let facet = facets.iter().find(|f| f.key == key).unwrap();
        facet.values.iter().map(|v| (v.value.clone().unwrap_or_default(), v.count)).collect::<Vec<_>>()
    };
    assert_eq!(counts(assay_model::query::Key::Status), [("in-progress".into(), 1), ("open".into(), 1)]);
    assert_eq!(counts(assay_model::query::Key::Claimant), [("=BBC News".into(), 1)]);
    assert_eq!(counts(assay_model::query::Key::Document), [("D1".into(), 1)]);
}

#[test]
fn undo_and_redo_go_back_and_forth_over_everything() {
    let desk = desk();
    let mut states = vec![state(&desk.store)];
    let key = add_claim(&desk, "Met", "Blinken met Lavrov");
    states.push(state(&desk.store));
    set(&desk, key, |f| f.label = "Met briefly".into());
    states.push(state(&desk.store));
    write(&desk.store, OperationKind::DeleteDocument, |e| e.delete_document(desk.document)).unwrap();
    states.push(state(&desk.store));
    assert!(desk.store.claim(key).unwrap().is_none());
    for _ in 0..2 {
        for expected in states.iter().rev().skip(1) {
            desk.store.undo("Ada").unwrap();
            assert_eq!(&state(&desk.store), expected);
        }
        for expected in &states[1..] {
            desk.store.redo("Ada").unwrap();
            assert_eq!(&state(&desk.store), expected);
        }
        assert!(matches!(desk.store.redo("Ada"), Err(StoreError::NothingTo("redo"))));
    }
    assert_eq!(desk.store.check().unwrap().damage, []);
}

#[test]
fn undo_is_refused_with_who_and_when_once_others_changed_it() {
    let desk = desk();
    let key = add_claim(&desk, "Met", "Blinken met Lavrov");
    set(&desk, key, |f| f.label = "Ada’s".into());
    let act = Act::new(OperationKind::EditClaim, "Tomasz");
    desk.store
        .write::<_, StoreError>(&act, |edit| {
            let fields = edit.claim_fields(key)?;
            edit.set_claim(key, &ClaimFields { label: "Tomasz’s".into(), ..fields })
        })
        .unwrap();
    let before = state(&desk.store);
    match desk.store.undo("Ada") {
        Err(StoreError::ChangedSince { by, .. }) => assert_eq!(by, "Tomasz"),
        other => assert!(other.is_err(), "{other:?}"),
    }
    assert_eq!(state(&desk.store), before);
    desk.store.undo("Tomasz").unwrap();
    desk.store.undo("Ada").unwrap();
    assert_eq!(desk.store.claim(key).unwrap().unwrap().row.label, "Met");
}

#[test]
fn an_edit_that_fails_leaves_nothing_behind() {
    let desk = desk();
    let before = (state(&desk.store), desk.store.head().unwrap());
    let failed = write(&desk.store, OperationKind::CreateClaim, |edit| {
        edit.add_claim(&new_claim("Half"))?;
        Err::<(), _>(StoreError::DiskFull)
    });
    assert!(failed.is_err());
    assert_eq!((state(&desk.store), desk.store.head().unwrap()), before);
}

#[derive(Debug, Clone)]
enum Move {
    Add(usize),
    Label(usize, String),
    Tag(usize, bool),
    Status(usize, Status),
    Undo,
    Redo,
}

fn any_move() -> impl Strategy<Value = Move> {
    prop_oneof![
        (0..3_usize).prop_map(Move::Add),
        (0..6_usize, "[a-z]{0,4}").prop_map(|(claim, label)| Move::Label(claim, label)),
        (0..6_usize, any::<bool>()).prop_map(|(claim, give)| Move::Tag(claim, give)),
        (0..6_usize, prop::sample::select(vec![Status::Open, Status::InReview, Status::Dismissed]))
            .prop_map(|(claim, status)| Move::Status(claim, status)),
        Just(Move::Undo),
        Just(Move::Redo),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Undoing all of any operations gives back the first state; redoing all gives the last.
    #[test]
    fn undoing_all_gives_the_first_state(moves in prop::collection::vec(any_move(), 1..25)) {
        let desk = desk();
        let first = state(&desk.store);
        let words = ["Blinken met Lavrov", "They spoke", "Russia left"];
        let mut claims = Vec::new();
        for one in moves {
            let of = |place: usize| claims.get(place).copied().filter(|k| desk.store.claim(*k).unwrap().is_some());
            match one {
                Move::Add(place) => claims.push(add_claim(&desk, "New", words[place])),
                Move::Label(claim, label) => if let Some(key) = of(claim) { set(&desk, key, |f| f.label = label) },
                Move::Status(claim, status) => if let Some(key) = of(claim) { set(&desk, key, |f| f.status = status) },
                Move::Tag(claim, give) => if let Some(key) = of(claim) {
                    let tag = |e: &mut Edit<'_>| if give { e.add_tag(key, "t") } else { e.remove_tag(key, "t") };
                    write(&desk.store, OperationKind::EditClaim, tag).unwrap();
                },
                Move::Undo => { let _ = desk.store.undo("Ada"); }
                Move::Redo => { let _ = desk.store.redo("Ada"); }
            }
        }
        while desk.store.redo("Ada").is_ok() {}
        let last = state(&desk.store);
        let mut undone = 0;
        while desk.store.undo("Ada").is_ok() { undone += 1; }
        prop_assert_eq!(state(&desk.store), first);
        for _ in 0..undone { desk.store.redo("Ada").unwrap(); }
        prop_assert_eq!(state(&desk.store), last);
        prop_assert_eq!(desk.store.check().unwrap().damage, vec![]);
    }
}

#[test]
fn every_table_of_the_schema_that_is_not_the_log_is_in_the_state() {
    let desk = desk();
    assert_eq!(desk.store.domain_tables().unwrap(), {
        let mut names: Vec<String> = Table::ALL.iter().map(|t| t.name().to_owned()).collect();
        names.sort();
        names
    });
}
