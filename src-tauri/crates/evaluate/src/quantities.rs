//! Money, shares of a hundred and other quantities: where they stand, exactly and by overlap.

use std::path::Path;

use anyhow::Result;
use assay_model::value::ValueType;
use serde::Deserialize;

use crate::report::Report;
use crate::sets::{Written, found, lines};

#[derive(Deserialize)]
struct Gold {
    doc: String,
    start: u32,
    end: u32,
}

/// The part of the report. Each annotated stretch counts for one that was found, and the other way round.
///
/// # Errors
/// If the set cannot be read.
pub fn report(data: &Path, report: &mut Report) -> Result<()> {
    let texts: Vec<Written> = lines(&data.join("quantities/meantime-dev.docs.jsonl"))?;
    let gold: Vec<Gold> = lines(&data.join("quantities/meantime-dev.gold.jsonl"))?;
    let (mut strict, mut relaxed, mut all) = (0.0, 0.0, gold.len() as f64);
    let mut wrong = Vec::new();
    for text in &texts {
        let mut wanted: Vec<(u32, u32)> =
            gold.iter().filter(|g| g.doc == text.doc).map(|g| (g.start, g.end)).collect();
        let values = found(&text.text, text.dct.as_deref()).values;
        let counts = |kind| {
            matches!(kind, ValueType::Money | ValueType::Percent | ValueType::Quantity | ValueType::Number)
        };
        let mut answers: Vec<(u32, u32)> =
            values.iter().filter(|v| counts(v.kind)).map(|v| (v.start, v.end)).collect();
        all += answers.len() as f64;
        let exact = pair(&mut wanted, &mut answers, |g, a| g == a);
        strict += exact;
        relaxed += exact + pair(&mut wanted, &mut answers, |g, a| g.0 < a.1 && a.0 < g.1);
        let slice = |(start, end): (u32, u32)| -> String {
            text.text.chars().skip(start as usize).take((end - start) as usize).collect()
        };
        wrong.extend(wanted.iter().map(|g| format!("missed “{}” in {}", slice(*g), text.doc)));
        wrong.extend(answers.iter().map(|a| format!("too much: “{}” in {}", slice(*a), text.doc)));
    }
    report.errors("quantities", &wrong);
    let peer = "Recognizers-Text .822 / .615";
    report.row("quantities", "by overlap, F1", 2.0 * relaxed / all, Some(0.88), peer);
    report.row("quantities", "strict, F1", 2.0 * strict / all, Some(0.75), peer);
    Ok(())
}

/// Takes pairs that fit out of both lists, and counts them.
fn pair(
    wanted: &mut Vec<(u32, u32)>,
    answers: &mut Vec<(u32, u32)>,
    fits: impl Fn((u32, u32), (u32, u32)) -> bool,
) -> f64 {
    let before = wanted.len();
    wanted.retain(|g| match answers.iter().position(|a| fits(*g, *a)) {
        Some(at) => {
            answers.remove(at);
            false
        }
        None => true,
    });
    (before - wanted.len()) as f64
}
