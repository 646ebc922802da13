//! Per cent, money, quantities with units, and bare numbers.

use assay_model::value::ValueType;

use super::Draft;
use super::numbers::{self, Decimal, Number};
use crate::tokens::{Kind, Tokens};
use crate::verbs::is_finite;

/// The amount that begins at token `i`; `first` is the sentence's first token.
pub(super) fn at(tokens: &Tokens<'_>, i: usize, first: usize, english: bool) -> Option<Draft> {
    if english {
        if let Some(range) = between(tokens, i, first) {
            return Some(range);
        }
        if tokens.follows(i, &["half", "a", "percent"]) || tokens.follows(i, &["half", "a", "per", "cent"]) {
            let to = if tokens.word(i + 2) == "per" { i + 4 } else { i + 3 };
            return Some(Draft::new(i, to, ValueType::Percent, "0.5"));
        }
    }
    let low = single(tokens, i, first, english)?;
    // “15-20%”, “25,000 to 30,000”, “$16 million to $28 million”
    let dash = matches!(tokens.word(low.to), "-" | "–");
    if dash || english && tokens.word(low.to) == "to" && low.kind != ValueType::Percent {
        let sign = low.kind == ValueType::Money || tokens.is(low.to + 1, Kind::Number) || !dash;
        if let Some(high) = single(tokens, low.to + 1, first, english).filter(|_| sign)
            && (high.kind == low.kind || low.kind == ValueType::Number)
            && range_order(&low, &high)
        {
            return Some(join(low, high));
        }
    }
    (low.kind != ValueType::Number || stands_alone(tokens, &low, first)).then_some(low)
}

/// “between 12 and 20 people”
fn between(tokens: &Tokens<'_>, i: usize, first: usize) -> Option<Draft> {
    if tokens.word(i) != "between" {
        return None;
    }
    let low = single(tokens, i + 1, first, true)?;
    let high = single(tokens, low.to + 1, first, true).filter(|_| tokens.word(low.to) == "and")?;
    let mut draft = join(low, high);
    draft.from = i;
    Some(draft)
}

/// A range rises; where a scale stands at the second number only (“16 to 28 million”) it is left unjoined if not.
fn range_order(low: &Draft, high: &Draft) -> bool {
    let number = |d: &Draft| d.value.parse::<f64>().unwrap_or(f64::MAX);
    number(low) <= number(high)
}

fn join(low: Draft, high: Draft) -> Draft {
    Draft {
        from: low.from,
        to: high.to,
        kind: high.kind,
        value: format!("{}..{}", low.value, high.value),
        unit: high.unit.or(low.unit),
        modifier: None,
    }
}

/// Whether a bare number says how many: not a page, a model, a version or a rank.
fn stands_alone(tokens: &Tokens<'_>, n: &Draft, first: usize) -> bool {
    let lone_one = tokens.word(n.from) == "one" && n.to == n.from + 1;
    let Some(before) = n.from.checked_sub(1).filter(|b| *b >= first) else {
        return !lone_one && !matches!(tokens.word(n.to), "." | ")");
    };
    let word = tokens.word(before);
    if !tokens.spaced(n.from) && !matches!(word, "(" | "\"" | "“" | "``" | "—" | "–") {
        return false;
    }
    if matches!(word, "no" | "number" | "chapter" | "article" | "page" | "section" | "version" | "grade") {
        return false;
    }
    if word == "." && before > first && tokens.word(before - 1) == "no" {
        return false;
    }
    // “one” is mostly a pronoun, and “the two met” names people.
    let people = word == "the" && !tokens.is(n.from, Kind::Number) && is_finite(tokens, n.to);
    if lone_one || people {
        return false;
    }
    // “Boeing 737”, “iPhone 4”: a short number after a name belongs to the name.
    let short = n.value.len() <= 4 && !tokens.raw(n.from).contains([',', '.']);
    let name = tokens.capital(before) && before > first;
    let joined = !tokens.spaced(n.to) && (tokens.is(n.to, Kind::Word) || tokens.word(n.to) == "-");
    !(tokens.is(n.from, Kind::Number) && (short && name || joined))
}

