//! Check-worthiness: on debates in five folds, and on news in five folds of whole articles.

use std::path::Path;

use anyhow::Result;

use crate::linear::Random;
use crate::report::Report;
use crate::sets;
use crate::train::{Labelled, Spoken, clauses, debates, news, words};

/// How many folds.
pub const FOLDS: usize = 5;

/// The command's part of the report.
///
/// # Errors
/// If a set cannot be read.
pub fn report(data: &Path, report: &mut Report) -> Result<()> {
    let spoken = debates(data)?;
    let fold = folds(&spoken);
    let mut average = 0.0;
    let mut f1 = 0.0;
    for n in 0..FOLDS {
        let part = |inside: bool| {
            spoken.iter().zip(&fold).filter(move |(_, f)| (**f == n) == inside).map(|(s, _)| s)
        };
        let model = words(&part(false));
        let scored = |inside: bool| -> Vec<(f64, bool)> {
            part(inside).map(|s| (f64::from(s.sentence.margin(&model)), s.verdict == 1)).collect()
        };
        let answers = scored(true);
        average += average_precision(&answers) / FOLDS as f64;
        // Where to draw the line is learnt inside the training part too, on a fifth that the weights have not seen.
        let line = threshold(&spoken, &fold, n);
        f1 += f1_at(&answers, line) / FOLDS as f64;
    }
    let peer = "TF-IDF and logistic regression .744";
    report.row("checkworthy", "ClaimBuster, 5 folds: average precision", average, Some(0.77), peer);
    report.row("checkworthy", "ClaimBuster, 5 folds: check-worthy F1", f1, Some(0.70), ".674");

    let articles = sets::articles(data)?;
    let words = words(&spoken.iter());
    let all: Vec<Vec<Labelled>> = articles.iter().map(|a| clauses(&words, a)).collect();
    let mut answers = Vec::new();
    for n in 0..FOLDS {
        let part = |inside: bool| all.iter().enumerate().filter(move |(i, _)| (i % FOLDS == n) == inside);
        let model = news(&words, part(false).flat_map(|(_, c)| c));
        answers.extend(
            part(true)
                .flat_map(|(_, c)| c)
                .map(|(w, is_claim)| (model.probability(w.margin, w.facts), *is_claim)),
        );
    }
    let share = answers.iter().filter(|(_, y)| *y).count() as f64 / answers.len().max(1) as f64;
    report.row("checkworthy", "news clauses, 5 folds: share that are claims", share, None, "");
    report.row("checkworthy", "news clauses: average precision", average_precision(&answers), None, "");
    report.row("checkworthy", "news clauses: calibration error", calibration_error(&answers), None, "");
    Ok(())
}

/// Which fold each sentence is in: every verdict spread evenly, in an order drawn from a fixed seed.
fn folds(spoken: &[Spoken]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..spoken.len()).collect();
    Random(7).shuffle(&mut order);
    order.sort_by_key(|i| spoken.get(*i).map(|s| s.verdict));
    let mut fold = vec![0; spoken.len()];
    for (n, i) in order.into_iter().enumerate() {
        if let Some(fold) = fold.get_mut(i) {
            *fold = n % FOLDS;
        }
    }
    fold
}

/// The margin with the best F1 on one of the other folds, by a model of the three left.
fn threshold(spoken: &[Spoken], fold: &[usize], held: usize) -> f64 {
    let inner = (held + 1) % FOLDS;
    let part = |wanted: fn(usize, usize, usize) -> bool| {
        spoken.iter().zip(fold).filter(move |(_, f)| wanted(**f, held, inner)).map(|(s, _)| s)
    };
    let model = words(&part(|f, held, inner| f != held && f != inner));
    let mut scored: Vec<(f64, bool)> = part(|f, _, inner| f == inner)
        .map(|s| (f64::from(s.sentence.margin(&model)), s.verdict == 1))
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    let all = scored.iter().filter(|(_, y)| *y).count() as f64;
    let mut best = (0.0, 0.0);
    let mut right = 0.0;
    for (n, (margin, y)) in scored.iter().enumerate() {
        right += f64::from(u8::from(*y));
        let f1 = 2.0 * right / (n as f64 + 1.0 + all);
        if f1 > best.0 {
            best = (f1, *margin);
        }
    }
    best.1
}

fn f1_at(answers: &[(f64, bool)], line: f64) -> f64 {
    let yes = answers.iter().filter(|(x, _)| *x >= line).count() as f64;
    let right = answers.iter().filter(|(x, y)| *x >= line && *y).count() as f64;
    let all = answers.iter().filter(|(_, y)| *y).count() as f64;
    2.0 * right / (yes + all)
}

/// The mean precision at each right answer, best score first.
pub fn average_precision(answers: &[(f64, bool)]) -> f64 {
    let mut sorted: Vec<&(f64, bool)> = answers.iter().collect();
    sorted.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut right = 0.0;
    let mut sum = 0.0;
    for (n, (_, y)) in sorted.into_iter().enumerate() {
        if *y {
            right += 1.0;
            sum += right / (n as f64 + 1.0);
        }
    }
    if right > 0.0 { sum / right } else { 0.0 }
}

/// The mean distance between what was promised and what came, over ten equal parts of the range of promises.
fn calibration_error(answers: &[(f64, bool)]) -> f64 {
    let mut error = 0.0;
    for tenth in 0..10 {
        let inside: Vec<_> = answers.iter().filter(|(p, _)| ((p * 10.0) as usize).min(9) == tenth).collect();
        let promised: f64 = inside.iter().map(|(p, _)| p).sum();
        let came = inside.iter().filter(|(_, y)| *y).count() as f64;
        error += (promised - came).abs() / answers.len().max(1) as f64;
    }
    error
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_those_of_a_case_done_by_hand() {
        let answers = [(0.9, true), (0.8, false), (0.7, true), (0.1, false)];
        assert!((average_precision(&answers) - 5.0 / 6.0).abs() < 1e-9);
        assert!((f1_at(&answers, 0.75) - 0.5).abs() < 1e-9);
        assert!((calibration_error(&[(0.95, true), (0.95, false)]) - 0.45).abs() < 1e-9);
    }
}
