//! What can be seen of a stretch of text word by word: figures, names, comparisons, causes, opinion.

use std::ops::Range;

use assay_model::value::ValueType;

use crate::tokens::Tokens;
use crate::values::Draft;
use crate::verbs::{is_auxiliary, is_finite, is_function, is_negative};

/// No more tokens than this are read of any stretch.
const LONGEST: usize = 400;

/// Something that a stretch of text has or has not; what reasons are told of, and what the model weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fact {
    Measured,
    Counted,
    Dated,
    Compares,
    Causes,
    Named,
    ManyNames,
    Past,
    HasVerb,
    Reported,
    Denies,
    Foretells,
    Opines,
    Asks,
    FirstPerson,
    Short,
    Long,
    Headline,
    Caption,
    Quoted,
    LacksSubject,
}

/// How many facts there are.
pub const FACTS: usize = Fact::LacksSubject as usize + 1;

/// The facts of a stretch of text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts(u32);

impl Facts {
    pub(crate) fn set(&mut self, fact: Fact, yes: bool) {
        self.0 |= u32::from(yes) << fact as u32;
    }

    pub(crate) fn has(self, fact: Fact) -> bool {
        self.0 >> fact as u32 & 1 == 1
    }

    /// The numbers of those that hold, from 0 to [`FACTS`].
    pub fn on(self) -> impl Iterator<Item = usize> {
        (0..FACTS).filter(move |n| self.0 >> n & 1 == 1)
    }
}

/// What is found on a walk over the words.
#[derive(Debug, Default)]
struct Walk {
    names: usize,
    words: usize,
    facts: Facts,
}

/// The facts of the tokens in `range`, with the values in it.
pub(crate) fn facts(tokens: &Tokens<'_>, range: &Range<usize>, values: &[&Draft]) -> Facts {
    let has = |kinds: &[ValueType]| values.iter().any(|v| kinds.contains(&v.kind));
    let measured = has(&[ValueType::Percent, ValueType::Money, ValueType::Quantity, ValueType::Duration]);
    let dated = values.iter().any(|v| {
        matches!(v.kind, ValueType::Date | ValueType::Time)
            && !v.value.ends_with("_REF")
            && !v.value.starts_with('X')
    });
    let Walk { names, words, mut facts } = walk(tokens, range, values);
    facts.set(Fact::Measured, measured);
    facts.set(Fact::Counted, has(&[ValueType::Number]) && !measured);
    facts.set(Fact::Dated, dated);
    facts.set(Fact::Named, names > 0);
    facts.set(Fact::ManyNames, names > 2);
    facts.set(Fact::Short, words < 4);
    facts.set(Fact::Long, words > 25);
    facts
}

fn walk(tokens: &Tokens<'_>, range: &Range<usize>, values: &[&Draft]) -> Walk {
    let mut seen = Walk::default();
    let mut see = Facts::default();
    let end = range.end.min(range.start + LONGEST);
    for i in range.start..end {
        let word = tokens.word(i);
        let is_word = tokens.is(i, crate::tokens::Kind::Word);
        seen.words += usize::from(is_word);
        seen.names += usize::from(
            tokens.capital(i) && !is_function(word) && (i > range.start || tokens.capital(i + 1)),
        );
        if is_finite(tokens, i) {
            see.set(Fact::HasVerb, true);
            let to_come = matches!(word, "will" | "shall");
            see.set(
                Fact::Past,
                !is_auxiliary(word) && !word.ends_with('s') && !to_come
                    || matches!(word, "was" | "were" | "had" | "did"),
            );
        }
        let next = tokens.word(i + 1);
        // “less than 10 minutes” is a length, not a comparison.
        let in_value = values.iter().any(|v| (v.from..v.to).contains(&i));
        see.set(Fact::Compares, !in_value && is_comparison(word, next));
        see.set(Fact::Causes, matches!(
            word,
            "because" | "caused" | "causes" | "causing" | "prompted" | "triggered" | "thanks" | "blamed"
        ) || matches!((word, next), ("led" | "leading" | "due" | "owing", "to") | ("as", "a") if word != "as" || tokens.word(i + 2) == "result")
            || word == "resulting" && next == "in");
        see.set(Fact::Foretells, matches!(
            word,
            "will" | "shall" | "forecast" | "predicts" | "predicted" | "foresee"
        ) || matches!((word, next), ("expected" | "likely" | "set" | "due" | "going", "to") if !(word == "likely" && i > 0 && matches!(tokens.word(i - 1), "more" | "less" | "most" | "least" | "as")) && word != "set" || i > 0 && is_auxiliary(tokens.word(i - 1)))
            || matches!(
                (word, next),
                (
                    "could" | "may" | "might" | "would",
                    "be" | "become" | "continue" | "increase" | "rise" | "fall" | "see"
                )
            ));
        see.set(
            Fact::Opines,
            matches!(
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
                && matches!(tokens.word(i - 1), "its" | "the" | "their")),
        );
        see.set(Fact::Denies, is_negative(word));
        see.set(Fact::Asks, word == "?");
        see.set(Fact::FirstPerson, matches!(word, "i" | "we" | "you" | "my" | "our" | "your"));
    }
    // The mark of a question stands just behind the trimmed range.
    see.set(Fact::Asks, tokens.word(range.end) == "?");
    seen.facts = see;
    seen
}

pub(super) fn is_comparison(word: &str, next: &str) -> bool {
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
pub(crate) fn is_about_time(tokens: &Tokens<'_>, range: &Range<usize>) -> bool {
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
