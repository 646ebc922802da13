//! Verdict scales: the values that a desk judges by, as data. Each value maps to one of Assay's five.
//!
//! The built-in scales' names and order come from their owners' published descriptions: the AVeriTeC data set
//! (Schlichtkrull et al. 2023), Google's ClaimReview guidance, PolitiFact's Truth-O-Meter, FEVER (Thorne et al. 2018),
//! and the three outcomes that newsroom checkers work with before publication.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::verdict::Verdict;

/// The word of Assay's own five, which every workspace begins with.
pub const OWN: &str = "assay";

/// The most values that a scale may have: each has a key from 1 to 9.
pub const MOST_RATINGS: usize = 9;

/// A value of a scale by its words.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct RatingRef {
    /// The scale's word.
    pub scale: String,
    /// The value's word in it.
    pub rating: String,
}

/// One value of a scale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Rating {
    /// What claims name it by: lower case, letters, digits and hyphens. It stays when the name is changed.
    pub word: String,
    /// The name that people see.
    pub name: String,
    /// The colour and sign it is shown with: those of one of the five.
    pub role: Verdict,
    /// When to give it.
    pub description: String,
    /// Its place on the scale's numeric line, if it has one. “Not enough evidence” and “Not checkable” never have.
    pub number: Option<f64>,
    /// The one of the five that it stands for.
    pub verdict: Verdict,
}

/// A verdict scale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Scale {
    /// What claims name it by.
    pub word: String,
    /// The name that people see.
    pub name: String,
    /// Whose it is and what it is for.
    pub description: String,
    /// It comes with Assay and cannot be changed.
    pub built_in: bool,
    /// Its values, in the order they are offered in.
    pub ratings: Vec<Rating>,
}

/// What is wrong with a scale.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct NotAScale {
    /// The field: `name`, `ratings`, `ratings.2.name`.
    pub field: String,
    /// What is wrong, as a sentence.
    pub message: String,
}

impl Scale {
    /// The value with this word.
    pub fn rating(&self, word: &str) -> Option<&Rating> {
        self.ratings.iter().find(|r| r.word == word)
    }

    /// The lowest and the highest place on the numeric line, if it has one.
    pub fn range(&self) -> Option<(f64, f64)> {
        let numbers = self.ratings.iter().filter_map(|r| r.number);
        numbers.fold(None, |range, n| {
            let (low, high) = range.unwrap_or((n, n));
            Some((f64::min(low, n), f64::max(high, n)))
        })
    }

    /// Checks that it can be judged by.
    ///
    /// # Errors
    /// When a name is missing or used twice, there are too few or too many values, two values have one place on the
    /// numeric line, or a value that says “not enough evidence” or “not checkable” has a place there.
    pub fn check(&self) -> Result<(), NotAScale> {
        let wrong = |field: &str, message: String| Err(NotAScale { field: field.to_owned(), message });
        if self.name.trim().is_empty() {
            return wrong("name", "The scale needs a name.".into());
        }
        if self.ratings.len() < 2 || self.ratings.len() > MOST_RATINGS {
            return wrong(
                "ratings",
                format!("A scale has 2 to {MOST_RATINGS} values; this has {}.", self.ratings.len()),
            );
        }
        for (at, rating) in self.ratings.iter().enumerate() {
            let earlier = self.ratings.get(..at).unwrap_or_default();
            let same = |a: &str, b: &str| a.trim().to_lowercase() == b.trim().to_lowercase();
            let field = |name: &str| format!("ratings.{at}.{name}");
            if rating.name.trim().is_empty() {
                return wrong(&field("name"), format!("Value {} needs a name.", at + 1));
            }
            if earlier.iter().any(|r| same(&r.name, &rating.name)) {
                return wrong(&field("name"), format!("Two values are named “{}”.", rating.name.trim()));
            }
            let sound = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            if rating.word.is_empty() || !rating.word.chars().all(sound) {
                return wrong(
                    &field("word"),
                    format!(
                        "“{}” is not a word for a value: it has lower-case letters, digits and hyphens.",
                        rating.word
                    ),
                );
            }
            if earlier.iter().any(|r| r.word == rating.word) {
                return wrong(&field("word"), format!("Two values have the word “{}”.", rating.word));
            }
            let Some(number) = rating.number else { continue };
            if !number.is_finite() {
                return wrong(&field("number"), format!("“{}” has no number that can be used.", rating.name));
            }
            if matches!(rating.verdict, Verdict::NotEnoughEvidence | Verdict::NotCheckable) {
                return wrong(
                    &field("number"),
                    format!(
                        "“{}” stands for {}, which has no place between true and false. Take its number away.",
                        rating.name,
                        rating.verdict.label()
                    ),
                );
            }
            if earlier.iter().any(|r| r.number == Some(number)) {
                return wrong(&field("number"), format!("Two values have the number {number}."));
            }
        }
        Ok(())
    }
}

/// A word for a value from its name: `Mostly true` gives `mostly-true`. Empty if the name has no letter of ASCII.
pub fn word_of(name: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty());
    words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-")
}

/// The scales that come with Assay, its own first.
pub fn built_in() -> &'static [Scale] {
    static SCALES: LazyLock<Vec<Scale>> = LazyLock::new(make);
    &SCALES
}

type Line = (&'static str, Verdict, Option<f64>, &'static str);

