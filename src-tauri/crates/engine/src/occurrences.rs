//! Where else a claim's words stand: a search through the documents, some at a time.

use std::time::{Duration, Instant};

use assay_extract::Passage;
use assay_model::claim::{Claim, Mention};
use assay_model::document::DocumentSummary;
use assay_model::id::DocumentRef;
use assay_model::occurrence::{Difference, Occurrence};
use assay_model::span::{Span, TextIndex};
use assay_store::DocumentText;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Result;
use crate::workspace::Workspace;

/// How long one call searches before it answers with what it has.
const A_WHILE: Duration = Duration::from_millis(200);

/// At most so many places of one document are given.
const MOST_OF_DOCUMENT: usize = 200;

/// At most so many different wordings of a claim are looked for.
const MOST_WORDINGS: usize = 8;

/// A place where words stand that are the claim's, or nearly so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FoundPlace {
    /// The document's key.
    pub document: u32,
    /// Its reference.
    pub document_ref: DocumentRef,
    /// Its title.
    pub title: String,
    /// The number of the sentence it begins in.
    pub sentence: Option<u32>,
    /// First code point.
    pub start: u32,
    /// One after the last code point.
    pub end: u32,
    /// The words there.
    pub exact: String,
    /// Up to 32 code points before.
    pub prefix: String,
    /// Up to 32 code points after.
    pub suffix: String,
    /// The share of words in common, in percent; 100 only where all characters are the same.
    pub likeness: u32,
    /// The claim's words that it is like.
    pub ours: String,
    /// In what it differs from them.
    pub differences: Vec<Difference>,
    /// It is a mention of the claim already, or overlaps one.
    pub known: bool,
}

/// What a stretch of a search found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FoundPlaces {
    /// The places, the likest of each document first.
    pub places: Vec<FoundPlace>,
    /// How many documents were searched, from the first.
    pub searched: u32,
    /// How many there are.
    pub documents: u32,
    /// Where to go on: the last document searched; nothing at the end.
    pub next: Option<u32>,
}

impl Workspace {
    /// Looks for places where a claim's words stand too, equal or nearly so, in the documents after one of them; after
    /// a while it answers with what it has and says where to go on. So whoever asks can stop.
    ///
    /// `words` are looked for in place of the claim's own.
    ///
    /// # Errors
    /// When there is no such claim, or the file cannot be read.
    pub fn find_mentions(&self, claim: i64, words: Option<&str>, after: Option<u32>) -> Result<FoundPlaces> {
        let claim = self.claim(claim)?;
        let passages = passages(&claim, words);
        let reader = self.store.reader()?;
        let all = reader.document_keys(0)?;
        let after = i64::from(after.unwrap_or(0));
        let mut found = FoundPlaces {
            places: Vec::new(),
            searched: all.iter().filter(|key| **key <= after).count() as u32,
            documents: all.len() as u32,
            next: None,
        };
        let begun = Instant::now();
        for key in all.into_iter().filter(|key| *key > after) {
            if found.next.is_some() && begun.elapsed() > A_WHILE {
                return Ok(found);
            }
            let text = reader.document_text(key)?;
            let hits = occurrences(&passages, &text, || Ok(reader.sentence_spans(text.revision_key)?))?;
            if !hits.is_empty() {
                let summary = self.document_summary(key)?;
                found.places.extend(places(&claim, &summary, &text, hits));
            }
            found.searched += 1;
            found.next = Some(key as u32);
        }
        Ok(FoundPlaces { next: None, ..found })
    }
}

/// The claim's different wordings.
fn passages(claim: &Claim, words: Option<&str>) -> Vec<(String, Passage)> {
    if let Some(words) = words {
        return vec![(words.to_owned(), Passage::new(words.trim(), ""))];
    }
    let mut passages: Vec<(String, Passage)> = Vec::new();
    for mention in &claim.mentions {
        if passages.len() < MOST_WORDINGS && !passages.iter().any(|(exact, _)| *exact == mention.exact) {
            passages.push((mention.exact.clone(), Passage::new(&mention.exact, &mention.prefix)));
        }
    }
    passages
}

/// An occurrence in a document, with the number of the sentence it begins in and the wording it is like.
struct Hit {
    sentence: Option<u32>,
    ours: String,
    occurrence: Occurrence,
}

/// What stands in a document; none overlaps a likelier one.
fn occurrences(
    passages: &[(String, Passage)],
    text: &DocumentText,
    sentences: impl FnOnce() -> Result<Vec<(u32, Span)>>,
) -> Result<Vec<Hit>> {
    let mut candidates = Vec::new();
    for block in &text.blocks {
        candidates.extend(passages.iter().filter(|p| p.1.may_stand_in(&block.text)).map(|p| (block, p)));
    }
    if candidates.is_empty() {
        return Ok(Vec::new());
    }
    let sentences = sentences()?;
    let mut hits: Vec<Hit> = Vec::new();
    for (block, (ours, passage)) in candidates {
        let place = block.block.span();
        let from = sentences.partition_point(|(_, s)| s.end <= place.start);
        let to = sentences.partition_point(|(_, s)| s.start < place.end);
        let spans: Vec<Span> = sentences.get(from..to).unwrap_or_default().iter().map(|(_, s)| *s).collect();
        for occurrence in passage.occurrences(&block.text, place.start, &spans) {
            let within = sentences.partition_point(|(_, s)| s.start <= occurrence.span.start);
            let sentence = within.checked_sub(1).and_then(|at| sentences.get(at)).map(|(number, _)| *number);
            hits.push(Hit { sentence, ours: ours.clone(), occurrence });
        }
    }
    hits.sort_by_key(|hit| (std::cmp::Reverse(hit.occurrence.likeness), hit.occurrence.span.start));
    let mut taken: Vec<Hit> = Vec::new();
    for hit in hits {
        if taken.len() == MOST_OF_DOCUMENT {
            break;
        }
        if !taken.iter().any(|other| other.occurrence.span.overlaps(hit.occurrence.span)) {
            taken.push(hit);
        }
    }
    Ok(taken)
}

fn places(claim: &Claim, document: &DocumentSummary, text: &DocumentText, hits: Vec<Hit>) -> Vec<FoundPlace> {
    let whole = text.text();
    let index = TextIndex::new(&whole);
    let here: Vec<&Mention> = claim.mentions.iter().filter(|m| m.document == document.id).collect();
    let known = |span: Span| {
        here.iter().any(|m| m.revision == text.revision && Span { start: m.start, end: m.end }.overlaps(span))
    };
    hits.into_iter()
        .filter_map(|Hit { sentence, ours, occurrence }| {
            let quoted = index.quote(occurrence.span)?;
            Some(FoundPlace {
                document: document.reference.0,
                document_ref: document.reference,
                title: document.metadata.title.clone(),
                sentence,
                start: quoted.start,
                end: quoted.end,
                exact: quoted.exact,
                prefix: quoted.prefix,
                suffix: quoted.suffix,
                likeness: occurrence.likeness,
                ours,
                differences: occurrence.differences,
                known: known(occurrence.span),
            })
        })
        .collect()
}
