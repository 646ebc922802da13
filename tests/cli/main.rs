//! The command line, driven from outside: the real program on the real sample article.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "test code")]

mod asking;
mod bad_text;
mod bad_workspace;
mod exports;
mod finding;
mod job;
mod json_lines;
mod mentions;
mod queries;
mod usage;
mod verification;
mod views;
