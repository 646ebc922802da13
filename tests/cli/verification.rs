//! A claim by the command line from suggestion to sign-off, and all that verification has verbs for.

use assay_tests::{Workspace, sample_article};
use serde_json::Value;

fn done(workspace: &Workspace, words: &[&str]) -> String {
    let output = workspace.assay().args(words).output().unwrap();
    let (out, err) =
        (String::from_utf8(output.stdout).unwrap(), String::from_utf8_lossy(&output.stderr).into_owned());
    assert!(output.status.success(), "{words:?}: {err}");
    out
}

fn refused(workspace: &Workspace, words: &[&str], code: i32, says: &str) {
    let before = head(workspace);
    let output = workspace.assay().args(words).output().unwrap();
    let err = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{words:?}: {err}");
    assert!(err.contains(says), "{words:?}: {err}");
    assert_eq!(head(workspace), before, "{words:?} changed something");
}

fn head(workspace: &Workspace) -> String {
    done(workspace, &["--json", "history"]).lines().next().unwrap_or_default().to_owned()
}

fn json(workspace: &Workspace, words: &[&str]) -> Value {
    let mut all = vec!["--json"];
    all.extend(words);
    serde_json::from_str(done(workspace, &all).lines().next().unwrap()).unwrap()
}

fn desk() -> (Workspace, String) {
    let workspace = Workspace::named("delhi-g20");
    let sample = sample_article();
    done(&workspace, &["import", sample.to_str().unwrap(), "--publisher", "BBC News"]);
    let claim = json(&workspace, &["claims", "\"less than 10 minutes\""]);
    let reference = claim["ref"].as_str().unwrap().to_owned();
    (workspace, reference)
}

#[test]
fn a_claim_goes_the_whole_way() {
    let (workspace, claim) = desk();
    let claim = claim.as_str();
    let run = |words: &[&str]| done(&workspace, words);
    run(&["set", claim, "status=in-progress"]);
    run(&[
        "evidence",
        "add",
        claim,
        "--stance",
        "supports",
        "--title",
        "Transcript",
        "--primary",
        "--origin",
        "Pool",
    ]);
    run(&[
        "evidence",
        "add",
        claim,
        "--stance",
        "context",
        "--title",
        "A clerk",
        "--kind",
        "interview",
        "--origin",
        "pool",
    ]);
    run(&["evidence", "add", claim, "--stance", "refutes", "--source", "R1", "--locator", "p. 2"]);
    let shown = json(&workspace, &["show", claim]);
    assert_eq!((&shown["evidence"], &shown["origins"]), (&Value::from(3), &Value::from(1)));
    assert_eq!(shown["evidence_items"][1]["confidential"], true, "an interview, unless told otherwise");
    assert!(run(&["show", claim]).contains("Evidence: 3 items, 1 origin"));
    run(&["set", claim, "verdict=supported", "rationale=See [1] and [3].", "checker=me"]);
    run(&["evidence", "move", claim, "3", "--to", "1"]);
    assert_eq!(json(&workspace, &["show", claim])["rationale"], "See [2] and [1].");
    run(&["evidence", "remove", claim, "3"]);
    run(&["note", "add", claim, "--question", "Which clock?"]);
    assert!(run(&["note", "questions"]).contains("Which clock?"));
    assert!(run(&["export", "--format", "questions"]).contains("Which clock?"));
    run(&["note", "answer", claim, "1", "The ministry’s."]);
    run(&["checklist", "tick", claim, "1"]);

    run(&["settings", "--two-person", "on"]);
    refused(&workspace, &["sign-off", claim, "--as", "Tomasz Wilk"], 1, "has to be In review first");
    run(&["set", claim, "status=in-review"]);
    refused(&workspace, &["sign-off", claim], 1, "may not sign it off");
    run(&["sign-off", claim, "--as", "Tomasz Wilk"]);
    let signed = json(&workspace, &["show", claim]);
    assert_eq!(signed["signed_digest"].as_str().map(str::len), Some(64));
    refused(&workspace, &["source", "edit", "R1", "--title", "Other"], 1, "reopens 1 signed-off claim");
    let operation = json(&workspace, &["history"])["operation"].to_string();
    run(&["source", "edit", "R1", "--title", "Other", "--yes"]);
    assert_eq!(json(&workspace, &["show", claim])["status"], "in-review");
    assert_eq!(json(&workspace, &["show", claim, "--at", &operation])["status"], "signed-off");
    run(&["set", claim, "statement=Something else."]);
    run(&["restore", claim, "--to", &operation]);
    assert_eq!(json(&workspace, &["show", claim])["statement"], signed["statement"]);
    assert!(run(&["history", claim, "--changes"]).contains("Statement: "));
    assert!(!run(&["history", "--by", "me"]).is_empty() && run(&["history", "--by", "Nobody"]).is_empty());
    assert!(run(&["check"]).contains("All is as it was written"));
}

