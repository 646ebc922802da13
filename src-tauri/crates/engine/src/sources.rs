//! Sources: kept once, used for any number of claims, with copies of what was read.

use std::io::Read;
use std::path::Path;

use assay_model::claim::ClaimRow;
use assay_model::evidence::{SourceKind, SourceRow};
use assay_model::id::{CopyId, SourceId, SourceRef};
use assay_model::operation::OperationKind;
use assay_model::time::PartialDate;
use assay_store::{Edit, NewCopy, SourceFields};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Code, Error, Result};
use crate::evidence::{filled, web_address};
use crate::reopen::reopen;
use crate::workspace::{Outcome, Workspace};

/// A source as a person fills it in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct SourceDraft {
    /// What sort it is; a web page if none.
    pub kind: Option<SourceKind>,
    /// Its title.
    pub title: String,
    /// Who wrote or said it.
    pub author: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// When it was published, or the interview given: `2023-03-02`.
    pub published: Option<String>,
    /// When it was read.
    pub accessed: Option<String>,
    /// Whether it is the origin of the information.
    pub primary: bool,
    /// The one origin that it shares with others, such as a wire story.
    pub origin: Option<String>,
    /// It is protected: no export names it. An interview is, unless this says otherwise.
    pub confidential: Option<bool>,
    /// How to reach the person, for an interview.
    pub contact: Option<String>,
    /// What was said or noted, for an interview.
    pub notes: Option<String>,
}

/// The largest file that is stored with a source, in bytes.
pub const MOST_COPY_BYTES: u64 = 50 * 1024 * 1024;

impl SourceDraft {
    /// The facts it states, each checked; a title may be left out where `untitled` allows it.
    pub(crate) fn fields(&self, untitled: bool) -> Result<SourceFields> {
        let title = self.title.trim().to_owned();
        if title.is_empty() && !untitled {
            return Err(Error::invalid("title", "The source needs a title."));
        }
        let date = |field: &str, value: &Option<String>| -> Result<Option<PartialDate>> {
            filled(value.as_deref()).map(|v| v.parse().map_err(|e| Error::from(e).at(field))).transpose()
        };
        let kind = self.kind.unwrap_or(SourceKind::Web);
        let fields = SourceFields {
            kind,
            title,
            author: filled(self.author.as_deref()),
            publisher: filled(self.publisher.as_deref()),
            url: filled(self.url.as_deref()).map(|u| web_address("url", &u)).transpose()?,
            published: date("published", &self.published)?,
            accessed: date("accessed", &self.accessed)?,
            primary: self.primary,
            origin: filled(self.origin.as_deref()),
            confidential: self.confidential.unwrap_or(kind == SourceKind::Interview),
            contact: filled(self.contact.as_deref()),
            notes: filled(self.notes.as_deref()),
            document: None,
        };
        for (field, value) in [
            ("title", Some(&fields.title)),
            ("author", fields.author.as_ref()),
            ("publisher", fields.publisher.as_ref()),
            ("origin", fields.origin.as_ref()),
            ("contact", fields.contact.as_ref()),
            ("notes", fields.notes.as_ref()),
        ] {
            value.map_or(Ok(()), |v| crate::claims::length(field, v))?;
        }
        Ok(fields)
    }

    /// The facts it states of a source that is known already: which document it is stays, and a protected source stays
    /// so unless this says otherwise.
    pub(crate) fn over(&self, fields: SourceFields, now: &SourceFields) -> Result<SourceFields> {
        let kind = if now.document.is_some() { now.kind } else { fields.kind };
        let confidential = self.confidential.unwrap_or(now.confidential || fields.confidential);
        of_kind(SourceFields { kind, confidential, document: now.document, ..fields })
    }
}

/// Only a document of this workspace is a source of that kind.
pub(crate) fn of_kind(fields: SourceFields) -> Result<SourceFields> {
    if fields.kind == SourceKind::Document && fields.document.is_none() {
        return Err(Error::invalid("kind", "This source is no document of this workspace.")
            .hint("Quote a document by the place of its words."));
    }
    Ok(fields)
}

impl Workspace {
    /// The key of a source by its reference.
    pub fn source_key(&self, reference: SourceRef) -> i64 {
        reference.0.into()
    }

