//! Mentions by the command line: moved, looked for, added.

use assay_tests::Workspace;
use serde_json::Value;

use crate::asking::{ask_with, done, records, refused, with_sample};

const FIRST: &str = "The talks in Delhi lasted less than ten minutes. Both sides said so.\n";
const SECOND: &str = "Wires said the talks in Delhi lasted less than ten minutes.\n\nThe talks in Delhi lasted less than twelve minutes.\n";

/// Two texts of the same talks and a claim of the first, which is DG-1 or later.
fn desk() -> (Workspace, String) {
    let workspace = Workspace::named("delhi-g20");
    for text in [FIRST, SECOND] {
        let answer = ask_with(&workspace, &["import", "-", "--no-find"], text.as_bytes());
        assert_eq!(answer.code, 0, "{}", answer.err);
    }
    let words =
        ["claim", "add", "--document", "D1", "--quote", "talks in Delhi lasted less than ten minutes"];
    let made = records(&workspace, &[&words[..], &["--statement", "They were short."]].concat());
    let reference = made[0]["ref"].as_str().unwrap().to_owned();
    (workspace, reference)
}

fn mentions(workspace: &Workspace, claim: &str) -> Vec<Value> {
    records(workspace, &["show", claim])[0]["mentions"].as_array().unwrap().clone()
}

#[test]
fn a_mention_is_moved_by_its_number_and_undone() {
    let (workspace, claim) = desk();
    let claim = claim.as_str();
    done(&workspace, &["mention", "move", claim, "1", "--span", "0..47"]);
    assert_eq!(mentions(&workspace, claim)[0]["exact"], "The talks in Delhi lasted less than ten minutes");
    done(&workspace, &["mention", "move", claim, "1", "--quote", "less than ten minutes"]);
    assert_eq!(mentions(&workspace, claim)[0]["start"], 26);
    assert!(done(&workspace, &["history", claim]).contains("moved a mention"));
    done(&workspace, &["undo"]);
    done(&workspace, &["undo"]);
    assert_eq!(mentions(&workspace, claim)[0]["start"], 4);
    let same = done(&workspace, &["mention", "move", claim, "1", "--span", "4..47"]);
    assert_eq!(same, "Nothing to change: it is so already.\n");
    refused(
        &workspace,
        1,
        &["mention", "move", claim, "2", "--span", "4..47"],
        &["has no mention 2", "1 mention"],
    );
    refused(&workspace, 1, &["mention", "move", claim, "1", "--span", "4..48000"], &["is outside it"]);
    refused(&workspace, 1, &["mention", "move", claim, "1", "--quote", "no such words"], &["does not stand"]);
    refused(&workspace, 2, &["mention", "move", claim, "0", "--span", "4..47"], &[]);
    refused(&workspace, 2, &["mention", "move", claim, "1"], &[]);
}

#[test]
fn where_the_words_stand_too_is_listed_with_what_differs_and_added() {
    let (workspace, claim) = desk();
    let claim = claim.as_str();
    let places = records(&workspace, &["mention", "find", claim]);
    let told: Vec<_> = places.iter().map(|p| (&p["document"], &p["likeness"], &p["known"])).collect();
    assert_eq!(
        format!("{told:?}"),
        r#"[(String("D2"), Number(100), Bool(false)), (String("D2"), Number(87), Bool(false)), (String("D1"), Number(100), Bool(true))]"#
    );
    let differs = &places[1]["differences"][0];
    assert_eq!(
        (&differs["sort"], &differs["ours"], &differs["theirs"]),
        (&"number".into(), &"ten".into(), &"twelve".into())
    );
    let list = done(&workspace, &["mention", "find", claim]);
    assert!(list.contains("Number: ten / twelve") && list.contains("a mention already"), "{list}");
    assert!(list.ends_with("3 places, 1 of them mentions already\n"), "{list}");

    // Alone, --add takes only what has the same words.
    done(&workspace, &["mention", "find", claim, "--add"]);
    assert_eq!(mentions(&workspace, claim).len(), 2);
    assert_eq!(
        done(&workspace, &["mention", "find", claim, "--add"]),
        "Nothing to change: it is so already.\n"
    );
    done(&workspace, &["mention", "find", claim, "--add", "1"]);
    assert_eq!(mentions(&workspace, claim)[2]["exact"], "talks in Delhi lasted less than twelve minutes");
    done(&workspace, &["undo"]);
    assert_eq!(mentions(&workspace, claim).len(), 2);
    refused(&workspace, 1, &["mention", "find", claim, "--add", "9"], &["no place 9", "3 places"]);
    refused(&workspace, 1, &["mention", "find", "DG-99"], &["There is no claim DG-99."]);
    assert_eq!(records(&workspace, &["mention", "find", claim, "--words", "Both sides said so"]).len(), 1);
}

#[test]
fn the_sample_has_its_words_in_one_place() {
    let workspace = with_sample();
    let places = records(&workspace, &["mention", "find", "DG-1"]);
    assert!(places.iter().any(|p| p["known"] == true && p["likeness"] == 100), "{places:?}");
}
