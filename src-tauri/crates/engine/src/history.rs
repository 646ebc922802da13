//! Undo, redo, and history in words.

use assay_model::operation::{HistoryFilter, HistoryLine, OperationKind};
use assay_store::{Logged, Written};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Result;
use crate::workspace::{Outcome, Workspace};

/// What the menu says after Undo and Redo; none where there is nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UndoLabels {
    /// “change of verdict”.
    pub undo: Option<String>,
    /// The same for redo.
    pub redo: Option<String>,
}

impl Workspace {
    /// What undo and redo would do next.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn undo_labels(&self) -> Result<UndoLabels> {
        let state = self.store.reader()?.undo_state(&self.person())?;
        let label = |next: Option<(i64, OperationKind)>| next.map(|(_, kind)| kind.label().to_owned());
        Ok(UndoLabels { undo: label(state.undo), redo: label(state.redo) })
    }

    /// Undoes this person's newest operation.
    ///
    /// # Errors
    /// When nothing is left to undo, or something it touched has been changed since.
    pub fn undo(&self) -> Result<Outcome> {
        let written = self.store.undo(&self.person())?;
        Ok(self.taken_back("Undid", &written))
    }

    /// Does again what this person undid last.
    ///
    /// # Errors
    /// When nothing is left to redo, or something it touched has been changed since.
    pub fn redo(&self) -> Result<Outcome> {
        let written = self.store.redo(&self.person())?;
        Ok(self.taken_back("Redid", &written))
    }

    fn taken_back(&self, verb: &str, written: &Written<(i64, OperationKind)>) -> Outcome {
        self.tell_written(written);
        let claims = written.claims;
        let message = format!("{verb} {}", written.value.1.label());
        Outcome { operation: written.operation, claims, message }
    }

    /// The newest lines of history that a filter lets through, newest first, older than operation `before`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn history(
        &self,
        filter: &HistoryFilter,
        before: Option<i64>,
        limit: u32,
    ) -> Result<Vec<HistoryLine>> {
        let claim = filter.claim;
        let logged = self.store.history(filter, before, limit)?;
        let line = |logged: Logged| {
            Ok(HistoryLine {
                operation: logged.last,
                kind: logged.kind,
                actor: logged.actor.clone(),
                time: logged.time,
                words: self.words(&logged, claim.is_some())?,
                changes: if logged.whole { self.field_changes(&logged)? } else { Vec::new() },
                undoes: logged.undoes,
                undone_by: logged.undone_by,
            })
        };
        logged.into_iter().map(line).collect()
    }

    /// What an undo undid; of a redo, what the undo before it had undone.
    pub(crate) fn undone_kind(&self, seq: i64) -> Result<Option<OperationKind>> {
        let mut seq = seq;
        while let Some((kind, undoes)) = self.store.operation(seq)? {
            match (kind, undoes) {
                (OperationKind::Undo | OperationKind::Redo, Some(earlier)) => seq = earlier,
                (kind, _) => return Ok(Some(kind)),
            }
        }
        Ok(None)
    }
}
