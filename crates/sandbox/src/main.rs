//! The sandbox as a program.
#![allow(
    clippy::print_stdout,
    reason = "its address is what a program at a terminal has to say"
)]

use std::net::SocketAddr;

use clap::Parser;
use documentolog_protocol::ApiKey;
use documentolog_sandbox::{Config, Language, StartError};
use tracing_subscriber::EnvFilter;

/// Documentolog's signing service, emulated. Signatures made here have no legal
/// force.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// Where to listen.
    #[arg(long, default_value = "127.0.0.1:4100")]
    listen: SocketAddr,
    /// The api-key that back ends must send.
    #[arg(
        long,
        env = "DOCUMENTOLOG_API_KEY",
        default_value = "sandbox-api-key",
        hide_env_values = true
    )]
    api_key: String,
    /// Gives the same identifiers, capabilities, keys and codes each time.
    #[arg(long)]
    seed: Option<u64>,
    /// A host from which attachments are fetched, besides loopback, such as
    /// files.example.kz or files.example.kz:8443. May be given more than once.
    #[arg(long, value_name = "HOST")]
    attachment_host: Vec<String>,
    /// The language of messages to whoever has opened no page yet.
    #[arg(long, value_enum, default_value_t = Language::Ru)]
    language: Language,
}

#[tokio::main]
async fn main() -> Result<(), StartError> {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
    let arguments = Arguments::parse();
    let config = Config {
        listen: arguments.listen,
        api_key: ApiKey::new(arguments.api_key),
        seed: arguments.seed,
        attachment_hosts: arguments.attachment_host,
        language: arguments.language,
        ..Config::default()
    };
    let mut sandbox = documentolog_sandbox::start(config).await?;
    println!("documentolog-sandbox ready {}", sandbox.origin());
    sandbox.wait().await;
    Ok(())
}
