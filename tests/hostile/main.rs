//! The finder and the query bar on texts that no author would write: those that once broke something, and some thousand made on the spot. The long
//! runs of the same kind are `cargo xtask soak finder` and `cargo xtask soak queries`.

#![allow(clippy::unwrap_used, reason = "test code")]

use assay_tests::hostile::{Dice, corpus, holds, mutated, scrambled};
use assay_tests::hostile_queries;

#[test]
fn what_once_broke_something_holds() {
    for (_, text) in corpus() {
        holds(&text);
    }
}

#[test]
fn whatever_is_made_of_the_corpus_holds() {
    let corpus = corpus();
    let mut dice = Dice::new(4);
    for _ in 0..400 {
        holds(&mutated(&corpus[dice.below(corpus.len())].1, &mut dice));
        holds(&scrambled(&mut dice));
    }
}

#[test]
fn any_text_is_a_query() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = hostile_queries::desk(folder.path());
    let mut dice = Dice::new(6);
    for text in hostile_queries::corpus() {
        hostile_queries::holds(&workspace, &text, &mut dice);
    }
    for _ in 0..400 {
        let text = hostile_queries::query(&mut dice);
        hostile_queries::holds(&workspace, &text, &mut dice);
    }
}
