//! Exporting the verified set.

use std::collections::HashSet;
use std::fs::File;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::Path;

use assay_export::{ExportOptions, ExportSet, ExportWarning, Exported, Format, export};
use assay_model::claim::Claim;
use assay_model::id::DocumentId;
use assay_model::query::{Key, Sort, Term, parse};
use assay_model::time::Instant;
use assay_model::verdict::Status;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::bulk::Chosen;
use crate::error::{Code, Error, Result};
use crate::finding::cancelled;
use crate::importing::Step;
use crate::turns::Turn;
use crate::workspace::Workspace;

/// Which claims to export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ExportScope {
    /// What a query finds, whatever its status.
    Query {
        /// The query.
        query: String,
    },
    /// What a query finds of signed-off claims; of the list of questions, of all claims.
    SignedOff {
        /// The query; empty for all.
        query: String,
    },
    /// What was chosen in the ledger.
    Chosen {
        /// Which.
        chosen: Chosen,
    },
    /// These claims.
    Claims {
        /// Their keys.
        #[ts(type = "Array<number>")]
        keys: Vec<i64>,
    },
}

/// What to export, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExportRequest {
    /// Which claims.
    pub scope: ExportScope,
    /// In which format.
    pub format: Format,
    /// What goes with them.
    pub options: ExportOptions,
}

/// An export as it would be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Preview {
    /// A file name for it.
    pub file_name: String,
    /// Claims that were asked for.
    pub claims: u32,
    /// Records in the file.
    pub records: u32,
    /// Size of the file in bytes.
    pub bytes: u32,
    /// The beginning of the file.
    pub text: String,
    /// Whether the file goes on after `text`.
    pub cut: bool,
    /// What the reader of the file should know.
    pub warnings: Vec<ExportWarning>,
}

/// An export that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Saved {
    /// Where it is.
    pub path: String,
    /// Records in the file.
    pub records: u32,
    /// What the reader of the file should know.
    pub warnings: Vec<ExportWarning>,
}

/// Hears the share of the claims that is read, 0 to 1; what it fails with ends the reading.
type Told<'a> = dyn FnMut(f64) -> Result<()> + 'a;

/// How much of a file a preview shows, in bytes.
const PREVIEW: usize = 64 * 1024;

/// How often a set is read anew because somebody wrote meanwhile.
const MOST_READS: usize = 10;

impl Workspace {
    /// The bytes of an export and what to know of them.
    ///
    /// # Errors
    /// When the file cannot be read, or the format cannot hold what is asked.
    pub fn export(&self, request: &ExportRequest) -> Result<(Exported, u32)> {
        self.export_told(request, &mut |_| Ok(()))
    }

    /// The same, telling the share of the claims that is read; what `told` fails with ends it.
    fn export_told(&self, request: &ExportRequest, told: &mut Told<'_>) -> Result<(Exported, u32)> {
        let set = self.of_one_moment(|| self.export_set(request, told))?;
        let claims = set.claims.len() as u32;
        let exported =
            export(set, request.format).map_err(|e| Error::new(Code::CannotWrite, e.to_string()))?;
        Ok((exported, claims))
    }

    /// Reads a set anew until nobody wrote meanwhile, so that all of it is of the moment that its head names.
    fn of_one_moment(&self, mut read: impl FnMut() -> Result<ExportSet>) -> Result<ExportSet> {
        let mut before = self.store.head()?;
        for _ in 0..MOST_READS {
            let set = read();
            let ended = set.as_ref().is_err_and(|e| matches!(e.code, Code::Cancelled | Code::Overtaken));
            let after = self.store.head()?;
            if before == after || ended {
                return set.map(|set| ExportSet { head: after.1, ..set });
            }
            before = after;
        }
        Err(Error::new(Code::Busy, "The workspace kept changing while it was read. Nothing was written.")
            .hint("Try again when the others have finished."))
    }

    fn export_set(&self, request: &ExportRequest, told: &mut Told<'_>) -> Result<ExportSet> {
        let (query, keys) = match &request.scope {
            ExportScope::Claims { keys } => (None, keys.clone()),
            ExportScope::Chosen { chosen } => (None, self.chosen(chosen)?.0),
            ExportScope::Query { query } | ExportScope::SignedOff { query } => {
                let mut wanted = parse(query).0;
                wanted.terms.extend(narrowed(request));
                (
                    Some(query).filter(|q| !q.is_empty()),
                    self.order(&wanted, by_reference(), usize::MAX)?
                        .keys
                        .iter()
                        .map(|key| i64::from(*key))
                        .collect(),
                )
            }
        };
        let all = keys.len().max(1) as f64;
        let mut claims = Vec::with_capacity(keys.len());
        for key in keys {
            told(claims.len() as f64 / all)?;
            claims.push(self.claim(key)?);
        }
        let secret = self.store.sources(None)?.into_iter().filter(|s| s.source.confidential);
        Ok(ExportSet {
            workspace: self.store.facts().name.clone(),
            exported: Instant::now(),
            query: query.cloned(),
            head: String::new(),
            documents: self.cited_documents(&claims)?,
            confidential_documents: secret.filter_map(|s| s.source.document).collect(),
            claims,
            scales: self.all_scales()?,
            options: request.options.clone(),
        })
    }

