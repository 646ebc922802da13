//! What a checker does with a claim: gates, moves of status, what reopens it, history in words.

use std::ops::ControlFlow;

use assay_engine::{
    ClaimPatch, Code, EvidenceDraft, ExportOptions, ExportRequest, ExportScope, Format, ImportOptions, Input,
    NewClaim, PageRequest, Place, SourceDraft, Workspace,
};
use assay_model::claim::Mode;
use assay_model::evidence::Stance;
use assay_model::operation::HistoryFilter;
use assay_model::query::Sort;
use assay_model::span::TextIndex;
use assay_model::verdict::{Finding, Status, Verdict};

use crate::desk::{claim_with, desk, evidence, ready, status, verdict, with_sample};

#[test]
fn the_sample_has_the_three_claims_with_their_spans_and_values() {
    let workspace = with_sample();
    let text: String = {
        let view = workspace.document(1).unwrap();
        view.blocks.iter().flat_map(|b| [b.lead.clone(), b.text.clone()]).collect()
    };
    let index = TextIndex::new(&text);
    for claim in workspace.claims("", Sort::default(), None).unwrap() {
        assert_eq!(claim.row.status, Status::Suggested);
        for mention in &claim.mentions {
            let span = assay_model::span::Span { start: mention.start, end: mention.end };
            assert_eq!(index.slice(span), Some(mention.exact.as_str()));
        }
    }
    let length = workspace.claim(claim_with(&workspace, "less than 10 minutes")).unwrap();
    assert_eq!(length.row.claimant.as_deref(), Some("A senior State Department official"));
    assert_eq!(length.row.value_normal.as_deref(), Some("PT10M"));
    let last = workspace.claim(claim_with(&workspace, "met was in Geneva")).unwrap();
    assert_eq!((last.row.value_normal.as_deref(), last.mentions.len()), (Some("2022-01"), 2));
    assert!(workspace.claim(claim_with(&workspace, "suspend")).is_ok());
}

#[test]
fn a_suggestion_takes_no_verdict_until_it_is_accepted() {
    let workspace = with_sample();
    let key = claim_with(&workspace, "less than 10 minutes");
    let refused = workspace.edit_claims(&[key], &verdict(Verdict::Supported)).unwrap_err();
    assert_eq!((refused.code, refused.field.as_deref()), (Code::MoveNotAllowed, Some("verdict")));
    assert!(refused.message.ends_with("is Suggested. Accept it first."), "{refused}");
    let both = ClaimPatch { status: Some(Status::Open), ..verdict(Verdict::Supported) };
    workspace.edit_claims(&[key], &both).unwrap();
    assert_eq!(workspace.claim(key).unwrap().row.verdict, Some(Verdict::Supported));
}

#[test]
fn a_sign_off_names_what_is_missing_and_changes_nothing() {
    let workspace = with_sample();
    let key = claim_with(&workspace, "less than 10 minutes");
    let refused = workspace.sign_off(&[key], None, false).unwrap_err();
    assert_eq!(refused.code, Code::MoveNotAllowed, "a suggestion");
    workspace.edit_claims(&[key], &status(Status::Open)).unwrap();
    let gates = |workspace: &Workspace| workspace.sign_off(&[key], None, false).unwrap_err();
    assert!(
        gates(&workspace).message.ends_with("lacks a verdict, a rationale and evidence."),
        "{}",
        gates(&workspace)
    );
    workspace.edit_claims(&[key], &verdict(Verdict::Supported)).unwrap();
    let rationale = Some("Because.".to_owned());
    workspace.edit_claims(&[key], &ClaimPatch { rationale, ..ClaimPatch::default() }).unwrap();
    assert!(gates(&workspace).message.ends_with("lacks evidence."));
    workspace.add_evidence(key, &evidence(false)).unwrap();
    assert_eq!(gates(&workspace).code, Code::NoPrimarySource);
    assert_eq!(workspace.claim(key).unwrap().row.status, Status::Open);
    workspace.sign_off(&[key], Some("Tomasz Wilk"), true).unwrap();
    let signed = workspace.claim(key).unwrap();
    assert_eq!(
        (signed.row.status, signed.signed_off_by.as_deref()),
        (Status::SignedOff, Some("Tomasz Wilk"))
    );
}

