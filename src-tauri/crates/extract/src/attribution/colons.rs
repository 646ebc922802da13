//! What a colon alone gives a speaker: “Tom Reed was furious: ‘…’”, “Minister: ‘…’”, and in headlines “…: report”.

use std::ops::Range;

use assay_model::claim::Mode;

use super::records::is_record;
use super::{Context, Said};
use crate::names::{self, Names};
use crate::tokens::Kind;
use crate::verbs::{Force, has_finite, is_auxiliary, is_finite};

/// The shortest quotation that says something, in tokens.
const SHORTEST: usize = 4;

impl Context<'_, '_> {
    /// Gives the quotations behind a colon the speaker who stands before it, and a headline the source behind its own.
    pub(super) fn colons(&self, out: &mut Vec<Said>, names: &mut Names) {
        for quote in self.quotes {
            let (from, to) = (quote.from.max(self.sentence.start), quote.to.min(self.sentence.end));
            let covered = out.iter().any(|s| s.content.start < to && from < s.content.end);
            if covered || from + SHORTEST > to {
                continue;
            }
            let colon = quote
                .outer()
                .start
                .checked_sub(1)
                .filter(|c| *c > self.sentence.start && self.word(*c) == ":");
            let Some((colon, speaker)) = colon.and_then(|c| Some((c, self.before_colon(c, names)?))) else {
                // “‘I was left for dead’: Holt tells of attack”: somebody's words, though not said whose.
                if self.word(quote.to + 1) == ":" && has_finite(self.tokens, from..to) {
                    out.push(said(from..to, None, quote.to + 1..quote.to + 2));
                }
                continue;
            };
            let name = names.resolve(self.tokens, speaker.start, speaker.end);
            // Where nothing but the verb and the place stand before the colon, all of it is words of saying.
            let told = (speaker.end..colon).filter(|k| is_finite(self.tokens, *k)).count() <= 1
                && !(speaker.end..colon).any(|k| is_auxiliary(self.word(k)));
            let heading = speaker.end == colon || told && colon - speaker.end < 12;
            let opening =
                if self.opens_speech(self.sentence.start) { self.sentence.start } else { speaker.start };
            let frame = if heading { opening } else { colon }..from;
            names.spoke(&name, self.tokens.span(speaker.start, speaker.end), false, false, speaker.start);
            out.push(said(from..to, Some((speaker, name)), frame));
        }
        if out.is_empty() {
            out.extend(self.source_behind(names));
        }
        out.sort_by_key(|s| s.content.start);
    }

    /// Who speaks before the colon at `colon`: the subject of a clause that tells how they felt, or a heading.
    fn before_colon(&self, colon: usize, names: &Names) -> Option<Range<usize>> {
        let start =
            (self.sentence.start..colon).rev().find(|k| matches!(self.word(*k), ";" | ":" | "”" | "\""));
        let before = start.map_or(self.sentence.start, |s| s + 1)..colon;
        if let Some(speaker) = self.at_some_place(&before).or_else(|| self.bursts_out(&before)) {
            return Some(speaker);
        }
        let verb = before.clone().find(|k| is_finite(self.tokens, *k) && self.in_quote(*k).is_none());
        let Some(verb) = verb else {
            let source = before.len() <= 5
                && (names::is_person(self.tokens, &before)
                    || names.is_person(&names.resolve(self.tokens, before.start, before.end))
                    || before.len() <= 2 && is_source(self.word(before.end - 1)));
            return (source && !before.is_empty()).then_some(before);
        };
        let feels = matches!(
            self.word(verb),
            "was"
                | "is"
                | "were"
                | "are"
                | "remained"
                | "remains"
                | "seemed"
                | "sounded"
                | "looked"
                | "had"
                | "has"
                | "did"
                | "put"
        );
        let suffers = (verb + 1..colon).any(|k| matches!(self.word(k), "by" | "which" | "that"));
        if !feels || suffers || colon - verb > 12 {
            return None;
        }
        let speaker = self.subject(verb, &before)?;
        let person = matches!(self.word(speaker.start), "he" | "she")
            || speaker
                .clone()
                .skip(1)
                .any(|k| names::is_person_noun(self.word(k - 1)) && self.tokens.capital(k))
            || names::is_person(self.tokens, &speaker)
            || names.is_person(&names.resolve(self.tokens, speaker.start, speaker.end));
        person.then_some(speaker)
    }

