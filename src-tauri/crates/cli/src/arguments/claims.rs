//! Claims: asked for, shown, made, changed, signed off.

use assay_model::id::{ClaimRef, DocumentRef, NotAReference, SourceRef};
use assay_model::query::Sort;
use assay_model::span::Span;
use clap::{Args, Subcommand};

use super::values::filled;
use crate::set::Item;

#[derive(Debug, Args)]
pub struct Claims {
    /// A query
    pub query: Vec<String>,
    /// A saved view; a query looks among what it finds
    #[arg(long, value_name = "NAME")]
    pub view: Option<String>,
    /// edited relevance ref label claimant document value verdict status kind priority score evidence checker; -KEY turns it
    /// round. The view's own, or -edited
    #[arg(long, value_name = "KEY", allow_hyphen_values = true)]
    pub sort: Option<Sort>,
    /// At most so many
    #[arg(long, value_name = "N")]
    pub limit: Option<u32>,
}

#[derive(Debug, Args)]
pub struct Show {
    /// A claim such as DG-15, a document such as D1, or a source such as R3
    #[arg(value_name = "REF")]
    pub reference: AnyRef,
    /// The claim as it was after an operation; “history” numbers them
    #[arg(long, value_name = "OPERATION", value_parser = clap::value_parser!(i64).range(1..))]
    pub at: Option<i64>,
}

/// A claim, a document or a source.
#[derive(Debug, Clone)]
pub enum AnyRef {
    Claim(ClaimRef),
    Document(DocumentRef),
    Source(SourceRef),
}

impl std::str::FromStr for AnyRef {
    type Err = NotAReference;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let document = || text.parse().map(Self::Document);
        let source = || text.parse().map(Self::Source);
        document().or_else(|_| source()).or_else(|_| text.parse().map(Self::Claim))
    }
}

#[derive(Debug, Args)]
#[group(required = true, multiple = true)]
pub struct Words {
    /// The words; they must stand in the text exactly once
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub quote: Option<String>,
    /// Where the words stand, in code points: 748..799
    #[arg(long, value_name = "S..E")]
    pub span: Option<Span>,
}

#[derive(Debug, Subcommand)]
pub enum ClaimVerb {
    /// Make a claim from words of a document; it is open
    #[command(after_help = "\
Examples:
  assay claim add --document D1 --quote 'met in Geneva' --statement 'They met in Geneva.'
  assay claim add --document D1 --span 748..799 --statement 'It was short.' --label Length")]
    Add(AddClaim),
}

#[derive(Debug, Args)]
pub struct AddClaim {
    /// The document, such as D1
    #[arg(long, value_name = "DOC")]
    pub document: DocumentRef,
    #[command(flatten)]
    pub words: Words,
    /// The claim as one sentence that needs no context
    #[arg(long, value_name = "S", value_parser = filled, allow_hyphen_values = true)]
    pub statement: String,
    /// Two to five words; else the beginning of the statement
    #[arg(long, value_name = "L")]
    pub label: Option<String>,
    /// Who says it; else the document itself
    #[arg(long, value_name = "C")]
    pub claimant: Option<String>,
}

#[derive(Debug, Args)]
pub struct Set {
    /// Claims such as DG-15, and what to change
    #[arg(required = true, value_name = "REF|FIELD=VALUE")]
    pub items: Vec<Item>,
    /// All claims that a query finds, in place of claims by name; those that cannot be changed are left and counted
    #[arg(long, value_name = "QUERY", allow_hyphen_values = true)]
    pub query: Option<String>,
    /// Only say what would be changed, and what could not
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Args)]
pub struct SignOff {
    /// Claims, such as DG-15
    #[arg(required = true, value_name = "REF")]
    pub references: Vec<ClaimRef>,
    /// Who signs; else you
    #[arg(long = "as", value_name = "NAME", value_parser = filled)]
    pub name: Option<String>,
}
