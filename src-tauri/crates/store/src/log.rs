//! The log's chain: what an operation's hash covers.
//!
//! SHA-256 over, in this order: the hash of the operation before (32 zero bytes for the first), sequence number (i64),
//! time (i64, milliseconds), actor and kind (each with its length in bytes before it, u32), the operation undone (i64,
//! 0 for none), the operation joined (i64, only where there is one), the count of changes (u32), and for each change: table (u8), row (i64), claim (i64, 0 for none), action
//! (u8), SHA-256 of the image before (32 zero bytes for none), digest after (32 zero bytes for none). All numbers are
//! big-endian. `purge` may take an image away and keep its digest, so the chain covers digests, not images.

use assay_model::operation::OperationKind;
use assay_model::time::Instant;
use sha2::{Digest, Sha256};

use crate::image::{Image, Table};

pub(crate) type Hash = [u8; 32];

/// What a change did to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Action {
    Insert = 0,
    Update = 1,
    Delete = 2,
}

/// One change of one row.
#[derive(Debug, Clone)]
pub(crate) struct Change {
    pub table: Table,
    pub row: i64,
    pub claim: Option<i64>,
    pub action: Action,
    pub before: Option<Image>,
    pub digest: Option<Hash>,
    /// The image is not to be kept, but for its digest.
    pub purged: bool,
}

/// The head of an operation.
#[derive(Debug, Clone)]
pub(crate) struct Head<'o> {
    pub seq: i64,
    pub time: Instant,
    pub actor: &'o str,
    pub kind: OperationKind,
    pub undoes: Option<i64>,
    /// The operation that began the stretch of typing it belongs to.
    pub joins: Option<i64>,
}

/// One change as the chain covers it.
pub(crate) struct ChainedChange {
    pub table: u8,
    pub row: i64,
    pub claim: Option<i64>,
    pub action: u8,
    pub before: Option<Hash>,
    pub digest: Option<Hash>,
}

/// The hash of an operation, given the hash of the one before.
pub(crate) fn chain(before: &Hash, head: &Head<'_>, changes: &[ChainedChange]) -> Hash {
    let mut hash = Sha256::new();
    hash.update(before);
    hash.update(head.seq.to_be_bytes());
    hash.update(head.time.0.to_be_bytes());
    for text in [head.actor, head.kind.word()] {
        hash.update((text.len() as u32).to_be_bytes());
        hash.update(text);
    }
    hash.update(head.undoes.unwrap_or(0).to_be_bytes());
    if let Some(joins) = head.joins {
        hash.update(joins.to_be_bytes());
    }
    hash.update((changes.len() as u32).to_be_bytes());
    for change in changes {
        hash.update([change.table]);
        hash.update(change.row.to_be_bytes());
        hash.update(change.claim.unwrap_or(0).to_be_bytes());
        hash.update([change.action]);
        hash.update(change.before.unwrap_or_default());
        hash.update(change.digest.unwrap_or_default());
    }
    hash.finalize().into()
}
