//! What may not go out: confidential sources, and how to reach anybody.
//!
//! Every format is made from claims that this has been taken out of, so that none can forget it.

use std::borrow::Cow;

use assay_model::claim::Claim;

use crate::ExportSet;
use crate::warnings::{ExportWarning, count};

/// What a citation of evidence from a confidential source reads as.
pub(crate) const WITHHELD: &str = "[confidential source]";

/// The set without confidential sources, and the warnings that say what is missing. Evidence keeps its numbers, so
/// that the other citations hold.
pub(crate) fn withhold(set: &ExportSet) -> (ExportSet, Vec<ExportWarning>) {
    let mut set = set.clone();
    let mut without: Vec<String> = Vec::new();
    let mut pieces = 0;
    for claim in &mut set.claims {
        let withheld = withhold_one(claim);
        if withheld > 0 && set.options.evidence {
            pieces += withheld;
            without.push(claim.row.reference.to_string());
        }
    }
    let warning = (pieces > 0).then(|| {
        let evidence = if pieces == 1 { "1 piece".to_owned() } else { format!("{pieces} pieces") };
        let message = format!(
            "{} evidence of a confidential source: {evidence} left out",
            count(without.len(), "has", "have")
        );
        ExportWarning { message, claims: without }
    });
    (set, warning.into_iter().collect())
}

/// Takes what may not go out off a claim; says how many pieces of evidence that were.
fn withhold_one(claim: &mut Claim) -> usize {
    let numbers: Vec<u32> =
        claim.evidence_items.iter().filter(|e| e.source.confidential).map(|e| e.number).collect();
    claim.evidence_items.retain(|e| !e.source.confidential);
    for evidence in &mut claim.evidence_items {
        evidence.source.contact = None;
        evidence.source.notes = None;
    }
    for rationale in [&mut claim.rationale, &mut claim.rationale_said] {
        for number in &numbers {
            if let Cow::Owned(without) = replaced(rationale, &format!("[{number}]")) {
                *rationale = without;
            }
        }
    }
    numbers.len()
}

fn replaced<'t>(text: &'t str, citation: &str) -> Cow<'t, str> {
    if text.contains(citation) { text.replace(citation, WITHHELD).into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use crate::samples::set;
    use crate::{ExportOptions, Format, export};

    #[test]
    fn no_format_lets_a_word_of_a_confidential_source_out() {
        let mut set = set();
        set.options = ExportOptions { people: true, ..ExportOptions::default() };
        for claim in &mut set.claims {
            let mut secret = claim.evidence_items[0].clone();
            secret.number = 2;
            secret.quote = Some("hidden-quote".into());
            secret.locator = Some("hidden-locator".into());
            let source = &mut secret.source;
            source.id = assay_model::id::SourceId::new();
            source.confidential = true;
            source.title = "hidden-title".into();
            for field in [&mut source.author, &mut source.publisher, &mut source.origin] {
                *field = Some("hidden-name".into());
            }
            source.url = Some("https://hidden.example".into());
            claim.evidence_items.push(secret);
            let open = &mut claim.evidence_items[0].source;
            open.contact = Some("hidden-contact".into());
            open.notes = Some("hidden-notes".into());
            claim.rationale = "See [1] and [2]; not [12].".into();
        }
        for format in Format::ALL {
            let exported = export(&set, *format).unwrap();
            let text = String::from_utf8(exported.bytes).unwrap();
            assert!(!text.contains("hidden"), "{format}: {text}");
            if *format != Format::Questions {
                let message = &exported.warnings[0].message;
                assert!(
                    message.ends_with("evidence of a confidential source: 6 pieces left out"),
                    "{format}: {message}"
                );
                // Markdown escapes brackets.
                let plain = text.replace('\\', "");
                assert!(plain.contains("See [1] and [confidential source]; not [12]."), "{format}: {text}");
            }
        }
    }
}
