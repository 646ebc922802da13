//! Claims to bytes.

mod set;

pub use set::{ExportError, ExportOptions, ExportSet, ExportWarning, Exported, Format};

/// Writes a set in a format.
///
/// # Errors
/// When the format cannot hold it.
pub fn export(_set: &ExportSet, format: Format) -> Result<Exported, ExportError> {
    Err(ExportError::NotWritten(format.word()))
}
