//! Exports of a real workspace: what is withheld, what a scope takes, and that all of it is of one moment.
#![expect(clippy::unwrap_used, reason = "a failure here is a failed test")]

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use assay_engine::{
    ClaimPatch, Code, EvidenceDraft, ExportOptions, ExportRequest, ExportScope, Format, ImportOptions, Input,
    SourceDraft, Turn, Workspace,
};
use assay_model::evidence::{SourceKind, Stance};
use assay_model::note::NoteKind;
use assay_model::query::{Sort, SortKey};
use assay_model::scale::RatingRef;
use assay_model::verdict::{Finding, Status, Verdict};
use serde_json::Value;

const MARK: &str = "zqhidden";

fn with_sample() -> (tempfile::TempDir, Workspace, Vec<i64>) {
    let folder = tempfile::tempdir().unwrap();
    let workspace = Workspace::create(&folder.path().join("delhi-g20.assay")).unwrap();
    workspace.set_person("Ines Moreau");
    let step = &mut |_: f64, _: &str| ControlFlow::Continue(());
    workspace.import(&[Input::Sample], &ImportOptions::default(), step).unwrap();
    let keys = workspace.keys("", Sort { key: SortKey::Reference, descending: false }).unwrap();
    (folder, workspace, keys)
}

fn request(scope: ExportScope, format: Format) -> ExportRequest {
    ExportRequest { scope, format, options: ExportOptions::default() }
}

fn all() -> ExportScope {
    ExportScope::Query { query: String::new() }
}

fn signed_off() -> ExportScope {
    ExportScope::SignedOff { query: String::new() }
}

fn json(workspace: &Workspace, scope: ExportScope) -> Value {
    serde_json::from_slice(&workspace.export(&request(scope, Format::Json)).unwrap().0.bytes).unwrap()
}

/// Evidence from a source that every field of names.
fn evidence(words: &str, confidential: bool) -> EvidenceDraft {
    let some = |field: &str| Some(format!("{words}-{field}"));
    EvidenceDraft {
        finding: Finding::True,
        stance: Stance::Supports,
        quote: some("quote"),
        locator: some("locator"),
        place: None,
        known_source: None,
        source: SourceDraft {
            kind: Some(SourceKind::Interview),
            title: format!("{words}-title"),
            author: some("author"),
            publisher: some("publisher"),
            url: Some(format!("https://{words}.example/")),
            origin: some("origin"),
            confidential: Some(confidential),
            contact: Some(format!("{MARK}-contact")),
            notes: Some(format!("{MARK}-notes")),
            primary: true,
            ..SourceDraft::default()
        },
    }
}

fn signed(workspace: &Workspace, key: i64, sources: &[EvidenceDraft]) {
    let patch = ClaimPatch { status: Some(Status::InProgress), ..ClaimPatch::default() };
    workspace.edit_claims(&[key], &patch).unwrap();
    for source in sources {
        workspace.add_evidence(key, source).unwrap();
    }
    let citations = ["", "[1]", "[1][2]"][sources.len()];
    let patch = ClaimPatch {
        verdict: Some(Some(Verdict::Supported)),
        rationale: Some(format!("It is so {citations}.")),
        ..ClaimPatch::default()
    };
    workspace.edit_claims(&[key], &patch).unwrap();
    workspace.sign_off(&[key], None, false).unwrap();
}

#[test]
fn what_is_confidential_leaves_in_no_format_and_scope() {
    let (folder, workspace, keys) = with_sample();
    let sources = [evidence(MARK, true), evidence("open", false)];
    signed(&workspace, keys[0], &sources);
    signed(&workspace, keys[1], &sources[..1]);
    let first = workspace.claim(keys[0]).unwrap();
    let number = first.evidence_items.iter().find(|e| e.source.confidential).unwrap().number;
    workspace.add_note(keys[0], NoteKind::Question, "Who says so?").unwrap();
    // The query itself names the source, but not so that it leaves its claims out.
    let query = format!("has:evidence -{MARK}-other");
    for scope in [all(), signed_off(), ExportScope::Claims { keys }, ExportScope::Query { query }] {
        for format in Format::ALL {
            let mut request = request(scope.clone(), *format);
            (request.options.people, request.options.notes) = (true, true);
            let preview = workspace.preview_export(&request, None).unwrap();
            let path = folder.path().join("out");
            // An export names its second: where that has turned between the two, they are asked again.
            let asked = || {
                let (exported, _) = workspace.export(&request).unwrap();
                workspace.save_export(&request, &path, &mut |_, _| ControlFlow::Continue(())).unwrap();
                (exported, String::from_utf8(std::fs::read(&path).unwrap()).unwrap())
            };
            let (mut exported, mut text) = asked();
            if text.as_bytes() != exported.bytes {
                (exported, text) = asked();
            }
            assert_eq!(text.as_bytes(), exported.bytes, "the same bytes, asked twice: {scope:?} {format}");
            assert!(!text.contains(MARK) && !preview.text.contains(MARK), "{scope:?} {format}: {text}");
            if *format == Format::Questions {
                continue;
            }
            let warning = &preview.warnings[0];
            assert!(warning.message.contains("1 item of evidence from a confidential source"), "{warning:?}");
            assert_eq!(warning.claims.len(), 2, "also the one that has no other evidence");
            let plain = text.replace('\\', "");
            assert!(plain.contains(&format!("[{number}: confidential source]")), "{format}: {text}");
        }
    }
}

