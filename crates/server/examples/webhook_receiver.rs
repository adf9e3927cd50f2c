//! A webhook receiver that shares a PostgreSQL with others of its kind. `PGHOST` is the
//! server's host or the folder of its socket.
#![allow(
    clippy::print_stdout,
    reason = "a program at a terminal speaks to people"
)]

use std::time::Duration;

use axum::Router;
use deadpool_postgres::{Manager, Pool, Runtime};
use documentolog_server::{PostgresStore, Webhooks};
use tokio::net::TcpListener;
use tokio_postgres::{Config, NoTls};

/// How long a connection to the database may take.
const PATIENCE: Duration = Duration::from_secs(5);

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut config = Config::new();
    // A server elsewhere wants TLS: give the manager a connector in place of `NoTls`.
    config
        .host(std::env::var("PGHOST")?)
        .user("postgres")
        .dbname("postgres")
        .connect_timeout(PATIENCE);
    // Without these, a database that is away is waited for without end, and no webhook is
    // answered with 500.
    let pool = Pool::builder(Manager::new(config, NoTls))
        .max_size(8)
        .runtime(Runtime::Tokio1)
        .wait_timeout(Some(PATIENCE))
        .create_timeout(Some(PATIENCE))
        .recycle_timeout(Some(PATIENCE))
        .build()?;
    let webhooks = Webhooks::new(PostgresStore::new(pool).await?);
    let router = Router::new().nest("/webhooks", webhooks.router());
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    println!("ready http://{}", listener.local_addr()?);
    axum::serve(listener, router).await?;
    Ok(())
}
