//! Dates, times, durations and sets as TIMEX3, by the scorer that comes with the sets.

use std::path::Path;

use anyhow::Result;
use assay_model::value::ValueType;
use serde_json::json;

use crate::report::Report;
use crate::sets::{Written, found, lines, scored};

/// What `HeidelTime` reaches on the whole of each set, documents of which these are a part.
const SETS: [(&str, [f64; 3], &str); 2] = [
    ("meantime", [0.85, 0.91, 0.78], "HeidelTime .791 / .858 / .720"),
    ("wikiwars", [0.87, 0.93, 0.84], "HeidelTime .855 / .919 / .829"),
];

/// The part of the report.
///
/// # Errors
/// If a set cannot be read, or its scorer (Python, standard library only) fails.
pub fn report(data: &Path, report: &mut Report) -> Result<()> {
    for (set, aims, peer) in SETS {
        let texts: Vec<Written> = lines(&data.join(format!("times/{set}-dev.docs.jsonl")))?;
        let predictions: Vec<String> = texts.iter().flat_map(predictions).collect();
        let gold = data.join(format!("times/{set}-dev.gold.jsonl"));
        let docs = data.join(format!("times/{set}-dev.docs.jsonl"));
        let docs = docs.to_string_lossy();
        let score =
            scored(&data.join("times/score_times.py"), &gold, &predictions, &["--docs", docs.as_ref()])?;
        for (what, aim) in ["strict", "relaxed", "value"].into_iter().zip(aims) {
            let figure = score[what]["F1"].as_f64().unwrap_or(f64::NAN);
            report.row("times", format!("{set}: {what} F1"), figure, Some(aim), peer);
        }
    }
    Ok(())
}

fn predictions(text: &Written) -> Vec<String> {
    let found = found(&text.text, text.dct.as_deref());
    let timex = |kind| match kind {
        ValueType::Date => Some("DATE"),
        ValueType::Time => Some("TIME"),
        ValueType::Duration => Some("DURATION"),
        ValueType::Set => Some("SET"),
        _ => None,
    };
    let line = |v: &assay_model::value::Value| {
        // To TIMEX3 an age is a duration.
        if let (ValueType::Quantity, Some(unit @ ("a" | "mo" | "wk" | "d"))) = (v.kind, v.unit.as_deref()) {
            let mark = match unit {
                "a" => "Y",
                "mo" => "M",
                "wk" => "W",
                _ => "D",
            };
            let value = format!("P{}{mark}", v.value);
            let record =
                json!({"doc": text.doc, "start": v.start, "end": v.end, "type": "DURATION", "value": value});
            return Some(record.to_string());
        }
        let kind = timex(v.kind)?;
        let record = json!({"doc": text.doc, "start": v.start, "end": v.end, "type": kind, "value": v.value});
        Some(record.to_string())
    };
    found.values.iter().filter_map(line).collect()
}
