//! Images of rows: what the log keeps of a row, and the digest that shows whether a row is still what was logged.
//!
//! The byte form of an image is fixed, since digests and hashes are taken over it:
//! schema number (u16), table number (u8), count of columns (u8), then each column in the order of [`Table::columns`]
//! as a tag – `n` nothing, `i` whole number (i64), `r` fraction (IEEE 754 double), `t` text, `b` bytes – and its
//! content, texts and bytes with their length in bytes before them (u32). All numbers are big-endian.
//!
//! The schema number is that of the schema in which the table got its present columns. An image of an earlier one is
//! read with the defaults of the columns that came later, and a row whose later columns all hold their default still
//! bears its earlier digest: so no migration has to rewrite the log, and undo reaches back over it.

use sha2::{Digest, Sha256};

use crate::error::{Result, StoreError};
use crate::row::Scalar;

/// What a column that came later holds in rows from before it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Later {
    Nothing,
    Zero,
    Word(&'static str),
}

impl Later {
    fn value(self) -> Scalar {
        match self {
            Self::Nothing => Scalar::Null,
            Self::Zero => Scalar::Integer(0),
            Self::Word(word) => word.into(),
        }
    }
}

macro_rules! tables {
    ($($variant:ident = $number:literal in $schema:literal, $name:literal, [$($first:literal),+ $(,)?]
        $(, then [$($column:literal = $later:expr),+ $(,)?])?;)+) => {
        tables! { @all $($variant = $number in $schema, $name, [$($first,)+ $($($column,)+)?], [$($($later,)+)?];)+ }
    };
    (@all $($variant:ident = $number:literal in $schema:literal, $name:literal, [$($column:literal,)+], [$($later:expr,)*];)+) => {
        /// A table whose rows are the state of the workspace.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[expect(missing_docs, reason = "they are named as in the model")]
        pub enum Table { $($variant = $number),+ }

        impl Table {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its name in the schema.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// The columns that make up its state, `id` and `stamp` first; derived columns are left out.
            pub const fn columns(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &["id", "stamp", $($column),+]),+ }
            }

            /// The schema in which it got its present columns.
            const fn schema(self) -> u16 {
                match self { $(Self::$variant => $schema),+ }
            }

            /// What its last columns hold in rows from before they were there.
            const fn later(self) -> &'static [Later] {
                match self { $(Self::$variant => &[$($later),*]),+ }
            }

            /// The statement that inserts a row with all its columns.
            pub(crate) const fn insert_sql(self) -> &'static str {
                match self {
                    $(Self::$variant => concat!(
                        "INSERT INTO ", $name, " (id, stamp", $(", ", $column,)+ ") VALUES (?, ?", $(tables!(@mark $column),)+ ")"
                    )),+
                }
            }

            /// The statement that reads a row's state by its id.
            pub(crate) const fn select_sql(self) -> &'static str {
                match self {
                    $(Self::$variant => concat!("SELECT id, stamp", $(", ", $column,)+ " FROM ", $name, " WHERE id = ?")),+
                }
            }

            /// The statement that deletes a row.
            pub(crate) const fn delete_sql(self) -> &'static str {
                match self { $(Self::$variant => concat!("DELETE FROM ", $name, " WHERE id = ?")),+ }
            }

            /// The statement that reads every row's state.
            pub(crate) const fn select_all_sql(self) -> &'static str {
                match self {
                    $(Self::$variant => concat!("SELECT id, stamp", $(", ", $column,)+ " FROM ", $name, " ORDER BY id")),+
                }
            }

            pub(crate) fn from_number(number: i64) -> Result<Self> {
                match number {
                    $($number => Ok(Self::$variant),)+
                    other => Err(StoreError::Unreadable(format!("table {other}"))),
                }
            }
        }
    };
    (@mark $column:literal) => { ", ?" };
}

