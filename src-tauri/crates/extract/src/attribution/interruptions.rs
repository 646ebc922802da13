//! Words of saying in the midst of what is said: “The rise, Mr Holt said, was 12%”.

use std::ops::Range;

use assay_model::claim::Mode;

use super::{Context, Said};
use crate::names::Names;
use crate::verbs::{
    Force, has_finite, is_auxiliary, is_declining, is_finite, is_negative, is_opening_adverb, is_preposition,
};

/// How soon behind the words of saying the second comma must come, in tokens: “the bank said in a statement on Monday,”.
const NEAR: usize = 12;

impl Said {
    /// The words of saying, where they stand in the midst of what is said.
    pub(crate) fn aside(&self) -> Option<&Range<usize>> {
        Some(&self.frame).filter(|f| self.content.start < f.start && f.end < self.content.end)
    }
}

/// What stands around words of saying between two commas.
pub(super) struct Around {
    /// What is said, on both sides if it goes on behind the words of saying.
    pub(super) content: Range<usize>,
    /// The words of saying with the commas that are theirs.
    pub(super) frame: Range<usize>,
}

impl Around {
    /// With who says it, by the cue at `i`.
    pub(super) fn said(self, speaker: Range<usize>, name: String, i: usize) -> Said {
        Said {
            content: self.content,
            mode: Mode::Paraphrase,
            speaker: Some(speaker),
            name: Some(name),
            cue: Some(i..i + 1),
            force: Force::Assert,
            place: None,
            frame: self.frame,
        }
    }
}

impl Context<'_, '_> {
    /// “The rise,” Mr Holt said, “was 12%”: two quotations that are one clause. `edge` is the mark that closes the first,
    /// `behind` where the words of saying end.
    pub(super) fn around_quotes(&self, edge: usize, behind: usize) -> Option<Around> {
        let first = self.in_quote(edge)?;
        let second = self.in_quote(behind + 1).filter(|_| self.word(behind) == ",")?;
        let (left, right) =
            (first.from.max(self.sentence.start)..first.to, second.from..second.to.min(self.sentence.end));
        let begins = first.closed && left.end == edge && second.opened && second.from == behind + 2;
        // “If we win,” she said, “taxes will fall”: the comma and the condition stay.
        let opens = matches!(
            self.word(left.start),
            "if" | "when" | "unless" | "once" | "although" | "while" | "because"
        );
        let goes_on = (opens
            || is_finite(self.tokens, right.start) && !has_finite(self.tokens, left.clone()))
            && !self.tokens.capital(right.start);
        if !begins
            || left.is_empty()
            || !goes_on
            || (right.start..right.end.saturating_sub(2)).any(|k| self.word(k) == ".")
        {
            return None;
        }
        let comma = usize::from(!opens && self.word(left.end - 1) == ",");
        Some(Around { content: left.start..right.end, frame: left.end - comma..right.start })
    }

    /// “Engineers told the ministry that the dam was unsafe, she said.”: what another is told to have said, told by the one who
    /// speaks last, by the cue at `i`.
    pub(super) fn closes_all(
        &self,
        i: usize,
        zone: &Range<usize>,
        inner: Option<&Said>,
        names: &mut Names,
    ) -> Option<Said> {
        let ended = i + 1 >= zone.end || matches!(self.word(i + 1), "" | ".");
        let plain =
            matches!(self.word(i), "said" | "says" | "added" | "adds" | "claimed" | "told" | "insisted");
        let inner =
            inner.filter(|s| ended && plain && s.cue.as_ref().is_some_and(|c| c.end <= s.content.start))?;
        let speaker = self.subject(i, zone)?;
        let comma = speaker.start.checked_sub(1).filter(|c| {
            self.word(*c) == "," && *c > inner.content.start + 2 && self.in_quote(*c).is_none()
        })?;
        let content = inner.frame.start.min(inner.content.start)..comma;
        let whole = content.start == zone.start && has_finite(self.tokens, inner.content.start..comma);
        let name = names.resolve(self.tokens, speaker.start, speaker.end);
        whole.then(|| Said {
            content,
            mode: Mode::Paraphrase,
            frame: comma..zone.end,
            speaker: Some(speaker),
            name: Some(name),
            cue: Some(i..i + 1),
            force: Force::Assert,
            place: None,
        })
    }

