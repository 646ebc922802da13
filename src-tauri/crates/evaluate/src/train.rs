//! Trains the model of check-worthiness: on debates how words, letters and shapes tell, on news when a clause is a claim.

use std::path::Path;

use anyhow::{Context, Result};
use assay_extract::training::{
    BITS, Buckets, FACTS, FAMILIES, Facts, Line, Model, Sentence, Weighed, of_article, of_sentence,
};
use serde::Deserialize;

use crate::linear::{Row, dot, fit};
use crate::sets::{self, Article};

/// How little weights are held to zero, a family each.
const COST: [f64; FAMILIES] = [25.0, 15.0, 10.0, 60.0];
/// The family that learns the facts by themselves too.
const SHAPES: usize = 2;
/// What a fact counts beside the shapes.
const FACT: f32 = 0.3;
/// A bucket that fewer sentences fall into teaches nothing.
const SELDOM: u32 = 2;
/// How little the weights of news are held to zero.
const NEWS_COST: f64 = 1.0;

/// A sentence of a debate.
#[derive(Debug)]
pub struct Spoken {
    /// As the model sees it.
    pub sentence: Sentence,
    /// −1 not factual, 0 factual and unimportant, 1 check-worthy.
    pub verdict: i8,
}

/// The sentences of `ClaimBuster`.
///
/// # Errors
/// If the set cannot be read.
pub fn debates(data: &Path) -> Result<Vec<Spoken>> {
    #[derive(Deserialize)]
    struct Record {
        text: String,
        verdict: i8,
    }
    let file = data.join("checkworthiness/claimbuster.csv");
    let mut reader = csv::Reader::from_path(&file).with_context(|| format!("opening {}", file.display()))?;
    let mut out = Vec::new();
    for record in reader.deserialize() {
        let Record { text, verdict } = record.with_context(|| format!("reading {}", file.display()))?;
        out.push(Spoken { sentence: of_sentence(&text), verdict });
    }
    Ok(out)
}

/// Learns from debates how check-worthy words are. Says nothing of news yet.
pub fn words<'s>(spoken: &(impl Iterator<Item = &'s Spoken> + Clone)) -> Model {
    let labels: Vec<bool> = spoken.clone().map(|s| s.verdict == 1).collect();
    let mut weights: [Vec<f32>; FAMILIES] = Default::default();
    let mut line = Line::ZERO;
    for (family, ((weights, bits), cost)) in weights.iter_mut().zip(BITS).zip(COST).enumerate() {
        let width = 1_u32 << bits;
        let seldom = seldom(spoken.clone().filter_map(|s| s.sentence.buckets.0.get(family)), width);
        let with_facts = family == SHAPES;
        let rows: Vec<Row> = spoken
            .clone()
            .map(|s| {
                let mut row = bucket_row(&s.sentence.buckets, family, &seldom);
                row.push((width, 1.0));
                if with_facts {
                    row.extend(s.sentence.facts.on().map(|n| (width + 1 + n as u32, FACT)));
                }
                row
            })
            .collect();
        let found = fit(&rows, &labels, width as usize + 1 + FACTS, cost);
        // The mean of the four is the model: families that learn together lean on each other's accidents.
        let share = |w: f64| (w / FAMILIES as f64) as f32;
        let (buckets, rest) = found.split_at(width as usize);
        *weights = buckets.iter().map(|w| share(*w)).collect();
        line.bias += rest.first().map_or(0.0, |w| share(*w));
        for (fact, weight) in line.facts.iter_mut().zip(rest.iter().skip(1)) {
            *fact += share(*weight) * FACT;
        }
    }
    Model::new(&weights, line, Line::ZERO, 1.0)
}

/// Which buckets too few sentences fall into.
fn seldom<'b>(families: impl Iterator<Item = &'b Vec<u32>>, width: u32) -> Vec<bool> {
    let mut seen = vec![0_u32; width as usize];
    for family in families {
        let mut buckets = family.clone();
        buckets.sort_unstable();
        buckets.dedup();
        for bucket in buckets {
            if let Some(count) = seen.get_mut(bucket as usize) {
                *count += 1;
            }
        }
    }
    seen.iter().map(|count| *count < SELDOM).collect()
}

/// The features of one family: each bucket as often as it is met, over the root of how many there are.
fn bucket_row(buckets: &Buckets, family: usize, seldom: &[bool]) -> Row {
    let mut all = buckets.0.get(family).cloned().unwrap_or_default();
    all.sort_unstable();
    let one = 1.0 / (all.len().max(1) as f32).sqrt();
    let mut row: Row = Vec::new();
    for bucket in all.into_iter().filter(|b| !seldom.get(*b as usize).copied().unwrap_or(true)) {
        match row.last_mut() {
            Some((last, x)) if *last == bucket => *x += one,
            _ => row.push((bucket, one)),
        }
    }
    row
}

/// A clause of an article, and whether an annotator found a claim there.
pub type Labelled = (Weighed, bool);

/// The clauses that are weighed in an article, each with whether half of it is half of an annotated claim.
pub fn clauses(model: &Model, article: &Article) -> Vec<Labelled> {
    let blocks = sets::blocks(&article.text);
    let weighed = of_article(model, &article.text, &blocks, &article.metadata());
    weighed
        .into_iter()
        .map(|w| (w, article.claims.iter().any(|claim| claim.place.is_mostly(w.start, w.end))))
        .collect()
}

/// Learns from articles when a clause is a claim.
pub fn news<'c>(model: &Model, clauses: impl Iterator<Item = &'c Labelled> + Clone) -> Model {
    let rows: Vec<Row> = clauses.clone().map(|(w, _)| news_row(w.margin, w.facts)).collect();
    let labels: Vec<bool> = clauses.map(|(_, is_claim)| *is_claim).collect();
    let found = fit(&rows, &labels, FACTS + 2, NEWS_COST);
    let at = |n: usize| found.get(n).copied().unwrap_or(0.0) as f32;
    let mut line = Line { bias: at(0), ..Line::ZERO };
    for (n, fact) in line.facts.iter_mut().enumerate() {
        *fact = at(n + 2);
    }
    debug_assert!(rows.iter().all(|row| dot(&found, row).is_finite()), "a weight is no number");
    model.with_news(line, at(1))
}

fn news_row(margin: f32, facts: Facts) -> Row {
    let mut row = vec![(0, 1.0), (1, margin)];
    row.extend(facts.on().map(|n| (n as u32 + 2, 1.0)));
    row
}

/// Trains on all there is and writes the file of weights.
///
/// # Errors
/// If a set cannot be read or the file not written.
pub fn write(data: &Path, file: &Path) -> Result<()> {
    let spoken = debates(data)?;
    let words = words(&spoken.iter());
    let articles = sets::articles(data)?;
    let clauses: Vec<Labelled> = articles.iter().flat_map(|a| clauses(&words, a)).collect();
    let model = news(&words, clauses.iter());
    std::fs::write(file, model.to_bytes()).with_context(|| format!("writing {}", file.display()))?;
    println!(
        "{} sentences of debates and {} clauses of {} articles: {}",
        spoken.len(),
        clauses.len(),
        articles.len(),
        file.display()
    );
    Ok(())
}
