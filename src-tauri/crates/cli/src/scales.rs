//! Verdict scales: listed, shown, chosen, and a desk's own kept.

use std::collections::HashMap;
use std::path::Path;

use assay_engine::{Code, DeskPatch, Error, ScaleDraft, ScaleUse, Workspace};
use assay_model::scale::{Rating, RatingRef};
use assay_model::verdict::Verdict;
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::arguments::{Replacement, ScaleVerb};
use crate::failure::Failure;
use crate::importing::text_of;
use crate::output::{Output, shown};
use crate::table::{Set, Table};

/// A scale as a file has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ScaleFile {
    name: String,
    /// “scale show --json” prints these two too; a scale of one’s own gets its word from its name.
    #[serde(default, rename = "word")]
    _word: IgnoredAny,
    #[serde(default, rename = "built_in")]
    _built_in: IgnoredAny,
    #[serde(default)]
    description: String,
    ratings: Vec<RatingFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RatingFile {
    #[serde(default)]
    word: String,
    name: String,
    verdict: Verdict,
    role: Option<Verdict>,
    #[serde(default)]
    description: String,
    number: Option<f64>,
}

/// The scale that a file describes.
fn draft(file: &Path, word: Option<String>, replacements: &[Replacement]) -> Result<ScaleDraft, Error> {
    let text = text_of(file)?;
    let scale: ScaleFile = serde_json::from_str(&text).map_err(|e| {
        Error::new(Code::Invalid, format!("{} is no scale: {e}.", file.display()))
            .at("file")
            .hint("“assay scale show politifact --json” shows one.")
    })?;
    let rating = |r: RatingFile| Rating {
        word: r.word,
        name: r.name,
        role: r.role.unwrap_or(r.verdict),
        description: r.description,
        number: r.number,
        verdict: r.verdict,
    };
    Ok(ScaleDraft {
        word,
        name: scale.name,
        description: scale.description,
        ratings: scale.ratings.into_iter().map(rating).collect(),
        replacements: replaced(replacements),
    })
}

fn replaced(replacements: &[Replacement]) -> HashMap<String, RatingRef> {
    replacements.iter().map(|r| (r.old.clone(), r.new.clone())).collect()
}

/// Does what is asked of scales.
pub fn scales(workspace: &Workspace, verb: &ScaleVerb, out: &mut Output) -> Result<(), Failure> {
    match verb {
        ScaleVerb::List => {
            let scales = workspace.scales()?;
            if out.json() {
                return Ok(scales.iter().try_for_each(|s| out.record(s))?);
            }
            let mut table = Table::new(&[
                ("Word", Set::Left),
                ("Name", Set::Cut),
                ("Values", Set::Cut),
                ("Claims", Set::Right),
                ("", Set::Left),
            ]);
            for ScaleUse { scale, active, claims } in &scales {
                let names: Vec<&str> = scale.ratings.iter().map(|r| r.name.as_str()).collect();
                table.row([
                    scale.word.clone(),
                    scale.name.clone(),
                    names.join(", "),
                    claims.iter().sum::<u32>().to_string(),
                    if *active { "in use" } else { "" }.to_owned(),
                ]);
            }
            Ok(out.table(&table)?)
        }
        ScaleVerb::Show(asked) => show_scale(workspace, asked.scale.as_deref(), out),
        ScaleVerb::Use(asked) => {
            let patch = DeskPatch { scale: Some(asked.scale.clone()), ..DeskPatch::default() };
            out.outcome(&workspace.edit_desk(&patch)?)
        }
        ScaleVerb::Add(asked) => out.outcome(&workspace.save_scale(&draft(&asked.file, None, &[])?)?),
        ScaleVerb::Edit(asked) => {
            let word = Some(asked.which.scale.clone());
            out.outcome(&workspace.save_scale(&draft(&asked.file, word, &asked.replacements)?)?)
        }
        ScaleVerb::Remove(asked) => {
            out.outcome(&workspace.remove_scale(&asked.which.scale, &replaced(&asked.replacements))?)
        }
    }
}

fn show_scale(workspace: &Workspace, word: Option<&str>, out: &mut Output) -> Result<(), Failure> {
    let scales = workspace.scales()?;
    let found = scales.iter().find(|s| word.map_or(s.active, |w| s.scale.word == w));
    let Some(ScaleUse { scale, claims, .. }) = found else {
        let message = format!("There is no scale “{}”.", word.unwrap_or_default());
        return Err(Error::new(Code::NotFound, message).at("scale").into());
    };
    if out.json() {
        return Ok(out.record(scale)?);
    }
    out.line(format_args!("{}  {}", shown(&scale.word), shown(&scale.name)))?;
    out.line(shown(&scale.description))?;
    let mut table = Table::new(&[
        ("Word", Set::Left),
        ("Name", Set::Cut),
        ("Number", Set::Right),
        ("Stands for", Set::Left),
        ("Claims", Set::Right),
    ]);
    for (rating, claims) in scale.ratings.iter().zip(claims) {
        table.row([
            rating.word.clone(),
            rating.name.clone(),
            rating.number.map(|n| n.to_string()).unwrap_or_default(),
            rating.verdict.label().to_owned(),
            claims.to_string(),
        ]);
    }
    Ok(out.table(&table)?)
}
