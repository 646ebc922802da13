//! People: listed, added, renamed, removed, given claims to check and to review.

use assay_engine::{ClaimPatch, Workspace};

use crate::arguments::{Assign, PersonVerb};
use crate::claims::{keys, report};
use crate::failure::Failure;
use crate::output::{Output, counted};
use crate::table::{Set, Table};

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
            Ok(out.line(counted(people.len(), "person", "people"))?)
        }
        PersonVerb::Add(asked) => out.outcome(&workspace.add_person(&asked.name, asked.initials.as_deref())?),
        PersonVerb::Rename(asked) => {
            let kept =
                workspace.people()?.into_iter().find(|p| p.name == asked.name).and_then(|p| p.initials);
            let initials = asked.initials.clone().or(kept);
            out.outcome(&workspace.edit_person(&asked.name, &asked.new_name, initials.as_deref())?)
        }
        PersonVerb::Remove(asked) => out.outcome(&workspace.remove_person(&asked.name)?),
    }
}

/// Names checker and reviewer.
pub fn assign(workspace: &Workspace, asked: &Assign, out: &mut Output) -> Result<(), Failure> {
    let claims = keys(workspace, &asked.references)?;
    let name = |given: &Option<String>| given.as_deref().map(|name| person(workspace, name));
    let patch = ClaimPatch {
        checker: name(&asked.roles.checker),
        reviewer: name(&asked.roles.reviewer),
        ..ClaimPatch::default()
    };
    let outcome = workspace.edit_claims(&claims, &patch)?;
    report(workspace, &claims, &outcome, out)
}

/// A person by name: `me` is who asks, nothing is nobody.
pub fn person(workspace: &Workspace, name: &str) -> Option<String> {
    match name.trim() {
        "" => None,
        "me" => Some(workspace.person()),
        name => Some(name.to_owned()),
    }
}
