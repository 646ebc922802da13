//! Where one voice ends and the next begins, within a sentence.

use super::check;

#[test]
fn the_speaker_goes_on_with_another_verb_of_saying() {
    check(&[
        (
            "The study’s authors say coffee saves 40 lives a year, but caution that the work is not finished.",
            &[
                ("Coffee saves 40 lives a year.", "The study’s authors"),
                ("The work is not finished.", "The study’s authors"),
            ],
        ),
        (
            "Ann Cole called the findings “intriguing” but pointed out that 40% of patients smoked.",
            &[("Ann Cole called the findings “intriguing”.", ""), ("40% of patients smoked.", "Ann Cole")],
        ),
        (
            "“I feel for Stuart,” Tom Reed said, adding that the club had lost 21 games.",
            &[("“I feel for Stuart.”", "Tom Reed"), ("The club had lost 21 games.", "Tom Reed")],
        ),
    ]);
}

#[test]
fn what_the_speaker_did_besides_is_not_what_they_said() {
    check(&[(
        "Ms Marsh said the downgrade was “no surprise in 2024” and blamed energy prices.",
        &[("The downgrade was “no surprise in 2024”.", "Marsh"), ("Ms Marsh blamed energy prices.", "")],
    )]);
}

#[test]
fn a_clause_behind_while_keeps_to_its_own_speaker() {
    check(&[
        (
            "While ministers insist that the rules will be met by 2026, the bank’s own figures show headroom has fallen to £4bn.",
            &[
                ("The rules will be met by 2026.", "ministers"),
                ("Headroom has fallen to £4bn.", "the bank’s own figures"),
            ],
        ),
        (
            "Despite Ann Lee’s claim that taxes fell by 5%, figures from the ONS show they rose by 3%.",
            &[("Taxes fell by 5%.", "Ann Lee"), ("They rose by 3%.", "figures from the ONS")],
        ),
    ]);
}

#[test]
fn those_who_are_told_are_not_what_is_told() {
    check(&[
        ("Mr Dale told officers the money was £31,000.", &[("The money was £31,000.", "Dale")]),
        ("Ann Cole told councillors that 40 jobs would go.", &[("40 jobs would go.", "Ann Cole")]),
    ]);
}

#[test]
fn the_last_words_of_saying_speak_of_all_before() {
    check(&[(
        "Engineers told the ministry in 2022 that the dam was unsafe, Dana Petek said.",
        &[("Engineers told the ministry in 2022 that the dam was unsafe.", "Dana Petek")],
    )]);
}

#[test]
fn the_clause_before_a_speaker_with_which_stays_whole() {
    check(&[(
        "The trial was paid for by the Norwegian Research Council, which said it had no role in 2019.",
        &[
            ("The trial was paid for by the Norwegian Research Council.", ""),
            ("It had no role in 2019.", "Norwegian Research Council"),
        ],
    )]);
}

#[test]
fn a_body_with_an_article_is_no_person() {
    let got = super::claims(
        "Mary Ellis wrote four books. The Royal Society, which elected her in 1978, said her maps sold 300,000 copies. She claimed that a mine could destroy 9,000 acres.",
    );
    assert!(got.iter().all(|(s, _)| !s.contains("Royal Society wrote")), "{got:?}");
    assert_eq!(got.last().map(|(_, n)| n.as_str()), Some("Mary Ellis"), "{got:?}");
}

#[test]
fn a_present_behind_while_is_the_articles_own() {
    check(&[
        (
            "The UN said it was sending 40 tonnes of food, while the European Union has sent 12 lorries.",
            &[("It was sending 40 tonnes of food.", "UN"), ("The European Union has sent 12 lorries.", "")],
        ),
        (
            "He claimed that 3,000 people had signed a petition, but the council’s website shows 2,114 signatures.",
            &[
                ("3,000 people had signed a petition.", "He"),
                ("The council’s website shows 2,114 signatures.", ""),
            ],
        ),
    ]);
}

