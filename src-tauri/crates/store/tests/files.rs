//! Opening files: what is a workspace and what is not, and what stops a write.
#![expect(clippy::unwrap_used, reason = "a failure here is a failed test")]

use std::fs;
use std::path::{Path, PathBuf};

use assay_model::operation::OperationKind;
use assay_store::{Access, Act, Store, StoreError};

fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("test.assay");
    (folder, path)
}

fn add_person(store: &Store, name: &str) -> Result<i64, StoreError> {
    store.write(&Act::new(OperationKind::EditClaim, "Ada"), |edit| edit.person(name)).map(|w| w.value)
}

fn patch_header(path: &Path, at: usize, bytes: &[u8]) {
    let mut file = fs::read(path).unwrap();
    file[at..at + bytes.len()].copy_from_slice(bytes);
    fs::write(path, file).unwrap();
}

#[test]
fn a_new_workspace_knows_its_name_and_prefix() {
    let (_folder, path) = folder();
    let store = Store::create(&path, "Delhi G20", "Ada").unwrap();
    assert_eq!((store.facts().name.as_str(), store.facts().prefix.as_str()), ("Delhi G20", "DG"));
    assert_eq!(store.head().unwrap().0, 1);
    drop(store);
    assert_eq!(Store::open(&path).unwrap().facts().name, "Delhi G20");
}

#[test]
fn a_file_that_is_there_is_never_overwritten() {
    let (_folder, path) = folder();
    fs::write(&path, "notes").unwrap();
    assert!(matches!(Store::create(&path, "x", "Ada"), Err(StoreError::AlreadyThere(_))));
    assert_eq!(fs::read_to_string(&path).unwrap(), "notes");
}

#[test]
fn what_is_no_workspace_is_refused_and_left_as_it_is() {
    let (folder, path) = folder();
    assert!(matches!(Store::open(&path), Err(StoreError::NotFound(_))));
    assert!(matches!(Store::open(folder.path()), Err(StoreError::NotAWorkspace { .. })));
    for content in [&b""[..], b"hello", b"SQLite format 3\0 but nothing more that would be one"] {
        fs::write(&path, content).unwrap();
        assert!(matches!(Store::open(&path), Err(StoreError::NotAWorkspace { .. })), "{content:?}");
        assert_eq!(fs::read(&path).unwrap(), content);
    }
}

