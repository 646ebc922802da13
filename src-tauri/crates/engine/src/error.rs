//! Errors as a person meets them: a code to act on, what happened, what to do.

use assay_import::ImportError;
use assay_model::UnknownWord;
use assay_model::id::NotAReference;
use assay_model::span::NotASpan;
use assay_model::time::NotADate;
use assay_store::StoreError;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What sort of failure it is. Hosts decide by it how to show the error; scripts may rely on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// What was asked makes no sense: an unknown word, a date that is none, an empty statement.
    Invalid,
    /// Something referred to is not there.
    NotFound,
    /// The status does not allow this move.
    MoveNotAllowed,
    /// A sign-off lacks something.
    GateMissing,
    /// A value of a scale is in use, and nothing was said to replace it.
    NeedsReplacement,
    /// Something else still refers to it.
    InUse,
    /// A sign-off wants a word about the missing primary source.
    NoPrimarySource,
    /// Undo or redo has nothing left, or the rows have changed since.
    CannotUndo,
    /// A file could not be imported.
    CannotImport,
    /// A file could not be written.
    CannotWrite,
    /// There is no workspace at that place.
    WorkspaceNotFound,
    /// The file is not a workspace.
    NotAWorkspace,
    /// A newer version wrote the workspace.
    NewerWorkspace,
    /// The workspace takes no writes.
    ReadOnly,
    /// Another program is writing to the workspace.
    Busy,
    /// The disk is full.
    DiskFull,
    /// The workspace is damaged.
    Damaged,
    /// A query finds other claims than the person was shown.
    ListChanged,
    /// A newer question of the same view came before the answer.
    Overtaken,
    /// The person stopped it.
    Cancelled,
    /// A fault of Assay itself.
    Internal,
}

/// A failure. Nothing was changed when one is returned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Error {
    /// What sort of failure.
    pub code: Code,
    /// What happened, as a sentence.
    pub message: String,
    /// What to do about it, a sentence each.
    pub hints: Vec<String>,
    /// The field that is wrong, where one is.
    pub field: Option<String>,
    /// What is the matter with the claim, where the failure is of one claim and others may do.
    #[serde(skip)]
    #[ts(skip)]
    pub(crate) of_claim: Option<Box<Matter>>,
}

/// What is the matter with a claim, in words that follow it or a number of claims.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Matter {
    /// “lacks a rationale”.
    pub one: String,
    /// “lack a rationale”.
    pub many: String,
}

/// What a verb gives.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// A failure of this sort.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), hints: Vec::new(), field: None, of_claim: None }
    }

    /// Something that makes no sense in a field.
    pub fn invalid(field: &str, message: impl Into<String>) -> Self {
        Self { field: Some(field.to_owned()), ..Self::new(Code::Invalid, message) }
    }

    /// With what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Of this claim alone, which “lacks a rationale”, as others of many claims may “lack a rationale”.
    #[must_use]
    pub(crate) fn of_claim(mut self, one: &str, many: &str) -> Self {
        self.of_claim = Some(Box::new(Matter { one: one.to_owned(), many: many.to_owned() }));
        self
    }

    /// With the field that is wrong.
    #[must_use]
    pub fn at(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        let new = |code, message: String| Self::new(code, message);
        match &error {
            StoreError::NotFound(path) => {
                new(Code::WorkspaceNotFound, format!("There is no workspace at {}.", path.display()))
                    .hint(format!("“assay init '{}'” makes one.", path.display()))
            }
            StoreError::AlreadyThere(path) => {
                new(Code::CannotWrite, format!("There already is a file at {}. It was left as it is.", path.display()))
                    .hint("Choose another name.")
            }
            StoreError::NotAWorkspace { path, why } => {
                new(Code::NotAWorkspace, format!("{} is not an Assay workspace: {why}.", path.display()))
                    .hint("Choose a file that ends in .assay, or make a new workspace.")
            }
            StoreError::Newer { path, found, known } => new(
                Code::NewerWorkspace,
                format!(
                    "{} was written by a newer version of Assay (schema {found}; this version knows {known}).",
                    path.display()
                ),
            )
            .hint("Update Assay to open it."),
            StoreError::ReadOnly(path) => {
                new(Code::ReadOnly, format!("{} is read-only. Nothing was changed.", path.display()))
                    .hint("Copy it to a folder you may write to, or change its permissions.")
            }
            StoreError::Busy(seconds) => new(
                Code::Busy,
                format!("Another program has been writing to this workspace for {seconds} seconds. Nothing was changed."),
            )
            .hint("Try again when it has finished."),
            StoreError::DiskFull => new(Code::DiskFull, "The disk is full. Nothing was changed.".into())
                .hint("Free some space and try again."),
            StoreError::Gone(path) => new(
                Code::CannotWrite,
                format!("{} was moved, deleted or replaced while it was open. Nothing was changed.", path.display()),
            )
            .hint("Put the file back, or open the workspace where it is now."),
            StoreError::Damaged(_) | StoreError::Unreadable(_) => {
                new(Code::Damaged, "The workspace file is damaged. Nothing was changed.".into())
                    .hint("“assay check” names what is damaged and what is sound.")
                    .hint("Open a backup if you have one.")
            }
            StoreError::SpanMismatch => new(Code::Invalid, "The text at that place is not the text quoted.".into())
                .at("span")
                .hint("Select the words again."),
            StoreError::Missing { what, which } => new(Code::NotFound, format!("There is no {what} {which}.")),
            StoreError::NothingTo(what) => new(Code::CannotUndo, format!("There is nothing to {what}.")),
            StoreError::ChangedSince { by, at } => {
                new(Code::CannotUndo, format!("{by} has changed this since, at {at}. Nothing was undone."))
            }
            StoreError::CannotRestore(why) => {
                new(Code::CannotUndo, format!("That state cannot be restored: {why}. Nothing was changed."))
            }
            StoreError::Purged => new(Code::CannotUndo, "What it touched was purged. Nothing was undone.".into())
                .hint("A purge cannot be taken back."),
            StoreError::Io { path, .. } => {
                new(Code::CannotWrite, format!("{} could not be read or written.", path.display()))
                    .hint("Check that the folder exists and that you may write to it.")
            }
            StoreError::Overtaken => crate::turns::overtaken(),
            StoreError::Stopped => crate::finding::cancelled(),
            StoreError::Unrecorded | StoreError::Sqlite(_) => {
                new(Code::Internal, "Something went wrong inside Assay. Nothing was changed.".into())
                    .hint("Try again; if it happens again, report it with what you did.")
            }
        }
    }
}

impl From<ImportError> for Error {
    fn from(error: ImportError) -> Self {
        Self { hints: error.hints(), ..Self::new(Code::CannotImport, error.message()) }
    }
}

impl From<UnknownWord> for Error {
    fn from(error: UnknownWord) -> Self {
        Self::invalid(error.what, format!("“{}” is not a {}.", error.word, error.what))
            .hint(format!("Use one of: {}.", error.known.join(", ")))
    }
}

impl From<NotADate> for Error {
    fn from(error: NotADate) -> Self {
        Self::new(Code::Invalid, error.to_string())
    }
}

impl From<NotASpan> for Error {
    fn from(error: NotASpan) -> Self {
        Self::invalid("span", error.to_string())
    }
}

impl From<NotAReference> for Error {
    fn from(error: NotAReference) -> Self {
        Self::invalid("ref", error.to_string())
    }
}
