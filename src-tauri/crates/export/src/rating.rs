//! The verdict of a claim as `ClaimReview` rates it.

use assay_model::claim::Claim;
use assay_model::scale::{OWN, Rating as Value, Scale};
use assay_model::verdict::Verdict;
use serde::Serialize;

use crate::confidential::Cleared;

/// The ends of the line for Assay's own five, as in Google's examples: 1 is false and 5 is true.
const WORST: f64 = 1.0;
const BEST: f64 = 5.0;

/// A number only where the finding lies on a line from false to true.
#[derive(Serialize)]
pub(crate) struct Rating<'s> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "alternateName")]
    name: &'s str,
    #[serde(flatten)]
    line: Option<Line>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Line {
    rating_value: Number,
    best_rating: Number,
    worst_rating: Number,
}

/// A number without a fraction where it has none: integers are advised.
#[derive(Serialize)]
#[serde(untagged)]
enum Number {
    Whole(i64),
    Fraction(f64),
}

impl From<f64> for Number {
    fn from(number: f64) -> Self {
        if number.fract() == 0.0 && number.abs() < 1e9 {
            Self::Whole(number as i64)
        } else {
            Self::Fraction(number)
        }
    }
}

/// The rating of a claim with this verdict.
pub(crate) fn rating<'s>(set: &'s Cleared, claim: &'s Claim, verdict: Verdict) -> Rating<'s> {
    let place = match set.rating(claim) {
        Some((scale, value)) if scale.word != OWN => on_scale(scale, value).filter(|_| fits(scale)),
        Some(_) => on_five(verdict),
        None => None,
    };
    let line = place.map(|(value, worst, best)| Line {
        rating_value: value.into(),
        best_rating: best.into(),
        worst_rating: worst.into(),
    });
    Rating { kind: "Rating", name: set.verdict_name(claim).unwrap_or(verdict.label()), line }
}

/// Whether a claim has a number that the format does not take.
pub(crate) fn loses_number(set: &Cleared, claim: &Claim) -> bool {
    set.rating(claim).is_some_and(|(scale, value)| on_scale(scale, value).is_some() && !fits(scale))
}

/// The number of a value, and the ends of its scale.
fn on_scale(scale: &Scale, value: &Value) -> Option<(f64, f64, f64)> {
    let (worst, best) = scale.range().filter(|(worst, best)| worst < best)?;
    Some((value.number?, worst, best))
}

/// Whether the lower end of a scale is what the format allows.
fn fits(scale: &Scale) -> bool {
    scale.range().is_some_and(|(worst, _)| worst >= 1.0)
}

fn on_five(verdict: Verdict) -> Option<(f64, f64, f64)> {
    let value = match verdict {
        Verdict::Supported => BEST,
        Verdict::Conflicting => f64::midpoint(WORST, BEST),
        Verdict::Refuted => WORST,
        Verdict::NotEnoughEvidence | Verdict::NotCheckable => return None,
    };
    Some((value, WORST, BEST))
}
