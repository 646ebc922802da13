//! The main job in the real window: import, filter, edit, evidence, verdict, sign-off, export, and all of it there
//! after a restart.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use assay_tests::window::{self, SMALL, WIDE};
use assay_tests::{Window, Workspace, sample_article};
use serde_json::Value;

const STATEMENT: &str = "Russia decided before 2 March 2023 to suspend its part in New START.";

#[test]
#[ignore = "needs a display and WebKitWebDriver: cargo xtask test"]
fn a_claim_goes_from_the_article_to_the_export() {
    window::drive("main-job", Workspace::named("delhi-g20"), async |window| {
        window.resize(WIDE).await?;
        import(window).await?;
        find_the_suspension(window).await?;
        edit(window).await?;
        add_evidence(window).await?;
        decide(window).await?;
        undo_and_redo(window).await?;
        export(window).await?;
        look(window).await?;

        window.restart().await?;
        window.find("nav").await?;
        window.go(&["g", "c"], "[role=grid] [role=row]").await?;
        find_the_suspension(window).await?;
        window.find_text(STATEMENT).await?;
        window.find_text("Signed off").await?;
        says(window, "Treaty office register").await
    });
}

/// The empty workspace offers the sample; here a file is chosen by the dialog instead.
async fn import(window: &Window) -> Result<()> {
    window.find_role("button", "Open the sample article").await?;
    window.answer_dialog(Some(&sample_article()))?;
    window.find_text("Choose files").await?.click().await?;
    window.find("[role=grid] [role=row]").await?;
    Ok(())
}

async fn find_the_suspension(window: &Window) -> Result<()> {
    window.press("/").await?;
    window.press("Ctrl+A").await?;
    // What was decided, and not that it is called irresponsible.
    window.type_text("suspend participation -irresponsible").await?;
    let one = "return [...document.querySelectorAll('[role=row]')].filter((row) => row.textContent.includes('uspen')).length >= 1
        && document.body.textContent.includes('1 of ')";
    window.until("one claim to be left", one, vec![]).await?;
    window.press("Escape").await?;
    window.press("j").await?;
    window.find_text("Moscow’s recent decision to suspend its participation in the pact").await?;
    Ok(())
}

async fn edit(window: &Window) -> Result<()> {
    // Accept the suggestion first: O is the key the button bears.
    window.press("o").await?;
    window.until("the claim to be open", &status_is("Open"), vec![]).await?;
    window.find("aside [aria-label^='Statement, edit']").await?.click().await?;
    window.press("Ctrl+A").await?;
    window.type_text(STATEMENT).await?;
    window.press("Ctrl+Enter").await?;
    saved(window, "statement", STATEMENT).await
}

async fn add_evidence(window: &Window) -> Result<()> {
    window.press("e").await?;
    let title = window.find_role("textbox", "Title").await?;
    window.fill(&title, "Treaty office register").await?;
    let address = window.find_role("textbox", "Web address").await?;
    window.fill(&address, "https://example.org/register").await?;
    window.find_text("Primary source").await?.click().await?;
    window.find_text("Supports").await?.click().await?;
    address.click().await?;
    window.press("Ctrl+Enter").await?;
    window.gone("form[aria-label='New evidence']").await?;
    eventually(window, "the evidence to be saved", |claim| claim["evidence"] == 1).await?;
    says(window, "Treaty office register").await
}

async fn decide(window: &Window) -> Result<()> {
    window.press("1").await?;
    window.press("r").await?;
    window.type_text("The register shows the suspension [1].").await?;
    window.press("Ctrl+Enter").await?;
    saved(window, "rationale", "The register shows the suspension [1].").await?;
    window.press("Escape").await?;
    window.press("s").await?;
    let signed = |claim: &Value| claim["status"] == "signed-off";
    eventually(window, "the claim to be signed off", signed).await
}

async fn undo_and_redo(window: &Window) -> Result<()> {
    window.press("Ctrl+z").await?;
    eventually(window, "the sign-off to be undone", |claim| claim["status"] == "open").await?;
    window.press("Ctrl+Shift+z").await?;
    eventually(window, "the sign-off to be redone", |claim| claim["status"] == "signed-off").await
}

