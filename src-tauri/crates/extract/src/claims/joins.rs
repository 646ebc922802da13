//! What “and”, “but” and a comma join that cannot be cut: one auxiliary, one object, one “to”, a list.

use super::Parsed;
use crate::tokens::Kind;
use crate::verbs::{
    is_article, is_auxiliary, is_finite, is_irregular_past, is_joining_that, is_preposition, opens_subject,
};

/// What is done to somebody, and to a thing by nobody in particular: “charged”, “rescued”.
fn is_suffered(word: &str) -> bool {
    matches!(
        word,
        "charged"
            | "sentenced"
            | "jailed"
            | "convicted"
            | "cleared"
            | "acquitted"
            | "fined"
            | "injured"
            | "killed"
            | "arrested"
            | "deported"
            | "rescued"
            | "evacuated"
            | "suspended"
            | "sacked"
            | "banned"
            | "remanded"
            | "bailed"
            | "extradited"
            | "imprisoned"
            | "executed"
            | "buried"
            | "exiled"
            | "wounded"
            | "captured"
    )
}

impl Parsed<'_, '_> {
    /// “alarms, which first sounded in March and were ignored”: whether the “and” at `i` joins two verbs of what a “which” behind a
    /// comma begins, in the clause from `start`.
    pub(super) fn joins_within_relative(&self, i: usize, start: usize) -> bool {
        let tokens = self.tokens;
        let comma = (start + 1..i).rev().find(|k| tokens.word(*k) == ",");
        comma.is_some_and(|c| matches!(tokens.word(c + 1), "which" | "who"))
    }

    /// “had been ordered in May but held up by a strike”: whether the participle behind the “and” or “but” at `i` shares the “been” of
    /// the clause from `start`, so that it cannot stand alone.
    pub(super) fn shares_auxiliary(&self, i: usize, start: usize) -> bool {
        let tokens = self.tokens;
        let be = |k: usize| matches!(tokens.word(k), "is" | "are" | "was" | "were" | "be" | "been" | "being");
        let passive = |k: &usize| {
            let at = k + 1 + usize::from(tokens.word(k + 1).ends_with("ly"));
            be(*k) && (tokens.word(at).ends_with("ed") || is_irregular_past(tokens.word(at)))
        };
        // “was questioned but never charged”
        let by = tokens.word(i + 3) == "by";
        let never = usize::from(
            matches!(tokens.word(i + 1), "never" | "not")
                || by && matches!(tokens.word(i + 1), "later" | "then"),
        );
        let i = i + never;
        let verb = tokens.word(i + 1);
        let made = verb.ends_with("ed") || is_irregular_past(verb);
        let particle = usize::from(matches!(
            tokens.word(i + 2),
            "up" | "out" | "off" | "down" | "away" | "back" | "over"
        ));
        let by = made
            && tokens.word(i + 2 + particle) == "by"
            && !self.values.iter().any(|v| v.from == i + 3 + particle);
        (by || is_suffered(verb)) && (start..i).rev().find(|k| be(*k)).is_some_and(|k| passive(&k))
    }

    /// “between 60 and 79”, “including high cholesterol and untreated vision loss”: whether the “and” at `i` stands within a reach or a
    /// list of examples, which has no verb of its own.
    pub(super) fn within_list(&self, i: usize, start: usize) -> bool {
        let tokens = self.tokens;
        let near = start.max(i.saturating_sub(14))..i;
        let reach = tokens.word(i.saturating_sub(2)) == "between" && tokens.is(i + 1, Kind::Number);
        let listed = near
            .rev()
            .take_while(|k| !is_finite(tokens, *k))
            .any(|k| tokens.word(k) == "including" || tokens.word(k) == "such" && tokens.word(k + 1) == "as");
        let next = tokens.word(i + 2);
        let object = opens_subject(next) || is_preposition(next) || tokens.capital(i + 2) || next == "that";
        let participle = tokens.word(i + 1).ends_with("ed") && tokens.is(i + 2, Kind::Word) && !object;
        reach || listed && participle
    }

