//! Undo, redo, and history in words.

use std::ops::ControlFlow;

use assay_model::operation::{HistoryFilter, HistoryLine, OperationKind};
use assay_store::Logged;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Result;
use crate::history_words::Told;
use crate::importing::Step;
use crate::workspace::{Outcome, Workspace};

/// What the menu says after Undo and Redo; none where there is nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UndoLabels {
    /// “change of verdict”.
    pub undo: Option<String>,
    /// The same for redo.
    pub redo: Option<String>,
}

/// Back, or forth again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Undo.
    Undo,
    /// Redo.
    Redo,
}

impl Way {
    /// “Undoing”.
    pub(crate) fn doing(self) -> &'static str {
        match self {
            Self::Undo => "Undoing",
            Self::Redo => "Redoing",
        }
    }
}

/// So many changed rows are taken back at once; more, as a job.
const AT_ONCE: u32 = 500;

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
        self.take_back(Way::Undo, &mut |_, _| ControlFlow::Continue(()))
    }

    /// Does again what this person undid last.
    ///
    /// # Errors
    /// When nothing is left to redo, or something it touched has been changed since.
    pub fn redo(&self) -> Result<Outcome> {
        self.take_back(Way::Redo, &mut |_, _| ControlFlow::Continue(()))
    }

    /// Undoes or does again, step by step: `step` may stop it, and then nothing is changed.
    ///
    /// # Errors
    /// As [`Workspace::undo`], and that it was stopped.
    pub(crate) fn take_back(&self, way: Way, step: &mut Step<'_>) -> Result<Outcome> {
        let person = self.person();
        // What is undone is told by what stands before, such as the name of a person that goes with it.
        let before = match way {
            Way::Undo => self.store.reader()?.undo_state(&person)?.undo,
            Way::Redo => None,
        };
        let before = before.and_then(|(operation, _)| Some((operation, self.deed_of(operation)?)));
        let mut done = |done: f64| step(done, way.doing());
        let (verb, written) = match way {
            Way::Undo => ("Undid", self.store.undo_in_steps(&person, &mut done)?),
            Way::Redo => ("Redid", self.store.redo_in_steps(&person, &mut done)?),
        };
        self.tell_written(&written);
        let (operation, kind) = written.value;
        let told = match way {
            Way::Undo => before.filter(|(foreseen, _)| *foreseen == operation).map(|(_, told)| told),
            Way::Redo => self.deed_of(operation),
        };
        let message = match told {
            Some(Told { whom: Some(whom), deed }) => format!("{verb} on {whom}: {deed}"),
            Some(Told { whom: None, deed }) => format!("{verb}: {deed}"),
            None => format!("{verb}: {}", kind.label()),
        };
        Ok(Outcome { operation: written.operation, claims: written.claims, message })
    }

    /// What an operation did; nothing where that cannot be read, since what is told by it is done or can be done all the same.
    fn deed_of(&self, operation: i64) -> Option<Told> {
        let end = self.store.end_of_stretch(operation).ok()?;
        let logged = self.store.history(&HistoryFilter::default(), Some(end + 1), 1).ok()?.pop()?;
        self.deed_told(&logged, false).ok().filter(|_| logged.last == end)
    }

    /// What would be undone or done again next, if that is so much that it is better done as a job.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub(crate) fn much_to_take_back(&self, way: Way) -> Result<Option<OperationKind>> {
        let reader = self.store.reader()?;
        let state = reader.undo_state(&self.person())?;
        let next = match way {
            Way::Undo => state.undo,
            Way::Redo => state.redo,
        };
        let Some((operation, kind)) = next else { return Ok(None) };
        Ok(reader.changed_more_than(AT_ONCE, operation)?.then_some(kind))
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
