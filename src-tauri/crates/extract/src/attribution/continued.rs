//! The same speaker goes on with another verb of saying: “…, and added that …”.

use std::ops::Range;

use super::colons::is_source;
use super::further::said;
use super::{Context, Said};
use crate::names::{is_body_word, is_person_noun};
use crate::tokens::Tokens;
use crate::verbs::{Force, has_finite, is_finite};

impl Context<'_, '_> {
    /// “…, and added that …” within what another is reported to have said: their next words.
    pub(super) fn goes_on(
        &self,
        i: usize,
        zone: &Range<usize>,
        outer: usize,
        force: Force,
        out: &mut [Said],
    ) -> Option<Said> {
        let adverb = matches!(self.word(i - 1), "also" | "then" | "later" | "further");
        let join = i.checked_sub(1 + usize::from(adverb)).filter(|j| *j > zone.start)?;
        let to_do = self.word(i + 1) == "to"
            && matches!(self.word(i), "expects" | "hopes" | "claims" | "expected" | "hoped" | "claimed");
        let out_of = usize::from(self.word(i + 1) == "out");
        // “and told her that …”
        let behind = self.behind_hearer(i, i + 1 + out_of);
        let person = || out.get(outer).is_some_and(|s| self.speaks_of_person(&s.content));
        let that = self.word(behind) == "that"
            && has_finite(self.tokens, behind + 1..zone.end)
            && (behind == i + 1 + out_of || !person());
        // “called it a lie and said …”: nobody but the caller can go on.
        let acted = out.get(outer).is_some_and(|s| matches!(s.force, Force::Act | Force::Judge))
            && matches!(
                self.word(i),
                "said" | "says" | "claimed" | "claims" | "insisted" | "warned" | "argued"
            )
            && has_finite(self.tokens, i + 1..zone.end);
        // “found that 12% were ill and said it was …”: the share says nothing.
        let resumes = matches!(self.word(i), "said" | "says" | "added" | "adds" | "warned" | "warns")
            && has_finite(self.tokens, i + 1..zone.end)
            && out.get(outer).is_some_and(|s| s.force == Force::Assert && !self.speaks_of_person(&s.content));
        let acted = acted || resumes;
        if force != Force::Assert || !matches!(self.word(join), "and" | "but") || !(that || to_do || acted) {
            return None;
        }
        let start = if acted { self.content_start(i, zone) } else { behind + 1 };
        let end = if acted { self.same_voice(start, zone) } else { zone.end };
        let first = out.get_mut(outer)?;
        let comma = usize::from(self.word(join - 1) == ",");
        let cue = first.cue.clone()?;
        // Only behind the words of saying does the speaker come first.
        if cue.end > first.content.start || first.content.end < zone.end || self.in_quote(i).is_some() {
            return None;
        }
        let named = first.speaker.clone().zip(first.name.clone());
        first.content.end = join - comma;
        (start < end).then(|| said(start..end, named, i..i + 1, join - comma..start))
    }

    /// Whether a clause is about somebody who may speak: a name, “he”, “the minister”.
    fn speaks_of_person(&self, content: &Range<usize>) -> bool {
        let verb = content.clone().find(|k| is_finite(self.tokens, *k) && !self.tokens.capital(*k));
        (content.start..verb.unwrap_or(content.end)).any(|k| may_speak(self.tokens, k))
    }
}

/// Whether the word at `k` is of somebody, or of a body or a group, who may act and speak: a name, “he”, “the minister”, “the council”.
pub(crate) fn may_speak(tokens: &Tokens<'_>, k: usize) -> bool {
    let word = tokens.word(k);
    tokens.capital(k)
        || is_person_noun(word)
        || is_source(word)
        || is_body_word(word)
        || matches!(
            word,
            "he" | "she"
                | "they"
                | "it"
                | "we"
                | "i"
                | "you"
                | "who"
                | "firm"
                | "people"
                | "army"
                | "navy"
                | "regime"
                | "hospital"
                | "school"
                | "charity"
                | "club"
                | "team"
                | "gang"
                | "family"
                | "airline"
                | "paper"
                | "report"
                | "letter"
                | "inquiry"
                | "public"
                | "church"
                | "crew"
                | "staff"
                | "board"
                | "jury"
                | "judge"
                | "crowd"
                | "opposition"
                | "cabinet"
        )
}
