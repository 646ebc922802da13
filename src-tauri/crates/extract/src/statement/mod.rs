//! The words a claim is listed by: a label, and a statement that needs no context.

mod clause;
mod deeds;
mod fit;
mod label;
mod nouns;
mod phrase;
mod phrases;
mod subjects;
mod verbal;
mod words;

use std::ops::Range;

use assay_model::claim::Mode;
use assay_model::value::ValueType;

use crate::attribution::trim;
use crate::claims::Candidate;
use crate::names::Names;
use crate::tokens::{Kind, Tokens};
use crate::values::Draft;
use crate::verbs::{has_finite, is_article, is_denial, is_finite, is_irregular_past, is_joining_that};

pub(crate) use label::{first_words, labels};

/// What a sentence ends with, in the languages whose marks are known.
const ENDS: [char; 8] = ['.', '!', '?', '。', '！', '？', '।', '؟'];

/// What a claim's words are made from.
pub(crate) struct Worded<'a, 't> {
    pub(crate) tokens: &'a Tokens<'t>,
    /// The values in the claim.
    pub(crate) values: &'a [&'a Draft],
    pub(crate) names: &'a Names,
    /// Who says it, where that is a person known by name.
    pub(crate) claimant: Option<&'a str>,
    /// Whether it is said word for word.
    pub(crate) quoted: bool,
    /// Who says it, by whatever words, and the verb of saying.
    pub(crate) said: Option<(&'a str, &'a str)>,
    /// Words of saying in the midst of the claim, which its statement leaves out.
    pub(crate) aside: Option<&'a Range<usize>>,
}

/// The claim as one sentence: full names, a name for a pronoun where certain, a date for “on Thursday”.
pub(crate) fn statement(worded: &Worded<'_, '_>, candidate: &Candidate) -> String {
    let tokens = worded.tokens;
    let mut range = candidate.range.clone();
    if candidate.subject.is_none() && range.len() > 3 && is_joining_that(tokens, range.start) {
        range.start += 1;
    }
    let mut text = String::new();
    if let Some(object) = &candidate.judged {
        worded.write(object, &mut text);
        text.push_str(if is_plural(tokens, object) { " are " } else { " is " });
        worded.write(&range, &mut text);
    } else if let Some(name) = &candidate.apposed {
        worded.described(name, &range, &mut text);
    } else if let Some(host) = &candidate.host {
        let none = Worded { values: &[], ..*worded };
        if let Some((who, verb)) = worded.said.filter(|_| !has_finite(tokens, host.clone())) {
            text = format!("{who} {verb} ");
        }
        none.write(host, &mut text);
        text.push_str(if tokens.word(range.start - 1) == "," { ", " } else { " " });
        worded.write(&range, &mut text);
    } else if let Some(subject) = &candidate.subject {
        worded.subject(subject, &mut text);
        if matches!(tokens.word(range.start), "which" | "who") && range.len() > 2 {
            range.start += 1;
        }
        text.push(' ');
        if tokens.word(range.start).ends_with("ing") && !is_finite(tokens, range.start) {
            text.push_str(if is_plural(tokens, subject) { "were " } else { "was " });
        }
        worded.write(&range, &mut text);
    } else if let Some(deed) = worded.deed(&range) {
        text = deed;
    } else if let Some((who, verb)) = worded.said.filter(|_| worded.is_told_as_noun(candidate)) {
        text = format!("{who} {verb} ");
        if has_finite(tokens, range.clone()) {
            text.push_str("that ");
        }
        worded.write(&range, &mut text);
    } else {
        worded.write(&range, &mut text);
    }
    let mut text = capitalised(text.trim());
    // The comma that closed a quotation belonged to the words around it: “on the go,” he said.
    for close in [",”", ",\"", ",''"] {
        if let Some(rest) = text.strip_suffix(close) {
            text = format!("{rest}{}", close.trim_start_matches(','));
        }
    }
    let inner = text.trim_end_matches(['”', '"', '’', '\'', '»', '“', '‘', '」', '』']);
    let closed = inner.len() < text.len() && inner.ends_with(ENDS);
    if !closed && !text.ends_with(ENDS) {
        text.push(if tokens.word(range.end) == "?" { '?' } else { '.' });
    }
    // “I”, “we” and “our” mean the speaker only between marks, word for word.
    if worded.quoted && worded.speaks_of_self(&range) && !text.contains(['“', '”', '"']) {
        let words = capitalised(tokens.slice(range.start, range.end));
        let stop = if words.ends_with(['.', '!', '?']) { "" } else { "." };
        text = format!("“{words}{stop}”");
    }
    text
}

