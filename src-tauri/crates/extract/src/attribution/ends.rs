//! Where what is said ends, because another voice goes on.

use std::ops::Range;

use assay_model::value::ValueType;

use super::Context;
use super::records::is_record;
use crate::names::is_person_noun;
use crate::verbs::{
    Force, cue, has_finite, is_auxiliary, is_denial, is_finite, is_irregular_past, is_preposition,
};

/// Another voice must be named this soon behind the joining word, in tokens.
const NEAR: usize = 12;

impl Context<'_, '_> {
    /// The end of what one voice says from `start` on: “…, but police figures show …” and “… and the union said …” are not
    /// the first speaker's words.
    pub(super) fn same_voice(&self, start: usize, zone: &Range<usize>) -> usize {
        // “said that “it is history” and described a new firm”: behind a whole quotation the speaker does something else.
        if let Some(quote) = self.in_quote(start).filter(|q| q.closed && q.outer().start == start)
            && let end = quote.outer().end
            && end + 2 < zone.end
            && has_finite(self.tokens, quote.from..quote.to)
            && matches!(self.word(end), "and" | "but")
            && self.in_quote(end + 1).is_none()
            && is_finite(self.tokens, end + 1)
        {
            return end;
        }
        for k in start + 2..zone.end.saturating_sub(3) {
            if self.in_quote(k).is_some() {
                continue;
            }
            let comma = matches!(self.word(k), "," | ";");
            let join = k + usize::from(comma);
            if !comma && self.word(k - 1) == "," {
                continue;
            }
            if self.opens_denied_tail(k, zone) {
                return k;
            }
            let joins =
                matches!(self.word(join), "but" | "and" | "while" | "whereas" | "although" | "though");
            let next = join + usize::from(joins);
            if !(joins || self.word(k) == ";") {
                continue;
            }
            // “… and accused the union”, “… but refused to say”: the article tells what the speaker did besides.
            if matches!(self.word(join), "and" | "but") && self.does_besides(next, start..k) {
                return k;
            }
            if comma && joins && self.word(join) != "and" && self.shifts_to_present(start..k, next, zone) {
                return k;
            }
            if comma
                && matches!(self.word(join), "although" | "though")
                && (start.saturating_sub(3)..start)
                    .any(|k| matches!(self.word(k), "claimed" | "boasted" | "alleged"))
                && self.shifts_to_past(start..k, next, zone)
            {
                return k;
            }
            if comma && matches!(self.word(join), "and" | "but") && self.asks_beside(start, next, zone) {
                return k;
            }
            let contrast = (comma || self.word(join) == "but") && self.is_against(next);
            if contrast || self.has_other_voice(next, comma || self.word(join) != "and", zone) {
                return k;
            }
            // “…, but gave no further details” goes on about the speaker in the article's own voice.
            if self.word(k) == "," && self.word(join) == "but" && is_finite(self.tokens, next) {
                return k;
            }
        }
        zone.end
    }

    /// “had suggested that they learn, but whether they could link smells was unknown”: a question put beside what is told behind a “that”
    /// is the article's.
    fn asks_beside(&self, start: usize, next: usize, zone: &Range<usize>) -> bool {
        start > zone.start && self.word(start - 1) == "that" && self.word(next) == "whether"
    }

    /// “The UN said it was sending food, while the European Union has pledged €5m”: behind a past verb of saying all is told in
    /// the past, so that a new subject with a present is the article's own.
    fn shifts_to_present(&self, content: Range<usize>, next: usize, zone: &Range<usize>) -> bool {
        let said = (content.start.saturating_sub(3)..content.start).any(|k| {
            matches!(
                self.word(k),
                "said" | "told" | "added" | "claimed" | "warned" | "insisted" | "announced"
            )
        });
        let verb = |range: Range<usize>| {
            range.into_iter().find(|k| is_finite(self.tokens, *k) && !self.tokens.capital(*k))
        };
        let first = verb(content.clone()).map_or("", |k| self.word(k));
        let second = verb(next..zone.end.min(next + NEAR));
        let subject = self.tokens.capital(next)
            || matches!(self.word(next), "the" | "a" | "an") && self.tokens.capital(next + 1);
        said && matches!(first, "was" | "were" | "had" | "would" | "could")
            && subject
            && second.is_some_and(|k| {
                k > next
                    && matches!(self.word(k), "has" | "have" | "is" | "are" | "will")
                    && !(next..k).any(|j| self.word(j) == ",")
            })
    }

