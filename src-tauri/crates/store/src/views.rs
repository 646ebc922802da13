//! Saved views, in the order that people gave them.

use std::collections::HashSet;

use assay_model::id::ViewId;
use assay_model::query::Sort;
use assay_model::view::SavedView;
use rusqlite::{Connection, OptionalExtension};

use crate::error::{Result, StoreError};
use crate::image::Table;
use crate::readers::Reader;
use crate::write::Edit;

impl Edit<'_> {
    /// Adds a view after the others.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn add_view(&mut self, name: &str, query: &str, sort: Sort) -> Result<ViewId> {
        let id = ViewId::new();
        let last: i64 = self
            .connection()
            .prepare_cached("SELECT coalesce(max(position), 0) FROM saved_view")?
            .query_row([], |r| r.get(0))?;
        self.insert(
            Table::View,
            None,
            &[
                ("uuid", id.to_string().into()),
                ("name", name.into()),
                ("query", query.into()),
                ("sort", sort.to_string().into()),
                ("position", (last + 1).into()),
            ],
        )?;
        Ok(id)
    }

    /// Makes a view what it is given as; its place stays. Says whether anything changed.
    ///
    /// # Errors
    /// When there is no such view, or the file cannot be written.
    pub fn set_view(&mut self, view: &SavedView) -> Result<bool> {
        let key = self.view_key(view.id)?;
        let columns = [
            ("name", view.name.as_str().into()),
            ("query", view.query.as_str().into()),
            ("sort", view.sort.to_string().into()),
        ];
        self.update(Table::View, key, None, &columns)
    }

    /// Puts a view in another place of the list, counting from one. Says whether anything changed.
    ///
    /// # Errors
    /// When there is no such view, or the file cannot be written.
    pub fn move_view(&mut self, id: ViewId, to: u32) -> Result<bool> {
        let moving = self.view_key(id)?;
        let order: Vec<i64> = self
            .connection()
            .prepare_cached("SELECT id FROM saved_view ORDER BY position, id")?
            .query_map([], |r| r.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let mut moved: Vec<i64> = order.iter().copied().filter(|key| *key != moving).collect();
        moved.insert((to.max(1) as usize - 1).min(moved.len()), moving);
        if moved == order {
            return Ok(false);
        }
        for (position, key) in (1_i64..).zip(moved) {
            // Only those that stand elsewhere now are written.
            self.update(Table::View, key, None, &[("position", position.into())])?;
        }
        Ok(true)
    }

    /// Takes a view away.
    ///
    /// # Errors
    /// When there is no such view, or the file cannot be written.
    pub fn remove_view(&mut self, id: ViewId) -> Result<()> {
        let key = self.view_key(id)?;
        self.delete(Table::View, key, None)
    }

    /// The views, as the edit finds them, in order.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn views(&self) -> Result<Vec<SavedView>> {
        views(self.connection())
    }

    /// Whether each view has a name of its own, whatever its capitals.
    pub(crate) fn views_are_told_apart(&self) -> Result<bool> {
        let mut names = HashSet::new();
        Ok(self.views()?.iter().all(|view| names.insert(view.name.to_lowercase())))
    }

    fn view_key(&self, id: ViewId) -> Result<i64> {
        self.connection()
            .prepare_cached("SELECT id FROM saved_view WHERE uuid = ?")?
            .query_row([id.to_string()], |r| r.get(0))
            .optional()?
            .ok_or_else(|| StoreError::Missing { what: "view", which: id.to_string() })
    }
}

impl Reader<'_> {
    /// The saved views, in order.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn views(&self) -> Result<Vec<SavedView>> {
        views(self)
    }
}

fn views(connection: &Connection) -> Result<Vec<SavedView>> {
    let mut statement =
        connection.prepare_cached("SELECT uuid, name, query, sort FROM saved_view ORDER BY position, id")?;
    let mut rows = statement.query([])?;
    let mut views = Vec::new();
    while let Some(row) = rows.next()? {
        views.push(SavedView {
            id: row.get::<_, String>(0)?.parse()?,
            name: row.get(1)?,
            query: row.get(2)?,
            // A view outlives a sort key that is no more.
            sort: row.get::<_, String>(3)?.parse().unwrap_or_default(),
        });
    }
    Ok(views)
}
