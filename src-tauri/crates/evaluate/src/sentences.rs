//! Sentence boundaries on the golden rules of `pragmatic_segmenter`: 52 of English, and 33 further cases.

use std::path::Path;

use anyhow::Result;
use assay_model::document::{Block, BlockKind};
use serde::Deserialize;

use crate::report::Report;
use crate::sets::lines;

/// How many of the cases, the first ones, are the golden rules of English.
const GOLDEN: usize = 52;

#[derive(Deserialize)]
struct Case {
    rule: String,
    text: String,
    sentences: Vec<String>,
}

/// The part of the report. A case is right when its sentences are these and no others; a line's end is white space like other.
///
/// # Errors
/// If the set cannot be read.
pub fn report(data: &Path, report: &mut Report) -> Result<()> {
    let cases: Vec<Case> = lines(&data.join("sentences/golden-rules.jsonl"))?;
    let mut wrong = Vec::new();
    let mut right = [0.0; 2];
    for (n, case) in cases.iter().enumerate() {
        let cut = sentences(&case.text);
        if cut == case.sentences.iter().map(|s| spaced(s)).collect::<Vec<_>>() {
            right[0] += f64::from(u8::from(n < GOLDEN));
            right[1] += 1.0;
        } else {
            wrong.push(format!("{}\n    wanted {:?}\n    cut    {cut:?}", case.rule, case.sentences));
        }
    }
    report.errors("sentences", &wrong);
    report.row("sentences", "golden rules right, of 52", right[0], Some(50.0), "pySBD 48, sentencex 44");
    report.row("sentences", "golden rules and further cases, of 85", right[1], Some(80.0), "");
    Ok(())
}

/// The sentences of a text that is one paragraph.
fn sentences(text: &str) -> Vec<String> {
    let length = text.chars().count();
    let block =
        Block { kind: BlockKind::Paragraph, start: 0, end: u32::try_from(length).unwrap_or(u32::MAX) };
    let slice = |start: u32, end: u32| -> String {
        spaced(&text.chars().skip(start as usize).take((end - start) as usize).collect::<String>())
    };
    assay_extract::sentences(text, &[block]).iter().map(|s| slice(s.start, s.end)).collect()
}

/// With one space for all white space.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
