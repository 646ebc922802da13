//! Per cent, money, quantities with units, and bare numbers.

use assay_model::value::ValueType;

use super::Draft;
use super::calendar::Unit;
use super::currencies;
use super::decimal::Decimal;
use super::money::{are_millions, money, money_scale};
use super::movements;
use super::multitudes;
use super::numbers::{self, Number};
use super::ranges::{between, join, range_order, scale_of, with_scale_of};
use super::scores::{self, Pair};
use super::units;
use crate::tokens::{Kind, Tokens};
use crate::verbs::{is_finite, is_function, is_opening_adverb, is_preposition};

/// The amount that begins at token `i`; `first` is the sentence's first token.
pub(super) fn at(tokens: &Tokens<'_>, i: usize, first: usize) -> Option<Draft> {
    if let Some(range) = between(tokens, i, first) {
        return Some(range);
    }
    if tokens.follows(i, &["half", "a", "percent"]) || tokens.follows(i, &["half", "a", "per", "cent"]) {
        let to = if tokens.word(i + 2) == "per" { i + 4 } else { i + 3 };
        return Some(Draft::new(i, to, ValueType::Percent, "0.5"));
    }
    if let Some(many) = multitudes::at(tokens, i) {
        return Some(many);
    }
    match scores::at(tokens, i, first) {
        Some(Pair::Score) => return None,
        Some(Pair::Votes) => return Some(Draft::new(i, i + 1, ValueType::Number, tokens.raw(i))),
        None => {}
    }
    let low = single(tokens, i, first)?;
    // “15-20%”, “25,000 to 30,000”, “$16 million to $28 million”
    let dash = matches!(tokens.word(low.to), "-" | "–");
    if dash || tokens.word(low.to) == "to" && low.kind != ValueType::Percent {
        let sign = low.kind == ValueType::Money || tokens.is(low.to + 1, Kind::Number) || !dash;
        if let Some(high) = single(tokens, low.to + 1, first).filter(|_| sign)
            && let low = with_scale_of(tokens, &low, &high)
            && (high.kind == low.kind
                || low.kind == ValueType::Number
                || low.kind == ValueType::Money && scale_of(tokens, &high).is_some())
            && (low.unit.is_none() || high.unit.is_none() || low.unit == high.unit)
            && range_order(&low, &high)
            && Unit::read(tokens.word(high.to)).is_none()
        {
            if !dash && movements::before(tokens, i, first) {
                // “rose from 3 to 5 per cent”: what it came from is counted in the same.
                if i > first && tokens.word(i - 1) == "from" {
                    return Some(Draft { kind: high.kind, unit: high.unit, ..low });
                }
                let scaled = tokens.is(low.from, Kind::Number) && low.kind == ValueType::Number;
                if !scaled || high.kind == low.kind {
                    return Some(low);
                }
            }
            return Some(join(low, high));
        }
    }
    (low.kind != ValueType::Number || stands_alone(tokens, &low, first)).then_some(low)
}

/// Whether a bare number says how many: not a page, a model, a version or a rank.
fn stands_alone(tokens: &Tokens<'_>, n: &Draft, first: usize) -> bool {
    // “5G”, “24/7”, “50/50”
    let slash = tokens.word(n.to) == "/" && !tokens.spaced(n.to) && tokens.is(n.to + 1, Kind::Number);
    let letter = !tokens.spaced(n.to) && tokens.is(n.to, Kind::Word) && tokens.capital(n.to);
    if n.to == n.from + 1 && tokens.is(n.from, Kind::Number) && (slash || letter) {
        return false;
    }
    let lone_one = tokens.word(n.from) == "one" && n.to == n.from + 1;
    let Some(before) = n.from.checked_sub(1).filter(|b| *b >= first) else {
        return !(lone_one || matches!(tokens.word(n.to), "." | ")") && n.value.len() <= 2);
    };
    let word = tokens.word(before);
    if !tokens.spaced(n.from) && !matches!(word, "(" | "\"" | "“" | "``" | "—" | "–") {
        return false;
    }
    if matches!(word, "no" | "number" | "chapter" | "article" | "page" | "section" | "version" | "grade") {
        return false;
    }
    if word == "." && before > first && tokens.word(before - 1) == "no" {
        return false;
    }
    // “one” is mostly a pronoun, and “the two met” names people.
    let people = word == "the" && !tokens.is(n.from, Kind::Number) && is_finite(tokens, n.to);
    if lone_one || people {
        return false;
    }
    // “Boeing 737”, “iPhone 4”: a short number after a name belongs to the name.
    let short = n.value.len() <= 4 && !tokens.raw(n.from).contains([',', '.']);
    let inner = tokens.raw(before).chars().skip(1).take(2).any(char::is_uppercase) && before + 1 == n.from;
    let opens = before == first && names_a_thing(tokens, before) && !tokens.is(n.to, Kind::Word)
        || before == first
            && names_a_thing(tokens, before)
            && (is_finite(tokens, n.to) || tokens.word(n.to) == "and");
    let name = tokens.capital(before) && before > first || inner || opens;
    let joined = !tokens.spaced(n.to) && (tokens.is(n.to, Kind::Word) || tokens.word(n.to) == "-");
    !(tokens.is(n.from, Kind::Number) && (short && name || joined))
}

