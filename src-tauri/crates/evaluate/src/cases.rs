//! Single sentences with the values they should give, after a library of recognisers whose notation differs from ours.
//!
//! A case is right if every expected value is found in its place with its value, and no other of its sort is. Where the
//! notations say the same thing differently, both count:
//! - leading prepositions and articles belong to a place or not (“from 4 to 22”, “the 1990s”);
//! - a range is right as one value or as its two ends; a period named by the calendar (`2016-11`) is its first day to its last;
//! - a date without a year is right as any of the dates the set resolves it to; a time without a day on any day;
//! - a length from now (“the next 3 days”) is right as that length, as TIMEX3 has it;
//! - so is a moment so many minutes or hours from the reference (“in 5 minutes”), if that length leads to it;
//! - the end of a day is right as that day, which our modifier says the end of, where the set has its last second;
//! - business days are right as days, since TIMEX3 has no others; a season without a year is right in any year;
//! - a date counted in months or years is right as that month or year, as TIMEX3 has it, where the set has a day;
//! - “a few”, “several” are right as an unknown number, where the set has three;
//! - a frequency is right as a period (`P1D`) or as what repeats (`XXXX-XX-XX`).
//!
//! Modifiers are not compared. An expected currency without an amount (“dollar”) is left out: nothing is measured by it.

use std::path::Path;

use anyhow::Result;
use assay_model::value::{Value, ValueType};
use serde::Deserialize;
use serde_json::Value as Json;

use crate::periods;
use crate::report::Report;
use crate::sets::{found, lines};

#[derive(Deserialize)]
struct Case {
    id: String,
    text: String,
    #[serde(rename = "ref")]
    reference: Option<String>,
    expect: Vec<Expected>,
}

#[derive(Deserialize)]
struct Expected {
    text: String,
    start: u32,
    end: u32,
    resolution: Option<Json>,
}

const TIMES: &[ValueType] = &[ValueType::Date, ValueType::Time, ValueType::Duration, ValueType::Set];

/// A suite: its file, what of ours answers it, and whether an expected value is one of ours.
struct Suite {
    file: &'static str,
    kinds: &'static [ValueType],
    same: fn(&Json, &[&Value], Option<&str>) -> bool,
}

const SUITES: [Suite; 5] = [
    Suite { file: "DateTimeModel", kinds: TIMES, same: same_time },
    Suite { file: "NumberModel", kinds: &[ValueType::Number], same: same_number },
    Suite { file: "CurrencyModel", kinds: &[ValueType::Money], same: same_money },
    Suite { file: "PercentModel", kinds: &[ValueType::Percent], same: same_number },
    Suite { file: "DimensionModel", kinds: &[ValueType::Quantity], same: same_quantity },
];

/// The part of the report.
///
/// # Errors
/// If a suite cannot be read.
pub fn report(data: &Path, report: &mut Report) -> Result<()> {
    for suite in &SUITES {
        let cases: Vec<Case> = lines(&data.join(format!("values-cases/{}.jsonl", suite.file)))?;
        let wrong: Vec<String> = cases.iter().filter_map(|case| wrong(suite, case)).collect();
        let right = (cases.len() - wrong.len()) as f64 / cases.len() as f64;
        report.errors("cases", &wrong);
        let what = format!("{}: cases right", suite.file);
        report.row("cases", what, right, Some(0.85), "Recognizers-Text 1, its own cases");
    }
    Ok(())
}

/// What is wrong with the answer to a case, if anything.
fn wrong(suite: &Suite, case: &Case) -> Option<String> {
    let mut values = found(&case.text, case.reference.as_deref()).values;
    // “between January and now” ends on the day of the case.
    let now = case.reference.as_deref().and_then(|r| r.get(..10));
    if let Some(now) = now.filter(|_| values.len() > 1) {
        for v in values
            .iter_mut()
            .filter(|v| v.value == "PRESENT_REF" && !matches!(v.text.as_str(), "current" | "right now"))
        {
            now.clone_into(&mut v.value);
        }
    }
    let expected: Vec<&Expected> = case.expect.iter().filter(|e| measured(e)).collect();
    let inside = |e: &Expected, v: &Value| e.start < v.end && v.start < e.end;
    let missed = expected.iter().find(|e| {
        let ours: Vec<&Value> = values.iter().filter(|v| inside(e, v)).collect();
        let numbers = suite.file == "NumberModel";
        !(place(e, &ours, numbers)
            && e.resolution.as_ref().is_none_or(|r| (suite.same)(r, &ours, case.reference.as_deref())))
    });
    let extra = values.iter().find(|v| {
        suite.kinds.contains(&v.kind) && !elsewhere(v) && !case.expect.iter().any(|e| inside(e, v))
    });
    let ours = || {
        let one = |v: &Value| format!("“{}” {} {}", v.text, v.value, v.unit.as_deref().unwrap_or(""));
        values.iter().map(one).collect::<Vec<_>>().join("; ")
    };
    let line = |what: String| format!("{} [{}] {}: {what}: {}", case.id, short(case), case.text, ours());
    match (missed, extra) {
        (Some(e), _) => {
            let wanted = e.resolution.as_ref().map_or(String::new(), brief);
            Some(line(format!("wanted “{}” {wanted}, found", e.text)))
        }
        (None, Some(v)) => Some(line(format!("“{}” too much in", v.text))),
        _ => None,
    }
}

