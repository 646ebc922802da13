//! What a desk settles: people, scales, the two-person rule, checklists.

use std::collections::HashMap;
use std::io::Read;
use std::path::Path;

use assay_engine::{Code, DeskPatch, Error, Outcome, ScaleDraft, ScaleUse, Workspace};
use assay_model::checklist::{Checklist as KindList, Step};
use assay_model::scale::{Rating, RatingRef};
use assay_model::verdict::Verdict;
use serde::Deserialize;
use serde_json::json;

use crate::arguments::{Checklist, ChecklistVerb, PersonVerb, Replacement, ScaleVerb, Settings};
use crate::claims::report as report_claims;
use crate::failure::Failure;
use crate::output::{Output, count, shown};
use crate::table::{Set, Table};

/// The longest file of settings that is read, in bytes.
const MOST_BYTES: u64 = 1024 * 1024;

fn tell(outcome: &Outcome, out: &mut Output) -> Result<(), Failure> {
    if out.json() {
        return Ok(out.record(outcome)?);
    }
    if outcome.operation.is_none() {
        return Ok(out.line("Nothing to change: it is so already.")?);
    }
    Ok(out.line(format_args!("{}.", shown(&outcome.message)))?)
}

fn read(file: &Path) -> Result<String, Error> {
    let refused = |why: &str| Error::new(Code::CannotImport, format!("{} {why}.", file.display())).at("file");
    let mut text = String::new();
    let read = if file == Path::new("-") {
        std::io::stdin().take(MOST_BYTES + 1).read_to_string(&mut text)
    } else {
        std::fs::File::open(file).and_then(|f| f.take(MOST_BYTES + 1).read_to_string(&mut text))
    };
    read.map_err(|_| refused("could not be read as text"))?;
    if text.len() as u64 > MOST_BYTES {
        return Err(refused("is larger than 1 MB"));
    }
    Ok(text)
}

/// Does what is asked of people.
pub fn people(workspace: &Workspace, verb: &PersonVerb, out: &mut Output) -> Result<(), Failure> {
    match verb {
        PersonVerb::List => {
            let people = workspace.people()?;
            if out.json() {
                return Ok(people.iter().try_for_each(|p| out.record(p))?);
            }
            let mut table = Table::new(&[
                ("Name", Set::Cut),
                ("", Set::Left),
                ("Checks", Set::Right),
                ("Reviews", Set::Right),
            ]);
            for person in &people {
                let initials =
                    person.initials.clone().unwrap_or_else(|| assay_model::person::initials(&person.name));
                table.row([
                    person.name.clone(),
                    initials,
                    person.checks.to_string(),
                    person.reviews.to_string(),
                ]);
            }
            if table.len() > 0 {
                out.table(&table)?;
            }
            let number = people.len();
            Ok(out.line(if number == 1 { "1 person".to_owned() } else { format!("{number} people") })?)
        }
        PersonVerb::Add(asked) => tell(&workspace.add_person(&asked.name, asked.initials.as_deref())?, out),
        PersonVerb::Rename(asked) => {
            let kept =
                workspace.people()?.into_iter().find(|p| p.name == asked.name).and_then(|p| p.initials);
            let initials = asked.initials.clone().or(kept);
            tell(&workspace.edit_person(&asked.name, &asked.new_name, initials.as_deref())?, out)
        }
        PersonVerb::Remove(asked) => tell(&workspace.remove_person(&asked.name)?, out),
    }
}

/// A scale as a file has it.
#[derive(Debug, Deserialize)]
struct ScaleFile {
    name: String,
    #[serde(default)]
    description: String,
    ratings: Vec<RatingFile>,
}

#[derive(Debug, Deserialize)]
struct RatingFile {
    #[serde(default)]
    word: String,
    name: String,
    verdict: Verdict,
    role: Option<Verdict>,
    #[serde(default)]
    description: String,
    number: Option<f64>,
}

fn draft(file: &Path, word: Option<String>, replacements: &[Replacement]) -> Result<ScaleDraft, Error> {
    let text = read(file)?;
    let scale: ScaleFile = serde_json::from_str(&text).map_err(|e| {
        Error::new(Code::Invalid, format!("{} is no scale: {e}.", file.display()))
            .at("file")
            .hint("“assay scale show politifact --json” shows one.")
    })?;
    let rating = |r: RatingFile| Rating {
        word: r.word,
        name: r.name,
        role: r.role.unwrap_or(r.verdict),
        description: r.description,
        number: r.number,
        verdict: r.verdict,
    };
    Ok(ScaleDraft {
        word,
        name: scale.name,
        description: scale.description,
        ratings: scale.ratings.into_iter().map(rating).collect(),
        replacements: replaced(replacements),
    })
}

fn replaced(replacements: &[Replacement]) -> HashMap<String, RatingRef> {
    replacements.iter().map(|r| (r.old.clone(), r.new.clone())).collect()
}

