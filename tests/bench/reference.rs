//! What the machine itself can do, as a measure for the rest.

use std::io::Write;

use crate::measure::{Table, pair};

/// One page appended to a file and brought to the disk: no durable edit can be quicker. Beside it the same
/// page handed to the system only.
pub fn disk(table: &mut Table) {
    let page = [7_u8; 4096];
    let mut kept = tempfile::tempfile().expect("a temporary file");
    let mut handed = tempfile::tempfile().expect("a temporary file");
    let (durable, quick) = pair(
        200,
        || {
            kept.write_all(&page).expect("a page is written");
            kept.sync_data().expect("the page reaches the disk");
        },
        || handed.write_all(&page).expect("a page is written"),
    );
    table.add_pair(("append 4 KiB and fdatasync", &durable), ("append 4 KiB", &quick), 1);
}