async fn export(window: &Window) -> Result<()> {
    let folder = window.workspace().folder().to_owned();
    for (format, name) in
        [("ClaimReview", "out.jsonld"), ("JSON", "out.json"), ("CSV", "out.csv"), ("Markdown", "out.md")]
    {
        let path = folder.join(name);
        window.press("x").await?;
        window.find("[role=dialog]").await?;
        window.find_text(format).await?.click().await?;
        window.answer_dialog(Some(&path))?;
        let ready = "return [...document.querySelectorAll('[role=dialog] button')]
            .some((one) => one.textContent.startsWith('Export 1') && !one.disabled)";
        window.until("the export to be ready", ready, vec![]).await?;
        window.press("Ctrl+Enter").await?;
        window.gone("[role=dialog]").await?;
        let exported = read(&path).await?;
        ensure!(
            exported.contains("before 2 March 2023 to suspend"),
            "{name} lacks the statement: {exported}"
        );
    }
    let json: Value = serde_json::from_str(&std::fs::read_to_string(folder.join("out.json"))?)?;
    let claims = json["claims"].as_array().context("claims")?;
    ensure!(claims.len() == 1 && claims[0]["status"] == "signed-off", "only the signed-off claim: {json}");
    let mention = &claims[0]["mentions"][0];
    let text = std::fs::read_to_string(sample_article())?;
    let (start, end) = (mention["start"].as_u64().context("start")?, mention["end"].as_u64().context("end")?);
    let slice: String = text.chars().skip(start as usize).take((end - start) as usize).collect();
    ensure!(mention["exact"] == slice.as_str(), "the span of {mention} is not its text");
    let review: Value = serde_json::from_str(&std::fs::read_to_string(folder.join("out.jsonld"))?)?;
    ensure!(review[0]["@type"] == "ClaimReview" && review[0]["claimReviewed"] == STATEMENT, "{review}");
    Ok(())
}

/// Pictures of the ledger and the reader at both sizes and in both themes, to be looked at beside the design.
async fn look(window: &Window) -> Result<()> {
    for theme in ["light", "dark"] {
        window.execute("document.documentElement.dataset.theme = arguments[0]", vec![theme.into()]).await?;
        for (size, width) in [(WIDE, "wide"), (SMALL, "small")] {
            window.resize(size).await?;
            window.screenshot(&format!("{width}-{theme}")).await?;
        }
    }
    window.resize(WIDE).await
}

/// The inspector says these words, cut short on the screen or not.
async fn says(window: &Window, words: &str) -> Result<()> {
    let script = "return document.querySelector('aside').textContent.includes(arguments[0])";
    window.until(&format!("the inspector to say “{words}”"), script, vec![words.into()]).await
}

fn status_is(label: &str) -> String {
    format!(
        "return [...document.querySelectorAll('aside [role=radio][aria-checked=true], aside input:checked')]
            .some((one) => (one.closest('label') ?? one).textContent.includes('{label}'))"
    )
}

/// The claim of the suspension as another process reads it from the file: only what is there counts.
fn from_the_file(window: &Window) -> Result<Value> {
    let output = window
        .workspace()
        .assay()
        .args(["--json", "claims", "suspend", "status:open,in-progress,in-review,signed-off"])
        .output()?;
    let line = String::from_utf8(output.stdout)?;
    serde_json::from_str(line.lines().next().context("no such claim")?).context("a line of JSON")
}

async fn saved(window: &Window, field: &str, value: &str) -> Result<()> {
    eventually(window, &format!("the {field} to be saved"), |claim| claim[field] == value).await
}

async fn eventually(window: &Window, what: &str, holds: impl Fn(&Value) -> bool) -> Result<()> {
    let mut last = Value::Null;
    for _ in 0..100 {
        if let Ok(claim) = from_the_file(window) {
            if holds(&claim) {
                return Ok(());
            }
            last = claim;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    anyhow::bail!("waited in vain for {what}; the file says {last}")
}

async fn read(path: &Path) -> Result<String> {
    for _ in 0..100 {
        if let Ok(text) = std::fs::read_to_string(path) {
            return Ok(text);
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    anyhow::bail!("{} was not written", path.display())
}
