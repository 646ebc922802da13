//! A hundred thousand queries that nobody would type: each is answered, and means the same when it is read again.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use assay_tests::hostile::Dice;
use assay_tests::hostile_queries::{corpus, desk, holds, query};

/// How many queries are tried.
const QUERIES: u64 = 100_000;

pub fn queries() -> String {
    let folder = tempfile::tempdir().unwrap();
    let workspace = desk(folder.path());
    let corpus = corpus();
    for number in 0..QUERIES {
        let mut dice = Dice::new(number + 1);
        let mut text = query(&mut dice);
        if number.is_multiple_of(3) {
            text = format!("{}{text}", corpus[dice.below(corpus.len())]);
        }
        // By the index from the middle on.
        if number == QUERIES / 2 {
            workspace.notice_others().unwrap();
        }
        if let Err(cause) = catch_unwind(AssertUnwindSafe(|| holds(&workspace, &text, &mut dice))) {
            println!(
                "query {number} broke something; put it into tests/hostile/queries.txt: {}",
                serde_json::json!(text)
            );
            resume_unwind(cause);
        }
    }
    format!("{QUERIES} queries, some made of {} seeds: all answered", corpus.len())
}
