//! A table: RFC 4180, one row for each span of a claim, `claim_id` the same in all rows of one claim.
//!
//! A spreadsheet runs a cell that begins with `=`, `+`, `-`, `@`, a tab or a line end as a formula. Such a cell goes out
//! with an apostrophe before it, and so does one that only has apostrophes before such a character: a reader who takes
//! one apostrophe off every such cell has the text back.

use std::collections::{HashMap, HashSet};

use assay_model::claim::{Claim, Mention};
use assay_model::document::DocumentSummary;
use assay_model::evidence::Evidence;
use assay_model::id::{ClaimId, DocumentId};
use assay_model::time::Instant;
use assay_model::verdict::Verdict;
use csv::{Terminator, WriterBuilder};

use crate::confidential::{Cleared, origins};
use crate::set::{ExportSet, web_address};
use crate::steps::Steps;
use crate::{ExportError, Exported, warnings};

/// The columns. After `evidence_urls` stand those of our own: without the first a span has no document.
const COLUMNS: [&str; 32] = [
    "claim_id",
    "span_no",
    "start",
    "end",
    "exact",
    "prefix",
    "suffix",
    "block",
    "claim",
    "claimant",
    "reporter",
    "attribution",
    "quote_kind",
    "claim_type",
    "status",
    "verdict",
    "justification",
    "tags",
    "checker",
    "checked_at",
    "evidence_n",
    "evidence_urls",
    "document",
    "label",
    "said",
    "justification_said",
    "scale",
    "rating",
    "rating_name",
    "origins",
    "withheld",
    "relations",
];

pub(crate) fn export(set: &Cleared, steps: &Steps<'_>) -> Result<Exported, ExportError> {
    let (documents, ids) = (set.by_id(), set.ids());
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    let mut records = 0;
    for claim in &set.claims {
        steps.next()?;
        // A claim without a span is a row with empty places, not a claim lost.
        let places =
            if claim.mentions.is_empty() { vec![None] } else { claim.mentions.iter().map(Some).collect() };
        for (i, mention) in places.into_iter().enumerate() {
            writer.write_record(row(set, claim, mention, i, &documents, &ids).map(|cell| guarded(&cell)))?;
            records += 1;
        }
    }
    let bytes = writer.into_inner().map_err(|e| ::csv::Error::from(e.into_error()))?;
    Ok(Exported { bytes, records, warnings: warnings::of_any_format(set, &set.claims, false, steps)? })
}

fn row(
    set: &Cleared,
    claim: &Claim,
    mention: Option<&Mention>,
    place: usize,
    documents: &HashMap<DocumentId, &DocumentSummary>,
    ids: &HashSet<ClaimId>,
) -> [String; 32] {
    let row = &claim.row;
    let document = mention.and_then(|m| documents.get(&m.document));
    let text = |of: fn(&Mention) -> String| mention.map(of).unwrap_or_default();
    let word = |word: Option<&str>| word.unwrap_or_default().to_owned();
    let evidence = set.evidence(claim);
    let tally = |number: Option<usize>| number.map(|n| n.to_string()).unwrap_or_default();
    let rating = set.rating(claim);
    let related = ExportSet::relations(claim, ids);
    let relations: Vec<String> = related.map(|r| format!("{} {}", r.kind.word(), r.reference)).collect();
    let said = Some(claim.rationale_said.as_str()).filter(|_| set.options.rationale);
    [
        row.reference.to_string(),
        mention.map(|_| (place + 1).to_string()).unwrap_or_default(),
        text(|m| m.start.to_string()),
        text(|m| m.end.to_string()),
        text(|m| m.exact.clone()),
        text(|m| m.prefix.clone()),
        text(|m| m.suffix.clone()),
        // The kind of block is not known here.
        String::new(),
        row.statement.clone(),
        word(row.claimant.as_deref()),
        word(document.and_then(|d| d.metadata.publisher.as_deref())),
        if row.claimant.is_some() { "attributed" } else { "own voice" }.to_owned(),
        row.mode.word().to_owned(),
        row.kind.word().to_owned(),
        row.status.word().to_owned(),
        word(row.verdict.map(Verdict::word)),
        word(set.rationale(claim)),
        claim.tags.join(";"),
        word(row.checker.as_deref().filter(|_| set.options.people)),
        claim.signed_off_at.map(Instant::to_rfc3339).unwrap_or_default(),
        tally(evidence.map(<[_]>::len)),
        urls(evidence.unwrap_or_default()),
        text(|m| m.document_ref.to_string()),
        row.label.clone(),
        word(row.said.map(Verdict::word)),
        word(said),
        word(rating.map(|(scale, _)| scale.word.as_str())),
        word(rating.map(|(_, rating)| rating.word.as_str())),
        word(set.verdict_name(claim)),
        tally(evidence.map(origins)),
        tally(evidence.map(|_| set.withheld(claim))),
        relations.join(";"),
    ]
}

