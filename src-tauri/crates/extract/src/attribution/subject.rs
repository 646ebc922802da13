//! Who speaks: the words before or behind a verb of saying.

use std::ops::Range;

use assay_model::value::ValueType;

use super::records::{is_made, is_record};
use super::{Context, SUBJECT};
use crate::names::{is_person_noun, is_role};
use crate::quotes::Quote;
use crate::tokens::Kind;
use crate::verbs::{has_finite, is_auxiliary, is_finite, is_negative, is_preposition};

impl Context<'_, '_> {
    /// The subject before a cue at `i`.
    pub(super) fn subject(&self, i: usize, zone: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens;
        let mut end = i;
        // “has also repeatedly said”, “on June 18 called for”
        loop {
            let last = end.checked_sub(1).filter(|l| *l >= zone.start)?;
            let word = self.word(last);
            if is_negative(word) {
                // Who did not say it is no speaker.
                return None;
            }
            // “Theresa May said”, “George Will said”
            let named = last > zone.start && self.tokens.capital(last) && self.tokens.capital(last - 1);
            // “they all said”, “the police and the council both said”
            let each = matches!(word, "all" | "both" | "each" | "jointly") && last > zone.start;
            if is_auxiliary(word) && !named || each || self.is_adverb(last) {
                end = last;
                continue;
            }
            if let Some(value) = self.values.iter().find(|v| {
                v.to == end && v.from > zone.start && matches!(v.kind, ValueType::Date | ValueType::Time)
            }) {
                end = value.from - usize::from(matches!(self.word(value.from - 1), "on" | "in"));
                continue;
            }
            break;
        }
        if end <= zone.start {
            return None;
        }
        // “most analysts, who had forecast that”
        if matches!(self.word(end - 1), "which" | "who") && end >= zone.start + 3 && self.word(end - 2) == ","
        {
            end -= 2;
            // “the Nuffield Trust, a think tank, which said”
            end = self.before_asides(end, zone);
            if let Some(value) = self.values.iter().find(|v| v.to == end && v.from > zone.start + 1) {
                end = value.from - usize::from(matches!(self.word(value.from - 1), "on" | "in"));
            }
        }
        // “Steve Jobs, the chief executive, announced”: the words in commas are not the name.
        if self.word(end - 1) == "," {
            let floor = zone.start.max(end.saturating_sub(SUBJECT));
            // “Jane Miller, who runs the bank, said”: a clause about the subject may have a verb.
            let far = zone.start.max(end.saturating_sub(2 * SUBJECT));
            let relative = (far + 1..end - 1)
                .rev()
                .find(|k| self.word(*k) == "," && matches!(self.word(k + 1), "who" | "whose" | "which"))
                .filter(|c| self.in_quote(*c).is_none() && *c > zone.start);
            let near = (floor + 1..end - 1).rev().find(|k| self.word(*k) == ",");
            // “Peter Lindqvist, a chemist who was not involved, believes”
            let described = || self.described(far, end - 1);
            // “The study, published in Nature, found”: a participle is no verb of its own.
            // “in a biography published in 2006” has no verb either.
            let verbless =
                |from: usize, to: usize| !(from..to).any(|k| is_finite(tokens, k) && !self.is_reduced(k, to));
            let plain = near.filter(|c| {
                let past =
                    self.word(c + 1).ends_with("ed") || matches!(self.word(c + 1), "led" | "held" | "made");
                // “completed that summer but never shared with anybody”
                let joined =
                    (c + 1..end - 1).find(|k| past && matches!(self.word(*k), "and" | "but")).map(|k| {
                        k + 1 + usize::from(matches!(self.word(k + 1), "never" | "not" | "later" | "then"))
                    });
                let more = joined.filter(|k| self.word(*k).ends_with("ed"));
                let first = *c + 1 + usize::from(past);
                match more {
                    Some(k) => verbless(first, k) && verbless(k + 1, end - 1),
                    None => verbless(first, end - 1),
                }
            });
            // “A police official, speaking on condition that he was not named, said”
            let speaking = || {
                (far + 1..end - 1).rev().find(|k| {
                    self.word(*k) == ","
                        && matches!(
                            self.word(k + 1),
                            "speaking" | "talking" | "writing" | "asking" | "citing"
                        )
                        && self.in_quote(*k).is_none()
                })
            };
            let comma = plain.or(relative).or_else(described).or_else(speaking)?;
            if self.in_quote(comma).is_some() {
                return None;
            }
            // “Irish low cost airline, Ryanair, announced”: here they are the name.
            let named = (comma + 1..end - 1).all(|k| tokens.capital(k)) && end - comma <= 6;
            // “the Conservative MP for Harwick, Colin Fry, tweeted”
            let office = || {
                let floor = zone.start.max(comma.saturating_sub(8));
                let the = (floor..comma).rev().find(|k| matches!(self.word(*k), "the" | "a" | "an"));
                let role = |k: usize| {
                    let word = self.word(k);
                    is_role(word)
                        || is_person_noun(word)
                        || matches!(word, "mp" | "mps" | "msp" | "mep" | "member" | "peer")
                };
                end - comma > 3
                    && the.is_some_and(|the| {
                        (the + 1..comma).any(|k| role(k) && is_preposition(self.word(k + 1)))
                            && (the + 1..comma).all(|k| tokens.is(k, Kind::Word) && !is_finite(tokens, k))
                    })
            };
            if named && (!tokens.capital(comma - 1) || office()) {
                return Some(comma + 1..end - 1);
            }
            end = self.before_asides(comma, zone);
        }
        // “Janet Hope (Lab) said”
        if self.word(end - 1) == ")"
            && let Some(open) = (zone.start + 1..end).rev().take(8).find(|k| self.word(*k) == "(")
        {
            end = open;
        }
        let floor = zone.start.max(end.saturating_sub(SUBJECT));
        let mut start = end;
        while start > floor {
            let k = start - 1;
            let word = self.word(k);
            // “the ‘Friends’ star said” goes on before the quoted name; any other mark of quotation ends the subject.
            if let Some(quote) = self.in_quote(k) {
                match self.quoted_name(quote, floor).filter(|_| k < end - 1) {
                    Some(from) => {
                        start = from;
                        continue;
                    }
                    None if !tokens.is(k, Kind::Word) => break,
                    None => {}
                }
            }
            let joins_names = word == "and"
                && k > floor
                && (tokens.capital(k + 1) && tokens.capital(k - 1)
                    || tokens.capital(k - 1) && matches!(self.word(k + 1), "his" | "her" | "their")
                    || matches!(self.word(k - 1), "he" | "she"));
            if word == "and"
                && !joins_names
                && let Some(first) = self.first_of_list(k, zone)
            {
                start = first;
                break;
            }
            if word == "," && self.is_legal_form(k + 1) {
                start = k;
                continue;
            }
            let stop = match tokens.get(k).map(|t| t.kind) {
                Some(Kind::Word) => {
                    !joins_names
                        && (matches!(
                            word,
                            "but"
                                | "and"
                                | "or"
                                | "that"
                                | "which"
                                | "who"
                                | "because"
                                | "when"
                                | "while"
                                | "after"
                                | "although"
                                | "though"
                                | "if"
                                | "than"
                                | "as"
                                | "where"
                                | "since"
                                | "whether"
                                | "how"
                                | "what"
                                | "before"
                        ) || self.is_predicate(k, end))
                }
                Some(Kind::Number) => false,
                _ => {
                    !(word == "." && self.abbreviation(k)
                        || matches!(word, "’s" | "'s" | "-" | "&" | "’" | "(" | ")")
                        || word == "'" && self.is_possessive_mark(k))
                }
            };
            if stop {
                break;
            }
            start = k;
        }
        // “The officer who arrested him said”
        if let Some(relative) = self.relative_before(start, zone) {
            return self.subject(relative, zone);
        }
        // “In 2009 Fiat said”, “At the summit, …”: what stands in front of the subject.
        if matches!(
            self.word(start),
            "in" | "on" | "at" | "during" | "following" | "by" | "with" | "for" | "from" | "under"
        ) {
            let value = self.values.iter().find(|v| v.from > start && v.from <= start + 2 && v.to < end);
            // “a report released by the Labor Department, which said”, “paid for by the council, which said”
            start += usize::from(self.word(start) != "by" && self.word(start + 1) == "by");
            start = if self.word(start) == "by" { start + 1 } else { value?.to };
        }
        if let Some(by) = self.maker(start..end) {
            start = by + 1;
        }
        // “pointed us to a report by the trust, which said”
        let maker = (start + 1..end).rev().find(|k| self.word(*k) == "by" && is_record(self.word(k - 1)));
        if let Some(by) =
            maker.filter(|by| (start..*by).any(|k| matches!(self.word(k), "to" | "in" | "from" | "at")))
        {
            start = by;
        }
        // “A paper published last month by the institute found”
        if let Some(value) =
            self.values.iter().find(|v| v.from == start && v.to + 1 < end && self.word(v.to) == "by")
        {
            start = value.to;
        }
        start += usize::from(self.word(start) == "by" && start + 1 < end);
        while start < end
            && (is_adverb(self.word(start))
                || matches!(self.word(start), "so" | "or" | "hence" | "thus")
                || matches!(self.word(start), "-" | ")"))
        {
            start += 1;
        }
        let last = end.checked_sub(1).filter(|l| *l >= start)?;
        if self.is_object(start, last, zone) {
            return None;
        }
        let word = self.word(last);
        let pronoun = matches!(word, "he" | "she" | "they" | "it" | "we" | "i" | "who");
        let noun = word == "." && self.abbreviation(last)
            || tokens.is(last, Kind::Word)
                && !matches!(
                    word,
                    "the"
                        | "a"
                        | "an"
                        | "his"
                        | "her"
                        | "its"
                        | "their"
                        | "of"
                        | "to"
                        | "in"
                        | "not"
                        | "be"
                        | "been"
                        | "being"
                        | "and"
                );
        if pronoun {
            // “Speaking in public he said”
            start = last;
        }
        // “There were reports that”: nobody.
        if !(pronoun || noun) || word == "there" || self.in_quote(last).is_some() {
            return None;
        }
        // “Researchers who followed 17,604 adults for three years found”: nobody is a length or a number.
        if self.values.iter().any(|v| v.from <= start && v.to >= end && v.to > v.from + 1) {
            let far = zone.start.max(start.saturating_sub(2 * SUBJECT));
            let relative = (far + 1..start).rev().find(|k| matches!(self.word(*k), "who" | "which"))?;
            return self.subject(relative, zone);
        }
        // “Letters found in Dresden after the war show”
        if start > zone.start + 1 && matches!(self.word(start - 1), "after" | "since" | "before" | "during") {
            let far = zone.start.max(start.saturating_sub(SUBJECT));
            let own = |k: usize| {
                let made = matches!(self.word(k), "found" | "written" | "sent" | "kept")
                    && is_preposition(self.word(k + 1));
                is_finite(tokens, k) && !made && !self.is_reduced(k, start)
                    || matches!(self.word(k), "," | ";")
            };
            if let Some(record) =
                (far..start).rev().take_while(|k| !own(*k)).find(|k| is_record(self.word(*k)))
            {
                let begins = (far..record).rev().take_while(|k| tokens.is(*k, Kind::Word) && !own(*k)).last();
                return Some(begins.unwrap_or(record)..record + 1);
            }
        }
        Some(self.whole_name(start, floor)..end)
    }

