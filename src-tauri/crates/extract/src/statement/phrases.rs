//! The phrases of a clause behind its verb, one after the other.

use std::ops::Range;

use assay_model::value::ValueType;

use super::Worded;
use super::phrase::{Phrase, Text};
use super::trails::{is_anybody, is_particle};
use super::words::{
    is_degree, is_including, is_kept, is_open_noun, is_place_word, is_quote, is_rate_noun, is_sign,
    is_telling_adjective, wants_infinitive,
};
use crate::tokens::{Kind, Tokens};
use crate::verbs::{is_article, is_auxiliary, is_finite, is_preposition};

/// The phrases behind a verb, in order, each with the small words before it.
pub(super) struct Rest<'a, 'b, 't> {
    pub(super) worded: &'a Worded<'b, 't>,
    at: usize,
    pub(super) end: usize,
    first: bool,
    /// Whether a verb stands before; else the clause may have one that no list knows.
    pub(super) after_verb: bool,
    /// Whether that verb tells what is so, as “found”: what follows may be a clause without “that”.
    tells: bool,
}

impl<'a, 'b, 't> Rest<'a, 'b, 't> {
    pub(super) fn new(worded: &'a Worded<'b, 't>, range: Range<usize>, after_verb: bool) -> Self {
        Self {
            worded,
            at: range.start,
            end: range.end.min(range.start + 60),
            first: true,
            after_verb,
            tells: false,
        }
    }

    /// The same behind a verb that tells what is so.
    pub(super) fn telling(self, tells: bool) -> Self {
        Self { tells, ..self }
    }

    /// All of them, joined where one says nothing without the next.
    pub(super) fn joined(self) -> Vec<Phrase> {
        let clauses = self.tells || !self.after_verb;
        let mut out: Vec<Phrase> = Vec::new();
        for phrase in self.take(12) {
            // “a loss of $381 million” is one thing, and a verb belongs to what follows it.
            let of_value = phrase.value && phrase.of;
            match out.last_mut() {
                Some(last)
                    if of_value && !last.open
                        || last.open && last.words < 5
                        || phrase.goes_on(last)
                        || phrase.rate && last.value && last.words < 4
                        || phrase.moved && !last.led && last.words < 4
                        || phrase.finite && (clauses || phrase.helped) && !last.led && last.words < 5 =>
                {
                    // “due to retire at the end of June”: a title may end with the verb, and “almost half” without its “of”.
                    let ends = last.open
                        && (last.infinitive && phrase.led && !phrase.of || last.value && phrase.of)
                        || last.open && last.helped && (phrase.led || last.words + phrase.words > 5);
                    let before = ends.then(|| Text { text: last.text.clone(), words: last.words });
                    last.join(&phrase);
                    if before.is_some() {
                        last.short = before;
                    }
                }
                _ => out.push(phrase),
            }
        }
        out
    }
}

impl Iterator for Rest<'_, '_, '_> {
    type Item = Phrase;

    fn next(&mut self) -> Option<Phrase> {
        while self.at < self.end {
            let phrase = self.phrase()?;
            if phrase.words > 0 {
                return Some(phrase);
            }
        }
        None
    }
}

