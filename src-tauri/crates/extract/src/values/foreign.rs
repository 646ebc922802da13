//! Values in other languages than English: numbers with a decimal comma, their scales, per cent and money, and dates with the
//! names of months that the larger languages of Europe have.

use assay_model::value::ValueType;

use super::Draft;
use super::calendar::{Calendar, Point};
use super::currencies;
use super::decimal::Decimal;
use super::digits;
use crate::tokens::{Kind, Tokens};

/// The value that begins at token `i`.
pub(super) fn at(tokens: &Tokens<'_>, i: usize, first: usize, calendar: &mut Calendar) -> Option<Draft> {
    dated(tokens, i, calendar)
        .or_else(|| digits::in_digits(tokens, i, false, calendar))
        .or_else(|| amount(tokens, i, first))
}

/// The number of a month, by its name in lower case.
fn month(word: &str) -> Option<u32> {
    Some(match word {
        "januar" | "jänner" | "janvier" | "enero" | "gennaio" | "janeiro" | "januari" | "stycznia"
        | "января" | "jan" => 1,
        "februar" | "février" | "febrero" | "febbraio" | "fevereiro" | "februari" | "lutego" | "февраля" => {
            2
        }
        "märz" | "mars" | "marzo" | "março" | "maart" | "marts" | "marca" | "марта" => 3,
        "april" | "avril" | "abril" | "aprile" | "kwietnia" | "апреля" => 4,
        "mai" | "mayo" | "maggio" | "maio" | "mei" | "maj" | "maja" | "мая" => 5,
        "juni" | "juin" | "junio" | "giugno" | "junho" | "czerwca" | "июня" => 6,
        "juli" | "juillet" | "julio" | "luglio" | "julho" | "lipca" | "июля" => 7,
        "august" | "août" | "agosto" | "augustus" | "augusti" | "sierpnia" | "августа" => 8,
        "september" | "septembre" | "septiembre" | "settembre" | "setembro" | "września" | "сентября" => {
            9
        }
        "oktober" | "octobre" | "octubre" | "ottobre" | "outubro" | "października" | "октября" => 10,
        "november" | "novembre" | "noviembre" | "novembro" | "listopada" | "ноября" => 11,
        "dezember" | "décembre" | "diciembre" | "dicembre" | "dezembro" | "december" | "grudnia"
        | "декабря" => 12,
        _ => return None,
    })
}

/// “1. März 2024”, “1er mars 2024”, “2 de marzo de 2023”, “март 2023”, “2023年3月2日”.
fn dated(tokens: &Tokens<'_>, i: usize, calendar: &mut Calendar) -> Option<Draft> {
    let whole = |k: usize, longest: usize| -> Option<u32> {
        let raw = tokens.raw(k);
        (tokens.is(k, Kind::Number) && raw.len() <= longest).then(|| raw.parse().ok()).flatten()
    };
    if let Some(date) = east(tokens, i, whole, calendar) {
        return Some(date);
    }
    let of = |k: usize| k + usize::from(matches!(tokens.word(k), "de" | "del" | "di"));
    let year = |k: usize| {
        let at = of(k);
        whole(at, 4)
            .filter(|y| tokens.raw(at).len() == 4 && (1000..2200).contains(y))
            .map(|y| (y as i32, at + 1))
    };
    if let Some(m) = month(tokens.word(i)).filter(|_| tokens.word(i).len() > 3) {
        let (y, to) = year(i + 1)?;
        return Some(Draft::new(i, to, ValueType::Date, Point::month(y, m).value()));
    }
    let day = whole(i, 2).filter(|d| (1..=31).contains(d))?;
    let mark = matches!(tokens.word(i + 1), "." | "er" | "º" | "°" | "ª") && !tokens.spaced(i + 1);
    let name = of(i + 1 + usize::from(mark));
    let m = month(tokens.word(name))?;
    let (y, to) = match year(name + 1) {
        Some((y, to)) => (Some(y), to),
        None => (calendar.year_of(m, Some(day), false), name + 1),
    };
    Some(Draft::new(i, to, ValueType::Date, digits::at_day(y, m, day, calendar)?))
}

