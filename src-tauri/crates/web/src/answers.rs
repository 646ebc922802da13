//! Answers that a test lays down for dialogs, since no test can reach the system's own.
//!
//! `ASSAY_TEST_DIALOG_ANSWERS` names a file with a line of JSON for each dialog to come: a path, an array of paths, or
//! `null` for a person who thinks better of it. A line is taken out when it has been given. A dialog for which no line
//! is left is cancelled.

use std::path::{Path, PathBuf};

use serde_json::Value;

/// The file of answers; none outside tests.
pub fn file() -> Option<PathBuf> {
    std::env::var_os("ASSAY_TEST_DIALOG_ANSWERS").map(PathBuf::from)
}

/// Takes the next answer; none if it is to cancel.
pub fn take(file: &Path) -> Option<Vec<PathBuf>> {
    let lines = std::fs::read_to_string(file).ok()?;
    let (first, rest) = lines.split_once('\n').unwrap_or((&lines, ""));
    std::fs::write(file, rest).ok()?;
    let path = |value: &Value| value.as_str().map(PathBuf::from);
    match serde_json::from_str(first).ok()? {
        Value::Array(paths) => paths.iter().map(path).collect(),
        one => path(&one).map(|path| vec![path]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_given_once_and_in_order() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("answers");
        std::fs::write(&file, "\"/a b.txt\"\nnull\n[\"/c\", \"/d\"]\nnot an answer\n\"/last\"").unwrap();
        let paths = |names: &[&str]| Some(names.iter().map(PathBuf::from).collect::<Vec<_>>());
        assert_eq!(take(&file), paths(&["/a b.txt"]));
        assert_eq!(take(&file), None);
        assert_eq!(take(&file), paths(&["/c", "/d"]));
        assert_eq!(take(&file), None);
        assert_eq!(take(&file), paths(&["/last"]));
        assert_eq!(take(&file), None);
        assert_eq!(take(&folder.path().join("missing")), None);
    }
}
