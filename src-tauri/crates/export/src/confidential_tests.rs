//! Tests of `confidential`: every text of a confidential source bears a mark, and no format may let the mark out.

use std::ops::ControlFlow;

use assay_model::evidence::{SourceKind, StoredCopy};
use assay_model::id::{CopyId, DocumentRef, SourceId};
use assay_model::span::QuotedSpan;
use assay_model::time::Instant;
use assay_model::verdict::Finding;
use proptest::prelude::*;

use super::*;
use crate::samples::{note, set};
use crate::{ExportError, ExportOptions, Exported, Format};

const MARK: &str = "zqhidden";

fn export(set: ExportSet, format: Format) -> Result<Exported, ExportError> {
    crate::export(set, format, &|_| ControlFlow::Continue(()))
}

/// Evidence of a confidential source; every field that can hold words holds the mark.
fn secret(like: &Evidence, number: u32) -> Evidence {
    let marked = |field: &str| Some(format!("{MARK}-{field}"));
    let mut secret = like.clone();
    (secret.id, secret.number) = (EvidenceId::new(), number);
    secret.locator = marked("locator");
    secret.quote = marked("quote");
    secret.span = Some(QuotedSpan {
        start: 0,
        end: 8,
        exact: format!("{MARK}-exact"),
        prefix: format!("{MARK}-prefix"),
        suffix: format!("{MARK}-suffix"),
    });
    let source = &mut secret.source;
    source.id = SourceId::new();
    source.reference = assay_model::id::SourceRef(987_654);
    source.kind = SourceKind::Interview;
    source.confidential = true;
    source.title = format!("{MARK}-title");
    source.author = marked("author");
    source.publisher = marked("publisher");
    source.url = Some(format!("https://{MARK}.example/"));
    source.origin = marked("origin");
    source.contact = marked("contact");
    source.notes = marked("notes");
    source.published = Some("1912-04-15".parse().unwrap());
    source.accessed = Some("1912-04-16".parse().unwrap());
    source.copies = vec![StoredCopy {
        id: CopyId::new(),
        file_name: format!("{MARK}.pdf"),
        media_type: format!("{MARK}/pdf"),
        sha256: format!("{MARK}{}", "0".repeat(56)),
        bytes: 7_777_777,
        added: Instant(0),
    }];
    secret
}

/// Each choice of what goes with the claims.
fn every_choice() -> impl Iterator<Item = ExportOptions> {
    (0..16_u8).map(|bits| ExportOptions {
        evidence: bits & 1 != 0,
        rationale: bits & 2 != 0,
        people: bits & 4 != 0,
        notes: bits & 8 != 0,
    })
}

fn text(exported: &Exported) -> String {
    String::from_utf8(exported.bytes.clone()).unwrap()
}

#[test]
fn no_format_and_no_choice_lets_a_word_of_a_confidential_source_out() {
    let mut set = set();
    let [other, public] = [0, 1].map(|at| set.claims[at].evidence_items[0].clone());
    for (at, claim) in set.claims.iter_mut().enumerate() {
        // Before, between and after what may go out; the last claim has nothing that may.
        let mut evidence = vec![secret(&other, 1), public.clone(), secret(&other, 3)];
        (evidence[1].id, evidence[1].number) = (EvidenceId::new(), 2);
        evidence[1].source.contact = Some(format!("{MARK}-contact"));
        evidence[1].source.notes = Some(format!("{MARK}-notes"));
        evidence[2].finding = Finding::Said;
        if at == 5 {
            evidence.remove(1);
            evidence[1].number = 2;
        }
        claim.evidence_items = evidence;
        claim.rationale = "See [1], [2] and [3]; not [12].".into();
        claim.rationale_said = "Said in [3].".into();
        claim.note_items = vec![note("Who?", None)];
    }
    set.query = Some(format!("\"{MARK}-title\""));
    for options in every_choice() {
        for format in Format::ALL {
            let set = ExportSet { options: options.clone(), ..set.clone() };
            let exported = export(set, *format).unwrap();
            let text = text(&exported);
            for word in [MARK, "987654", "1912", "7777777"] {
                assert!(!text.contains(word), "{format} {options:?} {word}: {text}");
            }
            assert!(exported.warnings.iter().all(|w| !w.message.contains(MARK)));
            if *format == Format::Questions {
                continue;
            }
            let signed_off = *format == Format::ClaimReview;
            let first = &exported.warnings[0];
            let claims = if signed_off { 5 } else { 6 };
            assert_eq!(
                (first.message.as_str(), first.claims.len()),
                (
                    format!(
                        "{claims} claims each have 2 items of evidence from confidential sources. They are withheld."
                    )
                    .as_str(),
                    claims
                ),
                "{format}"
            );
            assert_eq!(exported.records, if *format == Format::Csv { 11 } else { claims }, "{format}");
            if options.rationale {
                // Markdown escapes brackets.
                let plain = text.replace('\\', "");
                let read = "See [1: confidential source], [2] and [3: confidential source]; not [12].";
                assert!(plain.contains(read), "{format}: {text}");
            }
        }
    }
}

