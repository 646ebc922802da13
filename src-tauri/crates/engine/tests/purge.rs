//! Purging a source: no byte of it stays in the workspace, and all else holds.
#![expect(clippy::unwrap_used, reason = "a failure here is a failed test")]

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use assay_engine::{ClaimPatch, Code, EvidenceDraft, ImportOptions, Input, Place, SourceDraft, Workspace};
use assay_model::evidence::{SourceKind, Stance};
use assay_model::id::SourceId;
use assay_model::operation::{HistoryFilter, OperationKind};
use assay_model::query::Sort;
use assay_model::verdict::{Finding, Status, Verdict};

/// What must be gone: one word for each place it was written to.
const SECRETS: &[&str] = &[
    "zeppelintitle",
    "quaggatitle",
    "okapiauthor",
    "narwhalpublisher",
    "axolotlurl",
    "pangolinorigin",
    "kakapocontact",
    "numbatnotes",
    "tapirlocator",
    "lemurquote",
    "civetquote",
    "dugongquote",
    "ocelotname",
    "bongocopy",
    "gibboncopy",
];

fn desk() -> (tempfile::TempDir, Workspace) {
    let folder = tempfile::tempdir().unwrap();
    let workspace = Workspace::create(&folder.path().join("delhi-g20.assay")).unwrap();
    workspace.set_person("Ines Moreau");
    let report = workspace
        .import(&[Input::Sample], &ImportOptions::default(), &mut |_, _| ControlFlow::Continue(()))
        .unwrap();
    assert_eq!((report.documents.len(), report.failures.len()), (1, 0));
    (folder, workspace)
}

fn source(title: &str) -> SourceDraft {
    SourceDraft {
        kind: Some(SourceKind::Interview),
        title: title.into(),
        author: Some("okapiauthor".into()),
        publisher: Some("narwhalpublisher".into()),
        url: Some("https://axolotlurl.example".into()),
        primary: true,
        origin: Some("pangolinorigin".into()),
        contact: Some("kakapocontact".into()),
        notes: Some("numbatnotes".into()),
        ..SourceDraft::default()
    }
}

fn evidence(quote: &str, known_source: Option<SourceId>, source: SourceDraft) -> EvidenceDraft {
    EvidenceDraft {
        finding: Finding::True,
        stance: Stance::Supports,
        locator: Some("tapirlocator".into()),
        quote: Some(quote.into()),
        place: None,
        known_source,
        source,
    }
}

/// A claim that is signed off on the source, and the source with a past: an edited title, evidence edited and
/// removed, undone and done again, stored copies of which one was removed.
fn signed_off(folder: &Path, workspace: &Workspace) -> (i64, SourceId) {
    let key = workspace.keys("", Sort::default()).unwrap()[0];
    let status = ClaimPatch { status: Some(Status::InProgress), ..ClaimPatch::default() };
    workspace.edit_claims(&[key], &status).unwrap();
    workspace.add_evidence(key, &evidence("lemurquote", None, source("zeppelintitle"))).unwrap();
    let id = workspace.claim(key).unwrap().evidence_items[0].source.id;
    workspace.edit_source(id, &source("quaggatitle")).unwrap();
    workspace.undo().unwrap();
    workspace.redo().unwrap();
    // Removed long ago.
    workspace.add_evidence(key, &evidence("civetquote", Some(id), SourceDraft::default())).unwrap();
    let removed = workspace.claim(key).unwrap().evidence_items[1].id;
    workspace.remove_evidence(removed).unwrap();
    // Added and undone.
    workspace.add_evidence(key, &evidence("dugongquote", Some(id), SourceDraft::default())).unwrap();
    workspace.undo().unwrap();
    for content in ["bongocopy", "gibboncopy"] {
        let file = folder.join("ocelotname.txt");
        fs::write(&file, format!("{content} {}", "and more ".repeat(2_000))).unwrap();
        let (copy, _) = workspace.store_copy(id, &file).unwrap();
        if content == "gibboncopy" {
            workspace.remove_copy(copy).unwrap();
        }
        fs::remove_file(&file).unwrap();
    }
    let rationale = Some("The person says so [1].".to_owned());
    let verdict = Some(Some(Verdict::Supported));
    workspace.edit_claims(&[key], &ClaimPatch { rationale, verdict, ..ClaimPatch::default() }).unwrap();
    workspace.sign_off(&[key], None, false).unwrap();
    (key, id)
}

/// The secrets that any file of the folder holds, in whatever case.
fn found_in(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let bytes = fs::read(&path).unwrap().to_ascii_lowercase();
        let text = String::from_utf8_lossy(&bytes);
        for secret in SECRETS {
            if text.contains(secret) {
                found.push(format!("{secret} in {}", path.display()));
            }
        }
    }
    found
}

