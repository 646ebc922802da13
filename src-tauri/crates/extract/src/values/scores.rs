//! Two numbers that stand against each other: “won 3-2”, “voted 52-48”, “at 11-4”. They are no range.

use crate::tokens::{Kind, Tokens};

/// What a pair of numbers with a dash is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pair {
    /// The score of a match, a record of wins, the odds of a bet: no amounts.
    Score,
    /// How many voted so and so: two numbers.
    Votes,
}

/// The pair whose first or second number stands at token `i`; `first` is the sentence's first token.
pub(super) fn at(tokens: &Tokens<'_>, i: usize, first: usize) -> Option<Pair> {
    let number = |k: usize| {
        let raw = tokens.raw(k);
        tokens.is(k, Kind::Number) && raw.len() <= 3 && !raw.contains(['.', ','])
    };
    let dash =
        |k: usize| matches!(tokens.word(k), "-" | "–" | "/") && !tokens.spaced(k) && !tokens.spaced(k + 1);
    if !number(i) {
        return None;
    }
    let from = if dash(i + 1) && number(i + 2) {
        i
    } else if i >= first + 2 && dash(i - 1) && number(i - 2) {
        i - 2
    } else {
        return None;
    };
    let to = from + 3;
    // “2-1-4” is a row of another kind, “15-20%” and “3-2 million” are amounts.
    if from > first && !tokens.spaced(from) && !matches!(tokens.word(from - 1), "(" | "“" | "\"" | "‘")
        || matches!(tokens.word(to), "-" | "–" | "/" | "%" | "$" | "£" | "€" | "°") && !tokens.spaced(to)
    {
        return None;
    }
    let value = |k: usize| tokens.raw(k).parse::<u32>().unwrap_or(0);
    let (low, high) = (value(from), value(from + 2));
    let slash = tokens.word(from + 1) == "/";
    let bet = |k: usize| {
        matches!(
            tokens.word(k),
            "odds" | "favourite" | "favorite" | "outsider" | "shot" | "priced" | "bookmakers"
        )
    };
    let near = from.saturating_sub(7).max(first)..(to + 4).min(tokens.len());
    if slash {
        return near.into_iter().any(bet).then_some(Pair::Score);
    }
    // “7-2 weeks” measures: what is counted by a rising pair is a range.
    let next = tokens.word(to);
    if low < high && is_counted(tokens, to) {
        return None;
    }
    if sayings(next) == Some(Pair::Votes)
        || (from.saturating_sub(9).max(first)..from).any(|k| is_vote(tokens, k))
    {
        return Some(Pair::Votes);
    }
    let told = low >= high
        || beside_another(tokens, from, to)
        || sayings(next).is_some()
        || near.into_iter().any(bet)
        || (from.saturating_sub(5).max(first)..from).any(|k| is_contest(tokens.word(k)));
    told.then_some(Pair::Score)
}

/// Whether another pair stands beside the one from `from` to `to`: “6-4, 3-6, 7-5”, “7-6 (7-4), 4-6”.
fn beside_another(tokens: &Tokens<'_>, from: usize, to: usize) -> bool {
    let pair = |k: usize| {
        tokens.is(k, Kind::Number)
            && tokens.is(k + 2, Kind::Number)
            && tokens.raw(k).len() <= 2
            && tokens.raw(k + 2).len() <= 2
            && matches!(tokens.word(k + 1), "-" | "–")
            && !tokens.spaced(k + 1)
            && !tokens.spaced(k + 2)
    };
    let mark = |k: usize| matches!(tokens.word(k), "," | "(" | ")");
    let marks = (0..2).find(|n| !mark(to + n)).unwrap_or(2);
    let back = (1..3).find(|n| *n > from || !mark(from - n)).map_or(2, |n| n - 1);
    marks > 0 && pair(to + marks) || back > 0 && from >= back + 3 && pair(from - back - 3)
}

