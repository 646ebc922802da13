//! Units after a number, as UCUM codes.

use std::borrow::Cow;

use crate::tokens::{Kind, Tokens};

/// A unit after its number, as its UCUM code, perhaps of so many a day (`[bbl_us]/d`); and the end.
pub(super) fn unit(tokens: &Tokens<'_>, i: usize) -> Option<(Cow<'static, str>, usize)> {
    let (code, to) = measure(tokens, i)?;
    let rated = (!code.contains('/') && !matches!(code, "a" | "mo" | "wk" | "d") && !code.contains("point"))
        .then(|| rate(tokens, to))
        .flatten();
    Some(match rated {
        Some((time, end)) => (Cow::Owned(format!("{code}/{time}")), end),
        None => (Cow::Borrowed(code), to),
    })
}

/// “a day”, “per year”, where a length or a date is not counted from it: “10 miles a week before the race”.
fn rate(tokens: &Tokens<'_>, i: usize) -> Option<(&'static str, usize)> {
    if !matches!(tokens.word(i), "a" | "per" | "each" | "every") {
        return None;
    }
    let time = match tokens.word(i + 1) {
        "day" => "d",
        "week" => "wk",
        "month" => "mo",
        "year" => "a",
        _ => return None,
    };
    let counts =
        matches!(tokens.word(i + 2), "before" | "after" | "ago" | "later" | "earlier" | "from" | "-");
    (!counts).then_some((time, i + 2))
}

/// A unit after its number, and the end.
fn measure(tokens: &Tokens<'_>, i: usize) -> Option<(&'static str, usize)> {
    if let Some(found) = in_brackets(tokens, i).or_else(|| inch_mark(tokens, i)) {
        return Some(found);
    }
    if let Some(found) = by_feet(tokens, i).or_else(|| stone(tokens, i)) {
        return Some(found);
    }
    let hyphen = tokens.word(i) == "-" && !tokens.spaced(i);
    let at = i + usize::from(hyphen);
    let word = tokens.word(at);
    let next = tokens.word(at + 1);
    let two = match (word, next) {
        ("square", "kilometres" | "kilometers" | "kilometre" | "kilometer" | "km") => Some("km2"),
        ("square", "metres" | "meters" | "metre" | "meter") => Some("m2"),
        ("square", "miles" | "mile") => Some("[mi_us]2"),
        ("square", "feet" | "foot") => Some("[ft_i]2"),
        ("square", "yards" | "yard") => Some("[yd_i]2"),
        ("square", "inches" | "inch") => Some("[in_i]2"),
        ("square", "centimetres" | "centimeters") => Some("cm2"),
        ("kilowatt", "hours" | "hour") => Some("kW.h"),
        ("megawatt", "hours" | "hour") => Some("MW.h"),
        ("gigawatt", "hours" | "hour") => Some("GW.h"),
        ("terawatt", "hours" | "hour") => Some("TW.h"),
        ("cubic", "metres" | "meters" | "metre" | "meter") => Some("m3"),
        ("cubic", "feet" | "foot") => Some("[ft_i]3"),
        ("degrees" | "degree" | "deg" | "°", "celsius" | "centigrade" | "c") => Some("Cel"),
        ("degrees" | "degree" | "deg" | "°", "fahrenheit" | "f") => Some("[degF]"),
        ("metric", "tons" | "ton" | "tonnes" | "tonne") => Some("t"),
        ("nautical", "miles" | "mile") => Some("[nmi_i]"),
        ("percentage", "points" | "point") => Some("{percentage point}"),
        ("basis", "points" | "point") => Some("{basis point}"),
        ("years", "old") => Some("a"),
        ("months", "old") => Some("mo"),
        ("light", "years") => Some("[ly]"),
        _ => None,
    };
    if let Some(code) = two {
        let per_hour = code == "[mi_i]" && tokens.word(at + 2) == "per";
        return Some((code, at + 2 + usize::from(per_hour)));
    }
    if next == "-" && matches!(tokens.word(at + 2), "old" | "olds") {
        match word {
            "year" => return Some(("a", at + 3)),
            "month" => return Some(("mo", at + 3)),
            "week" => return Some(("wk", at + 3)),
            "day" => return Some(("d", at + 3)),
            _ => {}
        }
    }
    let code = long_unit(word).or_else(|| {
        // Short forms are told by their case and stand close to digits; what is stuck to more is a name (`24703L202`).
        let number = tokens.is(i.checked_sub(1)?, Kind::Number);
        let alone = tokens.spaced(at + 1) || tokens.is(at + 1, Kind::Mark) && tokens.word(at + 1) != "-";
        // “Flat 3C”, “grade 2C”: a letter after a digit may be part of a name.
        let letter = matches!(tokens.raw(at), "C" | "F");
        let named = letter && (tokens.spaced(at) || i > 1 && tokens.capital(i - 2));
        // “1.5 million km”
        let scaled = tokens.raw(at).len() > 1
            && super::numbers::scale(tokens.word(i - 1)).is_some_and(|by| by >= 1000)
            && tokens.raw(at) != "mi";
        ((number || scaled) && !named && (alone || squared(tokens, at).is_some()))
            .then(|| short_unit(tokens.raw(at)))
            .flatten()
    })?;
    // “190 km2”, “5 m²”
    if let Some((power, to)) = squared(tokens, at) {
        let code = match (code, power) {
            ("km", 2) => "km2",
            ("m", 2) => "m2",
            ("cm", 2) => "cm2",
            ("mm", 2) => "mm2",
            ("m", 3) => "m3",
            ("cm", 3) => "cm3",
            _ => return None,
        };
        return Some((code, to));
    }
    if let Some((time, to)) = per(tokens, at + 1) {
        let speed = match (code, time) {
            ("[mi_i]", "h") => Some("[mi_i]/h"),
            ("km", "h") => Some("km/h"),
            ("km", "s") => Some("km/s"),
            ("m", "s") => Some("m/s"),
            ("m", "ms") => Some("m/ms"),
            ("cm", "ms") => Some("cm/ms"),
            ("km", "ms") => Some("km/ms"),
            _ => None,
        };
        if let Some(speed) = speed {
            return Some((speed, to));
        }
    }
    Some((code, at + 1))
}