#[test]
fn a_document_that_was_made_a_confidential_source_stays() {
    let (_folder, workspace, keys) = with_sample();
    let text = format!("{MARK} told us that the bridge cost 12 million euros in 2021.");
    let input = Input::Text { text, name: Some(format!("{MARK}-name")) };
    let step = &mut |_: f64, _: &str| ControlFlow::Continue(());
    workspace.import(&[input], &ImportOptions::default(), step).unwrap();
    let place = assay_engine::Place { document: 2, span: None, quote: Some(MARK.into()) };
    let draft = EvidenceDraft {
        quote: None,
        place: Some(place),
        source: SourceDraft::default(),
        ..evidence("open", false)
    };
    workspace.add_evidence(keys[0], &draft).unwrap();
    let source = workspace.claim(keys[0]).unwrap().evidence_items[0].source.clone();
    assert!(source.document.is_some());
    let row = &workspace.sources("").unwrap()[0];
    assert_eq!(row.source.id, source.id);
    let before = workspace.export(&request(all(), Format::Json)).unwrap().0.bytes;
    assert!(String::from_utf8(before).unwrap().contains(MARK), "it goes out unless it is confidential");
    let draft = SourceDraft {
        kind: Some(source.kind),
        title: source.title.clone(),
        confidential: Some(true),
        ..SourceDraft::default()
    };
    workspace.edit_source(source.id, &draft).unwrap();
    let set = json(&workspace, all());
    assert_eq!(set["documents"].as_array().unwrap().len(), 1);
    assert_eq!(set["claims"][0]["evidence"], serde_json::json!([]));
    let mentions = set["claims"].as_array().unwrap().iter().flat_map(|c| c["mentions"].as_array().unwrap());
    assert!(mentions.clone().count() > 0 && mentions.clone().all(|m| m["document"] == "D1"));
}

#[test]
fn only_signed_off_claims_are_in_that_scope_and_any_in_the_list_of_questions() {
    let (_folder, workspace, keys) = with_sample();
    signed(&workspace, keys[0], &[evidence("open", false)]);
    let claims = |set: &Value| set["claims"].as_array().unwrap().len();
    assert_eq!(claims(&json(&workspace, signed_off())), 1);
    assert_eq!(claims(&json(&workspace, all())), keys.len());
    let open = ExportScope::SignedOff { query: "status:suggested".into() };
    assert_eq!(claims(&json(&workspace, open)), 0, "both must hold");
    let either = ExportScope::SignedOff { query: "status:suggested,signed-off".into() };
    assert_eq!(claims(&json(&workspace, either)), 1);

    let list =
        |scope: ExportScope| workspace.preview_export(&request(scope, Format::Questions), None).unwrap();
    let none = list(all());
    assert_eq!((none.records, none.claims), (0, 0));
    assert_eq!(none.warnings[0].message, "No question to the author is open.");
    let (answered, _) = workspace.add_note(keys[1], NoteKind::Question, "When was that?").unwrap();
    workspace.add_note(keys[1], NoteKind::Question, "Where was that?").unwrap();
    workspace.add_note(keys[2], NoteKind::Note, "Ask the desk.").unwrap();
    let answer = Some("In March.".to_owned());
    workspace.edit_note(answered, &assay_engine::NotePatch { answer, ..Default::default() }).unwrap();
    let asked = list(signed_off());
    assert_eq!((asked.records, asked.claims, asked.warnings.len()), (1, 1, 0));
    assert_eq!(asked.file_name, "delhi-g20-questions.md");
    let claim = workspace.claim(keys[1]).unwrap();
    let sentence = format!("Sentence {}, ", claim.mentions[0].sentence.unwrap());
    for part in [&claim.row.reference.to_string(), "Where was that?", "(Ines Moreau, ", &sentence] {
        assert!(asked.text.contains(part), "{part}: {}", asked.text);
    }
    assert!(!asked.text.contains("When was that?") && !asked.text.contains("Ask the desk"));
    assert_eq!(list(ExportScope::Claims { keys: vec![keys[2]] }).records, 0);
}

