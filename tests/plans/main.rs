//! How SQLite reads each list: the plan of every statement that a list runs, pinned in `plans.txt`.
//!
//! The statements are those that SQLite says it ran, not copies of them. Every table that is read from end to end stands in
//! [`SCANS`] with the reason. `ASSAY_RENEW=1 cargo test -p assay-tests --test plans` writes the file anew.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "test code")]

mod lists;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use assay_engine::{Workspace, bench_data};
use assay_store::Store;
use rusqlite::Connection;
use rusqlite::trace::{TraceEvent, TraceEventCodes};

/// How many readers a store keeps: each of them is listened to.
const READERS: usize = 4;

/// Tables that are read from end to end: in which list, which, and why that is right.
const SCANS: &[(&str, &str, &str)] = &[
    ("ledger", "claim", "the whole order is wanted; by SQL only until the index is made"),
    ("ledger", "stated", "the few values that one claim states"),
    ("ledger", "document", "names are looked for in all documents, of which there are some thousands"),
    ("ledger", "mention", "the index of lost mentions, which has only those"),
    ("ledger", "source_search", "the full-text index finds its rows itself"),
    ("ledger", "claim_search", "the full-text index finds its rows itself"),
    ("facets", "claim", "every claim is counted; by SQL only until the index is made"),
    ("facets", "claim_tag", "every tag is counted; by SQL only until the index is made"),
    ("facets", "mention", "every mention is counted; by SQL only until the index is made"),
    ("ledger", "person", "the people of a desk"),
    ("facets", "document", "every document is counted; by SQL only until the index is made"),
    ("facets", "revision", "every document is counted; by SQL only until the index is made"),
    ("counts", "claim", "the count of all claims is of all claims"),
    ("counts", "document", "the count of all documents is of all documents"),
    ("counts", "source", "the count of all sources is of all sources"),
    ("index", "person", "the people of a desk"),
    ("index", "document", "what is known of documents is read whole when one was edited"),
    ("index", "source_search", "the full-text index finds its rows itself"),
    (
        "library",
        "revision",
        "the index of revisions, some entries a document, of which all or the newest are listed",
    ),
    ("library", "json_each", "the documents that were asked for"),
    ("document", "json_each", "the claims that were asked for"),
    ("sources", "source", "all sources are listed, or their parts of words looked for"),
    ("claim", "note", "the index of open questions, which has only those"),
    ("history", "operation", "one row, the newest"),
    ("history", "o", "operations of some days: an index of their times would cost each edit a page"),
    ("history", "json_each", "the sources, people and scales that a claim names"),
    ("views", "saved_view", "all views are listed"),
    ("people", "person", "the people of a desk"),
    ("settings", "scale", "the scales of a desk"),
];

