//! Candidate claims of a sentence: its clauses, without the words of saying around them.

use std::ops::Range;

use assay_model::claim::{ClaimKind, Mode};
use assay_model::document::BlockKind;

use crate::attribution::{LONGEST, Said, trim};
use crate::checkworthy::{Model, SUGGESTED, Standing, Worth, weigh};
use crate::quotes::Quote;
use crate::tokens::{Kind, Tokens};
use crate::values::Draft;
use crate::verbs::{Force, has_finite, is_deed, is_finite};

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
    pub(crate) worth: Worth,
    /// Whether it is shown to a checker; else it only tells how much its sentence wants checking.
    pub(crate) suggested: bool,
}

/// A sentence with all that was found in it.
pub(crate) struct Parsed<'a, 't> {
    pub(crate) model: &'a Model,
    pub(crate) tokens: &'a Tokens<'t>,
    pub(crate) sentence: Range<usize>,
    pub(crate) quotes: &'a [Quote],
    pub(crate) values: &'a [Draft],
    pub(crate) said: &'a [Said],
    pub(crate) block: BlockKind,
}

/// The claims of a sentence, in order.
pub(crate) fn find(parsed: &Parsed<'_, '_>) -> Vec<Candidate> {
    if parsed.sentence.len() > LONGEST {
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
        for (piece, lacks) in parsed.clauses(&range) {
            let mut piece = piece;
            parsed.strip(&mut piece);
            let given = if lacks { subject.clone() } else { None };
            if !lacks {
                subject = parsed.subject(&piece);
            }
            if let Some(candidate) = parsed.candidate(piece, said, given) {
                out.push(candidate);
            }
        }
    }
    out.sort_by_key(|c| c.range.start);
    out
}

