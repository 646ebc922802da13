//! Saved views: queries that a newsroom comes back to, each with the count of what it finds.

use assay_model::id::ViewId;
use assay_model::operation::OperationKind;
use assay_model::query::{Hint, Query, Sort, parse};
use assay_model::view::{MOST_NAME, SavedView};
use assay_store::Edit;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::claims::{length, text};
use crate::error::{Code, Error, Result};
use crate::workspace::{Outcome, Workspace};

/// A view with what it finds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ViewRow {
    /// The view.
    pub view: SavedView,
    /// How many claims it finds, for who asks; none where nobody wanted them counted.
    pub count: Option<u32>,
    /// Its query as it is understood.
    pub query: Query,
    /// What in its query looks like a slip, or is a key that is no more.
    pub hints: Vec<Hint>,
}

/// A view to be saved.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ViewDraft {
    /// Its name.
    pub name: String,
    /// The query, as text.
    pub query: String,
    /// In which order its claims are shown.
    pub sort: Sort,
}

/// Changes of a view; what is left out stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct ViewPatch {
    /// Another name.
    pub name: Option<String>,
    /// Another query, as text.
    pub query: Option<String>,
    /// Another order.
    pub sort: Option<Sort>,
}

impl Workspace {
    /// The saved views in order, each with the count of what it finds if that is wanted.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn views(&self, counted: bool) -> Result<Vec<ViewRow>> {
        let views = self.store.reader()?.views()?;
        let row = |view: SavedView| {
            let (query, hints) = parse(&view.query);
            let count = counted.then(|| self.store.claim_count_of(&query.asked_by(&self.person())));
            Ok(ViewRow { view, count: count.transpose()?, query, hints })
        };
        views.into_iter().map(row).collect()
    }

    /// The view with this name, whatever its capitals.
    ///
    /// # Errors
    /// When there is none, or the file cannot be read.
    pub fn view_named(&self, name: &str) -> Result<SavedView> {
        let views = self.store.reader()?.views()?;
        let names: Vec<&str> = views.iter().map(|v| v.name.as_str()).collect();
        let missing = Error::new(Code::NotFound, format!("There is no view “{name}”.")).at("view");
        let missing = match names.as_slice() {
            [] => missing.hint("None has been saved yet."),
            names => missing.hint(format!("The views are: {}.", names.join(", "))),
        };
        views.iter().find(|v| same(&v.name, name)).cloned().ok_or(missing)
    }

    /// Saves a view, after the others.
    ///
    /// # Errors
    /// When the name is blank, too long or another view's.
    pub fn add_view(&self, draft: &ViewDraft) -> Result<(ViewId, Outcome)> {
        let name = view_name(&draft.name)?;
        let query = view_query(&draft.query)?;
        let written = self.write(OperationKind::AddView, |edit| {
            not_another(edit, None, &name)?;
            Ok(edit.add_view(&name, &query, draft.sort)?)
        })?;
        let message = format!("View “{name}” saved");
        Ok((written.value, Outcome { operation: written.operation, claims: 0, message }))
    }

    /// Gives a view another name, query or order.
    ///
    /// # Errors
    /// When there is no such view, or the name is blank, too long or another view's.
    pub fn edit_view(&self, id: ViewId, patch: &ViewPatch) -> Result<Outcome> {
        let name = patch.name.as_deref().map(view_name).transpose()?;
        let query = patch.query.as_deref().map(view_query).transpose()?;
        let written = self.write(OperationKind::EditView, |edit| {
            let mut view = find(edit, id)?;
            let renamed = name.as_ref().is_some_and(|name| *name != view.name);
            if let Some(name) = name {
                not_another(edit, Some(id), &name)?;
                view.name = name;
            }
            view.query = query.unwrap_or(view.query);
            view.sort = patch.sort.unwrap_or(view.sort);
            edit.set_view(&view)?;
            let done = if renamed { "View renamed to" } else { "Updated the view" };
            Ok(format!("{done} “{}”", view.name))
        })?;
        Ok(Outcome { operation: written.operation, claims: 0, message: written.value })
    }

    /// Puts a view in another place of the list, counting from one; beyond the last is the last.
    ///
    /// # Errors
    /// When there is no such view.
    pub fn move_view(&self, id: ViewId, to: u32) -> Result<Outcome> {
        let written = self.write(OperationKind::MoveView, |edit| {
            let name = find(edit, id)?.name;
            edit.move_view(id, to)?;
            Ok(name)
        })?;
        let message = format!("View “{}” moved", written.value);
        Ok(Outcome { operation: written.operation, claims: 0, message })
    }

    /// Takes a view away; its claims stay.
    ///
    /// # Errors
    /// When there is no such view.
    pub fn remove_view(&self, id: ViewId) -> Result<Outcome> {
        let written = self.write(OperationKind::RemoveView, |edit| {
            let name = find(edit, id)?.name;
            edit.remove_view(id)?;
            Ok(name)
        })?;
        let message = format!("View “{}” removed", written.value);
        Ok(Outcome { operation: written.operation, claims: 0, message })
    }
}

fn find(edit: &Edit<'_>, id: ViewId) -> Result<SavedView> {
    let gone = || Error::new(Code::NotFound, "This view is no longer there.").at("view");
    edit.views()?.into_iter().find(|v| v.id == id).ok_or_else(gone)
}

fn same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

fn not_another(edit: &Edit<'_>, id: Option<ViewId>, name: &str) -> Result<()> {
    match edit.views()?.into_iter().find(|v| Some(v.id) != id && same(&v.name, name)) {
        Some(other) => Err(Error::invalid("name", format!("There already is a view “{}”.", other.name))
            .hint("Choose another name.")),
        None => Ok(()),
    }
}

fn view_name(name: &str) -> Result<String> {
    let name = text("name", name)?;
    let characters = name.chars().count();
    if characters > MOST_NAME {
        let message = format!("The name has {characters} characters; {MOST_NAME} is the most.");
        return Err(Error::invalid("name", message));
    }
    if name.contains(char::is_control) {
        return Err(Error::invalid("name", "A view’s name is one line."));
    }
    Ok(name)
}

fn view_query(query: &str) -> Result<String> {
    let query = query.trim();
    length("query", query)?;
    Ok(query.to_owned())
}
