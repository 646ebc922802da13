//! Whether two values may be one: equal, one within the other, or at odds.

use assay_model::value::{Modifier, Value, ValueType, seconds};
use chrono::{Datelike, Days, Months, NaiveDate};

/// A value that a claim states.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stated {
    pub(super) value: Value,
    /// The stem of the word that it counts: “jobs”.
    pub(super) of: Option<String>,
    extent: Option<Extent>,
}

/// How two values stand to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// They are values of different things.
    Apart,
    /// They cannot both be so.
    AtOdds,
    /// One is within the other: a day and its month, “about 10,000” and 9,934.
    Within,
    /// They say the same.
    Equal,
}

/// From where to where a value reaches, in its own unit.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Extent {
    from: f64,
    to: f64,
}

/// How far “about” reaches to either side, as a share.
const ABOUT: f64 = 0.1;

impl Stated {
    pub(super) fn new(value: Value, of: Option<String>) -> Self {
        let extent = match value.kind {
            ValueType::Date | ValueType::Time => days(&value.value),
            ValueType::Duration => seconds(&value.value).map(|s| around(s, s, value.modifier)),
            ValueType::Set => None,
            _ => numbers(&value.value).map(|(from, to)| around(from, to, value.modifier)),
        };
        Self { value, of, extent }
    }

    /// Whether it is a number of something, with a unit or without.
    pub(super) fn is_measure(&self) -> bool {
        matches!(
            self.value.kind,
            ValueType::Number | ValueType::Percent | ValueType::Money | ValueType::Quantity
        )
    }

    /// Whether it is a point in the calendar.
    pub(super) fn is_date(&self) -> bool {
        matches!(self.value.kind, ValueType::Date | ValueType::Time)
    }

    pub(super) fn standing(&self, other: &Self) -> Standing {
        let (a, b) = (&self.value, &other.value);
        let money = a.kind == ValueType::Money && b.kind == a.kind && a.unit.is_some() && b.unit.is_some();
        let alike =
            if self.is_date() { other.is_date() } else { a.kind == b.kind && (money || a.unit == b.unit) };
        if !alike {
            return Standing::Apart;
        }
        // A text printed again says “last week” of another week, and yet the same.
        let repeated = self.is_date() && a.text.to_lowercase() == b.text.to_lowercase();
        if repeated || a.value == b.value && a.modifier == b.modifier && a.unit == b.unit {
            return Standing::Equal;
        }
        // 12 euros are not 12 dollars.
        if a.unit != b.unit {
            return Standing::AtOdds;
        }
        let (Some(one), Some(two)) = (self.extent, other.extent) else { return Standing::Apart };
        if one == two {
            return Standing::Equal;
        }
        let least = |x: Extent, y: Extent| x.from.max(y.from) <= x.to.min(y.to);
        let rounded = !self.is_date() && (is_rounding(&a.value, &b.value) || is_rounding(&b.value, &a.value));
        // Bare numbers count many things.
        let other_things = self.of.is_some() && other.of.is_some() && self.of != other.of;
        if a.kind == ValueType::Number && a.unit.is_none() && other_things {
            return Standing::Apart;
        }
        // Of two bounds to one side each has its own figure.
        let same_bound = a.modifier == b.modifier && (one.from.is_infinite() || one.to.is_infinite());
        if !same_bound && (least(one, two) || rounded) {
            return Standing::Within;
        }
        Standing::AtOdds
    }
}

/// From where to where a number reaches that is bounded so.
fn around(from: f64, to: f64, modifier: Option<Modifier>) -> Extent {
    match modifier {
        Some(Modifier::LessThan | Modifier::AtMost | Modifier::Before) => {
            Extent { from: f64::NEG_INFINITY, to }
        }
        Some(Modifier::MoreThan | Modifier::AtLeast | Modifier::After) => Extent { from, to: f64::INFINITY },
        Some(Modifier::Approx) => Extent { from: from - from.abs() * ABOUT, to: to + to.abs() * ABOUT },
        _ => Extent { from, to },
    }
}

/// A number, or both ends of a range.
fn numbers(value: &str) -> Option<(f64, f64)> {
    match value.split_once("..") {
        Some((from, to)) => Some((from.parse().ok()?, to.parse().ok()?)),
        None => value.parse().ok().map(|n| (n, n)),
    }
}

/// How far a rounded number may be from the whole one, as a share: 10,000 is no rounding of 13,000.
const ROUNDED: f64 = 0.05;

/// Whether the first number is the second with fewer digits that count: 2.7 of 2.717, 10,000 of 9,934.
fn is_rounding(rough: &str, fine: &str) -> bool {
    let (Ok(r), Ok(f)) = (rough.parse::<f64>(), fine.parse::<f64>()) else { return false };
    let digits = |text: &str| -> usize {
        let plain: String = text.chars().filter(char::is_ascii_digit).collect();
        let counted = if text.contains('.') { plain.as_str() } else { plain.trim_end_matches('0') };
        counted.trim_start_matches('0').len()
    };
    let (few, many) = (digits(rough), digits(fine));
    if few >= many || few == 0 || f == 0.0 {
        return false;
    }
    let step = 10_f64.powi(f.abs().log10().floor() as i32 + 1 - few as i32);
    ((f / step).round() * step - r).abs() < step * 1e-6 && (r - f).abs() <= ROUNDED * f.abs()
}

