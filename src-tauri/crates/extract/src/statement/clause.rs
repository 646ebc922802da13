//! Where a clause's subject and verb stand.

use std::ops::Range;

use assay_model::value::ValueType;

use super::Worded;
use super::relatives::is_subject_pronoun;
use super::trails::may_be_thing;
use crate::tokens::Kind;
use crate::verbs::{
    is_article, is_auxiliary, is_finite, is_irregular_past, is_joining_that, is_opening_adverb,
    is_preposition,
};

impl Worded<'_, '_> {
    /// Where the clause proper begins: behind “In 2009,” and “During the meeting,”.
    pub(super) fn lead(&self, range: &Range<usize>) -> usize {
        let start = self.opening(range);
        // “Two years ago, on the eve of Easter, the mayor fell”
        let more = start > range.start
            && self.tokens.word(start - 1) == ","
            && is_preposition(self.tokens.word(start))
            && start + 3 < range.end;
        if more { self.opening(&(start..range.end)) } else { start }
    }

    /// Where what stands before the clause ends.
    fn opening(&self, range: &Range<usize>) -> usize {
        let tokens = self.tokens;
        let word = tokens.word(range.start);
        let dated = self.values.iter().find(|v| {
            matches!(v.kind, ValueType::Date | ValueType::Time | ValueType::Duration)
                && v.from <= range.start + 1
                && v.to < range.end
        });
        let opens = word == "as"
            || word == "if"
            || matches!(word, "once" | "while" | "until")
            || is_preposition(word)
            || is_opening_adverb(word)
            || word.ends_with("ing")
            || matches!(word, "born" | "built" | "founded" | "known" | "raised" | "educated" | "established")
            || word == "when";
        if opens || dated.is_some_and(|v| matches!(tokens.word(v.to), "," | "after" | "before")) {
            let comma = (range.start..range.end.min(range.start + 20)).find(|i| tokens.word(*i) == ",");
            let comma = comma.filter(|c| !self.is_clause_ended(range.start, *c));
            // “Born in Leeds in 1933, the daughter of a clerk, Lowe won”: the last comma before the verb.
            let comma = comma.and_then(|c| {
                let verb = (c + 1..range.end.min(c + 30)).find(|k| is_finite(tokens, *k))?;
                let last = (c..verb)
                    .rev()
                    .find(|k| tokens.word(*k) == ",")
                    .filter(|l| tokens.capital(l + 1) && is_article(tokens.word(c + 1)) && *l > c);
                Some(last.unwrap_or(c))
            });
            if let Some(comma) = comma.filter(|c| self.verb(c + 1..range.end.min(c + 44)).is_some()) {
                return comma + 1;
            }
            // “In 2009 Fiat bought”, “On Monday stocks fell”
            if let Some(value) = dated.filter(|v| !tokens.is(v.to, Kind::Mark) && !is_finite(tokens, v.to)) {
                return value.to;
            }
        }
        let joins = word != "that" || is_joining_that(tokens, range.start);
        if let Some(start) = self.behind_time(range) {
            return start;
        }
        if matches!(word, "that" | "then" | "also" | "now") && joins && range.len() > 3 {
            return range.start + 1;
        }
        range.start
    }

