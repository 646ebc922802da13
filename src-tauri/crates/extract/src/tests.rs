//! The whole finder: on the sample article, on other languages, and on hostile texts.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use assay_model::document::BlockKind;
use assay_model::found::{Found, FoundClaim};
use assay_model::span::Span;
use assay_model::value::{Modifier, ValueType};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use assay_model::claim::ClaimKind;

use super::*;

mod joining;
mod kinds;
mod labels;
mod languages;
mod naming;
mod turns;

const SAMPLE: &str = include_str!("../../engine/sample-article.txt");

/// Blocks by hand: a line each, and the sample's head told by its first words.
fn blocks(text: &str) -> Vec<Block> {
    let mut out = Vec::new();
    let mut at = 0_u32;
    for line in text.split('\n') {
        let lead = line.chars().take_while(|c| c.is_whitespace()).count() as u32;
        let inner = line.trim();
        let end = at + lead + inner.chars().count() as u32;
        let kind = if inner.starts_with("date ") || inner.starts_with("March 2, 2023, 13:01") {
            BlockKind::Metadata
        } else {
            BlockKind::Paragraph
        };
        if let Some((credit, _)) = inner.split_once(" Sergey Lavrov (left)") {
            let cut = at + lead + credit.chars().count() as u32;
            out.push(Block { kind: BlockKind::Metadata, start: at + lead, end: cut });
            out.push(Block { kind: BlockKind::Caption, start: cut + 1, end });
        } else if !inner.is_empty() {
            out.push(Block { kind, start: at + lead, end });
        }
        at += line.chars().count() as u32 + 1;
    }
    out
}

fn found_in(text: &str, published: &str) -> Found {
    let metadata = Metadata { published: published.parse().ok(), ..Metadata::default() };
    find(text, &blocks(text), &metadata, &mut |_| ControlFlow::Continue(())).unwrap()
}

fn claim<'f>(found: &'f Found, part: &str) -> &'f FoundClaim {
    let has = |c: &&FoundClaim| c.mentions.iter().any(|m| m.exact.contains(part));
    found.claims.iter().find(has).unwrap_or_else(|| panic!("no claim with “{part}”"))
}

#[test]
fn no_suggestion_goes_without_a_reason() {
    let found = found_in(SAMPLE, "2023-03-02");
    assert!(found.claims.len() > 20);
    for claim in &found.claims {
        assert!(!claim.reasons.is_empty(), "no reason for “{}”", claim.statement);
    }
}

#[test]
fn the_sample_gives_the_meeting_length() {
    let found = found_in(SAMPLE, "2023-03-02");
    let claim = claim(&found, "less than 10 minutes");
    assert_eq!(claim.mentions[0].exact, "the discussion in Delhi lasted less than 10 minutes");
    let claimant = claim.claimant.as_ref().unwrap();
    assert_eq!(
        (claimant.name.as_str(), claimant.mode),
        ("A senior State Department official", Mode::Paraphrase)
    );
    let value = &claim.values[0];
    assert_eq!((value.text.as_str(), value.value.as_str()), ("less than 10 minutes", "PT10M"));
    assert_eq!(value.modifier, Some(Modifier::LessThan));
    assert_eq!(claim.statement, "The discussion in Delhi lasted less than 10 minutes.");
}

#[test]
fn the_sample_gives_the_last_meeting_once_with_two_mentions() {
    let found = found_in(SAMPLE, "2023-03-02");
    let claim = claim(&found, "Sergey Lavrov (left)");
    let exact: Vec<&str> = claim.mentions.iter().map(|m| m.exact.as_str()).collect();
    assert_eq!(
        exact,
        [
            "Sergey Lavrov (left) and Antony Blinken (right) last met in Geneva in January 2022",
            "The last time Mr. Blinken and Mr. Lavrov met was in Geneva in January 2022",
        ]
    );
    assert_eq!(claim.values[0].value, "2022-01");
    assert_eq!(claim.kind, ClaimKind::Date);
}

#[test]
fn the_sample_gives_the_suspension_and_who_spoke_of_it() {
    let found = found_in(SAMPLE, "2023-03-02");
    let claim = claim(&found, "suspend its participation");
    assert_eq!(claim.mentions[0].exact, "Moscow’s recent decision to suspend its participation in the pact");
    let claimant = claim.claimant.as_ref().unwrap();
    assert_eq!(claimant.name, "Antony Blinken");
    let index = TextIndex::new(SAMPLE);
    assert_eq!(index.slice(Span { start: claimant.start, end: claimant.end }), Some("He"));
}

