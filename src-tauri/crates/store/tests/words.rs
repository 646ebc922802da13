//! The words that claims are found by: kept up to date by every write, its undoing, an upgrade and a copy.
#![expect(clippy::unwrap_used, reason = "a failure here is a failed test")]

use assay_model::claim::{ClaimKind, Mode, Priority};
use assay_model::evidence::{SourceKind, Stance};
use assay_model::note::NoteKind;
use assay_model::operation::OperationKind;
use assay_model::query::{Sort, parse};
use assay_model::verdict::{Finding, Status};
use assay_store::{
    Act, Edit, EvidenceFields, NewClaim, NewEvidence, Question, SourceFields, Store, StoreError,
};

fn new_claim(label: &str) -> NewClaim {
    NewClaim {
        label: label.into(),
        statement: "They met in Delhi.".into(),
        kind: ClaimKind::Event,
        status: Status::Open,
        claimant: None,
        mode: Mode::Own,
        priority: Priority::Medium,
        score: None,
        reasons: Vec::new(),
        values: Vec::new(),
    }
}

fn source(title: &str) -> SourceFields {
    SourceFields {
        kind: SourceKind::Web,
        title: title.into(),
        author: Some("Ines Moreau".into()),
        publisher: Some("Delhi Gazette".into()),
        url: None,
        published: None,
        accessed: None,
        primary: false,
        origin: None,
        confidential: false,
        contact: None,
        notes: None,
        document: None,
    }
}

fn cite(edit: &mut Edit<'_>, claim: i64, source: i64) -> Result<i64, StoreError> {
    let fields =
        EvidenceFields { finding: Finding::True, stance: Stance::Supports, locator: None, quote: None };
    edit.add_evidence(claim, &NewEvidence { fields, source, span: None })
}

fn write<T>(
    store: &Store,
    kind: OperationKind,
    work: impl FnOnce(&mut Edit<'_>) -> Result<T, StoreError>,
) -> T {
    store.write(&Act::new(kind, "Ada"), work).unwrap().value
}

fn found(store: &Store, query: &str) -> Vec<i64> {
    let order = store.claim_keys(&parse(query).0, Sort::default(), usize::MAX, &Question::default()).unwrap();
    let mut keys: Vec<i64> = order.keys.into_iter().map(i64::from).collect();
    keys.sort_unstable();
    assert_eq!(store.check().unwrap().damage, [], "{query}");
    keys
}

fn folder() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(&folder.path().join("t.assay"), "Finding", "Ada").unwrap();
    (folder, store)
}

#[test]
fn a_claim_is_found_by_its_notes_and_their_answers_as_they_are_now() {
    let (_folder, store) = folder();
    let claim = write(&store, OperationKind::CreateClaim, |e| e.add_claim(&new_claim("One")));
    write(&store, OperationKind::CreateClaim, |e| e.add_claim(&new_claim("Two")));
    let id = write(&store, OperationKind::AddNote, |e| {
        e.add_note(claim, NoteKind::Question, "Ines", "Whose clock?")
    });
    assert_eq!((found(&store, "clock"), found(&store, "sundial")), (vec![claim], vec![]));
    write(&store, OperationKind::EditNote, |e| {
        let (claim, key, _) = e.note(id)?;
        e.set_note(claim, key, NoteKind::Question, "Whose watch?", Some("A sundial"))
    });
    assert_eq!((found(&store, "clock"), found(&store, "watch sundial")), (vec![], vec![claim]));
    store.undo("Ada").unwrap();
    assert_eq!((found(&store, "clock"), found(&store, "sundial")), (vec![claim], vec![]));
    store.redo("Ada").unwrap();
    write(&store, OperationKind::RemoveNote, |e| {
        let (claim, key, _) = e.note(id)?;
        e.remove_note(claim, key)
    });
    assert!(found(&store, "watch").is_empty());
}

