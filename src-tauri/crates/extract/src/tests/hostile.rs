//! Texts of any sort and size: spans are sound, and time grows with the text.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::*;

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
        ("scaled numbers", "5 million ".repeat(50_000)),
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
