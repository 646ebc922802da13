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