tables! {
    Person = 1 in 2, "person", ["uuid", "name"], then ["initials" = Later::Nothing];
    Document = 2 in 1, "document", [
        "uuid", "title", "authors", "publisher", "url", "published", "accessed", "language",
    ];
    Revision = 3 in 1, "revision", [
        "uuid", "document", "added", "characters", "text_sha256", "tail", "file_name", "media_type", "encoding",
        "sha256", "original",
    ];
    Block = 4 in 1, "block", ["revision", "kind", "start", "end", "lead", "text"];
    Sentence = 5 in 1, "sentence", ["revision", "number", "start", "end", "block", "score", "nothing_to_check"];
    Claim = 6 in 2, "claim", [
        "uuid", "label", "statement", "kind", "status", "verdict", "said", "claimant", "mode", "priority", "score",
        "reasons", "stated", "found", "rationale", "rationale_said", "checker", "reviewer", "signed_off_by",
        "signed_off_at", "reopened",
    ], then ["scale" = Later::Nothing, "rating" = Later::Nothing, "signed_digest" = Later::Nothing];
    ClaimTag = 7 in 1, "claim_tag", ["claim", "tag"];
    Mention = 8 in 2, "mention", ["uuid", "claim", "revision", "start", "end", "prefix", "suffix", "anchor"],
        then ["merged_from" = Later::Nothing];
    Source = 9 in 2, "source", [
        "uuid", "title", "publisher", "url", "published", "accessed", "is_primary", "document",
    ], then [
        "author" = Later::Nothing, "kind" = Later::Word("web"), "origin" = Later::Nothing,
        "confidential" = Later::Zero, "contact" = Later::Nothing, "notes" = Later::Nothing,
    ];
    Evidence = 10 in 2, "evidence", [
        "uuid", "claim", "source", "finding", "stance", "quote", "position", "revision", "start", "end", "prefix",
        "suffix",
    ], then ["merged_from" = Later::Nothing, "locator" = Later::Nothing];
    SpanPart = 11 in 1, "span_part", ["mention", "evidence", "block", "start", "end", "exact"];
    StoredCopy = 12 in 2, "stored_copy", [
        "uuid", "source", "added", "file_name", "media_type", "sha256", "bytes",
    ];
    Note = 13 in 2, "note", ["uuid", "claim", "kind", "author", "written", "text", "answer"];
    Relation = 14 in 2, "relation", ["claim", "kind", "other", "was"];
    Tick = 15 in 2, "tick", ["claim", "step"];
    Scale = 16 in 2, "scale", ["word", "name", "description", "ratings"];
    Setting = 17 in 2, "setting", ["key", "value"];
    View = 18 in 4, "saved_view", ["uuid", "name", "query", "sort", "position"];
}

impl Table {
    /// Whether its last column is a whole file.
    pub(crate) const fn ends_with_a_file(self) -> bool {
        matches!(self, Self::Revision | Self::StoredCopy)
    }

    /// The place of a column in an image.
    pub(crate) fn place(self, column: &str) -> Option<usize> {
        self.columns().iter().position(|c| *c == column)
    }
}

/// A row's state: one value for each of its table's columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Image {
    /// The table it is a row of.
    pub table: Table,
    /// The values, in the order of [`Table::columns`].
    pub values: Vec<Scalar>,
}

impl Image {
    /// A row that holds nothing yet but what later columns hold by default.
    pub(crate) fn empty(table: Table) -> Self {
        let first = table.columns().len() - table.later().len();
        let later = table.later().iter().map(|l| l.value());
        Self { table, values: std::iter::repeat_n(Scalar::Null, first).chain(later).collect() }
    }

    /// The value of a column; nothing for a column that the table does not have.
    pub fn get(&self, column: &str) -> &Scalar {
        self.table.place(column).and_then(|at| self.values.get(at)).unwrap_or(&Scalar::Null)
    }

    pub(crate) fn set(&mut self, column: &str, value: Scalar) {
        if let Some(cell) = self.table.place(column).and_then(|at| self.values.get_mut(at)) {
            *cell = value;
        }
    }

