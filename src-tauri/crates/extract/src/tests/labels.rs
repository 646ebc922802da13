//! Labels that say what their claim says.

use super::{SAMPLE, found_in, words};

/// The labels of all claims.
fn labels(text: &str) -> Vec<String> {
    found_in(text, "2023-03-02").claims.iter().map(|c| c.label.clone()).collect()
}

#[test]
fn a_label_keeps_the_word_that_turns_its_meaning() {
    for (text, kept) in [
        ("Neither Germany nor France did better in 2019.", "Neither Germany nor France"),
        ("No other country has cut emissions so much since 1990.", "No other country"),
        ("Not a single one of the 40 homes was sold in 2019.", "Not a single one was sold"),
        ("None of the 12 claims was true in 2019.", "None of"),
        ("Real wages barely rose in 2019.", "barely"),
        ("Only two of the five banks passed the test in 2019.", "Only two banks passed"),
        ("Few of the 300 doctors agreed to the pay deal in 2019.", "Few doctors agreed"),
        ("The bank no longer lends to 300 firms in Leeds.", "no longer"),
        ("The bank never lent 300 million pounds to Greece.", "never lent"),
        ("Hardly any of the 40 homes were sold in 2019.", "Hardly any homes"),
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

#[test]
fn a_label_names_the_subject_and_verb_of_its_clause() {
    for (text, label) in [
        // A form of address is no subject, and the verb behind “who” is not the clause's own.
        ("Ministers, prices have risen by 5 percent since 2019.", "Prices risen by 5 percent"),
        ("The man who in 2019 shot three people in Leeds was freed on Monday.", "Man was freed on Monday"),
        ("The bank that lent 40 million pounds to Greece has closed 30 branches.", "Bank closed 30 branches"),
        ("Emails exchanged in 2019 among 40 officials have been published.", "Emails have been published"),
        // Words joined by a hyphen are one, and a bound stays with its number.
        ("The 12-year-old boy was shot in Leeds in 2019.", "12-year-old boy was shot"),
        ("More than 300 people who worked there died in 2019.", "More than 300 people died"),
        (
            "More than half of the 300 workers at the plant lost their jobs in 2019.",
            "More than half lost jobs",
        ),
        ("There were 300 people on board the ship.", "There were 300 people"),
        // What is denied stays denied, and limited as it was.
        ("Neither the bank nor its owner paid any tax in 2019.", "Neither bank nor owner paid tax"),
        ("Crime has not fallen by 9 percent in London since 2016.", "Crime not fallen by 9 percent"),
        ("Mr Smith denied that he had taken $40,000 from the fund.", "Denied: Smith had taken $40,000"),
        ("There is no evidence that 5G causes cancer.", "No evidence: 5G causes cancer"),
        ("It is not true that 40 people died in the fire in 2019.", "Not true: 40 people died"),
        ("Dow Jones Industrial Average closes at lowest level in six years", "Closes at lowest level"),
    ] {
        assert_eq!(labels(text).first().map(String::as_str), Some(label), "{text}");
    }
}

#[test]
fn two_claims_of_a_text_seldom_bear_one_label() {
    let text = "Acme sold 500 cars in Leeds in 2019. Acme sold 500 cars in York in 2020. Acme sold 500 cars in Bath in 2021.";
    let mut all = labels(text);
    assert!(all.iter().all(|l| l.split(' ').count() <= 6), "{all:?}");
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 3, "{all:?}");
}

#[test]
fn labels_of_the_sample_read_like_titles() {
    let found = found_in(SAMPLE, "2023-03-02");
    for (part, label) in [
        ("less than 10 minutes", "Discussion lasted less than 10 minutes"),
        ("on the go", "They spoke on the go"),
        ("New START", "Blinken urged Russia to join treaty"),
        ("raised the case", "Blinken raised case of Whelan"),
        ("elbow brush", "Lavrov didn’t say anything about brush"),
        ("had taken place", "Meeting had taken place"),
        ("no further details", "Zakharova gave no further details"),
        ("not shown any interest", "Putin not shown any interest"),
        ("encouraging Kiev", "Lavrov accused West"),
        ("irresponsible", "Moscow’s decision called irresponsible"),
    ] {
        assert_eq!(words(&found, part).0, label, "{part}");
    }
}

#[test]
fn a_label_has_few_words_and_no_loose_end() {
    let text = "The board has been with the bank for 33 years and its shares fell by 2.5 percent. Airbus delivered the \
                A380 to Qantas. Apple announced a new, faster phone. It had, at one point, set a low of 7,447.";
    let found = found_in(text, "2023-03-02");
    let labels: Vec<&str> = found.claims.iter().map(|c| c.label.as_str()).collect();
    assert!(labels.contains(&"Airbus delivered A380 to Qantas"), "{labels:?}");
    assert!(labels.contains(&"It set low of 7,447"), "{labels:?}");
    for found in [&found, &found_in(SAMPLE, "2023-03-02")] {
        for claim in &found.claims {
            let words: Vec<&str> = claim.label.split(' ').collect();
            assert!((2..=6).contains(&words.len()), "{}", claim.label);
            let last = words.last().unwrap().to_lowercase();
            assert!(
                !matches!(last.as_str(), "of" | "to" | "the" | "a" | "in" | "and" | "for" | "new"),
                "{}",
                claim.label
            );
        }
    }
}

#[test]
fn a_clause_of_time_without_an_end_gives_no_subject_away() {
    let labels = labels("After she was elected in 2019 crime fell by 12 percent.");
    assert!(labels.len() == 1 && labels[0].starts_with("After she was"), "{labels:?}");
    let labels = self::labels("The Caspian Sea spans 371,000 square kilometres and is deep.");
    assert!(labels.iter().all(|l| !l.starts_with("371,000")), "{labels:?}");
}

#[test]
fn the_verb_of_a_label_is_of_the_clause_of_its_subject() {
    for (text, wrong) in [
        ("Council tax to rise 4.99% as library hours are cut", "are cut"),
        ("Bus fares to rise 5% as 40 routes were lost", "were lost"),
    ] {
        let labels = labels(text);
        assert!(!labels.is_empty() && !labels.iter().any(|l| l.contains(wrong)), "{text} gave {labels:?}");
    }
}

#[test]
fn a_hyphened_name_stays_whole() {
    let labels = labels("Ousmane Diallo-Reyes joined the club in 2022.");
    assert_eq!(labels, ["Diallo-Reyes joined club in 2022"]);
}
