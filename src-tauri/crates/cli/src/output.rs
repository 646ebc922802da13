//! Standard output: JSON Lines, or lines and tables for people.

use std::borrow::Cow;
use std::fmt::Display;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use assay_engine::Outcome;
use assay_model::time::Instant;
use chrono::{Local, TimeZone};
use serde::Serialize;

use crate::failure::Failure;
use crate::table::Table;

/// What is said when there was nothing to do.
pub const UNCHANGED: &str = "Nothing to change: it is so already.";

/// Standard output, locked and buffered.
#[derive(Debug)]
pub struct Output {
    json: bool,
    out: BufWriter<StdoutLock<'static>>,
    /// Columns of the terminal, if it is one.
    width: Option<usize>,
}

impl Output {
    /// Standard output, for scripts if `json`.
    pub fn new(json: bool) -> Self {
        let out = io::stdout().lock();
        let terminal = if out.is_terminal() { terminal_size::terminal_size() } else { None };
        Self { json, out: BufWriter::new(out), width: terminal.map(|(width, _)| width.0.into()) }
    }

    /// Whether JSON Lines are wanted.
    pub const fn json(&self) -> bool {
        self.json
    }

    /// One line of JSON.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn record(&mut self, record: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut self.out, record)?;
        self.out.write_all(b"\n")
    }

    /// A line for people.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn line(&mut self, line: impl Display) -> io::Result<()> {
        writeln!(self.out, "{line}")
    }

    /// A table for people, as wide as the terminal at most.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn table(&mut self, table: &Table) -> io::Result<()> {
        table.lines(self.width).iter().try_for_each(|line| self.line(line))
    }

    /// What was done by something that changes no single claim.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn outcome(&mut self, outcome: &Outcome) -> Result<(), Failure> {
        if self.json {
            self.record(outcome)?;
        } else if outcome.operation.is_none() {
            self.line(UNCHANGED)?;
        } else {
            self.line(format_args!("{}.", shown(&outcome.message)))?;
        }
        Ok(())
    }

    /// Bytes as they are.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)
    }

    /// Hands over what is still held back.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// A text as a terminal may show it: control characters, which could move its cursor or colour it, stand as `�`, line
/// breaks and tabs as spaces.
pub fn shown(text: &str) -> Cow<'_, str> {
    if !text.contains(char::is_control) {
        return text.into();
    }
    let safe = |c: char| match c {
        '\n' | '\t' => ' ',
        c if c.is_control() => '\u{FFFD}',
        c => c,
    };
    text.chars().map(safe).collect::<String>().into()
}

/// The same for a text of several lines, which it keeps.
pub fn shown_lines(text: &str) -> String {
    text.split('\n').map(shown).collect::<Vec<_>>().join("\n")
}

/// A time as people here read it: their own zone, to the minute.
pub fn local(time: Instant) -> String {
    let local = Local.timestamp_millis_opt(time.0).single();
    local.map(|t| t.format("%Y-%m-%d %H:%M").to_string()).unwrap_or_default()
}

/// “1 claim”, “12 claims”.
pub fn count(number: usize, one: &str) -> String {
    format!("{number} {one}{}", if number == 1 { "" } else { "s" })
}

/// “1 piece of evidence”, “2 stored copies”: where the plural is no mere s.
pub fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// Lines of a name and what it stands for; empty ones are left out.
pub fn fields(out: &mut Output, fields: &[(&str, String)]) -> Result<(), Failure> {
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        out.line(format_args!("{name:<13}{}", shown(value)))?;
    }
    Ok(())
}