/// “Windows 11 was sold”: whether the first word of a sentence may be a name and not say how many.
fn names_a_thing(tokens: &Tokens<'_>, i: usize) -> bool {
    let word = tokens.word(i);
    tokens.capital(i)
        && word.len() > 3
        && !is_function(word)
        && !is_preposition(word)
        && !is_opening_adverb(word)
        && !word.ends_with("ly")
        && !matches!(
            word,
            "another"
                | "only"
                | "just"
                | "further"
                | "some"
                | "least"
                | "most"
                | "other"
                | "these"
                | "those"
                | "more"
        )
}

pub(super) fn single(tokens: &Tokens<'_>, i: usize, first: usize) -> Option<Draft> {
    if let Some((currency, at, by)) = currencies::before(tokens, i) {
        let mut n = numbers::at(tokens, at)?;
        // “£5m”: after a currency that is no metre.
        if let Some(scale) = money_scale(tokens, n.to).filter(|_| n.digits) {
            n = Number { value: n.value.times(scale)?, to: n.to + 1, digits: true };
        }
        return money(tokens, i, n, currency, by);
    }
    let sign = matches!(tokens.word(i), "-" | "−") && tokens.spaced(i) && !tokens.spaced(i + 1);
    let minus = sign && tokens.is(i + 1, Kind::Number) || matches!(tokens.word(i), "minus" | "negative");
    let start = i + usize::from(minus);
    // “.08”
    if !minus
        && tokens.word(i) == "."
        && tokens.spaced(i)
        && !tokens.spaced(i + 1)
        && tokens.is(i + 1, Kind::Number)
    {
        let part = tokens.raw(i + 1);
        let value = part
            .bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| Decimal::parse(&format!("0.{part}")))
            .flatten()?;
        let to = percent(tokens, i + 2);
        let kind = if to.is_some() { ValueType::Percent } else { ValueType::Number };
        return Some(Draft::new(i, to.unwrap_or(i + 2), kind, value.to_string()));
    }
    let mut n = numbers::at(tokens, start)?;
    if start > i {
        n.value = n.value.negative();
    }
    // A number stuck to the word before it is part of a name.
    if start == i && i > first && !tokens.spaced(i) && tokens.is(i - 1, Kind::Word) {
        return None;
    }
    let value = n.value.to_string();
    if let Some(to) = percent(tokens, n.to) {
        return Some(Draft::new(i, to, ValueType::Percent, value));
    }
    if let Some((currency, to, by)) = currencies::after(tokens, n.to) {
        return money(tokens, i, Number { to, ..n }, currency, by);
    }
    if n.digits
        && tokens.raw(n.to) == "m"
        && !tokens.spaced(n.to)
        && let Some((currency, to, by)) = currencies::after(tokens, n.to + 1)
        && let Some(value) = n.value.times(1_000_000)
    {
        return money(tokens, i, Number { value, to, ..n }, currency, by);
    }
    // “212p”: a size of pictures has other numbers.
    let joined =
        n.digits && !tokens.spaced(n.to) && (tokens.spaced(n.to + 1) || tokens.is(n.to + 1, Kind::Mark));
    let pence = tokens.raw(n.to) == "p"
        && !matches!(tokens.raw(i), "240" | "360" | "480" | "720" | "1080" | "1440" | "2160");
    if joined && (pence || tokens.raw(n.to) == "¢") {
        let mut draft = Draft::new(i, n.to + 1, ValueType::Money, n.value.per(2).to_string());
        draft.unit = Some(if pence { "GBP" } else { "USD" }.to_owned());
        return Some(draft);
    }
    if n.digits
        && start == i
        && are_millions(tokens, n.to)
        && let Some(many) = n.value.times(1_000_000)
    {
        return Some(Draft::new(i, n.to + 1, ValueType::Number, many.to_string()));
    }
    // `SCP-173m` is a name.
    let named = start == i
        && i > first + 1
        && tokens.word(i - 1) == "-"
        && !tokens.spaced(i)
        && !tokens.spaced(i - 1)
        && (tokens.is(i - 2, Kind::Word) || !tokens.spaced(i - 2));
    let cup = tokens.word(n.to).starts_with("cup")
        && (n.value.as_int().is_none() || tokens.word(n.to + 1) == "of")
        && matches!(tokens.word(n.to), "cup" | "cups");
    if cup {
        let draft = Draft::new(i, n.to + 1, ValueType::Quantity, value);
        return Some(Draft { unit: Some("[cup_us]".to_owned()), ..draft });
    }
    if !named && let Some((code, to)) = units::unit(tokens, n.to) {
        let (value, to) = with_smaller(tokens, &n, &code, to).unwrap_or((value, to));
        let mut draft = Draft::new(i, to, ValueType::Quantity, value);
        draft.unit = Some(code.into_owned());
        return Some(draft);
    }
    Some(Draft::new(i, n.to, ValueType::Number, value))
}

