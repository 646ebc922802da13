//! Which claims a query finds.

use assay_model::claim::{ClaimKind, Priority};
use assay_model::id::ClaimRef;
use assay_model::query::compare::{count, days, number};
use assay_model::query::{Bound, Key, Query, Term, is_none};
use assay_model::verdict::{Status, Verdict};
use rusqlite::Connection;

use super::LedgerIndex;
use super::bits::Bits;
use super::columns::{BEINGS, HAVINGS, verdict};
use super::few::Few;
use super::many::{Countable, Many};
use super::names::NONE;
use crate::error::Result;
use crate::query::{cited_by, documents_of, found_by, limits, negates, other_digits, phrase};

/// The claims that each term of a query finds, so that any of them can be left out.
#[derive(Debug)]
pub(crate) struct Selection {
    with_dismissed: bool,
    live: Bits,
    dismissed: Bits,
    terms: Vec<(Option<Key>, bool, Bits)>,
}

impl Selection {
    /// What the whole query finds.
    pub(crate) fn found(&self) -> Bits {
        self.without(None)
    }

    /// What it finds without its terms about `key`: what a facet counts. Without terms about the status dismissed claims are
    /// left out, but not where the facet is that of the status itself.
    pub(crate) fn without(&self, key: Option<Key>) -> Bits {
        let mut found = self.live.clone();
        if !self.with_dismissed && key != Some(Key::Status) {
            found.and_not(&self.dismissed);
        }
        for (asked, negated, claims) in &self.terms {
            if key.is_some() && *asked == key {
                continue;
            }
            if *negated { found.and_not(claims) } else { found.and(claims) }
        }
        found
    }

    /// The same, to be counted.
    pub(crate) fn countable(&self, key: Option<Key>) -> Countable {
        Countable::among(self.without(key), &self.live)
    }

    /// Whether any term asks about `key`.
    pub(crate) fn asks(&self, key: Key) -> bool {
        self.terms.iter().any(|(asked, ..)| *asked == Some(key))
    }
}

impl LedgerIndex {
    /// What each term of a query finds. What the index has no column for, SQL answers, of the same state.
    pub(crate) fn select(&self, query: &Query, prefix: &str, connection: &Connection) -> Result<Selection> {
        let nothing = (None, false, Bits::default());
        let terms = query.terms.iter().map(|term| {
            let mut claims = Bits::default();
            for value in &term.values {
                if let Some(found) = self.having(query, term, value, connection)? {
                    claims.or(&found);
                } else {
                    let found = found_by(connection, query, term, value, prefix)?;
                    claims.or(&Bits::from_keys(self.end(), found));
                }
            }
            Ok((term.key, negates(term), claims))
        });
        let terms: Result<_> = if query.is_too_long() { Ok(vec![nothing]) } else { terms.collect() };
        Ok(Selection {
            with_dismissed: query.asks(Key::Status),
            live: self.columns.live.clone(),
            dismissed: self.columns.status.claims(Status::Dismissed as usize),
            terms: terms?,
        })
    }