#[test]
fn no_byte_of_a_purged_source_stays_and_all_else_holds() {
    let (folder, workspace) = desk();
    let (key, id) = signed_off(folder.path(), &workspace);
    let (_, other) =
        workspace.add_source(&SourceDraft { title: "Another".into(), ..SourceDraft::default() }).unwrap();
    assert!(other.operation.is_some());
    // Each is there before, so that its absence after means something.
    let before = found_in(folder.path());
    for secret in SECRETS {
        assert!(before.iter().any(|f| f.starts_with(secret)), "{secret} was never written");
    }

    let report = workspace.purge_source(id).unwrap();
    assert_eq!((report.evidence, report.claims, report.reopened, report.copies), (1, 1, 1, 1));
    assert!(report.images >= 6, "{report:?}");
    assert_eq!(report.message, "R1 purged with 1 piece of evidence and 1 stored copy; 1 claim reopened");
    assert_eq!(found_in(folder.path()), Vec::<String>::new(), "while open");

    let claim = workspace.claim(key).unwrap();
    assert_eq!(
        (claim.row.status, claim.reopened.as_deref(), claim.rationale.as_str(), claim.row.evidence),
        (Status::InReview, Some("evidence was purged after sign-off"), "The person says so [?].", 0)
    );
    assert_eq!(workspace.claims("lemurquote", Sort::default(), None).unwrap().len(), 0);
    assert_eq!(workspace.purge_source(id).unwrap_err().code, Code::NotFound);
    assert_eq!(workspace.check().unwrap().damage, []);
    assert_eq!(workspace.sources("").unwrap().len(), 1, "the other one stays");

    drop(workspace);
    assert_eq!(found_in(folder.path()), Vec::<String>::new(), "when closed");
    let workspace = Workspace::open(&folder.path().join("delhi-g20.assay")).unwrap();
    workspace.set_person("Ines Moreau");
    assert_eq!(workspace.check().unwrap().damage, []);

    for claim in [None, Some(key)] {
        let filter = HistoryFilter { claim, ..HistoryFilter::default() };
        let lines = workspace.history(&filter, None, 100).unwrap();
        assert_eq!(lines[0].kind, OperationKind::Purge);
        assert!(lines.iter().all(|l| SECRETS.iter().all(|s| !l.words.contains(s))), "{lines:?}");
    }
    let refused = workspace.undo().unwrap_err();
    assert_eq!(refused.code, Code::CannotUndo);
    assert!(refused.hints.iter().any(|h| h.contains("purge")), "{refused:?}");
    assert_eq!(workspace.redo().unwrap_err().code, Code::CannotUndo);

    // What comes after can be undone, and the log's guard stands again.
    let statement = ClaimPatch { statement: Some("Another.".into()), ..ClaimPatch::default() };
    workspace.edit_claims(&[key], &statement).unwrap();
    workspace.undo().unwrap();
    assert_eq!(workspace.check().unwrap().damage, []);
}

#[test]
fn evidence_that_went_over_to_another_source_stays_without_its_past() {
    let (folder, workspace) = desk();
    let key = workspace.keys("", Sort::default()).unwrap()[0];
    workspace.add_evidence(key, &evidence("lemurquote", None, source("zeppelintitle"))).unwrap();
    let item = workspace.claim(key).unwrap().evidence_items[0].clone();
    let open = SourceDraft { title: "Open register".into(), ..SourceDraft::default() };
    let (open, _) = workspace.add_source(&open).unwrap();
    let open = workspace.source(open).unwrap().source.id;
    let draft =
        EvidenceDraft { locator: None, ..evidence("An open quote", Some(open), SourceDraft::default()) };
    workspace.edit_evidence(item.id, &draft).unwrap();
    workspace.purge_source(item.source.id).unwrap();
    assert_eq!(found_in(folder.path()), Vec::<String>::new());
    let items = workspace.claim(key).unwrap().evidence_items;
    assert_eq!(items.iter().map(|i| i.quote.as_deref()).collect::<Vec<_>>(), [Some("An open quote")]);
    assert_eq!(workspace.check().unwrap().damage, []);
}

#[test]
fn a_document_that_was_the_source_stays() {
    let (_folder, workspace) = desk();
    let key = workspace.keys("", Sort::default()).unwrap()[0];
    let place =
        Some(Place { document: 1, quote: Some("an American being held in Russia".into()), span: None });
    let draft =
        EvidenceDraft { place, quote: None, locator: None, ..evidence("", None, SourceDraft::default()) };
    workspace.add_evidence(key, &draft).unwrap();
    let id = workspace.claim(key).unwrap().evidence_items[0].source.id;
    workspace.purge_source(id).unwrap();
    assert!(workspace.claim(key).unwrap().evidence_items.is_empty());
    assert!(workspace.document(1).is_ok());
    assert_eq!(workspace.check().unwrap().damage, []);
}
