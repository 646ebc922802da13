//! Saved views.

use assay_model::query::Sort;
use clap::{Args, Subcommand};

use super::values::filled;

#[derive(Debug, Args)]
pub struct Views {
    #[command(subcommand)]
    pub verb: Option<ViewVerb>,
}

#[derive(Debug, Subcommand)]
pub enum ViewVerb {
    /// Save a query under a name
    #[command(after_help = "\
Examples:
  assay views add 'My queue' checker:me -status:signed-off
  assay views add 'To be sourced' no:primary --sort -priority")]
    Add(AddView),
    /// Change the query of a view, or its order
    #[command(after_help = "\
Examples:
  assay views edit 'My queue' checker:me status:open,in-progress
  assay views edit 'My queue' --sort -priority")]
    Edit(EditView),
    /// Change the name of a view
    #[command(after_help = "\
Examples:
  assay views rename 'My queue' 'Mine'")]
    Rename(RenameView),
    /// Put a view in another place of the list
    #[command(after_help = "\
Examples:
  assay views move 'My queue' --to 1")]
    Move(MoveView),
    /// Remove a view; its claims stay
    #[command(after_help = "\
Examples:
  assay views remove 'My queue'")]
    Remove(OneView),
}

#[derive(Debug, Args)]
pub struct AddView {
    /// The name, at most 80 characters
    #[arg(value_parser = filled)]
    pub name: String,
    /// The query, as “claims” takes it
    pub query: Vec<String>,
    /// In which order, as “claims” takes it
    #[arg(long, value_name = "KEY", default_value = "-edited", allow_hyphen_values = true)]
    pub sort: Sort,
}

#[derive(Debug, Args)]
pub struct EditView {
    #[command(flatten)]
    pub which: OneView,
    /// The new query; left out, the query stays
    pub query: Vec<String>,
    /// The new order; left out, the order stays
    #[arg(long, value_name = "KEY", allow_hyphen_values = true)]
    pub sort: Option<Sort>,
}

#[derive(Debug, Args)]
pub struct RenameView {
    #[command(flatten)]
    pub which: OneView,
    /// The new name
    #[arg(value_parser = filled)]
    pub new_name: String,
}

#[derive(Debug, Args)]
pub struct MoveView {
    #[command(flatten)]
    pub which: OneView,
    /// The new place, counting from one
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub to: u32,
}

#[derive(Debug, Args)]
pub struct OneView {
    /// The view’s name
    #[arg(value_name = "NAME")]
    pub view: String,
}
