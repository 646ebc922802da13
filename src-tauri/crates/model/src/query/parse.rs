//! Text to tree.

use super::meant::{nearest_key, nearest_word};
use super::{Hint, Key, MOST_VALUES, Part, Query, Term};

/// The most hints that are given: who pastes a page is not told of each word of it.
const MOST_HINTS: usize = 8;

/// The most letters of a value that a hint repeats.
const MOST_REPEATED: usize = 40;

/// Reads a query. Never fails; hints name what looks like a slip.
pub fn parse(text: &str) -> (Query, Vec<Hint>) {
    let chars: Vec<char> = text.chars().collect();
    let mut reader = Reader { chars: &chars, at: 0 };
    let (mut terms, mut hints) = (Vec::new(), Vec::new());
    loop {
        reader.skip_space();
        if reader.at >= chars.len() {
            break;
        }
        terms.extend(reader.term(&mut hints));
    }
    hints.truncate(MOST_HINTS);
    let query = Query { terms };
    if query.is_too_long() {
        let message = format!("A query of more than {MOST_VALUES} words and values finds nothing.");
        hints.insert(0, Hint { start: 0, end: chars.len() as u32, message });
    }
    (query, hints)
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
        if self.is_unfinished() {
            return None;
        }
        let follows = self.chars.get(self.at + 1).is_some_and(|c| !c.is_whitespace() && *c != '-');
        let negated = self.peek() == Some('-') && follows;
        if negated {
            self.at += 1;
        }
        let (key, word) = self.key(start, hints);
        let values = match key {
            Some(key) => self.values(key, negated, start, hints),
            None => vec![word.unwrap_or_else(|| self.word(hints))],
        };
        let values: Vec<String> = values.into_iter().filter(|v| !v.trim().is_empty()).collect();
        (!values.is_empty()).then_some(Term { negated, key, values })
    }

    /// The key of a term, if it begins with one; else, where it looks like a key with a slip, all of it as text.
    fn key(&mut self, start: usize, hints: &mut Vec<Hint>) -> (Option<Key>, Option<String>) {
        let from = self.at;
        let letters: String = self
            .chars
            .iter()
            .skip(from)
            .take_while(|c| c.is_ascii_alphabetic() || matches!(c, '-' | '.'))
            .collect();
        let colon = from + letters.chars().count();
        if letters.is_empty() || self.chars.get(colon) != Some(&':') {
            return (None, None);
        }
        if let Ok(key) = letters.to_ascii_lowercase().parse::<Key>() {
            self.at = colon + 1;
            return (Some(key), None);
        }
        let whole = self.value(false);
        let part = letters.to_ascii_lowercase().parse::<Part>();
        let message = match nearest_key(&letters) {
            _ if part.is_ok() => {
                Some(format!("There is no key “{letters}”; “in:{letters}” beside a word looks for it there."))
            }
            Some(near) => Some(format!("There is no key “{letters}”; did you mean “{near}”?")),
            // An address, or a word before a colon, is meant as it stands.
            None if matches!(self.chars.get(colon + 1), None | Some('/')) => None,
            None if whole.chars().count() == colon + 1 - from => None,
            None => {
                Some(format!("There is no key “{}”; “{}” is looked for as text.", cut(&letters), cut(&whole)))
            }
        };
        hints.extend(message.map(|message| Hint { start: start as u32, end: self.at as u32, message }));
        (None, Some(whole))
    }

    /// Steps over a minus that stands alone: its word is still to come.
    fn is_unfinished(&mut self) -> bool {
        let dashes = self.chars.iter().skip(self.at).take_while(|c| **c == '-').count();
        let alone = dashes > 0 && self.chars.get(self.at + dashes).is_none_or(|c| c.is_whitespace());
        if alone {
            self.at += dashes;
        }
        alone
    }

    /// A word that is looked for, with a hint if elsewhere it would join terms.
    fn word(&mut self, hints: &mut Vec<Hint>) -> String {
        let start = self.at;
        let word = self.value(false);
        let instead = match word.as_str() {
            "OR" => "a comma says “or” between values, as in status:open,in-review",
            "AND" => "all terms must hold as they stand",
            "NOT" => "a minus says “not”, as in -status:open",
            _ => return word,
        };
        if self.at - start == word.len() {
            let message = format!("“{word}” is looked for as a word; {instead}.");
            hints.push(Hint { start: start as u32, end: self.at as u32, message });
        }
        word
    }

    fn values(&mut self, key: Key, negated: bool, start: usize, hints: &mut Vec<Hint>) -> Vec<String> {
        if self.peek().is_some_and(char::is_whitespace) {
            hints.extend(self.detached(key, start));
            return Vec::new();
        }
        let mut values = vec![self.value_of(key, negated, hints)];
        while self.peek() == Some(',') {
            self.at += 1;
            values.push(self.value_of(key, negated, hints));
        }
        values
    }

    /// A hint about a key whose value stands behind a space.
    fn detached(&self, key: Key, start: usize) -> Option<Hint> {
        let mut ahead = Reader { chars: self.chars, at: self.at };
        ahead.skip_space();
        let from = ahead.at;
        let value = ahead.value(true);
        let is_value =
            !value.is_empty() && !value.contains(':') && !value.starts_with('-') && key.reads(&value);
        let written: String = self.chars.iter().skip(from).take(ahead.at - from).collect();
        let message = format!("“{key}:” has no value; without the space it is {key}:{}.", cut(&written));
        is_value.then_some(Hint { start: start as u32, end: ahead.at as u32, message })
    }

    /// A value of a key, with a hint if it cannot be one. A comparison with nothing yet is none.
    fn value_of(&mut self, key: Key, negated: bool, hints: &mut Vec<Hint>) -> String {
        let start = self.at;
        let quoted = self.peek().is_some_and(opens_quote);
        let value = self.value(true);
        if let Some(word) = key.word_of(&value) {
            return word.to_owned();
        }
        if !quoted && key.compares() && !value.is_empty() && value.chars().all(is_comparing) {
            return String::new();
        }
        if !value.trim().is_empty() && !key.reads(&value) {
            let shown = cut(&value);
            let does = if negated { "leaves nothing out" } else { "finds nothing" };
            let message = match nearest_word(key, &value) {
                Some(near) => format!("“{shown}” {does}; did you mean “{near}”?"),
                None => format!("“{shown}” {does}: “{key}:” takes {}.", key.takes()),
            };
            hints.push(Hint { start: start as u32, end: self.at as u32, message });
        }
        value
    }

    /// A word up to white space (and, in a list, a comma), or what stands between quotes; `\"` and `\\` within. In a list the
    /// signs of a comparison may stand before the quotes.
    fn value(&mut self, in_list: bool) -> String {
        let signs = self.chars.iter().skip(self.at).take_while(|c| in_list && matches!(c, '<' | '>' | '='));
        let mut out: String = signs.collect();
        if self.chars.get(self.at + out.len()).copied().is_some_and(opens_quote) {
            self.at += out.len();
        } else {
            out.clear();
        }
        if let Some(opened) = self.peek().filter(|c| opens_quote(*c)) {
            self.at += 1;
            while let Some(c) = self.peek() {
                self.at += 1;
                match c {
                    '"' => return out,
                    '”' if opened == '“' => return out,
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

/// Straight, or curly as in what is pasted from an article.
const fn opens_quote(c: char) -> bool {
    matches!(c, '"' | '“')
}

/// What a hint repeats of a text.
fn cut(text: &str) -> String {
    let mut shown: String = text.chars().take(MOST_REPEATED).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}

/// What a comparison is made of, beside what it compares with.
pub(super) fn is_comparing(c: char) -> bool {
    matches!(c, '<' | '>' | '=' | '.')
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
        assert_eq!(
            terms("claimant:=\"Ada Okafor\",Li"),
            [(false, Some(Key::Claimant), s(&["=Ada Okafor", "Li"]))]
        );
        assert_eq!(terms("=\"x"), [(false, None, s(&["=\"x"]))]);
        assert_eq!(
            terms("10:30 http://x.org/a,b"),
            [(false, None, s(&["10:30"])), (false, None, s(&["http://x.org/a,b"]))]
        );
    }

    #[test]
    fn what_is_still_being_typed_limits_nothing_and_is_no_slip() {
        for text in [
            "-",
            "--",
            " - ",
            "\"\"",
            "status:",
            "-status:",
            "status:,",
            "published:>",
            "score:<=",
            "year:..",
        ] {
            assert_eq!(parse(text), (Query::default(), vec![]), "{text}");
        }
        assert_eq!(terms("treaty -").len(), 1);
        // Quotes say that it is meant.
        assert_eq!(terms("\"-\" year:\"..\" tag:>").len(), 3);
    }

    #[test]
    fn curly_quotes_hold_a_phrase_and_names_that_people_see_are_values() {
        assert_eq!(
            terms("“New START” claimant:“S. Lavrov”,Li"),
            terms("\"New START\" claimant:\"S. Lavrov\",Li")
        );
        assert_eq!(terms("“New START\" x").len(), 2);
        assert_eq!(
            terms("status:\"In progress\" -verdict:\"Not enough evidence\""),
            terms("status:in-progress -verdict:not-enough-evidence")
        );
    }

    #[test]
    fn a_slip_in_a_value_is_told_with_what_was_meant() {
        let told = |text: &str| parse(text).1.remove(0).message;
        assert_eq!(told("status:opne"), "“opne” finds nothing; did you mean “open”?");
        assert_eq!(told("-status:opne"), "“opne” leaves nothing out; did you mean “open”?");
        assert_eq!(told("no:evidnce"), "“evidnce” finds nothing; did you mean “evidence”?");
        assert_eq!(
            told("label:treaty"),
            "There is no key “label”; “in:label” beside a word looks for it there."
        );
    }

    #[test]
    fn what_joins_terms_elsewhere_is_a_word_with_a_hint() {
        let told =
            |text: &str| parse(text).1.into_iter().map(|h| (h.start, h.end, h.message)).collect::<Vec<_>>();
        let or =
            "“OR” is looked for as a word; a comma says “or” between values, as in status:open,in-review.";
        assert_eq!(told("treaty OR pact"), [(7, 9, or.to_owned())]);
        assert_eq!(told("a AND -NOT").len(), 2);
        for fine in ["or", "\"OR\"", "ORE", "tag:OR", "Or not"] {
            assert_eq!(told(fine), [], "{fine}");
        }
        let space = "“status:” has no value; without the space it is status:open.";
        assert_eq!(told("x -status: open"), [(2, 15, space.to_owned())]);
        let named = "“claimant:” has no value; without the space it is claimant:\"Ada Lin\".";
        assert_eq!(told("claimant: \"Ada Lin\""), [(0, 19, named.to_owned())]);
        for fine in ["status: treaty", "claimant: status:open", "claimant: -x", "claimant: "] {
            assert_eq!(told(fine), [], "{fine}");
        }
    }

    #[test]
    fn a_key_of_other_tools_or_the_beginning_of_one_is_told() {
        for (text, key) in
            [("stat:x", "status"), ("value:3", "value.date"), ("author:Li", "claimant"), ("pub:x", "")]
        {
            let hints = parse(text).1;
            assert_eq!(hints.len(), 1, "{text}");
            let meant = format!("did you mean “{key}”?");
            assert_eq!(hints[0].message.ends_with(&meant), !key.is_empty(), "{text}: {}", hints[0].message);
        }
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

    #[test]
    fn a_key_like_no_other_is_named_and_looked_for_as_text() {
        let told =
            |text: &str| parse(text).1.into_iter().map(|h| (h.start, h.end, h.message)).collect::<Vec<_>>();
        let message = "There is no key “outlet”; “outlet:BBC” is looked for as text.";
        assert_eq!(told("x -outlet:BBC"), [(2, 13, message.to_owned())]);
        for fine in ["http://x.org", "Lavrov: no", "Lavrov:", "\"outlet:BBC\"", "10:30"] {
            assert_eq!(told(fine), [], "{fine}");
        }
        let long = told(&format!("{}:{}", "y".repeat(9_000), "x".repeat(10_000))).remove(0).2;
        assert!(long.chars().count() < 150, "{long}");
    }

    #[test]
    fn a_value_that_is_none_of_its_key_gives_a_hint_with_what_can_stand_there() {
        let messages = |text: &str| {
            let (query, hints) = parse(text);
            assert_eq!(query.terms.len(), 1, "{text}");
            hints.into_iter().map(|h| (h.start, h.end, h.message)).collect::<Vec<_>>()
        };
        let one = |start, end, message: &str| vec![(start, end, message.to_owned())];
        assert_eq!(
            messages("score:abc"),
            one(6, 9, "“abc” finds nothing: “score:” takes a number such as 0.7, >0.7 or 0.5..0.8.")
        );
        assert_eq!(
            messages("-is:mine,foo"),
            one(
                9,
                12,
                "“foo” leaves nothing out: “is:” takes mine, changed-since-signoff, conflicting or lost."
            )
        );
        assert_eq!(
            messages("published:\"last year\""),
            one(
                10,
                21,
                "“last year” finds nothing: “published:” takes a year, month or day such as 2023, >=2023-01 or \
                 2022-11..2023-02."
            )
        );
        for fine in [
            "score:>0.7,none",
            "evidence:0",
            "year:>=2020",
            "value.date:2022-01..2022-06",
            "VALUE.DATE:none",
            "is:Mine",
            "in:label,sources",
            "verdict:none",
            "priority:none",
            "publisher:\"=BBC News\"",
            "rating:anything",
        ] {
            assert!(messages(fine).is_empty(), "{fine}");
        }
        let (_, hints) = parse("score:>=0,7");
        assert_eq!(hints[0].message.split(':').next(), Some("“7” finds nothing"), "no score is more than 1");
        let long = messages(&format!("score:{}", "x".repeat(10_000))).remove(0).2;
        assert!(long.chars().count() < 120, "{long}");
    }

    #[test]
    fn a_pasted_page_is_told_in_few_hints_that_it_finds_nothing() {
        let (query, hints) = parse(&"score:x ".repeat(MOST_VALUES + 1));
        assert!(query.is_too_long());
        assert_eq!(hints.len(), MOST_HINTS + 1);
        assert_eq!(hints[0].message, "A query of more than 500 words and values finds nothing.");
        assert!(!parse(&"x ".repeat(MOST_VALUES)).0.is_too_long());
    }

    #[test]
    fn words_are_looked_for_where_the_query_says() {
        use Part::{Label, Notes, Quote};
        let parts = |text: &str| parse(text).0.parts();
        assert_eq!(parts("x"), Part::ALL);
        assert_eq!(parts("x in:label,Quote"), [Label, Quote]);
        assert_eq!(parts("in:label x in:quote"), [Label, Quote]);
        assert_eq!(parts("in:label,notes -in:label"), [Notes]);
        assert_eq!(parts("-in:label").len(), Part::ALL.len() - 1);
        assert_eq!(parts("in:foo"), []);
    }

    #[test]
    fn who_asks_stands_for_me_and_mine() {
        let asked = parse("is:mine,lost checker:ME tag:me,mine").0.asked_by("Ada Lin");
        assert_eq!(asked.to_string(), "is:\"=Ada Lin\",lost checker:\"=Ada Lin\" tag:me,mine");
        assert_eq!(parse(&asked.to_string()), (asked, vec![]));
    }
}
