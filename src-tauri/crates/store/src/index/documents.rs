//! Documents, tags and people as the index knows them: what claims belong to, by number.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::bits::Bits;
use super::columns::{Columns, at};
use super::names::Names;
use crate::error::Result;

/// The documents of the workspace, and the claims that stand in several.
#[derive(Debug, Default)]
pub(crate) struct Documents {
    /// By key: the document's title and publisher in small letters, which parts are looked for in.
    lower: Vec<Box<str>>,
    /// By key: what people see, the publisher or else the title.
    shown: Vec<Box<str>>,
    /// Of claims that stand in other documents than their first, the others.
    others: BTreeMap<u32, Vec<u32>>,
}

impl Documents {
    pub(crate) fn build(connection: &Connection) -> Result<Self> {
        let mut documents = Self::default();
        documents.read(connection)?;
        let mut statement = connection.prepare(concat!(include_str!("../sql/index_others.sql"), ";"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            documents.others.entry(row.get(0)?).or_default().push(row.get(1)?);
        }
        Ok(documents)
    }

    /// Reads what documents are called anew.
    pub(crate) fn read(&mut self, connection: &Connection) -> Result<()> {
        let mut statement = connection.prepare_cached("SELECT id, title, publisher FROM document")?;
        let mut rows = statement.query([])?;
        self.lower.clear();
        self.shown.clear();
        while let Some(row) = rows.next()? {
            let (key, title, publisher): (u32, String, Option<String>) =
                (row.get(0)?, row.get(1)?, row.get(2)?);
            let end = key as usize + 1;
            if self.lower.len() < end {
                self.lower.resize(end, "".into());
                self.shown.resize(end, "".into());
            }
            // No part of a name has the mark between them in it.
            let lower =
                format!("{}\0{}", title.to_lowercase(), publisher.as_deref().unwrap_or("").to_lowercase());
            if let (Some(a), Some(b)) = (self.lower.get_mut(key as usize), self.shown.get_mut(key as usize)) {
                (*a, *b) = (lower.into(), publisher.unwrap_or(title).into());
            }
        }
        Ok(())
    }

    /// Reads anew in which other documents a claim stands.
    pub(crate) fn set(&mut self, claim: u32, connection: &Connection) -> Result<()> {
        let mut statement = connection
            .prepare_cached(concat!(include_str!("../sql/index_others.sql"), " AND claim.id = ?"))?;
        let others: Vec<u32> =
            statement.query_map([claim], |r| r.get(1))?.collect::<rusqlite::Result<_>>()?;
        if others.is_empty() {
            self.others.remove(&claim)
        } else {
            self.others.insert(claim, others)
        };
        Ok(())
    }

    /// The claims that stand in a wanted document.
    pub(crate) fn claims(&self, columns: &Columns, wanted: &[bool]) -> Bits {
        let is = |document: u32| at(wanted, document);
        let mut found = Bits::of(&columns.document, is);
        for (claim, others) in &self.others {
            if others.iter().any(|other| is(*other)) {
                found.insert(*claim);
            }
        }
        found
    }

    /// Which documents hold a part in their title or publisher.
    pub(crate) fn holding(&self, part: &str) -> Vec<bool> {
        self.lower.iter().map(|lower| !lower.is_empty() && lower.contains(part)).collect()
    }

    /// The documents, of which only this one is wanted.
    pub(crate) fn only(&self, key: u32) -> Vec<bool> {
        (0..self.lower.len() as u32).map(|other| other == key).collect()
    }

    /// What people see of a document.
    pub(crate) fn shown(&self, key: u32) -> &str {
        self.shown.get(key as usize).map_or("", |name| name)
    }

    /// How many claims of a set stand in each document, by key.
    pub(crate) fn count(&self, set: &Bits, columns: &Columns) -> Vec<u32> {
        let mut counts = count(set, &columns.document, self.shown.len());
        for (_, others) in self.others.iter().filter(|(claim, _)| set.has(**claim)) {
            for other in others {
                if let Some(count) = counts.get_mut(*other as usize) {
                    *count += 1;
                }
            }
        }
        counts
    }
}

/// How many claims of a set have each value of a column below `end`.
pub(crate) fn count(set: &Bits, column: &[u32], end: usize) -> Vec<u32> {
    let mut counts = vec![0; end];
    set.each(column, |value| {
        if let Some(count) = counts.get_mut(value as usize) {
            *count += 1;
        }
    });
    counts
}

/// The tags, each with its claims.
#[derive(Debug, Default)]
pub(crate) struct Tags {
    names: Names,
    /// By number of the tag, in order.
    claims: Vec<Vec<u32>>,
}

impl Tags {
    pub(crate) fn build(connection: &Connection) -> Result<Self> {
        let mut tags = Self::default();
        let mut statement = connection.prepare("SELECT tag, claim FROM claim_tag ORDER BY tag, claim")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let tag: String = row.get(0)?;
            tags.claims_of(&tag).push(row.get(1)?);
        }
        Ok(tags)
    }

