//! What is found in the sample article, by `find` and by `import`.

use std::collections::BTreeSet;

use assay_tests::{Workspace, sample_article};
use serde_json::{Value, json};

use crate::asking::{ask_with, claim_about, done, records, slice, with_sample};

fn keys(value: &Value) -> BTreeSet<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

fn list<'v>(value: &'v Value, name: &str) -> &'v Vec<Value> {
    value[name].as_array().unwrap_or_else(|| panic!("{name} is a list"))
}

fn found() -> Value {
    let out = done(&Workspace::new(), &["find", sample_article().to_str().unwrap()]);
    assert_eq!(out.lines().count(), 1, "one object on one line");
    serde_json::from_str(&out).unwrap()
}

#[test]
fn find_prints_the_fields_that_scripts_rely_on() {
    let found = found();
    assert_eq!(keys(&found), BTreeSet::from(["document", "sentences", "claims", "values", "quotations"]));
    let document = ["title", "published", "authors", "publisher", "language", "text"];
    assert_eq!(keys(&found["document"]), document.into());
    let value = BTreeSet::from(["start", "end", "text", "type", "value", "unit", "modifier"]);
    for sentence in list(&found, "sentences") {
        assert_eq!(keys(sentence), ["start", "end", "block", "score", "checkable"].into());
    }
    let claim = ["label", "statement", "kind", "score", "reasons", "claimant", "mentions", "values"];
    for found in list(&found, "claims") {
        assert_eq!(keys(found), claim.into());
        assert!(
            found["claimant"].is_null()
                || keys(&found["claimant"]) == ["name", "start", "end", "mode"].into()
        );
        assert!(list(found, "mentions").iter().all(|m| keys(m) == ["start", "end", "exact"].into()));
        assert!(list(found, "values").iter().all(|v| keys(v) == value));
    }
    assert!(list(&found, "values").iter().all(|v| keys(v) == value));
    assert!(list(&found, "quotations").len() > 3);
    for quotation in list(&found, "quotations") {
        assert_eq!(keys(quotation), ["start", "end", "mode", "speaker", "cue"].into());
        let speaker = &quotation["speaker"];
        assert!(speaker.is_null() || keys(speaker) == ["start", "end", "name"].into());
    }
    assert_eq!(found["document"]["published"], "2023-03-02T13:01Z");
    assert_eq!(found["document"]["authors"], json!(["Barbara Plait Usher", "Nadine Youssef"]));
    assert_eq!(found["document"]["language"], "en");
}

#[test]
fn every_offset_of_find_holds_in_its_text() {
    let found = found();
    let text = found["document"]["text"].as_str().unwrap();
    assert!(text.starts_with(" date 2023-03-02"), "the leading space counts");
    let mut seen = 0;
    for claim in list(&found, "claims") {
        for mention in list(claim, "mentions") {
            assert_eq!(slice(text, &mention["start"], &mention["end"]), mention["exact"]);
            seen += 1;
        }
    }
    for value in list(&found, "values") {
        assert_eq!(slice(text, &value["start"], &value["end"]), value["text"]);
        seen += 1;
    }
    assert!(seen > 20);
}

#[test]
fn find_reads_standard_input_and_touches_no_workspace() {
    let workspace = Workspace::new();
    let sample = std::fs::read(sample_article()).unwrap();
    let answer = ask_with(&workspace, &["find", "-"], &sample);
    assert_eq!(answer.code, 0, "{}", answer.err);
    let piped: Value = serde_json::from_str(&answer.out).unwrap();
    assert_eq!(piped["claims"], found()["claims"]);
    assert!(!workspace.file().exists());
}

#[test]
fn dates_are_resolved_against_the_day_given() {
    let workspace = Workspace::new();
    let file = workspace.write("note.txt", "The ministers of both countries met in Delhi on Thursday.\n");
    let thursday = |published: &[&str]| {
        let out = done(&workspace, &[&["find", file.to_str().unwrap()], published].concat());
        let found: Value = serde_json::from_str(&out).unwrap();
        let day =
            list(&found, "values").iter().find(|v| v["text"].as_str().unwrap().contains("Thursday")).cloned();
        day.map(|v| v["value"].as_str().unwrap().to_owned())
    };
    assert_eq!(thursday(&["--published", "2023-03-02"]).as_deref(), Some("2023-03-02"));
    assert_eq!(thursday(&["--published", "2026-11-23"]).as_deref(), Some("2026-11-19"));
}

#[test]
fn plain_offsets_hold_in_the_file() {
    let workspace = Workspace::new();
    let text = "  A title\r\n\r\nThe bridge cost 12 million euros in 2021. 🌉 It fell in 2023.\r\n";
    let file = workspace.write("bridge.txt", text);
    let out = done(&workspace, &["find", "--plain", file.to_str().unwrap()]);
    let found: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(found["document"]["text"], text.replace("\r\n", "\n"));
}

