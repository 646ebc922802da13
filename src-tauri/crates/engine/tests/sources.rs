//! Sources and evidence: kept once, reused, protected, stored as they were read; and what citations do.
#![expect(clippy::unwrap_used, reason = "a failure here is a failed test")]

use std::path::Path;

use assay_engine::{Code, EvidenceDraft, MOST_COPY_BYTES, Place, SourceDraft, Workspace};
use assay_model::evidence::{SourceKind, SourceRow, Stance};
use assay_model::verdict::Status;

use crate::desk::{Desk, GENEVA, LENGTH, evidence, evidence_from, rationale, ready, signed, with_sample};

fn titled(title: &str) -> SourceDraft {
    SourceDraft { title: title.into(), ..SourceDraft::default() }
}

fn add(desk: &Desk, draft: &SourceDraft) -> SourceRow {
    let (key, _) = desk.add_source(draft).unwrap();
    desk.source(key).unwrap()
}

fn rows(desk: &Desk) -> usize {
    desk.sources("").unwrap().len()
}

#[test]
fn a_field_that_makes_no_sense_is_refused_wherever_a_source_is_filled_in() {
    let desk = with_sample();
    let key = ready(&desk, LENGTH);
    let claim = desk.claim(key).unwrap();
    let (item, source) = (claim.evidence_items[0].id, claim.evidence_items[0].source.id);
    let cases: [(&str, &str, SourceDraft); 7] = [
        ("title", "The source needs a title.", titled("  ")),
        (
            "url",
            "“not an address” is not a web address.",
            SourceDraft { url: Some("not an address".into()), ..titled("T") },
        ),
        (
            "url",
            "“ftp://example.org” is not a web address.",
            SourceDraft { url: Some("ftp://example.org".into()), ..titled("T") },
        ),
        (
            "url",
            "“https://” is not a web address.",
            SourceDraft { url: Some("https://".into()), ..titled("T") },
        ),
        (
            "accessed",
            "There is no month 13.",
            SourceDraft { accessed: Some("2026-13-02".into()), ..titled("T") },
        ),
        (
            "published",
            "There is no month 13.",
            SourceDraft { published: Some("2026-13-02".into()), ..titled("T") },
        ),
        (
            "kind",
            "This source is no document of this workspace.",
            SourceDraft { kind: Some(SourceKind::Document), ..titled("T") },
        ),
    ];
    for (field, message, draft) in cases {
        let cited = EvidenceDraft { source: draft.clone(), ..evidence(true) };
        for refused in [
            desk.refused(|w| w.add_source(&draft)),
            desk.refused(|w| w.edit_source(source, &draft)),
            desk.refused(|w| w.add_evidence(key, &cited)),
            desk.refused(|w| w.edit_evidence(item, &cited)),
        ] {
            assert_eq!((refused.code, refused.field.as_deref()), (Code::Invalid, Some(field)), "{refused}");
            assert_eq!(refused.message, message);
        }
    }
    let long = EvidenceDraft { quote: Some("x".repeat(20_001)), ..evidence(true) };
    assert_eq!(desk.refused(|w| w.add_evidence(key, &long)).field.as_deref(), Some("quote"));
}

#[test]
fn a_source_is_kept_once_and_reused_by_its_facts_or_its_id() {
    let desk = with_sample();
    let (one, two) = (ready(&desk, LENGTH), ready(&desk, GENEVA));
    assert_eq!(rows(&desk), 1, "the same facts are the same source");
    let source = desk.sources("").unwrap().remove(0);
    assert_eq!((source.evidence, source.claims, source.source.reference.to_string().as_str()), (2, 2, "R1"));
    let again = add(&desk, &evidence(true).source);
    assert_eq!(again.source.id, source.source.id);
    let known = EvidenceDraft {
        known_source: Some(source.source.id),
        stance: Stance::Context,
        ..evidence_from("left aside")
    };
    desk.add_evidence(one, &known).unwrap();
    assert_eq!(rows(&desk), 1);
    assert_eq!(desk.claim(one).unwrap().evidence_items[1].source.id, source.source.id);
    // One piece changed alone gets a source of its own; changed back, nothing is doubled for it.
    let item = desk.claim(two).unwrap().evidence_items[0].id;
    desk.edit_evidence(item, &evidence_from("Another")).unwrap();
    assert_eq!(
        (rows(&desk), desk.claim(one).unwrap().evidence_items[0].source.title.as_str()),
        (2, "Briefing transcript")
    );
    desk.edit_evidence(item, &EvidenceDraft { known_source: Some(source.source.id), ..evidence(true) })
        .unwrap();
    assert_eq!(desk.source(1).unwrap().evidence, 3);
    let gone = assay_model::id::SourceId::new();
    let refused =
        desk.refused(|w| w.add_evidence(one, &EvidenceDraft { known_source: Some(gone), ..evidence(true) }));
    assert_eq!(refused.code, Code::NotFound);
}

