//! A title's verb: with its denial, without what it can do without.

use super::Worded;
use super::clause::timed;
use super::fit::Pieces;
use super::phrase::Phrase;
use super::phrases::Rest;
use super::words::is_turning;
use crate::tokens::Kind;
use crate::verbs::{
    is_article, is_auxiliary, is_irregular_past, is_negative, is_opening_adverb, is_preposition,
};

impl Pieces {
    pub(super) fn verb_and_rest(&mut self, worded: &Worded<'_, '_>, verb: usize, end: usize) {
        let tokens = worded.tokens;
        let mut i = verb;
        let mut helping: Vec<usize> = Vec::new();
        let mut denies = false;
        let mut copula = false;
        while i < end && i < verb + 8 {
            let word = tokens.word(i);
            let adverb = word.len() > 4 && word.ends_with("ly") || is_opening_adverb(word) || word == "also";
            // “is almost two years late”
            if i > verb && is_turning(word) && worded.in_value(i) {
                break;
            }
            if is_auxiliary(word)
                || matches!(word, "be" | "been" | "being")
                || is_negative(word) && word != "no"
                || is_turning(word)
            {
                // “not only”
                if word == "not" && matches!(tokens.word(i + 1), "only" | "just") {
                    break;
                }
                // “no longer lends”
                if word == "no" {
                    if tokens.word(i + 1) != "longer" {
                        break;
                    }
                    helping.push(i);
                    i += 1;
                }
                denies |= is_negative(word) || is_turning(word);
                copula =
                    matches!(word, "is" | "are" | "was" | "were" | "be" | "been" | "am" | "isn’t" | "wasn’t");
                helping.push(i);
            } else if is_preposition(word) && i > verb && timed(worded, i).is_some() {
                // “has in recent years been struggling”
                i = timed(worded, i).map_or(i, |to| to - 1);
            } else if word == "," && i > verb {
                // “It had, at one point, set”
                let close = (i + 1..end.min(i + 9)).find(|k| tokens.word(*k) == ",");
                match close {
                    Some(close) => i = close,
                    None => break,
                }
            } else if !adverb {
                break;
            }
            i += 1;
        }
        let word = tokens.word(i);
        let verbal = tokens.is(i, Kind::Word)
            && i < end
            && (word.ends_with("ed")
                || word.ends_with("ing")
                || is_irregular_past(word)
                || !copula && !helping.is_empty())
            && !is_article(word)
            && !is_preposition(word);
        let verbal = verbal || i == verb;
        // “has asked” is “asked”; “has not asked” keeps its “has”.
        let plain = !denies
            && verbal
            && (word.ends_with("ed")
                || is_irregular_past(word)
                || matches!(word, "set" | "cut" | "let" | "quit" | "cost" | "spread" | "split"));
        let perfect = |k: &usize| matches!(tokens.word(*k), "has" | "have" | "had");
        let mut full = Phrase::default();
        if !(plain && helping.len() == 1 && helping.iter().all(perfect)) {
            for k in &helping {
                full.add(tokens.raw(*k), false);
            }
        }
        let mut main = Phrase::default();
        if verbal && i < end {
            main.write(tokens, i..i + 1);
            i += 1;
            // “The failure showed that differences intensified”: that they did is what is to be checked.
            if tokens.word(i) == "that" && !denies && is_proof(word) && i + 1 < end {
                let start = worded.lead(&(i + 1..end));
                if let Some(verb) = worded.verb(start..end).filter(|v| *v > start) {
                    self.subject = worded.subject_forms(worded.subject_before(start, verb));
                    self.verb_and_rest(worded, verb, end);
                    return;
                }
            }
            // “spoke out”, “pushed back”
            if matches!(tokens.word(i), "up" | "out" | "down" | "off" | "back" | "away") && i < end {
                main.add(tokens.raw(i), false);
                i += 1;
            }
        }
        // “was flying” may be “flying”, and “was greeted by” “greeted by”, but not “was greeted” “greeted”.
        let light = self.subject.first().is_none_or(|s| s.light);
        let passive_by = word.ends_with("ed") && tokens.word(i) == "by" && helping.len() == 1;
        let going = !light && word.ends_with("ing") && helping.iter().all(|k| is_being(tokens.word(*k)));
        let mut shorter = None;
        if verbal && copula && !denies && main.words > 0 && (passive_by || going) {
            shorter = Some(main.clone());
        }
        // “has fallen”, “was taken”, “has not fallen”: forms that are no past do without their “has”.
        let dropped = |k: &usize| is_being(tokens.word(*k)) || matches!(tokens.word(*k), "not" | "never");
        let participle =
            ["en", "wn", "un", "ne"].iter().any(|e| word.ends_with(e)) || denies && word.ends_with("ed");
        if verbal
            && !light
            && shorter.is_none()
            && participle
            && helping.iter().all(dropped)
            && !helping.is_empty()
        {
            let mut form = Phrase::default();
            for k in helping.iter().filter(|k| matches!(tokens.word(**k), "not" | "never")) {
                form.add(tokens.raw(*k), false);
            }
            for part in main.text.split(' ') {
                form.add(part, false);
            }
            shorter = Some(form);
        }
        full.add(&main.text, false);
        full.words = full.text.split(' ').filter(|w| !w.is_empty()).count();
        self.verb = std::iter::once(full).chain(shorter).collect();
        self.denies = denies;
        self.asks = is_asking(word);
        self.open = copula && main.words == 0;
        self.rest = Rest::new(worded, i..end, true).joined();
    }
}

/// Verbs that somebody asks, lets or makes somebody do something with.
fn is_asking(word: &str) -> bool {
    matches!(
        word,
        "urged"
            | "urges"
            | "urge"
            | "asked"
            | "asks"
            | "told"
            | "tells"
            | "ordered"
            | "orders"
            | "allowed"
            | "allows"
            | "allow"
            | "forced"
            | "forces"
            | "persuaded"
            | "encouraged"
            | "invited"
            | "required"
            | "requires"
            | "advised"
            | "warned"
            | "begged"
            | "instructed"
            | "permitted"
            | "enabled"
            | "wants"
            | "wanted"
    )
}

/// Helping verbs that a title does without before “flying”.
fn is_being(word: &str) -> bool {
    matches!(word, "is" | "are" | "was" | "were" | "am" | "has" | "have" | "had" | "been")
}

/// Verbs that say of what follows that it is so.
fn is_proof(word: &str) -> bool {
    matches!(
        word,
        "showed"
            | "shows"
            | "show"
            | "shown"
            | "proved"
            | "proves"
            | "prove"
            | "revealed"
            | "reveals"
            | "confirmed"
            | "confirms"
            | "found"
            | "means"
            | "meant"
    )
}