/// “2023年3月2日”, as far as its signs stand alone.
fn east(
    tokens: &Tokens<'_>,
    i: usize,
    whole: impl Fn(usize, usize) -> Option<u32>,
    calendar: &mut Calendar,
) -> Option<Draft> {
    // “3月2日”, of the year that the text is of.
    if matches!(tokens.raw(i + 1), "月" | "월")
        && let Some(m) = whole(i, 2).filter(|m| (1..=12).contains(m))
        && let Some(d) = whole(i + 2, 2)
        && tokens.raw(i + 3).starts_with(['日', '일', '号'])
    {
        let to = if tokens.raw(i + 3).chars().count() == 1 { i + 4 } else { i + 3 };
        let year = calendar.year_of(m, Some(d), false);
        return Some(Draft::new(i, to, ValueType::Date, digits::at_day(year, m, d, calendar)?));
    }
    let year = whole(i, 4).filter(|y| (1000..2200).contains(y))?;
    if !matches!(tokens.raw(i + 1), "年" | "년") {
        return None;
    }
    let months = whole(i + 2, 2).filter(|m| (1..=12).contains(m) && matches!(tokens.raw(i + 3), "月" | "월"));
    let Some(m) = months else {
        return Some(Draft::new(i, i + 2, ValueType::Date, Point::year(year as i32).value()));
    };
    let days = whole(i + 4, 2).filter(|_| tokens.raw(i + 5).starts_with(['日', '일', '号']));
    let Some(d) = days else {
        return Some(Draft::new(i, i + 4, ValueType::Date, Point::month(year as i32, m).value()));
    };
    let to = if tokens.raw(i + 5).chars().count() == 1 { i + 6 } else { i + 5 };
    Some(Draft::new(i, to, ValueType::Date, digits::at_day(Some(year as i32), m, d, calendar)?))
}

/// A number, with its scale, its per cent or its currency; or a year.
fn amount(tokens: &Tokens<'_>, i: usize, first: usize) -> Option<Draft> {
    let coin = currencies::before(tokens, i);
    let start = coin.map_or(i, |(_, at, _)| at);
    let minus =
        coin.is_none() && matches!(tokens.word(i), "-" | "−") && tokens.spaced(i) && !tokens.spaced(i + 1);
    let start = start + usize::from(minus);
    if !tokens.is(start, Kind::Number) {
        return None;
    }
    // A number stuck to letters before it is part of a name, unless they are of a script without spaces.
    let stuck = start == i
        && i > first
        && !tokens.spaced(i)
        && matches!(tokens.get(i - 1).map(|t| t.kind), Some(Kind::Word));
    if stuck && !is_east(tokens.raw(i - 1)) {
        return None;
    }
    if start == i && is_year(tokens, i, first) {
        return Some(Draft::new(i, i + 1, ValueType::Date, tokens.raw(i)));
    }
    // “14:30”, “3:1”
    let colon = |k: usize| tokens.word(k) == ":" && !tokens.spaced(k) && !tokens.spaced(k + 1);
    if colon(i + 1) && tokens.is(i + 2, Kind::Number) || i > first && colon(i - 1) {
        return None;
    }
    let (mut value, mut to) = number(tokens, start)?;
    while let Some(by) = scale(tokens.word(to)) {
        value = value.times(by)?;
        to +=
            1 + usize::from(tokens.word(to + 1) == "." && !tokens.spaced(to + 1) && !tokens.capital(to + 2));
    }
    // A sign for ten thousand that the token of the next word begins with: how many there are cannot be marked.
    if !tokens.spaced(to)
        && tokens
            .raw(to)
            .starts_with(['万', '萬', '億', '亿', '兆', '千', '百', '十', '만', '억', '조', '천'])
    {
        return None;
    }
    if minus {
        value = value.negative();
    }
    if let Some(end) = percent(tokens, to) {
        return Some(Draft::new(i, end, ValueType::Percent, value.to_string()));
    }
    if let Some((currency, _, by)) = coin {
        let draft = Draft::new(i, to, ValueType::Money, value.times(by)?.to_string());
        return Some(Draft { unit: Some(currency.code.to_owned()), ..draft });
    }
    let of = usize::from(matches!(tokens.word(to), "de" | "di" | "d"));
    let of = of + usize::from(of == 1 && matches!(tokens.word(to + 1), "'" | "’"));
    let name = tokens.word(to + of);
    let name = name.strip_prefix("d'").or_else(|| name.strip_prefix("d’")).unwrap_or(name);
    if let Some(code) = coins(name) {
        let draft = Draft::new(i, to + of + 1, ValueType::Money, value.to_string());
        return Some(Draft { unit: Some(code.to_owned()), ..draft });
    }
    if let Some((currency, end, by)) = currencies::after(tokens, to).filter(|(c, ..)| !c.hundredth) {
        let draft = Draft::new(i, end, ValueType::Money, value.times(by)?.to_string());
        return Some(Draft { unit: Some(currency.code.to_owned()), ..draft });
    }
    // A day, a place in a list, a model.
    let ordinal = tokens.word(to) == "."
        && !tokens.spaced(to)
        && to == i + 1
        && tokens.raw(i).len() <= 2
        && to + 1 < tokens.len();
    let joined = !tokens.spaced(to) && tokens.is(to, Kind::Word) && !is_east(tokens.raw(to));
    (!ordinal && !joined).then(|| Draft::new(i, to, ValueType::Number, value.to_string()))
}

