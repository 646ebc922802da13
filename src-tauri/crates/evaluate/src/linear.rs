//! Logistic regression with an L2 penalty, by dual coordinate descent.
//!
//! After Yu, Huang and Lin, “Dual coordinate descent methods for logistic regression and maximum entropy models”,
//! Machine Learning 85 (2011), algorithm 5. Deterministic: the order is drawn from a fixed seed.

/// The features of one example that are not zero.
pub type Row = Vec<(u32, f32)>;

/// Passes over all examples at the most.
const PASSES: usize = 60;
/// A pass that moves no dual variable by more than this share of its range is the last.
const STILL: f64 = 1e-3;

/// Weights `w` of `width` features that minimise `|w|²/2 + cost · Σ log(1 + exp(−yᵢ w·xᵢ))`.
pub fn fit(rows: &[Row], labels: &[bool], width: usize, cost: f64) -> Vec<f64> {
    let mut weights = vec![0.0; width];
    let squares: Vec<f64> = rows.iter().map(|row| row.iter().map(|(_, x)| f64::from(x * x)).sum()).collect();
    // Each dual variable lies between 0 and `cost`; a small one is where an example says nothing new.
    let start = (0.001 * cost).min(1e-8);
    let mut duals = vec![start; rows.len()];
    for ((row, label), dual) in rows.iter().zip(labels).zip(&duals) {
        add(&mut weights, row, sign(*label) * dual);
    }
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let mut random = Random(0x5eed);
    for _ in 0..PASSES {
        random.shuffle(&mut order);
        let mut moved = 0.0_f64;
        for &i in &order {
            let Some(((row, label), (square, dual))) =
                rows.get(i).zip(labels.get(i)).zip(squares.get(i).copied().zip(duals.get_mut(i)))
            else {
                continue;
            };
            let y = sign(*label);
            let new = step(*dual, y * dot(&weights, row), square, cost);
            let by = new - *dual;
            moved = moved.max((by / cost).abs());
            add(&mut weights, row, y * by);
            *dual = new;
        }
        if moved < STILL {
            break;
        }
    }
    weights
}

/// The best value of one dual variable with all others held, by Newton's method.
fn step(old: f64, margin: f64, square: f64, cost: f64) -> f64 {
    // Seen from the nearer end of its range, so that the logarithm stays exact.
    let flip = 0.5 * square * (cost - 2.0 * old) + margin < 0.0;
    let from = if flip { cost - old } else { old };
    let slope = if flip { -margin } else { margin };
    let mut z = if cost - from < 0.5 * cost { 0.1 * from } else { from };
    for _ in 0..100 {
        let gradient = square * (z - from) + slope + (z / (cost - z)).ln();
        if gradient.abs() < 1e-6 {
            break;
        }
        let next = z - gradient / (square + cost / (z * (cost - z)));
        z = if next <= 0.0 { 0.1 * z } else { next.min(cost * (1.0 - 1e-12)) };
    }
    if flip { cost - z } else { z }
}

/// What the weights make of an example.
pub fn dot(weights: &[f64], row: &Row) -> f64 {
    row.iter().filter_map(|(n, x)| Some(weights.get(*n as usize)? * f64::from(*x))).sum()
}

fn add(weights: &mut [f64], row: &Row, by: f64) {
    for (n, x) in row {
        if let Some(weight) = weights.get_mut(*n as usize) {
            *weight += by * f64::from(*x);
        }
    }
}

fn sign(label: bool) -> f64 {
    if label { 1.0 } else { -1.0 }
}

/// A generator of numbers that looks random and is the same each time (xorshift64*, Marsaglia and Vigna).
pub struct Random(pub u64);

impl Random {
    /// The next number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % end.max(1)
    }

    /// Puts a list into another order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for i in (1..list.len()).rev() {
            let j = self.below(i + 1);
            list.swap(i, j);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_its_weights_the_sum_falls_in_no_direction() {
        let rows = vec![vec![(0, 1.0)], vec![(0, 1.0), (1, 2.0)], vec![(1, 1.0)], vec![(0, 0.5), (1, -1.0)]];
        let labels = [true, true, false, true];
        let cost = 3.0;
        let weights = fit(&rows, &labels, 2, cost);
        for (n, weight) in weights.iter().enumerate() {
            let pull: f64 = rows
                .iter()
                .zip(labels)
                .map(|(row, label)| {
                    let x: f64 =
                        row.iter().filter(|(k, _)| *k as usize == n).map(|(_, x)| f64::from(*x)).sum();
                    sign(label) * x / (1.0 + (sign(label) * dot(&weights, row)).exp())
                })
                .sum();
            assert!((weight - cost * pull).abs() < 0.02, "{n}: {weight} against {}", cost * pull);
        }
    }

    #[test]
    fn a_penalty_draws_towards_zero() {
        let rows = vec![vec![(0, 1.0), (1, 1.0)], vec![(1, 1.0)]];
        let labels = [true, false];
        let (free, held) = (fit(&rows, &labels, 2, 100.0), fit(&rows, &labels, 2, 0.01));
        assert!(free[0] > 5.0 && held[0] > 0.0 && held[0] < 0.01, "{free:?} {held:?}");
    }
}