impl Parsed<'_, '_> {
    /// The sentence's stretches, each in one voice: what is reported, and the rest.
    fn regions(&self) -> Vec<(Range<usize>, Option<usize>)> {
        let mut taken: Vec<(Range<usize>, Option<usize>)> = Vec::new();
        for (index, said) in self.said.iter().enumerate() {
            if said.force == Force::Act {
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
        if whole || range.len() >= 4 && has_finite(self.tokens, range.clone()) {
            out.push((range, None));
        }
    }

    fn in_quote(&self, i: usize) -> bool {
        let at = self.quotes.partition_point(|q| q.outer().end <= i);
        self.quotes.get(at).is_some_and(|q| {
            let outer = q.outer();
            // A quotation of whole clauses is split like other text.
            outer.contains(&i) && outer.len() < 12
        })
    }

    /// Cuts a stretch into clauses that can be true or false alone; with each, whether it lacks a subject.
    fn clauses(&self, range: &Range<usize>) -> Vec<(Range<usize>, bool)> {
        let tokens = self.tokens;
        let mut out: Vec<(Range<usize>, bool)> = Vec::new();
        let mut start = range.start;
        let mut lacks = false;
        let mut verb = false;
        let mut depth = 0_usize;
        let mut i = range.start;
        while i < range.end {
            let word = tokens.word(i);
            match word {
                "(" | "[" => depth += 1,
                ")" | "]" => depth = depth.saturating_sub(1),
                _ => {}
            }
            let headline = self.block == BlockKind::Headline && matches!(word, ";" | ",");
            if depth == 0
                && !self.in_quote(i)
                && i - start >= 3
                && (verb || headline)
                && let Some((next, without)) = self.cut(i, range)
            {
                out.push((start..i, lacks));
                start = next;
                lacks = without;
                verb = false;
                i = next;
                continue;
            }
            verb |= is_finite(tokens, i);
            i += 1;
        }
        out.push((start..range.end, lacks));
        out
    }

    /// Whether a clause ends before token `i`; where the next begins, and whether that lacks a subject.
    fn cut(&self, i: usize, range: &Range<usize>) -> Option<(usize, bool)> {
        let tokens = self.tokens;
        let word = tokens.word(i);
        let clause_end = |from: usize| {
            (from..range.end.min(from + 40))
                .find(|k| matches!(tokens.word(*k), "," | ";" | "—" | "–" | "--"))
                .unwrap_or(range.end)
        };
        // How soon a verb must come for words to be a clause of their own.
        let finite =
            |from: usize, within: usize| has_finite(tokens, from..(from + within).min(clause_end(from)));
        match word {
            ";" | "—" | "–" | "--" if tokens.spaced(i + 1) || word == ";" => {
                let next = i + 1 + usize::from(matches!(tokens.word(i + 1), "and" | "but"));
                let headline = self.block == BlockKind::Headline && word == ";";
                (range.end - next >= 3 && (headline || finite(next, 30))).then_some((next, false))
            }
            "," => {
                let join = tokens.word(i + 1);
                let next = i + 2;
                if next >= range.end {
                    return None;
                }
                match join {
                    "and" | "but" | "so" | "yet" | "however" => {
                        if self.starts_verb(next) {
                            return (range.end - next >= 3).then_some((next, true));
                        }
                        finite(next, 14).then_some((next, false))
                    }
                    _ if self.opens_subordinate(range) && finite(i + 1, 14) => Some((i + 1, false)),
                    "with" if self.with_clause(i + 1, range) => Some((next, false)),
                    "while" | "although" | "though" | "whereas" | "whilst" | "as" => {
                        finite(next, 20).then_some((next, false))
                    }
                    "which" | "who"
                        if (is_finite(tokens, next) || finite(next, 6))
                            && !(matches!(tokens.word(next), "is" | "are")
                                && self.has_value(next..next + 3)) =>
                    {
                        Some((i + 1, false))
                    }
                    _ if self.block == BlockKind::Headline && is_finite(tokens, i + 1) => Some((i + 1, true)),
                    _ if join.ends_with("ing")
                        && join.len() > 4
                        && join != "including"
                        && !ends_movement(join)
                        && self.has_value(next..clause_end(next)) =>
                    {
                        Some((i + 1, true))
                    }
                    _ => None,
                }
            }
            "and" | "but" if self.starts_verb(i + 1) && range.end - i >= 4 => {
                // “rose and fell” is one thing; a second clause has something to say of its own.
                let right = clause_end(i + 1) - i;
                (right >= 4).then_some((i + 1, true))
            }
            // “and that as of February, the shop accounts for 70%”
            "and" if tokens.word(i + 1) == "that" && has_finite(tokens, i + 2..range.end.min(i + 20)) => {
                Some((i + 2, false))
            }
            "with" if self.with_clause(i, range) => Some((i + 1, false)),
            "while" | "although" | "though" if finite(i + 1, 14) && range.end - i >= 4 => {
                Some((i + 1, false))
            }
            _ => None,
        }
    }

    /// Whether the stretch begins with a clause of time or concession, which a comma ends.
    fn opens_subordinate(&self, range: &Range<usize>) -> bool {
        matches!(self.tokens.word(range.start), "when" | "while" | "although" | "though" | "after")
    }

    /// “with several seeing the biggest drop”: somebody, something, and a participle.
    fn with_clause(&self, i: usize, range: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let end = range.end.min(i + 12);
        (i + 2..end).any(|k| {
            let word = tokens.word(k);
            word.len() > 5
                && word.ends_with("ing")
                && !tokens.capital(k)
                && !matches!(
                    tokens.word(k - 1),
                    "the" | "a" | "an" | "of" | "for" | "with" | "," | "in" | "by"
                )
                && !matches!(
                    word,
                    "including"
                        | "building"
                        | "meeting"
                        | "morning"
                        | "evening"
                        | "during"
                        | "following"
                        | "something"
                )
                && (i..k).all(|j| tokens.word(j) != ",")
        })
    }

    /// Whether a verb phrase without subject begins at `i`: “has since grown”, “stayed”, “later recovered”.
    fn starts_verb(&self, i: usize) -> bool {
        let tokens = self.tokens;
        let adverb = matches!(
            tokens.word(i),
            "later" | "then" | "also" | "now" | "currently" | "still" | "never" | "subsequently" | "already"
        );
        is_finite(tokens, i + usize::from(adverb))
    }

    fn has_value(&self, range: Range<usize>) -> bool {
        self.values.iter().any(|v| range.contains(&v.from))
    }

    /// Takes joining words and marks off both ends.
    fn strip(&self, range: &mut Range<usize>) {
        trim(self.tokens, range);
        while range.len() > 1
            && matches!(
                self.tokens.word(range.start),
                "and"
                    | "but"
                    | "while"
                    | "although"
                    | "though"
                    | "whereas"
                    | "or"
                    | "so"
                    | "yet"
                    | "however"
                    | "meanwhile"
                    | "when"
                    | "after"
            )
            && !(self.tokens.word(range.start) == "after"
                && range.start == self.sentence.start
                && self.is_last(range))
        {
            range.start += 1;
            trim(self.tokens, range);
        }
        while range.len() > 1
            && matches!(
                self.tokens.word(range.end - 1),
                "and" | "but" | "although" | "though" | "while" | "as" | "that" | "when"
            )
        {
            range.end -= 1;
            trim(self.tokens, range);
        }
        if self.tokens.follows(range.start, &["in", "addition", ","]) {
            range.start += 3;
        }
        if self.tokens.word(range.start) == "according"
            && let Some(comma) =
                (range.start..range.end.min(range.start + 12)).find(|i| self.tokens.word(*i) == ",")
        {
            range.start = comma + 1;
        }
        // A reader's aside in square brackets at the start or end is no part of the claim.
        if self.tokens.word(range.start) == "[" {
            range.start += 1;
        }
    }

    /// Whether nothing but marks stands behind a stretch.
    fn is_last(&self, range: &Range<usize>) -> bool {
        (range.end..self.sentence.end).all(|k| self.tokens.is(k, Kind::Mark))
    }

    /// The words before a clause's verb.
    fn subject(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let verb = range.clone().take(24).find(|i| is_finite(self.tokens, *i))?;
        let mut subject = range.start..verb;
        trim(self.tokens, &mut subject);
        (!subject.is_empty()
            && subject.len() <= 12
            && !(subject.start..subject.end).any(|i| self.tokens.word(i) == ","))
        .then_some(subject)
    }

    fn candidate(
        &self,
        range: Range<usize>,
        said: Option<usize>,
        subject: Option<Range<usize>>,
    ) -> Option<Candidate> {
        let words = range.clone().filter(|i| !self.tokens.is(*i, Kind::Mark)).count();
        if words < 3 {
            return None;
        }
        let report = said.and_then(|s| self.said.get(s));
        let mode = report.map_or(Mode::Own, |s| s.mode);
        let worth = self.weigh(&range, report.is_some(), mode == Mode::Quote, subject.is_some());
        let suggested = worth.score >= SUGGESTED
            || matches!(worth.kind, ClaimKind::Opinion | ClaimKind::Prediction) && report.is_some();
        Some(Candidate { range, said, mode, subject, worth, suggested })
    }

    fn weigh(&self, range: &Range<usize>, reported: bool, quoted: bool, lacks_subject: bool) -> Worth {
        let values: Vec<&Draft> = self.values_in(range).collect();
        let standing = Standing { block: self.block, reported, quoted, lacks_subject };
        weigh(self.model, self.tokens, range, &values, standing)
    }

    /// “describing X as Y”: that there is X is taken for granted, that it is Y is an opinion.
    fn judged(&self, said: &Said, index: usize, out: &mut Vec<Candidate>) {
        let tokens = self.tokens;
        let content = &said.content;
        let as_at = content.clone().find(|i| tokens.word(*i) == "as");
        let mut object = content.start..as_at.unwrap_or(content.end);
        trim(tokens, &mut object);
        let deed = object.clone().any(|i| is_deed(tokens.word(i)));
        if deed && object.len() >= 3 {
            let mut worth = self.weigh(&object, true, false, false);
            worth.kind = if worth.kind == ClaimKind::Quantity { worth.kind } else { ClaimKind::Event };
            worth.score = (worth.score + 0.25).min(1.0);
            worth.reasons.push("taken for granted by the speaker".to_owned());
            out.push(Candidate {
                range: object,
                said: Some(index),
                mode: Mode::Paraphrase,
                subject: None,
                worth,
                suggested: true,
            });
        }
        let mut whole = content.clone();
        self.strip(&mut whole);
        if let Some(at) = as_at {
            let mut judgement = at + 1..content.end;
            trim(tokens, &mut judgement);
            whole = if judgement.is_empty() || deed { judgement } else { whole };
        }
        if !whole.is_empty() && tokens.slice(whole.start, whole.end).len() > 3 {
            let mut worth = self.weigh(&whole, true, false, false);
            worth.kind = ClaimKind::Opinion;
            worth.score = worth.score.min(0.35);
            if !worth.reasons.iter().any(|r| r == "opinion words") {
                worth.reasons.push("opinion words".to_owned());
            }
            let suggested = true;
            out.push(Candidate {
                range: whole,
                said: Some(index),
                mode: said.mode,
                subject: None,
                worth,
                suggested,
            });
        }
    }

    /// The values inside a range.
    pub(crate) fn values_in(&self, range: &Range<usize>) -> impl Iterator<Item = &Draft> {
        let (start, end) = (range.start, range.end);
        self.values.iter().filter(move |v| v.from >= start && v.to <= end)
    }
}

/// “plunged by 30 points, closing at 682”: where a movement came to is told with it.
fn ends_movement(word: &str) -> bool {
    matches!(
        word,
        "closing" | "ending" | "reaching" | "bringing" | "finishing" | "settling" | "making" | "taking"
    )
}
