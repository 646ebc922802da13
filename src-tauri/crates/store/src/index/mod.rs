//! The ledger's index: what lists and facets go by, in memory, beside the file and made from it.
//!
//! SQLite is the only truth. The index belongs to one operation; [`LedgerIndex::catch_up`] brings it to the newest by reading
//! anew what was touched since. What it has no column for it leaves to SQL, a term at a time, so that it always finds what
//! SQL finds. `decisions/0011-the-ledgers-index.md` tells why it is built so.

mod bits;
mod columns;
mod dates;
mod documents;
mod facets;
mod few;
mod first;
mod many;
mod names;
mod near;
mod orders;
mod select;
mod words;

use std::collections::BTreeSet;

use assay_model::claim::{ClaimKind, Priority};
use assay_model::query::{Sort, SortKey};
use assay_model::verdict::{Status, Verdict};
use rusqlite::Connection;

use crate::error::Result;
use crate::image::{Image, Table};
use crate::indexed::head;
use crate::words::CLAIMS_OWN_WORDS;
use crate::write::read_image;
use columns::{Columns, Ordered, at};
use documents::{Documents, People, Tags};
use few::Few;
use many::{Countable, Many};
use names::Names;
use orders::Orders;
use words::Words;

pub(crate) use bits::Bits;
pub(crate) use facets::Counted;
pub(crate) use select::Selection;

/// The index of one workspace.
#[derive(Debug)]
pub(crate) struct LedgerIndex {
    /// The operation whose state it shows.
    operation: i64,
    columns: Columns,
    orders: Orders,
    documents: Documents,
    tags: Tags,
    people: People,
    words: Words,
}

/// Beyond so many claims whose words have changed, the words are better taken out of the full-text index anew.
const MOST_FRESH: usize = 20_000;