/// “5 feet 2 inches” in feet, “9st 4lb” in stone.
fn with_smaller(tokens: &Tokens<'_>, large: &Number, code: &str, to: usize) -> Option<(String, usize)> {
    let parts = match code {
        "[ft_i]" => 12,
        "[stone_av]" => 14,
        _ => return None,
    };
    let at = to + usize::from(tokens.word(to) == "and");
    let small = numbers::at(tokens, at)?;
    let named = match parts {
        12 => matches!(tokens.word(small.to), "inch" | "inches" | "in"),
        _ => matches!(tokens.word(small.to), "lb" | "lbs" | "pounds" | "pound"),
    };
    let part = small.value.over(Decimal::whole(parts)).filter(|_| named)?;
    Some((large.value.plus(part)?.to_string(), small.to + 1))
}

fn percent(tokens: &Tokens<'_>, i: usize) -> Option<usize> {
    let at = i + usize::from(tokens.word(i) == "-");
    match tokens.word(at) {
        "%" if at == i => Some(i + 1),
        "percent" | "percents" | "percentage" | "pc"
            if tokens.word(at + 1) != "points" && tokens.word(at + 1) != "point" =>
        {
            Some(at + 1)
        }
        "per" if tokens.word(at + 1) == "cent" => Some(at + 2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let tokens = Tokens::new(text, 0);
        at(&tokens, 0, 0).map_or_else(String::new, |d| {
            format!("{} {:?} {} {}", tokens.slice(d.from, d.to), d.kind, d.value, d.unit.unwrap_or_default())
        })
    }

    #[test]
    fn amounts_are_read_with_their_units() {
        for (text, expected) in [
            ("$40 billion contract", "$40 billion Money 40000000000 USD"),
            ("US$997 million", "US$997 million Money 997000000 USD"),
            ("26 cents", "26 cents Money 0.26 USD"),
            ("five million euros", "five million euros Money 5000000 EUR"),
            ("15-20%", "15-20% Percent 15..20 "),
            ("fourteen per cent", "fourteen per cent Percent 14 "),
            (
                "between $12 million and $20 million",
                "between $12 million and $20 million Money 12000000..20000000 USD",
            ),
            ("25,000 to 30,000 jobs", "25,000 to 30,000 Number 25000..30000 "),
            ("twenty tonnes", "twenty tonnes Quantity 20 t"),
            ("2 GHz", "2 GHz Quantity 2 GHz"),
            ("60 miles per hour", "60 miles per hour Quantity 60 [mi_i]/h"),
            ("454 points", "454 points Quantity 454 {point}"),
            ("20 (kg)", "20 (kg) Quantity 20 kg"),
            ("1/2 cup of oil", "1/2 cup Quantity 0.5 [cup_us]"),
        ] {
            assert_eq!(read(text), expected);
        }
    }
}
