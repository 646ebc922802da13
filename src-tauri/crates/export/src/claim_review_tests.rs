//! Tests of `claim_review`: the rules of schema.org and Google, on every record.

use assay_model::scale::RatingRef;
use serde_json::{Value, json};

use super::*;
use crate::ExportSet;
use crate::samples::{HOSTILE, hostile, set, untold};

fn export(set: &ExportSet) -> Result<Exported, ExportError> {
    super::export(&Cleared::new(set.clone()), &untold())
}

fn read(set: &ExportSet) -> Vec<Value> {
    serde_json::from_slice(&export(set).unwrap().bytes).unwrap()
}

/// The required properties, the ranges and the kinds of addresses.
fn holds(review: &Value) {
    assert_eq!(review["@context"], "https://schema.org");
    assert_eq!(review["@type"], "ClaimReview");
    assert!(review["@id"].as_str().unwrap().starts_with("urn:uuid:"));
    assert!(!review["claimReviewed"].as_str().unwrap().trim().is_empty());
    let rating = &review["reviewRating"];
    assert_eq!(rating["@type"], "Rating");
    assert!(!rating["alternateName"].as_str().unwrap().is_empty());
    let number = |key: &str| rating.get(key).map(|n| n.as_i64().unwrap());
    match (number("worstRating"), number("ratingValue"), number("bestRating")) {
        (Some(worst), Some(value), Some(best)) => {
            assert!(1 <= worst && worst < best && (worst..=best).contains(&value));
        }
        (None, None, None) => {}
        half => panic!("half a scale: {half:?}"),
    }
    let item = &review["itemReviewed"];
    assert_eq!(item["@type"], "Claim");
    if let Some(author) = item.get("author") {
        assert!(!author["name"].as_str().unwrap().trim().is_empty());
    }
    let works = [item.get("appearance"), review.get("citation")];
    for work in works.into_iter().flatten().flat_map(|w| w.as_array().unwrap()) {
        assert_eq!(work["@type"], "CreativeWork");
        if let Some(url) = work.get("url") {
            assert!(url.as_str().unwrap().starts_with("http"));
        }
    }
}

#[test]
fn every_record_keeps_the_rules() {
    let set = set();
    let reviews = read(&set);
    reviews.iter().for_each(holds);
    let ratings: Vec<(Option<&str>, Option<i64>)> = reviews
        .iter()
        .map(|r| (r["reviewRating"]["alternateName"].as_str(), r["reviewRating"]["ratingValue"].as_i64()))
        .collect();
    assert_eq!(
        ratings,
        [
            (Some("Supported"), Some(5)),
            (Some("Refuted"), Some(1)),
            (Some("Conflicting evidence"), Some(3)),
            (Some("Not enough evidence"), None),
            (Some("Not checkable"), None),
        ]
    );
    let review = &reviews[0];
    assert_eq!(review["datePublished"], "2023-03-05");
    assert_eq!(review["claimReviewed"], set.claims[0].row.statement);
    let item = &review["itemReviewed"];
    assert_eq!(item["author"], json!({ "@type": "Person", "name": "Antony Blinken" }));
    assert_eq!(item["datePublished"], "2023-03-02T13:01Z");
    assert_eq!(item["appearance"][0]["url"], "https://example.org/articles/1");
    assert_eq!(item["appearance"].as_array().unwrap().len(), 1, "two mentions in one document");
    assert_eq!(item["position"], "char=748,782");
    assert_eq!(review["citation"][0]["text"], "The two met in Geneva.");
    assert_eq!(review["reviewBody"], "The readout says so [1].");
    assert!(review.get("author").is_none());
}

#[test]
fn what_cannot_be_expressed_is_left_out_and_told() {
    let exported = export(&set()).unwrap();
    assert_eq!(exported.records, 5);
    let told: Vec<(&str, Vec<&str>)> = exported
        .warnings
        .iter()
        .map(|w| (w.message.as_str(), w.claims.iter().map(String::as_str).collect()))
        .collect();
    assert_eq!(
        told,
        [
            ("2 claims have no primary source", vec!["DG-2", "DG-3"]),
            ("1 claim is not signed off. It is left out.", vec!["DG-6"]),
            (
                "5 claims have no “url” yet. Add the address of the page that you publish on.",
                vec!["DG-1", "DG-2", "DG-3", "DG-4", "DG-5"]
            ),
        ]
    );
}

