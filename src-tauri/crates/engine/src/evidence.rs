//! Evidence: attached, changed, reordered, taken away.

use assay_model::evidence::Stance;
use assay_model::id::{EvidenceId, SourceId};
use assay_model::operation::OperationKind;
use assay_model::verdict::Finding;
use assay_store::{EvidenceFields, NewEvidence};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, Result};
use crate::places::Place;
use crate::reopen::reopen;
use crate::sources::{SourceDraft, change_source, of_kind};
use crate::workspace::{Outcome, Workspace};

/// Evidence as a person fills it in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EvidenceDraft {
    /// Which of the two findings it serves.
    pub finding: Finding,
    /// Which way it points.
    pub stance: Stance,
    /// Where in the source: a page, a table, a time stamp.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub locator: Option<String>,
    /// The words quoted, where they do not stand in a document of this workspace.
    pub quote: Option<String>,
    /// Where the words stand, if the source is a document of this workspace.
    pub place: Option<Place>,
    /// A source that the workspace has: what stands in `source` is then left aside.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub known_source: Option<SourceId>,
    /// Where it comes from; its title may be left out where a place is given.
    pub source: SourceDraft,
}

impl Workspace {
    /// Attaches evidence to a claim.
    ///
    /// # Errors
    /// When a field makes no sense, the place is not in the text, or the claim is missing.
    pub fn add_evidence(&self, claim: i64, draft: &EvidenceDraft) -> Result<Outcome> {
        let mut source = match draft.known_source {
            Some(_) => None,
            None => Some(draft.source.fields(draft.place.is_some())?),
        };
        let fields = evidence_fields(draft)?;
        let place = draft.place.as_ref().map(|p| self.place(p)).transpose()?;
        if let (Some((document, _)), Some(source)) = (&place, &mut source) {
            source.document = Some(document.document);
            if source.title.is_empty() {
                source.title = self.document_title(document.document)?;
            }
        }
        let source = source.map(of_kind).transpose()?;
        let written = self.write(OperationKind::AddEvidence, |edit| {
            self.fields_in(edit, claim)?;
            let source = match (&source, draft.known_source) {
                (_, Some(id)) => edit.source_key(id)?,
                (Some(fields), None) => edit.source(fields)?,
                (None, None) => return Err(Error::invalid("title", "The source needs a title.")),
            };
            let of = edit.source_fields(source)?.document;
            if let Some((document, _)) = &place
                && of != Some(document.document)
            {
                return Err(Error::invalid(
                    "place",
                    "The words stand in another document than the source is.",
                ));
            }
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

    /// Changes evidence, and takes it from another source if one of the workspace's is named. Otherwise its source is
    /// changed with it where nothing else cites it, and where something does, the evidence is given a source of its
    /// own with the new facts.
    ///
    /// # Errors
    /// When a field makes no sense, or there is no such evidence.
    pub fn edit_evidence(&self, id: EvidenceId, draft: &EvidenceDraft) -> Result<Outcome> {
        let fields = evidence_fields(draft)?;
        let new_source = match draft.known_source {
            Some(_) => None,
            None => Some(draft.source.fields(false)?),
        };
        let written = self.write(OperationKind::EditEvidence, |edit| {
            let (claim, evidence, source) = edit.evidence_keys(id)?;
            let mut changed = false;
            let source = match (draft.known_source, new_source) {
                (Some(id), _) => {
                    let other = edit.source_key(id)?;
                    if other != source && edit.source_fields(source)?.document.is_some() {
                        return Err(Error::invalid(
                            "source",
                            "These words stand in a document, which is their source.",
                        )
                        .hint("Add new evidence from the other source."));
                    }
                    other
                }
                (None, Some(fields)) => {
                    let now = edit.source_fields(source)?;
                    let fields = draft.source.over(fields, &now)?;
                    if fields == now {
                        source
                    } else if edit.citations(source)? == 1 {
                        changed = change_source(edit, source, &fields)? > 0;
                        source
                    } else {
                        edit.source(&fields)?
                    }
                }
                (None, None) => source,
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

    /// Moves evidence to another place in its claim's list, counted from one. Citations follow.
    ///
    /// # Errors
    /// When there is no such evidence.
    pub fn move_evidence(&self, id: EvidenceId, to: u32) -> Result<Outcome> {
        let written = self.write(OperationKind::MoveEvidence, |edit| {
            let (claim, evidence, _) = edit.evidence_keys(id)?;
            edit.move_evidence(claim, evidence, to)?;
            Ok(claim)
        })?;
        let message = self.about(&[written.value], "has its evidence in another order");
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

fn evidence_fields(draft: &EvidenceDraft) -> Result<EvidenceFields> {
    let locator = crate::claims::some_text("locator", draft.locator.as_deref())?;
    let quote = crate::claims::some_text("quote", draft.quote.as_deref())?;
    Ok(EvidenceFields { finding: draft.finding, stance: draft.stance, locator, quote })
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
