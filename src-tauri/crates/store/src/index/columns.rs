//! What the index knows of each claim: dense columns, one entry for each key.

use std::hash::{DefaultHasher, Hash, Hasher};

use assay_model::claim::ClaimKind;
use assay_model::verdict::{Status, Verdict};
use rusqlite::Row;

use super::bits::Bits;
use super::dates::Dates;
use super::few::Few;
use super::many::{MOST, Many};
use super::names::{NONE, Names};
use crate::error::{Result, StoreError};

/// What a claim can have.
pub(crate) const HAVINGS: [&str; 5] = ["primary", "note", "open-question", "rationale", "value"];

/// How a claim can be, whoever asks.
pub(crate) const BEINGS: [&str; 3] = ["changed-since-signoff", "conflicting", "lost"];

/// The columns.
#[derive(Debug, Default)]
pub(crate) struct Columns {
    /// The keys that are claims.
    pub(crate) live: Bits,
    /// The status, by its number in the order of the work.
    pub(crate) status: Few,
    /// The verdict, counted from one in the scale's order; zero for none.
    pub(crate) verdict: Few,
    /// The same of whether it was said.
    pub(crate) said: Few,
    /// The kind, by its number.
    pub(crate) kind: Few,
    /// The priority, by its number.
    pub(crate) priority: Few,
    /// The claims that have each of [`HAVINGS`].
    pub(crate) having: [Bits; HAVINGS.len()],
    /// The claims that are each of [`BEINGS`].
    pub(crate) being: [Bits; BEINGS.len()],
    /// How much it wants checking; not a number for nothing known.
    pub(crate) score: Vec<f64>,
    /// Pieces of evidence.
    pub(crate) evidence: Many,
    /// Whose voice it is in, by its number in `voices`.
    pub(crate) voice: Many,
    /// The value of whatever scale it was judged by, by number in `ratings`.
    pub(crate) rating: Vec<u32>,
    /// The keys of people; zero for nobody.
    pub(crate) checker: Many,
    pub(crate) reviewer: Many,
    /// The key of the document it is first mentioned in; zero for none.
    pub(crate) document: Many,
    /// When it was last edited, in milliseconds of Unix time.
    pub(crate) edited: Vec<i64>,
    /// Hashes of the texts that orders go by: whether one has changed is seen without keeping it.
    pub(crate) label: Vec<u32>,
    pub(crate) value: Vec<u32>,
    pub(crate) dates: Dates,
    pub(crate) voices: Names,
    pub(crate) ratings: Names,
}

/// A claim in the columns before and after a change, as far as orders go by it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Ordered {
    pub(crate) live: bool,
    pub(crate) label: u32,
    pub(crate) value: u32,
    pub(crate) score: f64,
    pub(crate) edited: i64,
}

/// The hash of nothing.
pub(crate) const NO_TEXT: u32 = 0;

/// A hash that is equal where `NOCASE` or `BINARY` takes two texts as equal, and never [`NO_TEXT`].
fn hash(text: Option<&str>, any_case: bool) -> u32 {
    let Some(text) = text else { return NO_TEXT };
    let mut hasher = DefaultHasher::new();
    if any_case {
        text.to_ascii_lowercase().hash(&mut hasher);
    } else {
        text.hash(&mut hasher);
    }
    (hasher.finish() as u32).max(1)
}

/// A verdict as the columns keep it.
pub(crate) fn verdict(verdict: Option<Verdict>) -> usize {
    verdict.map_or(0, |v| v as usize + 1)
}

impl Columns {
    /// One more than the greatest key there is room for.
    pub(crate) fn end(&self) -> usize {
        self.edited.len()
    }

    /// Makes room for keys below `end`.
    pub(crate) fn grow(&mut self, end: usize) {
        if end <= self.end() {
            return;
        }
        for column in [&mut self.rating, &mut self.label, &mut self.value] {
            column.resize(end, 0);
        }
        self.many().into_iter().for_each(|many| many.grow(end));
        self.score.resize(end, f64::NAN);
        self.edited.resize(end, 0);
    }