#[test]
fn evidence_saved_as_it_is_stays_with_its_source_though_another_has_the_same_facts() {
    let desk = with_sample();
    let (one, two) = (signed(&desk, LENGTH), signed(&desk, GENEVA));
    let twin = add(&desk, &titled("Twin"));
    desk.edit_source(twin.source.id, &evidence(true).source).unwrap();
    for claim in [one, two] {
        let item = desk.claim(claim).unwrap().evidence_items[0].clone();
        assert_eq!(desk.edit_evidence(item.id, &evidence(true)).unwrap().operation, None);
        assert_eq!(desk.status_of(claim), Status::SignedOff);
    }
}

#[test]
fn editing_a_source_reopens_all_that_was_signed_off_on_it_and_says_how_many_before() {
    let desk = with_sample();
    let (one, two, three) = (signed(&desk, LENGTH), signed(&desk, GENEVA), ready(&desk, "suspend"));
    let source = desk.sources("").unwrap().remove(0);
    assert_eq!((source.claims, source.signed_off), (3, 2));
    let before = desk.state();
    let same = desk.edit_source(source.source.id, &evidence(true).source).unwrap();
    assert_eq!((same.operation, same.claims), (None, 0), "nothing changed");
    let draft = SourceDraft { publisher: Some("State Department".into()), ..evidence(true).source };
    assert_eq!(desk.edit_source(source.source.id, &draft).unwrap().claims, 3);
    for (claim, status) in [(one, Status::InReview), (two, Status::InReview), (three, Status::InProgress)] {
        assert_eq!(desk.status_of(claim), status);
    }
    assert_eq!(desk.claim(one).unwrap().reopened.as_deref(), Some("a source was changed after sign-off"));
    assert_eq!(desk.source(1).unwrap().signed_off, 0);
    desk.undone(&before);
    assert_eq!((desk.status_of(one), desk.status_of(two)), (Status::SignedOff, Status::SignedOff));
    desk.sound();
}

#[test]
fn evidence_of_one_origin_counts_once() {
    let desk = with_sample();
    let key = ready(&desk, LENGTH);
    let counts = || {
        let row = desk.claim(key).unwrap().row;
        let listed = desk.page(&assay_engine::PageRequest { limit: 100, ..Default::default() }).unwrap();
        let in_list = listed.rows.into_iter().find(|r| r.key == key).unwrap();
        assert_eq!((in_list.evidence, in_list.origins), (row.evidence, row.origins));
        (row.evidence, row.origins)
    };
    assert_eq!(counts(), (1, 1));
    let item = desk.claim(key).unwrap().evidence_items[0].id;
    let wire = |title: &str, origin: &str| {
        let mut draft = evidence_from(title);
        draft.source.origin = Some(origin.into());
        draft
    };
    desk.edit_evidence(item, &wire("Times", "Reuters")).unwrap();
    desk.add_evidence(key, &wire("Post", " reuters")).unwrap();
    desk.add_evidence(key, &wire("Globe", "Reuters")).unwrap();
    assert_eq!(counts(), (3, 1), "3 items, 1 origin");
    desk.add_evidence(key, &evidence_from("Own reporting")).unwrap();
    let own = desk.claim(key).unwrap().evidence_items[3].source.id;
    desk.add_evidence(key, &EvidenceDraft { known_source: Some(own), ..evidence(true) }).unwrap();
    assert_eq!(counts(), (5, 2), "one source twice is one origin");
    let globe = desk.claim(key).unwrap().evidence_items[2].source.id;
    desk.edit_source(globe, &evidence_from("Globe").source).unwrap();
    assert_eq!(counts(), (5, 3));
    desk.undo().unwrap();
    assert_eq!(counts(), (5, 2));
}

#[test]
fn an_interview_is_confidential_unless_it_is_said_not_to_be() {
    let desk = with_sample();
    let interview = SourceDraft {
        kind: Some(SourceKind::Interview),
        contact: Some("+32 2 555 01 23".into()),
        notes: Some("Asked on background.".into()),
        published: Some("2023-03-02".into()),
        ..titled("Interview with an official")
    };
    let kept = add(&desk, &interview).source;
    assert!(kept.confidential);
    assert_eq!(
        (kept.contact.as_deref(), kept.notes.as_deref()),
        (Some("+32 2 555 01 23"), Some("Asked on background."))
    );
    let open = add(&desk, &SourceDraft { confidential: Some(false), ..interview.clone() }).source;
    assert!(!open.confidential && open.id != kept.id);
    assert!(!add(&desk, &titled("A page")).source.confidential);
    // What is protected stays so until somebody says otherwise.
    let leak = add(&desk, &SourceDraft { confidential: Some(true), ..titled("Leak") }).source;
    desk.edit_source(leak.id, &titled("A leak")).unwrap();
    let now = |reference: assay_model::id::SourceRef| desk.source(desk.source_key(reference)).unwrap().source;
    assert!(now(leak.reference).confidential);
    desk.edit_source(leak.id, &SourceDraft { confidential: Some(false), ..titled("A leak") }).unwrap();
    assert!(!now(leak.reference).confidential);
}