/// “250 sq ft”, “3,000 sq. m”.
fn by_feet(tokens: &Tokens<'_>, i: usize) -> Option<(&'static str, usize)> {
    let hyphen = usize::from(tokens.word(i) == "-" && !tokens.spaced(i));
    if tokens.word(i + hyphen) != "sq" {
        return None;
    }
    let mut at = i + hyphen + 1;
    at += usize::from(tokens.word(at) == ".");
    at += usize::from(tokens.word(at) == "-" && !tokens.spaced(at));
    let code = match tokens.word(at) {
        "ft" | "feet" | "foot" => "[ft_i]2",
        "m" | "metres" | "meters" | "metre" | "meter" => "m2",
        "km" | "kilometres" | "kilometers" => "km2",
        "mi" | "miles" | "mile" => "[mi_us]2",
        "yd" | "yds" | "yards" | "yard" => "[yd_i]2",
        "in" | "inches" => "[in_i]2",
        _ => return None,
    };
    Some((code, at + 1))
}

/// “14 stone”, “9st”: a weight, where no thing of stone follows, and the number is no rank.
fn stone(tokens: &Tokens<'_>, i: usize) -> Option<(&'static str, usize)> {
    let hyphen = usize::from(tokens.word(i) == "-" && !tokens.spaced(i));
    let at = i + hyphen;
    match tokens.word(at) {
        "stone" => {
            let next = tokens.word(at + 1);
            let thing = tokens.is(at + 1, Kind::Word)
                && !crate::verbs::is_function(next)
                && !crate::verbs::is_preposition(next)
                && !crate::verbs::is_finite(tokens, at + 1)
                && !matches!(
                    next,
                    "and" | "or" | "but" | "man" | "woman" | "heavier" | "lighter" | "overweight"
                );
            (!thing).then_some(("[stone_av]", at + 1))
        }
        "st" if hyphen == 0 && !tokens.spaced(at) => {
            let number = tokens.raw(i.checked_sub(1)?);
            let rank = number.ends_with('1') && number != "11" || number.len() > 2;
            (!rank).then_some(("[stone_av]", at + 1))
        }
        _ => None,
    }
}

/// `20 (kg)`, as tables have it; a single letter in brackets is mostly something else.
fn in_brackets(tokens: &Tokens<'_>, i: usize) -> Option<(&'static str, usize)> {
    let closes = match tokens.word(i) {
        "(" => ")",
        "[" => "]",
        "{" => "}",
        "<" => ">",
        _ => return None,
    };
    let code = short_unit(tokens.raw(i + 1)).filter(|_| tokens.raw(i + 1).len() > 1)?;
    (tokens.word(i + 2) == closes).then_some((code, i + 3))
}

/// `10 " long`
fn inch_mark(tokens: &Tokens<'_>, i: usize) -> Option<(&'static str, usize)> {
    let sized = matches!(tokens.word(i + 1), "long" | "wide" | "tall" | "high" | "thick" | "deep");
    (tokens.word(i) == "\"" && sized).then_some(("[in_i]", i + 1))
}

/// “per hour”, “an hour”, `/h`: the time, and the end.
fn per(tokens: &Tokens<'_>, at: usize) -> Option<(&'static str, usize)> {
    matches!(tokens.word(at), "per" | "an" | "a" | "/").then_some(())?;
    match tokens.word(at + 1) {
        "hour" | "h" | "hr" => Some(("h", at + 2)),
        "second" | "s" | "sec" => Some(("s", at + 2)),
        "millisecond" | "ms" => Some(("ms", at + 2)),
        _ => None,
    }
}

