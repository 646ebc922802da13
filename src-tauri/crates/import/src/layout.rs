//! Lines to paragraphs: blank lines, wrapped lines, lists, tables, quotations.

use std::ops::Range;

/// What the form of a line says that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Running text.
    Prose,
    /// Begins with a bullet or a number.
    List,
    /// Has cells.
    Table,
    /// Begins with `>`.
    Quote,
    /// Begins with `[1]` or the like.
    Footnote,
}

/// One or more lines that belong together, in bytes of the text, without white space at the ends.
#[derive(Debug)]
pub(crate) struct Paragraph {
    pub range: Range<usize>,
    pub form: Form,
    /// Whether a blank line, or the end, comes after it.
    pub set_apart: bool,
}

struct Line<'t> {
    text: &'t str,
    start: usize,
    /// White space before it, in characters.
    indent: usize,
    /// Its width in code points, without the indent.
    width: usize,
    /// Whether a blank line, or the beginning, is above it.
    after_gap: bool,
    form: Form,
}

/// The paragraphs of a text: stretches between blank lines, and within these each line by itself unless it was
/// wrapped from the one above or belongs to its list item or quotation.
pub(crate) fn paragraphs(text: &str) -> Vec<Paragraph> {
    let lines = lines(text);
    let wrap = wrap_width(&lines);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut indent = 0;
    for (i, line) in lines.iter().enumerate() {
        let above = i.checked_sub(1).and_then(|above| lines.get(above)).filter(|_| !line.after_gap);
        let end = line.start + line.text.len();
        if let (Some(above), Some(paragraph)) = (above, paragraphs.last_mut()) {
            let wrapped = || wrap.is_some_and(|width| is_full(above, line, width));
            let joins = match (paragraph.form, line.form) {
                (Form::Quote, Form::Quote) => true,
                (Form::Prose, Form::Prose) => wrapped(),
                (Form::List | Form::Footnote, Form::Prose) => line.indent > indent || wrapped(),
                _ => false,
            };
            if joins {
                paragraph.range.end = end;
                continue;
            }
            paragraph.set_apart = false;
        }
        indent = line.indent;
        paragraphs.push(Paragraph { range: line.start..end, form: line.form, set_apart: true });
    }
    paragraphs
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    let (mut start, mut after_gap) = (0, true);
    for whole in text.split('\n') {
        let line = whole.trim();
        if line.is_empty() {
            after_gap = true;
        } else {
            let before = whole.len() - whole.trim_start().len();
            let indent = whole.get(..before).unwrap_or_default().chars().count();
            let form = form(line);
            lines.push(Line {
                text: line,
                start: start + before,
                indent,
                width: line.chars().count(),
                after_gap,
                form,
            });
            after_gap = false;
        }
        start += whole.len() + 1;
    }
    confirm(&mut lines);
    lines
}

/// What a line may be, taken by itself.
fn form(line: &str) -> Form {
    let mut chars = line.chars();
    let first = chars.next().unwrap_or(' ');
    let second = chars.next();
    let spaced = second.is_none_or(char::is_whitespace);
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.len() - rest.len();
    if first == '>' {
        Form::Quote
    } else if is_footnote(line) {
        Form::Footnote
    } else if cells(line) > 1 {
        Form::Table
    } else if spaced && second.is_some() && "-*•–‣◦·▪●".contains(first)
        || (1..=3).contains(&digits) && (rest.starts_with(". ") || rest.starts_with(") "))
        || first.is_ascii_lowercase()
            && second == Some(')')
            && line.get(2..).is_some_and(|r| r.starts_with(' '))
    {
        Form::List
    } else {
        Form::Prose
    }
}