#[test]
fn claims_are_related_merged_split_judged_and_purged() {
    let (workspace, claim) = desk();
    let claim = claim.as_str();
    let run = |words: &[&str]| done(&workspace, words);
    let prefix = claim.split('-').next().unwrap();
    let (one, two) = (format!("{prefix}-1"), format!("{prefix}-2"));
    run(&["relate", claim, "contradicts", &one]);
    assert!(run(&["show", &one]).contains("Contradicts"));
    run(&["unrelate", &one, "contradicts", claim]);
    run(&["merge", &one, "--into", &two]);
    assert!(run(&["show", &one]).contains("Merged into"));
    refused(&workspace, &["set", &one, "status=open"], 1, "was merged into");
    run(&["unmerge", &one]);
    run(&["undo"]);
    run(&["redo"]);
    assert_eq!(json(&workspace, &["show", &one])["status"], "suggested");
    run(&["split", claim, "--part", "It was in Delhi.", "--part", "It was short."]);
    assert!(run(&["show", claim]).contains("Has part"));
    run(&["assign", claim, &one, "--checker", "Ada Okafor", "--reviewer", "me"]);
    assert!(run(&["person", "list"]).contains("Ada Okafor"));
    assert!(run(&["claims", "checker:ada"]).contains(claim));

    let scale = workspace.write(
        "ours.json",
        r#"{"name": "Ours", "ratings": [{"name": "Holds", "verdict": "supported"}, {"name": "Falls", "verdict": "refuted"}, {"name": "Odd", "verdict": "conflicting"}]}"#,
    );
    run(&["scale", "add", scale.to_str().unwrap()]);
    run(&["scale", "use", "ours"]);
    run(&["set", claim, "status=open", "rating=odd"]);
    let judged = json(&workspace, &["show", claim]);
    assert_eq!(
        (&judged["verdict"], &judged["rating_name"]),
        (&Value::from("conflicting"), &Value::from("Odd"))
    );
    run(&["scale", "use", "assay"]);
    refused(&workspace, &["scale", "remove", "ours"], 1, "is the verdict of 1 claim");
    run(&["scale", "remove", "ours", "--replace", "odd=politifact/half-true"]);
    assert_eq!(json(&workspace, &["show", claim])["rating_name"], "Half True");

    run(&["evidence", "add", claim, "--stance", "context", "--title", "Hidden clerk", "--kind", "interview"]);
    refused(&workspace, &["purge", "R1"], 1, "Backups and copies made earlier still hold it");
    run(&["purge", "R1", "--yes", "R1"]);
    refused(&workspace, &["undo"], 1, "was purged");
    assert!(run(&["check"]).contains("All is as it was written"));
    let bytes = std::fs::read(workspace.file()).unwrap();
    assert!(!bytes.windows(12).any(|w| w == b"Hidden clerk"), "a trace of it is left in the file");
}

