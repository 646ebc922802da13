//! The sample article.

use assay_model::value::Modifier;

use super::*;

#[test]
fn the_sample_gives_the_meeting_length() {
    let found = found_in(SAMPLE, "2023-03-02");
    let claim = claim(&found, "less than 10 minutes");
    assert_eq!(claim.mentions[0].exact, "the discussion in Delhi lasted less than 10 minutes");
    let claimant = claim.claimant.as_ref().unwrap();
    assert_eq!(
        (claimant.name.as_str(), claimant.mode),
        ("A senior State Department official", Mode::Paraphrase)
    );
    let value = &claim.values[0];
    assert_eq!((value.text.as_str(), value.value.as_str()), ("less than 10 minutes", "PT10M"));
    assert_eq!(value.modifier, Some(Modifier::LessThan));
    assert_eq!(claim.statement, "The discussion in Delhi lasted less than 10 minutes.");
}

#[test]
fn the_sample_gives_the_last_meeting_once_with_two_mentions() {
    let found = found_in(SAMPLE, "2023-03-02");
    let claim = claim(&found, "Sergey Lavrov (left)");
    let exact: Vec<&str> = claim.mentions.iter().map(|m| m.exact.as_str()).collect();
    assert_eq!(
        exact,
        [
            "Sergey Lavrov (left) and Antony Blinken (right) last met in Geneva in January 2022",
            "The last time Mr. Blinken and Mr. Lavrov met was in Geneva in January 2022",
        ]
    );
    assert_eq!(claim.values[0].value, "2022-01");
    assert_eq!(claim.kind, ClaimKind::Date);
}

#[test]
fn the_sample_gives_the_suspension_and_who_spoke_of_it() {
    let found = found_in(SAMPLE, "2023-03-02");
    let claim = claim(&found, "suspend its participation");
    assert_eq!(claim.mentions[0].exact, "Moscow’s recent decision to suspend its participation in the pact");
    let claimant = claim.claimant.as_ref().unwrap();
    assert_eq!(claimant.name, "Antony Blinken");
    let index = TextIndex::new(SAMPLE);
    assert_eq!(index.slice(Span { start: claimant.start, end: claimant.end }), Some("He"));
}

#[test]
fn a_label_keeps_its_denial_and_a_statement_ends_with_its_quotation() {
    let found = found_in(SAMPLE, "2023-03-02");
    let brush = claim(&found, "elbow brush");
    assert!(brush.label.contains("idn’t"), "{}", brush.label);
    let roads = found_in("The government spent £5m on roads in 2019.", "2023-03-02");
    assert!(roads.claims[0].label.contains("£5m"), "{}", roads.claims[0].label);
    assert_eq!(claim(&found, "on the go").statement, "They spoke “on the go”.");
}

#[test]
fn no_line_about_the_document_is_a_claim() {
    let found = found_in(SAMPLE, "2023-03-02");
    for words in ["Written by", "GMT", "Getty"] {
        assert!(!found.claims.iter().any(|c| c.mentions.iter().any(|m| m.exact.contains(words))), "{words}");
    }
    let head = found.sentences.iter().filter(|s| s.block == BlockKind::Metadata);
    assert!(head.clone().count() == 3 && head.clone().all(|s| s.score == 0.0 && !s.checkable));
}
