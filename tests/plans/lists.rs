//! The lists, each with what is asked to show it.

use assay_engine::{ClaimPatch, EvidenceDraft, ImportOptions, Input, SourceDraft, ViewDraft, Workspace};
use assay_model::claim::Priority;
use assay_model::document::Metadata;
use assay_model::evidence::Stance;
use assay_model::note::NoteKind;
use assay_model::operation::{HistoryFilter, OperationKind};
use assay_model::query::{Key, Query, Sort, SortKey, parse};
use assay_model::time::Instant;
use assay_model::verdict::Finding;
use assay_store::{Act, ClaimFields, Question, Store, StoreError};

/// What a list asks of the store.
type Read = fn(&Store);

pub const LISTS: &[(&str, Read)] = &[
    ("ledger", ledger),
    ("rows", rows),
    ("facets", facets),
    ("index", index),
    ("counts", counts),
    ("library", library),
    ("document", document),
    ("sources", sources),
    ("claim", claim),
    ("history", history),
    ("views", views),
    ("people", people),
    ("settings", settings),
];

/// Puts in some of everything that the made-up claims lack.
pub fn fill(workspace: &Workspace) {
    workspace
        .import(&[Input::Sample], &ImportOptions { find: true, ..ImportOptions::default() }, &mut |_, _| {
            std::ops::ControlFlow::Continue(())
        })
        .unwrap();
    for name in ["Ada", "Tomasz"] {
        workspace.add_person(name, None).unwrap();
    }
    for claim in 1..=60 {
        let source = SourceDraft { title: format!("Annual report {claim}"), ..SourceDraft::default() };
        for stance in [Stance::Supports, Stance::Refutes] {
            let draft = EvidenceDraft {
                finding: Finding::True,
                stance,
                locator: None,
                quote: Some("counted".into()),
                place: None,
                known_source: None,
                source: source.clone(),
            };
            workspace.add_evidence(claim, &draft).unwrap();
        }
        workspace.add_note(claim, NoteKind::Question, "Who counted?").unwrap();
        let patch = ClaimPatch {
            priority: Some(Priority::High),
            add_tags: vec![format!("tag {}", claim % 7)],
            checker: Some(Some("Ada".into())),
            ..ClaimPatch::default()
        };
        workspace.edit_claims(&[claim], &patch).unwrap();
    }
    let draft = ViewDraft { name: "Mine".into(), query: "is:mine".into(), sort: Sort::default() };
    workspace.add_view(&draft).unwrap();
}

fn asked(store: &Store, query: &str, sort: Sort) {
    store.claim_keys(&parse(query).0.asked_by("Ada"), sort, usize::MAX, &Question::default()).unwrap();
}

/// A value of each key, or some.
fn values(key: Key) -> &'static [&'static str] {
    match key {
        Key::Status => &["open"],
        Key::Verdict | Key::Said => &["supported", "none"],
        Key::Rating => &["half-true", "none"],
        Key::Claimant => &["berg", "=Jon Berg", "none"],
        Key::Document => &["D2", "report"],
        Key::Publisher => &["oslo", "=Oslo Post", "none"],
        Key::Language => &["en", "=en", "none"],
        Key::Year | Key::Published | Key::ValueDate => &["2022", "none"],
        Key::Kind => &["event"],
        Key::Tag => &["\"tag 1\"", "\"=tag 1\""],
        Key::Priority => &["high"],
        Key::Score => &[">0.7", "none"],
        Key::Evidence => &[">=2"],
        Key::Person | Key::Checker | Key::Reviewer => &["ada", "=Ada", "none"],
        Key::Has | Key::No => {
            &["evidence", "primary", "rationale", "verdict", "value", "note", "open-question"]
        }
        Key::Is => &["mine", "changed-since-signoff", "conflicting", "lost"],
        Key::In => &["label"],
    }
}

