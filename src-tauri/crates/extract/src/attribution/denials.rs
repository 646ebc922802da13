//! Who turns down what is said: “rejected claims that …”, “dismissed as ‘nonsense’ a report that …”, “denied shelling”.

use std::ops::Range;

use assay_model::claim::Mode;

use super::{Context, Said};
use crate::names::Names;
use crate::tokens::Tokens;
use crate::verbs::{Force, denies_saying, has_finite, is_denial, is_finite, is_preposition, is_saying};

/// How soon behind the verb the noun for what is denied must come, and its “that” behind it, in tokens.
const NEAR: usize = 12;

impl Said {
    /// Whether the speaker says of the content that it is not so.
    pub(crate) fn denies(&self, tokens: &Tokens<'_>) -> bool {
        self.force == Force::Assert
            && self.cue.as_ref().is_some_and(|c| {
                c.clone().any(|i| is_denial(tokens.word(i)) || denies_saying(tokens.word(i)))
            })
    }
}

impl Context<'_, '_> {
    /// “X rejected claims that …”: what is denied, and who denies it.
    pub(super) fn turned_down(
        &self,
        i: usize,
        zone: &Range<usize>,
        out: &[Said],
        names: &Names,
    ) -> Option<Said> {
        if !denies_saying(self.word(i)) {
            return None;
        }
        let start = self.denied_saying(i, zone)?;
        let participle = self.word(i).ends_with("ing");
        let (speaker, name) = if participle {
            let (speaker, name) = self.speaker_of_participle(
                i,
                0,
                i > zone.start && self.word(i - 1) == ",",
                zone,
                out,
                names,
            )?;
            (speaker?, name?)
        } else {
            // “said his client was “no thief” and disputed the claim that …”
            let joined = i > zone.start && matches!(self.word(i - 1), "and" | "but");
            let before = || {
                let said =
                    out.last().filter(|s| joined && s.content.end < i && s.frame.start >= zone.start)?;
                said.speaker.clone()
            };
            let speaker = self.subject(i, zone).or_else(before)?;
            let name = names.resolve(self.tokens, speaker.start, speaker.end);
            (speaker, name)
        };
        let mut end = self.withheld_end(start, zone);
        if let Some(edge) = self.clause_about_speaker(i, start, zone) {
            end = end.min(edge);
        }
        (start + 1 < end).then(|| Said {
            content: start..end,
            mode: Mode::Paraphrase,
            frame: if participle
                || speaker.end < i && out.last().is_some_and(|s| s.speaker.as_ref() == Some(&speaker))
            {
                i - 1
            } else {
                speaker.start
            }..start,
            speaker: Some(speaker),
            name: Some(name),
            cue: Some(i..i + 1),
            force: Force::Assert,
            place: None,
        })
    }

    /// Where the clause begins behind the verb at `i` and the noun for it: “claims that”, “a report in The Times that”.
    fn denied_saying(&self, i: usize, zone: &Range<usize>) -> Option<usize> {
        let end = zone.end.min(i + NEAR);
        let noun = (i + 1..end)
            .take_while(|k| {
                !matches!(self.word(*k), "," | ";" | ":" | "that" | "and" | "but")
                    && (self.in_quote(*k).is_some()
                        || !is_finite(self.tokens, *k)
                        || is_saying(self.word(*k)))
            })
            .find(|k| {
                is_told_noun(self.word(*k))
                    && (self.word(k + 1) == "that" || self.names_source(*k, zone) || self.is_bare(*k, zone))
            })?;
        let that = (noun + 1..zone.end.min(noun + NEAR))
            .take_while(|k| !matches!(self.word(*k), "," | ";" | ":"))
            .find(|k| self.word(*k) == "that");
        let start = match that {
            Some(that) if self.word(noun + 1) == "that" || is_preposition(self.word(noun + 1)) => that + 1,
            _ => noun + 1,
        };
        let clause = !is_finite(self.tokens, start) && has_finite(self.tokens, start..zone.end);
        clause.then_some(start)
    }

    /// “claims by the union that”, “a report in The Times that”
    fn names_source(&self, noun: usize, zone: &Range<usize>) -> bool {
        matches!(self.word(noun + 1), "by" | "from" | "in" | "of" | "on" | "made")
            && (noun + 2..zone.end.min(noun + NEAR))
                .take_while(|k| !is_finite(self.tokens, *k) && !matches!(self.word(*k), "," | ";" | ":"))
                .any(|k| self.word(k) == "that")
    }

    /// “reports 300 people had died”
    fn is_bare(&self, noun: usize, zone: &Range<usize>) -> bool {
        matches!(
            self.word(noun),
            "reports" | "claims" | "allegations" | "suggestions" | "accusations" | "rumours"
        ) && self.opens_clause(noun + 1, zone)
    }
}

/// Nouns for what may be turned down.
fn is_told_noun(word: &str) -> bool {
    is_saying(word)
        || matches!(
            word,
            "idea"
                | "notion"
                | "theory"
                | "theories"
                | "criticism"
                | "narrative"
                | "impression"
                | "possibility"
                | "insinuation"
                | "insinuations"
        )
}
