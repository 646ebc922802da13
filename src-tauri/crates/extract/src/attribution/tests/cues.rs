//! Words and forms by which somebody is said to speak.

use super::{check, claims};

#[test]
fn a_colon_gives_a_quotation_the_one_who_stands_before_it() {
    for (text, statement, speaker) in [
        (
            "Tom Reed was furious: \"They killed 40 people in 2019.\"",
            "They killed 40 people in 2019.",
            "Tom Reed",
        ),
        ("Ann Cole was blunt: “We lost 40 games in 2019.”", "“We lost 40 games in 2019.”", "Ann Cole"),
        ("Ann Cole: “We lost 40 games in 2019.”", "“We lost 40 games in 2019.”", "Ann Cole"),
        ("Police: ‘40 men were held in 2019’", "40 men were held in 2019.", "Police"),
        ("Bank lost $3m in 2019: report", "Bank lost $3m in 2019.", "report"),
        ("Bank lost $3m in 2019 – police", "Bank lost $3m in 2019.", "police"),
        ("The sign was clear: “40 men died here in 2019.”", "40 men died here in 2019.", ""),
        ("Brexit: “40 men lost their jobs in 2019.”", "Brexit: “40 men lost their jobs in 2019.”", ""),
    ] {
        let got = claims(text);
        assert_eq!(got.last().unwrap(), &(statement.to_owned(), speaker.to_owned()), "{text}");
    }
}

#[test]
fn many_verbs_speak_of_what_follows() {
    for (text, speaker) in [
        ("The authors concede that 40 people died in 2019.", "The authors"),
        (
            "Researchers at Leeds University estimate that 40 people died in 2019.",
            "Researchers at Leeds University",
        ),
        ("Critics complain that 40 people died in 2019.", "Critics"),
        ("The report finds 40 people died in 2019.", "The report"),
        ("Records show 40 people died in 2019.", "Records"),
        ("Two polls suggest that 40 people died in 2019.", "Two polls"),
        ("Ann Cole posted on Facebook that 40 people died in 2019.", "Ann Cole"),
        ("He told reporters outside the court that 40 people died in 2019.", "He"),
        ("40 people died in 2019, aides say", "aides"),
    ] {
        check(&[(text, &[("40 people died in 2019.", speaker)])]);
    }
}

#[test]
fn what_is_found_or_posted_is_not_always_told() {
    for text in [
        "Police found the body of a man of 40 in 2019.",
        "The survey found a link between coffee and 40 deaths in 2019.",
        "The bank posted a loss of $3m in 2019.",
        "Two witnesses heard shots that killed 40 people in 2019.",
        "The theft was reported to police in May 2019.",
        "The TV show drew 40 million viewers in 2019.",
    ] {
        check(&[(text, &[(text, "")])]);
    }
}

#[test]
fn words_of_saying_at_the_end_may_be_any() {
    for (text, speaker) in [
        ("40 people died in 2019, a court heard.", "a court"),
        ("40 people died in 2019, the court was told.", "the court"),
        ("40 people died in 2019, trial finds", "trial"),
        ("40 people died in 2019, minister claims", "minister"),
        ("40 people died in 2019, the researchers report.", "the researchers"),
        ("40 people died in 2019, critics argue.", "critics"),
        ("40 people died in 2019, study shows", "study"),
        ("“40 people died in 2019,” his daughter, Ruth, recalled.", "Ruth"),
        ("40 people died in 2019, the firm's chief, Tom Reed, said.", "Tom Reed"),
    ] {
        check(&[(text, &[("40 people died in 2019.", speaker)])]);
    }
    for (text, speaker) in [
        (
            "A paper published last month by the Alder Institution found that 40 people died.",
            "Alder Institution",
        ),
        ("A study released on Monday by Oxfam found that 40 people died.", "Oxfam"),
        ("A paper published last month in Nature found that 40 people died.", "A paper"),
        ("A study published on deaths by drowning found that 40 people died.", "A study"),
    ] {
        check(&[(text, &[("40 people died.", speaker)])]);
    }
    check(&[
        (
            "Mary Lomax told police 40 people had died, the jury heard.",
            &[("40 people had died.", "Mary Lomax")],
        ),
        (
            "Mary Lomax told police 40 people had died, the jury was told.",
            &[("40 people had died.", "Mary Lomax")],
        ),
        (
            "Mary Lomax reported it to her manager, who told her not to worry, the court was told.",
            &[
                ("Mary Lomax reported it to her manager.", "the court"),
                ("Mary Lomax’s manager told her not to worry.", "the court"),
            ],
        ),
        (
            "Mary Lomax was appointed in 1976, but according to her daughter she never used the title.",
            &[("Mary Lomax was appointed in 1976.", ""), ("She never used the title.", "her daughter")],
        ),
        (
            "The tax is unfair, Mary Lomax said, and will hurt 40 firms.",
            &[("The tax is unfair.", "Mary Lomax"), ("The tax will hurt 40 firms.", "Mary Lomax")],
        ),
        (
            "The firm lost 40 jobs in 2023, according to figures it released on Monday.",
            &[("The firm lost 40 jobs in 2023.", "figures")],
        ),
        ("Ann Cole told how 40 people died in 2019.", &[("Ann Cole told how 40 people died in 2019.", "")]),
        (
            "Builder ‘stole £90,000 from widow’, court told",
            &[("Builder ‘stole £90,000 from widow’.", "court")],
        ),
    ]);
}

#[test]
fn a_description_is_no_part_of_what_stands_before_it() {
    check(&[(
        "In 1974 he joined the Ministry of Transport, where his boss, Roy Kemp, wrote that 40 men had left.",
        &[("In 1974 he joined the Ministry of Transport.", ""), ("40 men had left.", "Roy Kemp")],
    )]);
}
