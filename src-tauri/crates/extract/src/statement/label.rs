//! A short title for a claim: who or what, the verb, and what it is about.

use std::ops::Range;

use assay_model::value::ValueType;

use super::phrases::{Phrase, Rest};
use super::words::is_turning;
use super::{Worded, capitalised};
use crate::attribution::trim;
use crate::claims::Candidate;
use crate::tokens::Kind;
use crate::verbs::{
    is_article, is_auxiliary, is_denial, is_finite, is_irregular_past, is_joining_that, is_negative,
    is_opening_adverb, is_preposition,
};

/// A label holds no more names, values and other words of content.
const MOST: usize = 5;

/// Nor more words with the small ones between them.
const LONGEST: usize = 7;

/// Two to five words of content that name the claim, and the small words that hold them together.
pub(crate) fn label(worded: &Worded<'_, '_>, candidate: &Candidate) -> String {
    let range = candidate.range.clone();
    let mut title = Title::default();
    if let Some(object) = &candidate.judged {
        let mut whole = range;
        trim(worded.tokens, &mut whole);
        let held = worded.noun(object.clone());
        title.take(&held);
        title.push_small("called");
        title.rest(worded, whole.start..whole.end.min(whole.start + 60), false);
    } else {
        let start = worded.lead(&range);
        let verb = worded.verb(start..range.end);
        let given = candidate.subject.as_ref().or(candidate.apposed.as_ref()).or(candidate.host.as_ref());
        let verb = verb.filter(|_| candidate.host.is_none() && candidate.apposed.is_none());
        if let Some((_, denial)) = worded.said.filter(|(_, v)| is_denial(v)) {
            title.push_small(denial);
        }
        match (given, verb) {
            (Some(subject), Some(verb)) => {
                title.take(&worded.noun(subject.clone()));
                title.verb_and_rest(worded, verb, range.end);
            }
            (Some(_), None) if is_article(worded.tokens.word(range.start)) && candidate.apposed.is_none() => {
                title.rest(worded, range, false);
            }
            (Some(subject), None) => {
                title.take(&worded.noun(subject.clone()));
                let mut range = range;
                if let Some(name) = candidate.apposed.as_ref().filter(|n| n.start == range.start) {
                    range.start = name.end;
                } else if let Some(name) = candidate.apposed.as_ref().filter(|n| n.end == range.end) {
                    range.end = name.start;
                }
                // “killing all 228 people”
                let doing = worded.tokens.word(range.start).ends_with("ing");
                if doing {
                    title.take(&worded.word(range.start));
                }
                title.rest(worded, range.start + usize::from(doing)..range.end, false);
            }
            (None, Some(verb)) => {
                title.take(&worded.noun(start..verb));
                title.verb_and_rest(worded, verb, range.end);
            }
            (None, None) => title.rest(worded, start..range.end, false),
        }
    }
    let mut text = title.text;
    if is_unfinished(&text) {
        text = worded.as_it_stands(&candidate.range);
    }
    if text.split(' ').filter(|w| !w.is_empty()).count() < 2 {
        let words: Vec<&str> = candidate
            .range
            .clone()
            .map(|i| worded.tokens.raw(i))
            .filter(|w| w.chars().any(char::is_alphanumeric))
            .take(MOST)
            .collect();
        text = words.join(" ");
    }
    // A word without end must not fill the ledger.
    capitalised(&text).chars().take(80).collect()
}

/// Whether a title breaks off: behind a preposition, “that”, “not” or a helping verb.
fn is_unfinished(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let particle = matches!(
        last.as_str(),
        "over"
            | "after"
            | "before"
            | "since"
            | "around"
            | "across"
            | "through"
            | "under"
            | "near"
            | "within"
            | "without"
    );
    is_preposition(&last) && !particle
        || particle && !text.contains(char::is_numeric) && text.split(' ').count() < 4
        || matches!(last.as_str(), "that" | "not" | "no" | "than" | "as" | "only" | "never" | "the" | "a")
        || is_auxiliary(&last)
}

/// A label as it grows.
#[derive(Default)]
struct Title {
    text: String,
    /// Words of content so far; a name or a value is one.
    cost: usize,
    words: usize,
}

