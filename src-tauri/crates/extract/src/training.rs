//! What the model learns from: sentences of debates, and the clauses that the finder weighs in articles.

use std::ops::ControlFlow;

use assay_model::document::{Block, Metadata};

pub use crate::checkworthy::features::{BITS, FAMILIES};
pub use crate::checkworthy::seen::FACTS;
pub use crate::checkworthy::{Buckets, Facts, Line, Model};

use crate::checkworthy::Scales;
use crate::claims::Candidate;
use crate::tokens::Tokens;
use crate::values::{self, Calendar, Draft};

/// A sentence as the model sees it.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// Where its words, letters, shapes and pairs fall.
    pub buckets: Buckets,
    /// What it has and has not.
    pub facts: Facts,
}

impl Sentence {
    /// How check-worthy a model takes it to be; over zero, more likely than not.
    pub fn margin(&self, model: &Model) -> f32 {
        model.margin(&self.buckets, self.facts)
    }
}

/// A sentence that stands alone.
pub fn of_sentence(text: &str) -> Sentence {
    let tokens = Tokens::new(text, 0);
    let range = 0..tokens.len();
    let drafts = values::find(&tokens, &range, true, &mut Calendar::new(None, text));
    let drafts: Vec<&Draft> = drafts.iter().collect();
    let facts = crate::checkworthy::seen::facts(&tokens, &range, &drafts);
    Sentence { buckets: Buckets::read(&tokens, &range, facts), facts }
}

/// A clause of an article that was weighed, whether or not it is suggested.
#[derive(Debug, Clone, Copy)]
pub struct Weighed {
    /// First code point.
    pub start: u32,
    /// One after its last code point.
    pub end: u32,
    /// How check-worthy its words are, by the model it was weighed with.
    pub margin: f32,
    /// What it has and has not.
    pub facts: Facts,
}

impl Weighed {
    pub(crate) fn of(tokens: &Tokens<'_>, candidate: &Candidate) -> Option<Self> {
        let span = tokens.span(candidate.range.start, candidate.range.end)?;
        let (margin, facts) = (candidate.worth.margin, candidate.worth.facts);
        Some(Self { start: span.start, end: span.end, margin, facts })
    }
}

/// The clauses that the finder weighs in an article.
pub fn of_article(model: &Model, text: &str, blocks: &[Block], metadata: &Metadata) -> Vec<Weighed> {
    let scales = Scales::new(model);
    let read = crate::read(&scales, text, blocks, metadata, true, &mut |_| ControlFlow::Continue(()));
    read.and_then(|finder| finder.weighed).unwrap_or_default()
}