    /// The claims that have one value of a key; none where the index does not know.
    fn having(
        &self,
        query: &Query,
        term: &Term,
        value: &str,
        connection: &Connection,
    ) -> Result<Option<Bits>> {
        let Some(key) = term.key else {
            // Which part of a claim a word stands in only the full-text index knows.
            return if query.asks(Key::In) { Ok(None) } else { self.text(value, connection) };
        };
        if key == Key::In {
            return Ok(Some(if limits(term, value) {
                self.all_but(&Bits::default())
            } else {
                Bits::default()
            }));
        }
        if !key.reads(value) {
            return Ok(Some(Bits::default()));
        }
        if let Some((documents, others)) = documents_of(connection, key, value)? {
            let mut found = self.documents.claims(&self.columns, &documents);
            if others {
                found = self.all_but(&found);
            }
            return Ok(Some(found));
        }
        let columns = &self.columns;
        let lower = value.to_lowercase();
        let none = is_none(value);
        let is =
            |few: &Few, value: Option<usize>| value.map_or_else(Bits::default, |value| few.claims(value));
        let found = |few: &Few| {
            let value = if none { Some(0) } else { lower.parse::<Verdict>().ok().map(|v| verdict(Some(v))) };
            is(few, value)
        };
        let named = |people: &Many| {
            if none {
                return people.having(|person| person == NONE);
            }
            people.having_any(&self.people.named(value))
        };
        Ok(Some(match key {
            Key::Status => is(&columns.status, lower.parse::<Status>().ok().map(|s| s as usize)),
            Key::Verdict => found(&columns.verdict),
            Key::Said => found(&columns.said),
            Key::Kind => is(&columns.kind, lower.parse::<ClaimKind>().ok().map(|k| k as usize)),
            Key::Priority => is(&columns.priority, lower.parse::<Priority>().ok().map(|p| p as usize)),
            Key::Claimant if none => self.all_but(&columns.voice.having(|voice| voice != NONE)),
            Key::Claimant => {
                let voices = match value.strip_prefix('=') {
                    Some(whole) => columns.voices.known(whole).into_iter().collect(),
                    None => columns.voices.holding(&lower),
                };
                columns.voice.having_any(&voices)
            }
            Key::Tag if none => self.all_but(&self.tags.any(self.end())),
            Key::Tag => self.tags.claims(value, self.end()),
            Key::Person if none => {
                let mut nobody = named(&columns.checker);
                nobody.and(&named(&columns.reviewer));
                nobody
            }
            Key::Person => {
                let mut either = named(&columns.checker);
                either.or(&named(&columns.reviewer));
                either
            }
            Key::Checker => named(&columns.checker),
            Key::Reviewer => named(&columns.reviewer),
            Key::Score if none => self.all_but(&Bits::of(&columns.score, |score| !score.is_nan())),
            Key::Score => {
                let Some(asked) = number(value) else { return Ok(None) };
                Bits::of(&columns.score, |score| asked.holds(score))
            }
            Key::Evidence => {
                let Some(asked) = count(value) else { return Ok(None) };
                columns.evidence.having(|pieces| asked.holds(i64::from(pieces)))
            }
            Key::Is if value.starts_with('=') => {
                let mut either = named(&columns.checker);
                either.or(&named(&columns.reviewer));
                either
            }
            Key::Is => {
                let at = BEINGS.iter().position(|being| *being == lower);
                // `mine` is whose by then: nobody's, where it is not said who asks.
                at.and_then(|at| columns.being.get(at)).cloned().unwrap_or_default()
            }
            Key::ValueDate if none => {
                let any = Bound { low: i64::MIN, high: i64::MAX };
                self.all_but(&columns.dates.within(any))
            }
            Key::ValueDate => {
                let Some(asked) = days(value) else { return Ok(None) };
                columns.dates.within(asked)
            }
            Key::Rating if none => self.all_but(&Bits::of(&columns.rating, |rating| rating != NONE)),
            Key::Rating => {
                let number = columns.ratings.known(&lower).unwrap_or(u32::MAX);
                Bits::of(&columns.rating, |rating| rating == number)
            }
            Key::Has | Key::No => {
                let Some(mut with) = self.with(&lower) else { return Ok(None) };
                if key == Key::No {
                    with = self.all_but(&with);
                }
                with
            }
            _ => return Ok(None),
        }))
    }

    /// The claims that are not these.
    fn all_but(&self, claims: &Bits) -> Bits {
        let mut others = self.columns.live.clone();
        others.and_not(claims);
        others
    }

    /// The claims that have something.
    fn with(&self, what: &str) -> Option<Bits> {
        Some(match what {
            "evidence" => self.columns.evidence.having(|pieces| pieces > 0),
            "verdict" => {
                let mut with = self.columns.live.clone();
                with.and_not(&self.columns.verdict.claims(0));
                with
            }
            what => {
                let at = HAVINGS.iter().position(|having| *having == what)?;
                self.columns.having.get(at)?.clone()
            }
        })
    }

    /// The claims that a word stands in or is in the title of a source of, also as the beginning of a longer one; none where it
    /// is several words, whose order only the full-text index knows, or looks like a reference. A number is several words where
    /// claims have those that it is with the marks of its thousands.
    fn text(&self, value: &str, connection: &Connection) -> Result<Option<Bits>> {
        let Some(phrase) = phrase(value) else { return Ok(Some(Bits::default())) };
        let (words, lone) = self.words.cutter().cut(value)?;
        let [word] = words.as_slice() else { return Ok(None) };
        if !lone || value.parse::<ClaimRef>().is_ok() {
            return Ok(None);
        }
        if let Some(other) = other_digits(value)
            && other.split(' ').all(|word| self.words.count(word) > 0)
        {
            return Ok(None);
        }
        let mut found = self.words.find(word, !value.contains(char::is_whitespace), self.end());
        for claim in cited_by(connection, &phrase)? {
            found.insert(claim);
        }
        Ok(Some(found))
    }
}
