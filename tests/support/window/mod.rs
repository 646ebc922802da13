//! The real window, driven as a person would: its own display, its own driver, its own home.
//!
//! ```no_run
//! use assay_tests::{Workspace, window};
//!
//! window::drive("opens", Workspace::new(), async |window| {
//!     window.find_role("button", "Import").await?.click().await?;
//!     window.press("Ctrl+K").await
//! });
//! ```

mod bare;
mod driver;
mod keys;
mod locate;
mod process;

use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use fantoccini::elements::Element;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

pub use bare::Bare;
use driver::Driver;
use process::Display;

use crate::{Workspace, programs, root};

/// The size of the window in the drawn screens.
pub const WIDE: (u32, u32) = (1440, 900);
/// The smallest size at which everything must fit.
pub const SMALL: (u32, u32) = (1100, 720);

/// How long a thing may take to appear: an answer to a click takes milliseconds, but a machine under load has
/// been seen to take seconds.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long a whole test may take. A hung call to the driver would block for ever.
const LIMIT: Duration = Duration::from_mins(3);

/// A running window and everything that stands behind it. Dropping it ends all.
pub struct Window {
    // Dropped in this order: the driver ends the window, then the display goes, then the files.
    client: Option<Client>,
    driver: Driver,
    _display: Display,
    workspace: Workspace,
    binary: PathBuf,
    name: String,
}

/// Opens a window on the workspace and runs the test in it. A failure leaves a screenshot in
/// `tests/window/results` and shows what the window and the driver had to say.
pub fn drive(name: &str, workspace: Workspace, test: impl AsyncFnOnce(&mut Window) -> Result<()>) {
    drive_within(LIMIT, name, workspace, test);
}

/// The same for a test that may take longer than most.
pub fn drive_within(
    limit: Duration,
    name: &str,
    workspace: Workspace,
    test: impl AsyncFnOnce(&mut Window) -> Result<()>,
) {
    let binary = programs::assay_desktop();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("a runtime for the test");
    let opening = async { tokio::time::timeout(LIMIT, Window::open(name, workspace, binary)).await };
    let mut window = match runtime.block_on(opening) {
        Ok(Ok(window)) => window,
        Ok(Err(error)) => panic!("the window did not open: {error:#}"),
        Err(elapsed) => panic!("the window did not open within {LIMIT:?}: {elapsed}"),
    };
    let run =
        AssertUnwindSafe(|| runtime.block_on(async { tokio::time::timeout(limit, test(&mut window)).await }));
    let outcome = catch_unwind(run);
    if matches!(outcome, Ok(Ok(Ok(())))) {
        return runtime.block_on(window.close());
    }
    let shot = window.screenshot("failed");
    match runtime.block_on(async { tokio::time::timeout(Duration::from_secs(10), shot).await }) {
        Ok(Ok(file)) => eprintln!("Screenshot: {}", file.display()),
        Ok(Err(error)) => eprintln!("No screenshot: {error:#}"),
        Err(_) => eprintln!("No screenshot: the window did not answer"),
    }
    eprintln!("The window and its driver said:\n{}", window.driver.said());
    match outcome {
        Ok(Ok(Ok(()))) => {}
        Ok(Ok(Err(error))) => panic!("{error:#}"),
        Ok(Err(_)) => panic!("the test did not end within {limit:?}"),
        Err(panic) => resume_unwind(panic),
    }
}

impl Window {
    async fn open(name: &str, workspace: Workspace, binary: PathBuf) -> Result<Self> {
        let display = Display::start()?;
        let driver = Driver::start(&display, &workspace, &answers(&workspace))?;
        let client = Some(driver.open(&binary).await?);
        let window = Self { client, driver, _display: display, workspace, binary, name: name.to_owned() };
        window.resize(WIDE).await?;
        Ok(window)
    }

    /// The WebDriver client, for what has no word here.
    pub fn client(&self) -> Result<&Client> {
        self.client.as_ref().context("the window is closed")
    }

    /// The workspace that the window has open.
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// Ends the app and starts it anew on the same workspace.
    pub async fn restart(&mut self) -> Result<()> {
        let size = self.client()?.get_window_size().await?;
        if let Some(client) = self.client.take() {
            client.close().await?;
        }
        self.client = Some(self.driver.open(&self.binary).await?);
        self.resize((size.0 as u32, size.1 as u32)).await
    }

    async fn close(mut self) {
        if let Some(client) = self.client.take() {
            // Dropping the driver ends the window all the same.
            let _ = tokio::time::timeout(Duration::from_secs(10), client.close()).await;
        }
    }

    /// The first element that the CSS selector names, as soon as it is shown.
    pub async fn find(&self, css: &str) -> Result<Element> {
        self.shown(Locator::Css(css)).await.with_context(|| format!("nothing matches {css}"))
    }

    /// The first element of a role with this accessible name, as soon as it is shown.
    pub async fn find_role(&self, role: &str, name: &str) -> Result<Element> {
        let path = locate::role(role, name);
        self.shown(Locator::XPath(&path)).await.with_context(|| format!("no {role} is named \"{name}\""))
    }

    /// The innermost element that holds this text, as soon as it is shown.
    pub async fn find_text(&self, text: &str) -> Result<Element> {
        let path = locate::text(text);
        self.shown(Locator::XPath(&path)).await.with_context(|| format!("nothing says \"{text}\""))
    }