/// Ages, temperatures and points of an index are other suites of the set.
fn elsewhere(value: &Value) -> bool {
    matches!(
        value.unit.as_deref(),
        Some("Cel" | "[degF]" | "K" | "deg" | "a" | "mo" | "{point}" | "{percentage point}")
    )
}

fn short(case: &Case) -> &str {
    case.reference.as_deref().and_then(|r| r.get(..10)).unwrap_or("")
}

fn brief(resolution: &Json) -> String {
    match resolution["values"].as_array() {
        Some(values) => values.iter().filter_map(|v| v["timex"].as_str()).collect::<Vec<_>>().join(" or "),
        None => resolution.to_string(),
    }
}

fn measured(expected: &Expected) -> bool {
    let Some(resolution) = &expected.resolution else { return true };
    !(resolution.get("unit").is_some() && resolution["value"].is_null() || resolution["value"] == "null")
}

/// Whether ours stand where one is expected, prepositions and articles before it aside. A number may be part of more.
fn place(expected: &Expected, ours: &[&Value], part: bool) -> bool {
    let (Some(first), Some(last)) = (ours.first(), ours.last()) else { return false };
    let lead = |text: &str| text.chars().count() - bare(text).chars().count();
    let expected_start = expected.start as usize + lead(&expected.text);
    let our_start = first.start as usize + lead(&first.text);
    // Of a range ours has both ends where the set may have the second only.
    if part || first.value.contains("..") {
        return our_start <= expected_start && last.end >= expected.end;
    }
    our_start == expected_start && last.end == expected.end
}

/// A text without the prepositions, bounds and articles it begins with.
fn bare(text: &str) -> &str {
    const LEADS: &[&str] = &[
        "the ",
        "from ",
        "between ",
        "for ",
        "in ",
        "on ",
        "at ",
        "before ",
        "after ",
        "since ",
        "by ",
        "until ",
        "till ",
        "around ",
        "about ",
        "during ",
        "within ",
        "of ",
        "this ",
        "that ",
        "a ",
        "over ",
        "any time ",
        "later than ",
        "earlier than ",
        "no ",
        "through ",
        "as of ",
        "starting ",
        "prior to ",
        "circa ",
        "past ",
        "less than ",
        "more than ",
        "some ",
        "an estimated ",
        "approximately ",
        "roughly ",
        "up to ",
        "nearly ",
        "almost ",
        "just ",
        "in excess of ",
        "at least ",
        "under ",
        "estimated ",
        "as early as ",
        "as late as ",
        "beginning ",
        "year of ",
    ];
    let mut rest = text;
    while let Some(cut) = LEADS.iter().find_map(|lead| {
        let head = rest.get(..lead.len())?;
        head.eq_ignore_ascii_case(lead).then(|| rest.get(lead.len()..)).flatten()
    }) {
        rest = cut;
    }
    rest
}

