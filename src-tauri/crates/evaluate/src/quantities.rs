//! To come.

use std::path::Path;

use anyhow::Result;

use crate::report::Report;

pub fn report(_data: &Path, _report: &mut Report) -> Result<()> {
    Ok(())
}