    /// Takes in a row of `index_claims.sql`.
    ///
    /// # Errors
    /// When a word or number of it is none, or its key is beyond all that a workspace can hold: columns up to it would take all
    /// memory.
    pub(crate) fn set(&mut self, row: &Row<'_>) -> Result<u32> {
        let text = |at: usize| -> Result<Option<&str>> {
            Ok(row.get_ref(at)?.as_str_or_null().map_err(rusqlite::Error::from)?)
        };
        let key: u32 = row.get(0)?;
        if key > MOST {
            return Err(StoreError::Unreadable(format!("claim {key}")));
        }
        self.grow(key as usize + 1);
        let status: Status = text(1)?.unwrap_or_default().parse()?;
        let found =
            |at: usize| -> Result<usize> { Ok(verdict(text(at)?.map(str::parse::<Verdict>).transpose()?)) };
        let kind: ClaimKind = text(4)?.unwrap_or_default().parse()?;
        let number = |at: usize| -> Result<u32> { Ok(row.get::<_, Option<u32>>(at)?.unwrap_or(NONE)) };
        let voice = self.voices.number(text(13)?);
        let rating = self.ratings.number(text(14)?);
        let is_claim = self.live.has(key);
        self.live.insert(key);
        self.status.set(key, status as usize);
        self.verdict.set(key, found(2)?);
        self.said.set(key, found(3)?);
        self.kind.set(key, kind as usize);
        self.priority.set(key, row.get(5).map(|priority: u8| usize::from(priority))?);
        for (at, claims) in (8..).zip(&mut self.having) {
            if row.get(at)? { claims.insert(key) } else { claims.remove(key) }
        }
        for (at, claims) in (21..).zip(&mut self.being) {
            if row.get(at)? { claims.insert(key) } else { claims.remove(key) }
        }
        put(&mut self.score, key, row.get::<_, Option<f64>>(6)?.unwrap_or(f64::NAN));
        self.evidence.set(key, row.get(7)?, is_claim)?;
        self.voice.set(key, voice, is_claim)?;
        put(&mut self.rating, key, rating);
        self.checker.set(key, number(15)?, is_claim)?;
        self.reviewer.set(key, number(16)?, is_claim)?;
        self.document.set(key, number(17)?, is_claim)?;
        put(&mut self.edited, key, row.get(18)?);
        put(&mut self.label, key, hash(text(19)?, true));
        put(&mut self.value, key, hash(text(20)?, false));
        self.dates.set(key, text(24)?)?;
        Ok(key)
    }

    /// Takes a claim out.
    pub(crate) fn forget(&mut self, key: u32) {
        if self.live.has(key) {
            self.many().into_iter().for_each(|many| many.forget(key));
        }
        self.live.remove(key);
        for few in [&mut self.status, &mut self.verdict, &mut self.said, &mut self.kind, &mut self.priority] {
            few.forget(key);
        }
        // What states nothing cannot be misread.
        let _ = self.dates.set(key, None);
        self.having.iter_mut().chain(&mut self.being).for_each(|claims| claims.remove(key));
    }

    fn many(&mut self) -> [&mut Many; 5] {
        [&mut self.evidence, &mut self.voice, &mut self.checker, &mut self.reviewer, &mut self.document]
    }

    /// What orders go by of a claim.
    pub(crate) fn ordered(&self, key: u32) -> Ordered {
        Ordered {
            live: self.live.has(key),
            label: at(&self.label, key),
            value: at(&self.value, key),
            score: self.score.get(key as usize).copied().unwrap_or(f64::NAN),
            edited: at(&self.edited, key),
        }
    }
}

impl Columns {
    /// Bytes of memory that they take, about.
    pub(crate) fn bytes(&self) -> usize {
        let few = [&self.status, &self.verdict, &self.said, &self.kind, &self.priority];
        let many = [&self.evidence, &self.voice, &self.checker, &self.reviewer, &self.document];
        let large = size_of::<[u32; 3]>() + size_of::<f64>() + size_of::<i64>();
        few.iter().map(|few| few.bytes()).sum::<usize>()
            + many.iter().map(|many| many.bytes()).sum::<usize>()
            + self.having.iter().chain(&self.being).map(Bits::bytes).sum::<usize>()
            + self.edited.capacity() * large
            + self.dates.bytes()
    }
}

/// The entry of a key, or the empty one of a key beyond the end.
pub(crate) fn at<T: Copy + Default>(column: &[T], key: u32) -> T {
    column.get(key as usize).copied().unwrap_or_default()
}

fn put<T>(column: &mut [T], key: u32, value: T) {
    if let Some(entry) = column.get_mut(key as usize) {
        *entry = value;
    }
}
