//! Claims that may say the same: pairs of the annotated news, each judged by two annotators.
//!
//! `pairs/news.tsv` has the places of 900 pairs of the 451 annotated claims (texts: MEANTIME corpus, Wikinews, CC BY 4.0),
//! and a letter of each annotator: `S` the same, `P` one is a part of the other, `C` they contradict, `R` of one event, `N`
//! nothing in common. The first three are what a checker wants to see. All pairs are in it whose words are alike by a
//! plain measure (cosine of at least .2), and 180 of those that are less alike (.1 to .2).

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use anyhow::{Context, Result, ensure};
use assay_extract::likeness::{Measures, Portrait, WEIGHTS, rarity};
use assay_model::likeness::Likeness;

use crate::checkworthy::FOLDS;
use crate::linear::{Row, dot, fit};
use crate::report::Report;
use crate::sets;

/// What an error costs beside the length of the weights; chosen beforehand, as there are few pairs and few measures.
const COST: f64 = 10.0;

struct Pair {
    /// The articles of the two, by their place in the set.
    articles: (usize, usize),
    ours: Portrait,
    theirs: Portrait,
    statement: String,
    /// Both annotators say so.
    near: bool,
    same: bool,
    measures: Measures,
    /// The cosine of their words, as the plainest tool would have it.
    cosine: f64,
}

struct Set {
    pairs: Vec<Pair>,
    counts: HashMap<String, usize>,
    claims: usize,
}

impl Set {
    fn weight(&self, word: &str) -> f64 {
        rarity(self.counts.get(word).copied().unwrap_or(0), self.claims)
    }
}

/// The part of the report.
///
/// # Errors
/// If the set cannot be read or does not fit the pairs.
pub fn report(data: &Path, report: &mut Report) -> Result<()> {
    let set = read(data)?;
    let mut scores = vec![0.0; set.pairs.len()];
    for fold in 0..FOLDS {
        let is_test = |article: usize| article % FOLDS == fold;
        let train: Vec<&Pair> =
            set.pairs.iter().filter(|p| !is_test(p.articles.0) && !is_test(p.articles.1)).collect();
        let weights = learn(&train);
        for (pair, score) in set.pairs.iter().zip(&mut scores).filter(|(p, _)| is_test(p.articles.0)) {
            *score = probability(&weights, &pair.measures);
        }
    }
    let cosines: Vec<f64> = set.pairs.iter().map(|p| p.cosine).collect();
    let peer = format!("cosine of words {:.3}", average_precision(&set.pairs, &cosines));
    report.row(
        "pairs",
        "may be the same: average precision",
        average_precision(&set.pairs, &scores),
        None,
        &peer,
    );
    let shown = |scores: &[f64], least: f64| {
        let shown: Vec<&Pair> =
            set.pairs.iter().zip(scores).filter(|(_, s)| **s >= least).map(|(p, _)| p).collect();
        let right = shown.iter().filter(|p| p.near).count() as f64;
        let all = set.pairs.iter().filter(|p| p.near).count() as f64;
        (right / shown.len().max(1) as f64, right / all)
    };
    let (precision, recall) = shown(&scores, Likeness::NEAR);
    report.row("pairs", "shown: precision", precision, None, "");
    report.row("pairs", "shown: recall", recall, None, "");
    let shipped: Vec<f64> =
        set.pairs.iter().map(|p| p.ours.compare(&p.theirs, &|w| set.weight(w)).likeness).collect();
    let (precision, recall) = shown(&shipped, Likeness::NEAR);
    report.row("pairs", "shown, as shipped: precision", precision, None, "learnt from these pairs");
    report.row("pairs", "shown, as shipped: recall", recall, None, "learnt from these pairs");
    let wrong =
        set.pairs.iter().zip(&scores).filter(|(pair, score)| pair.near != (**score >= Likeness::NEAR));
    let line = |(pair, score): (&Pair, &f64)| {
        format!(
            "{score:.2} {}: {}",
            if pair.near { "near" } else { "apart" },
            pair.statement.replace('\n', " / ")
        )
    };
    report.errors("pairs", &wrong.map(line).collect::<Vec<_>>());
    contradictions(&set, report);
    Ok(())
}

