//! Tests of `markdown`, read back by a parser of `CommonMark`.

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::*;
use crate::samples::{HOSTILE, hostile, set};

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
    set.options = crate::ExportOptions { evidence: false, rationale: false, people: true };
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
