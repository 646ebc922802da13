//! The ledger with its index: what a person waits for after each key, beside the least that it can cost.

use std::hint::black_box;
use std::path::Path;

use assay_engine::{ClaimPatch, NearDraft, PageRequest, Workspace, bench_data};
use assay_model::query::{Sort, SortKey};
use rusqlite::Connection;

use crate::floor::Floor;
use crate::measure::{Table, pair, resident, timed};

/// At 100,000 claims.
pub fn ledger(table: &mut Table) {
    measure(table, 100_000);
}

/// At a million claims: makes them first, which takes minutes.
pub fn million(table: &mut Table) {
    measure(table, 1_000_000);
}

/// Measures a workspace of so many claims: the one that `ASSAY_BENCH_FILE` names, which is written to, or a new one.
fn measure(table: &mut Table, claims: u32) {
    if let Some(path) = std::env::var_os("ASSAY_BENCH_FILE") {
        return measure_file(table, Path::new(&path), claims);
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("ledger.assay");
    let workspace = Workspace::create(&path).expect("a workspace");
    bench_data(&workspace, claims, &mut |_| {}).expect("made-up claims");
    drop(workspace);
    measure_file(table, &path, claims);
}

fn measure_file(table: &mut Table, path: &Path, claims: u32) {
    opening(table, path, claims);
    let workspace = Workspace::open(path).expect("a workspace");
    let before = resident();
    let ((), made) = timed(|| workspace.notice_others().expect("an index"));
    println!(
        "  the index of {claims} claims: made in {made:.2?}, {} MB by its own count, {} MB of the process",
        workspace.index_bytes().unwrap_or_default() / 1_000_000,
        resident().saturating_sub(before) / 1_000_000,
    );
    let floor = Floor::read(path);
    let mut run = 0_u32;
    // Another query each time, so that nothing is kept from the run before.
    let mut another = |query: &str| {
        run += 1;
        format!("{query} -tag:run{run}")
    };
    let rows = |query: &str, sort: Sort| {
        let request = PageRequest { query: query.to_owned(), sort, from: 0, limit: 200, turn: None };
        let page = workspace.page(&request).expect("a page");
        assert!(!page.rows.is_empty(), "{query} finds nothing");
    };
    let ask = |query: &str, sort: Sort| {
        rows(query, sort);
        black_box(workspace.facets(query, None).expect("facets"));
    };
    let named = "filter, facets and 200 rows from bare columns";
    for (query, status) in [
        ("", None),
        ("status:open", Some(2)),
        ("verdict:supported kind:event", Some(1)),
        ("claimant:okafor", Some(1)),
        ("document:D17", Some(1)),
        ("priority:high -verdict:none person:none", Some(1)),
    ] {
        let (asked, least) = pair(
            30,
            || ask(&another(query), Sort::default()),
            || {
                black_box(floor.ask(status));
            },
        );
        table.add_pair((&format!("{claims} claims: “{query}”"), &asked), (named, &least), 1);
        // The facets are asked for after the rows, which are waited for.
        let (shown, _) = pair(30, || rows(&another(query), Sort::default()), || ());
        table.add(&format!("{claims} claims: “{query}”, its rows alone"), 1, &shown);
    }
    for key in [SortKey::Label, SortKey::Claimant, SortKey::Document, SortKey::Score, SortKey::Status] {
        let sort = Sort { key, descending: true };
        let (asked, least) = pair(
            15,
            || ask(&another(""), sort),
            || {
                black_box(floor.ask(None));
            },
        );
        table.add_pair((&format!("{claims} claims: all, by {}", key.label()), &asked), (named, &least), 1);
    }
    for word in ["ministry", "min", "m", "pipeline", "2003", "\"ministry in\""] {
        let (asked, least) = pair(
            15,
            || ask(&another(word), Sort::default()),
            || {
                black_box(floor.ask(Some(1)));
            },
        );
        table.add_pair((&format!("{claims} claims: the word {word}"), &asked), (named, &least), 1);
    }
    let page = |from: u32| {
        let request =
            PageRequest { query: String::new(), sort: Sort::default(), from, limit: 200, turn: None };
        assert!(!workspace.page(&request).expect("a page").rows.is_empty());
    };
    for from in [0, claims / 2, claims - 200] {
        let (asked, least) = pair(
            50,
            || page(from),
            || {
                black_box(floor.page(from as usize));
            },
        );
        table.add_pair(
            (&format!("{claims} claims: 200 rows from {from} of an order kept"), &asked),
            ("200 rows by keyset, bare", &least),
            200,
        );
    }
    near(table, &workspace, &floor, claims);
    edits(table, &workspace, path, claims);
}

/// From a closed file to the first list, before there is an index, beside the same of a thousand claims.
fn opening(table: &mut Table, path: &Path, claims: u32) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let small = folder.path().join("small.assay");
    bench_data(&Workspace::create(&small).expect("a workspace"), 1_000, &mut |_| {}).expect("made-up claims");
    let open = |path: &Path| {
        let workspace = Workspace::open(path).expect("a workspace");
        let request =
            PageRequest { query: String::new(), sort: Sort::default(), from: 0, limit: 200, turn: None };
        assert_eq!(workspace.page(&request).expect("a page").rows.len(), 200);
    };
    let (opened, least) = pair(15, || open(path), || open(&small));
    table.add_pair(
        (&format!("{claims} claims: opened, and the first 200 rows"), &opened),
        ("the same of 1,000 claims", &least),
        1,
    );
}