/// Of pairs that say the same, how often a value is said to be at odds: as they stand, and with a number or a year of one of
/// them made another.
fn contradictions(set: &Set, report: &mut Report) {
    let (mut falsely, mut same) = (0_u32, 0_u32);
    let (mut told, mut altered) = (0_u32, 0_u32);
    let mut missed = Vec::new();
    for pair in set.pairs.iter().filter(|p| p.near) {
        let compare = |other: &Portrait| pair.ours.compare(other, &|w| set.weight(w));
        if pair.same {
            same += 1;
            falsely += u32::from(compare(&pair.theirs).contradicts);
        }
        let Some((from, to)) = pair.statement.split_once('\n') else { continue };
        let Some(other) = altered_of(from, to) else { continue };
        altered += 1;
        let likeness = compare(&Portrait::new(&other, None, None, true));
        if likeness.contradicts {
            told += 1;
        } else {
            missed.push(format!("{:.2} not told: {from} / {other}", likeness.likeness));
        }
    }
    report.errors("pairs", &missed);
    let others = set.pairs.iter().filter(|p| !p.near);
    let of = others.clone().count() as u32;
    let flagged = others.filter(|p| p.ours.compare(&p.theirs, &|w| set.weight(w)).contradicts);
    let flagged: Vec<String> =
        flagged.map(|p| format!("said to contradict: {}", p.statement.replace('\n', " / "))).collect();
    report.errors("pairs", &flagged);
    let share = |part: u32, of: u32| f64::from(part) / f64::from(of.max(1));
    report.row("pairs", "same claims said to contradict", share(falsely, same), None, "lower is better");
    let flagged = flagged.len() as u32;
    report.row("pairs", "other claims said to contradict", share(flagged, of), None, "lower is better");
    report.row("pairs", format!("{altered} altered values told"), share(told, altered), None, "");
}

/// The second statement with a number that both have made another: a day becomes another day, a year another year. Numbers
/// that are a part of a name are left: “Boeing 737”, “A380”, “Chapter 11”.
fn altered_of(ours: &str, theirs: &str) -> Option<String> {
    let known: Vec<&str> = numbers(ours).into_iter().map(|(_, n)| n).collect();
    let (at, number) = numbers(theirs).into_iter().find(|(_, n)| known.contains(n))?;
    let first = number.chars().next()?.to_digit(10)?;
    let value: Option<u32> = number.parse().ok();
    let other = match value {
        Some(day) if day <= 31 => (if day > 14 { day - 9 } else { day + 9 }).to_string(),
        Some(year) if (1900..2100).contains(&year) => (year - 3).to_string(),
        _ => format!("{}{}", if first < 6 { first + 3 } else { first - 4 }, number.get(1..)?),
    };
    Some(format!("{}{other}{}", theirs.get(..at)?, theirs.get(at + number.len()..)?))
}

/// The numbers of a text that are no part of a name, with their places in bytes.
fn numbers(text: &str) -> Vec<(usize, &str)> {
    const MONTHS: &str =
        "January February March April May June July August September October November December";
    let mut found = Vec::new();
    let mut before = "";
    let mut at = 0;
    for word in text.split_inclusive(' ') {
        let inner = word.trim_end_matches(|c: char| !c.is_ascii_digit());
        let number = inner.trim_start_matches(|c: char| "$(£€".contains(c));
        let named = before.starts_with(char::is_uppercase) && !MONTHS.contains(before);
        if number.starts_with(|c: char| c.is_ascii_digit()) && !named && !number.contains('-') {
            found.push((at + word.find(number).unwrap_or(0), number));
        }
        before = word.trim();
        at += word.len();
    }
    found
}

/// Prints the weights as the finder has them.
///
/// # Errors
/// If the set cannot be read.
pub fn weights(data: &Path) -> Result<String> {
    let set = read(data)?;
    let weights = learn(&set.pairs.iter().collect::<Vec<_>>());
    let numbers: Vec<String> = weights.iter().map(|w| format!("{w:.2}")).collect();
    Ok(format!("pub const WEIGHTS: [f64; {}] = [{}];", WEIGHTS.len(), numbers.join(", ")))
}

