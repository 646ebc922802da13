//! Labels that say what their claim says.

use super::{found_in, words};

/// The labels of all claims.
fn labels(text: &str) -> Vec<String> {
    found_in(text, "2023-03-02").claims.iter().map(|c| c.label.clone()).collect()
}

#[test]
fn a_label_keeps_the_word_that_turns_its_meaning() {
    for (text, kept) in [
        ("Neither Germany nor France did better in 2019.", "Neither Germany nor France"),
        ("No other country has cut emissions so much since 1990.", "No other country"),
        ("Not a single one of the 40 homes was sold in 2019.", "Not a single one of"),
        ("None of the 12 claims was true in 2019.", "None of"),
        ("Real wages barely rose in 2019.", "barely"),
        ("Only two of the five banks passed the test in 2019.", "Only two of"),
        ("Few of the 300 doctors agreed to the pay deal in 2019.", "Few of"),
        ("The bank no longer lends to 300 firms in Leeds.", "no longer"),
        ("The bank never lent 300 million pounds to Greece.", "never"),
        ("Hardly any of the 40 homes were sold in 2019.", "Hardly any of"),
    ] {
        let labels = labels(text);
        assert!(!labels.is_empty(), "{text}");
        assert!(labels.iter().any(|l| l.contains(kept)), "{text} gave {labels:?}");
    }
}

#[test]
fn no_label_breaks_off() {
    for text in [
        "The inquiry was not over in 2019, the police said.",
        "She is not the first woman to win 40 million votes.",
        "Three studies showed that 5G causes cancer in 40 percent of mice.",
        "The failure of the ministers to agree showed that differences over the war have intensified in the past year.",
        "He said he knew what the 300 workers lived on.",
    ] {
        for label in labels(text) {
            let last = label.rsplit(' ').next().unwrap().to_lowercase();
            assert!(
                !matches!(last.as_str(), "not" | "that" | "is" | "was" | "of" | "to" | "on" | "did"),
                "{text}: {label}"
            );
        }
    }
}

#[test]
fn a_label_goes_on_to_what_is_shown() {
    let text = "The failure of the ministers to agree showed that differences over the war have intensified in the past year.";
    assert!(
        labels(text).iter().any(|l| l.starts_with("Differences") && l.contains("intensified")),
        "{:?}",
        labels(text)
    );
    let text = "The study did not show that 40 percent of mice died.";
    assert!(labels(text).iter().all(|l| l.contains("not")), "{:?}", labels(text));
}

#[test]
fn i_takes_a_name_only_where_the_verb_allows_it() {
    for (text, part) in [
        ("“I don’t believe that 40 percent of ice is melting,” said Senator Tom Reed.", "believe"),
        ("“I am not a crook and paid 40 million dollars,” said Tom Reed in 1973.", "crook"),
        ("“I have sold 40 million shares in 2019,” said Tom Reed.", "sold"),
    ] {
        let found = found_in(text, "2023-03-02");
        let Some(claim) = found.claims.iter().find(|c| c.mentions[0].exact.contains(part)) else { continue };
        let (label, statement) = (&claim.label, &claim.statement);
        for wrong in ["Reed don’t", "Reed am", "Reed have"] {
            assert!(!label.contains(wrong) && !statement.contains(wrong), "{label}: {statement}");
        }
    }
    let text = "“I sold 40 million shares in 2019,” said Tom Reed.";
    assert_eq!(words(&found_in(text, "2023-03-02"), "sold").1, "Tom Reed sold 40 million shares in 2019.");
}

#[test]
fn a_token_stays_with_what_it_is_stuck_to() {
    for (text, whole) in [
        ("Scientists said that 5G causes cancer in 40 percent of mice.", "5G"),
        ("The 9/11 attacks killed 2,977 people in New York.", "9/11"),
    ] {
        let labels = labels(text);
        assert!(labels.iter().any(|l| l.split(' ').any(|w| w == whole)), "{text} gave {labels:?}");
    }
}

#[test]
fn that_which_is_a_subject_stays() {
    for (text, kept) in [
        ("That would cut 500 jobs in Leeds.", "That would cut 500 jobs in Leeds."),
        ("That was the worst year since 1990.", "That was the worst year since 1990."),
        ("Lee said that 500 jobs were cut in Leeds.", "500 jobs were cut in Leeds."),
    ] {
        let found = found_in(text, "2023-03-02");
        assert_eq!(found.claims[0].statement, kept, "{text}");
    }
}

#[test]
fn a_possessive_day_gets_no_date_in_it() {
    let found = found_in("Tuesday’s train crash killed 57 people.", "2023-03-02");
    assert_eq!(found.claims[0].statement, "Tuesday’s train crash killed 57 people.");
}

#[test]
fn lines_of_the_makers_are_no_claims() {
    for line in [
        "Jane Doe in Paris and John Roe in Rome contributed to this report.",
        "Analysis by Jane Doe.",
        "More on this story",
        "Watch: the moment the bridge fell.",
        "Read our full coverage of the election.",
    ] {
        let text = format!("The bridge fell in 2019 and 40 people died.\n\n{line}");
        let found = found_in(&text, "2023-03-02");
        let last =
            found.claims.iter().find(|c| text[text.find(line).unwrap()..].contains(&c.mentions[0].exact));
        assert!(last.is_none(), "{line}: {last:?}");
    }
}
