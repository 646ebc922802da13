//! Amounts of money, and the short scales that are written with them.

use assay_model::value::ValueType;

use super::Draft;
use super::currencies::{self, Currency};
use super::numbers::{self, Number};
use crate::tokens::{Kind, Tokens};

/// An amount of a currency; the smaller coins after it belong to it: “3 dollars and 50 cents”, “15 dollars 50”.
pub(super) fn money(
    tokens: &Tokens<'_>,
    from: usize,
    n: Number,
    currency: Currency,
    by: i128,
) -> Option<Draft> {
    let mut value = n.value.times(by)?;
    let mut to = n.to;
    if currency.hundredth {
        value = value.per(2);
    } else if let Some((named, end, _)) = currencies::after(tokens, to)
        .filter(|(named, ..)| named.code == currency.code || currency.code == "USD")
        && !named.hundredth
        && tokens.is(to, Kind::Word)
        && currencies::before(tokens, from).is_some()
    {
        // “$9.99 US dollars”
        to = end;
        let mut draft = Draft::new(from, to, ValueType::Money, value.to_string());
        draft.unit = Some(named.code.to_owned());
        return Some(draft);
    }
    let and = usize::from(tokens.word(to) == "and");
    if !currency.hundredth
        && currencies::before(tokens, from).is_none()
        && let Some(small) = numbers::at(tokens, to + and)
        && small.value.as_int().is_some_and(|n| (1..100).contains(&n))
    {
        let coins =
            currencies::after(tokens, small.to).filter(|(c, ..)| c.hundredth && c.code == currency.code);
        let ends = and == 0 && !tokens.is(small.to, Kind::Word) && !tokens.is(small.to, Kind::Number);
        if let Some((_, end, _)) = coins {
            value = value.plus(small.value.per(2))?;
            to = end;
        } else if ends && currencies::after(tokens, small.to).is_none() && tokens.word(small.to) != "-" {
            value = value.plus(small.value.per(2))?;
            to = small.to;
        }
    }
    let mut draft = Draft::new(from, to, ValueType::Money, value.to_string());
    draft.unit = Some(currency.code.to_owned());
    Some(draft)
}

/// “2m voters”, “12m in tax”: an `m` that counts millions of what follows; else it measures metres.
pub(super) fn are_millions(tokens: &Tokens<'_>, at: usize) -> bool {
    if tokens.raw(at) != "m" || tokens.spaced(at) {
        return false;
    }
    if tokens.word(at + 1) == "in" {
        return matches!(
            tokens.word(at + 2),
            "tax"
                | "taxes"
                | "fines"
                | "debt"
                | "debts"
                | "damages"
                | "cash"
                | "aid"
                | "funding"
                | "sales"
                | "profit"
                | "profits"
                | "revenue"
                | "revenues"
                | "grants"
                | "loans"
                | "bonuses"
                | "costs"
                | "fees"
                | "savings"
                | "compensation"
                | "benefits"
                | "donations"
                | "investment"
                | "subsidies"
                | "losses"
                | "wages"
                | "pay"
        );
    }
    let more =
        usize::from(matches!(tokens.word(at + 1), "more" | "extra" | "new" | "fewer" | "other" | "young"));
    let counted = tokens.word(at + 1 + more);
    let sized = matches!(
        counted,
        "waves"
            | "runners"
            | "sprinters"
            | "sprints"
            | "hurdles"
            | "hurdlers"
            | "swimmers"
            | "walls"
            | "fences"
            | "towers"
            | "jumps"
            | "heats"
            | "races"
            | "finals"
            | "yachts"
            | "trees"
            | "times"
            | "years"
            | "across"
            | "medals"
            | "champions"
            | "records"
            | "pools"
            | "statues"
            | "boats"
            | "sets"
            | "stairs"
            | "less"
            | "ss"
    );
    let several = counted.len() > 3 && counted.ends_with('s') && !counted.ends_with("ss") && !sized;
    let plural = several || matches!(counted, "people" | "children" | "women" | "men");
    tokens.is(at + 1 + more, Kind::Word) && !tokens.capital(at + 1 + more) && plural
}

/// Scales that only money is written with: `£5m`, `$3B`, `$1t`.
pub(super) fn money_scale(tokens: &Tokens<'_>, i: usize) -> Option<i128> {
    let word = tokens.word(i);
    (!tokens.spaced(i)).then_some(match word {
        "m" => 1_000_000,
        "b" => 1_000_000_000,
        "t" => 1_000_000_000_000,
        _ => return None,
    })
}
