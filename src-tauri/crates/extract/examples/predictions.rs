//! Reads documents as JSON Lines (`doc`, `text`, `published` or `dct`, and perhaps `ref`) and writes what is found in each, for scoring.
//!
//! Each line of a text is a block: the first a headline, one with nothing but a date a date line.

#![allow(clippy::print_stdout)]

use std::error::Error;
use std::io::BufRead;
use std::ops::ControlFlow;

use assay_model::document::{Block, BlockKind, Metadata};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    for line in std::io::stdin().lock().lines() {
        let document: Value = serde_json::from_str(&line?)?;
        let text = document["text"].as_str().unwrap_or_default();
        let published = ["published", "dct", "ref"].iter().find_map(|k| document[k].as_str());
        let metadata = Metadata {
            published: published.and_then(|p| p.get(..10)).and_then(|p| p.parse().ok()),
            language: Some("en".to_owned()),
            ..Metadata::default()
        };
        let found = assay_extract::find(text, &blocks(text), &metadata, &mut |_| ControlFlow::Continue(()));
        let Some(found) = found else { continue };
        let name = document.get("doc").or_else(|| document.get("id")).cloned().unwrap_or_default();
        let mut out = json!(found);
        out["doc"] = name;
        out["document"] = json!(null);
        println!("{out}");
    }
    Ok(())
}

fn blocks(text: &str) -> Vec<Block> {
    let mut out = Vec::new();
    let mut at = 0;
    let lines = text.split('\n').count();
    for line in text.split('\n') {
        let length = line.chars().count() as u32;
        let lead = line.chars().take_while(|c| c.is_whitespace()).count() as u32;
        let inner = line.trim();
        if !inner.is_empty() {
            let date = inner.len() < 20
                && inner.ends_with(|c: char| c.is_ascii_digit())
                && inner.contains(", ")
                && inner.split(' ').count() == 3;
            let kind = match (date, out.is_empty() && lines > 1 && inner.len() < 150) {
                (true, _) => BlockKind::Dateline,
                (_, true) => BlockKind::Headline,
                _ => BlockKind::Paragraph,
            };
            out.push(Block { kind, start: at + lead, end: at + lead + inner.chars().count() as u32 });
        }
        at += length + 1;
    }
    out
}