    async fn shown(&self, locator: Locator<'_>) -> Result<Element> {
        let client = self.client()?;
        let end = Instant::now() + PATIENCE;
        loop {
            for element in client.find_all(locator).await? {
                // An element that went away between the two calls is not shown.
                if element.is_displayed().await.unwrap_or(false) {
                    return Ok(element);
                }
            }
            if Instant::now() > end {
                bail!("waited {PATIENCE:?}");
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits until nothing that the CSS selector names is shown.
    pub async fn gone(&self, css: &str) -> Result<()> {
        let script = "return [...document.querySelectorAll(arguments[0])].every((element) => !element.checkVisibility())";
        self.until(&format!("{css} to go"), script, vec![json!(css)]).await
    }

    /// Waits until the script returns `true`.
    pub async fn until(&self, what: &str, script: &str, arguments: Vec<Value>) -> Result<()> {
        let end = Instant::now() + PATIENCE;
        loop {
            if self.client()?.execute(script, arguments.clone()).await? == Value::Bool(true) {
                return Ok(());
            }
            if Instant::now() > end {
                bail!("waited {PATIENCE:?} for {what}");
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Runs JavaScript in the page and gives back what it returns.
    pub async fn execute(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self.client()?.execute(script, arguments).await?)
    }

    /// Clicks into the element and replaces what stands there by this text, key by key.
    pub async fn fill(&self, element: &Element, text: &str) -> Result<()> {
        element.click().await?;
        self.press("Ctrl+A").await?;
        self.type_text(text).await
    }

    /// Types into whatever has the focus.
    pub async fn type_text(&self, text: &str) -> Result<()> {
        let focused = self.client()?.active_element().await?;
        Ok(focused.send_keys(text).await?)
    }

    /// Presses a key or a chord: `J`, `Enter`, `Ctrl+Shift+Z`, `Alt+1`.
    pub async fn press(&self, chord: &str) -> Result<()> {
        self.press_all(&[chord]).await
    }

    /// Presses keys or chords one after the other, in one call: on a busy machine each further call would put a pause between
    /// them that is longer than a sequence of keys waits.
    async fn press_all(&self, chords: &[&str]) -> Result<()> {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for chord in chords {
            let keys = keys::chord(chord)?;
            for value in &keys {
                actions = actions.then(KeyAction::Down { value: *value });
            }
            for value in keys.iter().rev() {
                actions = actions.then(KeyAction::Up { value: *value });
            }
        }
        Ok(self.client()?.perform_actions(actions).await?)
    }

    /// Presses keys one after the other, again if need be, until what the CSS selector names is shown: the page itself may
    /// be too busy to hear a sequence in time, as it may for a person.
    pub async fn go(&self, keys: &[&str], css: &str) -> Result<Element> {
        for _ in 0..5 {
            self.press_all(keys).await?;
            let end = Instant::now() + PATIENCE / 5;
            while Instant::now() < end {
                for element in self.client()?.find_all(Locator::Css(css)).await? {
                    if element.is_displayed().await.unwrap_or(false) {
                        return Ok(element);
                    }
                }
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
        bail!("{keys:?} do not lead to {css}")
    }

    /// Drags the mouse from one place of the page to another, in CSS pixels, as a hand does: in steps.
    pub async fn drag(&self, from: (f64, f64), to: (f64, f64)) -> Result<()> {
        let move_to = |(x, y): (f64, f64)| PointerAction::MoveTo {
            duration: Some(Duration::from_millis(40)),
            x: x.round(),
            y: y.round(),
        };
        let middle = (f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1));
        let hand = MouseActions::new("mouse".to_owned())
            .then(move_to(from))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(move_to(middle))
            .then(move_to(to))
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        Ok(self.client()?.perform_actions(hand).await?)
    }

    /// Gives the page this size (width, height) in CSS pixels and waits until it has it.
    pub async fn resize(&self, (width, height): (u32, u32)) -> Result<()> {
        self.client()?.set_window_size(width, height).await?;
        let script = "return innerWidth === arguments[0] && innerHeight <= arguments[1]";
        self.until("the new size", script, vec![json!(width), json!(height)]).await
    }

    /// Keeps what the window shows as `tests/window/results/TEST-NAME.png`.
    pub async fn screenshot(&self, name: &str) -> Result<PathBuf> {
        let picture = self.client()?.screenshot().await?;
        let folder = root().join("tests/window/results");
        std::fs::create_dir_all(&folder)?;
        let file = folder.join(format!("{}-{name}.png", self.name));
        std::fs::write(&file, picture)?;
        Ok(file)
    }

    /// Lays down the answer to the next dialog of the system: a path, or none to cancel it. Answers are taken
    /// in the order in which they are laid down, so lay one down before the click that opens the dialog.
    pub fn answer_dialog(&self, answer: Option<&Path>) -> Result<()> {
        let mut file =
            std::fs::OpenOptions::new().create(true).append(true).open(answers(&self.workspace))?;
        writeln!(file, "{}", json!(answer))?;
        Ok(())
    }
}

/// The file of answers that stand in for the person at the system's dialogs.
fn answers(workspace: &Workspace) -> PathBuf {
    workspace.folder().join("dialog-answers.jsonl")
}
