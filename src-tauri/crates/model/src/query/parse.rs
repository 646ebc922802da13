//! Text to tree.

use super::{Hint, Key, Query, Term};

/// Reads a query. Never fails; hints name what looks like a slip.
pub fn parse(text: &str) -> (Query, Vec<Hint>) {
    let chars: Vec<char> = text.chars().collect();
    let mut reader = Reader { chars: &chars, at: 0 };
    let (mut terms, mut hints) = (Vec::new(), Vec::new());
    loop {
        reader.skip_space();
        if reader.at >= chars.len() {
            return (Query { terms }, hints);
        }
        terms.extend(reader.term(&mut hints));
    }
}

struct Reader<'c> {
    chars: &'c [char],
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    fn term(&mut self, hints: &mut Vec<Hint>) -> Option<Term> {
        let start = self.at;
        let follows = self.chars.get(self.at + 1).is_some_and(|c| !c.is_whitespace() && *c != '-');
        let negated = self.peek() == Some('-') && follows;
        if negated {
            self.at += 1;
        }
        let (key, word) = self.key(start, hints);
        let values = match key {
            Some(_) => self.values(),
            None => vec![word.unwrap_or_else(|| self.value(false))],
        };
        let values: Vec<String> = values.into_iter().filter(|v| !v.trim().is_empty()).collect();
        (!values.is_empty()).then_some(Term { negated, key, values })
    }

    /// The key of a term, if it begins with one; else, where it looks like a key with a slip, all of it as text.
    fn key(&mut self, start: usize, hints: &mut Vec<Hint>) -> (Option<Key>, Option<String>) {
        let from = self.at;
        let letters: String =
            self.chars.iter().skip(from).take_while(|c| c.is_ascii_alphabetic() || **c == '-').collect();
        let colon = from + letters.chars().count();
        if letters.is_empty() || self.chars.get(colon) != Some(&':') {
            return (None, None);
        }
        if let Ok(key) = letters.to_ascii_lowercase().parse::<Key>() {
            self.at = colon + 1;
            return (Some(key), None);
        }
        let whole = self.value(false);
        if let Some(near) = nearest_key(&letters) {
            hints.push(Hint {
                start: start as u32,
                end: self.at as u32,
                message: format!("There is no key “{letters}”; did you mean “{near}”?"),
            });
        }
        (None, Some(whole))
    }

    fn values(&mut self) -> Vec<String> {
        let mut values = vec![self.value(true)];
        while self.peek() == Some(',') {
            self.at += 1;
            values.push(self.value(true));
        }
        values
    }

    /// A word up to white space (and, in a list, a comma), or what stands between quotes; `\"` and `\\` within.
    fn value(&mut self, in_list: bool) -> String {
        let mut out = String::new();
        if self.peek() == Some('"') {
            self.at += 1;
            while let Some(c) = self.peek() {
                self.at += 1;
                match c {
                    '"' => return out,
                    '\\' if matches!(self.peek(), Some('"' | '\\')) => {
                        out.extend(self.peek());
                        self.at += 1;
                    }
                    c => out.push(c),
                }
            }
            return out;
        }
        while let Some(c) = self.peek() {
            if c.is_whitespace() || (in_list && c == ',') {
                break;
            }
            out.push(c);
            self.at += 1;
        }
        out
    }
}

/// The key that a word was meant for, if one is at most two edits away.
fn nearest_key(word: &str) -> Option<Key> {
    let word = word.to_ascii_lowercase();
    let near = Key::ALL.iter().map(|k| (edits(&word, k.word()), *k)).min_by_key(|(d, _)| *d)?;
    (near.0 <= 2 && near.0 * 2 < word.len()).then_some(near.1)
}

/// Edits between two words: insertions, deletions, substitutions (Levenshtein 1966).
fn edits(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (cell, y) in row.iter_mut().skip(1).zip(b.bytes()) {
            let here = (diagonal + usize::from(x != y)).min(left + 1).min(*cell + 1);
            diagonal = *cell;
            left = here;
            *cell = here;
        }
    }
    row.last().copied().unwrap_or(a.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(text: &str) -> Vec<(bool, Option<Key>, Vec<String>)> {
        parse(text).0.terms.into_iter().map(|t| (t.negated, t.key, t.values)).collect()
    }

    #[test]
    fn a_query_reads_as_it_is_meant() {
        let s = |v: &[&str]| v.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            terms("status:open,in-progress -tag:print \"New START\" claimant:\"S. Lavrov\" treaty"),
            [
                (false, Some(Key::Status), s(&["open", "in-progress"])),
                (true, Some(Key::Tag), s(&["print"])),
                (false, None, s(&["New START"])),
                (false, Some(Key::Claimant), s(&["S. Lavrov"])),
                (false, None, s(&["treaty"])),
            ]
        );
        assert_eq!(terms(" - -- \"\" status: "), [(false, None, s(&["-"])), (false, None, s(&["--"]))]);
        assert_eq!(
            terms("10:30 http://x.org/a,b"),
            [(false, None, s(&["10:30"])), (false, None, s(&["http://x.org/a,b"]))]
        );
    }

    #[test]
    fn an_unknown_key_is_text_with_a_hint() {
        let (query, hints) = parse("statsu:open http://x");
        assert_eq!(
            query.terms.iter().map(|t| t.values.join("")).collect::<Vec<_>>(),
            ["statsu:open", "http://x"]
        );
        let messages: Vec<_> = hints.iter().map(|h| (h.start, h.end, h.message.as_str())).collect();
        assert_eq!(messages, [(0, 11, "There is no key “statsu”; did you mean “status”?")]);
    }
}
