//! The verified set in each format, read back.

use serde_json::{Value, json};

use assay_tests::Workspace;

use crate::asking::{ask, claim_about, done, records, refused, with_sample};

/// The sample with one claim signed off; its reference.
fn with_verdict() -> (Workspace, String) {
    let workspace = with_sample();
    let claim = claim_about(&workspace, "lasted less than 10 minutes")["ref"].as_str().unwrap().to_owned();
    let evidence =
        ["evidence", "add", &claim, "--stance", "refutes", "--title", "The log, p. 3", "--primary"];
    done(&workspace, &[&evidence[..], &["--url", "https://example.org/log"]].concat());
    let verdict = ["status=open", "verdict=refuted", "rationale=It took \"half an hour\", [1]\nsays."];
    done(&workspace, &[&["set", &claim], &verdict[..]].concat());
    done(&workspace, &["sign-off", &claim]);
    (workspace, claim)
}

fn exported(workspace: &Workspace, format: &str) -> String {
    let to_stdout = done(workspace, &["export", "--format", format]);
    let told = done(workspace, &["export", "--format", format, "-o", "set"]);
    assert!(told.contains("Wrote 1 record"), "{told}");
    let to_file = std::fs::read_to_string(workspace.folder().join("set")).unwrap();
    assert_eq!(to_file, to_stdout, "the same bytes either way");
    to_file
}

#[test]
fn json_holds_the_claim_whole() {
    let (workspace, reference) = with_verdict();
    let set: Value = serde_json::from_str(&exported(&workspace, "json")).unwrap();
    let [claim] = set["claims"].as_array().unwrap().as_slice() else { panic!("one claim") };
    assert_eq!(claim["ref"], reference.as_str());
    assert_eq!(claim["verdict"], "refuted");
    assert_eq!(claim["claimant"], "A senior State Department official");
    let listed = &records(&workspace, &["claims", "status:signed-off"])[0];
    assert_eq!(claim["id"], listed["id"]);
    for part in ["start", "end", "exact"] {
        assert_eq!(claim["mentions"][0][part], listed["mentions"][0][part]);
    }
    assert_eq!(claim["values"], listed["values"]);
    assert_eq!(set["documents"][0]["ref"], "D1");
    let on_a_line = done(&workspace, &["export", "--format", "json", "--json"]);
    assert_eq!(on_a_line.lines().count(), 1);
    assert_eq!(serde_json::from_str::<Value>(&on_a_line).unwrap(), set);
}

#[test]
fn csv_has_a_row_for_each_mention() {
    let (workspace, reference) = with_verdict();
    let csv = exported(&workspace, "csv");
    let (head, rest) = csv.split_once('\n').unwrap();
    let column =
        |name: &str| head.trim_end().split(',').position(|c| c == name).unwrap_or_else(|| panic!("{name}"));
    let row = fields(rest);
    assert_eq!(row[column("claim_id")], reference);
    assert_eq!(row[column("verdict")], "refuted");
    assert!(row[column("justification")].starts_with("It took \"half an hour\", [1]\nsays."));
    let mention = &records(&workspace, &["claims", "status:signed-off"])[0]["mentions"][0];
    assert_eq!(row[column("start")], mention["start"].to_string());
    assert_eq!(row[column("exact")], mention["exact"].as_str().unwrap());
}

/// The fields of the first record of CSV text (RFC 4180).
fn fields(text: &str) -> Vec<String> {
    let (mut fields, mut field, mut quoted) = (Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => field.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(std::mem::take(&mut field)),
            '\n' if !quoted => break,
            '\r' if !quoted => {}
            letter => field.push(letter),
        }
    }
    fields.push(field);
    fields
}

#[test]
fn claim_review_names_the_claim_its_rating_and_its_claimant() {
    let (workspace, _) = with_verdict();
    let set: Value = serde_json::from_str(&exported(&workspace, "claimreview")).unwrap();
    let review = &set[0];
    assert_eq!(review["@type"], "ClaimReview");
    assert_eq!(review["@context"], "https://schema.org");
    let statement = records(&workspace, &["claims", "status:signed-off"])[0]["statement"].clone();
    assert_eq!(review["claimReviewed"], statement);
    let rating = &review["reviewRating"];
    assert_eq!(json!([rating["ratingValue"], rating["worstRating"], rating["bestRating"]]), json!([1, 1, 5]));
    assert_eq!(review["itemReviewed"]["author"]["name"], "A senior State Department official");
}

#[test]
fn markdown_is_read_by_people() {
    let (workspace, reference) = with_verdict();
    let notes = exported(&workspace, "markdown");
    for part in [
        &reference,
        "**Refuted**",
        "A senior State Department official",
        "The log, p. 3",
        "less than 10 minutes",
    ] {
        assert!(notes.contains(part), "no {part} in {notes}");
    }
}

