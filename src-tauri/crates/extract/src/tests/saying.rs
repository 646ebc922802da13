//! Words of saying, and who says them.

use super::*;

#[test]
fn further_words_of_saying_are_read() {
    for (text, content, speaker) in [
        (
            "Jane Miller, who has run the bank since 2015, said in a statement on Tuesday that inflation fell to 2.3 percent.",
            "inflation fell to 2.3 percent",
            "Jane Miller",
        ),
        (
            "Researchers at Oxford University found that 60 percent of patients recovered.",
            "60 percent of patients recovered",
            "Researchers at Oxford University",
        ),
        (
            "The governor's claim that 90 percent of schools reopened was false.",
            "90 percent of schools reopened",
            "The governor",
        ),
        ("It is believed that about 200 people died in the flood.", "about 200 people died in the flood", ""),
        (
            "The senator was quoted as saying the bill would cost $3 billion.",
            "the bill would cost $3 billion",
            "The senator",
        ),
        (
            "Crime fell by 9 percent in 2021, as the minister noted.",
            "Crime fell by 9 percent in 2021",
            "the minister",
        ),
        (
            "Mary Clark said at a news conference on Tuesday she had spent 40 million pounds.",
            "she had spent 40 million pounds",
            "Mary Clark",
        ),
        (
            "Mr. Smith is confident that sales will rise by 5 percent.",
            "sales will rise by 5 percent",
            "Smith",
        ),
        (
            "The budget deficit will reach $40 billion, according to Mr. Jones.",
            "The budget deficit will reach $40 billion",
            "Jones",
        ),
    ] {
        let found = found_in(text, "2023-03-02");
        let index = TextIndex::new(text);
        let got: Vec<(&str, &str)> = found
            .quotations
            .iter()
            .map(|q| {
                let said = index.slice(Span { start: q.start, end: q.end }).unwrap();
                (said, q.speaker.as_ref().map_or("", |s| s.name.as_str()))
            })
            .collect();
        assert_eq!(got, [(content, speaker)], "{text}");
    }
    let text = "Acme added 300 jobs in Leeds in 2019. The firm declared bankruptcy in May.";
    assert!(found_in(text, "2023-03-02").quotations.is_empty());
    let text = "Acme said that sales fell by 5 percent, and added that 300 people had left.";
    let found = found_in(text, "2023-03-02");
    let speakers: Vec<&str> =
        found.quotations.iter().filter_map(|q| Some(q.speaker.as_ref()?.name.as_str())).collect();
    assert_eq!(speakers, ["Acme", "Acme"]);
}

#[test]
fn a_person_who_speaks_is_not_the_company() {
    let text =
        "Jane Miller said sales fell by 5 percent. The company denied that it owed 300 million dollars.";
    let found = found_in(text, "2023-03-02");
    assert_eq!(claim(&found, "owed").claimant.as_ref().unwrap().name, "The company");
}