/// The addresses of the sources, each once, with spaces between them.
fn urls(evidence: &[Evidence]) -> String {
    let mut urls: Vec<&str> = Vec::new();
    for url in evidence.iter().filter_map(|e| web_address(e.source.url.as_deref()?)) {
        if !urls.contains(&url) {
            urls.push(url);
        }
    }
    urls.join(" ")
}

/// A cell that no spreadsheet takes for a formula.
fn guarded(cell: &str) -> String {
    if is_risky(cell) { format!("'{cell}") } else { cell.to_owned() }
}

fn is_risky(cell: &str) -> bool {
    // Full-width signs run as formulas in spreadsheets of East Asian locales.
    let first = cell.trim_start_matches('\'');
    first.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
        || first.trim_start().starts_with(['=', '+', '-', '@'])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ExportSet;
    use crate::samples::{HOSTILE, hostile, note, relation, set, untold};
    use assay_model::scale::RatingRef;

    fn export(set: &ExportSet) -> Result<Exported, ExportError> {
        super::export(&Cleared::new(set.clone()), &untold())
    }

    /// Rows by column, guards taken off as the module says.
    fn read(bytes: &[u8]) -> Vec<HashMap<String, String>> {
        let mut reader = ::csv::Reader::from_reader(bytes);
        let names = reader.headers().unwrap().clone();
        let plain = |cell: &str| match cell.strip_prefix('\'') {
            Some(rest) if is_risky(rest) => rest.to_owned(),
            _ => cell.to_owned(),
        };
        reader
            .records()
            .map(|record| names.iter().map(str::to_owned).zip(record.unwrap().iter().map(plain)).collect())
            .collect()
    }

    #[test]
    fn each_span_is_a_row() {
        let set = set();
        let exported = export(&set).unwrap();
        let rows = read(&exported.bytes);
        let spans: usize = set.claims.iter().map(|c| c.mentions.len().max(1)).sum();
        assert_eq!((rows.len(), exported.records), (spans, spans));
        let meeting: Vec<_> = rows.iter().filter(|r| r["claim_id"] == "DG-1").collect();
        assert_eq!(meeting.len(), 2);
        assert_eq!((meeting[1]["span_no"].as_str(), meeting[1]["start"].as_str()), ("2", "1500"));
        assert_eq!(meeting[0]["claim"], set.claims[0].row.statement);
        assert_eq!(meeting[0]["document"], "D1");
        assert_eq!(meeting[0]["checker"], "");
        assert_eq!(meeting[0]["evidence_urls"], "https://example.org/readout");
        assert!(
            exported.bytes.starts_with(
                b"claim_id,span_no,start,end,exact,prefix,suffix,block,claim,claimant,reporter,"
            )
        );
        assert!(exported.bytes.ends_with(b"\r\n"));
    }

    #[test]
    fn ratings_origins_and_relations_have_columns() {
        let mut set = set();
        let rating = RatingRef { scale: "claimreview".into(), rating: "mostly-true".into() };
        set.claims[0].row.rating = Some(rating);
        set.claims[0].rationale_said = "He did.".into();
        let [related, absent] = [1, 5].map(|at| relation(&set.claims[at]));
        set.claims[0].relations = vec![related, absent];
        let mut second = set.claims[0].evidence_items[0].clone();
        (second.id, second.number) = (assay_model::id::EvidenceId::new(), 2);
        set.claims[0].evidence_items.push(second);
        set.claims.truncate(3);
        let row = &read(&export(&set).unwrap().bytes)[0];
        for (column, expected) in [
            ("verdict", "supported"),
            ("scale", "claimreview"),
            ("rating", "mostly-true"),
            ("rating_name", "Mostly true"),
            ("justification_said", "He did."),
            ("evidence_n", "2"),
            ("origins", "1"),
            ("withheld", "0"),
            ("relations", "contradicts DG-2"),
        ] {
            assert_eq!(row[column], expected, "{column}");
        }
        set.options.notes = true;
        set.claims[0].note_items = vec![note("Ask the desk.", None)];
        let warnings = export(&set).unwrap().warnings;
        assert!(warnings.iter().any(|w| w.message.contains("has notes") && w.claims == ["DG-1"]));
    }

    #[test]
    fn no_cell_begins_a_formula_and_the_text_comes_back() {
        for text in HOSTILE {
            let bytes = export(&hostile(text)).unwrap().bytes;
            let rows = read(&bytes);
            for column in ["exact", "claim", "claimant", "justification", "reporter", "label"] {
                assert_eq!(rows[0][column], *text, "{column}");
            }
            let mut reader = ::csv::Reader::from_reader(&bytes[..]);
            for record in reader.records() {
                for cell in &record.unwrap() {
                    assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{cell}");
                    assert!(!cell.starts_with(['\t', '\r', '\n']), "{cell}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn a_guard_can_always_be_taken_off(cell in "['=+@\t\r\n -]{0,4}\\PC{0,4}") {
            let out = guarded(&cell);
            prop_assert!(!is_risky(&out) || out.starts_with('\''));
            let back = out.strip_prefix('\'').filter(|rest| is_risky(rest)).unwrap_or(&out);
            prop_assert_eq!(back, cell);
        }
    }
}
