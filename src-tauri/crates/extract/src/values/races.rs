//! Lengths as a stopwatch shows them: “won in 2:04:35”, “clocked 3:52.16”, “with 1:32 left to play”.
//!
//! A clock's face looks the same (`2:04`), so the words before and after decide: “at 2:04” is a time of day.

use std::ops::Range;

use assay_model::value::ValueType;

use super::Draft;
use crate::tokens::{Kind, Tokens};

/// How far back a word may stand that says what the digits are.
const REACH: usize = 9;

/// Digits as a stopwatch shows them: hours, minutes and seconds, or minutes and seconds.
struct Shown<'t> {
    first: u32,
    second: u32,
    /// Seconds, perhaps with a part, where the first are hours.
    third: Option<&'t str>,
    /// The second part where it has hundredths.
    part: Option<&'t str>,
    to: usize,
}

/// The length that begins at token `i` with digits and a colon.
pub(super) fn at(tokens: &Tokens<'_>, i: usize, sentence: &Range<usize>) -> Option<Draft> {
    if tokens.word(i + 1) != ":" || !tokens.is(i, Kind::Number) {
        return None;
    }
    let shown = shown(tokens, i)?;
    if !is_length(tokens, i, &shown, sentence) {
        return None;
    }
    let second = shown.part.map_or_else(|| shown.second.to_string(), |part| bare(part).to_owned());
    let value = match shown.third {
        Some(third) => format!("PT{}H{}M{}S", shown.first, shown.second, bare(third)),
        None if counts_hours(tokens, i, &shown, sentence) => format!("PT{}H{second}M", shown.first),
        None => format!("PT{}M{second}S", shown.first),
    };
    Some(Draft::new(i, shown.to, ValueType::Duration, value))
}

/// Seconds without a nought before them: `4` of `04`, `0.5` of `00.5`.
fn bare(seconds: &str) -> &str {
    let short = seconds.trim_start_matches('0');
    match short.as_bytes().first() {
        None => "0",
        Some(b'.') => seconds.get(seconds.len() - short.len() - 1..).unwrap_or(short),
        Some(_) => short,
    }
}

fn shown<'t>(tokens: &Tokens<'t>, i: usize) -> Option<Shown<'t>> {
    let joined = |mark: usize| {
        tokens.word(mark) == ":"
            && !tokens.spaced(mark)
            && !tokens.spaced(mark + 1)
            && tokens.is(mark + 1, Kind::Number)
    };
    // Two digits below sixty, perhaps with a part: the whole, and whether there is one.
    let sixtieth = |at: usize| -> Option<(u32, bool)> {
        let raw = tokens.raw(at);
        let (whole, part) = raw.split_once('.').map_or((raw, None), |(w, p)| (w, Some(p)));
        let fits = whole.len() == 2 && part.is_none_or(|p| (1..=3).contains(&p.len()) && !p.contains(','));
        Some((whole.parse().ok().filter(|n| fits && *n < 60)?, part.is_some()))
    };
    let raw = tokens.raw(i);
    let stuck = i > 0 && !tokens.spaced(i) && matches!(tokens.word(i - 1), ":" | "." | "/" | "-");
    if raw.len() > 3 || raw.contains(['.', ',']) || stuck || !joined(i + 1) {
        return None;
    }
    let first = raw.parse().ok()?;
    let (second, parted) = sixtieth(i + 2)?;
    if parted {
        let part = Some(tokens.raw(i + 2));
        return Some(Shown { first, second, third: None, part, to: i + 3 });
    }
    let third = joined(i + 3).then(|| sixtieth(i + 4).map(|_| tokens.raw(i + 4)));
    match third {
        Some(None) => None,
        Some(third) => Some(Shown { first, second, third, part: None, to: i + 5 }),
        None => Some(Shown { first, second, third: None, part: None, to: i + 3 }),
    }
}