    /// All sources, newest first, or those that hold some words.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn sources(&self, words: &str) -> Result<Vec<SourceRow>> {
        Ok(self.store.sources(filled(Some(words)).as_deref())?)
    }

    /// A source by its key.
    ///
    /// # Errors
    /// When there is none of this key.
    pub fn source(&self, key: i64) -> Result<SourceRow> {
        self.store.source(key)?.ok_or_else(|| {
            Error::new(Code::NotFound, format!("There is no source {}.", SourceRef(key as u32)))
        })
    }

    /// The claims that a source is evidence for, dismissed ones too.
    ///
    /// # Errors
    /// When there is no source of this key.
    pub fn claims_citing(&self, key: i64) -> Result<Vec<ClaimRow>> {
        self.source(key)?;
        Ok(self.store.claim_rows(&self.store.claims_citing(key)?)?)
    }

    /// Adds a source, or finds the one with exactly these facts; gives its key.
    ///
    /// # Errors
    /// When a field makes no sense.
    pub fn add_source(&self, draft: &SourceDraft) -> Result<(i64, Outcome)> {
        let fields = of_kind(draft.fields(false)?)?;
        let written = self.write(OperationKind::AddSource, |edit| Ok(edit.source(&fields)?))?;
        let message = format!("{} added", SourceRef(written.value as u32));
        Ok((written.value, Outcome { operation: written.operation, claims: 0, message }))
    }

    /// Changes a source for every claim that cites it. Those that are signed off are reopened:
    /// [`SourceRow::signed_off`] says beforehand how many.
    ///
    /// # Errors
    /// When a field makes no sense, or there is no such source.
    pub fn edit_source(&self, id: SourceId, draft: &SourceDraft) -> Result<Outcome> {
        let fields = draft.fields(false)?;
        let written = self.write(OperationKind::EditSource, |edit| {
            let key = edit.source_key(id)?;
            let fields = draft.over(fields, &edit.source_fields(key)?)?;
            change_source(edit, key, &fields)
        })?;
        let message = format!("Source “{}” changed", draft.title.trim());
        Ok(Outcome { operation: written.operation, claims: written.value, message })
    }

    /// Takes a source away that no evidence is taken from.
    ///
    /// # Errors
    /// When there is no such source, or evidence is taken from it.
    pub fn remove_source(&self, id: SourceId) -> Result<Outcome> {
        let written = self.write(OperationKind::RemoveSource, |edit| {
            let key = edit.source_key(id)?;
            let cited = edit.citing(key)?.len();
            if cited > 0 {
                let claims = if cited == 1 { "1 claim".to_owned() } else { format!("{cited} claims") };
                return Err(Error::new(
                    Code::InUse,
                    format!("{} is evidence for {claims}.", SourceRef(key as u32)),
                )
                .hint("Remove that evidence first."));
            }
            edit.remove_source(key)?;
            Ok(key)
        })?;
        let message = format!("{} removed", SourceRef(written.value as u32));
        Ok(Outcome { operation: written.operation, claims: 0, message })
    }

    /// Stores a file with a source: its bytes, its media type and their SHA-256.
    ///
    /// # Errors
    /// When there is no such source, or the file cannot be read, is empty or too large.
    pub fn store_copy(&self, id: SourceId, path: &Path) -> Result<(CopyId, Outcome)> {
        let bytes = read_whole(path)?;
        let file_name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let media_type = mime_guess::from_path(path).first_or_octet_stream().essence_str().to_owned();
        let copy = NewCopy { file_name: file_name.clone(), media_type, bytes };
        let written = self.write(OperationKind::StoreCopy, |edit| {
            let key = edit.source_key(id)?;
            Ok(edit.store_copy(key, &copy)?)
        })?;
        let outcome =
            Outcome { operation: written.operation, claims: 0, message: format!("{file_name} stored") };
        Ok((written.value, outcome))
    }

    /// Takes a stored file away.
    ///
    /// # Errors
    /// When there is none such.
    pub fn remove_copy(&self, id: CopyId) -> Result<Outcome> {
        let written = self.write(OperationKind::RemoveCopy, |edit| Ok(edit.remove_copy(id)?))?;
        Ok(Outcome { operation: written.operation, claims: 0, message: "Stored copy removed".to_owned() })
    }

    /// The name under which a stored file was taken.
    ///
    /// # Errors
    /// When there is none such.
    pub fn copy_name(&self, id: CopyId) -> Result<String> {
        Ok(self.copy_bytes(id)?.0)
    }

    /// Writes a stored file to a place, byte for byte as it was stored.
    ///
    /// # Errors
    /// When there is none such, or it cannot be written.
    pub fn save_copy(&self, id: CopyId, path: &Path) -> Result<()> {
        let (_, bytes) = self.copy_bytes(id)?;
        crate::exporting::write_whole(path, &bytes).map_err(|e| crate::exporting::not_written(path, &e))
    }

    fn copy_bytes(&self, id: CopyId) -> Result<(String, Vec<u8>)> {
        let found = self.store.copy_bytes(id)?;
        found.ok_or_else(|| Error::new(Code::NotFound, "There is no such stored copy."))
    }
}

/// Changes a source and reopens what was signed off on it; says how many claims cite it.
pub(crate) fn change_source(edit: &mut Edit<'_>, key: i64, fields: &SourceFields) -> Result<u32> {
    let claims = edit.set_source(key, fields)?;
    for claim in &claims {
        reopen(edit, *claim, "a source was changed after sign-off")?;
    }
    Ok(claims.len() as u32)
}

fn read_whole(path: &Path) -> Result<Vec<u8>> {
    let unread = |why: &str| {
        Error::new(Code::CannotImport, format!("{} could not be stored: {why}.", path.display())).at("file")
    };
    let file =
        std::fs::File::open(path).map_err(|_| unread("it cannot be opened").hint("Choose another file."))?;
    let facts = file.metadata().map_err(|_| unread("it cannot be read"))?;
    if !facts.is_file() {
        return Err(unread("it is not a file").hint("Choose a file."));
    }
    let limit = MOST_COPY_BYTES / (1024 * 1024);
    let too_large =
        || unread(&format!("it is larger than {limit} MB")).hint("Store the part that is evidence.");
    if facts.len() > MOST_COPY_BYTES {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    // It may grow while it is read.
    file.take(MOST_COPY_BYTES + 1).read_to_end(&mut bytes).map_err(|_| unread("it cannot be read"))?;
    if bytes.len() as u64 > MOST_COPY_BYTES {
        return Err(too_large());
    }
    if bytes.is_empty() {
        return Err(unread("it is empty").hint("Choose another file."));
    }
    Ok(bytes)
}
