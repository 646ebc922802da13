//! Quotation marks around and inside what is said.

use std::ops::Range;

use assay_model::claim::Mode;

use super::{Context, Said};
use crate::names::Names;
use crate::quotes::single_end;
use crate::tokens::{Kind, Tokens};
use crate::verbs::{Force, has_finite};

/// How far the partner of a mark is sought, in tokens.
const REACH: usize = 60;

impl Context<'_, '_> {
    /// Strips marks around the content, sets its mode, and keeps it apart from its frame.
    pub(super) fn tidy(&self, said: &mut Said) {
        let mut content = said.content.start.min(self.sentence.end)..said.content.end.min(self.sentence.end);
        trim(self.tokens, &mut content);
        let whole = self.quotes.iter().find(|q| {
            let outer = q.outer();
            outer.start <= content.start + 1
                && content.end <= outer.end + 1
                && q.from < content.end
                && content.start < q.to
                // “Builder ‘stole £90,000’” is more than the quotation.
                && !(content.start..q.from.min(content.end)).any(|k| self.tokens.is(k, Kind::Word))
                && !(q.to.max(content.start)..content.end).any(|k| self.tokens.is(k, Kind::Word))
        });
        if let Some(quote) = whole {
            content = content.start.max(quote.from)..content.end.min(quote.to);
            trim(self.tokens, &mut content);
            said.mode = Mode::Quote;
            if !self.tokens.capital(quote.from.max(content.start))
                && quote.closed
                && said.force != Force::Assert
            {
                said.mode = Mode::Part;
            }
        } else if self.quotes.iter().any(|q| q.from < content.end && content.start < q.to) {
            said.mode = Mode::Part;
        }
        said.content = content;
    }

    /// Quotations without words of saying: the last speaker goes on.
    pub(super) fn bare_quotes(&self, out: &mut Vec<Said>, last: Option<&Said>, names: &Names) {
        let tokens = self.tokens;
        for quote in self.quotes {
            let from = quote.from.max(self.sentence.start);
            let to = quote.to.min(self.sentence.end);
            // “I believed him.” is a sentence, “a disaster.” is not.
            let brief = to.saturating_sub(from) < 5;
            if from >= to || brief && !(to - from > 2 && has_finite(tokens, from..to)) {
                continue;
            }
            let covered = out.iter().any(|s| s.content.start < to && from < s.content.end);
            let whole = from <= self.sentence.start + 1 && to + 2 >= self.sentence.end;
            if brief && !whole {
                continue;
            }
            if covered {
                continue;
            }
            let before = out.iter().rev().find(|s| s.frame.end <= from && s.speaker.is_some());
            // Nobody who has not spoken yet says “he” of himself.
            let carried = || {
                let spoke = last.and_then(|l| Some((l.name.clone()?, l.place?)));
                spoke.or_else(|| names.subject().filter(|_| !speaks_of_another(tokens, from..to)))
            };
            let (speaker, name, place) = match before {
                Some(said) => (said.speaker.clone(), said.name.clone(), None),
                None if whole => {
                    let carried = carried();
                    (None, carried.as_ref().map(|c| c.0.clone()), carried.map(|c| c.1))
                }
                None => continue,
            };
            let mut content = from..to;
            trim(tokens, &mut content);
            if content.is_empty() {
                continue;
            }
            out.push(Said {
                content: content.clone(),
                mode: Mode::Quote,
                speaker,
                name,
                cue: None,
                force: Force::Assert,
                place,
                frame: content.end..content.end,
            });
        }
        out.sort_by_key(|s| s.content.start);
    }
}

/// Whether words speak of one other person, and not of the speaker.
fn speaks_of_another(tokens: &Tokens<'_>, range: Range<usize>) -> bool {
    let has = |words: &[&str]| range.clone().any(|i| words.contains(&tokens.word(i)));
    has(&["he", "she", "him", "his", "her"])
        && !has(&[
            "i", "we", "my", "our", "me", "us", "i’m", "i'm", "i’ve", "i've", "we’re", "we're", "we’ve",
            "we've",
        ])
}

/// Leaves marks at both ends out of a range, but for an opening bracket or a sign that belongs to a word.
pub(crate) fn trim(tokens: &Tokens<'_>, range: &mut Range<usize>) {
    while range.start < range.end
        && tokens.is(range.start, Kind::Mark)
        && !matches!(tokens.word(range.start), "$" | "£" | "€" | "(" | "[" | "#")
        && !is_opening_inside(tokens, range)
    {
        range.start += 1;
    }
    while range.start < range.end
        && tokens.is(range.end - 1, Kind::Mark)
        && !matches!(tokens.word(range.end - 1), "%" | ")" | "]" | "€" | "°" | "’s" | "'s" | "½")
        && !is_closing_inside(tokens, range)
    {
        range.end -= 1;
    }
}

/// An opening quote at the start stays if its partner is inside too and does not end the range.
fn is_opening_inside(tokens: &Tokens<'_>, range: &Range<usize>) -> bool {
    let near = range.start + 1..range.end.min(range.start + REACH);
    let at = if matches!(tokens.word(range.start), "'" | "‘") {
        single_end(tokens, range.start).filter(|k| near.contains(k))
    } else {
        let Some(partners) = closing(tokens.word(range.start)) else { return false };
        near.clone().find(|k| partners.contains(&tokens.word(*k)))
    };
    at.is_some_and(|k| (k + 1..range.end).any(|j| !tokens.is(j, Kind::Mark)))
}

/// A closing quote at the end stays if its partner is inside too and does not begin the range.
fn is_closing_inside(tokens: &Tokens<'_>, range: &Range<usize>) -> bool {
    let last = range.end - 1;
    let mark = tokens.word(last);
    let floor = range.start.max(range.end.saturating_sub(REACH));
    let at = if matches!(mark, "'" | "’") {
        (floor..last)
            .rev()
            .find(|k| single_end(tokens, *k).is_some())
            .filter(|k| single_end(tokens, *k) == Some(last))
    } else {
        (floor..last).rev().find(|k| closing(tokens.word(*k)).is_some_and(|c| c.contains(&mark)))
    };
    at.is_some_and(|k| (range.start..k).any(|j| !tokens.is(j, Kind::Mark)))
}

/// The marks that close what a mark opens.
fn closing(mark: &str) -> Option<&'static [&'static str]> {
    Some(match mark {
        "“" => &["”"],
        "„" => &["“", "”"],
        "``" => &["''"],
        "\"" => &["\""],
        "«" => &["»"],
        "»" => &["«"],
        "‚" => &["‘"],
        "‹" => &["›"],
        _ => return None,
    })
}