#[test]
fn a_source_in_use_stays_and_one_that_is_not_goes_with_its_copies() {
    let desk = with_sample();
    let key = ready(&desk, LENGTH);
    let item = desk.claim(key).unwrap().evidence_items[0].clone();
    let refused = desk.refused(|w| w.remove_source(item.source.id));
    assert_eq!((refused.code, refused.message.as_str()), (Code::InUse, "R1 is evidence for 1 claim."));
    assert_eq!(refused.hints, ["Remove that evidence first."]);
    let file = desk.folder.path().join("a.txt");
    std::fs::write(&file, "a").unwrap();
    desk.store_copy(item.source.id, &file).unwrap();
    desk.remove_evidence(item.id).unwrap();
    let before = desk.state();
    desk.remove_source(item.source.id).unwrap();
    assert_eq!(rows(&desk), 0);
    assert_eq!(desk.refused(|w| w.source(1)).message, "There is no source R1.");
    desk.undone(&before);
    assert_eq!(desk.source(1).unwrap().source.copies.len(), 1);
}

#[test]
fn sources_are_found_by_their_words() {
    let desk = with_sample();
    let draft = SourceDraft {
        author: Some("Élise Roy".into()),
        origin: Some("Reuters".into()),
        ..titled("Die Welt")
    };
    let id = add(&desk, &draft).source.id;
    add(&desk, &titled("Elsewhere"));
    for words in ["welt", "élise", "ÉLISE", " reuters "] {
        let found: Vec<_> = desk.sources(words).unwrap().into_iter().map(|s| s.source.id).collect();
        assert_eq!(found, [id], "{words}");
    }
    assert!(desk.sources("nothing such").unwrap().is_empty());
}

fn write(path: &Path, bytes: &[u8]) {
    std::fs::write(path, bytes).unwrap();
}

