//! The ledger at fifty thousand claims; a million are in `cargo xtask soak ledger`.

use std::time::Duration;

use anyhow::ensure;
use assay_tests::large_ledger::{Large, told};
use assay_tests::window;

#[test]
#[ignore = "needs a display and WebKitWebDriver: cargo xtask test"]
fn fifty_thousand_claims_are_searched_scrolled_edited_and_given_back() {
    let large = Large { claims: 50_000, query: "priority:low,medium", patience: Duration::from_mins(1) };
    window::drive("large", large.workspace(), async |window| {
        let times = large.work(window).await?;
        eprintln!("{}", told(&times));
        window.screenshot("undone").await?;
        let (_, longest) = times.last().copied().unwrap_or_default();
        // A machine that does something else besides may keep it from a few frames, not from answering.
        ensure!(longest < Duration::from_secs(2), "the window did not answer for {longest:?}");
        Ok(())
    });
}