impl LedgerIndex {
    /// Reads the whole index. The connection must be one that nobody else uses, and in one transaction all the while.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub(crate) fn build(connection: &Connection) -> Result<Self> {
        let operation = head(connection)?;
        let mut orders = Orders::by_texts(connection)?;
        let mut columns = Columns::default();
        {
            let mut statement = connection.prepare(include_str!("../sql/index_claims.sql"))?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                columns.set(row)?;
            }
        }
        orders.by_columns(&columns);
        Ok(Self {
            operation,
            orders,
            documents: Documents::build(connection)?,
            tags: Tags::build(connection)?,
            people: People::read(connection)?,
            words: Words::build(connection)?,
            columns,
        })
    }

    /// The operation whose state it shows.
    pub(crate) fn operation(&self) -> i64 {
        self.operation
    }

    /// Whether the words should be taken out of the full-text index anew.
    pub(crate) fn is_worn(&self) -> bool {
        self.words.changed() > MOST_FRESH
    }

    /// One more than the greatest key.
    fn end(&self) -> usize {
        self.columns.end()
    }

    /// Brings the index to the newest operation that the connection sees; it must be in a transaction.
    ///
    /// # Errors
    /// When the file cannot be read; then the index is of no more use.
    pub(crate) fn catch_up(&mut self, connection: &Connection) -> Result<()> {
        let newest = head(connection)?;
        // An older snapshot has nothing to tell.
        if newest <= self.operation {
            return Ok(());
        }
        let (mut claims, mut reworded) = (BTreeSet::new(), BTreeSet::new());
        let (mut people, mut documents) = (false, false);
        {
            let mut statement = connection.prepare_cached(include_str!("../sql/touched_since.sql"))?;
            let mut rows = statement.query((self.operation, -1))?;
            while let Some(row) = rows.next()? {
                let table = row.get::<_, Option<i64>>(0)?.map(Table::from_number).transpose()?;
                people |= table == Some(Table::Person);
                documents |= table == Some(Table::Document);
                let Some(claim) = row.get::<_, Option<u32>>(2)? else { continue };
                claims.insert(claim);
                let reworded_by = match table {
                    // A claim that rests on what changed has the words that it had.
                    None | Some(Table::ClaimTag | Table::Tick | Table::Relation) => false,
                    Some(Table::Claim) => self.has_other_words(claim, connection)?,
                    Some(_) => true,
                };
                if reworded_by {
                    reworded.insert(claim);
                }
            }
        }
        if people {
            self.people = People::read(connection)?;
        }
        if documents {
            self.documents.read(connection)?;
        }
        self.read_claims(&claims, connection)?;
        self.read_words(&reworded, connection)?;
        self.operation = newest;
        Ok(())
    }

    /// Whether a claim's own row has other words than at the operation that the index shows. Cutting them anew costs more than
    /// this look, and most edits of many claims change none.
    fn has_other_words(&self, claim: u32, connection: &Connection) -> Result<bool> {
        let mut statement = connection.prepare_cached(
            "SELECT before FROM change WHERE tbl = ?1 AND row = ?2 AND operation > ?3 ORDER BY operation, position LIMIT 1",
        )?;
        let mut rows = statement.query((Table::Claim as u8, claim, self.operation))?;
        let before: Option<Vec<u8>> = rows.next()?.map(|row| row.get(0)).transpose()?.flatten();
        let now = read_image(connection, Table::Claim, claim.into())?;
        let (Some(before), Some(now)) = (before, now) else { return Ok(true) };
        let before = Image::from_bytes(&before)?;
        Ok(CLAIMS_OWN_WORDS.iter().any(|column| before.get(column) != now.get(column)))
    }

    fn read_claims(&mut self, claims: &BTreeSet<u32>, connection: &Connection) -> Result<()> {
        let mut changed: Vec<(u32, Ordered)> = Vec::with_capacity(claims.len());
        let mut statement =
            connection.prepare_cached(concat!(include_str!("../sql/index_claims.sql"), " WHERE id = ?"))?;
        for claim in claims {
            changed.push((*claim, self.columns.ordered(*claim)));
            let mut rows = statement.query([claim])?;
            if let Some(row) = rows.next()? {
                self.columns.set(row)?;
            } else {
                self.columns.forget(*claim);
            }
            self.documents.set(*claim, connection)?;
        }
        self.tags.set(&Bits::from_keys(0, claims.iter().copied()), connection)?;
        self.orders.mend(&self.columns, &changed, connection)
    }

    fn read_words(&mut self, claims: &BTreeSet<u32>, connection: &Connection) -> Result<()> {
        let mut statement =
            connection.prepare_cached(concat!(include_str!("../sql/claim_words.sql"), " WHERE id = ?"))?;
        for claim in claims {
            let mut rows = statement.query([claim])?;
            let words = match rows.next()? {
                None => None,
                Some(row) => {
                    let mut text = String::new();
                    for column in 1..row.as_ref().column_count() {
                        text.push_str(row.get::<_, Option<String>>(column)?.as_deref().unwrap_or(""));
                        text.push('\n');
                    }
                    Some(self.words.cutter().cut(&text)?.0)
                }
            };
            self.words.set(*claim, words);
        }
        Ok(())
    }

    /// The first keys of a set, in order.
    pub(crate) fn sorted(&self, set: &Bits, sort: Sort, limit: usize) -> Vec<u32> {
        let columns = &self.columns;
        let turned = sort.descending;
        // Values in the order of the list, or turned; what has none comes last either way.
        let few = |few: &Few, mut values: Vec<usize>, none: Option<usize>| {
            if turned {
                values.reverse();
            }
            few.sorted(set, values.into_iter().chain(none), limit)
        };
        let many = |many: &Many, rank: &dyn Fn(u32) -> u32| {
            many.sorted(&Countable::among(set.clone(), &columns.live), turned, limit, rank)
        };
        match sort.key {
            SortKey::Reference if turned => {
                let mut keys: Vec<u32> = set.keys().collect();
                keys.reverse();
                keys.truncate(limit);
                keys
            }
            SortKey::Reference => set.keys().take(limit).collect(),
            SortKey::Status => few(&columns.status, (0..Status::ALL.len()).collect(), None),
            SortKey::Verdict => few(&columns.verdict, (1..=Verdict::ALL.len()).collect(), Some(0)),
            SortKey::Priority => few(&columns.priority, (0..Priority::ALL.len()).collect(), None),
            SortKey::Kind => {
                // By the word, not by the order of the list.
                let mut kinds: Vec<ClaimKind> = ClaimKind::ALL.to_vec();
                kinds.sort_unstable_by_key(|kind| kind.word());
                few(&columns.kind, kinds.into_iter().map(|kind| kind as usize).collect(), None)
            }
            SortKey::Evidence => many(&columns.evidence, &|pieces| pieces + 1),
            SortKey::Document => many(&columns.document, &|document| document),
            SortKey::Claimant => {
                let ranks = columns.voices.ranks();
                many(&columns.voice, &|voice| at(&ranks, voice))
            }
            SortKey::Checker => {
                let mut names = Names::default();
                let mut number = |key: u32| names.number(self.people.0.get(&key).map(String::as_str));
                let numbers: Vec<u32> = (0..columns.checker.end() as u32).map(&mut number).collect();
                let ranks = names.ranks();
                many(&columns.checker, &|person| at(&ranks, at(&numbers, person)))
            }
            _ => self.orders.list(set, sort, limit, columns).unwrap_or_default(),
        }
    }

    /// Bytes of memory that it takes, about: columns, orders and words.
    pub(crate) fn bytes(&self) -> usize {
        self.columns.bytes() + self.orders.bytes() + self.words.bytes()
    }
}