    /// Whether the verb at `k` belongs to another clause than the subject that ends at `end`: “two people briefed on it”,
    /// “Unconfirmed reports” have none.
    fn is_predicate(&self, k: usize, end: usize) -> bool {
        let noun = k + 1 == end && is_record(self.word(k));
        is_finite(self.tokens, k) && !(self.tokens.capital(k) || noun || self.is_reduced(k, end))
    }

    /// “Ann Cole, 34, of Stockport, said”: the end of the name before all that commas set off, the last of which ends at `end`.
    fn before_asides(&self, end: usize, zone: &Range<usize>) -> usize {
        let mut end = end;
        for _ in 0..3 {
            let floor = zone.start.max(end.saturating_sub(SUBJECT));
            let Some(comma) = (floor + 1..end).rev().find(|k| self.word(*k) == ",") else { break };
            let first = self.word(comma + 1);
            let aged = comma + 2 == end && self.tokens.is(comma + 1, Kind::Number);
            let place = matches!(first, "of" | "from" | "at" | "a" | "an" | "the") || is_role(first);
            let aside = aged || place && !has_finite(self.tokens, comma + 1..end);
            let named = self.tokens.capital(comma - 1) || self.word(comma - 1) == ")";
            if !aside || !named || self.in_quote(comma).is_some() {
                break;
            }
            end = comma;
        }
        end
    }