    /// “claimed that 60 had signed, although 41 names appeared”: what is told goes a tense back behind a past verb of saying, so that a
    /// plain past is the article's own.
    fn shifts_to_past(&self, content: Range<usize>, next: usize, zone: &Range<usize>) -> bool {
        let verb = |range: Range<usize>| {
            range.into_iter().find(|k| is_finite(self.tokens, *k) && !self.tokens.capital(*k))
        };
        let first = verb(content).map_or("", |k| self.word(k));
        let own = matches!(self.word(next), "he" | "she" | "it" | "they" | "we" | "i");
        let plain = |k: usize| self.word(k).ends_with("ed") || is_irregular_past(self.word(k));
        matches!(first, "had" | "would")
            && !own
            && verb(next..zone.end.min(next + NEAR))
                .is_some_and(|k| k > next && plain(k) && !(next..k).any(|j| self.word(j) == ","))
    }

    /// “accused the union”, “refused to say”: what a speaker is told to have done besides, right behind “and” or “but”.
    fn does_besides(&self, at: usize, content: Range<usize>) -> bool {
        let at = at + usize::from(self.is_adverb(at));
        let declines = matches!(self.word(at), "refused" | "declined" | "refuses" | "declines")
            && self.word(at + 1) == "to"
            && matches!(
                self.word(at + 2),
                "say" | "comment" | "give" | "confirm" | "discuss" | "name" | "answer"
            );
        let acts = matches!(
            self.word(at),
            "accused"
                | "accuses"
                | "urged"
                | "urges"
                | "condemned"
                | "criticised"
                | "criticized"
                | "vowed"
                | "vows"
                | "blamed"
                | "blames"
                | "praised"
                | "praises"
                | "thanked"
                | "thanks"
                | "apologised"
                | "apologized"
                | "defended"
                | "defends"
                | "dismissed"
                | "dismisses"
                | "rejected"
                | "rejects"
                | "disputed"
                | "disputes"
                | "denied"
                | "denies"
                | "wished"
        );
        // “said the man had fled and accused his wife”: there it may be the man.
        let verb = content.clone().find(|k| is_finite(self.tokens, *k) && !self.tokens.capital(*k));
        let other = (content.start..verb.unwrap_or(content.end)).any(|k| {
            self.tokens.capital(k) && k > content.start
                || is_person_noun(self.word(k))
                || matches!(
                    self.word(k),
                    "man" | "woman" | "men" | "women" | "suspect" | "victim" | "he" | "she"
                )
        });
        let calls = matches!(self.word(at), "called" | "calls") && self.word(at + 1) == "for";
        declines || (acts || calls) && !other
    }

    /// Whether somebody gives another figure, or judges, with the verb at `verb`.
    fn tells_otherwise(&self, verb: usize) -> bool {
        let figure = |k: usize| {
            matches!(
                self.word(k),
                "figure"
                    | "number"
                    | "toll"
                    | "cost"
                    | "total"
                    | "estimate"
                    | "damage"
                    | "count"
                    | "it"
                    | "loss"
                    | "rate"
            )
        };
        let puts = matches!(self.word(verb), "put" | "puts" | "place" | "placed")
            && (verb + 1..verb + 5).any(figure);
        let judges = matches!(cue(self.word(verb)), Some((Force::Judge, false)))
            || matches!(self.word(verb), "rejected" | "rejects" | "disputed" | "disputes" | "contradicted");
        let calls = matches!(self.word(verb), "called" | "calls")
            && matches!(
                self.word(verb + 1),
                "it" | "them" | "this" | "that" | "these" | "the" | "his" | "her" | "their"
            );
        puts || judges || calls
    }

    /// “While Labour says taxes have risen, the Tories insist …”: where the clause ends that a joining word before the
    /// speaker at `speaker` opens.
    pub(super) fn subordinate_end(&self, speaker: usize, start: usize, zone: &Range<usize>) -> Option<usize> {
        let joins = speaker
            .checked_sub(1)
            .filter(|j| *j >= zone.start)
            .is_some_and(|j| matches!(self.word(j), "while" | "although" | "though" | "whereas"));
        joins.then(|| {
            (start + 2..zone.end.saturating_sub(2)).find(|k| {
                self.word(*k) == ","
                    && self.in_quote(*k).is_none()
                    && has_finite(self.tokens, start..*k)
                    && self.begins_clause(k + 1, zone)
            })
        })?
    }

    /// Whether a clause of its own begins at `from` and has its verb before the next comma.
    fn begins_clause(&self, from: usize, zone: &Range<usize>) -> bool {
        let end = (from..zone.end.min(from + NEAR)).take_while(|k| self.word(*k) != ",").count() + from;
        has_finite(self.tokens, from..end) || self.has_other_voice(from, true, zone)
    }

