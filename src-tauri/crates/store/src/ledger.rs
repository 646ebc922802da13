//! The ledger: which claims a query finds, in which order, and how they fall into facets.

use assay_model::claim::ClaimRow;
use assay_model::query::{Key, Query, Sort, SortKey};
use rusqlite::Connection;

use crate::error::Result;
use crate::indexed::head;
use crate::open::Store;
use crate::query::condition;

/// The expression that a sort key orders by.
const fn column(key: SortKey) -> &'static str {
    match key {
        SortKey::Edited => "claim.edited",
        SortKey::Reference => "claim.id",
        SortKey::Label => "claim.label COLLATE NOCASE",
        SortKey::Claimant => "claim.voice COLLATE NOCASE",
        SortKey::Document => "claim.document",
        SortKey::Value => "claim.value_normal",
        SortKey::Verdict => {
            "CASE claim.verdict WHEN 'supported' THEN 1 WHEN 'refuted' THEN 2 WHEN 'conflicting' THEN 3
             WHEN 'not-enough-evidence' THEN 4 WHEN 'not-checkable' THEN 5 END"
        }
        SortKey::Status => {
            "CASE claim.status WHEN 'suggested' THEN 1 WHEN 'open' THEN 2 WHEN 'in-progress' THEN 3
             WHEN 'in-review' THEN 4 WHEN 'signed-off' THEN 5 ELSE 6 END"
        }
        SortKey::Kind => "claim.kind",
        SortKey::Priority => "claim.priority",
        SortKey::Score => "claim.score",
        SortKey::Evidence => "claim.evidence_count",
        SortKey::Checker => "(SELECT name FROM person WHERE person.id = claim.checker) COLLATE NOCASE",
    }
}

/// The claims of a list, in order, and the operation whose state it shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Order {
    /// The keys of the first claims, or of all.
    pub keys: Vec<u32>,
    /// How many claims there are.
    pub total: u32,
    /// The newest operation.
    pub operation: i64,
}

/// One value of a facet and how many claims have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetValue {
    /// The value, as the query names it; none for claims without one.
    pub value: Option<String>,
    /// What people see.
    pub label: String,
    /// Claims that the query finds with it, its own facet's choice left aside.
    pub count: u32,
}

/// One facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// The key that its values are asked by.
    pub key: Key,
    /// Its values, the most frequent first.
    pub values: Vec<FacetValue>,
}

/// The facets of a query.
pub type Facets = Vec<Facet>;

/// The most values that a facet lists.
pub(crate) const MOST_VALUES: u32 = 50;

impl Store {
    /// The claims that a query finds, in order, at least the first `limit` of them: by the index, or by SQL where there is none
    /// yet.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn claim_keys(&self, query: &Query, sort: Sort, limit: usize) -> Result<Order> {
        let prefix = &self.facts().prefix;
        let indexed = self.with_index(false, |index, reader| {
            let found = self.select(index, query, reader)?.found();
            let keys = index.sorted(&found, sort, limit);
            Ok(Order { keys, total: found.len() as u32, operation: index.operation() })
        })?;
        if let Some(order) = indexed {
            return Ok(order);
        }
        let reader = self.reader()?;
        reader.snapshot(|| {
            let keys = sorted_by(&reader, query, sort, prefix)?;
            Ok(Order { total: keys.len() as u32, keys, operation: head(&reader)? })
        })
    }

    /// Rows of the ledger by their keys, in the order given; a key without a claim is left out.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn claim_rows(&self, keys: &[u32]) -> Result<Vec<ClaimRow>> {
        let reader = self.reader()?;
        reader.snapshot(|| {
            let mut statement = reader.prepare_cached(include_str!("sql/claim_rows.sql"))?;
            let mut found = Vec::with_capacity(keys.len());
            for key in keys {
                let mut rows = statement.query([key])?;
                if let Some(row) = rows.next()? {
                    found.push(self.claim_row(row)?);
                }
            }
            Ok(found)
        })
    }

    /// How many claims there are, dismissed ones left out.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn claim_count(&self) -> Result<u32> {
        let sql = "SELECT count(*) FROM claim WHERE status <> 'dismissed'";
        Ok(self.reader()?.prepare_cached(sql)?.query_row([], |r| r.get(0))?)
    }

    /// The facets of a query. Each counts as if its own choice were not made.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn facets(&self, query: &Query) -> Result<Facets> {
        let prefix = &self.facts().prefix;
        let indexed = self.with_index(true, |index, reader| {
            let selection = self.select(index, query, reader)?;
            let found = selection.found();
            let facets = FACETS.into_iter().map(|key| match index.facet(&selection, &found, key) {
                Some(facet) => Ok(facet),
                None => facet(reader, query, key, prefix),
            });
            facets.collect()
        })?;
        if let Some(facets) = indexed {
            return Ok(facets);
        }
        let reader = self.reader()?;
        reader.snapshot(|| FACETS.into_iter().map(|key| facet(&reader, query, key, prefix)).collect())
    }
}

/// The facets there are, in the order in which they are shown.
const FACETS: [Key; 8] =
    [Key::Status, Key::Verdict, Key::Said, Key::Claimant, Key::Kind, Key::Document, Key::Tag, Key::Checker];

/// What a query finds, in order, by SQL.
fn sorted_by(connection: &Connection, query: &Query, sort: Sort, prefix: &str) -> Result<Vec<u32>> {
    let found = condition(query, false, prefix);
    let (column, direction) = (column(sort.key), if sort.descending { "DESC" } else { "ASC" });
    let sql = format!(
        "SELECT claim.id FROM claim WHERE {} ORDER BY {column} {direction} NULLS LAST, claim.id",
        found.sql
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let keys = statement.query_map(rusqlite::params_from_iter(&found.bound), |r| r.get(0))?;
    Ok(keys.collect::<rusqlite::Result<_>>()?)
}

fn facet(connection: &Connection, query: &Query, key: Key, prefix: &str) -> Result<Facet> {
    let found = condition(&query.without(key), key == Key::Status, prefix);
    let (value, label, from) = match key {
        Key::Verdict => ("claim.verdict", "claim.verdict", ""),
        Key::Said => ("claim.said", "claim.said", ""),
        Key::Checker => ("person.name", "person.name", "LEFT JOIN person ON person.id = claim.checker"),
        Key::Claimant => ("claim.voice", "claim.voice", ""),
        Key::Kind => ("claim.kind", "claim.kind", ""),
        Key::Tag => ("claim_tag.tag", "claim_tag.tag", "JOIN claim_tag ON claim_tag.claim = claim.id"),
        Key::Document => (
            "'D' || document.id",
            "coalesce(document.publisher, document.title)",
            "JOIN mention ON mention.claim = claim.id JOIN revision ON revision.id = mention.revision
             JOIN document ON document.id = revision.document",
        ),
        _ => ("claim.status", "claim.status", ""),
    };
    let sql = format!(
        "SELECT {value}, {label}, count(DISTINCT claim.id) FROM claim {from} WHERE {}
         GROUP BY 1 ORDER BY 3 DESC, 2 LIMIT {MOST_VALUES}",
        found.sql
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let values = statement
        .query_map(rusqlite::params_from_iter(&found.bound), |r| {
            let label: Option<String> = r.get(1)?;
            Ok(FacetValue { value: r.get(0)?, label: label.unwrap_or_default(), count: r.get(2)? })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Facet { key, values })
}
