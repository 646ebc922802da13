//! Damage done past the log: each kind is found, and said where it is.
#![expect(clippy::unwrap_used, reason = "a failure here is a failed test")]

use std::fs;
use std::path::{Path, PathBuf};

use assay_model::claim::{ClaimKind, Mode, Priority};
use assay_model::evidence::{SourceKind, Stance};
use assay_model::operation::OperationKind;
use assay_model::relation::RelationKind;
use assay_model::time::Instant;
use assay_model::verdict::{Finding, Status, Verdict};
use assay_store::{
    Access, Act, EvidenceFields, NewClaim, NewCopy, NewEvidence, SourceFields, Store, StoreError,
};

fn new_claim(label: &str) -> NewClaim {
    NewClaim {
        label: label.into(),
        statement: format!("{label}, it says."),
        kind: ClaimKind::Event,
        status: Status::Open,
        claimant: Some("Tomasz".into()),
        mode: Mode::Paraphrase,
        priority: Priority::Medium,
        score: None,
        reasons: Vec::new(),
        values: Vec::new(),
    }
}

/// Two related claims, of which the first is signed off on a source with a stored copy.
fn build(path: &Path) {
    let store = Store::create(path, "Delhi G20", "Ada").unwrap();
    store
        .write::<_, StoreError>(&Act::new(OperationKind::CreateClaim, "Ada"), |edit| {
            let one = edit.add_claim(&new_claim("Eleven ministers met"))?;
            let other = edit.add_claim(&new_claim("Twelve ministers met"))?;
            edit.relate(one, RelationKind::Contradicts, other, None)?;
            let source = edit.source(&SourceFields {
                kind: SourceKind::Web,
                title: "Minutes".into(),
                author: None,
                publisher: None,
                url: None,
                published: None,
                accessed: None,
                primary: true,
                origin: None,
                confidential: false,
                contact: None,
                notes: None,
                document: None,
            })?;
            let bytes = b"minutes of the meeting".to_vec();
            edit.store_copy(
                source,
                &NewCopy { file_name: "m.txt".into(), media_type: "text/plain".into(), bytes },
            )?;
            let fields = EvidenceFields {
                finding: Finding::True,
                stance: Stance::Supports,
                locator: None,
                quote: Some("present: eleven".into()),
            };
            edit.add_evidence(one, &NewEvidence { fields, source, span: None })?;
            let mut fields = edit.claim_fields(one)?;
            fields.status = Status::SignedOff;
            fields.verdict = Some(Verdict::Supported);
            fields.signed_off_at = Some(Instant::now());
            fields.signed_digest = Some(edit.substance(one, &fields)?);
            edit.set_claim(one, &fields)
        })
        .unwrap();
    assert_eq!(store.check().unwrap().damage, []);
}

fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("test.assay");
    (folder, path)
}

/// The places that a check names after these statements.
fn places_after(sql: &str) -> Vec<String> {
    let (_folder, path) = folder();
    build(&path);
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection.execute_batch(&format!("PRAGMA foreign_keys = off; {sql}")).unwrap();
    drop(connection);
    let damage = Store::open(&path).unwrap().check().unwrap().damage;
    damage.into_iter().map(|d| d.place).collect()
}

#[test]
fn each_kind_of_damage_is_found_at_its_place() {
    const REINDEX: &str = "DELETE FROM claim_search WHERE rowid = 2;
        INSERT INTO claim_search (rowid, label, statement, quote, rationale, notes, evidence) VALUES (2, ";
    let reindexed = |words: &str| format!("{REINDEX}{words})");
    for (sql, places) in [
        ("UPDATE meta SET value = 'Delhi G21' WHERE key = 'name'", &["workspace"][..]),
        ("DELETE FROM meta WHERE key = 'facts_sha256'", &["workspace"]),
        ("DROP TRIGGER change_fixed", &["schema"]),
        ("DROP TRIGGER change_fixed; UPDATE change SET position = 9 WHERE position = 7", &["schema", "log"]),
        ("CREATE TABLE extra (x)", &["schema"]),
        ("UPDATE sqlite_sequence SET seq = 1 WHERE name = 'claim'", &["counter of claim"]),
        ("UPDATE claim SET evidence_count = 2 WHERE id = 1", &["claim 1"]),
        ("UPDATE claim SET voice = 'Mei' WHERE id = 1", &["claim 1"]),
        ("UPDATE claim SET value_text = 'x' WHERE id = 2", &["claim 2"]),
        ("UPDATE claim SET edited = edited + 1 WHERE id = 2", &["claim 2"]),
        ("UPDATE claim SET label = 'Twelve' WHERE id = 2", &["claim 2", "search index"]),
        // The row, and what was signed on it.
        ("UPDATE evidence SET locator = 'page 2'", &["evidence 1", "claim 1"]),
        ("DELETE FROM relation WHERE id = 2", &["relation 2", "claim 2"]),
        (
            "DROP TRIGGER stored_copy_fixed; UPDATE stored_copy SET bytes = x'00'",
            &["schema", "stored_copy 1", "copy m.txt of R1"],
        ),
        ("DELETE FROM claim_search WHERE rowid = 2", &["search index"]),
        (
            &reindexed("'Twelve ministers', 'Twelve ministers met, it says.', NULL, char(10), NULL, NULL"),
            &["search index"],
        ),
        (
            &reindexed(
                "'Twelve ministers met', 'Twelve ministers met, says it.', NULL, char(10), NULL, NULL",
            ),
            &["search index"],
        ),
        (
            &reindexed(
                "'Twelve ministers met', 'Twelve ministers met, it says.', NULL, char(10), NULL, NULL",
            ),
            &[],
        ),
        ("INSERT INTO claim_search (rowid, label) VALUES (3, 'x')", &["search index"]),
        ("DELETE FROM source_search", &["search index"]),
        ("UPDATE source SET author = 'Mei'", &["source 1", "claim 1", "search index"]),
        ("INSERT INTO source_search (rowid, title) VALUES (2, 'x')", &["search index"]),
        ("CREATE TABLE source_searches (x)", &["schema"]),
    ] {
        assert_eq!(places_after(sql), places, "{sql}");
    }
}

#[test]
fn a_read_only_workspace_is_checked_to_the_last_word() {
    let (_folder, path) = folder();
    build(&path);
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection.execute_batch("DELETE FROM claim_search WHERE rowid = 2").unwrap();
    drop(connection);
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let store = Store::open(&path).unwrap();
    assert_eq!(store.access(), Access::Immutable);
    let damage = store.check().unwrap().damage;
    assert_eq!(damage.iter().map(|d| d.place.as_str()).collect::<Vec<_>>(), ["search index"]);
    assert_eq!(damage[0].what, "claim 2 is missing from it");
}
