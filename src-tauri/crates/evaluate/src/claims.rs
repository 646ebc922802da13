//! Claims of news texts, by the scorer that comes with the set, in folds of whole articles.

use std::ops::ControlFlow;
use std::path::Path;

use anyhow::Result;
use assay_extract::find_by;
use assay_model::found::Found;
use serde_json::{Value, json};

use crate::checkworthy::FOLDS;
use crate::report::Report;
use crate::sets::{self, scored};
use crate::train::{Labelled, clauses, debates, news, words};

/// The command's part of the report.
///
/// # Errors
/// If a set cannot be read, or its scorer (Python, standard library only) fails.
pub fn report(data: &Path, report: &mut Report) -> Result<()> {
    let articles = sets::articles(data)?;
    let words = words(&debates(data)?.iter());
    let all: Vec<Vec<Labelled>> = articles.iter().map(|a| clauses(&words, a)).collect();
    let mut lines = vec![String::new(); articles.len()];
    for n in 0..FOLDS {
        let others = all.iter().enumerate().filter(|(i, _)| i % FOLDS != n).flat_map(|(_, c)| c);
        let model = news(&words, others);
        for (article, line) in articles.iter().zip(&mut lines).skip(n).step_by(FOLDS) {
            let blocks = sets::blocks(&article.text);
            let found = find_by(&model, &article.text, &blocks, &article.metadata(), &mut |_| {
                ControlFlow::Continue(())
            });
            *line = prediction(&article.doc, found.as_ref()).to_string();
        }
    }
    let gold = data.join("claims/news-dev.gold.jsonl");
    let score = scored(&data.join("claims/score_claims.py"), &gold, &lines, &[])?;
    let every_line = "every line one claim";
    for (what, key, aim, peer) in [
        ("spans of the same words, F1", "claim_same_words_F", Some(0.62), ".342"),
        ("spans by overlap, F1", "claim_F", Some(0.87), ".769"),
        ("spans strict, F1", "claim_strict_F", None, ".139"),
        ("named claimant right", "claimant_acc_named", Some(0.85), "0"),
        ("attribution: content and speaker, F1", "attr_joint_F", Some(0.72), "0"),
        ("attribution: content, F1", "attr_F", None, "0"),
        ("sentences: average precision", "sentence_AP", None, ""),
    ] {
        let figure = score["figures"][key].as_f64().unwrap_or(0.0);
        let peer = if peer.is_empty() { String::new() } else { format!("{every_line} {peer}") };
        report.row("claims", what, figure, aim, &peer);
    }
    Ok(())
}

/// What was found as the scorer reads it: a claim for each mention.
fn prediction(doc: &str, found: Option<&Found>) -> Value {
    let mentions = found.iter().flat_map(|f| &f.claims).flat_map(|claim| {
        claim.mentions.iter().map(move |mention| {
            json!({
                "start": mention.start,
                "end": mention.end,
                "score": claim.score,
                "claimant": claim.claimant,
            })
        })
    });
    json!({
        "doc": doc,
        "sentences": found.map(|f| &f.sentences),
        "claims": mentions.collect::<Vec<Value>>(),
        "quotations": found.map(|f| &f.quotations),
    })
}
