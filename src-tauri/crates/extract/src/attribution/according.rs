//! “according to”: whose words those are, and which words.

use std::ops::Range;

use assay_model::claim::Mode;

use super::records::is_record;
use super::{Context, SUBJECT, Said};
use crate::names::Names;
use crate::verbs::{Force, cue, has_finite, is_negative};

impl Context<'_, '_> {
    /// “According to X, …” and “…, according to X”.
    pub(super) fn according(&self, i: usize, zone: &Range<usize>, names: &mut Names) -> Option<Said> {
        let from = i + 2;
        let mut to = from;
        while to < zone.end
            && to < from + SUBJECT
            && !matches!(
                self.word(to),
                "," | ":" | ";" | "”" | "“" | "\"" | "``" | "which" | "who" | "—" | "–" | "--"
            )
            && (self.word(to) != "." || self.abbreviation(to))
        {
            // “figures released April 3 by NPD Group”: whose figures they are comes last.
            to += 1;
        }
        // An abbreviation's point does not end the name.
        let mut speaker = from..to;
        // “director Ann Cole from Acme” speaks herself.
        let holds = |k: usize| (from..k).any(|j| is_record(self.word(j)));
        if let Some(by) = (from..to).find(|k| self.word(*k) == "by" || self.word(*k) == "from" && holds(*k)) {
            speaker = by + 1..to;
        }
        // “according to the ONS on Tuesday”
        if let Some(value) = self.values.iter().find(|v| v.to == speaker.end && v.from > speaker.start + 1)
            && matches!(self.word(value.from - 1), "on" | "in")
        {
            speaker.end = value.from - 1;
        }
        // “according to the governor of the region, Petar Kos.”
        if self.word(to) == "," && !self.tokens.capital(to - 1) && i > zone.start {
            let name = (to + 1..zone.end.min(to + 5)).take_while(|k| self.tokens.capital(*k)).count();
            if name > 1 && matches!(self.word(to + 1 + name), "" | "." | ",") {
                speaker.end = to + 1 + name;
                to = speaker.end;
            }
        }
        if speaker.is_empty() {
            return None;
        }
        let first = i == zone.start || i == zone.start + 1;
        // “figures it released”: they speak, and not “figures it”.
        let own = (from + 1..to).find(|k| {
            matches!(self.word(*k), "he" | "she" | "it" | "they")
                && is_record(self.word(k - 1))
                && has_finite(self.tokens, k + 1..zone.end.min(k + 3))
        });
        if let Some(at) = own.filter(|at| *at > speaker.start) {
            speaker.end = at;
        }
        // “…, but according to her daughter she never used the title”.
        let opens = first || matches!(self.word(i - 1), "but" | "and");
        let clause = (from + 1..to).filter(|_| opens).find(|k| {
            matches!(self.word(*k), "he" | "she" | "it" | "they" | "there")
                && !matches!(self.word(k - 1), "and" | "of" | "from" | "with")
                && !is_record(self.word(k - 1))
                && has_finite(self.tokens, k + 1..zone.end.min(k + 5))
        });
        if let Some(at) = clause {
            speaker.end = at;
            to = at;
        }
        let content = if let Some(at) = clause {
            at..self.same_voice(at, zone)
        } else if first {
            to = self.behind_description(to, zone);
            // “According to two people present, Lyle argued that …”: it is Lyle's claim, and theirs that he made it.
            let plain =
                |k: &usize| self.word(*k) != "," && !self.is_adverb(*k) && !is_negative(self.word(*k));
            let argues = (to + 2..zone.end.min(to + 7)).take_while(plain).any(|k| {
                matches!(cue(self.word(k)), Some((Force::Assert, false)))
                    && !self.tokens.capital(k)
                    && self.word(self.behind_hearer(k, k + 1)) == "that"
            });
            if argues && self.tokens.capital(to + 1) {
                return None;
            }
            to + 1..self.same_voice(to + 1, zone)
        } else {
            let mut start = zone.start;
            // Words of another's saying in front, as in “NPD said according to those figures, …”.
            if self.word(i - 1) != "," && cue(self.word(i - 1)).is_some() {
                return None;
            }
            if matches!(self.word(start), "but" | "and") {
                start += 1;
            }
            let end = if self.word(i - 1) == "," { i - 1 } else { i };
            start..end
        };
        let name = names.resolve(self.tokens, speaker.start, speaker.end);
        let frame = if first && clause.is_none() { i..(to + 1).min(zone.end) } else { i..to };
        Some(Said {
            content,
            mode: Mode::Paraphrase,
            name: Some(name),
            speaker: Some(speaker),
            cue: Some(i..i + 2),
            force: Force::Assert,
            place: None,
            frame,
        })
    }
}
