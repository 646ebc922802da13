//! Claims: statements whose truth can be checked, and the places where they are made.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::checklist::ChecklistStep;
use crate::evidence::Evidence;
use crate::id::{ClaimId, ClaimRef, DocumentId, DocumentRef, MentionId, RevisionId};
use crate::note::Note;
use crate::relation::Relation;
use crate::scale::RatingRef;
use crate::time::Instant;
use crate::value::Value;
use crate::verdict::{Status, Verdict};
use crate::words::words;

words! {
    /// What sort of claim it is.
    pub enum ClaimKind ("kind") {
        /// An amount, a share, a length.
        Quantity = "quantity", "Quantity";
        /// When something was.
        Date = "date", "Date";
        /// Something that happened.
        Event = "event", "Event";
        /// How something is.
        State = "state", "State";
        /// More, first, largest.
        Comparison = "comparison", "Comparison";
        /// One thing led to another.
        Cause = "cause", "Cause";
        /// Someone's exact words.
        Quote = "quote", "Quote";
        /// What will happen.
        Prediction = "prediction", "Prediction";
        /// What someone thinks of it.
        Opinion = "opinion", "Opinion";
    }
}

words! {
    /// In whose words a claim is made.
    pub enum Mode ("mode") {
        /// The article says it in its own voice.
        Own = "own", "Own voice";
        /// A whole quotation.
        Quote = "quote", "Quote";
        /// Some quoted words within the article's own.
        Part = "part", "Part quote";
        /// Reported without quotation marks.
        Paraphrase = "paraphrase", "Paraphrase";
    }
}

words! {
    /// How soon a claim wants checking.
    pub enum Priority ("priority") {
        /// Not set.
        None = "none", "None";
        /// When there is time.
        Low = "low", "Low";
        /// In its turn.
        Medium = "medium", "Medium";
        /// First.
        High = "high", "High";
    }
}

words! {
    /// Whether a mention still stands where it was put.
    pub enum Anchor ("anchor") {
        /// The text at the span is the text quoted.
        Exact = "exact", "Exact";
        /// The same text, found elsewhere in a newer version.
        Moved = "moved", "Moved";
        /// Nearly the same text in a newer version.
        Changed = "changed", "Changed";
        /// The newer version no longer has it.
        Lost = "lost", "Lost";
    }
}

/// A place in a text where a claim is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Mention {
    /// Its id.
    pub id: MentionId,
    /// The document it stands in.
    pub document: DocumentId,
    /// The document's short reference.
    pub document_ref: DocumentRef,
    /// The revision its offsets count in.
    pub revision: RevisionId,
    /// The number of the sentence it begins in, from one.
    pub sentence: Option<u32>,
    /// First code point.
    pub start: u32,
    /// One after the last code point.
    pub end: u32,
    /// The text at `start..end`.
    pub exact: String,
    /// Up to 32 code points before.
    pub prefix: String,
    /// Up to 32 code points after.
    pub suffix: String,
    /// Whether it still stands there.
    pub anchor: Anchor,
}

/// A claim as the ledger shows it: one row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ClaimRow {
    /// Its integer key in this workspace, never used again.
    #[ts(type = "number")]
    pub key: i64,
    /// Its id.
    pub id: ClaimId,
    /// Its short reference.
    #[serde(rename = "ref")]
    pub reference: ClaimRef,
    /// Two to five words that name it.
    pub label: String,
    /// The claim as one sentence that needs no context.
    pub statement: String,
    /// What sort it is.
    pub kind: ClaimKind,
    /// How far the work has come.
    pub status: Status,
    /// Is it true? The derived one of the five, where the claim was judged by another scale.
    pub verdict: Option<Verdict>,
    /// The value of the scale that it was judged by; none where that is Assay's own five.
    pub rating: Option<RatingRef>,
    /// That value's name, as people see it.
    pub rating_name: Option<String>,
    /// Was it said?
    pub said: Option<Verdict>,
    /// Who says it; none in the document's own voice.
    pub claimant: Option<String>,
    /// In whose words.
    pub mode: Mode,
    /// How soon.
    pub priority: Priority,
    /// How much it wants checking, 0 to 1; none for a claim made by hand.
    pub score: Option<f64>,
    /// The value it states, in the author's words.
    pub value: Option<String>,
    /// The same value in its normal form.
    pub value_normal: Option<String>,
    /// What the evidence shows instead.
    pub found: Option<String>,
    /// The publisher of the document it is first mentioned in, else that document's title.
    pub document_name: Option<String>,
    /// The document it is first mentioned in.
    pub document: Option<DocumentId>,
    /// Pieces of evidence.
    pub evidence: u32,
    /// The origins that they come from: evidence of one origin counts once.
    pub origins: u32,
    /// Whether any evidence is of a primary source.
    pub has_primary: bool,
    /// Notes on it.
    pub notes: u32,
    /// Questions to the author of the article that have no answer yet.
    pub open_questions: u32,
    /// Who checks it.
    pub checker: Option<String>,
    /// When it was last edited.
    pub edited: Instant,
}

/// A claim with all that hangs off it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Claim {
    /// What the ledger shows of it.
    #[serde(flatten)]
    pub row: ClaimRow,
    /// Why it was suggested, in words.
    pub reasons: Vec<String>,
    /// Every value it states.
    pub values: Vec<Value>,
    /// The reasoning behind “is it true?”, citing evidence as `[n]`.
    pub rationale: String,
    /// The reasoning behind “was it said?”.
    pub rationale_said: String,
    /// Tags, sorted.
    pub tags: Vec<String>,
    /// Who reads it again.
    pub reviewer: Option<String>,
    /// Where it is made, in order of document and place.
    pub mentions: Vec<Mention>,
    /// Its evidence, in order.
    pub evidence_items: Vec<Evidence>,
    /// Who signed it off, if it is.
    pub signed_off_by: Option<String>,
    /// When it was signed off, if it is.
    pub signed_off_at: Option<Instant>,
    /// SHA-256 of what was signed, in hexadecimal, if it is signed off.
    pub signed_digest: Option<String>,
    /// Why it was last reopened after a sign-off, if it was.
    pub reopened: Option<String>,
    /// Notes and questions, oldest first.
    pub note_items: Vec<Note>,
    /// How it stands to other claims.
    pub relations: Vec<Relation>,
    /// The steps of the checklist for its kind, with those that are done.
    pub checklist: Vec<ChecklistStep>,
    /// The operation that wrote its present content.
    #[ts(type = "number")]
    pub stamp: i64,
}
