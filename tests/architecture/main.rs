//! The house keeps its shape: arrows point down, each thing is known in one place only, and nothing lies about
//! at the top.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "test code")]

mod arrows;
mod places;
