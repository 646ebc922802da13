//! The parts of a long task: each announced, timed, and summed up at the end.

use std::fmt;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::process::{readable, show};

/// How a part went.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Outcome {
    Passed,
    Failed(String),
    /// Not run because a part that it stands on failed. Counts as failed: nothing was shown to hold.
    Blocked(&'static str),
    /// Not possible on this machine. Counts as neither.
    Skipped(String),
}

struct Part {
    name: &'static str,
    outcome: Outcome,
    time: Duration,
}

/// The parts run so far, and which ones the person asked for (all, if none is named).
pub struct Parts {
    wanted: Vec<String>,
    done: Vec<Part>,
}

impl Parts {
    /// No part run yet.
    pub fn new(wanted: &[String]) -> Self {
        Self { wanted: wanted.to_vec(), done: Vec::new() }
    }

    /// Whether the person asked for this part.
    pub fn wants(&self, name: &str) -> bool {
        self.wanted.is_empty() || self.wanted.iter().any(|wanted| wanted == name)
    }

    /// Runs the commands of a part one after the other until one fails; whether it went well.
    /// A part that stands on one that failed is not run, and counts as failed.
    pub fn run(&mut self, name: &'static str, after: &[&'static str], commands: Vec<Command>) -> bool {
        if !self.wants(name) {
            return true;
        }
        if let Some(after) = self.done.iter().find(|part| part.failed() && after.contains(&part.name)) {
            let after = after.name;
            self.record(name, Outcome::Blocked(after), Duration::ZERO);
            return false;
        }
        self.time(name, || {
            commands.into_iter().try_for_each(|mut command| show(command.stdin(Stdio::null())))
        })
    }

    /// Runs and times a part that is not just commands.
    pub fn time(&mut self, name: &'static str, work: impl FnOnce() -> Result<()>) -> bool {
        println!("\n━━ {name} ━━");
        let start = Instant::now();
        let outcome = match work() {
            Ok(()) => Outcome::Passed,
            Err(error) => {
                println!("{error:#}");
                Outcome::Failed(format!("{error:#}"))
            }
        };
        let passed = outcome == Outcome::Passed;
        println!(
            "━━ {name}: {} in {} ━━",
            if passed { "passed" } else { "FAILED" },
            readable(start.elapsed())
        );
        self.record(name, outcome, start.elapsed());
        passed
    }

    /// Says that a part can't run on this machine, and why.
    pub fn skip(&mut self, name: &'static str, why: &str) {
        if self.wants(name) {
            println!("\n━━ {name}: SKIPPED: {why} ━━");
            self.record(name, Outcome::Skipped(why.to_owned()), Duration::ZERO);
        }
    }

    fn record(&mut self, name: &'static str, outcome: Outcome, time: Duration) {
        self.done.push(Part { name, outcome, time });
    }

    /// Whether no part failed.
    pub fn all_passed(&self) -> bool {
        !self.done.iter().any(Part::failed)
    }
}

/// The table of all parts, closed by a line `N passed, M failed`.
impl fmt::Display for Parts {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.done.iter().map(|part| part.name.chars().count()).max().unwrap_or(0);
        writeln!(out, "Summary")?;
        for Part { name, outcome, time } in &self.done {
            let (word, detail) = match outcome {
                Outcome::Passed => ("passed ", String::new()),
                Outcome::Failed(why) => ("FAILED ", why.lines().next().unwrap_or_default().to_owned()),
                Outcome::Blocked(after) => ("FAILED ", format!("not run, because {after} failed")),
                Outcome::Skipped(why) => ("skipped", why.clone()),
            };
            let line = format!("  {word}  {name:width$}  {:>12}  {detail}", readable(*time));
            writeln!(out, "{}", line.trim_end())?;
        }
        for Part { name, outcome, .. } in &self.done {
            let Outcome::Failed(why) = outcome else { continue };
            let more = why.lines().skip(1).collect::<Vec<_>>();
            if !more.is_empty() {
                writeln!(out, "\n  The end of {name}:\n    {}\n", more.join("\n    "))?;
            }
        }
        let total = self.done.iter().map(|part| part.time).sum();
        writeln!(out, "  in all   {:width$}  {:>12}\n", "", readable(total))?;
        let count = |which: fn(&Part) -> bool| self.done.iter().filter(|part| which(part)).count();
        let failed = count(Part::failed);
        let skipped = count(|part| matches!(part.outcome, Outcome::Skipped(_)));
        write!(out, "{} passed, {failed} failed", self.done.len() - failed - skipped)?;
        if skipped > 0 { write!(out, ", {skipped} skipped") } else { Ok(()) }
    }
}

impl Part {
    fn failed(&self) -> bool {
        matches!(self.outcome, Outcome::Failed(_) | Outcome::Blocked(_))
    }
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;

    use super::*;

    #[test]
    fn a_blocked_part_counts_as_failed_and_a_skipped_one_as_neither() {
        let mut parts = Parts::new(&[]);
        assert!(parts.time("format", || Ok(())));
        assert!(!parts.time("build", || Err(anyhow!("it broke\nin two lines"))));
        assert!(!parts.run("tests", &["build"], vec![]));
        parts.skip("window", "there is no driver");
        assert!(!parts.all_passed());
        let text = parts.to_string();
        assert!(text.contains("it broke"));
        assert!(text.contains("The end of build:\n    in two lines\n"));
        assert!(text.contains("not run, because build failed"));
        assert_eq!(text.lines().last(), Some("1 passed, 2 failed, 1 skipped"));
    }

    #[test]
    fn only_wanted_parts_run() {
        let mut parts = Parts::new(&["tests".to_owned()]);
        assert!(parts.run("build", &[], vec![Command::new("no-such-program-anywhere")]));
        assert!(parts.run("tests", &["build"], vec![]));
        assert_eq!(parts.to_string().lines().last(), Some("1 passed, 0 failed"));
    }

    #[test]
    fn a_command_that_cannot_start_fails_its_part() {
        let mut parts = Parts::new(&[]);
        assert!(!parts.run("tests", &[], vec![Command::new("no-such-program-anywhere")]));
        assert!(!parts.all_passed());
    }
}
