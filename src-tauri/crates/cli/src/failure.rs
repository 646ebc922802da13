//! What went wrong, told on standard error, and the number it exits with.

use std::fmt::Display;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use assay_engine::Error;

use crate::output::shown;

/// Why what was asked was not done.
#[derive(Debug)]
pub enum Failure {
    /// It was asked wrongly, in a way that the arguments alone show.
    Usage(String),
    /// The engine refused or failed.
    Refused(Error),
    /// Standard output did not take what was printed.
    Output(io::Error),
    /// It failed, and it was told why.
    Told,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Refused(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl Failure {
    /// Tells it on standard error and gives the number to exit with.
    pub fn tell(self) -> ExitCode {
        match self {
            Self::Usage(message) => {
                tell(format_args!("error: {message}\n\nFor more information, try '--help'."));
                return ExitCode::from(2);
            }
            Self::Refused(error) => tell_error(None, &error),
            // Whoever read our output has seen enough, as `head` does.
            Self::Output(error) if error.kind() == ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
            Self::Output(error) => {
                let why = match error.kind() {
                    ErrorKind::StorageFull => "the disk is full",
                    _ => "the system refused",
                };
                tell(format_args!("error: Standard output could not be written: {why}."));
            }
            Self::Told => {}
        }
        ExitCode::from(1)
    }
}

/// Tells an error with what to do about it; `about` is the input that it is about, where there may be several.
pub fn tell_error(about: Option<&str>, error: &Error) {
    let about = about.filter(|name| !error.message.contains(*name));
    let about = about.map(|name| format!("{}: ", shown(name))).unwrap_or_default();
    tell(format_args!("error: {about}{}", shown(&error.message)));
    if let Some(field) = &error.field {
        tell(format_args!("  field: {}", shown(field)));
    }
    for hint in &error.hints {
        tell(format_args!("  hint: {}", shown(hint)));
    }
}

/// Says something on standard error. That nobody hears it is no reason to stop.
pub fn tell(message: impl Display) {
    let _ = writeln!(io::stderr(), "{message}");
}