/// The power on a unit: `2` stuck to it, or `²`; and the end.
fn squared(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    let power = match tokens.raw(at + 1) {
        "2" | "²" => 2,
        "3" | "³" => 3,
        _ => return None,
    };
    let ends = tokens.spaced(at + 2) || tokens.is(at + 2, Kind::Mark);
    (!tokens.spaced(at + 1) && ends).then_some((power, at + 2))
}

fn long_unit(word: &str) -> Option<&'static str> {
    Some(match word {
        "kilometre" | "kilometres" | "kilometer" | "kilometers" => "km",
        "metre" | "metres" | "meter" | "meters" => "m",
        "centimetre" | "centimetres" | "centimeter" | "centimeters" => "cm",
        "millimetre" | "millimetres" | "millimeter" | "millimeters" => "mm",
        "mile" | "miles" => "[mi_i]",
        "yard" | "yards" => "[yd_i]",
        "foot" | "feet" => "[ft_i]",
        "inch" | "inches" => "[in_i]",
        "acre" | "acres" => "[acr_us]",
        "hectare" | "hectares" => "har",
        "gram" | "grams" | "gramme" | "grammes" => "g",
        "kilogram" | "kilograms" | "kilogramme" | "kilogrammes" | "kilo" | "kilos" => "kg",
        "microgram" | "micrograms" | "microgramme" | "microgrammes" => "ug",
        "milligram" | "milligrams" => "mg",
        "tonne" | "tonnes" => "t",
        "ton" | "tons" => "[ston_av]",
        "pound" | "pounds" | "lbs" => "[lb_av]",
        "ounce" | "ounces" => "[oz_av]",
        "litre" | "litres" | "liter" | "liters" => "L",
        "megalitre" | "megalitres" | "megaliters" => "ML",
        "millilitre" | "millilitres" | "milliliter" | "milliliters" => "mL",
        "gallon" | "gallons" => "[gal_us]",
        "teaspoon" | "teaspoons" => "[tsp_us]",
        "tablespoon" | "tablespoons" => "[tbs_us]",
        "bit" | "bits" => "bit",
        "kilobyte" | "kilobytes" => "kBy",
        "megabit" | "megabits" => "Mbit",
        "gigabit" | "gigabits" => "Gbit",
        "decimetre" | "decimetres" | "decimeter" | "decimeters" => "dm",
        "micrometre" | "micrometres" | "micrometer" | "micrometers" => "um",
        "nanometre" | "nanometres" | "nanometer" | "nanometers" => "nm",
        "radian" | "radians" => "rad",
        "barrel" | "barrels" => "[bbl_us]",
        "watt" | "watts" => "W",
        "kilowatt" | "kilowatts" => "kW",
        "megawatt" | "megawatts" => "MW",
        "gigawatt" | "gigawatts" => "GW",
        "volt" | "volts" => "V",
        "joule" | "joules" => "J",
        "calorie" | "calories" => "cal",
        "hertz" => "Hz",
        "megahertz" => "MHz",
        "gigahertz" => "GHz",
        "byte" | "bytes" => "By",
        "megabyte" | "megabytes" => "MBy",
        "gigabyte" | "gigabytes" => "GBy",
        "terabyte" | "terabytes" => "TBy",
        "knot" | "knots" => "[kn_i]",
        "celsius" => "Cel",
        "fahrenheit" => "[degF]",
        "kelvin" => "K",
        "bpd" => "[bbl_us]/d",
        "mpg" => "[mi_i]/[gal_us]",
        "kwh" => "kW.h",
        "mwh" => "MW.h",
        "gwh" => "GW.h",
        "twh" => "TW.h",
        "sqft" => "[ft_i]2",
        "mph" => "[mi_i]/h",
        "kph" | "kmph" | "kmh" => "km/h",
        "decibel" | "decibels" => "dB",
        "degree" | "degrees" => "deg",
        "point" | "points" => "{point}",
        _ => return None,
    })
}

fn short_unit(word: &str) -> Option<&'static str> {
    Some(match word {
        "km" => "km",
        "m" => "m",
        "cm" => "cm",
        "dm" => "dm",
        "nm" => "nm",
        "rad" => "rad",
        "t" => "t",
        "mm" => "mm",
        "mi" => "[mi_i]",
        "ft" => "[ft_i]",
        "kg" => "kg",
        "ug" | "µg" | "μg" | "mcg" => "ug",
        "Mb" => "Mbit",
        "Gb" => "Gbit",
        "g" => "g",
        "mg" => "mg",
        "lb" => "[lb_av]",
        "oz" => "[oz_av]",
        "ml" | "mL" => "mL",
        "l" | "L" => "L",
        "ha" => "har",
        "W" => "W",
        "kW" => "kW",
        "MW" => "MW",
        "GW" => "GW",
        "TW" => "TW",
        "Hz" => "Hz",
        "MHz" => "MHz",
        "GHz" => "GHz",
        "KB" | "kB" => "kBy",
        "MB" => "MBy",
        "GB" => "GBy",
        "TB" => "TBy",
        "C" => "Cel",
        "F" => "[degF]",
        "''" => "[in_i]",
        _ => return None,
    })
}