#[test]
fn the_speaker_by_whom_a_thing_is_told_may_be_described() {
    check(&[
        (
            "According to her husband, the chemist Arthur Ellis, who died in 2004, Ann Cole wrote 12 books.",
            &[("Ann Cole wrote 12 books.", "her husband")],
        ),
        (
            "According to police, the driver, who was 34, had fled in 2019.",
            &[("The driver, who was 34, had fled in 2019.", "police")],
        ),
    ]);
}

#[test]
fn a_question_or_a_short_sentence_between_marks_has_its_speaker() {
    let said = |text: &str| super::claims(text).into_iter().map(|(_, n)| n).collect::<Vec<_>>();
    check(&[(
        "“The plan failed,” said Ann Cole, who has led the agency since 2019. “It will recover.”",
        &[
            ("The plan failed.", "Ann Cole"),
            ("Ann Cole has led the agency since 2019.", ""),
            ("It will recover.", "Ann Cole"),
        ],
    )]);
    for text in
        ["“It cost £3m in 2019!” Ann Cole told the council.", "“It cost £3m in 2019!” Ann Cole went on."]
    {
        assert!(said(text).iter().all(|n| n == "Ann Cole"), "{text}");
    }
}

#[test]
fn reports_that_nobody_makes_have_no_speaker() {
    let text = "Ann Lee could not confirm reports that 300 people had died.";
    check(&[
        (text, &[(text, "")]),
        (
            "There were reports that 300 people had died.",
            &[("There were reports that 300 people had died.", "")],
        ),
        ("Unconfirmed reports said 300 people had died.", &[("300 people had died.", "Unconfirmed reports")]),
    ]);
    let text = "The club was forced to deny reports that it had sold 40 players.";
    check(&[(text, &[(text, "")])]);
}

#[test]
fn words_of_saying_stand_in_the_midst_in_any_order() {
    check(&[
        (
            "Under the plan, said Ann Lee, 300 homes would be built by 2026.",
            &[("Under the plan, 300 homes would be built by 2026.", "Ann Lee")],
        ),
        (
            "“The plan,” wrote Ann Lee in the Guardian, “will cost £3m.”",
            &[("The plan will cost £3m.", "Ann Lee")],
        ),
        (
            "“The plan will cost £3m,” Ann Lee said before adding that 40 homes would go.",
            &[("The plan will cost £3m.", "Ann Lee"), ("40 homes would go.", "Ann Lee")],
        ),
        (
            "“The plan will cost £3m,” said Ann Lee, a teacher from Leeds, in May.",
            &[("The plan will cost £3m.", "Ann Lee")],
        ),
    ]);
}

#[test]
fn two_who_are_described_both_speak() {
    for text in [
        "Ann Lee, the police chief, and Tom Hill, the mayor, said 12 people had been arrested.",
        "Both Ann Lee and Tom Hill said 12 people had been arrested.",
    ] {
        check(&[(text, &[("12 people had been arrested.", "Ann Lee and Tom Hill")])]);
    }
}

#[test]
fn some_verbs_of_thinking_need_no_that() {
    check(&[
        ("Ann Lee fears the firm will lose £3m in 2025.", &[("The firm will lose £3m in 2025.", "Ann Lee")]),
        ("Prosecutors allege that Hill took £3m in 2019.", &[("Hill took £3m in 2019.", "Prosecutors")]),
        (
            "The Kremlin dismissed the allegations as “absurd”.",
            &[("Kremlin dismissed the allegations as “absurd”.", "Kremlin")],
        ),
        (
            "The statement went on: “We cut 300 jobs in May.”",
            &[("“We cut 300 jobs in May.”", "The statement")],
        ),
    ]);
}

#[test]
fn behind_a_whole_quotation_the_speaker_does_something_else() {
    check(&[
        (
            "Ann Lee said that “the firm that let you down lost £3m”, adding that “nobody can pay for 40 homes”.",
            &[
                ("“The firm that let you down lost £3m.”", "Ann Lee"),
                ("Nobody can pay for 40 homes.", "Ann Lee"),
            ],
        ),
        (
            "Ann Lee said that “the firm that let you down is history” and described a new firm in 2019.",
            &[
                ("“The firm that let you down is history.”", "Ann Lee"),
                ("Ann Lee described a new firm in 2019.", "Ann Lee"),
            ],
        ),
    ]);
}