    /// Sets several columns, quickest where they come in the order of the table's.
    pub(crate) fn set_all(&mut self, columns: &[(&str, Scalar)]) {
        let names = self.table.columns();
        let mut next = 0;
        for (column, value) in columns {
            if names.get(next) != Some(column) {
                let place = self.table.place(column);
                debug_assert!(place.is_some(), "{} has no column {column}", self.table.name());
                next = place.unwrap_or(names.len());
            }
            if let Some(cell) = self.values.get_mut(next) {
                *cell = value.clone();
            }
            next += 1;
        }
    }

    /// The columns in which it differs from another image of its table, the stamp left aside.
    pub(crate) fn differing(&self, other: &Self) -> Vec<&'static str> {
        let cells = self.table.columns().iter().zip(self.values.iter().zip(&other.values));
        cells.filter(|(column, (a, b))| **column != "stamp" && a != b).map(|(column, _)| *column).collect()
    }

    /// The statement that gives these columns of the row the contents that they have here, and its values. A column that stays as it is is
    /// not named: SQLite would write the indexes over it anew.
    pub(crate) fn update<'i>(&'i self, columns: &[&'static str]) -> (String, Vec<&'i Scalar>) {
        let set: Vec<String> = columns.iter().map(|column| format!("{column} = ?")).collect();
        let sql = format!("UPDATE {} SET {} WHERE id = ?", self.table.name(), set.join(", "));
        (sql, columns.iter().chain(&["id"]).map(|column| self.get(column)).collect())
    }

    /// The row's id.
    pub(crate) fn id(&self) -> i64 {
        self.get("id").integer().unwrap_or_default()
    }

    pub(crate) fn from_row(table: Table, row: &rusqlite::Row<'_>) -> Result<Self> {
        let values = (0..table.columns().len()).map(|i| row.get(i)).collect::<rusqlite::Result<_>>()?;
        Ok(Self { table, values })
    }

    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        bytes_of(self.table.schema(), self.table, &self.values)
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Self> {
        Self::read(bytes, false)
    }

    /// The same without the file that a stored copy or a revision ends with: the count of its bytes stands for it.
    pub(crate) fn outline(bytes: &[u8]) -> Result<Self> {
        Self::read(bytes, true)
    }

    fn read(bytes: &[u8], outline: bool) -> Result<Self> {
        let mut rest = Bytes(bytes);
        let schema = u16::from_be_bytes(rest.array()?);
        let [table, count] = rest.array()?;
        let table = Table::from_number(table.into())?;
        if schema == 0 || schema > table.schema() {
            return Err(StoreError::Unreadable(format!("an image of schema {schema}")));
        }
        let outline = outline && table.ends_with_a_file();
        let whole = if outline { count.saturating_sub(1) } else { count };
        let mut values = (0..whole).map(|_| rest.scalar()).collect::<Result<Vec<_>>>()?;
        if outline {
            let [_tag, length @ ..]: [u8; 5] = rest.array()?;
            let length = u32::from_be_bytes(length);
            rest.take(length as usize)?;
            values.push(length.into());
        }
        if schema < table.schema() {
            values.extend(table.later().iter().map(|l| l.value()));
        }
        if !rest.0.is_empty() || values.len() != table.columns().len() {
            return Err(unreadable());
        }
        Ok(Self { table, values })
    }

    /// SHA-256 of the image's byte form.
    pub(crate) fn digest(&self) -> [u8; 32] {
        digest_of(&self.to_bytes())
    }

    /// Whether this is the digest of this row: in its present form, or in that of the schema before the later columns
    /// came, while they hold their defaults.
    pub(crate) fn bears(&self, digest: &[u8]) -> bool {
        self.digest() == digest
            || self.first_form().is_some_and(|bytes| Sha256::digest(bytes).as_slice() == digest)
    }

    /// The byte form before the later columns came, while they hold their defaults. There has been one such step.
    fn first_form(&self) -> Option<Vec<u8>> {
        let later = self.table.later();
        let (first, last) = self.values.split_at_checked(self.values.len().checked_sub(later.len())?)?;
        let defaults = !later.is_empty() && last.iter().zip(later).all(|(v, l)| *v == l.value());
        defaults.then(|| bytes_of(1, self.table, first))
    }
}