    /// “seized and occupied the port”, “fought for and won the city”: whether the “and” at `i` joins two verbs right behind the first, so
    /// that what comes behind the second is the object of both.
    pub(super) fn shares_object(&self, i: usize) -> bool {
        let tokens = self.tokens;
        let Some(before) = i.checked_sub(1).filter(|b| tokens.is(*b, Kind::Word)) else { return false };
        let word = tokens.word(before);
        let object = self.starts_verb(i + 1)
            && tokens.word(i + 2) != "that"
            && (opens_subject(tokens.word(i + 2)) || tokens.capital(i + 2));
        let verb = is_finite(tokens, before) && !tokens.capital(before) && !is_auxiliary(word);
        object && (verb || is_preposition(word))
    }

    /// “attempted to break out and proceed to the sea”: whether the “and” at `i` joins two infinitives of one “to” behind a verb of
    /// another form.
    pub(super) fn shares_infinitive(&self, i: usize, start: usize) -> bool {
        let tokens = self.tokens;
        let next = tokens.word(i + 1);
        // “put” and “cut” are their own pasts.
        let same = matches!(
            next,
            "put" | "cut" | "set" | "let" | "hit" | "shut" | "split" | "spread" | "hurt" | "cost" | "bid"
        );
        let past = is_irregular_past(next) && !same || next.ends_with("ed") && !next.ends_with("eed");
        let third = next.ends_with('s') && !next.ends_with("ss");
        let base = tokens.is(i + 1, Kind::Word) && !(is_auxiliary(next) || past || third);
        let to = (start..i).rev().find(|k| tokens.word(*k) == "to" && tokens.is(k + 1, Kind::Word));
        let main = (start..to.unwrap_or(start)).find(|k| is_finite(tokens, *k) && !tokens.capital(*k));
        base && main.is_some_and(|m| {
            let verb = tokens.word(m);
            verb.ends_with("ed") || verb.ends_with('s') || is_irregular_past(verb) || is_auxiliary(verb)
        })
    }

    /// “their energy, mobility, and firepower”: whether the comma at `i` before an “and” ends a list of nouns in the clause from `start`.
    pub(super) fn ends_list(&self, i: usize, start: usize) -> bool {
        let tokens = self.tokens;
        let comma = (start.max(i.saturating_sub(6))..i).rev().find(|k| tokens.word(*k) == ",");
        comma.is_some_and(|c| {
            tokens.word(i + 1) == "and"
                && i > c + 1
                && !is_article(tokens.word(c + 1))
                && !self.values.iter().any(|v| v.from > c && v.from < i)
                && !(c + 1..i)
                    .any(|k| is_finite(tokens, k) && !tokens.capital(k) || is_preposition(tokens.word(k)))
        })
    }

    /// “was dead and buried”: whether the word before “and” at `i` and the one behind it are said of the same “was”.
    pub(super) fn pairs_participles(&self, i: usize) -> bool {
        let tokens = self.tokens;
        let next = tokens.word(i + 1);
        let Some(first) = i.checked_sub(1) else { return false };
        let copula = (first.saturating_sub(2)..first).rev().find(|k| {
            let word = tokens.word(*k);
            matches!(
                word,
                "is" | "are"
                    | "was"
                    | "were"
                    | "be"
                    | "been"
                    | "being"
                    | "am"
                    | "feel"
                    | "felt"
                    | "looked"
                    | "seemed"
                    | "left"
                    | "’s"
                    | "'s"
            ) || word.ends_with("’re")
                || word.ends_with("'re")
        });
        let between =
            |k: usize| (k + 1..first).all(|a| tokens.word(a).ends_with("ly") || is_degree(tokens.word(a)));
        next.ends_with("ed")
            && !is_joining_that(tokens, i + 2)
            && tokens.is(first, Kind::Word)
            && !is_auxiliary(tokens.word(first))
            && copula.is_some_and(between)
    }
}

fn is_degree(word: &str) -> bool {
    matches!(word, "very" | "so" | "too" | "quite" | "not" | "still" | "now" | "both" | "all" | "more")
}
