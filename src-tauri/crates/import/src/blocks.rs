//! Text to blocks: what each stretch of an article is.
//!
//! The rules are those of news as it is pasted or saved: a head of headline, standfirst, byline and dates, then the
//! body, with picture credits, lists, tables and turns of a transcript where they stand.

use std::ops::Range;

use assay_model::document::BlockKind;

use crate::byline::OUTLETS;
use crate::credits::{credit, is_all_names};
use crate::dates::{date_at, is_calendar_word};
use crate::head::{HeadLine, Published, head_line, trimmed};
use crate::layout::{Form, Paragraph, paragraphs};
use crate::speakers::Turns;
use crate::tokens::{Kind, tokens};

/// A stretch of the text, in bytes, and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub kind: BlockKind,
    pub range: Range<usize>,
}

/// A text cut into blocks, with what its head says.
#[derive(Debug, Default)]
pub(crate) struct Cut {
    /// In order, without overlap; white space only between them.
    pub pieces: Vec<Piece>,
    pub authors: Vec<String>,
    pub dates: Vec<Published>,
    pub publisher: Option<String>,
}

/// Cuts a text into blocks.
pub(crate) fn cut(text: &str) -> Cut {
    let paragraphs = paragraphs(text);
    let words = |p: &Paragraph| text.get(p.range.clone()).unwrap_or_default();
    let prose = || paragraphs.iter().filter(|p| p.form == Form::Prose);
    let turns = Turns::of(prose().map(words));
    let mut walk = Walk { cut: Cut::default(), headline: false, head_lines: 0, body: 0, announced: None };
    for (i, paragraph) in paragraphs.iter().enumerate() {
        let next = paragraphs.get(i + 1).filter(|p| p.form == Form::Prose).map(words);
        walk.take(words(paragraph), paragraph, next, turns.as_ref());
    }
    walk.cut
}

struct Walk {
    cut: Cut,
    headline: bool,
    /// Head lines since the headline, or since the beginning.
    head_lines: usize,
    /// Paragraphs of the body so far: sentences, or what is too long for a head.
    body: usize,
    /// What a label on a line of its own says that the next line is.
    announced: Option<Announced>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Announced {
    Caption,
    Published,
    Updated,
    /// Where the author named on the line above works.
    Outlet,
}

impl Walk {
    fn take(&mut self, words: &str, paragraph: &Paragraph, next: Option<&str>, turns: Option<&Turns>) {
        let kind = match paragraph.form {
            Form::List => BlockKind::List,
            Form::Table => BlockKind::Table,
            Form::Quote => BlockKind::Quote,
            Form::Footnote => BlockKind::Footnote,
            Form::Prose => return self.take_prose(words, paragraph, next, turns),
        };
        self.body += 1;
        self.push(kind, paragraph.range.clone());
    }

    fn take_prose(&mut self, words: &str, paragraph: &Paragraph, next: Option<&str>, turns: Option<&Turns>) {
        let Range { start, end } = paragraph.range;
        let announced = self.announced.take();
        if let Some(label) = announces(words) {
            self.announced = Some(label);
            self.push(BlockKind::Metadata, start..end);
        } else if announced == Some(Announced::Caption) {
            self.push(BlockKind::Caption, start..end);
        } else if announced == Some(Announced::Outlet) && is_outlet(words) {
            self.push(BlockKind::Byline, start..end);
        } else if let Some(pieces) = credit(words) {
            self.push_all(start, pieces);
        } else if let Some(head) = head_line(words) {
            self.take_head(start, head, announced);
        } else if is_furniture(words) {
            self.push(BlockKind::Metadata, start..end);
        } else if let Some(label) = turns.and_then(|t| t.label(words)) {
            self.body += 1;
            self.push(BlockKind::Speaker, start..start + label);
            self.push(BlockKind::Paragraph, at(start, trimmed(words, label..words.len())));
        } else if self.body == 0 && !self.headline && is_headline(words, paragraph.set_apart, next) {
            self.headline = true;
            self.head_lines = 0;
            self.push(BlockKind::Headline, start..end);
        } else if self.body == 0 && self.headline && self.head_lines == 0 && is_standfirst(words, next) {
            self.head_lines += 1;
            self.push(BlockKind::Standfirst, start..end);
        } else {
            let prefix = if self.body < 2 { dateline(words) } else { None };
            self.body += usize::from(ends_sentence(words) || words.len() > 200);
            let from = prefix.unwrap_or(0);
            if let Some(prefix) = prefix {
                let line = tokens(words.get(..prefix).unwrap_or_default());
                let date = (0..line.len()).find_map(|i| date_at(&line, i, false));
                self.cut.dates.extend(date.map(|(date, _)| Published { date, labelled: false }));
                self.push(BlockKind::Dateline, at(start, trimmed(words, 0..prefix)));
            }
            self.push(BlockKind::Paragraph, at(start, trimmed(words, from..words.len())));
        }
    }

