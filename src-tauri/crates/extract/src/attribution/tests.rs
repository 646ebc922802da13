//! Who says what, and what nobody says.

mod cues;
mod denials;
mod marks;
mod occasions;
mod second_verbs;
mod speakers;
mod stances;
mod subjects;
mod turns;
mod unattributed;
mod voices;

use std::ops::ControlFlow;

use assay_model::document::{Block, BlockKind, Metadata};

/// The statements of a text's claims, each with the name of who says it.
fn claims(text: &str) -> Vec<(String, String)> {
    let block = Block { kind: BlockKind::Paragraph, start: 0, end: text.chars().count() as u32 };
    let metadata =
        Metadata { published: "2024-03-02".parse().ok(), language: Some("en".into()), ..Metadata::default() };
    let found = crate::find(text, &[block], &metadata, &mut |_| ControlFlow::Continue(())).unwrap();
    let name = |c: Option<assay_model::found::FoundClaimant>| c.map_or_else(String::new, |c| c.name);
    found.claims.into_iter().map(|c| (c.statement, name(c.claimant))).collect()
}

/// Checks the statements and claimants of texts, all of which must come, and no others.
fn check(cases: &[(&str, &[(&str, &str)])]) {
    for (text, wanted) in cases {
        let got = claims(text);
        let got: Vec<(&str, &str)> = got.iter().map(|(s, n)| (s.as_str(), n.as_str())).collect();
        assert_eq!(got, *wanted, "{text}");
    }
}

#[test]
fn a_thing_that_is_denied_ends_before_the_next_clause() {
    check(&[
        (
            "Mary Jones denied theft and was freed in 2019.",
            &[("Mary Jones denied theft.", ""), ("Mary Jones was freed in 2019.", "")],
        ),
        (
            "The firm denied wrongdoing and paid $3m.",
            &[("The firm denied wrongdoing.", ""), ("The firm paid $3m.", "")],
        ),
        (
            "The firm denied owing $5m but paid the tax in 2020.",
            &[("The firm denied owing $5m.", "The firm"), ("The firm paid the tax in 2020.", "")],
        ),
        (
            "The firm denied it had sold 400 cars in 2019.",
            &[("The firm denied that it had sold 400 cars in 2019.", "The firm")],
        ),
    ]);
}

#[test]
fn what_nobody_says_is_no_claim_of_its_own() {
    for text in [
        "No scientist has claimed that the comet will hit Mars.",
        "Nobody at the bank said that it lost $3m in 2020.",
        "Few people think that the tax will rise by 5%.",
        "Hardly anyone believes that the tax rose by 5% in 2020.",
        "No minister has said that 500 jobs would go.",
        "Scientists no longer think that Pluto is the ninth planet.",
        "The bank did not say that it lost $3m and that it would close 5 branches.",
    ] {
        check(&[(text, &[(text, "")])]);
    }
}

#[test]
fn the_article_goes_on_behind_what_nobody_says() {
    check(&[(
        "The bank did not say how much it lost – but the loss was 3 percent in 2019.",
        &[("The bank did not say how much it lost.", ""), ("The loss was 3 percent in 2019.", "")],
    )]);
}

#[test]
fn what_is_turned_down_stays_with_the_words_that_turn_it_down() {
    for text in [
        "He was cleared of claims that he took $2m in bribes.",
        "The paper retracted its report that 300 people died.",
        "There is no evidence that vaccines caused 300 deaths.",
        "Mr Holt repeated his false claim that crime rose by 12%.",
        "Trump falsely claimed that he won the election in 2020.",
        "Mr Holt wrongly said that crime rose by 12%.",
        "Mr Holt lied when he said that he paid £300.",
        "The claim that 5G causes cancer in 3 percent of people has been debunked.",
    ] {
        check(&[(text, &[(text, "")])]);
    }
    check(&[("Mr Holt repeatedly said that crime rose by 12%.", &[("Crime rose by 12%.", "Holt")])]);
}

#[test]
fn whom_it_is_told_hides_no_speaker() {
    check(&[
        (
            "\"We lost the vote,\" Anna Lindqvist told supporters.",
            &[("“We lost the vote.”", "Anna Lindqvist")],
        ),
        (
            "“The firm lost $3m in 2019,” John Smith told reporters.",
            &[("The firm lost $3m in 2019.", "John Smith")],
        ),
        (
            "The firm cut 500 jobs in May, a person familiar with the matter told Reuters.",
            &[("The firm cut 500 jobs in May.", "a person familiar with the matter")],
        ),
        (
            "“Prices rose by 5% in 2020,” the minister told the BBC.",
            &[("Prices rose by 5% in 2020.", "the minister")],
        ),
        (
            "“Prices rose by 5% in 2020,” the minister told a news conference on Monday.",
            &[("Prices rose by 5% in 2020.", "the minister")],
        ),
    ]);
}

