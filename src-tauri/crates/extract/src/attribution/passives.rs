//! What is told of somebody without saying by whom: “is alleged to have”, “was accused of”, “it was reported by the BBC that”.

use std::ops::Range;

use assay_model::claim::Mode;

use super::{Context, Said};
use crate::names::Names;
use crate::tokens::Kind;
use crate::verbs::{Force, has_finite, is_article, is_auxiliary, is_finite};

/// The longest speaker behind “by”, in tokens.
const SPEAKER: usize = 10;

impl Context<'_, '_> {
    /// “X is alleged to have stolen”, “X was accused by Y of lying”: the article's own clause, of which only the part behind
    /// “to” or “of” is what others say.
    pub(super) fn told_of(&self, i: usize, zone: &Range<usize>, names: &Names) -> Option<Said> {
        let word = self.word(i);
        let link = if is_told(word) {
            "to"
        } else if matches!(word, "accused" | "suspected") {
            "of"
        } else {
            return None;
        };
        let next = self.word(i + 1);
        if next != link && next != "by" {
            return None;
        }
        let comma = i > zone.start && self.word(i - 1) == "," && next == "to" && word == "expected";
        if !comma && !self.is_passive(i, zone) {
            return None;
        }
        let at = (i + 1..zone.end.min(i + SPEAKER))
            .take_while(|k| !matches!(self.word(*k), "," | ";" | "that") && !is_finite(self.tokens, *k))
            .find(|k| self.word(*k) == link)?;
        let speaker = (next == "by" && at > i + 2).then_some(i + 2..at);
        let start = at + 1;
        // “was said to the court”, “was reported to police”
        let verb = self.tokens.is(start, Kind::Word)
            && !is_article(self.word(start))
            && !self.tokens.capital(start)
            && !matches!(
                self.word(start),
                "his" | "her" | "their" | "its" | "police" | "him" | "them" | "us" | "me"
            );
        if !verb || start + 1 >= zone.end {
            return None;
        }
        let name = speaker.clone().map(|s| names.resolve(self.tokens, s.start, s.end));
        // “The trial, which is expected to last three weeks, continues”
        let be = (zone.start..i).rev().find(|k| !(is_auxiliary(self.word(*k)) || self.is_adverb(*k)));
        let aside = be.is_some_and(|k| matches!(self.word(k), "which" | "who"));
        let mut end = self.withheld_end(start, zone);
        if let Some(edge) = (start..end).find(|k| aside && self.word(*k) == ",") {
            end = edge;
        }
        Some(Said {
            content: start..end,
            mode: Mode::Paraphrase,
            speaker,
            name,
            cue: Some(i..i + 1),
            force: Force::Act,
            place: None,
            frame: i..start,
        })
    }

    /// “It is believed that …”, “it was reported by the BBC that …”, “it is thought he fled”: nobody is said to believe it,
    /// unless “by” names them.
    pub(super) fn impersonal(&self, i: usize, zone: &Range<usize>, names: &Names) -> Option<Said> {
        let it = (zone.start.max(i.saturating_sub(4))..i).rev().find(|k| self.word(*k) == "it")?;
        let is = (it + 1..i).any(|k| matches!(self.word(k), "is" | "was" | "been" | "being" | "’s" | "'s"));
        if !is {
            return None;
        }
        let mut speaker = None;
        let start = match self.word(i + 1) {
            "that" => i + 2,
            "by" => {
                let that = (i + 2..zone.end.min(i + 2 + SPEAKER))
                    .take_while(|k| !matches!(self.word(*k), "," | ";") && !is_finite(self.tokens, *k))
                    .find(|k| self.word(*k) == "that")?;
                speaker = (that > i + 2).then_some(i + 2..that);
                that + 1
            }
            _ if self.opens_clause(i + 1, zone) => i + 1,
            _ => return None,
        };
        // “It has long been said that X”: that it has been said is what the article tells.
        let rumour = speaker.is_none()
            && (it + 1..i).any(|k| {
                matches!(self.word(k), "long" | "sometimes" | "often" | "widely" | "repeatedly" | "once")
            });
        let name = speaker.clone().map(|s| names.resolve(self.tokens, s.start, s.end));
        (start + 2 < zone.end && has_finite(self.tokens, start..zone.end)).then(|| Said {
            content: start..zone.end,
            mode: Mode::Paraphrase,
            speaker,
            name,
            cue: Some(i..i + 1),
            force: if rumour { Force::Withhold } else { Force::Assert },
            place: None,
            frame: it..start,
        })
    }
}

/// Participles for what is said or thought of somebody.
fn is_told(word: &str) -> bool {
    matches!(
        word,
        "alleged"
            | "believed"
            | "claimed"
            | "estimated"
            | "expected"
            | "feared"
            | "reported"
            | "rumoured"
            | "rumored"
            | "said"
            | "thought"
            | "understood"
    )
}

/// Participles behind “it is”.
pub(super) fn is_passive(word: &str) -> bool {
    is_told(word)
        || matches!(
            word,
            "hoped" | "announced" | "suggested" | "predicted" | "assumed" | "argued" | "confirmed"
        )
}
