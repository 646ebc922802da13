//! Claims gone through one by one, so that an export of many says how far it is and can be stopped between any two.

use std::cell::Cell;
use std::ops::ControlFlow;

use assay_model::claim::Claim;
use serde::ser::{Error, SerializeSeq};
use serde::{Serialize, Serializer};

use crate::ExportError;

/// Hears the share of the claims that is gone through, 0 to 1; may stop it.
pub type Told<'t> = dyn Fn(f64) -> ControlFlow<()> + 't;

/// How far the going through has come.
pub(crate) struct Steps<'t> {
    told: &'t Told<'t>,
    all: usize,
    done: Cell<usize>,
}

impl<'t> Steps<'t> {
    /// Steps through so many claims.
    pub(crate) fn new(all: usize, told: &'t Told<'t>) -> Self {
        Self { told, all, done: Cell::new(0) }
    }

    /// Says that one more claim is to be gone through.
    ///
    /// # Errors
    /// When it was stopped.
    pub(crate) fn next(&self) -> Result<(), ExportError> {
        // A format that goes through them a second time is at its end all the while.
        let done = self.done.get().min(self.all);
        self.done.set(done + 1);
        match (self.told)(done as f64 / self.all.max(1) as f64) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(ExportError::Stopped),
        }
    }
}

/// Claims as a JSON array. Each is made when its turn comes: not all are in memory twice.
pub(crate) struct InTurn<'c, M> {
    claims: &'c [Claim],
    make: M,
    steps: &'c Steps<'c>,
    /// How many were made.
    pub(crate) made: Cell<usize>,
    stopped: Cell<bool>,
}

impl<'c, M> InTurn<'c, M> {
    /// What `make` makes of each claim; nothing where it is left out.
    pub(crate) fn new(claims: &'c [Claim], steps: &'c Steps<'c>, make: M) -> Self {
        Self { claims, make, steps, made: Cell::new(0), stopped: Cell::new(false) }
    }

    /// Why what holds these claims could not be written.
    pub(crate) fn failed(&self, error: serde_json::Error) -> ExportError {
        if self.stopped.get() { ExportError::Stopped } else { error.into() }
    }
}

impl<'c, T: Serialize, M: Fn(&'c Claim) -> Option<T>> Serialize for InTurn<'c, M> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut array = serializer.serialize_seq(None)?;
        for claim in self.claims {
            self.steps.next().map_err(|stopped| {
                self.stopped.set(true);
                S::Error::custom(stopped)
            })?;
            if let Some(made) = (self.make)(claim) {
                array.serialize_element(&made)?;
                self.made.set(self.made.get() + 1);
            }
        }
        array.end()
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use crate::samples::{note, set};
    use crate::{ExportError, Format, export};
    use std::ops::ControlFlow;

    #[test]
    fn every_format_says_how_far_it_is_and_stops_at_any_claim() {
        for format in Format::ALL {
            let mut set = set();
            for claim in &mut set.claims {
                claim.note_items = vec![note("When?", None)];
            }
            let all = set.claims.len();
            let heard = RefCell::new(Vec::new());
            let whole = export(set.clone(), *format, &|done| {
                heard.borrow_mut().push(done);
                ControlFlow::Continue(())
            });
            assert!(whole.is_ok(), "{format}");
            let heard = heard.into_inner();
            assert!(heard.len() >= all && heard.is_sorted() && heard[0] == 0.0, "{format}: {heard:?}");
            assert!(heard.last().is_some_and(|last| *last > 0.5 && *last <= 1.0), "{format}: {heard:?}");
            for at in &heard {
                let stopped = export(set.clone(), *format, &|done| {
                    if done >= *at { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
                });
                assert!(matches!(stopped, Err(ExportError::Stopped)), "{format} at {at}");
            }
        }
    }
}