fn single(tokens: &Tokens<'_>, i: usize, first: usize, english: bool) -> Option<Draft> {
    if let Some((currency, at)) = sign(tokens, i) {
        let n = numbers::at(tokens, at)?;
        let mut draft = Draft::new(i, n.to, ValueType::Money, n.value.to_string());
        let mut unit = currency;
        // “$9.99 US dollars”, “$99 (USD”
        if let Some((named, to)) = currency_word(tokens, n.to) {
            draft.to = to;
            unit = named;
        }
        draft.unit = Some(unit.to_owned());
        return Some(draft);
    }
    let sign = matches!(tokens.word(i), "-" | "−") && tokens.spaced(i) && !tokens.spaced(i + 1);
    let minus = sign && tokens.is(i + 1, Kind::Number) || english && tokens.word(i) == "minus";
    let start = i + usize::from(minus);
    let mut n = number_at(tokens, start, english)?;
    if start > i {
        n.value = n.value.negative();
    }
    // A number stuck to the word before it is part of a name.
    if start == i && i > first && !tokens.spaced(i) && tokens.is(i - 1, Kind::Word) {
        return None;
    }
    let value = n.value.to_string();
    if let Some(to) = percent(tokens, n.to) {
        return Some(Draft::new(i, to, ValueType::Percent, value));
    }
    if let Some((code, to)) = currency_word(tokens, n.to) {
        let (value, code) =
            if code == "USD/100" { (n.value.per(2).to_string(), "USD") } else { (value, code) };
        let mut draft = Draft::new(i, to, ValueType::Money, value);
        draft.unit = Some(code.to_owned());
        return Some(draft);
    }
    if english && let Some((code, to)) = unit(tokens, n.to) {
        let mut draft = Draft::new(i, to, ValueType::Quantity, value);
        draft.unit = Some(code.to_owned());
        return Some(draft);
    }
    Some(Draft::new(i, n.to, ValueType::Number, value))
}

fn number_at(tokens: &Tokens<'_>, i: usize, english: bool) -> Option<Number> {
    if english {
        return numbers::at(tokens, i);
    }
    // Other languages set the point and the comma otherwise; only what cannot be misread is read.
    let raw = tokens.raw(i);
    let plain = tokens.is(i, Kind::Number) && raw.len() <= 18 && raw.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| Decimal::parse(raw)).flatten().map(|value| Number { value, to: i + 1, digits: true })
}

fn percent(tokens: &Tokens<'_>, i: usize) -> Option<usize> {
    let at = i + usize::from(tokens.word(i) == "-");
    match tokens.word(at) {
        "%" if at == i => Some(i + 1),
        "percent" | "percentage" | "pc"
            if tokens.word(at + 1) != "points" && tokens.word(at + 1) != "point" =>
        {
            Some(at + 1)
        }
        "per" if tokens.word(at + 1) == "cent" => Some(at + 2),
        _ => None,
    }
}

/// A currency before its number: `$`, `US$`, `EUR`; its code and the number's place.
fn sign(tokens: &Tokens<'_>, i: usize) -> Option<(&'static str, usize)> {
    let symbol = |at: usize| match tokens.word(at) {
        "$" => Some("USD"),
        "£" => Some("GBP"),
        "€" => Some("EUR"),
        "¥" => Some("JPY"),
        "₹" => Some("INR"),
        "₽" => Some("RUB"),
        "₩" => Some("KRW"),
        "₴" => Some("UAH"),
        "₪" => Some("ILS"),
        "₺" => Some("TRY"),
        _ => None,
    };
    if let Some(code) = symbol(i) {
        return Some((code, i + 1));
    }
    let code = match tokens.raw(i) {
        "US" | "USD" | "U.S." => "USD",
        "A" | "AU" | "AUD" => "AUD",
        "C" | "CA" | "CAD" | "CDN" => "CAD",
        "NZ" | "NZD" => "NZD",
        "HK" | "HKD" => "HKD",
        "S" | "SGD" => "SGD",
        "EUR" => "EUR",
        "GBP" => "GBP",
        "JPY" => "JPY",
        "CHF" => "CHF",
        "CNY" | "RMB" => "CNY",
        "INR" | "Rs" => "INR",
        "RUB" => "RUB",
        "R" => "BRL",
        _ => return None,
    };
    if tokens.word(i + 1) == "$" && !tokens.spaced(i + 1) {
        return Some((code, i + 2));
    }
    (tokens.raw(i).len() > 1 && tokens.raw(i) != "US" && tokens.is(i + 1, Kind::Number))
        .then_some((code, i + 1))
}

