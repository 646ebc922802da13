//! The query list: questions to the author of each article that have no answer yet, as Markdown.

use assay_model::claim::{Claim, Mention};
use assay_model::id::DocumentId;
use assay_model::note::Note;

use crate::markdown::{inline, paragraphs, sentence};
use crate::{ExportSet, ExportWarning, Exported};

/// A claim with its open questions and where it stands in a document.
struct Asked<'s> {
    claim: &'s Claim,
    mention: Option<&'s Mention>,
    questions: Vec<&'s Note>,
}

pub(crate) fn export(set: &ExportSet) -> Exported {
    let mut asked: Vec<Asked<'_>> = set.claims.iter().filter_map(asked_of).collect();
    // In the order of the text: the author reads along.
    asked.sort_by_key(|a| a.mention.map_or((u32::MAX, 0), |m| (m.document_ref.0, m.start)));
    let records = asked.iter().map(|a| a.questions.len()).sum();
    let mut out = format!("# {}: questions to the author\n", inline(&set.workspace));
    let mut under: Option<Option<DocumentId>> = None;
    for one in &asked {
        let document = one.mention.map(|m| m.document);
        if under != Some(document) {
            out += &heading(set, document);
            under = Some(document);
        }
        out += &words(set, one);
    }
    let warnings = if records == 0 {
        let message = "No claim has a question without an answer".to_owned();
        vec![ExportWarning { message, claims: Vec::new() }]
    } else {
        Vec::new()
    };
    Exported { bytes: out.into_bytes(), records, warnings }
}

fn asked_of(claim: &Claim) -> Option<Asked<'_>> {
    let questions: Vec<&Note> = claim.note_items.iter().filter(|n| n.is_open()).collect();
    (!questions.is_empty()).then(|| Asked { claim, mention: claim.mentions.first(), questions })
}

fn heading(set: &ExportSet, document: Option<DocumentId>) -> String {
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
            out += &format!("- {name}: {}\n", inline(&value));
        }
    }
    out
}

fn words(set: &ExportSet, asked: &Asked<'_>) -> String {
    let row = &asked.claim.row;
    let mut out = format!("\n### {} {}\n\n{}\n", row.reference, inline(&row.label), sentence(&row.statement));
    if let Some(mention) = asked.mention {
        let place = mention.sentence.map_or_else(String::new, |n| format!("S{n}, "));
        out += &format!("\n{place}characters {} to {}:\n\n", mention.start, mention.end);
        for line in mention.exact.split(['\n', '\r']) {
            out += format!("> {}", sentence(line)).trim_end();
            out.push('\n');
        }
    }
    for question in &asked.questions {
        let by = if set.options.people { format!("{}, ", inline(&question.author)) } else { String::new() };
        out += &format!("\n**Question** ({by}{}). {}\n", question.written.date(), paragraphs(&question.text));
    }
    out
}

#[cfg(test)]
mod tests {
    use assay_model::id::NoteId;
    use assay_model::note::NoteKind;
    use assay_model::time::Instant;

    use super::*;
    use crate::samples::set;

    fn question(text: &str, answer: Option<&str>) -> Note {
        Note {
            id: NoteId::new(),
            kind: NoteKind::Question,
            author: "Ines Moreau".into(),
            written: Instant(1_678_017_600_000),
            text: text.into(),
            answer: answer.map(Into::into),
        }
    }

    #[test]
    fn open_questions_are_listed_in_the_order_of_the_text() {
        let mut set = set();
        set.claims[0].note_items =
            vec![question("Who *said* so?", None), question("When?", Some("In March."))];
        set.claims[1].note_items = vec![question("# Where?", None)];
        set.claims[1].mentions[0].start = 10;
        let exported = export(&set);
        let text = String::from_utf8(exported.bytes).unwrap();
        assert_eq!((exported.records, exported.warnings.len()), (2, 0));
        let (first, second) = (text.find("Where?").unwrap(), text.find("Who \\*said\\* so?").unwrap());
        assert!(first < second && !text.contains("When?"), "{text}");
        assert!(!text.contains("Ines Moreau"), "people only where asked for: {text}");
        assert_eq!(text.matches("\n## ").count(), 1, "one heading for one document: {text}");
    }

    #[test]
    fn without_questions_it_says_so() {
        let exported = export(&set());
        assert_eq!((exported.records, exported.warnings.len()), (0, 1));
    }
}
