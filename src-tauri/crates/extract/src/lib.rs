//! Text to claims: pure functions.
//!
//! [`find`] reads a text block by block: [`tokens`] cuts words, [`sentences`](mod@sentences) cuts sentences, [`values`] reads dates and
//! quantities, [`attribution`] who said what, [`claims`] cuts claims out of clauses, [`checkworthy`] weighs them,
//! [`statement`] gives them words, and [`mentions`] joins those that are one. All of it takes time in proportion to
//! the text, and no text makes it fail. [`likeness`] compares claims of different texts.

mod attribution;
mod checkworthy;
mod claims;
mod datelines;
mod language;
mod lexicon;
pub mod likeness;
mod mentions;
mod names;
mod occurrences;
mod plain;
mod quotes;
mod sentences;
mod statement;
mod tokens;
pub mod training;
mod turns;
mod unfinished;
mod values;
mod verbs;

#[cfg(test)]
mod tests;

use std::ops::{ControlFlow, Range};
use std::sync::LazyLock;

use assay_model::claim::Mode;
use assay_model::document::{Block, BlockKind, Metadata};
use assay_model::found::{
    Cue, Found, FoundClaim, FoundClaimant, FoundDocument, FoundMention, FoundSentence, Quotation, Speaker,
};
use assay_model::span::{Span, TextIndex};
use assay_model::value::Value;

pub use checkworthy::Model;
pub use language::limits;
pub use occurrences::Passage;
pub use sentences::sentences;

use crate::attribution::Said;
use crate::checkworthy::Scales;
use crate::claims::{Candidate, Parsed};
use crate::mentions::{Joined, Trace};
use crate::names::Names;
use crate::quotes::Quote;
use crate::tokens::{Kind, Tokens};
use crate::turns::Turn;
use crate::unfinished::Unfinished;
use crate::values::{Calendar, Draft};

/// `step` is called once for so many sentences.
const STEP: usize = 256;

/// The titles that would do for a claim, the best first.
type Titles = Box<dyn Iterator<Item = String>>;

/// Looks for claims, values and quotations in a text.
///
/// All spans are Unicode code points of `text`. Blocks whose kind [is not checked](assay_model::document::BlockKind::is_checked) give sentences with
/// score zero and nothing else. Dates are resolved against `metadata.published`. `step` is called with the share
/// done (0 to 1) now and then; when it breaks, the answer is `None`.
pub fn find(
    text: &str,
    blocks: &[Block],
    metadata: &Metadata,
    step: &mut dyn FnMut(f64) -> ControlFlow<()>,
) -> Option<Found> {
    static SHIPPED: LazyLock<Model> = LazyLock::new(Model::shipped);
    thread_local! {
        // A word weighs the same in every article, so it is weighed once for all that a thread reads.
        static SCALES: Scales<'static> = Scales::new(&SHIPPED);
    }
    SCALES.with(|scales| find_with(scales, text, blocks, metadata, step))
}

/// The same by another model than the one that Assay ships.
pub fn find_by(
    model: &Model,
    text: &str,
    blocks: &[Block],
    metadata: &Metadata,
    step: &mut dyn FnMut(f64) -> ControlFlow<()>,
) -> Option<Found> {
    find_with(&Scales::new(model), text, blocks, metadata, step)
}

fn find_with(
    scales: &Scales<'_>,
    text: &str,
    blocks: &[Block],
    metadata: &Metadata,
    step: &mut dyn FnMut(f64) -> ControlFlow<()>,
) -> Option<Found> {
    let finder = read(scales, text, blocks, metadata, false, step)?;
    Some(Found {
        document: FoundDocument {
            title: metadata.title.clone(),
            published: metadata.published.clone(),
            authors: metadata.authors.clone(),
            publisher: metadata.publisher.clone(),
            language: metadata.language.clone().or(finder.code),
            text: text.to_owned(),
        },
        sentences: finder.sentences,
        claims: finder.claims.into_claims(),
        values: finder.values,
        quotations: finder.quotations,
    })
}

