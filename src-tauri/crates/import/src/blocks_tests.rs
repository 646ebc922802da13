//! Tests of `blocks`: articles as they are pasted.

use super::*;
use BlockKind::{
    Byline, Caption, Dateline, Footnote, Headline, List, Metadata, Quote, Speaker, Standfirst, Table,
};

fn kinds(text: &str) -> Vec<(BlockKind, &str)> {
    cut(text).pieces.into_iter().map(|p| (p.kind, &text[p.range])).collect()
}

const P: BlockKind = BlockKind::Paragraph;

#[test]
fn a_news_article_with_a_full_head() {
    let text = "Ministers meet in Delhi\n\nThe first talks since the war began lasted ten minutes.\n\nBy Jane Doe in Delhi\n3 May 2021\n\n\
        The two met on Thursday.\n\nPhoto: Jane Roe/Reuters\n\nThey spoke.\n\n© 2021 The Daily Planet";
    assert_eq!(
        kinds(text),
        [
            (Headline, "Ministers meet in Delhi"),
            (Standfirst, "The first talks since the war began lasted ten minutes."),
            (Byline, "By Jane Doe in Delhi"),
            (Dateline, "3 May 2021"),
            (P, "The two met on Thursday."),
            (Metadata, "Photo: Jane Roe/Reuters"),
            (P, "They spoke."),
            (Metadata, "© 2021 The Daily Planet"),
        ]
    );
    let cut = cut(text);
    assert_eq!(cut.authors, ["Jane Doe"]);
    assert_eq!(cut.publisher.as_deref(), Some("The Daily Planet"));
    assert_eq!(cut.dates[0].date.to_string(), "2021-05-03");
}

#[test]
fn title_and_date_on_the_first_lines_without_blank_ones() {
    let text =
        "Shares rise 5% in U.S.\nDecember 10, 2013\nShares rose on Monday.\nThey had fallen on Friday.";
    assert_eq!(
        kinds(text),
        [
            (Headline, "Shares rise 5% in U.S."),
            (Dateline, "December 10, 2013"),
            (P, "Shares rose on Monday."),
            (P, "They had fallen on Friday.")
        ]
    );
}

#[test]
fn the_dateline_of_an_agency_is_split_from_its_paragraph() {
    for (text, prefix) in [
        ("LONDON, May 3 (AP) — The minister said so.", "LONDON, May 3 (AP) —"),
        ("WASHINGTON (Reuters) - The minister said so.", "WASHINGTON (Reuters) -"),
        ("(Reuters) - The minister said so.", "(Reuters) -"),
        ("NEW YORK, May 3, 2021 — The minister said so.", "NEW YORK, May 3, 2021 —"),
        ("GENEVA — The minister said so.", "GENEVA —"),
        ("PARIS – «The minister said so.»", ""),
        ("NATO — the alliance — said so.", ""),
        ("He said - once more - that it was so.", ""),
        ("The minister (a liberal) — The", ""),
    ] {
        let found = kinds(text);
        let split = found.first().filter(|(kind, _)| *kind == Dateline).map_or("", |(_, t)| *t);
        assert_eq!(split, prefix, "{text}");
        assert_eq!(found.last().map(|(k, _)| *k), Some(P));
    }
    assert_eq!(cut("OSLO, May 3, 2021 (AP) — He said so.").dates[0].date.to_string(), "2021-05-03");
}

#[test]
fn turns_of_a_transcript_are_split_from_their_speakers() {
    let text = "Interview with the minister\n\nInterviewer: Why did you go?\n\nMinister: Because I had to.\n\nIt was late.\n\nInterviewer: Thank you.";
    assert_eq!(
        kinds(text),
        [
            (Headline, "Interview with the minister"),
            (Speaker, "Interviewer:"),
            (P, "Why did you go?"),
            (Speaker, "Minister:"),
            (P, "Because I had to."),
            (P, "It was late."),
            (Speaker, "Interviewer:"),
            (P, "Thank you."),
        ]
    );
}

#[test]
fn an_office_at_length_with_its_holder_in_brackets_is_a_speaker() {
    let text = "Mr Speaker: Order.\n\nThe Secretary of State for Health (Karen Boyle): Lists have fallen.\n\nMr Speaker: Order.";
    let speakers: Vec<&str> =
        kinds(text).into_iter().filter(|(k, _)| *k == Speaker).map(|(_, t)| t).collect();
    assert_eq!(speakers, ["Mr Speaker:", "The Secretary of State for Health (Karen Boyle):", "Mr Speaker:"]);
}

#[test]
fn a_title_with_a_colon_is_no_speaker() {
    let text = "Lavrov: a portrait\n\nHe was born in Moscow.\n\nHe went to school there.";
    assert_eq!(kinds(text)[0], (Headline, "Lavrov: a portrait"));
}

#[test]
fn lists_quotations_notes_and_tables_stand_in_the_body() {
    let text =
        "He said this.\n\n- one\n- two\n\n> quoted\n\na\tb\nc\td\n\n[1] A note.\n\nBy 2025 it will be over.";
    let found: Vec<BlockKind> = kinds(text).into_iter().map(|(k, _)| k).collect();
    assert_eq!(found, [P, List, List, Quote, Table, Table, Footnote, P]);
}

#[test]
fn short_lines_within_the_body_are_paragraphs() {
    let found = kinds(
        "He said this.\n\nOverview\n\nHe said that.\n\n3 May 2021\n\nAdvertisement\n\nhttps://example.org/a",
    );
    let found: Vec<BlockKind> = found.into_iter().map(|(k, _)| k).collect();
    assert_eq!(found, [P, P, P, Dateline, Metadata, Metadata]);
}

#[test]
fn a_single_line_is_a_paragraph() {
    assert_eq!(kinds("Russia left the treaty"), [(P, "Russia left the treaty")]);
}

#[test]
fn a_picture_above_the_headline_does_not_hide_it() {
    let text = "Image source, Getty Images\nImage caption, The two met.\n\nMinisters meet\n\nThe two met on Thursday.";
    let found: Vec<BlockKind> = kinds(text).into_iter().map(|(k, _)| k).collect();
    assert_eq!(found, [Metadata, Metadata, Caption, Headline, P]);
}

#[test]
fn a_label_on_its_own_line_speaks_of_the_next() {
    let text = "Leader visits flooded region\n\nBy Ann Lee\nBBC News, Kherson\n\nPublished\n8 June 2023\nUpdated\n9 June 2023\n\n\
        Image caption,\nThe leader met evacuees\n\nHe visited them.";
    let found: Vec<BlockKind> = kinds(text).into_iter().map(|(k, _)| k).collect();
    assert_eq!(
        found,
        [Headline, Byline, Byline, Metadata, Dateline, Metadata, Dateline, Metadata, Caption, P]
    );
    let dates: Vec<(String, bool)> =
        cut(text).dates.iter().map(|d| (d.date.to_string(), d.labelled)).collect();
    assert_eq!(dates, [("2023-06-08".to_owned(), true)]);
}

#[test]
fn the_name_of_the_paper_above_the_headline_does_not_hide_it() {
    let text = "The Planet\nPolitics\n\nMinister under pressure over prices\nHe is accused of broken promises as rates hit 6%\n\n\
        Thu 22 Jun 2023 19.13 BST\n\nHe is under pressure.";
    let found: Vec<BlockKind> = kinds(text).into_iter().map(|(k, _)| k).collect();
    assert_eq!(found, [P, P, Headline, Standfirst, Dateline, P]);
}
