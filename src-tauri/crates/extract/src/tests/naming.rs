//! Whom pronouns and “the firm” stand for, and when that is left open.

use std::ops::ControlFlow;

use assay_model::document::{Block, BlockKind, Metadata};
use assay_model::found::Found;

use super::{find, found_in, words};

fn speakers(found: &Found) -> Vec<&str> {
    found.quotations.iter().map(|q| q.speaker.as_ref().map_or("", |s| s.name.as_str())).collect()
}

fn last_speaker(text: &str) -> String {
    let found = found_in(text, "2023-03-02");
    speakers(&found).last().map_or_else(String::new, |s| (*s).to_owned())
}

#[test]
fn he_who_goes_on_speaking_is_named() {
    for (text, name) in [
        ("Tom Reed opened the plant in 2019. He said that 40 people worked there.", "Tom Reed"),
        ("Mary Jones said 40 people worked there. She added that 12 had left.", "Mary Jones"),
        (
            "Chancellor Jeremy Hunt said the plan was working, but Labour’s Rachel Reeves accused him of lying. “Inflation has not come down to 2 percent,” she said.",
            "Rachel Reeves",
        ),
        ("Tom Reed said he had told Peter Rowe to sell 40 cars. He said that 12 were sold.", "Tom Reed"),
        ("Judge Rowe fined the bank 40 million pounds. He said that 12 people had lied.", "Rowe"),
    ] {
        assert_eq!(last_speaker(text), name, "{text}");
    }
}

#[test]
fn a_pronoun_that_two_fit_stays_open() {
    for (text, part) in [
        ("Anna Smith met Mary Jones in Paris. She was born in London in 1960.", "born"),
        ("Elon Musk’s lawyer, Alex Spiro, said he had sold 40 million shares.", "sold"),
        (
            "Police said the man was 40. He was arrested on Monday. Judge Peter Rowe said he had shown no remorse in 2019.",
            "remorse",
        ),
        ("Mary Jones told Anna Smith that she had lost her job in 2019.", "lost"),
        ("Tom Reed said: “He sold 40 million shares in 2019.”", "sold"),
    ] {
        let found = found_in(text, "2023-03-02");
        let Some(claim) = found.claims.iter().find(|c| c.mentions[0].exact.contains(part)) else { continue };
        let statement = claim.statement.to_lowercase();
        assert!(
            statement.trim_start_matches('“').starts_with("he ") || statement.starts_with("she "),
            "{text}: {statement}"
        );
    }
    let text =
        "Rachel Reeves spoke first. Keir Starmer said the plan was working. She was born in London in 1979.";
    assert_eq!(words(&found_in(text, "2023-03-02"), "born").1, "Rachel Reeves was born in London in 1979.");
}

#[test]
fn a_stand_in_means_only_a_body_of_its_kind() {
    for (text, name) in [
        (
            "Apple said sales fell by 4 percent. The ministry said it would spend 40 million pounds.",
            "The ministry",
        ),
        ("Kent Police said two men were held. The bank said it had lost 3 million pounds.", "The bank"),
        ("The Fed said prices rose by 4 percent. The department said 40 people had left.", "The department"),
        (
            "Apple said sales fell by 4 percent. Fiat said sales rose. The firm said 40 people had left.",
            "The firm",
        ),
        ("Germany said prices rose by 4 percent. The company said 40 people had left.", "The company"),
        ("Apple said sales fell by 4 percent. The company said 40 people had left.", "Apple"),
        ("Kent Police said two men were held. The force said 40 people had left.", "Kent Police"),
    ] {
        assert_eq!(last_speaker(text), name, "{text}");
    }
}

#[test]
fn titles_of_police_and_courts_are_no_names() {
    for text in [
        "Det Insp Jane Miller said 40 people were held.",
        "Sgt Jane Miller said 40 people were held.",
        "Jane Miller KC said 40 people were held.",
        "Cllr Jane Miller said 40 people were held.",
    ] {
        assert_eq!(last_speaker(text), "Jane Miller", "{text}");
    }
}

#[test]
fn who_speaks_behind_a_quotation_may_be_told_by_a_role() {
    for (text, name) in [
        ("“We lost 40 jobs,” said spokeswoman Ann Cole.", "Ann Cole"),
        ("“We lost 40 jobs,” said police chief Lee Grant, who lives in Leeds.", "Lee Grant"),
        ("“We lost 40 jobs,” said officials in Rome.", "officials"),
        ("“We lost 40 jobs in 2019,” Theresa May said.", "Theresa May"),
    ] {
        assert_eq!(last_speaker(text), name, "{text}");
    }
}

