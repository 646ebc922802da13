//! What is told as somebody's without a verb of saying: “in the words of X”, “in X's view”, “X's view is that”, “as X put it”.

use std::ops::Range;

use assay_model::claim::Mode;

use super::{Context, SUBJECT, Said};
use crate::names::Names;
use crate::verbs::{Force, has_finite, is_auxiliary, is_finite};

impl Context<'_, '_> {
    /// The attribution whose first word stands at `i`.
    pub(super) fn stance(&self, i: usize, zone: &Range<usize>, names: &Names) -> Option<Said> {
        match self.word(i) {
            "in" => self.in_words_of(i, zone, names),
            "as" => self.as_put(i, zone, names),
            "view" | "belief" | "argument" | "position" | "message" | "claim" | "contention" | "verdict" => {
                self.view_is(i, zone, names)
            }
            _ => None,
        }
    }

    /// “In the words of X, …”, “in X's view, …”, and the same at the end.
    fn in_words_of(&self, i: usize, zone: &Range<usize>, names: &Names) -> Option<Said> {
        let end = zone.end.min(i + SUBJECT);
        let first = i == zone.start;
        // The speaker may be described between commas: “of its director, Ann Cole, …”.
        let (speaker, last, cue) = if self.word(i + 1) == "the"
            && self.word(i + 3) == "of"
            && is_stance(self.word(i + 2))
        {
            let from = i + 4;
            let ends =
                |k: &usize| self.in_quote(*k).is_some() || matches!(self.word(*k), "," | "." | ";" | ":");
            let mut to = (from..end).find(ends)?;
            let words = (to + 1..end).take_while(|k| self.tokens.capital(*k)).count();
            if self.word(to) == "," && !self.tokens.capital(to - 1) && words > 0 && ends(&(to + 1 + words)) {
                to += 1 + words;
            }
            (from..to, to, i..i + 4)
        } else {
            let noun = (i + 2..end)
                .take_while(|k| !matches!(self.word(*k), "," | ";" | ":") && !is_finite(self.tokens, *k))
                .find(|k| is_stance(self.word(*k)))?;
            let mark = matches!(self.word(noun - 1), "’s" | "'s" | "’" | "'");
            if !mark || noun - 1 <= i + 1 {
                return None;
            }
            (i + 1..noun - 1, noun + 1, noun..noun + 1)
        };
        if speaker.is_empty() {
            return None;
        }
        let content = if first {
            let comma = self.word(last) == "," || self.in_quote(last).is_some();
            if !comma {
                return None;
            }
            let start = last + usize::from(self.word(last) == ",");
            start..self.same_voice(start, zone)
        } else {
            let comma = i.checked_sub(1).filter(|c| *c > zone.start + 2 && self.word(*c) == ",")?;
            let ended = last >= zone.end || matches!(self.word(last), "" | ".");
            if !ended {
                return None;
            }
            zone.start..comma
        };
        if !has_finite(self.tokens, content.clone()) {
            return None;
        }
        let frame = if first { i..content.start } else { content.end..zone.end };
        Some(self.held(content, speaker, cue, frame, names))
    }

    /// “As X put it, …”, “…, as she put it in her memoir.”
    fn as_put(&self, i: usize, zone: &Range<usize>, names: &Names) -> Option<Said> {
        let put = (i + 2..zone.end.min(i + SUBJECT))
            .take_while(|k| !matches!(self.word(*k), "," | ";" | ":"))
            .find(|k| matches!(self.word(*k), "put" | "puts") && self.word(k + 1) == "it")?;
        let speaker = i + 1..put;
        if speaker.clone().any(|k| is_finite(self.tokens, k) && !is_auxiliary(self.word(k))) {
            return None;
        }
        let comma = (put + 2..zone.end.min(put + SUBJECT))
            .find(|k| self.word(*k) == "," || self.in_quote(*k).is_some());
        if i == zone.start {
            let comma = comma?;
            let start = comma + usize::from(self.word(comma) == ",");
            let content = start..self.same_voice(start, zone);
            return has_finite(self.tokens, content.clone())
                .then(|| self.held(content, speaker, put..put + 2, i..start, names));
        }
        let before =
            i.checked_sub(1).filter(|c| *c > zone.start + 2 && self.word(*c) == "," && comma.is_none())?;
        has_finite(self.tokens, zone.start..before)
            .then(|| self.held(zone.start..before, speaker, put..put + 2, before..zone.end, names))
    }

    /// “X's view is that …”
    fn view_is(&self, i: usize, zone: &Range<usize>, names: &Names) -> Option<Said> {
        let is = i + 1;
        if !matches!(self.word(is), "is" | "was" | "remains") || self.word(is + 1) != "that" {
            return None;
        }
        let owner = i.checked_sub(1).filter(|b| *b >= zone.start)?;
        let owner = if self.word(owner).ends_with("est")
            || matches!(self.word(owner), "own" | "main" | "central" | "firm")
        {
            owner.checked_sub(1)?
        } else {
            owner
        };
        let speaker = match self.word(owner) {
            "his" | "her" | "their" | "its" => owner..owner + 1,
            "’s" | "'s" | "’" | "'" => {
                let subject = self.subject(owner, zone)?;
                subject.start..owner
            }
            _ => return None,
        };
        let start = is + 2;
        (start < zone.end && has_finite(self.tokens, start..zone.end)).then(|| {
            let end = self.same_voice(start, zone);
            self.held(start..end, speaker.clone(), i..i + 1, speaker.start..start, names)
        })
    }

    fn held(
        &self,
        content: Range<usize>,
        speaker: Range<usize>,
        cue: Range<usize>,
        frame: Range<usize>,
        names: &Names,
    ) -> Said {
        let name = names.resolve(self.tokens, speaker.start, speaker.end);
        Said {
            content,
            mode: Mode::Paraphrase,
            speaker: Some(speaker),
            name: Some(name),
            cue: Some(cue),
            force: Force::Assert,
            place: None,
            frame,
        }
    }
}

/// Nouns for somebody's own words or thoughts.
fn is_stance(word: &str) -> bool {
    matches!(
        word,
        "words" | "view" | "opinion" | "estimation" | "telling" | "judgment" | "judgement" | "account"
    )
}
