//! Who speaks, by whatever words stand around the name.

use super::{check, claims};

#[test]
fn what_a_person_belongs_to_does_not_speak() {
    for text in [
        "Ann Cole of the NCP said 40 people died in 2019.",
        "Ann Cole, of the NCP, said 40 people died in 2019.",
        "“40 people died in 2019,” said Ann Cole of the NCP.",
        "“40 people died in 2019,” said Ann Cole, of Acme Bank.",
        "“40 people died in 2019,” Ann Cole of Oxfam said.",
        "Ann Cole from the charity Shelter said 40 people died in 2019.",
        "Ann Cole, 34, of Stockport, said 40 people died in 2019.",
        "Dr Ann Cole, from the University of Leeds, who led the study, said 40 people died in 2019.",
        "According to Ann Cole of the NCP, 40 people died in 2019.",
        "40 people died in 2019, according to director Ann Cole from Acme.",
    ] {
        let got = claims(text);
        assert_eq!(got, [("40 people died in 2019.".to_owned(), "Ann Cole".to_owned())], "{text}");
    }
    check(&[(
        "40 people died in 2019, according to Ann Cole, who runs Acme.",
        &[("40 people died in 2019.", "Ann Cole"), ("Ann Cole runs Acme.", "")],
    )]);
}

#[test]
fn that_which_is_spoken_of_stays() {
    for (text, wanted) in [
        ("Lee said that would cost 40 jobs in 2019.", "That would cost 40 jobs in 2019."),
        ("Lee said that was the worst year since 1990.", "That was the worst year since 1990."),
        ("Lee said that that was the worst year since 1990.", "That was the worst year since 1990."),
        ("Lee warned that could cost 40 jobs in 2019.", "That could cost 40 jobs in 2019."),
        ("Lee believes that will cost 40 jobs.", "That will cost 40 jobs."),
        ("Lee found that would cost 40 jobs.", "That would cost 40 jobs."),
        ("Lee said that year 40 jobs were lost.", "That year 40 jobs were lost."),
        ("Lee said that 40 jobs were lost in 2019.", "40 jobs were lost in 2019."),
        ("Lee said that used cars cost £3m in 2019.", "Used cars cost £3m in 2019."),
    ] {
        check(&[(text, &[(wanted, "Lee")])]);
    }
}

#[test]
fn another_voice_is_not_the_first() {
    check(&[
        (
            "Sources told the Times that 40 MPs would rebel, but a spokesman denied it.",
            &[("40 MPs would rebel.", "Sources"), ("A spokesman denied it.", "")],
        ),
        (
            "Ann Cole found that 12% of officers lied and said the force was broken.",
            &[("12% of officers lied.", "Ann Cole"), ("The force was broken.", "Ann Cole")],
        ),
        ("Alan Dyer urged caution: “40 dates are not enough.”", &[("40 dates are not enough.", "Alan Dyer")]),
        (
            "Witnesses quoted by BFM said they heard five shots.",
            &[("They heard five shots.", "Witnesses quoted by BFM")],
        ),
        (
            "She and her team believe 60 people died in 2019.",
            &[("60 people died in 2019.", "She and her team")],
        ),
        (
            "Ann Cole told MPs that “no 40 warnings reached” him.",
            &[("“no 40 warnings reached” him.", "Ann Cole")],
        ),
    ]);
}

#[test]
fn where_it_was_said_hides_no_quotation() {
    for text in [
        "“40 people died in 2019,” Senator Ann Cole, the bill’s chief sponsor, said on the floor.",
        "“40 people died in 2019,” its chairwoman, Ann Cole, said outside court.",
        "“40 people died in 2019,” Ann Cole, the chairwoman, said outside court.",
        "“40 people died in 2019,” Ann Cole said outside court.",
        "“40 people died in 2019,” Ann Cole, a nurse, said on Monday.",
        "“40 people died in 2019,” Ann Cole, who chairs the trust, said in a statement.",
    ] {
        assert_eq!(claims(text), [("40 people died in 2019.".to_owned(), "Ann Cole".to_owned())], "{text}");
    }
}

#[test]
fn a_record_speaks_with_its_maker() {
    let told = "Spending fell to £3m.";
    check(&[
        (
            "Spending fell to £3m, a study of almost half a million Britons has found.",
            &[(told, "a study of almost half a million Britons")],
        ),
        (
            "Spending fell to £3m, figures compiled by the House of Commons Library show.",
            &[(told, "House of Commons Library")],
        ),
        ("Spending fell to £3m, official data has shown.", &[(told, "official data")]),
        (
            "A paper published last month by the Brookings Institution found that spending fell to £3m.",
            &[(told, "Brookings Institution")],
        ),
        (
            "A report by the engineers Halcrow & Dunn, seen by the Gazette, warned in 2019 that spending fell to £3m.",
            &[(told, "Halcrow & Dunn")],
        ),
    ]);
}

#[test]
fn what_is_told_of_a_speaker_in_passing_is_the_articles() {
    check(&[
        (
            "The company, which serves 1.2 million people and made £188m last year, denied that 40 staff had left.",
            &[
                ("The company serves 1.2 million people.", ""),
                ("The company made £188m last year.", ""),
                ("The company denied that 40 staff had left.", "The company"),
            ],
        ),
        (
            "Severn Vale, which is responsible for floods but not for drains, said that 40 staff had left.",
            &[("40 staff had left.", "Severn Vale")],
        ),
        (
            "“40 staff left,” said Ann Cole, who was mayor in the 1970s.",
            &[("40 staff left.", "Ann Cole"), ("Ann Cole was mayor in the 1970s.", "")],
        ),
        (
            "“40 staff left,” said Ann Cole of Oxfam, who noted that a rival had lost fewer than 9,000.",
            &[("40 staff left.", "Ann Cole"), ("A rival had lost fewer than 9,000.", "Ann Cole")],
        ),
    ]);
}

