//! Bylines: who wrote it.

use crate::dates::is_calendar_word;
use crate::tokens::{Kind, Token};

/// Words before “by” in a byline.
const WORKS: &[&str] = &[
    "written",
    "reported",
    "reporting",
    "words",
    "story",
    "text",
    "analysis",
    "review",
    "report",
    "posted",
    "article",
];

/// Words that are part of a name though they begin small.
const PARTICLES: &[&str] = &[
    "de", "del", "della", "der", "den", "di", "da", "do", "dos", "das", "du", "la", "le", "van", "von", "zu",
    "ter", "ten", "al", "el", "bin", "bint", "ibn", "ben", "y", "e", "af", "av",
];

/// Words of the names of papers, agencies and posts; a name with one of them is nobody's.
pub(crate) const OUTLETS: &[&str] = &[
    "news",
    "times",
    "post",
    "press",
    "reuters",
    "correspondent",
    "editor",
    "reporter",
    "staff",
    "agency",
    "magazine",
    "journal",
    "herald",
    "guardian",
    "desk",
    "newsroom",
    "team",
    "tribune",
    "telegraph",
    "bureau",
    "contributor",
    "writer",
    "service",
    "bloomberg",
    "columnist",
    "university",
    "institute",
    "international",
    "politics",
    "independent",
];

/// First words of places of two words.
const PLACES: &[&str] = &[
    "new",
    "san",
    "los",
    "saint",
    "st",
    "hong",
    "tel",
    "abu",
    "kuala",
    "buenos",
    "rio",
    "cape",
    "north",
    "south",
    "east",
    "west",
    "washington",
    "united",
    "sri",
    "mexico",
    "addis",
    "phnom",
];

/// Posts that follow a name: “Jane Doe, chief political correspondent”.
const POSTS: &[&str] = &[
    "editor",
    "correspondent",
    "reporter",
    "writer",
    "journalist",
    "columnist",
    "analyst",
    "producer",
    "author",
    "contributor",
];

/// Words before a colon in a byline.
const AUTHOR: &[&str] = &["author", "authors", "byline"];

/// Whether a byline may begin with this word.
pub(crate) fn is_byline_word(word: &Token<'_>) -> bool {
    word.is("by") || word.is_any(AUTHOR) || word.is_any(WORKS)
}

