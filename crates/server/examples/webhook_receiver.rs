//! A webhook receiver that shares a PostgreSQL with others of its kind. `PGHOST` is the
//! server's host or the folder of its socket.
#![allow(
    clippy::print_stdout,
    reason = "a program at a terminal speaks to people"
)]

use axum::Router;
use deadpool_postgres::{Manager, Pool};
use documentolog_server::{PostgresStore, Webhooks};
use tokio::net::TcpListener;
use tokio_postgres::{Config, NoTls};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut config = Config::new();
    // A server elsewhere wants TLS: give the manager a connector in place of `NoTls`.
    config
        .host(std::env::var("PGHOST")?)
        .user("postgres")
        .dbname("postgres");
    let pool = Pool::builder(Manager::new(config, NoTls))
        .max_size(8)
        .build()?;
    let webhooks = Webhooks::new(PostgresStore::new(pool).await?);
    let router = Router::new().nest("/webhooks", webhooks.router());
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    println!("ready http://{}", listener.local_addr()?);
    axum::serve(listener, router).await?;
    Ok(())
}
