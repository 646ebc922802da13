//! The real window. These tests need a display server and WebKit's driver, so plain `cargo test` leaves them
//! out; `cargo xtask test` installs both and runs them.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "test code")]

mod checking;
mod ledger;
mod main_job;
mod opening;
mod printing;
mod reading;