#[test]
fn a_date_or_a_place_at_the_end_is_no_speaker() {
    for (text, not) in [
        ("Most people are happy, according to a YouGov poll of 1,700 adults conducted Feb. 3-5.", "Feb"),
        ("Prices rose by 4 percent, according to the Labor Department’s report on Friday.", "Friday"),
        ("Officials across Europe said prices rose by 4 percent.", "Europe"),
        ("A hospital near Paris said 40 people died.", "Paris"),
    ] {
        assert_ne!(last_speaker(text), not, "{text}");
    }
}

#[test]
fn the_company_is_not_the_person_who_spoke() {
    let text = "Anneke Bos said prices rose by 4 percent. The company said 40 people had left.";
    assert_eq!(last_speaker(text), "The company");
}

#[test]
fn a_short_form_given_in_brackets_speaks_under_the_full_name() {
    for text in [
        "The National Preservation Department (NPD) was founded in 1998. The NPD said 40 sites had been lost.",
        "The National Preservation Department (NPD) was founded in 1998. “We lost 40 sites,” NPD said.",
    ] {
        assert_eq!(last_speaker(text), "National Preservation Department", "{text}");
    }
}

#[test]
fn the_one_person_of_a_headline_is_she_throughout() {
    let portrait = |body: &str, part: &str| -> String {
        let head = "Ann Cole, who mapped the sea, dies at 91";
        let text = format!("{head}\n{body}");
        let at = head.chars().count() as u32;
        let blocks = [
            Block { kind: BlockKind::Headline, start: 0, end: at },
            Block { kind: BlockKind::Paragraph, start: at + 1, end: text.chars().count() as u32 },
        ];
        let metadata = Metadata { published: "2023-03-02".parse().ok(), ..Metadata::default() };
        let found = find(&text, &blocks, &metadata, &mut |_| ControlFlow::Continue(())).unwrap();
        super::claim(&found, part).statement.clone()
    };
    let far =
        "The sea has 40 bays. The coast was cold in 1958. The ships were old. The crews had 12 men each.";
    let got = portrait(&format!("{far} She published 120 papers in 1990."), "papers");
    assert_eq!(got, "Ann Cole published 120 papers in 1990.");
    let other = "Mary Jones was born in 1950.";
    let got = portrait(&format!("{other} {far} She published 120 papers in 1990."), "papers");
    assert_eq!(got, "She published 120 papers in 1990.");
    let got = portrait(&format!("{far} He published 120 papers in 1990."), "papers");
    assert_eq!(got, "He published 120 papers in 1990.");
}

#[test]
fn what_the_sentence_before_is_about_speaks_as_it_or_they() {
    for (text, name) in [
        ("Acme Corp cut 500 jobs in May. It said the cuts would save £3m.", "Acme Corp"),
        ("Acme Corp cut 500 jobs in May. The company said it lost £3m in 2023.", "Acme Corp"),
        ("Police arrested three men in May. They said one man was 34.", "Police"),
        (
            "Researchers at Oslo University followed 40 men. They found that 12 of them smoked.",
            "Researchers at Oslo University",
        ),
        (
            "Analysts at Acme Bank estimate that shares will fall by 5%. They said sales rose by 6%.",
            "Analysts at Acme Bank",
        ),
        // Two who may speak, or a paper that may.
        ("Acme Corp sued Beta Ltd in May. It said the firm owed £3m.", "It"),
        ("Acme Corp sued Beta Ltd in May. The company said it lost £3m in 2023.", "The company"),
        ("Acme Corp published a report in May. It said sales would fall by 5%.", "It"),
        ("Tom Hill met Bob Lee in Leeds. He said the firm had lost £3m.", "He"),
    ] {
        assert_eq!(last_speaker(text), name, "{text}");
    }
}

#[test]
fn a_noun_before_a_name_is_no_part_of_it() {
    for (text, name) in [
        ("Forecaster Ann Dodd said 40 trees had fallen.", "Ann Dodd"),
        ("Carmaker Acme Motors said it had lost £3m.", "Acme Motors"),
    ] {
        assert_eq!(last_speaker(text), name, "{text}");
    }
}

#[test]
fn an_office_is_no_name_for_she() {
    let text = "As the Prime Minister said last week, “we promised two million visits”. A teacher told me that she waited 19 hours.";
    let found = found_in(text, "2023-03-02");
    assert!(found.claims.iter().all(|c| !c.statement.contains("Minister waited")), "{:?}", found.claims);
}
