//! Tree to text.

use std::fmt;

use super::parse::is_comparing;
use super::{Query, Term};

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, term) in self.terms.iter().enumerate() {
            let space = if i == 0 { "" } else { " " };
            write!(f, "{space}{term}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.negated {
            f.write_str("-")?;
        }
        if let Some(key) = self.key {
            write!(f, "{key}:")?;
        }
        for (i, value) in self.values.iter().enumerate() {
            let comma = if i == 0 { "" } else { "," };
            write!(f, "{comma}{}", Quoted(value))?;
        }
        Ok(())
    }
}

struct Quoted<'v>(&'v str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = |c: char| !c.is_whitespace() && !matches!(c, ',' | '"' | '“' | ':' | '\\');
        // What a comparison would be without its number is read as unfinished.
        let finished = !self.0.chars().all(is_comparing);
        if finished && !self.0.starts_with('-') && self.0.chars().all(plain) {
            return f.write_str(self.0);
        }
        write!(f, "\"{}\"", self.0.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Key, Query, Term, parse};
    use proptest::prelude::*;

    #[test]
    fn a_value_that_begins_with_a_curly_quote_reads_back() {
        for key in [None, Some(Key::Tag)] {
            let term = Term { negated: false, key, values: vec!["“Forty".to_owned()] };
            let query = Query {
                terms: vec![term.clone(), Term { key: None, values: vec!["Oslo".to_owned()], ..term }],
            };
            assert_eq!(parse(&query.to_string()).0, query);
        }
    }

    fn any_term() -> impl Strategy<Value = Term> {
        let value = "\\PC{1,12}".prop_filter("not blank", |v| !v.trim().is_empty());
        let key = prop::option::of(prop::sample::select(Key::ALL));
        (any::<bool>(), key, prop::collection::vec(value, 1..4)).prop_map(|(negated, key, mut values)| {
            if key.is_none() {
                values.truncate(1);
            }
            Term { negated, key, values }
        })
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(terms in prop::collection::vec(any_term(), 0..5)) {
            let query = Query { terms };
            prop_assert_eq!(parse(&query.to_string()).0, query);
        }

        #[test]
        fn any_text_parses_and_settles(text in "\\PC{0,40}") {
            let (once, hints) = parse(&text);
            prop_assert_eq!(&parse(&once.to_string()).0, &once);
            let length = text.chars().count() as u32;
            prop_assert!(hints.iter().all(|h| h.start < h.end && h.end <= length));
        }
    }
}
