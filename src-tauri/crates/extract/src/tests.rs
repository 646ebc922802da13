//! The whole finder: on the sample article, on other languages, and on hostile texts.

use std::ops::ControlFlow;

use assay_model::document::BlockKind;
use assay_model::found::{Found, FoundClaim};
use assay_model::span::Span;

use assay_model::claim::ClaimKind;

use super::*;

mod hostile;
mod joining;
mod kinds;
mod labels;
mod languages;
mod naming;
mod passing;
mod readings;
mod sample;
mod saying;
mod statements;
mod titles;
mod turns;

const SAMPLE: &str = include_str!("../../engine/sample-article.txt");

/// Blocks by hand: a line each, and the sample's head told by its first words.
fn blocks(text: &str) -> Vec<Block> {
    let mut out = Vec::new();
    let mut at = 0_u32;
    for line in text.split('\n') {
        let lead = line.chars().take_while(|c| c.is_whitespace()).count() as u32;
        let inner = line.trim();
        let end = at + lead + inner.chars().count() as u32;
        let kind = if inner.starts_with("date ") || inner.starts_with("March 2, 2023, 13:01") {
            BlockKind::Metadata
        } else {
            BlockKind::Paragraph
        };
        if let Some((credit, _)) = inner.split_once(" Sergey Lavrov (left)") {
            let cut = at + lead + credit.chars().count() as u32;
            out.push(Block { kind: BlockKind::Metadata, start: at + lead, end: cut });
            out.push(Block { kind: BlockKind::Caption, start: cut + 1, end });
        } else if !inner.is_empty() {
            out.push(Block { kind, start: at + lead, end });
        }
        at += line.chars().count() as u32 + 1;
    }
    out
}

fn found_in(text: &str, published: &str) -> Found {
    let metadata = Metadata { published: published.parse().ok(), ..Metadata::default() };
    find(text, &blocks(text), &metadata, &mut |_| ControlFlow::Continue(())).unwrap()
}

fn claim<'f>(found: &'f Found, part: &str) -> &'f FoundClaim {
    let has = |c: &&FoundClaim| c.mentions.iter().any(|m| m.exact.contains(part));
    found.claims.iter().find(has).unwrap_or_else(|| panic!("no claim with “{part}”"))
}

/// The label and the statement of the claim with these words.
fn words<'f>(found: &'f Found, part: &str) -> (&'f str, &'f str) {
    let claim = claim(found, part);
    (&claim.label, &claim.statement)
}

#[test]
fn no_suggestion_goes_without_a_reason() {
    let found = found_in(SAMPLE, "2023-03-02");
    assert!(found.claims.len() > 20);
    for claim in &found.claims {
        assert!(!claim.reasons.is_empty(), "no reason for “{}”", claim.statement);
    }
}

#[test]
fn a_quotation_over_paragraphs_has_the_speaker_of_its_end() {
    let speakers = |text: &str| -> Vec<String> {
        let found = found_in(text, "2023-03-02");
        let claims = found.claims.iter().filter(|c| c.mentions[0].exact.contains("percent"));
        claims.map(|c| c.claimant.as_ref().map_or_else(String::new, |c| c.name.clone())).collect()
    };
    for end in [
        "“Exports fell by 9 percent,” said Jane Miller, the minister.",
        "“Exports fell by 9 percent.”\nsaid Jane Miller.",
    ] {
        let text = format!("The minister spoke on Monday.\n“Prices rose by 4 percent last year.\n{end}");
        assert_eq!(speakers(&text), ["Jane Miller", "Jane Miller"], "{text}");
    }
    // A mark that nothing closes makes no quotation of what follows.
    let text = "“Prices rose by 4 percent.\nThe bank moved.\nExports fell by 9 percent, the bank found.";
    assert_eq!(speakers(text).last().map(String::as_str), Some(""));
}

#[test]
fn a_quotation_without_its_opening_mark_has_its_speaker() {
    let found = found_in(SAMPLE, "2023-03-02");
    let index = TextIndex::new(SAMPLE);
    let text = |q: &Quotation| index.slice(Span { start: q.start, end: q.end }).unwrap();
    let quote = found.quotations.iter().find(|q| text(q).starts_with("I told the foreign minister")).unwrap();
    assert!(text(quote).ends_with("lasting peace"));
    assert_eq!(quote.speaker.as_ref().unwrap().name, "Antony Blinken");
    let quote = found.quotations.iter().find(|q| text(q).starts_with("The West continues")).unwrap();
    assert_eq!((quote.speaker.as_ref().unwrap().name.as_str(), quote.mode), ("Sergey Lavrov", Mode::Quote));
}

#[test]
fn claims_that_differ_in_number_date_name_or_polarity_stay_apart() {
    let text = "Acme Motors sold 500 cars in Lyon in 2019.\nAcme Motors sold 600 cars in Lyon in 2019.\n\
                Acme Motors sold 500 cars in Lyon in 2018.\nAcme Motors sold 500 cars in Turin in 2019.\n\
                Acme Motors never sold 500 cars in Lyon in 2019.\nIn 2019 Acme Motors sold 500 cars in Lyon.";
    let found = found_in(text, "2020-05-01");
    assert_eq!(found.claims.len(), 5);
    assert_eq!(found.claims[0].mentions.len(), 2);
}

#[test]
fn opinions_and_predictions_say_so() {
    let text = "Fred Smith said prices will rise by 5% next year. “This is an outrageous and unfair decision,” he said.";
    let found = found_in(text, "2020-05-01");
    let kinds: Vec<ClaimKind> = found.claims.iter().map(|c| c.kind).collect();
    assert_eq!(kinds, [ClaimKind::Prediction, ClaimKind::Opinion]);
    assert!(found.claims.iter().all(|c| c.claimant.as_ref().is_some_and(|c| c.name == "Fred Smith")));
}

#[test]
fn breaking_stops_at_once() {
    let mut calls = 0;
    let mut step = |_| {
        calls += 1;
        if calls == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    assert_eq!(find(SAMPLE, &blocks(SAMPLE), &Metadata::default(), &mut step), None);
    assert_eq!(calls, 3);
}