/// Whether the words around say that something lasted so long.
fn is_length(tokens: &Tokens<'_>, i: usize, shown: &Shown<'_>, sentence: &Range<usize>) -> bool {
    let next = tokens.word(shown.to);
    let of_clock =
        matches!(next, "am" | "pm" | "a.m." | "p.m." | "a.m" | "p.m" | "utc" | "gmt" | "z" | "o'clock")
            || tokens.follows(shown.to, &["local", "time"])
            || super::calendar::month(next).is_some();
    if of_clock
        || matches!(
            tokens.raw(shown.to),
            "EST" | "EDT" | "ET" | "PT" | "PST" | "PDT" | "BST" | "CET" | "CEST"
        )
    {
        return false;
    }
    // No clock shows hundredths, or more minutes than there are hours in a day.
    let no_clock = shown.part.is_some() || shown.third.is_some_and(|s| s.contains('.')) || shown.first > 24;
    // “with 1:32 left”, “after 2:10 of overtime”
    let counted = matches!(next, "left" | "remaining" | "into" | "elapsed")
        || tokens.follows(shown.to, &["to", "play"])
        || tokens.follows(shown.to, &["to", "go"])
        || tokens.follows(shown.to, &["of", "overtime"]);
    if no_clock || counted {
        return true;
    }
    let mut before = i;
    while before > sentence.start && i - before < 4 && blurs(tokens.word(before - 1)) {
        before -= 1;
    }
    let words = sentence.start.max(before.saturating_sub(REACH))..before;
    let told = words.rev().take_while(|k| !matches!(tokens.word(*k), "at" | ";")).find_map(|k| {
        match tokens.word(k) {
            // “in 2:04”: nothing happens in a time of day.
            "in" => (k + 1 == before).then_some(true),
            "clocked" | "clocking" | "clocks" | "ran" | "swam" | "rowed" | "timed" | "splits" | "split"
            | "lap" | "runtime" => Some(true),
            "time" | "times" | "record" | "best" | "mark" => {
                (matches!(tokens.word(k + 1), "of" | "is" | "was" | "with" | ":") || k + 1 == before)
                    .then_some(true)
            }
            // “Jones in 3:54, Smith 3:55”
            ":" => stopwatch_ends(tokens, k, sentence).then_some(true),
            _ => None,
        }
    });
    let at = before > sentence.start
        && matches!(
            tokens.word(before - 1),
            "at" | "from" | "until" | "till" | "before" | "since" | "by" | "between" | "the" | "on"
        );
    // “clocked at 2:04”
    let clocked = at && before > sentence.start + 1 && matches!(tokens.word(before - 2), "clocked" | "timed");
    // “a personal best by 1:12”
    let margin = before > sentence.start + 1
        && tokens.word(before - 1) == "by"
        && matches!(
            tokens.word(before - 2),
            "best" | "record" | "won" | "mark" | "led" | "lead" | "ahead" | "behind" | "missed" | "lost"
        );
    clocked || margin || !at && told == Some(true)
}

/// Whether the colon at token `k` stands in a length that a stopwatch shows.
fn stopwatch_ends(tokens: &Tokens<'_>, k: usize, sentence: &Range<usize>) -> bool {
    let Some(from) = k.checked_sub(1) else { return false };
    from > sentence.start && (tokens.word(from - 1) == "in" || tokens.raw(k + 1).contains('.'))
}

/// What may stand between “in” and the digits: “in just under 2:05”.
fn blurs(word: &str) -> bool {
    matches!(
        word,
        "just" | "under" | "over" | "about" | "around" | "a" | "sub" | "-" | "less" | "more" | "than"
    )
}

/// Whether two parts are hours and minutes: only a marathon is told so, if it took no more than hours can be.
fn counts_hours(tokens: &Tokens<'_>, i: usize, shown: &Shown<'_>, sentence: &Range<usize>) -> bool {
    if shown.part.is_some() || shown.first > 6 {
        return false;
    }
    let near = sentence.start.max(i.saturating_sub(24))..sentence.end.min(i + 12);
    near.into_iter().any(|k| tokens.word(k).starts_with("marathon"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::{Calendar, find};

    fn read(text: &str) -> Vec<String> {
        let tokens = Tokens::new(text, 0);
        let published = "2024-05-14".parse().ok();
        let mut calendar = Calendar::new(published.as_ref(), text);
        let found = find(&tokens, &(0..tokens.len()), true, &mut calendar);
        found.iter().map(|d| format!("{} {}", tokens.slice(d.from, d.to), d.value)).collect()
    }

    #[test]
    fn a_stopwatch_shows_a_length() {
        for (text, expected) in [
            ("He won the marathon in 2:04:35.", "2:04:35 PT2H4M35S"),
            ("She clocked 2:17:01 to break it.", "2:17:01 PT2H17M1S"),
            ("She set a world record of 14:00.21 there.", "14:00.21 PT14M0.21S"),
            ("She finished in 3:52.16 there.", "3:52.16 PT3M52.16S"),
            ("He ran the mile in just under 3:54 there.", "just under 3:54 PT3M54S"),
            ("He won the marathon in 2:04 there.", "2:04 PT2H4M"),
            ("Her personal best is 4:01 over the distance.", "4:01 PT4M1S"),
            ("He was timed at 1:02:11 there.", "1:02:11 PT1H2M11S"),
            ("They led with 1:32 left to play.", "1:32 PT1M32S"),
            ("The rest came in 62:15 behind her.", "62:15 PT62M15S"),
        ] {
            assert!(read(text).contains(&expected.to_owned()), "{text} gave {:?}", read(text));
        }
        let two = read("Kerr won in 3:27.79, with Wightman in 3:29 and Jones 3:31 there.");
        assert_eq!(two, ["3:27.79 PT3M27.79S", "3:29 PT3M29S", "3:31 PT3M31S"]);
    }

    #[test]
    fn a_clock_shows_a_time() {
        for (text, expected) in [
            ("The train leaves at 2:04 there.", "2:04 2024-05-14T02:04"),
            ("The rocket rose at 14:04:35 UTC.", "14:04:35 UTC 2024-05-14T14:04:35Z"),
            ("The record shop opens at 9:30 there.", "9:30 2024-05-14T09:30"),
            ("It was 3:15 pm there.", "3:15 pm 2024-05-14T15:15"),
            ("He ran from the house at about 2:04 there.", "about 2:04 2024-05-14T02:04"),
        ] {
            assert!(read(text).contains(&expected.to_owned()), "{text} gave {:?}", read(text));
        }
    }
}
