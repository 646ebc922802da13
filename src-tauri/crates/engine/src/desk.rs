//! What a desk has settled for everybody who works in a workspace: its scale, the two-person rule, its checklists.

use std::collections::HashSet;

use assay_model::checklist::{Checklist, Step};
use assay_model::claim::ClaimKind;
use assay_model::operation::OperationKind;
use assay_model::scale;
use assay_store::Edit;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::claims::text;
use crate::error::{Error, Result};
use crate::scales::with_own;
use crate::workspace::{Outcome, Workspace};

/// What is settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Desk {
    /// The word of the scale that claims are judged by.
    pub scale: String,
    /// Who signs a claim off may not be who checked it.
    pub two_person: bool,
    /// The checklist for each kind of claim.
    pub checklists: Vec<Checklist>,
}

/// What to settle anew; what is left out stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct DeskPatch {
    /// The word of the scale that claims are judged by from now on. Claims judged before keep their verdicts.
    pub scale: Option<String>,
    /// The two-person rule.
    pub two_person: Option<bool>,
    /// Checklists of some kinds. A step without an id is new.
    pub checklists: Option<Vec<Checklist>>,
}

/// The most steps of a checklist.
const MOST_STEPS: usize = 20;

pub(crate) fn two_person_rule(edit: &Edit<'_>) -> Result<bool> {
    Ok(edit.setting("two_person")?.unwrap_or(false))
}

impl Workspace {
    /// What is settled in this workspace.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn desk(&self) -> Result<Desk> {
        let reader = self.store.reader()?;
        let checklist = |kind: &ClaimKind| Ok(Checklist { kind: *kind, steps: reader.steps(*kind)? });
        Ok(Desk {
            scale: reader.setting("scale")?.unwrap_or_else(|| scale::OWN.to_owned()),
            two_person: reader.setting("two_person")?.unwrap_or(false),
            checklists: ClaimKind::ALL.iter().map(checklist).collect::<Result<_>>()?,
        })
    }

    /// Settles something anew.
    ///
    /// # Errors
    /// When there is no such scale, or a checklist has a step twice or too many steps.
    pub fn edit_desk(&self, patch: &DeskPatch) -> Result<Outcome> {
        let lists = patch.checklists.as_deref().unwrap_or_default();
        let lists = lists.iter().map(|l| Ok((l.kind, steps(&l.steps)?))).collect::<Result<Vec<_>>>()?;
        let written = self.write(OperationKind::EditSettings, |edit| {
            if let Some(scale) = &patch.scale {
                let scales = with_own(edit.own_scales()?);
                if scales.iter().all(|s| s.word != *scale) {
                    let words: Vec<&str> = scales.iter().map(|s| s.word.as_str()).collect();
                    return Err(Error::invalid("scale", format!("There is no scale “{scale}”."))
                        .hint(format!("There are: {}.", words.join(", "))));
                }
                edit.set_setting("scale", scale)?;
            }
            if let Some(two_person) = patch.two_person {
                edit.set_setting("two_person", &two_person)?;
            }
            for (kind, steps) in &lists {
                edit.set_checklist(*kind, steps)?;
            }
            Ok(())
        })?;
        Ok(Outcome {
            operation: written.operation,
            claims: 0,
            message: "Workspace settings changed".to_owned(),
        })
    }

    /// Ticks a step of a claim's checklist, or takes the tick away.
    ///
    /// # Errors
    /// When the claim is missing, or its checklist has no such step.
    pub fn tick(&self, claim: i64, step: &str, done: bool) -> Result<Outcome> {
        let kind = self.claim(claim)?.row.kind;
        let words = self.store.reader()?.steps(kind)?.into_iter().find(|s| s.id == step).map(|s| s.text);
        let Some(words) = words else {
            return Err(Error::invalid("step", format!("The checklist has no step “{step}”.")));
        };
        let written = self.write(OperationKind::Tick, |edit| Ok(edit.tick(claim, step, done)?))?;
        let verb = if done { "ticked" } else { "unticked" };
        let message = self.about(&[claim], &format!("“{words}” {verb}"));
        Ok(Outcome { operation: written.operation, claims: u32::from(written.value), message })
    }
}

/// The steps as they are kept: each with words, none twice, the new ones with an id of their own.
fn steps(given: &[Step]) -> Result<Vec<Step>> {
    if given.len() > MOST_STEPS {
        return Err(Error::invalid("checklists", format!("A checklist has at most {MOST_STEPS} steps.")));
    }
    let mut seen = HashSet::new();
    let mut steps = Vec::with_capacity(given.len());
    for step in given {
        let words = text("step", &step.text)?;
        if !seen.insert(words.to_lowercase()) {
            return Err(Error::invalid("checklists", format!("The checklist has “{words}” twice.")));
        }
        let id =
            if step.id.is_empty() { assay_model::id::NoteId::new().to_string() } else { step.id.clone() };
        // A tick names its step by the id.
        if steps.iter().any(|s: &Step| s.id == id) {
            return Err(Error::invalid("checklists", format!("Two steps of the checklist are “{id}”.")));
        }
        steps.push(Step { id, text: words });
    }
    Ok(steps)
}
