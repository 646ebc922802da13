//! Who may ask: the page that was given the token, at the address that this host gave out.
//!
//! Any site open in the same browser can send requests to a port of this machine. The token keeps them out; the Host
//! and Origin headers keep out a site whose name was made to lead here.

use std::hint::black_box;

use axum::http::header::{HOST, HeaderMap, HeaderName, ORIGIN};
use uuid::Uuid;

/// The header that carries the token.
const TOKEN: HeaderName = HeaderName::from_static("x-assay-token");

/// The token of this start, and where it listens.
pub struct Access {
    token: String,
    port: u16,
}

impl Access {
    /// With a token of 122 random bits.
    pub fn new(port: u16) -> Self {
        Self { token: Uuid::new_v4().simple().to_string(), port }
    }

    /// Where the page is, with the token. It stands behind the `#`, so no server and no log ever sees it.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/#token={}", self.port, self.token)
    }

    /// Whether the request was sent to this host's own address, by a page of that address or by none.
    pub fn placed_well(&self, headers: &HeaderMap) -> bool {
        let hosts = [format!("127.0.0.1:{}", self.port), format!("localhost:{}", self.port)];
        let from_here = |host: &str| match only(headers, &ORIGIN) {
            Some(origin) => origin.strip_prefix("http://") == Some(host),
            None => !headers.contains_key(ORIGIN),
        };
        only(headers, &HOST).is_some_and(|host| hosts.iter().any(|own| own == host) && from_here(host))
    }

    /// Whether the request carries the token.
    pub fn admits(&self, headers: &HeaderMap) -> bool {
        only(headers, &TOKEN).is_some_and(|given| same(given.as_bytes(), self.token.as_bytes()))
    }
}

/// The text of a header. Given twice it is none, as two readers could take different ones.
pub fn only<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    let mut found = headers.get_all(name).iter();
    let first = found.next()?.to_str().ok()?;
    found.next().is_none().then_some(first)
}

/// Compares in a time that does not tell how much of the start is right.
fn same(given: &[u8], right: &[u8]) -> bool {
    let differences = given.iter().zip(right).fold(0, |seen, (a, b)| black_box(seen | (a ^ b)));
    given.len() == right.len() && differences == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(given: &[(&'static str, &str)]) -> HeaderMap {
        given.iter().map(|(name, value)| (HeaderName::from_static(name), value.parse().unwrap())).collect()
    }

    #[test]
    fn only_its_own_address_is_served() {
        let access = Access::new(4100);
        let well = |given: &[(&'static str, &str)]| access.placed_well(&headers(given));
        assert!(well(&[("host", "127.0.0.1:4100")]));
        assert!(well(&[("host", "localhost:4100"), ("origin", "http://localhost:4100")]));
        assert!(!well(&[]));
        assert!(!well(&[("host", "127.0.0.1")]));
        assert!(!well(&[("host", "evil.example:4100")]));
        assert!(!well(&[("host", "127.0.0.1:4100"), ("host", "evil.example")]));
        for origin in ["http://evil.example", "https://127.0.0.1:4100", "http://localhost:4100", "null", ""] {
            assert!(!well(&[("host", "127.0.0.1:4100"), ("origin", origin)]), "{origin}");
        }
    }

    #[test]
    fn only_the_token_itself_is_let_in() {
        let access = Access::new(1);
        let admits = |token: &str| access.admits(&headers(&[("x-assay-token", token)]));
        let token = access.url().split_once("#token=").unwrap().1.to_owned();
        assert!(admits(&token));
        assert!(!access.admits(&HeaderMap::new()));
        assert!(!admits(""));
        assert!(!admits(&token[1..]));
        assert!(!admits(&format!("{token}0")));
        assert!(!admits(&token.to_uppercase().replace(char::is_numeric, "x")));
        let other = Access::new(1).token;
        assert_eq!(other.len(), 32);
        assert!(!admits(&other));
    }
}
