//! Verbs that are words of saying only with certain words around them: “found”, “shows”, “heard”, “wrote”.

use std::ops::Range;

use assay_model::value::ValueType;

use super::colons::is_source;
use super::records::is_record;
use super::{Context, SUBJECT};
use crate::names::is_person_noun;
use crate::tokens::Kind;
use crate::verbs::{has_finite, is_article, is_auxiliary, is_finite, is_preposition};

impl Context<'_, '_> {
    /// Whether the cue at `i` speaks of what stands around it, and does not only find, show, hear or post a thing.
    pub(super) fn takes_words(&self, i: usize, zone: &Range<usize>) -> bool {
        let word = self.word(i);
        let recorded = || (zone.start.max(i.saturating_sub(SUBJECT))..i).any(|k| is_record(self.word(k)));
        let base = || i > zone.start && (self.word(i - 1) == "to" || is_auxiliary(self.word(i - 1)));
        let clause = || self.opens_clause(i + 1, zone) || self.ends_words(i, zone);
        match word {
            // “which shows a pig”: only what holds figures or findings speaks by showing, and “Maria Lindqvist has shown that”.
            "shows" | "showed" | "shown" => {
                let somebody = || self.subject(i, zone).is_some_and(|s| self.tokens.capital(s.end - 1));
                recorded() || self.word(i + 1) == "that" && somebody()
            }
            "show" | "suggest" | "indicate" | "reveal" => recorded() && !base(),
            // “the report found prices rose”
            "found" | "finds" => recorded() && clause(),
            "find" => recorded() && clause() && !base(),
            // “the court heard he stole”
            "heard" | "hears" => self.hears(i, zone) && clause(),
            // “reported it to her manager”
            "reported" | "reports" => {
                !matches!(self.word(i + 1), "it" | "them" | "him" | "her") || is_finite(self.tokens, i + 2)
            }
            // “claimed power”, “claimed 40 lives”, but “claimed power stations had closed”
            "claimed" | "claims" => {
                let at = i + 1 + usize::from(self.tokens.is(i + 1, Kind::Number));
                let thing = matches!(
                    self.word(at),
                    "power" | "victory" | "credit" | "asylum" | "lives" | "responsibility"
                );
                let end = (at..zone.end.min(at + 14))
                    .find(|k| matches!(self.word(*k), "," | ";" | "but" | "."))
                    .unwrap_or(zone.end.min(at + 14));
                !thing || has_finite(self.tokens, at + 1..end)
            }
            // “wrote 12 books”
            "wrote" | "writes" => {
                let next = self.word(i + 1);
                let thing = self.tokens.is(i + 1, Kind::Number)
                    || self.values.iter().any(|v| v.from == i + 1 && v.kind != ValueType::Date)
                    || is_article(next)
                    || matches!(next, "his" | "her" | "its" | "several" | "many" | "two" | "three");
                !thing || self.in_quote(i + 1).is_some() || self.opens_clause(i + 1, zone)
            }
            // “posted a loss”: only what is posted somewhere is said.
            "posted" | "posts" => {
                matches!(self.word(i + 1), "on" | "to" | "that" | ":" | "" | "." | "in" | "," | "online")
            }
            _ => true,
        }
    }

    /// Whether words of saying end with the verb at `i`: “…, a court heard.”
    pub(super) fn ends_words(&self, i: usize, zone: &Range<usize>) -> bool {
        // “…, researchers report May 13 in Current Biology.”
        let date = self.values.iter().find(|v| v.from == i + 1 && v.kind == ValueType::Date);
        let behind = date.map_or(i + 1, |v| v.to);
        let placed =
            behind > i + 1 && is_preposition(self.word(behind)) && !has_finite(self.tokens, behind..zone.end);
        (behind >= zone.end || placed || matches!(self.word(behind), "." | ","))
            && (zone.start.max(i.saturating_sub(SUBJECT))..i)
                .any(|k| self.word(k) == "," || self.in_quote(k).is_some())
    }

    /// “…, minister claims”, “…, trial finds”: a verb at the end that a noun for a speaker stands before.
    pub(super) fn ends_with_speaker(&self, i: usize, zone: &Range<usize>) -> bool {
        let before = i.checked_sub(1).filter(|b| *b > zone.start).map_or("", |b| self.word(b));
        let spoken = is_source(before) || is_person_noun(before);
        // “…, the World Health Organization estimates.”, “…, figures from the ONS show.”
        let named = || {
            self.subject(i, zone).is_some_and(|s| {
                let before = s.start.saturating_sub(1);
                let start = self.record_before(before, zone).unwrap_or(s.start);
                start > zone.start
                    && self.word(start - 1) == ","
                    && (self.tokens.capital(i - 1) || s.clone().any(|k| is_record(self.word(k))))
            })
        };
        (spoken || i > zone.start && named()) && self.ends_words(i, zone)
    }

    /// “…, the researchers report.”, “…, critics argue”: a present that speaks only at the end, behind many.
    pub(super) fn closes_with_present(&self, i: usize, zone: &Range<usize>) -> bool {
        let verb = matches!(
            self.word(i),
            "report"
                | "argue"
                | "warn"
                | "insist"
                | "confirm"
                | "note"
                | "estimate"
                | "conclude"
                | "admit"
                | "predict"
                | "fear"
                | "allege"
                | "add"
                | "explain"
                | "write"
                | "agree"
                | "concede"
        );
        verb && i > zone.start
            && self.ends_words(i, zone)
            && self.tokens.is(i - 1, Kind::Word)
            && (self.word(i - 1).ends_with('s') || matches!(self.word(i - 1), "police" | "they" | "people"))
            && !matches!(self.word(i - 1), "’s" | "'s" | "this" | "his" | "its")
    }

    /// Whether those who hear are a court or the like, which hears what is claimed there.
    pub(super) fn hears(&self, i: usize, zone: &Range<usize>) -> bool {
        (zone.start.max(i.saturating_sub(6))..i).any(|k| is_hearer(self.word(k)))
    }

    /// Whether a clause with its own subject begins right at `from`: “prices rose”, and not “a link between drugs that was”.
    pub(super) fn opens_clause(&self, from: usize, zone: &Range<usize>) -> bool {
        let end = zone.end.min(from + 10);
        let verb = (from..end).find(|k| is_finite(self.tokens, *k) && !self.tokens.capital(*k));
        verb.is_some_and(|verb| {
            verb > from
                && (from..verb).all(|k| {
                    let word = self.word(k);
                    matches!(word, "of" | "%" | "$" | "£" | "€" | "-" | "’s" | "'s" | "in")
                        || !self.tokens.is(k, Kind::Mark)
                            && !is_preposition(word)
                            && !matches!(
                                word,
                                "that" | "which" | "who" | "whose" | "where" | "how" | "what" | "whether"
                            )
                })
        })
    }
}

/// A court, and others that hear what is claimed.
pub(crate) fn is_hearer(word: &str) -> bool {
    matches!(
        word,
        "court"
            | "jury"
            | "jurors"
            | "inquest"
            | "tribunal"
            | "inquiry"
            | "hearing"
            | "trial"
            | "magistrates"
            | "panel"
            | "meeting"
            | "committee"
            | "commission"
            | "councillors"
            | "councilors"
            | "mps"
            | "peers"
    )
}