    /// The clause's own finite verb: outside brackets, outside what commas set off, and not that of a relative clause.
    pub(super) fn verb(&self, range: Range<usize>) -> Option<usize> {
        let tokens = self.tokens;
        let mut depth = 0_usize;
        let mut aside = false;
        // How many words like “who” wait for their verb.
        let mut relative = 0_usize;
        let mut first = None;
        let mut group = None;
        let mut skip = 0;
        // The first word like “that”, and the verb taken for its clause's.
        let mut told: Option<usize> = None;
        let mut lost: Option<usize> = None;
        // Where what is set off with “which” ends.
        let mut closed: Option<usize> = None;
        for i in range.clone().take(60) {
            let word = tokens.word(i);
            if i < skip {
                continue;
            }
            match word {
                "(" | "[" => depth += 1,
                ")" | "]" => depth = depth.saturating_sub(1),
                // “CEO outlines plan after firm fails”: the verb is one that no list knows.
                "when" | "because" | "while" | "if" | "whether" | "after" | "before" | "as"
                    if i > range.start
                        && (word != "as" || self.joins_clause(i))
                        && first.is_none()
                        && relative == 0
                        && !aside
                        && depth == 0
                        && crate::verbs::has_finite(tokens, i + 1..range.end.min(i + 12))
                        && (i + 1..range.end).all(|k| tokens.word(k) != ",") =>
                {
                    return None;
                }
                // “The ferry, built in Japan and refitted in 2010, had passed”: the verb is behind the comma that ends it.
                "," if i > range.start && depth == 0 && self.sets_off(i, &range).is_some_and(|c| c > i) => {
                    skip = self.sets_off(i, &range).unwrap_or(i);
                    relative = 0;
                    aside = false;
                }
                "," => {
                    let opens = !aside && matches!(tokens.word(i + 1), "who" | "which" | "whose" | "where");
                    closed = closed.or(Some(i).filter(|_| aside));
                    aside = opens && i > range.start;
                    relative = 0;
                }
                // “A hearing to decide how much she must repay is set for May”
                "who" | "which" | "that" | "whose" | "where" | "whom" | "how" | "why" | "whether"
                    if i > range.start && tokens.is(i - 1, Kind::Word) =>
                {
                    // “who use screens”: no list knows its verb.
                    let next = tokens.word(i + 1);
                    let bare = matches!(word, "who" | "which")
                        && tokens.is(i + 1, Kind::Word)
                        && !tokens.capital(i + 1)
                        && !is_finite(tokens, i + 1)
                        && !crate::verbs::is_function(next)
                        && !is_opening_adverb(next)
                        && !next.ends_with("ly")
                        && !matches!(
                            next,
                            "also" | "once" | "still" | "already" | "never" | "only" | "often"
                        );
                    relative += usize::from(!bare);
                    told = told.or(Some(i));
                    continue;
                }
                _ => {}
            }
            if depth > 0 || aside || tokens.capital(i) || !is_finite(tokens, i) {
                continue;
            }
            // “faster than thought”
            if !is_auxiliary(word) && i > range.start && tokens.word(i - 1) == "than" {
                continue;
            }
            // “had been told” is one verb.
            // “A rumour that the dam has cracked is not true”: a helping verb begins another.
            let anew = is_auxiliary(word) && i > range.start && !is_auxiliary(tokens.word(i - 1));
            if group.is_some_and(|g| i <= g + 1) && !anew {
                group = Some(i);
                continue;
            }
            if relative > 0 {
                relative -= 1;
                lost = lost.or(Some(i));
                group = Some(i);
                continue;
            }
            let touching = group.is_none() && first.is_none() && self.is_touching(i, &range);
            if touching {
                group = Some(i);
            } else if !self.is_reduced(i, &range) {
                return Some(i);
            }
            first = first.or(Some(i));
        }
        first
            .or_else(|| self.unlisted(told?, lost?, range.start))
            .or_else(|| self.behind_aside(closed?, range.end))
    }

    /// Where what the comma at `i` sets off ends, with the clause's own verb right behind: at another comma.
    fn sets_off(&self, i: usize, range: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens;
        let next = tokens.word(i + 1);
        let opens = is_article(next)
            || is_preposition(next)
            || matches!(next, "who" | "which" | "whose" | "where")
            || tokens.is(i + 1, Kind::Number)
            || tokens.capital(i + 1)
            || next.len() > 4 && next.ends_with("ed")
            || is_irregular_past(next);
        if !opens {
            return None;
        }
        (i + 2..range.end.min(i + 30)).find(|c| {
            let verb = c + 1 + usize::from(tokens.word(c + 1) == "also");
            tokens.word(*c) == ","
                && !self.in_value(*c)
                && verb < range.end
                && is_finite(tokens, verb)
                && !tokens.capital(verb)
                && !(is_past_form(tokens.word(verb)) && tokens.word(verb + 1) == "by")
        })
    }

