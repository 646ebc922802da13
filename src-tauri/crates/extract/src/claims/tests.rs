//! Where clauses are cut, and what is no claim at all.

mod joins;

use std::ops::ControlFlow;

use assay_model::document::{Block, BlockKind, Metadata};

fn statements(text: &str) -> Vec<String> {
    let block = Block { kind: BlockKind::Paragraph, start: 0, end: text.chars().count() as u32 };
    let metadata = Metadata { language: Some("en".into()), ..Metadata::default() };
    let found = crate::find(text, &[block], &metadata, &mut |_| ControlFlow::Continue(())).unwrap();
    found.claims.into_iter().map(|c| c.statement).collect()
}

#[test]
fn a_clause_without_subject_has_the_one_before() {
    for (text, wanted) in [
        (
            "Helen Marsh, 46, of Stockport, had denied 11 counts of fraud but was found guilty.",
            [
                "Helen Marsh, 46, of Stockport, had denied 11 counts of fraud.",
                "Helen Marsh was found guilty.",
            ],
        ),
        (
            "Founded in 2014, Tallyho employs 1,150 people and is worth $3.4bn.",
            ["Founded in 2014, Tallyho employs 1,150 people.", "Tallyho is worth $3.4bn."],
        ),
        (
            "The bank has kept its rate at 5.25% since August and will not cut it in 2024.",
            ["The bank has kept its rate at 5.25% since August.", "The bank will not cut it in 2024."],
        ),
    ] {
        assert_eq!(statements(text), wanted, "{text}");
    }
    let whole = "The fleet sailed to Byzantium, which they besieged in 1919.";
    assert_eq!(statements(whole), [whole]);
    let whole = "The price of oil, which peaked in June, rose by 5% in 2020.";
    assert_eq!(statements(whole), [whole]);
}

#[test]
fn a_quotation_is_cut_at_its_full_stops() {
    let text = "“We have opened six hospitals. Another 18 were built in 2019,” the minister said.";
    assert_eq!(statements(text), ["“We have opened six hospitals.”", "Another 18 were built in 2019."]);
    // An abbreviation ends nothing.
    let text = "“We paid Mr. Smith 400 pounds in 2019,” the minister said.";
    assert_eq!(statements(text).len(), 1);
}