    /// A line about the document. Below the body only what it labels is believed: the dates there are often of others.
    fn take_head(&mut self, start: usize, mut head: HeadLine, announced: Option<Announced>) {
        self.head_lines += 1;
        let in_head = self.body == 0;
        match announced {
            Some(Announced::Published) => head.dates.iter_mut().for_each(|d| d.labelled = true),
            Some(Announced::Updated) => head.dates.clear(),
            _ => {}
        }
        if in_head && head.pieces.last().is_some_and(|(kind, _)| *kind == BlockKind::Byline) {
            self.announced = Some(Announced::Outlet);
        }
        self.cut.dates.extend(head.dates.into_iter().filter(|d| in_head || d.labelled));
        if in_head || self.cut.authors.is_empty() {
            for author in head.authors {
                if !self.cut.authors.contains(&author) {
                    self.cut.authors.push(author);
                }
            }
        }
        if self.cut.publisher.is_none() {
            self.cut.publisher = head.publisher;
        }
        self.push_all(start, head.pieces);
    }

    fn push_all(&mut self, start: usize, pieces: Vec<(BlockKind, Range<usize>)>) {
        for (kind, range) in pieces {
            self.push(kind, at(start, range));
        }
    }

    fn push(&mut self, kind: BlockKind, range: Range<usize>) {
        if !range.is_empty() {
            self.cut.pieces.push(Piece { kind, range });
        }
    }
}

fn at(start: usize, range: Range<usize>) -> Range<usize> {
    start + range.start..start + range.end
}

/// Whether it ends as a sentence does; an abbreviation such as `U.S.` is no end.
fn ends_sentence(words: &str) -> bool {
    let bare = words.trim_end_matches(['”', '"', '’', '\'', ')', '»']);
    let last = bare.split_whitespace().next_back().unwrap_or_default();
    let abbreviation = last.matches('.').count() > 1 && !last.ends_with("..");
    bare.ends_with(['.', '。', ':', ';', ',', '…']) && !abbreviation
}

/// Short, not a sentence, and with something longer or set apart below it.
fn is_headline(words: &str, set_apart: bool, next: Option<&str>) -> bool {
    let Some(next) = next else { return false };
    let short = words.len() <= 400 && (1..=30).contains(&words.split_whitespace().take(31).count());
    // A word or two may be the name of the paper or of its section.
    let brief = words.split_whitespace().nth(2).is_none();
    let above_text = ends_sentence(next) || head_line(next).is_some();
    let introduces = || above_text || !brief && (set_apart || next.len() > words.len());
    short && !ends_sentence(words) && words.contains(char::is_alphabetic) && introduces()
}

/// Below the headline and above the byline or the dates; or no sentence, and above a longer paragraph.
fn is_standfirst(words: &str, next: Option<&str>) -> bool {
    let Some(next) = next else { return false };
    let (short, several) = (words.len() <= 600, words.split_whitespace().nth(3).is_some());
    short
        && several
        && (head_line(next).is_some()
            || !ends_sentence(words) && !words.ends_with(['!', '?']) && next.len() > words.len())
}

/// Where the prefix `LONDON, May 3 (AP) —` ends, with its dash.
fn dateline(words: &str) -> Option<usize> {
    const REACH: usize = 120;
    let reach = words.get(..words.floor_char_boundary(REACH))?;
    let dashes = [" — ", " – ", " - ", " -- ", "— ", "—"];
    let (at, dash) = dashes.iter().filter_map(|d| Some((reach.find(d)?, *d))).min_by_key(|(at, _)| *at)?;
    let before = tokens(reach.get(..at)?);
    let rest = words.get(at + dash.len()..)?;
    let first = before.first()?;
    let is_capitals = |w: &str| w.chars().count() >= 3 && !w.contains(char::is_lowercase);
    let agency = before.last().is_some_and(|t| t.is(")")) && before.iter().any(|t| t.is("("));
    let place = first.kind == Kind::Word && is_capitals(first.text);
    let plain = before.iter().all(|t| match t.kind {
        Kind::Word => t.is_capitalised() || t.is_any(&["de", "of", "the"]),
        Kind::Number => true,
        Kind::Mark => matches!(t.text, "," | "." | "(" | ")" | "/"),
    });
    let dated = before.iter().any(|t| t.kind == Kind::Word && is_calendar_word(t.text));
    let long = first.text.chars().count() >= 5
        && rest.starts_with(|c: char| c.is_uppercase() || "“\"‘'".contains(c));
    let told = agency && (place || first.is("(")) || place && (dated || long);
    (told && plain && before.len() <= 16 && !rest.trim().is_empty()).then_some(at + dash.len())
}

/// A line that is nothing but the label of the next.
fn announces(words: &str) -> Option<Announced> {
    const LONGEST: usize = 40;
    let label = words.trim_end_matches([':', ',']).trim_end();
    if label.len() > LONGEST {
        return None;
    }
    let label = label.to_lowercase();
    match label.as_str() {
        "image caption" | "photo caption" | "media caption" | "video caption" => Some(Announced::Caption),
        "published" | "first published" | "date published" => Some(Announced::Published),
        "updated" | "last updated" => Some(Announced::Updated),
        _ => None,
    }
}

/// “BBC News, Kherson” below a byline: names alone, one of them of a paper, an agency or a post.
fn is_outlet(words: &str) -> bool {
    let few = words.len() <= 100 && words.split_whitespace().count() <= 8;
    few && is_all_names(words) && tokens(words).iter().any(|t| t.is_any(OUTLETS))
}

/// Addresses, links to other articles, buttons that were copied along.
fn is_furniture(words: &str) -> bool {
    const WHOLE: &[&str] = &[
        "advertisement",
        "advertising",
        "share",
        "share this",
        "share this article",
        "save",
        "print",
        "comments",
        "read more",
        "related topics",
        "related articles",
        "share this page",
        "top stories",
        "subscribe",
        "sign up",
        "follow us",
        "skip to content",
        "end of image",
    ];
    const BEGINNINGS: &[&str] = &[
        "read more:",
        "read also:",
        "see also:",
        "related:",
        "tags:",
        "topics:",
        "keywords:",
        "filed under:",
        "share on ",
        "follow us on ",
        "follow him on ",
        "follow her on ",
        "sign up for ",
        "sign up to ",
        "all rights reserved",
        "our standards:",
        "additional reporting by ",
        "editing by ",
        "reporting by ",
    ];
    if words.len() > 200 {
        return false;
    }
    let address =
        (words.starts_with("https://") || words.starts_with("http://") || words.starts_with("www."))
            && !words.contains(char::is_whitespace);
    let begins = |b: &&str| words.get(..b.len()).is_some_and(|w| w.eq_ignore_ascii_case(b));
    address || WHOLE.iter().any(|w| words.eq_ignore_ascii_case(w)) || BEGINNINGS.iter().any(begins)
}

#[cfg(test)]
#[path = "blocks_tests.rs"]
mod tests;