#[test]
fn a_rating_of_the_workspaces_own_scale_goes_out_under_its_name() {
    let (_folder, workspace, keys) = with_sample();
    let mut ratings = assay_model::scale::built_in()[2].ratings.clone();
    for rating in &mut ratings {
        rating.name = format!("Desk: {}", rating.name);
    }
    let draft = assay_engine::ScaleDraft { name: "The desk’s".into(), ratings, ..Default::default() };
    workspace.save_scale(&draft).unwrap();
    signed(&workspace, keys[0], &[evidence("open", false)]);
    let rating = RatingRef { scale: "the-desk-s".into(), rating: "mostly-true".into() };
    let patch = ClaimPatch { rating: Some(Some(rating)), ..ClaimPatch::default() };
    workspace.edit_claims(&[keys[0]], &patch).unwrap();
    workspace.sign_off(&[keys[0]], None, false).unwrap();
    let set = json(&workspace, signed_off());
    let claim = &set["claims"][0];
    assert_eq!(
        (&claim["scale"], &claim["rating"]["name"]),
        (&"the-desk-s".into(), &"Desk: Mostly true".into())
    );
    assert_eq!(claim["verdict"], "supported");
    assert_eq!(claim["signed_off"]["digest"].as_str().map(str::len), Some(64));
    assert_eq!(set["scales"][0]["name"], "The desk’s");
    let (exported, _) = workspace.export(&request(signed_off(), Format::ClaimReview)).unwrap();
    let reviews: Value = serde_json::from_slice(&exported.bytes).unwrap();
    let rating = &reviews[0]["reviewRating"];
    assert_eq!(
        serde_json::json!([rating["ratingValue"], rating["bestRating"], rating["alternateName"]]),
        serde_json::json!([4, 5, "Desk: Mostly true"])
    );
}

#[test]
fn an_export_is_of_the_moment_that_its_head_names() {
    let (_folder, workspace, keys) = with_sample();
    let other = Workspace::open(workspace.path()).unwrap();
    let stop = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&stop);
    let (first, last) = (keys[0], keys[keys.len() - 1]);
    let label = |words: String| ClaimPatch { label: Some(words), ..ClaimPatch::default() };
    // The two are edited in one operation, and before the first export, so a set of one moment
    // never shows them apart.
    other.edit_claims(&[first, last], &label("turn 0".into())).unwrap();
    let writer = std::thread::spawn(move || {
        for turn in 1.. {
            if seen.load(Ordering::Relaxed) {
                return;
            }
            // On a busy machine another may hold the file too long: then this turn is not taken.
            let edited = other.edit_claims(&[first, last], &label(format!("turn {turn}")));
            assert!(edited.map_or_else(|e| e.code == Code::Busy, |_| true));
            std::thread::sleep(std::time::Duration::from_millis(40));
        }
    });
    let mut heads = std::collections::HashSet::new();
    for _ in 0..60 {
        let set = json(&workspace, all());
        let claims = set["claims"].as_array().unwrap();
        assert_eq!(claims[0]["label"], claims[claims.len() - 1]["label"]);
        heads.insert((set["assay"]["head"].to_string(), claims[0]["label"].to_string()));
    }
    stop.store(true, Ordering::Relaxed);
    writer.join().unwrap();
    let mut of_head = std::collections::HashMap::new();
    for (head, label) in heads {
        let before = of_head.insert(head, label.clone());
        assert!(before.is_none_or(|b| b == label), "one head, one state");
    }
    assert!(of_head.len() > 1, "somebody wrote meanwhile");
}

#[test]
fn a_preview_ends_when_a_newer_one_is_asked_for_or_nobody_looks() {
    let (_folder, workspace, _keys) = with_sample();
    let turn = |number| Turn { view: "export".into(), number };
    let asked = request(all(), Format::Json);
    assert!(workspace.preview_export(&asked, Some(&turn(2))).unwrap().records > 0);
    assert_eq!(workspace.preview_export(&asked, Some(&turn(1))).unwrap_err().code, Code::Overtaken);
    workspace.end_turns_before(&turn(4));
    assert_eq!(workspace.preview_export(&asked, Some(&turn(3))).unwrap_err().code, Code::Overtaken);
}
