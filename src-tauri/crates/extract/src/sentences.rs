//! Sentences within blocks, with exact spans.
//!
//! The boundaries are those of the `sentencex` crate, moved to whole tokens. A long block is given to it in chunks,
//! as its time grows faster than its input.

use std::ops::Range;

use assay_model::document::{Block, BlockKind};
use assay_model::found::FoundSentence;
use assay_model::span::TextIndex;
use unicode_segmentation::GraphemeCursor;

mod further;

use crate::language;
use crate::tokens::{Kind, Tokens};

/// The longest chunk that is cut into sentences at once, in bytes.
const CHUNK: usize = 4 * 1024;

/// The sentences of a text, in order, each with the kind of its block; spans in code points. Scores are zero.
pub fn sentences(text: &str, blocks: &[Block]) -> Vec<FoundSentence> {
    let index = TextIndex::new(text);
    let code = language::detect(text, None);
    let mut out = Vec::new();
    for block in blocks {
        let Some((slice, start)) = part(&index, block) else { continue };
        let tokens = Tokens::new(slice, start);
        for range in split(slice, &tokens, code.as_deref().unwrap_or("en"), block.kind) {
            if let Some(span) = tokens.span(range.start, range.end) {
                let (start, end) = (span.start, span.end);
                out.push(FoundSentence { start, end, block: block.kind, score: 0.0, checkable: false });
            }
        }
    }
    out
}

/// A block's text and its first code point, without parts of graphemes that reach over its ends.
///
/// A block that begins after white space may begin with a mark that joins that white space.
pub(crate) fn part<'t>(index: &TextIndex<'t>, block: &Block) -> Option<(&'t str, u32)> {
    let bytes = index.bytes(block.span())?;
    let text = index.text();
    let edge = |at: usize, up: bool| -> Option<usize> {
        let mut cursor = GraphemeCursor::new(at, text.len(), true);
        if cursor.is_boundary(text, 0).ok()? {
            return Some(at);
        }
        if up { cursor.next_boundary(text, 0) } else { cursor.prev_boundary(text, 0) }.ok()?
    };
    let (from, to) = (edge(bytes.start, true)?, edge(bytes.end, false)?);
    Some((text.get(from..to)?, index.char(from)?))
}

/// The token ranges of a block's sentences: in order, without gaps, none empty.
pub(crate) fn split(text: &str, tokens: &Tokens<'_>, language: &str, kind: BlockKind) -> Vec<Range<usize>> {
    if tokens.len() == 0 {
        return Vec::new();
    }
    let mut cuts = Vec::new();
    if !matches!(kind, BlockKind::Byline | BlockKind::Dateline | BlockKind::Metadata | BlockKind::Speaker) {
        // A debug build asks the crate all the same, and stops where what is passed over would have been cut.
        let passed = language::is_english(Some(language)) && is_one(text);
        let mut from = if passed && !cfg!(debug_assertions) { text.len() } else { 0 };
        while from < text.len() {
            let (to, whole) = chunk(text, from);
            let Some(part) = text.get(from..to) else { break };
            for boundary in sentencex::get_sentence_boundaries(language, part) {
                let end = from + boundary.end_byte;
                if end < to || whole {
                    cuts.push(end);
                }
            }
            from = to;
        }
        // Marks at the end may be cut apart, but never left alone.
        let parts = |at: usize| at > 0 && at < tokens.len() && splits(tokens, 0, at);
        debug_assert!(!passed || !cuts.iter().any(|cut| parts(tokens.at_byte(*cut))), "{text}");
    }
    let mut ends: Vec<usize> = cuts.iter().map(|cut| tokens.at_byte(*cut)).collect();
    if language::is_english(Some(language)) {
        ends.extend(further::ends(tokens));
        ends.sort_unstable();
        ends.dedup();
        further::join(tokens, &mut ends);
        for end in &mut ends {
            *end = further::before_mark(tokens, *end);
        }
    }
    let items = further::items(tokens);
    if !items.is_empty() {
        // A marker belongs to its item: nothing ends between the two.
        ends.retain(|end| !items.iter().any(|item| (item.start + 1..=item.end).contains(end)));
        ends.extend(items.iter().map(|item| item.start));
        ends.sort_unstable();
    }
    let mut out = Vec::new();
    let mut start = 0;
    for end in ends {
        if end > start && end < tokens.len() && splits(tokens, start, end) {
            out.push(start..end);
            start = end;
        }
    }
    out.push(start..tokens.len());
    out
}

/// Whether no sentence can end inside an English text: before its last letter no mark stands that could end one, nor a line.
fn is_one(text: &str) -> bool {
    let inner = text.trim_end().trim_end_matches(['.', '!', '?', '"', '”', '’', '\'']);
    inner.chars().all(|c| match c {
        '.' | '!' | '?' | ')' => false,
        ' '..='~' | '\u{c0}'..='\u{24f}' | '‘' | '’' | '“' | '”' | '–' | '—' | '£' | '€' => {
            true
        }
        _ => false,
    })
}

/// Whether a boundary before token `at` stands: not inside a word, and not where only marks would be left alone.
fn splits(tokens: &Tokens<'_>, start: usize, at: usize) -> bool {
    let has_word = |mut r: Range<usize>| r.any(|i| !tokens.is(i, Kind::Mark));
    // A sentence begins after white space or after a closing mark.
    let after_mark = at.checked_sub(1).is_some_and(|b| tokens.is(b, Kind::Mark));
    (tokens.spaced(at) || after_mark)
        && has_word(start..at.min(start + 16))
        && has_word(at..(at + 16).min(tokens.len()))
}

