//! Transcripts: what stands under the heading of a turn is said by the person it names.

use std::ops::Range;

use assay_model::claim::Mode;
use assay_model::found::{FoundClaimant, Quotation, Speaker};
use assay_model::span::Span;

use crate::attribution::{Said, trim};
use crate::names::Names;
use crate::tokens::Tokens;
use crate::verbs::Force;

/// A turn: who speaks, and where the heading says so.
#[derive(Debug)]
pub(crate) struct Turn {
    name: String,
    place: Span,
}

impl Turn {
    /// The turn that a heading begins.
    pub(crate) fn of(text: &str, tokens: &Tokens<'_>, names: &mut Names) -> Option<Self> {
        let mut heading = 0..tokens.len();
        trim(tokens, &mut heading);
        Some(Self { name: names.heading(text)?, place: tokens.span(heading.start, heading.end)? })
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn place(&self) -> Span {
        self.place
    }

    /// A whole block of it as one quotation.
    pub(crate) fn quotation(&self, tokens: &Tokens<'_>) -> Option<Quotation> {
        // “(APPLAUSE)” alone is nobody's word.
        let aside = |open: &str, close: &str| {
            tokens.word(0) == open
                && (1..tokens.len()).find(|k| tokens.word(*k) == close) == tokens.len().checked_sub(1)
        };
        if aside("(", ")") || aside("[", "]") {
            return None;
        }
        let span = tokens.span(0, tokens.len())?;
        let speaker = Speaker { start: self.place.start, end: self.place.end, name: self.name.clone() };
        Some(Quotation {
            start: span.start,
            end: span.end,
            mode: Mode::Quote,
            speaker: Some(speaker),
            cue: None,
        })
    }

    /// A sentence of it, in which nobody else is said to speak.
    pub(crate) fn said(&self, tokens: &Tokens<'_>, sentence: &Range<usize>) -> Option<Said> {
        let mut content = sentence.clone();
        trim(tokens, &mut content);
        (!content.is_empty()).then(|| Said {
            mode: Mode::Quote,
            speaker: None,
            name: Some(self.name.clone()),
            cue: None,
            force: Force::Assert,
            place: Some(self.place),
            frame: content.end..content.end,
            content,
        })
    }

    pub(crate) fn claimant(&self) -> FoundClaimant {
        let name = self.name.clone();
        FoundClaimant { name, start: self.place.start, end: self.place.end, mode: Mode::Quote }
    }
}
