//! Texts, imported files and stored copies against their SHA-256, and spans against their text.

use assay_model::id::SourceRef;
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::Check;
use crate::documents::hex;
use crate::error::Result;

pub(super) fn texts(connection: &Connection, check: &mut Check) -> Result<()> {
    let mut revisions = connection
        .prepare("SELECT id, document, text_sha256, tail, sha256, original FROM revision ORDER BY id")?;
    let mut blocks = connection.prepare("SELECT lead, text FROM block WHERE revision = ? ORDER BY start")?;
    let mut rows = revisions.query([])?;
    while let Some(row) = rows.next()? {
        let (id, document): (i64, i64) = (row.get(0)?, row.get(1)?);
        let mut digest = Sha256::new();
        let mut of_revision = blocks.query([id])?;
        while let Some(block) = of_revision.next()? {
            digest.update(block.get::<_, String>(0)?);
            digest.update(block.get::<_, String>(1)?);
        }
        digest.update(row.get::<_, String>(3)?);
        if hex(&digest.finalize()) != row.get::<_, String>(2)? {
            check.add(format!("text of D{document}"), "is not the text that was imported");
        }
        if hex(&Sha256::digest(row.get::<_, Vec<u8>>(5)?)) != row.get::<_, String>(4)? {
            check.add(format!("file of D{document}"), "is not the file that was imported");
        }
        check.texts += 1;
    }
    Ok(())
}

pub(super) fn copies(connection: &Connection, check: &mut Check) -> Result<()> {
    let mut statement =
        connection.prepare("SELECT source, file_name, sha256, bytes FROM stored_copy ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if hex(&Sha256::digest(row.get::<_, Vec<u8>>(3)?)) != row.get::<_, String>(2)? {
            let (source, file_name): (u32, String) = (row.get(0)?, row.get(1)?);
            check
                .add(format!("copy {file_name} of {}", SourceRef(source)), "is not the file that was stored");
        }
        check.texts += 1;
    }
    Ok(())
}

pub(super) fn spans(connection: &Connection, check: &mut Check) -> Result<()> {
    let mut statement = connection.prepare(
        "SELECT span_part.id,
                span_part.start >= block.start AND span_part.end <= block.end
                AND substr(block.text, span_part.start - block.start + 1, span_part.end - span_part.start) = exact
           FROM span_part LEFT JOIN block ON block.id = span_part.block",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if !row.get::<_, Option<bool>>(1)?.unwrap_or(false) {
            check.add(format!("span {}", row.get::<_, i64>(0)?), "is not the text at its place");
        }
        check.spans += 1;
    }
    Ok(())
}
