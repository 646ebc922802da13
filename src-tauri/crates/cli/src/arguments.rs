//! What may be asked, and the help for it.

use std::ffi::OsString;
use std::path::PathBuf;

use assay_engine::Format;
use assay_model::evidence::Stance;
use assay_model::id::{ClaimRef, DocumentRef, NotAReference};
use assay_model::query::{Key, Sort};
use assay_model::span::Span;
use assay_model::time::PartialDate;
use clap::builder::NonEmptyStringValueParser;
use clap::{Args, Parser, Subcommand};

use crate::set::Item;
use crate::workspace::Named;

/// Find, check and export the claims of a text.
#[derive(Debug, Parser)]
#[command(name = "assay", version, arg_required_else_help = true, after_help = AN_HOUR)]
pub struct Arguments {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub verb: Verb,
}

#[derive(Debug, Args)]
pub struct Global {
    #[command(flatten)]
    pub workspace: Named,
    /// Print JSON Lines on standard output and nothing else there; messages go to standard error
    #[arg(long, global = true)]
    pub json: bool,
}

const AN_HOUR: &str = "\
Examples:
  assay import article.txt
  assay claims
  assay set DG-15 status=open verdict=supported rationale='Two sources agree.'
  assay evidence add DG-15 --stance supports --title 'Transcript' --primary
  assay sign-off DG-15
  assay export --format csv -o verified.csv
  assay --workspace delhi-g20.assay --json claims

Claims are named DG-1, DG-2 …, documents D1, D2 …. It exits with 0 when what was
asked is done, with 1 when it failed, and with 2 when it was asked wrongly.";

#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Make a new workspace
    #[command(after_help = "\
Examples:
  assay init delhi-g20.assay
  assay init                  the default workspace, or the one that --workspace names")]
    Init(Init),
    /// Import texts and find their claims; makes the workspace if there is none
    #[command(after_help = "\
Examples:
  assay import article.txt
  assay import *.txt --publisher 'Delhi Post'
  pdftotext report.pdf - | assay import - --title 'The report' --published 2023-03-02")]
    Import(Import),
    /// Print what is found in a text, as one JSON object; needs no workspace
    #[command(after_help = "\
Offsets count Unicode code points of document.text. With --plain they also hold in the file.

Examples:
  assay find article.txt
  assay find - --published 2023-03-02 < article.txt")]
    Find(Find),
    /// List the documents
    #[command(after_help = "\
Examples:
  assay documents
  assay documents --json")]
    Documents,
    /// List a document's sentences with their scores and how far their checking has come
    #[command(after_help = "\
Examples:
  assay sentences D1")]
    Sentences(Sentences),
    /// List claims: all but dismissed ones, or what a query finds
    #[command(after_help = "\
A query is words to look for and conditions KEY:VALUE, of which all must hold. A
comma means or, a leading - means not, quotes hold a phrase together. Keys: status
verdict claimant document kind tag priority checker reviewer has no. Write -- before
a query that begins with a minus and a word without a key.

Examples:
  assay claims
  assay claims status:open,in-progress treaty
  assay claims 'claimant:\"S. Lavrov\" -verdict:supported' --sort -score --limit 10
  assay claims --json has:evidence | jq -r .statement")]
    Claims(Claims),
    /// Show a claim or a document with all that hangs off it
    #[command(after_help = "\
Examples:
  assay show DG-15
  assay show D1")]
    Show(Show),
    /// Make a claim by hand
    #[command(subcommand)]
    Claim(ClaimVerb),
    /// Say where else a claim is made
    #[command(subcommand)]
    Mention(MentionVerb),
    /// Change fields of claims, all of them or none, as one operation
    #[command(after_help = "\
Fields:
  label, statement, rationale   text; a rationale cites evidence as [1]
  claimant, checker, reviewer   a name; empty for none
  kind                          quantity date event state comparison cause quote prediction opinion
  status                        suggested open in-progress in-review signed-off dismissed
  verdict, said                 supported refuted conflicting not-enough-evidence not-checkable; empty for none
  priority                      none low medium high
  tag+=TAG, tag-=TAG            give a tag, take one away

Examples:
  assay set DG-15 status=open
  assay set DG-15 DG-16 checker='Ada Okafor' tag+=treaty priority=high
  assay set DG-15 verdict=supported rationale='The transcript says so [1].'
  assay set DG-15 verdict=")]
    Set(Set),
    /// Attach evidence to a claim
    #[command(subcommand)]
    Evidence(EvidenceVerb),
    /// Sign claims off: verdict and rationale are final
    #[command(after_help = "\
It wants a verdict, a rationale, and evidence unless the verdict is not-checkable
or not-enough-evidence. A missing primary source is only told.