fn learn(pairs: &[&Pair]) -> Vec<f64> {
    let rows: Vec<Row> = pairs.iter().map(|p| row(&p.measures)).collect();
    let labels: Vec<bool> = pairs.iter().map(|p| p.near).collect();
    fit(&rows, &labels, WEIGHTS.len(), COST)
}

fn row(measures: &Measures) -> Row {
    measures.iter().copied().chain([1.0]).zip(0..).map(|(m, n)| (n, m as f32)).collect()
}

fn probability(weights: &[f64], measures: &Measures) -> f64 {
    1.0 / (1.0 + (-dot(weights, &row(measures))).exp())
}

/// The mean of the precision at each near pair, in order of score.
fn average_precision(pairs: &[Pair], scores: &[f64]) -> f64 {
    let mut order: Vec<(f64, bool)> = scores.iter().copied().zip(pairs.iter().map(|p| p.near)).collect();
    order.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let (mut right, mut sum) = (0.0, 0.0);
    for (n, (_, near)) in (1_u32..).zip(order) {
        if near {
            right += 1.0;
            sum += right / f64::from(n);
        }
    }
    sum / right
}

fn read(data: &Path) -> Result<Set> {
    let articles = sets::articles(data)?;
    let mut counts: HashMap<String, usize> = HashMap::new();
    // By article and place.
    let mut claims: BTreeMap<(&str, u32, u32), (usize, Portrait, &str)> = BTreeMap::new();
    for (n, article) in articles.iter().enumerate() {
        let published = article.metadata().published;
        for claim in &article.claims {
            let portrait = Portrait::new(&claim.statement, claim.claimant(), published.as_ref(), true);
            let mut words: Vec<&str> = portrait.words().collect();
            words.sort_unstable();
            words.dedup();
            for word in words {
                *counts.entry(word.to_owned()).or_default() += 1;
            }
            let id = article.doc.split('_').next().unwrap_or_default();
            claims.insert((id, claim.place.start, claim.place.end), (n, portrait, &claim.statement));
        }
    }
    let mut set = Set { pairs: Vec::new(), counts, claims: claims.len() };
    for (n, line) in include_str!("pairs/news.tsv").lines().enumerate().skip(1) {
        let pair: Option<Pair> = (|| {
            let fields: Vec<&str> = line.split('\t').collect();
            let [a, a_from, a_to, b, b_from, b_to, first, second] = fields.as_slice() else { return None };
            let of = |id: &'_ str, from: &str, to: &str| {
                claims.iter().find(|((i, f, t), _)| *i == id && f.to_string() == from && t.to_string() == to)
            };
            let (_, (one, ours, left)) = of(a, a_from, a_to)?;
            let (_, (two, theirs, right)) = of(b, b_from, b_to)?;
            let weight = |w: &str| set.weight(w);
            Some(Pair {
                articles: (*one, *two),
                ours: ours.clone(),
                theirs: theirs.clone(),
                statement: format!("{left}\n{right}"),
                near: *first != "R" && *first != "N" && *second != "R" && *second != "N",
                same: *first == "S" && *second == "S",
                measures: ours.measures(theirs, &weight),
                cosine: cosine(ours, theirs, &weight),
            })
        })();
        let pair = pair.with_context(|| format!("pairs/news.tsv:{}: no such claims", n + 1))?;
        set.pairs.push(pair);
    }
    ensure!(set.pairs.len() == 900, "{} pairs", set.pairs.len());
    Ok(set)
}

fn cosine(a: &Portrait, b: &Portrait, weight: &dyn Fn(&str) -> f64) -> f64 {
    let set = |p: &Portrait| p.words().map(str::to_owned).collect::<std::collections::BTreeSet<_>>();
    let (a, b) = (set(a), set(b));
    let square = |words: &mut dyn Iterator<Item = &String>| words.map(|w| weight(w).powi(2)).sum::<f64>();
    let length = (square(&mut a.iter()) * square(&mut b.iter())).sqrt();
    if length > 0.0 { square(&mut a.intersection(&b)) / length } else { 0.0 }
}
