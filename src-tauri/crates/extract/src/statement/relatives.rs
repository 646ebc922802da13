//! Clauses set into a clause whose verb or whose joining word no list knows.

use std::ops::Range;

use super::Worded;
use super::helping::{is_contraction, is_modal};
use crate::tokens::Kind;
use crate::verbs::{is_article, is_auxiliary, is_finite, is_function, is_opening_adverb, is_preposition};

impl Worded<'_, '_> {
    /// Whether what stands before the comma is no mere time or place: “In 2016 the agency took coffee off its list, where …”.
    pub(super) fn is_clause_ended(&self, start: usize, comma: usize) -> bool {
        let tokens = self.tokens;
        if matches!(tokens.word(comma + 1), "where" | "which" | "whose" | "who" | "whom") {
            return true;
        }
        let word = tokens.word(start);
        let joins = matches!(word, "after" | "before" | "since" | "until" | "as");
        is_preposition(word)
            && !joins
            && (start + 1..comma)
                .take_while(|k| {
                    let told = matches!(
                        tokens.word(*k),
                        "that" | "who" | "which" | "whose" | "where" | "when" | "what" | "how" | "as"
                    );
                    !told && (*k < start + 3 || !is_subject_pronoun(tokens.word(*k)))
                })
                .any(|k| is_auxiliary(tokens.word(k)) && !tokens.capital(k))
    }

    /// Where the clause begins behind “the last time we tried that, in the 1990s,”.
    pub(super) fn behind_time(&self, range: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens;
        let time = (range.start + 1..range.end.min(range.start + 4)).find(|i| tokens.word(*i) == "time")?;
        if !is_subject_pronoun(tokens.word(time + 1)) {
            return None;
        }
        let commas = (time + 2..range.end.min(time + 24)).filter(|i| tokens.word(*i) == ",");
        let last = commas.take_while(|c| is_finite(tokens, c - 1) || !self.is_passed(time + 3, *c)).last()?;
        self.verb(last + 1..range.end).map(|_| last + 1)
    }

    /// Whether another verb than the first stands before `end`.
    fn is_passed(&self, from: usize, end: usize) -> bool {
        (from..end).any(|k| is_finite(self.tokens, k))
    }

    /// “The last estimate I saw was $73 million”: a clause that no word joins to the noun before it.
    pub(super) fn is_touching(&self, i: usize, range: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let Some(noun) = i.checked_sub(2).filter(|n| *n >= range.start) else { return false };
        let opening = tokens.word(range.start);
        let joined = is_preposition(opening)
            || matches!(
                opening,
                "when"
                    | "while"
                    | "if"
                    | "because"
                    | "once"
                    | "although"
                    | "though"
                    | "that"
                    | "what"
                    | "how"
                    | "why"
                    | "where"
                    | "whether"
            );
        if !is_subject_pronoun(tokens.word(i - 1)) || joined {
            return false;
        }
        let word = tokens.word(noun);
        let every = matches!(opening, "every" | "each");
        let is_noun = tokens.is(noun, Kind::Word)
            && !is_function(word)
            && !is_preposition(word)
            && !is_opening_adverb(word)
            && !word.ends_with("ly")
            && !is_finite(tokens, noun)
            && (every || !self.in_value(noun));
        is_noun
            && (i + 1..range.end.min(i + 16))
                .take_while(|k| {
                    !tokens.is(*k, Kind::Mark)
                        && !matches!(
                            tokens.word(*k),
                            "and"
                                | "but"
                                | "or"
                                | "that"
                                | "who"
                                | "which"
                                | "when"
                                | "because"
                                | "if"
                                | "where"
                                | "what"
                                | "how"
                                | "as"
                                | "than"
                        )
                })
                .any(|k| {
                    // “had said” is one verb, “saw was” are two.
                    let another = k > i + 1 || is_auxiliary(tokens.word(k)) && !is_auxiliary(tokens.word(i));
                    another && !tokens.capital(k) && is_finite(tokens, k)
                })
    }

    /// The verb of a clause that has none but one behind “that”: “The authors acknowledge that habits may have changed” has one
    /// before it, and in “Cities that loosen zoning rules would be eligible” it is the clause's own.
    pub(super) fn unlisted(&self, that: usize, verb: usize, start: usize) -> Option<usize> {
        let tokens = self.tokens;
        let before = that.checked_sub(1).filter(|b| *b >= start)?;
        let plain = |i: usize| {
            let word = tokens.word(i);
            tokens.is(i, Kind::Word) && !tokens.capital(i) && !is_function(word) && !is_preposition(word)
        };
        if tokens.word(that) != "that" || !plain(before) {
            return None;
        }
        let next = tokens.word(that + 1);
        if is_many(tokens.word(before)) {
            let loose = plain(that + 1) && !next.ends_with('s') && !is_article(next) && verb > that + 2;
            return loose.then_some(verb);
        }
        let several = before.checked_sub(1).filter(|b| *b >= start).is_some_and(|b| {
            is_many(tokens.word(b)) || matches!(tokens.word(b), "they" | "we" | "i" | "you")
        });
        (several && tokens.word(before).len() > 3 && !tokens.word(before).ends_with("ing")).then_some(before)
    }

