//! Mentions: added, moved, looked for.

use assay_model::id::{ClaimRef, DocumentRef};
use clap::{Args, Subcommand};

use super::claims::Words;
use super::values::filled;

#[derive(Debug, Subcommand)]
pub enum MentionVerb {
    /// Add a place where a claim is made
    #[command(after_help = "\
Examples:
  assay mention add DG-15 --document D2 --quote 'suspended the treaty'
  assay mention add DG-15 --document D2 --span 120..141")]
    Add(AddMention),
    /// Give a mention other words of its document
    #[command(after_help = "\
Mentions are numbered from 1 in the order in which “assay show” lists them.

Examples:
  assay mention move DG-15 1 --span 748..799
  assay mention move DG-15 2 --quote 'suspended the treaty'")]
    Move(MoveMention),
    /// Look in all documents for places where a claim's words stand too, equal or nearly so
    #[command(after_help = "\
It names what differs. --add alone adds the places whose words are all the same; where a
word differs, add the place by its number.

Examples:
  assay mention find DG-15
  assay mention find DG-15 --words 'suspended the treaty' --json
  assay mention find DG-15 --add
  assay mention find DG-15 --add 1,3")]
    Find(FindMentions),
}

#[derive(Debug, Args)]
pub struct AddMention {
    /// The claim, such as DG-15
    #[arg(value_name = "REF")]
    pub reference: ClaimRef,
    /// The document, such as D1
    #[arg(long, value_name = "DOC")]
    pub document: DocumentRef,
    #[command(flatten)]
    pub words: Words,
}

#[derive(Debug, Args)]
pub struct MoveMention {
    /// The claim, such as DG-15
    #[arg(value_name = "REF")]
    pub reference: ClaimRef,
    /// The mention's number
    #[arg(value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub number: u32,
    #[command(flatten)]
    pub words: Words,
}

#[derive(Debug, Args)]
pub struct FindMentions {
    /// The claim, such as DG-15
    #[arg(value_name = "REF")]
    pub reference: ClaimRef,
    /// Look for these words and not the claim's own
    #[arg(long, value_name = "TEXT", value_parser = filled, allow_hyphen_values = true)]
    pub words: Option<String>,
    /// Add what is found as mentions: all whose words are the same, or those of these numbers
    #[arg(long, value_name = "N", num_args = 0.., value_delimiter = ',', value_parser = clap::value_parser!(u32).range(1..))]
    pub add: Option<Vec<u32>>,
}
