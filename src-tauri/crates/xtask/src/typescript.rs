//! The TypeScript of the command list.

use anyhow::Result;

use crate::process::{cargo, show};

/// Writes `ui/src/backend/generated.ts`. A test in `commands` fails when it is stale.
pub fn write() -> Result<()> {
    show(&mut cargo(&["run", "--quiet", "-p", "assay-commands", "--example", "typescript"]))
}
