//! What a desk settles: the scale in use, the two-person rule, checklists.

use assay_engine::{Code, DeskPatch, Error, Workspace};
use assay_model::checklist::{Checklist as KindList, Step};
use serde_json::json;

use crate::arguments::{Checklist, ChecklistVerb, Settings, Tick};
use crate::claims::report;
use crate::failure::Failure;
use crate::importing::text_of;
use crate::output::{Output, count, shown};

/// Shows or changes what is settled for the workspace.
pub fn settings(workspace: &Workspace, asked: &Settings, out: &mut Output) -> Result<(), Failure> {
    if asked.two_person.is_some() || asked.scale.is_some() {
        let patch =
            DeskPatch { scale: asked.scale.clone(), two_person: asked.two_person, ..DeskPatch::default() };
        return out.outcome(&workspace.edit_desk(&patch)?);
    }
    let desk = workspace.desk()?;
    if out.json() {
        return Ok(out.record(&desk)?);
    }
    out.line(format_args!("Scale            {}", shown(&desk.scale)))?;
    Ok(out.line(format_args!("Two-person rule  {}", if desk.two_person { "on" } else { "off" }))?)
}

/// Does what is asked of checklists.
pub fn checklist(workspace: &Workspace, asked: &Checklist, out: &mut Output) -> Result<(), Failure> {
    match (&asked.verb, &asked.reference) {
        (Some(ChecklistVerb::Tick(which)), _) => tick(workspace, which, true, out),
        (Some(ChecklistVerb::Untick(which)), _) => tick(workspace, which, false, out),
        (Some(ChecklistVerb::List(kinds)), _) => {
            let lists =
                workspace.desk()?.checklists.into_iter().filter(|l| kinds.kind.is_none_or(|k| k == l.kind));
            for list in lists {
                if out.json() {
                    out.record(&list)?;
                    continue;
                }
                out.line(format_args!("{}: {}", list.kind.label(), count(list.steps.len(), "step")))?;
                for (number, step) in (1..).zip(&list.steps) {
                    out.line(format_args!("{number:>4}  {}", shown(&step.text)))?;
                }
            }
            Ok(())
        }
        (Some(ChecklistVerb::Edit(edit)), _) => {
            let now = workspace.desk()?.checklists.into_iter().find(|l| l.kind == edit.kind);
            let now = now.map(|l| l.steps).unwrap_or_default();
            let text = text_of(&edit.file)?;
            let lines = text.lines().map(str::trim).filter(|l| !l.is_empty());
            let step = |text: &str| Step {
                id: now.iter().find(|s| s.text == text).map(|s| s.id.clone()).unwrap_or_default(),
                text: text.to_owned(),
            };
            let list = KindList { kind: edit.kind, steps: lines.map(step).collect() };
            let patch = DeskPatch { checklists: Some(vec![list]), ..DeskPatch::default() };
            out.outcome(&workspace.edit_desk(&patch)?)
        }
        (None, Some(reference)) => {
            let claim = workspace.claim(workspace.claim_key(reference)?)?;
            for (number, step) in (1..).zip(&claim.checklist) {
                if out.json() {
                    out.record(&json!({"number": number, "step": step.step.id, "text": step.step.text, "done": step.done}))?;
                } else {
                    let tick = if step.done { "x" } else { " " };
                    out.line(format_args!("{number:>2} [{tick}] {}", shown(&step.step.text)))?;
                }
            }
            if claim.checklist.is_empty() && !out.json() {
                out.line("This kind of claim has no checklist.")?;
            }
            Ok(())
        }
        (None, None) => Err(Failure::Usage("name a claim, such as DG-15".to_owned())),
    }
}

fn tick(workspace: &Workspace, which: &Tick, done: bool, out: &mut Output) -> Result<(), Failure> {
    let key = workspace.claim_key(&which.reference)?;
    let outcome = workspace.tick(key, &step(workspace, key, which.step)?, done)?;
    report(workspace, &[key], &outcome, out)
}

/// What a claim's ticks name the step of a number by.
fn step(workspace: &Workspace, claim: i64, number: u32) -> Result<String, Error> {
    let claim = workspace.claim(claim)?;
    let found = claim.checklist.get(number as usize - 1).map(|s| s.step.id.clone());
    found.ok_or_else(|| {
        let reference = &claim.row.reference;
        Error::new(Code::NotFound, format!("The checklist of {reference} has no step {number}."))
            .hint(format!("It has {}.", count(claim.checklist.len(), "step")))
    })
}