    /// “Mark Dale, at the scene: ‘…’”, “Ruiz, in a letter seen by the Guardian: ‘…’”: a name, and where it spoke.
    fn at_some_place(&self, before: &Range<usize>) -> Option<Range<usize>> {
        let comma = before.clone().find(|k| self.word(*k) == ",")?;
        let name = before.start..comma;
        // “Our correspondent Mark Dale”
        let named = (1..=6).contains(&name.len())
            && self.tokens.capital(comma - 1)
            && name.clone().all(|k| {
                (self.tokens.is(k, Kind::Word) || self.word(k) == ".") && !is_finite(self.tokens, k)
            });
        let place = matches!(
            self.word(comma + 1),
            "in" | "at" | "on" | "from" | "outside" | "via" | "speaking" | "writing"
        );
        let clause = (comma + 1..before.end).any(|k| {
            is_finite(self.tokens, k) && !matches!(self.word(k + 1), "by" | "on" | "in" | "to" | "at")
        });
        (named && place && !clause && comma + 1 < before.end).then_some(name)
    }

    /// “Ann Cole fumed: ‘…’”, “A source hit back: ‘…’”: a verb right before the colon, which speaks whatever it is.
    fn bursts_out(&self, before: &Range<usize>) -> Option<Range<usize>> {
        let last = before.end.checked_sub(1).filter(|l| *l > before.start)?;
        let particle = matches!(self.word(last), "back" | "out" | "on" | "again" | "in" | "online" | "up");
        let verb = last.checked_sub(usize::from(particle)).filter(|v| *v > before.start)?;
        let word = self.word(verb);
        let speaks = (is_finite(self.tokens, verb)
            || word.len() > 4 && word.ends_with('s') && !word.ends_with("ss"))
            && !is_auxiliary(word)
            && !self.tokens.capital(verb)
            // “A statement read: …”, “she went on: …”
            && (!matches!(word, "read" | "reads") || before.clone().any(|k| is_record(self.word(k))))
            && (!matches!(word, "went" | "goes") || self.word(last) == "on")
            && !matches!(word, "came" | "ran" | "runs" | "follows" | "followed");
        let speaker = self.subject(verb, before).filter(|s| speaks && s.end <= verb)?;
        let someone = self.tokens.capital(speaker.start)
            || speaker.clone().any(|k| {
                let word = self.word(k);
                is_source(word)
                    || names::is_person_noun(word)
                    || names::is_role(word)
                    || matches!(word, "he" | "she" | "they")
            });
        someone.then_some(speaker)
    }

    /// “Bank lost $3m in 2019: report”, “… – police”: the source at the end of a headline.
    fn source_behind(&self, names: &Names) -> Option<Said> {
        let end = self.sentence.end;
        let floor = self.sentence.start.max(end.saturating_sub(5));
        let mark = (floor..end.saturating_sub(1)).rev().find(|k| {
            self.word(*k) == ":"
                || matches!(self.word(*k), "-" | "–" | "—")
                    && self.tokens.spaced(*k)
                    && self.tokens.spaced(k + 1)
        })?;
        let source = mark + 1..end;
        let plain = source.clone().all(|k| self.tokens.is(k, Kind::Word)) && is_source(self.word(end - 1));
        let whole = mark >= self.sentence.start + 4;
        (plain && whole)
            .then(|| {
                let name = names.resolve(self.tokens, source.start, source.end);
                said(self.sentence.start..mark, Some((source, name)), mark..end)
            })
            .map(|s| Said { mode: Mode::Paraphrase, ..s })
    }
}

fn said(content: Range<usize>, speaker: Option<(Range<usize>, String)>, frame: Range<usize>) -> Said {
    let (speaker, name) = speaker.unzip();
    Said { content, mode: Mode::Quote, speaker, name, cue: None, force: Force::Assert, place: None, frame }
}

/// Nouns that headlines put after a colon for who says it.
pub(super) fn is_source(word: &str) -> bool {
    is_record(word)
        || matches!(
            word,
            "police"
                | "officials"
                | "official"
                | "sources"
                | "source"
                | "minister"
                | "ministry"
                | "media"
                | "watchdog"
                | "union"
                | "experts"
                | "expert"
                | "scientists"
                | "researchers"
                | "lawyer"
                | "lawyers"
                | "spokesman"
                | "spokeswoman"
                | "army"
                | "military"
                | "government"
                | "president"
                | "pm"
                | "mayor"
                | "agency"
                | "un"
                | "nato"
                | "who"
                | "prosecutors"
                | "prosecutor"
                | "witnesses"
                | "aides"
                | "analysts"
                | "economists"
                | "court"
                | "ceo"
                | "chief"
                | "poll"
        )
}
