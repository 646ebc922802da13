//! What the crate that cuts sentences leaves out: lists within a line, abbreviations that end a sentence, asides.

use std::ops::Range;

use crate::tokens::{Kind, Tokens};
use crate::values::is_calendar_word;
use crate::verbs::{Force, cue, is_finite, is_function};

/// More tokens than this between the markers of two items, and they are no list.
const APART: usize = 200;

/// The longest speaker between a quotation and its verb, in tokens.
const SPEAKER: usize = 6;

/// The longest stage direction, in tokens.
const DIRECTION: usize = 8;

/// Ends before these tokens, beside those that were found.
pub(super) fn ends(tokens: &Tokens<'_>) -> Vec<usize> {
    let mut out = Vec::new();
    for i in 1..tokens.len() {
        if !tokens.spaced(i) {
            continue;
        }
        let word = tokens.word(i);
        let title = matches!(word, "i" | "mr" | "mrs" | "ms" | "dr");
        let begins = tokens.capital(i) && is_function(word) && !title;
        // “She gave him the i.v. It helped.”: a word like “it” has its capital from the sentence alone.
        let abbreviated = begins && tokens.is(i - 1, Kind::Word) && is_dotted(tokens.raw(i - 1));
        if abbreviated
            || after_month(tokens, i)
            || after_number(tokens, i)
            || after_speech(tokens, i)
            || after_bracket(tokens, i)
            || after_direction(tokens, i)
        {
            out.push(i);
        }
    }
    out
}

/// “i.v.”, “a.m.”: small letters, each with its point.
fn is_dotted(raw: &str) -> bool {
    raw.len() > 3 && raw.ends_with('.') && raw.chars().all(|c| c == '.' || c.is_lowercase())
}

/// “… on 28 May. Police stopped”: a month in full is no abbreviation.
fn after_month(tokens: &Tokens<'_>, i: usize) -> bool {
    tokens.word(i - 1) == "."
        && i > 2
        && tokens.capital(i)
        && tokens.is(i - 3, Kind::Number)
        && matches!(tokens.word(i - 2), "march" | "april" | "may" | "june" | "july")
}

/// “… one game in 19. We were”: a number of one or two digits that no marker of a list can be, since words lead to it.
fn after_number(tokens: &Tokens<'_>, i: usize) -> bool {
    tokens.capital(i)
        && i > 4
        && tokens.word(i - 1) == "."
        && !tokens.spaced(i - 1)
        && tokens.is(i - 2, Kind::Number)
        && tokens.raw(i - 2).len() < 3
        && tokens.is(i - 3, Kind::Word)
        && !tokens.capital(i - 3)
        && !matches!(tokens.word(i - 3), "no" | "nos" | "page" | "chapter" | "section" | "article")
}

/// Somebody was cut off, and the quotation ended: “… before she comes, to--" At this moment”.
fn after_speech(tokens: &Tokens<'_>, i: usize) -> bool {
    tokens.capital(i)
        && i > 2
        && matches!(tokens.word(i - 1), "\"" | "”" | "''")
        && !tokens.spaced(i - 1)
        && matches!(tokens.word(i - 2), "-" | "--" | "—" | "–")
        && !tokens.spaced(i - 2)
}

/// A sentence in brackets of its own ended, and a quotation begins: “(Dinah was the cat.) "I hope …”.
fn after_bracket(tokens: &Tokens<'_>, i: usize) -> bool {
    i > 2
        && matches!(tokens.word(i - 1), ")" | "]")
        && matches!(tokens.word(i - 2), "." | "!" | "?")
        && matches!(tokens.word(i), "\"" | "“" | "``")
        && tokens.capital(i + 1)
}

/// “(APPLAUSE) Taxes fell”, “[Interruption.] They”: a stage direction before a sentence.
fn after_direction(tokens: &Tokens<'_>, i: usize) -> bool {
    if !(i > 1 && tokens.capital(i) && matches!(tokens.word(i - 1), ")" | "]")) {
        return false;
    }
    let Some(open) =
        (i.saturating_sub(DIRECTION)..i - 1).rev().find(|k| matches!(tokens.word(*k), "(" | "["))
    else {
        return false;
    };
    let begins = open == 0 || matches!(tokens.word(open - 1), "." | "!" | "?");
    let loud = (open + 1..i - 1).all(|k| {
        tokens.is(k, Kind::Mark) || tokens.raw(k).len() > 2 && tokens.raw(k).chars().all(char::is_uppercase)
    });
    let ended =
        matches!(tokens.word(i - 2), "." | "!") && tokens.capital(open + 1) && tokens.word(i - 1) == "]";
    begins && i > open + 2 && (loud || ended)
}

