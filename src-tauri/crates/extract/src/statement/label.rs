//! A short title for a claim: who or what, the verb, and what it is about.

use std::ops::Range;

use super::fit::{MOST, Pieces};
use super::helping::is_contraction;
use super::phrase::Phrase;
use super::phrases::Rest;
use super::words::is_turning;
use super::{Worded, beginning, capitalised};
use crate::attribution::trim;
use crate::claims::Candidate;
use crate::tokens::Kind;
use crate::values::Draft;
use crate::verbs::{is_article, is_auxiliary, is_finite, is_irregular_past, is_joining_that, is_preposition};

/// So many titles are made of a claim, so that another claim's need not be its own.
const TITLES: usize = 6;

/// The first words of a claim in a language whose grammar no rule knows.
pub(crate) fn first_words(worded: &Worded<'_, '_>, range: &Range<usize>) -> String {
    let text = worded.as_it_stands(range);
    let mut words: Vec<&str> = text.split(' ').collect();
    // What is cut off ends with no article or preposition, which are short in most languages.
    let cut = worded.tokens.slice(range.start, range.end).len() > text.len();
    while cut
        && words.len() > 2
        && words.last().is_some_and(|w| w.chars().count() < 4 && w.chars().all(char::is_lowercase))
    {
        words.pop();
    }
    beginning(&words.join(" "), 80).to_owned()
}

/// Titles of two to five words that name the claim, the best first. Most claims bear the first, so the others are written
/// only when they are asked for.
pub(crate) fn labels(worded: &Worded<'_, '_>, candidate: &Candidate) -> impl Iterator<Item = String> + use<> {
    let pieces = pieces(worded, candidate);
    let words = |title: &str| title.split(' ').count();
    let verbless = pieces.verb.is_empty() && pieces.subject.is_empty();
    let headed = !pieces.subject.is_empty()
        && !pieces.verb.is_empty()
        && candidate.subject.is_none()
        && !pieces.subject.iter().any(|s| s.light);
    let from = pieces.whole.clone().unwrap_or(worded.lead(&candidate.range)..candidate.range.end);
    let mut titles = pieces
        .titles(TITLES)
        .filter(move |t| words(t) > 1 && !(verbless && words(t) > MOST) && !is_unfinished(t))
        .peekable();
    // Of a clause whose verb no list knows a name alone says nothing.
    // “Is to free up land”, “The secretary”: where no title has its subject and verb, the first words read better.
    let first = titles.peek().and_then(|t| t.split(' ').next()).unwrap_or_default().to_lowercase();
    let headless = headed && is_auxiliary(&first);
    let bare = verbless && candidate.range.len() > 5;
    let stands = headless || titles.peek().is_none_or(|t| bare && words(t) < 3);
    let whole = stands.then(|| worded.whole(&from, &candidate.range));
    let most = if whole.is_some() { 0 } else { TITLES };
    // A word without end must not fill the ledger.
    whole.into_iter().chain(titles.take(most)).map(|t| beginning(&capitalised(&t), 80).to_owned())
}

