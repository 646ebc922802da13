//! The query language on the command line: the window's.

use crate::asking::{ask, done, records, with_sample};

#[test]
fn the_command_line_speaks_the_whole_language() {
    let workspace = with_sample();
    let count = |words: &[&str]| records(&workspace, &[&["claims"][..], words].concat()).len();
    let all = count(&[]);
    assert!(all > 5);
    let first = records(&workspace, &["claims", "--sort", "ref"]).remove(0);
    let reference = first["ref"].as_str().unwrap();
    assert_eq!(count(&["evidence:0"]), all);
    assert_eq!(count(&["evidence:>=1"]), 0);
    done(&workspace, &["evidence", "add", reference, "--stance", "supports", "--title", "Gazetteer"]);
    done(&workspace, &["note", "add", reference, "Ask the hydrographer"]);
    done(&workspace, &["assign", reference, "--checker", "Ines Moreau"]);
    for query in
        ["evidence:1", "gazetteer", "hydrograph in:notes", "is:mine", "gazetteer in:sources -is:lost"]
    {
        let found = records(&workspace, &["claims", query]);
        assert_eq!(found.len(), 1, "{query}");
        assert_eq!(found[0]["ref"], reference, "{query}");
    }
    assert_eq!(count(&["gazetteer", "in:label,statement"]), 0);
    assert_eq!(count(&["score:>=0.5"]) + count(&["score:<0.5"]) + count(&["score:none"]), all);
    assert_eq!(count(&["-score:>=0.5"]) + count(&["score:>=0.5"]), all);
    assert!(count(&["value.date:2022"]) > 0);
    assert_eq!(
        count(&["value.date:2022", "value.date:>2022"]),
        0,
        "no claim of the sample states dates of both"
    );
}

#[test]
fn slips_are_named_on_standard_error_and_fail_nothing() {
    let workspace = with_sample();
    for (query, hint) in [
        ("score:abc", "hint: “abc” finds nothing: “score:” takes a number such as 0.7, >0.7 or 0.5..0.8.\n"),
        ("published:yesterday", "hint: “yesterday” finds nothing: “published:” takes a year, month or day"),
        (
            "is:foo",
            "hint: “foo” finds nothing: “is:” takes mine, changed-since-signoff, conflicting or lost.\n",
        ),
        ("outlet:BBC", "hint: There is no key “outlet”; “outlet:BBC” is looked for as text.\n"),
        ("sorce:0.5", "hint: There is no key “sorce”; did you mean “score”?\n"),
    ] {
        for json in [&[][..], &["--json"]] {
            let answer = ask(&workspace, &[&["claims", query][..], json].concat());
            assert_eq!(answer.code, 0, "{query}");
            assert!(answer.err.starts_with(hint), "{query}: {}", answer.err);
            assert_eq!(answer.out, if json.is_empty() { "0 claims\n" } else { "" }, "{query}");
        }
    }
}

#[test]
fn any_text_is_a_query() {
    let workspace = with_sample();
    let (long, many) = (format!("publisher:{}", "x".repeat(10_000)), "word ".repeat(10_000));
    for query in ["\"", "a* OR (b", "tag:%", "{label} : x", "in:", "NEAR(a b)", long.as_str(), many.as_str()]
    {
        let answer = ask(&workspace, &["claims", "--", query]);
        assert_eq!(answer.code, 0, "{query}: {}", answer.err);
        assert!(answer.err.chars().count() < 1000, "{query}: {}", answer.err);
    }
}
