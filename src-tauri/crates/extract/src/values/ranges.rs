//! Ranges of amounts: “between 12 and 20”, “15-20%”.

use assay_model::value::ValueType;

use super::calendar::Unit;
use super::decimal::Decimal;
use super::quantities::single;
use super::{Draft, numbers};
use crate::tokens::{Kind, Tokens};

/// “between 12 and 20 people”
pub(super) fn between(tokens: &Tokens<'_>, i: usize, first: usize) -> Option<Draft> {
    if tokens.word(i) != "between" {
        return None;
    }
    let low = single(tokens, i + 1, first)?;
    let high = single(tokens, low.to + 1, first).filter(|_| tokens.word(low.to) == "and")?;
    let low = with_scale_of(tokens, &low, &high);
    if Unit::read(tokens.word(high.to)).is_some() || are_years(tokens, &low, &high) {
        return None;
    }
    let mut draft = join(low, high);
    draft.from = i;
    Some(draft)
}

/// “between 1961 and 1964”: two years, unless what follows is counted by them.
fn are_years(tokens: &Tokens<'_>, low: &Draft, high: &Draft) -> bool {
    let year = |d: &Draft| d.to == d.from + 1 && super::months::year(tokens, d.from).is_some();
    let next = tokens.word(high.to);
    let counts =
        tokens.is(high.to, Kind::Word) && (next.ends_with('s') && next.len() > 3 || next == "people");
    let kind = low.kind == ValueType::Number && high.kind == ValueType::Number;
    kind && year(low) && year(high) && !counts && range_order(low, high)
}

/// A range rises; where a scale stands at the second number only (“16 to 28 million”) it is left unjoined if not.
pub(super) fn range_order(low: &Draft, high: &Draft) -> bool {
    let number = |d: &Draft| d.value.parse::<f64>().unwrap_or(f64::MAX);
    number(low) <= number(high)
}

/// The scale that a number in digits ends with: of “4 million” the million.
pub(super) fn scale_of(tokens: &Tokens<'_>, n: &Draft) -> Option<i128> {
    let word = (n.from..n.to).rev().find_map(|k| numbers::scale(tokens.word(k)).filter(|by| *by >= 1000));
    word.filter(|_| (n.from..n.to).any(|k| tokens.is(k, Kind::Number)))
}

/// “3 to 4 million”, “$3-4 million”: the first of two numbers counts in the scale of the second, unless it has its own, or is
/// the greater without (“500 to 1 million”).
pub(super) fn with_scale_of(tokens: &Tokens<'_>, low: &Draft, high: &Draft) -> Draft {
    let scaled = || {
        let by = scale_of(tokens, high).filter(|_| scale_of(tokens, low).is_none())?;
        let (a, b) = (low.value.parse::<f64>().ok()?, high.value.parse::<f64>().ok()?);
        let value = Decimal::parse(&low.value)?.times(by)?;
        (a < b / by as f64).then(|| Draft { value: value.to_string(), ..low.clone() })
    };
    let plain =
        matches!(low.kind, ValueType::Number | ValueType::Money) && tokens.is(low.to - 1, Kind::Number);
    plain.then(scaled).flatten().unwrap_or_else(|| low.clone())
}

pub(super) fn join(low: Draft, high: Draft) -> Draft {
    Draft {
        from: low.from,
        to: high.to,
        kind: if low.kind == ValueType::Money { low.kind } else { high.kind },
        value: format!("{}..{}", low.value, high.value),
        unit: high.unit.or(low.unit),
        modifier: None,
    }
}
