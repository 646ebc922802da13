//! Quotation marks: which open, which close, and what stands between.

use crate::tokens::{Kind, Tokens};

/// The longest quotation without an end that is still taken for one, in tokens.
const LONGEST: usize = 600;

/// How far ahead the end of a quotation between single marks is sought, in tokens.
const SINGLE: usize = 300;

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
    // Single marks are paired ahead, as most of them are apostrophes.
    let mut single: Option<usize> = None;
    for i in first..tokens.len() {
        let mark = tokens.word(i);
        if let Some((from, with)) = open {
            let closes = match with {
                "“" | "„" => matches!(mark, "”" | "“"),
                "``" => matches!(mark, "''" | "\"" | "”"),
                "\"" => matches!(mark, "\"" | "''"),
                "«" => mark == "»",
                "»" => mark == "«" || mark == "»" && !tokens.spaced(i),
                "‹" => mark == "›",
                "‚" => matches!(mark, "‘" | "’") && ends_single(tokens, i),
                "「" => mark == "」",
                _ => single == Some(i),
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
        match mark {
            "“" | "„" | "``" | "«" | "「" | "‹" | "‚" => open = Some((i + 1, mark_of(mark))),
            // »so« and ”so” open with the mark that closes elsewhere.
            "»" | "”" if stands_before(tokens, i) => open = Some((i + 1, mark_of(mark))),
            "\"" if tokens.spaced(i)
                || i == 0
                || matches!(tokens.word(i - 1), "(" | "[" | "—" | "–" | "-" | "/") =>
            {
                open = Some((i + 1, "\""));
            }
            "‘" | "'" => {
                single = single_end(tokens, i);
                // The first mark of a paragraph that is only one of several quoted ones.
                let paragraph = i == 0 && opens_single(tokens, i) && !may_be_clipped(tokens, i + 1);
                let ends = |k: usize| ends_single(tokens, k) && !may_be_possessive(tokens, k);
                if single.is_some() || paragraph && !(1..tokens.len().min(LONGEST)).any(ends) {
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
    // A mark that nothing closes: the quotation runs to the end of the block.
    if let Some((from, _)) = open
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
        "»" => "»",
        "‹" => "‹",
        "‚" => "‚",
        "「" => "「",
        _ => "“",
    }
}

/// Whether a mark stands right before a word, with white space before it.
fn stands_before(tokens: &Tokens<'_>, i: usize) -> bool {
    tokens.spaced(i) && i + 1 < tokens.len() && !tokens.spaced(i + 1)
}

/// The mark that closes the single quotation which the mark at `i` opens; nothing if it is an apostrophe.
///
/// “the teachers’ pay,’” has two marks that look alike: behind an “s” and before a word the first may be an apostrophe, and
/// is one if a better mark comes before the next quotation opens.
pub(crate) fn single_end(tokens: &Tokens<'_>, i: usize) -> Option<usize> {
    if !opens_single(tokens, i) {
        return None;
    }
    let mut weak = None;
    for k in i + 1..tokens.len().min(i + SINGLE) {
        if !is_single(tokens, k) {
            continue;
        }
        if opens_single(tokens, k) && !may_be_clipped(tokens, k + 1) {
            break;
        }
        if k == i + 1 || !ends_single(tokens, k) {
            continue;
        }
        if !may_be_possessive(tokens, k) {
            return Some(k);
        }
        weak = weak.or(Some(k));
    }
    weak.filter(|_| !may_be_clipped(tokens, i + 1))
}

/// Whether token `i` is a mark that may be a single quotation mark.
fn is_single(tokens: &Tokens<'_>, i: usize) -> bool {
    matches!(tokens.word(i), "'" | "‘" | "’")
}

fn opens_single(tokens: &Tokens<'_>, i: usize) -> bool {
    let free = tokens.spaced(i)
        || i == 0
        || matches!(tokens.word(i - 1), "(" | "[" | "—" | "–" | "-" | "--" | "/" | "“" | "\"");
    // An apostrophe never opens, and “70s” and “n” behind one are clipped for certain.
    free && matches!(tokens.word(i), "'" | "‘")
        && i + 1 < tokens.len()
        && !tokens.spaced(i + 1)
        && !is_clipped(tokens, i + 1)
}

fn ends_single(tokens: &Tokens<'_>, i: usize) -> bool {
    matches!(tokens.word(i), "'" | "’" | "‘")
        && !(tokens.spaced(i) || i > 1 && is_single(tokens, i - 2) && is_clipped(tokens, i - 1))
        && (tokens.spaced(i + 1) || tokens.is(i + 1, Kind::Mark))
}

/// “workers' pay”, “goin' home”: whether the mark at `i` may belong to the word before it.
fn may_be_possessive(tokens: &Tokens<'_>, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    let word = tokens.word(before);
    let clips = word.len() > 4 && word.ends_with("in") && !tokens.capital(before) || word == "o";
    let stuck = word.ends_with(['s', 'x', 'z']) || clips;
    tokens.is(before, Kind::Word) && stuck && (tokens.is(i + 1, Kind::Word) || tokens.is(i + 1, Kind::Number))
}

/// “'n'”, “'70s”, “'twas”.
fn is_clipped(tokens: &Tokens<'_>, i: usize) -> bool {
    matches!(tokens.word(i), "n" | "em" | "til" | "twas" | "tis" | "bout" | "cos" | "neath" | "twere")
        || tokens.is(i, Kind::Number) && !tokens.spaced(i + 1) && tokens.word(i + 1) == "s"
}

/// “'08”, “'cause”: what an apostrophe may have clipped, or a quotation may begin with.
fn may_be_clipped(tokens: &Tokens<'_>, i: usize) -> bool {
    tokens.is(i, Kind::Number) && tokens.raw(i).len() == 2 || matches!(tokens.word(i), "cause" | "round")
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
    fn single_marks_are_told_from_apostrophes() {
        for (text, wanted) in [
            ("'X will resign', says minister", &["X will resign"][..]),
            ("'We don't know the teachers' pay,' said Ann Cole.", &["We don't know the teachers' pay,"]),
            ("‘We don’t know the teachers’ pay,’ said Ann Cole.", &["We don’t know the teachers’ pay,"]),
            ("He called the workers' claim 'a lie' and left.", &["a lie"]),
            ("'Lies' and the workers' claim", &["Lies"]),
            ("The drivers' 'strike' hit the firms' profits.", &["strike"]),
            ("'40 people died in 2019,' he said of the '08 crash.", &["40 people died in 2019,"]),
            ("The '70s were 'the best years' of rock 'n' roll.", &["the best years"]),
            ("'Twas the dogs' day.", &[]),
            ("'He told me \"no\" and left,' he said.", &["He told me \"no\" and left,"]),
            ("\"He told me 'no' and left,\" he said.", &["He told me 'no' and left,"]),
            ("('a lie') and 'the 'n' word'", &["a lie", "the 'n' word"]),
        ] {
            assert_eq!(inside(text), wanted, "{text}");
        }
    }

    #[test]
    fn marks_of_other_languages_pair_up() {
        for (text, wanted) in [
            ("»Die Zahl stieg«, sagte sie.", &["Die Zahl stieg"][..]),
            ("„Die Zahl stieg“, sagte sie, „aber nicht viel.“", &["Die Zahl stieg", "aber nicht viel."]),
            ("‚Die Zahl stieg‘, sagte sie.", &["Die Zahl stieg"]),
            ("‹Die Zahl stieg›, sagte sie.", &["Die Zahl stieg"]),
            ("« Le prix monte », dit-elle, «un peu».", &["Le prix monte", "un peu"]),
            ("”Priset steg”, sade hon.", &["Priset steg"]),
        ] {
            assert_eq!(inside(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_missing_mark_leaves_the_rest_of_the_block() {
        assert_eq!(inside("I told him to end it,” he said."), ["I told him to end it,"]);
        assert_eq!(inside("She said: ``This is good."), ["This is good."]);
    }
}
