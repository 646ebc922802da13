//! Tests of the whole way from bytes to text.

use assay_model::document::{BlockKind, ImportedText};
use proptest::prelude::*;

use super::*;

const SAMPLE: &[u8] = include_bytes!("../../engine/sample-article.txt");

/// What every import keeps to: blocks in order, within the text, with nothing but white space between them and none at
/// their ends.
fn holds(imported: &ImportedText) {
    let chars: Vec<char> = imported.text.chars().collect();
    let mut at = 0;
    for block in &imported.blocks {
        assert!(block.start >= at && block.start < block.end, "{block:?}");
        assert!(
            chars[at as usize..block.start as usize].iter().all(|c| c.is_whitespace()),
            "text before {block:?}"
        );
        assert!(
            !chars[block.start as usize].is_whitespace() && !chars[block.end as usize - 1].is_whitespace(),
            "{block:?}"
        );
        at = block.end;
    }
    assert!(chars[at as usize..].iter().all(|c| c.is_whitespace()), "text after the last block");
    assert!(!imported.text.contains(['\r', '\0']));
    assert!(!imported.blocks.is_empty() && !imported.metadata.title.is_empty());
}

#[test]
fn the_sample_article() {
    let imported = text(SAMPLE, Some("sample-article.txt")).unwrap();
    holds(&imported);
    assert_eq!(imported.text.as_bytes(), SAMPLE);
    let index = TextIndex::new(&imported.text);
    let blocks: Vec<(BlockKind, &str)> =
        imported.blocks.iter().map(|b| (b.kind, index.slice(b.span()).unwrap())).collect();
    assert_eq!(
        blocks[..5],
        [
            (BlockKind::Dateline, "date 2023-03-02"),
            (BlockKind::Byline, "Written by Barbara Plait Usher in Delhi and Nadine Youssef"),
            (BlockKind::Dateline, "March 2, 2023, 13:01 GMT Updated 40 minutes ago"),
            (BlockKind::Metadata, "image source, Getty Images photo caption,"),
            (
                BlockKind::Caption,
                "Sergey Lavrov (left) and Antony Blinken (right) last met in Geneva in January 2022"
            ),
        ]
    );
    assert_eq!(imported.blocks[0].start, 1, "the leading space counts");
    assert!(blocks[5..].iter().all(|(kind, _)| *kind == BlockKind::Paragraph));
    assert_eq!(blocks.len(), 22);
    let metadata = imported.metadata;
    assert_eq!(metadata.title, "Sample article");
    assert_eq!(metadata.authors, ["Barbara Plait Usher", "Nadine Youssef"]);
    assert_eq!(metadata.published.unwrap().to_string(), "2023-03-02T13:01Z");
    assert_eq!(metadata.language.as_deref(), Some("en"));
    assert_eq!((metadata.publisher, metadata.url), (None, None));
    assert_eq!((imported.encoding.as_str(), imported.media_type.as_str()), ("UTF-8", "text/plain"));
}

#[test]
fn line_ends_become_lf_and_all_else_stays() {
    let imported = text("\u{FEFF} a\u{301}\r\n\r\nb\rc\u{7}\n ".as_bytes(), None).unwrap();
    assert_eq!(imported.text, " a\u{301}\n\nb\nc\u{7}\n ");
    holds(&imported);
}

#[test]
fn without_a_headline_or_a_name_the_title_is_the_first_words() {
    let imported = text(b"One two three four five six seven eight nine ten.", None).unwrap();
    assert_eq!(imported.metadata.title, "One two three four five six seven eight…");
}

#[test]
fn what_has_no_text_is_refused() {
    for bytes in [&b""[..], b" \r\n\t", b"\xEF\xBB\xBF", "\u{2003}\u{3000}\n".as_bytes()] {
        assert_eq!(text(bytes, Some("a.txt")).unwrap_err().code(), "empty");
    }
    let error = text(b"", Some("a.txt")).unwrap_err();
    assert_eq!(error.message(), "“a.txt” has no text.");
}

#[test]
fn too_many_bytes_are_refused_with_the_limit() {
    let error = text(&vec![b'a'; 100 * 1024 * 1024], None).unwrap_err();
    assert_eq!(error.message(), "The text is too large: 100 MB, and the limit is 64 MB.");
}

/// A quadratic step anywhere would take hours.
#[test]
fn ten_megabytes_in_one_line_take_linear_time() {
    const MEGABYTE: usize = 1_000_000;
    let started = std::time::Instant::now();
    let units = [("word ", 10), ("a", 10), (".", 1), ("|", 1), ("\t-", 1), ("é—", 1), ("By Ann Lee and ", 1)];
    let lines = [("\n", 1), ("1. a\n", 1), ("a|b\n", 1), ("> a\n", 1), ("A: b\n\n", 1), ("2 May 2021\n", 1)];
    for (unit, megabytes) in units.into_iter().chain(lines) {
        let long = format!("x{}x", unit.repeat(megabytes * MEGABYTE / unit.len()));
        let imported = text(long.as_bytes(), None).unwrap();
        assert_eq!(imported.blocks.last().unwrap().end as usize, imported.text.chars().count());
    }
    assert!(started.elapsed().as_secs() < 120, "{:?}", started.elapsed());
}

/// Words, marks and line ends that the rules look for, in any order.
fn article() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("\n\n"),
        Just("\n"),
        Just("\r\n"),
        Just(" "),
        Just("By "),
        Just("Ann Lee"),
        Just(" and "),
        Just("2 March 2023"),
        Just("2023-03-02T13:01Z"),
        Just("image source, "),
        Just("photo caption, "),
        Just("Photo: "),
        Just("LONDON"),
        Just(" (AP) — "),
        Just("He said so."),
        Just("Q: "),
        Just("- "),
        Just("1. "),
        Just("2. "),
        Just("> "),
        Just("[1] "),
        Just("|"),
        Just("\t"),
        Just("Updated "),
        Just("5 minutes ago"),
        Just("© 2023 BBC"),
        Just("é🇺🇸"),
        Just("\u{2028}"),
        Just("\u{1}"),
        Just(":"),
        Just("the quick brown fox jumps over the lazy dog and goes on for a while\n"),
        Just("+"),
        Just("-"),
        Just("13:01 GMT"),
    ];
    prop::collection::vec(part, 1..40).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(imported) = text(&bytes, Some("a.txt")) {
            holds(&imported);
        }
    }

    #[test]
    fn any_text_comes_back_with_its_line_ends_made_lf(written in "(\\PC|[\\r\\n\\t ]){0,200}") {
        let expected = written.replace("\r\n", "\n").replace('\r', "\n");
        // The first code point, were it a byte-order mark, would be taken for one.
        prop_assume!(!written.starts_with('\u{FEFF}'));
        match text(written.as_bytes(), None) {
            Ok(imported) => {
                prop_assert_eq!(&imported.text, &expected);
                holds(&imported);
            }
            Err(error) => prop_assert!(error.code() == "empty" && expected.trim().is_empty(), "{}", error),
        }
    }

    #[test]
    fn anything_like_an_article_is_cut_into_blocks(written in article()) {
        if let Ok(imported) = text(written.as_bytes(), Some("a.txt")) {
            holds(&imported);
            prop_assert_eq!(&plain(written.as_bytes(), Some("a.txt")).unwrap(), &imported);
        }
    }
}
