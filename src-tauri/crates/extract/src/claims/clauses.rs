//! Where clauses that can be true or false alone begin and end.

use std::ops::Range;

use assay_model::document::BlockKind;

use super::Parsed;
use super::openings::{ends_movement, starts_subject};
use crate::attribution::{Said, trim};
use crate::tokens::Kind;
use crate::verbs::{Force, has_finite, is_finite, is_joining_that, opens_subject};

/// What a clause needs from the one before to be understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lacks {
    Nothing,
    /// Its subject: “and is now head”.
    Subject,
    /// What its “which” or “who” means.
    Antecedent,
    /// All of it: “in an effort to save money”, “a new low”.
    Host,
}

impl Parsed<'_, '_> {
    /// Cuts a stretch into clauses that can be true or false alone; with each, what it lacks.
    pub(super) fn clauses(&self, range: &Range<usize>) -> Vec<(Range<usize>, Lacks)> {
        let tokens = self.tokens;
        let mut out: Vec<(Range<usize>, Lacks)> = Vec::new();
        let mut start = range.start;
        let mut lacks = Lacks::Nothing;
        let mut verb = false;
        let mut depth = 0_usize;
        let mut i = range.start;
        // “Facing its worst crisis, …” has no finite verb.
        let opened = self.opens_participle(range);
        let mut condition = self.opens_condition(range);
        while i < range.end {
            // The words of saying in the midst of what is said are no part of its clauses.
            if let Some(aside) = self.aside(i) {
                i = aside.end;
                continue;
            }
            let word = tokens.word(i);
            match word {
                "(" | "[" => depth += 1,
                ")" | "]" => depth = depth.saturating_sub(1),
                _ => {}
            }
            let headline = self.block == BlockKind::Headline && matches!(word, ";" | ",");
            if depth == 0
                && (!self.in_quote(i) || self.ends_sentence(i, &(start..range.end)))
                && !self.is_withheld(i)
                && (!condition || word == ";" || self.ends_sentence(i, &(start..range.end)))
                && (i - start >= 3 || word == "and" && tokens.word(i + 1) == "that")
                && (verb
                    || headline
                    || self.ends_sentence(i, &(start..range.end))
                    || word == "," && (opened || self.goes_on_from_figure(start..i)))
                && let Some((next, without)) = self.cut(i, start, range)
                && (without != Lacks::Subject || self.knows_subject(start..i, lacks))
            {
                out.push((start..i, lacks));
                start = next;
                condition = self.opens_condition(&(start..range.end));
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

    /// “cuts of 21%, resulting in …”: a figure told without a verb.
    fn goes_on_from_figure(&self, before: Range<usize>) -> bool {
        before.start > self.sentence.start
            && self.tokens.word(before.end + 1).ends_with("ing")
            && self.has_value(before)
    }

    /// Whether a clause ends before token `i`; where the next begins, and what that lacks.
    fn cut(&self, i: usize, start: usize, range: &Range<usize>) -> Option<(usize, Lacks)> {
        let tokens = self.tokens;
        let word = tokens.word(i);
        let clause_end = |from: usize| self.clause_end(from, range);
        // How soon a verb must come for words to be a clause of their own.
        let finite =
            |from: usize, within: usize| has_finite(tokens, from..(from + within).min(clause_end(from)));
        match word {
            ";" | "—" | "–" | "--" | ":" if tokens.spaced(i + 1) || word == ";" => {
                let next = i + 1 + usize::from(matches!(tokens.word(i + 1), "and" | "but"));
                let headline = self.block == BlockKind::Headline && word == ";";
                let verb = headline || has_finite(tokens, next..range.end.min(next + 30));
                (range.end - next >= 3 && verb).then_some((next, Lacks::Nothing))
            }
            "," => self.cut_at_comma(i, start, range),
            "." | "?" | "!" if self.ends_sentence(i, &(start..range.end)) => Some((i + 1, Lacks::Nothing)),
            // “dead and buried”, “tired and worried”: one thing said of the subject.
            "and" | "or" if self.pairs_participles(i) || self.within_list(i, start) => None,
            "and" | "but"
                if self.joins_within_relative(i, start)
                    || self.shares_auxiliary(i, start)
                    || self.shares_object(i)
                    || self.shares_infinitive(i, start) =>
            {
                None
            }
            "and" | "but" if self.starts_verb(i + 1) && range.end - i >= 4 => {
                // “rose and fell” is one thing; a second clause has something to say of its own.
                let right = clause_end(i + 1) - i;
                (right >= 4 && !self.is_aside(i, range)).then_some((i + 1, Lacks::Subject))
            }
            // “that he had been offered £1,500 but that his insurer had refused”
            "but"
                if tokens.word(i + 1) == "that"
                    && opens_subject(tokens.word(i + 2))
                    && has_finite(tokens, i + 3..range.end.min(i + 20)) =>
            {
                Some((i + 2, Lacks::Nothing))
            }
            // “and that as of February, the shop accounts for 70%”
            "and" if tokens.word(i + 1) == "that" && has_finite(tokens, i + 2..range.end.min(i + 20)) => {
                Some((i + 2, Lacks::Nothing))
            }
            // “rose from 2,482 to 2,580 but the number of offices dropped by 28%”: each has a figure of its own.
            "but"
                if starts_subject(tokens.word(i + 1))
                    && finite(i + 1, 10)
                    && self.has_value(start..i)
                    && self.has_value(i + 1..clause_end(i + 1)) =>
            {
                Some((i + 1, Lacks::Nothing))
            }
            "and" | "but" if self.has_own_subject(i + 1) && self.opens_clause(i + 1, range) => {
                Some((i + 1, Lacks::Nothing))
            }
            "with" if self.with_clause(i, range) => Some((i + 1, Lacks::Nothing)),
            // “after”, “since”, “as” and “while he was leaving” say when: nothing is cut there, since what they bind is true of that
            // time only.
            "while" if self.goes_on_meanwhile(i) => None,
            "while" | "although" | "though" if range.end - i >= 4 && self.starts_verb(i + 1) => {
                Some((i + 1, Lacks::Subject))
            }
            "while" | "although" | "though" if finite(i + 1, 14) && range.end - i >= 4 => {
                Some((i + 1, Lacks::Nothing))
            }
            _ if self.opens_reason(i, range) => Some((i, Lacks::Host)),
            _ => None,
        }
    }

    /// Whether a clause ends before the comma at `i`; where the next begins, and what that lacks.
    fn cut_at_comma(&self, i: usize, start: usize, range: &Range<usize>) -> Option<(usize, Lacks)> {
        let tokens = self.tokens;
        let finite = |from: usize, within: usize| {
            has_finite(tokens, from..(from + within).min(self.clause_end(from, range)))
        };
        let join = tokens.word(i + 1);
        let next = i + 2;
        if next >= range.end {
            return None;
        }
        match join {
            "and" | "but" | "so" | "yet" | "however" => {
                if self.starts_verb(next) {
                    return (range.end - next >= 3).then_some((next, Lacks::Subject));
                }
                // “told him what they said, and what others said” goes on with the same thing told.
                let goes_on = matches!(
                    tokens.word(next),
                    "what" | "who" | "whom" | "where" | "how" | "why" | "whether" | "to"
                ) || tokens.word(next) == "only"
                    && matches!(tokens.word(next + 1), "if" | "when" | "after" | "once" | "because" | "with");
                (!goes_on && !self.ends_list(i, start) && finite(next, 14)).then_some((next, Lacks::Nothing))
            }
            // “said that heads were tired, that recruitment was hard and that …”
            "that"
                if start > self.sentence.start
                    && tokens.word(start - 1) == "that"
                    && (opens_subject(tokens.word(next)) || finite(next, 8)) =>
            {
                Some((next, Lacks::Nothing))
            }
            // “it had been warned, it had done nothing”: clauses set side by side.
            "it" | "he" | "she" | "they" | "we" | "you" | "i"
                if tokens.word(start) == join && is_finite(tokens, next) && is_finite(tokens, start + 1) =>
            {
                Some((i + 1, Lacks::Nothing))
            }
            _ if self.opens_subordinate(range) && finite(i + 1, 14) => Some((i + 1, Lacks::Nothing)),
            "with" if self.with_clause(i + 1, range) => Some((next, Lacks::Nothing)),
            "while" if self.goes_on_meanwhile(i + 1) => None,
            "while" | "although" | "though" | "whereas" | "whilst" if self.starts_verb(next) => {
                Some((next, Lacks::Subject))
            }
            "while" | "although" | "though" | "whereas" | "whilst" | "as" => {
                finite(next, 20).then_some((next, Lacks::Nothing))
            }
            "which" | "who"
                if (is_finite(tokens, next) || finite(next, 6) && !self.opens_object(next))
                    && !(matches!(tokens.word(next), "is" | "are") && self.has_value(next..next + 3))
                    && !self.main_verb_behind(next, range) =>
            {
                Some((i + 1, Lacks::Antecedent))
            }
            // “Ann Cole, who mapped the sea, dies at 91”: the comma before the verb ends what is said of the name.
            _ if self.block == BlockKind::Headline
                && is_finite(tokens, i + 1)
                && !(start..i).any(|k| tokens.word(k) == ",") =>
            {
                Some((i + 1, Lacks::Subject))
            }
            _ if join.ends_with("ing")
                && join.len() > 4
                && !matches!(
                    join,
                    "including" | "during" | "according" | "excluding" | "regarding" | "concerning"
                )
                && !ends_movement(join)
                // “, killing 167.” is too short to stand alone.
                && (i + 1..self.clause_end(next, range)).filter(|k| !tokens.is(*k, Kind::Mark)).count() > 2
                && !tokens.capital(i + 1) =>
            {
                Some((i + 1, Lacks::Host))
            }
            "amid" | "amidst" => Some((i + 1, Lacks::Host)),
            _ if self.apposition(i + 1, range) => Some((i + 1, Lacks::Host)),
            _ => None,
        }
    }

    /// The words of saying in the midst of what is said, where `i` stands in them.
    fn aside(&self, i: usize) -> Option<&Range<usize>> {
        self.said.iter().filter_map(Said::aside).find(|a| a.contains(&i))
    }

    /// Takes words of saying off both ends.
    pub(super) fn leave_aside(&self, range: &mut Range<usize>) {
        if let Some(aside) = self.aside(range.start) {
            range.start = aside.end.min(range.end);
        }
        if let Some(aside) = range.end.checked_sub(1).and_then(|last| self.aside(last)) {
            range.end = aside.start.max(range.start);
        }
    }

    /// Whether `i` stands in what nobody says, or what is turned down or denied: none of it can stand alone.
    fn is_withheld(&self, i: usize) -> bool {
        self.said
            .iter()
            .any(|s| s.content.contains(&i) && (s.force == Force::Withhold || s.denies(self.tokens)))
    }

    /// “the plan, backed by France but opposed by Germany, would cost”: whether the words at `i` stand between two commas and
    /// the clause around them goes on behind.
    fn is_aside(&self, i: usize, range: &Range<usize>) -> bool {
        let floor = range.start.max(i.saturating_sub(12));
        let comma = (floor..i).rev().find(|k| self.tokens.word(*k) == ",");
        comma.is_some() && self.main_verb_behind(i, range)
    }

    /// Whether the next comma behind `i` is followed by the verb of the clause around.
    fn main_verb_behind(&self, i: usize, range: &Range<usize>) -> bool {
        let end = self.clause_end(i, range);
        end + 1 < range.end && self.tokens.word(end) == "," && self.starts_verb(end + 1)
    }

    /// Where the words from `from` on come to a mark that may end a clause.
    pub(super) fn clause_end(&self, from: usize, range: &Range<usize>) -> usize {
        (from..range.end.min(from + 40))
            .find(|k| matches!(self.tokens.word(*k), "," | ";" | "—" | "–" | "--") || self.is_stop(*k))
            .unwrap_or(range.end)
    }

    fn in_quote(&self, i: usize) -> bool {
        let at = self.quotes.partition_point(|q| q.outer().end <= i);
        self.quotes.get(at).is_some_and(|q| {
            let outer = q.outer();
            // A quotation of whole clauses is split like other text.
            outer.contains(&i) && outer.len() < 12
        })
    }

    pub(super) fn has_value(&self, range: Range<usize>) -> bool {
        self.values.iter().any(|v| range.contains(&v.from))
    }

    /// “2. The sea covers”, “2) close the pool”, “(c) close it”: behind the number or letter of an item in a list.
    fn behind_marker(&self, at: usize) -> usize {
        let tokens = self.tokens;
        let open = usize::from(tokens.word(at) == "(");
        let marker = at + open;
        let raw = tokens.raw(marker);
        let number = tokens.is(marker, Kind::Number) && raw.len() <= 2;
        let letter = raw.len() == 1 || matches!(raw, "ii" | "iii" | "iv" | "vi" | "vii" | "viii");
        let close = marker + 1;
        let bracket = tokens.word(close) == ")" && (number || letter && tokens.is(marker, Kind::Word));
        let dotted = open == 0 && number && tokens.word(close) == "." && tokens.capital(close + 1);
        // “17:42 Around 85,000 homes”: the time of an entry.
        if let Some(behind) = self.behind_time(at) {
            return behind;
        }
        let item = (bracket || dotted) && !tokens.spaced(close) && tokens.spaced(close + 1);
        if item { close + 1 } else { at }
    }

    /// Behind the time that an entry of a live page begins with.
    fn behind_time(&self, at: usize) -> Option<usize> {
        let tokens = self.tokens;
        let clock = tokens.is(at, Kind::Number)
            && tokens.word(at + 1) == ":"
            && tokens.is(at + 2, Kind::Number)
            && !tokens.spaced(at + 1)
            && !tokens.spaced(at + 2)
            && tokens.raw(at + 2).len() == 2;
        if !clock {
            return None;
        }
        let zone =
            matches!(tokens.word(at + 3), "am" | "pm" | "a.m." | "p.m." | "gmt" | "bst" | "et" | "cet");
        let mut behind = at + 3 + usize::from(zone);
        behind += usize::from(matches!(tokens.word(behind), "-" | "–" | "—" | ":"));
        let opens = tokens.capital(behind) || matches!(tokens.word(behind), "\"" | "“" | "``");
        (opens && tokens.spaced(behind)).then_some(behind)
    }

    /// Takes joining words and marks off both ends.
    pub(super) fn strip(&self, range: &mut Range<usize>) {
        trim(self.tokens, range);
        if range.start == self.sentence.start && range.len() > 4 {
            range.start = self.behind_marker(range.start);
            trim(self.tokens, range);
        }
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
            // “So far six families have moved in.”
            && !(self.tokens.word(range.start) == "so" && self.tokens.word(range.start + 1) == "far")
            && !(self.tokens.word(range.start) == "when" && self.opens_condition(range))
            && !(matches!(self.tokens.word(range.start), "after" | "when")
                && range.start == self.sentence.start
                && self.is_last(range))
        {
            range.start += 1;
            trim(self.tokens, range);
        }
        if range.len() > 3 && is_joining_that(self.tokens, range.start) {
            range.start += 1;
        }
        // “As the jet was pushed back, …”
        if self.tokens.word(range.start) == "as"
            && range.start == self.sentence.start
            && !self.is_last(range)
            && starts_subject(self.tokens.word(range.start + 1))
            && has_finite(self.tokens, range.clone())
        {
            range.start += 1;
        }
        while range.len() > 1 && self.hangs(range.end - 1) {
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

    /// Whether the word at the end of a stretch joins it to what follows: “the night before.”, “has risen since” before a dash
    /// and “half of that.” end it.
    fn hangs(&self, at: usize) -> bool {
        let tokens = self.tokens;
        let goes_on = tokens.spaced(at + 1) && at + 1 < tokens.len();
        match tokens.word(at) {
            "and" | "but" | "as" | "because" | "where" | "while" | "although" | "when" => true,
            "until" => goes_on,
            // “…, even though …”
            "even" => matches!(tokens.word(at + 1), "though" | "if" | "as"),
            "that" => {
                let means = matches!(tokens.word(at - 1), "than" | "like" | "of" | "for" | "about" | "with");
                goes_on && !means
            }
            "though" | "after" | "since" | "before" => {
                goes_on && (tokens.is(at + 1, Kind::Word) || tokens.is(at + 1, Kind::Number))
            }
            _ => false,
        }
    }

    /// Whether nothing but marks stands behind a stretch.
    fn is_last(&self, range: &Range<usize>) -> bool {
        (range.end..self.sentence.end).all(|k| self.tokens.is(k, Kind::Mark))
    }
}
