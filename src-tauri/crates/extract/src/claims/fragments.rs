//! Pieces in which no clause stands: they are told with the words that they belong to.

use std::ops::Range;

use assay_model::claim::Mode;
use assay_model::document::BlockKind;

use super::{Candidate, Parsed};
use crate::attribution::trim;
use crate::tokens::{Kind, Tokens};
use crate::verbs::{
    has_finite, is_article, is_auxiliary, is_finite, is_opening_adverb, is_preposition, is_pronoun_that,
};

/// No more tokens than this are read of any stretch.
const LONGEST: usize = 80;

impl Parsed<'_, '_> {
    /// Has every piece without subject and verb go on to the left, or over its whole sentence.
    pub(super) fn widen_fragments(&self, out: &mut Vec<Candidate>) {
        if matches!(self.block, BlockKind::Headline | BlockKind::Standfirst | BlockKind::Caption) {
            return;
        }
        // Words of saying that no rule took for ones are no claim.
        out.retain(|c| self.tokens.word(c.range.start) != "according" || is_clause(self.tokens, &c.range));
        // “…,” she said, “and by how slowly they came back”: half of a clause whose other half is a claim.
        let halved = |c: &Candidate| {
            let (word, next) = (self.tokens.word(c.range.start), self.tokens.word(c.range.start + 1));
            c.range.start > self.sentence.start
                && is_preposition(word)
                && matches!(next, "how" | "what" | "which" | "whom" | "whether")
        };
        if out.len() > 1 {
            out.retain(|c| !halved(c));
        }
        let mut n = 0;
        while n < out.len() {
            let before = out.get(..n).unwrap_or_default().iter().map(|b| b.range.end).max();
            let fragment = out.get(n).filter(|c| c.suggested && self.is_fragment(c));
            // “40 per cent, according to the union, are on strike”: what stands before lacks its verb.
            let verbal = fragment.is_some_and(|c| is_auxiliary(self.tokens.word(c.range.start)));
            let wider = fragment.and_then(|c| self.widened(c, before));
            if let Some(wider) = wider {
                // Of a whole sentence the article's own words are no claims beside it.
                let whole = wider.range.start <= self.sentence.start + 1;
                let covers = |c: &Candidate| {
                    wider.range.start <= c.range.start
                        && c.range.end <= wider.range.end
                        && (verbal && Some(c.range.end) == before
                            || whole && c.said.is_none() && wider.said.is_none()
                            || self.is_fragment(c))
                };
                out.retain(|c| !covers(c));
                n = out.partition_point(|c| c.range.start < wider.range.start);
                out.insert(n, wider);
            }
            n += 1;
        }
    }

    fn is_fragment(&self, candidate: &Candidate) -> bool {
        let Candidate { range, subject, host, apposed, judged, .. } = candidate;
        let helped = subject.is_some() || host.is_some() || apposed.is_some() || judged.is_some();
        // “said that “The firm that let you down is history””: somebody's own words stand between their marks.
        let quoted = || {
            candidate.mode == Mode::Quote
                && has_finite(self.tokens, range.clone())
                && self.quotes.iter().any(|q| {
                    q.opened
                        && q.closed
                        && q.from == range.start
                        && (range.end..=range.end + 1).contains(&q.to)
                })
        };
        !helped && self.lacks_clause(range) && !self.is_told(candidate) && !quoted()
    }

    /// Whether a stretch begins or goes on as no clause does. That no verb in it is known proves nothing.
    fn lacks_clause(&self, range: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let adverb = matches!(tokens.word(range.start), "then" | "later" | "again" | "also" | "now" | "even");
        let first = range.start + usize::from(adverb && range.len() > 1);
        let word = tokens.word(first);
        let inner = range.start > self.sentence.start && !tokens.capital(first);
        // “then ripping up 14 protected trees”: no other verb than one that may be an adjective.
        if inner && word.len() > 4 && word.ends_with("ing") && !is_preposition(word) {
            let verb = |i: usize| is_finite(tokens, i) && !tokens.word(i).ends_with("ed");
            return !(first + 1..range.end.min(first + LONGEST)).any(verb);
        }
        if is_clause(tokens, range) {
            return false;
        }
        // “The bridge,” she said, “cost $4m”: a quotation that another one began.
        let goes_on = inner && first > 0 && self.quotes.iter().any(|q| q.from == first && q.opened);
        let begun = || self.quotes.iter().any(|q| q.to < first && q.from >= self.sentence.start);
        if goes_on && begun() && tokens.word(self.quote_before(first)) == "," {
            return true;
        }
        let told = first.checked_sub(1).is_some_and(|b| tokens.word(b) == "that");
        let infinitive = |i: usize| {
            tokens.word(i) == "to"
                && tokens.is(i + 1, Kind::Word)
                && !tokens.capital(i + 1)
                && i + 1 < range.end
        };
        let finite = has_finite(tokens, range.clone());
        inner && (word == "to" || is_preposition(word) && !finite)
            || inner && is_auxiliary(word)
            || told && !finite && range.clone().any(infinitive)
            || is_article(word) && finite
    }

    /// The last token of the quotation before the one that begins at `at`.
    fn quote_before(&self, at: usize) -> usize {
        let before = self.quotes.iter().take_while(|q| q.to < at).last();
        before.map_or(at, |q| q.to.saturating_sub(1))
    }