#[test]
fn questions_and_lines_about_the_article_are_no_claims() {
    for text in [
        "Did the minister lie about the 2019 deal?",
        "Did the bank lose $3m in 2019 and did it close 5 branches?",
        "(Reporting by Jane Doe; Editing by John Roe)",
        "This article was amended on 12 March 2024 to correct a name.",
        "An earlier version of this article said that 300 people died in 2019.",
        "Follow @bbcnews on Twitter.",
        "Sign up to our newsletter, which 300,000 people read.",
    ] {
        assert_eq!(statements(text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(
        statements("This article sold 300 copies in 2019."),
        ["This article sold 300 copies in 2019."]
    );
}

#[test]
fn two_words_are_a_claim_where_they_are_a_subject_and_its_verb() {
    for text in ["Prices rose.", "He resigned.", "Nobody died.", "Unemployment fell!"] {
        assert_eq!(statements(text).len(), 1, "{text}");
    }
    assert_eq!(
        statements("The bank failed, and he resigned, she said on Monday."),
        ["The bank failed.", "He resigned."]
    );
    for text in [
        "Read more.",
        "Photo gallery.",
        "Continue reading",
        "Updated Monday.",
        "Smith said.",
        "They did.",
        "I agreed.",
        "Breaking news.",
    ] {
        assert!(statements(text).is_empty(), "{text}");
    }
}

#[test]
fn a_row_of_a_table_is_no_claim() {
    for text in [
        "1 Arsenal 38 26 7 5 89",
        "Acme plc\t12.30\t+0.40\t3.4%",
        "| Leeds | 12 | 40 |",
        "Barclays 187.20 +1.15 0.62%",
        "Germany      83.2m     1.2%     2023",
        "Year | Deaths | Injured",
    ] {
        assert!(statements(text).is_empty(), "{text}: {:?}", statements(text));
    }
    for text in [
        "Arsenal beat Chelsea 2-1 in 2023 and won 3-0 in 2024.",
        "Leeds\tThe city has lost 400 jobs since 2019.\t12",
        "In 2019 Acme sold 12 ships,   40 cars and 3 trains.",
    ] {
        assert!(!statements(text).is_empty(), "{text}");
    }
}

#[test]
fn a_clause_of_time_stays_with_the_clause_that_it_dates() {
    for whole in [
        "Crime fell by 12 percent after she was elected in 2019.",
        "After she was elected in 2019 crime fell by 12 percent.",
        "Since she was elected in 2019, unemployment has doubled.",
        "Oil prices have fallen by 40% since the deal was signed in June 2023.",
        "Police arrested three men after a shop was robbed in Milan in 2020.",
        "Reed made the remark as he left court in May 2019.",
        "Reed was arrested while he was leaving court in 2019.",
        "Sales rose by 5% once the ban was lifted in 2019.",
        "The bridge was closed until it was mended in 2019.",
    ] {
        assert_eq!(statements(whole), [whole]);
    }
    // In front it is told of its own too; the main clause keeps it.
    for (text, told) in [
        ("After she was elected in 2019, crime fell by 12 percent.", "She was elected in 2019."),
        ("When a bus hit a wall in 2019, two people died.", "A bus hit a wall in 2019."),
        ("As the storm hit Florida in 2019, 20,000 homes lost power.", "The storm hit Florida in 2019."),
    ] {
        assert_eq!(statements(text), [told, text]);
    }
    // A contrast is no time.
    let contrast = "The bank closed 40 branches, while profits rose to £2bn.";
    assert_eq!(statements(contrast), ["The bank closed 40 branches.", "Profits rose to £2bn."]);
}

#[test]
fn the_place_and_the_agency_in_front_are_no_part_of_a_claim() {
    assert_eq!(
        statements("MILAN — Police arrested three men in 2019."),
        ["Police arrested three men in 2019."]
    );
    assert_eq!(statements("WASHINGTON (Reuters) - The economy grew by 3%."), ["The economy grew by 3%."]);
}

#[test]
fn what_only_denies_and_the_number_of_an_item_are_no_claims() {
    for text in [
        "Many people think the Dead Sea is the saltiest lake, but it is not.",
        "The minister claimed 40 people had died, but they did not.",
    ] {
        let told = statements(text);
        assert!(told.len() == 1 && !told[0].contains("not"), "{text}: {told:?}");
    }
    assert_eq!(
        statements("2. The Caspian Sea covers 371,000 square kilometres."),
        ["The Caspian Sea covers 371,000 square kilometres."]
    );
    assert_eq!(statements("3.5 million people died in 2019."), ["3.5 million people died in 2019."]);
}

#[test]
fn what_somebody_had_forecast_is_told_as_a_forecast() {
    assert_eq!(
        statements("Analysts at Brenner Bank had forecast profit of £205m."),
        ["Analysts at Brenner Bank had forecast profit of £205m."]
    );
}

#[test]
fn no_claim_is_a_fragment() {
    for (text, wanted) in [
        (
            "The company cut its full-year profit forecast to between £230m and £250m, from £290m previously, and said it \
             would close two factories.",
            "The company cut its full-year profit forecast to between £230m and £250m, from £290m previously.",
        ),
        (
            "Daz Murphy has left neighbours fuming after splashing out £2 million on a mansion — then ripping up 14 \
             protected oak trees to build a pool.",
            "Daz Murphy has left neighbours fuming after splashing out £2 million on a mansion — then ripping up 14 \
             protected oak trees to build a pool.",
        ),
        (
            "Brightwater on Thursday reported a 38 percent fall in profit to £61.4 million, as higher energy costs ate into \
             margins.",
            "reported a 38 percent fall in profit to £61.4 million, as higher energy costs ate into margins.",
        ),
        (
            "The fire broke out on Monday and has burned through 2,500 hectares, an area the size of 3,500 pitches.",
            "The fire broke out on Monday and has burned through 2,500 hectares, an area the size of 3,500 pitches.",
        ),
        // Nothing tells that “enter” is a verb: so the whole sentence is the claim.
        (
            "About 11 million tonnes of plastic enter the ocean each year, and the UN expects that figure to triple by 2040.",
            "About 11 million tonnes of plastic enter the ocean each year, and the UN expects that figure to triple by 2040.",
        ),
    ] {
        let found = statements(text);
        assert!(found.iter().any(|s| s.ends_with(wanted)), "{text}: {found:#?}");
    }
}

#[test]
fn a_verb_of_saying_with_its_clause_goes_back_to_the_speaker() {
    for (text, wanted) in [
        (
            "The report found that 12% of staff had been bullied and recommended that the chief executive resign.",
            "The report recommended that the chief executive resign.",
        ),
        ("The union said 400 jobs had been lost and warned that 300 more would go.", "300 more would go."),
        (
            "Tom Reed said the investigators inspected the roof and found that 14 trusses were corroded.",
            "The investigators found that 14 trusses were corroded.",
        ),
        (
            "Kath Brennan said Ben Whitlock had broken a finger in 2019 but expected him to be fit.",
            "Kath Brennan expected him to be fit.",
        ),
        (
            "Tom Reed said a witness inspected the roof and found that 14 trusses were corroded.",
            "A witness found that 14 trusses were corroded.",
        ),
        (
            "Tom Reed said the mayor met Ann Lee in 2019 and asked her to resign.",
            "The mayor asked her to resign.",
        ),
    ] {
        let found = statements(text);
        assert!(found.iter().any(|s| s == wanted), "{text}: {found:#?}");
        assert!(
            !found.iter().any(|s| s.contains("staff recommended") || s.contains("jobs warned")),
            "{found:#?}"
        );
    }
}

#[test]
fn paired_participles_and_contact_clauses_are_not_cut() {
    for text in [
        "“I thought we were dead and buried at half-time,” said Mick Tully.",
        "The 40 workers were tired and worried about their jobs.",
        "The last estimate I saw was $73 million.",
    ] {
        assert_eq!(statements(text).len(), 1, "{text}: {:?}", statements(text));
    }
}

#[test]
fn which_means_the_head_noun_and_never_a_date() {
    for (text, wanted) in [
        (
            "Nadia is the strongest storm since Kenneth in 2019, which killed 45.",
            "Nadia is the strongest storm since Kenneth in 2019, which killed 45.",
        ),
        (
            "Keogh denied a further charge of forgery, which was left to lie on file in 2019.",
            "A further charge of forgery was left to lie on file in 2019.",
        ),
        (
            "There was a fire at a warehouse, which killed 45 people.",
            "There was a fire at a warehouse, which killed 45 people.",
        ),
        ("Fiat bought Chrysler, which had left bankruptcy in 2009.", "Chrysler had left bankruptcy in 2009."),
    ] {
        let found = statements(text);
        assert!(found.iter().any(|s| s == wanted), "{text}: {found:#?}");
    }
}

#[test]
fn what_somebody_says_is_cut_into_sentences_first() {
    let text = "Sentencing him, Judge Rhys Rowlands said: \"You betrayed dying children and their families. This was not a \
                moment of madness. It went on for seven years.\"";
    let found = statements(text);
    assert!(found.iter().any(|s| s.contains("children and their families")), "{found:#?}");
    assert!(
        !found.iter().any(|s| s.contains("Their families") || s.contains("families. This")),
        "{found:#?}"
    );
    let text = "Maureen Tait, 71, blasted: 'He has turned our street into a building site. I have not slept for three weeks.'";
    let found = statements(text);
    assert!(!found.iter().any(|s| s.contains("site. I")), "{found:#?}");
}

#[test]
fn labels_addresses_and_words_of_service_are_no_claims() {
    for text in [
        "FOR IMMEDIATE RELEASE",
        "press@novahelix.example",
        "Media contact: press@novahelix.example",
        "https://www.novahelix.example/news",
        "17:50 BREAKING",
        "BREAKING NEWS",
        "Live: Wildfire near Corvana",
        "More as we get it.",
        "More to follow.",
        "Welcome to our live coverage of the fire.",
        "Hello and welcome to our live coverage.",
        "Five things to know about the budget",
        "5 things we learned from the 2024 budget",
        "What we know so far about the 2024 crash",
        "We're hearing unconfirmed reports.",
        "We’ll bring you more soon.",
    ] {
        assert!(statements(text).is_empty(), "{text}: {:?}", statements(text));
    }
    for text in [
        "Live: Fire kills 14 people in Corvana, police said on Monday.",
        "We are losing 40 jobs in 2024.",
        "The five things he sold in 2019 were worth £40 million.",
        "More than 40 people died in 2019.",
        "Staff at press@novahelix.example were told of 40 job losses in 2019.",
    ] {
        assert!(!statements(text).is_empty(), "{text}");
    }
}

#[test]
fn the_marker_of_an_item_is_no_part_of_its_claim() {
    for text in [
        "2) The council will close 3 pools in 2025.",
        "(c) The council will close 3 pools in 2025.",
        "(iv) The council will close 3 pools in 2025.",
    ] {
        assert_eq!(statements(text), ["The council will close 3 pools in 2025."], "{text}");
    }
    let text = "A (mostly empty) pool in Leeds was closed in 2025.";
    assert_eq!(statements(text), [text]);
}

#[test]
fn a_text_without_full_stops_is_cut_at_its_clauses() {
    let one =
        "the council closed 40 libraries in 2019 and they sold the land for 3 million pounds in 2020 but ";
    let text = format!("{}he resigned in May 2021", one.repeat(24));
    let found = statements(&text);
    assert!(found.iter().any(|s| s.starts_with("The council closed 40 libraries in 2019")), "{found:#?}");
    // What is no language gives nothing.
    assert!(statements(&"lorem ipsum 40 ".repeat(300)).is_empty());
}

#[test]
fn a_verb_behind_a_clause_that_is_told_has_no_sure_subject() {
    let text = "The court was told that Mr Hale, who ran the firm, took £3m and spent it on cars.";
    assert!(!statements(text).iter().any(|s| s.contains("court spent")), "{:?}", statements(text));
    let text = "It is clear that the firm lost £3m and closed 4 shops in 2019.";
    assert!(!statements(text).iter().any(|s| s.starts_with("It closed")), "{:?}", statements(text));
}

#[test]
fn words_of_saying_in_the_midst_leave_no_half_of_a_clause() {
    for text in [
        "\"The bridge,\" she said, \"cost $4 million to build in 2019.\"",
        "Lost in the noise was the fact that 40 per cent of the staff, according to the union, are on strike.",
    ] {
        let found = statements(text);
        let half =
            |s: &String| s.starts_with("Cost") || s.starts_with("The union are") || s.ends_with("the staff.");
        assert!(!found.is_empty() && !found.iter().any(half), "{text}: {found:#?}");
    }
}

#[test]
fn a_heading_is_no_claim() {
    for text in ["Battle of the Yellow Sea", "How we did it", "Marguerite Fenwick obituary"] {
        assert!(statements(text).is_empty(), "{text}");
    }
    assert_eq!(statements("Oil prices fell by 5%").len(), 1);
}

#[test]
fn what_is_heard_by_nobody_who_is_told_of_claims_is_a_claim() {
    assert_eq!(statements("A gunshot was heard.").len(), 1);
    assert_eq!(statements("The president was told.").len(), 1);
}

#[test]
fn what_rises_by_a_figure_is_a_verb_behind_a_comma_too() {
    let told = statements("Profits, the firm said, increased by 12% in 2023.");
    assert_eq!(told, ["Profits increased by 12% in 2023."]);
}
