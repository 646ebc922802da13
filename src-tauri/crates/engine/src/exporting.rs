//! Exporting the verified set.

use std::cell::RefCell;
use std::collections::HashSet;
use std::fs::File;
use std::io::{ErrorKind, Write};
use std::ops::ControlFlow;
use std::path::Path;

use assay_export::{ExportError, ExportOptions, ExportSet, ExportWarning, Exported, Format, export};
use assay_model::claim::Claim;
use assay_model::id::DocumentId;
use assay_model::query::{Key, Term, parse};
use assay_model::time::Instant;
use assay_model::verdict::Status;
use assay_store::Question;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::bulk::Chosen;
use crate::error::{Code, Error, Result};
use crate::finding::cancelled;
use crate::importing::Step;
use crate::ledger::BY_KEY;
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

/// How much of a file a preview shows, in bytes.
const PREVIEW: usize = 64 * 1024;

/// The share of the work that reads the claims, and the share after which their bytes are made too; the rest writes the file.
const READ: f64 = 0.75;
const MADE: f64 = 0.97;

/// How much of a file is written, and brought to the disk, between two looks whether to stop, in bytes.
const A_PART: usize = 8 << 20;

/// How often a set is read anew because somebody wrote meanwhile.
const MOST_READS: usize = 10;

impl Workspace {
    /// The bytes of an export and what to know of them.
    ///
    /// # Errors
    /// When the file cannot be read, or the format cannot hold what is asked.
    pub fn export(&self, request: &ExportRequest) -> Result<(Exported, u32)> {
        self.export_in_steps(request, &Question::default(), &mut |_, _| ControlFlow::Continue(()))
    }

    /// The same, step by step: `step` may stop it, and whoever overtakes the question stops what SQLite runs for it too.
    fn export_in_steps(
        &self,
        request: &ExportRequest,
        question: &Question,
        step: &mut Step<'_>,
    ) -> Result<(Exported, u32)> {
        // Read anew because somebody wrote, it goes on from the share that was told.
        let mut furthest = 0.0_f64;
        let mut onward = |done: f64, doing: &str| {
            furthest = furthest.max(done);
            step(furthest, doing)
        };
        let set = self.of_one_moment(|| self.export_set(request, question, &mut onward))?;
        let claims = set.claims.len() as u32;
        let step = RefCell::new(step);
        let told = |done: f64| (step.borrow_mut())(READ + done * (MADE - READ), "Making the file");
        let exported = export(set, request.format, &told).map_err(|error| match error {
            ExportError::Stopped => cancelled(),
            other => Error::new(Code::CannotWrite, other.to_string()),
        })?;
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

    fn export_set(
        &self,
        request: &ExportRequest,
        question: &Question,
        step: &mut Step<'_>,
    ) -> Result<ExportSet> {
        let mut told = |done: f64, doing: &str| match step(done * READ, doing) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(cancelled()),
        };
        told(0.0, "Sorting claims")?;
        let (query, keys) = match &request.scope {
            ExportScope::Claims { keys } => (None, keys.clone()),
            ExportScope::Chosen { chosen } => (None, self.chosen_for(chosen, question)?.0),
            ExportScope::Query { query } | ExportScope::SignedOff { query } => {
                let mut wanted = parse(query).0;
                wanted.terms.extend(narrowed(request));
                let order = self.order_for(&wanted, BY_KEY, usize::MAX, question)?;
                let keys = order.keys.iter().map(|key| i64::from(*key)).collect();
                (Some(query).filter(|q| !q.is_empty()), keys)
            }
        };
        let all = keys.len().max(1) as f64;
        let mut claims = Vec::with_capacity(keys.len());
        for key in keys {
            told(claims.len() as f64 / all, "Reading claims")?;
            claims.push(self.claim(key)?);
        }
        told(1.0, "Reading their documents")?;
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
        let (exported, claims) = self.turns.answer(turn, |question| {
            self.export_in_steps(request, question, &mut |_, _| match question.still_wanted() {
                Ok(()) => ControlFlow::Continue(()),
                Err(_) => ControlFlow::Break(()),
            })
        })?;
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
        self.save_export_unless(&Question::default(), request, path, step)
    }

