//! `ClaimReview` of schema.org, as JSON-LD: an array of reviews, each whole in itself so that it can stand on a page of
//! its own.
//!
//! After Google's rules for fact checks (developers.google.com/search/docs/appearance/structured-data/factcheck):
//! `claimReviewed` and `reviewRating` with an `alternateName` are required, `bestRating` is above `worstRating`, which
//! is at least 1, and `ratingValue` lies between. A finding without a place between true and false, such as “Not enough
//! evidence”, has its name alone. `url`, the page that the check is published on, is required too, but
//! Assay does not know it: whoever publishes adds it, and a warning says so. The finding exported is “is it true?”.

use std::collections::HashMap;

use assay_model::claim::Claim;
use assay_model::document::{DocumentSummary, Metadata};
use assay_model::evidence::Evidence;
use assay_model::id::DocumentId;
use assay_model::time::Instant;
use assay_model::verdict::{Finding, Status, Verdict};
use serde::Serialize;

use crate::confidential::Cleared;
use crate::rating::{Rating, loses_number, rating};
use crate::set::web_address;
use crate::steps::{InTurn, Steps};
use crate::warnings::{about, count, of_any_format};
use crate::{ExportError, ExportWarning, Exported};

type Documents<'s> = HashMap<DocumentId, &'s DocumentSummary>;

pub(crate) fn export(set: &Cleared, steps: &Steps<'_>) -> Result<Exported, ExportError> {
    let documents = set.by_id();
    let made = |claim| fitting(claim).ok().map(|verdict| review(set, &documents, claim, verdict));
    let reviews = InTurn::new(&set.claims, steps, made);
    let text = serde_json::to_string_pretty(&reviews).map_err(|e| reviews.failed(e))?;
    // A `<` stands only within strings. Escaped, none of it can end the script element that holds the JSON-LD in a page.
    let mut bytes = text.replace('<', "\\u003c").into_bytes();
    bytes.push(b'\n');
    Ok(Exported { bytes, records: reviews.made.get(), warnings: warnings(set, steps)? })
}

/// Why a claim cannot be expressed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LeftOut {
    NotSignedOff,
    NoVerdict,
    NoStatement,
}

/// The verdict of a claim that can be expressed, or why it cannot.
fn fitting(claim: &Claim) -> Result<Verdict, LeftOut> {
    if claim.row.status != Status::SignedOff {
        return Err(LeftOut::NotSignedOff);
    }
    if claim.row.statement.trim().is_empty() {
        return Err(LeftOut::NoStatement);
    }
    match claim.row.verdict {
        None => Err(LeftOut::NoVerdict),
        Some(verdict) => Ok(verdict),
    }
}

fn warnings(set: &Cleared, steps: &Steps<'_>) -> Result<Vec<ExportWarning>, ExportError> {
    let exported: Vec<&Claim> = set.claims.iter().filter(|c| fitting(c).is_ok()).collect();
    let mut warnings = of_any_format(set, exported.iter().copied(), false, steps)?;
    let because = |why: LeftOut, one: &str, many: &str, rest: &str| {
        about(
            &set.claims,
            |c| fitting(c) == Err(why),
            |n| {
                let left = if n == 1 { "It is left out." } else { "They are left out." };
                format!("{}{rest} {left}", count(n, one, many))
            },
        )
    };
    warnings.extend(because(LeftOut::NotSignedOff, "is", "are", " not signed off."));
    warnings.extend(because(LeftOut::NoVerdict, "has", "have", " no verdict."));
    warnings.extend(because(LeftOut::NoStatement, "has", "have", " no statement."));
    warnings.extend(about(
        exported.iter().copied(),
        |c| loses_number(set, c),
        |n| {
            let begins = "a number on a scale that begins below 1, which ClaimReview does not take. Only its name is given.";
            format!("{} {begins}", count(n, "has", "have"))
        },
    ));
    warnings.extend(about(
        exported,
        |_| true,
        |n| {
            format!(
                "{} no “url” yet. Add the address of the page that you publish on.",
                count(n, "has", "have")
            )
        },
    ));
    Ok(warnings)
}

/// The keys in the order that people expect; what is unknown has none.
#[derive(Serialize)]
struct Review<'s> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "datePublished", skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Named<'s>>,
    #[serde(rename = "claimReviewed")]
    claim: &'s str,
    #[serde(rename = "itemReviewed")]
    item: Item<'s>,
    #[serde(rename = "reviewRating")]
    rating: Rating<'s>,
    #[serde(rename = "reviewBody", skip_serializing_if = "Option::is_none")]
    body: Option<&'s str>,
    #[serde(rename = "citation", skip_serializing_if = "Vec::is_empty")]
    cited: Vec<Work<'s>>,
}

