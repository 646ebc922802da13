//! The subject of a title: a name, or the last words of a noun phrase.

use std::ops::Range;

use super::Worded;
use super::nouns::{Part, is_plural_noun};
use super::phrase::{Phrase, Text};
use super::relatives::is_subject_pronoun;
use super::trails::is_doing;
use super::words::{
    is_fraction, is_open_noun, is_place_word, is_quote, is_share, is_sign, is_telling_adjective,
};
use crate::claims::is_superlative;
use crate::tokens::Kind;
use crate::verbs::{is_article, is_finite, is_preposition};

impl Worded<'_, '_> {
    /// The forms of a subject that a title may use: with its “of”, its last words, and its head alone.
    pub(super) fn subject_forms(&self, range: Range<usize>) -> Vec<Phrase> {
        let mut range = range;
        // “On the night of 11 June they blew a breach and were driven back”: they were.
        let last = range.end.saturating_sub(1);
        if range.len() > 1
            && is_preposition(self.tokens.word(range.start))
            && is_subject_pronoun(self.tokens.word(last))
        {
            range.start = last;
        }
        let (full, of) = self.noun_with_of(range);
        let mut out: Vec<Phrase> = Vec::new();
        let short = full.short.clone();
        if let Some(of) = of.filter(|o| o.words > 0 && o.words < 3 && full.words < 3) {
            let head = of.short.clone().filter(|_| full.words + of.words > 2);
            let of = head.map_or(of, |s| Phrase { text: s.text, words: s.words, ..Phrase::default() });
            out.push(Phrase {
                text: format!("{} of {}", full.text, of.text),
                words: full.words + of.words + 1,
                value: of.value,
                ..Phrase::default()
            });
        }
        // “Number” alone says nothing.
        let open = full.words == 1 && is_open_noun(&full.text.to_lowercase()) && !out.is_empty();
        if full.words > 0 && !open {
            out.push(full);
        }
        let value = out.last().is_some_and(|p| p.value);
        let counts = |s: &Text| value && s.text.contains(char::is_numeric);
        out.extend(short.map(|s| Phrase {
            value: counts(&s),
            text: s.text,
            words: s.words,
            ..Phrase::default()
        }));
        out
    }

