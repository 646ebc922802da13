//! The words of saying: which word is one, and what it belongs to.

use std::ops::Range;

use assay_model::claim::Mode;

use super::{Context, SUBJECT, Said};
use crate::names::Names;
use crate::tokens::Kind;
use crate::verbs::{
    Force, cue, has_finite, is_finite, is_preposition, may_be_noun, needs_that, speaks_never,
};

/// What a verb does that no list knows, where the words around it tell that somebody speaks.
const SPEAKS: (Force, bool) = (Force::Assert, false);

impl Context<'_, '_> {
    /// The attribution whose cue stands at `i`.
    pub(super) fn at(
        &self,
        i: usize,
        zone: &Range<usize>,
        out: &mut [Said],
        names: &mut Names,
    ) -> Option<Said> {
        let tokens = self.tokens;
        if !tokens.is(i, Kind::Word) || speaks_never(self.word(i)) {
            return None;
        }
        if self.word(i) == "according" && self.word(i + 1) == "to" {
            return self.according(i, zone, names);
        }
        if !out.iter().any(|s| s.content.contains(&i))
            && let Some(said) = self.stance(i, zone, names)
        {
            return Some(said);
        }
        if tokens.capital(i) {
            return None;
        }
        if !out.iter().any(|s| s.content.contains(&i))
            && let Some(said) = self.withheld(i, zone)
        {
            return Some(said);
        }
        if !out.iter().any(|s| s.content.contains(&i))
            && let Some(said) = self.turned_down(i, zone, out, names)
        {
            return Some(said);
        }
        if let Some(said) = self.further(i, zone, out, names) {
            return Some(said);
        }
        // “quoted him as saying”: the last word is the cue; “is expected”: nobody says so.
        if self.word(i) == "quoted"
            && (i + 1..zone.end.min(i + 9)).any(|k| self.tokens.follows(k, &["as", "saying"]))
        {
            return None;
        }
        // “her manager, who told her not to worry”
        if self.word(i) == "told"
            && i > zone.start
            && self.word(i - 1) == "who"
            && matches!(self.word(i + 2), "to" | "not")
        {
            return None;
        }
        // “witnesses quoted by BFM TV”
        if self.word(i + 1) == "by"
            && matches!(self.word(i), "quoted" | "cited" | "told" | "reported" | "informed" | "advised")
        {
            return None;
        }
        let closing = || self.closes_with_present(i, zone).then_some((Force::Assert, false));
        // “…, but caution that …” within what somebody says: they go on.
        let further = || {
            let behind = i + 1 + usize::from(self.word(i + 1) == "out");
            (needs_that(self.word(i))
                && self.word(behind) == "that"
                && out.iter().any(|s| s.content.contains(&i)))
            .then_some(SPEAKS)
        };
        let (force, participle) = cue(self.word(i))
            .or_else(further)
            .or_else(closing)
            .or_else(|| (self.speaks_for_many(i, zone) || self.is_by_quotation(i, zone)).then_some(SPEAKS))?;
        if self.is_within_noun(i, zone) || self.in_denied_tail(i, zone) {
            return None;
        }
        // “…, the court was told.”
        let heard =
            matches!(self.word(i), "heard" | "hears") || self.word(i) == "told" && self.hears(i, zone);
        let heard = heard && self.ends_words(i, zone);
        if !participle && self.is_passive(i, zone) && !heard
            || self.turns_down_saying(i, zone) && force != Force::Assert
        {
            return None;
        }
        if !self.takes_words(i, zone) {
            return None;
        }
        if !participle && self.is_within_relative(i, zone) {
            return None;
        }
        if may_be_noun(self.word(i)) && !self.is_verb(i) && !self.ends_with_speaker(i, zone) {
            return None;
        }
        if i > zone.start && tokens.word(i - 1) == "-" || self.word(i + 1) == "-" && !tokens.spaced(i + 1) {
            return None;
        }
        // Within what another is reported to say only a participle after a comma speaks anew.
        let within = out.iter().rposition(|s| s.content.contains(&i));
        if participle {
            return self.participle(i, zone, within, force, out, names);
        }
        // “He said that …, and added that …”: the same speaker goes on.
        if let Some(outer) = within
            && let Some(said) = self.goes_on(i, zone, outer, force, out)
        {
            return Some(said);
        }
        // “had told police she trusted him, the jury heard”: the words at the end are not what was told.
        if let Some(outer) = within
            && heard
            && let Some(comma) =
                self.subject(i, zone).and_then(|s| s.start.checked_sub(1)).filter(|c| self.word(*c) == ",")
            && let Some(said) = out.get_mut(outer)
        {
            said.content.end = said.content.end.min(comma);
            return None;
        }
        // “Engineers told the ministry that the dam was unsafe, she said.”: the last words of saying speak of all before.
        if let Some(outer) = within
            && let Some(said) = self.closes_all(i, zone, out.get(outer), names)
            && let Some(inner) = out.get_mut(outer)
        {
            *inner = said;
            return None;
        }
        if let Some(outer) = within
            && out
                .get(outer)
                .is_some_and(|s| s.cue.as_ref().is_none_or(|c| self.word(c.start) != "according"))
        {
            return None;
        }
        // ““Who will pay?” Ann Lee asked.”
        let asks = force == Force::Act
            && matches!(
                self.word(i),
                "asked" | "asks" | "demanded" | "urged" | "promised" | "vowed" | "pledged" | "threatened"
            );
        if (force == Force::Assert || asks && self.speaks_behind_quote(i, zone))
            && let Some(said) = self.after_content(i, zone, names)
        {
            return Some(said);
        }
        self.before_content(i, zone, force, out, names)
    }

