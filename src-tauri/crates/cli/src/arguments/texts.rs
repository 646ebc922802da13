//! What goes in and out: texts, exports, the workspace itself.

use std::path::PathBuf;

use assay_engine::Format;
use assay_model::id::DocumentRef;
use assay_model::time::PartialDate;
use clap::Args;
use clap::builder::NonEmptyStringValueParser;

use super::values::{format, web_address};

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
pub struct Export {
    /// A query
    pub query: Vec<String>,
    /// json, csv, markdown, claimreview, or questions: those still open, to the authors
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
