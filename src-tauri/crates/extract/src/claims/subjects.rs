//! Whom or what a clause speaks of, so that the next may share it.

use std::ops::Range;

use assay_model::document::BlockKind;
use assay_model::value::ValueType;

use super::Parsed;
use super::clauses::Lacks;
use crate::attribution::trim;
use crate::tokens::Kind;
use crate::verbs::{
    is_article, is_auxiliary, is_finite, is_irregular_past, is_joining_that, is_opening_adverb,
    is_preposition, is_saying, opens_subject,
};

/// What is done to somebody, and to a thing by nobody in particular: “charged”, “rescued”.
fn is_suffered(word: &str) -> bool {
    matches!(
        word,
        "charged"
            | "sentenced"
            | "jailed"
            | "convicted"
            | "cleared"
            | "acquitted"
            | "fined"
            | "injured"
            | "killed"
            | "arrested"
            | "deported"
            | "rescued"
            | "evacuated"
            | "suspended"
            | "sacked"
            | "banned"
            | "remanded"
            | "bailed"
            | "extradited"
            | "imprisoned"
            | "executed"
            | "buried"
            | "exiled"
            | "wounded"
            | "captured"
    )
}

impl Parsed<'_, '_> {
    /// Whether a stretch has a subject that the next clause may share, or lacks one as the next does.
    fn has_subject(&self, range: Range<usize>) -> bool {
        let mut range = range;
        self.leave_aside(&mut range);
        self.strip(&mut range);
        self.block == BlockKind::Headline
            || self.starts_verb(range.start)
            || self.subject(&range).is_some()
            || self.described(&range).is_some()
    }

    /// “The court was told that Hale took £3m”: a clause in which another one stands, whose subject the next verb may have.
    fn tells_clause(&self, range: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let Some(verb) = range.clone().find(|i| is_finite(tokens, *i)) else { return false };
        (verb + 1..range.end.min(verb + 12)).any(|k| {
            is_joining_that(tokens, k)
                && (is_finite(tokens, k - 1) || is_told(tokens.word(k - 1)))
                && (k + 1..range.end).any(|i| is_finite(tokens, i))
        })
    }

    /// Whether the subject of what follows the clause before is known.
    pub(super) fn knows_subject(&self, before: Range<usize>, lacks: Lacks) -> bool {
        match lacks {
            Lacks::Nothing => !self.tells_clause(&before) && self.has_subject(before),
            Lacks::Subject => true,
            // “Fiat bought Chrysler, which had failed, and has grown”: the main clause goes on; elsewhere that is not certain.
            Lacks::Antecedent => {
                self.tokens.word(before.end) == "," && self.tokens.word(before.end + 1) == "and"
            }
            Lacks::Host => false,
        }
    }

    /// “alarms, which first sounded in March and were ignored”: whether the “and” at `i` joins two verbs of what a “which” behind a
    /// comma begins, in the clause from `start`.
    pub(super) fn joins_within_relative(&self, i: usize, start: usize) -> bool {
        let tokens = self.tokens;
        let comma = (start + 1..i).rev().find(|k| tokens.word(*k) == ",");
        comma.is_some_and(|c| matches!(tokens.word(c + 1), "which" | "who"))
    }

    /// “had been ordered in May but held up by a strike”: whether the participle behind the “and” or “but” at `i` shares the “been” of
    /// the clause from `start`, so that it cannot stand alone.
    pub(super) fn shares_auxiliary(&self, i: usize, start: usize) -> bool {
        let tokens = self.tokens;
        let be = |k: usize| matches!(tokens.word(k), "is" | "are" | "was" | "were" | "be" | "been" | "being");
        let passive = |k: &usize| {
            let at = k + 1 + usize::from(tokens.word(k + 1).ends_with("ly"));
            be(*k) && (tokens.word(at).ends_with("ed") || is_irregular_past(tokens.word(at)))
        };
        let verb = tokens.word(i + 1);
        let made = verb.ends_with("ed") || is_irregular_past(verb);
        let particle = usize::from(matches!(
            tokens.word(i + 2),
            "up" | "out" | "off" | "down" | "away" | "back" | "over"
        ));
        let by = made
            && tokens.word(i + 2 + particle) == "by"
            && !self.values.iter().any(|v| v.from == i + 3 + particle);
        (by || is_suffered(verb)) && (start..i).rev().find(|k| be(*k)).is_some_and(|k| passive(&k))
    }

    /// “seized and occupied the port”, “fought for and won the city”: whether the “and” at `i` joins two verbs right behind the first, so
    /// that what comes behind the second is the object of both.
    pub(super) fn shares_object(&self, i: usize) -> bool {
        let tokens = self.tokens;
        let Some(before) = i.checked_sub(1).filter(|b| tokens.is(*b, Kind::Word)) else { return false };
        let word = tokens.word(before);
        let object = self.starts_verb(i + 1)
            && tokens.word(i + 2) != "that"
            && (opens_subject(tokens.word(i + 2)) || tokens.capital(i + 2));
        let verb = is_finite(tokens, before) && !tokens.capital(before) && !is_auxiliary(word);
        object && (verb || is_preposition(word))
    }