/// `12.500`, `1.234,5`, `2,5`, `12 500`, `12'500`: the number and its end.
fn number(tokens: &Tokens<'_>, i: usize) -> Option<(Decimal, usize)> {
    let raw = tokens.raw(i);
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let mut parts = raw.split('.');
    let head = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.collect();
    let grouped = !rest.is_empty()
        && rest.iter().all(|g| g.len() == 3)
        && (1..=3).contains(&head.len())
        && head != "0"
        && !raw.contains(',');
    let mut whole = if grouped { raw.replace('.', "") } else { raw.to_owned() };
    let mut to = i + 1;
    if digits(raw) && raw.len() <= 3 && !raw.starts_with('0') {
        let group =
            |at: usize| tokens.is(at, Kind::Number) && tokens.raw(at).len() == 3 && digits(tokens.raw(at));
        loop {
            let tick = matches!(tokens.word(to), "'" | "’") && !tokens.spaced(to) && !tokens.spaced(to + 1);
            if tick && group(to + 1) {
                whole.push_str(tokens.raw(to + 1));
                to += 2;
            } else if tokens.spaced(to) && group(to) && (whole.len() > 3 || holds(tokens, to)) {
                whole.push_str(tokens.raw(to));
                to += 1;
            } else {
                break;
            }
            if whole.len() > 27 {
                return None;
            }
        }
    }
    let comma = tokens.word(to) == "," && !tokens.spaced(to) && !tokens.spaced(to + 1);
    if comma && !whole.contains('.') && tokens.is(to + 1, Kind::Number) && digits(tokens.raw(to + 1)) {
        whole = format!("{}.{}", whole.replace(',', ""), tokens.raw(to + 1));
        to += 2;
    }
    Some((Decimal::parse(&whole)?, to))
}

/// Whether the group at `i` goes on with the number before it: by the space that holds them together, by a further group, or by
/// a sign behind that measures them; “en 5 300 hommes” may be two numbers.
fn holds(tokens: &Tokens<'_>, i: usize) -> bool {
    tokens.slice(i - 1, i + 1).contains(['\u{a0}', '\u{202f}', '\u{2009}'])
        || tokens.is(i + 1, Kind::Number) && tokens.spaced(i + 1) && tokens.raw(i + 1).len() == 3
        || percent(tokens, i + 1).is_some()
        || coins(tokens.word(i + 1)).is_some()
        || currencies::after(tokens, i + 1).is_some()
}

/// Whether a number of four digits is a year: behind a word for “in”, or before one for “year”, or in German alone.
fn is_year(tokens: &Tokens<'_>, i: usize, first: usize) -> bool {
    let raw = tokens.raw(i);
    let plain = raw.len() == 4
        && raw.bytes().all(|b| b.is_ascii_digit())
        && (raw.starts_with("19") || raw.starts_with("20"));
    let next = tokens.word(i + 1);
    if !plain
        || percent(tokens, i + 1).is_some()
        || scale(next).is_some()
        || currencies::after(tokens, i + 1).is_some()
    {
        return false;
    }
    let before = i.checked_sub(1).filter(|b| *b >= first).map_or("", |b| tokens.word(b));
    // Nouns have a capital in German: “2000 Menschen” are counted, “2023 rund” is a year.
    let counts = tokens.capital(i + 1);
    let told = matches!(
        before,
        "en" | "in"
            | "im"
            | "nel"
            | "em"
            | "seit"
            | "depuis"
            | "desde"
            | "dal"
            | "jahr"
            | "jahre"
            | "année"
            | "año"
            | "anno"
            | "ano"
            | "w"
            | "в"
            | "i"
            | "sedan"
            | "sinds"
            | "hat"
            | "wurde"
            | "wurden"
            | "haben"
            | "fiel"
            | "stieg"
            | "bis"
    );
    told && !counts
        || matches!(next, "году" | "года" | "roku" | "год")
        || tokens.raw(i + 1).starts_with(['年', '년'])
}

/// The end of a word or sign for per cent.
fn percent(tokens: &Tokens<'_>, i: usize) -> Option<usize> {
    let word = tokens.word(i);
    if matches!(
        word,
        "%" | "％" | "prozent" | "procent" | "процентов" | "процента" | "процент" | "procento" | "prosent"
    ) {
        return Some(i + 1);
    }
    let two = matches!((word, tokens.word(i + 1)), ("pour" | "por" | "per", "cent" | "ciento" | "cento"));
    two.then_some(i + 2)
}