#[test]
fn another_voice_ends_what_the_first_one_says() {
    check(&[
        (
            "The mayor said crime fell by 12% in 2022, but police figures show it rose by 3%.",
            &[("Crime fell by 12% in 2022.", "The mayor"), ("It rose by 3%.", "police figures")],
        ),
        (
            "Mr Smith said he voted in 2019, but records show that he did not vote.",
            &[("Smith voted in 2019.", "Smith"), ("Smith did not vote.", "records")],
        ),
        (
            "Mr Hunt said the plan was working, but Rachel Reeves accused him of losing $3m in 2019.",
            &[("The plan was working.", "Hunt"), ("Rachel Reeves accused him of losing $3m in 2019.", "")],
        ),
        (
            "According to police, 3 people died in 2019, but witnesses said 5 people had died.",
            &[("3 people died in 2019.", "police"), ("5 people had died.", "witnesses")],
        ),
        (
            "The minister said thefts fell by 5 per cent; in fact they rose by 11 per cent.",
            &[("Thefts fell by 5 per cent.", "The minister"), ("In fact they rose by 11 per cent.", "")],
        ),
        (
            "Acme said it made $3m in 2019, while its rival said it lost $2m.",
            &[("It made $3m in 2019.", "Acme"), ("It lost $2m.", "its rival")],
        ),
        (
            "The bank said it cut 500 jobs in May and the union said it lost 300 members.",
            &[("The bank cut 500 jobs in May.", "The bank"), ("It lost 300 members.", "the union")],
        ),
    ]);
}

#[test]
fn what_is_said_needs_no_verb_that_a_list_knows() {
    let speakers = |text: &str| claims(text).into_iter().map(|(_, n)| n).collect::<Vec<String>>();
    for (text, speaker) in [
        ("Prosecutors said Marsh used nine cards.", "Prosecutors"),
        ("Officials said the firm owes $5m.", "Officials"),
        ("The minister said nobody pays 40% tax.", "The minister"),
        ("The bank said it no longer lends to coal mines.", "The bank"),
        ("The bank claims it lends $5m a day.", "The bank"),
        ("The mayor said crime halves each year in 90% of cities.", "The mayor"),
    ] {
        assert_eq!(speakers(text), [speaker], "{text}");
    }
    check(&[(
        "Anna Lindqvist conceded defeat in 2019 after 90% of votes were counted.",
        &[("Anna Lindqvist conceded defeat in 2019 after 90% of votes were counted.", "")],
    )]);
}

#[test]
fn words_within_a_clause_about_the_subject_are_no_words_of_saying() {
    check(&[
        (
            "The painting, which shows a pig and three figures, is at least 51,200 years old, the team reported in Nature.",
            &[(
                "The painting, which shows a pig and three figures, is at least 51,200 years old.",
                "the team",
            )],
        ),
        (
            "The firm, which said in May that it lost $3m, closed 5 shops.",
            &[("It lost $3m.", "The firm"), ("The firm closed 5 shops.", "")],
        ),
        (
            "The study, published in Nature, found that 40% of patients recovered.",
            &[("40% of patients recovered.", "The study")],
        ),
        (
            "Researchers have found what they believe is the oldest painting, made 51,200 years ago.",
            &[(
                "Researchers have found what they believe is the oldest painting, made 51,200 years ago.",
                "",
            )],
        ),
        (
            "A man who police say killed three people was arrested in 2019.",
            &[("A man who police say killed three people was arrested in 2019.", "")],
        ),
        (
            "If the count is confirmed, Holm will become mayor in May 2025.",
            &[("If the count is confirmed, Holm will become mayor in May 2025.", "")],
        ),
        (
            "The minister said the plan, backed by France but opposed by Germany, would cost €40bn.",
            &[("The plan, backed by France but opposed by Germany, would cost €40bn.", "The minister")],
        ),
    ]);
}

#[test]
fn words_of_saying_in_the_midst_leave_one_claim() {
    check(&[
        (
            "The plan will not, the minister insisted, cost more than £3bn.",
            &[("The plan will not cost more than £3bn.", "the minister")],
        ),
        ("The rise, Mr Holt said, was 12%.", &[("The rise was 12%.", "Holt")]),
        (
            "If taxes rise by 5%, the minister said, growth will fall.",
            &[("If taxes rise by 5%, growth will fall.", "the minister")],
        ),
        (
            "Unemployment fell to 3.8%, the ONS said on Wednesday, its lowest level since September 2021.",
            &[
                ("Unemployment fell to 3.8%.", "ONS"),
                ("Unemployment fell to 3.8%, its lowest level since September 2021.", "ONS"),
            ],
        ),
        ("“The rise,” Mr Holt said, “was 12%.”", &[("The rise was 12%.", "Holt")]),
        ("“The rise,” said Mr Holt, “was 12%.”", &[("The rise was 12%.", "Holt")]),
        (
            "“If taxes rise,” she said, “growth will fall by 5%.”",
            &[("If taxes rise, growth will fall by 5%.", "she")],
        ),
        (
            "Crime fell by 12% in 2022, the mayor said, but police figures show it rose by 3%.",
            &[("Crime fell by 12% in 2022.", "the mayor"), ("It rose by 3%.", "police figures")],
        ),
    ]);
}

#[test]
fn a_pronoun_in_a_quotation_is_not_its_speaker() {
    check(&[(
        "“He would make no concessions in 1962. He was difficult to reason with,” Robert Kennedy said.",
        &[
            ("He would make no concessions in 1962.", "Robert Kennedy"),
            ("He was difficult to reason with.", "Robert Kennedy"),
        ],
    )]);
}

#[test]
fn a_description_of_the_hearer_is_not_what_is_told() {
    check(&[(
        "Jane Miller informed Admiral Sharp, commander of the forces, that 300 men had died.",
        &[("300 men had died.", "Jane Miller")],
    )]);
}