/// The end of the chunk that begins at `from`, and whether a sentence may end there.
fn chunk(text: &str, from: usize) -> (usize, bool) {
    let mut limit = from.saturating_add(CHUNK);
    if limit >= text.len() {
        return (text.len(), true);
    }
    while !text.is_char_boundary(limit) {
        limit -= 1;
    }
    let part = text.get(from..limit).unwrap_or_default();
    // The last place in the chunk's second half where a full stop is followed by white space and a capital.
    let half = part.len() / 2;
    let bytes = part.as_bytes();
    let stop = (half..part.len().saturating_sub(2)).rev().find(|&i| {
        matches!(bytes.get(i), Some(b'.' | b'!' | b'?'))
            && bytes.get(i + 1).is_some_and(u8::is_ascii_whitespace)
            && bytes.get(i + 2).is_some_and(u8::is_ascii_uppercase)
            && bytes.get(i.saturating_sub(3)..i).is_some_and(|w| w.iter().all(u8::is_ascii_lowercase))
    });
    if let Some(stop) = stop {
        return (from + stop + 1, true);
    }
    match part.rfind(char::is_whitespace) {
        Some(space) if space > 0 => (from + space, false),
        _ => (limit, false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        let block = Block { kind: BlockKind::Paragraph, start: 0, end: chars.len() as u32 };
        let slice = |s: &FoundSentence| chars[s.start as usize..s.end as usize].iter().collect();
        sentences(text, &[block]).iter().map(slice).collect()
    }

    #[test]
    fn abbreviations_initials_and_decimals_end_no_sentence() {
        assert_eq!(
            cut("Mr. J. R. Smith paid $1.50. He left.  It rained."),
            ["Mr. J. R. Smith paid $1.50.", "He left.", "It rained."]
        );
    }

    #[test]
    fn a_month_in_full_may_end_a_sentence() {
        for (first, second) in [
            ("They appear in court on 28 May.", "Police stopped the lorry."),
            ("It opened on 3 March.", "Tickets cost £5."),
            ("We lost one game in 19.", "They drew two."),
            ("The gadget was sold in the UK.", "iPhone sales rose by 5%."),
            ("By noon, Ms. Voss had served 46.", "Ae. aegypti feeds on nectar."),
            ("He was charged under section 5.", "Tilley was not."),
        ] {
            assert_eq!(cut(&format!("{first} {second}")), [first, second]);
        }
    }

    #[test]
    fn a_block_of_another_alphabet_is_cut_as_its_text_is() {
        let text = "Ο υπουργός είπε ότι η τιμή θα μειωθεί τον επόμενο μήνα; Oil or gas; Shell and Total both want more money";
        let greek = "Ο υπουργός είπε ότι η τιμή του φυσικού αερίου θα μειωθεί. ".repeat(4);
        let whole = format!("{greek}\n{text}");
        let start = greek.chars().count() as u32 + 1;
        let at = start + text.chars().position(|c| c == 'O').unwrap() as u32;
        let end = whole.chars().count() as u32;
        let blocks = [
            Block { kind: BlockKind::Paragraph, start: 0, end: start },
            Block { kind: BlockKind::Paragraph, start: at, end },
        ];
        assert_eq!(sentences(&whole, &blocks).iter().filter(|s| s.start >= at).count(), 2);
    }

    #[test]
    fn a_line_about_the_document_is_one_sentence() {
        let text = "March 2, 2023. Updated. Now.";
        let block = Block { kind: BlockKind::Metadata, start: 0, end: 28 };
        assert_eq!(sentences(text, &[block]).len(), 1);
    }

    #[test]
    fn a_long_block_is_cut_as_a_short_one() {
        let long = "The minister left at noon. ".repeat(2000);
        assert_eq!(cut(&long).len(), 2000);
        assert_eq!(cut(&"word ".repeat(5000)).len(), 1, "no full stop, no end");
    }

    #[test]
    fn the_words_of_saying_stay_with_their_question() {
        for (text, wanted) in [
            ("“Who will pay?” Ann Lee asked. He left.", &["“Who will pay?” Ann Lee asked.", "He left."][..]),
            ("\"It cost £3m!\" Mr Hill told the council.", &["\"It cost £3m!\" Mr Hill told the council."]),
            ("“Who pays?” Pope went on. “We do.”", &["“Who pays?” Pope went on.", "“We do.”"]),
            ("“Who pays?” Ann Lee said that he would.", &["“Who pays?”", "Ann Lee said that he would."]),
            (
                "“No!” Tom Reed told the council that it was late.",
                &["“No!”", "Tom Reed told the council that it was late."],
            ),
            ("“We lost,” Ann Lee said. “It was hard.", &["“We lost,” Ann Lee said.", "“It was hard."]),
            ("We made jobs. (APPLAUSE) Taxes fell.", &["We made jobs.", "(APPLAUSE)", "Taxes fell."]),
            ("It rained. (Reuters) The firm left.", &["It rained.", "(Reuters) The firm left."]),
        ] {
            assert_eq!(cut(text), wanted, "{text}");
        }
    }
}
