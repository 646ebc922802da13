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
