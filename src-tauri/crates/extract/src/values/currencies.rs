//! Currencies beside a number: their signs, codes and names, as ISO 4217 codes.

use crate::lexicon::Lexicon;
use crate::tokens::{Kind, Tokens};

/// A currency, and whether the number counts its hundredth part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Currency {
    pub(super) code: &'static str,
    pub(super) hundredth: bool,
}

const fn whole(code: &'static str) -> Currency {
    Currency { code, hundredth: false }
}

/// Codes that are no English word, so that small letters do too.
#[rustfmt::skip]
static CODES: Lexicon<&str> = Lexicon::of(&[
    (&["usd"], "USD"), (&["eur"], "EUR"), (&["gbp"], "GBP"), (&["jpy"], "JPY"), (&["chf"], "CHF"), (&["cny"], "CNY"), (&["rmb"], "CNY"),
    (&["inr"], "INR"), (&["aud"], "AUD"), (&["cad"], "CAD"), (&["nzd"], "NZD"), (&["hkd"], "HKD"), (&["sgd"], "SGD"), (&["mxn"], "MXN"),
    (&["brl"], "BRL"), (&["krw"], "KRW"), (&["sek"], "SEK"), (&["nok"], "NOK"), (&["dkk"], "DKK"), (&["pln"], "PLN"), (&["czk"], "CZK"),
    (&["huf"], "HUF"), (&["rub"], "RUB"), (&["uah"], "UAH"), (&["zar"], "ZAR"), (&["ils"], "ILS"), (&["thb"], "THB"), (&["idr"], "IDR"),
    (&["php"], "PHP"), (&["vnd"], "VND"), (&["aed"], "AED"), (&["sar"], "SAR"), (&["twd"], "TWD"), (&["btc"], "XBT"),
]);

/// The code that a word is, whatever its letters.
pub(super) fn code(word: &str) -> Option<&'static str> {
    let mut lower: [u8; 3] = word.as_bytes().try_into().ok()?;
    lower.make_ascii_lowercase();
    CODES.get(std::str::from_utf8(&lower).ok()?)
}

fn symbol(raw: &str) -> Option<&'static str> {
    Some(match raw {
        "$" => "USD",
        "£" => "GBP",
        "€" => "EUR",
        "¥" => "JPY",
        "元" => "CNY",
        "₹" => "INR",
        "₽" => "RUB",
        "₩" => "KRW",
        "₴" => "UAH",
        "₪" => "ILS",
        "₺" => "TRY",
        "₡" => "CRC",
        "₾" => "GEL",
        "₭" => "LAK",
        "₦" => "NGN",
        "₫" => "VND",
        "₱" => "PHP",
        "฿" => "THB",
        "₸" => "KZT",
        "₼" => "AZN",
        "₿" => "XBT",
        "ரூ" => "LKR",
        _ => return None,
    })
}

/// A currency before its number: `$`, `US$`, `EUR`, `MUSD`; the number's place, and by how much the sign multiplies it.
pub(super) fn before(tokens: &Tokens<'_>, i: usize) -> Option<(Currency, usize, i128)> {
    if let Some(code) = symbol(tokens.raw(i)) {
        return Some((whole(code), i + 1, 1));
    }
    // “U.S $” of texts that lose a point.
    if tokens.follows(i, &["u", ".", "s", "$"]) {
        return Some((whole("USD"), i + 4, 1));
    }
    // “US$5”; in texts cut into words “us $ 5”, where “us” is not the pronoun.
    let dollar = tokens.word(i + 1) == "$";
    let close = !tokens.spaced(i + 1);
    let country = match tokens.word(i) {
        "us" | "u.s" | "u.s." | "usd" => Some("USD"),
        "a" if close => Some("AUD"),
        "au" | "aus" => Some("AUD"),
        "c" | "ca" | "cdn" => Some("CAD"),
        "nz" => Some("NZD"),
        "hk" => Some("HKD"),
        "s" if close && tokens.raw(i) == "S" => Some("SGD"),
        "r" if close && tokens.raw(i) == "R" => Some("BRL"),
        "mex" | "mx" => Some("MXN"),
        "nt" => Some("TWD"),
        word => code(word),
    };
    if let Some(code) = country.filter(|_| dollar && (close || tokens.spaced(i + 2))) {
        return Some((whole(code), i + 2, 1));
    }
    if !tokens.is(i + 1, Kind::Number) {
        return None;
    }
    match tokens.raw(i) {
        "Rs" => Some((whole("INR"), i + 1, 1)),
        raw => code(raw)
            .map(|c| (whole(c), i + 1, 1))
            .or_else(|| million_code(raw).map(|c| (whole(c), i + 1, 1_000_000))),
    }
}

