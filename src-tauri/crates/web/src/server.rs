//! The requests that a browser sends, and their answers.
//!
//! `POST /call` takes `{"name", "arg"}` and answers `{"ok": result}` or `{"error": error}`. `GET /notices` answers
//! `{"next": n, "notices": []}` with the number of the newest notice; `GET /notices?after=n` waits for newer ones.
//! Both want the token. A request that is refused gets a status of 400 or above, and an error too.

use std::error::Error as StdError;
use std::io::Read;
use std::net::TcpListener;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use assay_commands::{Code, Context, Error};
use serde_json::{Value, json};
use tiny_http::{Header, Method, Request, Response};

use crate::access::{Access, header};
use crate::notices::Notices;
use crate::pages::{Page, Pages};

/// How long a page waits for notices before it asks again. Proxies and browsers end silent requests after 30 s or more.
const POLL: Duration = Duration::from_secs(25);

/// The largest body taken, in bytes: more than the largest text that can be imported.
const LARGEST: usize = 128 << 20;

/// All that requests are answered from.
pub struct Server {
    pub context: Arc<Context>,
    pub notices: Arc<Notices>,
    pub access: Access,
    pub pages: Pages,
}

/// A status and what goes with it.
type Answer = (u16, Page);

impl Server {
    /// Answers requests until the listener fails, each on a thread of its own, so that waiting pages block nobody.
    pub fn serve(self: Arc<Self>, listener: TcpListener) -> Result<(), Box<dyn StdError + Send + Sync>> {
        let requests = tiny_http::Server::from_listener(listener, None)?;
        loop {
            let mut request = requests.recv()?;
            let server = Arc::clone(&self);
            // Where no thread can be had, the request is dropped, and thereby answered with 500.
            let _ = thread::Builder::new().spawn(move || {
                let (status, page) = server.answer(&mut request);
                let mut response = Response::from_data(page.bytes).with_status_code(status);
                for header in server.headers(page.media_type) {
                    response.add_header(header);
                }
                // A browser that has gone needs no answer.
                let _ = request.respond(response);
            });
        }
    }

    fn headers(&self, media_type: &str) -> Vec<Header> {
        let headers = [
            ("Content-Type", media_type),
            ("Content-Security-Policy", &self.pages.policy),
            ("X-Content-Type-Options", "nosniff"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Referrer-Policy", "no-referrer"),
            ("Cache-Control", "no-store"),
        ];
        headers.iter().filter_map(|(name, value)| Header::from_bytes(*name, *value).ok()).collect()
    }

    fn answer(&self, request: &mut Request) -> Answer {
        if !self.access.placed_well(request) {
            return refused(403, "This host only answers pages of its own address.");
        }
        let address = request.url().to_owned();
        let (path, query) = address.split_once('?').unwrap_or((&address, ""));
        match (request.method(), path) {
            (Method::Post, "/call") | (Method::Get, "/notices") if !self.access.admits(request) => {
                refused(403, "The token is missing or not the one of this start.")
            }
            (Method::Post, "/call") => self.call(request),
            (Method::Get, "/notices") => self.news(query),
            (_, "/call" | "/notices") => refused(405, "This is asked in another way."),
            (Method::Get, _) => match self.pages.find(path) {
                Some(page) => (200, page),
                None if path == "/" => {
                    refused(404, "The interface is not built. “npm --prefix ui run build” builds it.")
                }
                None => refused(404, "There is no such file."),
            },
            _ => refused(405, "Files are only given."),
        }
    }

    fn call(&self, request: &mut Request) -> Answer {
        let json = header(request, "Content-Type").and_then(|kind| kind.split(';').next()).map(str::trim);
        if json != Some("application/json") {
            return refused(415, "A call is JSON.");
        }
        if request.body_length().is_some_and(|length| length > LARGEST) {
            return refused(413, "This is larger than 128 MB.");
        }
        let mut body = Vec::new();
        if request.as_reader().take(LARGEST as u64 + 1).read_to_end(&mut body).is_err() {
            return refused(400, "The call broke off.");
        }
        if body.len() > LARGEST {
            return refused(413, "This is larger than 128 MB.");
        }
        let mut asked: Value = serde_json::from_slice(&body).unwrap_or_default();
        drop(body);
        let arg = asked.get_mut("arg").map(Value::take).unwrap_or_default();
        let Some(name) = asked.get("name").and_then(Value::as_str) else {
            return refused(400, "A call has a name and an argument.");
        };
        match assay_commands::call(&self.context, name, arg) {
            Ok(result) => sent(200, &json!({ "ok": result })),
            Err(error) => sent(200, &json!({ "error": error })),
        }
    }

    fn news(&self, query: &str) -> Answer {
        let (next, notices) = match query.strip_prefix("after=").map(str::parse) {
            Some(Ok(after)) => self.notices.after(after, POLL),
            None if query.is_empty() => (self.notices.last(), Vec::new()),
            _ => return refused(400, "“after” is the number of a notice."),
        };
        sent(200, &json!({ "next": next, "notices": notices }))
    }
}

fn sent(status: u16, value: &Value) -> Answer {
    (status, Page { media_type: "application/json", bytes: value.to_string().into_bytes() })
}

fn refused(status: u16, message: &str) -> Answer {
    sent(status, &json!({ "error": Error::new(Code::Invalid, message) }))
}

#[cfg(test)]
mod tests;