/// The claims near to one, and near to what is being typed.
fn near(table: &mut Table, workspace: &Workspace, floor: &Floor, claims: u32) {
    let mut asked = 0_i64;
    let (found, least) = pair(
        50,
        || {
            asked += 1;
            black_box(workspace.near(1 + asked * 7919 % i64::from(claims)).expect("near claims"));
        },
        || {
            black_box(floor.ask(Some(1)));
        },
    );
    let named = "filter, facets and 200 rows from bare columns";
    table.add_pair((&format!("{claims} claims: those near to one"), &found), (named, &least), 1);
    let (found, least) = pair(
        50,
        || {
            asked += 1;
            let statement = format!("The ministry in Delhi counted {asked} pension reports in 2003.");
            let draft = NearDraft { statement, ..NearDraft::default() };
            black_box(workspace.near_draft(&draft).expect("near claims"));
        },
        || {
            black_box(floor.ask(Some(1)));
        },
    );
    table.add_pair((&format!("{claims} claims: those near to what is typed"), &found), (named, &least), 1);
}

/// So many writes make the log beside the file as long as it gets while somebody looks after it.
const LOG_GROWS: u32 = 200;

/// An edit and the page after it, beside one durable write to a bare table of as many claims.
fn edits(table: &mut Table, workspace: &Workspace, file: &Path, claims: u32) {
    let bare_file = file.with_extension("bare");
    // A file that was measured before has one.
    let _ = std::fs::remove_file(&bare_file);
    let bare = Connection::open(bare_file).expect("a database");
    bare.execute_batch(&format!(
        "PRAGMA journal_mode = wal; PRAGMA synchronous = full;
         CREATE TABLE claim (id INTEGER PRIMARY KEY, label TEXT) STRICT;
         INSERT INTO claim WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {claims})
         SELECT i, 'The treaty in Delhi' FROM n;"
    ))
    .expect("a table");
    let mut update = bare.prepare("UPDATE claim SET label = ? WHERE id = ?").expect("a statement");
    // A workspace that was measured before has other labels.
    let begun = std::time::SystemTime::UNIX_EPOCH.elapsed().expect("a clock").as_millis();
    let (mut edits, mut writes) = (0_i64, 0_i64);
    let mut edit = || {
        edits += 1;
        let patch = ClaimPatch { label: Some(format!("Label {edits} of {begun}")), ..ClaimPatch::default() };
        let claim = 1 + edits * 7919 % i64::from(claims);
        workspace.edit_claims(&[claim], &patch).expect("an edit");
    };
    let mut write = || {
        writes += 1;
        let claim = 1 + writes * 7919 % i64::from(claims);
        update.execute((format!("Label {writes}"), claim)).expect("a write");
    };
    // Both as they are in the middle of a day: the log beside the file has been written into it and begun anew, so that no
    // write has to make it longer.
    (0..LOG_GROWS).for_each(|_| edit());
    (0..LOG_GROWS).for_each(|_| write());
    workspace.notice_others().expect("a tidy workspace");
    bare.query_row("PRAGMA wal_checkpoint", [], |_| Ok(())).expect("a checkpoint");
    let (edited, written) = pair(100, &mut edit, &mut write);
    table.add_pair(
        (&format!("{claims} claims: an edit with history and search"), &edited),
        ("one durable SQLite update", &written),
        1,
    );
    let (seen, written) = pair(
        30,
        || {
            edit();
            let request = PageRequest {
                query: "kind:event".into(),
                sort: Sort::default(),
                from: 0,
                limit: 200,
                turn: None,
            };
            assert!(!workspace.page(&request).expect("a page").rows.is_empty());
        },
        write,
    );
    table.add_pair(
        (&format!("{claims} claims: an edit and the filtered page after it"), &seen),
        ("one durable SQLite update", &written),
        1,
    );
}
