//! The finder on texts that no author would write: those that once broke something, and some thousand made on the spot. The long
//! run of the same kind is `cargo xtask soak finder`.

use assay_tests::hostile::{Dice, corpus, holds, mutated, scrambled};

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
