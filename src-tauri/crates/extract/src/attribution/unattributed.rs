//! Something said of which no one is named as the speaker: its statement keeps the words of saying, or it would stand as the
//! article's own.

use std::ops::Range;

use super::{Said, is_hearer};
use crate::tokens::{Kind, Tokens};
use crate::verbs::{Force, is_article, is_negative, is_preposition};

/// The longest words of saying that a statement leads with, in tokens.
const LONGEST: usize = 8;

impl Said {
    /// “It is believed that”, “The meeting heard that”, and for “despite warnings that” “There were warnings that”: what leads to
    /// the words of somebody who is not named.
    pub(crate) fn lead(&self, tokens: &Tokens<'_>) -> Option<String> {
        if self.name.is_some() || self.force != Force::Assert {
            return None;
        }
        let cue = self.cue.as_ref().filter(|c| c.end <= self.content.start)?;
        let noun = tokens.word(cue.start);
        if cue.len() == 1 && self.frame.start == cue.end && is_alleging(noun) {
            let one = is_article(tokens.word(cue.start.wrapping_sub(1)));
            let before = tokens.word(cue.start.wrapping_sub(1 + usize::from(one)));
            let told = is_preposition(before)
                || matches!(
                    before,
                    "despite" | "amid" | "following" | "were" | "was" | "are" | "receiving" | "received"
                );
            // “no basis for claims that”, “some truth in reports that”
            let judged = (cue.start.saturating_sub(5)..cue.start).any(|k| {
                is_negative(tokens.word(k))
                    || matches!(tokens.word(k), "basis" | "truth" | "little" | "false")
            });
            let verb = match (before, noun.ends_with('s')) {
                ("are", _) => "are",
                (_, true) => "were",
                _ => "was",
            };
            return (told && !judged).then(|| format!("There {verb} {}{noun} that ", article(noun)));
        }
        let mut frame = self.frame.start..self.content.start;
        while matches!(tokens.word(frame.start), "," | "and" | "but") {
            frame.start += 1;
        }
        let whole = self.frame.end == self.content.start && cue.start > frame.start && frame.len() <= LONGEST;
        let plain = !frame.clone().any(|k| tokens.is(k, Kind::Mark));
        // “The same meeting heard”, and not “After the meeting Lee heard”.
        let heard = matches!(tokens.word(cue.end - 1), "heard" | "hears")
            && is_hearer(tokens.word(cue.start - 1))
            && !is_preposition(tokens.word(frame.start));
        let believed = matches!(tokens.word(frame.start), "it" | "it’s" | "it's")
            && !matches!(
                tokens.word(frame.start.wrapping_sub(1)),
                "which" | "where" | "while" | "although" | "though"
            );
        let that = if whole && tokens.word(frame.end - 1) != "that" { "that " } else { "" };
        (whole && plain && (heard || believed))
            .then(|| format!("{} {that}", tokens.slice(frame.start, frame.end)))
    }

    /// Whether a clause within what is said is led to by the same words: the first, the next that a “that” begins, and one that has
    /// its subject from there. Behind “but” or “and” a clause with its own subject may be the article's.
    pub(crate) fn leads(
        &self,
        tokens: &Tokens<'_>,
        clause: &Range<usize>,
        subject: Option<&Range<usize>>,
    ) -> bool {
        clause.start <= self.content.start + 1
            || tokens.word(clause.start - 1) == "that"
            || subject.is_some_and(|s| self.content.contains(&s.start) && s.start < clause.start)
    }
}

/// Nouns for what is alleged, feared or reckoned by somebody; “in the hope that” is nobody's word for a fact.
fn is_alleging(noun: &str) -> bool {
    let one = noun.strip_suffix('s').unwrap_or(noun);
    matches!(
        one,
        "claim"
            | "allegation"
            | "accusation"
            | "report"
            | "complaint"
            | "warning"
            | "suggestion"
            | "prediction"
            | "rumour"
            | "rumor"
            | "speculation"
            | "fear"
            | "concern"
            | "estimate"
            | "forecast"
            | "testimony"
    )
}

fn article(noun: &str) -> &'static str {
    let none = noun.ends_with('s')
        || matches!(
            noun,
            "speculation"
                | "insistence"
                | "testimony"
                | "confirmation"
                | "acknowledgment"
                | "acknowledgement"
        );
    match noun.chars().next() {
        _ if none => "",
        Some('a' | 'e' | 'i' | 'o' | 'u') => "an ",
        _ => "a ",
    }
}