#[test]
fn the_three_claims_named_are_found_with_spans_and_values() {
    let workspace = with_sample();
    let document = &records(&workspace, &["show", "D1"])[0];
    let text = document["text"].as_str().unwrap();
    let claims = records(&workspace, &["claims"]);
    for claim in &claims {
        for mention in list(claim, "mentions") {
            assert_eq!(mention["document"], "D1");
            assert_eq!(slice(text, &mention["start"], &mention["end"]), mention["exact"]);
        }
        for value in list(claim, "values") {
            assert_eq!(slice(text, &value["start"], &value["end"]), value["text"]);
        }
    }

    let length = claim_about(&workspace, "lasted less than 10 minutes");
    assert_eq!(length["claimant"], "A senior State Department official");
    assert_eq!(length["mentions"].as_array().unwrap().len(), 1);
    let [value] = list(&length, "values").as_slice() else { panic!("one value") };
    let expected = json!(["less than 10 minutes", "duration", "PT10M", null, "less_than"]);
    assert_eq!(
        json!([value["text"], value["type"], value["value"], value["unit"], value["modifier"]]),
        expected
    );

    let of_january =
        |c: &&Value| list(c, "values").iter().any(|v| v["value"] == "2022-01" && v["type"] == "date");
    let last: Vec<_> = claims.iter().filter(of_january).collect();
    let [last] = last.as_slice() else { panic!("one claim for January 2022") };
    let block = |mention: &Value| {
        let at = mention["start"].as_u64();
        let holds = |b: &&Value| b["start"].as_u64() <= at && at < b["end"].as_u64();
        document["blocks"].as_array().unwrap().iter().find(holds).unwrap()["block"].clone()
    };
    let mentions = list(last, "mentions");
    assert_eq!(mentions.iter().map(block).collect::<Vec<_>>(), ["caption", "paragraph"]);
    assert!(mentions.iter().all(|m| m["exact"].as_str().unwrap().ends_with("Geneva in January 2022")));

    let treaty = claim_about(&workspace, "decision to suspend its participation in the pact");
    assert_eq!(treaty["claimant"], "Antony Blinken");
}

#[test]
fn the_articles_own_head_gives_no_claims() {
    let workspace = with_sample();
    let sentences = records(&workspace, &["sentences", "D1"]);
    let kinds: Vec<&str> = sentences.iter().map(|s| s["block"].as_str().unwrap()).take(5).collect();
    assert_eq!(kinds, ["dateline", "byline", "dateline", "metadata", "caption"]);
    let head = sentences[3]["end"].as_u64();
    let first = |c: &Value| c["mentions"][0]["start"].as_u64();
    assert!(records(&workspace, &["claims"]).iter().all(|c| first(c) >= head));
}

#[test]
fn import_takes_what_is_known_better_and_can_leave_the_finding_out() {
    let workspace = Workspace::new();
    let sample = sample_article();
    let mut words = vec!["import", sample.to_str().unwrap(), "--title", "Delhi", "--publisher", "The Post"];
    words.extend(["--published", "2023-03-03", "--url", "https://example.org/delhi", "--no-find"]);
    let imported = &records(&workspace, &words)[0];
    let expected = ["document", "title", "sentences", "claims", "encoding"];
    assert_eq!(keys(imported), expected.into());
    let shown = json!([imported["document"], imported["title"], imported["claims"], imported["encoding"]]);
    assert_eq!(shown, json!(["D1", "Delhi", 0, "UTF-8"]));
    let document = &records(&workspace, &["documents"])[0];
    assert_eq!(document["publisher"], "The Post");
    assert_eq!(document["published"], "2023-03-03");
    assert_eq!(document["url"], "https://example.org/delhi");
    assert_eq!(records(&workspace, &["claims"]), Vec::<Value>::new());
    assert_eq!(
        records(&workspace, &["sentences", "D1"]).len() as u64,
        imported["sentences"].as_u64().unwrap()
    );
}

#[test]
fn what_cannot_be_found_in_another_language_is_said() {
    let workspace = Workspace::new();
    let text = "Der Minister sagte am Donnerstag in Berlin: „Wir haben 250 Soldaten verloren.“ Niemand weiß, warum die \
                Verhandlungen mit der Regierung gescheitert sind.\n";
    let file = workspace.write("notiz.txt", text);
    let found = workspace.assay().arg("find").arg(&file).assert().success();
    let told = String::from_utf8(found.get_output().stderr.clone()).unwrap();
    assert!(told.contains("note: Only sentences, numbers, dates in digits and quotations"), "{told}");
    workspace.assay().arg("init").assert().success();
    let brought = workspace.assay().arg("import").arg(&file).assert().success();
    let told = String::from_utf8(brought.get_output().stderr.clone()).unwrap();
    assert!(told.contains("note: D1: Only sentences"), "{told}");
    let english = workspace.write("note.txt", "The ministers of both countries met in Delhi on Thursday.\n");
    let found = workspace.assay().arg("find").arg(&english).assert().success();
    assert_eq!(String::from_utf8(found.get_output().stderr.clone()).unwrap(), "");
}
