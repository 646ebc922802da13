//! How many, as people read it.

/// “7”, “18,182”: a count with a comma between its thousands, as the window writes it.
pub fn figure(count: usize) -> String {
    let digits = count.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::figure;

    #[test]
    fn thousands_stand_apart() {
        let written = [0, 7, 999, 1_000, 18_182, 1_000_000].map(figure);
        assert_eq!(written, ["0", "7", "999", "1,000", "18,182", "1,000,000"]);
    }
}
