//! `--json`: JSON Lines on standard output and nothing else there.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use assay_tests::{Workspace, programs, sample_article};
use serde_json::Value;

use crate::asking::{ask, done, records, with_sample};

#[test]
fn every_verb_keeps_standard_output_to_json() {
    let workspace = with_sample();
    let sample = sample_article();
    let sample = sample.to_str().unwrap();
    let made =
        ["claim", "add", "--document", "D1", "--quote", "the Indian capital, Delhi", "--statement", "It is."];
    let calls: &[(&[&str], usize)] = &[
        (&["init", "other.assay"], 1),
        (&["import", sample, sample], 2),
        (&["find", sample], 1),
        (&["documents"], 3),
        (&["sentences", "D1"], 22),
        (&["claims", "--limit", "4"], 4),
        (&["show", "DG-1"], 1),
        (&["show", "D1"], 1),
        (&made, 1),
        (&["mention", "add", "DG-1", "--document", "D1", "--quote", "Moscow’s recent decision"], 1),
        (&["mention", "move", "DG-1", "2", "--quote", "recent decision"], 1),
        (&["mention", "find", "DG-1", "--words", "recent decision to suspend"], 3),
        (&["set", "DG-1", "DG-2", "status=open"], 2),
        (&["evidence", "add", "DG-1", "--stance", "supports", "--title", "T"], 1),
        (&["set", "DG-1", "verdict=supported", "rationale=So."], 1),
        (&["sign-off", "DG-1"], 1),
        (&["export", "--format", "json"], 1),
        (&["export", "--format", "claimreview"], 1),
        (&["export", "--format", "csv", "-o", "out.csv"], 1),
        (&["export", "--format", "markdown", "--all", "-o", "out.md"], 1),
        (&["undo"], 1),
        (&["redo"], 1),
        (&["history", "DG-2"], 2),
        (&["check"], 1),
        (&["backup", "copy.assay"], 1),
        (&["bench-data", "30", "bench.assay"], 1),
    ];
    for (words, lines) in calls {
        for at in [0, words.len()] {
            // Before and after the verb; what changes something is asked once.
            let changes =
                !matches!(words[0], "find" | "documents" | "sentences" | "claims" | "show" | "check");
            if changes && at == 0 {
                continue;
            }
            let mut all = words.to_vec();
            all.insert(at, "--json");
            let answer = ask(&workspace, &all);
            assert_eq!(answer.code, 0, "{words:?}: {}", answer.err);
            assert!(answer.out.ends_with('\n'), "{words:?}");
            assert_eq!(answer.out.lines().count(), *lines, "{words:?}: {}", answer.out);
            for line in answer.out.lines() {
                let value: Value =
                    serde_json::from_str(line).unwrap_or_else(|e| panic!("{words:?}: {e}: {line}"));
                assert!(value.is_object() || words[0] == "export", "{words:?}: {line}");
            }
        }
    }
}

#[test]
fn what_fails_leaves_standard_output_empty() {
    let workspace = with_sample();
    for words in
        [&["show", "DG-99", "--json"][..], &["sign-off", "DG-1", "--json"], &["undo", "again", "--json"]]
    {
        let answer = ask(&workspace, words);
        assert_ne!(answer.code, 0, "{words:?}");
        assert_eq!(answer.out, "", "{words:?}");
        assert!(answer.err.starts_with("error: "), "{words:?}: {}", answer.err);
    }
}

#[test]
fn a_claim_has_the_fields_that_scripts_rely_on() {
    let workspace = with_sample();
    let expected = [
        "ref",
        "id",
        "label",
        "statement",
        "kind",
        "status",
        "verdict",
        "rating",
        "said",
        "claimant",
        "score",
        "priority",
        "values",
        "mentions",
        "evidence",
        "origins",
        "open_questions",
        "rationale",
        "tags",
        "checker",
        "updated",
    ];
    for claim in records(&workspace, &["claims"]) {
        let keys: BTreeSet<&str> = claim.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(keys, expected.into());
        let mention: BTreeSet<&str> =
            claim["mentions"][0].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(mention, ["document", "start", "end", "exact"].into());
        assert_eq!((&claim["verdict"], &claim["said"]), (&"".into(), &"".into()));
        assert_eq!(claim["evidence"], 0);
        assert_eq!(claim["updated"], "2026-11-23T13:42:00Z");
        assert!(claim["score"].as_f64().is_some_and(|s| (0.0..=1.0).contains(&s)));
    }
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    let workspace = Workspace::new();
    let file = workspace.file();
    done(&workspace, &["bench-data", "2000", file.to_str().unwrap()]);
    let mut assay = Command::new(programs::assay())
        .args(["claims", "--json"])
        .envs(workspace.environment())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = String::new();
    BufReader::new(assay.stdout.take().unwrap()).read_line(&mut first).unwrap();
    let ended = assay.wait_with_output().unwrap();
    assert!(serde_json::from_str::<Value>(&first).is_ok());
    assert_eq!(ended.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&ended.stderr), "");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_standard_output_is_told() {
    let workspace = with_sample();
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let ended = Command::new(programs::assay())
        .arg("claims")
        .envs(workspace.environment())
        .stdout(full)
        .output()
        .unwrap();
    assert_eq!(ended.status.code(), Some(1));
    assert_eq!(
        String::from_utf8_lossy(&ended.stderr),
        "error: Standard output could not be written: the disk is full.\n"
    );
}

#[test]
fn made_up_claims_are_the_same_each_time() {
    let workspace = Workspace::new();
    let claims = |name: &str| {
        done(&workspace, &["bench-data", "120", name]);
        let mut claims = records(&workspace, &["--workspace", name, "claims", "--sort", "ref"]);
        for claim in &mut claims {
            let claim = claim.as_object_mut().unwrap();
            claim.remove("id");
            claim.remove("ref");
        }
        claims
    };
    let first = claims("one.assay");
    assert_eq!(first.len(), 120);
    assert_eq!(first, claims("two.assay"));
    let again = ask(&workspace, &["bench-data", "120", "one.assay"]);
    assert_eq!((again.code, again.out.as_str()), (1, ""));
    assert!(again.err.contains("already is a file"), "{}", again.err);
    done(&workspace, &["--workspace", "one.assay", "check"]);
}

#[test]
fn tables_for_people_are_aligned_and_speak_in_words() {
    let workspace = with_sample();
    done(&workspace, &["set", "DG-1", "status=in-progress", "verdict=conflicting"]);
    let table = done(&workspace, &["claims", "--sort", "ref"]);
    let lines: Vec<&str> = table.lines().collect();
    let status = lines[0].find("Status").unwrap();
    assert!(lines[0].starts_with("Ref "), "{table}");
    assert!(lines[1].starts_with("DG-1 ") && lines[1].contains("Conflicting  "), "{table}");
    assert_eq!(lines[1].chars().skip(status).collect::<String>(), "In progress");
    assert_eq!(lines.last(), Some(&format!("{} claims", lines.len() - 2).as_str()));
    for words in [&["documents"][..], &["sentences", "D1"], &["history"], &["show", "DG-1"], &["show", "D1"]]
    {
        let shown = done(&workspace, words);
        assert!(shown.lines().count() > 1 && !shown.contains('{'), "{words:?}: {shown}");
    }
}
