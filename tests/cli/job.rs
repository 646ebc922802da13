//! The main job from end to end, each step by a process of its own.

use assay_tests::{Workspace, sample_article};
use serde_json::json;

use crate::asking::{ask, claim_about, done, records, reference, refused, with_sample};

const TREATY: &str = "decision to suspend its participation in the pact";

#[test]
fn from_an_article_to_a_verified_set() {
    let workspace = Workspace::named("delhi-g20");
    assert!(done(&workspace, &["init"]).contains("DG-1"));
    refused(&workspace, 1, &["init"], &["already is a file", "hint: "]);
    let imported = done(&workspace, &["import", sample_article().to_str().unwrap()]);
    assert!(imported.contains("UTF-8") && imported.contains("D1"), "{imported}");

    // Triage.
    let claim = reference(&workspace, TREATY);
    refused(&workspace, 1, &["set", &claim, "verdict=supported"], &["is Suggested", "Accept it first"]);
    let change =
        ["set", &claim, "status=open", "label=New START suspension", "tag+=treaty", "checker=Ada Okafor"];
    let changed = &records(&workspace, &change)[0];
    assert_eq!(
        json!([changed["status"], changed["label"], changed["tags"], changed["checker"], changed["updated"]]),
        json!(["open", "New START suspension", ["treaty"], "Ada Okafor", "2026-11-23T13:42:00Z"])
    );

    // The gates, one after the other, by both ways of signing off.
    for sign in [vec!["sign-off", &claim], vec!["set", &claim, "status=signed-off"]] {
        refused(&workspace, 1, &sign, &["lacks a verdict, a rationale and evidence"]);
    }
    done(&workspace, &["set", &claim, "verdict=supported"]);
    refused(&workspace, 1, &["sign-off", &claim], &["lacks a rationale and evidence"]);
    let cited = "rationale=The ministry announced it [1].";
    refused(
        &workspace,
        1,
        &["set", &claim, cited],
        &["[1] cites evidence that is not there", "field: rationale"],
    );
    done(&workspace, &["set", &claim, "rationale=The ministry announced it."]);
    refused(&workspace, 1, &["sign-off", &claim], &["lacks evidence"]);
    let evidence =
        ["evidence", "add", &claim, "--stance", "supports", "--title", "Statement of the ministry"];
    let more = ["--url", "https://example.org/statement", "--quote", "We suspend our participation."];
    assert_eq!(records(&workspace, &[&evidence[..], &more].concat())[0]["evidence"], 1);
    done(&workspace, &["set", &claim, cited]);

    // A missing primary source is told and does not hold it up.
    let signed = ask(&workspace, &["sign-off", &claim, "--as", "Ada Okafor"]);
    assert_eq!(signed.code, 0, "{}", signed.err);
    assert!(signed.err.contains("warning: ") && signed.err.contains("no primary source"), "{}", signed.err);
    let shown = &records(&workspace, &["show", &claim])[0];
    assert_eq!(shown["signed_off_by"], "Ada Okafor");
    assert_eq!(shown["evidence_items"][0]["quote"], "We suspend our participation.");
    assert_eq!(shown["rationale"], "The ministry announced it [1].");

    // A change of substance reopens it; undo gives the sign-off back, redo the change.
    let status = || claim_about(&workspace, TREATY)["status"].clone();
    done(&workspace, &["set", &claim, "verdict=refuted"]);
    assert_eq!(status(), "in-review");
    assert!(records(&workspace, &["show", &claim])[0]["reopened"].as_str().unwrap().contains("the verdict"));
    let undone = done(&workspace, &["undo"]);
    assert!(undone.starts_with("Undid on ") && undone.contains("the verdict"), "{undone}");
    assert_eq!(status(), "signed-off");
    done(&workspace, &["redo"]);
    assert_eq!(status(), "in-review");
    done(&workspace, &["undo"]);

    // History in words, newest first.
    let history = records(&workspace, &["history", &claim]);
    let words: Vec<&str> = history.iter().map(|l| l["words"].as_str().unwrap()).collect();
    for part in ["signed it off", "attached evidence", "wrote the rationale", "accepted the suggestion"] {
        assert!(words.iter().any(|w| w.contains(part)), "{words:?}");
    }
    assert!(history.iter().all(|l| l["actor"] == "Ines Moreau" && l["time"] == "2026-11-23T13:42:00Z"));
    let numbers: Vec<_> = records(&workspace, &["history"]).iter().map(|l| l["operation"].as_i64()).collect();
    assert!(numbers.is_sorted_by(|a, b| a > b) && numbers.last() == Some(&Some(1)));

    // A copy holds the same, and both are sound.
    assert_eq!(records(&workspace, &["check"])[0]["damage"], json!([]));
    done(&workspace, &["backup", "copy.assay"]);
    refused(&workspace, 1, &["backup", "copy.assay"], &["already is a file"]);
    let copy = workspace.folder().join("copy.assay");
    let of_copy = ["--workspace", copy.to_str().unwrap()];
    assert_eq!(records(&workspace, &[&of_copy[..], &["claims"]].concat()), records(&workspace, &["claims"]));
    done(&workspace, &[&of_copy[..], &["check"]].concat());
}

#[test]
fn several_claims_change_as_one_operation_or_not_at_all() {
    let workspace = with_sample();
    refused(&workspace, 1, &["set", "DG-1", "DG-99", "priority=high"], &["There is no claim DG-99"]);
    assert!(records(&workspace, &["claims", "priority:high"]).is_empty());
    assert_eq!(records(&workspace, &["set", "DG-1", "DG-2", "DG-1", "priority=high"]).len(), 2);
    assert_eq!(records(&workspace, &["claims", "priority:high"]).len(), 2);
    done(&workspace, &["undo"]);
    assert!(records(&workspace, &["claims", "priority:high"]).is_empty());
}

