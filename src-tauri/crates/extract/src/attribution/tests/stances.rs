//! What is told of somebody, and what is told as somebody's, without a verb of saying.

use std::ops::ControlFlow;

use assay_model::document::{Block, BlockKind, Metadata};

use super::check;

/// The words reported in a text, with their speakers.
fn reported(text: &str) -> Vec<(String, String)> {
    let block = Block { kind: BlockKind::Paragraph, start: 0, end: text.chars().count() as u32 };
    let metadata = Metadata { language: Some("en".into()), ..Metadata::default() };
    let found = crate::find(text, &[block], &metadata, &mut |_| ControlFlow::Continue(())).unwrap();
    let slice = |from: u32, to: u32| text.chars().skip(from as usize).take((to - from) as usize).collect();
    let name =
        |q: &assay_model::found::Quotation| q.speaker.as_ref().map_or_else(String::new, |s| s.name.clone());
    found.quotations.iter().map(|q| (slice(q.start, q.end), name(q))).collect()
}

#[test]
fn what_is_told_of_somebody_is_nobodys_word() {
    for (text, words, name) in [
        ("Hill is alleged to have stolen £40,000 in 2021.", "have stolen £40,000 in 2021", ""),
        ("The driver is believed to have fled to Spain.", "have fled to Spain", ""),
        ("Some studios are reported to want a higher price.", "want a higher price", ""),
        ("Hill was accused of dumping 40 tonnes of waste.", "dumping 40 tonnes of waste", ""),
        ("Hill has been accused by his wife of hiding $2m.", "hiding $2m", "his wife"),
        ("It was claimed that the firm lost £3m.", "the firm lost £3m", ""),
        ("It is thought he fled to Spain in March.", "he fled to Spain in March", ""),
        ("It was reported by the BBC that three people died.", "three people died", "BBC"),
    ] {
        assert_eq!(reported(text), [(words.to_owned(), name.to_owned())], "{text}");
    }
    for text in ["Three men were reported missing in May.", "The theft was reported to police in May."] {
        assert!(reported(text).is_empty(), "{text}");
    }
    check(&[(
        "Hill is alleged to have stolen £40,000 in 2021.",
        &[("Hill is alleged to have stolen £40,000 in 2021.", "")],
    )]);
}

#[test]
fn words_and_views_have_their_owner() {
    for text in [
        "In the words of Tom Hill, the firm lost £3m in 2020.",
        "In the words of its chairman, Tom Hill, the firm lost £3m in 2020.",
        "In Tom Hill’s view, the firm lost £3m in 2020.",
        "In the opinion of Tom Hill, the firm lost £3m in 2020.",
        "Tom Hill’s view is that the firm lost £3m in 2020.",
        "As Tom Hill put it, the firm lost £3m in 2020.",
        "The firm lost £3m in 2020, as Tom Hill put it.",
        "The firm lost £3m in 2020, in the words of Tom Hill.",
    ] {
        check(&[(text, &[("The firm lost £3m in 2020.", "Tom Hill")])]);
    }
    let text = "In the view from the hill, the bridge lost 3 arches in 2020.";
    check(&[(text, &[(text, "")])]);
}

#[test]
fn words_of_saying_at_the_end_may_be_a_record_or_a_present() {
    for (text, name) in [
        ("Prices rose by 3% in March, figures from the ONS show.", "figures from the ONS"),
        (
            "Heart failure affects 64 million people, the World Health Organization estimates.",
            "World Health Organization",
        ),
        ("Prices rose by 3% in March, according to the ONS on Tuesday.", "ONS"),
        ("The toll will rise to 40, according to the governor of the region, Petar Kos.", "Petar Kos"),
    ] {
        let got: Vec<String> = super::claims(text).into_iter().map(|(_, n)| n).collect();
        assert_eq!(got, [name], "{text}");
    }
}