impl Worded<'_, '_> {
    /// “X is the largest maker”, of a name and what the clause calls it.
    fn described(&self, name: &Range<usize>, range: &Range<usize>, text: &mut String) {
        let mut rest = range.clone();
        if name.start == range.start {
            rest.start = name.end;
        } else if name.end == range.end {
            rest.end = name.start;
        }
        trim(self.tokens, &mut rest);
        self.write(name, text);
        text.push_str(if is_plural(self.tokens, name) { " are " } else { " is " });
        let mut words = String::new();
        self.write(&rest, &mut words);
        if matches!(self.tokens.word(rest.start), "the" | "a" | "an") {
            words = words.to_lowercase().chars().take(1).chain(words.chars().skip(1)).collect();
        }
        text.push_str(&words);
    }

    /// “announced deep cuts”: what was said is no clause, and so no sentence without its verb.
    fn is_told_as_noun(&self, candidate: &Candidate) -> bool {
        let range = &candidate.range;
        // What is denied is not what the speaker says.
        let denied = self.said.is_some_and(|(_, verb)| is_denial(verb));
        candidate.said.is_some()
            && candidate.mode == Mode::Paraphrase
            && (denied || !has_finite(self.tokens, range.clone()))
            && !matches!(self.tokens.word(range.start), "to" | "and")
    }

    /// A subject from the clause before, by its name where it has one.
    fn subject(&self, subject: &Range<usize>, text: &mut String) {
        let tokens = self.tokens;
        let last = subject.end.saturating_sub(1);
        if subject.len() > 2 && tokens.capital(last) && self.names.full_name(tokens.word(last)).is_some() {
            text.push_str(&self.names.resolve(tokens, subject.start, subject.end));
        } else {
            let none = Worded { values: &[], ..*self };
            none.write(subject, text);
        }
    }

    /// Whether a stretch has words of the first person that no name has taken the place of.
    fn speaks_of_self(&self, range: &Range<usize>) -> bool {
        let tokens = self.tokens;
        range.clone().any(|i| {
            let word = tokens.word(i);
            matches!(
                word,
                "we" | "our"
                    | "us"
                    | "my"
                    | "me"
                    | "ours"
                    | "ourselves"
                    | "myself"
                    | "mine"
                    | "you"
                    | "your"
                    | "yours"
            ) && tokens.raw(i) != "US"
                || word == "i"
                    && tokens.raw(i) == "I"
                    && !(i == range.start && self.stands_for_speaker(range))
                || matches!(
                    word,
                    "i’m"
                        | "i’ve"
                        | "i’ll"
                        | "i'm"
                        | "i've"
                        | "i'll"
                        | "we’ve"
                        | "we’re"
                        | "we’ll"
                        | "we've"
                        | "we're"
                        | "we'll"
                )
        })
    }

    /// “I told the minister”: whether the speaker's name may stand for the “I” at the start, as it is the only one.
    fn stands_for_speaker(&self, range: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let at = range.start;
        let other = |i: usize| {
            matches!(tokens.word(i), "i" | "me" | "my" | "we" | "us" | "our" | "myself")
                || tokens.word(i).starts_with("i’")
        };
        tokens.raw(at) == "I"
            && self.claimant.is_some()
            && self.takes_name(at + 1)
            && !(at + 1..range.end).any(other)
    }

    /// Whether the verb at `i` is the same behind “I” as behind a name: pasts are, and “will”, but not “am” and “don’t”.
    pub(super) fn takes_name(&self, i: usize) -> bool {
        let word = self.tokens.word(i);
        let modal = matches!(
            word,
            "will"
                | "would"
                | "can"
                | "could"
                | "may"
                | "might"
                | "must"
                | "should"
                | "shall"
                | "cannot"
                | "had"
                | "did"
        ) || ["n’t", "n't"].iter().filter_map(|e| word.strip_suffix(e)).any(|w| {
            matches!(w, "wo" | "would" | "ca" | "could" | "might" | "must" | "should" | "had" | "did" | "was")
        });
        let past = is_irregular_past(word)
            && !matches!(word, "put" | "hit" | "shut" | "beat" | "lay" | "won’t")
            || word.len() > 4
                && word.ends_with("ed")
                && word != "need"
                && word != "proceed"
                && word != "succeed";
        modal || past || word == "was"
    }

    /// Whom “he” at `i` means; in somebody's own words whom they mean is left open.
    fn meant(&self, i: usize) -> Option<String> {
        if self.quoted { None } else { self.names.pronoun(self.tokens.word(i), i) }
    }

