//! Plain text: bytes to canonical text with blocks and metadata.

use assay_model::document::{Block, ImportedText};
use assay_model::span::TextIndex;

use crate::{ImportError, MAX_BYTES, blocks, detect, metadata};

/// Reads bytes as text: tells the encoding, makes the canonical text, cuts it into blocks and reads its head.
/// `name` is the file's name; it becomes the title where there is no headline.
///
/// # Errors
/// When the bytes are too many, no text, in no encoding that can be told, or have a NUL in them.
pub fn text(bytes: &[u8], name: Option<&str>) -> Result<ImportedText, ImportError> {
    // Plain text is the one format there is so far; others are told from the bytes here, and `plain` stays as it is.
    plain(bytes, name)
}

/// Reads bytes as plain text whatever they seem to be: only a byte-order mark is dropped and CRLF and CR become LF,
/// so that offsets hold in the file too.
///
/// # Errors
/// As for [`text()`].
pub fn plain(bytes: &[u8], name: Option<&str>) -> Result<ImportedText, ImportError> {
    let owned = || name.map(str::to_owned);
    if bytes.len() as u64 > MAX_BYTES {
        return Err(ImportError::TooLarge { name: owned(), bytes: bytes.len() as u64, limit: MAX_BYTES });
    }
    if bytes.is_empty() {
        return Err(ImportError::Empty { name: owned() });
    }
    let decoded = detect::decode(bytes, name)?;
    let text = canonical(decoded.text);
    if text.trim().is_empty() {
        return Err(ImportError::Empty { name: owned() });
    }
    let cut = blocks::cut(&text);
    let metadata = metadata::read(&text, &cut, name);
    let index = TextIndex::new(&text);
    let block = |piece: &blocks::Piece| {
        let span = index.span(piece.range.clone())?;
        Some(Block { kind: piece.kind, start: span.start, end: span.end })
    };
    let blocks = cut.pieces.iter().filter_map(block).collect();
    Ok(ImportedText {
        blocks,
        metadata,
        encoding: decoded.encoding.to_owned(),
        media_type: "text/plain".to_owned(),
        text,
    })
}

/// CRLF and CR become LF.
fn canonical(text: String) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}

#[cfg(test)]
#[path = "text_tests.rs"]
mod tests;
