//! A query as a condition in SQL, every value bound. What each key means is said at [`Key`].

use assay_model::id::{ClaimRef, DocumentRef};
use assay_model::query::compare::{self, count, days, number, years};
use assay_model::query::{Being, Bound, Having, Key, Part, Query, Term, is_none};
use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;

use crate::error::Result;
use crate::row::Scalar;

/// A condition on `claim`, which is never NULL, and what is bound in it, in order.
#[derive(Debug, Default)]
pub(crate) struct Condition {
    pub sql: String,
    pub bound: Vec<Scalar>,
}

impl Condition {
    fn new(sql: impl Into<String>, bound: impl IntoIterator<Item = Scalar>) -> Self {
        Self { sql: sql.into(), bound: bound.into_iter().collect() }
    }

    /// One that no claim meets.
    fn never() -> Self {
        Self::new("0", [])
    }

    fn not(self) -> Self {
        Self { sql: format!("NOT ({})", self.sql), bound: self.bound }
    }

    fn all(conditions: Vec<Self>) -> Self {
        Self::joined(conditions, "AND").unwrap_or_else(|| Self::new("1", []))
    }

    fn any(conditions: Vec<Self>) -> Self {
        Self::joined(conditions, "OR").unwrap_or_else(Self::never)
    }

    /// What of a `SELECT` meets it.
    fn list(&self, connection: &Connection, select: &str) -> Result<Vec<u32>> {
        let mut statement = connection.prepare_cached(&format!("{select} WHERE {}", self.sql))?;
        let keys = statement.query_map(rusqlite::params_from_iter(&self.bound), |r| r.get(0))?;
        Ok(keys.collect::<rusqlite::Result<_>>()?)
    }

    /// Joined pair by pair: SQLite takes a tree of 1,000 levels at most, and a plain row of so many is as deep.
    fn joined(mut conditions: Vec<Self>, word: &str) -> Option<Self> {
        while conditions.len() > 1 {
            let mut rest = conditions.into_iter();
            let mut pairs = Vec::new();
            while let Some(mut one) = rest.next() {
                if let Some(other) = rest.next() {
                    one.sql = format!("({}) {word} ({})", one.sql, other.sql);
                    one.bound.extend(other.bound);
                }
                pairs.push(one);
            }
            conditions = pairs;
        }
        conditions.pop()
    }
}

/// Functions that conditions use.
pub(crate) fn add_functions(connection: &Connection) -> Result<()> {
    let flags =
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    connection.create_scalar_function("holds", 2, flags, |context| {
        let text: Option<String> = context.get(0)?;
        let part: String = context.get(1)?;
        Ok(text.is_some_and(|t| t.to_lowercase().contains(&part)))
    })?;
    connection.create_scalar_function("holds_each", 2, flags, |context| {
        let text: Option<String> = context.get(0)?;
        let words: String = context.get(1)?;
        Ok(text.is_some_and(|t| holds_each(&t, &words)))
    })?;
    connection.create_scalar_function("within_days", 3, flags, |context| {
        let date: Option<String> = context.get(0)?;
        let asked = Bound { low: context.get(1)?, high: context.get(2)? };
        Ok(date.and_then(|d| compare::days_of(&d)).is_some_and(|d| asked.covers(&d)))
    })?;
    connection.create_scalar_function("value_order", 1, flags, |context| {
        let normal: Option<String> = context.get(0)?;
        Ok(normal.map(|n| assay_model::value::order(&n)))
    })?;
    connection.create_scalar_function("without_citations", 1, flags, |context| {
        let stored: String = context.get(0)?;
        Ok(assay_model::rationale::to_shown(&stored, &[]))
    })?;
    Ok(())
}

/// The condition that a query makes. Dismissed claims are left out unless the query asks about the status. `prefix` is
/// that of the workspace's references.
pub(crate) fn condition(query: &Query, prefix: &str) -> Condition {
    all_but(query, None, prefix)
}

/// The same without the terms about `key`: what a facet counts. That of the status counts dismissed claims too.
pub(crate) fn condition_without(query: &Query, key: Key, prefix: &str) -> Condition {
    all_but(query, Some(key), prefix)
}

fn all_but(query: &Query, key: Option<Key>, prefix: &str) -> Condition {
    if query.is_too_long() {
        return Condition::never();
    }
    let mut all = Vec::new();
    if key != Some(Key::Status) && !query.asks(Key::Status) {
        all.push(Condition::new("claim.status <> 'dismissed'", []));
    }
    let words = Words::of(query, prefix);
    for term in query.terms.iter().filter(|term| key.is_none() || term.key != key) {
        let any = Condition::any(term.values.iter().map(|value| one(term, value, &words)).collect());
        all.push(if negates(term) { any.not() } else { any });
    }
    Condition::all(all)
}

