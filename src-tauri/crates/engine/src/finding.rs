//! Finding claims in a file without a workspace.

use std::ops::ControlFlow;

use assay_model::document::ImportedText;
use assay_model::found::Found;
use assay_model::time::PartialDate;

pub use assay_extract::limits;

use crate::error::{Code, Error, Result};

/// Looks for claims in the bytes of a file. `plain` takes the text as it stands, so that offsets hold in the file.
/// `step` is told the share done, 0 to 1, and may stop it.
///
/// # Errors
/// When the bytes are no text, or it was stopped.
pub fn find(
    bytes: &[u8],
    name: Option<&str>,
    published: Option<PartialDate>,
    plain: bool,
    step: &mut dyn FnMut(f64) -> ControlFlow<()>,
) -> Result<Found> {
    let mut imported =
        if plain { assay_import::plain(bytes, name)? } else { assay_import::text(bytes, name)? };
    if published.is_some() {
        imported.metadata.published = published;
    }
    find_in(&imported, step)
}

pub(crate) fn find_in(
    imported: &ImportedText,
    step: &mut dyn FnMut(f64) -> ControlFlow<()>,
) -> Result<Found> {
    assay_extract::find(&imported.text, &imported.blocks, &imported.metadata, step).ok_or_else(cancelled)
}

pub(crate) fn cancelled() -> Error {
    Error::new(Code::Cancelled, "Stopped. Nothing was changed.")
}
