//! The shop alone, for a real account at the service.
#![allow(
    clippy::print_stdout,
    reason = "its address is what a program at a terminal has to say"
)]

use std::{net::SocketAddr, path::PathBuf};

use anyhow::Result;
use clap::Parser;
use documentolog_protocol::{ApiKey, BaseUrl, PersonalText};
use documentolog_shop::{Config, Database};
use tracing_subscriber::EnvFilter;

/// A shop whose customers sign their contract in the page: a demonstration without a login, not
/// for the open internet. Whoever reaches it makes orders (120 a minute) and asks for tokens (10
/// for an order), and each token is a document at the service.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// Where to listen.
    #[arg(long, default_value = "127.0.0.1:4000")]
    listen: SocketAddr,
    /// Where the outside world, and so the service, reaches the shop, such as
    /// https://shop.example.kz. Orders are made from pages at this origin only.
    #[arg(long)]
    public_origin: Option<String>,
    /// The signing service: doculite, documentolog-business, or an https origin.
    #[arg(long, default_value = "doculite")]
    base_url: BaseUrl,
    /// The key for the service.
    #[arg(long, env = "DOCUMENTOLOG_API_KEY", hide_env_values = true)]
    api_key: String,
    /// The IIN of the customer, who signs; the guide's placeholder if not given.
    #[arg(
        long,
        env = "DOCUMENTOLOG_CUSTOMER",
        default_value = documentolog_shop::PLACEHOLDER_IIN,
        hide_env_values = true
    )]
    customer: String,
    /// The built npm package.
    #[arg(long)]
    package: PathBuf,
    /// Where orders and webhooks are kept.
    #[arg(long, default_value = "shop.sqlite")]
    database: PathBuf,
}

#[tokio::main]
async fn main() -> Result<()> {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
    let arguments = Arguments::parse();
    let shop = documentolog_shop::start(Config {
        listen: arguments.listen,
        public_origin: arguments.public_origin,
        base_url: arguments.base_url,
        api_key: ApiKey::new(arguments.api_key),
        customer: PersonalText::new(arguments.customer),
        database: Database::File(arguments.database),
        package_dir: arguments.package,
    })
    .await?;
    println!("documentolog-shop ready {}/", shop.origin());
    tokio::signal::ctrl_c().await?;
    shop.shutdown().await;
    Ok(())
}