    /// Whom a pronoun at `i` means: it begins the clause, or stands right behind its opening words.
    fn pronoun(&self, range: &Range<usize>, i: usize) -> Option<String> {
        let tokens = self.tokens;
        let word = tokens.word(i);
        if word == "i" && i == range.start && self.stands_for_speaker(range) {
            return self.claimant.map(str::to_owned);
        }
        if !matches!(word, "he" | "she") {
            return None;
        }
        let opens = i == range.start
            || tokens.word(i - 1) == ","
                && i - range.start < 16
                && !has_finite(tokens, range.start..i)
                && !(range.start..i).any(|k| self.names.full_name(tokens.word(k)).is_some());
        if opens { self.meant(i) } else { None }
    }

    fn write(&self, range: &Range<usize>, text: &mut String) {
        let (tokens, names) = (self.tokens, self.names);
        let mut i = range.start;
        let mut first = true;
        while i < range.end {
            if let Some(aside) = self.aside.filter(|a| a.contains(&i)) {
                i = aside.end;
                if !(tokens.spaced(i) || tokens.is(i, Kind::Mark)) {
                    text.push(' ');
                }
                continue;
            }
            if tokens.spaced(i) && !first {
                text.push(' ');
            }
            if let Some(value) = self.values.iter().find(|v| v.from == i && is_told_apart(tokens, v)) {
                text.push_str(&dated(tokens, value, i));
                i = value.to;
                first = false;
                continue;
            }
            let word = tokens.word(i);
            if let Some(name) = self.pronoun(range, i) {
                text.push_str(&name);
                i += 1;
            } else if matches!(word, "mr" | "mrs" | "ms") {
                let next = i + 1 + usize::from(tokens.word(i + 1) == ".");
                if let Some((name, end)) = names.last_name_at(tokens, next, range.end) {
                    text.push_str(name);
                    i = end;
                } else {
                    text.push_str(tokens.raw(i));
                    i += 1;
                }
            } else if matches!(word, "his" | "her")
                && first
                && tokens.is(i + 1, Kind::Word)
                && !tokens.capital(i + 1)
                && let Some(name) = self.meant(i)
            {
                text.push_str(&name);
                text.push_str("’s");
                i += 1;
            } else if (first || !tokens.capital(i - 1) && !matches!(tokens.word(i - 1), "." | "-"))
                && let Some((name, end)) = names.last_name_at(tokens, i, range.end)
                && !tokens.capital(end)
                && !text.contains(name)
            {
                text.push_str(name);
                i = end;
            } else {
                text.push_str(tokens.raw(i));
                i += 1;
            }
            first = false;
        }
    }
}

/// Whether a noun phrase tells of several.
fn is_plural(tokens: &Tokens<'_>, range: &Range<usize>) -> bool {
    let head = range
        .clone()
        .find(|i| crate::verbs::is_preposition(tokens.word(*i)) && *i > range.start)
        .unwrap_or(range.end);
    let word = tokens.word(head.saturating_sub(1));
    let joined = (range.start..head).any(|i| tokens.word(i) == "and");
    let several = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
    joined
        || matches!(word, "they" | "these" | "those" | "we" | "people" | "many" | "several" | "others")
        || several && !tokens.capital(head.saturating_sub(1))
}

/// Whether a date's own words need the day of writing to be understood.
fn is_told_apart(tokens: &Tokens<'_>, value: &Draft) -> bool {
    let known = value.kind == ValueType::Date
        && value.value.len() == 10
        && value.value.starts_with(|c: char| c.is_ascii_digit());
    known && !(value.from..value.to).any(|i| tokens.is(i, Kind::Number))
}

/// “on Thursday” with the day it was: `on Thursday, 2 March 2023`.
fn dated(tokens: &Tokens<'_>, value: &Draft, i: usize) -> String {
    let words = tokens.slice(value.from, value.to);
    let Ok(day) = value.value.parse::<chrono::NaiveDate>() else { return words.to_owned() };
    let date = day.format("%-d %B %Y").to_string();
    let word = tokens.word(value.to - 1);
    // “Tuesday’s crash” has no room for a date either.
    if matches!(tokens.word(value.to), "'" | "’" | "'s" | "’s") {
        return words.to_owned();
    }
    // “In a Wednesday media event” has no room for a date.
    if i.checked_sub(1).is_some_and(|b| is_article(tokens.word(b))) {
        return words.to_owned();
    }
    match word {
        "today" | "yesterday" | "tomorrow" if value.to == value.from + 1 => format!("on {date}"),
        _ if value.to == i + 1 => format!("{words}, {date}"),
        _ => format!("{words} ({date})"),
    }
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    // “iPhone” stays as it is.
    if chars.clone().nth(1).is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}
