//! Values: dates, durations, quantities and money as a text states them, with one normal form.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::words::words;

words! {
    /// What sort of value it is.
    pub enum ValueType ("value type") {
        /// A point in the calendar: `2022-01`, `2023-W09`, `2023-03-02`.
        Date = "date", "Date";
        /// A point within a day: `2023-03-02T13:01`.
        Time = "time", "Time";
        /// A stretch of time: `PT10M`, `P33Y`.
        Duration = "duration", "Duration";
        /// Something that repeats: `XXXX-WXX-2`.
        Set = "set", "Set";
        /// A bare number.
        Number = "number", "Number";
        /// A share of a hundred.
        Percent = "percent", "Per cent";
        /// An amount of a currency.
        Money = "money", "Money";
        /// A number with a unit.
        Quantity = "quantity", "Quantity";
    }
}

words! {
    /// How a value is bounded or blurred in the text. After TIMEX3's `mod`.
    pub enum Modifier ("modifier") {
        /// “less than”, “under”.
        LessThan = "less_than", "less than";
        /// “more than”, “over”.
        MoreThan = "more_than", "more than";
        /// “at most”, “up to”.
        AtMost = "at_most", "at most";
        /// “at least”.
        AtLeast = "at_least", "at least";
        /// “about”, “around”, “some”.
        Approx = "approx", "about";
        /// “before”, “more than … ago”.
        Before = "before", "before";
        /// “after”, “since”.
        After = "after", "after";
        /// “early”, “the beginning of”.
        Start = "start", "start of";
        /// “mid-”, “the middle of”.
        Mid = "mid", "middle of";
        /// “late”, “the end of”.
        End = "end", "end of";
    }
}

/// A value with its place in the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Value {
    /// First code point of the text that states it.
    pub start: u32,
    /// One after the last code point.
    pub end: u32,
    /// The author's words.
    pub text: String,
    /// What sort of value it is.
    #[serde(rename = "type")]
    pub kind: ValueType,
    /// The normal form: TIMEX3 (ISO 8601) for dates and times, a plain decimal number for the rest.
    pub value: String,
    /// A UCUM code for quantities, an ISO 4217 code for money, otherwise none.
    pub unit: Option<String>,
    /// How it is bounded or blurred.
    pub modifier: Option<Modifier>,
}

/// A text that sorts normal forms as people do: numbers by size, then dates by day, then lengths of time, then the rest. A
/// range is at its beginning; a bare year is a number.
pub fn order(normal: &str) -> String {
    let number = normal.split("..").next().and_then(|n| n.parse::<f64>().ok()).filter(|n| n.is_finite());
    if let Some(number) = number {
        return format!("0{:016x}", sortable(number));
    }
    if let Some(seconds) = seconds(normal) {
        return format!("2{:016x}", sortable(seconds));
    }
    let dated = normal.starts_with(|c: char| c.is_ascii_digit());
    format!("{}{normal}", if dated { '1' } else { '3' })
}

/// Bits that are in the order of the numbers.
fn sortable(number: f64) -> u64 {
    // No minus zero.
    let bits = (number + 0.0).to_bits();
    if bits >> 63 == 0 { bits | 1 << 63 } else { !bits }
}

/// The seconds of a day.
const DAY: f64 = 86_400.0;

/// A length of time in ISO 8601, in seconds: a month has 30.44 days, a year 365.25.
pub fn seconds(duration: &str) -> Option<f64> {
    let rest = duration.strip_prefix('P')?;
    let (days, time) = rest.split_once('T').unwrap_or((rest, ""));
    let mut total = 0.0;
    let parts = [
        (days, [('Y', 365.25 * DAY), ('M', 30.44 * DAY), ('W', 7.0 * DAY), ('D', DAY)].as_slice()),
        (time, [('H', 3600.0), ('M', 60.0), ('S', 1.0)].as_slice()),
    ];
    for (text, units) in parts {
        let mut number = String::new();
        for c in text.chars() {
            if let Some((_, each)) = units.iter().find(|(unit, _)| *unit == c) {
                total += number.parse::<f64>().ok()? * each;
                number.clear();
            } else {
                number.push(c);
            }
        }
        if !number.is_empty() {
            return None;
        }
    }
    Some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_sort_as_people_count() {
        let sorted = [
            "-3",
            "0",
            "0.5",
            "4",
            "17",
            "340",
            "1200",
            "15000..20000",
            "2022-01",
            "2022-01-02T13:01",
            "2023-W09",
            "PT7M",
            "PT10M",
            "P1D",
            "P1Y",
            "PAST_REF",
            "XXXX-WXX-2",
        ];
        let mut other = sorted;
        other.sort_unstable();
        assert_ne!(other, sorted);
        other.sort_by_key(|value| order(value));
        assert_eq!(other, sorted);
        assert_eq!(order("10"), order("10.0"));
        assert_eq!(order("-0"), order("0"));
        assert!(order("").starts_with('3') && order("é").starts_with('3'));
    }
}
