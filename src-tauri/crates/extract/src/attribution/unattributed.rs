//! Something said of which no one is named as the speaker: its statement keeps the words of saying, or it would stand as the
//! article's own.

use super::Said;
use crate::tokens::Tokens;
use crate::verbs::Force;

/// The longest words of saying that a statement leads with, in tokens.
const LONGEST: usize = 14;

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
            let verb = if noun.ends_with('s') { "were" } else { "was" };
            return Some(format!("There {verb} {}{noun} that ", article(noun)));
        }
        let mut frame = self.frame.start..self.content.start;
        while matches!(tokens.word(frame.start), "," | "and" | "but") {
            frame.start += 1;
        }
        let whole = self.frame.end == self.content.start && cue.start > frame.start && frame.len() <= LONGEST;
        let that = if whole && tokens.word(frame.end - 1) != "that" { "that " } else { "" };
        whole.then(|| format!("{} {that}", tokens.slice(frame.start, frame.end)))
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