#[test]
fn the_one_who_speaks_is_named_without_what_describes_them() {
    let told = "40 staff had left.";
    for (text, name) in [
        ("Walgreens said in a statement that 40 staff had left.", "Walgreens"),
        (
            "A spokesman pointed us to a report by the Nuffield Trust, a think tank, which said that 40 staff had left.",
            "Nuffield Trust",
        ),
        (
            "On Tuesday the Conservative MP for Harwick, Colin Fry, tweeted that 40 staff had left.",
            "Colin Fry",
        ),
        ("According to the King’s Fund, 40 staff had left.", "King’s Fund"),
        ("40 staff had left, consultancy Rhodium Group estimates.", "Rhodium Group"),
    ] {
        let got = claims(text);
        assert!(got.contains(&(told.to_owned(), name.to_owned())), "{text}: {got:?}");
    }
    let text =
        "An audit, completed in 2021 but never shared with investors, concluded that 40 staff had left.";
    assert!(claims(text).contains(&(told.to_owned(), "An audit".to_owned())), "{:?}", claims(text));
}

#[test]
fn states_and_arguments_about_something_say_nothing() {
    for text in [
        "Fifteen member states representing 65% of the population would have to vote against it.",
        "Historians have argued ever since about whether Reed was a hero.",
    ] {
        assert_eq!(claims(text), [(text.to_owned(), String::new())]);
    }
}

#[test]
fn whoever_did_something_himself_may_be_meant_by_he() {
    let text =
        "Walter Reed held the town. Torstensson himself fell ill in 1644. He lifted the siege in August.";
    let got = claims(text);
    assert!(got.iter().all(|(s, _)| s != "Walter Reed lifted the siege in August."), "{got:?}");
}

#[test]
fn speakers_and_hearers_of_many_words_are_seen() {
    let told = "40 staff had left.";
    for (text, name) in [
        (
            "40 staff had left, says neuroscientist Ann Cole of Virginia Tech in Blacksburg, who led the work.",
            "Ann Cole",
        ),
        ("40 staff had left, researchers report May 13 in Current Biology.", "researchers"),
        ("“40 staff had left,” Ann Cole told the journal Garden History in 1991.", "Ann Cole"),
        ("An official, speaking on condition that he was not named, said 40 staff had left.", "An official"),
        (
            "Two survivors interviewed by local broadcaster Kompas TV said 40 staff had left.",
            "Two survivors interviewed by local broadcaster Kompas TV",
        ),
        ("Letters found in Dresden after the war show that 40 staff had left.", "Letters"),
    ] {
        let got = claims(text);
        assert!(got.contains(&(told.to_owned(), name.to_owned())), "{text}: {got:?}");
    }
}

#[test]
fn what_is_held_or_rumoured_is_not_asserted() {
    check(&[
        (
            "The Russians maintained their focus on defence, and lost 40 men.",
            &[("The Russians maintained their focus on defence.", ""), ("The Russians lost 40 men.", "")],
        ),
        (
            "Reed claimed power in 1911, but Huerta had turned against him.",
            &[("Reed claimed power in 1911.", ""), ("Huerta had turned against him.", "")],
        ),
    ]);
    for text in [
        "It has long been said that Kessler hanged himself in 1751.",
        "It has sometimes been claimed that Fenwick discovered the drug in 1962.",
    ] {
        assert_eq!(claims(text), [(text.to_owned(), String::new())]);
    }
}

#[test]
fn a_name_with_another_title_is_another_person() {
    let got = claims("Doris Abbott lived there in 1990. Mr Abbott said that 40 staff had left.");
    assert!(got.contains(&("40 staff had left.".to_owned(), "Abbott".to_owned())), "{got:?}");
    let got = claims(
        "Paul Whiteman, the leader, said the plan was weak. Keir Starmer led the party in 2023. He had, he said, won 12 votes.",
    );
    assert!(got.iter().any(|(s, n)| s.contains("12 votes") && n == "Keir Starmer"), "{got:?}");
}

#[test]
fn an_appeal_that_is_dismissed_is_called_nothing() {
    let text = "An inspector dismissed the developer’s appeal in 2018.";
    assert_eq!(claims(text), [(text.to_owned(), String::new())]);
}

#[test]
fn what_is_claimed_of_power_and_credit_is_said() {
    for text in [
        "The union claimed power stations had closed in 2019.",
        "Ministers claimed credit growth had slowed to 3%.",
    ] {
        let got = claims(text);
        assert!(got.iter().all(|(_, name)| !name.is_empty()), "{got:?}");
    }
}

#[test]
fn what_is_added_or_reported_as_a_thing_is_not_said() {
    let text = "The visitors should have added a second in 2019, but Reed hit the post.";
    assert!(claims(text).iter().all(|(_, name)| name.is_empty()), "{:?}", claims(text));
    let text = "Emily Tran reported it to her manager in 2019.";
    assert_eq!(claims(text), [(text.to_owned(), String::new())]);
    let text = "Rina Sari, 34, a teacher who was travelling with her two sons, said 40 staff had left.";
    assert_eq!(claims(text), [("40 staff had left.".to_owned(), "Rina Sari".to_owned())]);
}
