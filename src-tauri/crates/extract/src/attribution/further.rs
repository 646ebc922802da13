//! What is said without a plain verb of saying: “the claim that …”, “it is believed that …”, “was quoted as saying”.

use std::ops::Range;

use assay_model::claim::Mode;

use super::passives::is_passive;
use super::{Context, SUBJECT, Said};
use crate::names::Names;
use crate::tokens::Kind;
use crate::verbs::{
    Force, cue, has_finite, is_article, is_auxiliary, is_finite, is_negative, is_preposition,
    is_pronoun_that, is_saying, needs_that,
};

impl Context<'_, '_> {
    /// The attribution whose noun, passive or “as saying” stands at `i`.
    pub(super) fn further(&self, i: usize, zone: &Range<usize>, out: &[Said], names: &Names) -> Option<Said> {
        if out.iter().any(|s| s.content.contains(&i)) {
            return None;
        }
        let word = self.word(i);
        if is_saying(word) && self.word(i + 1) == "that" && self.is_noun(i, zone) {
            return self.noun(i, zone, names);
        }
        if matches!(word, "saying" | "stating") && i > zone.start && self.word(i - 1) == "as" {
            return self.quoted_as(i, zone, names);
        }
        if is_passive(word)
            && let Some(said) = self.impersonal(i, zone, names)
        {
            return Some(said);
        }
        if let Some(said) = self.told_of(i, zone, names) {
            return Some(said);
        }
        if is_conviction(word) && self.word(i + 1) == "that" {
            return self.convinced(i, zone, names);
        }
        if needs_that(word) {
            return self.with_that(i, zone, names);
        }
        None
    }

    /// “X pointed out that …”, “the study found that …”, and the same verbs before a quotation.
    fn with_that(&self, i: usize, zone: &Range<usize>, names: &Names) -> Option<Said> {
        let mut at = i + 1;
        at += usize::from(matches!(self.word(at), "out" | "themselves" | "himself" | "herself"));
        // “assured investors that”
        let whom = (at..zone.end.min(at + 4))
            .take_while(|k| self.tokens.is(*k, Kind::Word) && !is_finite(self.tokens, *k))
            .find(|k| self.word(k + 1) == "that" && *k + 1 < zone.end);
        if let Some(whom) = whom.filter(|_| takes_hearer(self.word(i))) {
            at = whom + 1;
        }
        let that = self.word(at) == "that"
            && (self.tokens.is(at + 1, Kind::Word) || self.tokens.is(at + 1, Kind::Number))
            && has_finite(self.tokens, at + 1..zone.end);
        // “fears the firm will lose £3m”
        let bare = at == i + 1 && speaks_without_that(self.word(i)) && self.opens_clause(at, zone);
        if !(that || bare) {
            return None;
        }
        let speaker = self.subject(i, zone)?;
        let name = names.resolve(self.tokens, speaker.start, speaker.end);
        let mut end = self.same_voice(at + 1, zone);
        if let Some(edge) = self.clause_about_speaker(i, at + 1, zone) {
            end = end.min(edge);
        }
        if let Some(edge) = self.subordinate_end(speaker.start, at + 1, zone) {
            end = end.min(edge);
        }
        let start = at + usize::from(that && !is_pronoun_that(self.tokens, at));
        // “The court heard that”: who said so there is not told.
        let by = Some((speaker.clone(), name)).filter(|_| self.word(i) != "heard");
        Some(said(start..end, by, i..i + 1, speaker.start..start))
    }

    /// Whether a word that may be a verb as well is a noun here.
    fn is_noun(&self, i: usize, zone: &Range<usize>) -> bool {
        if cue(self.word(i)).is_none() && !needs_that(self.word(i)) {
            return true;
        }
        let Some(before) = i.checked_sub(1).filter(|b| *b >= zone.start) else { return true };
        let word = self.word(before);
        // “there were reports that”, “could not confirm reports that”: behind a helping verb, or the verb that it helps.
        let several = self.word(i).ends_with('s');
        let helped = before
            .checked_sub(1)
            .filter(|h| *h >= zone.start)
            .is_some_and(|h| is_negative(self.word(h)) || self.word(h) == "to" || is_auxiliary(self.word(h)));
        if several
            && (is_auxiliary(word) || helped && self.tokens.is(before, Kind::Word))
            && !self.tokens.capital(before)
        {
            return true;
        }
        is_article(word)
            || is_preposition(word) && word != "to"
            || matches!(
                word,
                "’s" | "'s"
                    | "his"
                    | "her"
                    | "their"
                    | "its"
                    | "our"
                    | "my"
                    | "no"
                    | "new"
                    | "earlier"
                    | "these"
                    | "those"
                    | "some"
                    | "any"
                    | "such"
                    | "recent"
                    | "false"
                    | "further"
                    | "many"
                    | "several"
                    | "more"
            )
            || is_finite(self.tokens, before) && !is_auxiliary(word)
    }

