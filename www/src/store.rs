//! Orders, in the database that keeps the webhooks, too.

use documentolog_server::{Database, SqliteStore, StoreError};
use rusqlite::{OptionalExtension, params};
use serde::Serialize;

/// A webhook, as the page may know of it: no name, no IIN.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OrderWebhook {
    /// Which order it is about.
    #[serde(skip)]
    pub order_id: String,
    /// Its event, such as `document_sent`.
    pub event: String,
    /// Which document it is about, if it says so.
    pub doc_id: Option<String>,
    /// When it came, in milliseconds since 1970.
    pub received_at: u64,
}

impl From<documentolog_server::StoredWebhook> for OrderWebhook {
    fn from(webhook: documentolog_server::StoredWebhook) -> Self {
        Self {
            order_id: webhook.reference,
            event: webhook.event.name().to_owned(),
            doc_id: webhook.event.doc_id().map(str::to_owned),
            received_at: webhook.received_at,
        }
    }
}

const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS orders (
        id TEXT PRIMARY KEY,
        contract_key TEXT NOT NULL UNIQUE,
        created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
    ) STRICT;
";

/// The shop's own part of the database.
#[derive(Clone, Debug)]
pub(crate) struct Orders {
    store: SqliteStore,
}

impl Orders {
    pub(crate) async fn open(database: &Database) -> Result<Self, StoreError> {
        let store = SqliteStore::open(database)?;
        store
            .query(|connection| connection.execute_batch(SCHEMA))
            .await?;
        Ok(Self { store })
    }

    /// Where the webhooks are.
    pub(crate) fn store(&self) -> &SqliteStore {
        &self.store
    }

    pub(crate) async fn add(&self, id: String, contract_key: String) -> Result<(), StoreError> {
        self.store
            .query(move |connection| {
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
        self.store
            .query(move |connection| {
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

    /// How many orders have been made in the last minute, of the latest 1,000.
    pub(crate) async fn of_the_last_minute(&self) -> Result<u32, StoreError> {
        self.store
            .query(|connection| {
                connection.query_row(
                    "SELECT count(*)
                     FROM (SELECT created_at FROM orders ORDER BY rowid DESC LIMIT 1000)
                     WHERE created_at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-1 minute')",
                    [],
                    |row| row.get(0),
                )
            })
            .await
    }

    /// How many tokens have been asked for, for an order: each has a secret for its webhooks.
    pub(crate) async fn tokens_of(&self, order_id: String) -> Result<u32, StoreError> {
        self.store
            .query(move |connection| {
                connection.query_row(
                    "SELECT count(*) FROM documentolog_webhook_secrets WHERE reference = ?1",
                    [order_id],
                    |row| row.get(0),
                )
            })
            .await
    }

    pub(crate) async fn has_contract(&self, key: String) -> Result<bool, StoreError> {
        self.store
            .query(move |connection| {
                connection.query_row(
                    "SELECT EXISTS (SELECT 1 FROM orders WHERE contract_key = ?1)",
                    [key],
                    |row| row.get(0),
                )
            })
            .await
    }
}
