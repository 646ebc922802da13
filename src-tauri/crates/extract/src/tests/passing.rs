//! Facts told in passing, and what is no claim by itself.

use super::found_in;

fn statements(text: &str) -> Vec<String> {
    found_in(text, "2024-05-14").claims.into_iter().map(|c| c.statement).collect()
}

#[test]
fn facts_between_commas_behind_a_subject_are_claims_of_their_own() {
    for (text, wanted) in [
        (
            "The bridge, which cost $4m and opened in 2019, will close.",
            vec!["The bridge cost $4m.", "The bridge opened in 2019."],
        ),
        (
            "The ferry, built in Japan in 1985 and refitted in 2010, had passed an inspection.",
            vec!["The ferry was built in Japan in 1985.", "The ferry was refitted in 2010."],
        ),
        ("Norvik, which was founded in 1951, blamed Germany.", vec!["Norvik was founded in 1951."]),
        (
            "Her largest building, the Calder Hospital, completed in 1984, was demolished in 2016.",
            vec![
                "The Calder Hospital is her largest building.",
                "The Calder Hospital was completed in 1984.",
                "The Calder Hospital was demolished in 2016.",
            ],
        ),
    ] {
        let found = statements(text);
        for one in wanted {
            assert!(found.iter().any(|s| s == one), "{text}: {found:#?}");
        }
    }
    // Whose fact it is, or whether it is one, is not certain.
    for text in [
        "The price of oil, which peaked in June 2019, rose.",
        "Libraries in Leeds and York, which had 61,000 visits, will close.",
        "The captain, who survived, had been told not to sail in 2019.",
        "Rovers, relegated in 2019, spent 3 million pounds.",
        "The painting, which shows a pig and three figures, is 51,200 years old, the team reported in Nature.",
    ] {
        assert_eq!(statements(text).len(), 1, "{text}: {:#?}", statements(text));
    }
}

#[test]
fn what_only_answers_is_no_claim() {
    for text in [
        "“That’s simply not true,” said Ann Cole.",
        "“I don’t think so,” said Ann Cole.",
        "“No, it was not,” said Ann Cole.",
        "“I never said that,” said Ann Cole.",
        "Ann Cole said that was not true.",
    ] {
        assert!(statements(text).is_empty(), "{text}: {:?}", statements(text));
    }
    for text in [
        "No serious economist believes it.",
        "“It cost less than half of that,” said Ann Cole.",
        "Sources told the Times that 40 MPs would rebel, but a spokesman denied it.",
    ] {
        assert!(!statements(text).is_empty(), "{text}");
    }
}

#[test]
fn a_claim_ends_with_the_word_that_ends_its_clause() {
    for text in [
        "Numbers were 43% lower than before.",
        "The record cost less than half of that.",
        "The warning had been issued the night before.",
        "Sales in 2019 were the best since.",
    ] {
        assert_eq!(statements(text), [text], "{text}");
    }
}

#[test]
fn the_time_of_an_entry_and_a_heading_are_no_part_of_a_claim() {
    for text in [
        "17:42 Around 85,000 homes are still without power.",
        "17:42 – Around 85,000 homes are still without power.",
    ] {
        assert_eq!(statements(text), ["Around 85,000 homes are still without power."], "{text}");
    }
    for text in [
        "About Helion Bio",
        "Forward-looking statements",
        "17:30 Good evening.",
        "Here is what we know so far.",
    ] {
        assert!(statements(text).is_empty(), "{text}: {:?}", statements(text));
    }
    assert_eq!(statements("Ten people died at 17:42 in Leeds.").len(), 1);
}

#[test]
fn each_clause_behind_a_semicolon_is_a_claim() {
    let text = "Judge Paul Thomas said: “You preyed on 40 people; you lied to their families; you showed no remorse.”";
    assert_eq!(statements(text).len(), 3, "{:#?}", statements(text));
    let text = "It sold 40 shops; costs rose 3%; debt fell to £5m.";
    assert_eq!(statements(text), ["It sold 40 shops.", "Costs rose 3%.", "Debt fell to £5m."]);
    let text = "It had been warned twice in 2019, it had done nothing, and it had hidden the results.";
    assert_eq!(
        statements(text),
        ["It had been warned twice in 2019.", "It had done nothing.", "It had hidden the results."]
    );
}

#[test]
fn it_means_the_one_body_of_the_sentence_before() {
    for (text, wanted) in [
        ("Norvik cut its forecast in 2019. It employs 12,000 people.", "Norvik employs 12,000 people."),
        ("Norvik cut its forecast in 2019. It will close two factories.", "Norvik will close two factories."),
        ("The company said it would close two factories.", "The company would close two factories."),
    ] {
        let found = statements(text);
        assert!(found.iter().any(|s| s == wanted), "{text}: {found:#?}");
    }
    for text in [
        "Norvik bought Ekornes in 2019. It employs 12,000 people.",
        "Norvik sold its ship in 2019. It sank in 2020.",
        "The ferry left Leeds in 2019. It employs 40 people.",
        "Anna Smith left in 2019. It employs 40 people.",
    ] {
        let found = statements(text);
        assert!(found.iter().any(|s| s.starts_with("It ")), "{text}: {found:#?}");
    }
}
