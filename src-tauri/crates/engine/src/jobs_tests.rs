//! Tests of jobs.

use std::sync::mpsc::{Receiver, channel};

use assay_model::claim::Priority;

use super::*;

fn desk() -> (tempfile::TempDir, Arc<Workspace>, Receiver<Job>) {
    let folder = tempfile::tempdir().unwrap();
    let workspace = Arc::new(Workspace::create(&folder.path().join("desk.assay")).unwrap());
    let (tell, told) = channel();
    workspace.subscribe(move |notice| {
        if let Notice::JobChanged { job } = notice {
            tell.send(job.clone()).unwrap();
        }
    });
    (folder, workspace, told)
}

fn end(told: &Receiver<Job>) -> JobState {
    let jobs = std::iter::from_fn(|| told.recv_timeout(Duration::from_mins(1)).ok());
    jobs.map(|job| job.state).find(|s| *s != JobState::Running).unwrap()
}

#[test]
fn work_that_panics_is_a_job_that_failed() {
    let (_folder, workspace, told) = desk();
    let jobs = Arc::new(Jobs::default());
    let job = jobs.start(&workspace, JobKind::Import, "Trouble".into(), |workspace, _, _| {
        workspace.import_in(&mut |_, _| panic!("on purpose")).map(imported)
    });
    assert_eq!(job.state, JobState::Running);
    let JobState::Failed { error } = end(&told) else { panic!("it failed") };
    assert_eq!(error.code, Code::Internal);
    assert_eq!(jobs.list(), []);
    let job = jobs.import(&workspace, vec![Input::Sample], ImportOptions::default());
    assert!(matches!(end(&told), JobState::Done { .. }), "{} can still write", job.title);
}

#[test]
fn a_job_told_to_stop_while_it_saves_changes_nothing() {
    let (_folder, workspace, told) = desk();
    let jobs = Arc::new(Jobs::default());
    let all = Arc::clone(&jobs);
    let before = workspace.info().unwrap();
    jobs.start(&workspace, JobKind::Import, "Sample".into(), move |workspace, _, step| {
        workspace
            .import_in(&mut |done, note| {
                if note == "Saving" && done > 0.9 {
                    all.cancel(1);
                }
                step(done, note)
            })
            .map(imported)
    });
    assert_eq!(end(&told), JobState::Cancelled);
    assert_eq!(workspace.info().unwrap(), before);
}

#[test]
fn an_edit_of_many_claims_is_a_job() {
    let (_folder, workspace, told) = desk();
    crate::bench_data(&workspace, 500, &mut |_| {}).unwrap();
    let jobs = Arc::new(Jobs::default());
    let chosen = Chosen::Query { query: "status:open".into(), except: vec![] };
    let patch = crate::ClaimPatch { priority: Some(Priority::High), ..crate::ClaimPatch::default() };
    let deed = BulkDeed::Edit { patch };
    let seen = workspace.bulk_preview(&chosen, &deed).unwrap();
    let job = jobs.bulk(&workspace, chosen, deed, Some(seen.seen));
    assert_eq!(job.kind, JobKind::Edit);
    let JobState::Edited { outcome } = end(&told) else { panic!("it is done") };
    assert_eq!((outcome.claims, outcome.operation.is_some()), (seen.changed, true));
}

#[test]
fn much_is_undone_and_done_again_as_a_job_that_can_be_stopped() {
    let (_folder, workspace, told) = desk();
    crate::bench_data(&workspace, 900, &mut |_| {}).unwrap();
    let jobs = Arc::new(Jobs::default());
    let patch = |priority| crate::ClaimPatch { priority: Some(priority), ..crate::ClaimPatch::default() };
    workspace.edit_claims(&(1..=900).collect::<Vec<_>>(), &patch(Priority::High)).unwrap();
    let high = || workspace.keys("priority:high", assay_model::query::Sort::default()).unwrap().len();
    let job = |way| match jobs.take_back(&workspace, way).unwrap() {
        TakenBack::Job { job } => job,
        TakenBack::Done { outcome } => panic!("{outcome:?}"),
    };
    assert_eq!((high(), job(Way::Undo).kind), (900, JobKind::Edit));
    let JobState::Edited { outcome } = end(&told) else { panic!("it is done") };
    // Some had that priority before, and are left as they are.
    assert!(outcome.claims > 500 && high() < 400, "{outcome:?}");
    job(Way::Redo);
    assert!(matches!(end(&told), JobState::Edited { .. }));
    assert_eq!(high(), 900);

    // Stopped in its middle, nothing is undone.
    let before = workspace.info().unwrap();
    for at in [0.1, 0.6] {
        let stopped = workspace.take_back(Way::Undo, &mut |done, note| {
            assert_eq!(note, "Undoing");
            if done > at { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert_eq!(stopped.unwrap_err().code, Code::Cancelled);
        assert_eq!((workspace.info().unwrap(), high()), (before.clone(), 900));
    }

    // What changed little is done at once.
    workspace.edit_claims(&[1], &patch(Priority::Low)).unwrap();
    let done = jobs.take_back(&workspace, Way::Undo).unwrap();
    assert!(matches!(done, TakenBack::Done { outcome } if outcome.claims == 1));
}

#[test]
fn an_export_is_a_job_that_says_what_it_wrote_or_why_it_could_not() {
    let (folder, workspace, told) = desk();
    crate::bench_data(&workspace, 60, &mut |_| {}).unwrap();
    let jobs = Arc::new(Jobs::default());
    let request = || ExportRequest {
        scope: crate::ExportScope::Query { query: String::new() },
        format: crate::Format::Json,
        options: crate::ExportOptions::default(),
    };
    let path = folder.path().join("out.json");
    let job = jobs.export(&workspace, request(), path.clone());
    assert_eq!((job.kind, job.title.as_str()), (JobKind::Export, "out.json"));
    let JobState::Exported { saved } = end(&told) else { panic!("it is written") };
    assert_eq!((saved.records > 0, path.exists()), (true, true));
    // A window that was loaded anew meanwhile hears of it still, until a person was told.
    let ended = JobState::Exported { saved };
    assert_eq!(jobs.list().into_iter().map(|job| job.state).collect::<Vec<_>>(), [ended]);
    jobs.forget(job.id);
    assert_eq!(jobs.list(), []);
    // It is stopped at any of its work.
    let (all, stopped) = (Arc::clone(&jobs), folder.path().join("stopped.json"));
    let asked = request();
    let path = stopped.clone();
    let job =
        jobs.start(&workspace, JobKind::Export, "stopped.json".into(), move |workspace, wanted, step| {
            workspace
                .save_export_unless(wanted, &asked, &path, &mut |done, note| {
                    if note == "Making the file" {
                        all.forget(2);
                        all.cancel(2);
                    }
                    step(done, note)
                })
                .map(|saved| JobState::Exported { saved })
        });
    assert_eq!((job.id, end(&told), stopped.exists()), (2, JobState::Cancelled, false));
    jobs.export(&workspace, request(), folder.path().join("no such folder/out.json"));
    assert!(matches!(end(&told), JobState::Failed { error } if error.code == Code::CannotWrite));
}

impl Workspace {
    /// Imports the sample with this step, which is called within the write too.
    fn import_in(&self, step: &mut Step<'_>) -> Result<ImportReport> {
        self.import(&[Input::Sample], &ImportOptions::default(), &mut |done, note| {
            if note == "Saving" { step(done, note) } else { ControlFlow::Continue(()) }
        })
    }
}
