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