    /// “two people briefed on the talks said”: a participle with its preposition, not the verb of the words before `i`.
    pub(super) fn is_reduced(&self, k: usize, i: usize) -> bool {
        let word = self.word(k);
        let next = self.word(k + 1);
        if self.is_dated_record(k) {
            return true;
        }
        (word.len() > 4 && word.ends_with("ed") || matches!(word, "held" | "caught" | "hurt" | "left"))
            && k > 0
            && self.tokens.is(k - 1, Kind::Word)
            && !is_auxiliary(self.word(k - 1))
            && !matches!(
                self.word(k - 1),
                "who" | "which" | "that" | "he" | "she" | "it" | "they" | "we" | "i"
            )
            // “a report released by the Labor Department, which said”: there the department speaks.
            && !(next == "by" && is_made(word))
            && (is_preposition(next) || matches!(next, "close" | "not"))
            && !(k + 1..i)
                .any(|j| matches!(self.word(j), "," | "and" | "but" | "that") || is_finite(self.tokens, j))
    }

    /// Where a few quoted words begin that stand within a noun phrase.
    fn quoted_name(&self, quote: &Quote, floor: usize) -> Option<usize> {
        let outer = quote.outer();
        let words =
            (quote.from..quote.to).all(|k| self.tokens.is(k, Kind::Word) && !is_finite(self.tokens, k));
        let inside = outer.start > floor && self.tokens.is(outer.start - 1, Kind::Word);
        (quote.closed && outer.len() < 7 && words && inside).then_some(outer.start)
    }