#[test]
fn bad_input_is_refused_at_its_field_and_changes_nothing() {
    let (workspace, claim) = desk();
    let claim = claim.as_str();
    done(&workspace, &["set", claim, "status=open"]);
    refused(&workspace, &["sign-off", claim], 1, "lacks a verdict, a rationale and evidence");
    refused(&workspace, &["set", claim, "status=suggested"], 1, "cannot go to Suggested");
    refused(&workspace, &["set", claim, "rationale=See [7]."], 1, "[7] cites evidence that is not there");
    let add = |more: &[&'static str]| {
        let mut words = vec!["evidence", "add", claim, "--stance", "supports", "--title", "T"];
        words.extend(more);
        words
    };
    refused(&workspace, &add(&["--url", "not an address"]), 2, "is not a web address");
    refused(&workspace, &add(&["--published", "2026-13-02"]), 2, "2026-13-02");
    let twice = r#"{"name": "Ours", "ratings": [{"name": "Yes", "verdict": "supported"}, {"name": "yes", "verdict": "refuted"}]}"#;
    let twice = workspace.write("twice.json", twice);
    refused(&workspace, &["scale", "add", twice.to_str().unwrap()], 1, "Two values are named “yes”");
    let number = r#"{"name": "Ours", "ratings": [{"name": "Yes", "verdict": "supported"}, {"name": "Who knows", "verdict": "not-enough-evidence", "number": 2}]}"#;
    let number = workspace.write("number.json", number);
    refused(&workspace, &["scale", "add", number.to_str().unwrap()], 1, "no place between true and false");
    done(&workspace, &["source", "add", "--title", "T"]);
    let large = workspace.write("large.pdf", "");
    std::fs::File::options().write(true).open(&large).unwrap().set_len(51 * 1024 * 1024).unwrap();
    refused(&workspace, &["source", "store", "R1", large.to_str().unwrap()], 1, "larger than 50 MB");
}

#[test]
fn all_that_a_query_finds_is_changed_as_was_said() {
    let (workspace, claim) = desk();
    let claim = claim.as_str();
    done(&workspace, &["set", claim, "status=open", "verdict=supported"]);
    let before = head(&workspace);
    let all = ["set", "--query", "status:open,suggested", "verdict=refuted"];
    let said = done(&workspace, &[&all[..], &["--dry-run"]].concat());
    let first = said.lines().next().unwrap();
    assert!(first.starts_with("1 of ") && first.contains(" will be set to Refuted; "), "{said}");
    assert!(first.ends_with(" are Suggested."), "{said}");
    assert_eq!(head(&workspace), before, "only said");
    let preview = json(&workspace, &[&all[..], &["--dry-run"]].concat());
    assert_eq!(
        (preview["changed"].as_u64(), preview["left"][0]["why"].as_str()),
        (Some(1), Some("are Suggested"))
    );
    assert_eq!(done(&workspace, &all), first.replace("will be set", "set") + "\n");
    done(&workspace, &["undo"]);
    assert_eq!(json(&workspace, &["show", claim])["verdict"], "supported");
    // Claims that are named are changed all or none.
    let named = done(&workspace, &["set", claim, "DG-1", "DG-2", "verdict=refuted", "--dry-run"]);
    assert!(named.contains("all or none: none would be."), "{named}");
    refused(&workspace, &["set", claim, "--query", "", "verdict=refuted"], 2, "not both");
    refused(&workspace, &["set", "--query", "", "tag+=a,b"], 1, "without a comma");
    // A slip that would mean every claim.
    let slip = ["set", "--query", "-status:opne", "priority=high"];
    refused(&workspace, &slip, 2, "“opne” leaves nothing out; did you mean “open”?");
    done(&workspace, &["set", claim, "tag+=print"]);
    let untagged = json(&workspace, &["set", "--query", "tag:none", "priority=high", "--dry-run"]);
    let any = json(&workspace, &["set", "--query", "", "priority=high", "--dry-run"]);
    assert_eq!(untagged["claims"].as_u64().unwrap() + 1, any["claims"].as_u64().unwrap());
}
