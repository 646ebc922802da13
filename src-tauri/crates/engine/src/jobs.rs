//! Jobs: long work with progress, that can be cancelled at any step and never blocks a window.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use assay_store::Question;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::bulk::{BulkDeed, Chosen, Seen};
use crate::error::{Code, Error, Result};
use crate::exporting::{ExportRequest, Saved};
use crate::history::Way;
use crate::importing::{ImportOptions, ImportReport, Input, Step};
use crate::workspace::{Notice, Outcome, Workspace};

/// The least time between two words of progress.
const BETWEEN: Duration = Duration::from_millis(100);

/// Long work, as it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Job {
    /// Its number in this process.
    pub id: u32,
    /// What sort of work it is.
    pub kind: JobKind,
    /// What it works on.
    pub title: String,
    /// What it is doing.
    pub note: String,
    /// The share done, 0 to 1.
    pub done: f64,
    /// Whether it is still at work, and if not, how it ended.
    pub state: JobState,
}

/// What sort of work a job is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum JobKind {
    /// Documents are imported.
    Import,
    /// Many claims are edited.
    Edit,
    /// Claims are exported to a file.
    Export,
}

/// Whether a job is at work, or how it ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum JobState {
    /// It is at work.
    Running,
    /// It is done.
    Done {
        /// What it did.
        report: ImportReport,
    },
    /// It is done, and was an edit of claims.
    Edited {
        /// What it did.
        outcome: Outcome,
    },
    /// It is done, and was an export.
    Exported {
        /// What was written.
        saved: Saved,
    },
    /// It failed; nothing was changed.
    Failed {
        /// Why.
        error: Error,
    },
    /// The person stopped it; nothing was changed.
    Cancelled,
}

/// What comes of an undo or a redo.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum TakenBack {
    /// It is done.
    Done {
        /// What was done.
        outcome: Outcome,
    },
    /// It is being done.
    Job {
        /// How it stands.
        job: Job,
    },
}

/// The jobs of this process.
#[derive(Debug, Default)]
pub struct Jobs {
    last: AtomicU32,
    known: Mutex<BTreeMap<u32, Known>>,
}

/// A job at work, or one whose end nobody is known to have heard of.
#[derive(Debug)]
struct Known {
    job: Job,
    /// Overtaken when the job is asked to stop.
    wanted: Arc<Question>,
}

impl Jobs {
    fn known(&self) -> MutexGuard<'_, BTreeMap<u32, Known>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The jobs at work, and the exports that have ended and are not forgotten yet: a window that was loaded anew meanwhile
    /// has not heard of their end.
    pub fn list(&self) -> Vec<Job> {
        self.known().values().map(|known| known.job.clone()).collect()
    }

    /// Asks a job to stop. One that has ended is left as it is.
    pub fn cancel(&self, id: u32) {
        if let Some(known) = self.known().get(&id) {
            known.wanted.overtake();
        }
    }

    /// Forgets a job that has ended: a person was told how.
    pub fn forget(&self, id: u32) {
        let mut known = self.known();
        if known.get(&id).is_some_and(|known| known.job.state != JobState::Running) {
            known.remove(&id);
        }
    }

    /// Starts an import on a thread of its own. Its progress and its end come as notices of the workspace.
    pub fn import(
        self: &Arc<Self>,
        workspace: &Arc<Workspace>,
        inputs: Vec<Input>,
        options: ImportOptions,
    ) -> Job {
        let title = match inputs.as_slice() {
            [one] => one.name(),
            many => format!("{} files", many.len()),
        };
        self.start(workspace, JobKind::Import, title, move |workspace, _, step| {
            workspace.import(&inputs, &options, step).map(imported)
        })
    }

    /// Starts an edit of many claims on a thread of its own, as [`Workspace::bulk`] does it.
    pub fn bulk(
        self: &Arc<Self>,
        workspace: &Arc<Workspace>,
        chosen: Chosen,
        deed: BulkDeed,
        seen: Option<Seen>,
    ) -> Job {
        self.start(workspace, JobKind::Edit, "Editing claims".to_owned(), move |workspace, _, step| {
            let outcome = workspace.bulk(&chosen, &deed, seen.as_ref(), step)?;
            Ok(JobState::Edited { outcome })
        })
    }

