//! The same interface in a browser, on loopback, for development and tests. It is not shipped.

mod access;
mod answers;
mod host;
mod notices;
mod pages;
mod server;

use std::error::Error;
use std::io::Write;
use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use assay_commands::Context;
use assay_engine::Workspace;
use clap::Parser;
use serde_json::json;
use tokio::net::TcpListener;

use access::Access;
use host::Browser;
use notices::Notices;
use pages::Pages;
use server::Server;

/// How often to look for writes of other processes.
const LOOK: Duration = Duration::from_secs(1);

/// Where `npm run build` puts the page.
const UI: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/dist");

/// Shows Assay's interface to a browser of this machine.
#[derive(Debug, Parser)]
#[command(name = "assay-web", version)]
struct Arguments {
    /// The workspace; made if nothing is there.
    #[arg(long, value_name = "FILE", env = "ASSAY_WORKSPACE")]
    workspace: PathBuf,
    /// The port on 127.0.0.1; 0 for any that is free.
    #[arg(long, value_name = "N", default_value_t = 0)]
    port: u16,
    /// The folder of the built page; without it, the project's own.
    #[arg(long, value_name = "DIR", default_value = UI, hide_default_value = true)]
    ui: PathBuf,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), Box<dyn Error>> {
    let notices = Arc::new(Notices::default());
    let host = Arc::new(Browser { notices: Arc::clone(&notices) });
    let context = Arc::new(Context::new(Workspace::open_or_create(&arguments.workspace)?, host));
    let looked_at = Arc::clone(&context);
    thread::spawn(move || {
        loop {
            // What stands in the way of reading will stand in the way of the next call, and be told then.
            let _ = looked_at.workspace().notice_others();
            thread::sleep(LOOK);
        }
    });
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, arguments.port)).await?;
    let access = Access::new(listener.local_addr()?.port());
    let line = json!({ "url": access.url() });
    let mut output = std::io::stdout();
    writeln!(output, "{line}")?;
    output.flush()?;
    server::serve(Server { context, notices, access, pages: Pages::of(arguments.ui) }, listener).await?;
    Ok(())
}