/// What a word multiplies the number before it by.
fn scale(word: &str) -> Option<i128> {
    Some(match word {
        "tausend" | "mille" | "mil" | "mila" | "duizend" | "tys" | "тыс" | "тысяч" | "тысячи" => {
            1_000
        }
        "million" | "millionen" | "mio" | "millions" | "millones" | "millón" | "milioni" | "milione"
        | "milhões" | "milhão" | "miljoen" | "miljoner" | "millioner" | "mln" | "miliony" | "milionów"
        | "млн" | "миллион" | "миллионов" | "миллиона" => 1_000_000,
        "milliarde"
        | "milliarden"
        | "mrd"
        | "milliard"
        | "milliards"
        | "miliardi"
        | "miliardo"
        | "bilhões"
        | "bilhão"
        | "miljard"
        | "miljarder"
        | "milliarder"
        | "mld"
        | "miliardów"
        | "miliardy"
        | "млрд"
        | "миллиард"
        | "миллиардов"
        | "миллиарда" => 1_000_000_000,
        "billionen" | "billones" | "billón" | "trilhões" | "trilhão" | "biljoen" | "biljoner" | "трлн" => {
            1_000_000_000_000
        }
        _ => return None,
    })
}

/// The code of a currency, by its name in other languages.
fn coins(word: &str) -> Option<&'static str> {
    Some(match word {
        "euro" | "euros" | "евро" => "EUR",
        "dollar" | "dollars" | "dólares" | "dollari" | "dolarów" | "долларов" | "доллара" => {
            "USD"
        }
        "рублей" | "рубля" | "рубль" => "RUB",
        "franken" => "CHF",
        "złotych" => "PLN",
        "reais" => "BRL",
        "kronor" => "SEK",
        "yen" => "JPY",
        _ => return None,
    })
}

/// Whether a word ends in a script that is written without spaces.
fn is_east(word: &str) -> bool {
    word.chars().next_back().is_some_and(
        |c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}'),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let tokens = Tokens::new(text, 0);
        let mut calendar = Calendar::new("2024-03-07".parse().ok().as_ref(), text);
        super::super::find(&tokens, &(0..tokens.len()), false, &mut calendar)
            .iter()
            .map(|d| {
                format!("{} = {} {}", tokens.slice(d.from, d.to), d.value, d.unit.as_deref().unwrap_or("-"))
            })
            .collect()
    }

    #[test]
    fn numbers_have_points_between_thousands_and_a_decimal_comma() {
        for (text, expected) in [
            ("Sie strich 12.500 Stellen.", "12.500 = 12500 -"),
            ("Es waren 1.234.567,8 Tonnen.", "1.234.567,8 = 1234567.8 -"),
            ("Es kostet 2,5 Millionen Euro.", "2,5 Millionen Euro = 2500000 EUR"),
            ("Es kostet 200 Milliarden Euro.", "200 Milliarden Euro = 200000000000 EUR"),
            ("Il coûte 12 500 € par an.", "12 500 € = 12500 EUR"),
            ("Il coûte 12\u{202f}500 euros.", "12\u{202f}500 euros = 12500 EUR"),
            ("Er zahlte 12’500 Franken.", "12’500 Franken = 12500 CHF"),
            ("Suben un 7,4 por ciento.", "7,4 por ciento = 7.4 -"),
            ("Costó 2,5 millones de euros.", "2,5 millones de euros = 2500000 EUR"),
            ("Costó 200 mil millones de dólares.", "200 mil millones de dólares = 200000000000 USD"),
            ("上升了5.2%。", "5.2% = 5.2 -"),
        ] {
            assert_eq!(read(text), [expected], "{text}");
        }
        for text in ["Um 14:30 Uhr.", "Er hat 3万 Yen."] {
            assert_eq!(read(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn dates_are_read_by_the_names_of_their_months() {
        for (text, expected) in [
            ("Am 1. März 2024 trat es in Kraft.", "1. März 2024 = 2024-03-01 -"),
            ("Le 1er mars 2024, il a parlé.", "1er mars 2024 = 2024-03-01 -"),
            ("El 2 de marzo de 2023 murió.", "2 de marzo de 2023 = 2023-03-02 -"),
            ("Il 2 marzo 2023 morì.", "2 marzo 2023 = 2023-03-02 -"),
            ("Seit August 2023 gilt es.", "August 2023 = 2023-08 -"),
            ("Le 03/02/2023 il a parlé.", "03/02/2023 = 2023-02-03 -"),
            ("2023年3月2日、地震。", "2023年3月2日 = 2023-03-02 -"),
            ("3月2日、地震。", "3月2日 = 2024-03-02 -"),
            ("Em 2023 morreu.", "2023 = 2023 -"),
        ] {
            assert_eq!(read(text), [expected], "{text}");
        }
    }
}
