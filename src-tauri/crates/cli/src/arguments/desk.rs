//! What a desk settles: people, scales, checklists.

use std::path::PathBuf;

use assay_model::claim::ClaimKind;
use assay_model::id::ClaimRef;
use clap::{Args, Subcommand};

use super::values::{Replacement, filled, switch};

#[derive(Debug, Subcommand)]
pub enum PersonVerb {
    /// List the people with what they have to do
    #[command(after_help = "\
Examples:
  assay person list")]
    List,
    /// Add a person, so that claims can be assigned to them
    #[command(after_help = "\
Examples:
  assay person add 'Ada Okafor'
  assay person add 'Ada Okafor' --initials AdO")]
    Add(AddPerson),
    /// Change a person's name; history and sign-offs keep the old one
    #[command(after_help = "\
Examples:
  assay person rename 'Ada Okafor' 'Ada Okafor-Lind'")]
    Rename(RenamePerson),
    /// Remove a person whom no claim names
    #[command(after_help = "\
Examples:
  assay person remove 'Ada Okafor'")]
    Remove(RemovePerson),
}

#[derive(Debug, Args)]
pub struct AddPerson {
    /// Their name
    #[arg(value_parser = filled)]
    pub name: String,
    /// Their initials, if not those of the name
    #[arg(long)]
    pub initials: Option<String>,
}

#[derive(Debug, Args)]
pub struct RenamePerson {
    /// Their name
    pub name: String,
    /// Their new name
    #[arg(value_parser = filled)]
    pub new_name: String,
    /// Their initials; empty for those of the name
    #[arg(long)]
    pub initials: Option<String>,
}

#[derive(Debug, Args)]
pub struct RemovePerson {
    /// Their name
    pub name: String,
}

#[derive(Debug, Subcommand)]
pub enum ScaleVerb {
    /// List the scales; the one in use is marked
    #[command(after_help = "\
Examples:
  assay scale list")]
    List,
    /// Show the values of a scale: the one in use, or another
    #[command(after_help = "\
With --json it is in the form that “scale add” and “scale edit” read.

Examples:
  assay scale show
  assay scale show politifact
  assay scale show politifact --json > ours.json")]
    Show(ShowScale),
    /// Judge claims by this scale from now on; verdicts given before stay
    #[command(after_help = "\
Examples:
  assay scale use politifact")]
    Use(OneScale),
    /// Add a scale of your own from a JSON file
    #[command(after_help = "\
The file is one object: name, description, and ratings, the values in order. A value has
a name, a verdict (which of the five it stands for), and if you like a word, a role (the
verdict whose colour it has), a description and a number.

Examples:
  assay scale add ours.json
  echo '{\"name\": \"Desk\", \"ratings\": [{\"name\": \"Holds\", \"verdict\": \"supported\"},
    {\"name\": \"Does not hold\", \"verdict\": \"refuted\"}]}' | assay scale add -")]
    Add(AddScale),
    /// Change a scale of your own to what a JSON file says
    #[command(after_help = "\
A value that was given to claims and goes needs another one in its place.

Examples:
  assay scale edit desk ours.json
  assay scale edit desk ours.json --replace unclear=desk/open")]
    Edit(EditScale),
    /// Remove a scale of your own
    #[command(after_help = "\
Examples:
  assay scale remove desk --replace holds=assay/supported")]
    Remove(RemoveScale),
}

#[derive(Debug, Args)]
pub struct ShowScale {
    /// The scale's word, such as politifact
    #[arg(value_name = "WORD")]
    pub scale: Option<String>,
}

#[derive(Debug, Args)]
pub struct OneScale {
    /// The scale's word, such as politifact
    #[arg(value_name = "WORD")]
    pub scale: String,
}

#[derive(Debug, Args)]
pub struct AddScale {
    /// The file; - for standard input
    pub file: PathBuf,
}

#[derive(Debug, Args)]
pub struct EditScale {
    #[command(flatten)]
    pub which: OneScale,
    /// The file; - for standard input
    pub file: PathBuf,
    /// What replaces a value that goes
    #[arg(long = "replace", value_name = "OLD=SCALE/VALUE")]
    pub replacements: Vec<Replacement>,
}

#[derive(Debug, Args)]
pub struct RemoveScale {
    #[command(flatten)]
    pub which: OneScale,
    /// What replaces a value that was given to claims
    #[arg(long = "replace", value_name = "OLD=SCALE/VALUE")]
    pub replacements: Vec<Replacement>,
}

#[derive(Debug, Args)]
pub struct Settings {
    /// Who signs a claim off may not be who checked it: on or off
    #[arg(long, value_name = "on|off", value_parser = switch)]
    pub two_person: Option<bool>,
    /// The scale that claims are judged by, such as politifact
    #[arg(long, value_name = "WORD")]
    pub scale: Option<String>,
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Checklist {
    /// The claim, such as DG-15
    #[arg(required = true, value_name = "REF")]
    pub reference: Option<ClaimRef>,
    #[command(subcommand)]
    pub verb: Option<ChecklistVerb>,
}

#[derive(Debug, Subcommand)]
pub enum ChecklistVerb {
    /// Tick a step
    #[command(after_help = "\
Examples:
  assay checklist tick DG-15 2")]
    Tick(Tick),
    /// Take a tick away
    #[command(after_help = "\
Examples:
  assay checklist untick DG-15 2")]
    Untick(Tick),
    /// List the steps for a kind of claim, or for every kind
    #[command(after_help = "\
Examples:
  assay checklist list
  assay checklist list quantity")]
    List(ListSteps),
    /// Change the steps for a kind of claim to the lines of a file
    #[command(after_help = "\
A step with the same words keeps its ticks. An empty file leaves no steps.

Examples:
  assay checklist edit quantity steps.txt
  printf 'Unit?\\nBase year?\\n' | assay checklist edit quantity -")]
    Edit(EditSteps),
}

#[derive(Debug, Args)]
pub struct Tick {
    /// The claim, such as DG-15
    #[arg(value_name = "REF")]
    pub reference: ClaimRef,
    /// The step's number
    #[arg(value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub step: u32,
}

#[derive(Debug, Args)]
pub struct ListSteps {
    /// quantity date event state comparison cause quote prediction opinion
    pub kind: Option<ClaimKind>,
}

#[derive(Debug, Args)]
pub struct EditSteps {
    /// quantity date event state comparison cause quote prediction opinion
    pub kind: ClaimKind,
    /// The file, a step a line; - for standard input
    pub file: PathBuf,
}