/// “from Ms. Voss”, “the diet: Ae. aegypti”: behind a title, or a short form with a capital before a small letter, nothing ends.
fn after_title(tokens: &Tokens<'_>, end: usize) -> bool {
    if end < 2 || tokens.word(end - 1) != "." || tokens.spaced(end - 1) || !tokens.capital(end - 2) {
        return false;
    }
    let title = matches!(
        tokens.word(end - 2),
        "mr" | "mrs"
            | "ms"
            | "mx"
            | "dr"
            | "prof"
            | "messrs"
            | "fr"
            | "rev"
            | "hon"
            | "gen"
            | "col"
            | "sen"
            | "gov"
            | "lt"
            | "sgt"
    );
    // “iPhone” and “eBay” begin a sentence as they are; “the UK” ends one.
    let raw = tokens.raw(end - 2);
    let mixed = tokens.raw(end).chars().skip(1).any(char::is_uppercase);
    let short = raw.len() < 4
        && raw.chars().skip(1).any(char::is_lowercase)
        && tokens.is(end, Kind::Word)
        && !tokens.capital(end)
        && !mixed;
    title && tokens.capital(end) && !is_function(tokens.word(end)) || short
}

/// “9 a.m. Tuesday”, “6 p.m. EST”: the hour’s day or zone goes on from its abbreviation.
fn after_hour(tokens: &Tokens<'_>, end: usize) -> bool {
    let zone = matches!(
        tokens.raw(end),
        "EST" | "EDT" | "ET" | "PST" | "PDT" | "PT" | "CET" | "GMT" | "UTC" | "BST"
    );
    end > 0 && matches!(tokens.word(end - 1), "a.m." | "p.m.") && (zone || is_calendar_word(tokens.word(end)))
}

/// “Who will pay?” Ann Lee asked.: whether the words of saying of the quotation that ends before `end` stand there, and nothing
/// else.
fn speaks_behind(tokens: &Tokens<'_>, end: usize) -> bool {
    let Some(mark) = end.checked_sub(1).filter(|m| *m > 1 && !tokens.spaced(*m)) else { return false };
    if !matches!(tokens.word(mark), "”" | "\"" | "''" | "’" | "'" | "»")
        || !matches!(tokens.word(mark - 1), "?" | "!" | ",")
        || !tokens.capital(end)
    {
        return false;
    }
    let article = usize::from(matches!(tokens.word(end), "the" | "a" | "an"));
    let verb = (end..end + SPEAKER).find(|k| !tokens.capital(*k) && tokens.word(*k) != ".");
    let Some(verb) = verb.filter(|v| *v > end + article) else { return false };
    let next = tokens.word(verb + 1);
    let goes_on = matches!(tokens.word(verb), "went" | "carried") && next == "on";
    if goes_on {
        return matches!(tokens.word(verb + 2), "" | ".");
    }
    let asks = matches!(
        tokens.word(verb),
        "asked" | "asks" | "shouted" | "cried" | "wondered" | "demanded" | "joked"
    );
    if !asks && !matches!(cue(tokens.word(verb)), Some((Force::Assert, false))) {
        return false;
    }
    let told = matches!(tokens.word(verb), "told" | "tells" | "asked")
        && (verb + 1..verb + 12).take_while(|k| !matches!(tokens.word(*k), "" | ".")).all(|k| {
            !matches!(tokens.word(k), "that" | "to" | "if" | "whether" | "," | ":" | "about" | "for")
                && !is_finite(tokens, k)
        });
    told || matches!(
        next,
        "" | "." | "," | "in" | "on" | "at" | "after" | "during" | "via" | "when" | "as" | "later"
    ) && (verb + 1..verb + 12)
        .take_while(|k| !matches!(tokens.word(*k), "" | "."))
        .all(|k| !matches!(tokens.word(k), "that" | ":" | "“" | "\""))
}

