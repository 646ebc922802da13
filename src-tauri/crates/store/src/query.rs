//! A query as a condition in SQL, every value bound.

use assay_model::id::{ClaimRef, DocumentRef};
use assay_model::query::{Key, Query, Term};
use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;

use crate::error::Result;
use crate::row::Scalar;

/// A condition on `claim` and what is bound in it, in order.
#[derive(Debug, Default)]
pub(crate) struct Condition {
    pub sql: String,
    pub bound: Vec<Scalar>,
}

impl Condition {
    fn and(&mut self, negated: bool, sql: &str, bound: impl IntoIterator<Item = Scalar>) {
        if !self.sql.is_empty() {
            self.sql.push_str(" AND ");
        }
        let not = if negated { "NOT " } else { "" };
        self.sql.push_str(not);
        self.sql.push('(');
        self.sql.push_str(sql);
        self.sql.push(')');
        self.bound.extend(bound);
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
    connection.create_scalar_function("without_citations", 1, flags, |context| {
        let stored: String = context.get(0)?;
        Ok(assay_model::rationale::to_shown(&stored, &[]))
    })?;
    Ok(())
}

/// The condition that a query makes. Dismissed claims are left out unless they are wanted or the query asks about
/// the status. `prefix` is that of the workspace's references.
pub(crate) fn condition(query: &Query, with_dismissed: bool, prefix: &str) -> Condition {
    let mut all = Condition::default();
    if !with_dismissed && !query.asks(Key::Status) {
        all.and(false, "claim.status <> 'dismissed'", []);
    }
    for term in &query.terms {
        let mut any = Condition::default();
        for value in &term.values {
            let (sql, bound) = one(term, value, prefix);
            if !any.sql.is_empty() {
                any.sql.push_str(" OR ");
            }
            any.sql.push_str(&sql);
            any.bound.extend(bound);
        }
        all.and(term.negated, &any.sql, any.bound);
    }
    if all.sql.is_empty() {
        all.sql.push('1');
    }
    all
}

fn one(term: &Term, value: &str, prefix: &str) -> (String, Vec<Scalar>) {
    let sql = |sql: &str, bound: Vec<Scalar>| (sql.to_owned(), bound);
    let lower = || Scalar::from(value.to_lowercase());
    let none = value.eq_ignore_ascii_case("none");
    match term.key {
        None => text(value, prefix),
        Some(Key::Status) => sql("claim.status = ?", vec![lower()]),
        Some(Key::Verdict) if none => sql("claim.verdict IS NULL", vec![]),
        Some(Key::Verdict) => sql("claim.verdict IS ?", vec![lower()]),
        Some(Key::Said) if none => sql("claim.said IS NULL", vec![]),
        Some(Key::Said) => sql("claim.said IS ?", vec![lower()]),
        Some(Key::Rating) if none => sql("claim.rating IS NULL", vec![]),
        Some(Key::Rating) => sql("claim.rating IS ?", vec![lower()]),
        Some(Key::Kind) => sql("claim.kind = ?", vec![lower()]),
        Some(Key::Priority) => {
            let number = value.to_lowercase().parse::<assay_model::claim::Priority>().map_or(-1, |p| p as i64);
            sql("claim.priority = ?", vec![number.into()])
        }
        Some(Key::Claimant) => sql("holds(claim.voice, ?)", vec![lower()]),
        Some(Key::Tag) => sql(
            "EXISTS (SELECT 1 FROM claim_tag WHERE claim_tag.claim = claim.id AND claim_tag.tag = ? COLLATE NOCASE)",
            vec![value.into()],
        ),
        Some(Key::Person) if none => sql("claim.checker IS NULL AND claim.reviewer IS NULL", vec![]),
        Some(Key::Person) => named("IN (claim.checker, claim.reviewer)", value),
        Some(Key::Checker) if none => sql("claim.checker IS NULL", vec![]),
        Some(Key::Reviewer) if none => sql("claim.reviewer IS NULL", vec![]),
        Some(Key::Checker) => named("= claim.checker", value),
        Some(Key::Reviewer) => named("= claim.reviewer", value),
        Some(Key::Document) => match value.parse::<DocumentRef>() {
            Ok(reference) => sql(
                "EXISTS (SELECT 1 FROM mention JOIN revision ON revision.id = mention.revision
                  WHERE mention.claim = claim.id AND revision.document = ?)",
                vec![reference.0.into()],
            ),
            Err(_) => sql(
                "EXISTS (SELECT 1 FROM mention JOIN revision ON revision.id = mention.revision
                   JOIN document ON document.id = revision.document
                  WHERE mention.claim = claim.id AND (holds(document.title, ?) OR holds(document.publisher, ?)))",
                vec![lower(), lower()],
            ),
        },
        Some(Key::Has) => (has(value), vec![]),
        Some(Key::No) => (format!("NOT ({})", has(value)), vec![]),
    }
}

