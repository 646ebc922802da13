//! Reading the sets, and making documents of their texts.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use assay_model::document::{Block, BlockKind, Metadata};
use assay_model::found::Found;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The records of a file of JSON Lines.
///
/// # Errors
/// If the file cannot be read or a line of it is no such record.
pub fn lines<T: DeserializeOwned>(file: &Path) -> Result<Vec<T>> {
    let open = File::open(file).with_context(|| format!("opening {}", file.display()))?;
    let mut out = Vec::new();
    for (n, line) in BufReader::new(open).lines().enumerate() {
        let line = line?;
        if !line.trim().is_empty() {
            out.push(serde_json::from_str(&line).with_context(|| format!("{}:{}", file.display(), n + 1))?);
        }
    }
    Ok(out)
}

/// What is found in a text, published on a day (`2023-03-02`, more after it is not read).
pub fn found(text: &str, published: Option<&str>) -> Found {
    assay_extract::find(text, &blocks(text), &metadata(published), &mut |_| ControlFlow::Continue(()))
        .unwrap_or_else(|| unreachable!("nothing stops it"))
}

fn metadata(published: Option<&str>) -> Metadata {
    Metadata {
        published: published.and_then(|p| p.get(..10)).and_then(|p| p.parse().ok()),
        language: Some("en".to_owned()),
        ..Metadata::default()
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Each line of a text as a block: the first a headline, one with nothing but a date a date line.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut out = Vec::new();
    let mut at = 0;
    let lines = text.split('\n').count();
    for line in text.split('\n') {
        let count = |s: &str| u32::try_from(s.chars().count()).unwrap_or(u32::MAX);
        let inner = line.trim();
        if !inner.is_empty() {
            let lead = count(line) - count(line.trim_start());
            let date = inner.len() < 20
                && inner.ends_with(|c: char| c.is_ascii_digit())
                && inner.contains(", ")
                && MONTHS.iter().any(|m| inner.starts_with(m))
                && inner.split(' ').count() == 3;
            let kind = match (date, out.is_empty() && lines > 1 && inner.len() < 150) {
                (true, _) => BlockKind::Dateline,
                (_, true) => BlockKind::Headline,
                _ => BlockKind::Paragraph,
            };
            out.push(Block { kind, start: at + lead, end: at + lead + count(inner) });
        }
        at += count(line) + 1;
    }
    out
}

/// A text with the day it was written on.
#[derive(Debug, Deserialize)]
pub struct Written {
    /// Its name in the set.
    pub doc: String,
    /// Its text.
    pub text: String,
    /// The day (“document creation time”).
    pub dct: Option<String>,
}

/// An article of the annotated news.
#[derive(Debug)]
pub struct Article {
    /// Its name in the set.
    pub doc: String,
    /// Its text.
    pub text: String,
    published: Option<String>,
    /// What an annotator found in it.
    pub claims: Vec<Annotated>,
}

/// A claim that an annotator found.
#[derive(Debug, Clone, Deserialize)]
pub struct Annotated {
    /// Where it stands.
    #[serde(flatten)]
    pub place: Place,
    /// It as one sentence that needs no context.
    pub statement: String,
    claimant: Option<Named>,
}

#[derive(Debug, Clone, Deserialize)]
struct Named {
    name: String,
}

impl Annotated {
    /// Who says it; none in the article's own voice.
    pub fn claimant(&self) -> Option<&str> {
        self.claimant.as_ref().map(|c| c.name.as_str())
    }
}

impl Article {
    /// What is known of it beside its text.
    pub fn metadata(&self) -> Metadata {
        metadata(self.published.as_deref())
    }
}

/// A stretch of a text, in code points.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Place {
    /// First.
    pub start: u32,
    /// One after the last.
    pub end: u32,
}

impl Place {
    /// Whether it shares half of both with another stretch (Dice's coefficient of at least a half).
    pub fn is_mostly(self, start: u32, end: u32) -> bool {
        let shared = self.end.min(end).saturating_sub(self.start.max(start));
        4 * shared >= (self.end - self.start) + (end - start)
    }
}

/// The annotated news.
///
/// # Errors
/// If the set cannot be read.
pub fn articles(data: &Path) -> Result<Vec<Article>> {
    #[derive(Deserialize)]
    struct Paper {
        doc: String,
        text: String,
        published: Option<String>,
    }
    #[derive(Deserialize)]
    struct Gold {
        doc: String,
        claims: Vec<Annotated>,
    }
    let texts: Vec<Paper> = lines(&data.join("claims/news-dev.docs.jsonl"))?;
    let gold: Vec<Gold> = lines(&data.join("claims/news-dev.gold.jsonl"))?;
    let found = |doc: &str| gold.iter().find(|g| g.doc == doc).map(|g| g.claims.clone());
    let article = |t: Paper| {
        let claims = found(&t.doc).with_context(|| format!("no claims of {}", t.doc))?;
        Ok(Article { doc: t.doc, text: t.text, published: t.published, claims })
    };
    texts.into_iter().map(article).collect()
}

/// What a set's own scorer (Python, standard library only) makes of predictions, a line each.
///
/// # Errors
/// If the scorer cannot be run, fails, or answers with no JSON.
pub fn scored(
    scorer: &Path,
    gold: &Path,
    predictions: &[String],
    options: &[&str],
) -> Result<serde_json::Value> {
    let file = std::env::temp_dir().join(format!("assay-evaluate-{}.jsonl", std::process::id()));
    std::fs::write(&file, predictions.join("\n")).context("writing what was found")?;
    let output =
        Command::new("python3").arg(scorer).arg(gold).arg(&file).args(options).arg("--json").output();
    std::fs::remove_file(&file).context("removing what was found")?;
    let output = output.with_context(|| format!("running python3 {}", scorer.display()))?;
    ensure!(output.status.success(), "{}: {}", scorer.display(), String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout)
        .with_context(|| format!("reading the answer of {}", scorer.display()))
}
