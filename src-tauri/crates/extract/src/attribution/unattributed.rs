//! Something said of which no one is named as the speaker: its statement keeps the words of saying, or it would stand as the
//! article's own.

use std::ops::Range;

use super::Said;
use crate::tokens::{Kind, Tokens};
use crate::verbs::Force;

/// The longest words of saying that a statement leads with, in tokens.
const LONGEST: usize = 14;

impl Said {
    /// “It is believed that”, “The meeting heard that”, and for “despite warnings that” “There were warnings that”: what leads to
    /// the words of somebody who is not named.
    ///
    /// Nothing for a `clause` of it that may be the article's own; `subject` is what that clause takes from one before.
    pub(crate) fn lead(
        &self,
        tokens: &Tokens<'_>,
        clause: &Range<usize>,
        subject: Option<&Range<usize>>,
    ) -> Option<String> {
        if self.name.is_some() || self.force != Force::Assert || !self.leads(tokens, clause, subject) {
            return None;
        }
        let cue = self.cue.as_ref().filter(|c| c.end <= self.content.start)?;
        let noun = tokens.word(cue.start);
        if cue.len() == 1 && self.frame.start == cue.end && is_alleging(noun) {
            let before = cue.start.checked_sub(1).map_or("", |b| tokens.word(b));
            let verb = match (before, noun.ends_with('s')) {
                ("are", _) => "are",
                (_, true) => "were",
                _ => "was",
            };
            return Some(format!("There {verb} {}{noun} that ", article(noun)));
        }
        let mut frame = self.frame.start..self.content.start;
        while matches!(tokens.word(frame.start), "," | "and" | "but") {
            frame.start += 1;
        }
        let whole = self.frame.end == self.content.start && cue.start > frame.start && frame.len() <= LONGEST;
        let mark = |k: usize| tokens.is(k, Kind::Mark) && !matches!(tokens.word(k), "’s" | "'s" | "-");
        let plain = !frame.clone().any(mark);
        // All words of the subject: “The Old Bailey heard”, and not “Lee heard” of “After the meeting Lee heard”.
        let begins =
            frame.start.checked_sub(1).is_none_or(|b| mark(b) || matches!(tokens.word(b), "and" | "but"));
        let heard = matches!(tokens.word(cue.end - 1), "heard" | "hears") && begins;
        let believed = matches!(tokens.word(frame.start), "it" | "it’s" | "it's");
        let that = if whole && tokens.word(frame.end - 1) != "that" { "that " } else { "" };
        (whole && plain && (heard || believed))
            .then(|| format!("{} {that}", tokens.slice(frame.start, frame.end)))
    }

    /// Whether a clause within what is said is led to by the same words. Behind “but”, or “and” and “while” with a comma, a clause
    /// with its own subject may be the article's.
    fn leads(&self, tokens: &Tokens<'_>, clause: &Range<usize>, subject: Option<&Range<usize>>) -> bool {
        let join = clause.start.checked_sub(1).map_or("", |b| tokens.word(b));
        let comma = clause.start > 1 && tokens.word(clause.start - 2) == ",";
        let apart = matches!(join, "but" | "although" | "though" | "whereas" | "," | ";")
            || comma && matches!(join, "and" | "while");
        clause.start <= self.content.start + 1
            || !apart
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
