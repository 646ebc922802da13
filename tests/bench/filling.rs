//! Many claims at once, beside the same rows put into a bare file in the quickest way known: rows, then indexes, then words.

use std::path::Path;

use assay_engine::{Workspace, bench_data};
use rusqlite::Connection;

use crate::measure::{Table, pair};

/// 20,000 made-up claims with their texts and mentions, each logged, hashed and searchable.
pub fn filling(table: &mut Table) {
    const CLAIMS: u32 = 20_000;
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pattern = folder.path().join("pattern.assay");
    let fill = |path: &Path| {
        let workspace = Workspace::create(path).expect("a workspace");
        bench_data(&workspace, CLAIMS, &mut |_| {}).expect("made-up claims");
    };
    fill(&pattern);
    let (mut fills, mut copies) = (0, 0);
    let (filled, bare) = pair(
        3,
        || {
            fills += 1;
            fill(&folder.path().join(format!("{fills}.assay")));
        },
        || {
            copies += 1;
            copy_rows(&pattern, &folder.path().join(format!("{copies}.bare")));
        },
    );
    table.add_pair(
        ("20,000 made-up claims into a workspace", &filled),
        ("the same rows, indexes and words into a bare file", &bare),
        u64::from(CLAIMS),
    );
}

/// Copies the rows of every table of a workspace into a new file in one transaction, makes their indexes, and then the index of
/// the claims' words with a large buffer, as the measurements of SQLite advise.
fn copy_rows(from: &Path, to: &Path) {
    let bare = Connection::open(to).expect("a database");
    bare.execute_batch("PRAGMA journal_mode = wal; PRAGMA synchronous = full;").expect("settings");
    bare.execute("ATTACH ? AS pattern", [from.to_str().expect("a path in UTF-8")]).expect("a workspace");
    let made = |kind: &str| -> Vec<(String, String)> {
        let sql = "SELECT name, sql FROM pattern.sqlite_schema WHERE type = ? AND sql IS NOT NULL
                      AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_search%'";
        let mut statement = bare.prepare(sql).expect("a statement");
        let rows = statement.query_map([kind], |row| Ok((row.get(0)?, row.get(1)?))).expect("rows");
        rows.collect::<rusqlite::Result<_>>().expect("the schema")
    };
    bare.execute_batch("BEGIN").expect("a transaction");
    for (name, sql) in made("table") {
        bare.execute_batch(&format!("{sql}; INSERT INTO main.{name} SELECT * FROM pattern.{name};"))
            .expect("rows");
    }
    for (_, sql) in made("index") {
        bare.execute_batch(&sql).expect("an index");
    }
    bare.execute_batch(
        "CREATE VIRTUAL TABLE words USING fts5 (
           label, statement, quote, content = '', contentless_delete = 1, prefix = '2 3',
           tokenize = 'unicode61 remove_diacritics 2');
         INSERT INTO words (words, rank) VALUES ('hashsize', 67108864);
         INSERT INTO words (rowid, label, statement, quote)
         SELECT claim.id, label, statement, exact
           FROM claim JOIN mention ON mention.claim = claim.id JOIN span_part ON span_part.mention = mention.id;
         COMMIT;",
    )
    .expect("words");
}
