//! Repeated runs and their figures.

use std::fmt;
use std::time::{Duration, Instant};

/// The times of repeated runs, shortest first.
#[derive(Debug, Clone)]
pub struct Runs(Vec<Duration>);

impl Runs {
    fn of(mut times: Vec<Duration>) -> Self {
        assert!(!times.is_empty(), "nothing was measured");
        times.sort_unstable();
        Self(times)
    }

    /// The time at this share of the runs, by the nearest-rank method: 0.5 is the median.
    pub fn at(&self, share: f64) -> Duration {
        let rank = (share * self.0.len() as f64).ceil() as usize;
        self.0[rank.clamp(1, self.0.len()) - 1]
    }
}

/// Does the work and its reference by turns, so that a slow moment of the machine hits both; each once before,
/// unmeasured, to warm the caches.
pub fn pair(runs: usize, mut work: impl FnMut(), mut reference: impl FnMut()) -> (Runs, Runs) {
    work();
    reference();
    let (work, reference) = (0..runs).map(|_| (time(&mut work), time(&mut reference))).unzip();
    (Runs::of(work), Runs::of(reference))
}

fn time(work: &mut impl FnMut()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// Does something once; what it gave, and how long it took.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let value = work();
    (value, start.elapsed())
}

/// Bytes of memory that this process holds, as Linux tells it; zero elsewhere.
pub fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|l| l.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.unwrap_or(0) * 1024
}

/// The figures of all that was measured, one row each.
#[derive(Default)]
pub struct Table(Vec<[String; 6]>);

impl Table {
    /// Adds a row; `items` is how many things one run works on.
    pub fn add(&mut self, name: &str, items: u64, runs: &Runs) {
        self.row(name, items, runs, String::new());
    }

    /// Adds the row of the reference and that of the work, which bears the ratio of the two medians.
    pub fn add_pair(
        &mut self,
        (name, work): (&str, &Runs),
        (reference_name, reference): (&str, &Runs),
        items: u64,
    ) {
        self.add(reference_name, items, reference);
        let ratio = work.at(0.5).as_secs_f64() / reference.at(0.5).as_secs_f64();
        self.row(name, items, work, format!("{ratio:.2} ×"));
    }

    fn row(&mut self, name: &str, items: u64, runs: &Runs, ratio: String) {
        let median = runs.at(0.5);
        let rate = items as f64 / median.as_secs_f64();
        let figures =
            [readable(median), readable(runs.at(0.95)), format!("{rate:.0}/s"), runs.0.len().to_string()];
        let [median, p95, rate, count] = figures;
        self.0.push([name.to_owned(), median, p95, rate, count, ratio]);
    }
}

impl fmt::Display for Table {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head = ["", "median", "95 %", "rate", "runs", "to reference"].map(str::to_owned);
        let rows: Vec<&[String; 6]> = std::iter::once(&head).chain(&self.0).collect();
        let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
        let widths: [usize; 6] = std::array::from_fn(width);
        for row in rows {
            write!(out, "{:width$}", row[0], width = widths[0])?;
            for (cell, width) in row.iter().zip(widths).skip(1) {
                write!(out, "  {cell:>width$}")?;
            }
            writeln!(out)?;
        }
        Ok(())
    }
}

/// A time with three figures.
fn readable(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    let (value, unit) = match seconds {
        s if s >= 1.0 => (s, "s"),
        s if s >= 1e-3 => (s * 1e3, "ms"),
        s => (s * 1e6, "µs"),
    };
    let places = if value >= 100.0 {
        0
    } else if value >= 10.0 {
        1
    } else {
        2
    };
    format!("{value:.places$} {unit}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_are_the_nearest() {
        let runs = Runs::of((1..=20).rev().map(Duration::from_secs).collect());
        assert_eq!(runs.at(0.5), Duration::from_secs(10));
        assert_eq!(runs.at(0.95), Duration::from_secs(19));
        assert_eq!(runs.at(1.0), Duration::from_secs(20));
        assert_eq!(Runs::of(vec![Duration::from_secs(7)]).at(0.5), Duration::from_secs(7));
    }

    #[test]
    fn the_first_runs_are_not_measured() {
        let (mut works, mut references) = (0, 0);
        let (work, reference) = pair(3, || works += 1, || references += 1);
        assert_eq!((work.0.len(), reference.0.len()), (3, 3));
        assert_eq!((works, references), (4, 4));
    }

    #[test]
    fn the_table_shows_the_ratio_of_the_medians() {
        let mut table = Table::default();
        let (slow, quick) = (Duration::from_millis(30), Duration::from_millis(20));
        table.add_pair(("an edit", &Runs::of(vec![slow])), ("a bare write", &Runs::of(vec![quick])), 1);
        let text = table.to_string();
        let last = text.lines().last().unwrap();
        assert!(last.contains("an edit") && last.contains("30.0 ms") && last.contains("33/s"));
        assert!(last.ends_with("1.50 ×"));
    }
}
