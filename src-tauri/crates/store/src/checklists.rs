//! Checklists and the steps that are done.

use assay_model::checklist::{self, ChecklistStep, Step};
use assay_model::claim::ClaimKind;
use rusqlite::OptionalExtension;

use crate::error::Result;
use crate::image::Table;
use crate::readers::Reader;
use crate::write::Edit;

/// The key of the setting that holds the steps for a kind.
fn setting(kind: ClaimKind) -> String {
    format!("checklist.{kind}")
}

impl Edit<'_> {
    /// Ticks a step of a claim's checklist, or takes the tick away; says whether that changed anything.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn tick(&mut self, claim: i64, step: &str, done: bool) -> Result<bool> {
        let key: Option<i64> = self
            .connection()
            .prepare_cached("SELECT id FROM tick WHERE claim = ? AND step = ?")?
            .query_row((claim, step), |r| r.get(0))
            .optional()?;
        match key {
            Some(key) if !done => self.delete(Table::Tick, key, Some(claim))?,
            None if done => {
                self.insert(Table::Tick, Some(claim), &[("claim", claim.into()), ("step", step.into())])?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Makes these the steps for a kind; says whether they were others.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn set_checklist(&mut self, kind: ClaimKind, steps: &[Step]) -> Result<bool> {
        self.set_setting(&setting(kind), steps)
    }
}

impl Reader<'_> {
    /// The steps for a kind: the workspace's own, or those that come with Assay.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn steps(&self, kind: ClaimKind) -> Result<Vec<Step>> {
        Ok(self.setting(&setting(kind))?.unwrap_or_else(|| checklist::built_in(kind)))
    }

    /// The steps for a claim, with those that are done.
    pub(crate) fn checklist(&self, claim: i64, kind: ClaimKind) -> Result<Vec<ChecklistStep>> {
        let done: Vec<String> = self
            .prepare_cached("SELECT step FROM tick WHERE claim = ?")?
            .query_map([claim], |r| r.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let of = |step: Step| ChecklistStep { done: done.contains(&step.id), step };
        Ok(self.steps(kind)?.into_iter().map(of).collect())
    }
}
