//! The window opens, at every size it must fit, and again after a restart.

use assay_tests::Workspace;
use assay_tests::window::{self, SMALL, WIDE};

#[test]
#[ignore = "needs a display and WebKitWebDriver: cargo xtask test"]
fn the_window_opens_fits_and_opens_again() {
    window::drive("opening", Workspace::new(), async |window| {
        window.find("nav").await?;
        for (size, name) in [(WIDE, "wide"), (SMALL, "small")] {
            window.resize(size).await?;
            let overflow =
                window.execute("return document.documentElement.scrollWidth - innerWidth", vec![]).await?;
            assert_eq!(overflow, 0, "the page is wider than the window at {size:?}");
            window.screenshot(name).await?;
        }
        window.restart().await?;
        window.find("nav").await?;
        Ok(())
    });
}
