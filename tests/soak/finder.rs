//! A million hostile texts through the finder: none makes it fail, and every span of every answer is sound.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};

use assay_tests::hostile::{Dice, corpus, holds, mutated, scrambled};
use assay_tests::root;

/// How many texts are tried.
const TEXTS: u64 = 1_000_000;

pub fn finder() -> String {
    let corpus = corpus();
    let next = AtomicU64::new(0);
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= TEXTS {
                        return;
                    }
                    try_one(number, &corpus);
                }
            });
        }
    });
    format!("{TEXTS} texts, made of {} seeds: all answers sound", corpus.len())
}

fn try_one(number: u64, corpus: &[(String, String)]) {
    let mut dice = Dice::new(number + 1);
    let text = if number.is_multiple_of(4) {
        scrambled(&mut dice)
    } else {
        mutated(&corpus[dice.below(corpus.len())].1, &mut dice)
    };
    if let Err(cause) = catch_unwind(AssertUnwindSafe(|| holds(&text))) {
        // Kept for the test that replays them.
        let file = root().join(format!("tests/hostile/corpus/broke-{number}.txt"));
        std::fs::write(&file, &text).expect("the text that broke something is kept");
        println!("text {number} broke the finder; it is kept in {}", file.display());
        std::panic::resume_unwind(cause);
    }
    if number % 50_000 == 49_999 {
        println!("  {} of {TEXTS} texts", number + 1);
    }
}
