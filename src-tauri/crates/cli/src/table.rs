//! Tables: columns aligned by the width that a terminal shows, and cut to fit it.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::output::shown;

/// How a column is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Set {
    /// At the left, whole.
    Left,
    /// At the right, whole: numbers.
    Right,
    /// At the left, and cut where there is no room.
    Cut,
}

/// The least width that a column is cut to.
const LEAST: usize = 8;
const GAP: &str = "  ";

/// A table for people.
#[derive(Debug)]
pub struct Table {
    columns: Vec<(&'static str, Set)>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these headings and no rows.
    pub fn new(columns: &[(&'static str, Set)]) -> Self {
        Self { columns: columns.to_vec(), rows: Vec::new() }
    }

    /// Adds a row, a cell for each column.
    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().map(|cell| shown(&cell).into_owned()).collect());
    }

    /// How many rows it has.
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    /// Its lines, headings first, at most `width` wide where its columns can be cut so far.
    pub fn lines(&self, width: Option<usize>) -> Vec<String> {
        let headings: Vec<String> = self.columns.iter().map(|(name, _)| (*name).to_owned()).collect();
        let widths = self.widths(width);
        std::iter::once(&headings).chain(&self.rows).map(|row| self.line(row, &widths)).collect()
    }

    fn widths(&self, most: Option<usize>) -> Vec<usize> {
        let widest = |at: usize| self.rows.iter().filter_map(|r| r.get(at)).map(|c| c.width()).max();
        let columns = self.columns.iter().enumerate();
        let mut widths: Vec<usize> =
            columns.map(|(at, (name, _))| widest(at).unwrap_or(0).max(name.width())).collect();
        let gaps = GAP.len() * widths.len().saturating_sub(1);
        while most.is_some_and(|most| widths.iter().sum::<usize>() + gaps > most) {
            let cut =
                widths.iter_mut().zip(&self.columns).filter(|(w, (_, set))| *set == Set::Cut && **w > LEAST);
            match cut.max_by_key(|(width, _)| **width) {
                Some((width, _)) => *width -= 1,
                None => break,
            }
        }
        widths
    }

    fn line(&self, row: &[String], widths: &[usize]) -> String {
        let mut line = String::new();
        for ((cell, width), (_, set)) in row.iter().zip(widths).zip(&self.columns) {
            let cell = cut(cell, *width);
            let space = " ".repeat(width.saturating_sub(cell.width()));
            let (before, after) =
                if *set == Set::Right { (space, String::new()) } else { (String::new(), space) };
            line.extend([before.as_str(), &cell, &after, GAP]);
        }
        line.trim_end().to_owned()
    }
}

/// A text of at most `width` columns; of a longer one its beginning and `…`.
fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    for grapheme in text.graphemes(true) {
        if kept.width() + grapheme.width() + 1 > width {
            break;
        }
        kept.push_str(grapheme);
    }
    kept.truncate(kept.trim_end().len());
    kept + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned_by_what_a_terminal_shows() {
        let mut table = Table::new(&[("Ref", Set::Left), ("Claim", Set::Cut), ("N", Set::Right)]);
        table.row(["DG-1".into(), "東京 met".into(), "7".into()]);
        table.row(["DG-10".into(), "cafe\u{301}\u{1b}[31m".into(), "12".into()]);
        assert_eq!(
            table.lines(None),
            ["Ref    Claim       N", "DG-1   東京 met    7", "DG-10  cafe\u{301}\u{FFFD}[31m  12"]
        );
    }

    #[test]
    fn a_table_is_cut_to_the_terminal_where_it_may_be() {
        let mut table = Table::new(&[("Ref", Set::Left), ("Claim", Set::Cut), ("Who", Set::Cut)]);
        table.row(["DG-1".into(), "A 東京 meeting that lasted long".into(), "Someone".into()]);
        assert_eq!(table.lines(Some(26)), ["Ref   Claim        Who", "DG-1  A 東京 mee…  Someone"]);
        for width in 0..60 {
            let widest = table.lines(Some(width)).iter().map(|l| l.width()).max().unwrap();
            assert!(widest <= width.max(4 + 2 + 8 + 2 + 8), "{width}: {widest}");
        }
    }
}
