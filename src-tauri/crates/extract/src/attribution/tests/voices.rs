//! Whose voice it is: negation before the subject, nouns that look like verbs, contrasts, tails that deny.

use super::{check, claims};

#[test]
fn a_negation_or_a_question_before_the_subject_leaves_the_sentence_whole() {
    for text in [
        "Neither did Mary Cole say that the bridge was unsafe in 2019.",
        "Never did the mayor claim that 40 people had died.",
        "Nor has the bank ever said that it lost $3m in 2020.",
        "At no time did the minister say that 500 jobs would go.",
    ] {
        check(&[(text, &[(text, "")])]);
    }
    check(&[
        (
            "She did not say that the dam would break; nor did she say that the bridge was unsafe.",
            &[
                ("She did not say that the dam would break.", ""),
                ("Nor did she say that the bridge was unsafe.", ""),
            ],
        ),
        ("Ann Cole did say that 40 people died in 2019.", &[("40 people died in 2019.", "Ann Cole")]),
        ("Will Smith said that 40 people died in 2019.", &[("40 people died in 2019.", "Will Smith")]),
    ]);
    for text in ["Did the minister say that 40 people had died?", "Has Ann Cole said that 40 people died?"] {
        assert!(claims(text).iter().all(|(_, name)| name.is_empty()), "{text}");
    }
}

#[test]
fn a_noun_or_a_participle_does_not_speak() {
    for text in [
        "Acme cut its full-year operating profit forecast to between $40 million and $45 million.",
        "With 412 of 600 seats declared, Labour had 210 seats.",
        "With 40 deaths reported, Leeds closed 12 schools.",
        "The letter he wrote was sent to 40 people in 2019.",
        "The man she said was her uncle stole 40 cars in 2019.",
        "I have lost count of the times a minister has told me that 40 hospitals will be built.",
    ] {
        check(&[(text, &[(text, "")])]);
    }
    let text = "Iran, which Israel says is building a bomb, denied the claim in 2019.";
    check(&[(text, &[(text, "")])]);
}

#[test]
fn a_contrast_with_another_speaker_ends_what_is_said() {
    check(&[
        (
            "Jana Horvath said the strike would cost $12 million a day, although economists put the figure closer to $8 million.",
            &[
                ("The strike would cost $12 million a day.", "Jana Horvath"),
                ("Economists put the figure closer to $8 million.", ""),
            ],
        ),
        (
            "Ann Cole said 12 had died, but the police put the toll at 14.",
            &[("12 had died.", "Ann Cole"), ("The police put the toll at 14.", "")],
        ),
        (
            "While Labour says taxes have risen by 10%, the Tories insist they have fallen by 2%.",
            &[("Taxes have risen by 10%.", "Labour"), ("They have fallen by 2%.", "Tories")],
        ),
        (
            "Although the firm said sales rose by 10%, it closed 40 shops in 2019.",
            &[("Sales rose by 10%.", "the firm"), ("It closed 40 shops in 2019.", "")],
        ),
        (
            "The bank said profits rose by 4%, but analysts called that misleading.",
            &[("Profits rose by 4%.", "The bank"), ("Analysts called that misleading.", "")],
        ),
        (
            "Although Ann Cole said that crime rose in Leeds, York and Hull by 4%, police data suggest it fell by 2%.",
            &[("Crime rose in Leeds, York and Hull by 4%.", "Ann Cole"), ("It fell by 2%.", "police data")],
        ),
        (
            "The firm said 12% of staff had left, and critics warn 40 more will go.",
            &[("12% of staff had left.", "The firm"), ("40 more will go.", "critics")],
        ),
    ]);
}

#[test]
fn the_subject_of_the_verb_before_speaks() {
    check(&[
        (
            "The firm cut its forecast to £230m, from £290m previously, and said it would close 40 shops.",
            &[
                ("The firm cut its forecast to £230m, from £290m previously.", ""),
                ("The firm would close 40 shops.", "The firm"),
            ],
        ),
        (
            "Acme closed 40 shops in 2019 and warned that 12 more would go.",
            &[("Acme closed 40 shops in 2019.", ""), ("12 more would go.", "Acme")],
        ),
    ]);
    let got = claims("Councillors raised the tax by 5%, adding £87 a year to the bill for an average home.");
    assert!(got.iter().all(|(_, name)| name.is_empty()), "{got:?}");
    let got = claims("Ann Cole said 12 died in 2019, adding 40 people had left.");
    assert_eq!(got.last().unwrap(), &("40 people had left.".to_owned(), "Ann Cole".to_owned()));
    let got = claims("The agency expects that figure to triple by 2040.");
    assert!(got.iter().any(|(s, _)| s.to_lowercase().contains("that figure to triple")), "{got:?}");
}

#[test]
fn a_tail_that_denies_is_no_part_of_what_is_said() {
    for (text, name) in [
        ("Labour says crime rose by 12%, a claim the Home Office rejects.", "Labour"),
        ("The minister said crime rose by 12%, which the report contradicts.", "The minister"),
        ("Labour says crime rose by 12%, a figure the police dispute.", "Labour"),
        ("Ann Cole said crime rose by 12%, something ministers have denied.", "Ann Cole"),
        ("Labour says crime rose by 12%, a claim the operator, Acme Terminals, denies.", "Labour"),
    ] {
        check(&[(text, &[("Crime rose by 12%.", name)])]);
    }
}

#[test]
fn a_tail_about_other_things_stays() {
    let got =
        claims("Ann Cole said 40 laws had passed in 2019, a number of which have been challenged in court.");
    assert!(got.iter().any(|(s, name)| s.contains("challenged") && name == "Ann Cole"), "{got:?}");
    let got = claims("Police said the man had stolen 40 cars and accused his wife of theft.");
    assert!(!got.iter().any(|(s, _)| s.starts_with("Police accused")), "{got:?}");
}

#[test]
fn what_a_speaker_does_besides_is_told_by_the_article() {
    check(&[
        (
            "Apapa Bulk said it had paid 40 million naira and accused the union of lying.",
            &[
                ("It had paid 40 million naira.", "Apapa Bulk"),
                ("Apapa Bulk accused the union of lying.", ""),
            ],
        ),
        (
            "The council confirmed that 40 homes were empty but refused to say when they would be let.",
            &[
                ("40 homes were empty.", "The council"),
                ("The council refused to say when they would be let.", ""),
            ],
        ),
        (
            "Cuerpo hailed the figures as the best since 2008, but the opposition dismissed them as “smoke and mirrors”.",
            &[
                ("Cuerpo hailed the figures as the best since 2008.", "Cuerpo"),
                ("The opposition dismissed them as “smoke and mirrors”.", ""),
            ],
        ),
    ]);
}
