//! Headings of turns in a transcript: `Sarah Lane:`, `MR. MOSS (Leeds):`.

use std::collections::HashMap;

use super::words::{first_name_gender, is_body_word, is_honour, is_title};
use super::{Name, Names};

impl Names {
    /// Who speaks under this heading: by the full name where an earlier one, or the text, has it.
    pub(crate) fn heading(&mut self, text: &str) -> Option<String> {
        // “[00:12:31] SPEAKER 2:”
        let text =
            text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '[' | ']' | ':' | ' '));
        // “The Secretary of State for Health (Karen Boyle):”
        if text.starts_with("The ")
            && let Some(inner) =
                text.split_once('(').and_then(|(_, rest)| rest.split_once(')')).map(|(i, _)| i)
            && (2..=4).contains(&inner.split_whitespace().count())
            && inner.split_whitespace().all(|w| w.starts_with(char::is_uppercase))
        {
            return self.heading(inner);
        }
        let outside = text.split(['(', '[', ':', ',']).next().unwrap_or_default();
        let words: Vec<&str> = outside.split_whitespace().collect();
        let plain = |w: &str| w.trim_end_matches('.').to_lowercase();
        let from = words.iter().take_while(|w| is_title(&plain(w))).count();
        let to = words.len() - words.iter().rev().take_while(|w| is_honour(&plain(w))).count();
        // “Secretary of State” is an office and no title.
        let inner = words.get(from..to).filter(|w| !w.is_empty() && w.first() != Some(&"of"));
        let inner = inner.unwrap_or(&words);
        let last = inner.last()?.to_lowercase();
        let name = inner.join(" ");
        if let Some(meant) = self.headings.meant(&name) {
            return Some(meant.to_owned());
        }
        if let Some(known) = self.full.get(&last).filter(|k| k.person) {
            let same = inner.len() == 1 || known.full.to_lowercase() == name.to_lowercase();
            let name = if same { known.full.clone() } else { name };
            self.headings.add(&name);
            return Some(name);
        }
        let body = inner.iter().any(|w| is_body_word(&w.to_lowercase()));
        let capitals = inner.iter().all(|w| w.starts_with(char::is_uppercase));
        if (2..=4).contains(&inner.len()) && capitals && !body {
            let first = inner.first().map(|w| w.to_lowercase()).unwrap_or_default();
            let female = first_name_gender(&first);
            self.full.insert(last, Name { full: name.clone(), person: true, female });
        }
        self.headings.add(&name);
        Some(name)
    }

    /// Whoever has this name in a heading asks a question there.
    pub(crate) fn asks(&mut self, name: &str) {
        self.headings.ask(name);
    }
}

/// Who has spoken under a heading: by what initials, and whether they asked.
#[derive(Debug, Default)]
pub(super) struct Headings {
    /// By initials; nobody where two have the same.
    initials: HashMap<String, Option<String>>,
    /// At most [`MOST`], in the order of their first turns, with whether they asked.
    speakers: Vec<(String, bool)>,
}

/// A talk of more than so many is no interview.
const MOST: usize = 8;

impl Headings {
    fn add(&mut self, name: &str) {
        if !name.contains(' ') {
            return;
        }
        let initials: String = name.split([' ', '-']).filter_map(|w| w.chars().next()).collect();
        if self.initials.len() < super::MOST {
            let holder = self.initials.entry(initials).or_insert_with(|| Some(name.to_owned()));
            *holder = holder.take().filter(|h| h == name);
        }
        if self.speakers.len() < MOST && !self.speakers.iter().any(|(n, _)| n == name) {
            self.speakers.push((name.to_owned(), false));
        }
    }

    fn ask(&mut self, name: &str) {
        if let Some(speaker) = self.speakers.iter_mut().find(|(n, _)| n == name) {
            speaker.1 = true;
        }
    }

    /// Whom `JP`, `Q` or `A` means.
    fn meant(&self, label: &str) -> Option<&str> {
        if matches!(label, "A" | "Q") {
            let mut fitting = self.speakers.iter().filter(|(_, asked)| *asked == (label == "Q"));
            let one = fitting.next().filter(|_| fitting.next().is_none());
            return one.map(|(name, _)| name.as_str());
        }
        let short = (2..=4).contains(&label.len()) && label.bytes().all(|b| b.is_ascii_uppercase());
        self.initials.get(label).filter(|_| short)?.as_deref()
    }
}
