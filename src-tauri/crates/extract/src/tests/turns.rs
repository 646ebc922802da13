//! Transcripts.

use std::ops::ControlFlow;

use assay_model::claim::Mode;
use assay_model::document::{Block, BlockKind, Metadata};
use assay_model::found::Found;
use assay_model::span::{Span, TextIndex};

/// Blocks by hand: headings of turns end with a colon, each line's words are a block.
fn found_in(text: &str) -> Found {
    let mut blocks = Vec::new();
    let mut at = 0_u32;
    for line in text.split('\n') {
        let length = line.chars().count() as u32;
        let colon = line.chars().position(|c| c == ':').map(|c| c as u32 + 1);
        if let Some(colon) = colon {
            blocks.push(Block { kind: BlockKind::Speaker, start: at, end: at + colon });
        }
        let start = at + colon.map_or(0, |c| c + 1);
        if start < at + length {
            blocks.push(Block { kind: BlockKind::Paragraph, start, end: at + length });
        }
        at += length + 1;
    }
    let metadata = Metadata { published: "2023-03-02".parse().ok(), ..Metadata::default() };
    super::find(text, &blocks, &metadata, &mut |_| ControlFlow::Continue(())).unwrap()
}

#[test]
fn what_stands_in_a_turn_is_said_by_its_speaker() {
    let text = "Sarah Lane: You promised 40 new hospitals in 2019.\nDavid Moss: We have opened six hospitals in Leeds.\n\
                Police said 12 people were killed in 2020.\nMOSS (Leeds): I built 300 homes in Leeds.\n\
                The National Bank: Prices rose by 4 percent in 2020.";
    let found = found_in(text);
    let index = TextIndex::new(text);
    let got: Vec<(&str, &str, &str)> = found
        .claims
        .iter()
        .map(|c| {
            let claimant = c.claimant.as_ref().unwrap();
            assert!(claimant.mode == Mode::Quote || claimant.name == "Police");
            let place = index.slice(Span { start: claimant.start, end: claimant.end }).unwrap();
            (c.mentions[0].exact.as_str(), claimant.name.as_str(), place)
        })
        .collect();
    assert_eq!(
        got,
        [
            ("You promised 40 new hospitals in 2019", "Sarah Lane", "Sarah Lane"),
            ("We have opened six hospitals in Leeds", "David Moss", "David Moss"),
            ("12 people were killed in 2020", "Police", "Police"),
            ("I built 300 homes in Leeds", "David Moss", "MOSS (Leeds)"),
            ("Prices rose by 4 percent in 2020", "The National Bank", "The National Bank"),
        ]
    );
    assert_eq!(found.claims[3].statement, "David Moss built 300 homes in Leeds.");
    assert!(found.claims[0].statement.starts_with('“'), "{}", found.claims[0].statement);
    let speakers: Vec<&str> =
        found.quotations.iter().filter_map(|q| Some(q.speaker.as_ref()?.name.as_str())).collect();
    assert_eq!(
        speakers,
        ["Sarah Lane", "You", "David Moss", "David Moss", "Police", "David Moss", "The National Bank"]
    );
}

#[test]
fn i_in_a_turn_is_its_speaker() {
    let found = found_in(
        "Sarah Lane: I believe that 40 hospitals were built in 2019.\nDavid Moss: We said 12 people died in 2020.",
    );
    let names: Vec<_> = found.claims.iter().map(|c| c.claimant.as_ref().map_or("", |c| &c.name)).collect();
    assert_eq!(names, ["Sarah Lane", "David Moss"]);
    let speakers: Vec<_> =
        found.quotations.iter().filter_map(|q| Some(q.speaker.as_ref()?.name.as_str())).collect();
    assert!(speakers.iter().all(|s| names.contains(s)), "{speakers:?}");
}

#[test]
fn initials_and_answers_are_those_named_before() {
    let claimants = |text: &str| -> Vec<String> {
        found_in(text).claims.into_iter().map(|c| c.claimant.map_or_else(String::new, |c| c.name)).collect()
    };
    let head = "Jim Pryce: What did it cost?\nRuth Ekene: It cost $40 million in 2019.\n";
    for (turn, name) in [
        ("RE: We built 300 homes in 2018.", "Ruth Ekene"),
        ("JP: They built 300 homes in 2018.", "Jim Pryce"),
        ("A: We built 300 homes in 2018.", "Ruth Ekene"),
    ] {
        assert_eq!(claimants(&format!("{head}{turn}")), ["Ruth Ekene", name], "{turn}");
    }
    // Two who have the same initials, and two who might answer.
    let text = "Ann Cole: It cost $40 million in 2019.\nAlan Cox: It cost $50 million in 2018.\n";
    assert_eq!(claimants(&format!("{text}AC: It cost $60 million in 2017.")).last().unwrap(), "AC");
    assert_eq!(claimants(&format!("{text}A: It cost $60 million in 2017.")).last().unwrap(), "A");
}

#[test]
fn an_office_at_length_speaks_as_its_holder() {
    let text = "Mr Speaker: Order. Order.\nThe Secretary of State for Health (Karen Boyle): Lists fell by 40,000 in 2023.";
    let found = found_in(text);
    assert_eq!(found.claims[0].claimant.as_ref().unwrap().name, "Karen Boyle");
}

#[test]
fn a_stage_direction_is_nobodys_word() {
    let text = "Ann Lee: We created 300,000 jobs. (APPLAUSE) Taxes fell by 5%. [Interruption.] They closed 2,000 beds.\n(APPLAUSE)";
    let found = found_in(text);
    let got: Vec<&str> = found.claims.iter().map(|c| c.statement.as_str()).collect();
    assert_eq!(got, ["“We created 300,000 jobs.”", "Taxes fell by 5%.", "They closed 2,000 beds."]);
    assert_eq!(found.quotations.len(), 1);
}
