//! Kill -9 at any moment loses no acknowledged edit, and leaves a workspace that is sound.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "test code")]

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use assay_tests::{Workspace, programs, sample_article};
use serde_json::Value;

/// How many edits are acknowledged at least, in either way of making them.
const EDITS: usize = 200;

fn with_sample() -> Workspace {
    let workspace = Workspace::named("crash");
    workspace.assay().arg("import").arg(sample_article()).assert().success();
    workspace
}

/// The numbers of the edits that are in the workspace, by the tags of its first claim.
fn kept(workspace: &Workspace) -> BTreeSet<u64> {
    let shown =
        workspace.assay().args(["show", "CR-1", "--json"]).assert().success().get_output().stdout.clone();
    let claim: Value = serde_json::from_slice(&shown).unwrap();
    let number = |tag: &Value| tag.as_str().unwrap().strip_prefix("edit-").unwrap().parse().unwrap();
    claim["tags"].as_array().unwrap().iter().map(number).collect()
}

/// Everything acknowledged is there, and of what was not only edits that were under way: `under_way` at most.
#[track_caller]
fn nothing_is_lost(workspace: &Workspace, acknowledged: &BTreeSet<u64>, under_way: usize) {
    let kept = kept(workspace);
    let lost: Vec<_> = acknowledged.difference(&kept).collect();
    assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
    let more = kept.difference(acknowledged).count();
    assert!(more <= under_way, "{more} edits that nobody acknowledged");
    workspace.assay().arg("check").timeout(Duration::from_mins(1)).assert().success();
    // Every edit is one operation; the workspace and the import are two more.
    let history =
        workspace.assay().args(["history", "--json"]).assert().success().get_output().stdout.clone();
    assert_eq!(history.split(|b| *b == b'\n').filter(|l| !l.is_empty()).count(), kept.len() + 2);
}

/// Pseudo-random numbers that repeat from run to run (a linear congruence with Knuth's constants for MMIX).
struct Moments(u64);

impl Moments {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

#[test]
fn a_process_killed_among_its_edits_loses_no_acknowledged_one() {
    const ROUNDS: u64 = 10;
    let workspace = with_sample();
    let mut moments = Moments(20_230_302);
    let mut acknowledged = BTreeSet::new();
    for round in 0..ROUNDS {
        let first = round * 1_000_000;
        let mut edits = Command::new(env!("CARGO_BIN_EXE_edits"))
            .arg(workspace.file())
            .arg(first.to_string())
            .envs(workspace.environment())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(edits.stdout.take().unwrap()).lines();
        let number = |line: std::io::Result<String>| line.unwrap().parse::<u64>().unwrap();
        let least = EDITS as u64 / ROUNDS + moments.below(20);
        for _ in 0..least {
            acknowledged.insert(number(lines.next().expect("it goes on until it is killed")));
        }
        // Anywhere within the next edits.
        std::thread::sleep(Duration::from_micros(moments.below(20_000)));
        edits.kill().unwrap();
        assert!(!edits.wait().unwrap().success());
        // What it said before it died counts too.
        acknowledged.extend(lines.map(number));
        nothing_is_lost(&workspace, &acknowledged, round as usize + 1);
    }
    assert!(acknowledged.len() >= EDITS);
}

#[test]
fn command_lines_killed_at_any_moment_lose_no_acknowledged_edit() {
    let workspace = with_sample();
    let mut moments = Moments(7);
    let edit = |number: u64| {
        Command::new(programs::assay())
            .args(["set", "CR-1", &format!("tag+=edit-{number}")])
            .envs(workspace.environment())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    };
    let start = Instant::now();
    assert!(edit(0).wait().unwrap().success());
    let life = u64::try_from(start.elapsed().as_micros()).unwrap();

    let mut acknowledged = BTreeSet::from([0]);
    let (mut number, mut killed) = (0, 0);
    while acknowledged.len() < EDITS {
        number += 1;
        let mut running = edit(number);
        // One in three is killed, from before it begins to after it has ended.
        if number % 3 == 0 {
            std::thread::sleep(Duration::from_micros(moments.below(life * 5 / 4)));
            running.kill().unwrap();
        }
        let ended = running.wait().unwrap();
        if ended.success() {
            acknowledged.insert(number);
        } else {
            assert_eq!(ended.code(), None, "it was killed, and did not fail by itself");
            killed += 1;
        }
    }
    assert!(killed > 10, "{killed} were killed");
    nothing_is_lost(&workspace, &acknowledged, killed);
}
