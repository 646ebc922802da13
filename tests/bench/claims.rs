//! Edits and lists, beside SQLite used bare.

use std::path::Path;

use assay_engine::{ClaimPatch, PageRequest, Workspace, bench_data};
use assay_model::query::Sort;
use rusqlite::Connection;

use crate::measure::{Table, pair};

/// One edit of a claim with its log entry, its image, its search row and the notice, beside one row updated in a bare
/// SQLite file that is as durable.
pub fn edit(table: &mut Table) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let workspace = made_up(&folder.path().join("edit.assay"), 2_000);
    let bare = bare_claims(&folder.path().join("bare.db"), 2_000);
    let mut update = bare.prepare("UPDATE claim SET label = ? WHERE id = ?").expect("a statement");
    let (mut edits, mut writes) = (0_i64, 0_i64);
    let (edited, written) = pair(
        300,
        || {
            edits += 1;
            let patch = ClaimPatch { label: Some(format!("Label {edits}")), ..ClaimPatch::default() };
            workspace.edit_claims(&[1 + edits % 2_000], &patch).expect("an edit");
        },
        || {
            writes += 1;
            update.execute((format!("Label {writes}"), 1 + writes % 2_000)).expect("a write");
        },
    );
    table.add_pair(("an edit with history and search", &edited), ("one durable SQLite update", &written), 1);
}

/// The ledger over 100,000 claims: the page that it opens with, a page in the middle, and what a filter costs; each
/// beside 200 rows read by key from a bare SQLite file.
pub fn list(table: &mut Table) {
    const CLAIMS: u32 = 100_000;
    let folder = tempfile::tempdir().expect("a temporary folder");
    let workspace = made_up(&folder.path().join("list.assay"), CLAIMS);
    let bare = bare_claims(&folder.path().join("bare.db"), CLAIMS);
    let mut statement = bare
        .prepare("SELECT id, label, statement, status, verdict FROM claim WHERE id > ? ORDER BY id LIMIT 200")
        .expect("a statement");
    let mut keyset = || {
        let mut rows = statement.query([50_000]).expect("rows");
        let mut letters = 0;
        while let Some(row) = rows.next().expect("a row") {
            letters += row.get_ref(1).expect("a label").as_str().expect("text").len();
        }
        assert!(letters > 0);
    };
    let page = |query: &str, from: u32| {
        let request =
            PageRequest { query: query.to_owned(), sort: Sort::default(), from, limit: 200, turn: None };
        let page = workspace.page(&request).expect("a page");
        assert!(!page.rows.is_empty(), "{query} finds nothing");
    };
    let reference = "200 rows by key, bare SQLite";
    let (first, bare_rows) = pair(100, || page("", 0), &mut keyset);
    table.add_pair(("100,000 claims: first page, order kept", &first), (reference, &bare_rows), 200);
    let (middle, bare_rows) = pair(100, || page("", 50_000), &mut keyset);
    table.add_pair(("100,000 claims: page in the middle", &middle), (reference, &bare_rows), 200);
    // Another place of the same word each time, so that no order is kept from the run before.
    let mut run = 0_u32;
    let (filtered, bare_rows) = pair(
        30,
        || {
            run += 1;
            let spaces = format!("verdict:supported -tag:run{run}");
            page(&spaces, 0);
        },
        &mut keyset,
    );
    table.add_pair(("100,000 claims: a new filter, first page", &filtered), (reference, &bare_rows), 200);
    let (words, bare_rows) = pair(
        30,
        || {
            run += 1;
            page(&format!("treaty -tag:run{run}"), 0);
        },
        &mut keyset,
    );
    table.add_pair(("100,000 claims: a word, first page", &words), (reference, &bare_rows), 200);
    let (facets, bare_rows) =
        pair(10, || drop(workspace.facets("status:open", None).expect("facets")), &mut keyset);
    table.add_pair(("100,000 claims: all facets", &facets), (reference, &bare_rows), 1);
}

fn made_up(path: &Path, claims: u32) -> Workspace {
    let workspace = Workspace::create(path).expect("a workspace");
    bench_data(&workspace, claims, &mut |_| {}).expect("made-up claims");
    workspace
}

/// A table of claims in a bare SQLite file with the same journal and durability as a workspace.
fn bare_claims(path: &Path, claims: u32) -> Connection {
    let mut bare = Connection::open(path).expect("a database");
    bare.execute_batch(
        "PRAGMA journal_mode = wal; PRAGMA synchronous = full;
         CREATE TABLE claim (id INTEGER PRIMARY KEY, label TEXT, statement TEXT, status TEXT, verdict TEXT) STRICT;",
    )
    .expect("a table");
    let transaction = bare.transaction().expect("a transaction");
    for id in 1..=claims {
        let statement = format!("The treaty in Delhi counted {id} reports in 2020.");
        transaction
            .execute("INSERT INTO claim VALUES (?, 'The treaty in Delhi', ?, 'open', NULL)", (id, statement))
            .expect("a row");
    }
    transaction.commit().expect("a commit");
    bare
}
