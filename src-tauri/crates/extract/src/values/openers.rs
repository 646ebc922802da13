//! Which tokens a value may begin with: asked of every token of a text, so that the rules are asked of few.
//!
//! The rules decide; this only spares them. A debug build asks them anyway, and stops where they find what would have been
//! passed over, so every test of values is also a test of this list.

use super::calendar::Unit;
use crate::lexicon::Lexicon;
use crate::tokens::{Kind, Tokens};

/// Whether a value may begin at token `i`; never false where a rule would find one.
pub(super) fn may_open(tokens: &Tokens<'_>, i: usize) -> bool {
    opens(tokens, i, 2)
}

/// The same, of an article or preposition by the word behind it, so many times.
fn opens(tokens: &Tokens<'_>, i: usize, deep: u8) -> bool {
    let next = tokens.word(i + 1);
    let behind = || !tokens.is(i + 1, Kind::Word) || deep == 0 || opens(tokens, i + 1, deep - 1);
    let Some(token) = tokens.get(i) else { return false };
    match token.kind {
        Kind::Number | Kind::Other => true,
        Kind::Mark => match tokens.word(i) {
            "," | ";" | ":" | "(" | ")" | "\"" | "“" | "”" | "?" | "!" | "…" | "—" | "[" | "]" | "‘"
            | "``" | "''" | "&" | "’s" | "'s" => false,
            // “.08”, “ -5”, “’90s”
            "." | "-" | "–" | "’" | "'" => tokens.is(i + 1, Kind::Number),
            _ => true,
        },
        Kind::Word => match tokens.word(i) {
            "the" | "that" => AFTER_ARTICLE.has(next) || behind(),
            // “a dozen”, “a hundredth”, “a week”, “a solid week”
            "a" | "an" => {
                matches!(next, "dozen" | "fortnight")
                    || next.ends_with("th")
                    || Unit::read(next).is_some()
                    || Unit::read(tokens.word(i + 2)).is_some()
                    || behind()
            }
            "in" => next == "excess" || behind(),
            "from" => behind(),
            // Before their sums: “US$5”, “R 200”.
            "us" | "u.s" | "u.s." | "s" | "r" | "c" => !tokens.is(i + 1, Kind::Word),
            "new" => matches!(next, "year" | "years"),
            "to" | "till" | "until" => next == "date",
            "at" => matches!(next, "least" | "most" | "the" | "this" | "present"),
            "as" => matches!(next, "much" | "many"),
            "no" | "not" => matches!(next, "more" | "less" | "fewer"),
            "just" => matches!(next, "over" | "under" | "less"),
            word => OPENERS.has(word) || is_code(word),
        },
    }
}

/// Whether a word may be the code of a currency, or of its millions: `USD`, `MEUR`.
fn is_code(word: &str) -> bool {
    super::currencies::code(word.strip_prefix('m').filter(|w| w.len() == 3).unwrap_or(word)).is_some()
}

/// What makes a time of “the” and “that” and begins none alone.
#[rustfmt::skip]
static AFTER_ARTICLE: Lexicon<()> = Lexicon::of(&[(&[
    "day", "distant", "ensuing", "entire", "foreseeable", "full", "immediate", "intervening", "month", "near", "preceding",
    "same", "subsequent", "succeeding", "period", "time", "weekend", "whole", "century", "decade", "hour", "minute", "second",
], ())]);

/// The words, in lower case, that the rules of this folder begin with.
#[rustfmt::skip]
static OPENERS: Lexicon<()> = Lexicon::of(&[(&[
    // Numbers and parts.
    "a", "an", "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty",
    "sixty", "seventy", "eighty", "ninety", "nought", "naught", "hundred", "thousand", "lakh", "million", "crore", "billion",
    "trillion", "half", "quarter", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth", "thirtieth", "tens", "dozens", "scores", "hundreds", "thousands", "millions", "billions",
    "trillions", "minus", "negative",
    // Bounds.
    "slightly", "well", "less", "fewer", "lower", "more", "greater", "higher", "upwards", "up", "close", "under", "below",
    "over", "above", "some", "about", "around", "roughly", "approximately", "nearly", "almost", "circa", "estimated", "c",
    "ca", "between", "from",
    // Currencies before their number.
    "u", "us", "u.s", "u.s.", "au", "aus", "cdn", "nz", "hk", "s", "r", "mex", "mx", "nt", "rs",
    // Months, weekdays, seasons, years.
    "january", "jan", "february", "feb", "march", "mar", "april", "apr", "may", "june", "jun", "july", "jul", "august", "aug",
    "september", "sept", "sep", "october", "oct", "november", "nov", "december", "dec", "mon", "monday", "mondays", "tue",
    "tues", "tuesday", "tuesdays", "wed", "wednesday", "wednesdays", "thu", "thur", "thurs", "thursday", "thursdays", "fri",
    "friday", "fridays", "sat", "saturday", "saturdays", "sun", "sunday", "sundays", "mons", "spring", "summer", "autumn",
    "fall", "winter", "year", "fy", "sy", "cy", "fiscal", "financial", "school", "academic", "calendar", "q", "h",
    "noughties", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties", "week",
    "weekend",
    // Parts of a day and times.
    "morning", "afternoon", "evening", "night", "mornings", "afternoons", "evenings", "nights", "daytime", "nighttime",
    "tonite", "lunchtime", "breakfast", "lunch", "dinner", "dinnertime", "noon", "midday", "midnight",
    // What is told from another date.
    "this", "current", "last", "previous", "next", "coming", "upcoming", "following", "past", "latest", "latter", "preceding",
    "succeeding", "early", "earlier", "late", "later", "mid", "beginning", "start", "end", "rest", "remainder", "middle",
    "eoy", "eom", "eod", "final", "today", "tonight", "yesterday", "tomorrow", "now", "currently", "nowadays", "presently",
    "recently", "recent", "former", "future", "these", "present", "right",
    // Lengths and what repeats.
    "several", "many", "few", "another", "couple", "all", "full", "whole", "entire", "any", "hours", "hrs", "days", "weeks",
    "months", "quarters", "years", "yrs", "decades", "centuries", "minutes", "every", "each", "everyday", "weekends",
    "annually", "yearly", "monthly", "weekly", "daily", "quarterly", "semiannually", "semiannual", "biweekly", "fortnightly",
    "bimonthly", "semi", "bi", "annual", "once", "twice", "per",
    // Holidays.
    "armistice", "ascension", "ash", "bastille", "black", "boxing", "christmas", "columbus", "cyber", "earth", "easter",
    "father", "fathers", "good", "groundhog", "halloween", "independence", "international", "juneteenth", "labor", "labour",
    "mardi", "martin", "memorial", "mlk", "mother", "mothers", "new", "palm", "pentecost", "st", "thanksgiving", "valentine",
    "veterans", "whit", "xmas",
], ())]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_a_value_is_not_passed_over() {
        for text in
            ["the ’90s", "in 2024", ".08", "as many as 20", "MUSD 5", "usd 5", "no more than 3", "at least 4"]
        {
            assert!(may_open(&Tokens::new(text, 0), 0), "{text}");
        }
        for text in ["the minister", "in Geneva", ", two", "at home", "as he said", "said"] {
            assert!(!may_open(&Tokens::new(text, 0), 0), "{text}");
        }
    }
}
