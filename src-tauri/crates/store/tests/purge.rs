//! The file after a purge: swept, or left to be swept.

use std::fs;

use assay_model::evidence::SourceKind;
use assay_model::operation::OperationKind;
use assay_store::{Act, SourceFields, Store, StoreError};

fn source(title: &str) -> SourceFields {
    SourceFields {
        kind: SourceKind::Web,
        title: title.into(),
        author: None,
        publisher: None,
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

#[test]
fn what_others_kept_open_is_swept_at_the_next_opening() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.assay");
    let holds = || fs::read(&path).unwrap().windows(9).any(|w| w == b"zeppelins");
    let store = Store::create(&path, "x", "Ada").unwrap();
    let write = |kind, work: &dyn Fn(&mut assay_store::Edit<'_>) -> Result<i64, StoreError>| {
        store.write(&Act::new(kind, "Ada"), |edit| work(edit)).unwrap().value
    };
    let key = write(OperationKind::AddSource, &|edit| edit.source(&source("zeppelins")));
    drop(store.reader().unwrap());
    // Another program that reads what there was before.
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("PRAGMA wal_checkpoint(TRUNCATE); BEGIN").unwrap();
    let titles: i64 = other.query_row("SELECT count(*) FROM source", [], |r| r.get(0)).unwrap();
    assert_eq!((titles, holds()), (1, true));

    write(OperationKind::Purge, &|edit| edit.purge_source(key).map(|p| p.images.into()));
    assert!(matches!(store.sweep(), Err(StoreError::Busy(_))));
    assert!(holds(), "the other one still reads it");
    other.execute_batch("COMMIT").unwrap();
    drop(other);
    drop(store);

    let store = Store::open(&path).unwrap();
    assert!(!holds(), "swept at the opening");
    assert_eq!(store.check().unwrap().damage, []);
}

#[test]
fn a_purge_among_half_merged_words_leaves_none_of_the_source() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.assay");
    let store = Store::create(&path, "x", "Ada").unwrap();
    let act = Act::new(OperationKind::AddSource, "Ada");
    let key = store.write::<_, StoreError>(&act, |edit| edit.source(&source("00zeppelins"))).unwrap().value;
    // As many parts as one merge takes, with words for several steps of it; those of the source are among the first.
    let plain = rusqlite::Connection::open(&path).unwrap();
    for part in 0..3 {
        plain
            .execute(
                "INSERT INTO source_search (rowid, title)
                 WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4500)
                 SELECT ?1 * 10000 + i, 'register' || (i * 7919 % 60000) || ' folio' || (i * 104729 % 60000) || ' parish' || (i * 31337 % 60000) FROM n",
                [part + 1],
            )
            .unwrap();
    }
    let parts = || -> i64 {
        plain.query_row("SELECT count(DISTINCT segid) FROM source_search_idx", [], |r| r.get(0)).unwrap()
    };
    assert_eq!(parts(), 4);
    store.tidy().unwrap();
    assert!(parts() > 1, "the merge is under way");
    let act = Act::new(OperationKind::Purge, "Ada");
    store.write::<_, StoreError>(&act, |edit| edit.purge_source(key)).unwrap();
    store.sweep().unwrap();
    let bytes = fs::read(&path).unwrap();
    assert!(!bytes.windows(9).any(|word| word == b"zeppelins"), "a word of a purged source is left");
}
