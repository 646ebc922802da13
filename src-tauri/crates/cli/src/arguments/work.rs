//! The work on claims: notes, relations, assignments, history.

use assay_model::id::{ClaimRef, DocumentRef, SourceRef};
use assay_model::relation::RelationKind;
use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::evidence::Numbered;
use super::values::{day, filled, relation};

#[derive(Debug, Subcommand)]
pub enum NoteVerb {
    /// Write a note on a claim, or a question to the author of the article
    #[command(after_help = "\
Examples:
  assay note add DG-15 'Asked the ministry, no answer yet.'
  assay note add DG-15 --question 'Which day was the meeting?'")]
    Add(AddNote),
    /// Write down what the author answered; an empty answer opens the question again
    #[command(after_help = "\
Examples:
  assay note answer DG-15 2 'On 21 January.'")]
    Answer(AnswerNote),
    /// Change the words of a note, or make it a question or a note
    #[command(after_help = "\
Examples:
  assay note edit DG-15 1 'Asked the ministry twice.'
  assay note edit DG-15 1 --question")]
    Edit(EditNote),
    /// Take a note away
    #[command(after_help = "\
Examples:
  assay note remove DG-15 1")]
    Remove(Numbered),
    /// List the notes of a claim, or of every claim that has any
    #[command(after_help = "\
Examples:
  assay note list DG-15
  assay note list --json")]
    List(ListNotes),
    /// List the questions that nobody has answered yet, with their claims
    #[command(after_help = "\
“assay export --format questions” writes them as a list for the author.

Examples:
  assay note questions
  assay note questions --json")]
    Questions,
}

#[derive(Debug, Args)]
pub struct AddNote {
    /// The claim, such as DG-15
    #[arg(value_name = "REF")]
    pub reference: ClaimRef,
    /// What it says
    #[arg(value_parser = filled, allow_hyphen_values = true)]
    pub text: String,
    /// It is a question to the author of the article
    #[arg(long)]
    pub question: bool,
}

#[derive(Debug, Args)]
pub struct AnswerNote {
    #[command(flatten)]
    pub which: Numbered,
    /// What the author of the article answered
    #[arg(allow_hyphen_values = true)]
    pub answer: String,
}

#[derive(Debug, Args)]
pub struct EditNote {
    #[command(flatten)]
    pub which: Numbered,
    /// What it says
    #[arg(value_parser = filled, allow_hyphen_values = true, required_unless_present_any = ["question", "note"])]
    pub text: Option<String>,
    /// It is a question to the author of the article
    #[arg(long)]
    pub question: bool,
    /// It is a note; an answer goes
    #[arg(long, conflicts_with = "question")]
    pub note: bool,
}

#[derive(Debug, Args)]
pub struct ListNotes {
    /// The claim, such as DG-15
    #[arg(value_name = "REF")]
    pub reference: Option<ClaimRef>,
}

#[derive(Debug, Args)]
pub struct Relate {
    /// A claim, such as DG-1
    #[arg(value_name = "REF")]
    pub reference: ClaimRef,
    /// same-as, different-from, contradicts, part-of or has-part
    #[arg(value_parser = relation)]
    pub relation: RelationKind,
    /// The other claim
    #[arg(value_name = "OTHER")]
    pub other: ClaimRef,
}

#[derive(Debug, Args)]
pub struct Near {
    /// A claim, such as DG-1
    #[arg(value_name = "REF", required_unless_present_any = ["text", "document"], conflicts_with_all = ["text", "document"])]
    pub reference: Option<ClaimRef>,
    /// Words of a claim that is not in the workspace yet
    #[arg(long, value_name = "STATEMENT", value_parser = filled, conflicts_with = "document")]
    pub text: Option<String>,
    /// Who says it
    #[arg(long, value_name = "NAME", requires = "text")]
    pub claimant: Option<String>,
    /// Every claim of a document, compared with those of others
    #[arg(long, value_name = "DOCUMENT")]
    pub document: Option<DocumentRef>,
}

#[derive(Debug, Args)]
pub struct TakeOver {
    /// The claim that gets the verdict
    #[arg(value_name = "REF")]
    pub reference: ClaimRef,
    /// The claim whose verdict it is
    #[arg(long, value_name = "OTHER")]
    pub from: ClaimRef,
}

#[derive(Debug, Args)]
pub struct Merge {
    /// Claims, such as DG-2
    #[arg(required = true, value_name = "REF")]
    pub references: Vec<ClaimRef>,
    /// The claim that they say the same as
    #[arg(long, value_name = "REF")]
    pub into: ClaimRef,
}

#[derive(Debug, Args)]
pub struct Unmerge {
    /// The claim that was merged into another one
    #[arg(value_name = "REF")]
    pub reference: ClaimRef,
}

#[derive(Debug, Args)]
pub struct Split {
    /// The claim, such as DG-1
    #[arg(value_name = "REF")]
    pub reference: ClaimRef,
    /// A part as one sentence that needs no context; give two or more
    #[arg(long = "part", value_name = "S", required = true, value_parser = filled, allow_hyphen_values = true)]
    pub parts: Vec<String>,
}

#[derive(Debug, Args)]
pub struct Assign {
    /// Claims, such as DG-15
    #[arg(required = true, value_name = "REF")]
    pub references: Vec<ClaimRef>,
    #[command(flatten)]
    pub roles: Roles,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = true)]
pub struct Roles {
    /// Who checks them: a name, or me; empty for nobody
    #[arg(long, value_name = "NAME")]
    pub checker: Option<String>,
    /// Who reads them again: a name, or me; empty for nobody
    #[arg(long, value_name = "NAME")]
    pub reviewer: Option<String>,
}

#[derive(Debug, Args)]
pub struct History {
    /// A claim, such as DG-15
    #[arg(value_name = "REF")]
    pub reference: Option<ClaimRef>,
    /// Of a document and its claims
    #[arg(long, value_name = "DOC")]
    pub document: Option<DocumentRef>,
    /// Of a source
    #[arg(long, value_name = "SOURCE")]
    pub source: Option<SourceRef>,
    /// By a person; me for yourself
    #[arg(long, value_name = "NAME", value_parser = filled)]
    pub by: Option<String>,
    /// Of a day: 2026-11-23
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub day: Option<NaiveDate>,
    /// Print each field that changed with its old and new value
    #[arg(long)]
    pub changes: bool,
}

#[derive(Debug, Args)]
pub struct Restore {
    /// The claim, such as DG-15
    #[arg(value_name = "REF")]
    pub reference: ClaimRef,
    /// The operation after which it was as it shall be
    #[arg(long, value_name = "OPERATION", value_parser = clap::value_parser!(i64).range(1..))]
    pub to: i64,
}
