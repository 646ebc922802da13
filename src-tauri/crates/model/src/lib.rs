//! What things are: ids, spans, claims, values, queries. No input or output.
//!
//! Every other crate of Assay stands on this one, and it stands on none of them. Words follow the field's own:
//! a *claim* is a statement whose truth can be checked, a *mention* is a place in a text where it is made,
//! a *claimant* is who makes it, *status* is the work and *verdict* is the finding.

pub mod checklist;
pub mod claim;
pub mod document;
pub mod evidence;
pub mod figure;
pub mod found;
pub mod id;
pub mod likeness;
pub mod note;
pub mod occurrence;
pub mod operation;
pub mod person;
pub mod query;
pub mod rationale;
pub mod relation;
pub mod scale;
pub mod span;
pub mod time;
pub mod value;
pub mod verdict;
pub mod view;
mod words;

pub use words::UnknownWord;
