//! Every command, called as the window calls it: JSON in, JSON out, notices beside.
//!
//! Commands read and write the settings of whoever runs them, so the tests run again as processes of their own, in a
//! temporary home.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "test code")]

mod desk;
mod failing;
mod main_path;
mod overtaking;
mod verification;

use std::process::Command;

use assay_tests::Workspace;

/// Set for a test that runs in a home of its own.
const HOME: &str = "ASSAY_TESTS_HOME";

/// Runs an ignored test of this program in a home of its own.
#[track_caller]
fn in_a_home(test: &str) {
    let workspace = Workspace::named("delhi-g20");
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test, "--ignored", "--nocapture", "--test-threads", "1"])
        .envs(workspace.environment())
        .env(HOME, workspace.folder())
        .env("ASSAY_PERSON", "Ines Moreau")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}

#[test]
fn every_command_does_its_work() {
    in_a_home("main_path::every_command");
}

#[test]
fn what_fails_says_why_and_where() {
    in_a_home("failing::every_way_to_fail");
}

#[test]
fn others_are_noticed_where_no_index_can_be_made() {
    in_a_home("failing::no_index");
}

#[test]
fn a_newer_question_ends_the_one_before_it() {
    in_a_home("overtaking::each_list_has_its_turns");
}
