//! The facets of a query: how the claims that it finds fall into the values of a key.

use assay_model::query::{Key, Query};
use rusqlite::Connection;

use crate::error::Result;
use crate::index::Counted;
use crate::open::Store;
use crate::query::condition_without;
use crate::question::Question;
use crate::row::Scalar;

/// One value of a facet and how many claims have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetValue {
    /// The value, as the query asks for it and nothing else; none for claims without one.
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
    /// Its values, the most frequent first, and no more than [`MOST_VALUES`].
    pub values: Vec<FacetValue>,
}

/// The facets of a query.
pub type Facets = Vec<Facet>;

/// The keys that have a facet, in the order in which facets are shown.
const KEYS: [Key; 13] = [
    Key::Status,
    Key::Verdict,
    Key::Said,
    Key::Claimant,
    Key::Kind,
    Key::Document,
    Key::Publisher,
    Key::Tag,
    Key::Checker,
    Key::Reviewer,
    Key::Priority,
    Key::Language,
    Key::Year,
];

/// The most values that a facet lists. [`Store::facet`] finds others by their name.
pub const MOST_VALUES: usize = 50;

impl Store {
    /// The facets of a query. Each counts as if its own choice were not made.
    ///
    /// # Errors
    /// When the file cannot be read, or the question was overtaken.
    pub fn facets(&self, query: &Query, question: &Question) -> Result<Facets> {
        self.facets_of(query, &KEYS, "", question)
    }

    /// One facet of a query, with those of its values alone whose label, or of documents the number or the label, holds each of
    /// some words; none for a key without one.
    ///
    /// # Errors
    /// When the file cannot be read, or the question was overtaken.
    pub fn facet(&self, query: &Query, key: Key, words: &str, question: &Question) -> Result<Option<Facet>> {
        let keys: &[Key] = if KEYS.contains(&key) { &[key] } else { &[] };
        Ok(self.facets_of(query, keys, words, question)?.pop())
    }

    fn facets_of(&self, query: &Query, keys: &[Key], words: &str, question: &Question) -> Result<Facets> {
        let prefix = &self.facts().prefix;
        let indexed = self.with_index(true, question, |index, reader| {
            let selection = self.select(index, query, reader)?;
            let counted = Counted::of(&selection);
            let facets = keys.iter().map(|key| {
                question.still_wanted()?;
                match index.facet(&counted, *key, words) {
                    Some(facet) => Ok(facet),
                    None => facet(reader, query, *key, words, prefix),
                }
            });
            facets.collect()
        })?;
        if let Some(facets) = indexed {
            return Ok(facets);
        }
        let reader = self.reader()?;
        let _running = question.runs_on(&reader)?;
        reader.snapshot(|| keys.iter().map(|key| facet(&reader, query, *key, words, prefix)).collect())
    }
}

fn facet(connection: &Connection, query: &Query, key: Key, words: &str, prefix: &str) -> Result<Facet> {
    let found = condition_without(query, key, prefix);
    let By { value, label, from } = by(key);
    let labelled = match key {
        _ if words.is_empty() => "",
        // People see its number beside its label.
        Key::Document => "AND holds_each(value || ' ' || label, ?)",
        _ => "AND holds_each(label, ?)",
    };
    let sql = format!(
        "SELECT value, label, count(DISTINCT id) FROM
           (SELECT claim.id AS id, {value} AS value, {label} AS label FROM claim {from} WHERE {})
          WHERE 1 {labelled} GROUP BY 1 ORDER BY 3 DESC, 2, length(value), 1 LIMIT {}",
        found.sql, MOST_VALUES
    );
    let bound =
        found.bound.into_iter().chain((!words.is_empty()).then(|| Scalar::from(words.to_lowercase())));
    let mut statement = connection.prepare_cached(&sql)?;
    let values = statement
        .query_map(rusqlite::params_from_iter(bound), |r| {
            let label: Option<String> = r.get(1)?;
            Ok(FacetValue { value: r.get(0)?, label: label.unwrap_or_default(), count: r.get(2)? })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Facet { key, values })
}

/// What a facet groups by, and where it stands.
struct By {
    value: &'static str,
    label: &'static str,
    from: &'static str,
}

/// The words of the priorities, by number.
const PRIORITY: &str =
    "CASE claim.priority WHEN 0 THEN 'none' WHEN 1 THEN 'low' WHEN 2 THEN 'medium' ELSE 'high' END";

/// The documents of a claim; none if it is in none that has what is counted.
macro_rules! documents {
    ($known:literal) => {
        concat!(
            "LEFT JOIN (mention JOIN revision ON revision.id = mention.revision
                        JOIN document ON document.id = revision.document AND document.",
            $known,
            " IS NOT NULL) ON mention.claim = claim.id"
        )
    };
}

fn by(key: Key) -> By {
    let (value, label, from) = match key {
        Key::Verdict => ("claim.verdict", "claim.verdict", ""),
        Key::Said => ("claim.said", "claim.said", ""),
        Key::Checker => {
            ("'=' || person.name", "person.name", "LEFT JOIN person ON person.id = claim.checker")
        }
        Key::Reviewer => {
            ("'=' || person.name", "person.name", "LEFT JOIN person ON person.id = claim.reviewer")
        }
        Key::Claimant => ("'=' || claim.voice", "claim.voice", ""),
        Key::Kind => ("claim.kind", "claim.kind", ""),
        Key::Priority => (PRIORITY, PRIORITY, ""),
        Key::Tag => ("'=' || claim_tag.tag", "claim_tag.tag", "JOIN claim_tag ON claim_tag.claim = claim.id"),
        Key::Document => (
            "'D' || document.id",
            "document.title || coalesce(', ' || document.publisher, '')",
            "JOIN mention ON mention.claim = claim.id JOIN revision ON revision.id = mention.revision
             JOIN document ON document.id = revision.document",
        ),
        Key::Publisher => ("'=' || document.publisher", "document.publisher", documents!("publisher")),
        Key::Language => ("'=' || document.language", "document.language", documents!("language")),
        Key::Year => {
            ("substr(document.published, 1, 4)", "substr(document.published, 1, 4)", documents!("published"))
        }
        _ => ("claim.status", "claim.status", ""),
    };
    By { value, label, from }
}