/// Whether a plural that is counted stands at token `i`: “10-15 seats”, “10-15 new seats”.
fn is_counted(tokens: &Tokens<'_>, i: usize) -> bool {
    let plural = |k: usize| {
        let word = tokens.word(k);
        tokens.is(k, Kind::Word)
            && !tokens.capital(k)
            && (word.len() > 3 && word.ends_with('s') && !word.ends_with("ss")
                || matches!(
                    word,
                    "people"
                        | "men"
                        | "women"
                        | "children"
                        | "per"
                        | "percent"
                        | "million"
                        | "billion"
                        | "thousand"
                ))
    };
    plural(i) && !matches!(tokens.word(i), "versus" | "always" | "thanks" | "against")
        || plural(i + 1)
            && tokens.is(i, Kind::Word)
            && !crate::verbs::is_preposition(tokens.word(i))
            && !crate::verbs::is_function(tokens.word(i))
}

/// What the noun after a pair makes of it: “a 3-2 win”, “a 52-48 vote”.
fn sayings(word: &str) -> Option<Pair> {
    Some(match word {
        "win" | "loss" | "defeat" | "victory" | "draw" | "lead" | "record" | "scoreline" | "deficit"
        | "aggregate" | "triumph" | "thrashing" | "rout" | "drubbing" | "favourite" | "favorite"
        | "outsider" | "shot" | "down" | "up" | "ahead" | "against" | "score" => Pair::Score,
        "vote" | "votes" | "ruling" | "decision" | "majority" | "split" => Pair::Votes,
        _ => return None,
    })
}

/// Whether people vote or a court rules by the word at token `i`.
fn is_vote(tokens: &Tokens<'_>, i: usize) -> bool {
    matches!(
        tokens.word(i),
        "voted"
            | "vote"
            | "votes"
            | "voting"
            | "ruled"
            | "ruling"
            | "ballot"
            | "senate"
            | "lawmakers"
            | "motion"
            | "senators"
            | "councillors"
            | "justices"
            | "referendum"
            | "carried"
            | "majority"
            | "jury"
            | "councilors"
    )
}

fn is_contest(word: &str) -> bool {
    matches!(
        word,
        "won"
            | "win"
            | "wins"
            | "winning"
            | "beat"
            | "beats"
            | "beating"
            | "beaten"
            | "lost"
            | "lose"
            | "loses"
            | "losing"
            | "drew"
            | "draw"
            | "drawn"
            | "defeated"
            | "defeat"
            | "led"
            | "leading"
            | "lead"
            | "leads"
            | "trailed"
            | "trailing"
            | "trail"
            | "trails"
            | "thrashed"
            | "score"
            | "scored"
            | "finished"
            | "ended"
            | "took"
            | "victory"
            | "goalless"
            | "level"
            | "final"
            | "aggregate"
            | "figures"
            | "innings"
            | "odds"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::{Calendar, find};

    fn numbers(text: &str) -> Vec<String> {
        let tokens = Tokens::new(text, 0);
        let published = "2024-05-14".parse().ok();
        let mut calendar = Calendar::new(published.as_ref(), text);
        find(&tokens, &(0..tokens.len()), true, &mut calendar).into_iter().map(|d| d.value).collect()
    }

    #[test]
    fn a_score_is_no_range() {
        for text in [
            "City won 3-2 at home.",
            "United lost 1-2 away.",
            "They drew 1-1 there.",
            "England trailed 10–13 in Cardiff.",
            "It was a 2–4 defeat.",
            "She won 6-4, 3-6, 7-5 there.",
            "Osaka beat the second seed by 7-6 (7-4), 4-6, 6-3 there.",
            "The horse is the 5-1 favourite.",
            "It ran at odds of 100/30 there.",
            "The colt, at 11-4, came home.",
            "He took 4-32 there.",
            "City beat United 2-1.",
        ] {
            assert_eq!(numbers(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn votes_are_two_numbers() {
        for (text, expected) in [
            ("The Senate voted 52-48 to confirm him.", ["52", "48"]),
            ("The court ruled 6-3 against him.", ["6", "3"]),
            ("The motion was carried 15–23 there.", ["15", "23"]),
            ("It passed by a 218-210 vote.", ["218", "210"]),
        ] {
            assert_eq!(numbers(text), expected, "{text}");
        }
    }

    #[test]
    fn a_rising_pair_that_counts_is_a_range() {
        assert_eq!(numbers("They won 10-15 seats."), ["10..15"]);
        assert_eq!(numbers("It fits 200-250 seats."), ["200..250"]);
        assert_eq!(numbers("It rose by 15-20% there."), ["15..20"]);
        assert_eq!(numbers("It took 4-6 weeks."), ["P4W", "P6W"]);
    }
}
