//! Asking `assay` and reading what it says.

use std::path::Path;
use std::process::Output;

use assay_tests::{Workspace, sample_article};
use serde_json::Value;

/// What came of one call.
pub struct Answer {
    /// The number it exited with.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl From<Output> for Answer {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().expect("it ends by itself"),
            out: String::from_utf8(output.stdout).expect("it speaks UTF-8"),
            err: String::from_utf8(output.stderr).expect("it speaks UTF-8"),
        }
    }
}

/// Asks `assay` on a workspace.
pub fn ask(workspace: &Workspace, words: &[&str]) -> Answer {
    ask_with(workspace, words, &[])
}

/// The same with something on standard input.
pub fn ask_with(workspace: &Workspace, words: &[&str], input: &[u8]) -> Answer {
    let mut assay = workspace.assay();
    assay.env("ASSAY_PERSON", "Ines Moreau").args(words).write_stdin(input);
    assay.output().expect("assay runs").into()
}

/// Asks what must be done: exit 0. Gives standard output.
#[track_caller]
pub fn done(workspace: &Workspace, words: &[&str]) -> String {
    let answer = ask(workspace, words);
    assert_eq!(answer.code, 0, "{words:?}: {}", answer.err);
    answer.out
}

/// The same with `--json`; gives the lines.
#[track_caller]
pub fn records(workspace: &Workspace, words: &[&str]) -> Vec<Value> {
    let out = done(workspace, &[words, &["--json"]].concat());
    out.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}

/// Asks what must fail with this number and these words in the message. Nothing may be on standard output.
#[track_caller]
pub fn refused(workspace: &Workspace, code: i32, words: &[&str], said: &[&str]) {
    let answer = ask(workspace, words);
    assert_eq!(answer.code, code, "{words:?}: {}{}", answer.out, answer.err);
    assert_eq!(answer.out, "", "{words:?}");
    assert!(answer.err.starts_with("error: "), "{words:?}: {}", answer.err);
    for word in said {
        assert!(answer.err.contains(word), "{words:?} does not say {word:?}: {}", answer.err);
    }
}

/// A workspace, Delhi G20, with the sample article as D1.
pub fn with_sample() -> Workspace {
    let workspace = Workspace::named("delhi-g20");
    let sample = sample_article();
    done(&workspace, &["import", sample.to_str().unwrap()]);
    workspace
}

/// Part of a text by code points.
pub fn slice(text: &str, start: &Value, end: &Value) -> String {
    let at = |v: &Value| usize::try_from(v.as_u64().expect("an offset")).unwrap();
    text.chars().skip(at(start)).take(at(end) - at(start)).collect()
}

/// The claim whose first mention has these words in it.
#[track_caller]
pub fn claim_about(workspace: &Workspace, words: &str) -> Value {
    let about = |c: &Value| c["mentions"][0]["exact"].as_str().is_some_and(|e| e.contains(words));
    let mut found = records(workspace, &["claims"]).into_iter().filter(about);
    let claim = found.next().unwrap_or_else(|| panic!("no claim about {words}"));
    assert!(found.next().is_none(), "several claims about {words}");
    claim
}

/// The reference of that claim.
#[track_caller]
pub fn reference(workspace: &Workspace, words: &str) -> String {
    claim_about(workspace, words)["ref"].as_str().unwrap().to_owned()
}

/// The workspace's bytes, and that no log lies beside it.
#[track_caller]
pub fn bytes(file: &Path) -> Vec<u8> {
    let log = file.with_extension("assay-wal");
    assert!(std::fs::metadata(&log).map_or(0, |m| m.len()) == 0, "{} holds something", log.display());
    std::fs::read(file).expect("the workspace is there")
}