/// A currency after its number: “US dollars”, “euros”, “cents”; its code and the end.
fn currency_word(tokens: &Tokens<'_>, i: usize) -> Option<(&'static str, usize)> {
    let noun = |at: usize| match tokens.word(at) {
        "dollar" | "dollars" => Some("USD"),
        "euro" | "euros" => Some("EUR"),
        "pound" | "pounds" if tokens.word(at + 1) == "sterling" => Some("GBP"),
        "yen" => Some("JPY"),
        "yuan" | "renminbi" => Some("CNY"),
        "rupee" | "rupees" => Some("INR"),
        "rouble" | "roubles" | "ruble" | "rubles" => Some("RUB"),
        "franc" | "francs" => Some("CHF"),
        "hryvnia" | "hryvnias" => Some("UAH"),
        "won" if tokens.word(at - 1).len() > 3 => Some("KRW"),
        "peso" | "pesos" => Some("MXN"),
        "zloty" | "zlotys" => Some("PLN"),
        "shekel" | "shekels" => Some("ILS"),
        "lira" | "liras" => Some("TRY"),
        "rand" => Some("ZAR"),
        "krona" | "kronor" => Some("SEK"),
        "krone" | "kroner" => Some("NOK"),
        "riyal" | "riyals" => Some("SAR"),
        "dirham" | "dirhams" => Some("AED"),
        "cent" | "cents" => Some("USD/100"),
        _ => None,
    };
    if i == 0 {
        return None;
    }
    let joined = i + usize::from(tokens.word(i) == "-");
    if let Some(code) = noun(joined) {
        return Some((code, joined + 1 + usize::from(tokens.word(joined + 1) == "sterling")));
    }
    if matches!(tokens.word(i), "€" | "£" | "$") && !tokens.is(i + 1, Kind::Number) {
        let code = if tokens.word(i) == "€" {
            "EUR"
        } else if tokens.word(i) == "£" {
            "GBP"
        } else {
            "USD"
        };
        return Some((code, i + 1));
    }
    if matches!(tokens.raw(i), "USD" | "EUR" | "GBP" | "JPY" | "CHF") {
        let code = ["USD", "EUR", "GBP", "JPY", "CHF"].into_iter().find(|c| *c == tokens.raw(i))?;
        return Some((code, i + 1));
    }
    let nation = match tokens.word(i) {
        "us" | "u.s." | "american" => "USD",
        "canadian" => "CAD",
        "australian" => "AUD",
        "british" => "GBP",
        "hong" if tokens.word(i + 1) == "kong" => return noun(i + 2).map(|_| ("HKD", i + 3)),
        "indian" => "INR",
        "japanese" => "JPY",
        "russian" => "RUB",
        "chinese" => "CNY",
        "swiss" => "CHF",
        "swedish" => "SEK",
        "norwegian" => "NOK",
        "danish" => "DKK",
        "mexican" => "MXN",
        _ => return None,
    };
    noun(i + 1)
        .or_else(|| matches!(tokens.word(i + 1), "pound" | "pounds").then_some("GBP"))
        .map(|_| (nation, i + 2))
}