    /// “announced deep cuts”: its statement begins with the words of saying.
    fn is_told(&self, candidate: &Candidate) -> bool {
        candidate.mode != Mode::Quote
            && !matches!(self.tokens.word(candidate.range.start), "to" | "and")
            && candidate.said.and_then(|s| self.said.get(s)).is_some_and(|s| s.told(self.tokens).is_some())
    }

    /// The same with the words before it, from where the claim before ends; else all of its sentence.
    fn widened(&self, candidate: &Candidate, before: Option<usize>) -> Option<Candidate> {
        let tokens = self.tokens;
        let range = &candidate.range;
        let (start, end) = (self.sentence.start, self.sentence.end);
        let floor = start.max(range.start.saturating_sub(LONGEST));
        let start = (floor..range.start).rev().find(|k| self.is_stop(*k)).map_or(start, |k| k + 1);
        let end = (range.end..end).find(|k| self.is_stop(*k)).unwrap_or(end);
        let left = before.filter(|b| *b > start && *b < range.start).map(|b| b..range.end);
        let all = Some(start..range.end);
        let near = left.into_iter().chain(all).find_map(|mut wider| {
            self.strip(&mut wider);
            let whole = wider.len() > range.len() && is_clause(tokens, &wider);
            (whole && !self.breaks_quote(&wider)).then_some(wider)
        });
        let wider = near.unwrap_or_else(|| {
            let mut whole = start..end;
            trim(tokens, &mut whole);
            whole
        });
        if wider.len() <= range.len() {
            return None;
        }
        let said = candidate.said.filter(|s| {
            self.said.get(*s).is_some_and(|s| s.content.start <= wider.start && wider.end <= s.content.end)
        });
        let mut out = self.candidate(wider, said, None)?;
        out.suggested = true;
        Some(out)
    }

    /// Whether a stretch holds one end of a quotation and not the other.
    fn breaks_quote(&self, range: &Range<usize>) -> bool {
        self.quotes.iter().any(|q| {
            let marks = q.outer();
            range.contains(&marks.start) != range.contains(&marks.end.saturating_sub(1))
        })
    }

    /// A mark that ends a sentence within what the rules for sentences kept whole.
    pub(super) fn is_stop(&self, i: usize) -> bool {
        let tokens = self.tokens;
        let before = i.checked_sub(1).map_or("", |b| tokens.raw(b));
        matches!(tokens.word(i), "." | "?" | "!")
            && i + 1 < self.sentence.end
            && tokens.spaced(i + 1)
            && tokens.capital(i + 1)
            && before.chars().count() > 2
            && !matches!(
                tokens.word(i - 1),
                "mrs" | "gen" | "sen" | "rep" | "gov" | "prof" | "inc" | "corp" | "ltd"
            )
    }
}

/// Whether a stretch has a subject and behind it a finite verb, which no “as” or “which” has for itself.
pub(crate) fn is_clause(tokens: &Tokens<'_>, range: &Range<usize>) -> bool {
    let mut subject = false;
    // How the verb that comes next belongs to a clause under this one: it began with the stretch, or within it.
    let (mut opening, mut under) = (false, false);
    for i in range.clone().take(LONGEST) {
        let word = tokens.word(i);
        // “higher energy costs ate into margins”: the first of two is a noun.
        let noun = word.ends_with('s') && !is_auxiliary(word) && subject && is_finite(tokens, i + 1);
        if word == "," && opening {
            (opening, under) = (false, false);
        } else if !noun && is_finite(tokens, i) {
            if subject && !under && !opening {
                return true;
            }
            // “has burned through 2,500 hectares”; “Will” may be a name.
            if !subject && is_auxiliary(word) && !(tokens.capital(i) && tokens.capital(i + 1)) {
                return false;
            }
            subject |= tokens.capital(i) && !is_auxiliary(word);
            under = false;
        } else if !under && !opening && (is_contracted(word) || subject && is_short_verb(tokens, i)) {
            return true;
        } else if subordinates(word) && !(word == "that" && is_pronoun_that(tokens, i)) {
            let first = i == range.start;
            opening |= first && word != "that" && word != "who" && word != "which";
            under |= !first && subject;
            subject |= first && !opening;
        } else if (tokens.is(i, Kind::Word) || tokens.is(i, Kind::Number)) && !is_opening_adverb(word) {
            subject = true;
        }
    }
    false
}

/// “’s”, “’ve” as a token of its own, and not that of “the firm’s Leeds office”.
fn is_short_verb(tokens: &Tokens<'_>, i: usize) -> bool {
    let short =
        matches!(tokens.word(i), "'s" | "’s" | "'re" | "’re" | "'ve" | "’ve" | "'ll" | "’ll" | "'m" | "’m");
    short && !tokens.capital(i + 1)
}

fn subordinates(word: &str) -> bool {
    matches!(
        word,
        "which"
            | "who"
            | "whose"
            | "that"
            | "as"
            | "because"
            | "when"
            | "where"
            | "while"
            | "although"
            | "though"
            | "if"
            | "after"
            | "before"
            | "since"
            | "until"
            | "unless"
            | "than"
    )
}

/// “it’s”, “they’ve”, “I’d”: a subject and its verb in one word.
fn is_contracted(word: &str) -> bool {
    let Some((stem, _)) = word.split_once(['\'', '’']) else { return false };
    matches!(
        stem,
        "i" | "it"
            | "he"
            | "she"
            | "we"
            | "you"
            | "they"
            | "that"
            | "there"
            | "here"
            | "what"
            | "who"
            | "let"
            | "where"
    )
}