#[test]
fn a_label_keeps_its_denial_and_a_statement_ends_with_its_quotation() {
    let found = found_in(SAMPLE, "2023-03-02");
    let brush = claim(&found, "elbow brush");
    assert!(brush.label.contains("idn’t"), "{}", brush.label);
    let roads = found_in("The government spent £5m on roads in 2019.", "2023-03-02");
    assert!(roads.claims[0].label.contains("£5m"), "{}", roads.claims[0].label);
    assert_eq!(claim(&found, "on the go").statement, "They spoke “on the go”.");
}

#[test]
fn no_line_about_the_document_is_a_claim() {
    let found = found_in(SAMPLE, "2023-03-02");
    for words in ["Written by", "GMT", "Getty"] {
        assert!(!found.claims.iter().any(|c| c.mentions.iter().any(|m| m.exact.contains(words))), "{words}");
    }
    let head = found.sentences.iter().filter(|s| s.block == BlockKind::Metadata);
    assert!(head.clone().count() == 3 && head.clone().all(|s| s.score == 0.0 && !s.checkable));
}

#[test]
fn a_quotation_over_paragraphs_has_the_speaker_of_its_end() {
    let speakers = |text: &str| -> Vec<String> {
        let found = found_in(text, "2023-03-02");
        let claims = found.claims.iter().filter(|c| c.mentions[0].exact.contains("percent"));
        claims.map(|c| c.claimant.as_ref().map_or_else(String::new, |c| c.name.clone())).collect()
    };
    for end in [
        "“Exports fell by 9 percent,” said Jane Miller, the minister.",
        "“Exports fell by 9 percent.”\nsaid Jane Miller.",
    ] {
        let text = format!("The minister spoke on Monday.\n“Prices rose by 4 percent last year.\n{end}");
        assert_eq!(speakers(&text), ["Jane Miller", "Jane Miller"], "{text}");
    }
    // A mark that nothing closes makes no quotation of what follows.
    let text = "“Prices rose by 4 percent.\nThe bank moved.\nExports fell by 9 percent, the bank found.";
    assert_eq!(speakers(text).last().map(String::as_str), Some(""));
}

#[test]
fn a_quotation_without_its_opening_mark_has_its_speaker() {
    let found = found_in(SAMPLE, "2023-03-02");
    let index = TextIndex::new(SAMPLE);
    let text = |q: &Quotation| index.slice(Span { start: q.start, end: q.end }).unwrap();
    let quote = found.quotations.iter().find(|q| text(q).starts_with("I told the foreign minister")).unwrap();
    assert!(text(quote).ends_with("lasting peace"));
    assert_eq!(quote.speaker.as_ref().unwrap().name, "Antony Blinken");
    let quote = found.quotations.iter().find(|q| text(q).starts_with("The West continues")).unwrap();
    assert_eq!((quote.speaker.as_ref().unwrap().name.as_str(), quote.mode), ("Sergey Lavrov", Mode::Quote));
}

#[test]
fn claims_that_differ_in_number_date_name_or_polarity_stay_apart() {
    let text = "Acme Motors sold 500 cars in Lyon in 2019.\nAcme Motors sold 600 cars in Lyon in 2019.\n\
                Acme Motors sold 500 cars in Lyon in 2018.\nAcme Motors sold 500 cars in Turin in 2019.\n\
                Acme Motors never sold 500 cars in Lyon in 2019.\nIn 2019 Acme Motors sold 500 cars in Lyon.";
    let found = found_in(text, "2020-05-01");
    assert_eq!(found.claims.len(), 5);
    assert_eq!(found.claims[0].mentions.len(), 2);
}

#[test]
fn opinions_and_predictions_say_so() {
    let text = "Fred Smith said prices will rise by 5% next year. “This is an outrageous and unfair decision,” he said.";
    let found = found_in(text, "2020-05-01");
    let kinds: Vec<ClaimKind> = found.claims.iter().map(|c| c.kind).collect();
    assert_eq!(kinds, [ClaimKind::Prediction, ClaimKind::Opinion]);
    assert!(found.claims.iter().all(|c| c.claimant.as_ref().is_some_and(|c| c.name == "Fred Smith")));
}