#[test]
fn not_enough_evidence_needs_none() {
    let workspace = with_sample();
    let key = claim_with(&workspace, "less than 10 minutes");
    workspace.edit_claims(&[key], &status(Status::Open)).unwrap();
    let rationale = Some("Searched both ministries’ sites.".to_owned());
    let patch =
        ClaimPatch { rationale, status: Some(Status::SignedOff), ..verdict(Verdict::NotEnoughEvidence) };
    workspace.edit_claims(&[key], &patch).unwrap();
    assert_eq!(workspace.claim(key).unwrap().row.status, Status::SignedOff);
}

#[test]
fn a_change_of_substance_reopens_and_undo_gives_the_sign_off_back() {
    let workspace = with_sample();
    let key = ready(&workspace, "less than 10 minutes");
    workspace.sign_off(&[key], None, false).unwrap();
    let label =
        ClaimPatch { label: Some("Length".into()), add_tags: vec!["print".into()], ..ClaimPatch::default() };
    workspace.edit_claims(&[key], &label).unwrap();
    assert_eq!(workspace.claim(key).unwrap().row.status, Status::SignedOff, "a label is no substance");
    let statement = ClaimPatch { statement: Some("It lasted ten minutes.".into()), ..ClaimPatch::default() };
    let changes: [(&str, &dyn Fn() -> assay_engine::Result<assay_engine::Outcome>); 3] = [
        ("the statement changed after sign-off", &|| workspace.edit_claims(&[key], &statement)),
        ("the verdict changed after sign-off", &|| workspace.edit_claims(&[key], &verdict(Verdict::Refuted))),
        ("evidence was added after sign-off", &|| workspace.add_evidence(key, &evidence(false))),
    ];
    for (why, change) in changes {
        change().unwrap();
        let reopened = workspace.claim(key).unwrap();
        assert_eq!((reopened.row.status, reopened.reopened.as_deref()), (Status::InReview, Some(why)));
        assert_eq!(reopened.signed_off_by, None);
        workspace.undo().unwrap();
        let back = workspace.claim(key).unwrap();
        assert_eq!(
            (back.row.status, back.signed_off_by.as_deref()),
            (Status::SignedOff, Some("Ines Moreau"))
        );
    }
}

#[test]
fn moves_that_are_not_allowed_are_refused_with_those_that_are() {
    let workspace = with_sample();
    let key = claim_with(&workspace, "less than 10 minutes");
    let refused = workspace.edit_claims(&[key], &status(Status::InReview)).unwrap_err();
    assert_eq!(refused.hints, ["From Suggested it can go to Open, In progress and Dismissed."]);
}

#[test]
fn one_edit_of_many_is_one_operation_and_all_or_none() {
    let workspace = with_sample();
    let keys = workspace.keys("", Sort::default()).unwrap();
    workspace.edit_claims(&keys, &status(Status::Open)).unwrap();
    let before = workspace.info().unwrap().operation;
    let outcome = workspace.edit_claims(&keys, &verdict(Verdict::Supported)).unwrap();
    assert_eq!((outcome.claims as usize, outcome.operation), (keys.len(), Some(before + 1)));
    let missing = [keys[0], 9999];
    assert!(workspace.edit_claims(&missing, &verdict(Verdict::Refuted)).is_err());
    assert_eq!(workspace.claim(keys[0]).unwrap().row.verdict, Some(Verdict::Supported));
    workspace.undo().unwrap();
    assert_eq!(workspace.claim(keys[0]).unwrap().row.verdict, None);
}

