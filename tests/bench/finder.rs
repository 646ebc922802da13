//! `cargo xtask bench find`: the finder with the allocator of the command line, which this program has for that.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a measuring program"
)]

mod articles;
#[allow(dead_code, reason = "some of it is for the other benchmarks")]
mod measure;

use std::ops::ControlFlow;

use assay_engine::find;

use articles::articles;
use measure::{Table, pair};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let mut table = Table::default();
    finding(&mut table);
    println!("\n{table}");
}

/// The finder over 1,000 articles; beside it the same texts counted character by character.
fn finding(table: &mut Table) {
    let articles = articles();
    let mut sentences = 0;
    let (found, counted) = pair(
        3,
        || {
            sentences = 0;
            for article in &articles {
                let found = find(article.as_bytes(), None, None, false, &mut |_| ControlFlow::Continue(()));
                sentences += found.expect("an article is text").sentences.len() as u64;
            }
        },
        || assert!(articles.iter().map(|a| a.chars().count()).sum::<usize>() > 0),
    );
    let name = format!("1,000 articles: find claims in {sentences} sentences");
    table.add_pair((&name, &found), ("1,000 articles: count their characters", &counted), sentences);
}