    /// “The firm, which said it lost $3m, closed”: where what is said in a clause about the speaker ends, at the latest.
    pub(super) fn clause_about_speaker(&self, i: usize, start: usize, zone: &Range<usize>) -> Option<usize> {
        let before = (zone.start..i).rev().find(|k| !(is_auxiliary(self.word(*k)) || self.is_adverb(*k)))?;
        if !matches!(self.word(before), "which" | "who")
            || before == zone.start
            || self.word(before - 1) != ","
        {
            return None;
        }
        (start..zone.end.saturating_sub(1)).find(|k| {
            self.word(*k) == ","
                && self.in_quote(*k).is_none()
                && (is_finite(self.tokens, k + 1) || self.is_adverb(k + 1) && is_finite(self.tokens, k + 2))
        })
    }

    /// “in fact”, “in reality”: the article holds something against what was said.
    fn is_against(&self, at: usize) -> bool {
        self.word(at) == "in" && matches!(self.word(at + 1), "fact" | "reality" | "truth" | "actuality")
            || self.word(at) == "actually"
    }

    /// Whether a subject of its own and its words of saying begin at `from`.
    fn has_other_voice(&self, from: usize, apart: bool, zone: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let end = zone.end.min(from + NEAR);
        // “though figures published in May show that”, “but records show that”
        let near = (from..end).take_while(|k| !matches!(self.word(*k), "," | ";" | "who" | "which" | "that"));
        let (mut record, mut speaks) = (false, false);
        for k in near {
            speaks |= record && shows(self.word(k));
            record |= is_record(self.word(k));
        }
        if speaks && apart {
            return true;
        }
        let Some(verb) = (from..end).find(|k| {
            !tokens.capital(*k) && (is_finite(tokens, *k) || cue(self.word(*k)).is_some() && self.is_verb(*k))
                || shows(self.word(*k))
                || self.speaks_for_many(*k, zone)
        }) else {
            return false;
        };
        // The helping verbs of “has said”.
        let verb =
            (verb..verb + 3).find(|k| !is_auxiliary(self.word(*k)) && !self.is_adverb(*k)).unwrap_or(verb);
        let subject = from..verb;
        let named = subject.clone().any(|k| !self.is_adverb(k) && !is_auxiliary(self.word(k)));
        if !named
            || matches!(self.word(from), "that" | "what" | "how" | "to" | "whether" | "if" | "who" | "which")
            || subject.clone().any(|k| matches!(self.word(k), "," | ";" | "which" | "who" | "that"))
        {
            return false;
        }
        // “said on Tuesday that”
        let on = usize::from(matches!(self.word(verb + 1), "on" | "in"));
        let dated = self.values.iter().find(|v| v.from == verb + 1 + on && v.kind != ValueType::Number);
        let next = self.word(dated.map_or(verb + 1, |v| v.to));
        let known = matches!(cue(self.word(verb)), Some((Force::Assert, false)));
        let speaks = (known || self.speaks_for_many(verb, zone))
            && (next == "that" || !is_preposition(next) && has_finite(tokens, verb + 1..zone.end));
        let own = matches!(self.word(from), "he" | "she" | "it" | "they" | "we" | "i");
        // “…, but Ms Reeves accused him of …” is about the speaker, who would have said “me”.
        let about_speaker = matches!(cue(self.word(verb)), Some((Force::Act, _)))
            && matches!(next, "him" | "her" | "them")
            && subject.clone().any(|k| tokens.capital(k));
        if apart && about_speaker && !own {
            return true;
        }
        // “…, but a spokesman denied it”
        let denies = is_denial(self.word(verb)) && matches!(next, "it" | "this" | "that" | "" | ".");
        if apart && denies && !own {
            return true;
        }
        // “…, although economists put the figure closer to $8 million”, “…, but the opposition dismissed them as …”
        if apart && !own && self.tells_otherwise(verb) && !is_preposition(self.word(from)) {
            return true;
        }
        // Behind a bare “and” only plain words of saying are another voice: “and analysts expect growth” may be told too.
        let plain = matches!(
            self.word(verb),
            "said" | "says" | "told" | "added" | "claimed" | "argued" | "insisted" | "warned" | "announced"
        );
        speaks && !own && (apart || plain) && !is_preposition(self.word(from))
    }
}

/// Verbs by which figures speak.
fn shows(word: &str) -> bool {
    matches!(
        word,
        "show"
            | "shows"
            | "showed"
            | "suggest"
            | "suggests"
            | "suggested"
            | "indicate"
            | "indicates"
            | "reveal"
            | "reveals"
            | "confirm"
            | "confirms"
            | "contradict"
            | "contradicts"
    )
}