#[test]
fn own_voice_has_no_said_and_a_claimant_has_one() {
    let workspace = with_sample();
    let key = claim_with(&workspace, "met was in Geneva");
    workspace.edit_claims(&[key], &status(Status::Open)).unwrap();
    let said = ClaimPatch { said: Some(Some(Verdict::Supported)), ..ClaimPatch::default() };
    assert_eq!(workspace.edit_claims(&[key], &said).unwrap_err().field.as_deref(), Some("said"));
    let claimant = ClaimPatch { claimant: Some(Some("Antony Blinken".into())), ..ClaimPatch::default() };
    workspace.edit_claims(&[key], &claimant).unwrap();
    workspace.edit_claims(&[key], &said).unwrap();
    let none = ClaimPatch { claimant: Some(None), ..ClaimPatch::default() };
    workspace.edit_claims(&[key], &none).unwrap();
    let claim = workspace.claim(key).unwrap();
    assert_eq!((claim.row.said, claim.row.mode), (None, Mode::Own));
}

#[test]
fn citations_follow_their_evidence_and_show_when_it_is_gone() {
    let workspace = with_sample();
    let key = ready(&workspace, "less than 10 minutes");
    let first = workspace.claim(key).unwrap().evidence_items[0].id;
    workspace.add_evidence(key, &EvidenceDraft { stance: Stance::Context, ..evidence(false) }).unwrap();
    let rationale = Some("See [1] and [2].".to_owned());
    workspace.edit_claims(&[key], &ClaimPatch { rationale, ..ClaimPatch::default() }).unwrap();
    workspace.remove_evidence(first).unwrap();
    assert_eq!(workspace.claim(key).unwrap().rationale, "See [?] and [1].");
    workspace.undo().unwrap();
    assert_eq!(workspace.claim(key).unwrap().rationale, "See [1] and [2].");
}

#[test]
fn fields_that_make_no_sense_are_named() {
    let workspace = with_sample();
    let key = claim_with(&workspace, "less than 10 minutes");
    let draft = |change: &dyn Fn(&mut SourceDraft)| {
        let mut draft = evidence(false);
        change(&mut draft.source);
        workspace.add_evidence(key, &draft).unwrap_err()
    };
    let field = |e: &assay_engine::Error| e.field.clone().unwrap_or_default();
    assert_eq!(field(&draft(&|s| s.title = "  ".into())), "title");
    assert_eq!(field(&draft(&|s| s.url = Some("not an address".into()))), "url");
    let month = draft(&|s| s.accessed = Some("2026-13-02".into()));
    assert_eq!((field(&month).as_str(), month.message.as_str()), ("accessed", "There is no month 13."));
    let empty = ClaimPatch { statement: Some(" ".into()), ..ClaimPatch::default() };
    assert_eq!(field(&workspace.edit_claims(&[key], &empty).unwrap_err()), "statement");
    assert!(workspace.claim(key).unwrap().evidence_items.is_empty());
}

#[test]
fn a_claim_is_made_from_words_or_from_their_place() {
    let workspace = with_sample();
    let new = |place: Place| NewClaim {
        place,
        statement: "Paul Whelan was held in Russia.".into(),
        label: None,
        claimant: None,
        kind: None,
    };
    let place = Place { document: 1, quote: Some("an American being held in Russia".into()), span: None };
    let (key, _) = workspace.create_claim(&new(place.clone())).unwrap();
    let made = workspace.claim(key).unwrap();
    assert_eq!((made.row.status, made.row.label.as_str()), (Status::Open, "Paul Whelan was held in"));
    let span = Some(assay_model::span::Span { start: made.mentions[0].start, end: made.mentions[0].end });
    assert!(workspace.create_claim(&new(Place { span, ..place.clone() })).is_ok());
    for (wrong, words) in [
        (Place { quote: Some("Lavrov".into()), ..place.clone() }, "times"),
        (Place { quote: Some("Mr. Nobody".into()), ..place.clone() }, "does not stand in the text"),
        (
            Place { quote: None, span: assay_model::span::Span::new(5, 90_000), ..place.clone() },
            "is outside it",
        ),
        (Place { span: assay_model::span::Span::new(5, 9), ..place }, "not the text quoted"),
    ] {
        let refused = workspace.create_claim(&new(wrong)).unwrap_err();
        assert!(refused.message.contains(words), "{refused}");
    }
}

