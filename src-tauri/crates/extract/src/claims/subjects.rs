//! Whom or what a clause speaks of, so that the next may share it.

use std::ops::Range;

use assay_model::value::ValueType;

use super::Parsed;
use crate::attribution::{is_hearer, trim};
use crate::tokens::Kind;
use crate::verbs::{is_auxiliary, is_finite, is_opening_adverb, is_preposition, is_saying};

impl Parsed<'_, '_> {
    /// “which Fine suggests makes”: whether a clause behind “which” has a subject of its own.
    pub(super) fn opens_object(&self, at: usize) -> bool {
        let tokens = self.tokens;
        let word = tokens.word(at);
        tokens.is(at, Kind::Word)
            && !is_preposition(word)
            && !is_opening_adverb(word)
            && !word.ends_with("ly")
            && !matches!(
                word,
                "also"
                    | "first"
                    | "later"
                    | "once"
                    | "still"
                    | "already"
                    | "never"
                    | "only"
                    | "often"
                    | "itself"
                    | "not"
            )
    }

    /// “Prices rose.”, “Nobody died.”: two words that are a whole sentence, or all that somebody is reported to say.
    pub(super) fn is_subject_and_verb(&self, range: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let words: Vec<usize> = range.clone().filter(|i| !tokens.is(*i, Kind::Mark)).collect();
        let [subject, verb] = words.as_slice() else { return false };
        let marks = |mut r: Range<usize>| r.all(|i| tokens.is(i, Kind::Mark));
        let whole = marks(self.sentence.start..range.start) && marks(range.end..self.sentence.end);
        let told = self.said.iter().any(|s| s.content.start <= range.start && range.end <= s.content.end);
        let name = tokens.word(*subject);
        let act = tokens.word(*verb);
        let ends = (range.end..self.sentence.end).any(|i| matches!(tokens.word(i), "." | "!"))
            || tokens.word(range.end - 1) == ".";
        tokens.is(*subject, Kind::Word)
            && verb - subject == 1
            && (whole && ends || told)
            && !matches!(
                name,
                "i" | "we"
                    | "you"
                    | "which"
                    | "who"
                    | "that"
                    | "this"
                    | "what"
                    | "so"
                    | "and"
                    | "but"
                    | "there"
                    | "as"
                    | "never"
                    | "not"
            )
            && !name.ends_with("ly")
            && !is_finite(tokens, *subject)
            && !is_opening_adverb(name)
            && is_finite(tokens, *verb)
            && !is_auxiliary(act)
            && !tokens.capital(*verb)
            && !is_saying(act)
            && !matches!(
                act,
                "said"
                    | "says"
                    | "added"
                    | "replied"
                    | "asked"
                    | "told"
                    | "nodded"
                    | "smiled"
                    | "laughed"
                    | "agreed"
            )
    }

    /// A full stop within a quotation of several sentences, or within what somebody is said to have said.
    pub(super) fn ends_sentence(&self, i: usize, range: &Range<usize>) -> bool {
        i + 4 <= range.end
            && self.is_stop(i)
            && (self.quotes.iter().any(|q| q.from <= range.start + 1 && i + 1 < q.to)
                || self.said.iter().any(|s| s.content.start <= range.start && range.end <= s.content.end))
    }

    /// “Tonnes of plastic enter the ocean, and the agency expects …”: a clause before the words of saying, whatever its verb.
    pub(super) fn is_clause_before(&self, range: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let comma = (range.end.saturating_sub(2)..=range.end)
            .find(|c| tokens.word(*c) == "," && matches!(tokens.word(c + 1), "and" | "but"));
        let Some(comma) = comma else { return false };
        let word = tokens.word(range.start);
        // “About 11 million tonnes”
        let about =
            matches!(word, "about" | "around" | "over" | "under") && tokens.is(range.start + 1, Kind::Number);
        range.len() >= 7
            && (about || !self.opens_with_participle(range.start))
            && !self.opens_subordinate(range)
            && !matches!(word, "if" | "once" | "because" | "since" | "unless" | "that" | "what")
            && !(range.start..comma).any(|i| matches!(tokens.word(i), "," | ":" | "who" | "which"))
    }

    /// “…, the jury was told”: words of saying that are left over behind what was said.
    pub(super) fn only_hears(&self, range: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let mut stretch = range.clone();
        trim(tokens, &mut stretch);
        let Some(comma) = stretch.start.checked_sub(1).filter(|c| tokens.word(*c) == ",") else {
            return false;
        };
        let last = stretch.end.saturating_sub(1);
        matches!(tokens.word(last), "told" | "heard")
            && stretch.clone().any(|k| is_hearer(tokens.word(k)))
            && self.said.iter().any(|s| s.content.end == comma)
    }

