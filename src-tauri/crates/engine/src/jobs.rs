//! Jobs: long work with progress, that can be cancelled at any step and never blocks a window.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Code, Error};
use crate::importing::{ImportOptions, ImportReport, Input};
use crate::workspace::{Notice, Workspace};

/// The least time between two words of progress.
const BETWEEN: Duration = Duration::from_millis(100);

/// Long work, as it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Job {
    /// Its number in this process.
    pub id: u32,
    /// What it works on.
    pub title: String,
    /// What it is doing.
    pub note: String,
    /// The share done, 0 to 1.
    pub done: f64,
    /// Whether it is still at work, and if not, how it ended.
    pub state: JobState,
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
    /// It failed; nothing was changed.
    Failed {
        /// Why.
        error: Error,
    },
    /// The person stopped it; nothing was changed.
    Cancelled,
}

/// The jobs of this process.
#[derive(Debug, Default)]
pub struct Jobs {
    last: AtomicU32,
    running: Mutex<BTreeMap<u32, (Job, Arc<AtomicBool>)>>,
}

impl Jobs {
    fn running(&self) -> MutexGuard<'_, BTreeMap<u32, (Job, Arc<AtomicBool>)>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The jobs at work.
    pub fn list(&self) -> Vec<Job> {
        self.running().values().map(|(job, _)| job.clone()).collect()
    }

    /// Asks a job to stop. One that has ended is left as it is.
    pub fn cancel(&self, id: u32) {
        if let Some((_, stop)) = self.running().get(&id) {
            stop.store(true, Ordering::Relaxed);
        }
    }

    /// Starts an import on a thread of its own. Its progress and its end come as notices of the workspace.
    pub fn import(
        self: &Arc<Self>,
        workspace: &Arc<Workspace>,
        inputs: Vec<Input>,
        options: ImportOptions,
    ) -> Job {
        let id = self.last.fetch_add(1, Ordering::Relaxed) + 1;
        let title = match inputs.as_slice() {
            [one] => one.name(),
            many => format!("{} files", many.len()),
        };
        let job = Job { id, title, note: "Reading".into(), done: 0.0, state: JobState::Running };
        let stop = Arc::new(AtomicBool::new(false));
        self.running().insert(id, (job.clone(), Arc::clone(&stop)));
        let (jobs, workspace, started) = (Arc::clone(self), Arc::clone(workspace), job.clone());
        std::thread::spawn(move || {
            let mut ended = started;
            let mut told = Instant::now();
            let result = workspace.import(&inputs, &options, &mut |done, note| {
                if told.elapsed() >= BETWEEN {
                    told = Instant::now();
                    jobs.report(&workspace, id, done, note);
                }
                if stop.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            });
            ended.state = match result {
                Ok(mut report) if report.documents.is_empty() && report.failures.len() == 1 => {
                    JobState::Failed { error: report.failures.remove(0).error }
                }
                Ok(report) => JobState::Done { report },
                Err(error) if error.code == Code::Cancelled => JobState::Cancelled,
                Err(error) => JobState::Failed { error },
            };
            ended.done = 1.0;
            jobs.running().remove(&id);
            workspace.tell(&Notice::JobChanged { job: ended });
        });
        job
    }

    fn report(&self, workspace: &Workspace, id: u32, done: f64, note: &str) {
        let job = self.running().get_mut(&id).map(|(job, _)| {
            job.done = done;
            note.clone_into(&mut job.note);
            job.clone()
        });
        if let Some(job) = job {
            workspace.tell(&Notice::JobChanged { job });
        }
    }
}
