//! Workspaces that cannot be opened or written: each a clear error with its cause and the next step, and the file as
//! it was, byte for byte.

use std::fs::Permissions;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use assay_tests::{Workspace, sample_article};
use rusqlite::Connection;

use crate::asking::{ask, bytes, done, records, refused, with_sample};

/// What reads and what writes, each refused with these words, the file untouched.
#[track_caller]
fn refused_whatever_is_asked(workspace: &Workspace, said: &[&str]) {
    let before = std::fs::read(workspace.file()).ok();
    let sample = sample_article();
    for words in [
        &["claims"][..],
        &["documents"],
        &["check"],
        &["set", "DG-1", "priority=high"],
        &["import", sample.to_str().unwrap()],
        &["backup", "copy.assay"],
        &["undo"],
    ] {
        refused(workspace, 1, words, &[said, &["\n  hint: "]].concat());
    }
    assert!(std::fs::read(workspace.file()).ok() == before, "the file is untouched");
    assert!(!workspace.folder().join("copy.assay").exists());
}

#[test]
fn what_is_no_workspace_is_refused() {
    let workspace = Workspace::new();
    for (content, why) in [
        (&b"Notes, not a workspace.\n"[..], "it is another kind of file"),
        (b"", "it is empty"),
        (b"SQLite format 3\0 and then nothing of the sort", "is not an Assay workspace"),
    ] {
        std::fs::write(workspace.file(), content).unwrap();
        refused_whatever_is_asked(&workspace, &["is not an Assay workspace", why]);
    }
    std::fs::remove_file(workspace.file()).unwrap();
    std::fs::create_dir(workspace.file()).unwrap();
    refused_whatever_is_asked(&workspace, &["it is a folder"]);
}

#[test]
fn another_programs_database_is_refused() {
    let workspace = Workspace::new();
    let other = Connection::open(workspace.file()).unwrap();
    other.execute_batch("CREATE TABLE recipe (name TEXT); INSERT INTO recipe VALUES ('soup');").unwrap();
    drop(other);
    refused_whatever_is_asked(&workspace, &["is not an Assay workspace", "another program"]);
}

#[test]
fn a_workspace_of_a_newer_version_is_refused() {
    let workspace = with_sample();
    // The schema's number stands at byte 60 of an SQLite file, the greatest byte first.
    let mut file = std::fs::OpenOptions::new().write(true).open(workspace.file()).unwrap();
    file.seek(SeekFrom::Start(60)).unwrap();
    file.write_all(&900_u32.to_be_bytes()).unwrap();
    drop(file);
    refused_whatever_is_asked(&workspace, &["newer version", "900", "Update Assay"]);
}

fn set_mode(path: &Path, read_only: bool) {
    let mut permissions: Permissions = std::fs::metadata(path).unwrap().permissions();
    permissions.set_readonly(read_only);
    std::fs::set_permissions(path, permissions).unwrap();
}

#[test]
fn a_read_only_workspace_can_be_read_and_refuses_writes() {
    let workspace = with_sample();
    let claims = records(&workspace, &["claims"]);
    set_mode(&workspace.file(), true);
    let before = bytes(&workspace.file());
    assert_eq!(records(&workspace, &["claims"]), claims);
    done(&workspace, &["check"]);
    done(&workspace, &["export", "--all", "--format", "csv"]);
    done(&workspace, &["backup", "copy.assay"]);
    let sample = sample_article();
    let span = ["--document", "D1", "--span", "51..56"];
    for words in [
        &["set", "DG-1", "status=open"][..],
        &["import", sample.to_str().unwrap()],
        &["undo"],
        &["sign-off", "DG-1"],
        &["evidence", "add", "DG-1", "--stance", "supports", "--title", "T"],
        &[&["mention", "add", "DG-1"][..], &span].concat(),
    ] {
        refused(&workspace, 1, words, &["delhi-g20.assay is read-only", "Nothing was changed", "\n  hint: "]);
    }
    assert!(bytes(&workspace.file()) == before);
    set_mode(&workspace.file(), false);
    done(&workspace, &["set", "DG-1", "status=open"]);
}

#[test]
fn a_workspace_that_another_program_is_writing_to_is_waited_for() {
    let workspace = with_sample();
    let mut other = Connection::open(workspace.file()).unwrap();
    let held = other.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).unwrap();
    let start = Instant::now();
    refused(
        &workspace,
        1,
        &["set", "DG-1", "status=open"],
        &["Another program", "Nothing was changed", "Try again"],
    );
    let waited = start.elapsed();
    assert!((Duration::from_secs(5)..Duration::from_secs(30)).contains(&waited), "{waited:?}");
    // Meanwhile it can be read.
    assert!(!records(&workspace, &["claims", "status:suggested"]).is_empty());
    drop(held);
    drop(other);
    let status = &records(&workspace, &["show", "DG-1"])[0]["status"];
    assert_eq!(status, "suggested");

    // One that is done within the time is waited out.
    let mut other = Connection::open(workspace.file()).unwrap();
    let held = other.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).unwrap();
    let changed = std::thread::scope(|scope| {
        let changing = scope.spawn(|| ask(&workspace, &["set", "DG-1", "status=open"]));
        std::thread::sleep(Duration::from_millis(700));
        drop(held);
        changing.join().unwrap()
    });
    assert_eq!(changed.code, 0, "{}", changed.err);
}

#[test]
fn damage_is_named_and_the_rest_can_still_be_checked() {
    let workspace = with_sample();
    let other = Connection::open(workspace.file()).unwrap();
    other.execute("UPDATE claim SET label = 'Forged' WHERE id = 4", []).unwrap();
    drop(other);
    let answer = ask(&workspace, &["check"]);
    assert_eq!(answer.code, 1);
    assert!(answer.out.contains("claim 4: is not as it was last written"), "{}", answer.out);
    assert!(
        answer.err.starts_with("error: ") && answer.err.contains("is damaged in 2 places"),
        "{}",
        answer.err
    );
    let report: serde_json::Value = serde_json::from_str(&ask(&workspace, &["check", "--json"]).out).unwrap();
    let places: Vec<_> = report["damage"].as_array().unwrap().iter().map(|d| d["place"].clone()).collect();
    assert_eq!(places, ["claim 4", "search index"]);
}