/// A person of a claim by part of the name, or after `=` by the whole of it.
fn named(person: &str, value: &str) -> (String, Vec<Scalar>) {
    let (condition, name) = match value.strip_prefix('=') {
        Some(whole) => ("person.name = ?", whole.to_owned()),
        None => ("holds(person.name, ?)", value.to_lowercase()),
    };
    let sql = format!("EXISTS (SELECT 1 FROM person WHERE person.id {person} AND {condition})");
    (sql, vec![name.into()])
}

/// What a claim can have or lack; a word that is none of these is had by no claim.
fn has(what: &str) -> String {
    match what.to_lowercase().as_str() {
        "evidence" => "claim.evidence_count > 0",
        "primary" => "claim.has_primary = 1",
        "rationale" => "claim.rationale <> '' OR claim.rationale_said <> ''",
        "verdict" => "claim.verdict IS NOT NULL",
        "value" => "claim.value_text IS NOT NULL",
        "note" => "claim.note_count > 0",
        "open-question" => "claim.question_count > 0",
        _ => "0",
    }
    .to_owned()
}

/// Words to look for: one word also as the beginning of a longer one, several words as a phrase; or a reference.
fn text(value: &str, prefix: &str) -> (String, Vec<Scalar>) {
    let search = "claim.id IN (SELECT rowid FROM claim_search WHERE claim_search MATCH ?)
      OR claim.id IN (SELECT evidence.claim FROM source_search JOIN evidence ON evidence.source = source_search.rowid
                       WHERE source_search MATCH ?)";
    let Some(phrase) = phrase(value) else { return ("0".to_owned(), vec![]) };
    let words = || Scalar::from(phrase.as_str());
    match value.parse::<ClaimRef>() {
        Ok(reference) if reference.prefix == prefix => {
            (format!("claim.id = ? OR {search}"), vec![reference.number.into(), words(), words()])
        }
        _ => (search.to_owned(), vec![words(), words()]),
    }
}

/// A text as a phrase of the full-text engine, with none of its operators left in force; none if no letter or digit
/// is in it.
pub(crate) fn phrase(value: &str) -> Option<String> {
    if !value.chars().any(char::is_alphanumeric) {
        return None;
    }
    let quoted = value.replace(['"', '\0'], " ");
    let prefix = if value.contains(char::is_whitespace) { "" } else { "*" };
    Some(format!("\"{quoted}\"{prefix}"))
}

/// What one term finds.
pub(crate) fn found_by(connection: &Connection, term: &Term, prefix: &str) -> Result<Vec<u32>> {
    let found = condition(&Query { terms: vec![term.clone()] }, true, prefix);
    let mut statement = connection.prepare_cached(&format!("SELECT id FROM claim WHERE {}", found.sql))?;
    let keys = statement.query_map(rusqlite::params_from_iter(&found.bound), |r| r.get(0))?;
    Ok(keys.collect::<rusqlite::Result<_>>()?)
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
