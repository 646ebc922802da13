//! The workspace file: SQLite, and all SQL of the project.
//!
//! A workspace is one SQLite file. [`Store`] holds one connection that writes and a few that may only read. Nothing
//! is written but through [`Store::write`], which runs one operation in one transaction, logs what it changed and
//! chains it to the operation before. What a row looked like before each change is in the log, so undo, history and
//! the notice of what changed all come from the same place.
//!
//! Above this crate nobody knows SQL or SQLite: functions take and give the types of `assay_model`.

mod backup;
mod check;
mod checklists;
mod claims;
mod derived;
mod documents;
mod error;
mod evidence;
mod facets;
mod facts;
mod history;
mod image;
mod index;
mod indexed;
mod ledger;
mod log;
mod mentions;
mod migrate;
mod near;
mod notes;
mod open;
mod past;
mod people;
mod purge;
mod query;
mod question;
mod readers;
mod relations;
mod relevance;
mod restore;
mod row;
mod scales;
mod settings;
mod sound;
mod sources;
mod substance;
mod texts;
mod tidy;
mod undo;
mod views;
mod words;
mod write;

pub use check::{Check, Damage};
pub use claims::{ClaimFields, NewClaim};
pub use documents::{NewDocument, NewSentence};
pub use error::StoreError;
pub use evidence::{EvidenceFields, EvidenceTally, NewEvidence};
pub use facets::{Facet, FacetValue, Facets, MOST_VALUES};
pub use facts::WorkspaceFacts;
pub use history::Logged;
pub use image::{Image, Table};
pub use ledger::Order;
pub use mentions::MarkedSpan;
pub use near::Comparable;
pub use open::{Access, Store};
pub use purge::Purged;
pub use question::Question;
pub use readers::Reader;
pub use row::Scalar;
pub use sources::{NewCopy, SourceFields};
pub use texts::{DocumentText, TextBlock};
pub use undo::UndoState;
pub use write::{Act, Edit, Written};