#[test]
fn another_language_keeps_numbers_dates_and_quotes() {
    let text = "Der Minister sagte am Donnerstag in Berlin: „Wir haben 250 Soldaten verloren.“ Das war am 2023-03-02 und niemand \
                weiß, warum die Verhandlungen mit der Regierung gescheitert sind.";
    let found = found_in(text, "2023-03-05");
    assert_eq!(found.document.language.as_deref(), Some("de"));
    let values: Vec<&str> = found.values.iter().map(|v| v.value.as_str()).collect();
    assert_eq!(values, ["250", "2023-03-02"]);
    assert_eq!(found.quotations.len(), 1);
    assert!(!found.claims.is_empty());
}

#[test]
fn numbers_of_other_languages_are_read() {
    let text = "Die Inflation stieg im letzten Jahr um 4,5 % und die Löhne fielen nach Angaben der Behörde auf 1.200 Euro, \
                sagte der Minister in Berlin, während 17 Firmen schlossen.";
    let found = found_in(text, "2023-03-05");
    let values: Vec<(&str, ValueType)> = found.values.iter().map(|v| (v.value.as_str(), v.kind)).collect();
    assert_eq!(values, [("4.5", ValueType::Percent), ("1200", ValueType::Money), ("17", ValueType::Number)]);
}

#[test]
fn quotations_are_found_in_other_languages() {
    for (text, quotes) in [
        (
            "Le ministre a déclaré jeudi à Paris : « Nous avons perdu 250 soldats et nous ne renoncerons pas à la paix. »",
            1,
        ),
        (
            "El ministro dijo el jueves en Madrid: «Hemos perdido 250 soldados y no vamos a renunciar a la paz».",
            1,
        ),
        (
            "Министр заявил в четверг в Москве: «Мы потеряли 250 солдат и не откажемся от мирных переговоров».",
            1,
        ),
    ] {
        let found = found_in(text, "2023-03-05");
        assert_ne!(found.document.language.as_deref(), Some("en"), "{text}");
        assert_eq!(found.quotations.len(), quotes, "{text}");
        assert!(found.values.iter().any(|v| v.value == "250"), "{text}");
        assert_eq!(found.sentences.len(), 1, "{text}");
    }
}