/// The days of a date in TIMEX3: the first and one after the last, counted from a fixed day. None for what has no year.
fn days(value: &str) -> Option<Extent> {
    let day = value.split('T').next()?;
    let mut parts = day.split('-');
    let year: i32 = parts.next().filter(|y| y.len() == 4)?.parse().ok()?;
    let first = NaiveDate::from_ymd_opt(year, 1, 1)?;
    let months = |month: u32, count: u32| {
        let from = NaiveDate::from_ymd_opt(year, month, 1)?;
        Some((from, from.checked_add_months(Months::new(count))?))
    };
    let (from, to) = match (parts.next(), parts.next()) {
        (None, _) => (first, first.with_year(year + 1)?),
        (Some(part), None) => match part.split_at_checked(1)? {
            ("W", week) => {
                let from = NaiveDate::from_isoywd_opt(year, week.parse().ok()?, chrono::Weekday::Mon)?;
                (from, from.checked_add_days(Days::new(7))?)
            }
            ("Q", quarter) => months(quarter.parse::<u32>().ok()?.checked_mul(3)?.checked_sub(2)?, 3)?,
            ("H", half) => months(half.parse::<u32>().ok()?.checked_mul(6)?.checked_sub(5)?, 6)?,
            _ => match part {
                "SP" => months(3, 3)?,
                "SU" => months(6, 3)?,
                "FA" => months(9, 3)?,
                "WI" => months(12, 3)?,
                month => months(month.parse().ok()?, 1)?,
            },
        },
        (Some(month), Some(day)) => {
            let day = NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)?;
            (day, day.succ_opt()?)
        }
    };
    // Half a day less, so that two days which touch do not overlap.
    Some(Extent { from: f64::from(from.num_days_from_ce()), to: f64::from(to.num_days_from_ce()) - 0.5 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stated(kind: ValueType, value: &str, modifier: Option<Modifier>) -> Stated {
        let value = Value {
            start: 0,
            end: 1,
            text: value.to_owned(),
            kind,
            value: value.to_owned(),
            unit: (kind == ValueType::Quantity).then(|| "km".to_owned()),
            modifier,
        };
        Stated::new(value, None)
    }

    fn standing(kind: ValueType, a: &str, b: &str) -> Standing {
        let (a, b) = (stated(kind, a, None), stated(kind, b, None));
        assert_eq!(a.standing(&b), b.standing(&a));
        a.standing(&b)
    }

    #[test]
    fn dates_hold_one_another() {
        for (a, b, expected) in [
            ("2023-03-02", "2023-03-02", Standing::Equal),
            ("2023-03", "2023-03-02", Standing::Within),
            ("2023", "2023-W09", Standing::Within),
            ("2023-W09", "2023-03-02", Standing::Within),
            ("2023-Q1", "2023-03-02", Standing::Within),
            ("2023-03-02T13:01", "2023-03-02", Standing::Equal),
            ("2023-03-02", "2023-03-03", Standing::AtOdds),
            ("2022", "2023-03", Standing::AtOdds),
            ("2023-02", "2023-03", Standing::AtOdds),
            ("2023-SP", "2023-10", Standing::AtOdds),
            ("PAST_REF", "2023", Standing::Apart),
            ("XXXX-WXX-2", "2023", Standing::Apart),
        ] {
            assert_eq!(standing(ValueType::Date, a, b), expected, "{a} {b}");
        }
    }

    #[test]
    fn numbers_may_be_rounded_or_bounded() {
        let money = ValueType::Money;
        assert_eq!(standing(money, "2700000000", "2717000000"), Standing::Within);
        assert_eq!(standing(money, "2700000000", "2790000000"), Standing::AtOdds);
        assert_eq!(standing(money, "15..20", "18"), Standing::Within);
        assert_eq!(standing(money, "10", "10.0"), Standing::Equal);
        assert_eq!(standing(ValueType::Duration, "PT10M", "PT600S"), Standing::Equal);
        assert_eq!(standing(ValueType::Duration, "P1Y6M", "P2Y"), Standing::AtOdds);
        let less = stated(ValueType::Duration, "PT10M", Some(Modifier::LessThan));
        assert_eq!(less.standing(&stated(ValueType::Duration, "PT7M", None)), Standing::Within);
        assert_eq!(less.standing(&stated(ValueType::Duration, "PT12M", None)), Standing::AtOdds);
        let about = stated(ValueType::Quantity, "10000", Some(Modifier::Approx));
        assert_eq!(about.standing(&stated(ValueType::Quantity, "9934", None)), Standing::Within);
        assert_eq!(about.standing(&stated(ValueType::Money, "9934", None)), Standing::Apart);
    }

    #[test]
    fn bare_numbers_are_of_what_they_count() {
        let number = |value: &str, of: &str| {
            let stated = stated(ValueType::Number, value, None);
            Stated { of: Some(of.to_owned()), ..stated }
        };
        assert_eq!(number("10000", "job").standing(&number("13000", "job")), Standing::AtOdds);
        assert_eq!(number("10000", "job").standing(&number("5", "plant")), Standing::Apart);
    }
}
