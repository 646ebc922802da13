//! Quotation marks: which open, which close, and what stands between.

use crate::tokens::Tokens;

/// The longest quotation without an end that is still taken for one, in tokens.
const LONGEST: usize = 600;

/// What stands between two marks, or from one to the end of the block where the other is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quote {
    /// First token inside.
    pub(crate) from: usize,
    /// One after the last token inside.
    pub(crate) to: usize,
    /// Whether it has its opening mark.
    pub(crate) opened: bool,
    /// Whether it has its closing mark.
    pub(crate) closed: bool,
}

impl Quote {
    /// The range with its marks.
    pub(crate) fn outer(&self) -> std::ops::Range<usize> {
        self.from - usize::from(self.opened)..self.to + usize::from(self.closed)
    }
}

/// The quotations of a block, in order, none within another. `open` if the block before left one open: this one goes on
/// with it if a mark closes it here.
pub(crate) fn find(tokens: &Tokens<'_>, open: bool) -> Vec<Quote> {
    let mut out: Vec<Quote> = Vec::new();
    let mut seen = 0;
    if open && let Some(end) = (0..tokens.len().min(LONGEST)).find(|i| is_double(tokens.word(*i))) {
        // A mark that stands after words and not before one closes.
        if end > 0 && !tokens.spaced(end) {
            out.push(Quote { from: 0, to: end, opened: false, closed: true });
            seen = end + 1;
        }
    }
    let mut open: Option<(usize, &str)> = None;
    let first = seen;
    for i in first..tokens.len() {
        let mark = tokens.word(i);
        if let Some((from, with)) = open {
            let closes = match with {
                "“" | "„" => matches!(mark, "”" | "“"),
                "``" => matches!(mark, "''" | "\"" | "”"),
                "\"" => matches!(mark, "\"" | "''"),
                "«" => mark == "»",
                "「" => mark == "」",
                // A single mark closes only where no letter follows.
                _ => matches!(mark, "’" | "'") && tokens.spaced(i + 1) | is_stop(tokens.word(i + 1)),
            };
            // A new paragraph mark within a quote that was never closed.
            if closes && !(mark == "“" && tokens.spaced(i) && with == "“") {
                if i > from {
                    out.push(Quote { from, to: i, opened: true, closed: true });
                }
                open = None;
                seen = i + 1;
            } else if i - from > LONGEST {
                open = None;
                seen = i;
            }
            continue;
        }
        let before_word = !tokens.spaced(i + 1) && i + 1 < tokens.len();
        match mark {
            "“" | "„" | "``" | "«" | "「" => open = Some((i + 1, mark_of(mark))),
            "\"" if tokens.spaced(i)
                || i == 0
                || matches!(tokens.word(i - 1), "(" | "[" | "—" | "–" | "-") =>
            {
                open = Some((i + 1, "\""));
            }
            "‘" | "'" if before_word && tokens.spaced(i) => {
                // An apostrophe before a year or a clipped word opens nothing.
                let clipped = tokens.is(i + 1, crate::tokens::Kind::Number);
                if !clipped {
                    open = Some((i + 1, "‘"));
                }
            }
            // A closing mark that nothing opened: the quotation began with the block.
            "”" | "»" if i > seen && i - seen < LONGEST && out.is_empty() => {
                out.push(Quote { from: seen, to: i, opened: false, closed: true });
                seen = i + 1;
            }
            _ => {}
        }
    }
    // A mark that nothing closes: the quotation runs to the end of the block. A single one was no mark.
    if let Some((from, with)) = open
        && with != "‘"
        && from < tokens.len()
        && tokens.len() - from < LONGEST
    {
        out.push(Quote { from, to: tokens.len(), opened: true, closed: false });
    }
    out
}

fn is_double(mark: &str) -> bool {
    matches!(mark, "“" | "”" | "„" | "``" | "''" | "\"" | "«" | "»")
}

fn mark_of(mark: &str) -> &'static str {
    match mark {
        "``" => "``",
        "«" => "«",
        "「" => "「",
        _ => "“",
    }
}

fn is_stop(word: &str) -> bool {
    matches!(word, "" | "." | "," | ";" | ":" | "!" | "?" | ")" | "]" | "”" | "\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inside(text: &str) -> Vec<&str> {
        let tokens = Tokens::new(text, 0);
        find(&tokens, false).iter().map(|q| tokens.slice(q.from, q.to)).collect()
    }

    #[test]
    fn marks_of_every_sort_pair_up() {
        assert_eq!(inside("He said “yes” and \"no\", ``so'' and ‘thus’."), ["yes", "no", "so", "thus"]);
        assert_eq!(inside("„Nein“, « oui », «no» y 「はい」。"), ["Nein", "oui", "no", "はい"]);
        assert_eq!(inside("Russia’s minister didn’t say 'maybe'. The dogs' '82 dinner"), ["maybe"]);
    }

    #[test]
    fn a_missing_mark_leaves_the_rest_of_the_block() {
        assert_eq!(inside("I told him to end it,” he said."), ["I told him to end it,"]);
        assert_eq!(inside("She said: ``This is good."), ["This is good."]);
    }
}