/// Reads all blocks of a text; nothing if `step` stops it. For `training` it keeps what it weighed.
fn read<'m>(
    scales: &'m Scales<'m>,
    text: &str,
    blocks: &[Block],
    metadata: &Metadata,
    training: bool,
    step: &mut dyn FnMut(f64) -> ControlFlow<()>,
) -> Option<Finder<'m>> {
    let index = TextIndex::new(text);
    let told = metadata.language.as_deref();
    let code = language::detect(&checked_text(&index, blocks), told);
    let published = metadata.published.clone().or_else(|| datelines::day(&index, blocks));
    let mut finder = Finder {
        scales,
        weighed: training.then(Vec::new),
        english: language::is_english(code.as_deref()),
        language: code.clone().unwrap_or_else(|| "en".to_owned()),
        code,
        calendar: Calendar::new(published.as_ref(), text),
        names: Names::default(),
        last: None,
        turn: None,
        unfinished: None,
        sentences: Vec::new(),
        values: Vec::new(),
        quotations: Vec::new(),
        claims: Joined::default(),
    };
    let length = f64::from(index.len().max(1));
    for block in blocks {
        let Some((slice, start)) = sentences::part(&index, block) else { continue };
        if step(f64::from(block.start) / length).is_break() {
            return None;
        }
        let mut inside = |at: u32| step(f64::from(at) / length);
        if finder.block(slice, start, block, &mut inside).is_break() {
            return None;
        }
    }
    if step(1.0).is_break() {
        return None;
    }
    Some(finder)
}

/// Enough of the running text to tell its language by.
fn checked_text(index: &TextIndex<'_>, blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks.iter().filter(|b| b.kind.is_checked()) {
        if out.len() > 4096 {
            break;
        }
        out.push_str(statement::beginning(index.slice(block.span()).unwrap_or_default(), 4096));
        out.push('\n');
    }
    out
}

struct Finder<'m> {
    scales: &'m Scales<'m>,
    english: bool,
    language: String,
    /// The language's code, where it is known.
    code: Option<String>,
    /// Every clause that was weighed, where somebody learns from them.
    weighed: Option<Vec<training::Weighed>>,
    calendar: Calendar,
    names: Names,
    last: Option<Said>,
    /// Whose turn it is, in a transcript.
    turn: Option<Turn>,
    /// A quotation that the blocks so far have left open, or whose speaker they have not named.
    unfinished: Option<Unfinished>,
    sentences: Vec<FoundSentence>,
    values: Vec<Value>,
    quotations: Vec<Quotation>,
    claims: Joined,
}

