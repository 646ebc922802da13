//! The edges of words of saying: whether what stands before them can be what is said, and what may open or follow them.

use std::ops::Range;

use super::Context;
use crate::verbs::{cue, denies_saying, has_finite, is_opening_adverb, is_preposition};

impl Context<'_, '_> {
    /// “…, adding that …”: whether the comma at `comma` opens further words of saying.
    pub(super) fn opens_participle(&self, comma: usize) -> bool {
        let adverb = usize::from(self.is_adverb(comma + 1));
        let at = comma + 1 + adverb;
        matches!(self.word(comma), "," | "before")
            && (matches!(cue(self.word(at)), Some((_, true))) || denies_saying(self.word(at)))
            && self.word(at).ends_with("ing")
    }

    /// “Speaking after the match,”, “When asked about it,”: words that tell when somebody spoke, up to the comma at `edge`.
    pub(super) fn opens_with_occasion(&self, edge: usize, zone: &Range<usize>) -> bool {
        let start = zone.start;
        let begins = matches!(self.word(start), "after" | "before" | "as" | "when" | "while" | "since")
            || self.opens_speech(start);
        begins && !(start..edge).any(|k| self.word(k) == ",")
    }

    /// “Asked”, “when speaking”
    pub(super) fn opens_speech(&self, start: usize) -> bool {
        let at = start + usize::from(matches!(self.word(start), "when" | "while"));
        matches!(
            self.word(at),
            "asked"
                | "speaking"
                | "questioned"
                | "pressed"
                | "addressing"
                | "writing"
                | "quizzed"
                | "responding"
                | "replying"
                | "reacting"
                | "commenting"
                | "challenged"
        )
    }

    /// “The deal cost £3m, Ann Cole said.”: words of saying at the end leave no other sense, whatever the verb before them.
    pub(super) fn closes_sentence(&self, i: usize, edge: usize, zone: &Range<usize>) -> bool {
        let ended = matches!(self.word(i + 1), "" | ".") || i + 1 >= zone.end;
        let opens = self.word(zone.start);
        ended
            && edge > zone.start + 3
            && matches!(
                self.word(i),
                "said"
                    | "says"
                    | "say"
                    | "added"
                    | "adds"
                    | "told"
                    | "estimates"
                    | "estimated"
                    | "reckons"
                    | "predicts"
                    | "predicted"
                    | "warns"
                    | "warned"
                    | "claims"
                    | "claimed"
                    | "insists"
                    | "insisted"
                    | "reports"
                    | "show"
                    | "shows"
                    | "showed"
                    | "suggest"
                    | "suggests"
            )
            && !is_preposition(opens)
            && !is_opening_adverb(opens)
            && !opens.ends_with("ing")
            && !matches!(opens, "when" | "as" | "while" | "if" | "although" | "though" | "once" | "asked")
    }

    /// “Iran, which Israel says is building a bomb,”: whether the comma at `comma` closes a clause about the subject.
    pub(super) fn opens_relative(&self, comma: usize, zone: &Range<usize>) -> bool {
        let open = (zone.start + 1..comma).rev().find(|k| self.word(*k) == ",");
        open.is_some_and(|o| {
            matches!(self.word(o + 1), "which" | "who" | "whose" | "whom")
                && self.word(comma) == ","
                && !has_finite(self.tokens, zone.start..o)
        })
    }

    /// Whether the words before `edge` could be what was said: a quotation ends there, or they make a clause.
    pub(super) fn ends_content(&self, edge: usize, zone: &Range<usize>) -> bool {
        self.in_quote(edge).is_some()
            || edge > zone.start && self.in_quote(edge - 1).is_some()
            || edge - zone.start >= 2 && has_finite(self.tokens, zone.start..edge)
    }

    /// “from a hospital in Watampone, where she was being treated”: where the place ends that something was said from.
    pub(super) fn place_end(&self, from: usize, zone: &Range<usize>) -> usize {
        let relative = |k: &usize| {
            self.word(*k) == ","
                && matches!(self.word(k + 1), "where" | "which" | "who" | "when" | "after" | "as")
        };
        (from..zone.end).find(relative).unwrap_or(zone.end)
    }
}