fn pieces(worded: &Worded<'_, '_>, candidate: &Candidate) -> Pieces {
    let tokens = worded.tokens;
    let range = candidate.range.clone();
    let mut pieces = Pieces::default();
    if worded.denied {
        "Denied:".clone_into(&mut pieces.head);
    }
    if let Some(object) = &candidate.judged {
        let mut whole = range;
        trim(tokens, &mut whole);
        pieces.subject = worded.subject_forms(object.clone());
        pieces.verb = vec![Phrase { text: "called".to_owned(), words: 1, ..Phrase::default() }];
        pieces.open = true;
        pieces.rest = Rest::new(worded, whole.start..whole.end.min(whole.start + 60), true).joined();
        return pieces;
    }
    let start = worded.lead(&range);
    // “a giveaway that has cost £80bn”, “which opened in 2003”, told with the clause before
    if candidate.host.is_some() {
        let relative = matches!(tokens.word(range.start), "which" | "who");
        let at = (range.start..range.end.min(range.start + 8))
            .find(|i| matches!(tokens.word(*i), "which" | "who" | "that") && is_finite(tokens, i + 1));
        if let Some(at) =
            at.filter(|a| relative || is_article(tokens.word(range.start)) && *a > range.start + 1)
        {
            pieces.subject =
                if at > range.start { worded.subject_forms(range.start..at) } else { Vec::new() };
            // “which had been issued the night before”: whose verb that is, is left to the statement.
            if pieces.subject.is_empty() && is_auxiliary(tokens.word(at + 1)) {
                // “which was opened by the Prince”: “Opened by Prince”.
                let done = at + 2;
                let passive = matches!(tokens.word(at + 1), "was" | "were" | "is" | "are")
                    && (tokens.word(done).ends_with("ed") || is_irregular_past(tokens.word(done)))
                    && is_preposition(tokens.word(done + 1));
                if passive {
                    pieces.verb = vec![worded.word(done)];
                    pieces.rest = Rest::new(worded, done + 1..range.end, true).joined();
                } else {
                    pieces.whole = Some(at + 1..range.end);
                }
                return pieces;
            }
            pieces.verb_and_rest(worded, at + 1, range.end);
            return pieces;
        }
    }
    let given = candidate.subject.as_ref().or(candidate.apposed.as_ref()).or(candidate.host.as_ref());
    let verb =
        worded.verb(start..range.end).filter(|_| candidate.host.is_none() && candidate.apposed.is_none());
    // “The sea spans 300 miles and is deep”: behind “and” it is the second verb, and what stands before it no subject.
    // “After she was elected in 2019 crime fell”: where the clause of time ends, no rule knows.
    let timed =
        matches!(tokens.word(start), "after" | "before" | "since" | "when" | "once" | "until" | "while")
            && matches!(tokens.word(start + 1), "he" | "she" | "it" | "they" | "we" | "i" | "you");
    let verb = verb.filter(|v| !timed && (given.is_some() || *v < start + 3 || tokens.word(*v - 1) != "and"));
    let article = is_article(tokens.word(range.start));
    // “The leader attends more than 200 meetings and cannot …”: a verb that no list knows stands before.
    let verb = if given.is_none() && verb.is_none() && !timed {
        worded.verb(start..range.end).and_then(|known| worded.third_person(start, known))
    } else {
        verb
    };
    // “Losing weight and cutting down on alcohol do far more”: the deeds are named as they stand.
    if let Some(verb) = verb.filter(|v| given.is_none() && worded.is_deeds(start, *v)) {
        pieces.whole = Some(start..verb);
        return pieces;
    }
    // “I’ve dreamt of this since I was six”: the helping verb is part of its subject's word.
    if given.is_none() && is_contraction(tokens.word(start)) && verb.is_none_or(|v| v > start + 1) {
        pieces.subject = vec![worded.word(start)];
        pieces.turning = true;
        pieces.verb_and_rest(worded, start + 1, range.end);
        return pieces;
    }
    match (given, verb) {
        (Some(subject), Some(verb)) => {
            pieces.subject = worded.subject_forms(subject.clone());
            pieces.verb_and_rest(worded, verb, range.end);
        }
        (None, Some(verb)) => {
            // “barely rose”
            let turned =
                |v: usize| v > start + 1 && is_turning(tokens.word(v - 1)) && !worded.in_value(v - 1);
            let verb = if turned(verb) { verb - 1 } else { verb };
            let (mut verb, mut subject) = (verb, worded.subject_before(start, verb));
            // “It is not true that 40 people died”: “Not true: 40 people died”
            if let Some((judgement, that)) = worded.judgement(&subject, verb, range.end) {
                pieces.head = judgement;
                let Some(inner) = worded.verb(that + 1..range.end).filter(|v| *v > that + 1) else {
                    pieces.rest = Rest::new(worded, that + 1..range.end, false).joined();
                    return pieces;
                };
                (verb, subject) = (inner, worded.subject_before(that + 1, inner));
            }
            pieces.turning = is_turning(tokens.word(subject.start));
            pieces.subject = worded.subject_forms(subject);
            pieces.verb_and_rest(worded, verb, range.end);
        }
        (Some(_), None) if article && candidate.apposed.is_none() => {
            pieces.rest = Rest::new(worded, range, false).joined();
        }
        (Some(subject), None) => {
            pieces.subject = worded.subject_forms(subject.clone());
            let mut range = range;
            if let Some(name) = candidate.apposed.as_ref().filter(|n| n.start == range.start) {
                range.start = name.end;
            } else if let Some(name) = candidate.apposed.as_ref().filter(|n| n.end == range.end) {
                range.end = name.start;
            }
            // “killing all 228 people”
            let doing = tokens.word(range.start).ends_with("ing") && tokens.word(range.start) != "following";
            // “Dreamliner: Boeing's newest aircraft”
            if candidate.apposed.is_some() {
                for form in &mut pieces.subject {
                    form.text.push(':');
                }
            }
            // “in an effort to save money” says enough.
            if !doing && candidate.host.is_some() {
                pieces.subject.clear();
            }
            // “…, leaving 140 people homeless”: the clause's own subject, or none.
            if let Some(host) = candidate.host.as_ref().filter(|_| doing) {
                let subject = worded.doer(host);
                pieces.subject = subject.map_or_else(Vec::new, |s| worded.subject_forms(s));
                pieces.subject.retain(|s| !s.light);
            }
            if doing {
                pieces.verb = vec![worded.word(range.start)];
            }
            pieces.rest = Rest::new(worded, range.start + usize::from(doing)..range.end, true).joined();
        }
        (None, None) => pieces.rest = Rest::new(worded, start..range.end, false).joined(),
    }
    pieces
}

