//! Evidence: attached.

use assay_engine::{EvidenceDraft, Place, SourceDraft, Workspace};
use assay_model::verdict::Finding;

use crate::arguments::AddEvidence;
use crate::claims::report;
use crate::failure::Failure;
use crate::output::Output;

/// Attaches evidence to a claim. It serves “is it true?”.
pub fn add(workspace: &Workspace, asked: AddEvidence, out: &mut Output) -> Result<(), Failure> {
    let key = workspace.claim_key(&asked.reference)?;
    let place = asked.document.map(|document| Place {
        document: document.0,
        quote: asked.quote.clone(),
        span: asked.span,
    });
    let outcome = workspace.add_evidence(
        key,
        &EvidenceDraft {
            locator: None,
            known_source: None,
            finding: Finding::True,
            stance: asked.stance,
            quote: asked.quote,
            place,
            source: SourceDraft {
                title: asked.title,
                url: asked.url,
                primary: asked.primary,
                ..SourceDraft::default()
            },
        },
    )?;
    report(workspace, &[key], &outcome, out)
}