#[test]
fn a_stored_copy_comes_back_byte_for_byte() {
    let desk = with_sample();
    let id = add(&desk, &titled("Register")).source.id;
    let bytes: Vec<u8> = (0..=255).cycle().take(70_000).collect();
    let file = desk.folder.path().join("Žurnál 1.pdf");
    write(&file, &bytes);
    let before = desk.state();
    let (copy, outcome) = desk.store_copy(id, &file).unwrap();
    assert_eq!(outcome.message, "Žurnál 1.pdf stored");
    std::fs::remove_file(&file).unwrap();
    let stored = desk.source(1).unwrap().source.copies.remove(0);
    assert_eq!((stored.id, stored.bytes, stored.media_type.as_str()), (copy, 70_000, "application/pdf"));
    assert_eq!(stored.sha256, sha256(&bytes));
    assert_eq!(desk.copy_name(copy).unwrap(), "Žurnál 1.pdf");
    let out = desk.folder.path().join("out");
    desk.save_copy(copy, &out).unwrap();
    assert_eq!(std::fs::read(&out).unwrap(), bytes);
    let with_copy = desk.state();
    desk.remove_copy(copy).unwrap();
    assert_eq!(desk.refused(|w| w.copy_name(copy)).code, Code::NotFound);
    desk.undone(&with_copy);
    desk.save_copy(copy, &out).unwrap();
    assert_eq!(std::fs::read(&out).unwrap(), bytes);
    desk.undone(&before);
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest;
    sha2::Sha256::digest(bytes).iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

#[test]
fn a_file_that_cannot_be_stored_is_refused() {
    let desk = with_sample();
    let id = add(&desk, &titled("Register")).source.id;
    let file = desk.folder.path().join("large.bin");
    std::fs::File::create(&file).unwrap().set_len(MOST_COPY_BYTES + 1).unwrap();
    let refused = |path: &Path| {
        let refused = desk.refused(|w| w.store_copy(id, path));
        assert_eq!((refused.code, refused.field.as_deref()), (Code::CannotImport, Some("file")));
        refused.message
    };
    assert!(refused(&file).ends_with("large.bin could not be stored: it is larger than 50 MB."));
    write(&file, b"");
    assert!(refused(&file).ends_with("it is empty."));
    assert!(refused(desk.folder.path()).ends_with("it is not a file."));
    assert!(refused(&desk.folder.path().join("none")).ends_with("it cannot be opened."));
    write(&file, b"x");
    assert_eq!(desk.refused(|w| w.store_copy(assay_model::id::SourceId::new(), &file)).code, Code::NotFound);
    assert_eq!(desk.refused(|w| w.remove_copy(assay_model::id::CopyId::new())).code, Code::NotFound);
}

fn titles(desk: &Desk, claim: i64) -> Vec<String> {
    desk.claim(claim).unwrap().evidence_items.into_iter().map(|e| e.source.title).collect()
}

#[test]
fn citations_survive_reordering_and_deletion() {
    let desk = with_sample();
    let key = ready(&desk, LENGTH);
    desk.add_evidence(key, &evidence_from("Second")).unwrap();
    desk.add_evidence(key, &evidence_from("Third")).unwrap();
    desk.edit_claims(&[key], &rationale("[1] and [3], against [2].")).unwrap();
    let before = desk.state();
    let item = |place: usize| desk.claim(key).unwrap().evidence_items[place].id;
    desk.move_evidence(item(2), 1).unwrap();
    assert_eq!(titles(&desk, key), ["Third", "Briefing transcript", "Second"]);
    assert_eq!(desk.claim(key).unwrap().rationale, "[2] and [1], against [3].");
    desk.move_evidence(item(0), 99).unwrap();
    assert_eq!(titles(&desk, key), ["Briefing transcript", "Second", "Third"]);
    assert_eq!(desk.move_evidence(item(2), 3).unwrap().operation, None, "it is there already");
    desk.remove_evidence(item(0)).unwrap();
    assert_eq!(desk.claim(key).unwrap().rationale, "[?] and [2], against [1].");
    desk.undo().unwrap();
    desk.undo().unwrap();
    desk.undone(&before);
    assert_eq!(desk.claim(key).unwrap().rationale, "[1] and [3], against [2].");
}

fn from_document(desk: &Workspace, claim: i64) -> assay_engine::Result<assay_engine::Outcome> {
    let place = Place { document: 1, quote: Some("an American being held in Russia".into()), span: None };
    let draft =
        EvidenceDraft { place: Some(place), quote: None, source: SourceDraft::default(), ..evidence(true) };
    desk.add_evidence(claim, &draft)
}

#[test]
fn a_document_of_the_workspace_is_quoted_by_its_place() {
    let desk = with_sample();
    let key = ready(&desk, LENGTH);
    from_document(&desk, key).unwrap();
    let item = desk.claim(key).unwrap().evidence_items[1].clone();
    assert_eq!(
        (item.source.kind, item.source.document),
        (SourceKind::Document, Some(desk.documents().unwrap()[0].id))
    );
    assert_eq!(item.source.title, desk.documents().unwrap()[0].metadata.title);
    assert_eq!(item.quote.as_deref(), Some("an American being held in Russia"));
    assert_eq!(item.span.map(|s| s.exact).as_deref(), item.quote.as_deref());
    let other = desk.claim(key).unwrap().evidence_items[0].source.id;
    let refused = desk.refused(|w| {
        w.edit_evidence(item.id, &EvidenceDraft { known_source: Some(other), ..evidence(true) })
    });
    assert_eq!(refused.field.as_deref(), Some("source"));
    let place = Place { document: 1, quote: Some("Mr. Nobody".into()), span: None };
    let refused =
        desk.refused(|w| w.add_evidence(key, &EvidenceDraft { place: Some(place), ..evidence(true) }));
    assert_eq!(refused.field.as_deref(), Some("quote"));
    // It is described like any source, and stays that document.
    let draft = SourceDraft { kind: Some(SourceKind::Web), primary: true, ..titled("Our own report") };
    desk.edit_source(item.source.id, &draft).unwrap();
    let now = desk.claim(key).unwrap().evidence_items[1].source.clone();
    assert_eq!(
        (now.kind, now.title.as_str(), now.document),
        (SourceKind::Document, "Our own report", item.source.document)
    );
}

#[test]
fn a_document_that_is_quoted_stays_and_goes_when_it_is_no_longer() {
    let desk = with_sample();
    crate::desk::import(
        &desk,
        assay_engine::Input::Text { text: "Paris has 2.1 million people.".into(), name: None },
    );
    let key = crate::desk::claim_with(&desk, "2.1 million");
    from_document(&desk, key).unwrap();
    let refused = desk.refused(|w| w.delete_document(1));
    assert_eq!(refused.message, "D1 is quoted as evidence. Nothing was deleted.");
    assert_eq!(refused.hints, ["Remove that evidence first."]);
    let item = desk.claim(key).unwrap().evidence_items[0].clone();
    desk.remove_evidence(item.id).unwrap();
    let before = desk.state();
    desk.delete_document(1).unwrap();
    assert_eq!((desk.documents().unwrap().len(), rows(&desk)), (1, 0));
    desk.sound();
    desk.undone(&before);
    assert_eq!(desk.refused(|w| w.delete_document(9)).message, "There is no document D9.");
}