fn ledger(store: &Store) {
    for key in SortKey::ALL {
        for descending in [false, true] {
            asked(store, "", Sort { key: *key, descending });
        }
    }
    for key in Key::ALL {
        for value in values(*key) {
            asked(store, &format!("{}:{value}", key.word()), Sort::default());
        }
    }
    for words in ["treaty", "\"railway in delhi\"", "treaty in:quote", "treaty in:sources"] {
        asked(store, words, Sort::default());
    }
}

fn rows(store: &Store) {
    store.claim_rows(&[1, 2, 3000]).unwrap();
}

fn facets(store: &Store) {
    store.facets(&Query::default(), &Question::default()).unwrap();
    store.facet(&Query::default(), Key::Claimant, "a", &Question::default()).unwrap();
}

/// The index follows an edit of everything that it knows.
fn index(store: &Store) {
    store.keep_index().unwrap();
    let act = Act::new(OperationKind::EditPerson, "Ada");
    store
        .write::<_, StoreError>(&act, |edit| {
            // Each time something else, or nothing would be written.
            edit.person(&format!("Person {}", edit.seq()))?;
            let metadata = edit.metadata(1)?;
            edit.set_metadata(1, &Metadata { title: format!("{}.", metadata.title), ..metadata })?;
            let fields = edit.claim_fields(2)?;
            edit.set_claim(2, &ClaimFields { label: format!("{}.", fields.label), ..fields })?;
            edit.add_tag(2, &format!("tag {}", edit.seq())).map(drop)
        })
        .unwrap();
    asked(store, "treaty", Sort::default());
    asked(store, "tag:\"tag 1\" document:D2", Sort::default());
}

fn counts(store: &Store) {
    store.claim_count().unwrap();
    store.document_count().unwrap();
    store.source_count().unwrap();
}

fn library(store: &Store) {
    let reader = store.reader().unwrap();
    reader.documents(None).unwrap();
    reader.documents(Some(&[1, 2])).unwrap();
    reader.documents_changed_since(3).unwrap();
    reader.document_keys(0).unwrap();
}

fn document(store: &Store) {
    let reader = store.reader().unwrap();
    let revision = reader.revision_key(2).unwrap();
    reader.document_text(2).unwrap();
    reader.sentences(revision).unwrap();
    reader.sentence_states(revision).unwrap();
    reader.sentence_spans(revision).unwrap();
    reader.marks(revision, None).unwrap();
    reader.marks(revision, Some(&[30, 31])).unwrap();
}

fn sources(store: &Store) {
    store.sources(None).unwrap();
    store.sources(Some("report")).unwrap();
    store.source(3).unwrap();
    store.claims_citing(3).unwrap();
}

fn claim(store: &Store) {
    store.claim(3).unwrap().unwrap();
    store.claim(3000).unwrap().unwrap();
    store.claim_then(3, 12).unwrap();
    store.claims_with_open_questions().unwrap();
}

fn history(store: &Store) {
    let plain = HistoryFilter::default;
    let filters = [
        plain(),
        HistoryFilter { claim: Some(3), ..plain() },
        HistoryFilter { document: Some(2), ..plain() },
        HistoryFilter { source: Some(3), ..plain() },
        HistoryFilter { person: Some("Ada".into()), ..plain() },
        HistoryFilter { from: Some(Instant(0)), until: Some(Instant(1)), ..plain() },
    ];
    for filter in &filters {
        for before in [None, Some(40)] {
            store.history(filter, before, 50).unwrap();
        }
    }
    store.touched_since(20).unwrap();
    store.head().unwrap();
    store.operation(5).unwrap();
    store.reader().unwrap().undo_state("Ada").unwrap();
}

fn views(store: &Store) {
    store.reader().unwrap().views().unwrap();
}

fn people(store: &Store) {
    let reader = store.reader().unwrap();
    reader.people().unwrap();
    reader.persons().unwrap();
}

fn settings(store: &Store) {
    let reader = store.reader().unwrap();
    reader.own_scales().unwrap();
    reader.rating_counts().unwrap();
    reader.setting::<serde_json::Value>("checklists").unwrap();
}
