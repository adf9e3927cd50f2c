//! The whole demo in one process: the sandbox and the shop, on two origins.
#![allow(
    clippy::print_stdout,
    reason = "addresses are what a program at a terminal has to say"
)]

use std::{
    io::ErrorKind,
    net::{Ipv6Addr, SocketAddr, TcpListener},
    path::PathBuf,
};

use anyhow::{Context, Result};
use clap::Parser;
use documentolog_protocol::{BaseUrl, PersonalText};
use documentolog_sandbox::{NCALAYER_PORT, NcaLayerPort};
use documentolog_shop::{Config, Database, StartError};
use tracing_subscriber::EnvFilter;

/// Starts the signing service (emulated) and the shop that embeds it.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// The shop's port; the next free one if it is taken.
    #[arg(long, default_value_t = 4000)]
    port: u16,
    /// The built npm package.
    #[arg(long)]
    package: PathBuf,
    /// The IIN of the customer, who signs; the guide's placeholder if not given.
    #[arg(
        long,
        env = "DOCUMENTOLOG_CUSTOMER",
        default_value = documentolog_shop::PLACEHOLDER_IIN,
        hide_env_values = true
    )]
    customer: String,
    /// Keeps orders and webhooks in a file.
    #[arg(long)]
    database: Option<PathBuf>,
}

/// How many ports after the first are tried.
const PORTS: u16 = 20;

#[tokio::main]
async fn main() -> Result<()> {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
    let arguments = Arguments::parse();
    let service = documentolog_sandbox::Config {
        ncalayer: NcaLayerPort::Preferred(NCALAYER_PORT),
        ..documentolog_sandbox::Config::default()
    };
    let api_key = service.api_key.clone();
    let sandbox = documentolog_sandbox::start(service).await?;
    let config = Config {
        listen: loopback(arguments.port),
        public_origin: None,
        base_url: BaseUrl::parse(sandbox.origin())?,
        api_key,
        customer: PersonalText::new(arguments.customer),
        database: arguments
            .database
            .map_or(Database::InMemory, Database::File),
        package_dir: arguments.package,
    };
    let shop = start_on_a_free_port(config).await?;
    println!("The signing service (a sandbox) is at {}", sandbox.origin());
    println!(
        "The shop is at {}/ — press Ctrl-C to stop both.",
        shop.origin()
    );
    println!(
        "The playground, with every knob and fault, is at {}/playground",
        shop.origin()
    );
    println!("documentolog-demo ready {}/", shop.origin());
    tokio::signal::ctrl_c().await?;
    shop.shutdown().await;
    sandbox.shutdown().await;
    Ok(())
}

async fn start_on_a_free_port(mut config: Config) -> Result<documentolog_shop::Shop> {
    let first = config.listen.port();
    for port in first..=first.saturating_add(PORTS) {
        if is_taken_on_ipv6(port) {
            continue;
        }
        config.listen = loopback(port);
        match documentolog_shop::start_with_playground(config.clone()).await {
            Err(StartError::Listen(..)) => {}
            started => return Ok(started?),
        }
    }
    Err(anyhow::anyhow!(
        "ports {first} to {} are taken",
        first.saturating_add(PORTS)
    ))
    .context("choose another with --port")
}

/// Whether another program has the port at `[::1]`: browsers try that first for
/// `localhost`, and would show it in the shop's place.
fn is_taken_on_ipv6(port: u16) -> bool {
    TcpListener::bind((Ipv6Addr::LOCALHOST, port))
        .is_err_and(|error| error.kind() == ErrorKind::AddrInUse)
}

fn loopback(port: u16) -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], port))
}