    /// “The duties, which come on top of another levy, range from 17.4%”: a verb that no list knows, behind what is set off.
    pub(super) fn behind_aside(&self, comma: usize, end: usize) -> Option<usize> {
        let tokens = self.tokens;
        let (at, next) = (comma + 1, comma + 2);
        let word = tokens.word(at);
        let plain = tokens.is(at, Kind::Word)
            && !tokens.capital(at)
            && !is_function(word)
            && !is_preposition(word)
            && !word.ends_with("ing")
            && !word.ends_with("ly");
        let object =
            is_preposition(tokens.word(next)) || is_article(tokens.word(next)) || self.in_value(next);
        (plain && object && next < end && !self.in_value(at)).then_some(at)
    }

    /// Who does what a clause ends with, as “…, sending the measure to the House”: the clause's subject, where no other clause,
    /// list or passive lets another be meant.
    pub(super) fn doer(&self, host: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens;
        let start = self.lead(host);
        let verb = self.verb(start..host.end)?;
        let word = tokens.word(verb);
        let acts = !is_auxiliary(word) || matches!(word, "has" | "have" | "had") || is_modal(word);
        let passive = (verb..host.end.min(verb + 4)).any(|k| matches!(tokens.word(k), "been" | "be"));
        let inner = (verb + 1..host.end).take(60).any(|k| {
            matches!(
                tokens.word(k),
                "that" | "who" | "which" | "whose" | "where" | "when" | "with" | "because" | "if" | "as"
            ) || tokens.word(k) == "and" && is_finite(tokens, k + 1)
        });
        let spoken = is_contraction(tokens.word(start));
        (acts && !passive && !inner && !spoken && verb > start).then(|| self.subject_before(start, verb))
    }

    /// The verb before one behind “and”, by its “-s” between a noun and an amount or an article.
    pub(super) fn third_person(&self, start: usize, known: usize) -> Option<usize> {
        let tokens = self.tokens;
        if known.checked_sub(1).is_none_or(|b| tokens.word(b) != "and") {
            return None;
        }
        (start + 1..known - 1).find(|i| {
            let (word, noun) = (tokens.word(*i), tokens.word(i - 1));
            let next = tokens.word(i + 1);
            let plain = |w: &str| !is_function(w) && !is_preposition(w) && !is_opening_adverb(w);
            word.len() > 3
                && word.ends_with('s')
                && !(word.ends_with("ss") || word.ends_with("us") || word.ends_with("is"))
                && !tokens.capital(*i)
                && tokens.is(i - 1, Kind::Word)
                && !noun.ends_with('s')
                && plain(noun)
                && (is_article(next)
                    || self.in_value(i + 1) && !self.in_value(*i)
                    || matches!(next, "its" | "his" | "her" | "their" | "all" | "both" | "every" | "each"))
        })
    }

    /// Whether the subject is two deeds: “losing weight and cutting down on alcohol”.
    pub(super) fn is_deeds(&self, start: usize, verb: usize) -> bool {
        let tokens = self.tokens;
        let deed = |i: usize| tokens.word(i).len() > 5 && tokens.word(i).ends_with("ing");
        let and = (start + 2..verb).find(|i| tokens.word(*i) == "and");
        deed(start) && and.is_some_and(|a| deed(a + 1) && a + 2 < verb)
    }

    /// Whether “as” at `i` begins a clause: not “known as”, “such as”, “as well as”.
    pub(super) fn joins_clause(&self, i: usize) -> bool {
        let before = self.tokens.word(i - 1);
        !before.ends_with("ed")
            && !matches!(
                before,
                "known"
                    | "such"
                    | "same"
                    | "well"
                    | "much"
                    | "many"
                    | "far"
                    | "long"
                    | "soon"
                    | "just"
                    | "as"
                    | "seen"
            )
    }

    /// A pronoun right before the verb is its subject whole: “By then she had …”, “During the study there were …”.
    pub(super) fn pronoun_before(&self, start: usize, verb: usize) -> Option<usize> {
        let tokens = self.tokens;
        let at = verb.checked_sub(1).filter(|a| *a > start && *a > 1)?;
        let before = tokens.word(at - 1);
        let there = tokens.word(at) == "there" && is_preposition(tokens.word(start));
        let joined = is_preposition(before)
            || matches!(before, "and" | "or" | "nor" | "than" | "as" | "like")
            || matches!(before, "that" | "which" | "who" | "whom") && !tokens.is(at - 2, Kind::Mark);
        ((is_subject_pronoun(tokens.word(at)) || there) && !joined).then_some(at)
    }
}

/// Pronouns that are subjects.
pub(super) fn is_subject_pronoun(word: &str) -> bool {
    matches!(word, "he" | "she" | "it" | "they" | "we" | "i" | "you")
}

fn is_many(word: &str) -> bool {
    word.len() > 3
        && word.ends_with('s')
        && !(word.ends_with("ss") || word.ends_with("us") || word.ends_with("is"))
        || matches!(word, "people" | "men" | "women" | "children" | "police")
}