/// A unit after its number, as its UCUM code, and the end.
fn unit(tokens: &Tokens<'_>, i: usize) -> Option<(&'static str, usize)> {
    let hyphen = tokens.word(i) == "-" && !tokens.spaced(i);
    let at = i + usize::from(hyphen);
    let word = tokens.word(at);
    let next = tokens.word(at + 1);
    let two = match (word, next) {
        ("square", "kilometres" | "kilometers" | "kilometre" | "kilometer" | "km") => Some("km2"),
        ("square", "metres" | "meters" | "metre" | "meter") => Some("m2"),
        ("square", "miles" | "mile") => Some("[mi_us]2"),
        ("square", "feet" | "foot") => Some("[ft_i]2"),
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
    if word == "year" && next == "-" && tokens.word(at + 2) == "old" {
        return Some(("a", at + 3));
    }
    let code = long_unit(word).or_else(|| {
        // Short forms are told by their case and stand close to digits.
        tokens.is(i.checked_sub(1)?, Kind::Number).then(|| short_unit(tokens.raw(at))).flatten()
    })?;
    if tokens.follows(at + 1, &["per", "hour"]) || tokens.follows(at + 1, &["an", "hour"]) {
        let speed = match code {
            "[mi_i]" => Some("[mi_i]/h"),
            "km" => Some("km/h"),
            _ => None,
        };
        if let Some(speed) = speed {
            return Some((speed, at + 3));
        }
    }
    Some((code, at + 1))
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
        "kilogram" | "kilograms" | "kilo" | "kilos" => "kg",
        "milligram" | "milligrams" => "mg",
        "tonne" | "tonnes" => "t",
        "ton" | "tons" => "[ston_av]",
        "pound" | "pounds" | "lbs" => "[lb_av]",
        "ounce" | "ounces" => "[oz_av]",
        "litre" | "litres" | "liter" | "liters" => "L",
        "millilitre" | "millilitres" | "milliliter" | "milliliters" => "mL",
        "gallon" | "gallons" => "[gal_us]",
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
        "mph" => "[mi_i]/h",
        "kph" => "km/h",
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
        "mm" => "mm",
        "mi" => "[mi_i]",
        "ft" => "[ft_i]",
        "kg" => "kg",
        "g" => "g",
        "mg" => "mg",
        "lb" => "[lb_av]",
        "oz" => "[oz_av]",
        "ml" | "mL" => "mL",
        "l" | "L" => "L",
        "ha" => "har",
        "W" => "W",
        "kW" => "kW",
        "kWh" => "kW.h",
        "MW" => "MW",
        "GW" => "GW",
        "Hz" => "Hz",
        "MHz" => "MHz",
        "GHz" => "GHz",
        "KB" | "kB" => "kBy",
        "MB" => "MBy",
        "GB" => "GBy",
        "TB" => "TBy",
        "''" => "[in_i]",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let tokens = Tokens::new(text, 0);
        at(&tokens, 0, 0, true).map_or_else(String::new, |d| {
            format!("{} {:?} {} {}", tokens.slice(d.from, d.to), d.kind, d.value, d.unit.unwrap_or_default())
        })
    }

    #[test]
    fn amounts_are_read_with_their_units() {
        for (text, expected) in [
            ("$40 billion contract", "$40 billion Money 40000000000 USD"),
            ("US$997 million", "US$997 million Money 997000000 USD"),
            ("26 cents", "26 cents Money 0.26 USD"),
            ("five million euros", "five million euros Money 5000000 EUR"),
            ("15-20%", "15-20% Percent 15..20 "),
            ("fourteen per cent", "fourteen per cent Percent 14 "),
            (
                "between $12 million and $20 million",
                "between $12 million and $20 million Money 12000000..20000000 USD",
            ),
            ("25,000 to 30,000 jobs", "25,000 to 30,000 Number 25000..30000 "),
            ("twenty tonnes", "twenty tonnes Quantity 20 t"),
            ("2 GHz", "2 GHz Quantity 2 GHz"),
            ("60 miles per hour", "60 miles per hour Quantity 60 [mi_i]/h"),
            ("454 points", "454 points Quantity 454 {point}"),
        ] {
            assert_eq!(read(text), expected);
        }
    }
}