    fn cited_documents(&self, claims: &[Claim]) -> Result<Vec<assay_model::document::DocumentSummary>> {
        let cited: HashSet<DocumentId> =
            claims.iter().flat_map(|c| &c.mentions).map(|m| m.document).collect();
        let mut documents = self.documents()?;
        documents.retain(|d| cited.contains(&d.id));
        documents.sort_by_key(|d| d.reference.0);
        Ok(documents)
    }

    /// An export as it would be, nothing written. A newer question of its view ends it.
    ///
    /// # Errors
    /// As [`Workspace::export`], or when it was overtaken.
    pub fn preview_export(&self, request: &ExportRequest, turn: Option<&Turn>) -> Result<Preview> {
        let (exported, claims) = self
            .turns
            .answer(turn, |question| self.export_told(request, &mut |_| Ok(question.still_wanted()?)))?;
        let shown = exported.bytes.get(..PREVIEW).unwrap_or(&exported.bytes);
        let whole_lines = if shown.len() < exported.bytes.len() {
            shown.iter().rposition(|b| *b == b'\n').map_or(shown, |end| &shown[..end])
        } else {
            shown
        };
        Ok(Preview {
            file_name: self.export_name(request.format),
            claims,
            records: exported.records as u32,
            bytes: exported.bytes.len() as u32,
            text: String::from_utf8_lossy(whole_lines).into_owned(),
            cut: whole_lines.len() < exported.bytes.len(),
            warnings: exported.warnings,
        })
    }

    /// Writes an export to a file, whole or not at all, step by step: `step` may stop it, and then nothing is written.
    ///
    /// # Errors
    /// As [`Workspace::export`], when it was stopped, or when the file cannot be written; an earlier file is then as it was.
    pub fn save_export(&self, request: &ExportRequest, path: &Path, step: &mut Step<'_>) -> Result<Saved> {
        let same =
            |a: &Path, b: &Path| a.canonicalize().ok().is_some_and(|a| b.canonicalize().ok() == Some(a));
        if same(path, self.path()) {
            return Err(Error::new(
                Code::CannotWrite,
                format!("{} is this workspace. Nothing was written.", path.display()),
            )
            .hint("Choose another name."));
        }
        let (exported, _) = self.export_told(request, &mut |done| match step(done, "Reading claims") {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(cancelled()),
        })?;
        if step(1.0, "Writing").is_break() {
            return Err(cancelled());
        }
        write_whole(path, &exported.bytes).map_err(|e| not_written(path, &e))?;
        Ok(Saved {
            path: path.display().to_string(),
            records: exported.records as u32,
            warnings: exported.warnings,
        })
    }

    /// A file name for an export: `delhi-g20-verified.csv`, `delhi-g20-questions.md`.
    pub fn export_name(&self, format: Format) -> String {
        let name = self.store.facts().name.to_lowercase();
        let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
        let name = if words.is_empty() { "assay".to_owned() } else { words.join("-") };
        let what = if format == Format::Questions { "questions" } else { "verified" };
        format!("{name}-{what}.{}", format.extension())
    }
}

/// What a scope and a format ask for besides the query. Questions are put before anything is signed off, so there the
/// scope leaves no status out.
fn narrowed(request: &ExportRequest) -> Option<Term> {
    let term =
        |key: Key, value: &str| Term { negated: false, key: Some(key), values: vec![value.to_owned()] };
    match (request.format, &request.scope) {
        (Format::Questions, _) => Some(term(Key::Has, "open-question")),
        (_, ExportScope::SignedOff { .. }) => Some(term(Key::Status, Status::SignedOff.word())),
        _ => None,
    }
}

fn by_reference() -> Sort {
    Sort { key: assay_model::query::SortKey::Reference, descending: false }
}

/// Writes a file beside its place, makes sure it is on the disk, and moves it there.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    let beside = path.with_file_name(name);
    let written = File::create(&beside)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| std::fs::rename(&beside, path));
    if written.is_err() {
        // The attempt leaves nothing behind; that it could not be written is what the caller hears of.
        let _ = std::fs::remove_file(&beside);
    }
    written
}

pub(crate) fn not_written(path: &Path, error: &std::io::Error) -> Error {
    use std::io::ErrorKind::{IsADirectory, NotFound, PermissionDenied, ReadOnlyFilesystem, StorageFull};
    let (code, why, hint) = match error.kind() {
        StorageFull => (Code::DiskFull, "the disk is full", "Free some space and try again."),
        NotFound => (Code::CannotWrite, "the folder does not exist", "Choose a folder that exists."),
        IsADirectory => (Code::CannotWrite, "it is a folder", "Name a file in it."),
        PermissionDenied | ReadOnlyFilesystem => {
            (Code::CannotWrite, "you may not write there", "Choose another folder.")
        }
        _ if path.is_dir() => (Code::CannotWrite, "it is a folder", "Name a file in it."),
        _ => (Code::CannotWrite, "the system refused", "Choose another folder."),
    };
    Error::new(code, format!("{} could not be written: {why}.", path.display())).hint(hint)
}