/// SHA-256 of an image's byte form.
pub(crate) fn digest_of(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

fn bytes_of(schema: u16, table: Table, values: &[Scalar]) -> Vec<u8> {
    let mut out = Vec::with_capacity(64);
    out.extend(schema.to_be_bytes());
    out.push(table as u8);
    out.push(values.len() as u8);
    for value in values {
        push_scalar(&mut out, value);
    }
    out
}

/// One value as a tag and its content.
pub(crate) fn push_scalar(out: &mut Vec<u8>, value: &Scalar) {
    match value {
        Scalar::Null => out.push(b'n'),
        Scalar::Integer(i) => {
            out.push(b'i');
            out.extend(i.to_be_bytes());
        }
        Scalar::Real(r) => {
            out.push(b'r');
            out.extend(r.to_be_bytes());
        }
        Scalar::Text(s) => push_bytes(out, b't', s.as_bytes()),
        Scalar::Blob(b) => push_bytes(out, b'b', b),
    }
}

fn push_bytes(out: &mut Vec<u8>, tag: u8, bytes: &[u8]) {
    out.push(tag);
    out.extend((bytes.len() as u32).to_be_bytes());
    out.extend(bytes);
}

fn unreadable() -> StoreError {
    StoreError::Unreadable("a damaged image of a row".to_owned())
}

struct Bytes<'b>(&'b [u8]);

impl<'b> Bytes<'b> {
    fn take(&mut self, count: usize) -> Result<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or_else(unreadable)?;
        self.0 = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N]> {
        self.take(N)?.try_into().map_err(|_| unreadable())
    }

    fn scalar(&mut self) -> Result<Scalar> {
        let [tag] = self.array()?;
        Ok(match tag {
            b'n' => Scalar::Null,
            b'i' => Scalar::Integer(i64::from_be_bytes(self.array()?)),
            b'r' => Scalar::Real(f64::from_be_bytes(self.array()?)),
            b't' | b'b' => {
                let length = u32::from_be_bytes(self.array()?) as usize;
                let bytes = self.take(length)?.to_vec();
                if tag == b'b' {
                    Scalar::Blob(bytes)
                } else {
                    Scalar::Text(String::from_utf8(bytes).map_err(|_| unreadable())?)
                }
            }
            _ => return Err(unreadable()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_scalar() -> impl Strategy<Value = Scalar> {
        prop_oneof![
            Just(Scalar::Null),
            any::<i64>().prop_map(Scalar::Integer),
            (-1e9..1e9).prop_map(Scalar::Real),
            "\\PC{0,20}".prop_map(Scalar::Text),
            prop::collection::vec(any::<u8>(), 0..20).prop_map(Scalar::Blob),
        ]
    }

    proptest! {
        #[test]
        fn an_image_comes_back_from_its_bytes(
            table in prop::sample::select(Table::ALL),
            values in prop::collection::vec(any_scalar(), 40),
        ) {
            let image = Image { table, values: values.into_iter().take(table.columns().len()).collect() };
            prop_assert_eq!(Image::from_bytes(&image.to_bytes()).unwrap(), image);
        }

        #[test]
        fn an_image_from_before_the_later_columns_is_read_with_their_defaults_and_bears_its_digest(
            table in prop::sample::select(Table::ALL),
            values in prop::collection::vec(any_scalar(), 40),
        ) {
            let first = table.columns().len() - table.later().len();
            let early: Vec<Scalar> = values.into_iter().take(first).collect();
            let bytes = bytes_of(1, table, &early);
            let read = Image::from_bytes(&bytes);
            if table.schema() == 1 || !table.later().is_empty() {
                let mut read = read.unwrap();
                prop_assert_eq!(&read.values[..first], &early[..]);
                prop_assert!(read.bears(&Sha256::digest(&bytes)));
                if let Some(last) = read.values.last_mut().filter(|_| !table.later().is_empty()) {
                    *last = Scalar::Integer(7);
                    prop_assert!(!read.bears(&Sha256::digest(&bytes)));
                }
            }
        }

        #[test]
        fn any_bytes_are_an_image_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
            let _ = Image::from_bytes(&bytes);
        }
    }
}