/// Whether the claims that a term's values find are those that it leaves out. Limits of where words are looked for
/// find every claim.
pub(crate) fn negates(term: &Term) -> bool {
    term.negated && term.key != Some(Key::In)
}

/// The claims that one value of a term of a query finds, dismissed ones among them.
pub(crate) fn found_by(
    connection: &Connection,
    query: &Query,
    term: &Term,
    value: &str,
    prefix: &str,
) -> Result<Vec<u32>> {
    let found = one(term, value, &Words::of(query, prefix));
    found.list(connection, "SELECT claim.id FROM claim")
}

/// What each word or phrase of a query that claims must have is to the full-text index, where it is looked for there.
pub(crate) fn weighed(query: &Query) -> Vec<String> {
    let words = Words::of(query, "");
    let terms = query.terms.iter().filter(|term| term.key.is_none() && !term.negated);
    terms.flat_map(|term| &term.values).filter_map(|value| words.of_claims(&phrase(value)?)).collect()
}

/// Whether a text holds each of some words in small letters, in whatever letters and order.
pub(crate) fn holds_each(text: &str, words: &str) -> bool {
    let text = text.to_lowercase();
    words.split_whitespace().all(|word| text.contains(word))
}

/// The documents whose claims a value of a key finds, or with `true` the documents whose claims it does not find; none
/// if the key does not ask about documents.
pub(crate) fn documents_of(
    connection: &Connection,
    key: Key,
    value: &str,
) -> Result<Option<(Vec<u32>, bool)>> {
    let Some((such, others)) = document(key, value) else { return Ok(None) };
    Ok(Some((such.list(connection, "SELECT document.id FROM document")?, others)))
}

/// The claims whose sources have a phrase in title, publisher or author, each once or more.
pub(crate) fn cited_by(connection: &Connection, phrase: &str) -> Result<Vec<u32>> {
    let mut statement = connection.prepare_cached(
        "SELECT evidence.claim FROM source_search JOIN evidence ON evidence.source = source_search.rowid
          WHERE source_search MATCH ?",
    )?;
    let keys = statement.query_map([phrase], |r| r.get(0))?;
    Ok(keys.collect::<rusqlite::Result<_>>()?)
}

fn one(term: &Term, value: &str, words: &Words<'_>) -> Condition {
    let sql = |sql: &str| Condition::new(sql, []);
    let with = |sql: &str, value: Scalar| Condition::new(sql, [value]);
    let lower = || Scalar::from(value.to_lowercase());
    let Some(key) = term.key else { return words.condition(value) };
    if key == Key::In {
        return if limits(term, value) { sql("1") } else { Condition::never() };
    }
    if !key.reads(value) {
        return Condition::never();
    }
    match key {
        Key::Status => with("claim.status = ?", lower()),
        Key::Verdict if is_none(value) => sql("claim.verdict IS NULL"),
        Key::Verdict => with("claim.verdict IS ?", lower()),
        Key::Said if is_none(value) => sql("claim.said IS NULL"),
        Key::Said => with("claim.said IS ?", lower()),
        Key::Rating if is_none(value) => sql("claim.rating IS NULL"),
        Key::Rating => with("claim.rating IS ?", lower()),
        Key::Kind => with("claim.kind = ?", lower()),
        Key::Priority => {
            let number =
                value.to_lowercase().parse::<assay_model::claim::Priority>().map_or(-1, |p| p as i64);
            with("claim.priority = ?", number.into())
        }
        Key::Claimant if is_none(value) => sql("claim.voice IS NULL"),
        Key::Claimant => name("claim.voice", value),
        Key::Tag if is_none(value) => {
            sql("NOT EXISTS (SELECT 1 FROM claim_tag WHERE claim_tag.claim = claim.id)")
        }
        Key::Tag => {
            let (same, tag) = match value.strip_prefix('=') {
                Some(whole) => ("", whole),
                None => (" COLLATE NOCASE", value),
            };
            let tagged = format!(
                "EXISTS (SELECT 1 FROM claim_tag WHERE claim_tag.claim = claim.id AND claim_tag.tag = ?{same})"
            );
            with(&tagged, tag.into())
        }
        Key::Person if is_none(value) => sql("claim.checker IS NULL AND claim.reviewer IS NULL"),
        Key::Person => person("IN (claim.checker, claim.reviewer)", value),
        Key::Checker if is_none(value) => sql("claim.checker IS NULL"),
        Key::Checker => person("= claim.checker", value),
        Key::Reviewer if is_none(value) => sql("claim.reviewer IS NULL"),
        Key::Reviewer => person("= claim.reviewer", value),
        Key::Document | Key::Publisher | Key::Language | Key::Year | Key::Published => document(key, value)
            .map_or_else(Condition::never, |(such, others)| {
                let stands = in_document(such);
                if others { stands.not() } else { stands }
            }),
        Key::ValueDate if is_none(value) => {
            let every = Bound { low: i64::MIN, high: i64::MAX };
            states(within(STATED, Some(every))).not()
        }
        Key::ValueDate => states(within(STATED, days(value))),
        Key::Score if is_none(value) => sql("claim.score IS NULL"),
        Key::Score => number(value).map_or_else(Condition::never, |asked| {
            let bound = [Scalar::Real(asked.low), Scalar::Real(asked.high)];
            Condition::new("claim.score IS NOT NULL AND claim.score BETWEEN ? AND ?", bound)
        }),
        Key::Evidence => count(value).map_or_else(Condition::never, |asked| {
            Condition::new("claim.evidence_count BETWEEN ? AND ?", [asked.low.into(), asked.high.into()])
        }),
        Key::Has => word(value).map_or_else(Condition::never, |having| sql(has(having))),
        Key::No => word(value).map_or_else(Condition::never, |having| sql(has(having)).not()),
        Key::Is => match value.strip_prefix('=') {
            Some(_) => person("IN (claim.checker, claim.reviewer)", value),
            None => word(value).map_or_else(Condition::never, |being| sql(is(being))),
        },
        // Answered above.
        Key::In => Condition::never(),
    }
}

