//! What lies where, read from what git keeps.

use std::collections::BTreeSet;
use std::process::Command;

use assay_tests::root;

fn kept_files() -> Vec<String> {
    let output = Command::new("git").args(["ls-files", "-z"]).current_dir(root()).output().expect("git runs");
    assert!(output.status.success(), "git keeps this folder");
    let list = String::from_utf8(output.stdout).expect("names in UTF-8");
    list.split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

#[test]
fn the_top_level_holds_what_the_plan_says() {
    let kept = kept_files();
    let top: BTreeSet<&str> = kept.iter().filter_map(|file| file.split('/').next()).collect();
    let plan = BTreeSet::from([
        "Cargo.lock",
        "Cargo.toml",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "README.md",
        "src-tauri",
        "tests",
        "ui",
    ]);
    let shown: BTreeSet<&str> = top.into_iter().filter(|name| !name.starts_with('.')).collect();
    assert_eq!(shown, plan);
}

#[test]
fn nothing_kept_is_made_or_named_for_everything() {
    for file in kept_files() {
        for folder in ["node_modules/", "dist/", "target/", "results/"] {
            assert!(!format!("/{file}").contains(&format!("/{folder}")), "{file} is made, not written");
        }
        for piece in file.split('/') {
            let word = piece.split('.').next().unwrap_or_default();
            let empty_words = ["utils", "util", "helpers", "helper", "common", "manager", "service", "misc"];
            assert!(!empty_words.contains(&word), "{file} names no kind of work");
        }
    }
}

#[test]
fn all_sql_is_in_the_store() {
    let words = [
        ("SELECT ", " FROM "),
        ("INSERT ", "INTO "),
        ("UPDATE ", " SET "),
        ("DELETE ", "FROM "),
        ("CREATE ", "TABLE "),
        ("CREATE ", "INDEX "),
        ("PRAGMA ", ""),
    ];
    let speaks_sql = |line: &str| {
        let code = line.trim_start();
        let comment = code.starts_with("//") || code.starts_with('*');
        let holds = |(verb, rest): &(&str, &str)| {
            code.split_once(verb).is_some_and(|(_, after)| format!(" {after}").contains(rest))
        };
        !comment && words.iter().any(holds)
    };
    assert!(speaks_sql("    let rows = \"SELECT id FROM claim\";"), "the search finds what is there");
    assert!(!speaks_sql("// SELECT id FROM claim"));
    for file in kept_files() {
        let home = file.starts_with("src-tauri/crates/store/") || file.starts_with("tests/");
        if home {
            continue;
        }
        let ending = file.rsplit('.').next().unwrap_or_default();
        assert_ne!(ending, "sql", "{file} belongs into the store");
        if ["rs", "ts", "svelte", "js"].contains(&ending) {
            // A kept file that is deleted but not yet committed is no one's fault here.
            let Ok(text) = std::fs::read_to_string(root().join(&file)) else { continue };
            for (number, line) in text.lines().enumerate() {
                assert!(!speaks_sql(line), "{file}:{}: SQL belongs into the store", number + 1);
            }
        }
    }
}
