//! The ledger: pages of claims at any place of a list, and facets.

use std::collections::VecDeque;
use std::sync::{Arc, PoisonError};

use assay_model::claim::{Claim, ClaimRow};
use assay_model::query::{Hint, Key, Query, Sort, parse};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Result;
use crate::workspace::Workspace;

/// How many rows one page may have.
pub(crate) const MOST_ROWS: u32 = 1000;

/// Which rows are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PageRequest {
    /// The query, as text.
    pub query: String,
    /// In which order.
    pub sort: Sort,
    /// The place of the first row, from zero.
    pub from: u32,
    /// How many rows, at most 1,000.
    pub limit: u32,
}

/// Rows of the ledger.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Page {
    /// The rows.
    pub rows: Vec<ClaimRow>,
    /// The place of the first row, from zero.
    pub from: u32,
    /// How many claims the query finds.
    pub total: u32,
    /// The operation that this page shows the state after.
    #[ts(type = "number")]
    pub operation: i64,
    /// The query as it was understood.
    pub query: Query,
    /// What in the query looks like a slip.
    pub hints: Vec<Hint>,
}

/// One facet of a query.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FacetGroup {
    /// The key that its options are asked by.
    pub key: Key,
    /// Its options, the most frequent first.
    pub options: Vec<FacetOption>,
}

/// One option of a facet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FacetOption {
    /// The value that a query asks by: `none` for claims without one.
    pub value: String,
    /// What people see.
    pub label: String,
    /// Claims that the query finds with it, this facet's own choice left aside.
    pub count: u32,
}

/// The order of a list, kept so that any page of it is a look-up.
type Order = Arc<Vec<i64>>;

/// The newest few orders.
#[derive(Debug, Default)]
pub(crate) struct Orders(VecDeque<(String, Sort, i64, Order)>);

/// How many orders are kept: the ledger's, and those that were typed on the way to it.
const KEPT: usize = 4;

impl Workspace {
    /// The keys that a query finds, in order, and the operation whose state that is.
    pub(crate) fn order(&self, query: &Query, sort: Sort) -> Result<(Order, i64)> {
        let query = &query.asked_by(&self.person());
        let text = query.to_string();
        let (head, _) = self.store.head()?;
        let kept = |orders: &Orders| {
            let found = orders.0.iter().find(|(q, s, o, _)| *q == text && *s == sort && *o == head);
            found.map(|(.., order)| Arc::clone(order))
        };
        let lock = || self.orders.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(order) = kept(&lock()) {
            return Ok((order, head));
        }
        // Others may ask meanwhile: at worst the same order is made twice.
        let order = Arc::new(self.store.claim_keys(query, sort)?);
        let mut orders = lock();
        orders.0.retain(|(q, s, ..)| *q != text || *s != sort);
        orders.0.push_front((text, sort, head, Arc::clone(&order)));
        orders.0.truncate(KEPT);
        Ok((order, head))
    }

    /// Rows of the ledger.
    ///
    /// # Errors
    /// When the file cannot be read. A query never fails.
    pub fn page(&self, request: &PageRequest) -> Result<Page> {
        let (query, hints) = parse(&request.query);
        let (order, operation) = self.order(&query, request.sort)?;
        let from = (request.from as usize).min(order.len());
        let to = (from + request.limit.min(MOST_ROWS) as usize).min(order.len());
        let rows = self.store.claim_rows(order.get(from..to).unwrap_or_default())?;
        Ok(Page { rows, from: from as u32, total: order.len() as u32, operation, query, hints })
    }

    /// Every claim that a query finds, in order, whole.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn claims(&self, query: &str, sort: Sort, limit: Option<usize>) -> Result<Vec<Claim>> {
        let (order, _) = self.order(&parse(query).0, sort)?;
        let keys = order.iter().take(limit.unwrap_or(usize::MAX));
        keys.filter_map(|key| self.store.claim(*key).transpose()).map(|c| Ok(c?)).collect()
    }

    /// The keys of the claims that a query finds, in order.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn keys(&self, query: &str, sort: Sort) -> Result<Vec<i64>> {
        Ok(self.order(&parse(query).0, sort)?.0.to_vec())
    }

    /// The place of a claim in a list, from zero; none if the query does not find it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn locate(&self, query: &str, sort: Sort, claim: i64) -> Result<Option<u32>> {
        let (order, _) = self.order(&parse(query).0, sort)?;
        Ok(order.iter().position(|key| *key == claim).map(|at| at as u32))
    }

    /// The facets of a query, each counted as if its own choice were not made.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn facets(&self, query: &str) -> Result<Vec<FacetGroup>> {
        let facets = self.store.facets(&parse(query).0.asked_by(&self.person()))?;
        let group = |facet: assay_store::Facet| FacetGroup {
            key: facet.key,
            options: facet
                .values
                .into_iter()
                .map(|v| FacetOption {
                    value: v.value.unwrap_or_else(|| "none".into()),
                    label: v.label,
                    count: v.count,
                })
                .collect(),
        };
        Ok(facets.into_iter().map(group).collect())
    }
}