/// The claim as it was made: by whom, when, where.
#[derive(Serialize)]
struct Item<'s> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Named<'s>>,
    #[serde(rename = "datePublished", skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    appearance: Vec<Work<'s>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'s str>,
    /// After RFC 5147: positions between characters, so the end is exclusive here too.
    #[serde(skip_serializing_if = "Option::is_none")]
    position: Option<String>,
}

/// Somebody with a name; an author without one is not allowed.
#[derive(Serialize)]
struct Named<'s> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'s str,
}

/// A document or a source.
#[derive(Serialize)]
struct Work<'s> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Named<'s>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Named<'s>>,
    #[serde(rename = "datePublished", skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'s str>,
}

fn review<'s>(set: &'s Cleared, documents: &Documents<'s>, claim: &'s Claim, verdict: Verdict) -> Review<'s> {
    let cited = set.evidence(claim).unwrap_or_default().iter().filter(|e| e.finding == Finding::True);
    Review {
        context: "https://schema.org",
        kind: "ClaimReview",
        id: format!("urn:uuid:{}", claim.row.id),
        published: claim.signed_off_at.map(Instant::date),
        author: claim
            .signed_off_by
            .as_deref()
            .filter(|_| set.options.people)
            .and_then(|p| named("Person", p)),
        claim: &claim.row.statement,
        item: item(documents, claim),
        rating: rating(set, claim, verdict),
        body: set.rationale(claim),
        cited: cited.map(citation).collect(),
    }
}

fn item<'s>(documents: &Documents<'s>, claim: &'s Claim) -> Item<'s> {
    let mut made_in: Vec<&DocumentSummary> = Vec::new();
    for document in claim.mentions.iter().filter_map(|m| documents.get(&m.document)) {
        if !made_in.iter().any(|d| d.id == document.id) {
            made_in.push(document);
        }
    }
    let first = made_in.first().map(|d| &d.metadata);
    let author = match &claim.row.claimant {
        Some(claimant) => named(kind_of(claimant), claimant),
        None => first.and_then(|d| named("Organization", d.publisher.as_deref()?)),
    };
    let mention = claim.mentions.first();
    Item {
        kind: "Claim",
        author,
        published: first.and_then(|d| d.published.as_ref()).map(ToString::to_string),
        appearance: made_in.iter().map(|d| appearance(&d.metadata)).collect(),
        text: mention.map(|m| m.exact.as_str()),
        position: mention.map(|m| format!("char={},{}", m.start, m.end)),
    }
}

fn appearance(document: &Metadata) -> Work<'_> {
    Work {
        kind: "CreativeWork",
        name: filled(&document.title),
        url: document.url.as_deref().and_then(web_address),
        author: None,
        publisher: document.publisher.as_deref().and_then(|p| named("Organization", p)),
        published: document.published.as_ref().map(ToString::to_string),
        text: None,
    }
}

fn citation(evidence: &Evidence) -> Work<'_> {
    let source = &evidence.source;
    Work {
        kind: "CreativeWork",
        name: filled(&source.title),
        url: source.url.as_deref().and_then(web_address),
        author: source.author.as_deref().and_then(|a| named(kind_of(a), a)),
        publisher: source.publisher.as_deref().and_then(|p| named("Organization", p)),
        published: source.published.as_ref().map(ToString::to_string),
        text: evidence.quote.as_deref().and_then(filled),
    }
}

fn named<'s>(kind: &'static str, name: &'s str) -> Option<Named<'s>> {
    filled(name).map(|name| Named { kind, name })
}

fn filled(text: &str) -> Option<&str> {
    Some(text).filter(|t| !t.trim().is_empty())
}

/// Whether a claimant is a person or a body, by the last word of the name. The format has no word for “either”.
fn kind_of(claimant: &str) -> &'static str {
    const BODIES: &[&str] = &[
        "agency",
        "army",
        "association",
        "authority",
        "bank",
        "board",
        "bureau",
        "commission",
        "committee",
        "company",
        "corporation",
        "council",
        "court",
        "department",
        "government",
        "group",
        "inc",
        "institute",
        "ltd",
        "ministry",
        "nations",
        "news",
        "office",
        "organisation",
        "organization",
        "parliament",
        "party",
        "police",
        "service",
        "times",
        "union",
        "university",
    ];
    let last = claimant
        .split_whitespace()
        .next_back()
        .unwrap_or_default()
        .trim_matches(|c: char| !c.is_alphanumeric());
    let acronym = last.chars().count() > 1 && last.chars().all(char::is_uppercase);
    if acronym || BODIES.contains(&last.to_lowercase().as_str()) { "Organization" } else { "Person" }
}

#[cfg(test)]
#[path = "claim_review_tests.rs"]
mod tests;