/// If a byline begins at token `at`: the people it names and the token after it. `line` is what the tokens are of.
pub(crate) fn byline_at(line: &str, tokens: &[Token<'_>], at: usize) -> Option<(Vec<String>, usize)> {
    let is = |i: usize, words: &[&str]| tokens.get(i).is_some_and(|t| t.is_any(words));
    let labelled = is(at, AUTHOR) && is(at + 1, &[":"]);
    let start = if is(at, &["by"]) {
        at + 1
    } else if labelled || is(at, WORKS) && is(at + 1, &["by"]) {
        at + 2
    } else {
        return None;
    };
    people(line, tokens, if is(start, &[":"]) { start + 1 } else { start })
}

fn people(line: &str, tokens: &[Token<'_>], at: usize) -> Option<(Vec<String>, usize)> {
    let mut next = name(tokens, at)?;
    let mut names = vec![written(line, tokens, at, next)];
    loop {
        next = aside(tokens, next);
        let Some(separator) = tokens
            .get(next)
            .filter(|t| t.is_any(&[",", "and", "&", ";", "with", "|", "/", "·", "•", "—", "–", "-"]))
        else {
            break;
        };
        // “A, B, and C”
        let from = if separator.is(",") && tokens.get(next + 1).is_some_and(|t| t.is_any(&["and", "&"])) {
            next + 2
        } else {
            next + 1
        };
        let person = name(tokens, from);
        let Some(end) = person.or_else(|| post(tokens, from)) else { break };
        if person.is_some() && separator.is_any(&[",", "and", "&", ";", "with"]) {
            names.push(written(line, tokens, from, end));
        }
        next = end;
    }
    // A lone name may be an agency's; beside others it is where they work.
    let person = |n: &String| {
        let words: Vec<String> = n.to_lowercase().split_whitespace().map(str::to_owned).collect();
        let short = n.len() <= 4 && n.chars().all(char::is_uppercase);
        words.len() > 1 && !short && !words.iter().any(|w| OUTLETS.contains(&w.as_str()))
    };
    let mut people: Vec<String> = names
        .iter()
        .enumerate()
        .filter(|(i, n)| {
            *i == 0
                || person(n)
                    && !n.split(' ').next().is_some_and(|w| PLACES.contains(&w.to_lowercase().as_str()))
        })
        .map(|(_, n)| n.clone())
        .collect();
    people.dedup();
    Some((people, next))
}

/// One to six words with capitals, small particles between them: the token after them.
fn name(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let first = tokens.get(at).filter(|t| t.is_capitalised())?;
    let goes_on = |from: usize| {
        let ahead = tokens.iter().skip(from).find(|t| !t.is_any(PARTICLES) || t.is_capitalised());
        ahead.is_some_and(Token::is_capitalised)
    };
    let no_name = first.is_any(LABELS) || first.is_any(&["the", "a", "an", "this", "that"]);
    if no_name || is_calendar_word(first.text) && !goes_on(at + 1) {
        return None;
    }
    let (mut next, mut words) = (at + 1, 1);
    while let Some(token) = tokens.get(next) {
        let initial = || tokens.get(next - 1).is_some_and(|t| t.text.chars().count() <= 2);
        let large = token.is_capitalised() && !is_calendar_word(token.text) && !token.is_any(LABELS);
        if large || token.is_any(PARTICLES) && goes_on(next) {
            words += 1;
        } else if !(token.is(".") && initial()) {
            break;
        }
        next += 1;
    }
    (words <= 6).then_some(next)
}

/// Words that begin something else when they follow a name: “By Jane Doe Updated 3 May 2021”.
const LABELS: &[&str] =
    &["Published", "Updated", "Posted", "Last", "First", "Share", "Date", "In", "For", "By", "With"];

/// “in Delhi”, “at the United Nations”, “for the Guardian”, “(Reuters)”: the token after them.
fn aside(tokens: &[Token<'_>], at: usize) -> usize {
    let Some(token) = tokens.get(at) else { return at };
    if token.is("(") {
        let close = tokens.iter().skip(at).take(6).position(|t| t.is(")"));
        return close.map_or(at, |c| at + c + 1);
    }
    if !token.is_any(&["in", "at", "for", "of"]) {
        return at;
    }
    let from = if tokens.get(at + 1).is_some_and(|t| t.is("the")) { at + 2 } else { at + 1 };
    name(tokens, from).unwrap_or(at)
}

/// “chief political correspondent”: up to four words that end in a post.
fn post(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let words = tokens.iter().skip(at).take(5).take_while(|t| t.kind == Kind::Word);
    let last = words.enumerate().find(|(_, t)| t.is_any(POSTS)).map(|(i, _)| i)?;
    Some(at + last + 1)
}

fn written(line: &str, tokens: &[Token<'_>], from: usize, to: usize) -> String {
    let place = |i: usize| tokens.get(i);
    let (Some(first), Some(last)) = (place(from), place(to.saturating_sub(1))) else { return String::new() };
    let words: Vec<&str> = line.get(first.start..last.end).unwrap_or_default().split_whitespace().collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokens;

    fn authors(line: &str) -> Option<Vec<String>> {
        let tokens = tokens(line);
        byline_at(line, &tokens, 0).filter(|(_, next)| *next == tokens.len()).map(|(names, _)| names)
    }

    #[test]
    fn people_are_named_and_places_and_papers_are_not() {
        for (line, expected) in [
            (
                "Written by Barbara Plait Usher in Delhi and Nadine Youssef",
                &["Barbara Plait Usher", "Nadine Youssef"][..],
            ),
            ("By Jane Doe", &["Jane Doe"]),
            ("BY JANE DOE", &["JANE DOE"]),
            ("by Jan van den Berg and Seán O’Brien", &["Jan van den Berg", "Seán O’Brien"]),
            (
                "By J. R. Ewing, Ludwig von Mises, and Ana María de la Cruz",
                &["J. R. Ewing", "Ludwig von Mises", "Ana María de la Cruz"],
            ),
            ("By Jane Doe, BBC News, New York", &["Jane Doe"]),
            ("By Jane Doe | Reuters", &["Jane Doe"]),
            ("By Jane Doe, chief political correspondent", &["Jane Doe"]),
            ("By Jane Doe for the Daily Planet", &["Jane Doe"]),
            ("By Jane Doe (Reuters) with John Roe", &["Jane Doe", "John Roe"]),
            ("By Reuters", &["Reuters"]),
            ("Author: Jane Doe", &["Jane Doe"]),
            ("By April Jones", &["April Jones"]),
        ] {
            assert_eq!(
                authors(line).as_deref(),
                Some(expected.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>().as_slice()),
                "{line}"
            );
        }
    }

    #[test]
    fn a_sentence_that_begins_with_by_is_no_byline() {
        for line in [
            "By 2025 the country will have",
            "By Monday the talks had ended",
            "By the time he left",
            "By signing it he agreed",
            "By Friday, Russia had left",
            "By Jane Doe's account it was over",
            "Written by hand",
            "By",
        ] {
            assert_eq!(authors(line), None, "{line}");
        }
    }
}
