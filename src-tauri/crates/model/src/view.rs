//! Saved views: queries that a newsroom comes back to, by name.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::ViewId;
use crate::query::Sort;

/// The most code points in the name of a view.
pub const MOST_NAME: usize = 80;

/// A query with a name and an order of its claims.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedView {
    /// Its id.
    pub id: ViewId,
    /// Its name; no other view has it, in capitals or not.
    pub name: String,
    /// The query, as text: a key that is not known is text to look for.
    pub query: String,
    /// In which order its claims are shown.
    pub sort: Sort,
}