Examples:
  assay sign-off DG-15
  assay sign-off DG-15 DG-16 --as 'Ada Okafor'")]
    SignOff(SignOff),
    /// Export claims: the signed-off ones, or all that a query finds
    #[command(after_help = "\
Without -o the export goes to standard output; with --json that is possible for
json and claimreview, on one line.

Examples:
  assay export --format claimreview -o verified.jsonld
  assay export 'document:D1' --format csv > verified.csv
  assay export status:open --all --format markdown")]
    Export(Export),
    /// Undo your newest operation
    #[command(after_help = "\
Examples:
  assay undo")]
    Undo,
    /// Do again what you undid last
    #[command(after_help = "\
Examples:
  assay redo")]
    Redo,
    /// List what was done, newest first: in the workspace, or to a claim
    #[command(after_help = "\
Examples:
  assay history | head
  assay history DG-15")]
    History(History),
    /// Check that everything is as it was written
    #[command(after_help = "\
It compares the log's chain, every row, text and span. It exits with 1 if anything is damaged.

Examples:
  assay check")]
    Check,
    /// Copy the workspace as it is at this moment
    #[command(after_help = "\
Examples:
  assay backup delhi-g20-friday.assay")]
    Backup(Backup),
    /// Make a workspace of N made-up claims, the same each time, to measure with
    #[command(after_help = "\
Examples:
  assay bench-data 100000 large.assay")]
    BenchData(BenchData),
}

