//! Mentions: added, moved, taken away. Each change reopens a signed-off claim.

use assay_model::id::MentionId;
use assay_model::operation::OperationKind;
use assay_model::span::Span;
use assay_store::{Act, Edit};

use crate::error::{Error, Result};
use crate::places::Place;
use crate::reopen::reopen;
use crate::workspace::{Outcome, Workspace};

impl Workspace {
    /// Adds a mention of a claim. The outcome tells the operation.
    ///
    /// # Errors
    /// When the place is not in the text, it is a mention already, or the claim is missing.
    pub fn add_mention(&self, claim: i64, place: &Place) -> Result<Outcome> {
        self.add_mentions(claim, std::slice::from_ref(place))
    }

    /// Adds mentions of a claim, all or none, in one operation.
    ///
    /// # Errors
    /// When there is no place, a place is not in its text or is a mention already, or the claim is missing.
    pub fn add_mentions(&self, claim: i64, places: &[Place]) -> Result<Outcome> {
        if places.is_empty() {
            return Err(Error::invalid("places", "There is no place to add."));
        }
        let found = places.iter().map(|place| self.place(place)).collect::<Result<Vec<_>>>()?;
        let written = self.write(OperationKind::AddMention, |edit| {
            self.fields_in(edit, claim)?;
            for (document, quoted) in &found {
                self.not_there(edit, claim, document.revision_key, quoted.span())?;
                edit.add_mention(claim, document.revision_key, quoted)?;
            }
            let many = if found.len() == 1 { "a mention was" } else { "mentions were" };
            reopen(edit, claim, &format!("{many} added after sign-off"))
        })?;
        let done = match found.len() {
            1 => "has another mention".to_owned(),
            many => format!("has {many} more mentions"),
        };
        Ok(Outcome { operation: written.operation, claims: 1, message: self.about(&[claim], &done) })
    }

    /// Gives a mention another span of its document. `nudged` says that it is one of several small moves, which undo
    /// takes back as one.
    ///
    /// # Errors
    /// When the place is not in the mention's document, it is another mention already, or there is none such.
    pub fn move_mention(
        &self,
        claim: i64,
        mention: MentionId,
        place: &Place,
        nudged: bool,
    ) -> Result<Outcome> {
        let (document, quoted) = self.place(place)?;
        let person = self.person();
        let act = Act { typing: nudged, ..Act::new(OperationKind::MoveMention, &person) };
        let written = self.write_act(&act, |edit| {
            self.fields_in(edit, claim)?;
            if edit.mention_document(claim, mention)? != document.document {
                return Err(Error::invalid("document", "A mention moves within its document.")
                    .hint("Add a mention there, and remove this one."));
            }
            if edit.mention_span(claim, mention)? == (document.revision_key, quoted.span()) {
                return Ok(());
            }
            self.not_there(edit, claim, document.revision_key, quoted.span())?;
            edit.move_mention(claim, mention, document.revision_key, &quoted)?;
            reopen(edit, claim, "a mention was moved after sign-off")
        })?;
        Ok(Outcome {
            operation: written.operation,
            claims: u32::from(written.operation.is_some()),
            message: self.about(&[claim], "has a mention moved"),
        })
    }

    fn not_there(&self, edit: &Edit<'_>, claim: i64, revision: i64, span: Span) -> Result<()> {
        if !edit.has_mention(claim, revision, span)? {
            return Ok(());
        }
        let reference = self.store.claim_ref(claim);
        Err(Error::invalid("span", format!("{reference} has a mention of just these words already.")))
    }

    /// Takes a mention away.
    ///
    /// # Errors
    /// When it is the claim's only one, or there is none such.
    pub fn remove_mention(&self, claim: i64, mention: MentionId) -> Result<Outcome> {
        let written = self.write(OperationKind::RemoveMention, |edit| {
            if edit.mention_count(claim)? <= 1 {
                return Err(Error::invalid("mention", "A claim keeps at least one mention.")
                    .hint("Dismiss the claim if it should go."));
            }
            edit.remove_mention(claim, mention)?;
            reopen(edit, claim, "a mention was removed after sign-off")
        })?;
        Ok(Outcome {
            operation: written.operation,
            claims: 1,
            message: self.about(&[claim], "has one mention less"),
        })
    }
}