    /// “the last time they met was”, “figures released on Monday show”: a verb that tells more of the noun before, since the
    /// clause's own comes behind it.
    fn is_reduced(&self, i: usize, range: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let word = tokens.word(i);
        // “He levelled with a low shot”: nothing tells more of a pronoun.
        if i > range.start && is_subject_pronoun(tokens.word(i - 1)) {
            return false;
        }
        let participle = word.ends_with("ed")
            || matches!(
                word,
                "held"
                    | "made"
                    | "sold"
                    | "built"
                    | "bought"
                    | "led"
                    | "sent"
                    | "paid"
                    | "found"
                    | "shot"
                    | "caught"
                    | "brought"
                    | "spent"
            );
        let next = tokens.word(i + 1);
        // “the ferry tilted after a wave hit it”: behind “after” the verb is of another clause.
        let joined = matches!(next, "after" | "before" | "since" | "until" | "because");
        let followed = !joined && is_preposition(next)
            || matches!(next, "as" | "last" | "this" | "earlier" | "yesterday" | "today" | "up" | "out")
            || self.values.iter().any(|v| v.from == i + 1);
        let behind = |k: usize| {
            let word = tokens.word(k);
            is_auxiliary(word) || is_irregular_past(word) || is_finite(tokens, k) && !word.ends_with("ed")
        };
        let reduced = participle
            && followed
            && i > range.start
            && tokens.is(i - 1, Kind::Word)
            && !is_auxiliary(tokens.word(i - 1))
            && (i + 2..range.end.min(i + 24))
                .take_while(|k| {
                    (!tokens.is(*k, Kind::Mark) || tokens.word(*k) == "-" || self.in_value(*k))
                        && !matches!(
                            tokens.word(*k),
                            "that"
                                | "who"
                                | "which"
                                | "where"
                                | "when"
                                | "because"
                                | "after"
                                | "before"
                                | "and"
                                | "but"
                                | "if"
                                | "whether"
                                | "what"
                                | "how"
                                | "he"
                                | "she"
                                | "it"
                                | "they"
                                | "we"
                                | "i"
                                | "you"
                                | "there"
                                | "than"
                                | "as"
                                | "while"
                                | "so"
                                | "since"
                                | "until"
                        )
                })
                .any(|k| !tokens.capital(k) && behind(k));
        let time = (range.start..i).any(|k| tokens.word(k) == "time")
            && (i + 1..range.end.min(i + 6)).any(|k| tokens.word(k) == "was");
        reduced || time
    }

    /// Whether a word behind the clause's verb is a verb too: not “costs” behind “its”, nor “awaited” before its noun.
    pub(super) fn is_verb(&self, i: usize) -> bool {
        let tokens = self.tokens;
        if tokens.capital(i) || !is_finite(tokens, i) {
            return false;
        }
        let before = i.checked_sub(1).map_or("", |b| tokens.word(b));
        let owned = matches!(
            before,
            "its" | "his" | "her" | "their" | "our" | "your" | "my" | "’s" | "'s" | "the" | "a" | "an"
        );
        let next = tokens.word(i + 1);
        let adjective = tokens.word(i).ends_with("ed")
            && !i.checked_sub(1).is_some_and(|b| tokens.capital(b))
            && tokens.is(i + 1, Kind::Word)
            && !(is_preposition(next)
                || crate::verbs::is_function(next)
                || is_auxiliary(next)
                || next.ends_with("ly")
                || matches!(
                    next,
                    "no" | "not"
                        | "more"
                        | "less"
                        | "last"
                        | "this"
                        | "their"
                        | "yesterday"
                        | "today"
                        | "all"
                        | "some"
                ));
        // “a low shot”, “three accounts”
        let stops = is_preposition(next) || !tokens.is(i + 1, Kind::Word);
        let noun = i.checked_sub(2).is_some_and(|a| {
            stops
                && is_article(tokens.word(a))
                && !is_auxiliary(tokens.word(i))
                && may_be_thing(tokens.word(i))
        }) || i.checked_sub(1).is_some_and(|b| {
            let value = self.values.iter().any(|v| v.to == i);
            (value || tokens.is(b, Kind::Number))
                && tokens.word(i).ends_with('s')
                && !is_auxiliary(tokens.word(i))
        });
        // “Los Angeles based Northrop Grumman”
        let placed = tokens.word(i) == "based" && tokens.capital(i + 1);
        !owned && !adjective && !noun && !placed
    }

