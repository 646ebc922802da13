//! Tests of `markdown`, read back by a parser of `CommonMark`.

use assay_model::scale::RatingRef;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::*;
use crate::ExportSet;
use crate::samples::{HOSTILE, hostile, note, relation, set, untold};

fn export(set: &ExportSet) -> Exported {
    super::export(&Cleared::new(set.clone()), &untold()).unwrap()
}

/// How many of each kind of element there are, and the text of all.
#[derive(Debug, Default, PartialEq, Eq)]
struct Shape {
    headings: usize,
    lists: usize,
    items: usize,
    links: usize,
    /// Code, HTML, images, tables, rules: nothing that the notes use.
    foreign: usize,
}

fn shape(set: &ExportSet) -> (Shape, String) {
    let notes = String::from_utf8(export(set).bytes).unwrap();
    let (mut shape, mut text) = (Shape::default(), String::new());
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    for event in Parser::new_ext(&notes, options) {
        match event {
            Event::Start(Tag::Heading { .. }) => shape.headings += 1,
            Event::Start(Tag::List(_)) => shape.lists += 1,
            Event::Start(Tag::Item) => shape.items += 1,
            Event::Start(Tag::Link { .. }) => shape.links += 1,
            Event::Start(Tag::Paragraph | Tag::BlockQuote(_) | Tag::Strong) | Event::End(_) => {}
            Event::Text(words) => text.push_str(&words),
            Event::SoftBreak => text.push(' '),
            _ => shape.foreign += 1,
        }
    }
    (shape, text)
}

/// A text without its white space and control characters, which the notes do not keep.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect()
}

#[test]
fn each_document_and_claim_has_its_heading() {
    let notes = String::from_utf8(export(&set()).bytes).unwrap();
    for line in [
        "# Delhi G20: claims",
        "## D1 Blinken meets Lavrov",
        "### DG-1 Last meeting",
        "- Verdict: **Supported**",
        "> last met in Geneva in January 2022",
        "**Rationale.** The readout says so \\[1\\].",
        "## Without a document",
        "### DG-6 Last meeting",
        "## Sources",
        "- Signed off: 2023-03-05T12:00:00Z",
    ] {
        assert!(notes.lines().any(|l| l == line), "{line}\n{notes}");
    }
    assert!(!notes.contains("Ines Moreau") && !notes.contains("Tomasz Wilk"));
    assert_eq!(shape(&set()).0.headings, 1 + 1 + 5 + 1 + 1 + 1);
}

#[test]
fn items_and_origins_are_counted_and_a_rating_is_named() {
    let mut set = set();
    let rating = RatingRef { scale: "politifact".into(), rating: "half-true".into() };
    let [first, second] = [0, 1].map(|at| set.claims[at].evidence_items[0].clone());
    for (at, source) in [&first, &second, &first].into_iter().enumerate() {
        let mut piece = source.clone();
        (piece.id, piece.number) = (assay_model::id::EvidenceId::new(), at as u32 + 1);
        piece.source.origin = Some(if at == 1 { " WIRE" } else { "Wire" }.into());
        if at > 0 {
            set.claims[0].evidence_items.push(piece);
        } else {
            set.claims[0].evidence_items = vec![piece];
        }
    }
    let related = relation(&set.claims[1]);
    let claim = &mut set.claims[0];
    claim.row.rating = Some(rating);
    claim.relations = vec![related];
    claim.note_items = vec![note("Ask the desk.", Some("It is so."))];
    let notes = |set: &ExportSet| String::from_utf8(export(set).bytes).unwrap();
    for line in [
        "- Verdict: **Half True** (PolitiFact: Conflicting evidence)",
        "**Evidence.** 3 items, 1 origin",
        "- Relations: Contradicts DG-2",
    ] {
        assert!(notes(&set).lines().any(|l| l == line), "{line}\n{}", notes(&set));
    }
    assert!(!notes(&set).contains("Ask the desk"));
    set.options.notes = true;
    assert!(notes(&set).contains("- Question to the author, 2023-03-05: Ask the desk.\n- Answer: It is so."));
}

#[test]
fn hostile_text_shows_as_it_is_and_makes_nothing() {
    let (plain, _) = shape(&hostile("plain words"));
    for text in HOSTILE {
        let (shape, read) = shape(&hostile(text));
        assert_eq!(shape, plain, "{text}");
        assert!(bare(&read).contains(&bare(text)), "{text}\n{read}");
    }
}

#[test]
fn what_is_left_out_is_not_there() {
    let mut set = set();
    set.options = crate::ExportOptions { evidence: false, rationale: false, people: true, notes: false };
    let notes = String::from_utf8(export(&set).bytes).unwrap();
    assert!(!notes.contains("Evidence") && !notes.contains("Rationale") && !notes.contains("Sources"));
    assert!(notes.contains("- Checker: Ines Moreau") && notes.contains("by Ines Moreau"));
}

proptest! {
    #[test]
    fn no_text_breaks_out(text in "x([-+=#>*_`~|\\\\\\[\\]()!<&;:$^{}0-9. \t\nab]|https://|\u{e9}){0,40}") {
        let (plain, _) = shape(&hostile("plain words"));
        let (found, read) = shape(&hostile(&text));
        prop_assert_eq!(found, plain, "{}", text);
        prop_assert!(bare(&read).contains(&bare(&text)), "{}", text);
    }
}