/// Whether a value of a term says where words are looked for, or where not: where not can be anywhere.
pub(crate) fn limits(term: &Term, value: &str) -> bool {
    term.negated || Key::In.reads(value)
}

fn word<T: std::str::FromStr>(value: &str) -> Option<T> {
    value.to_ascii_lowercase().parse().ok()
}

/// A name by part of it, or after `=` by the whole of it.
fn name(column: &str, value: &str) -> Condition {
    match value.strip_prefix('=') {
        Some(whole) => Condition::new(format!("{column} IS ?"), [whole.into()]),
        None => Condition::new(format!("holds({column}, ?)"), [value.to_lowercase().into()]),
    }
}

/// A person of a claim, by name.
fn person(which: &str, value: &str) -> Condition {
    let named = name("person.name", value);
    let sql = format!("EXISTS (SELECT 1 FROM person WHERE person.id {which} AND {})", named.sql);
    Condition { sql, ..named }
}

/// Which documents a value of a key asks about; with `true` a claim must stand in none of them. None for a key that does
/// not ask about documents.
fn document(key: Key, value: &str) -> Option<(Condition, bool)> {
    let sql = |sql: &str| Condition::new(sql, []);
    let with = |sql: &str, value: Scalar| Condition::new(sql, [value]);
    let lower = || Scalar::from(value.to_lowercase());
    Some(match key {
        Key::Publisher if is_none(value) => (sql("document.publisher IS NOT NULL"), true),
        Key::Language if is_none(value) => (sql("document.language IS NOT NULL"), true),
        Key::Year | Key::Published if is_none(value) => (sql("document.published IS NOT NULL"), true),
        Key::Publisher => (name("document.publisher", value), false),
        Key::Language if value.starts_with('=') => (name("document.language", value), false),
        Key::Language => {
            let begins = "instr(lower(coalesce(document.language, '')) || '-', ?) = 1";
            (with(begins, format!("{}-", value.to_lowercase()).into()), false)
        }
        Key::Year => (within("document.published", years(value)), false),
        Key::Published => (within("document.published", days(value)), false),
        Key::Document => {
            let such = value.parse::<DocumentRef>().map_or_else(
                |_| {
                    let holds = "holds(document.title, ?) OR holds(document.publisher, ?)";
                    Condition::new(holds, [lower(), lower()])
                },
                |reference| with("document.id = ?", reference.0.into()),
            );
            (such, false)
        }
        _ => return None,
    })
}

/// A claim in any such document. Which those are is found once, not for each claim.
fn in_document(such: Condition) -> Condition {
    let sql = format!(
        "EXISTS (SELECT 1 FROM mention JOIN revision ON revision.id = mention.revision
          WHERE mention.claim = claim.id
            AND revision.document IN (SELECT document.id FROM document WHERE {}))",
        such.sql
    );
    Condition { sql, ..such }
}

/// The normal form of a value that a claim states.
const STATED: &str = "stated.value ->> 'value'";

/// A claim that states any such date or time.
fn states(such: Condition) -> Condition {
    let sql = format!(
        "EXISTS (SELECT 1 FROM json_each(claim.stated) AS stated
          WHERE stated.value ->> 'type' IN ('date', 'time') AND {})",
        such.sql
    );
    Condition { sql, ..such }
}

/// A date that lies wholly within some days.
fn within(date: &str, days: Option<Bound<i64>>) -> Condition {
    days.map_or_else(Condition::never, |days| {
        Condition::new(format!("within_days({date}, ?, ?)"), [days.low.into(), days.high.into()])
    })
}

