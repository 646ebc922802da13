//! Rows as SQLite keeps them: one value, and the columns of a row in turn.

use std::str::FromStr;

use rusqlite::types::{FromSql, FromSqlResult, ToSqlOutput, Value, ValueRef};
use rusqlite::{Row, ToSql};

use crate::error::{Result, StoreError};

/// The columns of a row, taken one after the other. To look each up by its name takes longer than to read it.
pub(crate) struct InOrder<'r, 's> {
    row: &'r Row<'s>,
    at: usize,
}

impl<'r, 's> InOrder<'r, 's> {
    pub(crate) fn of(row: &'r Row<'s>) -> Self {
        Self { row, at: 0 }
    }

    fn next(&mut self) -> Result<ValueRef<'r>> {
        self.at += 1;
        Ok(self.row.get_ref(self.at - 1)?)
    }

    /// The next column.
    pub(crate) fn take<T: FromSql>(&mut self) -> Result<T> {
        self.at += 1;
        Ok(self.row.get(self.at - 1)?)
    }

    /// The next column, a word of the model.
    pub(crate) fn word<T: FromStr<Err: Into<StoreError>>>(&mut self) -> Result<T> {
        let word = self.next()?.as_str().map_err(rusqlite::Error::from)?;
        word.parse().map_err(Into::into)
    }

    /// The next column, a word of the model or nothing.
    pub(crate) fn some_word<T: FromStr<Err: Into<StoreError>>>(&mut self) -> Result<Option<T>> {
        let word = self.next()?.as_str_or_null().map_err(rusqlite::Error::from)?;
        word.map(str::parse).transpose().map_err(Into::into)
    }
}

/// One value of a row: nothing, a whole number, a fraction, a text or bytes.
#[derive(Debug, Clone, PartialEq)]
pub enum Scalar {
    /// Nothing.
    Null,
    /// A whole number.
    Integer(i64),
    /// A fraction.
    Real(f64),
    /// A text.
    Text(String),
    /// Bytes.
    Blob(Vec<u8>),
}

impl Scalar {
    /// The whole number, if it is one.
    pub fn integer(&self) -> Option<i64> {
        if let Self::Integer(i) = self { Some(*i) } else { None }
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(s) = self { Some(s) } else { None }
    }
}

impl ToSql for Scalar {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::Owned(Value::Null),
            Self::Integer(i) => ToSqlOutput::Owned(Value::Integer(*i)),
            Self::Real(r) => ToSqlOutput::Owned(Value::Real(*r)),
            Self::Text(s) => ToSqlOutput::Borrowed(ValueRef::Text(s.as_bytes())),
            Self::Blob(b) => ToSqlOutput::Borrowed(ValueRef::Blob(b)),
        })
    }
}

impl FromSql for Scalar {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Ok(match value {
            ValueRef::Null => Self::Null,
            ValueRef::Integer(i) => Self::Integer(i),
            ValueRef::Real(r) => Self::Real(r),
            ValueRef::Text(_) => Self::Text(value.as_str()?.to_owned()),
            ValueRef::Blob(b) => Self::Blob(b.to_owned()),
        })
    }
}

impl From<i64> for Scalar {
    fn from(i: i64) -> Self {
        Self::Integer(i)
    }
}
impl From<u32> for Scalar {
    fn from(i: u32) -> Self {
        Self::Integer(i.into())
    }
}
impl From<bool> for Scalar {
    fn from(b: bool) -> Self {
        Self::Integer(b.into())
    }
}
impl From<f64> for Scalar {
    fn from(r: f64) -> Self {
        Self::Real(r)
    }
}
impl From<String> for Scalar {
    fn from(s: String) -> Self {
        Self::Text(s)
    }
}
impl From<&str> for Scalar {
    fn from(s: &str) -> Self {
        Self::Text(s.to_owned())
    }
}
impl From<Vec<u8>> for Scalar {
    fn from(b: Vec<u8>) -> Self {
        Self::Blob(b)
    }
}
impl<T: Into<Self>> From<Option<T>> for Scalar {
    fn from(option: Option<T>) -> Self {
        option.map_or(Self::Null, Into::into)
    }
}
