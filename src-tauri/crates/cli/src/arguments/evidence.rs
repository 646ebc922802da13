//! Evidence and the sources that it is taken from.

use std::path::PathBuf;

use assay_engine::SourceDraft;
use assay_model::evidence::{SourceKind, Stance};
use assay_model::id::{ClaimRef, DocumentRef, SourceRef};
use assay_model::span::Span;
use assay_model::verdict::Finding;
use clap::{ArgGroup, Args, Subcommand};

use super::values::{filled, some_address, some_date};

#[derive(Debug, Subcommand)]
pub enum EvidenceVerb {
    /// Attach evidence to a claim
    #[command(after_help = "\
A source with exactly the same facts is used again; --source takes one by its name.

Examples:
  assay evidence add DG-15 --stance supports --title 'Transcript' --primary
  assay evidence add DG-15 --stance supports --title 'TASS' --url https://example.org
  assay evidence add DG-15 --stance refutes --source R3 --locator 'p. 7' --quote 'An hour.'
  assay evidence add DG-15 --stance supports --finding said --title 'Recording' --kind video
  assay evidence add DG-15 --stance context --document D2 --quote 'less than an hour'
  assay evidence add DG-15 --stance context --document D2 --span 120..141")]
    Add(Box<AddEvidence>),
    /// Change evidence of a claim
    #[command(after_help = "\
What is not given stays; empty for none. Facts of a source that other evidence is taken
from too are not changed there: this evidence is given a source of its own. To change a
source for every claim, use “assay source edit”.

Examples:
  assay evidence edit DG-15 2 --stance refutes --locator '00:12:40'
  assay evidence edit DG-15 2 --source R3
  assay evidence edit DG-15 2 --published 2023-03-02")]
    Edit(Box<EditEvidence>),
    /// Move evidence to another place in its claim's list; citations follow
    #[command(after_help = "\
Examples:
  assay evidence move DG-15 3 --to 1")]
    Move(MoveEvidence),
    /// Take evidence away; what cites it is shown as [?]
    #[command(after_help = "\
Examples:
  assay evidence remove DG-15 2")]
    Remove(Numbered),
    /// List the evidence of a claim
    #[command(after_help = "\
Examples:
  assay evidence list DG-15
  assay evidence list DG-15 --json")]
    List(OfClaim),
}

/// Something in a claim's list, by its number.
#[derive(Debug, Args)]
pub struct Numbered {
    /// The claim, such as DG-15
    #[arg(value_name = "REF")]
    pub reference: ClaimRef,
    /// Its number in the claim's list
    #[arg(value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub number: u32,
}

#[derive(Debug, Args)]
pub struct OfClaim {
    /// The claim, such as DG-15
    #[arg(value_name = "REF")]
    pub reference: ClaimRef,
}

#[derive(Debug, Args)]
pub struct AddEvidence {
    /// The claim, such as DG-15
    #[arg(value_name = "REF")]
    pub reference: ClaimRef,
    /// supports, refutes or context
    #[arg(long)]
    pub stance: Stance,
    /// Which finding it serves: true or said
    #[arg(long, default_value = "true")]
    pub finding: Finding,
    /// Where in the source: a page, a table, a time stamp
    #[arg(long, value_name = "L")]
    pub locator: Option<String>,
    /// Its words; with --document alone they must stand there exactly once
    #[arg(long, value_name = "Q", allow_hyphen_values = true)]
    pub quote: Option<String>,
    /// The source is a document of this workspace, such as D2
    #[arg(long, value_name = "DOC")]
    pub document: Option<DocumentRef>,
    /// Where its words stand in the document
    #[arg(long, value_name = "S..E", requires = "document")]
    pub span: Option<Span>,
    /// A source that the workspace has, such as R3
    #[arg(long, value_name = "SOURCE", conflicts_with_all = FACTS)]
    pub source: Option<SourceRef>,
    #[command(flatten)]
    pub facts: SourceFacts,
}

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("changes").args(FACTS).args(["stance", "finding", "locator", "quote", "source"])
    .required(true).multiple(true))]
pub struct EditEvidence {
    #[command(flatten)]
    pub which: Numbered,
    /// supports, refutes or context
    #[arg(long)]
    pub stance: Option<Stance>,
    /// Which finding it serves: true or said
    #[arg(long)]
    pub finding: Option<Finding>,
    /// Where in the source: a page, a table, a time stamp
    #[arg(long, value_name = "L")]
    pub locator: Option<String>,
    /// Its words, where they do not stand in a document of this workspace
    #[arg(long, value_name = "Q", allow_hyphen_values = true)]
    pub quote: Option<String>,
    /// Take it from another source that the workspace has, such as R3
    #[arg(long, value_name = "SOURCE", conflicts_with_all = FACTS)]
    pub source: Option<SourceRef>,
    #[command(flatten)]
    pub facts: SourceFacts,
}

#[derive(Debug, Args)]
pub struct MoveEvidence {
    #[command(flatten)]
    pub which: Numbered,
    /// Its new number
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub to: u32,
}

/// The options of [`SourceFacts`].
const FACTS: [&str; 14] = [
    "title",
    "kind",
    "author",
    "publisher",
    "url",
    "published",
    "accessed",
    "origin",
    "contact",
    "notes",
    "primary",
    "no_primary",
    "confidential",
    "no_confidential",
];

