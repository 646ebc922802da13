//! Exact decimal numbers.

use std::fmt;

/// How many digits after the point a number that never ends is written with.
const PLACES: u32 = 15;

/// An exact decimal number: `digits / 10^places`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Decimal {
    digits: i128,
    places: u32,
}

impl Decimal {
    pub(crate) const HALF: Self = Self { digits: 5, places: 1 };

    pub(crate) const fn whole(n: i128) -> Self {
        Self { digits: n, places: 0 }
    }

    /// Reads ASCII digits with commas between groups and one point; `None` beyond thirty digits.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if text.len() <= 18 && text.bytes().all(|b| b.is_ascii_digit()) {
            return text.parse::<i64>().ok().map(|n| Self::whole(n.into()));
        }
        let plain: String = text.chars().filter(|c| *c != ',').collect();
        let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
        let part = part.trim_end_matches('0');
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if whole.len() + part.len() > 30 || !digits(whole) || !digits(part) || plain.is_empty() {
            return None;
        }
        Some(Self { digits: format!("{whole}{part}").parse().ok()?, places: part.len() as u32 })
    }

    /// One whole number over another; what never ends is rounded at [`PLACES`] digits.
    pub(crate) fn ratio(over: i128, under: i128) -> Option<Self> {
        if under == 0 {
            return None;
        }
        let (mut digits, mut places, mut rest) = (over / under, 0, over % under);
        while rest != 0 && places < PLACES {
            rest = rest.checked_mul(10)?;
            digits = digits.checked_mul(10)?.checked_add(rest / under)?;
            rest %= under;
            places += 1;
        }
        Some(Self { digits: digits + i128::from(rest * 2 >= under), places }.tidy())
    }

    /// This over another, where both are whole.
    pub(crate) fn over(self, under: Self) -> Option<Self> {
        if self.places + under.places > 0 { None } else { Self::ratio(self.digits, under.digits) }
    }

    pub(crate) fn times(self, by: i128) -> Option<Self> {
        Some(Self { digits: self.digits.checked_mul(by)?, places: self.places }.tidy())
    }

    /// Divided by ten, so many times.
    pub(crate) fn per(self, tens: u32) -> Self {
        Self { digits: self.digits, places: self.places + tens }.tidy()
    }

    /// To a whole power; `None` beyond what fits exactly.
    pub(crate) fn power(self, by: u32) -> Option<Self> {
        Some(Self { digits: self.digits.checked_pow(by)?, places: self.places.checked_mul(by)? }.tidy())
    }

    /// One over it.
    pub(crate) fn inverse(self) -> Option<Self> {
        Self::ratio(10_i128.checked_pow(self.places)?, self.digits)
    }

    pub(crate) fn plus(self, other: Self) -> Option<Self> {
        let places = self.places.max(other.places);
        let lift = |d: Self| d.digits.checked_mul(10_i128.checked_pow(places - d.places)?);
        Some(Self { digits: lift(self)?.checked_add(lift(other)?)?, places }.tidy())
    }

    pub(crate) fn negative(self) -> Self {
        Self { digits: -self.digits, places: self.places }
    }

    /// The number, if it is whole and fits.
    pub(crate) fn as_int(self) -> Option<i64> {
        if self.places == 0 { i64::try_from(self.digits).ok() } else { None }
    }

    fn tidy(mut self) -> Self {
        while self.places > 0 && self.digits % 10 == 0 {
            self.digits /= 10;
            self.places -= 1;
        }
        self
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.digits.unsigned_abs().to_string();
        let places = self.places as usize;
        if self.digits < 0 {
            f.write_str("-")?;
        }
        if places == 0 {
            return f.write_str(&digits);
        }
        let padded = format!("{digits:0>width$}", width = places + 1);
        let (whole, part) = padded.split_at(padded.len() - places);
        write!(f, "{whole}.{part}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_are_written_as_decimals() {
        for (over, under, text) in [
            (1, 4, "0.25"),
            (2, 3, "0.666666666666667"),
            (7, 2, "3.5"),
            (1, 1_000_000_000_000, "0.000000000001"),
        ] {
            assert_eq!(Decimal::ratio(over, under).map(|d| d.to_string()).as_deref(), Some(text));
        }
        assert_eq!(Decimal::ratio(1, 0), None);
        assert_eq!(Decimal::whole(10).power(99), None, "too large");
        assert_eq!(Decimal::parse(&"9".repeat(99)), None, "too long to be a number");
    }
}
