//! Places in documents: named by their words or by their span, and made whole.

use assay_model::span::{QuotedSpan, Span, TextIndex};
use assay_store::DocumentText;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use unicode_segmentation::GraphemeCursor;

use crate::error::{Error, Result};
use crate::workspace::Workspace;

/// A place in a document: by the words there, or by their span, or by both, which must then agree.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Place {
    /// The document's key, which is the number of its reference.
    pub document: u32,
    /// The words. Alone, they must stand in the text exactly once.
    pub quote: Option<String>,
    /// Where they stand, in code points. An end within a character that is several code points takes it in whole.
    pub span: Option<Span>,
}

impl Workspace {
    /// A place in a document: its text, and the words there with their context.
    pub(crate) fn place(&self, place: &Place) -> Result<(DocumentText, QuotedSpan)> {
        let document = self.store.reader()?.document_text(place.document.into())?;
        let whole = document.text();
        let index = TextIndex::new(&whole);
        let span = match (place.span, place.quote.as_deref()) {
            (Some(span), _) => span,
            (None, Some(quote)) => only_occurrence(&index, quote)?,
            (None, None) => return Err(Error::invalid("span", "Name the words, or their place.")),
        };
        let quoted = index.quote(span).filter(|_| !span.is_empty()).ok_or_else(|| {
            Error::invalid("span", format!("The text has {} characters; {span} is outside it.", index.len()))
        })?;
        if place.quote.as_deref().is_some_and(|q| q != quoted.exact) {
            return Err(Error::invalid("span", "The text at that place is not the text quoted.")
                .hint(format!("There stands “{}”.", quoted.exact)));
        }
        let quoted = index.quote(whole_characters(&index, span)).unwrap_or(quoted);
        if quoted.exact.starts_with(char::is_whitespace) || quoted.exact.ends_with(char::is_whitespace) {
            return Err(Error::invalid("span", "The span begins or ends with white space.")
                .hint("Take the words alone."));
        }
        Ok((document, quoted))
    }
}

/// Where a quote stands in a text, if it stands there exactly once. Where it would cut a character it does not stand.
fn only_occurrence(index: &TextIndex<'_>, quote: &str) -> Result<Span> {
    if quote.is_empty() {
        return Err(Error::invalid("quote", "The quote is empty."));
    }
    let found = index.text().match_indices(quote).filter_map(|(at, _)| index.span(at..at + quote.len()));
    let mut places = found.filter(|span| whole_characters(index, *span) == *span);
    let first = places.next().ok_or_else(|| {
        Error::invalid("quote", format!("“{quote}” does not stand in the text."))
            .hint("Copy the words from the text; quotation marks and spaces count.")
    })?;
    let others = places.count();
    if others > 0 {
        return Err(Error::invalid("quote", format!("“{quote}” stands in the text {} times.", others + 1))
            .hint(format!("Name the place by --span; the first is {first}.")));
    }
    Ok(first)
}

/// A span whose ends cut no character: each end within a grapheme cluster, such as a flag, a letter with its accents or
/// a family of emoji, takes it in whole. White space is not taken in, though a mark may join it.
fn whole_characters(index: &TextIndex<'_>, span: Span) -> Span {
    let text = index.text();
    let edge = |point: u32, back: bool| -> Option<u32> {
        let at = index.byte(point)?;
        let mut cursor = GraphemeCursor::new(at, text.len(), true);
        if cursor.is_boundary(text, 0).ok()? {
            return Some(point);
        }
        let edge =
            if back { cursor.prev_boundary(text, 0) } else { cursor.next_boundary(text, 0) }.ok()??;
        let joins_space = back && text.get(edge..)?.starts_with(char::is_whitespace);
        index.char(edge).filter(|_| !joins_space)
    };
    Span {
        start: edge(span.start, true).unwrap_or(span.start),
        end: edge(span.end, false).unwrap_or(span.end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_take_in_whole_characters() {
        for (text, cut, whole) in [
            ("a 👩‍👩‍👧 b", 3..4, "👩‍👩‍👧"),
            ("a 🇺🇦 b", 3..4, "🇺🇦"),
            ("a 👋🏽 b", 2..3, "👋🏽"),
            ("cafe\u{301} b", 3..4, "e\u{301}"),
            ("a \u{1112}\u{1161}\u{11ab} b", 3..4, "\u{1112}\u{1161}\u{11ab}"),
            ("no cut", 0..2, "no"),
            // A mark that joins white space.
            ("a \u{301}b", 2..4, "\u{301}b"),
        ] {
            let index = TextIndex::new(text);
            let span = whole_characters(&index, Span { start: cut.start, end: cut.end });
            assert_eq!(index.slice(span), Some(whole), "{text}");
        }
    }

    #[test]
    fn a_quote_that_cuts_a_character_does_not_stand_there() {
        let index = TextIndex::new("cafe\u{301}, then cafe");
        let span = only_occurrence(&index, "cafe").unwrap();
        assert_eq!((span.start, span.end), (12, 16));
    }
}
