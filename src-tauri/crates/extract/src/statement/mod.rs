//! The words a claim is listed by: a label, and a statement that needs no context.

mod bodies;
mod clause;
mod cores;
mod deeds;
mod fit;
mod helping;
mod label;
mod nouns;
mod phrase;
mod phrases;
mod relatives;
mod selves;
mod shares;
mod subjects;
mod trails;
mod verbal;
mod words;
mod written;

use std::ops::Range;

use assay_model::claim::Mode;

use crate::attribution::trim;
use crate::claims::{Candidate, is_clause};
use crate::names::Names;
use crate::tokens::Tokens;
use crate::values::Draft;
use crate::verbs::{has_finite, is_finite, is_function, is_joining_that};

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
    /// Whether they say that it is not so.
    pub(crate) denied: bool,
    /// Words of saying in the midst of the claim, which its statement leaves out.
    pub(crate) aside: Option<&'a Range<usize>>,
    /// The words of saying that a statement begins with where no speaker is named: “The court heard that”.
    pub(crate) lead: Option<String>,
}

/// The claim as one sentence: full names, a name for a pronoun where certain, a date for “on Thursday”.
pub(crate) fn statement(worded: &Worded<'_, '_>, candidate: &Candidate) -> String {
    let tokens = worded.tokens;
    let mut range = candidate.range.clone();
    if candidate.subject.is_none() && range.len() > 3 && is_joining_that(tokens, range.start) {
        range.start += 1;
    }
    let mut text = String::with_capacity(tokens.slice(range.start, range.end).len() + 40);
    if let Some((who, verb)) = worded.said.filter(|_| worded.denied) {
        worded.denial(who, verb, &range, &mut text);
    } else if let Some(object) = &candidate.judged {
        worded.write(object, &mut text);
        text.push_str(if is_plural(tokens, object) { " are " } else { " is " });
        worded.write(&range, &mut text);
    } else if let Some(name) = &candidate.apposed {
        worded.described(name, &range, &mut text);
    } else if let Some(host) = &candidate.host {
        let none = worded.without_values();
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
        let doing = tokens.word(range.start).ends_with("ing") && !is_finite(tokens, range.start);
        if candidate.participle || doing {
            text.push_str(if is_plural(tokens, subject) { "were " } else { "was " });
        }
        worded.write(&range, &mut text);
    } else if let Some(deed) = worded.deed(&range) {
        text = deed;
    } else if let Some((who, verb)) = worded.said.filter(|_| worded.is_told_as_noun(candidate)) {
        text = format!("{who} {verb} ");
        if is_clause(tokens, &range) {
            text.push_str("that ");
        }
        worded.write(&range, &mut text);
    } else {
        worded.write(&range, &mut text);
    }
    if let Some(when) = &candidate.when {
        let mut time = String::new();
        worded.without_values().write(when, &mut time);
        text = format!("{time}, {}", text.trim());
    }
    if let Some(lead) = &worded.lead {
        text = format!("{lead}{}", text.trim());
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
        text.push(if tokens.word(range.end) == "?" { '?' } else { full_stop(&text) });
    }
    // “I”, “we” and “our” mean the speaker only between marks, word for word.
    let whole = candidate.when.as_ref().map_or(range.start, |w| w.start)..range.end;
    if worded.quoted && worded.speaks_of_self(&whole) && !text.contains(['“', '”', '"']) {
        let words = capitalised(tokens.slice(whole.start, whole.end));
        let stop = if words.ends_with(['.', '!', '?']) { "" } else { "." };
        text = format!("“{words}{stop}”");
    }
    text
}

/// The mark that ends a sentence in the script of its last word.
fn full_stop(text: &str) -> char {
    match text.chars().rev().find(|c| c.is_alphanumeric()) {
        Some('\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}') => '。',
        Some('\u{0900}'..='\u{097f}') => '।',
        _ => '.',
    }
}

impl Worded<'_, '_> {
    fn without_values(&self) -> Self {
        Self { values: &[], lead: None, ..*self }
    }

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
        // Its first word may have a capital from the sentence alone.
        if is_function(self.tokens.word(rest.start)) && words.starts_with(self.tokens.raw(rest.start)) {
            words = words.to_lowercase().chars().take(1).chain(words.chars().skip(1)).collect();
        }
        text.push_str(&words);
    }

    /// “X denied that …”, “X rejected claims that …”, “X denied shelling …”: what is denied is not what the speaker says.
    fn denial(&self, who: &str, verb: &str, range: &Range<usize>, text: &mut String) {
        let tokens = self.tokens;
        let deed = is_deed_denied(tokens, range);
        text.push_str(who);
        text.push(' ');
        text.push_str(verb);
        text.push_str(if !deed && is_clause(tokens, range) { " that " } else { " " });
        let mut words = String::new();
        self.write(range, &mut words);
        // “Ann Lee denied that Ann Lee would …” says no more than “she”.
        let pronoun = matches!(tokens.word(range.start), "he" | "she" | "his" | "her");
        if let Some(rest) = words.strip_prefix(who).filter(|_| pronoun) {
            words = format!("{}{}", tokens.raw(range.start), rest.strip_prefix("’s").unwrap_or(rest));
        }
        // A body's name begins with “The” only where it begins a sentence.
        if let Some(rest) = words.strip_prefix("The ").filter(|_| tokens.word(range.start) == "it") {
            words = format!("the {rest}");
        }
        text.push_str(&words);
    }

    /// “announced deep cuts”: what was said is no clause, and so no sentence without its verb.
    fn is_told_as_noun(&self, candidate: &Candidate) -> bool {
        let range = &candidate.range;
        candidate.said.is_some()
            && candidate.mode != Mode::Quote
            && !is_clause(self.tokens, range)
            && !matches!(self.tokens.word(range.start), "to" | "and")
    }

    /// A subject from the clause before, by its name where it has one.
    fn subject(&self, subject: &Range<usize>, text: &mut String) {
        let tokens = self.tokens;
        let last = subject.end.saturating_sub(1);
        if subject.len() > 2 && tokens.capital(last) && self.names.full_name(tokens.word(last)).is_some() {
            text.push_str(&self.names.resolve(tokens, subject.start, subject.end));
        } else {
            let none = self.without_values();
            none.write(subject, text);
        }
    }
}

/// “denied shelling the hospital”, “denied having paid”, and not “denied spending had risen”.
fn is_deed_denied(tokens: &Tokens<'_>, range: &Range<usize>) -> bool {
    let word = tokens.word(range.start);
    let perfect = matches!(word, "having" | "being");
    word.len() > 4
        && word.ends_with("ing")
        && !tokens.capital(range.start)
        && (perfect || !is_finite(tokens, range.start + 1))
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

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next();
    // “iPhone” stays as it is.
    if chars.clone().next().is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    out.extend(first.into_iter().flat_map(char::to_uppercase));
    out.push_str(chars.as_str());
    out
}

/// The first so many code points.
pub(crate) fn beginning(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    text.char_indices().nth(most).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}
