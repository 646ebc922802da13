//! A real server, asked over plain TCP.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::thread;
use std::time::Instant;

use assay_engine::Workspace;
use tempfile::TempDir;
use tokio::runtime::Runtime;

use super::*;
use crate::host::Browser;

struct Running {
    address: SocketAddr,
    token: String,
    _runtime: Runtime,
    _home: TempDir,
}

impl Running {
    fn start() -> Self {
        let home = tempfile::tempdir().unwrap();
        let ui = home.path().join("dist");
        std::fs::create_dir(&ui).unwrap();
        std::fs::write(ui.join("index.html"), "<title>Assay</title>").unwrap();
        let notices = Arc::new(Notices::default());
        let workspace = Workspace::create(&home.path().join("test.assay")).unwrap();
        let context = Arc::new(Context::new(workspace, Arc::new(Browser { notices: Arc::clone(&notices) })));
        let runtime = Runtime::new().unwrap();
        let listener = runtime.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))).unwrap();
        let address = listener.local_addr().unwrap();
        let access = Access::new(address.port());
        let token = access.url().split_once("#token=").unwrap().1.to_owned();
        let server = Server { context, notices, access, pages: Pages::of(ui) };
        runtime.spawn(serve(server, listener));
        Self { address, token, _runtime: runtime, _home: home }
    }

    /// Sends a request with these headers besides Host; what came back, status line and all.
    fn ask(&self, request: &str, headers: &[&str], body: &str) -> String {
        let host = format!("Host: {}", self.address);
        self.send(request, &[&[host.as_str()], headers].concat(), body)
    }

    fn send(&self, request: &str, headers: &[&str], body: &str) -> String {
        let mut stream = TcpStream::connect(self.address).unwrap();
        let headers = headers.join("\r\n");
        let length = body.len();
        write!(
            stream,
            "{request} HTTP/1.1\r\n{headers}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    fn call(&self, body: &str) -> Value {
        let token = format!("X-Assay-Token: {}", self.token);
        let answer = self.ask("POST /call", &[&token, "Content-Type: application/json"], body);
        assert_eq!(status(&answer), 200, "{answer}");
        content(&answer)
    }

    fn notices(&self, query: &str) -> Value {
        let token = format!("X-Assay-Token: {}", self.token);
        content(&self.ask(&format!("GET /notices{query}"), &[&token], ""))
    }
}

fn status(answer: &str) -> u16 {
    answer.split(' ').nth(1).unwrap().parse().unwrap()
}

fn content(answer: &str) -> Value {
    serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap()
}

#[test]
fn the_page_is_given_with_its_policy() {
    let running = Running::start();
    let answer = running.ask("GET /", &[], "");
    assert_eq!(status(&answer), 200);
    assert!(answer.ends_with("<title>Assay</title>"), "{answer}");
    assert!(answer.contains("content-type: text/html"), "{answer}");
    assert!(
        answer.contains("content-security-policy: ") && answer.contains("connect-src 'self'"),
        "{answer}"
    );
    assert_eq!(status(&running.ask("GET /../test.assay", &[], "")), 404);
    assert_eq!(status(&running.ask("GET /test.assay", &[], "")), 404);
    assert_eq!(status(&running.ask("DELETE /", &[], "")), 405);
}

#[test]
fn strangers_are_refused() {
    let running = Running::start();
    let json = "Content-Type: application/json";
    let token = format!("X-Assay-Token: {}", running.token);
    let wrong = format!("X-Assay-Token: {}", "0".repeat(32));
    let body = r#"{"name":"workspace.info","arg":null}"#;
    let own = format!("Host: {}", running.address);
    for headers in [
        vec![own.as_str(), json],
        vec![&own, json, &wrong],
        vec![&own, json, &token, "Origin: http://evil.example"],
        vec![&own, json, &token, &token],
        vec!["Host: evil.example", json, &token],
        vec![json, &token],
    ] {
        assert_eq!(status(&running.send("POST /call", &headers, body)), 403, "{headers:?}");
        assert_eq!(status(&running.send("GET /notices?after=0", &headers, "")), 403, "{headers:?}");
    }
    assert_eq!(status(&running.send("GET /", &["Host: evil.example"], "")), 403);
    assert_eq!(status(&running.ask("POST /call", &[&token, "Content-Type: text/plain"], body)), 415);
    assert_eq!(status(&running.ask("POST /call", &[&token], body)), 415);
    assert_eq!(status(&running.ask("GET /call", &[&token], "")), 405);
    assert_eq!(status(&running.ask("POST /call", &[&token, json], "no json")), 400);
    assert_eq!(status(&running.ask("POST /call", &[&token, json], "[1]")), 400);
    assert_eq!(status(&running.ask("GET /notices?after=x", &[&token], "")), 400);
}

#[test]
fn a_body_beyond_the_limit_is_refused_unread() {
    let running = Running::start();
    let mut stream = TcpStream::connect(running.address).unwrap();
    let (address, token, length) = (running.address, &running.token, LARGEST + 1);
    write!(
        stream,
        "POST /call HTTP/1.1\r\nHost: {address}\r\nX-Assay-Token: {token}\r\nContent-Type: application/json\r\n\
         Content-Length: {length}\r\n\r\n"
    )
    .unwrap();
    let mut answer = [0; 12];
    stream.read_exact(&mut answer).unwrap();
    assert_eq!(&answer, b"HTTP/1.1 413");
}

#[test]
fn calls_are_answered_or_refused_as_the_command_says() {
    let running = Running::start();
    let info = running.call(r#"{"name":"workspace.info","arg":null}"#);
    assert_eq!(info["ok"]["documents"], 0, "{info}");
    let unknown = running.call(r#"{"name":"no.such","arg":null}"#);
    assert_eq!(unknown["error"]["code"], "internal", "{unknown}");
    let wrong = running.call(r#"{"name":"documents.get","arg":{"document":"x"}}"#);
    assert_eq!(wrong["error"]["code"], "invalid", "{wrong}");
    let reveal = running.call(r#"{"name":"system.reveal","arg":{"path":"/tmp"}}"#);
    assert_eq!(reveal["error"]["message"], "The browser host cannot show /tmp in the file browser.");
}

#[test]
fn notices_come_while_pages_wait_and_block_no_call() {
    let running = Arc::new(Running::start());
    assert_eq!(running.notices(""), json!({ "next": 0, "notices": [] }));
    // Connections that browsers keep open must not keep others waiting either.
    let _kept: Vec<_> = (0..20).map(|_| TcpStream::connect(running.address).unwrap()).collect();
    let waiting: Vec<_> = (0..20)
        .map(|_| {
            let running = Arc::clone(&running);
            thread::spawn(move || running.notices("?after=0"))
        })
        .collect();
    let start = Instant::now();
    let text = "The minister said in Berlin that the bridge cost 12 million euros in 2019.";
    let arg = json!({ "inputs": [{ "kind": "text", "text": text, "name": null }], "options": {} });
    let job = running.call(&json!({ "name": "import.start", "arg": arg }).to_string());
    assert_eq!(job["ok"]["state"]["kind"], "running", "{job}");
    for page in waiting {
        let heard = page.join().unwrap();
        assert!(heard["next"].as_u64() >= Some(1), "{heard}");
        assert!(heard["notices"][0]["kind"].is_string(), "{heard}");
    }
    assert!(start.elapsed() < POLL, "pages had to wait for the end of their poll");
}