const fn has(what: Having) -> &'static str {
    match what {
        Having::Evidence => "claim.evidence_count > 0",
        Having::Primary => "claim.has_primary = 1",
        Having::Rationale => "claim.rationale <> '' OR claim.rationale_said <> ''",
        Having::Verdict => "claim.verdict IS NOT NULL",
        Having::Value => "claim.value_text IS NOT NULL",
        Having::Note => "claim.note_count > 0",
        Having::OpenQuestion => "claim.question_count > 0",
    }
}

const fn is(how: Being) -> &'static str {
    match how {
        // It says whose by then: see `Query::asked_by`.
        Being::Mine => "0",
        Being::ChangedSinceSignoff => "claim.reopened IS NOT NULL AND claim.status <> 'signed-off'",
        Being::Conflicting => {
            "claim.evidence_count > 1 AND EXISTS (
               SELECT 1 FROM evidence AS one JOIN evidence AS other ON other.claim = one.claim
                WHERE one.claim = claim.id AND one.stance = 'supports' AND other.stance = 'refutes'
                  AND other.finding = one.finding)"
        }
        Being::Lost => "claim.id IN (SELECT mention.claim FROM mention WHERE mention.anchor = 'lost')",
    }
}

/// Where the words of a query are looked for.
struct Words<'w> {
    parts: Vec<Part>,
    /// It says where.
    limited: bool,
    /// That of the workspace's references.
    prefix: &'w str,
}

impl<'w> Words<'w> {
    fn of(query: &Query, prefix: &'w str) -> Self {
        Self { parts: query.parts(), limited: query.asks(Key::In), prefix }
    }

    /// A phrase in the parts of a claim itself that are asked about; none where none of them is.
    fn of_claims(&self, phrase: &str) -> Option<String> {
        let own: Vec<&str> = self.parts.iter().filter(|p| **p != Part::Sources).map(|p| p.word()).collect();
        if own.is_empty() {
            return None;
        }
        // The columns of the index bear the words of the parts.
        let columns = if self.limited { format!("{{{}}} : ", own.join(" ")) } else { String::new() };
        Some(format!("{columns}{phrase}"))
    }

    /// One word also as the beginning of a longer one, several words as a phrase; or a reference.
    fn condition(&self, value: &str) -> Condition {
        let mut any = Vec::new();
        if !self.limited
            && let Ok(reference) = value.parse::<ClaimRef>()
            && reference.prefix == self.prefix
        {
            any.push(Condition::new("claim.id = ?", [reference.number.into()]));
        }
        let Some(phrase) = phrase(value) else { return Condition::any(any) };
        if let Some(asked) = self.of_claims(&phrase) {
            let sql = "claim.id IN (SELECT rowid FROM claim_search WHERE claim_search MATCH ?)";
            any.push(Condition::new(sql, [asked.into()]));
        }
        if self.parts.contains(&Part::Sources) {
            let sql = "claim.id IN (SELECT evidence.claim FROM source_search
                         JOIN evidence ON evidence.source = source_search.rowid WHERE source_search MATCH ?)";
            any.push(Condition::new(sql, [phrase.into()]));
        }
        Condition::any(any)
    }
}

/// A text as a phrase of the full-text engine, with none of its operators left in force; none if no letter or digit
/// is in it. A number is looked for with and without the marks of its thousands.
pub(crate) fn phrase(value: &str) -> Option<String> {
    if !value.chars().any(char::is_alphanumeric) {
        return None;
    }
    let quoted = value.replace(['"', '\0'], " ");
    let prefix = if value.contains(char::is_whitespace) { "" } else { "*" };
    let phrase = format!("\"{quoted}\"{prefix}");
    Some(match other_digits(value) {
        Some(other) => format!("({phrase} OR \"{other}\")"),
        None => phrase,
    })
}

/// A whole number as others write it: “1200” for “1,200”, and “1 200” for “1200”, since the full-text engine takes the mark
/// between for a space. None for what is no number of four digits or more.
pub(crate) fn other_digits(value: &str) -> Option<String> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if digits(value) {
        let mut grouped = String::with_capacity(value.len() * 2);
        for (at, digit) in value.chars().enumerate() {
            if at > 0 && (value.len() - at).is_multiple_of(3) {
                grouped.push(' ');
            }
            grouped.push(digit);
        }
        return (value.len() > 3).then_some(grouped);
    }
    let groups: Vec<&str> = value.split([',', '’', '\'', '\u{a0}', '\u{202f}']).collect();
    let (first, rest) = groups.split_first()?;
    let grouped = first.len() <= 3 && digits(first) && rest.iter().all(|g| g.len() == 3 && digits(g));
    grouped.then(|| groups.concat()).filter(|joined| joined.len() > 3)
}