    /// “is confirmed”, “is widely expected”, “than expected”: nobody is told to say so.
    pub(super) fn is_passive(&self, i: usize, zone: &Range<usize>) -> bool {
        let Some(before) = (zone.start..i)
            .rev()
            .find(|k| !(self.is_adverb(*k) && self.word(*k) != "been" || self.word(*k) == "not"))
        else {
            return false;
        };
        (self.word(i).ends_with("ed") || matches!(self.word(i), "said" | "told" | "thought" | "forecast"))
            && matches!(
                self.word(before),
                "is" | "are"
                    | "was"
                    | "were"
                    | "be"
                    | "been"
                    | "being"
                    | "as"
                    | "than"
                    | "’s"
                    | "gets"
                    | "got"
            )
    }

    /// “A man who police say killed three people”, “what they believe is the oldest”: the words of saying stand inside what
    /// is told.
    fn is_within_relative(&self, i: usize, zone: &Range<usize>) -> bool {
        let Some(subject) = self.subject(i, zone) else { return false };
        let Some(before) = subject.start.checked_sub(1).filter(|b| *b >= zone.start) else { return false };
        subject.end <= i
            && match self.word(before) {
                "who" | "whom" | "what" | "whatever" => true,
                "which" => before > zone.start,
                // “a firm that he expected to grow”
                "that" => {
                    is_finite(self.tokens, i + 1) && !self.tokens.capital(i + 1) || self.word(i + 1) == "to"
                }
                _ => false,
            }
    }

    /// Whether a word that may be a plural noun is a verb here.
    pub(super) fn is_verb(&self, i: usize) -> bool {
        let next = self.word(i + 1);
        let noun_before = i.checked_sub(1).is_some_and(|b| {
            matches!(
                self.word(b),
                "the"
                    | "a"
                    | "an"
                    | "of"
                    | "these"
                    | "those"
                    | "some"
                    | "their"
                    | "his"
                    | "its"
                    | "’s"
                    | "'s"
                    | "no"
                    | "individual"
            )
        });
        // “cut its profit forecast to”, “raised sales estimates for”
        let figure = matches!(
            self.word(i),
            "forecast" | "forecasts" | "estimates" | "estimate" | "demands" | "orders"
        ) && is_preposition(next);
        // “Fifteen member states representing 65%”
        let described = next.ends_with("ing") && next.len() > 4 && !self.tokens.capital(i + 1);
        !noun_before
            && !figure
            && !described
            && !is_finite(self.tokens, i + 1)
            && !matches!(next, "of" | "in" | "by" | "about" | "from" | "" | "." | "," | "and" | "against")
    }

