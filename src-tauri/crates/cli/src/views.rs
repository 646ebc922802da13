//! Saved views: listed with their counts, saved, changed, put in order.

use assay_engine::{ViewDraft, ViewPatch, ViewRow, Workspace};
use serde_json::json;

use crate::arguments::{ViewVerb, Views};
use crate::claims::tell_slips;
use crate::failure::{Failure, tell};
use crate::output::{Output, count, shown};
use crate::table::{Set, Table};

/// Does what is asked of views.
pub fn views(workspace: &Workspace, asked: &Views, out: &mut Output) -> Result<(), Failure> {
    let id = |name: &str| Ok::<_, Failure>(workspace.view_named(name)?.id);
    let outcome = match &asked.verb {
        None => return list(workspace, out),
        Some(ViewVerb::Add(asked)) => {
            let query = asked.query.join(" ");
            tell_slips(&query);
            workspace.add_view(&ViewDraft { name: asked.name.clone(), query, sort: asked.sort })?.1
        }
        Some(ViewVerb::Edit(asked)) => {
            let query = (!asked.query.is_empty()).then(|| asked.query.join(" "));
            tell_slips(query.as_deref().unwrap_or_default());
            let patch = ViewPatch { query, sort: asked.sort, ..ViewPatch::default() };
            workspace.edit_view(id(&asked.which.view)?, &patch)?
        }
        Some(ViewVerb::Rename(asked)) => {
            let patch = ViewPatch { name: Some(asked.new_name.clone()), ..ViewPatch::default() };
            workspace.edit_view(id(&asked.which.view)?, &patch)?
        }
        Some(ViewVerb::Move(asked)) => workspace.move_view(id(&asked.which.view)?, asked.to)?,
        Some(ViewVerb::Remove(asked)) => workspace.remove_view(id(&asked.view)?)?,
    };
    out.outcome(&outcome)
}

fn list(workspace: &Workspace, out: &mut Output) -> Result<(), Failure> {
    let views = workspace.views(true)?;
    let mut table =
        Table::new(&[("Name", Set::Cut), ("Claims", Set::Right), ("Query", Set::Cut), ("Sort", Set::Left)]);
    for ViewRow { view, count, hints, .. } in &views {
        for hint in hints {
            tell(format_args!("hint: {}: {}", shown(&view.name), shown(&hint.message)));
        }
        let (sort, count) = (view.sort.to_string(), count.unwrap_or_default());
        if out.json() {
            out.record(&json!({
                "name": view.name, "query": view.query, "sort": sort, "claims": count, "hints": hints,
            }))?;
        } else {
            table.row([view.name.clone(), count.to_string(), view.query.clone(), sort]);
        }
    }
    if out.json() {
        return Ok(());
    }
    if table.len() > 0 {
        out.table(&table)?;
    }
    Ok(out.line(count(views.len(), "view"))?)
}
