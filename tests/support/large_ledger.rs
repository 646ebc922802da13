//! A day's work in a large ledger, in the real window: types, filters, scrolls to the end, edits ten thousand claims at once and
//! takes that back.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::window::Window;
use crate::workspace::Workspace;

/// How large, and how many claims are then edited.
#[derive(Debug, Clone, Copy)]
pub struct Large {
    /// Claims of the workspace.
    pub claims: u32,
    /// A query that finds some ten thousand Open claims among others.
    pub query: &'static str,
    /// How long an edit of them may take, and its undo.
    pub patience: Duration,
}

impl Large {
    /// Makes a workspace of this size.
    pub fn workspace(&self) -> Workspace {
        let workspace = Workspace::named("large");
        let words =
            ["bench-data".to_owned(), self.claims.to_string(), workspace.file().display().to_string()];
        let made = workspace.assay().args(words).output().expect("assay starts");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        workspace
    }

    /// Works in it; gives how long each step took.
    ///
    /// # Errors
    /// When something is not shown, or not so.
    pub async fn work(&self, window: &Window) -> Result<Vec<(&'static str, Duration)>> {
        let mut times = Vec::new();
        let mut begun = Instant::now();
        let mut took = |what, begun: &mut Instant| {
            times.push((what, begun.elapsed()));
            *begun = Instant::now();
        };
        let all = figure(self.claims);
        let last = format!(".gr[aria-rowindex='{}']", self.claims + 1);
        window.go(&["g", "c"], "[role=grid] [role=row][id]").await?;
        self.says(window, &format!("{all} claims")).await?;
        took("the first claims", &mut begun);

        // To the end, by key and by the scroller; a row in between is filled too.
        window.execute(WATCH, vec![]).await?;
        window.press("End").await?;
        self.until(
            window,
            "the last claim to be in hand",
            &format!("return !!document.querySelector(\"{last}.cursor\")"),
            vec![],
        )
        .await?;
        took("End", &mut begun);
        window.press("Home").await?;
        let first = "return !!document.querySelector(\".gr[aria-rowindex='2'].cursor\")";
        self.until(window, "the first claim to be in hand", first, vec![]).await?;
        for (what, share) in [("scrolled to the middle", 0.5), ("scrolled to the end", 1.0)] {
            begun = Instant::now();
            window.execute(SCROLL, vec![json!(share)]).await?;
            self.until(window, "rows to be filled", FILLED, vec![json!(share), json!(self.claims)]).await?;
            took(what, &mut begun);
        }

        // A word as it is typed, then a filter.
        window.press("/").await?;
        window.type_text("treaty").await?;
        self.until(window, "the word to be found", FEWER, vec![json!(self.claims), json!(self.claims)])
            .await?;
        took("a word", &mut begun);
        window.press("Ctrl+a").await?;
        window.type_text(&format!("{} ", self.query)).await?;
        let wanted = count(window, self.query)?;
        self.says(window, &format!("{} of {all} claims", figure(wanted))).await?;
        took("a filter", &mut begun);

        self.edit_and_undo(window, wanted, &mut times).await?;
        let longest = window.execute("return Math.round(window.longest)", vec![]).await?;
        times.push((
            "the longest the window did not answer",
            Duration::from_millis(longest.as_u64().context("a time")?),
        ));
        Ok(times)
    }

    async fn edit_and_undo(
        &self,
        window: &Window,
        wanted: u32,
        times: &mut Vec<(&'static str, Duration)>,
    ) -> Result<()> {
        let progress = format!("{} status:in-progress", self.query);
        let before = count(window, &progress)?;
        ensure!(wanted - before >= 10_000, "too few claims to edit: {wanted} but {before}");
        window.execute("document.querySelector('[role=grid]').focus()", vec![]).await?;
        window.press("Ctrl+a").await?;
        window.find(&format!("[role=toolbar][aria-label='{} claims selected']", figure(wanted))).await?;
        let mut begun = Instant::now();
        window.press("p").await?;
        let go = "[...document.querySelectorAll('[role=dialog] button')].find((one) => /^Set [\\d,]+ claims/.test(one.textContent))";
        self.until(window, "what will be done", &format!("return !!{go}"), vec![]).await?;
        times.push(("what will be done", begun.elapsed()));
        begun = Instant::now();
        window.execute(&format!("{go}.click()"), vec![]).await?;
        let gone = "return !document.querySelector('[role=dialog]')";
        self.until(window, "the edit", gone, vec![]).await?;
        times.push(("the edit", begun.elapsed()));
        ensure!(count(window, &progress)? == wanted, "all are in progress");

        begun = Instant::now();
        window.press("Ctrl+z").await?;
        let undone = "return [...document.querySelectorAll('.toast')].some((one) => one.textContent.includes('Undid'))";
        self.until(window, "the undo", undone, vec![]).await?;
        times.push(("its undo", begun.elapsed()));
        ensure!(count(window, &progress)? == before, "as before");
        Ok(())
    }

    async fn says(&self, window: &Window, words: &str) -> Result<()> {
        let script =
            "return document.querySelector('.statusline')?.textContent.includes(arguments[0]) === true";
        self.until(window, words, script, vec![json!(words)]).await
    }

    async fn until(&self, window: &Window, what: &str, script: &str, arguments: Vec<Value>) -> Result<()> {
        let end = Instant::now() + self.patience;
        while window.execute(script, arguments.clone()).await? != Value::Bool(true) {
            ensure!(Instant::now() < end, "waited {:?} for {what}", self.patience);
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }
}

/// How many claims a query finds, as another process reads it from the file.
fn count(window: &Window, query: &str) -> Result<u32> {
    let words = ["--json", "set", "--query", query, "priority=high", "--dry-run"];
    let output = window.workspace().assay().args(words).output()?;
    let said: Value = serde_json::from_slice(&output.stdout).context("a line of JSON")?;
    Ok(said["claims"].as_u64().context("a number")? as u32)
}

/// Notes the longest that the page did not come to what it was to do every 20 ms.
const WATCH: &str = "window.longest = 0;
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      window.longest = Math.max(window.longest, now - last - 20);
      last = now;
    }, 20);";

const SCROLL: &str = "const list = document.querySelector('[role=grid] .virtual');
    list.scrollTop = arguments[0] * (list.scrollHeight - list.clientHeight);";

/// Whether all rows in sight are filled, around a share of the list.
const FILLED: &str = "const rows = [...document.querySelectorAll('[role=grid] .virtual .gr')].filter((row) => {
      const box = row.getBoundingClientRect(), list = row.closest('.virtual').getBoundingClientRect();
      return box.bottom > list.top && box.top < list.bottom;
    });
    const at = arguments[0] * arguments[1];
    return rows.length > 5 && rows.every((row) => row.id !== '') &&
      rows.every((row) => Math.abs(Number(row.getAttribute('aria-rowindex')) - at) < 100 + arguments[1] / 100);";

/// Whether fewer claims are listed than there are.
const FEWER: &str =
    "const found = /^([\\d,]+) of/.exec(document.querySelector('.statusline')?.textContent.trim() ?? '');
    return !!found && Number(found[1].replaceAll(',', '')) < arguments[0];";

/// A number with its thousands set apart.
fn figure(number: u32) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The times in a line.
pub fn told(times: &[(&str, Duration)]) -> String {
    times.iter().map(|(what, time)| format!("{what} {} ms", time.as_millis())).collect::<Vec<_>>().join(", ")
}