    /// “…, claiming (that) …”, “…, describing X as Y”: the subject of the clause before speaks.
    pub(super) fn participle(
        &self,
        i: usize,
        zone: &Range<usize>,
        within: Option<usize>,
        force: Force,
        out: &mut [Said],
        names: &mut Names,
    ) -> Option<Said> {
        // “, later revealing”
        let adverb = usize::from(
            i > zone.start + 1
                && self.word(i - 2) == ","
                && matches!(
                    self.word(i - 1),
                    "later" | "also" | "then" | "again" | "repeatedly" | "falsely" | "even"
                ),
        );
        // “…, adding £87 a year to the bill”: what adds a sum says nothing.
        let sum = self.tokens.is(i + 1, Kind::Number)
            || matches!(self.word(i + 1), "£" | "$" | "€" | "up" | "about" | "another");
        if self.word(i) == "adding"
            && (self.word(i + 1) == "to" || sum && !self.opens_clause(i + 1, zone))
            && self.in_quote(i + 1).is_none()
        {
            return None;
        }
        let comma = i > zone.start && matches!(self.word(i - 1), "," | "by")
            || i > zone.start && self.word(i - 1) == "before" && !out.is_empty()
            || adverb > 0;
        let by_name = !comma && i > zone.start && self.tokens.capital(i - 1) && self.word(i) == "saying";
        if !(comma || by_name) {
            return None;
        }
        let (speaker, name) = if by_name {
            let speaker = self.subject(i, zone)?;
            (Some(speaker.clone()), Some(names.resolve(self.tokens, speaker.start, speaker.end)))
        } else {
            self.speaker_of_participle(i, adverb, comma, zone, out, names)?
        };
        if let Some(said) = within.and_then(|w| out.get_mut(w)) {
            let edge = if by_name {
                speaker.as_ref().map_or(i, |s| s.start)
            } else {
                i - adverb - usize::from(comma)
            };
            said.content.end = said.content.end.min(edge);
        }
        let start = self.content_start(i, zone);
        Some(Said {
            content: start..zone.end,
            mode: Mode::Paraphrase,
            speaker,
            name,
            cue: Some(i..i + 1),
            force,
            place: None,
            frame: i - adverb - usize::from(comma)..start,
        })
    }

    /// “According to her husband, the chemist Arthur Ellis, who died in 2004, she …”: the comma before the clause that is told,
    /// where what stands behind the one at `comma` only describes the speaker by name.
    pub(super) fn behind_description(&self, comma: usize, zone: &Range<usize>) -> usize {
        if self.word(comma) != "," || self.tokens.capital(comma - 1) {
            return comma;
        }
        let next = |from: usize| {
            (from + 1..zone.end.min(from + SUBJECT))
                .find(|k| self.word(*k) == "," && self.in_quote(*k).is_none())
        };
        let Some(mut end) = next(comma) else { return comma };
        let named = self.tokens.capital(end - 1)
            && self.tokens.capital(end - 2)
            && !has_finite(self.tokens, comma + 1..end)
            && !is_preposition(self.word(comma + 1));
        if matches!(self.word(end + 1), "who" | "whose") {
            end = next(end).unwrap_or(end);
        }
        // The clause that is told has a subject of its own.
        let clause = !is_finite(self.tokens, end + 1)
            && self.tokens.is(end + 1, Kind::Word)
            && has_finite(self.tokens, end + 2..zone.end);
        if named && clause { end } else { comma }
    }

    /// Who speaks by the participle at `i`: the one who spoke before in the sentence, or the subject of the clause before.
    pub(super) fn speaker_of_participle(
        &self,
        i: usize,
        adverb: usize,
        comma: bool,
        zone: &Range<usize>,
        out: &[Said],
        names: &Names,
    ) -> Option<(Option<Range<usize>>, Option<String>)> {
        if let Some(outer) = out.last().filter(|s| s.speaker.is_some() && s.frame.start >= zone.start) {
            return Some((outer.speaker.clone(), outer.name.clone()));
        }
        // The clause right before: after the last comma that leaves a verb.
        let edge = i - adverb - usize::from(comma);
        let clause = (zone.start..edge)
            .rev()
            .find(|k| self.word(*k) == "," && has_finite(self.tokens, *k + 1..edge))
            .map_or(zone.start, |k| k + 1)..zone.end;
        let verb = (clause.start..i).find(|k| is_finite(self.tokens, *k) && self.in_quote(*k).is_none())?;
        let speaker = self.subject(verb, &clause).or_else(|| self.subject(verb, zone))?;
        let name = names.resolve(self.tokens, speaker.start, speaker.end);
        Some((Some(speaker), Some(name)))
    }
}