thread_local! {
    static RUN: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

fn note(event: TraceEvent<'_>) {
    if let TraceEvent::Stmt(statement, _) = event {
        RUN.with_borrow_mut(|run| run.push(statement.sql().into_owned()));
    }
}

/// A workspace with made-up claims, and of everything else some.
fn workspace(folder: &Path) -> PathBuf {
    let file = folder.join("plans.assay");
    let workspace = Workspace::create(&file).unwrap();
    bench_data(&workspace, 3_000, &mut |_| {}).unwrap();
    lists::fill(&workspace);
    file
}

/// Has every reader of a store tell what it runs, or no longer.
fn listen(store: &Store, on: bool) {
    let mut readers: Vec<_> = (0..READERS).map(|_| store.reader().unwrap()).collect();
    for reader in &mut readers {
        reader
            .trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, on.then_some(note as fn(TraceEvent<'_>)))
            .unwrap();
    }
}

/// A statement on one line, without its comments.
fn flat(sql: &str) -> String {
    let lines = sql.lines().map(|line| line.split_once("--").map_or(line, |(code, _)| code));
    lines.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

/// Each statement that lists ran, once, with its plan.
#[derive(Default)]
struct Plans {
    told: Vec<String>,
    /// What is read from end to end: the list, the table, and where it is seen.
    scans: BTreeMap<(&'static str, String), String>,
}

impl Plans {
    fn of(file: &Path) -> Self {
        let store = Store::open(file).unwrap();
        let (mut plans, mut known) = (Self::default(), BTreeSet::new());
        for (list, read) in lists::LISTS {
            listen(&store, true);
            RUN.take();
            read(&store);
            let run = RUN.take();
            listen(&store, false);
            let run: Vec<String> = run.iter().map(|sql| flat(sql)).collect();
            // Transactions, and what the full-text engine asks of itself.
            let ours = |line: &&String| {
                (line.starts_with("SELECT") || line.starts_with("WITH")) && !line.contains("'main'.")
            };
            assert!(run.iter().any(|line| ours(&line)), "[{list}] asks nothing");
            for line in run.iter().filter(ours) {
                let steps = plan(&store, line);
                let told = format!("{line}\n    {}", steps.join("\n    "));
                for table in steps.iter().filter_map(|step| scanned(step)).filter(|table| !made(line, table))
                {
                    plans.scans.entry((list, table.to_owned())).or_insert_with(|| told.clone());
                }
                if known.insert(line.clone()) {
                    plans.told.push(format!("[{list}] {told}\n"));
                }
            }
        }
        plans
    }
}

/// Whether a statement itself made what it reads: that is read from end to end as a matter of course.
fn made(line: &str, table: &str) -> bool {
    table.starts_with("(subquery-")
        || ["", "MATERIALIZED "].iter().any(|how| line.contains(&format!("{table} AS {how}(")))
}

fn plan(store: &Store, sql: &str) -> Vec<String> {
    let reader = store.reader().unwrap();
    let mut statement = reader.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let mut rows = statement.raw_query();
    let mut depth = BTreeMap::from([(0, 0)]);
    let mut steps = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        let (id, parent): (i64, i64) = (row.get(0).unwrap(), row.get(1).unwrap());
        let at = depth.get(&parent).copied().unwrap_or(0);
        depth.insert(id, at + 1);
        let detail: String = row.get(3).unwrap();
        steps.push(format!("{}{}", "  ".repeat(at), detail.trim_end()));
    }
    steps
}

/// The table that a step of a plan reads from end to end, if it does.
fn scanned(step: &str) -> Option<&str> {
    let table = step.trim_start().strip_prefix("SCAN ")?;
    table.split_whitespace().next().filter(|table| *table != "CONSTANT")
}

#[test]
fn every_list_is_read_as_pinned() {
    let folder = tempfile::tempdir().unwrap();
    let file = workspace(folder.path());
    let plain = Plans::of(&file);
    // Whoever lets SQLite gather statistics of the file must not make lists slower by it.
    let gather = "PRAGMA analysis_limit = 0; ANALYZE; PRAGMA optimize";
    Connection::open(&file).unwrap().execute_batch(gather).unwrap();
    let counted = Plans::of(&file);

    let all: Vec<_> = plain.scans.iter().chain(&counted.scans).collect();
    let known =
        |(list, table): (&str, &str)| SCANS.iter().any(|(of, which, _)| (*of, *which) == (list, table));
    let mut faults: Vec<String> = all
        .iter()
        .filter(|((list, table), _)| !known((list, table)))
        .map(|((list, table), told)| format!("[{list}] reads all of {table}: {told}"))
        .collect();
    let idle = SCANS
        .iter()
        .filter(|(list, table, _)| !all.iter().any(|((of, which), _)| of == list && which == table));
    faults.extend(idle.map(|(list, table, _)| format!("[{list}] does not read all of {table} any more")));
    assert!(faults.is_empty(), "{}", faults.join("\n"));

    let other = counted.told.iter().filter(|told| !plain.told.contains(told));
    let now = plain.told.concat() + "\nOtherwise with statistics:\n" + &other.cloned().collect::<String>();
    let pinned = Path::new(env!("CARGO_MANIFEST_DIR")).join("plans/plans.txt");
    if std::env::var_os("ASSAY_RENEW").is_some() {
        std::fs::write(&pinned, &now).unwrap();
    }
    let told = std::fs::read_to_string(&pinned).unwrap();
    let (old, new): (Vec<_>, Vec<_>) = (told.lines().collect(), now.lines().collect());
    let gone = old.iter().filter(|line| !new.contains(line)).map(|line| format!("- {line}"));
    let come = new.iter().filter(|line| !old.contains(line)).map(|line| format!("+ {line}"));
    let differences: Vec<String> = gone.chain(come).collect();
    assert!(
        old == new,
        "read otherwise than pinned; ASSAY_RENEW=1 pins it anew:\n{}",
        differences.join("\n")
    );
}
