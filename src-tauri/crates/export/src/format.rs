//! The formats there are.

use std::fmt;
use std::str::FromStr;

use assay_model::UnknownWord;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A format of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Everything, in Assay's own JSON.
    Json,
    /// A table with one row a span.
    Csv,
    /// Notes for people.
    Markdown,
    /// `ClaimReview` of schema.org, as JSON-LD.
    ClaimReview,
    /// The open questions to the authors of the articles, for people.
    Questions,
}

impl Format {
    /// All of them, in the order that a person is offered them.
    pub const ALL: &'static [Self] =
        &[Self::ClaimReview, Self::Json, Self::Csv, Self::Markdown, Self::Questions];

    /// The word on the command line and in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Markdown => "markdown",
            Self::ClaimReview => "claimreview",
            Self::Questions => "questions",
        }
    }

    /// The name that people see.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Json => "JSON",
            Self::Csv => "CSV",
            Self::Markdown => "Markdown",
            Self::ClaimReview => "ClaimReview",
            Self::Questions => "Questions to the author",
        }
    }

    /// The ending of a file's name, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Markdown | Self::Questions => "md",
            Self::ClaimReview => "jsonld",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl FromStr for Format {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.iter().copied().find(|f| f.word() == word).ok_or_else(|| UnknownWord {
            what: "format",
            word: word.to_owned(),
            known: Self::ALL.iter().map(|f| f.word()).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_back_as_written() {
        for format in Format::ALL {
            assert_eq!(format.word().parse(), Ok(*format));
            assert_eq!(serde_json::to_string(format).unwrap(), format!("\"{format}\""));
        }
        assert_eq!(
            "pdf".parse::<Format>().unwrap_err().to_string(),
            "“pdf” is not a format; it is one of: claimreview, json, csv, markdown, questions"
        );
    }
}
