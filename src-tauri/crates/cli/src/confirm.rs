//! Asking a person at the terminal before something that is not lightly taken back.

use std::io::{self, IsTerminal, Write};

use assay_engine::{Code, Error};

use crate::failure::Failure;

/// Whether somebody sits at a terminal and can be asked.
pub fn somebody() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Asks on standard error, and goes on only if the answer is one of `wanted`, in any case of letters.
pub fn ask(question: &str, wanted: &[&str]) -> Result<(), Failure> {
    let mut told = io::stderr().lock();
    write!(told, "{question} ")?;
    told.flush()?;
    let mut answer = String::new();
    io::stdin().read_line(&mut answer)?;
    if wanted.iter().any(|w| w.eq_ignore_ascii_case(answer.trim())) {
        return Ok(());
    }
    Err(Error::new(Code::Cancelled, "Stopped. Nothing was changed.").into())
}
