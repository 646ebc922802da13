//! Words, numbers and marks of a short line, for reading what it says about the document.

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters, with apostrophes, hyphens and full stops between letters: `O’Brien`, `p.m`, `Jean-Yves`.
    Word,
    /// Digits.
    Number,
    /// Any other character that is not white space.
    Mark,
}

/// A token with its place in the line, in bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token<'t> {
    pub text: &'t str,
    pub start: usize,
    pub end: usize,
    pub kind: Kind,
}

impl Token<'_> {
    /// Whether it is this word, in any case.
    pub fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    /// Whether it is one of these words, in any case.
    pub fn is_any(&self, words: &[&str]) -> bool {
        words.iter().any(|w| self.is(w))
    }

    /// Whether it is a word that begins with a capital.
    pub fn is_capitalised(&self) -> bool {
        self.kind == Kind::Word && self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// Its value, if it is a number of at most nine digits.
    pub fn number(&self) -> Option<u32> {
        if self.kind == Kind::Number && self.text.len() <= 9 { self.text.parse().ok() } else { None }
    }
}

/// Cuts a line into tokens.
pub(crate) fn tokens(line: &str) -> Vec<Token<'_>> {
    cut(line).collect()
}

/// The tokens of a line one by one.
pub(crate) fn cut(line: &str) -> impl Iterator<Item = Token<'_>> {
    let mut chars = line.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, c) = chars.find(|(_, c)| !c.is_whitespace())?;
        let mut end = start + c.len_utf8();
        let kind = if c.is_ascii_digit() {
            while let Some((at, _)) = chars.next_if(|(_, c)| c.is_ascii_digit()) {
                end = at + 1;
            }
            Kind::Number
        } else if c.is_alphabetic() {
            while let Some((at, next)) = chars.next_if(|(at, c)| c.is_alphabetic() || joins(line, *at, *c)) {
                end = at + next.len_utf8();
            }
            Kind::Word
        } else {
            Kind::Mark
        };
        Some(Token { text: line.get(start..end).unwrap_or_default(), start, end, kind })
    })
}

/// Whether a mark stands between two letters of one word.
fn joins(line: &str, at: usize, mark: char) -> bool {
    let next = || line.get(at + mark.len_utf8()..).and_then(|rest| rest.chars().next());
    matches!(mark, '\'' | '’' | '-' | '‐' | '.' | '\u{300}'..='\u{36F}')
        && next().is_some_and(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_what_joins_them() {
        let texts = |line| tokens(line).iter().map(|t| t.text.to_owned()).collect::<Vec<_>>();
        assert_eq!(
            texts("Jean-Yves O’Brien, 13:01 p.m. GMT"),
            ["Jean-Yves", "O’Brien", ",", "13", ":", "01", "p.m", ".", "GMT"]
        );
        assert_eq!(texts("2023-03-02T13Z"), ["2023", "-", "03", "-", "02", "T", "13", "Z"]);
        assert_eq!(texts("J. R. 2nd — x"), ["J", ".", "R", ".", "2", "nd", "—", "x"]);
    }
}
