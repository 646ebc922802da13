//! Why bytes could not be imported: the cause, the place and the next step.

use std::fmt;
use std::io;

/// A place in a text as people count it: lines and characters from one. A character is a Unicode code point; in
/// bytes that could not be decoded it is a byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The character within the line.
    pub character: usize,
    /// The offset in the bytes, from nought.
    pub byte: usize,
}

/// What could not be imported and why. Its `Display` is the message that people read; the operating system's own
/// words stay in `source()`.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// There is no such file, or it went away while it was read.
    #[error("There is no file “{file}”.")]
    FileNotFound {
        /// The file's path.
        file: String,
    },
    /// It is a folder.
    #[error("“{file}” is a folder.")]
    IsAFolder {
        /// The folder's path.
        file: String,
    },
    /// It is a device, a pipe or a socket.
    #[error("“{file}” is a device or a pipe, not a file.")]
    NotAFile {
        /// Its path.
        file: String,
    },
    /// The file may not be read.
    #[error("You do not have permission to read “{file}”.")]
    NoPermission {
        /// The file's path.
        file: String,
        /// What the operating system said.
        #[source]
        source: io::Error,
    },
    /// The disk or the network failed.
    #[error("“{file}” could not be read to its end.")]
    Unreadable {
        /// The file's path.
        file: String,
        /// What the operating system said.
        #[source]
        source: io::Error,
    },
    /// It has more bytes than [`crate::MAX_BYTES`].
    #[error("{} is too large: {}, and the limit is {}.", named(name.as_deref()), size(*bytes), size(*limit))]
    TooLarge {
        /// The file's name or path, if it has one.
        name: Option<String>,
        /// Its size in bytes; of a file that grew while it was read, what was seen of it.
        bytes: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// It has no characters but white space.
    #[error("{} has no text.", named(name.as_deref()))]
    Empty {
        /// The file's name or path, if it has one.
        name: Option<String>,
    },
    /// It is not text at all.
    #[error("{} is {what}, not plain text.", named(name.as_deref()))]
    Binary {
        /// The file's name, if it has one.
        name: Option<String>,
        /// What it seems to be, with its article: “a PDF document”.
        what: &'static str,
    },
    /// It is text with another format's commands in it.
    #[error("{} is {what}, not plain text.", named(name.as_deref()))]
    NotText {
        /// The file's name, if it has one.
        name: Option<String>,
        /// What it seems to be, with its article.
        what: &'static str,
    },
    /// It has a NUL, which no text has and the database would cut the text at.
    #[error("{} has a NUL character at line {}, character {}.", named(name.as_deref()), place.line, place.character)]
    Nul {
        /// The file's name, if it has one.
        name: Option<String>,
        /// Where the first one stands.
        place: Place,
    },
    /// Its bytes are in no encoding that could be told, or are damaged.
    #[error(
        "{} cannot be decoded: {why}. The first bad byte is {bad:02X} at line {}, byte {} of the line.",
        named(name.as_deref()), place.line, place.character
    )]
    Undecodable {
        /// The file's name, if it has one.
        name: Option<String>,
        /// What is wrong with it, in words.
        why: String,
        /// The first bad byte.
        bad: u8,
        /// Where it stands.
        place: Place,
    },
}

impl ImportError {
    /// The error's stable name, for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::FileNotFound { .. } => "file-not-found",
            Self::IsAFolder { .. } => "is-a-folder",
            Self::NotAFile { .. } => "not-a-file",
            Self::NoPermission { .. } => "no-permission",
            Self::Unreadable { .. } => "unreadable",
            Self::TooLarge { .. } => "too-large",
            Self::Empty { .. } => "empty",
            Self::Binary { .. } => "binary",
            Self::NotText { .. } => "not-text",
            Self::Nul { .. } => "nul",
            Self::Undecodable { .. } => "undecodable",
        }
    }

    /// What went wrong and where, for people.
    pub fn message(&self) -> String {
        self.to_string()
    }

    /// What to do next, for people.
    pub fn hints(&self) -> Vec<String> {
        let hints: &[&str] = match self {
            Self::FileNotFound { .. } => {
                &["Check the spelling, or whether it was moved, renamed or deleted."]
            }
            Self::IsAFolder { .. } => &["Choose the files in it."],
            Self::NotAFile { .. } => &["Save what it gives as a file first."],
            Self::NoPermission { .. } => &["Ask its owner, or copy its text and paste it."],
            Self::Unreadable { .. } => {
                &["Check the disk or the network, then try again, or copy the file elsewhere."]
            }
            Self::TooLarge { .. } => &["Split it, and import the part that you want to check."],
            Self::Empty { .. } => &["Check that it was saved, and that it is the right one."],
            Self::Binary { .. } | Self::NotText { .. } => &[
                "Open it in its own program, then copy its text and paste it, or save it as plain text in UTF-8.",
            ],
            Self::Nul { .. } => &["Remove the NUL, or save the text again as plain text in UTF-8."],
            Self::Undecodable { .. } => &[
                "Open it in the program that it comes from, check how it looks, and save it again as UTF-8.",
            ],
        };
        hints.iter().map(|h| (*h).to_owned()).collect()
    }
}

/// How a message begins: with the name, if there is one.
fn named(name: Option<&str>) -> String {
    name.map_or_else(|| "The text".to_owned(), |n| format!("“{n}”"))
}

/// A size as people read it, in units of 1,024; whole below a hundred only where it is so.
fn size(bytes: u64) -> impl fmt::Display {
    const MB: f64 = 1024.0 * 1024.0;
    let megabytes = bytes as f64 / MB;
    if megabytes.fract() < 0.05 { format!("{megabytes:.0} MB") } else { format!("{megabytes:.1} MB") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_names_what_and_where_and_the_next_step() {
        let limit = crate::MAX_BYTES;
        let error = ImportError::TooLarge { name: Some("a.txt".into()), bytes: 100 * 1024 * 1024, limit };
        assert_eq!(error.message(), "“a.txt” is too large: 100 MB, and the limit is 64 MB.");
        assert_eq!(error.hints().len(), 1);
        let error = ImportError::TooLarge { name: None, bytes: 100_000_000, limit };
        assert_eq!(error.message(), "The text is too large: 95.4 MB, and the limit is 64 MB.");
        let place = Place { line: 3, character: 17, byte: 90 };
        let error = ImportError::Nul { name: Some("a.txt".into()), place };
        assert_eq!(error.message(), "“a.txt” has a NUL character at line 3, character 17.");
    }

    #[test]
    fn the_systems_words_stay_out_of_the_message() {
        let source = io::Error::other("os error 5 EIO");
        let error = ImportError::Unreadable { file: "a.txt".into(), source };
        assert!(!error.message().contains("EIO"));
        assert!(std::error::Error::source(&error).unwrap().to_string().contains("EIO"));
    }
}
