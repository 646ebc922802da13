//! How much a stretch of text wants checking, why, and what kind of claim it is.
//!
//! For now a sum of weights set by hand: what can be counted, dated or compared weighs most, opinion least.

use std::ops::Range;

use assay_model::claim::ClaimKind;
use assay_model::document::BlockKind;
use assay_model::value::ValueType;

use crate::tokens::Tokens;
use crate::values::Draft;
use crate::verbs::{is_auxiliary, is_finite, is_function, is_negative};

/// A score of at least this much suggests a claim.
pub(crate) const SUGGESTED: f64 = 0.4;

/// No more tokens than this are read of any stretch.
const LONGEST: usize = 400;

/// What was seen in a stretch of text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Worth {
    pub(crate) score: f64,
    pub(crate) reasons: Vec<String>,
    pub(crate) kind: ClaimKind,
}

// Each is a thing seen or not; they do not depend on one another.
#[allow(clippy::struct_excessive_bools)]
#[derive(Debug, Default)]
struct Seen {
    names: usize,
    words: usize,
    verbs: usize,
    past: bool,
    compares: bool,
    causes: bool,
    foretells: bool,
    opines: bool,
    negative: bool,
    question: bool,
    first_person: bool,
}

/// Weighs the tokens in `range`, with the values in it; `reported` if somebody else's words, `quoted` if exact ones.
pub(crate) fn weigh(
    tokens: &Tokens<'_>,
    range: &Range<usize>,
    values: &[&Draft],
    block: BlockKind,
    reported: bool,
    quoted: bool,
) -> Worth {
    let seen = look(tokens, range, values);
    let has = |kinds: &[ValueType]| values.iter().any(|v| kinds.contains(&v.kind));
    let measured = has(&[ValueType::Percent, ValueType::Money, ValueType::Quantity, ValueType::Duration]);
    let counted = has(&[ValueType::Number]);
    let dated = values.iter().any(|v| {
        matches!(v.kind, ValueType::Date | ValueType::Time)
            && !v.value.ends_with("_REF")
            && !v.value.starts_with('X')
    });
    let mut score = -0.3;
    let mut reasons = Vec::new();
    let mut add = |yes: bool, weight: f64, reason: &str| {
        if yes {
            score += weight;
            if !reason.is_empty() {
                reasons.push(reason.to_owned());
            }
        }
    };
    add(measured, 1.4, "a number with a unit");
    add(counted && !measured, 1.1, "a number");
    add(dated, 0.8, "a date");
    add(seen.compares, 0.9, "a superlative or comparison");
    add(seen.causes, 0.5, "a cause");
    add(seen.names > 0, 0.7, "a name");
    add(seen.names > 2, 0.3, "");
    add(seen.past, 0.4, "something that happened");
    add(seen.verbs > 0, 0.3, "");
    add(reported, 0.4, "reported speech");
    add(seen.negative, 0.1, "a denial");
    add(seen.foretells, -0.1, "a prediction");
    add(seen.opines, -0.9, "opinion words");
    add(seen.question, -2.0, "a question");
    add(seen.first_person && !reported, -0.6, "");
    add(seen.words < 4, -1.0, "");
    add(seen.verbs == 0 && block != BlockKind::Headline, -0.6, "");
    add(matches!(block, BlockKind::Headline | BlockKind::Standfirst), 0.2, "in the headline");
    add(block == BlockKind::Caption, 0.1, "in a caption");
    let kind = if seen.foretells {
        ClaimKind::Prediction
    } else if seen.opines && !measured && !dated {
        ClaimKind::Opinion
    } else if seen.compares {
        ClaimKind::Comparison
    } else if measured || counted {
        ClaimKind::Quantity
    } else if seen.causes {
        ClaimKind::Cause
    } else if dated && is_about_time(tokens, range) {
        ClaimKind::Date
    } else if quoted && !seen.past {
        ClaimKind::Quote
    } else if seen.past {
        ClaimKind::Event
    } else {
        ClaimKind::State
    };
    let score = 1.0 / (1.0 + (-1.2 * score).exp());
    Worth { score: (score * 1000.0).round() / 1000.0, reasons, kind }
}