/// Whether a title breaks off: behind a preposition, “that”, “not” or a helping verb.
fn is_unfinished(text: &str) -> bool {
    let last = text.trim_end_matches('…').rsplit(' ').next().unwrap_or_default().to_lowercase();
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
        || matches!(
            last.as_str(),
            "not" | "than" | "as" | "only" | "never" | "the" | "a" | "been" | "be" | "being"
        )
        || last == "that" && !["do that", "did that", "done that"].iter().any(|e| text.ends_with(e))
        || last == "no" && !text.contains(" vote")
        // The month ends a title.
        || is_auxiliary(&last) && !text.ends_with("May")
}

impl Worded<'_, '_> {
    /// What “It is not true that …” and “There is no evidence that …” say of what follows, with the place of their “that”.
    fn judgement(&self, subject: &Range<usize>, verb: usize, end: usize) -> Option<(String, usize)> {
        let tokens = self.tokens;
        let open = subject.len() == 1 && matches!(tokens.word(subject.start), "it" | "there");
        let copula = matches!(tokens.word(verb), "is" | "was" | "are" | "were");
        let that =
            (verb + 2..end.min(verb + 6)).find(|i| is_joining_that(tokens, *i)).filter(|_| open && copula)?;
        let mut words = Phrase::default();
        for i in (verb + 1..that).filter(|i| !is_article(tokens.word(*i))) {
            if !tokens.is(i, Kind::Word) || is_preposition(tokens.word(i)) {
                return None;
            }
            words.add(tokens.raw(i), false);
        }
        (words.words > 0 && words.words < 3).then(|| (format!("{}:", words.text), that))
    }

    /// The title of a clause that gives no pieces.
    fn whole(&self, from: &Range<usize>, range: &Range<usize>) -> String {
        let title = self.as_it_stands(from);
        if title.contains(' ') {
            return title;
        }
        let words = range.clone().map(|i| self.tokens.raw(i));
        let words: Vec<&str> = words.filter(|w| w.chars().any(char::is_alphanumeric)).take(MOST).collect();
        words.join(" ")
    }

    /// The first words of a clause, where no title can be made of it.
    fn as_it_stands(&self, range: &Range<usize>) -> String {
        let tokens = self.tokens;
        let mut phrase = Phrase::default();
        let start = range.start + usize::from(range.len() > 3 && is_joining_that(tokens, range.start));
        let mut end = start;
        let mut whole = Phrase::default();
        while end < range.end {
            whole.write(tokens, end..end + 1);
            let joined = end > start && !tokens.spaced(end);
            whole.words -= usize::from(joined && whole.words > 0);
            if whole.words
                > MOST + usize::from(!tokens.is(range.end - 1, Kind::Mark) && range.end - start <= MOST + 1)
            {
                break;
            }
            end += 1;
        }
        // A number stays with what it counts.
        let cut = |v: &Draft| {
            v.from > start + 1 && v.from < end && v.to >= end && (v.to > end || tokens.is(end, Kind::Word))
        };
        if end < range.end
            && let Some(value) = self.values.iter().find(|v| cut(v))
        {
            end = value.from;
        }
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
}

/// Words that nothing ends with.
fn is_loose(word: &str) -> bool {
    is_preposition(word)
        || is_article(word)
        || is_auxiliary(word)
        || matches!(
            word,
            "that"
                | "not"
                | "no"
                | "and"
                | "or"
                | "than"
                | "as"
                | "almost"
                | "nearly"
                | "about"
                | "more"
                | "less"
                | "only"
                | "who"
                | "which"
                | "be"
                | "unless"
                | "if"
                | "when"
                | "while"
                | "because"
                | "whether"
                | "what"
                | "how"
                | "where"
                | "but"
                | "so"
                | "you"
                | "they"
                | "he"
                | "she"
                | "we"
                | "i"
        )
}
