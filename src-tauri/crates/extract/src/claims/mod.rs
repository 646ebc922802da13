//! Candidate claims of a sentence: its clauses, without the words of saying around them.

mod appositions;
mod asides;
mod clauses;
mod fragments;
mod furniture;
mod joins;
mod judged;
mod openings;
mod runs;
mod second_verbs;
mod subjects;

#[cfg(test)]
mod tests;

use std::ops::Range;

pub(crate) use fragments::is_clause;
pub(crate) use openings::is_superlative;
pub(crate) use runs::parts;

use assay_model::claim::{ClaimKind, Mode};
use assay_model::document::BlockKind;

use crate::attribution::{LONGEST, Said, trim};
use crate::checkworthy::{SUGGESTED, Scales, Standing, Worth, weigh};
use crate::claims::asides::Aside;
use crate::claims::clauses::Lacks;
use crate::quotes::Quote;
use crate::tokens::{Kind, Tokens};
use crate::values::Draft;
use crate::verbs::{Force, has_finite, is_auxiliary, is_finite, is_negative, is_preposition};

/// The most that a question wants checking.
const ASKED: f64 = 0.2;

/// The most that a sentence of two words wants checking.
const BRIEF: f64 = 0.6;

/// A claim before it has words of its own.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    /// Its tokens.
    pub(crate) range: Range<usize>,
    /// Which of the sentence's attributions it belongs to.
    pub(crate) said: Option<usize>,
    pub(crate) mode: Mode,
    /// The subject it lacks, from the clause before: of “and is now head” the “She” before.
    pub(crate) subject: Option<Range<usize>>,
    /// The clause before, where it cannot be understood without: of “, a new low” what was one.
    pub(crate) host: Option<Range<usize>>,
    /// Whose description it is: of “the largest car maker, General Motors,” the name.
    pub(crate) apposed: Option<Range<usize>>,
    /// What it judges, where it is an opinion about something named: of “describing X as Y” the X.
    pub(crate) judged: Option<Range<usize>>,
    pub(crate) worth: Worth,
    /// The clause of time before it, with its “after” or “when”: it is true of that time, and not of another.
    pub(crate) when: Option<Range<usize>>,
    /// Whether it is a participle of its subject, which needs a “was”: “built in Japan in 1985”.
    pub(crate) participle: bool,
    /// Whether it is shown to a checker; else it only tells how much its sentence wants checking.
    pub(crate) suggested: bool,
}

/// A sentence with all that was found in it.
pub(crate) struct Parsed<'a, 't> {
    pub(crate) scales: &'a Scales<'a>,
    pub(crate) tokens: &'a Tokens<'t>,
    pub(crate) sentence: Range<usize>,
    pub(crate) quotes: &'a [Quote],
    pub(crate) values: &'a [Draft],
    pub(crate) said: &'a [Said],
    pub(crate) block: BlockKind,
}