#[test]
fn another_programs_database_is_refused() {
    let (_folder, path) = folder();
    drop(Store::create(&path, "x", "Ada").unwrap());
    // The application id stands at offset 68 of an SQLite file's header.
    patch_header(&path, 68, &[0, 0, 0, 0]);
    let before = fs::read(&path).unwrap();
    assert!(matches!(Store::open(&path), Err(StoreError::NotAWorkspace { .. })));
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_newer_workspace_is_refused_with_both_numbers() {
    let (_folder, path) = folder();
    drop(Store::create(&path, "x", "Ada").unwrap());
    // `user_version` stands at offset 60.
    patch_header(&path, 60, &99_u32.to_be_bytes());
    match Store::open(&path) {
        Err(StoreError::Newer { found, known, .. }) => assert_eq!((found, known), (99, 7)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_read_only_file_can_be_read_and_refuses_writes() {
    let (_folder, path) = folder();
    let store = Store::create(&path, "x", "Ada").unwrap();
    add_person(&store, "Tomasz").unwrap();
    drop(store);
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let store = Store::open(&path).unwrap();
    assert_eq!(store.access(), Access::Immutable);
    assert_eq!(store.reader().unwrap().people().unwrap(), ["Tomasz"]);
    assert!(matches!(add_person(&store, "Mei"), Err(StoreError::ReadOnly(_))));
}

#[test]
fn a_write_waits_for_another_writer_and_then_says_so() {
    let (_folder, path) = folder();
    let store = Store::create(&path, "x", "Ada").unwrap();
    let other = Store::open(&path).unwrap();
    let held = store.write::<_, StoreError>(&Act::new(OperationKind::EditClaim, "Ada"), |edit| {
        edit.person("Tomasz")?;
        let started = std::time::Instant::now();
        let refused = add_person(&other, "Mei");
        assert!(started.elapsed() >= std::time::Duration::from_secs(4), "it waited");
        assert!(matches!(refused, Err(StoreError::Busy(5))), "{refused:?}");
        Ok(())
    });
    held.unwrap();
    assert_eq!(other.reader().unwrap().people().unwrap(), ["Tomasz"]);
}

#[cfg(unix)]
#[test]
fn a_file_deleted_while_open_takes_no_writes() {
    let (_folder, path) = folder();
    let store = Store::create(&path, "x", "Ada").unwrap();
    fs::remove_file(&path).unwrap();
    assert!(matches!(add_person(&store, "Tomasz"), Err(StoreError::Gone(_))));
}

#[test]
fn a_copy_is_a_workspace_of_the_same_content() {
    let (folder, path) = folder();
    let store = Store::create(&path, "x", "Ada").unwrap();
    add_person(&store, "Tomasz").unwrap();
    let copy = folder.path().join("copy.assay");
    store.backup(&copy).unwrap();
    assert!(matches!(store.backup(&copy), Err(StoreError::AlreadyThere(_))));
    let copy = Store::open(&copy).unwrap();
    assert_eq!(copy.head().unwrap(), store.head().unwrap());
    assert_eq!(copy.check().unwrap().damage, []);
}

#[test]
fn bytes_written_past_the_log_are_found() {
    let (_folder, path) = folder();
    let store = Store::create(&path, "x", "Ada").unwrap();
    add_person(&store, "Tomasz Wilk").unwrap();
    drop(store);
    let mut file = fs::read(&path).unwrap();
    let name = b"Tomasz Wilk";
    let places: Vec<usize> =
        (0..file.len() - name.len()).filter(|at| file[*at..].starts_with(name)).collect();
    for at in places {
        file[at] = b'D';
    }
    fs::write(&path, file).unwrap();
    let damage = Store::open(&path).unwrap().check().unwrap().damage;
    assert_eq!(damage.iter().map(|d| d.place.as_str()).collect::<Vec<_>>(), ["person 1"]);
}

#[test]
fn another_programs_database_keeps_its_log_as_it_is() {
    let (folder, path) = folder();
    let theirs = folder.path().join("theirs.db");
    let connection = rusqlite::Connection::open(&theirs).unwrap();
    connection
        .execute_batch("PRAGMA journal_mode = wal; CREATE TABLE t (x); INSERT INTO t VALUES (1)")
        .unwrap();
    // As a crash leaves it: the file, and beside it a log that was not yet written into it.
    let wal =
        |path: &Path| path.with_file_name(format!("{}-wal", path.file_name().unwrap().to_str().unwrap()));
    fs::copy(&theirs, &path).unwrap();
    fs::copy(wal(&theirs), wal(&path)).unwrap();
    drop(connection);
    let before = (fs::read(&path).unwrap(), fs::read(wal(&path)).unwrap());
    assert!(!before.1.is_empty());
    assert!(matches!(Store::open(&path), Err(StoreError::NotAWorkspace { .. })));
    assert_eq!((fs::read(&path).unwrap(), fs::read(wal(&path)).unwrap()), before);
}

#[test]
fn a_copy_that_fails_leaves_nothing_behind() {
    let (folder, path) = folder();
    let store = Store::create(&path, "x", "Ada").unwrap();
    let nowhere = folder.path().join("none").join("copy.assay");
    assert!(store.backup(&nowhere).is_err());
    // A page that cannot be read: SQLite gives up in the middle.
    store
        .write::<_, StoreError>(&Act::new(OperationKind::EditClaim, "Ada"), |edit| {
            (0..400).try_for_each(|n| edit.person(&format!("Person {n}")).map(drop))
        })
        .unwrap();
    drop(store);
    let mut file = fs::read(&path).unwrap();
    let at = file.windows(10).position(|w| w == b"Person 200").unwrap();
    file[at - at % 4096] ^= 0xff;
    fs::write(&path, file).unwrap();
    let store = Store::open(&path).unwrap();
    let copy = folder.path().join("copy.assay");
    assert!(store.backup(&copy).is_err());
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|f| f.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| name.to_str().unwrap().starts_with("test.assay")), "{left:?}");
}
