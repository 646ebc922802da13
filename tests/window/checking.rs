//! A claim in the real window, by keys alone: from suggestion to sign-off, reopened by an edit, and all of it undone.

use anyhow::{Context, Result, ensure};
use assay_tests::window;
use assay_tests::{Window, Workspace, sample_article};
use serde_json::{Value, json};

const RATIONALE: &str = "The transcript of the briefing says so [1].";

#[test]
#[ignore = "needs a display and WebKitWebDriver: cargo xtask test"]
fn a_claim_is_checked_with_keys_alone() {
    let workspace = Workspace::named("delhi-g20");
    import(&workspace);
    window::drive("checking", workspace, async |window| {
        take_in_hand(window).await?;
        let suggested = claim(window)?;
        ensure!(suggested["status"] == "suggested", "{suggested}");

        // A verdict is not given to a suggestion; the window says why and changes nothing.
        window.press("1").await?;
        ensure!(claim(window)?["verdict"] == "", "a suggestion was given a verdict");
        accept_and_start(window).await?;
        evidence(window).await?;
        decide(window).await?;
        sign_off(window).await?;
        let signed = claim(window)?;
        window.screenshot("signed-off").await?;

        reopen(window).await?;
        window.screenshot("reopened").await?;
        undo_all(window, &signed, &suggested).await
    });
}

/// The claim is found by the command line, as somebody would have left it the day before.
fn import(workspace: &Workspace) {
    let done = workspace.assay().arg("import").arg(sample_article()).output();
    assert!(done.is_ok_and(|output| output.status.success()), "the sample is imported");
}

async fn take_in_hand(window: &Window) -> Result<()> {
    window.find("nav").await?;
    window.go(&["g", "c"], "[role=grid] [role=row]").await?;
    window.press("/").await?;
    window.type_text("\"less than 10 minutes\"").await?;
    let one = "return document.body.textContent.includes('1 of ')";
    window.until("one claim to be left", one, vec![]).await?;
    window.press("Escape").await?;
    window.press("j").await?;
    window.find("aside [role=radiogroup]").await?;
    Ok(())
}

async fn accept_and_start(window: &Window) -> Result<()> {
    window.press("o").await?;
    eventually(window, "the suggestion to be accepted", |c| c["status"] == "open").await?;
    window.press("p").await?;
    eventually(window, "work to have begun", |c| c["status"] == "in-progress").await
}

async fn evidence(window: &Window) -> Result<()> {
    window.press("e").await?;
    window.find("form[aria-label='New evidence']").await?;
    // The focus is in the title: what it is comes after it, which way it points before.
    window.type_text("Briefing transcript").await?;
    let at = |name: &str| {
        format!(
            "const at = document.activeElement;
             return (at.getAttribute('aria-label') ?? at.textContent ?? '').includes('{name}')
               || at.closest('label')?.textContent.includes('{name}') === true"
        )
    };
    walk_to(window, "Tab", &at("Primary source")).await?;
    window.press("Space").await?;
    walk_to(window, "Shift+Tab", &at("Supports")).await?;
    window.press("Space").await?;
    window.press("Ctrl+Enter").await?;
    window.gone("form[aria-label='New evidence']").await?;
    eventually(window, "the evidence to be saved", |c| {
        c["evidence"] == 1 && c["has_primary"] == true && c["evidence_items"][0]["stance"] == "supports"
    })
    .await
}

/// Presses a key until the focus is where the script says.
async fn walk_to(window: &Window, key: &str, there: &str) -> Result<()> {
    for _ in 0..20 {
        window.press(key).await?;
        if window.execute(there, vec![]).await? == Value::Bool(true) {
            return Ok(());
        }
    }
    anyhow::bail!("{key} does not lead there: {there}")
}

async fn decide(window: &Window) -> Result<()> {
    window.press("1").await?;
    eventually(window, "the verdict to be saved", |c| c["verdict"] == "supported").await?;
    window.press("r").await?;
    window.type_text(RATIONALE).await?;
    window.press("Ctrl+Enter").await?;
    eventually(window, "the rationale to be saved", |c| c["rationale"] == RATIONALE).await?;
    window.press("v").await?;
    eventually(window, "it to be sent to review", |c| c["status"] == "in-review").await
}

async fn sign_off(window: &Window) -> Result<()> {
    // Sent to review, the next claim may have come up.
    take_in_hand(window).await?;
    window.press("s").await?;
    eventually(window, "the sign-off", |c| c["status"] == "signed-off" && c["signed_digest"].is_string())
        .await
}

async fn reopen(window: &Window) -> Result<()> {
    take_in_hand(window).await?;
    window.press("2").await?;
    eventually(window, "the sign-off to be taken back", |c| {
        c["status"] == "in-review" && c["verdict"] == "refuted" && c["signed_digest"].is_null()
    })
    .await?;
    window.find_text("Reopened.").await?;
    Ok(())
}

/// Undo, all the way: first the sign-off comes back whole, at the end the suggestion.
async fn undo_all(window: &Window, signed: &Value, suggested: &Value) -> Result<()> {
    window.press("Ctrl+z").await?;
    let whole = |now: &Value, then: &Value| {
        [
            "status",
            "verdict",
            "rationale",
            "signed_off_by",
            "signed_off_at",
            "signed_digest",
            "evidence_items",
            "stamp",
        ]
        .iter()
        .all(|field| now[field] == then[field])
    };
    eventually(window, "the sign-off to be given back", |c| whole(c, signed)).await?;
    for _ in 0..12 {
        if claim(window)?["status"] == "suggested" {
            break;
        }
        let before = head(window)?;
        window.press("Ctrl+z").await?;
        for _ in 0..100 {
            if head(window)? != before {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
    }
    eventually(window, "the suggestion to be as it was", |c| whole(c, suggested)).await
}

/// The number of the newest operation, as another process reads it.
fn head(window: &Window) -> Result<Value> {
    let output = window.workspace().assay().args(["--json", "history"]).output()?;
    let newest = String::from_utf8(output.stdout)?.lines().next().context("a line of history")?.to_owned();
    Ok(serde_json::from_str::<Value>(&newest)?["operation"].clone())
}

/// The claim as another process reads it from the file: only what is there counts.
fn claim(window: &Window) -> Result<Value> {
    let assay = |words: &[&str]| -> Result<Value> {
        let output = window.workspace().assay().arg("--json").args(words).output()?;
        let line = String::from_utf8(output.stdout)?;
        serde_json::from_str(line.lines().next().context("no such claim")?).context("a line of JSON")
    };
    let found = assay(&[
        "claims",
        "\"less than 10 minutes\"",
        "status:suggested,open,in-progress,in-review,signed-off",
    ])?;
    assay(&["show", found["ref"].as_str().context("a reference")?])
}

async fn eventually(window: &Window, what: &str, holds: impl Fn(&Value) -> bool) -> Result<()> {
    let mut last = json!(null);
    for _ in 0..100 {
        last = claim(window)?;
        if holds(&last) {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    anyhow::bail!("waited in vain for {what}; the file says {last}")
}