impl Title {
    fn take(&mut self, phrase: &Phrase) {
        if phrase.text.is_empty() {
            return;
        }
        self.cost += phrase.cost;
        self.words += phrase.words;
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        self.text.push_str(&phrase.text);
    }

    fn push_small(&mut self, word: &str) {
        self.take(&Phrase { text: word.to_owned(), words: 1, ..Phrase::default() });
    }

    fn verb_and_rest(&mut self, worded: &Worded<'_, '_>, verb: usize, end: usize) {
        let tokens = worded.tokens;
        let mut i = verb;
        let mut helping: Vec<usize> = Vec::new();
        let mut denies = false;
        let mut copula = false;
        while i < end && i < verb + 8 {
            let word = tokens.word(i);
            let adverb = word.len() > 4 && word.ends_with("ly") || is_opening_adverb(word) || word == "also";
            if is_auxiliary(word)
                || matches!(word, "be" | "been" | "being")
                || is_negative(word) && word != "no"
                || is_turning(word)
            {
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
        // “has asked” is “asked”; “has shown” and “has not asked” keep the “has”.
        let plain = !denies && verbal && (word.ends_with("ed") || is_irregular_past(word));
        let perfect = |k: &usize| matches!(tokens.word(*k), "has" | "have" | "had");
        if !(plain && helping.len() == 1 && helping.iter().all(perfect)) {
            for k in &helping {
                self.push_small(tokens.raw(*k));
            }
        }
        if verbal && i < end {
            self.take(&worded.word(i));
            i += 1;
            // “The failure showed that differences intensified”: that they did is what is to be checked.
            if tokens.word(i) == "that" && !denies && is_proof(word) && i + 1 < end {
                let start = worded.lead(&(i + 1..end));
                if let Some(verb) = worded.verb(start..end).filter(|v| *v > start) {
                    *self = Self::default();
                    self.take(&worded.noun(start..verb));
                    self.verb_and_rest(worded, verb, end);
                    return;
                }
            }
            // “spoke out”, “pushed back”
            if matches!(tokens.word(i), "up" | "out" | "down" | "off" | "back" | "away") && i < end {
                self.push_small(tokens.raw(i));
                i += 1;
            }
        }
        self.rest(worded, i..end, copula);
    }

    /// What stands behind the verb, phrase by phrase, as far as there is room; room for a value is kept.
    fn rest(&mut self, worded: &Worded<'_, '_>, range: Range<usize>, copula: bool) {
        let mut rest: Vec<Phrase> = Vec::new();
        for phrase in Rest::new(worded, range, copula, !self.text.is_empty()).take(12) {
            // “a loss of $381 million” is one thing, and a verb belongs to what follows it.
            let of_value = phrase.value && phrase.text.starts_with("of ");
            match rest.last_mut() {
                Some(last) if of_value && !last.verbal || last.verbal && last.cost < 3 => last.join(&phrase),
                _ => rest.push(phrase),
            }
        }
        if self.text.is_empty() {
            // Without a verb the words stand as they come.
            for phrase in rest {
                if self.cost + phrase.cost <= MOST && self.words + phrase.words <= LONGEST + 1 {
                    self.take(&phrase);
                } else {
                    break;
                }
            }
            return;
        }
        let value = rest.iter().position(|p| p.value);
        let (mut cost, mut words) = value.and_then(|v| rest.get(v)).map_or((0, 0), |p| (p.cost, p.words));
        for (n, phrase) in rest.drain(..).enumerate() {
            if value == Some(n) {
                (cost, words) = (0, 0);
            } else if self.cost + cost + phrase.cost > MOST
                || self.words + words + phrase.words > LONGEST + usize::from(words > 0)
            {
                if value.is_some_and(|v| v > n) {
                    continue;
                }
                break;
            }
            if self.cost >= MOST || self.words + phrase.words > LONGEST + 2 {
                break;
            }
            self.take(&phrase);
        }
    }
}

impl Worded<'_, '_> {
    /// The first words of a clause, where no title can be made of it.
    fn as_it_stands(&self, range: &Range<usize>) -> String {
        let tokens = self.tokens;
        let mut phrase = Phrase::default();
        let start = range.start + usize::from(range.len() > 3 && is_joining_that(tokens, range.start));
        let end = range.end.min(start + LONGEST + 1);
        let open = end < range.end;
        phrase.write(tokens, start..end);
        let mut text = phrase.text.trim_end_matches([',', ';', ':', ' ']).to_owned();
        // What is cut off ends with no loose word.
        while open
            && let Some((rest, last)) = text.rsplit_once(' ')
            && rest.contains(' ')
            && is_loose(&last.to_lowercase())
        {
            text.truncate(rest.len());
        }
        text
    }

    /// Where the clause proper begins: behind “In 2009,” and “During the meeting,”.
    fn lead(&self, range: &Range<usize>) -> usize {
        let tokens = self.tokens;
        let word = tokens.word(range.start);
        let dated = self.values.iter().find(|v| {
            matches!(v.kind, ValueType::Date | ValueType::Time | ValueType::Duration)
                && v.from <= range.start + 1
                && v.to < range.end
        });
        let opens = word == "as"
            || word == "if"
            || is_preposition(word)
            || is_opening_adverb(word)
            || word.ends_with("ing")
            || word == "when";
        if opens || dated.is_some_and(|v| matches!(tokens.word(v.to), "," | "after" | "before")) {
            let comma = (range.start..range.end.min(range.start + 20)).find(|i| tokens.word(*i) == ",");
            if let Some(comma) = comma.filter(|c| self.verb(c + 1..range.end.min(c + 30)).is_some()) {
                return comma + 1;
            }
            // “In 2009 Fiat bought”, “On Monday stocks fell”
            if let Some(value) = dated.filter(|v| !tokens.is(v.to, Kind::Mark) && !is_finite(tokens, v.to)) {
                return value.to;
            }
        }
        let joins = word != "that" || is_joining_that(tokens, range.start);
        if matches!(word, "that" | "then" | "also" | "now") && joins && range.len() > 3 {
            return range.start + 1;
        }
        range.start
    }

    /// The first finite verb outside brackets and outside a clause in commas.
    fn verb(&self, range: Range<usize>) -> Option<usize> {
        let tokens = self.tokens;
        let mut depth = 0_usize;
        let mut aside = false;
        for i in range.clone().take(60) {
            match tokens.word(i) {
                "(" | "[" => depth += 1,
                ")" | "]" => depth = depth.saturating_sub(1),
                "," => {
                    let opens = !aside && matches!(tokens.word(i + 1), "who" | "which" | "whose" | "where");
                    aside = opens && i > range.start;
                }
                _ => {}
            }
            let relative = i > range.start + 1 && matches!(tokens.word(i - 1), "who" | "which" | "that");
            // “the last time they met was”, “figures released on Monday show”: a participle right behind its noun.
            if depth == 0 && !aside && !relative && !tokens.capital(i) && is_finite(tokens, i) {
                let participle = tokens.word(i).ends_with("ed") || tokens.word(i) == "held";
                let reduced = participle
                    && matches!(tokens.word(i + 1), "by" | "in" | "on" | "at" | "from" | "for" | "with")
                    && i > range.start
                    && (i + 2..range.end.min(i + 12))
                        .take_while(|k| !tokens.is(*k, Kind::Mark) && tokens.word(*k) != "that")
                        .any(|k| is_auxiliary(tokens.word(k)) || is_irregular_past(tokens.word(k)));
                let time = (range.start..i).any(|k| tokens.word(k) == "time")
                    && (i + 1..range.end.min(i + 6)).any(|k| tokens.word(k) == "was");
                if !reduced && !time {
                    return Some(i);
                }
            }
        }
        None
    }
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

/// Words that nothing ends with.
fn is_loose(word: &str) -> bool {
    is_preposition(word)
        || is_article(word)
        || is_auxiliary(word)
        || matches!(word, "that" | "not" | "no" | "and" | "or" | "than" | "as")
}

/// Where a time with its preposition at `i` ends, if a verb follows.
fn timed(worded: &Worded<'_, '_>, i: usize) -> Option<usize> {
    let value = worded.values.iter().find(|v| v.from == i + 1)?;
    let timed = matches!(value.kind, ValueType::Date | ValueType::Time | ValueType::Duration);
    let tokens = worded.tokens;
    let next = tokens.word(value.to);
    (timed && (matches!(next, "been" | "be") || is_finite(tokens, value.to))).then_some(value.to)
}
