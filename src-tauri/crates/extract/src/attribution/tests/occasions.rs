//! Clauses of time around words of saying, and who goes on speaking.

use super::{check, claims};

#[test]
fn when_somebody_spoke_is_not_what_they_said() {
    for text in [
        "Tom Reed said as he left court that 40 people died in 2019.",
        "Tom Reed told police before he was arrested that 40 people died in 2019.",
        "Asked whether he would go, Tom Reed said 40 people died in 2019.",
        "When asked about the deal, Tom Reed said 40 people died in 2019.",
        "Speaking after the match, Tom Reed said 40 people died in 2019.",
        "“40 people died in 2019,” Tom Reed said as he left court.",
    ] {
        check(&[(text, &[("40 people died in 2019.", "Tom Reed")])]);
    }
    check(&[(
        "After he left court, Tom Reed said 40 people died in 2019.",
        &[("Tom Reed left court.", ""), ("40 people died in 2019.", "Tom Reed")],
    )]);
}

#[test]
fn whoever_is_only_spoken_of_does_not_say_what_follows() {
    for text in [
        "Tom Reed died. “He wrote 12 books in 40 years.”",
        "His marriage to Mary Jones ended in 1980. “They were married for 12 years.”",
        "His marriage to Mary Jones ended. “She sold 12 paintings in 40 years.”",
    ] {
        let got = claims(text);
        assert_eq!(got.last().unwrap().1, "", "{text}: {got:?}");
    }
    let got = claims("Tom Reed was delighted. “We won 3 games in 2019.”");
    assert_eq!(got.last().unwrap().1, "Tom Reed");
    for text in ["Tom Reed wrote 12 books in 40 years.", "Ann Cole wrote a book about 12 painters in 2019."] {
        check(&[(text, &[(text, "")])]);
    }
}