fn look(tokens: &Tokens<'_>, range: &Range<usize>, values: &[&Draft]) -> Seen {
    let mut seen = Seen::default();
    let end = range.end.min(range.start + LONGEST);
    for i in range.start..end {
        let word = tokens.word(i);
        let is_word = tokens.is(i, crate::tokens::Kind::Word);
        seen.words += usize::from(is_word);
        seen.names += usize::from(
            tokens.capital(i) && !is_function(word) && (i > range.start || tokens.capital(i + 1)),
        );
        if is_finite(tokens, i) {
            seen.verbs += 1;
            let to_come = matches!(word, "will" | "shall");
            seen.past |= !is_auxiliary(word) && !word.ends_with('s') && !to_come
                || matches!(word, "was" | "were" | "had" | "did");
        }
        let next = tokens.word(i + 1);
        // “less than 10 minutes” is a length, not a comparison.
        let in_value = values.iter().any(|v| (v.from..v.to).contains(&i));
        seen.compares |= !in_value && is_comparison(word, next);
        seen.causes |= matches!(
            word,
            "because" | "caused" | "causes" | "causing" | "prompted" | "triggered" | "thanks" | "blamed"
        ) || matches!((word, next), ("led" | "leading" | "due" | "owing", "to") | ("as", "a") if word != "as" || tokens.word(i + 2) == "result")
            || word == "resulting" && next == "in";
        seen.foretells |= matches!(
            word,
            "will" | "shall" | "forecast" | "predicts" | "predicted" | "foresee"
        ) || matches!((word, next), ("expected" | "likely" | "set" | "due" | "going", "to") if word != "set" || i > 0 && is_auxiliary(tokens.word(i - 1)))
            || matches!(
                (word, next),
                (
                    "could" | "may" | "might" | "would",
                    "be" | "become" | "continue" | "increase" | "rise" | "fall" | "see"
                )
            );
        seen.opines |= matches!(
            word,
            "should"
                | "must"
                | "irresponsible"
                | "unacceptable"
                | "good"
                | "bad"
                | "great"
                | "terrible"
                | "wonderful"
                | "exciting"
                | "disgraceful"
                | "shameful"
                | "hopefully"
                | "unfortunately"
                | "beautiful"
                | "best"
                | "worst"
                | "important"
                | "excited"
                | "delighted"
                | "proud"
                | "disappointed"
                | "regret"
                | "hope"
                | "hopes"
                | "feel"
                | "feels"
                | "think"
                | "believe"
                | "reckless"
                | "outrageous"
                | "ridiculous"
                | "absurd"
                | "wrong"
                | "unfair"
                | "pleased"
                | "happy"
                | "sad"
        ) && !(matches!(word, "best" | "worst" | "important")
            && i > 0
            && matches!(tokens.word(i - 1), "its" | "the" | "their"));
        seen.negative |= is_negative(word);
        seen.question |= word == "?";
        seen.first_person |= matches!(word, "i" | "we" | "you" | "my" | "our" | "your");
    }
    // The mark of a question stands just behind the trimmed range.
    seen.question |= tokens.word(range.end) == "?";
    seen
}

fn is_comparison(word: &str, next: &str) -> bool {
    let superlative = word.len() > 5
        && word.ends_with("est")
        && !matches!(
            word,
            "request"
                | "interest"
                | "protest"
                | "suggest"
                | "invest"
                | "contest"
                | "harvest"
                | "arrest"
                | "forest"
                | "honest"
                | "modest"
                | "latest"
                | "tempest"
                | "conquest"
                | "inquest"
                | "behest"
                | "attest"
                | "budapest"
                | "digest"
                | "northwest"
                | "southwest"
        );
    superlative
        || matches!(word, "best" | "worst" | "record" | "unprecedented" | "highest" | "lowest" | "outnumber")
        || word == "first"
            && matches!(
                next,
                "time" | "woman" | "man" | "ever" | "person" | "country" | "of" | "since" | "black"
            )
        || word == "the" && matches!(next, "first" | "only" | "most" | "least" | "second" | "third")
        || word == "the" && next == "no"
        || matches!(
            (word, next),
            (
                "more"
                    | "less"
                    | "fewer"
                    | "better"
                    | "worse"
                    | "higher"
                    | "lower"
                    | "larger"
                    | "smaller"
                    | "greater"
                    | "faster",
                "than"
            )
        ) && word != "more"
        || word == "more"
            && next.len() > 5
            && !next.ends_with("ly")
            && next != "people"
            && next.ends_with("ent")
        || word == "one" && next == "of"
        || matches!(word, "twice" | "doubled" | "tripled" | "halved" | "overtook" | "surpassed")
}

/// Whether the date is what the claim is about: “was in January 2022”, “last met”, “since 2003”.
fn is_about_time(tokens: &Tokens<'_>, range: &Range<usize>) -> bool {
    let end = range.end.min(range.start + LONGEST);
    (range.start..end).any(|i| {
        matches!(
            tokens.word(i),
            "last"
                | "until"
                | "founded"
                | "born"
                | "died"
                | "scheduled"
                | "established"
                | "began"
                | "dates"
                | "since"
        ) || tokens.follows(i, &["available", "on"])
            || tokens.follows(i, &["finalized", "by"])
    })
}