fn make() -> Vec<Scale> {
    use Verdict::{Conflicting, NotCheckable, NotEnoughEvidence, Refuted, Supported};
    let scale = |word: &str, name: &str, description: &str, lines: &[Line]| Scale {
        word: word.to_owned(),
        name: name.to_owned(),
        description: description.to_owned(),
        built_in: true,
        ratings: lines
            .iter()
            .map(|(name, verdict, number, description)| Rating {
                word: word_of(name),
                name: (*name).to_owned(),
                role: *verdict,
                description: (*description).to_owned(),
                number: *number,
                verdict: *verdict,
            })
            .collect(),
    };
    vec![
        scale(
            OWN,
            "Assay",
            "Five findings; no numeric line.",
            &[
                ("Supported", Supported, None, "The evidence supports it."),
                ("Refuted", Refuted, None, "The evidence refutes it."),
                ("Conflicting evidence", Conflicting, None, "The evidence points both ways."),
                ("Not enough evidence", NotEnoughEvidence, None, "There is not enough evidence to say."),
                (
                    "Not checkable",
                    NotCheckable,
                    None,
                    "An opinion, a prediction, or nothing that evidence could settle.",
                ),
            ],
        ),
        scale(
            "averitec",
            "AVeriTeC",
            "The four labels of the AVeriTeC data set.",
            &[
                ("Supported", Supported, None, "The evidence supports it."),
                ("Refuted", Refuted, None, "The evidence refutes it."),
                (
                    "Conflicting evidence/Cherrypicking",
                    Conflicting,
                    None,
                    "The evidence points both ways, or the claim picks what suits it.",
                ),
                ("Not enough evidence", NotEnoughEvidence, None, "There is not enough evidence to say."),
            ],
        ),
        scale(
            "claimreview",
            "ClaimReview 1–5",
            "The five ratings of Google’s ClaimReview guidance, 1 the lowest.",
            &[
                ("True", Supported, Some(5.0), "It is right."),
                ("Mostly true", Supported, Some(4.0), "It is right but for a detail."),
                ("Half true", Conflicting, Some(3.0), "It is right in part and wrong in part."),
                ("Mostly false", Refuted, Some(2.0), "It is wrong but for a detail."),
                ("False", Refuted, Some(1.0), "It is wrong."),
            ],
        ),
        scale(
            "politifact",
            "PolitiFact",
            "The Truth-O-Meter of PolitiFact, six steps.",
            &[
                ("True", Supported, Some(6.0), "It is accurate and nothing significant is missing."),
                ("Mostly True", Supported, Some(5.0), "It is accurate but needs more to be clear."),
                ("Half True", Conflicting, Some(4.0), "It is accurate in part but leaves out what matters."),
                ("Mostly False", Refuted, Some(3.0), "It has some truth but leaves out what would turn it."),
                ("False", Refuted, Some(2.0), "It is not accurate."),
                ("Pants on Fire", Refuted, Some(1.0), "It is not accurate and claims something absurd."),
            ],
        ),
        scale(
            "fever",
            "FEVER",
            "The three labels of the FEVER data set.",
            &[
                ("SUPPORTS", Supported, None, "The evidence supports it."),
                ("REFUTES", Refuted, None, "The evidence refutes it."),
                ("NOT ENOUGH INFO", NotEnoughEvidence, None, "There is not enough information to say."),
            ],
        ),
        scale(
            "newsroom",
            "Newsroom",
            "What a checker before publication comes to.",
            &[
                ("Confirmed", Supported, None, "It stands as written."),
                ("Corrected", Refuted, None, "It was wrong and the text was put right."),
                ("Cannot confirm", NotEnoughEvidence, None, "It could be neither confirmed nor corrected."),
            ],
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Scale {
        built_in()[2].clone()
    }

    #[test]
    fn the_built_in_scales_are_sound_and_have_different_words() {
        for (at, scale) in built_in().iter().enumerate() {
            assert_eq!(scale.check(), Ok(()), "{}", scale.name);
            assert!(built_in()[..at].iter().all(|s| s.word != scale.word));
        }
        for (rating, verdict) in built_in()[0].ratings.iter().zip(Verdict::ALL) {
            assert_eq!((rating.verdict, rating.name.as_str()), (*verdict, verdict.label()));
        }
        assert_eq!(sample().range(), Some((1.0, 5.0)));
        assert_eq!(built_in()[0].range(), None);
    }

    #[test]
    fn a_scale_that_cannot_be_judged_by_is_refused_at_its_field() {
        let refused = |change: &dyn Fn(&mut Scale)| {
            let mut scale = sample();
            change(&mut scale);
            let error = scale.check().unwrap_err();
            (error.field, error.message)
        };
        assert_eq!(refused(&|s| s.name = " ".into()).0, "name");
        assert_eq!(refused(&|s| s.ratings.truncate(1)).0, "ratings");
        let (field, message) = refused(&|s| s.ratings[2].name = " mostly TRUE".into());
        assert_eq!(
            (field.as_str(), message.as_str()),
            ("ratings.2.name", "Two values are named “mostly TRUE”.")
        );
        assert_eq!(refused(&|s| s.ratings[1].number = Some(5.0)).0, "ratings.1.number");
        assert_eq!(refused(&|s| s.ratings[1].number = Some(f64::NAN)).0, "ratings.1.number");
        let (field, message) = refused(&|s| s.ratings[3].verdict = Verdict::NotEnoughEvidence);
        assert_eq!(field, "ratings.3.number");
        assert!(message.contains("no place between true and false"), "{message}");
    }
}