    /// “Scott Carson, president and CEO of Boeing said”: the name before the offices, where a subject begins with one.
    pub(super) fn whole_name(&self, start: usize, floor: usize) -> usize {
        let mut at = start;
        if at > floor && is_role(self.word(start)) {
            while at > floor && (is_role(self.word(at - 1)) || self.word(at - 1) == "and") {
                at -= 1;
            }
        }
        let name = at.checked_sub(2).filter(|n| *n >= floor);
        let comma = at > floor && self.word(at - 1) == ",";
        match name {
            Some(last) if comma && is_role(self.word(at)) && self.tokens.capital(last) => {
                (floor..=last).rev().take_while(|k| self.tokens.capital(*k)).last().unwrap_or(start)
            }
            _ => start,
        }
    }

    /// Whether the point at `k` belongs to an abbreviation: “Mr.”, “Inc.”, an initial.
    pub(super) fn abbreviation(&self, k: usize) -> bool {
        let Some(before) = k.checked_sub(1) else { return false };
        let short = self.tokens.raw(before).len() == 1 && self.tokens.capital(before);
        !self.tokens.spaced(k)
            && (short
                || matches!(
                    self.word(before),
                    "mr" | "mrs"
                        | "ms"
                        | "dr"
                        | "inc"
                        | "corp"
                        | "co"
                        | "ltd"
                        | "gen"
                        | "sen"
                        | "rep"
                        | "gov"
                        | "st"
                        | "jr"
                        | "sr"
                        | "lt"
                        | "col"
                        | "prof"
                        | "det"
                        | "insp"
                        | "supt"
                        | "sgt"
                        | "capt"
                        | "maj"
                        | "cllr"
                ))
    }
}

pub(super) fn is_adverb(word: &str) -> bool {
    matches!(
        word,
        "also"
            | "reportedly"
            | "later"
            | "then"
            | "since"
            | "further"
            | "repeatedly"
            | "previously"
            | "earlier"
            | "recently"
            | "again"
            | "first"
            | "already"
            | "publicly"
            | "even"
            | "now"
            | "once"
            | "however"
            | "meanwhile"
            | "today"
            | "yesterday"
            | "never"
            | "always"
            | "still"
            | "just"
            | "only"
            | "officially"
            | "been"
            | "long"
            | "often"
    )
}