impl Rest<'_, '_, '_> {
    /// The phrase at hand; without words where only small ones stand. Nothing where the clause ends.
    fn phrase(&mut self) -> Option<Phrase> {
        let worded = self.worded;
        let tokens = worded.tokens;
        let from = self.at;
        let mut lead = Phrase::default();
        // “£87 a year”: what the amount is counted by.
        let rate = from > 0
            && matches!(tokens.word(from), "a" | "an" | "per")
            && is_rate_noun(tokens.word(from + 1))
            && worded.values.iter().any(|v| v.to == from || v.to + 1 == from)
            && from + 1 < self.end;
        if rate {
            self.at = from + 2;
            lead.write(tokens, from..from + 2);
            return Some(Phrase { led: true, rate: true, ..lead });
        }
        // “wrote us off in 2019”
        let moved = from > 0
            && is_particle(tokens.word(from))
            && from + 1 < self.end
            && (is_preposition(tokens.word(from + 1)) || tokens.word(from + 1) == ",")
            && !matches!(tokens.word(from + 1), "of" | "to")
            && !worded.in_value(from);
        if moved {
            self.at = from + 1;
            lead.write(tokens, from..from + 1);
            return Some(Phrase { led: true, moved, ..lead });
        }
        // “recommended that airlines should not buy”: what is told is told whole or not at all.
        let told = self.first && tokens.word(from) == "that";
        if !self.lead(&mut lead) {
            return None;
        }
        let start = self.at;
        if start >= self.end {
            // “sales down”
            let moved = matches!(lead.text.as_str(), "up" | "down" | "off" | "out" | "away");
            return moved.then_some(Phrase { led: true, moved, ..lead });
        }
        let by = tokens.word(from);
        let by = if is_article(by) { "" } else { by };
        let to = lead.text == "to" || lead.text.ends_with(" to");
        // A verb stands alone, so that what it is about comes next.
        let lower = !tokens.capital(start) && !worded.in_value(start) && tokens.is(start, Kind::Word);
        let word = tokens.word(start);
        let finite = worded.is_verb(start) && lower && !to;
        if finite
            || to
                && lower
                && (from..start).all(|k| !is_article(tokens.word(k)))
                && is_infinitive(tokens, start)
            || lower
                && word.len() > 5
                && word.ends_with("ing")
                && (!tokens.is(start + 1, Kind::Mark) || is_sign(tokens.word(start + 1)))
        {
            let bare = finite && lead.text.is_empty();
            // “could not pay”, “had played”
            let helped = finite && is_auxiliary(word);
            self.at = if helped { self.group_end(start) } else { start + 1 };
            lead.write(tokens, start..self.at);
            return Some(Phrase {
                open: true,
                finite: bare,
                helped,
                infinitive: to && !finite || lead.text.starts_with("to be"),
                led: is_preposition(by) && by != "to",
                ..lead
            });
        }
        if word == "that" {
            self.at = start + 1;
            lead.write(tokens, start..start + 1);
            return Some(lead);
        }
        let end = self.core_end(start);
        self.at = end.max(start + 1);
        if self.pairs(start) {
            lead.write(tokens, start..end);
            let spoken = |i: &usize| !is_article(tokens.word(*i));
            lead.words = (from..end).filter(spoken).count();
            lead.text = lead.text.replace(" the ", " ");
            let without = ["either ", "both "].into_iter().find_map(|w| lead.text.strip_prefix(w));
            let short = without.map(|t| Text { text: t.to_owned(), words: lead.words.saturating_sub(1) });
            return Some(Phrase {
                short,
                led: is_preposition(by) || by == "between",
                value: worded.in_value(start),
                ..lead
            });
        }
        let parts = worded.parts(start..end);
        let keep = self.kept(&parts);
        let mut core = Phrase::default();
        for part in &keep {
            worded.write_part(part, &mut core);
        }
        let head = worded.head(&parts);
        let mut short = Phrase::default();
        for part in head.iter().filter(|_| head != keep) {
            worded.write_part(part, &mut short);
        }
        let small = lead.words;
        let short = (short.words > 0 && short.words < core.words).then(|| {
            let mut text = lead.clone();
            text.add(&short.text, false);
            Text { text: text.text, words: small + short.words }
        });
        let mut phrase = Phrase { short, ..lead };
        phrase.add(&core.text, false);
        phrase.words = if core.words == 0 { 0 } else { small + core.words };
        phrase.value = core.value;
        phrase.date = worded.values.iter().any(|v| {
            matches!(v.kind, ValueType::Date | ValueType::Time | ValueType::Set)
                && v.from >= start
                && v.to <= end
        });
        // “at least a decade”, “up to £11m”: an amount, and not where or when.
        let amount = worded.values.iter().any(|v| v.from <= from && v.to > from + 2) && phrase.value;
        phrase.led = !amount && (is_preposition(by) || by == "as" || is_place_word(by));
        phrase.bounds =
            matches!(by, "until" | "before" | "after" | "without" | "except" | "within") || is_place_word(by);
        phrase.of = by == "of";
        phrase.superlative = (from..end).any(|i| is_telling_adjective(tokens.word(i)));
        phrase.open = tokens.word(self.at) == "of" && is_open_noun(tokens.word(end - 1))
            || told
            || tokens.word(self.at) == "to" && wants_infinitive(tokens.word(end - 1))
            || matches!(word, "anything" | "something" | "nothing" | "everything") && end == start + 1;
        Some(phrase)
    }

    /// The small words that lead in; false where the clause ends.
    fn lead(&mut self, lead: &mut Phrase) -> bool {
        let worded = self.worded;
        let tokens = worded.tokens;
        while self.at < self.end {
            let word = tokens.word(self.at);
            if worded.in_value(self.at) {
                break;
            }
            let quoted = is_quote(word);
            if word == "(" || word == "[" {
                let close = (self.at..self.end).find(|k| matches!(tokens.word(*k), ")" | "]"));
                self.at = close.map_or(self.end, |c| c + 1);
                continue;
            }
            // “not only for SIA”
            if matches!(word, "not" | "only") && matches!(tokens.word(self.at + 1), "only" | "just") {
                self.at += 2;
                continue;
            }
            let opens = self.first
                && lead.text.is_empty()
                && matches!(word, "whether" | "if" | "how" | "what" | "why" | "that");
            if is_including(word) {
                return false;
            }
            // “unlikely to do so again”
            let so = word == "so"
                && self.at > 0
                && matches!(tokens.word(self.at - 1), "do" | "did" | "done" | "doing");
            // “going to do that”
            let last = self.at + 1 >= self.end || tokens.is(self.at + 1, Kind::Mark);
            if word == "that"
                && last
                && self.at > 0
                && matches!(tokens.word(self.at - 1), "do" | "did" | "done")
            {
                break;
            }
            // “since 2003”, and not “since he left”
            let since = word == "since" && worded.starts_time(self.at + 1);
            let goes_on = opens || so || since || self.first && word == ",";
            // “as Rovers came from behind” tells of something else.
            let aside = word == "as"
                && !lead.text.ends_with("as")
                && (self.at + 2..self.end.min(self.at + 6))
                    .take_while(|k| !tokens.is(*k, Kind::Mark))
                    .any(|k| !tokens.capital(k) && is_finite(tokens, k));
            if (self.ends(word, quoted) || aside) && !goes_on {
                return false;
            }
            let article = is_article(word) && tokens.spaced(self.at + 1);
            let held = is_preposition(word)
                || matches!(
                    word,
                    "as" | "than"
                        | "be"
                        | "been"
                        | "not"
                        | "up"
                        | "down"
                        | "out"
                        | "off"
                        | "unlike"
                        | "like"
                        | "except"
                )
                || is_place_word(word)
                || is_auxiliary(word) && tokens.capital(self.at)
                || opens && word != "that"
                || so
                || matches!(word, "he" | "she" | "they" | "it" | "we" | "i" | "you")
                    && is_finite(tokens, self.at + 1);
            // “on the go”: a preposition and a noun that is none without its article.
            let fixed = article
                && !lead.text.is_empty()
                && matches!(tokens.word(self.at + 1), "go" | "run" | "rise" | "table" | "ground" | "record");
            if held || fixed {
                lead.add(tokens.raw(self.at), false);
            } else if !(article
                || quoted
                || word == "that"
                || word == ","
                || is_degree(word) && !is_kept(word))
            {
                break;
            }
            self.at += 1;
            if article {
                self.first = false;
            }
        }
        self.first = false;
        true
    }

    /// Whether the clause's own words end at this one.
    fn ends(&self, word: &str, quoted: bool) -> bool {
        self.worded.tokens.is(self.at, Kind::Mark) && !quoted && !is_sign(word)
            || matches!(
                word,
                "who"
                    | "which"
                    | "whose"
                    | "what"
                    | "where"
                    | "when"
                    | "while"
                    | "because"
                    | "since"
                    | "although"
                    | "though"
                    | "unless"
                    | "whether"
                    | "if"
                    | "but"
                    | "how"
                    | "and"
                    | "or"
                    | "so"
                    | "that"
            )
            // “a car park nobody uses”
            || !self.first && self.at > 0 && is_anybody(word) && is_finite(self.worded.tokens, self.at + 1)
    }
}

/// Whether “to” before `i` makes it a verb: no plural (“to shops”), and no noun by its ending.
fn is_infinitive(tokens: &Tokens<'_>, i: usize) -> bool {
    let word = tokens.word(i);
    !(word.ends_with('s') && !word.ends_with("ss") || word.ends_with("tion") || word.ends_with("ment"))
}