    /// The head of a subject: a name, or the last words of its first noun phrase; and what its “of” leads to.
    fn noun_with_of(&self, range: Range<usize>) -> (Phrase, Option<Phrase>) {
        let tokens = self.tokens;
        let mut range = range;
        while range.start < range.end
            && tokens.is(range.start, Kind::Mark)
            && !is_sign(tokens.word(range.start))
        {
            range.start += 1;
        }
        if let Some(verb) =
            (range.start + 1..range.end).find(|i| !tokens.capital(*i) && is_finite(tokens, *i))
        {
            range.end = verb;
            // “The last estimate I saw”
            let last = verb - 1;
            if last > range.start + 1
                && is_subject_pronoun(tokens.word(last))
                && !matches!(tokens.word(last - 1), "and" | "or" | "nor")
            {
                range.end = last;
            }
        }
        if range.len() == 1 {
            return (self.one(range.start), None);
        }
        // “between 20 and 30”
        if tokens.word(range.start) == "between" && range.len() < 6 {
            let mut phrase = Phrase { value: true, ..Phrase::default() };
            phrase.write(tokens, range);
            return (phrase, None);
        }
        if let Some(counted) = self.counted(range.clone()) {
            return (counted, None);
        }
        let mut end = range.end;
        let start = range.start;
        // What a relative clause adds is not what the subject is.
        // “The benefits we see from it”
        let touching = |i: usize| {
            is_subject_pronoun(tokens.word(i))
                && i + 1 < end
                && tokens.is(i - 1, Kind::Word)
                && !matches!(tokens.word(i - 1), "and" | "or" | "nor")
                && !is_preposition(tokens.word(i - 1))
        };
        if let Some(who) = (start + 1..end)
            .find(|i| matches!(tokens.word(*i), "who" | "which" | "that" | "whose" | "whom") || touching(*i))
        {
            end = who;
        }
        if let Some(bracket) = (start + 1..end).find(|i| matches!(tokens.word(*i), "(" | "[")) {
            if (bracket..end).any(|i| tokens.word(i) == "and") {
                return (self.joined_names(start..end), None);
            }
            end = bracket;
        }
        // “Bacteria living 4,000 metres below the Pacific”
        let doing = (start + 1..end).find(|i| {
            let next = tokens.word(i + 1);
            is_doing(tokens.word(*i))
                && tokens.is(i - 1, Kind::Word)
                && !is_article(tokens.word(i - 1))
                && (is_preposition(next) || is_article(next) || self.in_value(i + 1))
        });
        let place = (start + 1..end).find(|i| is_place_word(tokens.word(*i)) && tokens.is(i - 1, Kind::Word));
        if let Some(cut) = doing.into_iter().chain(place).min() {
            end = cut;
        }
        // What a comma sets off says more about the subject, not what it is, but for a list.
        let listed = |i: usize| (i..end).any(|k| tokens.word(k) == "and");
        if let Some(comma) =
            (start + 1..end.min(start + 40)).find(|i| tokens.word(*i) == "," && !self.in_value(*i))
        {
            // “oil, gas and coal prices”: the prices.
            let and = (comma..end).find(|k| tokens.word(*k) == "and" && end - k > 2);
            if let Some(and) = and.filter(|a| {
                !tokens.word(a - 1).ends_with('s')
                    && is_plural_noun(tokens.word(end - 1))
                    && !tokens.capital(end - 1)
                    && !is_article(tokens.word(a + 1))
            }) {
                let parts = self.parts(and + 1..end);
                if let Some(last) = parts.last() {
                    let mut phrase = Phrase::default();
                    self.write_part(last, &mut phrase);
                    return (phrase, None);
                }
            }
            if listed(comma) && end - start < 10 {
                return (self.joined_names(start..end), None);
            }
            // “The last, ‘Small Streets’, sold”
            let most = (start..comma).all(|k| is_article(tokens.word(k)) || is_superlative(tokens.word(k)));
            if most && comma + 1 < end {
                let rest = (comma + 1..end).find(|k| tokens.word(*k) == ",").unwrap_or(end);
                return (self.headed(comma + 1..rest), None);
            }
            end = comma;
        }
        // “many of the G20 foreign ministers”: the ministers.
        // “the “Back to the Mac” event”: nothing between marks leads to another noun.
        let last_mark = (start..end).rev().find(|k| is_quote(tokens.word(*k)));
        let mut inside = false;
        let of = (start..end).find(|i| {
            inside ^= is_quote(tokens.word(*i));
            let quoted = inside && last_mark.is_some_and(|l| l > *i);
            is_preposition(tokens.word(*i)) && *i > start && !self.in_value(*i) && !quoted
        });
        let mut more = None;
        if let Some(of) = of {
            let share = tokens.word(of) == "of"
                && (is_fraction(tokens.word(of - 1))
                    || (start..of).any(|i| is_share(tokens.word(i)) || tokens.is(i, Kind::Number)))
                && of + 1 < end;
            let titled = tokens.capital(of - 1) && tokens.capital(of + 1) && tokens.word(of) == "of";
            if share {
                return (self.some_of(start, of, end), None);
            }
            if titled && tokens.capital(end - 1) && (of..end).any(|i| tokens.word(i) == "and") {
                return (self.joined_names(start..end), None);
            }
            if tokens.word(of) == "of" && of + 1 < end {
                more = Some(self.noun(of + 1..end));
            }
            end = of;
        }
        if let Some(and) = (start + 1..end).find(|i| tokens.word(*i) == "and") {
            // “the Atlanta and St. Louis plants”: the plants.
            let parts = self.parts(and + 1..end);
            let left = tokens.word(and - 1);
            let names = tokens.capital(and - 1) && tokens.capital(and + 1);
            let nouns = !left.ends_with('s')
                && is_plural_noun(tokens.word(end - 1))
                && !is_article(tokens.word(and + 1));
            let common = (names || nouns) && parts.len() > 1;
            if common && let Some(last) = parts.last().filter(|l| !l.name) {
                let mut phrase = Phrase::default();
                self.write_part(last, &mut phrase);
                return (phrase, more);
            }
            return (self.joined_names(start..end), more);
        }
        (self.headed(start..end), more)
    }

