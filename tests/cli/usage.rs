//! What is asked wrongly, and where the workspace is looked for.

use assay_tests::{Workspace, sample_article};

use crate::asking::{ask, done, refused, with_sample};

#[test]
fn wrong_usage_exits_with_two_and_changes_nothing() {
    let workspace = with_sample();
    let before = done(&workspace, &["history"]);
    let claim = ["claim", "add", "--document", "D1", "--statement", "S"];
    let evidence = ["evidence", "add", "DG-1", "--title", "T"];
    let with = |start: &[&'static str], rest: &[&'static str]| [start, rest].concat();
    let calls = [
        vec!["fly"],
        vec!["claims", "--colour"],
        vec!["claims", "--sort", "beauty"],
        vec!["claims", "--limit", "few"],
        vec!["show"],
        vec!["show", "DG"],
        vec!["show", "D0"],
        vec!["sentences", "DG-1"],
        vec!["sentences"],
        vec!["import"],
        vec!["import", "-", "-"],
        vec!["import", "a.txt", "--published", "yesterday"],
        vec!["import", "a.txt", "--published", "2023-02-30"],
        vec!["import", "a.txt", "--url", "example.org"],
        vec!["find"],
        vec!["find", "a.txt", "--published", "2023-13"],
        claim.to_vec(),
        with(&claim, &["--span", "9..2"]),
        with(&claim, &["--span", "1-2"]),
        with(&claim, &["--span", "-1..2"]),
        vec!["claim", "add", "--document", "D1", "--quote", "Delhi", "--statement", " "],
        vec!["mention", "add", "DG-1", "--document", "1", "--span", "1..2"],
        vec!["mention", "add", "DG-1", "--document", "D1"],
        vec!["mention", "move", "DG-1", "1"],
        vec!["mention", "move", "DG-1", "0", "--span", "1..2"],
        vec!["mention", "find"],
        vec!["mention", "find", "DG-1", "--words", " "],
        vec!["mention", "find", "DG-1", "--add", "0"],
        vec!["set"],
        vec!["set", "DG-1"],
        vec!["set", "status=open"],
        vec!["set", "DG-1", "status=done"],
        vec!["set", "DG-1", "verdict=true"],
        vec!["set", "DG-1", "kind=poem"],
        vec!["set", "DG-1", "priority=now"],
        vec!["set", "DG-1", "label="],
        vec!["set", "DG-1", "statement=  "],
        vec!["set", "DG-1", "tag=x"],
        vec!["set", "DG-1", "shape=round"],
        vec!["set", "D1", "status=open"],
        evidence.to_vec(),
        with(&evidence, &["--stance", "maybe"]),
        with(&evidence, &["--stance", "supports", "--url", "javascript:x"]),
        with(&evidence, &["--stance", "supports", "--document", "D1"]),
        with(&evidence, &["--stance", "supports", "--span", "1..2"]),
        vec!["evidence", "add", "DG-1", "--stance", "supports"],
        vec!["sign-off"],
        vec!["sign-off", "DG-1", "--as", " "],
        vec!["export"],
        vec!["export", "--format", "pdf"],
        vec!["export", "--format", "csv", "--json"],
        vec!["history", "what"],
        vec!["backup"],
        vec!["bench-data", "many", "x.assay"],
        vec!["bench-data", "5"],
    ];
    for words in calls {
        refused(&workspace, 2, &words, &["--help"]);
    }
    assert_eq!(ask(&workspace, &[]).code, 2);
    assert_eq!(done(&workspace, &["history"]), before);
}

#[test]
fn what_is_not_there_or_not_allowed_exits_with_one() {
    let workspace = with_sample();
    refused(&workspace, 1, &["show", "DG-99"], &["There is no claim DG-99"]);
    refused(&workspace, 1, &["show", "XY-1"], &["There is no claim XY-1", "look like DG-1"]);
    refused(&workspace, 1, &["show", "D9"], &["There is no document D9"]);
    refused(&workspace, 1, &["sentences", "D9"], &["D9"]);
    refused(&workspace, 1, &["history", "DG-99"], &["DG-99"]);
    refused(&workspace, 1, &["sign-off", "DG-99"], &["DG-99"]);
    refused(&workspace, 1, &["set", "DG-1", "status=in-review"], &["cannot go to In review", "it can go to"]);
    let evidence = ["evidence", "add", "DG-99", "--stance", "supports", "--title", "T"];
    refused(&workspace, 1, &evidence, &["DG-99"]);
    refused(&workspace, 1, &["redo"], &["nothing to redo"]);
    refused(
        &workspace,
        1,
        &["export", "--format", "csv", "-o", "no/such/folder.csv"],
        &["does not exist", "hint: "],
    );
    refused(&workspace, 1, &["backup", "no/such/copy.assay"], &["hint: "]);
}

#[test]
fn help_and_version_go_to_standard_output() {
    let workspace = Workspace::new();
    for verb in [
        &["init"][..],
        &["import"],
        &["find"],
        &["documents"],
        &["sentences"],
        &["claims"],
        &["show"],
        &["claim", "add"],
        &["mention", "add"],
        &["set"],
        &["evidence", "add"],
        &["sign-off"],
        &["export"],
        &["undo"],
        &["redo"],
        &["history"],
        &["check"],
        &["backup"],
        &["bench-data"],
    ] {
        let help = done(&workspace, &[verb, &["--help"]].concat());
        assert!(help.contains("Examples:\n  assay ") && help.contains("--workspace"), "{verb:?}: {help}");
    }
    assert!(done(&workspace, &["--help"]).contains("Examples:"));
    assert!(done(&workspace, &["--version"]).starts_with("assay 0."));
}

#[test]
fn the_workspace_is_named_by_option_by_variable_or_by_default() {
    let workspace = Workspace::new();
    let sample = sample_article();
    let sample = sample.to_str().unwrap();
    let other = workspace.folder().join("other.assay");
    done(&workspace, &["--workspace", other.to_str().unwrap(), "init"]);
    assert!(other.exists() && !workspace.file().exists(), "the option comes before the variable");
    done(&workspace, &["init"]);
    assert!(workspace.file().exists());

    let default = workspace.folder().join("home/data/assay/My workspace.assay");
    for nothing in [None, Some("")] {
        let mut assay = workspace.assay();
        match nothing {
            None => assay.env_remove("ASSAY_WORKSPACE"),
            Some(empty) => assay.env("ASSAY_WORKSPACE", empty),
        };
        let output = assay.args(["import", sample]).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        let made = String::from_utf8_lossy(&output.stderr).contains("Made the workspace");
        assert_eq!(made, nothing.is_none(), "made once, and said so");
    }
    assert!(default.exists());
}

#[test]
fn a_missing_workspace_is_made_by_import_alone() {
    let workspace = Workspace::new();
    for words in [&["claims"][..], &["documents"], &["check"], &["undo"], &["set", "TE-1", "status=open"]] {
        refused(&workspace, 1, words, &["There is no workspace at", "hint: “assay init"]);
    }
    refused(&workspace, 1, &["import", "nowhere.txt"], &["There is no file"]);
    assert!(!workspace.file().exists(), "nothing came in, so nothing was made");
}
