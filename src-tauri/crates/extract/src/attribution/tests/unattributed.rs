//! Something said of which no one is named as the speaker.

use super::check;

#[test]
fn a_statement_keeps_the_words_of_saying_where_no_speaker_is_named() {
    for (text, wanted) in [
        ("The inquest heard that 40 people died in 2019.", "The inquest heard that 40 people died in 2019."),
        ("The court heard 40 people died in 2019.", "The court heard that 40 people died in 2019."),
        (
            "The same meeting heard that 40 people died in 2019.",
            "The same meeting heard that 40 people died in 2019.",
        ),
        ("It is believed that 40 people died in 2019.", "It is believed that 40 people died in 2019."),
        ("There were claims that 40 people died in 2019.", "There were claims that 40 people died in 2019."),
    ] {
        check(&[(text, &[(wanted, "")])]);
    }
    check(&[(
        "The council backed plans for 1,200 homes despite an allegation that 40 people died in 2019.",
        &[
            ("The council backed plans for 1,200 homes despite an allegation.", ""),
            ("There was an allegation that 40 people died in 2019.", ""),
        ],
    )]);
}

#[test]
fn what_the_article_says_itself_behind_them_has_no_words_of_saying() {
    for (text, wanted) in [
        (
            "It was feared that 40 people had died, but all were found safe in 2019.",
            "All were found safe in 2019.",
        ),
        (
            "The court heard that Smith stole £40m, but the jury cleared him in 2019.",
            "The jury cleared him in 2019.",
        ),
    ] {
        assert_eq!(super::claims(text).last().map(|c| c.0.as_str()), Some(wanted), "{text}");
    }
}

#[test]
fn what_is_only_reported_is_another_claim_than_what_is_told() {
    let text = "It was claimed that 40 people died in Leeds in 2019. 40 people died in Leeds in 2019.";
    assert_eq!(super::claims(text).len(), 2);
}

#[test]
fn no_allegation_stands_as_the_articles_own() {
    for (text, wanted) in [
        (
            "There was no truth in reports that 40 people died in 2019.",
            "There were reports that 40 people died in 2019.",
        ),
        (
            "The BBC aired allegations that Lee stole £40m in 2019.",
            "There were allegations that Lee stole £40m in 2019.",
        ),
        (
            "The court also heard that Lee stole £40m in 2019.",
            "The court also heard that Lee stole £40m in 2019.",
        ),
        (
            "The Old Bailey heard that Lee stole £40m in 2019.",
            "The Old Bailey heard that Lee stole £40m in 2019.",
        ),
        ("It’s believed that 40 people died in 2019.", "It’s believed that 40 people died in 2019."),
        (
            "The court heard Lee stole £40m and he spent £30m of it.",
            "The court heard that he spent £30m of it.",
        ),
    ] {
        assert_eq!(super::claims(text).last().map(|c| c.0.as_str()), Some(wanted), "{text}");
    }
}