/// Before an opening mark where the end was found behind it: “…,” she said. “It was …”.
pub(super) fn before_mark(tokens: &Tokens<'_>, end: usize) -> usize {
    let opens = end.checked_sub(1).is_some_and(|mark| {
        tokens.spaced(mark)
            && !tokens.spaced(end)
            && matches!(tokens.word(mark), "“" | "``" | "«" | "„" | "\"" | "‘")
            && mark > 0
            && matches!(tokens.word(mark - 1), "." | "!" | "?")
    });
    end - usize::from(opens)
}

/// Takes ends away where an exclamation was only an aside (“and -- voilà! -- you have cake”), and within an hour and its day.
pub(super) fn join(tokens: &Tokens<'_>, ends: &mut Vec<usize>) {
    ends.retain(|&end| {
        if after_hour(tokens, end) || speaks_behind(tokens, end) || after_title(tokens, end) {
            return false;
        }
        let dashes = (end..end + 3).take_while(|k| matches!(tokens.word(*k), "-" | "--" | "—" | "–")).count();
        let next = end + dashes;
        dashes == 0 || !tokens.is(next, Kind::Word) || tokens.capital(next)
    });
}

/// The markers of a list that stands in one line, each from its first token to one after its last: `1. … 2. …`,
/// `a. … b. …`. A list begins where the text does and counts on by one.
pub(super) fn items(tokens: &Tokens<'_>) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let Some((mut number, first)) = marker(tokens, 0) else { return out };
    out.push(first);
    for i in 1..tokens.len() {
        if out.last().is_some_and(|last| i > last.end + APART) {
            break;
        }
        if tokens.spaced(i)
            && let Some((next, range)) = marker(tokens, i)
            && next == number + 1
        {
            number = next;
            out.push(range);
        }
    }
    if out.len() < 2 {
        out.clear();
    }
    out
}

/// The number of an item whose marker begins at `i`, and the marker.
fn marker(tokens: &Tokens<'_>, i: usize) -> Option<(u32, Range<usize>)> {
    let bullet = matches!(tokens.raw(i), "⁃" | "•" | "-" | "*" | "–");
    let at = i + usize::from(bullet);
    let raw = tokens.raw(at).trim_end_matches('.');
    let number = if tokens.is(at, Kind::Number) {
        raw.parse().ok().filter(|n| *n < 1000)?
    } else {
        // Letters count as the numbers after those that a list of figures could reach.
        let letter = raw.bytes().next().filter(|b| raw.len() == 1 && b.is_ascii_lowercase())?;
        1000 + u32::from(letter)
    };
    let pointed = raw.len() < tokens.raw(at).len();
    let mut end = at + 1;
    let mark = |k: usize, mark: &str| tokens.word(k) == mark && !tokens.spaced(k);
    let stop = mark(end, ".");
    end += usize::from(stop);
    let close = mark(end, ")");
    end += usize::from(close);
    ((pointed || stop || close) && tokens.spaced(end) && tokens.is(end, Kind::Word))
        .then_some((number, i..end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of<T>(text: &str, ask: impl Fn(&Tokens<'_>) -> T) -> T {
        ask(&Tokens::new(text, 0))
    }

    #[test]
    fn a_list_counts_on_from_the_start() {
        for text in [
            "1. The first item 2. The second item",
            "1) The first 2) The second",
            "a. The first b. The second",
        ] {
            assert_eq!(of(text, items).len(), 2, "{text}");
        }
        for text in ["1. The first item 3. The third", "In 1. The", "He came 1st. 2. No", "I. The king"] {
            assert!(of(text, items).is_empty(), "{text}");
        }
    }

    #[test]
    fn an_hour_keeps_its_day() {
        for (text, kept) in
            [("It starts at 9 a.m. Tuesday", 0), ("It starts at 9 a.m. EST", 0), ("He rose at 9 a.m. Bob", 1)]
        {
            let tokens = Tokens::new(text, 0);
            let mut ends = vec![5];
            join(&tokens, &mut ends);
            assert_eq!(ends.len(), kept, "{text}");
        }
    }

    #[test]
    fn an_abbreviation_ends_a_sentence_before_a_word_that_needs_no_capital() {
        assert_eq!(of("They met at 6 a.m. The talks failed.", ends).len(), 1);
        assert!(of("They met at 6 a.m. Moscow time, e.g. I think.", ends).is_empty());
    }
}
