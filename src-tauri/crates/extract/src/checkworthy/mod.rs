//! How much a stretch of text wants checking, why, and what kind of claim it is.

pub(crate) mod features;
mod kinds;
pub(crate) mod model;
mod opinions;
mod pairs;
mod scales;
pub(crate) mod seen;

use std::ops::Range;

use assay_model::claim::ClaimKind;
use assay_model::document::BlockKind;

pub use features::Buckets;
pub use model::{Line, Model};
pub(crate) use scales::Scales;
pub use seen::Facts;

use crate::tokens::Tokens;
use crate::values::Draft;
use seen::{Fact, is_about_time};

/// A clause at least this likely to be a claim is suggested.
pub(crate) const SUGGESTED: f64 = 0.5;

/// What was seen in a stretch of text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Worth {
    /// How likely it is a claim that wants checking, 0 to 1, to three decimals.
    pub(crate) score: f64,
    /// Why, in words.
    pub(crate) reasons: Vec<&'static str>,
    pub(crate) kind: ClaimKind,
    /// What the model weighed.
    pub(crate) margin: f32,
    pub(crate) facts: Facts,
}

/// Where a stretch of text stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Standing {
    pub(crate) block: BlockKind,
    /// Somebody else's words.
    pub(crate) reported: bool,
    /// Their exact words.
    pub(crate) quoted: bool,
    /// Its subject stands in the clause before.
    pub(crate) lacks_subject: bool,
}

/// The reasons that a person is told, in the order of their weight.
const REASONS: [(Fact, &str); 12] = [
    (Fact::Measured, "a number with a unit"),
    (Fact::Counted, "a number"),
    (Fact::Dated, "a date"),
    (Fact::Compares, "a superlative or comparison"),
    (Fact::Causes, "a cause"),
    (Fact::Named, "a name"),
    (Fact::Past, "something that happened"),
    (Fact::Reported, "reported speech"),
    (Fact::Denies, "a denial"),
    (Fact::Foretells, "a prediction"),
    (Fact::Opines, "opinion words"),
    (Fact::Asks, "a question"),
];

/// Weighs the tokens in `range`, with the values in it.
pub(crate) fn weigh(
    scales: &Scales<'_>,
    tokens: &Tokens<'_>,
    range: &Range<usize>,
    values: &[&Draft],
    standing: Standing,
) -> Worth {
    let plain = seen::facts(tokens, range, values);
    let margin = scales.margin(tokens, range, plain);
    let mut facts = plain;
    facts.set(Fact::Reported, standing.reported);
    facts.set(Fact::Quoted, standing.quoted);
    facts.set(Fact::LacksSubject, standing.lacks_subject);
    let headline = matches!(standing.block, BlockKind::Headline | BlockKind::Standfirst);
    facts.set(Fact::Headline, headline);
    facts.set(Fact::Caption, standing.block == BlockKind::Caption);
    let stands = |fact: Fact| match fact {
        Fact::Compares => kinds::compares(tokens, range),
        Fact::Causes => !kinds::is_due_to_happen(tokens, range),
        Fact::Past => kinds::happens(tokens, range),
        _ => true,
    };
    let mut reasons: Vec<&'static str> = REASONS
        .iter()
        .filter(|(fact, _)| facts.has(*fact) && stands(*fact))
        .map(|(_, words)| *words)
        .collect();
    if headline {
        reasons.push("in the headline");
    }
    if standing.block == BlockKind::Caption {
        reasons.push("in a caption");
    }
    let score = (scales.model.probability(margin, facts) * 1000.0).round() / 1000.0;
    // No suggestion goes without a reason: what is left is the wording that the model learnt.
    if reasons.is_empty() && score >= SUGGESTED {
        reasons.push("worded like a statement of fact");
    }
    let kind = kind(tokens, range, facts);
    for (of, reason) in [(ClaimKind::Prediction, "a prediction"), (ClaimKind::Opinion, "opinion words")] {
        if kind == of && !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    Worth { score, reasons, kind, margin, facts }
}

/// What kind of claim it would be.
fn kind(tokens: &Tokens<'_>, range: &Range<usize>, facts: Facts) -> ClaimKind {
    let has = |fact| facts.has(fact);
    let headline = has(Fact::Headline);
    if has(Fact::Foretells) && !kinds::is_due_to_cause(tokens, range) && kinds::is_foretold(tokens, range) {
        ClaimKind::Prediction
    } else if opinions::judges(tokens, range) {
        ClaimKind::Opinion
    } else if kinds::foretells(tokens, range, headline, has(Fact::Reported)) {
        ClaimKind::Prediction
    } else if has(Fact::Opines) && !has(Fact::Measured) && !has(Fact::Dated) {
        ClaimKind::Opinion
    } else if has(Fact::Compares) && kinds::compares(tokens, range) {
        ClaimKind::Comparison
    } else if has(Fact::Measured) || has(Fact::Counted) {
        ClaimKind::Quantity
    } else if has(Fact::Causes) && !kinds::is_due_to_happen(tokens, range) {
        ClaimKind::Cause
    } else if has(Fact::Dated) && is_about_time(tokens, range) {
        ClaimKind::Date
    } else if has(Fact::Quoted) && !has(Fact::Past) {
        ClaimKind::Quote
    } else if has(Fact::Past) && kinds::happens(tokens, range) || headline && kinds::is_news(tokens, range) {
        ClaimKind::Event
    } else {
        ClaimKind::State
    }
}