impl Finder<'_> {
    fn block(
        &mut self,
        text: &str,
        start: u32,
        block: &Block,
        step: &mut dyn FnMut(u32) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let tokens = Tokens::new(text, start);
        let checked = block.kind.is_checked();
        if block.kind == BlockKind::Headline && self.english {
            self.names.headline(&tokens);
        }
        if block.kind == BlockKind::Speaker {
            self.turn = Turn::of(text, &tokens, &mut self.names);
        } else if let Some(turn) = self.turn.as_ref().filter(|_| checked) {
            self.quotations.extend(turn.quotation(&tokens));
            if text.trim_end().ends_with('?') {
                self.names.asks(turn.name());
            }
        }
        let open = self.unfinished.as_ref().is_some_and(|u| !u.closed);
        let quotes = if checked { quotes::find(&tokens, open) } else { Vec::new() };
        let goes_on = open && quotes.first().is_some_and(|q| q.from <= 1);
        let frame = checked && !goes_on && self.speaker_behind(&tokens);
        let plain = block.kind == BlockKind::Paragraph && self.turn.is_none();
        let dateline = if plain { datelines::end(&tokens) } else { None };
        let split = sentences::split(text, &tokens, &self.language, block.kind);
        let parts = split.into_iter().flat_map(|s| claims::parts(&tokens, s));
        for (n, range) in parts.enumerate() {
            let mut range = range;
            if let Some(behind) = dateline.filter(|d| range.start == 0 && *d < range.end) {
                self.sentences.extend(tokens.span(0, behind).map(|s| unchecked(s, BlockKind::Dateline)));
                range.start = behind;
            }
            let Some(span) = tokens.span(range.start, range.end) else { continue };
            if n % STEP == STEP - 1 {
                step(span.start)?;
            }
            let mut sentence = unchecked(span, block.kind);
            // Words of saying alone are nothing to check.
            if checked && !(frame && n == 0) {
                self.sentence(&tokens, range, &quotes, &mut sentence);
            }
            self.sentences.push(sentence);
        }
        let ended = quotes.last().is_none_or(|q| q.closed);
        if let Some(unfinished) = self.unfinished.as_mut().filter(|_| checked) {
            unfinished.closed = ended;
        }
        ControlFlow::Continue(())
    }

    /// “…,” said X, where the words of saying begin a block of their own: whether they do. Nothing waits longer than that.
    fn speaker_behind(&mut self, tokens: &Tokens<'_>) -> bool {
        let Some(unfinished) = self.unfinished.take() else { return false };
        let Some(said) = attribution::behind(tokens, &self.names) else { return false };
        unfinished.spoken(&said, &mut self.quotations, &mut self.claims);
        true
    }

    fn sentence(
        &mut self,
        tokens: &Tokens<'_>,
        range: Range<usize>,
        quotes: &[Quote],
        found: &mut FoundSentence,
    ) {
        let drafts = values::find(tokens, &range, self.english, &mut self.calendar);
        self.values.extend(drafts.iter().filter_map(|d| d.finish(tokens)));
        let from = quotes.partition_point(|q| q.outer().end <= range.start);
        let to = quotes.partition_point(|q| q.outer().start < range.end);
        let quotes = quotes.get(from..to).unwrap_or_default();
        if self.english {
            self.names.begin(tokens, &range, quotes);
        }
        let mut said = if self.english {
            let context = attribution::Context { tokens, sentence: range.clone(), quotes, values: &drafts };
            attribution::find(&context, &mut self.names, &mut self.last)
        } else {
            plain::quoted(quotes, &range)
        };
        // “I said that …” in somebody's turn: they name themselves.
        if let Some(turn) = &self.turn {
            for s in said.iter_mut().filter(|s| matches!(s.name.as_deref(), Some("I" | "We" | "we"))) {
                s.name = Some(turn.name().to_owned());
                s.place = Some(turn.place());
            }
        }
        let open = self.unfinished.is_some();
        for s in &said {
            let known = self.quotations.len();
            self.quotations.extend(quotation(tokens, s));
            if unfinished::waits(s, quotes, open) && self.quotations.len() > known {
                self.unfinished.get_or_insert_default().wait(Some(known), None);
            }
        }
        // The turn is one quotation, so that its sentences are none of their own.
        if let Some(turn) = self.turn.as_ref().filter(|_| said.is_empty()) {
            said.extend(turn.said(tokens, &range));
        }
        let parsed = Parsed {
            scales: self.scales,
            tokens,
            sentence: range.clone(),
            quotes,
            values: &drafts,
            said: &said,
            block: found.block,
        };
        let candidates = if self.english { claims::find(&parsed) } else { plain::claims(&parsed) };
        found.score = candidates.iter().map(|c| c.worth.score).fold(0.0, f64::max);
        found.checkable = found.score >= checkworthy::SUGGESTED;
        if let Some(weighed) = &mut self.weighed {
            weighed.extend(candidates.iter().filter_map(|c| training::Weighed::of(tokens, c)));
        }
        for candidate in candidates.iter().filter(|c| c.suggested) {
            let values: Vec<&Draft> = parsed.values_in(&candidate.range).collect();
            let told = candidate.said.and_then(|s| said.get(s));
            let lead = told.and_then(|s| s.lead(tokens, &candidate.range, candidate.subject.as_ref()));
            let unattributed = lead.is_some();
            if let Some((claim, titles)) = self.claim(tokens, candidate, &values, told, lead) {
                let denied = told.is_some_and(|s| s.denies(tokens));
                let trace = Trace::new(tokens, candidate, &values, &self.names, denied, unattributed);
                let at = self.claims.add(claim, titles, trace);
                let waits = told.is_some_and(|s| unfinished::waits(s, quotes, open));
                if let Some(unfinished) = self.unfinished.as_mut().filter(|_| waits) {
                    unfinished.wait(None, Some(at));
                }
            }
        }
        if let Some(speaker) = said.iter().find(|s| unfinished::ends(s, quotes))
            && let Some(unfinished) = self.unfinished.take()
        {
            unfinished.spoken(speaker, &mut self.quotations, &mut self.claims);
        }
        if self.english {
            let spoken = said.iter().any(|s| s.name.is_some() && s.force == verbs::Force::Assert);
            self.names.read(tokens, &range, spoken);
        }
    }

    fn claim(
        &self,
        tokens: &Tokens<'_>,
        candidate: &Candidate,
        values: &[&Draft],
        report: Option<&Said>,
        lead: Option<String>,
    ) -> Option<(FoundClaim, Titles)> {
        // Signs that no rule knows assert nothing.
        if !candidate.range.clone().any(|i| tokens.is(i, Kind::Word) || tokens.is(i, Kind::Number)) {
            return None;
        }
        let range = &candidate.range;
        let span = tokens.span(range.start, range.end)?;
        let claimant = report.and_then(|s| {
            let place = s.place?;
            let name = s.name.clone()?;
            Some(FoundClaimant { name, start: place.start, end: place.end, mode: candidate.mode })
        });
        // Beside what somebody reports in their turn they speak themselves.
        let claimant =
            claimant.or_else(|| self.turn.as_ref().filter(|_| report.is_none()).map(Turn::claimant));
        let speaker = report.and_then(|s| s.name.as_deref()).filter(|n| self.names.is_person(n));
        let words = statement::Worded {
            tokens,
            values,
            names: &self.names,
            claimant: speaker,
            quoted: candidate.mode == Mode::Quote || report.is_none() && self.turn.is_some(),
            said: report.and_then(|s| s.told(tokens)),
            denied: report.is_some_and(|s| s.denies(tokens)),
            aside: report.and_then(Said::aside),
            lead,
        };
        let shown = candidate.without(words.aside, tokens);
        let titles: Titles = if self.english {
            Box::new(statement::labels(&words, shown.as_ref().unwrap_or(candidate)))
        } else {
            Box::new(std::iter::once(statement::first_words(&words, range)))
        };
        // A long text holds hundreds of thousands of these, so none takes more room than it fills.
        let mut statement = statement::statement(&words, candidate);
        statement.shrink_to_fit();
        let mut stated: Vec<Value> = values.iter().filter_map(|d| d.finish(tokens)).collect();
        stated.shrink_to_fit();
        let claim = FoundClaim {
            label: String::new(),
            statement,
            kind: candidate.worth.kind,
            score: candidate.worth.score,
            reasons: candidate.worth.reasons.iter().map(|r| (*r).to_owned()).collect(),
            claimant,
            mentions: vec![FoundMention {
                start: span.start,
                end: span.end,
                exact: tokens.slice(range.start, range.end).to_owned(),
            }],
            values: stated,
        };
        Some((claim, titles))
    }
}

/// A sentence that nothing is known of.
fn unchecked(span: Span, block: BlockKind) -> FoundSentence {
    FoundSentence { start: span.start, end: span.end, block, score: 0.0, checkable: false }
}

fn quotation(tokens: &Tokens<'_>, said: &Said) -> Option<Quotation> {
    // What nobody said is no quotation.
    if said.force == verbs::Force::Withhold && said.cue.is_none() {
        return None;
    }
    let content = tokens.span(said.content.start, said.content.end)?;
    let speaker = said.place.zip(said.name.clone());
    let cue = said.cue.as_ref().and_then(|c| tokens.span(c.start, c.end));
    Some(Quotation {
        start: content.start,
        end: content.end,
        mode: said.mode,
        speaker: speaker.map(|(place, name)| Speaker { start: place.start, end: place.end, name }),
        cue: cue.map(|c| Cue { start: c.start, end: c.end }),
    })
}
