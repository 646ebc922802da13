//! Checklists: what to look at in a claim of a kind. They remind, and block nothing.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::claim::ClaimKind;

/// A step of a checklist.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct Step {
    /// What the ticks of claims name it by; it stays when the words are changed.
    pub id: String,
    /// The words: “Unit?”.
    pub text: String,
}

/// The checklist for claims of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Checklist {
    /// The kind.
    pub kind: ClaimKind,
    /// Its steps, in order; none where there is nothing to remind of.
    pub steps: Vec<Step>,
}

/// A step as it stands with one claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChecklistStep {
    /// The step.
    #[serde(flatten)]
    pub step: Step,
    /// Whether it was done.
    pub done: bool,
}

/// The steps for a kind in a workspace that has not changed them.
pub fn built_in(kind: ClaimKind) -> Vec<Step> {
    let steps: &[(&str, &str)] = match kind {
        ClaimKind::Quantity => &[
            ("unit", "Unit?"),
            ("base-year", "Base year?"),
            ("source-table", "Source table?"),
            ("rounding", "Rounded fairly?"),
        ],
        ClaimKind::Quote => &[
            ("recording", "Recording or transcript?"),
            ("context", "Context kept?"),
            ("words", "Word for word, or translated?"),
        ],
        ClaimKind::Date => {
            &[("time-zone", "Time zone?"), ("first-report", "Date of the event, not of the report?")]
        }
        ClaimKind::Comparison => &[
            ("same-measure", "Same measure on both sides?"),
            ("range", "Over which years or places?"),
            ("counterexample", "A counterexample looked for?"),
        ],
        ClaimKind::Cause => {
            &[("mechanism", "Who found the cause?"), ("other-causes", "Other causes ruled out?")]
        }
        ClaimKind::Event => &[("second-source", "A second source of another origin?")],
        ClaimKind::State => &[("as-of", "True as of which day?")],
        ClaimKind::Prediction | ClaimKind::Opinion => &[],
    };
    steps.iter().map(|(id, text)| Step { id: (*id).to_owned(), text: (*text).to_owned() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_of_a_kind_have_different_names() {
        for kind in ClaimKind::ALL {
            let steps = built_in(*kind);
            let mut ids: Vec<_> = steps.iter().map(|s| &s.id).collect();
            ids.sort();
            ids.dedup();
            assert_eq!(ids.len(), steps.len(), "{kind}");
        }
    }
}