/// The rating of a claim that was given this value.
fn rated(scale: &str, rating: &str) -> (Value, Vec<ExportWarning>) {
    let mut set = set();
    let mut own = assay_model::scale::built_in()[2].clone();
    own.word = "from-zero".into();
    for rating in &mut own.ratings {
        rating.number = rating.number.map(|n| (n - 1.0) / 2.0);
    }
    set.scales.push(own);
    set.claims.truncate(1);
    set.claims[0].row.rating = Some(RatingRef { scale: scale.into(), rating: rating.into() });
    let exported = export(&set).unwrap();
    let review = read(&set)[0].clone();
    holds(&review);
    (review["reviewRating"].clone(), exported.warnings)
}

#[test]
fn a_value_of_a_scale_has_the_number_and_the_ends_of_its_scale() {
    let rating = |name: &str, value: i64, best: i64| {
        json!({
            "@type": "Rating", "alternateName": name,
            "ratingValue": value, "bestRating": best, "worstRating": 1,
        })
    };
    assert_eq!(rated("politifact", "pants-on-fire").0, rating("Pants on Fire", 1, 6));
    assert_eq!(rated("claimreview", "half-true").0, rating("Half true", 3, 5));
    let name = |name: &str| json!({"@type": "Rating", "alternateName": name});
    assert_eq!(rated("newsroom", "cannot-confirm").0, name("Cannot confirm"));
    assert_eq!(rated("fever", "refutes").0, name("REFUTES"));
    assert_eq!(rated("gone", "gone").0, name("Supported"), "a scale that is not there");
}

#[test]
fn a_scale_that_begins_below_one_gives_its_name_and_says_so() {
    let (rating, warnings) = rated("from-zero", "mostly-true");
    assert_eq!(rating, json!({"@type": "Rating", "alternateName": "Mostly true"}));
    assert!(warnings.iter().any(|w| w.message.contains("begins below 1") && w.claims == ["DG-1"]));
}

#[test]
fn in_its_own_voice_the_publisher_makes_the_claim() {
    let mut set = set();
    set.claims[0].row.claimant = None;
    assert_eq!(
        read(&set)[0]["itemReviewed"]["author"],
        json!({ "@type": "Organization", "name": "BBC News" })
    );
    set.documents[0].metadata.publisher = None;
    assert!(read(&set)[0]["itemReviewed"].get("author").is_none(), "nobody is no author");
}

#[test]
fn a_ministry_is_no_person() {
    for body in ["Russian Foreign Ministry", "BBC News", "NATO", "Example Ltd."] {
        assert_eq!(kind_of(body), "Organization", "{body}");
    }
    for person in ["Sergey Lavrov", "A senior State Department official", "Ann"] {
        assert_eq!(kind_of(person), "Person", "{person}");
    }
}

#[test]
fn names_and_reasons_go_out_only_if_asked_for() {
    let mut set = set();
    set.options = crate::ExportOptions { evidence: false, rationale: false, people: true, notes: false };
    let review = read(&set)[0].clone();
    assert_eq!(review["author"], json!({ "@type": "Person", "name": "Ines Moreau" }));
    assert!(review.get("citation").is_none() && review.get("reviewBody").is_none());
}

#[test]
fn evidence_that_it_was_said_is_not_cited() {
    let mut set = set();
    set.claims[0].evidence_items[0].finding = Finding::Said;
    assert!(read(&set)[0].get("citation").is_none());
}

#[test]
fn hostile_text_is_only_text_and_cannot_end_a_script() {
    for text in HOSTILE {
        let set = hostile(text);
        let bytes = export(&set).unwrap().bytes;
        assert!(!bytes.contains(&b'<'));
        let reviews = read(&set);
        holds(&reviews[0]);
        assert_eq!(reviews[0]["claimReviewed"], *text);
        assert_eq!(reviews[0]["itemReviewed"]["text"], *text);
        assert_eq!(reviews[0]["citation"][0]["text"], *text);
    }
}

#[test]
fn an_empty_set_is_an_empty_list() {
    let mut set = set();
    set.claims.clear();
    let exported = export(&set).unwrap();
    assert_eq!((exported.bytes.as_slice(), exported.records, exported.warnings.len()), (&b"[]\n"[..], 0, 0));
}
