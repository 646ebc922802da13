//! Names that hold a day or how often something comes: “the Daily Echo”, “Sheffield Wednesday”, “Monday Night Football”.

use crate::tokens::Tokens;

/// Whether “Daily”, “Weekly” or “Monthly” at token `i` is part of a name.
pub(super) fn repeats(tokens: &Tokens<'_>, i: usize) -> bool {
    tokens.capital(i) && (tokens.capital(i + 1) || i > 0 && tokens.capital(i - 1))
}

/// Whether the weekday at token `i` is part of a name.
pub(super) fn of_weekday(tokens: &Tokens<'_>, i: usize) -> bool {
    if !tokens.capital(i) {
        return false;
    }
    let before = i.checked_sub(1).map_or("", |b| tokens.word(b));
    // “the Mail on Sunday”
    if before == "on" {
        return i > 1 && tokens.capital(i - 2) && matches!(tokens.word(i - 2), "mail" | "independent");
    }
    if i > 0 && tokens.capital(i - 1) {
        let day = tokens.word(i);
        let known = match before {
            "sheffield" => day == "wednesday",
            "freaky" | "man" | "girl" | "black" | "casual" => day.starts_with("friday"),
            "bloody" => matches!(day, "sunday" | "friday"),
            "super" => matches!(day, "tuesday" | "sunday" | "saturday" | "thursday"),
            "happy" | "manic" | "blue" => day.starts_with("monday"),
            // What is no holiday of that name is the agreement.
            "good" => day == "friday",
            "giving" | "fat" | "ruby" => day == "tuesday",
            _ => false,
        };
        if known {
            return true;
        }
    }
    if !tokens.capital(i + 1) {
        return false;
    }
    match tokens.word(i + 1) {
        "night" => matches!(
            tokens.word(i + 2),
            "football"
                | "live"
                | "lights"
                | "fever"
                | "baseball"
                | "takeaway"
                | "dinner"
                | "raw"
                | "smackdown"
        ),
        "murder" => tokens.word(i + 2) == "club",
        "times" | "mirror" | "post" | "herald" | "express" | "telegraph" | "mail" | "echo" | "star"
        | "sun" | "record" | "observer" | "gazette" | "chronicle" | "journal" | "tribune" | "independent"
        | "magazine" | "review" | "brunch" | "kitchen" | "league" | "club" | "school" | "life" => true,
        _ => false,
    }
}