/// What is known of a source.
#[derive(Debug, Args)]
pub struct SourceFacts {
    /// Its title
    #[arg(long, value_name = "T", value_parser = filled)]
    title: Option<String>,
    /// web, pdf, interview, table, image, video or document; web if none
    #[arg(long)]
    kind: Option<SourceKind>,
    /// Who wrote or said it
    #[arg(long, value_name = "NAME")]
    author: Option<String>,
    /// Who published it
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,
    /// Where it can be read
    #[arg(long, value_parser = some_address)]
    url: Option<String>,
    /// When it was published, or the interview given: 2023, 2023-03 or 2023-03-02
    #[arg(long, value_name = "DATE", value_parser = some_date)]
    published: Option<String>,
    /// When it was read
    #[arg(long, value_name = "DATE", value_parser = some_date)]
    accessed: Option<String>,
    /// The origin that it shares with others, such as a wire story: its evidence counts once
    #[arg(long, value_name = "WORDS")]
    origin: Option<String>,
    /// How to reach the person, for an interview
    #[arg(long, value_name = "WORDS")]
    contact: Option<String>,
    /// What was said or noted, for an interview
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    notes: Option<String>,
    #[command(flatten)]
    primary: Origin,
    #[command(flatten)]
    protection: Protection,
}

#[derive(Debug, Args)]
struct Origin {
    /// It is the origin of the information
    #[arg(long)]
    primary: bool,
    /// It is not
    #[arg(long, conflicts_with = "primary")]
    no_primary: bool,
}

#[derive(Debug, Args)]
struct Protection {
    /// It is protected: no export names it. An interview is, unless you say otherwise
    #[arg(long)]
    confidential: bool,
    /// It is not
    #[arg(long, conflicts_with = "confidential")]
    no_confidential: bool,
}

impl SourceFacts {
    /// What is known already, with what is given here in its place.
    pub fn over(&self, known: SourceDraft) -> SourceDraft {
        let newer = |given: &Option<String>, known: Option<String>| match given {
            Some(text) => Some(text.clone()).filter(|t| !t.trim().is_empty()),
            None => known,
        };
        let switched = |on: bool, off: bool| (on || off).then_some(on);
        let protected = switched(self.protection.confidential, self.protection.no_confidential);
        SourceDraft {
            kind: self.kind.or(known.kind),
            title: self.title.clone().unwrap_or(known.title),
            author: newer(&self.author, known.author),
            publisher: newer(&self.publisher, known.publisher),
            url: newer(&self.url, known.url),
            published: newer(&self.published, known.published),
            accessed: newer(&self.accessed, known.accessed),
            primary: switched(self.primary.primary, self.primary.no_primary).unwrap_or(known.primary),
            origin: newer(&self.origin, known.origin),
            confidential: protected.or(known.confidential),
            contact: newer(&self.contact, known.contact),
            notes: newer(&self.notes, known.notes),
        }
    }
}

#[derive(Debug, Subcommand)]
pub enum SourceVerb {
    /// List sources, newest first: all, or those that hold some words
    #[command(after_help = "\
Examples:
  assay source list
  assay source list ministry --json")]
    List(ListSources),
    /// Show a source with its stored copies
    #[command(after_help = "\
Examples:
  assay source show R3")]
    Show(OneSource),
    /// Add a source
    #[command(after_help = "\
Examples:
  assay source add --title 'Budget 2022' --kind pdf --publisher 'Ministry of Finance' --primary
  assay source add --title 'Talk with an official' --kind interview --contact '+41 …'")]
    Add(Box<SourceFacts>),
    /// Change a source for every claim that cites it
    #[command(after_help = "\
What is not given stays; empty for none. Signed-off claims that cite it are reopened: it
says how many and asks; without a terminal it wants --yes.

Examples:
  assay source edit R3 --published 2023-03-02
  assay source edit R3 --url '' --yes")]
    Edit(Box<EditSource>),
    /// Remove a source that no evidence is taken from
    #[command(after_help = "\
Examples:
  assay source remove R3")]
    Remove(OneSource),
    /// Store a file with a source, as it was read
    #[command(after_help = "\
Examples:
  assay source store R3 budget-2022.pdf")]
    Store(StoreCopy),
    /// Write a stored copy to a file
    #[command(after_help = "\
“assay source show R3” numbers the copies.

Examples:
  assay source save-copy R3 -o budget.pdf
  assay source save-copy R3 2 -o budget.pdf")]
    SaveCopy(SaveCopy),
    /// Remove a stored copy
    #[command(after_help = "\
Examples:
  assay source remove-copy R3 2")]
    RemoveCopy(RemoveCopy),
}

#[derive(Debug, Args)]
pub struct ListSources {
    /// Words in a title, a name or an address
    pub words: Vec<String>,
}

#[derive(Debug, Args)]
pub struct OneSource {
    /// The source, such as R3
    #[arg(id = "SOURCE")]
    pub reference: SourceRef,
}

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("changes").args(FACTS).required(true).multiple(true))]
pub struct EditSource {
    #[command(flatten)]
    pub which: OneSource,
    #[command(flatten)]
    pub facts: SourceFacts,
    /// Reopen what is signed off on it without being asked
    #[arg(long)]
    pub yes: bool,
}

#[derive(Debug, Args)]
pub struct StoreCopy {
    #[command(flatten)]
    pub which: OneSource,
    /// The file
    pub file: PathBuf,
}

#[derive(Debug, Args)]
pub struct SaveCopy {
    #[command(flatten)]
    pub which: OneSource,
    /// The copy's number
    #[arg(value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    pub copy: u32,
    /// Where to
    #[arg(short, long = "output", value_name = "FILE")]
    pub output: PathBuf,
}

#[derive(Debug, Args)]
pub struct RemoveCopy {
    #[command(flatten)]
    pub which: OneSource,
    /// The copy's number
    #[arg(value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub copy: u32,
}

#[derive(Debug, Args)]
pub struct Purge {
    #[command(flatten)]
    pub which: OneSource,
    /// Purge it without being asked; names it again
    #[arg(long, value_name = "SOURCE")]
    pub yes: Option<SourceRef>,
}
