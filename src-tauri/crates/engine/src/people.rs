//! The people of a workspace.

use assay_model::operation::OperationKind;
use assay_model::person::{Person, initials};

use crate::claims::text;
use crate::error::{Code, Error, Result};
use crate::evidence::filled;
use crate::settings::Settings;
use crate::workspace::{Outcome, Workspace};

/// The most letters of initials.
const MOST_INITIALS: usize = 4;

impl Workspace {
    /// The people of this workspace with what they have to do.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn people(&self) -> Result<Vec<Person>> {
        Ok(self.store.reader()?.persons()?)
    }

    /// The initials of who is working.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn initials(&self) -> Result<String> {
        let name = self.person();
        let settings = Settings::load();
        let own = settings.initials.filter(|_| settings.name.as_deref() == Some(&name));
        let kept = self.people()?.into_iter().find(|p| p.name == name).and_then(|p| p.initials);
        Ok(own.or(kept).unwrap_or_else(|| initials(&name)))
    }

    /// Adds a person, so that claims can be assigned to them.
    ///
    /// # Errors
    /// When the name is empty or taken.
    pub fn add_person(&self, name: &str, initials: Option<&str>) -> Result<Outcome> {
        let name = person_name(name)?;
        let initials = initials_of(initials)?;
        let written = self.write(OperationKind::EditPerson, |edit| {
            if edit.person_key(&name)?.is_some() {
                return Err(taken(&name));
            }
            let key = edit.person(&name)?;
            if initials.is_some() {
                edit.set_person(key, &name, initials.as_deref())?;
            }
            Ok(())
        })?;
        Ok(Outcome { operation: written.operation, claims: 0, message: format!("{name} added") })
    }

    /// Changes a person's name and initials. Claims and filters follow; history and sign-offs keep the name they were
    /// made under.
    ///
    /// # Errors
    /// When there is no such person, or the new name is empty or taken.
    pub fn edit_person(&self, name: &str, new_name: &str, initials: Option<&str>) -> Result<Outcome> {
        let new_name = person_name(new_name)?;
        let initials = initials_of(initials)?;
        let written = self.write(OperationKind::EditPerson, |edit| {
            let key = edit.person_key(name)?.ok_or_else(|| nobody(name))?;
            if new_name != name && edit.person_key(&new_name)?.is_some() {
                return Err(taken(&new_name));
            }
            edit.set_person(key, &new_name, initials.as_deref())?;
            Ok(())
        })?;
        Ok(Outcome { operation: written.operation, claims: 0, message: format!("{new_name} changed") })
    }

    /// Takes a person away whom no claim names.
    ///
    /// # Errors
    /// When there is no such person, or a claim names them.
    pub fn remove_person(&self, name: &str) -> Result<Outcome> {
        let written = self.write(OperationKind::EditPerson, |edit| {
            let key = edit.person_key(name)?.ok_or_else(|| nobody(name))?;
            if edit.is_assigned(key)? {
                return Err(Error::invalid("name", format!("{name} checks or reviews claims."))
                    .hint("Assign them to somebody else first."));
            }
            Ok(edit.remove_person(key)?)
        })?;
        Ok(Outcome { operation: written.operation, claims: 0, message: format!("{name} removed") })
    }
}

fn person_name(name: &str) -> Result<String> {
    let name = text("name", name)?;
    let reserved = ["me", "none"].iter().any(|word| name.eq_ignore_ascii_case(word));
    if reserved || name.chars().count() > 100 || name.contains(['\n', ',']) {
        return Err(Error::invalid("name", format!("“{name}” cannot be a person’s name."))
            .hint("A name is one line of at most 100 characters without a comma, and not “me” or “none”."));
    }
    Ok(name)
}

fn initials_of(initials: Option<&str>) -> Result<Option<String>> {
    let Some(initials) = filled(initials) else { return Ok(None) };
    if initials.chars().count() > MOST_INITIALS || initials.contains(char::is_whitespace) {
        return Err(Error::invalid(
            "initials",
            format!("Initials have at most {MOST_INITIALS} letters and no space."),
        ));
    }
    Ok(Some(initials))
}

fn taken(name: &str) -> Error {
    Error::invalid("name", format!("There already is a {name}."))
}

fn nobody(name: &str) -> Error {
    Error::new(Code::NotFound, format!("There is nobody named {name}.")).at("name")
}
