//! Datelines: the place, the day and the agency in front of an article's first words, “LONDON, May 3 (AP) —”.
//!
//! Those of imported text are blocks of their own already; these are the ones in text that is taken as it stands.

use assay_model::document::{Block, BlockKind};
use assay_model::span::TextIndex;
use assay_model::time::PartialDate;

use crate::sentences::part;
use crate::tokens::{Kind, Tokens};
use crate::values::{is_calendar_word, written_on};

/// No dateline is longer, in tokens.
const LONGEST: usize = 20;

/// The day in the line under a headline: that of publication, where nothing else says it.
pub(crate) fn day(index: &TextIndex<'_>, blocks: &[Block]) -> Option<PartialDate> {
    let line = blocks.iter().find(|b| b.kind == BlockKind::Dateline)?;
    let (slice, start) = part(index, line)?;
    written_on(&Tokens::new(slice, start))
}

/// Where the words behind a dateline begin; nothing where none stands at the start.
pub(crate) fn end(tokens: &Tokens<'_>) -> Option<usize> {
    let dash = |i: usize| matches!(tokens.word(i), "—" | "–" | "--" | "-");
    let last = tokens.len().min(LONGEST);
    // “SAN FRANCISCO--(BUSINESS WIRE)--Acme”
    let at = (1..last).find(|i| dash(*i) && tokens.word(i + 1) != "(")?;
    let apart = tokens.spaced(at + 1) || tokens.word(at) != "-";
    let opens = tokens.capital(at + 1) || matches!(tokens.word(at + 1), "“" | "\"");
    let goes_on = tokens.len() > at + 3;
    let plain = (0..at).all(|i| {
        if tokens.is(i, Kind::Word) {
            tokens.capital(i) || matches!(tokens.word(i), "de" | "of" | "the" | "dpa")
        } else {
            tokens.is(i, Kind::Number) || matches!(tokens.word(i), "," | "." | "(" | ")" | "/") || dash(i)
        }
    });
    if !(apart && opens && goes_on && plain && tokens.is(0, Kind::Word) && !is_calendar_word(tokens.word(0)))
    {
        return None;
    }
    let place = tokens.raw(0);
    let loud = place.chars().count() >= 3 && !place.contains(char::is_lowercase);
    // “ST. JUDE, Kan.”
    let upper = |i: usize| !tokens.raw(i).contains(char::is_lowercase);
    let until = (1..at).find(|i| tokens.word(*i) == ",").unwrap_or(at);
    let letters: usize = (0..until).filter(|i| tokens.is(*i, Kind::Word)).map(|i| tokens.raw(i).len()).sum();
    let long = (0..until).all(upper) && letters >= 5 && (loud || until > 1);
    let bracket = tokens.word(at - 1) == ")" && (0..at).any(|i| tokens.word(i) == "(");
    let agency = bracket && (0..at).any(|i| is_agency(tokens.word(i)));
    let comma = (1..at).find(|i| tokens.word(*i) == ",");
    let dated = comma.is_some_and(|c| {
        (c..at).any(|i| is_calendar_word(tokens.word(i))) && (c..at).any(|i| tokens.is(i, Kind::Number))
    });
    let told = agency || dated || loud && (bracket || place.chars().count() >= 5) || long;
    told.then_some(at + 1)
}

/// The agencies whose names stand in brackets behind a place.
fn is_agency(word: &str) -> bool {
    matches!(
        word,
        "ap" | "reuters"
            | "afp"
            | "upi"
            | "pa"
            | "dpa"
            | "ansa"
            | "efe"
            | "xinhua"
            | "tass"
            | "bloomberg"
            | "kyodo"
            | "yonhap"
            | "aap"
            | "pti"
            | "ani"
            | "cnn"
            | "wire"
            | "newswire"
            | "prnewswire"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dateline_ends_where_the_article_begins() {
        for (text, rest) in [
            ("MILAN — Police arrested three men.", "Police"),
            ("WASHINGTON (Reuters) - The economy grew.", "The"),
            ("Berlin, 3 March – The government cut taxes.", "The"),
            ("LONDON, May 3 (AP) — “No,” he said.", "“"),
            ("Paris (AFP) – Two men died.", "Two"),
            ("SAN FRANCISCO--(BUSINESS WIRE)--Acme Corp. sold 4 ships.", "Acme"),
        ] {
            let tokens = Tokens::new(text, 0);
            assert_eq!(end(&tokens).map(|i| tokens.raw(i)), Some(rest), "{text}");
        }
        for text in [
            "NATO — the alliance — said so.",
            "Paris — The city grew by 3 percent.",
            "Monday, 3 March – The government fell.",
            "Jane Reed (Labour) — The minister resigned.",
            "He said - Once more - that it was so.",
            "Coca-Cola sold 4 plants.",
            "MILAN —",
            "—",
            "",
        ] {
            assert_eq!(end(&Tokens::new(text, 0)), None, "{text}");
        }
    }
}