#[test]
fn a_document_that_is_a_confidential_source_stays_with_its_words() {
    let mut set = set();
    let mut transcript = set.documents[0].clone();
    transcript.id = assay_model::id::DocumentId::new();
    transcript.reference = DocumentRef(2);
    transcript.metadata.title = format!("{MARK}-title");
    transcript.metadata.authors = vec![format!("{MARK}-author")];
    transcript.metadata.publisher = Some(format!("{MARK}-publisher"));
    transcript.metadata.url = Some(format!("https://{MARK}.example/"));
    let mention = &mut set.claims[0].mentions[0];
    (mention.document, mention.document_ref) = (transcript.id, transcript.reference);
    mention.exact = format!("{MARK}-exact");
    mention.prefix = format!("{MARK}-prefix");
    mention.suffix = format!("{MARK}-suffix");
    // Another source of the same document that nobody marked.
    let mut quoted = secret(&set.claims[1].evidence_items[0], 2);
    (quoted.source.confidential, quoted.source.document) = (false, Some(transcript.id));
    set.claims[1].evidence_items.push(quoted);
    set.claims[0].note_items = vec![note("Who?", None)];
    set.confidential_documents = vec![transcript.id];
    set.documents.push(transcript);
    for format in Format::ALL {
        let exported = export(set.clone(), *format).unwrap();
        assert!(!text(&exported).contains(MARK), "{format}: {}", text(&exported));
        let told = exported.warnings.iter().find(|w| w.message.contains("made in a document"));
        assert_eq!(told.unwrap().claims, ["DG-1"], "{format}");
    }
}

#[test]
fn each_number_of_withheld_items_has_its_warning() {
    let mut set = set();
    for (at, pieces) in [(0, 1), (1, 3), (2, 1)] {
        let like = set.claims[at].evidence_items[0].clone();
        set.claims[at].evidence_items = (1..=pieces).map(|n| secret(&like, n)).collect();
    }
    let exported = export(set, Format::Json).unwrap();
    let told: Vec<(&str, Vec<&str>)> = exported
        .warnings
        .iter()
        .map(|w| (w.message.as_str(), w.claims.iter().map(String::as_str).collect()))
        .take(2)
        .collect();
    assert_eq!(
        told,
        [
            ("1 claim has 3 items of evidence from confidential sources. They are withheld.", vec!["DG-2"]),
            (
                "2 claims each have 1 item of evidence from a confidential source. It is withheld.",
                vec!["DG-1", "DG-3"]
            ),
        ]
    );
}

#[test]
fn a_query_goes_out_where_nothing_is_withheld() {
    let mut set = set();
    set.query = Some("tag:print".into());
    assert!(text(&export(set, Format::Json).unwrap()).contains("tag:print"));
}

proptest! {
    /// Whatever the texts are, and wherever confidential evidence stands in the list.
    #[test]
    fn no_text_of_it_goes_out(
        marks in prop::collection::vec(any::<bool>(), 0..6),
        words in "[a-z\\[\\]0-9 ]{0,30}",
    ) {
        let mut set = set();
        set.options.people = true;
        set.options.notes = true;
        set.claims.truncate(1);
        let like = set.claims[0].evidence_items[0].clone();
        let pieces = marks.iter().zip(1..).map(|(hidden, number)| {
            let mut piece = secret(&like, number);
            if !hidden {
                piece = Evidence { id: piece.id, number, ..like.clone() };
            }
            piece
        });
        set.claims[0].evidence_items = pieces.collect();
        set.claims[0].rationale = format!("{words} [1] [2] [3] {words}");
        let hidden = marks.iter().filter(|m| **m).count();
        for format in Format::ALL {
            let exported = export(set.clone(), *format).unwrap();
            prop_assert!(!text(&exported).contains(MARK));
            let told = exported.warnings.iter().any(|w| w.message.contains("withheld"));
            prop_assert_eq!(told, hidden > 0 && *format != Format::Questions);
        }
        let cleared = Cleared::new(set);
        for (number, hidden) in (1..=3).zip(marks.iter().chain(std::iter::repeat(&false))) {
            prop_assert_eq!(
                cleared.claims[0].rationale.contains(&format!("[{number}: confidential source]")),
                *hidden
            );
        }
    }
}
