//! Values of options, each checked as it is read.

use std::str::FromStr;

use assay_engine::Format;
use assay_model::relation::RelationKind;
use assay_model::scale::RatingRef;
use assay_model::time::PartialDate;
use chrono::NaiveDate;

/// A text that is more than white space.
pub fn filled(text: &str) -> Result<String, String> {
    if text.trim().is_empty() { Err("it is empty".to_owned()) } else { Ok(text.to_owned()) }
}

/// A web address.
pub fn web_address(text: &str) -> Result<String, String> {
    assay_engine::web_address("url", text).map_err(|e| format!("{} {}", e.message, e.hints.join(" ")))
}

/// A web address, or nothing.
pub fn some_address(text: &str) -> Result<String, String> {
    if text.is_empty() { Ok(String::new()) } else { web_address(text) }
}

/// A date as far as it is known, as it was written, or nothing.
pub fn some_date(text: &str) -> Result<String, String> {
    if !text.is_empty() {
        text.parse::<PartialDate>().map_err(|e| e.to_string())?;
    }
    Ok(text.to_owned())
}

/// A whole day.
pub fn day(text: &str) -> Result<NaiveDate, String> {
    let date: PartialDate = text.parse().map_err(|e: assay_model::time::NotADate| e.to_string())?;
    let day = date.day().filter(|_| date.time.is_none());
    day.ok_or_else(|| format!("“{text}” is not a day; write 2026-11-23"))
}

/// A relation that a person may set: merging has a verb of its own.
pub fn relation(text: &str) -> Result<RelationKind, String> {
    let plain = RelationKind::ALL.iter().copied().filter(|k| k.is_plain());
    let words = || plain.clone().map(RelationKind::word).collect::<Vec<_>>().join(", ");
    plain.clone().find(|k| k.word() == text).ok_or_else(|| format!("it is one of: {}", words()))
}

/// The format of an export.
pub fn format(word: &str) -> Result<Format, String> {
    let words = || Format::ALL.iter().map(|f| f.word()).collect::<Vec<_>>().join(", ");
    let found = Format::ALL.iter().copied().find(|f| f.word() == word);
    found.ok_or_else(|| format!("it is one of: {}", words()))
}

/// `on` or `off`.
pub fn switch(text: &str) -> Result<bool, String> {
    match text {
        "on" => Ok(true),
        "off" => Ok(false),
        _ => Err("it is on or off".to_owned()),
    }
}

/// A value of a scale that goes, and the value that claims are given in its place: `OLD=SCALE/VALUE`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// The word of the value that goes.
    pub old: String,
    /// What replaces it.
    pub new: RatingRef,
}

impl FromStr for Replacement {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parts = text.split_once('=').and_then(|(old, new)| Some((old, new.split_once('/')?)));
        match parts {
            Some((old, (scale, rating))) if [old, scale, rating].iter().all(|w| !w.is_empty()) => Ok(Self {
                old: old.to_owned(),
                new: RatingRef { scale: scale.to_owned(), rating: rating.to_owned() },
            }),
            _ => Err("write OLD=SCALE/VALUE, such as half-true=assay/conflicting-evidence".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_days_are_those_of_the_calendar() {
        for good in ["", "2026", "2026-11", "2026-11-23"] {
            assert_eq!(some_date(good).as_deref(), Ok(good));
        }
        for bad in ["2026-13-02", "2026-02-30", "soon"] {
            assert!(some_date(bad).is_err() && day(bad).is_err(), "{bad}");
        }
        assert_eq!(day("2026-11-23"), Ok(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()));
        for part in ["2026", "2026-11", "2026-11-23T10:00"] {
            assert!(day(part).unwrap_err().contains("not a day"), "{part}");
        }
    }

    #[test]
    fn a_replacement_names_both_values() {
        let new = RatingRef { scale: "assay".into(), rating: "refuted".into() };
        assert_eq!("no=assay/refuted".parse(), Ok(Replacement { old: "no".into(), new }));
        for bad in ["", "no", "no=refuted", "=assay/refuted", "no=/refuted", "no=assay/"] {
            assert!(bad.parse::<Replacement>().is_err(), "{bad}");
        }
        assert!(relation("same-as").is_ok() && relation("merged-into").unwrap_err().contains("part-of"));
    }
}
