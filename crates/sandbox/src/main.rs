//! The sandbox as a program.
#![allow(
    clippy::print_stdout,
    reason = "its addresses are what a program at a terminal has to say"
)]

use std::{net::SocketAddr, path::PathBuf, process::ExitCode, time::Duration};

use clap::Parser;
use documentolog_protocol::ApiKey;
use documentolog_sandbox::{Config, Language, NCALAYER_PORT, NcaLayerPort, StartError};
use tracing_subscriber::EnvFilter;

/// Documentolog's signing service, emulated: for demos, for development and for tests.
///
/// Back ends and pages use it as the service, with its address in place of the service's;
/// what it would send by SMS and e-mail stays in its inboxes, and tests steer it by its
/// control API. Signatures made here have no legal force.
#[derive(Parser)]
#[command(
    version,
    after_help = "What goes on is logged to standard error; RUST_LOG says how much (RUST_LOG=warn)."
)]
struct Arguments {
    /// Where to listen; port 0 takes a free one, and the first line says which.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:4100")]
    listen: SocketAddr,
    /// The api-key that back ends must send.
    #[arg(
        long,
        value_name = "KEY",
        env = "DOCUMENTOLOG_API_KEY",
        default_value = "sandbox-api-key",
        hide_env_values = true
    )]
    api_key: String,
    /// Keeps documents, messages, deliveries, token requests, fates, faults, how webhooks are
    /// delivered, keys and clock in this folder, across restarts. Without it they are gone with
    /// the program.
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
    /// Gives the same identifiers, capabilities, keys and codes each time, to the same
    /// requests in the same order.
    #[arg(long, value_name = "NUMBER")]
    seed: Option<u64>,
    /// A host from which attachments are fetched, besides loopback, such as
    /// files.example.kz or files.example.kz:8443. May be given more than once.
    #[arg(long, value_name = "HOST")]
    attachment_host: Vec<String>,
    /// The language of messages to whoever has opened no page yet.
    #[arg(long, value_enum, default_value_t = Language::Ru)]
    language: Language,
    /// How long an access token can be used, in seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = 3600)]
    token_lifetime: u64,
    /// The pause before a webhook's second try, in milliseconds. Each further pause is twice
    /// as long, up to a minute.
    #[arg(long, value_name = "MILLISECONDS", default_value_t = 1000)]
    webhook_retry_pause: u64,
    /// How often a webhook is tried.
    #[arg(long, value_name = "NUMBER", default_value_t = 10)]
    webhook_tries: u32,
    /// Where the stand-in for NCALayer listens; if somebody has the port, on another.
    #[arg(long, default_value_t = NCALAYER_PORT, value_name = "PORT")]
    ncalayer_port: u16,
    /// Serve no stand-in for NCALayer: the signing page finds none, or your own.
    #[arg(long)]
    no_ncalayer: bool,
}

#[tokio::main]
async fn main() -> ExitCode {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let mut causes = vec![error.to_string()];
            let mut cause: &dyn std::error::Error = &error;
            while let Some(source) = cause.source() {
                causes.push(source.to_string());
                cause = source;
            }
            tracing::error!("{}", causes.join(": "));
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), StartError> {
    let config = Config {
        listen: arguments.listen,
        api_key: ApiKey::new(arguments.api_key),
        token_lifetime: Duration::from_secs(arguments.token_lifetime),
        webhook_retry_pause: Duration::from_millis(arguments.webhook_retry_pause),
        webhook_tries: arguments.webhook_tries,
        seed: arguments.seed,
        data_dir: arguments.data,
        attachment_hosts: arguments.attachment_host,
        language: arguments.language,
        ncalayer: match arguments.no_ncalayer {
            true => NcaLayerPort::NotServed(arguments.ncalayer_port),
            false => NcaLayerPort::Preferred(arguments.ncalayer_port),
        },
    };
    let mut sandbox = documentolog_sandbox::start(config).await?;
    let origin = sandbox.origin();
    // The first line is for programs: it says that, and where, the sandbox listens.
    println!("documentolog-sandbox ready {origin}");
    println!("  base URL     {origin}");
    println!("  inboxes      {origin}/sandbox/inbox");
    println!("  control API  {origin}/sandbox/control/");
    println!("  OpenAPI      {origin}/sandbox/openapi.json");
    println!("Signatures made here have no legal force. Ctrl+C ends it.");
    sandbox.wait().await;
    Ok(())
}
