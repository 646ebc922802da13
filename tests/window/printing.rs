//! The article on paper, from the real window to the words and places in a PDF.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use assay_tests::Workspace;
use assay_tests::window::Bare;

use crate::reading::{import, pixels};

/// More than is drawn on the screen at once.
const PARAGRAPHS: usize = 240;
/// The window may take so long to open, and to print.
const PATIENCE: Duration = Duration::from_mins(2);
/// Points in a millimetre.
const MM: f64 = 72.0 / 25.4;

#[test]
#[ignore = "needs a display and pdftotext: cargo xtask test"]
fn an_article_is_printed_whole() {
    let workspace = Workspace::named("paper");
    let paragraphs =
        (1..=PARAGRAPHS).map(|n| format!("Paragraph {n} says that the fund grew by {n} per cent in 2020."));
    let text: Vec<String> = std::iter::once("An article for paper".to_owned()).chain(paragraphs).collect();
    import(&workspace, "paper.txt", &text.join("\n\n"));
    let (file, answers) = (workspace.folder().join("paper.pdf"), workspace.folder().join("answers"));
    fs::write(&answers, serde_json::json!(file).to_string()).unwrap();
    print(&workspace, &answers, &file).unwrap();

    let words = read(&["-layout"], &file).unwrap();
    for n in [1, PARAGRAPHS / 2, PARAGRAPHS] {
        assert!(words.contains(&format!("Paragraph {n} says that the fund")), "{n} is missing:\n{words}");
    }
    // The words of the last claim's verdict and status.
    let last = words.lines().rev().find(|line| !line.trim().is_empty()).unwrap();
    assert!(last.contains("No verdict") && last.contains("Suggested"), "{last}");
    assert!(!words.contains("Coverage") && !words.contains("Library"), "the window is printed:\n{words}");
    assert!(white(&file).unwrap() > 0.8, "the paper has the colour of the window");
    let [left, top, right, bottom] = margins(&read(&["-bbox"], &file).unwrap()).unwrap();
    // Letters reach a little beyond their lines.
    assert!(left > 12.0 && top > 16.0 && right > 15.0 && bottom > 16.0, "{left} {top} {right} {bottom} mm");
}

/// Opens the article with keys and prints it. The window has no other words for how far it is than that it has taken the
/// answer of the dialog, so the keys are pressed until then.
fn print(workspace: &Workspace, answers: &Path, file: &Path) -> Result<()> {
    let window = Bare::open(workspace, answers)?;
    let end = Instant::now() + PATIENCE;
    while fs::read_to_string(answers).is_ok_and(|left| !left.is_empty()) {
        ensure!(Instant::now() < end, "no dialog asks where to print");
        // On a busy machine the L of “G L” may come too late and compare claims: Escape leaves that.
        window.press(&["Escape", "g", "l", "Return", "ctrl+p"])?;
        sleep(Duration::from_secs(2));
    }
    while !fs::read(file).is_ok_and(|bytes| bytes.trim_ascii_end().ends_with(b"%%EOF")) {
        ensure!(Instant::now() < end, "no whole file is printed");
        sleep(Duration::from_millis(200));
    }
    Ok(())
}

fn read(arguments: &[&str], file: &Path) -> Result<String> {
    let output = Command::new("pdftotext").args(arguments).arg(file).arg("-").output()?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8(output.stdout)?)
}

/// How much of the first page is white, of 1.
fn white(file: &Path) -> Result<f64> {
    let picture = file.with_extension("");
    let mut command = Command::new("pdftoppm");
    let small = ["-png", "-singlefile", "-scale-to-x", "400", "-scale-to-y", "500"];
    ensure!(command.args(small).arg(file).arg(&picture).status()?.success(), "the page is not drawn");
    Ok(pixels(&picture.with_extension("png"), [0xff; 3])? as f64 / (400.0 * 500.0))
}

/// The narrowest space on any page between its edges and words, mm: left, top, right, bottom.
fn margins(places: &str) -> Result<[f64; 4]> {
    let mut paper = (0.0, 0.0);
    let mut least = [f64::MAX; 4];
    for line in places.lines().map(str::trim) {
        if line.starts_with("<page") {
            paper = (number(line, "width")?, number(line, "height")?);
        } else if line.starts_with("<word") {
            let (left, top) = (number(line, "xMin")?, number(line, "yMin")?);
            let (right, bottom) = (paper.0 - number(line, "xMax")?, paper.1 - number(line, "yMax")?);
            for (least, one) in least.iter_mut().zip([left, top, right, bottom]) {
                *least = least.min(one / MM);
            }
        }
    }
    Ok(least)
}

fn number(tag: &str, name: &str) -> Result<f64> {
    let value = tag.split_once(&format!("{name}=\"")).and_then(|(_, rest)| rest.split('"').next());
    Ok(value.with_context(|| format!("no {name} in {tag}"))?.parse()?)
}
