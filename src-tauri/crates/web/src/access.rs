//! Who may ask: the page that was given the token, at the address that this host gave out.
//!
//! Any site open in the same browser can send requests to a port of this machine. The token keeps them out; the Host
//! and Origin headers keep out a site whose name was made to lead here.

use std::hint::black_box;

use tiny_http::Request;
use uuid::Uuid;

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
    pub fn placed_well(&self, request: &Request) -> bool {
        let hosts = [format!("127.0.0.1:{}", self.port), format!("localhost:{}", self.port)];
        let host = header(request, "Host");
        let origin = header(request, "Origin");
        let same = |host: &str| origin.is_none_or(|origin| origin.strip_prefix("http://") == Some(host));
        host.is_some_and(|host| hosts.iter().any(|own| own == host) && same(host))
    }

    /// Whether the request carries the token.
    pub fn admits(&self, request: &Request) -> bool {
        header(request, "X-Assay-Token").is_some_and(|given| same(given.as_bytes(), self.token.as_bytes()))
    }
}

/// The value of a header. Given twice it is no answer, as two readers could take different ones.
pub fn header<'r>(request: &'r Request, name: &'static str) -> Option<&'r str> {
    let mut found = request.headers().iter().filter(|header| header.field.equiv(name));
    match (found.next(), found.next()) {
        (Some(header), None) => Some(header.value.as_str()),
        (Some(_), Some(_)) => Some(""),
        (None, _) => None,
    }
}

/// Compares in a time that does not tell how much of the start is right.
fn same(given: &[u8], right: &[u8]) -> bool {
    let differences = given.iter().zip(right).fold(0, |seen, (a, b)| black_box(seen | (a ^ b)));
    given.len() == right.len() && differences == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use tiny_http::{Header, TestRequest};

    fn request(headers: &[(&str, &str)]) -> Request {
        let make = |(name, value): &(&str, &str)| Header::from_bytes(*name, *value).unwrap();
        headers.iter().map(make).fold(TestRequest::new(), TestRequest::with_header).into()
    }

    #[test]
    fn only_its_own_address_is_served() {
        let access = Access::new(4100);
        let well = |headers: &[(&str, &str)]| access.placed_well(&request(headers));
        assert!(well(&[("Host", "127.0.0.1:4100")]));
        assert!(well(&[("Host", "localhost:4100"), ("Origin", "http://localhost:4100")]));
        assert!(!well(&[]));
        assert!(!well(&[("Host", "127.0.0.1")]));
        assert!(!well(&[("Host", "evil.example:4100")]));
        assert!(!well(&[("Host", "127.0.0.1:4100"), ("Host", "evil.example")]));
        for origin in ["http://evil.example", "https://127.0.0.1:4100", "http://localhost:4100", "null", ""] {
            assert!(!well(&[("Host", "127.0.0.1:4100"), ("Origin", origin)]), "{origin}");
        }
    }

    #[test]
    fn only_the_token_itself_is_let_in() {
        let access = Access::new(1);
        let admits = |token: &str| access.admits(&request(&[("X-Assay-Token", token)]));
        let token = access.url().split_once("#token=").unwrap().1.to_owned();
        assert!(admits(&token));
        assert!(!access.admits(&request(&[])));
        assert!(!admits(""));
        assert!(!admits(&token[1..]));
        assert!(!admits(&format!("{token}0")));
        assert!(!admits(&token.to_uppercase().replace(char::is_numeric, "x")));
        let other = Access::new(1).token;
        assert_eq!(other.len(), 32);
        assert!(!admits(&other));
    }
}