/// The claims of a sentence, in order.
pub(crate) fn find(parsed: &Parsed<'_, '_>) -> Vec<Candidate> {
    if parsed.sentence.len() > LONGEST || parsed.is_furniture() || parsed.is_tabular() {
        return Vec::new();
    }
    let mut out = Vec::new();
    for (range, said) in parsed.regions() {
        if let Some(index) = said
            && let Some(judged) = parsed.said.get(index).filter(|s| s.force == Force::Judge)
        {
            parsed.judged(judged, index, &mut out);
            continue;
        }
        let mut subject: Option<Range<usize>> = None;
        if said.is_none() && range.start > parsed.sentence.start {
            subject = parsed.speaker_before(range.start);
        }
        let mut host: Option<Range<usize>> = None;
        let mut when = parsed.opens_time(&range).then_some(range.start);
        for (n, (piece, lacks)) in parsed.clauses(&range).into_iter().enumerate() {
            let mut piece = piece;
            let begins = piece.start;
            parsed.leave_aside(&mut piece);
            parsed.strip(&mut piece);
            // “…, but gave no further details” behind words of saying: the speaker did not.
            let relative = matches!(parsed.tokens.word(piece.start), "who" | "which");
            let lacks = if n == 0 && subject.is_some() && (relative || parsed.starts_verb(piece.start)) {
                Lacks::Subject
            } else {
                lacks
            };
            // “found that 12% … and recommended that …”: the one who found recommended.
            let back = (lacks == Lacks::Subject).then(|| parsed.goes_back(&piece, said)).flatten();
            let said = if back.is_some() { None } else { said };
            // “a strike at the port, which …”: what it was that did is left to the whole sentence.
            let lacks = match lacks {
                Lacks::Antecedent if n > 0 && parsed.antecedent(begins, range.start).is_none() => Lacks::Host,
                _ => lacks,
            };
            let mut given = match lacks {
                Lacks::Subject if back.is_some() => back,
                Lacks::Subject => subject.clone(),
                Lacks::Antecedent => parsed.antecedent(begins, range.start),
                Lacks::Nothing | Lacks::Host => None,
            };
            if lacks == Lacks::Nothing {
                subject = parsed.subject(&piece);
                if let Some((described, name)) = parsed.described(&piece) {
                    if let Some(mut candidate) = parsed.candidate(described.clone(), said, None) {
                        candidate.apposed = Some(name.clone());
                        out.push(candidate);
                    }
                    // “X, the largest maker, will cut”: the verb's subject is the name; “the largest maker X cuts”: it is in
                    // the clause.
                    piece.start = if name.end <= described.end { described.end } else { name.start };
                    parsed.strip(&mut piece);
                    subject = Some(name.clone());
                    // “Her largest building, the Calder Hospital, completed in 1984, was demolished”
                    if let Some((facts, behind)) =
                        passing_behind(parsed, &piece, &name).filter(|_| said.is_none())
                    {
                        out.extend(parsed.passing(facts, said));
                        piece.start = behind;
                    }
                    given = (name.end <= described.end).then_some(name);
                }
                // In what somebody is reported to say an aside may be the article's own.
                if said.is_none() {
                    out.extend(parsed.passing(parsed.asides(&piece), said));
                }
            }
            if let Some(mut candidate) = parsed.candidate(piece.clone(), said, given) {
                candidate.host = host.clone().filter(|_| lacks == Lacks::Host);
                if n > 0 && lacks == Lacks::Nothing && begins > 0 && parsed.tokens.word(begins - 1) == "," {
                    candidate.when = when.take().map(|from| from..begins - 1);
                }
                out.push(candidate);
            }
            // A clause that lacks its subject is understood with the one before.
            host = match lacks {
                Lacks::Nothing => Some(piece),
                Lacks::Subject | Lacks::Antecedent => {
                    Some(host.filter(|_| n > 0).map_or(piece.start, |h| h.start)..piece.end)
                }
                Lacks::Host => host,
            };
        }
    }
    out.extend(parsed.passing(parsed.speaker_facts(), None));
    out.sort_by_key(|c| c.range.start);
    parsed.widen_fragments(&mut out);
    out
}

/// What stands in passing at the start of a piece whose subject is `name`, and where the verb of that begins.
fn passing_behind(
    parsed: &Parsed<'_, '_>,
    piece: &Range<usize>,
    name: &Range<usize>,
) -> Option<(Vec<Aside>, usize)> {
    let close = (piece.start..piece.end.min(piece.start + 30)).find(|i| parsed.tokens.word(*i) == ",")?;
    let facts = parsed.facts_of(piece.start..close, name);
    (!facts.is_empty() && parsed.starts_verb(close + 1)).then_some((facts, close + 1))
}

impl Candidate {
    /// The same for its label, where words of saying stand in the midst of it: the side with the verb, the other its subject.
    pub(crate) fn without(&self, aside: Option<&Range<usize>>, tokens: &Tokens<'_>) -> Option<Self> {
        let aside = aside.filter(|a| self.range.start < a.start && a.end < self.range.end)?;
        let left = self.range.start..aside.start;
        let mut right = aside.end..self.range.end;
        trim(tokens, &mut right);
        let opens = matches!(
            tokens.word(left.start),
            "if" | "when" | "as" | "while" | "although" | "unless" | "once"
        );
        let last = tokens.word(left.end - 1);
        if is_auxiliary(last) || is_negative(last) || right.is_empty() {
            return None;
        }
        let mut out = self.clone();
        if !opens && has_finite(tokens, left.clone()) {
            out.range = left;
        } else {
            out.range = right;
            if !opens && !is_preposition(tokens.word(left.start)) {
                out.subject = Some(left);
            }
        }
        Some(out)
    }
}