    /// “X’s claim that …”, “a report by X that …”, “reports that …”.
    fn noun(&self, i: usize, zone: &Range<usize>, names: &Names) -> Option<Said> {
        let start = i + 2;
        if start + 2 >= zone.end || is_finite(self.tokens, start) || !has_finite(self.tokens, start..zone.end)
        {
            return None;
        }
        if self.is_turned_down(i, zone) {
            let mut turned = said(start..self.withheld_end(start, zone), None, i..i + 1, i + 1..start);
            turned.force = Force::Withhold;
            return Some(turned);
        }
        let mut speaker = None;
        // The owner right before, with at most two words between.
        let mark = (zone.start.max(i.saturating_sub(3))..i)
            .rev()
            .find(|k| matches!(self.word(*k), "’s" | "'s" | "’" | "'"));
        if let Some(mark) = mark {
            let mut from = mark;
            while from > zone.start && mark - from < 6 {
                let k = from - 1;
                let goes_on = self.tokens.capital(k) && !is_preposition(self.word(k))
                    || from == mark && self.tokens.is(k, Kind::Word)
                    || matches!(self.word(k), "the" | "-" | "&");
                if !goes_on {
                    break;
                }
                from = k;
                if self.word(k) == "the" {
                    break;
                }
            }
            speaker = (from < mark).then_some(from..mark);
        }
        let owner = i.checked_sub(1).filter(|b| *b >= zone.start);
        if speaker.is_none()
            && let Some(owner) = owner
            && matches!(self.word(owner), "his" | "her" | "their" | "its")
        {
            let subject = (zone.start..owner)
                .rev()
                .find(|k| is_finite(self.tokens, *k))
                .and_then(|v| self.subject(v, zone));
            speaker = subject.or(Some(owner..i));
        }
        // “X made the claim that”, “X issued a statement that”
        let verb = (zone.start.max(i.saturating_sub(4))..i).rev().find(|k| {
            matches!(
                self.word(*k),
                "made"
                    | "issued"
                    | "repeated"
                    | "released"
                    | "voiced"
                    | "expressed"
                    | "gave"
                    | "makes"
                    | "repeats"
                    | "expresses"
                    | "raised"
            )
        });
        if speaker.is_none()
            && let Some(verb) = verb
        {
            speaker = self.subject(verb, zone);
        }
        let by = speaker.map(|s| (s.clone(), names.resolve(self.tokens, s.start, s.end)));
        let begins = !has_finite(self.tokens, zone.start..i);
        let rest = start..self.same_voice(start, zone);
        // “Despite X’s claim that taxes fell, figures show …”, “Asked about reports that he would go, X said …”
        let fronted = begins && self.is_fronted(zone.start);
        let comma = || {
            (start + 1..rest.end).find(|k| {
                self.word(*k) == "," && self.in_quote(*k).is_none() && has_finite(self.tokens, start..*k)
            })
        };
        let end = match comma().filter(|_| fronted) {
            Some(comma) => comma,
            None if begins => self.second_verb(rest.clone()),
            None => rest.end,
        };
        let told_by = by.is_some();
        let mut told = said(start..end, by, i..i + 1, i + 1..start);
        if fronted && told_by {
            told.frame.start = zone.start;
        }
        // “The claim that … has been debunked”: where the claim ends is not certain.
        if begins && (end == rest.end || fronted && !told_by) {
            told.force = Force::Withhold;
        }
        Some(told)
    }

    /// “Despite”, “asked about”: words that set what follows them, up to a comma, before the main clause.
    fn is_fronted(&self, start: usize) -> bool {
        is_preposition(self.word(start))
            || matches!(self.word(start), "contrary" | "amid" | "given" | "asked" | "questioned" | "pressed")
            || self.word(start).len() > 5 && self.word(start).ends_with("ing")
    }

