//! What stands behind a verb of saying: a clause, a figure, or only a thing.

use std::ops::Range;

use assay_model::value::ValueType;

use super::Context;
use crate::tokens::Kind;
use crate::values::Draft;
use crate::verbs::{has_finite, is_deeds, is_preposition};

impl Context<'_, '_> {
    /// Where a thing ends that is denied or conceded, if no clause stands there: “theft and was freed”, “defeat after …”.
    pub(super) fn verbless(&self, content: Range<usize>) -> Option<usize> {
        let edge = content.clone().find(|k| {
            matches!(
                self.word(*k),
                "and"
                    | "but"
                    | ","
                    | "who"
                    | "which"
                    | "that"
                    | "after"
                    | "before"
                    | "when"
                    | "while"
                    | "as"
                    | "because"
            )
        })?;
        (edge > content.start && !has_finite(self.tokens, content.start..edge)).then_some(edge)
    }

    /// Whether what stands behind a cue is a clause, by its verb or because the cue takes nothing else: “said Marsh used
    /// nine cards”.
    pub(super) fn has_clause(&self, i: usize, content: Range<usize>) -> bool {
        if has_finite(self.tokens, content.clone()) {
            return true;
        }
        let first = self.word(content.start);
        let begins = self.tokens.is(content.start, Kind::Word) || self.tokens.is(content.start, Kind::Number);
        let plain =
            matches!(self.word(i), "said" | "says" | "say" | "argued" | "argues" | "insisted" | "insists");
        if !begins || content.len() < 3 || is_preposition(first) || self.is_adverb(content.start) {
            return false;
        }
        if plain {
            return !matches!(
                first,
                "so" | "nothing"
                    | "little"
                    | "much"
                    | "goodbye"
                    | "farewell"
                    | "yes"
                    | "something"
                    | "anything"
                    | "more"
                    | "as"
                    | "what"
                    | "sorry"
                    | "hello"
                    | "thanks"
                    | "and"
                    | "or"
                    | "but"
                    | "when"
                    | "if"
                    | "only"
            );
        }
        // A short past or a third person that no list knows, behind a name or a pronoun.
        let subject = |k: usize| {
            self.tokens.capital(k)
                || matches!(self.word(k), "it" | "he" | "she" | "they" | "we" | "nobody" | "everyone")
        };
        let told =
            !takes_thing(self.word(i)) && !matches!(self.word(i), "added" | "adds" | "declared" | "told");
        told && content.clone().skip(1).take(8).any(|k| {
            let word = self.word(k);
            subject(k - 1)
                && !self.tokens.capital(k)
                && (matches!(word, "used" | "owed" | "aged" | "eyed" | "owes" | "lends" | "pays")
                    || word.len() > 3
                        && word.ends_with('s')
                        && !word.ends_with("ss")
                        && content.contains(&(k + 1))
                        && matches!(self.word(k - 1), "it" | "he" | "she" | "nobody" | "everyone"))
        })
    }

    /// “reported a loss of $381 million”, “announces deep cuts”: what is told is a figure or a deed, so it is a claim
    /// without a verb.
    pub(super) fn reports_figure(&self, i: usize, content: Range<usize>) -> bool {
        let told = matches!(
            self.word(i),
            "announced"
                | "announces"
                | "reported"
                | "reports"
                | "forecast"
                | "forecasts"
                | "estimated"
                | "predicted"
        );
        let counts = |v: &Draft| {
            content.contains(&v.from) && !matches!(v.kind, ValueType::Date | ValueType::Time | ValueType::Set)
        };
        told && content.len() >= 2
            && (self.values.iter().any(counts) || content.clone().take(5).any(|k| is_deeds(self.word(k))))
    }
}

/// Verbs of saying that as often take a thing: “conceded defeat”.
pub(super) fn takes_thing(word: &str) -> bool {
    matches!(
        word,
        "added"
            | "adds"
            | "maintained"
            | "maintains"
            | "conceded"
            | "concedes"
            | "confessed"
            | "admitted"
            | "admits"
            | "acknowledged"
            | "acknowledges"
    )
}
