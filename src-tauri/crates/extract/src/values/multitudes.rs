//! Numbers told by their size alone: “thousands of people”, “tens of thousands”, “billions of dollars”.

use assay_model::value::{Modifier, ValueType};

use super::Draft;
use super::currencies;
use super::decimal::Decimal;
use crate::tokens::Tokens;

/// How many of these words may follow one another: “tens of thousands of millions”.
const WORDS: usize = 3;

/// The multitude that begins at token `i`: at least one of its size, so more than that.
pub(super) fn at(tokens: &Tokens<'_>, i: usize) -> Option<Draft> {
    let mut size = size(tokens.word(i))?;
    let mut to = i + 1;
    let mut words = 1;
    while words < WORDS
        && tokens.word(to) == "of"
        && let Some(by) = self::size(tokens.word(to + 1))
    {
        size = size.checked_mul(by)?;
        to += 2;
        words += 1;
    }
    // “hundreds” alone may be anything, and “in the hundreds” too.
    if words == 1 && tokens.word(to) != "of" {
        return None;
    }
    let value = Decimal::whole(size).to_string();
    let draft = match currencies::after(tokens, to + 1).filter(|_| tokens.word(to) == "of") {
        Some((currency, end, 1)) if !currency.hundredth => {
            Draft { unit: Some(currency.code.to_owned()), ..Draft::new(i, end, ValueType::Money, value) }
        }
        _ => Draft::new(i, to, ValueType::Number, value),
    };
    Some(Draft { modifier: Some(Modifier::MoreThan), ..draft })
}

/// What one of a plural counts.
fn size(word: &str) -> Option<i128> {
    Some(match word {
        "tens" => 10,
        "dozens" => 12,
        "scores" => 20,
        "hundreds" => 100,
        "thousands" => 1_000,
        "millions" => 1_000_000,
        "billions" => 1_000_000_000,
        "trillions" => 1_000_000_000_000,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_multitude_is_more_than_its_size() {
        for (text, expected) in [
            ("tens of thousands of people", "tens of thousands 10000 "),
            ("thousands of pages", "thousands 1000 "),
            ("billions of dollars", "billions of dollars 1000000000 USD"),
            ("dozens of victims", "dozens 12 "),
            ("hundreds left", ""),
        ] {
            let tokens = Tokens::new(text, 0);
            let found = at(&tokens, 0).map_or_else(String::new, |d| {
                format!("{} {} {}", tokens.slice(d.from, d.to), d.value, d.unit.unwrap_or_default())
            });
            assert_eq!(found, expected, "{text}");
        }
    }
}