#[test]
fn a_claim_is_found_by_title_publisher_and_author_of_its_sources_as_they_are_now() {
    let (_folder, store) = folder();
    let (one, two, key) = write(&store, OperationKind::AddEvidence, |e| {
        let (one, two) = (e.add_claim(&new_claim("One"))?, e.add_claim(&new_claim("Two"))?);
        let key = e.source(&source("Minutes of the meeting"))?;
        cite(e, one, key)?;
        cite(e, two, key)?;
        Ok((one, two, key))
    });
    for words in ["minutes", "min", "\"of the meeting\"", "gazette", "Ines Moreau", "one minutes,", "ínes"] {
        let expected = if words.starts_with("one") { vec![one] } else { vec![one, two] };
        assert_eq!(found(&store, words), expected, "{words}");
    }
    // Of two words each may stand somewhere else, but a phrase may not.
    assert!(found(&store, "\"meeting delhi\"").is_empty());
    write(&store, OperationKind::EditSource, |e| e.set_source(key, &source("Protocol")));
    assert_eq!((found(&store, "minutes"), found(&store, "protocol")), (vec![], vec![one, two]));
    store.undo("Ada").unwrap();
    assert_eq!((found(&store, "minutes"), found(&store, "protocol")), (vec![one, two], vec![]));
    store.redo("Ada").unwrap();
    write(&store, OperationKind::Purge, |e| e.purge_source(key));
    store.sweep().unwrap();
    assert!(found(&store, "protocol").is_empty());
}

#[test]
fn a_source_that_is_purged_leaves_no_word_in_the_file() {
    let (folder, store) = folder();
    let key = write(&store, OperationKind::AddEvidence, |e| {
        let claim = e.add_claim(&new_claim("One"))?;
        let key = e.source(&source("Zeppelins"))?;
        write_many(e, claim)?;
        cite(e, claim, key)?;
        Ok(key)
    });
    let path = folder.path().join("t.assay");
    let holds = || {
        let bytes = std::fs::read(&path).unwrap().to_ascii_lowercase();
        bytes.windows(9).any(|w| w == b"zeppelins")
    };
    store.sweep().unwrap();
    assert!(holds());
    write(&store, OperationKind::Purge, |e| e.purge_source(key));
    store.sweep().unwrap();
    assert!(!holds());
}

/// Other sources with like words, beside which the index keeps its own.
fn write_many(edit: &mut Edit<'_>, claim: i64) -> Result<(), StoreError> {
    for number in 0..50 {
        let key = edit.source(&source(&format!("Zephyr {number}")))?;
        cite(edit, claim, key)?;
    }
    Ok(())
}

#[test]
fn a_copy_finds_what_the_workspace_finds() {
    let (folder, store) = folder();
    let claim = write(&store, OperationKind::AddEvidence, |e| {
        let claim = e.add_claim(&new_claim("One"))?;
        let key = e.source(&source("Minutes"))?;
        cite(e, claim, key)?;
        e.add_note(claim, NoteKind::Note, "Ines", "Ask again")?;
        Ok(claim)
    });
    let copy = folder.path().join("copy.assay");
    store.backup(&copy).unwrap();
    let copy = Store::open(&copy).unwrap();
    assert_eq!((found(&copy, "minutes"), found(&copy, "ask")), (vec![claim], vec![claim]));
}

