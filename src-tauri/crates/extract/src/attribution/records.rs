//! Reports, studies and figures, which speak for those who made them.

use std::ops::Range;

use super::Context;
use crate::tokens::Kind;
use crate::values::is_calendar_word;
use crate::verbs::{has_finite, is_preposition};

/// Nouns for what holds figures or findings: “police records”, “a poll”.
pub(crate) fn is_record(word: &str) -> bool {
    matches!(
        word,
        "study"
            | "studies"
            | "figures"
            | "figure"
            | "data"
            | "poll"
            | "polls"
            | "polling"
            | "survey"
            | "surveys"
            | "report"
            | "reports"
            | "records"
            | "record"
            | "document"
            | "documents"
            | "research"
            | "analysis"
            | "analyses"
            | "results"
            | "result"
            | "statistics"
            | "census"
            | "letter"
            | "letters"
            | "email"
            | "emails"
            | "evidence"
            | "review"
            | "audit"
            | "investigation"
            | "inquiry"
            | "numbers"
            | "findings"
            | "paper"
            | "papers"
            | "index"
            | "accounts"
            | "filings"
            | "filing"
            | "footage"
            | "video"
            | "images"
            | "tests"
            | "test"
            | "estimates"
            | "projections"
            | "minutes"
            | "count"
            | "counts"
            | "trial"
            | "trials"
            | "experiment"
            | "experiments"
            | "experience"
            | "history"
            | "measurements"
            | "readings"
            | "logs"
            | "statement"
            | "statements"
            | "memo"
            | "website"
            | "register"
            | "database"
            | "transcript"
            | "transcripts"
            | "diary"
            | "receipts"
            | "archives"
            | "photographs"
            | "cctv"
    )
}

/// What is done with a report before it says something.
pub(super) fn is_made(word: &str) -> bool {
    matches!(
        word,
        "released" | "published" | "issued" | "conducted" | "compiled" | "produced" | "commissioned"
    )
}

impl Context<'_, '_> {
    /// “figures compiled by the ONS”, “A paper published last month by the institute”: where the record begins whose maker stands
    /// behind the “by” at `by`.
    pub(super) fn record_before(&self, by: usize, zone: &Range<usize>) -> Option<usize> {
        if self.word(by) != "by" {
            return None;
        }
        let date = self.values.iter().find(|v| v.to == by && v.from > zone.start + 1);
        // “last month” has no date of its own in a text whose day nobody knows.
        let told = (zone.start.max(by.saturating_sub(4))..by).rev().find(|k| is_made(self.word(*k)));
        let before = date.map_or(by, |v| v.from - usize::from(is_preposition(self.word(v.from - 1))));
        let made = told.or_else(|| before.checked_sub(1))?;
        if made <= zone.start || !self.word(made).ends_with("ed") {
            return None;
        }
        let floor = zone.start.max(made.saturating_sub(8));
        let ends = |k: &usize| matches!(self.word(*k), "," | ";" | ":") || self.in_quote(*k).is_some();
        let start = (floor..made).rev().find(ends).map_or(floor, |k| k + 1);
        let plain = !has_finite(self.tokens, start..made);
        (plain && (start..made).any(|k| is_record(self.word(k)))).then_some(start)
    }

    /// “A paper published last month found”: whether the participle at `k` only tells when the record before it came out.
    pub(super) fn is_dated_record(&self, k: usize) -> bool {
        let dated = self.word(k + 1) != "in" && self.word(k + 1) != "on" && self.is_when(k + 1);
        dated && k > 0 && is_made(self.word(k)) && is_record(self.word(k - 1))
    }

    /// The “by” before whoever made a record that `range` names first: “a study released on Monday by Oxfam”. Nothing but a day
    /// stands between: “a study published on deaths by drowning” is nobody's.
    pub(super) fn maker(&self, range: Range<usize>) -> Option<usize> {
        let made =
            (range.start + 1..range.end).find(|k| is_made(self.word(*k)) && is_record(self.word(k - 1)))?;
        let by = (made + 1..range.end).find(|k| self.word(*k) == "by")?;
        (made + 1..by).all(|k| self.is_when(k)).then_some(by)
    }

    /// Whether the word at `k` may tell a day: “last month”, “on 3 May”.
    fn is_when(&self, k: usize) -> bool {
        let word = self.word(k);
        matches!(
            word,
            "last"
                | "this"
                | "earlier"
                | "yesterday"
                | "today"
                | "recently"
                | "on"
                | "in"
                | "week"
                | "month"
                | "year"
        ) || self.tokens.is(k, Kind::Number)
            || is_calendar_word(word)
    }
}