fn same_time(resolution: &Json, ours: &[&Value], reference: Option<&str>) -> bool {
    let Some(values) = resolution["values"].as_array() else { return true };
    let ends = |v: &Value| bare(&v.text.to_ascii_lowercase()).starts_with("end of ");
    let last_moment = |value: &str| {
        let day = value.strip_suffix(" 23:59:59");
        day.is_some_and(|d| ours.iter().any(|o| ends(o) && o.value == d))
    };
    let from_now =
        |value: &str| reference.is_some_and(|r| ours.iter().any(|o| periods::counted(r, &o.value, value)));
    let working = ours.iter().any(|o| o.text.contains("business day"));
    let season = |timex: &str| {
        ours.iter().any(|o| o.value.get(4..).is_some_and(|s| s.strip_prefix('-') == Some(timex)))
    };
    let length = ours.iter().any(|v| v.text.contains("month") || v.text.contains("year"));
    let ours: Vec<&str> = ours.iter().map(|v| v.value.as_str()).collect();
    values.iter().any(|value| {
        let text = |key: &str| value[key].as_str();
        let timex = text("timex").unwrap_or("");
        let coarse = |v: &str| length && ours.iter().any(|o| matches!(o.len(), 4 | 7) && v.starts_with(o));
        let unknown =
            |t: &str| ours.iter().any(|o| o.contains('X') && o.starts_with('P') && o.replace('X', "3") == t);
        let timex = if working { &*timex.replace("BD)", "D)") } else { timex };
        text("value").is_some_and(coarse)
            || text("value").is_some_and(|v| last_moment(v) || from_now(v))
            || matches!(timex, "SP" | "SU" | "FA" | "WI") && season(timex)
            || unknown(timex)
            || periods::same(&ours, timex, text("value"), text("start").zip(text("end")))
            || value["Mod"].is_string() && periods::bounded(&ours, text("start"), text("end"))
    })
}

fn number(value: &Json) -> Option<f64> {
    value.as_f64().or_else(|| value.as_str()?.trim_end_matches('%').replace(',', "").parse().ok())
}

fn equal(wanted: &Json, found: &str, factor: f64) -> bool {
    let end = found.rsplit("..").next().unwrap_or(found);
    let (Some(wanted), Ok(found)) = (number(wanted), end.parse::<f64>()) else { return false };
    (wanted * factor - found).abs() <= 1e-9 * found.abs().max(1e-9)
}

fn same_number(resolution: &Json, ours: &[&Value], _: Option<&str>) -> bool {
    ours.iter().any(|v| equal(&resolution["value"], &v.value, 1.0))
}

fn same_money(resolution: &Json, ours: &[&Value], _: Option<&str>) -> bool {
    let unit = resolution["unit"].as_str().unwrap_or("");
    let (code, factor) = match resolution["isoCurrency"].as_str() {
        Some(code) => (code, 1.0),
        None => match unit {
            "Dollar" => ("USD", 1.0),
            "Pound" => ("GBP", 1.0),
            "Franc" => ("CHF", 1.0),
            "Rupee" => ("INR", 1.0),
            "Peseta" => ("ESP", 1.0),
            "Cent" => ("USD", 0.01),
            "Pence" | "Penny" => ("GBP", 0.01),
            "Sen" => ("JPY", 0.01),
            "Bitcoin" => ("XBT", 1.0),
            "Satoshi" => ("XBT", 1e-8),
            other => (other, 1.0),
        },
    };
    ours.iter().any(|v| v.unit.as_deref() == Some(code) && equal(&resolution["value"], &v.value, factor))
}

fn same_quantity(resolution: &Json, ours: &[&Value], _: Option<&str>) -> bool {
    let code = match resolution["unit"].as_str().unwrap_or("") {
        "Foot" => "[ft_i]",
        "Meter" => "m",
        "Mile" => "[mi_i]",
        "Pound" => "[lb_av]",
        "Gallon" => "[gal_us]",
        "Ton" => "[ston_av]",
        "Metric ton" => "t",
        "Kilometer per hour" => "km/h",
        "Mile per hour" => "[mi_i]/h",
        "Kilogram" => "kg",
        "Gram" => "g",
        "Microgram" => "ug",
        "Inch" => "[in_i]",
        "Square meter" => "m2",
        "Square kilometer" => "km2",
        "Kilometer" => "km",
        "Millimeter" => "mm",
        "Decimeter" => "dm",
        "Picometer" => "pm",
        "Degree" => "deg",
        "Turn" => "circ",
        "Radian" => "rad",
        "Milliliter" => "mL",
        "Barrel" => "[bbl_us]",
        "Ounce" => "[oz_av]",
        "Acre" => "[acr_us]",
        "Cubic foot" => "[ft_i]3",
        "Bit" => "bit",
        "Megabit" => "Mbit",
        "Megabyte" => "MBy",
        "Tablespoon" => "[tbs_us]",
        "Teaspoon" => "[tsp_us]",
        "Cup" => "[cup_us]",
        "Dram" => "[dr_av]",
        "Meter per millisecond" => "m/ms",
        "Centimeter per millisecond" => "cm/ms",
        "Kilometer per millisecond" => "km/ms",
        other => other,
    };
    let unit = |v: &Value| {
        let unit = v.unit.as_deref().unwrap_or("");
        // The set has one “Ton” for tons and tonnes.
        unit == code || code == "[ston_av]" && unit == "t"
    };
    ours.iter().any(|v| unit(v) && equal(&resolution["value"], &v.value, 1.0))
}
