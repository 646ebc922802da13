//! A million claims in the real window, worked with as in `tests/window/ledger.rs`.

use std::time::Duration;

use assay_tests::large_ledger::{Large, told};
use assay_tests::window;

pub fn ledger() -> String {
    let large = Large { claims: 1_000_000, query: "publisher:hanoi", patience: Duration::from_mins(2) };
    let mut figures = String::new();
    window::drive_within(Duration::from_mins(15), "million", large.workspace(), async |window| {
        figures = told(&large.work(window).await?);
        Ok(())
    });
    figures
}
