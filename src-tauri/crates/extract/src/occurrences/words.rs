//! A text cut into words as they are compared.

use assay_model::span::Span;
use unicode_segmentation::UnicodeSegmentation;

/// A word with its place.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// Where it stands, in code points of the document.
    pub(super) span: Span,
    /// As it is compared.
    pub(super) folded: String,
    /// As it stands there.
    pub(super) raw: String,
}

/// The words of a text whose first code point is number `start`: by the rules of Unicode (UAX 29), so that each
/// ideograph is one, with signs of money and the like, and a minus belongs to its number.
pub(super) fn cut(text: &str, start: u32) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut point = start;
    // What stood before: whether a minus here would be one.
    let mut minus: Option<(u32, &str)> = None;
    let mut free = true;
    for raw in text.split_word_bounds() {
        let begins = point;
        point += raw.chars().count() as u32;
        let first = raw.chars().next().unwrap_or(' ');
        if raw.chars().any(char::is_alphanumeric) || is_sign(first) {
            let negative = minus.filter(|_| first.is_ascii_digit());
            let (from, sign) = negative.unwrap_or((begins, ""));
            let raw = format!("{sign}{raw}");
            words.push(Word { span: Span { start: from, end: point }, folded: fold(&raw), raw });
            free = false;
        } else {
            minus = (free && matches!(raw, "-" | "−")).then_some((begins, raw));
            free = raw.chars().all(|c| c.is_whitespace() || "([“\"'".contains(c));
            continue;
        }
        minus = None;
    }
    words
}

/// Signs that say something: of money, shares and degrees, arrows, pictures.
fn is_sign(c: char) -> bool {
    let in_range = c != '−'
        && matches!(c, '\u{20a0}'..='\u{20cf}' | '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}');
    in_range || "%‰$£¥¢°±+=<>".contains(c)
}

/// Characters that are not seen: joiners, soft hyphens, marks of direction, tags.
pub(super) const fn is_hidden(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

/// A text as it is compared: in lower case, its apostrophes and minus signs plain, without what is not seen.
pub(super) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let seen = text.chars().filter(|c| !is_hidden(*c));
    let plain = seen.map(|c| match c {
        '’' | '‘' | 'ʼ' | '＇' => '\'',
        '−' => '-',
        other => other,
    });
    plain.flat_map(char::to_lowercase).collect()
}

/// The text at a span; `start` is the number of its first code point.
pub(super) fn between(text: &str, start: u32, span: Span) -> Option<&str> {
    let byte = |point: u32| -> Option<usize> {
        let point = point.checked_sub(start)? as usize;
        text.char_indices().map(|(at, _)| at).chain(std::iter::once(text.len())).nth(point)
    };
    text.get(byte(span.start)?..byte(span.end)?)
}

/// From the first word to the last.
pub(super) fn whole(words: &[Word]) -> Option<Span> {
    Span::new(words.first()?.span.start, words.last()?.span.end)
}