    /// Starts an export to a file on a thread of its own, as [`Workspace::save_export`] does it.
    pub fn export(
        self: &Arc<Self>,
        workspace: &Arc<Workspace>,
        request: ExportRequest,
        path: PathBuf,
    ) -> Job {
        let title = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.start(workspace, JobKind::Export, title, move |workspace, wanted, step| {
            let saved = workspace.save_export_unless(wanted, &request, &path, step)?;
            Ok(JobState::Exported { saved })
        })
    }

    /// Undoes, or does again: what changed many rows on a thread of its own, the rest at once.
    ///
    /// # Errors
    /// As [`Workspace::undo`].
    pub fn take_back(self: &Arc<Self>, workspace: &Arc<Workspace>, way: Way) -> Result<TakenBack> {
        let Some(kind) = workspace.much_to_take_back(way)? else {
            let outcome = workspace.take_back(way, &mut |_, _| ControlFlow::Continue(()))?;
            return Ok(TakenBack::Done { outcome });
        };
        let title = format!("{} {}", way.doing(), kind.label());
        let job = self.start(workspace, JobKind::Edit, title, move |workspace, _, step| {
            let outcome = workspace.take_back(way, step)?;
            Ok(JobState::Edited { outcome })
        });
        Ok(TakenBack::Job { job })
    }

    /// Starts work on a thread of its own. Its question is overtaken when it is asked to stop, as its steps hear too.
    fn start(
        self: &Arc<Self>,
        workspace: &Arc<Workspace>,
        kind: JobKind,
        title: String,
        work: impl FnOnce(&Workspace, &Question, &mut Step<'_>) -> Result<JobState> + Send + 'static,
    ) -> Job {
        let id = self.last.fetch_add(1, Ordering::Relaxed) + 1;
        let job = Job { id, kind, title, note: "Reading".into(), done: 0.0, state: JobState::Running };
        let wanted = Arc::new(Question::default());
        self.known().insert(id, Known { job: job.clone(), wanted: Arc::clone(&wanted) });
        let (jobs, at_work) = (Arc::clone(self), Arc::clone(workspace));
        let thread = std::thread::Builder::new().spawn(move || {
            let mut told = Instant::now();
            let mut told_of = |done: f64, note: &str| {
                if told.elapsed() >= BETWEEN {
                    told = Instant::now();
                    jobs.report(&at_work, id, done, note);
                }
                if wanted.still_wanted().is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            };
            // A fault in the work ends the job, not only its thread. What it was writing was rolled back, and nothing
            // else of it is used again.
            let result = catch_unwind(AssertUnwindSafe(|| work(&at_work, &wanted, &mut told_of)));
            jobs.end(&at_work, id, state_of(result.unwrap_or_else(|_| Err(fault()))));
        });
        if thread.is_ok() {
            return job;
        }
        let state = state_of(Err(fault()));
        self.end(workspace, id, state.clone());
        Job { done: 1.0, state, ..job }
    }

    fn end(&self, workspace: &Workspace, id: u32, state: JobState) {
        let mut known = self.known();
        let Some(ended) = known.remove(&id) else { return };
        let job = Job { done: 1.0, state, ..ended.job };
        // Of other work something is seen in the workspace itself.
        if job.kind == JobKind::Export {
            known.insert(id, Known { job: job.clone(), ..ended });
        }
        drop(known);
        workspace.tell(&Notice::JobChanged { job });
    }

    fn report(&self, workspace: &Workspace, id: u32, done: f64, note: &str) {
        let job = self.known().get_mut(&id).map(|Known { job, .. }| {
            job.done = done;
            note.clone_into(&mut job.note);
            job.clone()
        });
        if let Some(job) = job {
            workspace.tell(&Notice::JobChanged { job });
        }
    }
}

fn fault() -> Error {
    Error::new(Code::Internal, "Something went wrong inside Assay. Nothing was changed.")
        .hint("Try again; if it happens again, report it with what you did.")
}

/// How an import ended that came to this.
fn imported(mut report: ImportReport) -> JobState {
    if report.documents.is_empty() && report.failures.len() == 1 {
        return JobState::Failed { error: report.failures.remove(0).error };
    }
    JobState::Done { report }
}

/// How a job ended that came to this.
fn state_of(result: Result<JobState>) -> JobState {
    match result {
        Ok(state) => state,
        // Only its Stop overtakes a job's question.
        Err(error) if matches!(error.code, Code::Cancelled | Code::Overtaken) => JobState::Cancelled,
        Err(error) => JobState::Failed { error },
    }
}

#[cfg(test)]
#[path = "jobs_tests.rs"]
mod tests;