#[test]
fn history_reads_as_sentences() {
    let workspace = with_sample();
    let key = ready(&workspace, "less than 10 minutes");
    workspace.edit_claims(&[key], &verdict(Verdict::Refuted)).unwrap();
    workspace.undo().unwrap();
    let lines =
        workspace.history(&HistoryFilter { claim: Some(key), ..HistoryFilter::default() }, None, 10).unwrap();
    let words: Vec<&str> = lines.iter().map(|l| l.words.as_str()).collect();
    assert_eq!(
        words,
        [
            "undid: change of verdict",
            "changed the verdict from Supported to Refuted",
            "set the verdict to Supported and wrote the rationale",
            "attached evidence",
            "started work on it",
            "suggested it on import",
        ]
    );
    assert_eq!(lines[1].undone_by, Some(lines[0].operation));
}

#[test]
fn another_process_is_noticed() {
    let workspace = with_sample();
    let key = claim_with(&workspace, "less than 10 minutes");
    let heard = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let into = std::sync::Arc::clone(&heard);
    workspace.subscribe(move |notice| into.lock().unwrap().push(notice.clone()));
    let other = Workspace::open(workspace.path()).unwrap();
    other.edit_claims(&[key], &status(Status::Open)).unwrap();
    assert!(heard.lock().unwrap().is_empty());
    workspace.notice_others().unwrap();
    workspace.notice_others().unwrap();
    let heard = heard.lock().unwrap();
    let keys: Vec<_> = heard
        .iter()
        .map(|n| match n {
            assay_engine::Notice::DataChanged { touched, .. } => touched[0].keys.clone(),
            assay_engine::Notice::JobChanged { .. } => Vec::new(),
        })
        .collect();
    assert_eq!(keys, [vec![key]]);
}

