//! A second verb behind what somebody said: theirs, or that of whom they spoke.

use super::{check, claims};

#[test]
fn a_verb_that_cannot_go_on_within_the_report_is_the_speakers() {
    check(&[
        (
            "Police believe there may be 40 other victims and have asked anyone with information to come forward.",
            &[
                ("There may be 40 other victims.", "Police"),
                ("Police have asked anyone with information to come forward.", ""),
            ],
        ),
        (
            "Ministers think there is a £3bn gap and have ordered a review of spending.",
            &[("There is a £3bn gap.", "Ministers"), ("Ministers have ordered a review of spending.", "")],
        ),
        (
            "The minister said the plan was safe but warned costs would rise to £5m.",
            &[
                ("The plan was safe.", "The minister"),
                ("The minister warned costs would rise to £5m.", "The minister"),
            ],
        ),
        (
            "Lee said the scheme would cost £3bn and rejected calls for an inquiry in 2019.",
            &[("The scheme would cost £3bn.", "Lee"), ("Lee rejected calls for an inquiry in 2019.", "")],
        ),
    ]);
}

#[test]
fn a_verb_that_can_go_on_within_the_report_stays_there() {
    check(&[(
        "Lee said 40 homes would be sold and closed within two years.",
        &[("40 homes would be sold and closed within two years.", "Lee")],
    )]);
}

#[test]
fn what_is_to_come_behind_words_of_saying_is_told_of_the_thing() {
    check(&[(
        "The pool is 40 years old, Lee said, but would not survive another heavy winter.",
        &[("The pool is 40 years old.", "Lee"), ("The pool would not survive another heavy winter.", "Lee")],
    )]);
    check(&[(
        "The deal cost £40m, Lee said, but would not name the buyer.",
        &[("The deal cost £40m.", "Lee"), ("Lee would not name the buyer.", "")],
    )]);
}

#[test]
fn a_second_verb_behind_a_clause_of_time_is_left_with_it() {
    for text in [
        "The fraud came to light in 2022 when the son of one resident, Tom Reed, 44, tried to pay and found that his account was empty.",
        "Shares rose by 4% after the group lifted its forecast and said it would cut costs.",
    ] {
        assert!(
            claims(text)
                .iter()
                .all(|(s, _)| !s.starts_with("The fraud found") && !s.starts_with("Shares said")),
            "{text}"
        );
    }
}

#[test]
fn the_nearest_words_of_saying_tell_who_speaks() {
    check(&[
        (
            "According to two people present, Edward Lyle argued that capping dividends would wipe £3bn off pension funds.",
            &[("Capping dividends would wipe £3bn off pension funds.", "Edward Lyle")],
        ),
        (
            "The firm said in April that it would sell 40 shops, and two people familiar with the matter said on Tuesday that \
             three bidders had come.",
            &[
                ("It would sell 40 shops.", "The firm"),
                ("Three bidders had come.", "two people familiar with the matter"),
            ],
        ),
        (
            "Ministers claimed that 60 MPs had signed the letter, although only 41 names appeared on it.",
            &[("60 MPs had signed the letter.", "Ministers"), ("Only 41 names appeared on it.", "")],
        ),
        (
            "“The boat had 40 holes,” Ann Cole said from a hospital in Leeds, where she was being treated for a broken wrist.",
            &[("The boat had 40 holes.", "Ann Cole")],
        ),
        (
            "The home was sold in 2020, said her daughter, Siobhan Nyambura.",
            &[("The home was sold in 2020.", "Siobhan Nyambura")],
        ),
        (
            "A spokeswoman for the company said it had refunded 40 families in full.",
            &[("The company had refunded 40 families in full.", "A spokeswoman for the company")],
        ),
    ]);
}

#[test]
fn a_condition_behind_but_stays_with_its_clause() {
    let text = "The monitors will go in May, but only if their safety is guaranteed.";
    check(&[(text, &[(text, "")])]);
    let text = "Ann Lee was questioned but never charged in 2019.";
    check(&[(text, &[(text, "")])]);
    check(&[(
        "The centre lost $418,000 in 2023, even though admission rose from $5 to $7.",
        &[("The centre lost $418,000 in 2023.", ""), ("Admission rose from $5 to $7.", "")],
    )]);
}

#[test]
fn what_is_told_of_a_speaker_in_passing_is_a_claim_too() {
    check(&[(
        "Her brother Neil, who first raised concerns with the home in 2020, said it cost £40.",
        &[("Her brother Neil first raised concerns with the home in 2020.", ""), ("It cost £40.", "Neil")],
    )]);
}

#[test]
fn a_relative_clause_keeps_its_second_verb_and_a_list_its_last_word() {
    for text in [
        "Tom Reed runs a club that was founded in 1990 and went bankrupt in 2011.",
        "Ann Lee pointed to Leeds, where a limit was introduced in 2022 and ended in March 2024.",
        "The study followed 78,430 people from the UK and Sweden who were aged between 60 and 79 and had no illness.",
        "There are 14 risk factors, including high cholesterol and untreated vision loss.",
    ] {
        let got = claims(text);
        assert!(got.iter().any(|(s, _)| s == text), "{text}: {got:#?}");
    }
    check(&[("Norvik said in May it would cut 450 jobs.", &[("It would cut 450 jobs.", "Norvik")])]);
}

#[test]
fn what_may_befall_a_thing_is_not_told_of_the_speaker() {
    check(&[(
        "The chapel holds 40 people, Lee said, but will be sold in May.",
        &[("The chapel holds 40 people.", "Lee"), ("The chapel will be sold in May.", "Lee")],
    )]);
    let text = "The bank was robbed in 2018 but later bought by Norvik for £3m.";
    check(&[(text, &[(text, "")])]);
}