    /// The same for a question: whoever overtakes it stops what SQLite runs too.
    pub(crate) fn save_export_unless(
        &self,
        question: &Question,
        request: &ExportRequest,
        path: &Path,
        step: &mut Step<'_>,
    ) -> Result<Saved> {
        let same =
            |a: &Path, b: &Path| a.canonicalize().ok().is_some_and(|a| b.canonicalize().ok() == Some(a));
        if same(path, self.path()) {
            return Err(Error::new(
                Code::CannotWrite,
                format!("{} is this workspace. Nothing was written.", path.display()),
            )
            .hint("Choose another name."));
        }
        let (exported, _) = self.export_in_steps(request, question, step)?;
        let mut told = |done: f64| step(MADE + done * (1.0 - MADE), "Writing");
        write_in_parts(path, &exported.bytes, &mut told).map_err(|e| match e.kind() {
            ErrorKind::Interrupted => cancelled(),
            _ => not_written(path, &e),
        })?;
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

/// Writes a file beside its place, makes sure it is on the disk, and moves it there.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    write_in_parts(path, bytes, &mut |_| ControlFlow::Continue(()))
}

/// The same part by part: `told` hears the share that is on the disk, 0 to 1, and may stop it, which is then the error
/// `Interrupted`.
fn write_in_parts(
    path: &Path,
    bytes: &[u8],
    told: &mut dyn FnMut(f64) -> ControlFlow<()>,
) -> std::io::Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    let beside = path.with_file_name(name);
    let written = File::create(&beside)
        .and_then(|mut file| {
            for (at, part) in bytes.chunks(A_PART).enumerate() {
                if told((at * A_PART) as f64 / bytes.len() as f64).is_break() {
                    return Err(ErrorKind::Interrupted.into());
                }
                file.write_all(part)?;
                // What lies in memory only would all be waited for at the end.
                file.sync_data()?;
            }
            file.sync_all()
        })
        .and_then(|()| if told(1.0).is_break() { Err(ErrorKind::Interrupted.into()) } else { Ok(()) })
        .and_then(|()| std::fs::rename(&beside, path));
    if written.is_err() {
        // The attempt leaves nothing behind; that it could not be written is what the caller hears of.
        let _ = std::fs::remove_file(&beside);
    }
    written
}

pub(crate) fn not_written(path: &Path, error: &std::io::Error) -> Error {
    use ErrorKind::{IsADirectory, NotFound, PermissionDenied, ReadOnlyFilesystem, StorageFull};
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_overtaken_export_does_not_begin_to_sort() {
        let folder = tempfile::tempdir().unwrap();
        let workspace = Workspace::create(&folder.path().join("desk.assay")).unwrap();
        crate::bench_data(&workspace, 60, &mut |_| {}).unwrap();
        let query = String::new();
        let except = Vec::new();
        for scope in [
            ExportScope::Query { query: query.clone() },
            ExportScope::Chosen { chosen: Chosen::Query { query, except } },
        ] {
            let request = ExportRequest { scope, format: Format::Json, options: ExportOptions::default() };
            let question = Question::default();
            let mut doings = Vec::new();
            let stopped = workspace.save_export_unless(
                &question,
                &request,
                &folder.path().join("out"),
                &mut |_, doing| {
                    doings.push(doing.to_owned());
                    // What comes next is the sorting itself.
                    question.overtake();
                    ControlFlow::Continue(())
                },
            );
            assert_eq!(stopped.unwrap_err().code, Code::Overtaken);
            assert_eq!(doings, ["Sorting claims"]);
        }
    }

    #[test]
    fn a_large_file_is_written_part_by_part_and_not_at_all_when_it_is_stopped() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out");
        let bytes = vec![b'a'; 2 * A_PART + 1];
        let mut heard = Vec::new();
        let mut told = |done: f64| {
            heard.push(done);
            if heard.len() == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        assert_eq!(write_in_parts(&path, &bytes, &mut told).unwrap_err().kind(), ErrorKind::Interrupted);
        assert!(heard[0] == 0.0 && heard.is_sorted() && heard[2] > 0.9, "{heard:?}");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
        write_whole(&path, &bytes).unwrap();
        assert!(std::fs::read(&path).unwrap() == bytes);
    }
}