/// `[1] note`, `[^1]: note`, `¹ note`, `† note`.
fn is_footnote(line: &str) -> bool {
    let number = |inside: &str| {
        let digits = inside.strip_prefix('^').unwrap_or(inside);
        (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
    };
    if let Some((inside, rest)) = line.strip_prefix('[').and_then(|l| l.split_once(']')) {
        return number(inside) && rest.starts_with([' ', ':', '\t']);
    }
    let rest = line.trim_start_matches(['¹', '²', '³', '⁰', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '†', '‡']);
    rest.len() < line.len() && !rest.is_empty()
}

/// How many cells a line has, by its pipes or else its tabs.
fn cells(line: &str) -> usize {
    let pipes = line.matches('|').count();
    if pipes > 0 { pipes + 1 } else { line.matches('\t').count() + 1 }
}

/// A table has two rows of the same number of cells; a numbered list has two items; else the line is prose.
fn confirm(lines: &mut [Line<'_>]) {
    let confirmed: Vec<bool> = (0..lines.len())
        .map(|i| {
            let near = |other: Option<usize>| other.and_then(|o| lines.get(o)).zip(lines.get(i));
            let beside = |alike: &dyn Fn(&Line<'_>, &Line<'_>) -> bool| {
                [i.checked_sub(1), Some(i + 1)].into_iter().any(|o| near(o).is_some_and(|(a, b)| alike(a, b)))
            };
            match lines.get(i) {
                Some(line) if line.form == Form::Table => {
                    beside(&|a, b| a.form == Form::Table && cells(a.text) == cells(b.text))
                }
                Some(line)
                    if line.form == Form::List && line.text.starts_with(|c: char| c.is_alphanumeric()) =>
                {
                    (i.saturating_sub(4)..i + 5)
                        .any(|o| o != i && near(Some(o)).is_some_and(|(a, b)| is_next(a.text, b.text)))
                }
                _ => true,
            }
        })
        .collect();
    for (line, confirmed) in lines.iter_mut().zip(confirmed) {
        if !confirmed {
            line.form = Form::Prose;
        }
    }
}

/// Whether the numbers or letters of two items follow each other, either way.
fn is_next(a: &str, b: &str) -> bool {
    let place = |item: &str| {
        let marker = item.split(['.', ')']).next().unwrap_or_default();
        marker.parse::<i64>().ok().or_else(|| {
            marker.chars().next().filter(|_| marker.len() == 1).map(|c| -1000 - i64::from(u32::from(c)))
        })
    };
    place(a).zip(place(b)).is_some_and(|(a, b)| (a - b).abs() == 1)
}

/// The width that a text was wrapped at, if it was. It was if most lines that have a line below them could not have
/// taken its first word as well, and most of those below go on with a small letter.
fn wrap_width(lines: &[Line<'_>]) -> Option<usize> {
    const WIDTHS: std::ops::RangeInclusive<usize> = 40..=140;
    let mut widths: Vec<usize> = lines.iter().filter(|l| l.form == Form::Prose).map(|l| l.width).collect();
    widths.sort_unstable();
    let width = *widths.get((widths.len() * 9 / 10).min(widths.len().checked_sub(1)?))?;
    if !WIDTHS.contains(&width) {
        return None;
    }
    let pairs = lines.iter().zip(lines.iter().skip(1));
    let (mut all, mut full, mut going_on) = (0, 0, 0);
    for (above, below) in
        pairs.filter(|(a, b)| !b.after_gap && a.form == Form::Prose && b.form == Form::Prose)
    {
        all += 1;
        if is_full(above, below, width) {
            full += 1;
            going_on += usize::from(!below.text.starts_with(char::is_uppercase));
        }
    }
    (full > 0 && full * 5 >= all * 3 && going_on * 2 >= full).then_some(width)
}

/// Whether the first word of the line below would not have fitted, give or take a little.
fn is_full(above: &Line<'_>, below: &Line<'_>, width: usize) -> bool {
    const SLACK: usize = 4;
    let word = below.text.split_whitespace().next().map_or(0, |w| w.chars().count());
    above.width + above.indent + 1 + word + SLACK > width
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(text: &str) -> Vec<(Form, &str)> {
        paragraphs(text).into_iter().map(|p| (p.form, &text[p.range])).collect()
    }

    #[test]
    fn without_blank_lines_each_line_is_a_paragraph() {
        assert_eq!(
            forms("A title\nA first line that is quite long and ends here.\nA second one."),
            [
                (Form::Prose, "A title"),
                (Form::Prose, "A first line that is quite long and ends here."),
                (Form::Prose, "A second one.")
            ]
        );
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let text = "A title\n\n\
            The two met briefly on the sidelines of the G20 summit in the Indian\n\
            capital, Delhi, on Thursday. The remarks are the first since the invasion\n\
            began more than a year ago.\n\
            The failure of the ministers to agree showed that differences over the\n\
            war have intensified.\n\n\
            He went.";
        let found: Vec<&str> = forms(text).into_iter().map(|(_, t)| t).collect();
        assert_eq!(found.len(), 4, "{found:?}");
        assert!(found[1].starts_with("The two") && found[1].ends_with("year ago."));
        assert!(found[2].starts_with("The failure") && found[2].ends_with("intensified."));
    }

    #[test]
    fn a_list_of_headlines_is_not_a_wrapped_paragraph() {
        let text = "Stock markets worldwide fall dramatically on Monday\nRussian markets to remain closed until Friday noon\n\
            Shares worldwide surge due to US government plan\nGlobal markets surge in value after the weekend";
        assert_eq!(forms(text).len(), 4);
    }

    #[test]
    fn lists_tables_quotations_and_notes_are_told_by_their_form() {
        let text = "- one\n- two\n  goes on\n\n1. first\n2. second\n\n> quoted\n> more\n\nname\tage\nAnn\t31\n\n| a | b |\n|---|---|\n\n[1] A note.\n¹ Another.\n\na) x\nb) y";
        let expected = [
            (Form::List, "- one"),
            (Form::List, "- two\n  goes on"),
            (Form::List, "1. first"),
            (Form::List, "2. second"),
            (Form::Quote, "> quoted\n> more"),
            (Form::Table, "name\tage"),
            (Form::Table, "Ann\t31"),
            (Form::Table, "| a | b |"),
            (Form::Table, "|---|---|"),
            (Form::Footnote, "[1] A note."),
            (Form::Footnote, "¹ Another."),
            (Form::List, "a) x"),
            (Form::List, "b) y"),
        ];
        assert_eq!(forms(text), expected);
    }

    #[test]
    fn what_only_begins_like_a_list_or_a_table_is_prose() {
        for text in [
            "12. FC Köln won.",
            "By Ann | Reuters | 3 May",
            "A tab\there",
            "-40 degrees",
            "[sic] he said",
            "a (b) c",
        ] {
            assert_eq!(forms(text), [(Form::Prose, text)]);
        }
    }
}
