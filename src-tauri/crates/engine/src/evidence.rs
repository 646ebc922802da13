//! Evidence: attached, changed, taken away.

use assay_model::evidence::Stance;
use assay_model::id::EvidenceId;
use assay_model::operation::OperationKind;
use assay_model::time::PartialDate;
use assay_model::verdict::Finding;
use assay_store::{EvidenceFields, NewEvidence, SourceFields};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::claims::Place;
use crate::error::{Error, Result};
use crate::reopen::reopen;
use crate::workspace::{Outcome, Workspace};

/// A source as a person fills it in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SourceDraft {
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// When it was published: `2023-03-02`.
    pub published: Option<String>,
    /// When it was read.
    pub accessed: Option<String>,
    /// Whether it is the origin of the information.
    pub primary: bool,
}

/// Evidence as a person fills it in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EvidenceDraft {
    /// Which of the two findings it serves.
    pub finding: Finding,
    /// Which way it points.
    pub stance: Stance,
    /// The words quoted, where they do not stand in a document of this workspace.
    pub quote: Option<String>,
    /// Where the words stand, if the source is a document of this workspace.
    pub place: Option<Place>,
    /// Where it comes from; its title may be left out where a place is given.
    pub source: SourceDraft,
}

impl Workspace {
    /// Attaches evidence to a claim.
    ///
    /// # Errors
    /// When a field makes no sense, the place is not in the text, or the claim is missing.
    pub fn add_evidence(&self, claim: i64, draft: &EvidenceDraft) -> Result<Outcome> {
        let mut source = source_fields(draft)?;
        let fields = evidence_fields(draft);
        let place = draft.place.as_ref().map(|p| self.place(p)).transpose()?;
        if let Some((document, _)) = &place {
            source.document = Some(document.document);
            if source.title.is_empty() {
                source.title = self.document_title(document.document)?;
            }
        }
        let written = self.write(OperationKind::AddEvidence, |edit| {
            self.fields_in(edit, claim)?;
            let source = edit.source(&source)?;
            let quote = place.as_ref().map(|(_, q)| q.exact.clone()).or_else(|| fields.quote.clone());
            let fields = EvidenceFields { quote, ..fields.clone() };
            let span = place.map(|(document, quoted)| (document.revision_key, quoted));
            edit.add_evidence(claim, &NewEvidence { fields, source, span })?;
            reopen(edit, claim, "evidence was added after sign-off")
        })?;
        Ok(Outcome {
            operation: written.operation,
            claims: 1,
            message: self.about(&[claim], "has new evidence"),
        })
    }

    /// Changes evidence. Its source is changed with it where nothing else cites it; otherwise the evidence is given
    /// a source of its own with the new facts.
    ///
    /// # Errors
    /// When a field makes no sense, or there is no such evidence.
    pub fn edit_evidence(&self, id: EvidenceId, draft: &EvidenceDraft) -> Result<Outcome> {
        let new_source = source_fields(draft)?;
        let fields = evidence_fields(draft);
        if new_source.title.is_empty() {
            return Err(Error::invalid("title", "The source needs a title."));
        }
        let written = self.write(OperationKind::EditEvidence, |edit| {
            let (claim, evidence, source) = edit.evidence_keys(id)?;
            let new_source = SourceFields { document: edit.source_document(source)?, ..new_source };
            let mut changed = false;
            let source = if edit.citations(source)? == 1 {
                changed = !edit.set_source(source, &new_source)?.is_empty();
                source
            } else {
                edit.source(&new_source)?
            };
            changed |= edit.set_evidence(claim, evidence, &fields, source)?;
            if changed {
                reopen(edit, claim, "evidence was changed after sign-off")?;
            }
            Ok(claim)
        })?;
        let message = self.about(&[written.value], "has changed evidence");
        Ok(Outcome { operation: written.operation, claims: 1, message })
    }

    /// Takes evidence away. Citations of it stay in the rationale and are shown as dangling.
    ///
    /// # Errors
    /// When there is no such evidence.
    pub fn remove_evidence(&self, id: EvidenceId) -> Result<Outcome> {
        let written = self.write(OperationKind::RemoveEvidence, |edit| {
            let (claim, evidence, _) = edit.evidence_keys(id)?;
            edit.remove_evidence(claim, evidence)?;
            reopen(edit, claim, "evidence was removed after sign-off")?;
            Ok(claim)
        })?;
        let message = self.about(&[written.value], "has less evidence");
        Ok(Outcome { operation: written.operation, claims: 1, message })
    }
}

fn evidence_fields(draft: &EvidenceDraft) -> EvidenceFields {
    EvidenceFields { finding: draft.finding, stance: draft.stance, quote: filled(draft.quote.as_deref()) }
}

fn source_fields(draft: &EvidenceDraft) -> Result<SourceFields> {
    let source = &draft.source;
    let title = source.title.trim().to_owned();
    if title.is_empty() && draft.place.is_none() {
        return Err(Error::invalid("title", "The source needs a title."));
    }
    let date = |field: &str, value: &Option<String>| -> Result<Option<PartialDate>> {
        filled(value.as_deref()).map(|v| v.parse().map_err(|e| Error::from(e).at(field))).transpose()
    };
    Ok(SourceFields {
        title,
        publisher: filled(source.publisher.as_deref()),
        url: filled(source.url.as_deref()).map(|u| web_address("url", &u)).transpose()?,
        published: date("published", &source.published)?,
        accessed: date("accessed", &source.accessed)?,
        primary: source.primary,
        document: None,
    })
}

/// A field that holds more than white space.
pub(crate) fn filled(value: Option<&str>) -> Option<String> {
    value.map(str::trim).filter(|v| !v.is_empty()).map(str::to_owned)
}

/// A web address: `http` or `https`, a host, no white space. It is kept as written.
///
/// # Errors
/// When it is none; `field` is the field that it was given in.
pub fn web_address(field: &str, address: &str) -> Result<String> {
    let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let host = host.and_then(|rest| rest.split(['/', '?', '#']).next());
    let sound = host.is_some_and(|h| !h.is_empty() && !h.starts_with('.'))
        && !address.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"".contains(c));
    if sound {
        return Ok(address.to_owned());
    }
    Err(Error::invalid(field, format!("“{address}” is not a web address."))
        .hint("It begins with https:// or http:// and has no spaces."))
}
