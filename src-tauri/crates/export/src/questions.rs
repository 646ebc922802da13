//! The query list: questions to the author of each article that have no answer yet, as Markdown.

use std::fmt::Write;

use assay_model::claim::{Claim, Mention};
use assay_model::id::DocumentId;
use assay_model::note::Note;

use crate::confidential::Cleared;
use crate::markdown::{inline, paragraphs, sentence};
use crate::steps::Steps;
use crate::{ExportError, ExportWarning, Exported};

/// A claim with its open questions and where it stands in a document.
struct Asked<'s> {
    claim: &'s Claim,
    mention: Option<&'s Mention>,
    questions: Vec<&'s Note>,
}

pub(crate) fn export(set: &Cleared, steps: &Steps<'_>) -> Result<Exported, ExportError> {
    let mut asked: Vec<Asked<'_>> = Vec::new();
    for claim in &set.claims {
        steps.next()?;
        asked.extend(asked_of(claim));
    }
    // In the order of the text: the author reads along.
    asked.sort_by_key(|a| a.mention.map_or((u32::MAX, 0), |m| (m.document_ref.0, m.start)));
    let records = asked.iter().map(|a| a.questions.len()).sum();
    let mut out = format!("# {}: questions to the author\n\n", inline(&set.workspace));
    let _ = write!(out, "- Exported: {}\n- Questions: {records}\n", set.exported.to_rfc3339());
    let mut under: Option<Option<DocumentId>> = None;
    for one in &asked {
        steps.next()?;
        let document = one.mention.map(|m| m.document);
        if under != Some(document) {
            out += &heading(set, document);
            under = Some(document);
        }
        out += &words(one);
    }
    let mut warnings: Vec<ExportWarning> =
        set.unplaced_warning(asked.iter().map(|a| a.claim)).into_iter().collect();
    if records == 0 {
        let message = "No question to the author is open.".to_owned();
        warnings.push(ExportWarning { message, claims: Vec::new() });
    }
    Ok(Exported { bytes: out.into_bytes(), records, warnings })
}

fn asked_of(claim: &Claim) -> Option<Asked<'_>> {
    let questions: Vec<&Note> = claim.note_items.iter().filter(|n| n.is_open()).collect();
    (!questions.is_empty()).then(|| Asked { claim, mention: claim.mentions.first(), questions })
}

fn heading(set: &Cleared, document: Option<DocumentId>) -> String {
    let Some(document) = document.and_then(|id| set.documents.iter().find(|d| d.id == id)) else {
        return "\n## Without a document\n".to_owned();
    };
    let metadata = &document.metadata;
    let mut out = format!("\n## {} {}\n\n", document.reference, inline(&metadata.title));
    let facts = [
        ("By", Some(metadata.authors.join(", "))),
        ("Publisher", metadata.publisher.clone()),
        ("Published", metadata.published.as_ref().map(ToString::to_string)),
    ];
    for (name, value) in facts {
        if let Some(value) = value.filter(|v| !v.is_empty()) {
            let _ = writeln!(out, "- {name}: {}", inline(&value));
        }
    }
    out
}

fn words(asked: &Asked<'_>) -> String {
    let row = &asked.claim.row;
    let mut out = format!(
        "\n### {} {}\n\n{}\n",
        inline(&row.reference.to_string()),
        inline(&row.label),
        sentence(&row.statement)
    );
    if let Some(mention) = asked.mention {
        let place = mention.sentence.map_or_else(String::new, |n| format!("Sentence {n}, "));
        let _ = write!(out, "\n{place}characters {} to {}:\n\n", mention.start, mention.end);
        for line in mention.exact.split(['\n', '\r']) {
            out += format!("> {}", sentence(line)).trim_end();
            out.push('\n');
        }
    }
    for question in &asked.questions {
        // Whom to answer: the asker is named whatever the options say of checkers and reviewers.
        let (by, on) = (inline(&question.author), question.written.date());
        let _ = write!(out, "\n**Question** ({by}, {on}). {}\n", paragraphs(&question.text));
    }
    out
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Parser, Tag};

    use super::*;
    use crate::samples::{HOSTILE, hostile, note, set, untold};

    #[test]
    fn open_questions_are_listed_in_the_order_of_the_text() {
        let mut set = set();
        set.claims[0].note_items = vec![note("Who *said* so?", None), note("When?", Some("In March."))];
        set.claims[1].note_items = vec![note("# Where?", None)];
        set.claims[1].mentions[0].start = 10;
        let exported = export(&Cleared::new(set), &untold()).unwrap();
        let text = String::from_utf8(exported.bytes).unwrap();
        assert_eq!((exported.records, exported.warnings.len()), (2, 0));
        let (first, second) = (text.find("Where?").unwrap(), text.find("Who \\*said\\* so?").unwrap());
        assert!(first < second && !text.contains("When?"), "{text}");
        assert!(text.contains("**Question** (Ines Moreau, 2023-03-05). Who"), "{text}");
        assert!(text.contains("\nSentence 4, characters 748 to 782:\n\n> last met"), "{text}");
        assert_eq!(text.matches("\n## ").count(), 1, "one heading for one document: {text}");
    }

    #[test]
    fn without_questions_it_says_so() {
        let exported = export(&Cleared::new(set()), &untold()).unwrap();
        assert_eq!((exported.records, exported.warnings.len()), (0, 1));
    }

    #[test]
    fn hostile_text_makes_nothing_of_its_own() {
        let headings = |text: &str| {
            let mut set = hostile(text);
            set.claims[0].note_items[0].answer = None;
            let list = String::from_utf8(export(&Cleared::new(set), &untold()).unwrap().bytes).unwrap();
            let found = |wanted: fn(&Tag<'_>) -> bool| {
                Parser::new(&list).filter(|e| matches!(e, Event::Start(tag) if wanted(tag))).count()
            };
            let foreign = Parser::new(&list)
                .filter(|e| {
                    matches!(e, Event::Html(_) | Event::InlineHtml(_) | Event::Code(_) | Event::Rule)
                        || matches!(e, Event::Start(Tag::CodeBlock(_) | Tag::Link { .. } | Tag::Image { .. }))
                })
                .count();
            (found(|t| matches!(t, Tag::Heading { .. })), found(|t| matches!(t, Tag::List(_))), foreign)
        };
        assert_eq!(headings("plain words"), (3, 2, 0));
        for text in HOSTILE {
            assert_eq!(headings(text), (3, 2, 0), "{text}");
        }
    }
}