#[test]
fn the_most_relevant_claims_come_first() {
    let (_folder, store) = folder();
    let claim = |label: &str, statement: &str| {
        let new = NewClaim { statement: statement.into(), ..new_claim(label) };
        write(&store, OperationKind::CreateClaim, |e| e.add_claim(&new))
    };
    let in_label = claim("The glacier", "It is smaller now.");
    let in_statement = claim("Ice", "The glacier is smaller now than it was when it was measured first.");
    let in_note = claim("Snow", "It is whiter now.");
    let by_source = claim("Rain", "It is wetter now.");
    claim("Wind", "It is calmer now.");
    write(&store, OperationKind::AddNote, |e| {
        e.add_note(in_note, NoteKind::Note, "Ada", "Ask those who live by the glacier.")
    });
    write(&store, OperationKind::AddEvidence, |e| {
        let key = e.source(&source("A glacier's minutes"))?;
        cite(e, by_source, key)
    });
    let keys = |query: &str, sort: &str| {
        let order = store
            .claim_keys(&parse(query).0, sort.parse().unwrap(), usize::MAX, &Question::default())
            .unwrap();
        (order.keys.into_iter().map(i64::from).collect::<Vec<_>>(), order.unranked)
    };
    let ranked = vec![in_label, in_statement, in_note, by_source];
    for round in ["by SQL", "by the index"] {
        assert_eq!(keys("glacier", "relevance"), (ranked.clone(), false), "{round}");
        let turned = ranked.iter().rev().copied().collect();
        assert_eq!(keys("glacier", "-relevance"), (turned, false), "{round}");
        // What is left out is not weighed.
        assert_eq!(keys("glacier -wetter", "relevance").0, ranked[..3], "{round}");
        assert_eq!(keys("\"the glacier\"", "relevance").0, ranked[..3], "{round}");
        assert_eq!(keys("glacier in:notes", "relevance").0, [in_note], "{round}");
        assert_eq!(keys("glacier in:sources", "relevance"), (vec![by_source], true), "{round}");
        // Without words there is nothing to weigh: newest first, and oldest first turned round.
        assert_eq!(keys("status:open", "relevance"), (keys("status:open", "-edited").0, true), "{round}");
        assert_eq!(keys("status:open", "-relevance"), (keys("status:open", "edited").0, true), "{round}");
        store.keep_index().unwrap();
    }
}

/// In how many parts the words of claims lie.
fn parts(path: &std::path::Path) -> i64 {
    let plain = rusqlite::Connection::open(path).unwrap();
    let sql = "SELECT count(DISTINCT segid) FROM claim_search_idx";
    plain.query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn edits_leave_their_words_in_parts_which_tidying_merges() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.assay");
    let store = Store::create(&path, "Words", "Ada").unwrap();
    let add = |number: u32| {
        let claim = new_claim(&format!("Ferry {number}"));
        write(&store, OperationKind::CreateClaim, |edit| edit.add_claim(&claim));
    };
    let found =
        || store.claim_keys(&parse("ferry").0, Sort::default(), 100, &Question::default()).unwrap().total;
    (0..15).for_each(add);
    assert_eq!(parts(&path), 15, "no edit merged what others had left");
    (0..20).for_each(|_| store.tidy().unwrap());
    assert!(parts(&path) < 4, "{} parts are left", parts(&path));
    assert_eq!(found(), 15);
    add(15);
    assert_eq!(found(), 16);
    assert_eq!(store.check().unwrap().damage, []);
}

#[test]
fn what_another_process_left_is_tidied_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.assay");
    let store = Store::create(&path, "Words", "Ada").unwrap();
    let tidy = || (0..20).for_each(|_| store.tidy().unwrap());
    tidy();
    let other = Store::open(&path).unwrap();
    for number in 0..10 {
        let claim = new_claim(&format!("Ferry {number}"));
        write(&other, OperationKind::CreateClaim, |edit| edit.add_claim(&claim));
    }
    assert!(parts(&path) > 9);
    tidy();
    assert!(parts(&path) < 4, "{} parts are left", parts(&path));
}

#[test]
fn nobody_tidies_while_another_program_writes_and_no_edit_waits_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.assay");
    let store = Store::create(&path, "Words", "Ada").unwrap();
    write(&store, OperationKind::CreateClaim, |edit| edit.add_claim(&new_claim("Ferry")));
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let begun = std::time::Instant::now();
    store.tidy().unwrap();
    assert!(begun.elapsed().as_secs() < 2, "an edit would wait five seconds");
    other.execute_batch("COMMIT").unwrap();
    write(&store, OperationKind::CreateClaim, |edit| edit.add_claim(&new_claim("Harbour")));
}
