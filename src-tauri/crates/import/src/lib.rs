//! Bytes to text.
//!
//! A file or a paste comes in as bytes and goes out as a canonical text with its blocks and what its head says about
//! it. The canonical text is verbatim: only a byte-order mark is dropped and line ends become LF. What cannot be
//! read without loss is refused, with its cause, its place and the next step.

mod blocks;
mod byline;
mod credits;
mod dates;
mod detect;
mod error;
mod head;
mod language;
mod layout;
mod metadata;
mod read;
mod speakers;
mod text;
mod tokens;

pub use error::{ImportError, Place};
pub use read::{MAX_BYTES, read};
pub use text::{plain, text};
