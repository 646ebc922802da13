//! What a text says about itself.

use assay_model::document::{BlockKind, Metadata};
use assay_model::time::PartialDate;

use crate::blocks::Cut;
use crate::head::Published;
use crate::language;

/// The longest title made of a text's own first words, in words.
const TITLE_WORDS: usize = 8;

/// Title, authors, publisher, date and language. `name` is the file's name, for the title where there is no headline.
pub(crate) fn read(text: &str, cut: &Cut, name: Option<&str>) -> Metadata {
    let of = |kind: fn(BlockKind) -> bool| {
        let pieces = cut.pieces.iter().filter(move |p| kind(p.kind));
        pieces.map(|p| text.get(p.range.clone()).unwrap_or_default())
    };
    let headline = of(|k| k == BlockKind::Headline).next().map(joined);
    let title = headline
        .or_else(|| name.map(readable).filter(|t| !t.is_empty()))
        .or_else(|| of(BlockKind::is_checked).next().or_else(|| of(|_| true).next()).map(first_words));
    Metadata {
        title: title.unwrap_or_default(),
        authors: cut.authors.clone(),
        publisher: cut.publisher.clone(),
        published: published(&cut.dates),
        language: language::of(of(BlockKind::is_checked)),
        ..Metadata::default()
    }
}

/// The date that the text calls that of publication, else its first; with the time of day if another of its dates
/// names the same day and a time.
fn published(dates: &[Published]) -> Option<PartialDate> {
    let chosen = dates.iter().find(|d| d.labelled).or_else(|| dates.first())?;
    let timed = dates
        .iter()
        .find(|d| chosen.date.time.is_none() && d.date.time.is_some() && d.date.date_part() == chosen.date);
    Some(timed.unwrap_or(chosen).date.clone())
}

/// One line: white space of any kind and length becomes one space.
fn joined(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn first_words(words: &str) -> String {
    let mut some: Vec<&str> = words.split_whitespace().take(TITLE_WORDS + 1).collect();
    let more = some.len() > TITLE_WORDS;
    some.truncate(TITLE_WORDS);
    // A text may have no spaces at all.
    let title: String = some.join(" ").chars().take(120).collect();
    if more { format!("{title}…") } else { title }
}

/// A file's name as a title: without its folders and its ending, `_` and, where there are no spaces, `-` read as
/// spaces, the first letter large.
fn readable(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let ending = |e: &str| (1..=8).contains(&e.len()) && e.chars().all(|c| c.is_ascii_alphanumeric());
    let stem = file
        .rsplit_once('.')
        .filter(|(stem, e)| !stem.is_empty() && ending(e))
        .map_or(file, |(stem, _)| stem);
    let spaced = stem.replace('_', " ");
    let spaced = if spaced.contains(' ') { spaced } else { spaced.replace('-', " ") };
    let mut chars =
        spaced.split_whitespace().collect::<Vec<_>>().join(" ").chars().collect::<Vec<_>>().into_iter();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_files_name_reads_as_a_title() {
        for (name, title) in [
            ("sample-article.txt", "Sample article"),
            ("/home/ann/G20_in_Delhi.txt", "G20 in Delhi"),
            ("C:\\texts\\New START – a primer.txt", "New START – a primer"),
            ("Mid-term report.final.txt", "Mid-term report.final"),
            ("2023-03-02 notes", "2023-03-02 notes"),
            (".txt", ".txt"),
            ("", ""),
            ("éléphant.txt", "Éléphant"),
        ] {
            assert_eq!(readable(name), title);
        }
    }

    #[test]
    fn the_date_said_to_be_of_publication_wins_and_takes_its_time_from_another() {
        let date = |text: &str, labelled| Published { date: text.parse().unwrap(), labelled };
        let chosen = |dates: &[Published]| published(dates).map(|d| d.to_string());
        assert_eq!(chosen(&[]), None);
        assert_eq!(
            chosen(&[date("2023-03-01", false), date("2023-03-02", true)]).as_deref(),
            Some("2023-03-02")
        );
        assert_eq!(
            chosen(&[date("2023-03-02", true), date("2023-03-02T13:01Z", false)]).as_deref(),
            Some("2023-03-02T13:01Z")
        );
        assert_eq!(
            chosen(&[date("2023-03-02", false), date("2023-03-05T13:01Z", false)]).as_deref(),
            Some("2023-03-02")
        );
    }
}
