//! Documents, tags and people as the index knows them: what claims belong to, by number.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use super::bits::Bits;
use super::columns::{Columns, at};
use super::many::{Countable, table};
use super::names::{NONE, Names};
use crate::error::Result;

/// The documents of the workspace, and the claims that stand in several.
#[derive(Debug, Default)]
pub(crate) struct Documents {
    /// By key: the title and who published it.
    labels: Vec<Box<str>>,
    /// What facets group documents by.
    pub(crate) publishers: Grouped,
    pub(crate) languages: Grouped,
    pub(crate) years: Grouped,
    /// Of claims that stand in other documents than their first, the others.
    others: BTreeMap<u32, Vec<u32>>,
}

/// What each document has of a kind, as its publisher.
#[derive(Debug, Default)]
pub(crate) struct Grouped {
    pub(crate) names: Names,
    /// By key of the document the number of its name.
    of: Vec<u32>,
}

impl Grouped {
    fn set(&mut self, document: u32, name: Option<&str>) {
        let end = document as usize + 1;
        if self.of.len() < end {
            self.of.resize(end, NONE);
        }
        let number = self.names.number(name);
        if let Some(entry) = self.of.get_mut(document as usize) {
            *entry = number;
        }
    }
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

    /// Reads what is known of documents anew.
    pub(crate) fn read(&mut self, connection: &Connection) -> Result<()> {
        let mut statement =
            connection.prepare_cached("SELECT id, title, publisher, language, published FROM document")?;
        let mut rows = statement.query([])?;
        self.labels.clear();
        (self.publishers, self.languages, self.years) = Default::default();
        while let Some(row) = rows.next()? {
            let key: u32 = row.get(0)?;
            let text = |at: usize| row.get::<_, Option<String>>(at);
            let (publisher, date) = (text(2)?, text(4)?);
            self.publishers.set(key, publisher.as_deref());
            self.languages.set(key, text(3)?.as_deref());
            self.years.set(key, date.as_deref().map(|date| date.get(..4).unwrap_or(date)));
            let end = key as usize + 1;
            if self.labels.len() < end {
                self.labels.resize(end, "".into());
            }
            if let Some(label) = self.labels.get_mut(key as usize) {
                let title: String = row.get(1)?;
                *label = publisher.map_or_else(|| title.clone(), |one| format!("{title}, {one}")).into();
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

    /// The claims that stand in any of these documents.
    pub(crate) fn claims(&self, columns: &Columns, wanted: &[u32]) -> Bits {
        let mut found = columns.document.having_any(wanted);
        let table = table(wanted);
        for (claim, others) in &self.others {
            if others.iter().any(|other| at(&table, *other)) {
                found.insert(*claim);
            }
        }
        found
    }

    /// What people see of a document.
    pub(crate) fn label(&self, key: u32) -> &str {
        self.labels.get(key as usize).map_or("", |label| label)
    }

    /// Of how many claims of a set each document is the first, by key.
    pub(crate) fn count_firsts(&self, set: &Countable, columns: &Columns) -> Vec<u32> {
        columns.document.count(set, self.labels.len().max(1))
    }

    /// How many claims of a set stand in each document, by key. `counts` are those of its first documents.
    pub(crate) fn count(&self, set: &Bits, mut counts: Vec<u32>) -> Vec<u32> {
        for (_, others) in self.others.iter().filter(|(claim, _)| set.has(**claim)) {
            for other in others {
                if let Some(count) = counts.get_mut(*other as usize) {
                    *count += 1;
                }
            }
        }
        counts
    }

    /// How many claims of a set stand in a document of each group, by its number: each claim once in a group, and with
    /// [`NONE`] if none of its documents is in one. `firsts` are the counts of its first documents.
    pub(crate) fn count_groups(
        &self,
        set: &Bits,
        columns: &Columns,
        groups: &Grouped,
        mut firsts: Vec<u32>,
    ) -> Vec<u32> {
        let group = |document: u32| at(&groups.of, document);
        let mut counts = vec![0_u32; groups.names.end()];
        let mut add = |group: u32, claims: u32| {
            if let Some(count) = counts.get_mut(group as usize) {
                *count += claims;
            }
        };
        for (claim, others) in self.others.iter().filter(|(claim, _)| set.has(**claim)) {
            let first = columns.document.of(*claim);
            if let Some(count) = firsts.get_mut(first as usize) {
                *count -= 1;
            }
            let all: BTreeSet<u32> =
                std::iter::once(first).chain(others.iter().copied()).map(group).collect();
            let named = all.iter().filter(|group| **group != NONE);
            named.clone().for_each(|group| add(*group, 1));
            if named.count() == 0 {
                add(NONE, 1);
            }
        }
        for (document, claims) in (0..).zip(firsts) {
            add(group(document), claims);
        }
        counts
    }
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
            tags.put(&row.get::<_, String>(0)?, row.get(1)?);
        }
        Ok(tags)
    }

    /// Gives a claim a tag.
    fn put(&mut self, tag: &str, claim: u32) {
        let number = self.names.number(Some(tag)) as usize;
        if self.claims.len() <= number {
            self.claims.resize_with(number + 1, Vec::new);
        }
        if let Some(claims) = self.claims.get_mut(number) {
            claims.insert(claims.partition_point(|other| *other < claim), claim);
        }
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
                self.put(&tag, claim);
            }
        }
        Ok(())
    }

    /// The claims that have a tag, in whatever letters, or after `=` as it is written.
    pub(crate) fn claims(&self, tag: &str, end: usize) -> Bits {
        let mut found = Bits::new(end);
        let is = |name: &str| match tag.strip_prefix('=') {
            Some(whole) => name == whole,
            None => name.eq_ignore_ascii_case(tag),
        };
        for (number, _) in self.names.iter().filter(|(_, name)| is(name)) {
            self.claims.get(number as usize).into_iter().flatten().for_each(|claim| found.insert(*claim));
        }
        found
    }

    /// The claims that have any tag.
    pub(crate) fn any(&self, end: usize) -> Bits {
        let mut found = Bits::new(end);
        self.claims.iter().flatten().for_each(|claim| found.insert(*claim));
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