impl Parsed<'_, '_> {
    /// The sentence's stretches, each in one voice: what is reported, and the rest.
    fn regions(&self) -> Vec<(Range<usize>, Option<usize>)> {
        let mut taken: Vec<(Range<usize>, Option<usize>)> = Vec::new();
        for (index, said) in self.said.iter().enumerate() {
            if matches!(said.force, Force::Act | Force::Withhold) {
                continue;
            }
            taken.push((said.frame.clone(), None));
            taken.push((said.content.clone(), Some(index)));
        }
        taken.sort_by_key(|(r, _)| (r.start, r.end));
        let mut out = Vec::new();
        let mut at = self.sentence.start;
        for (range, said) in taken {
            let range = range.start.max(at)..range.end;
            if range.start > at {
                self.rest(at..range.start, &mut out);
            }
            if range.is_empty() {
                continue;
            }
            at = range.end;
            if said.is_some() {
                out.push((range, said));
            }
        }
        if at < self.sentence.end {
            self.rest(at..self.sentence.end, &mut out);
        }
        out
    }

    /// What the article says itself around reported words: only a clause counts.
    fn rest(&self, range: Range<usize>, out: &mut Vec<(Range<usize>, Option<usize>)>) {
        let whole = range == self.sentence;
        // “In a leaflet delivered to homes last week, [the mayor says …]”: no verb of its own.
        let tokens = self.tokens;
        let reduced = |k: usize| {
            tokens.word(k).ends_with("ed")
                && k > range.start
                && tokens.is(k - 1, Kind::Word)
                && !is_auxiliary(tokens.word(k - 1))
                && (is_preposition(tokens.word(k + 1)) || tokens.word(k + 1) == "to")
        };
        let phrase = !whole
            && range.start == self.sentence.start
            && is_preposition(tokens.word(range.start))
            && !range.clone().any(|k| is_finite(tokens, k) && !reduced(k));
        if phrase {
            return;
        }
        let joined = range.start == self.sentence.start && self.is_clause_before(&range);
        if whole || joined || range.len() >= 4 && has_finite(self.tokens, range.clone()) {
            out.push((range, None));
        }
    }

    fn candidate(
        &self,
        range: Range<usize>,
        said: Option<usize>,
        subject: Option<Range<usize>>,
    ) -> Option<Candidate> {
        let words = range.clone().filter(|i| !self.tokens.is(*i, Kind::Mark)).count();
        let short = words == 2 && self.is_subject_and_verb(&range);
        if words < 3 && !short || self.only_denies(&range) || self.only_hears(&range) {
            return None;
        }
        let report = said.and_then(|s| self.said.get(s));
        // “said he was sorry and “deeply ashamed””: the quoted words are those of one of the claims.
        let bare = |m: &Mode| {
            *m == Mode::Part && !self.quotes.iter().any(|q| q.from < range.end && range.start < q.to)
        };
        let mode =
            report.map_or(Mode::Own, |s| Some(s.mode).filter(|m| !bare(m)).unwrap_or(Mode::Paraphrase));
        let mut worth = self.weigh(&range, report.is_some(), mode == Mode::Quote, subject.is_some());
        // “Prices rose.” says little, but it says it.
        if short {
            worth.score = worth.score.clamp(SUGGESTED, BRIEF);
            if worth.reasons.is_empty() {
                worth.reasons.push("a whole sentence");
            }
        }
        // A question states nothing.
        let asked = self.is_asked(range.start, range.end);
        if asked {
            worth.score = worth.score.min(ASKED);
        }
        let suggested = worth.score >= SUGGESTED
            || !asked && matches!(worth.kind, ClaimKind::Opinion | ClaimKind::Prediction) && report.is_some();
        Some(Candidate {
            range,
            said,
            mode,
            subject,
            host: None,
            apposed: None,
            judged: None,
            when: None,
            participle: false,
            worth,
            suggested,
        })
    }

    /// The claims that facts told in passing are.
    fn passing(&self, facts: Vec<Aside>, said: Option<usize>) -> Vec<Candidate> {
        facts
            .into_iter()
            .filter_map(|fact| {
                let mut candidate = self.candidate(fact.range, said, Some(fact.subject))?;
                candidate.participle = fact.participle;
                Some(candidate)
            })
            .collect()
    }

    fn weigh(&self, range: &Range<usize>, reported: bool, quoted: bool, lacks_subject: bool) -> Worth {
        let values: Vec<&Draft> = self.values_in(range).collect();
        let standing = Standing { block: self.block, reported, quoted, lacks_subject };
        weigh(self.scales, self.tokens, range, &values, standing)
    }

    /// The values inside a range.
    pub(crate) fn values_in(&self, range: &Range<usize>) -> impl Iterator<Item = &Draft> {
        let (start, end) = (range.start, range.end);
        let aside = move |v: &Draft| self.said.iter().filter_map(Said::aside).any(|a| a.contains(&v.from));
        self.values.iter().filter(move |v| v.from >= start && v.to <= end && !aside(v))
    }
}
