//! Texts that no author would write, and the import of articles.

use std::ops::ControlFlow;

use assay_engine::{ImportOptions, Input, Workspace, find};
use rusqlite::Connection;

use crate::articles::{ARTICLES, articles};
use crate::measure::{Table, pair};

/// The finder on texts that no author would write, each beside itself at half the length: the ratio is 2 where time is in
/// proportion to the text.
pub fn growth(table: &mut Table) {
    let shapes: [(&str, &str, usize); 7] = [
        ("one sentence of 10 MB", "word ", 2_000_000),
        ("quote marks", "\"", 100_000),
        ("opening quotes", "“a ", 100_000),
        ("open brackets", "(", 100_000),
        ("dates", "2 March ", 100_000),
        ("numbers", "5 million ", 100_000),
        ("right to left", "قال الوزير ", 200_000),
    ];
    let whole = |text: &str| {
        let found = find(text.as_bytes(), None, None, false, &mut |_| ControlFlow::Continue(()));
        assert!(!found.expect("it is text").sentences.is_empty());
    };
    for (name, piece, times) in shapes {
        let (long, short) = (piece.repeat(times), piece.repeat(times / 2));
        let (all, half) = pair(3, || whole(&long), || whole(&short));
        let (name, half_name) = (format!("{name}, twice as long"), format!("{name}, {} bytes", short.len()));
        table.add_pair((&name, &all), (&half_name, &half), long.len() as u64);
    }
}

/// Importing 1,000 articles with their claims into a searchable workspace, beside their bare texts written to one
/// table in one transaction.
pub fn import(table: &mut Table) {
    let articles = articles();
    let inputs: Vec<Input> =
        articles.iter().map(|text| Input::Text { text: text.clone(), name: None }).collect();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut run = 0;
    let mut next = |ending: &str| {
        run += 1;
        folder.path().join(format!("{run}.{ending}"))
    };
    let mut claims = 0;
    let mut work_path = Vec::new();
    let mut bare_path = Vec::new();
    for _ in 0..4 {
        work_path.push(next("assay"));
        bare_path.push(next("db"));
    }
    let (imported, written) = pair(
        3,
        || {
            let workspace = Workspace::create(&work_path.pop().expect("a path")).expect("a workspace");
            let options = ImportOptions::default();
            let report = workspace.import(&inputs, &options, &mut |_, _| ControlFlow::Continue(()));
            claims = report.expect("an import").documents.iter().map(|d| u64::from(d.claims)).sum();
        },
        || {
            let mut bare = Connection::open(bare_path.pop().expect("a path")).expect("a database");
            bare.execute_batch(
                "PRAGMA journal_mode = wal; PRAGMA synchronous = full; CREATE TABLE article (text)",
            )
            .expect("a table");
            let transaction = bare.transaction().expect("a transaction");
            for article in &articles {
                transaction.execute("INSERT INTO article VALUES (?)", [article]).expect("a row");
            }
            transaction.commit().expect("a commit");
        },
    );
    let name = format!("1,000 articles: import with {claims} suggested claims");
    table.add_pair((&name, &imported), ("1,000 articles: bare texts to SQLite", &written), ARTICLES as u64);
}