#[test]
fn only_signed_off_claims_go_out_unless_all_are_asked_for() {
    let workspace = with_sample();
    let none = ask(&workspace, &["export", "--format", "json"]);
    assert_eq!(none.code, 0);
    assert!(none.err.contains("warning: ") && none.err.contains("--all"), "{}", none.err);
    assert_eq!(serde_json::from_str::<Value>(&none.out).unwrap()["claims"], json!([]));
    let claims = |words: &[&str]| {
        let out = done(&workspace, &[&["export", "--format", "json"], words].concat());
        serde_json::from_str::<Value>(&out).unwrap()["claims"].as_array().unwrap().len()
    };
    assert_eq!(claims(&["--all"]), records(&workspace, &["claims"]).len());
    assert_eq!(
        claims(&["--all", "claimant:Zakharova"]),
        records(&workspace, &["claims", "claimant:Zakharova"]).len()
    );
}

#[test]
fn an_export_never_replaces_the_workspace() {
    let (workspace, _) = with_verdict();
    let file = workspace.file();
    let before = std::fs::read(&file).unwrap();
    let words = ["export", "--format", "json", "-o", file.to_str().unwrap()];
    refused(&workspace, 1, &words, &["is this workspace", "Choose another name"]);
    assert!(std::fs::read(&file).unwrap() == before);
    refused(&workspace, 1, &["export", "--format", "csv", "-o", "."], &["it is a folder"]);
}

/// Adds an interview to a claim and cites it as its second piece of evidence.
fn with_interview(workspace: &Workspace, claim: &str) {
    let facts = ["--title", "zqhidden-title", "--author", "zqhidden-author", "--contact", "zqhidden-contact"];
    let more = ["--notes", "zqhidden-notes", "--quote", "zqhidden-quote", "--locator", "zqhidden-locator"];
    let evidence = ["evidence", "add", claim, "--stance", "refutes", "--kind", "interview"];
    done(workspace, &[&evidence[..], &facts, &more].concat());
    done(workspace, &["set", claim, "rationale=The log [1] and a witness [2] say so."]);
    done(workspace, &["sign-off", claim]);
}

#[test]
fn an_interview_leaves_in_no_format_and_the_rest_keeps_its_number() {
    let (workspace, claim) = with_verdict();
    with_interview(&workspace, &claim);
    for format in ["claimreview", "json", "csv", "markdown", "questions"] {
        let answer = ask(&workspace, &["export", "--all", "--format", format]);
        assert_eq!(answer.code, 0, "{}", answer.err);
        assert!(!answer.out.contains("zqhidden") && !answer.err.contains("zqhidden"), "{format}");
        if format != "questions" {
            let plain = answer.out.replace('\\', "");
            assert!(plain.contains("The log [1] and a witness [2: confidential source] say so."), "{plain}");
            let told = format!(
                "warning: 1 claim has 1 item of evidence from a confidential source. It is withheld. ({claim})"
            );
            assert!(answer.err.contains(&told), "{format}: {}", answer.err);
        }
    }
    let set: Value = serde_json::from_str(&done(&workspace, &["export", "--format", "json"])).unwrap();
    let exported = &set["claims"][0];
    assert_eq!(json!([exported["origins"], exported["withheld"]]), json!([1, 1]));
    assert_eq!(exported["evidence"].as_array().unwrap().len(), 1);
    assert_eq!(exported["evidence"][0]["source"]["title"], "The log, p. 3");
}

#[test]
fn a_rating_of_another_scale_goes_out_with_its_number() {
    let (workspace, claim) = with_verdict();
    done(&workspace, &["set", &claim, "rating=politifact/pants-on-fire"]);
    done(&workspace, &["sign-off", &claim]);
    let reviews: Value = serde_json::from_str(&exported(&workspace, "claimreview")).unwrap();
    assert_eq!(
        reviews[0]["reviewRating"],
        json!({
            "@type": "Rating", "alternateName": "Pants on Fire",
            "ratingValue": 1, "bestRating": 6, "worstRating": 1,
        })
    );
    let set: Value = serde_json::from_str(&exported(&workspace, "json")).unwrap();
    let record = &set["claims"][0];
    assert_eq!(
        json!([record["scale"], record["rating"]["word"], record["rating"]["name"], record["verdict"]]),
        json!(["politifact", "pants-on-fire", "Pants on Fire", "refuted"])
    );
    assert!(exported(&workspace, "markdown").contains("**Pants on Fire** (PolitiFact: Refuted)"));
}

#[test]
fn open_questions_are_listed_for_the_author() {
    let workspace = with_sample();
    let list = ["export", "--format", "questions"];
    let none = ask(&workspace, &list);
    assert_eq!(none.code, 0);
    assert!(none.err.contains("warning: No question to the author is open."), "{}", none.err);
    let claim = claim_about(&workspace, "lasted less than 10 minutes")["ref"].as_str().unwrap().to_owned();
    done(&workspace, &["note", "add", &claim, "--question", "Who timed it?"]);
    done(&workspace, &["note", "add", &claim, "Ask the desk."]);
    let notes = done(&workspace, &list);
    for part in [claim.as_str(), "Who timed it?", "(Ines Moreau, ", "> ", "Sentence ", "## D1 "] {
        assert!(notes.contains(part), "no {part} in {notes}");
    }
    assert!(!notes.contains("Ask the desk"));
    refused(&workspace, 2, &[&list[..], &["--json"]].concat(), &["questions is no JSON"]);
}
