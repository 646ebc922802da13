//! Claims: made, changed, given mentions.

use assay_model::claim::{Claim, ClaimKind, Mode, Priority};
use assay_model::id::ClaimRef;
use assay_model::operation::OperationKind;
use assay_model::verdict::Status;
use assay_store::{Act, ClaimFields, Edit, StoreError};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::deed_words::deed_words;
use crate::error::{Code, Error, Result};
use crate::patch::{ClaimPatch, kind_of};
use crate::places::Place;
use crate::workspace::{Outcome, Workspace};

/// A claim to be made by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewClaim {
    /// Where it is made.
    pub place: Place,
    /// The claim as one sentence.
    pub statement: String,
    /// Two to five words; the beginning of the statement if none.
    #[serde(default)]
    pub label: Option<String>,
    /// Who says it; none in the document's own voice.
    #[serde(default)]
    pub claimant: Option<String>,
    /// What sort it is; an event if none.
    #[serde(default)]
    pub kind: Option<ClaimKind>,
}

/// The longest text of a field, in code points.
const MOST_CHARACTERS: usize = 20_000;

impl Workspace {
    /// The key of a claim of this workspace by its reference.
    ///
    /// # Errors
    /// When the prefix is another workspace's.
    pub fn claim_key(&self, reference: &ClaimRef) -> Result<i64> {
        let prefix = &self.store.facts().prefix;
        if reference.prefix != *prefix {
            return Err(Error::new(Code::NotFound, format!("There is no claim {reference}."))
                .hint(format!("Claims of this workspace look like {prefix}-1.")));
        }
        Ok(reference.number.into())
    }

    /// A claim with all that hangs off it.
    ///
    /// # Errors
    /// When there is none of this key.
    pub fn claim(&self, key: i64) -> Result<Claim> {
        self.store.claim(key)?.ok_or_else(|| self.no_claim(key))
    }

    fn no_claim(&self, key: i64) -> Error {
        Error::new(Code::NotFound, format!("There is no claim {}.", self.store.claim_ref(key)))
            .of_claim("is gone", "are gone")
    }

    /// The fields of a claim as an edit finds them; of one that is missing, an error that names it as people do.
    pub(crate) fn fields_in(&self, edit: &Edit<'_>, claim: i64) -> Result<ClaimFields> {
        edit.claim_fields(claim).map_err(|error| match error {
            StoreError::Missing { .. } => self.no_claim(claim),
            other => other.into(),
        })
    }

    /// Makes a claim by hand; it is Open. The value of the outcome is its key.
    ///
    /// # Errors
    /// When the place is not in the text, or the statement is empty.
    pub fn create_claim(&self, new: &NewClaim) -> Result<(i64, Outcome)> {
        let statement = text("statement", &new.statement)?;
        let (document, quoted) = self.place(&new.place)?;
        let label = match new.label.as_deref().map(str::trim).filter(|l| !l.is_empty()) {
            Some(label) => text("label", label)?,
            None => statement.split_whitespace().take(5).collect::<Vec<_>>().join(" "),
        };
        let claimant = new.claimant.as_deref().map(str::trim).filter(|c| !c.is_empty()).map(str::to_owned);
        let claim = assay_store::NewClaim {
            label,
            statement,
            kind: new.kind.unwrap_or(ClaimKind::Event),
            status: Status::Open,
            mode: if claimant.is_some() { Mode::Paraphrase } else { Mode::Own },
            claimant,
            priority: Priority::None,
            score: None,
            reasons: Vec::new(),
            values: Vec::new(),
        };
        let written = self.write(OperationKind::CreateClaim, |edit| {
            let key = edit.add_claim(&claim)?;
            edit.add_mention(key, document.revision_key, &quoted)?;
            Ok(key)
        })?;
        let message = self.about(&[written.value], "created");
        Ok((written.value, Outcome { operation: written.operation, claims: 1, message }))
    }

    /// Changes fields of claims, all or none, in one operation.
    ///
    /// # Errors
    /// When a claim is missing, a value makes no sense, a move of status is not allowed, or a gate is not met.
    pub fn edit_claims(&self, claims: &[i64], patch: &ClaimPatch) -> Result<Outcome> {
        let person = self.person();
        let act = Act {
            typing: patch.typing,
            ..Act::new(if patch.typing { OperationKind::Typing } else { kind_of(patch) }, &person)
        };
        let written = self.write_act(&act, |edit| {
            let change = self.change(edit, patch)?;
            let mut changed = 0;
            for claim in claims {
                let plan = self.plan(edit, *claim, &change)?;
                changed += u32::from(Self::carry_out(edit, *claim, &change, plan)?);
            }
            Ok(changed)
        })?;
        let message = self.about(claims, deed_words(patch).of(claims.len()));
        Ok(Outcome { operation: written.operation, claims: written.value, message })
    }
}

pub(crate) fn text(field: &str, value: &str) -> Result<String> {
    let value = value.trim();
    if value.is_empty() {
        return Err(Error::invalid(field, format!("The {field} is empty.")));
    }
    length(field, value)?;
    Ok(value.to_owned())
}

pub(crate) fn some_text(field: &str, value: Option<&str>) -> Result<Option<String>> {
    value.map(str::trim).filter(|v| !v.is_empty()).map(|v| text(field, v)).transpose()
}

pub(crate) fn length(field: &str, value: &str) -> Result<()> {
    let characters = value.chars().count();
    if characters > MOST_CHARACTERS {
        let message = format!("The {field} has {characters} characters; {MOST_CHARACTERS} is the most.");
        return Err(Error::invalid(field, message));
    }
    Ok(())
}

pub(crate) fn tag_text(tag: &str) -> Result<String> {
    let tag = text("tag", tag)?;
    if tag.chars().count() > 100 || tag.contains(['\n', ',']) {
        return Err(Error::invalid("tag", "A tag is one line of at most 100 characters without a comma."));
    }
    Ok(tag)
}
