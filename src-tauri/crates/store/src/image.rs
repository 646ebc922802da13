//! Images of rows: what the log keeps of a row, and the digest that shows whether a row is still what was logged.
//!
//! The byte form of an image is fixed, since digests and hashes are taken over it:
//! schema number (u16), table number (u8), count of columns (u8), then each column in the order of [`Table::columns`]
//! as a tag – `n` nothing, `i` whole number (i64), `r` fraction (IEEE 754 double), `t` text, `b` bytes – and its
//! content, texts and bytes with their length in bytes before them (u32). All numbers are big-endian.

use sha2::{Digest, Sha256};

use crate::error::{Result, StoreError};
use crate::row::Scalar;

/// The schema that images are written in.
pub(crate) const IMAGE_SCHEMA: u16 = 1;

macro_rules! tables {
    ($($variant:ident = $number:literal, $name:literal, [$($column:literal),+ $(,)?];)+) => {
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

            /// The statement that overwrites a row's state; the id comes last.
            pub(crate) const fn update_sql(self) -> &'static str {
                match self {
                    $(Self::$variant => concat!("UPDATE ", $name, " SET stamp = ?", $(", ", $column, " = ?",)+ " WHERE id = ?")),+
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
    Person = 1, "person", ["uuid", "name"];
    Document = 2, "document", ["uuid", "title", "authors", "publisher", "url", "published", "accessed", "language"];
    Revision = 3, "revision", [
        "uuid", "document", "added", "characters", "text_sha256", "tail", "file_name", "media_type", "encoding",
        "sha256", "original",
    ];
    Block = 4, "block", ["revision", "kind", "start", "end", "lead", "text"];
    Sentence = 5, "sentence", ["revision", "number", "start", "end", "block", "score", "nothing_to_check"];
    Claim = 6, "claim", [
        "uuid", "label", "statement", "kind", "status", "verdict", "said", "claimant", "mode", "priority", "score",
        "reasons", "stated", "found", "rationale", "rationale_said", "checker", "reviewer", "signed_off_by",
        "signed_off_at", "reopened",
    ];
    ClaimTag = 7, "claim_tag", ["claim", "tag"];
    Mention = 8, "mention", ["uuid", "claim", "revision", "start", "end", "prefix", "suffix", "anchor"];
    Source = 9, "source", ["uuid", "title", "publisher", "url", "published", "accessed", "is_primary", "document"];
    Evidence = 10, "evidence", [
        "uuid", "claim", "source", "finding", "stance", "quote", "position", "revision", "start", "end", "prefix",
        "suffix",
    ];
    SpanPart = 11, "span_part", ["mention", "evidence", "block", "start", "end", "exact"];
}

impl Table {
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
    /// The value of a column; nothing for a column that the table does not have.
    pub fn get(&self, column: &str) -> &Scalar {
        self.table.place(column).and_then(|at| self.values.get(at)).unwrap_or(&Scalar::Null)
    }

    pub(crate) fn set(&mut self, column: &str, value: Scalar) {
        if let Some(cell) = self.table.place(column).and_then(|at| self.values.get_mut(at)) {
            *cell = value;
        }
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
        let mut out = Vec::with_capacity(64);
        out.extend(IMAGE_SCHEMA.to_be_bytes());
        out.push(self.table as u8);
        out.push(self.values.len() as u8);
        for value in &self.values {
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
                Scalar::Text(s) => push_bytes(&mut out, b't', s.as_bytes()),
                Scalar::Blob(b) => push_bytes(&mut out, b'b', b),
            }
        }
        out
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let mut rest = Bytes(bytes);
        let schema = u16::from_be_bytes(rest.array()?);
        if schema != IMAGE_SCHEMA {
            return Err(StoreError::Unreadable(format!("an image of schema {schema}")));
        }
        let [table, count] = rest.array()?;
        let table = Table::from_number(table.into())?;
        let values = (0..count).map(|_| rest.scalar()).collect::<Result<Vec<_>>>()?;
        if !rest.0.is_empty() || values.len() != table.columns().len() {
            return Err(unreadable());
        }
        Ok(Self { table, values })
    }

    /// SHA-256 of the image's byte form.
    pub(crate) fn digest(&self) -> [u8; 32] {
        Sha256::digest(self.to_bytes()).into()
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
            values in prop::collection::vec(any_scalar(), 25),
        ) {
            let image = Image { table, values: values.into_iter().take(table.columns().len()).collect() };
            prop_assert_eq!(Image::from_bytes(&image.to_bytes()).unwrap(), image);
        }

        #[test]
        fn any_bytes_are_an_image_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
            let _ = Image::from_bytes(&bytes);
        }
    }
}