/// `MUSD`, `MEUR`: millions.
fn million_code(raw: &str) -> Option<&'static str> {
    let rest = raw.strip_prefix('M').filter(|r| r.len() == 3)?;
    code(rest).filter(|_| rest.bytes().all(|b| b.is_ascii_uppercase()))
}

/// Whether pounds at `at` weigh something: “weighs 10 pounds”, “10 pounds of flour”, “lost 10 pounds in weight”.
fn is_weighed(tokens: &Tokens<'_>, at: usize) -> bool {
    let weighing = |i: usize| {
        let word = tokens.word(i);
        word.starts_with("weigh")
            || matches!(
                word,
                "heavy"
                    | "heavier"
                    | "lighter"
                    | "overweight"
                    | "lift"
                    | "lifted"
                    | "lifts"
                    | "lifting"
                    | "carries"
                    | "carry"
                    | "payload"
                    | "cargo"
                    | "load"
                    | "thrust"
                    | "lb"
                    | "lbs"
                    | "ounces"
                    | "ounce"
                    | "kg"
                    | "kilograms"
                    | "kilogram"
                    | "tons"
                    | "tonnes"
                    | "grams"
                    | "baby"
                    | "fat"
                    | "pressure"
                    | "meat"
                    | "beef"
                    | "fish"
                    | "flour"
                    | "sugar"
                    | "cocaine"
                    | "explosives"
                    | "explosive"
                    | "bomb"
                    | "gained"
                    | "diet"
                    | "drop"
                    | "dropped"
                    | "shed"
                    | "slimmed"
                    | "ton"
                    | "tonne"
                    | "waste"
                    | "garbage"
            )
    };
    // “a 40-pound dog” and “10 pounds of” weigh; so do the words near them.
    tokens.word(at) == "pound" && tokens.word(at - at.min(1)) == "-"
        || tokens.word(at + 1) == "of"
            && !matches!(tokens.word(at + 2), "his" | "her" | "their" | "our" | "its" | "public")
        || (at.saturating_sub(10)..at + 8).any(weighing)
}

/// What the name of a currency alone stands for; `scaled` if millions of it are counted, which weighs no pounds.
fn name(tokens: &Tokens<'_>, at: usize, scaled: bool) -> Option<Currency> {
    let hundredth = |code| Currency { code, hundredth: true };
    Some(match tokens.word(at) {
        "dollar" | "dollars" | "bucks" => whole("USD"),
        "euro" | "euros" => whole("EUR"),
        "pound" | "pounds" if scaled || tokens.word(at + 1) == "sterling" || !is_weighed(tokens, at) => {
            whole("GBP")
        }
        "quid" => whole("GBP"),
        "pence" | "penny" => hundredth("GBP"),
        "yen" => whole("JPY"),
        "yuan" | "renminbi" | "kuai" => whole("CNY"),
        "rupee" | "rupees" => whole("INR"),
        "rouble" | "roubles" | "ruble" | "rubles" => whole("RUB"),
        "franc" | "francs" => whole("CHF"),
        "hryvnia" | "hryvnias" => whole("UAH"),
        "won" if at > 0 && tokens.word(at - 1).len() > 3 => whole("KRW"),
        "peso" | "pesos" => whole("MXN"),
        "zloty" | "zlotys" => whole("PLN"),
        "forint" | "forints" => whole("HUF"),
        "shekel" | "shekels" => whole("ILS"),
        "lira" | "liras" | "lire" => whole("TRY"),
        "rand" => whole("ZAR"),
        "naira" => whole("NGN"),
        "baht" => whole("THB"),
        "ringgit" => whole("MYR"),
        "krona" | "kronor" => whole("SEK"),
        "krone" | "kroner" => whole("NOK"),
        "riyal" | "riyals" => whole("SAR"),
        "dirham" | "dirhams" => whole("AED"),
        "markka" | "markkas" => whole("FIM"),
        "peseta" | "pesetas" => whole("ESP"),
        "guilder" | "guilders" => whole("NLG"),
        "deutschmark" | "deutschmarks" => whole("DEM"),
        "bitcoin" | "bitcoins" => whole("XBT"),
        "cent" | "cents" => hundredth("USD"),
        _ => return None,
    })
}