/// Does what is asked of scales.
pub fn scales(workspace: &Workspace, verb: &ScaleVerb, out: &mut Output) -> Result<(), Failure> {
    match verb {
        ScaleVerb::List => {
            let scales = workspace.scales()?;
            if out.json() {
                return Ok(scales.iter().try_for_each(|s| out.record(s))?);
            }
            let mut table = Table::new(&[
                ("Word", Set::Left),
                ("Name", Set::Cut),
                ("Values", Set::Cut),
                ("Claims", Set::Right),
                ("", Set::Left),
            ]);
            for ScaleUse { scale, active, claims } in &scales {
                let names: Vec<&str> = scale.ratings.iter().map(|r| r.name.as_str()).collect();
                table.row([
                    scale.word.clone(),
                    scale.name.clone(),
                    names.join(", "),
                    claims.iter().sum::<u32>().to_string(),
                    if *active { "in use" } else { "" }.to_owned(),
                ]);
            }
            Ok(out.table(&table)?)
        }
        ScaleVerb::Show(asked) => show_scale(workspace, asked.scale.as_deref(), out),
        ScaleVerb::Use(asked) => {
            let patch = DeskPatch { scale: Some(asked.scale.clone()), ..DeskPatch::default() };
            tell(&workspace.edit_desk(&patch)?, out)
        }
        ScaleVerb::Add(asked) => tell(&workspace.save_scale(&draft(&asked.file, None, &[])?)?, out),
        ScaleVerb::Edit(asked) => {
            let word = Some(asked.which.scale.clone());
            tell(&workspace.save_scale(&draft(&asked.file, word, &asked.replacements)?)?, out)
        }
        ScaleVerb::Remove(asked) => {
            tell(&workspace.remove_scale(&asked.which.scale, &replaced(&asked.replacements))?, out)
        }
    }
}

fn show_scale(workspace: &Workspace, word: Option<&str>, out: &mut Output) -> Result<(), Failure> {
    let scales = workspace.scales()?;
    let found = scales.iter().find(|s| word.map_or(s.active, |w| s.scale.word == w));
    let Some(ScaleUse { scale, claims, .. }) = found else {
        let message = format!("There is no scale “{}”.", word.unwrap_or_default());
        return Err(Error::new(Code::NotFound, message).at("scale").into());
    };
    if out.json() {
        return Ok(out.record(scale)?);
    }
    out.line(format_args!("{}  {}", shown(&scale.word), shown(&scale.name)))?;
    out.line(shown(&scale.description))?;
    let mut table = Table::new(&[
        ("Word", Set::Left),
        ("Name", Set::Cut),
        ("Number", Set::Right),
        ("Stands for", Set::Left),
        ("Claims", Set::Right),
    ]);
    for (rating, claims) in scale.ratings.iter().zip(claims) {
        table.row([
            rating.word.clone(),
            rating.name.clone(),
            rating.number.map(|n| n.to_string()).unwrap_or_default(),
            rating.verdict.label().to_owned(),
            claims.to_string(),
        ]);
    }
    Ok(out.table(&table)?)
}

/// Shows or changes what is settled for the workspace.
pub fn settings(workspace: &Workspace, asked: &Settings, out: &mut Output) -> Result<(), Failure> {
    if asked.two_person.is_some() || asked.scale.is_some() {
        let patch =
            DeskPatch { scale: asked.scale.clone(), two_person: asked.two_person, ..DeskPatch::default() };
        return tell(&workspace.edit_desk(&patch)?, out);
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
        (Some(ChecklistVerb::Tick(tick)), _) => {
            let key = workspace.claim_key(&tick.reference)?;
            let outcome = workspace.tick(key, &step(workspace, key, tick.step)?, true)?;
            report_claims(workspace, &[key], &outcome, out)
        }
        (Some(ChecklistVerb::Untick(tick)), _) => {
            let key = workspace.claim_key(&tick.reference)?;
            let outcome = workspace.tick(key, &step(workspace, key, tick.step)?, false)?;
            report_claims(workspace, &[key], &outcome, out)
        }
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
            let text = read(&edit.file)?;
            let lines = text.lines().map(str::trim).filter(|l| !l.is_empty());
            let step = |text: &str| Step {
                id: now.iter().find(|s| s.text == text).map(|s| s.id.clone()).unwrap_or_default(),
                text: text.to_owned(),
            };
            let list = KindList { kind: edit.kind, steps: lines.map(step).collect() };
            let patch = DeskPatch { checklists: Some(vec![list]), ..DeskPatch::default() };
            tell(&workspace.edit_desk(&patch)?, out)
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

fn step(workspace: &Workspace, claim: i64, number: u32) -> Result<String, Error> {
    let claim = workspace.claim(claim)?;
    let found = claim.checklist.get(number as usize - 1).map(|s| s.step.id.clone());
    found.ok_or_else(|| {
        let reference = &claim.row.reference;
        Error::new(Code::NotFound, format!("The checklist of {reference} has no step {number}."))
            .hint(format!("It has {}.", count(claim.checklist.len(), "step")))
    })
}
