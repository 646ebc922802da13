//! Queries that nobody would type, and what must hold of each.

use assay_engine::{ImportOptions, Input, PageRequest, Workspace};
use assay_model::query::{Key, SortKey, parse};

use crate::hostile::Dice;
use crate::root;

/// What queries are made of: their own signs, those of the full-text engine, and what breaks text.
const PIECES: &[&str] = &[
    " ",
    " ",
    " ",
    ":",
    ",",
    "-",
    "\"",
    "\\",
    "\\\"",
    "'",
    "*",
    "^",
    "+",
    "(",
    ")",
    "{",
    "}",
    "NEAR(",
    "AND",
    "OR",
    "NOT",
    "=",
    ">",
    "<",
    ">=",
    "<=",
    "..",
    ".",
    "%",
    "_",
    "\0",
    "\u{feff}",
    "\u{200d}",
    "\u{202e}",
    "\u{301}",
    "é",
    "ß",
    "İ",
    "中",
    "🙂",
    "\n",
    "\t",
    "none",
    "me",
    "mine",
    "open",
    "signed-off",
    "true",
    "supported",
    "DG-1",
    "TE-1",
    "D1",
    "0",
    "-1",
    "1e999",
    "0.7",
    "99999999999999999999",
    "2023",
    "2023-02-30",
    "-0001",
    "lavrov",
    "the",
    "minutes",
    "label",
    "sources",
    "value",
];

/// Random text that often looks like a query.
pub fn query(dice: &mut Dice) -> String {
    let mut text = String::new();
    for _ in 0..=dice.below(12) {
        match dice.below(5) {
            0 => {
                text.push_str(Key::ALL[dice.below(Key::ALL.len())].word());
                text.push(':');
            }
            1 => text.extend(char::from_u32(dice.below(0x3000) as u32)),
            _ => text.push_str(PIECES[dice.below(PIECES.len())]),
        }
    }
    // A value as long as a pasted page, now and then.
    if dice.below(200) == 0 { text.repeat(1 + dice.below(400)) } else { text }
}

/// The queries that once broke something, and some that would break what knows no better: one a line, as a JSON string.
pub fn corpus() -> Vec<String> {
    let file =
        std::fs::read_to_string(root().join("tests/hostile/queries.txt")).expect("the corpus of queries");
    file.lines().map(|line| serde_json::from_str(line).expect("a JSON string a line")).collect()
}

/// A workspace to ask, with the sample in it.
pub fn desk(folder: &std::path::Path) -> Workspace {
    let workspace = Workspace::create(&folder.join("hostile.assay")).expect("a workspace");
    let options = ImportOptions { find: true, ..ImportOptions::default() };
    workspace
        .import(&[Input::Sample], &options, &mut |_, _| std::ops::ControlFlow::Continue(()))
        .expect("the sample is imported");
    workspace
}

/// Whatever is asked is answered, and means the same when it is written out and read again.
pub fn holds(workspace: &Workspace, text: &str, dice: &mut Dice) {
    let (query, _) = parse(text);
    let written = query.to_string();
    assert_eq!(parse(&written).0, query, "{text:?} is written as {written:?}");
    let key = SortKey::ALL[dice.below(SortKey::ALL.len())];
    let sort = assay_model::query::Sort { key, descending: dice.below(2) == 0 };
    let request = PageRequest { query: text.to_owned(), sort, limit: 5, ..PageRequest::default() };
    let page = workspace.page(&request).unwrap_or_else(|error| panic!("{text:?}: {}", error.message));
    assert!(page.rows.len() as u32 <= page.total, "{text:?}");
    workspace.facets(text, None).unwrap_or_else(|error| panic!("{text:?}: {}", error.message));
}
