//! Orders and webhooks, in SQLite.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use documentolog_protocol::WebhookEvent;
use documentolog_server::WebhookSecretHash;
use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use sha2::{Digest, Sha256};

/// Where the database is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Database {
    /// In memory: gone when the shop stops.
    InMemory,
    /// In a file, made if it is not there.
    File(PathBuf),
}

/// Why the database did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite's own error.
    #[error("the database failed")]
    Sqlite(#[from] rusqlite::Error),
    /// The task that asked was stopped.
    #[error("the database was not reached before the shop stopped")]
    Stopped(#[from] tokio::task::JoinError),
}

/// A webhook as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StoredWebhook {
    /// Which order it is about.
    #[serde(skip)]
    pub order_id: String,
    /// Its event, such as `document_sent`.
    pub event: String,
    /// Which document it is about, if it says so.
    pub doc_id: Option<String>,
    /// When it came, in UTC.
    pub received_at: String,
}

const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS orders (
        id TEXT PRIMARY KEY,
        contract_key TEXT NOT NULL UNIQUE,
        created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
    ) STRICT;
    CREATE TABLE IF NOT EXISTS webhook_secrets (
        hash TEXT PRIMARY KEY,
        order_id TEXT NOT NULL REFERENCES orders (id)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS webhooks (
        id INTEGER PRIMARY KEY,
        order_id TEXT NOT NULL REFERENCES orders (id),
        event TEXT NOT NULL,
        doc_id TEXT,
        -- SHA-256 of the event's canonical JSON: the same event again is the same row.
        digest BLOB NOT NULL,
        body TEXT NOT NULL,
        received_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
        UNIQUE (order_id, digest)
    ) STRICT;
";

/// The database. Its calls run on threads of their own.
#[derive(Clone, Debug)]
pub(crate) struct Store {
    connection: Arc<Mutex<Connection>>,
}

impl Store {
    pub(crate) fn open(database: &Database) -> Result<Self, StoreError> {
        let connection = match database {
            Database::InMemory => Connection::open_in_memory()?,
            Database::File(path) => Connection::open(path)?,
        };
        connection.pragma_update(None, "journal_mode", "WAL")?;
        // A webhook that was answered with 2xx survives a power cut.
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.execute_batch(SCHEMA)?;
        Ok(Self {
            connection: Arc::new(Mutex::new(connection)),
        })
    }

    async fn run<T: Send + 'static>(
        &self,
        query: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        let connection = Arc::clone(&self.connection);
        let done = tokio::task::spawn_blocking(move || {
            // SQLite's own transactions keep the data whole if a query panicked.
            query(&connection.lock().unwrap_or_else(PoisonError::into_inner))
        });
        Ok(done.await??)
    }

    pub(crate) async fn add_order(
        &self,
        id: String,
        contract_key: String,
    ) -> Result<(), StoreError> {
        self.run(move |connection| {
            connection.execute(
                "INSERT INTO orders (id, contract_key) VALUES (?1, ?2)",
                params![id, contract_key],
            )
        })
        .await
        .map(drop)
    }

    /// The key in the address of an order's contract.
    pub(crate) async fn contract_key(
        &self,
        order_id: String,
    ) -> Result<Option<String>, StoreError> {
        self.run(move |connection| {
            connection
                .query_row(
                    "SELECT contract_key FROM orders WHERE id = ?1",
                    [order_id],
                    |row| row.get(0),
                )
                .optional()
        })
        .await
    }

    pub(crate) async fn has_contract(&self, key: String) -> Result<bool, StoreError> {
        self.run(move |connection| {
            connection.query_row(
                "SELECT EXISTS (SELECT 1 FROM orders WHERE contract_key = ?1)",
                [key],
                |row| row.get(0),
            )
        })
        .await
    }

    pub(crate) async fn add_secret(
        &self,
        order_id: String,
        hash: WebhookSecretHash,
    ) -> Result<(), StoreError> {
        self.run(move |connection| {
            connection.execute(
                "INSERT INTO webhook_secrets (hash, order_id) VALUES (?1, ?2)",
                params![hash.to_hexadecimal(), order_id],
            )
        })
        .await
        .map(drop)
    }

    /// The order whose webhooks carry this secret.
    ///
    /// It is looked up by its hash, so how long that takes says nothing of the
    /// secret itself.
    pub(crate) async fn order_of_secret(
        &self,
        hash: WebhookSecretHash,
    ) -> Result<Option<String>, StoreError> {
        self.run(move |connection| {
            connection
                .query_row(
                    "SELECT order_id FROM webhook_secrets WHERE hash = ?1",
                    [hash.to_hexadecimal()],
                    |row| row.get(0),
                )
                .optional()
        })
        .await
    }

    /// Records a webhook and says whether it is new. A repeat changes nothing.
    pub(crate) async fn record(
        &self,
        order_id: String,
        event: &WebhookEvent,
    ) -> Result<bool, StoreError> {
        // serde_json sorts the names of objects, so equal events have equal texts.
        let body = event.to_json().to_string();
        let digest = Sha256::digest(&body).to_vec();
        let (name, doc_id) = (event.name().to_owned(), event.doc_id().map(str::to_owned));
        self.run(move |connection| {
            connection.execute(
                "INSERT INTO webhooks (order_id, event, doc_id, digest, body) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (order_id, digest) DO NOTHING",
                params![order_id, name, doc_id, digest, body],
            )
        })
        .await
        .map(|rows| rows == 1)
    }

    pub(crate) async fn webhooks(&self) -> Result<Vec<StoredWebhook>, StoreError> {
        self.run(|connection| rows(connection, None)).await
    }

    pub(crate) async fn webhooks_of(
        &self,
        order_id: String,
    ) -> Result<Vec<StoredWebhook>, StoreError> {
        self.run(move |connection| rows(connection, Some(&order_id)))
            .await
    }
}

fn rows(connection: &Connection, order_id: Option<&str>) -> rusqlite::Result<Vec<StoredWebhook>> {
    let query = "SELECT order_id, event, doc_id, received_at FROM webhooks
                 WHERE ?1 IS NULL OR order_id = ?1 ORDER BY id";
    let mut query = connection.prepare(query)?;
    let rows = query.query_map([order_id], |row| {
        Ok(StoredWebhook {
            order_id: row.get(0)?,
            event: row.get(1)?,
            doc_id: row.get(2)?,
            received_at: row.get(3)?,
        })
    })?;
    rows.collect()
}