#[test]
fn breaking_stops_at_once() {
    let mut calls = 0;
    let mut step = |_| {
        calls += 1;
        if calls == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    assert_eq!(find(SAMPLE, &blocks(SAMPLE), &Metadata::default(), &mut step), None);
    assert_eq!(calls, 3);
}

/// Every span lies inside the text, on grapheme boundaries, and says what it is said to say.
fn check(text: &str, blocks: &[Block]) {
    let metadata =
        Metadata { published: "2023-03-02".parse().ok(), language: Some("en".into()), ..Metadata::default() };
    let mut shares = Vec::new();
    let found = find(text, blocks, &metadata, &mut |share| {
        shares.push(share);
        ControlFlow::Continue(())
    });
    let found = found.unwrap();
    assert!(shares.is_sorted() && shares.iter().all(|s| (0.0..=1.0).contains(s)));
    let index = TextIndex::new(text);
    let mut ends: Vec<bool> = vec![false; index.len() as usize + 1];
    let mut at = 0;
    ends[0] = true;
    for g in text.graphemes(true) {
        at += g.chars().count();
        ends[at] = true;
    }
    let valid = |start: u32, end: u32| {
        assert!(start < end && end <= index.len(), "{start}..{end}");
        assert!(ends[start as usize] && ends[end as usize], "{start}..{end} cuts a grapheme");
        index.slice(Span { start, end }).unwrap()
    };
    let mut last = 0;
    for s in &found.sentences {
        let exact = valid(s.start, s.end);
        assert_eq!(exact.trim(), exact);
        assert!(s.start >= last && (0.0..=1.0).contains(&s.score));
        last = s.end;
    }
    let mut last = 0;
    for v in &found.values {
        assert_eq!(valid(v.start, v.end), v.text);
        assert!(v.start >= last, "values overlap");
        last = v.end;
    }
    for c in &found.claims {
        assert!(!c.mentions.is_empty() && (0.0..=1.0).contains(&c.score));
        for m in &c.mentions {
            assert_eq!(valid(m.start, m.end), m.exact);
        }
        for v in &c.values {
            assert_eq!(valid(v.start, v.end), v.text);
        }
        if let Some(claimant) = &c.claimant {
            valid(claimant.start, claimant.end);
        }
    }
    for q in &found.quotations {
        valid(q.start, q.end);
        if let Some(s) = &q.speaker {
            valid(s.start, s.end);
        }
        if let Some(c) = &q.cue {
            valid(c.start, c.end);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_gives_valid_spans(text in "[\\PC\\s]{0,400}") {
        check(&text, &blocks(&text));
    }

    /// Text made of what the rules look for, in no sensible order.
    #[test]
    fn any_mix_of_telling_words_gives_valid_spans(
        words in prop::collection::vec(prop::sample::select(vec![
            "said", "Mr.", "Blinken", "“", "”", "\"", "``", "''", "’s", "'", ",", ".", " — ", ";", ":", "(", ")", "[", "]", "and", "but",
            "that", "according to", "the", "a", "half", "10", "1,099.50", "minutes", "years", "ago", "March", "2023", "2", "-", "/",
            "12:30", "p.m.", "UTC", "$", "%", "million", "between", "last", "week", "first", "quarter", "of", "Thursday", "he", "She",
            "described", "as", "claiming", "with", "which", "rose", "was", "not", "é", "e\u{301}", "🇺🇸", "中文", "\u{200d}", "\n", "No.",
            "less than", "hundred", "dozen", "one", "’82", "U.S.", "early", "the end of", "every", "BC", "to", "told", "asked", "by",
        ]), 0..80),
        spaces in prop::collection::vec(any::<bool>(), 80),
    ) {
        let mut text = String::new();
        for (word, space) in words.iter().zip(spaces) {
            text.push_str(word);
            if space { text.push(' '); }
        }
        check(&text, &blocks(&text));
    }
}

/// A mark that joins the white space before it belongs to no block.
#[test]
fn a_block_that_begins_within_a_grapheme_is_cut_to_whole_ones() {
    let text = "It rained. \u{200d}It snowed on 2 March.";
    check(text, &[Block { kind: BlockKind::Paragraph, start: 11, end: 33 }]);
}

#[test]
fn hostile_texts_take_no_long_time() {
    let hostile: Vec<(&str, String)> = vec![
        ("no full stop", "word ".repeat(200_000)),
        ("no space", "w".repeat(1_000_000)),
        ("quotes", "\"".repeat(100_000)),
        ("opening quotes", "“a ".repeat(100_000)),
        ("closing quotes", "a” ".repeat(100_000)),
        ("single quotes", "'a ".repeat(100_000)),
        ("brackets", "(".repeat(100_000)),
        ("digits", "1".repeat(1_000_000)),
        ("numbers", "1 ".repeat(200_000)),
        ("number words", "hundred ".repeat(50_000)),
        ("stops", ". ".repeat(200_000)),
        ("dots", ".".repeat(200_000)),
        ("cues", "he said ".repeat(50_000)),
        ("names", "Anna Smith Bob ".repeat(50_000)),
        ("one claim again and again", "Acme Motors sold 500 cars in 2019. ".repeat(10_000)),
        ("flags", "🇺🇸".repeat(50_000)),
        ("marks upon marks", format!("a{}", "\u{301}".repeat(200_000))),
        ("lines", "a\n".repeat(100_000)),
        ("dates", "2 March ".repeat(50_000)),
        ("dashes", "— said ".repeat(50_000)),
        ("right to left", "قال الوزير ".repeat(50_000)),
        ("no words", "中文字。".repeat(50_000)),
    ];
    for (name, text) in hostile {
        let started = Instant::now();
        check(&text, &blocks(&text));
        let took = started.elapsed();
        eprintln!("{name}: {took:?}");
        // Generous for a slow machine; time that grows with the square would take minutes.
        assert!(took < Duration::from_secs(20), "{name} took {took:?}");
    }
}

/// The label and the statement of the claim with these words.
fn words<'f>(found: &'f Found, part: &str) -> (&'f str, &'f str) {
    let claim = claim(found, part);
    (&claim.label, &claim.statement)
}

#[test]
fn labels_of_the_sample_read_like_titles() {
    let found = found_in(SAMPLE, "2023-03-02");
    for (part, label) in [
        ("less than 10 minutes", "Lasted less than 10 minutes"),
        ("on the go", "They spoke on the go"),
        ("New START", "Urged Russia to join treaty"),
        ("raised the case", "Blinken raised case of Whelan"),
        ("elbow brush", "Didn’t say anything about brush"),
        ("had taken place", "Meeting had taken place"),
        ("no further details", "Zakharova gave no further details"),
        ("not shown any interest", "Putin not shown any interest"),
        ("encouraging Kiev", "Lavrov accused West"),
        ("irresponsible", "Moscow’s decision called irresponsible"),
    ] {
        assert_eq!(words(&found, part).0, label, "{part}");
    }
}

#[test]
fn a_label_has_few_words_and_no_loose_end() {
    let text = "The board has been with the bank for 33 years and its shares fell by 2.5 percent. Airbus delivered the \
                A380 to Qantas. Apple announced a new, faster phone. It had, at one point, set a low of 7,447.";
    let found = found_in(text, "2023-03-02");
    let labels: Vec<&str> = found.claims.iter().map(|c| c.label.as_str()).collect();
    assert!(labels.contains(&"Airbus delivered A380 to Qantas"), "{labels:?}");
    assert!(labels.contains(&"It set low of 7,447"), "{labels:?}");
    for found in [&found, &found_in(SAMPLE, "2023-03-02")] {
        for claim in &found.claims {
            let words: Vec<&str> = claim.label.split(' ').collect();
            assert!((2..=6).contains(&words.len()), "{}", claim.label);
            let last = words.last().unwrap().to_lowercase();
            assert!(
                !matches!(last.as_str(), "of" | "to" | "the" | "a" | "in" | "and" | "for" | "new"),
                "{}",
                claim.label
            );
        }
    }
}

#[test]
fn statements_have_their_subject_and_verb() {
    let found = found_in(SAMPLE, "2023-03-02");
    for (part, statement) in [
        (
            "no further details",
            "Russian Foreign Ministry spokeswoman Maria Zakharova gave no further details.",
        ),
        ("suspend its participation", "Moscow recently decided to suspend its participation in the pact."),
        (
            "irresponsible",
            "Moscow’s recent decision to suspend its participation in the pact is irresponsible.",
        ),
        (
            "encouraging Kiev",
            "During the G20 meeting, Sergey Lavrov accused the West of encouraging Kiev to continue the war.",
        ),
    ] {
        assert_eq!(words(&found, part).1, statement);
    }
    // The speaker's own “I” stays in their own words.
    assert!(words(&found, "I told the foreign minister").1.starts_with("“I told"));
    let text = "Ford announced cuts of 21% in its production, resulting in the closure of ten plants in Ohio.\n\
                Fiat bought Chrysler, which had left bankruptcy in 2009.\nThe company denied that it had sold 400 cars.";
    let found = found_in(text, "2023-03-02");
    assert_eq!(words(&found, "cuts of 21%").1, "Ford announced cuts of 21% in its production.");
    assert_eq!(
        words(&found, "resulting").1,
        "Ford announced cuts of 21% in its production, resulting in the closure of ten plants in Ohio."
    );
    assert_eq!(words(&found, "which had left").1, "Chrysler had left bankruptcy in 2009.");
    assert!(words(&found, "sold 400 cars").1.contains(" denied that it had sold 400 cars"));
}

#[test]
fn a_superlative_beside_a_name_is_a_claim() {
    let text = "The United States's largest car manufacturer General Motors named Mary Barra on 2 March 2023.\n\
                The Ford Motor Company, the second-largest car manufacturer in America, will cut 30,000 jobs.\n\
                The index dropped by 4.08 percent on Monday, a new 12-year low.";
    let found = found_in(text, "2023-03-02");
    assert_eq!(
        claim(&found, "largest car manufacturer").mentions[0].exact,
        "The United States's largest car manufacturer"
    );
    assert_eq!(
        words(&found, "largest car manufacturer").1,
        "General Motors is the United States's largest car manufacturer."
    );
    assert_eq!(
        words(&found, "second-largest").1,
        "The Ford Motor Company is the second-largest car manufacturer in America."
    );
    assert_eq!(words(&found, "30,000").1, "The Ford Motor Company will cut 30,000 jobs.");
    assert_eq!(claim(&found, "12-year low").mentions[0].exact, "a new 12-year low");
}

#[test]
fn clauses_that_can_be_true_alone_are_cut() {
    let text = "As the jet was pushed back by a tug, the wing struck the hangar in Bangkok.\n\
                Acme closed 3 shops in May and 14 plants will be closed in 2025.\n\
                Acme sold 30 shops in 2019 in an effort to evade bankruptcy.";
    let found = found_in(text, "2023-03-02");
    let exact: Vec<&str> = found.claims.iter().map(|c| c.mentions[0].exact.as_str()).collect();
    assert_eq!(
        exact,
        [
            "the jet was pushed back by a tug",
            "the wing struck the hangar in Bangkok",
            "Acme closed 3 shops in May",
            "14 plants will be closed in 2025",
            "Acme sold 30 shops in 2019",
            "in an effort to evade bankruptcy",
        ]
    );
}

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
