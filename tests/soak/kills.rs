//! Edits killed at every moment of their life: what was acknowledged is there afterwards, what was not is
//! there wholly or not at all, and the chain of operations stays sound.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use assay_tests::{Workspace, programs, sample_article};

/// How many edits are killed.
const KILLS: u32 = 5_000;

pub fn kills() -> String {
    let workspace = Workspace::new();
    workspace.assay().arg("init").assert().success();
    workspace.assay().arg("import").arg(sample_article()).assert().success();
    let reference = claims(&workspace)[0]["ref"].as_str().expect("a claim has a reference").to_owned();

    // The kills sweep over the whole life of one edit, from before it starts to after it ends.
    let start = Instant::now();
    edit(&workspace, &reference, "edit 0").wait().expect("an edit ends");
    let life = start.elapsed();
    let mut known = "edit 0".to_owned();
    let (mut acknowledged, mut lost, mut half_way) = (0, 0, 0);
    for number in 1..=KILLS {
        let label = format!("edit {number}");
        let mut running = edit(&workspace, &reference, &label);
        std::thread::sleep(life.mul_f64(f64::from(number % 125) / 100.0));
        let ended = running.try_wait().expect("the state of the edit");
        running.kill().expect("the edit is killed");
        running.wait().expect("the edit has ended");

        let found = label_of(&workspace, &reference);
        match ended {
            Some(status) => {
                assert!(status.success(), "edit {number} failed by itself: {status}");
                assert_eq!(found, label, "an acknowledged edit is lost");
                acknowledged += 1;
            }
            None if found == label => half_way += 1,
            None => {
                assert_eq!(found, known, "a killed edit left something else behind");
                lost += 1;
            }
        }
        known = found;
        if number % 250 == 0 {
            workspace.assay().arg("check").timeout(Duration::from_mins(1)).assert().success();
            println!("  {number} of {KILLS} kills");
        }
    }
    format!(
        "{KILLS} kills: {acknowledged} edits acknowledged before and all there, {half_way} committed but killed \
         before they could say so, {lost} undone whole"
    )
}

fn edit(workspace: &Workspace, reference: &str, label: &str) -> std::process::Child {
    Command::new(programs::assay())
        .args(["set", reference, &format!("label={label}")])
        .envs(workspace.environment())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the command line starts")
}

fn claims(workspace: &Workspace) -> Vec<serde_json::Value> {
    let output = workspace.assay().args(["--json", "claims"]).assert().success().get_output().stdout.clone();
    let lines = String::from_utf8(output).expect("JSON is UTF-8");
    lines.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}

fn label_of(workspace: &Workspace, reference: &str) -> String {
    let claims = claims(workspace);
    let claim = claims.iter().find(|claim| claim["ref"] == reference).expect("the claim is still there");
    claim["label"].as_str().expect("a claim has a label").to_owned()
}