    /// “The claim that schools reopened was false”: where the verb of the claim itself stands.
    fn second_verb(&self, range: Range<usize>) -> usize {
        let finite = |k: &usize| is_finite(self.tokens, *k) && !self.tokens.capital(*k);
        let Some(first) = range.clone().find(finite) else { return range.end };
        let helped = |k: usize| {
            is_auxiliary(self.word(k - 1))
                || self.word(k - 1).ends_with("ly")
                || matches!(self.word(k - 1), "not" | "been" | "be" | "being")
        };
        for k in first + 1..range.end {
            if matches!(
                self.word(k),
                "," | ";"
                    | ":"
                    | "and"
                    | "but"
                    | "that"
                    | "who"
                    | "which"
                    | "because"
                    | "when"
                    | "if"
                    | "as"
                    | "while"
                    | "than"
            ) {
                return range.end;
            }
            if finite(&k) && !helped(k) {
                return k;
            }
        }
        range.end
    }

    /// “X was quoted as saying …”, “the paper quoted X as saying …”.
    fn quoted_as(&self, i: usize, zone: &Range<usize>, names: &Names) -> Option<Said> {
        let floor = zone.start.max(i.saturating_sub(SUBJECT));
        let quoted = (floor..i)
            .rev()
            .find(|k| matches!(self.word(*k), "quoted" | "cited" | "quotes" | "quoting" | "reported"))?;
        let passive =
            quoted > zone.start && matches!(self.word(quoted - 1), "was" | "is" | "were" | "been" | "are");
        let speaker =
            if passive || quoted + 2 > i - 1 { self.subject(quoted, zone)? } else { quoted + 1..i - 1 };
        let name = names.resolve(self.tokens, speaker.start, speaker.end);
        let start = self.content_start(i, zone);
        let from = speaker.start.min(quoted);
        (start < zone.end).then(|| said(start..zone.end, Some((speaker, name)), i..i + 1, from..start))
    }

    /// “X is confident that …”, “X made it clear that …”.
    fn convinced(&self, i: usize, zone: &Range<usize>, names: &Names) -> Option<Said> {
        let verb = (zone.start.max(i.saturating_sub(3))..i).rev().find(|k| {
            matches!(
                self.word(*k),
                "is" | "are"
                    | "was"
                    | "were"
                    | "am"
                    | "been"
                    | "remains"
                    | "remained"
                    | "feels"
                    | "felt"
                    | "made"
                    | "makes"
            )
        })?;
        let making = matches!(self.word(verb), "made" | "makes");
        if making != (self.word(i) == "clear") || !has_finite(self.tokens, i + 2..zone.end) {
            return None;
        }
        let speaker = self.subject(verb, zone)?;
        // “It is certain that”: nobody says so.
        if matches!(self.word(speaker.start), "it" | "there") {
            return None;
        }
        let name = names.resolve(self.tokens, speaker.start, speaker.end);
        Some(said(i + 2..zone.end, Some((speaker.clone(), name)), i..i + 1, speaker.start..i + 2))
    }
}

pub(super) fn said(
    content: Range<usize>,
    speaker: Option<(Range<usize>, String)>,
    cue: Range<usize>,
    frame: Range<usize>,
) -> Said {
    let (speaker, name) = speaker.unzip();
    Said {
        content,
        mode: Mode::Paraphrase,
        speaker,
        name,
        cue: Some(cue),
        force: Force::Assert,
        place: None,
        frame,
    }
}

/// Adjectives for holding something true: “confident that”.
fn is_conviction(word: &str) -> bool {
    matches!(
        word,
        "confident"
            | "hopeful"
            | "optimistic"
            | "certain"
            | "convinced"
            | "concerned"
            | "worried"
            | "afraid"
            | "adamant"
            | "sceptical"
            | "skeptical"
            | "doubtful"
            | "sure"
            | "clear"
    )
}

/// Verbs that speak of a clause behind them without “that” too.
fn speaks_without_that(word: &str) -> bool {
    matches!(
        word,
        "fears"
            | "feared"
            | "feels"
            | "understands"
            | "agrees"
            | "agreed"
            | "accepts"
            | "accepted"
            | "pledged"
            | "vowed"
    )
}

/// Verbs with the one who is told between them and “that”.
fn takes_hearer(word: &str) -> bool {
    matches!(
        word,
        "assured" | "assures" | "convinced" | "notified" | "reminded" | "reminds" | "promised" | "threatened"
    )
}
