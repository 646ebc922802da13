//! Saved views by the command line.

use serde_json::{Value, json};

use crate::asking::{done, records, with_sample};

fn views(workspace: &assay_tests::Workspace) -> Vec<Value> {
    let wanted = |view: Value| json!([view["name"], view["claims"], view["query"], view["sort"]]);
    records(workspace, &["views"]).into_iter().map(wanted).collect()
}

#[test]
fn views_are_saved_asked_changed_and_removed() {
    let workspace = with_sample();
    let run = |words: &[&str]| done(&workspace, words);
    assert_eq!(run(&["views"]), "0 views\n");
    run(&["views", "add", "Short", "minutes", "--sort", "ref"]);
    run(&["views", "add", "Not suggested", "-status:suggested"]);
    let all = records(&workspace, &["claims", "minutes"]).len();
    assert!(all > 0);
    assert_eq!(
        views(&workspace),
        [
            json!(["Short", all, "minutes", "ref"]),
            json!(["Not suggested", 0, "-status:suggested", "-edited"])
        ]
    );
    let listed = run(&["views"]);
    assert!(listed.contains("Not suggested") && listed.ends_with("2 views\n"), "{listed}");

    let found = records(&workspace, &["claims", "--view", "short"]);
    assert_eq!(found, records(&workspace, &["claims", "minutes", "--sort", "ref"]));
    let turned = records(&workspace, &["claims", "--view", "Short", "--sort", "-ref"]);
    assert!(turned.iter().eq(found.iter().rev()));
    // A query looks among what the view finds.
    let first = found[0]["ref"].as_str().unwrap();
    run(&["set", first, "status=open"]);
    assert_eq!(records(&workspace, &["claims", "--view", "Short", "status:open"]).len(), 1);
    assert_eq!(views(&workspace)[1][1], 1, "counts follow edits");

    run(&["views", "rename", "Short", "Minutes"]);
    run(&["views", "edit", "Minutes", "status:open", "minutes"]);
    run(&["views", "move", "Minutes", "--to", "2"]);
    assert_eq!(views(&workspace)[1], json!(["Minutes", 1, "status:open minutes", "ref"]));
    run(&["undo"]);
    assert_eq!(views(&workspace)[0][0], "Minutes");
    run(&["views", "remove", "Minutes"]);
    assert_eq!(views(&workspace).len(), 1);
    assert!(run(&["history"]).contains("removed the view “Minutes”"));
    assert!(run(&["check"]).contains("All is as it was written"));
}

#[test]
fn what_cannot_be_done_with_views_is_said() {
    let workspace = with_sample();
    let run = |words: &[&str]| {
        let output = workspace.assay().args(words).output().unwrap();
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let (code, said) = run(&["views", "add", "Old", "checkers:me", "\"open quote"]);
    assert!(code == Some(0) && said.contains("hint: ") && said.contains("checkers"), "{said}");
    // The quote that the view left open takes nothing of the query in.
    let (code, said) = run(&["claims", "--view", "Old", "statsu:open"]);
    assert!(code == Some(0) && said.contains("checkers") && said.contains("statsu"), "{said}");
    for (words, code, says) in [
        (&["views", "add", "old"][..], 1, "There already is a view “Old”."),
        (&["views", "add", " "], 2, "it is empty"),
        (&["views", "add", "X", "--sort", "size"], 2, "size"),
        (&["views", "rename", "None", "X"], 1, "There is no view “None”."),
        (&["views", "move", "Old", "--to", "0"], 2, "0"),
        (&["claims", "--view", "None"], 1, "The views are: Old."),
    ] {
        let (came, said) = run(words);
        assert!(came == Some(code) && said.contains(says), "{words:?}: {came:?} {said}");
    }
}