    /// “but it is not”, “they did not”: what is denied stands elsewhere, and whoever said that need not deny it.
    pub(super) fn only_denies(&self, range: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let last = range.end.saturating_sub(1);
        // “No, it was not”
        let answers = matches!(tokens.word(range.start), "yes" | "no") && tokens.word(range.start + 1) == ",";
        let range = &(range.start + if answers && range.len() > 3 { 2 } else { 0 }..range.end);
        let pronoun =
            matches!(tokens.word(range.start), "it" | "he" | "she" | "they" | "this" | "that" | "we" | "i");
        let denied = range.len() == 3 && tokens.word(last) == "not" && is_auxiliary(tokens.word(last - 1))
            || range.len() == 2 && (tokens.word(last).ends_with("n’t") || tokens.word(last).ends_with("n't"));
        pronoun && denied || self.only_answers(range)
    }

    /// “That’s simply not true”, “I never said that”, “Everybody knows that”, “I don’t think so”: what is meant stands elsewhere.
    fn only_answers(&self, range: &Range<usize>) -> bool {
        let tokens = self.tokens;
        if range.len() > 7 {
            return false;
        }
        let last = tokens.word(range.end.saturating_sub(1));
        let first = tokens.word(range.start);
        let truth = matches!(
            last,
            "true" | "false" | "untrue" | "wrong" | "right" | "correct" | "incorrect" | "so" | "case"
        );
        let known = (range.start..range.end).any(|i| {
            matches!(
                tokens.word(i),
                "say"
                    | "said"
                    | "says"
                    | "think"
                    | "thinks"
                    | "know"
                    | "knows"
                    | "knew"
                    | "believe"
                    | "believes"
                    | "believed"
                    | "mean"
                    | "meant"
                    | "hope"
                    | "doubt"
                    | "expect"
                    | "suppose"
                    | "agree"
                    | "deny"
                    | "denied"
            )
        });
        let open = matches!(first, "that" | "this" | "it" | "that’s" | "that's" | "it’s" | "it's");
        let little = range.clone().skip(1).all(|i| {
            let word = tokens.word(i);
            is_auxiliary(word)
                || word.ends_with("ly")
                || matches!(
                    word,
                    "not"
                        | "just"
                        | "quite"
                        | "the"
                        | "all"
                        | "at"
                        | "s"
                        | "’s"
                        | "'s"
                        | "true"
                        | "false"
                        | "untrue"
                        | "wrong"
                        | "right"
                        | "correct"
                        | "incorrect"
                        | "case"
                        | "so"
                )
                || word == first
        });
        let object = matches!(last, "that" | "this" | "so" | "it");
        let anyone = matches!(
            first,
            "i" | "we" | "you" | "they" | "he" | "she" | "everybody" | "everyone" | "nobody" | "all"
        );
        open && truth && little
            || anyone
                && object
                && known
                && range.len() <= 6
                && !(range.clone().any(|i| self.has_value(i..i + 1)))
    }

    pub(super) fn is_time(&self, at: usize) -> bool {
        self.values.iter().any(|v| v.from == at && matches!(v.kind, ValueType::Date | ValueType::Time))
    }

    /// The words before a clause's verb.
    pub(super) fn subject(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens;
        let verb = range.clone().take(44).find(|i| is_finite(tokens, *i))?;
        let mut subject = range.start..verb;
        let mut longest = 12;
        let commas: Vec<usize> = subject.clone().filter(|i| tokens.word(*i) == ",").collect();
        match (commas.first(), commas.last()) {
            // “Helen Marsh, 46, of Stockport, had”: the name.
            (Some(first), Some(last))
                if *last + 1 == verb
                    && *first > subject.start
                    && !is_preposition(tokens.word(subject.start)) =>
            {
                subject.end = *first;
            }
            // “Founded in 2014, Tallyho employs”: what the opening words speak of.
            (Some(first), Some(last)) if first == last && self.opens_with_participle(subject.start) => {
                subject.start = *first + 1;
            }
            // “Oil, gas, and coal rose”: all of them.
            (Some(_), Some(last))
                if (*last..verb).any(|i| tokens.word(i) == "and")
                    && !self.opens_with_participle(subject.start)
                    && !subject
                        .clone()
                        .any(|i| matches!(tokens.word(i), "who" | "which" | "whose" | "that")) =>
            {
                longest = 40;
            }
            (Some(_), _) => return None,
            _ => {}
        }
        trim(tokens, &mut subject);
        let what = matches!(tokens.word(subject.start), "what" | "including");
        (!subject.is_empty() && subject.len() <= longest && !what).then_some(subject)
    }

    /// “Founded in 2014, …”, “In 2014, …”: words in front of the subject.
    fn opens_with_participle(&self, at: usize) -> bool {
        let word = self.tokens.word(at);
        is_preposition(word)
            || is_opening_adverb(word)
            || self.is_time(at)
            || word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing"))
            || matches!(
                word,
                "born" | "built" | "known" | "made" | "led" | "held" | "set" | "bought" | "sold"
            )
    }
}