/// A currency after its number: “US dollars”, “euros”, “cents”, `€`, `MUSD`; the end, and by how much it multiplies.
pub(super) fn after(tokens: &Tokens<'_>, i: usize) -> Option<(Currency, usize, i128)> {
    let last = i.checked_sub(1)?;
    let scaled = super::numbers::scale(tokens.word(last)).is_some_and(|by| by >= 1_000_000);
    let joined = i + usize::from(tokens.word(i) == "-");
    if let Some(currency) = name(tokens, joined, scaled) {
        return Some((currency, joined + 1 + usize::from(tokens.word(joined + 1) == "sterling"), 1));
    }
    if let Some(code) =
        symbol(tokens.raw(i)).filter(|_| !tokens.is(i + 1, Kind::Number) || tokens.spaced(i + 1))
    {
        return Some((whole(code), i + 1, 1));
    }
    if let Some(code) = code(tokens.word(i)) {
        // “75 USD million”
        let by = super::numbers::scale(tokens.word(i + 1)).filter(|_| !scaled);
        return Some((whole(code), i + 1 + usize::from(by.is_some()), by.unwrap_or(1)));
    }
    if let Some(code) = million_code(tokens.raw(i)) {
        return Some((whole(code), i + 1, 1_000_000));
    }
    let (nation, at) = match tokens.word(i) {
        "us" | "u.s." | "american" => ("USD", i + 1),
        "united" if tokens.word(i + 1) == "states" => ("USD", i + 2),
        "canadian" => ("CAD", i + 1),
        "australian" => ("AUD", i + 1),
        "new" if tokens.word(i + 1) == "zealand" => ("NZD", i + 2),
        "hong" if tokens.word(i + 1) == "kong" => ("HKD", i + 2),
        "singapore" => ("SGD", i + 1),
        "british" => ("GBP", i + 1),
        "egyptian" => ("EGP", i + 1),
        "indian" => ("INR", i + 1),
        "pakistani" => ("PKR", i + 1),
        "sri" if tokens.word(i + 1) == "lankan" => ("LKR", i + 2),
        "japanese" => ("JPY", i + 1),
        "russian" => ("RUB", i + 1),
        "chinese" => ("CNY", i + 1),
        "swiss" => ("CHF", i + 1),
        "french" => ("FRF", i + 1),
        "belgian" => ("BEF", i + 1),
        "swedish" => ("SEK", i + 1),
        "norwegian" => ("NOK", i + 1),
        "danish" => ("DKK", i + 1),
        "mexican" => ("MXN", i + 1),
        "argentine" => ("ARS", i + 1),
        "philippine" => ("PHP", i + 1),
        "turkish" => ("TRY", i + 1),
        "italian" => ("ITL", i + 1),
        "finnish" => ("FIM", i + 1),
        "dutch" => ("NLG", i + 1),
        "spanish" => ("ESP", i + 1),
        "south" if tokens.word(i + 1) == "korean" => ("KRW", i + 2),
        _ => return None,
    };
    let currency = name(tokens, at, true)?;
    Some((Currency { code: nation, ..currency }, at + 1, 1))
}