    /// “attempted to break out and proceed to the sea”: whether the “and” at `i` joins two infinitives of one “to” behind a verb of
    /// another form.
    pub(super) fn shares_infinitive(&self, i: usize, start: usize) -> bool {
        let tokens = self.tokens;
        let next = tokens.word(i + 1);
        // “put” and “cut” are their own pasts.
        let same = matches!(
            next,
            "put" | "cut" | "set" | "let" | "hit" | "shut" | "split" | "spread" | "hurt" | "cost" | "bid"
        );
        let past = is_irregular_past(next) && !same || next.ends_with("ed") && !next.ends_with("eed");
        let third = next.ends_with('s') && !next.ends_with("ss");
        let base = tokens.is(i + 1, Kind::Word) && !(is_auxiliary(next) || past || third);
        let to = (start..i).rev().find(|k| tokens.word(*k) == "to" && tokens.is(k + 1, Kind::Word));
        let main = (start..to.unwrap_or(start)).find(|k| is_finite(tokens, *k) && !tokens.capital(*k));
        base && main.is_some_and(|m| {
            let verb = tokens.word(m);
            verb.ends_with("ed") || verb.ends_with('s') || is_irregular_past(verb) || is_auxiliary(verb)
        })
    }

    /// “their energy, mobility, and firepower”: whether the comma at `i` before an “and” ends a list of nouns in the clause from `start`.
    pub(super) fn ends_list(&self, i: usize, start: usize) -> bool {
        let tokens = self.tokens;
        let comma = (start.max(i.saturating_sub(6))..i).rev().find(|k| tokens.word(*k) == ",");
        comma.is_some_and(|c| {
            tokens.word(i + 1) == "and"
                && i > c + 1
                && !is_article(tokens.word(c + 1))
                && !self.values.iter().any(|v| v.from > c && v.from < i)
                && !(c + 1..i)
                    .any(|k| is_finite(tokens, k) && !tokens.capital(k) || is_preposition(tokens.word(k)))
        })
    }

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

    /// “was dead and buried”: whether the word before “and” at `i` and the one behind it are said of the same “was”.
    pub(super) fn pairs_participles(&self, i: usize) -> bool {
        let tokens = self.tokens;
        let next = tokens.word(i + 1);
        let Some(first) = i.checked_sub(1) else { return false };
        let copula = (first.saturating_sub(2)..first).rev().find(|k| {
            let word = tokens.word(*k);
            matches!(
                word,
                "is" | "are"
                    | "was"
                    | "were"
                    | "be"
                    | "been"
                    | "being"
                    | "am"
                    | "feel"
                    | "felt"
                    | "looked"
                    | "seemed"
                    | "left"
                    | "’s"
                    | "'s"
            ) || word.ends_with("’re")
                || word.ends_with("'re")
        });
        let between =
            |k: usize| (k + 1..first).all(|a| tokens.word(a).ends_with("ly") || is_degree(tokens.word(a)));
        next.ends_with("ed")
            && !is_joining_that(tokens, i + 2)
            && tokens.is(first, Kind::Word)
            && !is_auxiliary(tokens.word(first))
            && copula.is_some_and(between)
    }

    /// The speaker, where the verb at the start of a piece of what they said is theirs: “and recommended that he resign”.
    pub(super) fn goes_back(&self, piece: &Range<usize>, said: Option<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens;
        let said = self.said.get(said?)?;
        let cue = said.cue.clone()?;
        let verb = tokens.word(piece.start);
        let past = |word: &str| word.ends_with("ed") || is_irregular_past(word);
        let behind = (piece.start + 1..piece.start + 3).any(|k| is_joining_that(tokens, k));
        let mut speaker = said.speaker.clone().filter(|s| s.end <= piece.start)?;
        trim(tokens, &mut speaker);
        (behind
            && cue.end <= piece.start
            && past(verb)
            && past(tokens.word(cue.start))
            && !speaker.is_empty())
        .then_some(speaker)
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

fn is_degree(word: &str) -> bool {
    matches!(word, "very" | "so" | "too" | "quite" | "not" | "still" | "now" | "both" | "all" | "more")
}

/// What a “that” with a clause stands behind: “was told that”, “is clear that”, “the fact that”.
fn is_told(word: &str) -> bool {
    is_saying(word)
        || matches!(
            word,
            "told"
                | "heard"
                | "known"
                | "shown"
                | "clear"
                | "fact"
                | "him"
                | "her"
                | "them"
                | "us"
                | "me"
                | "true"
                | "likely"
                | "sure"
                | "certain"
                | "evidence"
                | "understood"
                | "thought"
        )
}