    /// The head of a subject.
    pub(super) fn noun(&self, range: Range<usize>) -> Phrase {
        self.noun_with_of(range).0
    }

    /// The last words of a noun phrase; and its head alone, where that is less.
    fn headed(&self, range: Range<usize>) -> Phrase {
        let tokens = self.tokens;
        let mut phrase = Phrase::default();
        let parts = self.parts(range);
        let named = parts.last().is_some_and(|p| p.name);
        let keep = if named { 1 } else { 2 };
        let possessed = parts.iter().position(|p| tokens.word(p.range.end).starts_with(['’', '\'']));
        let from = possessed.unwrap_or_else(|| parts.len().saturating_sub(keep));
        let telling = |p: &Part| p.range.clone().any(|i| is_telling_adjective(tokens.word(i)));
        for (n, part) in parts.iter().enumerate().skip(from) {
            if possessed.is_some_and(|p| n > p && n + 1 < parts.len()) && !part.name && !telling(part) {
                continue;
            }
            self.write_part(part, &mut phrase);
        }
        let mut short = Phrase::default();
        for part in self.head(&parts) {
            self.write_part(&part, &mut short);
        }
        if short.words >= phrase.words && parts.len() > keep && possessed.is_none() {
            // What turns the meaning of the head stands further in front.
            return short;
        }
        if short.words > 0 && short.words < phrase.words {
            phrase.short = Some(Text { text: short.text, words: short.words });
        }
        phrase
    }

    /// “Sergey Lavrov (left) and Antony Blinken (right)”: Lavrov and Blinken.
    fn joined_names(&self, range: Range<usize>) -> Phrase {
        let tokens = self.tokens;
        let mut phrase = Phrase::default();
        let mut depth = 0_usize;
        let mut kept = 0;
        let mut piece = range.start;
        for i in range.clone().take(40).chain(std::iter::once(range.end)) {
            let word = if i == range.end { "and" } else { tokens.word(i) };
            let cut = matches!(word, "and" | "(" | "[" | ",");
            let whole = cut && depth == 0 && piece < i && kept < 2;
            if whole && let Some(part) = self.parts(piece..i).pop() {
                if kept > 0 {
                    phrase.add("and", false);
                }
                self.write_part(&part, &mut phrase);
                kept += 1;
            }
            match word {
                "(" | "[" => depth += 1,
                ")" | "]" => depth = depth.saturating_sub(1),
                _ => {}
            }
            if cut || matches!(word, ")" | "]") {
                piece = i + 1;
            }
        }
        phrase
    }

    fn one(&self, i: usize) -> Phrase {
        let word = self.tokens.word(i);
        let person = match word {
            "he" | "she" => self.meant(i),
            "i" if self.takes_name(i + 1) => self.claimant.map(str::to_owned),
            _ => None,
        };
        if let Some(name) = person {
            let last = name.rsplit(' ').next().unwrap_or_default().to_owned();
            return Phrase { text: last, words: 1, ..Phrase::default() };
        }
        let mut phrase = Phrase::default();
        if let Some(part) = self.parts(i..i + 1).first() {
            self.write_part(part, &mut phrase);
        }
        if phrase.text.is_empty() && !matches!(word, "which" | "who") {
            phrase.write(self.tokens, i..i + 1);
        }
        phrase.light = matches!(
            word,
            "it" | "they" | "this" | "that" | "these" | "those" | "he" | "she" | "i" | "we" | "you" | "there"
        );
        phrase
    }
}
