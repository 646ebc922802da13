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
