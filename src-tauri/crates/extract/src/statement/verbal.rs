//! A title's verb: with its denial, without what it can do without.

use super::Worded;
use super::clause::timed;
use super::fit::{MOST, Pieces};
use super::helping::{
    is_adjective_in_ly, is_asking, is_becoming, is_being, is_copula, is_done_to, is_doubtful, is_foreseen,
    is_held, is_knowing, is_mid_adverb, is_multiplying, is_participle, is_proof, is_verb_in_ly,
};
use super::phrase::{Phrase, Text};
use super::phrases::Rest;
use super::trails::is_particle;
use super::words::{is_quote, is_turning};
use crate::tokens::Kind;
use crate::verbs::{
    cue, is_article, is_auxiliary, is_finite, is_irregular_past, is_negative, is_opening_adverb,
    is_preposition, is_saying,
};

impl Pieces {
    pub(super) fn verb_and_rest(&mut self, worded: &Worded<'_, '_>, verb: usize, end: usize) {
        let tokens = worded.tokens;
        let mut i = verb;
        let mut helping: Vec<usize> = Vec::new();
        // What says how sure or how far the verb holds.
        let mut adverbs: Vec<usize> =
            verb.checked_sub(1).filter(|b| is_doubtful(tokens.word(*b))).into_iter().collect();
        // “reserves more than doubled”
        if let Some(more) = verb.checked_sub(2).filter(|m| is_multiplying(tokens, *m)) {
            adverbs.extend([more, more + 1]);
        }
        // “He had either misled the public or not done his job”: half of it is not what is claimed.
        let mut either = verb.checked_sub(1).is_some_and(|b| tokens.word(b) == "either");
        let mut denies = false;
        let mut copula = false;
        while i < end && i < verb + 8 {
            let word = tokens.word(i);
            let adverb =
                word.len() > 4 && word.ends_with("ly") && !is_adjective_in_ly(word) && !is_verb_in_ly(word)
                    || is_opening_adverb(word)
                    || i > verb && is_mid_adverb(word, tokens.word(i + 1))
                    || word == "also";
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
            } else if i > verb && is_quote(word) && !denies {
                // “had "wasted £3m"”
            } else if i > verb && word == "either" {
                either = true;
            } else if i > verb && is_doubtful(word) {
                // “had falsely claimed”, “allegedly took”
                adverbs.push(i);
            } else if i > verb && is_multiplying(tokens, i) {
                // “has more than halved”
                adverbs.extend([i, i + 1]);
                i += 1;
            } else if !adverb {
                break;
            }
            i += 1;
        }
        let word = tokens.word(i);
        let perfect_last = helping.last().is_some_and(|k| matches!(tokens.word(*k), "has" | "have" | "had"));
        let verbal = tokens.is(i, Kind::Word)
            && i < end
            && (word.ends_with("ed")
                || word.ends_with("ing")
                || is_irregular_past(word)
                || copula && matches!(word, "cut" | "shut" | "split" | "hurt" | "hit" | "put")
                || copula && word == "set" && is_particle(tokens.word(i + 1))
                || !copula && !helping.is_empty() && (!perfect_last || is_participle(word)))
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
        for k in &adverbs {
            main.add(tokens.raw(*k), false);
        }
        if verbal && i < end {
            let verb = tokens.raw(i);
            main.add(verb, false);
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
            // “was paid for by a charity”
            if tokens.word(i) == "for" && tokens.word(i + 1) == "by" && i + 1 < end {
                main.add(tokens.raw(i), false);
                i += 1;
            }
            // “spoke out”, “pushed back”
            if is_particle(tokens.word(i)) && i < end {
                main.add(tokens.raw(i), false);
                i += 1;
            }
        }
        // “was flying” may be “flying”, and “was greeted by” “greeted by”, but not “was greeted” “greeted”.
        let light = self.subject.first().is_none_or(|s| s.light);
        let ahead = is_preposition(tokens.word(i)) || worded.in_value(i);
        // “are thought to be preventable”
        let held = is_held(word) && tokens.word(i) == "to" && adverbs.is_empty();
        // “No serious adverse events reported”
        let none =
            self.subject.first().is_some_and(|s| s.text.starts_with("No ") || s.text.starts_with("no "))
                && (word.ends_with("ed") || is_irregular_past(word))
                && i >= end;
        // “34 people killed”, “Shop valued at £850,000”, “Minister due to retire”: read as they are meant without “have been”.
        let passive = helping.last().is_some_and(|k| is_copula(tokens.word(*k)))
            && helping.iter().all(|k| is_being(tokens.word(*k)))
            && (is_done_to(word) && adverbs.is_empty() || is_foreseen(word) && ahead || held || none);
        let foreseen = main.words == 0
            && !denies
            && helping.len() == 1
            && matches!(tokens.word(verb), "is" | "are")
            && is_foreseen(tokens.word(i))
            && (is_preposition(tokens.word(i + 1)) || worded.in_value(i + 1));
        let passive_by = word.ends_with("ed")
            && tokens.word(i) == "by"
            && (helping.len() == 1 || !light && helping.len() == 2)
            && helping.iter().all(|k| is_being(tokens.word(*k)));
        let going = !light && word.ends_with("ing") && helping.iter().all(|k| is_being(tokens.word(*k)));
        let mut shorter = None;
        if verbal && copula && !denies && main.words > 0 && (passive_by || going) {
            shorter = Some(Phrase { bare: passive_by && light, ..main.clone() });
        }
        // “has fallen”, “was taken”, “has not fallen”: forms that are no past do without their “has”.
        let dropped = |k: &usize| is_being(tokens.word(*k)) || matches!(tokens.word(*k), "not" | "never");
        let participle =
            ["en", "wn", "un", "ne"].iter().any(|e| word.ends_with(e)) || denies && word.ends_with("ed");
        // “The firm had shown disregard” is not “Firm shown disregard”.
        let participle = participle
            && (denies || !perfect_last || is_becoming(word) || is_preposition(tokens.word(i)) || i >= end);
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
        if passive && !light || foreseen {
            // Behind a pronoun no title does without the verb: “It likely to fall”.
            shorter = Some(Phrase { bare: passive || light, ..main.clone() });
        }
        full.add(&main.text, false);
        full.words = full.text.split(' ').filter(|w| !w.is_empty()).count();
        self.verb = std::iter::once(full).chain(shorter).collect();
        self.denies = denies;
        self.asks = is_asking(word);
        // “I’m not going to do that” says what without its “to do that” it does not.
        let going = word == "going" && tokens.word(i) == "to";
        self.open = copula && main.words == 0 || held || going;
        let tells = self.open
            || perfect_last && main.words == 0
            || is_proof(word)
            || is_saying(word)
            || cue(word).is_some()
            || is_knowing(word);
        self.rest = Rest::new(worded, i..end, true).telling(tells).joined();
        // “City had defender Mark Olsen sent off”
        let done = (i + 1..end.min(i + 7)).find(|p| {
            tokens.capital(p - 1)
                && !tokens.capital(*p)
                && is_finite(tokens, *p)
                && !is_auxiliary(tokens.word(*p))
        });
        if let Some(done) = done.filter(|_| perfect_last && main.words == 0) {
            let mut whom = worded.noun(i..done);
            whom.short = None;
            whom.add(tokens.raw(done), false);
            let particle = matches!(tokens.word(done + 1), "off" | "out" | "up" | "down" | "away");
            if particle {
                whom.add(tokens.raw(done + 1), false);
            }
            self.rest = Rest::new(worded, done + 1 + usize::from(particle)..end, true).joined();
            self.rest.insert(0, whom);
        }
        if let Some(most) = worded.most_of(i, end).filter(|_| self.open) {
            self.rest = vec![most];
        }
        // “did not take the money because she was desperate” does not deny that she took it.
        self.cut = either || denies && (i..end).any(|k| tokens.word(k) == "because");
        // “could cost as much as £11m”: it could cost £11m.
        let may = helping.iter().any(|k| matches!(tokens.word(*k), "could" | "may" | "might"));
        if may
            && !denies
            && let Some(first) = self.rest.first_mut()
        {
            let without =
                ["as much as ", "as many as ", "up to "].iter().find_map(|w| first.text.strip_prefix(w));
            let short = without.map(|t| Text { text: t.to_owned(), words: t.split(' ').count() });
            first.short = short.or(first.short.take());
        }
        self.equation = self.equation_of(word).filter(|_| !light && helping.is_empty() && adverbs.is_empty());
        if held && let Some(first) = self.rest.first_mut() {
            let words = first.words.saturating_sub(2);
            let without = first.text.strip_prefix("to be ").map(str::to_owned);
            if let Some(text) = without.filter(|_| words > 0) {
                first.short = Some(Text { text, words });
            }
        }
    }

    /// “The fine amounted to less than a week’s profit”: “Fine: less than week’s profit”, where the verb has no room.
    fn equation_of(&self, verb: &str) -> Option<String> {
        let equates = matches!(verb, "amounted" | "amounts" | "equated" | "equates" | "stood" | "stands");
        let (subject, amount) = (self.subject.first()?, self.rest.first().filter(|r| r.value && equates)?);
        let figure = amount.text.strip_prefix("to ").or_else(|| amount.text.strip_prefix("at "))?;
        // As everywhere, without the article.
        let article = figure.contains(" than a ");
        let figure = figure.replace(" than a ", " than ");
        let words = subject.words + amount.words - 1 - usize::from(article);
        (words <= MOST && words + 2 > MOST).then(|| format!("{}: {figure}", subject.text))
    }
}
