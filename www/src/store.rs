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
    /// Whether it has the name of an event of the guide's, and not its fields: it is shown, and
    /// nothing is concluded from it.
    pub is_unfit: bool,
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
            is_unfit: webhook.event.unfit_field().is_some(),
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
    CREATE TABLE IF NOT EXISTS order_tokens (
        order_id TEXT PRIMARY KEY REFERENCES orders (id),
        asked INTEGER NOT NULL
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

    /// Makes an order, unless the last minute has seen so many. Counting and making are one
    /// statement: of two at once none is overlooked.
    pub(crate) async fn add(
        &self,
        id: String,
        contract_key: String,
        most_per_minute: u32,
    ) -> Result<bool, StoreError> {
        let made = self.store.query(move |connection| {
            connection.execute(
                "INSERT INTO orders (id, contract_key) SELECT ?1, ?2 WHERE ?3 >
                 (SELECT count(*) FROM (SELECT created_at FROM orders ORDER BY rowid DESC LIMIT ?3)
                  WHERE created_at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-1 minute'))",
                params![id, contract_key, most_per_minute],
            )
        });
        Ok(made.await? == 1)
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

    /// Counts a token that is asked for, unless the order has had so many.
    pub(crate) async fn count_token(
        &self,
        order_id: String,
        most: u32,
    ) -> Result<bool, StoreError> {
        let counted = self.store.query(move |connection| {
            connection.execute(
                "INSERT INTO order_tokens (order_id, asked) VALUES (?1, 1)
                 ON CONFLICT DO UPDATE SET asked = asked + 1 WHERE asked < ?2",
                params![order_id, most],
            )
        });
        Ok(counted.await? == 1)
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