    /// The subject among the words before a verb: a form of address, a time and what commas set off are none of it.
    pub(super) fn subject_before(&self, start: usize, verb: usize) -> Range<usize> {
        let tokens = self.tokens;
        let mut end = verb;
        // “General Motors today named”
        while end > start {
            let date = self.values.iter().find(|v| v.to == end && v.from > start && is_time(v.kind));
            let word = tokens.word(end - 1);
            if end > start + 2 && tokens.follows(end - 2, &["more", "than"]) {
                // “reserves more than doubled”
                end -= 2;
            } else if let Some(date) = date {
                end = date.from;
            } else if end > start + 1
                && (is_opening_adverb(word)
                    || matches!(
                        word,
                        "also"
                            | "on"
                            | "who"
                            | "which"
                            | "always"
                            | "often"
                            | "still"
                            | "already"
                            | "once"
                            | "just"
                    )
                    || word.len() > 5 && word.ends_with("ly"))
            {
                end -= 1;
                // “more recently”
                if word.ends_with("ly") && end > start && matches!(tokens.word(end - 1), "more" | "most") {
                    end -= 1;
                }
            } else {
                break;
            }
        }
        if let Some(pronoun) = self.pronoun_before(start, end) {
            return pronoun..end;
        }
        let mut depth = 0_usize;
        let mut commas: Vec<usize> = Vec::new();
        for i in start..end.min(start + 60) {
            match tokens.word(i) {
                "(" | "[" => depth += 1,
                ")" | "]" => depth = depth.saturating_sub(1),
                "," if depth == 0 && !self.in_value(i) => commas.push(i),
                _ => {}
            }
        }
        let (Some(first), Some(last)) = (commas.first().copied(), commas.last().copied()) else {
            return start..end;
        };
        if last + 1 >= end {
            let time = self.values.iter().any(|v| v.from == start && v.to == first && is_time(v.kind));
            return if time { first + 1..end } else { start..first };
        }
        let listed = commas.iter().any(|c| matches!(tokens.word(c + 1), "and" | "or"))
            || (last..end).any(|i| matches!(tokens.word(i), "and" | "or"));
        // “Neither …, nor”; “the firm, based in Leeds, also”
        if listed || commas.len() > 1 { start..end } else { last + 1..end }
    }
}

fn is_past_form(word: &str) -> bool {
    word.ends_with("ed") || is_irregular_past(word)
}

fn is_time(kind: ValueType) -> bool {
    matches!(kind, ValueType::Date | ValueType::Time | ValueType::Duration)
}

/// Where a time with its preposition at `i` ends, if a verb follows.
pub(super) fn timed(worded: &Worded<'_, '_>, i: usize) -> Option<usize> {
    let value = worded.values.iter().find(|v| v.from == i + 1)?;
    let timed = matches!(value.kind, ValueType::Date | ValueType::Time | ValueType::Duration);
    let tokens = worded.tokens;
    let next = tokens.word(value.to);
    (timed && (matches!(next, "been" | "be") || is_finite(tokens, value.to))).then_some(value.to)
}
