//! The ledger: pages of claims at any place of a list, and facets.

use std::collections::VecDeque;
use std::sync::{Arc, PoisonError};

use assay_model::claim::{Claim, ClaimRow};
use assay_model::query::{Hint, Key, NONE, Query, Sort, SortKey, parse};
use assay_store::{Order, Question};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Result;
use crate::turns::Turn;
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
    /// Whose question it is, where a newer one is to end it.
    #[ts(optional)]
    pub turn: Option<Turn>,
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
    /// The order of relevance was asked for, but no word of the query is rare enough to weigh: the last edit goes first.
    pub unranked: bool,
}

/// One facet of a query.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FacetGroup {
    /// The key that its options are asked by.
    pub key: Key,
    /// Its options, the most frequent first, at most 50.
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

/// The newest few orders, each kept so that any page of it is a look-up.
#[derive(Debug, Default)]
pub(crate) struct Orders(VecDeque<(String, Sort, Arc<Order>)>);

/// The order in which a claim can be looked up.
pub(crate) const BY_KEY: Sort = Sort { key: SortKey::Reference, descending: false };

/// How many orders are kept: the ledger's, and those that were typed on the way to it.
const KEPT: usize = 4;

impl Workspace {
    /// What a query finds, in order, at least the first `limit` of it.
    pub(crate) fn order(&self, query: &Query, sort: Sort, limit: usize) -> Result<Arc<Order>> {
        self.order_for(query, sort, limit, &Question::default())
    }

    /// The same for a question that may be overtaken.
    pub(crate) fn order_for(
        &self,
        query: &Query,
        sort: Sort,
        limit: usize,
        question: &Question,
    ) -> Result<Arc<Order>> {
        let query = &query.asked_by(&self.person());
        let text = query.to_string();
        let (head, _) = self.store.head()?;
        let kept = |orders: &Orders| {
            let found =
                orders.0.iter().find(|(q, s, order)| *q == text && *s == sort && order.operation == head);
            let order = found.map(|(.., order)| order)?;
            (order.keys.len() >= limit.min(order.total as usize)).then(|| Arc::clone(order))
        };
        let lock = || self.orders.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(order) = kept(&lock()) {
            return Ok(order);
        }
        // Others may ask meanwhile: at worst the same order is made twice.
        let order = Arc::new(self.store.claim_keys(query, sort, limit, question)?);
        let mut orders = lock();
        orders.0.retain(|(q, s, _)| *q != text || *s != sort);
        orders.0.push_front((text, sort, Arc::clone(&order)));
        orders.0.truncate(KEPT);
        Ok(order)
    }

    /// Rows of the ledger.
    ///
    /// # Errors
    /// When the file cannot be read, or a newer question came first. A query never fails.
    pub fn page(&self, request: &PageRequest) -> Result<Page> {
        let (query, hints) = parse(&request.query);
        // Who begins at the first page may well stay there: only what is scrolled is put in order to its end.
        let wanted = request.from.saturating_add(request.limit.min(MOST_ROWS)) as usize;
        let limit = if wanted <= MOST_ROWS as usize { MOST_ROWS as usize } else { usize::MAX };
        let order = self.turns.answer(request.turn.as_ref(), |question| {
            self.order_for(&query, request.sort, limit, question)
        })?;
        let (keys, operation) = (&order.keys, order.operation);
        let from = (request.from as usize).min(keys.len());
        let to = (from + request.limit.min(MOST_ROWS) as usize).min(keys.len());
        let rows = self.store.claim_rows(keys.get(from..to).unwrap_or_default())?;
        let unranked = order.unranked;
        Ok(Page { rows, from: from as u32, total: order.total, operation, query, hints, unranked })
    }

    /// Every claim that a query finds, in order, whole.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn claims(&self, query: &str, sort: Sort, limit: Option<usize>) -> Result<Vec<Claim>> {
        let limit = limit.unwrap_or(usize::MAX);
        let order = self.order(&parse(query).0, sort, limit)?;
        let keys = order.keys.iter().take(limit);
        keys.filter_map(|key| self.store.claim(i64::from(*key)).transpose()).map(|c| Ok(c?)).collect()
    }

    /// Which of these claims a query finds.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn among(&self, query: &str, claims: &[i64]) -> Result<Vec<i64>> {
        let order = self.order(&parse(query).0, BY_KEY, usize::MAX)?;
        let found = |key: &i64| u32::try_from(*key).is_ok_and(|key| order.keys.binary_search(&key).is_ok());
        Ok(claims.iter().copied().filter(found).collect())
    }

    /// The next Open claim of a list at or after a place, from the top again after the last; `but` is passed over.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn next_open(&self, query: &str, sort: Sort, from: u32, but: Option<i64>) -> Result<Option<i64>> {
        let list = self.order(&parse(query).0, sort, usize::MAX)?;
        let open = self.order(&parse(&format!("status:open {query}")).0, BY_KEY, usize::MAX)?;
        let (before, after) = list.keys.split_at((from as usize).min(list.keys.len()));
        let is_next = |key: &&u32| Some(i64::from(**key)) != but && open.keys.binary_search(key).is_ok();
        Ok(after.iter().chain(before).find(is_next).map(|key| i64::from(*key)))
    }

    /// The keys of the claims that a query finds, in order.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn keys(&self, query: &str, sort: Sort) -> Result<Vec<i64>> {
        Ok(self.order(&parse(query).0, sort, usize::MAX)?.keys.iter().map(|key| i64::from(*key)).collect())
    }

    /// The place of a claim in a list, from zero; none if the query does not find it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn locate(&self, query: &str, sort: Sort, claim: i64) -> Result<Option<u32>> {
        let order = self.order(&parse(query).0, sort, usize::MAX)?;
        Ok(order.keys.iter().position(|key| i64::from(*key) == claim).map(|at| at as u32))
    }

    /// The facets of a query, each counted as if its own choice were not made.
    ///
    /// # Errors
    /// When the file cannot be read, or a newer question came first.
    pub fn facets(&self, query: &str, turn: Option<&Turn>) -> Result<Vec<FacetGroup>> {
        let query = parse(query).0.asked_by(&self.person());
        let facets = self.turns.answer(turn, |question| Ok(self.store.facets(&query, question)?))?;
        Ok(facets.into_iter().map(FacetGroup::from).collect())
    }

    /// One facet of a query, with those of its options alone whose name holds some words: so that an option is found
    /// that is not among the most frequent. No options for a key without a facet.
    ///
    /// # Errors
    /// When the file cannot be read, or a newer question came first.
    pub fn facet(&self, query: &str, key: Key, words: &str, turn: Option<&Turn>) -> Result<FacetGroup> {
        let query = parse(query).0.asked_by(&self.person());
        let find = |question: &Question| Ok(self.store.facet(&query, key, words.trim(), question)?);
        let facet = self.turns.answer(turn, find)?;
        Ok(facet.map_or_else(|| FacetGroup { key, options: Vec::new() }, FacetGroup::from))
    }
}

impl From<assay_store::Facet> for FacetGroup {
    fn from(facet: assay_store::Facet) -> Self {
        let option = |v: assay_store::FacetValue| FacetOption {
            value: v.value.unwrap_or_else(|| NONE.into()),
            label: v.label,
            count: v.count,
        };
        Self { key: facet.key, options: facet.values.into_iter().map(option).collect() }
    }
}