#[test]
fn an_empty_value_clears() {
    let workspace = with_sample();
    let set = |change: &str| records(&workspace, &["set", "DG-6", change]).remove(0);
    assert_ne!(set("status=open")["claimant"], json!(null));
    set("verdict=refuted");
    set("said=supported");
    let filled = set("checker=Ada");
    assert_eq!(
        json!([filled["verdict"], filled["said"], filled["checker"]]),
        json!(["refuted", "supported", "Ada"])
    );
    set("verdict=");
    set("said=");
    set("claimant=");
    set("priority=high");
    set("priority=");
    let cleared = set("checker=");
    let fields = ["verdict", "said", "claimant", "checker", "priority"].map(|f| cleared[f].clone());
    assert_eq!(json!(fields), json!(["", "", null, null, "none"]));
}

#[test]
fn claims_and_mentions_are_made_from_words_or_places() {
    let workspace = with_sample();
    let statement = ["--statement", "Delhi is the capital of India."];
    let by_quote = ["claim", "add", "--document", "D1", "--quote", "the Indian capital, Delhi"];
    let made =
        records(&workspace, &[&by_quote[..], &statement, &["--claimant", "A reporter"]].concat()).remove(0);
    let reference = made["ref"].as_str().unwrap();
    assert_eq!(json!([made["status"], made["score"], made["claimant"]]), json!(["open", null, "A reporter"]));
    let (start, end) =
        (made["mentions"][0]["start"].as_u64().unwrap(), made["mentions"][0]["end"].as_u64().unwrap());
    let again = format!("{start}..{end}");
    let by_span = ["claim", "add", "--document", "D1", "--span", &again, "--label", "Capital"];
    let same = records(&workspace, &[&by_span[..], &statement].concat()).remove(0);
    assert_eq!(same["mentions"], made["mentions"]);
    assert_eq!(same["label"], "Capital");

    let mention = ["mention", "add", reference, "--document", "D1", "--quote", "during the Delhi summit"];
    assert_eq!(records(&workspace, &mention)[0]["mentions"].as_array().unwrap().len(), 2);
    for (span, words) in [("2400..9999", "outside it"), ("0..5", "white space")] {
        refused(&workspace, 1, &["mention", "add", reference, "--document", "D1", "--span", span], &[words]);
    }
    let quote = |words| ["mention", "add", reference, "--document", "D1", "--quote", words];
    refused(&workspace, 1, &quote("Delhi"), &["stands in the text 4 times", "--span"]);
    refused(&workspace, 1, &quote("Paris"), &["does not stand in the text"]);
    refused(&workspace, 1, &["mention", "add", reference, "--document", "D7", "--span", "1..2"], &["D7"]);
}

#[test]
fn evidence_may_be_words_of_a_document() {
    let workspace = with_sample();
    let whole = records(&workspace, &["show", "D1"]).remove(0);
    let text = whole["text"].as_str().unwrap();
    let at = text[..text.find("in Geneva").unwrap()].chars().count();
    let span = format!("{at}..{}", at + "in Geneva".len());
    let words = ["evidence", "add", "DG-1", "--stance", "context", "--title", "Ours", "--document", "D1"];
    done(&workspace, &[&words[..], &["--span", &span, "--primary"]].concat());
    let item = records(&workspace, &["show", "DG-1"]).remove(0)["evidence_items"][0].clone();
    assert_eq!(item["quote"], "in Geneva");
    assert_eq!(item["span"]["start"].as_u64(), Some(at as u64));
    assert_eq!(json!([item["stance"], item["primary"], item["title"]]), json!(["context", true, "Ours"]));
}

#[test]
fn a_query_filters_sorts_and_limits() {
    let workspace = with_sample();
    let references = |words: &[&str]| -> Vec<u32> {
        let claims = records(&workspace, &[&["claims"], words].concat());
        claims.iter().map(|c| c["ref"].as_str().unwrap()[3..].parse().unwrap()).collect()
    };
    let all = references(&["--sort", "ref"]);
    assert!(all.is_sorted() && all.len() > 10);
    assert_eq!(references(&["--sort", "ref", "--limit", "3"]), all[..3]);
    assert_eq!(references(&["--sort", "-ref", "--limit", "1"]), all[all.len() - 1..]);
    let scores: Vec<_> =
        records(&workspace, &["claims", "--sort", "-score"]).iter().map(|c| c["score"].as_f64()).collect();
    assert!(scores.is_sorted_by(|a, b| a >= b));
    let treaty = references(&["New", "START"]);
    assert!(!treaty.is_empty() && treaty.len() < all.len());
    assert_eq!(references(&["\"New START\""]), treaty);
    done(&workspace, &["set", "DG-3", "status=dismissed"]);
    assert_eq!(references(&[]).len(), all.len() - 1, "dismissed ones are left out");
    assert_eq!(references(&["status:dismissed"]), [3]);
    let open_or_dismissed = references(&["status:dismissed,suggested", "--sort", "ref"]);
    assert_eq!(open_or_dismissed, all);
    assert_eq!(references(&["-status:suggested"]), [3]);
    assert_eq!(references(&["-status:suggested", "-status:dismissed"]), Vec::<u32>::new());
    let slip = ask(&workspace, &["claims", "statsu:open"]);
    assert_eq!(slip.code, 0);
    assert!(slip.err.contains("did you mean “status”?"), "{}", slip.err);
}