#[test]
fn a_stopped_import_leaves_nothing() {
    let workspace = desk();
    let stopped = workspace.import(&[Input::Sample], &ImportOptions::default(), &mut |done, _| {
        if done > 0.0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!(stopped.unwrap_err().code, Code::Cancelled);
    assert_eq!(workspace.info().unwrap().documents, 0);
}

#[test]
fn any_page_is_a_part_of_the_whole() {
    let workspace = with_sample();
    let keys = workspace.keys("", Sort::default()).unwrap();
    let mut paged = Vec::new();
    for from in (0..keys.len() as u32).step_by(3) {
        let request = PageRequest { from, limit: 3, ..PageRequest::default() };
        paged.extend(workspace.page(&request).unwrap().rows.into_iter().map(|r| r.key));
    }
    assert_eq!(paged, keys);
    let at = workspace.locate("", Sort::default(), keys[4]).unwrap();
    assert_eq!(at, Some(4));
    let beyond = PageRequest { from: 9000, limit: 5, ..PageRequest::default() };
    assert_eq!(workspace.page(&beyond).unwrap().rows, []);
}

#[test]
fn an_export_that_cannot_be_written_leaves_the_earlier_file() {
    let workspace = with_sample();
    let request = ExportRequest {
        scope: ExportScope::Query { query: String::new() },
        format: Format::Json,
        options: ExportOptions::default(),
    };
    let path = workspace.folder.path().join("out.json");
    let (mut shares, mut doings) = (Vec::new(), Vec::new());
    let mut on = |done: f64, doing: &str| {
        shares.push(done);
        doings.push(doing.to_owned());
        ControlFlow::Continue(())
    };
    let saved = workspace.save_export(&request, &path, &mut on).unwrap();
    assert!(saved.records > 0);
    let json: serde_json::Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    assert_eq!(json["claims"].as_array().unwrap().len(), saved.records as usize);
    assert!(shares.is_sorted() && shares.iter().all(|share| (0.0..=1.0).contains(share)), "{shares:?}");
    doings.dedup();
    assert_eq!(
        doings,
        ["Sorting claims", "Reading claims", "Reading their documents", "Making the file", "Writing"]
    );
    let mut on = |_: f64, _: &str| ControlFlow::Continue(());
    let refused = workspace.save_export(&request, workspace.folder.path(), &mut on).unwrap_err();
    assert_eq!(refused.code, Code::CannotWrite);
    let refused = workspace
        .save_export(&request, &workspace.folder.path().join("no/such/folder.json"), &mut on)
        .unwrap_err();
    assert!(refused.message.contains("the folder does not exist"), "{refused}");
    // Stopped at whatever it is doing.
    let earlier = std::fs::read(&path).unwrap();
    for at in &doings {
        let mut stop = |_: f64, doing: &str| {
            if doing == at { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        assert_eq!(workspace.save_export(&request, &path, &mut stop).unwrap_err().code, Code::Cancelled);
        assert_eq!(std::fs::read(&path).unwrap(), earlier);
    }
    let left: Vec<_> =
        std::fs::read_dir(workspace.folder.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().contains(".part")), "{left:?}");
}

#[test]
fn made_up_data_are_the_same_each_time_and_sound() {
    let labels = || {
        let workspace = desk();
        assay_engine::bench_data(&workspace, 60, &mut |_| {}).unwrap();
        assert_eq!(workspace.check().unwrap().damage, []);
        let claims = workspace.claims("", Sort::default(), None).unwrap();
        claims.into_iter().map(|c| c.row.statement).collect::<Vec<_>>()
    };
    let first = labels();
    assert_eq!(first.len(), 60);
    assert_eq!(first, labels());
}

#[test]
fn what_lists_say_of_documents_follows_every_change() {
    let workspace = with_sample();
    let fresh = |workspace: &Workspace| {
        let known = workspace.documents().unwrap();
        let again = Workspace::open(workspace.path()).unwrap().documents().unwrap();
        assert_eq!(known, again);
        known
    };
    let key = ready(&workspace, "less than 10 minutes");
    assert_eq!(fresh(&workspace)[0].coverage.in_work, 1);
    workspace.sign_off(&[key], None, false).unwrap();
    assert_eq!(fresh(&workspace)[0].coverage.signed_off, 1);
    workspace.mark_sentence(1, 5, true).unwrap();
    assert_eq!(fresh(&workspace)[0].coverage.not_checkable, 1);
    let text = "Paris, the capital, has 2.1 million people.\n\nIt grew by 3 per cent in 2020.";
    let input = Input::Text { text: text.into(), name: Some("Paris".into()) };
    workspace.import(&[input], &ImportOptions::default(), &mut |_, _| ControlFlow::Continue(())).unwrap();
    assert_eq!(fresh(&workspace).len(), 2);
    workspace.delete_document(2).unwrap();
    assert_eq!(fresh(&workspace).len(), 1);
    workspace.undo().unwrap();
    assert_eq!(fresh(&workspace).len(), 2);
    let mention = workspace.claim(claim_with(&workspace, "met was in Geneva")).unwrap().mentions[1].id;
    workspace.remove_mention(claim_with(&workspace, "met was in Geneva"), mention).unwrap();
    fresh(&workspace);
}

#[test]
fn what_a_sign_off_stands_on_is_not_undone_by_another() {
    let ann = with_sample();
    let key = ready(&ann, "less than 10 minutes");
    ann.add_evidence(key, &evidence(true)).unwrap();
    let ben = Workspace::open(ann.path()).unwrap();
    ben.set_person("Ben");
    ben.sign_off(&[key], None, false).unwrap();
    let refused = ann.undo().unwrap_err();
    assert_eq!(refused.code, Code::CannotUndo);
    assert!(refused.message.starts_with("Ben has changed this since"), "{refused}");
    assert_eq!(ann.claim(key).unwrap().evidence_items.len(), 2);
}

#[test]
fn undo_that_others_have_built_on_is_refused_with_who() {
    let ann = with_sample();
    let key = claim_with(&ann, "less than 10 minutes");
    let ben = Workspace::open(ann.path()).unwrap();
    ben.set_person("Ben");
    let give = ClaimPatch { add_tags: vec!["print".into()], ..ClaimPatch::default() };
    let take = ClaimPatch { remove_tags: vec!["print".into()], ..ClaimPatch::default() };
    ann.edit_claims(&[key], &give).unwrap();
    ann.edit_claims(&[key], &take).unwrap();
    ben.edit_claims(&[key], &give).unwrap();
    let refused = ann.undo().unwrap_err();
    assert!(refused.message.starts_with("Ben has changed this since"), "{refused}");
}

#[test]
fn evidence_saved_as_it_was_reopens_nothing_and_undo_of_a_source_shows() {
    let workspace = with_sample();
    let key = ready(&workspace, "less than 10 minutes");
    workspace.sign_off(&[key], None, false).unwrap();
    let id = workspace.claim(key).unwrap().evidence_items[0].id;
    workspace.edit_evidence(id, &evidence(true)).unwrap();
    assert_eq!(workspace.claim(key).unwrap().row.status, Status::SignedOff);
    workspace.edit_evidence(id, &evidence(false)).unwrap();
    assert!(!workspace.claim(key).unwrap().row.has_primary);
    workspace.undo().unwrap();
    let back = workspace.claim(key).unwrap();
    assert_eq!((back.row.status, back.row.has_primary), (Status::SignedOff, true));
    let mut untitled = evidence(true);
    untitled.source.title.clear();
    assert_eq!(workspace.edit_evidence(id, &untitled).unwrap_err().field.as_deref(), Some("title"));
}

#[test]
fn what_another_wrote_just_before_is_told_too() {
    let workspace = with_sample();
    let keys = workspace.keys("", Sort::default()).unwrap();
    let other = Workspace::open(workspace.path()).unwrap();
    let heard = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let into = std::sync::Arc::clone(&heard);
    workspace.subscribe(move |notice| {
        if let assay_engine::Notice::DataChanged { touched, .. } = notice {
            into.lock().unwrap().extend(touched.iter().flat_map(|t| t.keys.clone()));
        }
    });
    other.edit_claims(&keys[..1], &status(Status::Open)).unwrap();
    workspace.edit_claims(&keys[1..2], &status(Status::Open)).unwrap();
    workspace.notice_others().unwrap();
    assert!(heard.lock().unwrap().contains(&keys[0]));
}

#[test]
fn both_findings_are_kept_apart_and_asked_for() {
    let desk = with_sample();
    let key = ready(&desk, crate::desk::LENGTH);
    let said = ClaimPatch {
        said: Some(Some(Verdict::Supported)),
        rationale_said: Some("On tape [2].".into()),
        ..verdict(Verdict::Refuted)
    };
    let heard = EvidenceDraft { finding: Finding::Said, ..crate::desk::evidence_from("Recording") };
    desk.add_evidence(key, &heard).unwrap();
    desk.edit_claims(&[key], &said).unwrap();
    let claim = desk.claim(key).unwrap();
    assert_eq!((claim.row.said, claim.row.verdict), (Some(Verdict::Supported), Some(Verdict::Refuted)));
    let words = (claim.rationale.as_str(), claim.rationale_said.as_str());
    assert_eq!(words, ("The transcript says so [1].", "On tape [2]."));
    let serves: Vec<_> = claim.evidence_items.iter().map(|e| e.finding).collect();
    assert_eq!(serves, [Finding::True, Finding::Said]);
    for (query, found) in [
        ("said:supported verdict:refuted", true),
        ("said:refuted,conflicting", false),
        ("-said:none", true),
        ("said:none", false),
    ] {
        assert_eq!(desk.keys(query, Sort::default()).unwrap().contains(&key), found, "{query}");
    }
}
