//! Headings of turns in a transcript: `Sarah Lane:`, `MR. MOSS (Leeds):`.

use super::words::{first_name_gender, is_body_word, is_honour, is_title};
use super::{Name, Names};

impl Names {
    /// Who speaks under this heading: by the full name where an earlier one, or the text, has it.
    pub(crate) fn heading(&mut self, text: &str) -> Option<String> {
        // “[00:12:31] SPEAKER 2:”
        let text =
            text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '[' | ']' | ':' | ' '));
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
        if let Some(known) = self.full.get(&last).filter(|k| k.person) {
            let same = inner.len() == 1 || known.full.to_lowercase() == name.to_lowercase();
            return Some(if same { known.full.clone() } else { name });
        }
        let body = inner.iter().any(|w| is_body_word(&w.to_lowercase()));
        let capitals = inner.iter().all(|w| w.starts_with(char::is_uppercase));
        if (2..=4).contains(&inner.len()) && capitals && !body {
            let first = inner.first().map(|w| w.to_lowercase()).unwrap_or_default();
            let female = first_name_gender(&first);
            self.full.insert(last, Name { full: name.clone(), person: true, female });
        }
        Some(name)
    }
}