    fn claims_of(&mut self, tag: &str) -> &mut Vec<u32> {
        let number = self.names.number(Some(tag)) as usize;
        if self.claims.len() <= number {
            self.claims.resize_with(number + 1, Vec::new);
        }
        // The list was just made long enough.
        let last = self.claims.len() - 1;
        let at = number.min(last);
        #[expect(clippy::indexing_slicing, reason = "the list is never empty here, and `at` is inside it")]
        &mut self.claims[at]
    }

    /// Reads the tags of claims anew.
    pub(crate) fn set(&mut self, claims: &Bits, connection: &Connection) -> Result<()> {
        for list in &mut self.claims {
            list.retain(|claim| !claims.has(*claim));
        }
        let mut statement = connection.prepare_cached("SELECT tag FROM claim_tag WHERE claim = ?")?;
        for claim in claims.keys() {
            let tags: Vec<String> =
                statement.query_map([claim], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?;
            for tag in tags {
                let list = self.claims_of(&tag);
                let at = list.partition_point(|other| *other < claim);
                list.insert(at, claim);
            }
        }
        Ok(())
    }

    /// The claims that have a tag, in whatever letters.
    pub(crate) fn claims(&self, tag: &str, end: usize) -> Bits {
        let mut found = Bits::new(end);
        for (number, _) in self.names.iter().filter(|(_, name)| name.eq_ignore_ascii_case(tag)) {
            self.claims.get(number as usize).into_iter().flatten().for_each(|claim| found.insert(*claim));
        }
        found
    }

    /// How many claims of a set have each tag.
    pub(crate) fn count(&self, set: &Bits) -> impl Iterator<Item = (&str, u32)> {
        self.names.iter().map(|(number, name)| {
            let claims = self.claims.get(number as usize).into_iter().flatten();
            (name, claims.filter(|claim| set.has(**claim)).count() as u32)
        })
    }
}

/// People by key.
#[derive(Debug, Default)]
pub(crate) struct People(pub(crate) BTreeMap<u32, String>);

impl People {
    pub(crate) fn read(connection: &Connection) -> Result<Self> {
        let mut statement = connection.prepare_cached("SELECT id, name FROM person")?;
        let people = statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?;
        Ok(Self(people.collect::<rusqlite::Result<_>>()?))
    }

    /// The keys of people by part of the name, or after `=` by the whole of it.
    pub(crate) fn named(&self, name: &str) -> Vec<u32> {
        let part = name.to_lowercase();
        let is = |other: &str| match name.strip_prefix('=') {
            Some(whole) => other == whole,
            None => other.to_lowercase().contains(&part),
        };
        self.0.iter().filter(|(_, other)| is(other)).map(|(key, _)| *key).collect()
    }
}
