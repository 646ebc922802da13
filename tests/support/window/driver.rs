//! WebKit's own driver, which starts the window itself.

use std::fs::File;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use super::process::{Display, Process};
use crate::Workspace;

/// `WebKitWebDriver` on a port of its own.
pub struct Driver {
    _process: Process,
    port: u16,
    log: PathBuf,
}

impl Driver {
    /// Starts it with the environment that the window inherits.
    pub fn start(display: &Display, workspace: &Workspace, answers: &Path) -> Result<Self> {
        // Between finding a free port and taking it another test may be quicker: then try the next one.
        for _ in 0..5 {
            let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
            let log = workspace.folder().join("driver.log");
            let output = File::create(&log)?;
            let mut command = Command::new("WebKitWebDriver");
            command
                .args(["--host=127.0.0.1".to_owned(), format!("--port={port}")])
                .envs(workspace.environment())
                .env("DISPLAY", &display.name)
                .env("GDK_BACKEND", "x11")
                .env("TAURI_WEBVIEW_AUTOMATION", "true")
                .env("ASSAY_TEST_DIALOG_ANSWERS", answers)
                .env("NO_AT_BRIDGE", "1")
                // On the bus of the person's own session the window would meet their running Assay.
                .env_remove("DBUS_SESSION_BUS_ADDRESS")
                .env_remove("WAYLAND_DISPLAY")
                .stdout(output.try_clone()?)
                .stderr(output);
            let mut process = Process::start(&mut command)?;
            if listens(&mut process, port) {
                return Ok(Self { _process: process, port, log });
            }
        }
        bail!("WebKitWebDriver never listened on any port");
    }

    /// Has it start the program and gives the session with its window.
    pub async fn open(&self, binary: &Path) -> Result<Client> {
        let capabilities = json!({ "webkitgtk:browserOptions": { "binary": binary, "args": [] } });
        let capabilities = capabilities.as_object().cloned().unwrap_or_default();
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let session =
            builder.capabilities(capabilities).connect(&format!("http://127.0.0.1:{}", self.port)).await;
        session.with_context(|| format!("{} opened no window:\n{}", binary.display(), self.said()))
    }

    /// All that it and the window have printed.
    pub fn said(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap_or_default()
    }
}

fn listens(process: &mut Process, port: u16) -> bool {
    let end = Instant::now() + Duration::from_secs(10);
    while Instant::now() < end && !process.has_ended() {
        if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return true;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    false
}
