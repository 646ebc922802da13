//! Languages other than English, of which no rule knows the grammar: whole sentences and quotations.

use std::ops::Range;

use assay_model::claim::{ClaimKind, Mode};
use assay_model::value::ValueType;

use crate::attribution::{self, Said};
use crate::checkworthy;
use crate::claims::{Candidate, Parsed};
use crate::quotes::Quote;
use crate::tokens::Kind;
use crate::verbs;

/// What stands between quotation marks, whoever said it.
pub(crate) fn quoted(quotes: &[Quote], sentence: &Range<usize>) -> Vec<Said> {
    let inside = |q: &Quote| q.from.max(sentence.start)..q.to.min(sentence.end);
    quotes
        .iter()
        .map(inside)
        .filter(|r| r.len() >= 2)
        .map(|content| Said {
            mode: Mode::Quote,
            speaker: None,
            name: None,
            cue: None,
            force: verbs::Force::Act,
            place: None,
            frame: content.end..content.end,
            content,
        })
        .collect()
}

/// A sentence with a number or a date is one candidate; of another what it quotes.
pub(crate) fn claims(parsed: &Parsed<'_, '_>) -> Vec<Candidate> {
    if parsed.is_tabular() {
        return Vec::new();
    }
    let kind = match parsed.values.iter().map(|v| v.kind).max_by_key(|k| *k != ValueType::Date) {
        None => return quotations(parsed),
        Some(ValueType::Date | ValueType::Time) => ClaimKind::Date,
        Some(_) => ClaimKind::Quantity,
    };
    let reason = if kind == ClaimKind::Date { "a date" } else { "a number" };
    let mut range = parsed.sentence.clone();
    attribution::trim(parsed.tokens, &mut range);
    if range.is_empty() || range.len() > attribution::LONGEST {
        return Vec::new();
    }
    vec![candidate(range, kind, reason, Mode::Own, None)]
}

/// What somebody is quoted to say, where it has enough words to say something.
fn quotations(parsed: &Parsed<'_, '_>) -> Vec<Candidate> {
    let long = |r: &Range<usize>| {
        r.len() <= attribution::LONGEST && r.clone().filter(|i| parsed.tokens.is(*i, Kind::Word)).count() >= 3
    };
    let mut out = Vec::new();
    for (n, said) in parsed.said.iter().enumerate() {
        let mut range = said.content.clone();
        attribution::trim(parsed.tokens, &mut range);
        if long(&range) {
            out.push(candidate(range, ClaimKind::Quote, "a quotation", Mode::Quote, Some(n)));
        }
    }
    out
}

fn candidate(
    range: Range<usize>,
    kind: ClaimKind,
    reason: &'static str,
    mode: Mode,
    said: Option<usize>,
) -> Candidate {
    let worth = checkworthy::Worth {
        score: 0.5,
        reasons: vec![reason],
        kind,
        margin: 0.0,
        facts: checkworthy::Facts::default(),
    };
    Candidate {
        range,
        said,
        mode,
        subject: None,
        host: None,
        apposed: None,
        judged: None,
        when: None,
        participle: false,
        worth,
        suggested: true,
    }
}