#[derive(Debug, Args)]
pub struct Init {
    /// Where; by default the workspace that other commands would use
    pub file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Import {
    /// Text files; - for standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The title, if the text does not say it well
    #[arg(long, value_parser = NonEmptyStringValueParser::new())]
    pub title: Option<String>,
    /// When it was published: 2023, 2023-03, 2023-03-02 or 2023-03-02T13:01Z
    #[arg(long, value_name = "DATE")]
    pub published: Option<PartialDate>,
    /// Where it was published
    #[arg(long, value_parser = web_address)]
    pub url: Option<String>,
    /// Who published it
    #[arg(long)]
    pub publisher: Option<String>,
    /// Do not look for claims
    #[arg(long)]
    pub no_find: bool,
}

#[derive(Debug, Args)]
pub struct Find {
    /// A text file; - for standard input
    pub file: PathBuf,
    /// When it was published: dates in the text are resolved against it
    #[arg(long, value_name = "DATE")]
    pub published: Option<PartialDate>,
    /// Take the text as it stands, so that offsets hold in the file; only CRLF becomes LF
    #[arg(long)]
    pub plain: bool,
}

#[derive(Debug, Args)]
pub struct Sentences {
    /// The document, such as D1
    #[arg(value_name = "DOC")]
    pub document: DocumentRef,
}

#[derive(Debug, Args)]
pub struct Claims {
    /// A query
    pub query: Vec<String>,
    /// edited ref label claimant document value verdict status kind priority score evidence checker; -KEY turns it
    /// round
    #[arg(long, value_name = "KEY", default_value = "-edited", allow_hyphen_values = true)]
    pub sort: Sort,
    /// At most so many
    #[arg(long, value_name = "N")]
    pub limit: Option<u32>,
}

#[derive(Debug, Args)]
pub struct Show {
    /// A claim such as DG-15, or a document such as D1
    #[arg(value_name = "REF")]
    pub reference: AnyRef,
}

/// A claim or a document.
#[derive(Debug, Clone)]
pub enum AnyRef {
    Claim(ClaimRef),
    Document(DocumentRef),
}

impl std::str::FromStr for AnyRef {
    type Err = NotAReference;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self::Document).or_else(|_| text.parse().map(Self::Claim))
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

#[derive(Debug, Subcommand)]
pub enum MentionVerb {
    /// Add a place where a claim is made
    #[command(after_help = "\
Examples:
  assay mention add DG-15 --document D2 --quote 'suspended the treaty'
  assay mention add DG-15 --document D2 --span 120..141")]
    Add(AddMention),
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
pub struct Set {
    /// Claims such as DG-15, and what to change
    #[arg(required = true, value_name = "REF|FIELD=VALUE")]
    pub items: Vec<Item>,
}

#[derive(Debug, Subcommand)]
pub enum EvidenceVerb {
    /// Attach evidence to a claim
    #[command(after_help = "\
Examples:
  assay evidence add DG-15 --stance supports --title 'Transcript' --primary
  assay evidence add DG-15 --stance supports --title 'TASS' --url https://example.org
  assay evidence add DG-15 --stance refutes --title 'The ministry' --quote 'We met for an hour.'
  assay evidence add DG-15 --stance context --title 'Ours' --document D2 --span 120..141")]
    Add(AddEvidence),
}

#[derive(Debug, Args)]
pub struct AddEvidence {
    /// The claim, such as DG-15
    #[arg(value_name = "REF")]
    pub reference: ClaimRef,
    /// supports, refutes or context
    #[arg(long)]
    pub stance: Stance,
    /// The source's title
    #[arg(long, value_name = "T", value_parser = filled)]
    pub title: String,
    /// Where it can be read
    #[arg(long, value_parser = web_address)]
    pub url: Option<String>,
    /// Its words
    #[arg(long, value_name = "Q", allow_hyphen_values = true)]
    pub quote: Option<String>,
    /// It is the origin of the information
    #[arg(long)]
    pub primary: bool,
    /// The source is a document of this workspace, such as D2
    #[arg(long, value_name = "DOC", requires = "span")]
    pub document: Option<DocumentRef>,
    /// Where its words stand in the document
    #[arg(long, value_name = "S..E", requires = "document")]
    pub span: Option<Span>,
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

#[derive(Debug, Args)]
pub struct Export {
    /// A query
    pub query: Vec<String>,
    /// json, csv, markdown or claimreview
    #[arg(long, value_parser = format)]
    pub format: Format,
    /// Where to; else standard output
    #[arg(short, long = "output", value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Not only those that are signed off
    #[arg(long)]
    pub all: bool,
}

#[derive(Debug, Args)]
pub struct History {
    /// A claim, such as DG-15
    #[arg(value_name = "REF")]
    pub reference: Option<ClaimRef>,
}

#[derive(Debug, Args)]
pub struct Backup {
    /// Where to; nothing may be there
    pub file: PathBuf,
}

#[derive(Debug, Args)]
pub struct BenchData {
    /// How many claims
    #[arg(value_name = "N")]
    pub count: u32,
    /// Where; nothing may be there
    pub file: PathBuf,
}

/// The arguments of this process; a query that begins with `-KEY:` is kept from being taken for an option.
pub fn given() -> Arguments {
    Arguments::parse_from(guarded(std::env::args_os()))
}

fn guarded(words: impl Iterator<Item = OsString>) -> impl Iterator<Item = OsString> {
    let mut query_may_follow = false;
    words.map(move |word| {
        let text = word.to_str().unwrap_or_default();
        let key =
            text.strip_prefix('-').and_then(|t| t.split_once(':')).map(|(key, _)| key.to_ascii_lowercase());
        let is_term = key.is_some_and(|key| key.parse::<Key>().is_ok());
        query_may_follow |= matches!(text, "claims" | "export");
        // To a query the space says nothing.
        if query_may_follow && is_term { format!(" {text}").into() } else { word }
    })
}

fn filled(text: &str) -> Result<String, String> {
    if text.trim().is_empty() { Err("it is empty".to_owned()) } else { Ok(text.to_owned()) }
}

fn web_address(text: &str) -> Result<String, String> {
    assay_engine::web_address("url", text).map_err(|e| format!("{} {}", e.message, e.hints.join(" ")))
}

fn format(word: &str) -> Result<Format, String> {
    let words = || Format::ALL.iter().map(|f| f.word()).collect::<Vec<_>>().join(", ");
    let found = Format::ALL.iter().copied().find(|f| f.word() == word);
    found.ok_or_else(|| format!("it is one of: {}", words()))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    fn has_examples(command: &clap::Command) {
        let inner: Vec<_> = command.get_subcommands().filter(|c| c.get_name() != "help").collect();
        let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        let examples = help.contains("Examples:\n  assay ");
        assert!(examples || !inner.is_empty(), "{} has no example", command.get_name());
        inner.into_iter().for_each(has_examples);
    }

    #[test]
    fn the_arguments_make_sense_and_each_verb_has_an_example() {
        Arguments::command().debug_assert();
        has_examples(&Arguments::command());
    }

    fn claims(words: &[&str]) -> Claims {
        let words = ["assay", "claims"].iter().chain(words).map(OsString::from);
        match Arguments::try_parse_from(guarded(words)) {
            Ok(Arguments { verb: Verb::Claims(asked), .. }) => asked,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_query_may_be_several_words_and_begin_with_a_minus() {
        assert_eq!(claims(&["status:open", "treaty"]).query, ["status:open", "treaty"]);
        let asked = claims(&["-tag:print", "treaty", "-Has:value", "--sort", "-score", "--limit", "3"]);
        assert_eq!(asked.query, [" -tag:print", "treaty", " -Has:value"]);
        assert_eq!((asked.sort, asked.limit), ("-score".parse().unwrap(), Some(3)));
        assert_eq!(claims(&["--", "-treaty"]).query, ["-treaty"]);
        let slip = Arguments::try_parse_from(["assay", "claims", "-x:1"]).unwrap_err();
        assert_eq!(slip.exit_code(), 2);
    }
}