    /// “Under the plan, said Ann Lee, 300 homes would be built”: what stands before is no clause of its own, and what stands
    /// behind is one.
    pub(super) fn around_inverted(&self, edge: usize, behind: usize, zone: &Range<usize>) -> Option<Around> {
        let opens = self.word(zone.start);
        let leads = !has_finite(self.tokens, zone.start..edge) && is_preposition(opens)
            || matches!(opens, "if" | "when" | "unless" | "once" | "because");
        if !leads || self.word(behind) != "," {
            return None;
        }
        let end = (behind + 1..zone.end).find(|k| self.word(*k) == ",").unwrap_or(zone.end);
        let verb = (behind + 1..end).find(|k| is_finite(self.tokens, *k) && !self.tokens.capital(*k))?;
        let described =
            (behind + 1..verb).any(|k| matches!(self.word(k), "who" | "which" | "whose" | "that"));
        (!described && verb > behind + 1).then(|| self.around(edge, behind, zone)).flatten()
    }

    /// What is said around words of saying that begin with the comma at `edge` and end before `behind`.
    pub(super) fn around(&self, edge: usize, behind: usize, zone: &Range<usize>) -> Option<Around> {
        if self.word(edge) != "," || self.in_quote(edge).is_some() || self.in_quote(edge - 1).is_some() {
            return None;
        }
        let left = zone.start + usize::from(matches!(self.word(zone.start), "but" | "and"))..edge;
        let comma = (behind..zone.end.min(behind + NEAR))
            .take_while(|k| {
                !is_finite(self.tokens, *k)
                    && self.in_quote(*k).is_none()
                    && !matches!(self.word(*k), "that" | ":" | ";" | "“")
            })
            .find(|k| self.word(*k) == ",")?;
        let right = comma + 1;
        if right + 2 >= zone.end || self.in_quote(right).is_some() || left.is_empty() {
            return None;
        }
        // “…, he said, but declined to say more”: the article goes on about the speaker, or against them.
        let turns = matches!(self.word(right), "but" | "and" | "while" | "though" | "although");
        // “The tax is unfair, she said, and will hurt 40 firms”: what is to come is told of the tax.
        let modal = matches!(
            self.word(right + 1),
            "will" | "would" | "could" | "can" | "may" | "might" | "must" | "should"
        );
        // “…, Smith said, but would not name the buyer”, “but would resign”: what persons do.
        let not = usize::from(matches!(self.word(right + 2), "not" | "never"));
        let verb = self.word(right + 2 + not);
        let refuses = not == 1 && is_declining(self.tokens, right + 3);
        let persons = refuses || matches!(verb, "resign" | "quit" | "step" | "sue" | "recall" | "remember");
        let modal = modal && !(self.word(right) == "but" && persons);
        if turns && is_finite(self.tokens, right + 1) && !modal
            || !(turns && modal) && self.same_voice(comma.saturating_sub(2), zone) == comma
        {
            return has_finite(self.tokens, left.clone())
                .then_some(Around { content: left, frame: edge..comma });
        }
        let word = self.word(right);
        let own = word.ends_with("ing") && word.len() > 4
            || matches!(
                word,
                "according" | "who" | "whose" | "which" | "as" | "that" | "when" | "where" | "quoting"
            );
        let that = (right..zone.end).any(|k| self.word(k) == "," && self.word(k + 1) == "that");
        let opens = self.word(left.start);
        // “In a statement, the bank said, …”, “However, he said, …” tell how it was said.
        let told = left.clone().any(|k| {
            matches!(
                self.word(k),
                "statement"
                    | "interview"
                    | "speech"
                    | "letter"
                    | "report"
                    | "email"
                    | "tweet"
                    | "post"
                    | "asked"
                    | "speaking"
            )
        }) && !has_finite(self.tokens, left.clone());
        let adverb = left.len() == 1 && !is_finite(self.tokens, right)
            || is_opening_adverb(opens) && left.len() == 1
            || left.len() < 3 && self.is_adverb(left.start);
        if own || that || told || adverb {
            return None;
        }
        // A comma stays where the clause has one without the words of saying: “If taxes rise, growth will fall”.
        let last = self.word(edge - 1);
        let whole = has_finite(self.tokens, left.clone())
            && !(is_auxiliary(last) || is_negative(last) || self.is_adverb(edge - 1))
            && !is_finite(self.tokens, right);
        let subordinate = is_preposition(opens)
            || matches!(
                opens,
                "if" | "when" | "while" | "although" | "though" | "as" | "unless" | "once" | "because"
            );
        let keeps = whole || subordinate;
        let end = self.same_voice(right, zone);
        Some(Around { content: left.start..end, frame: edge..comma + usize::from(!keeps) })
    }
}
