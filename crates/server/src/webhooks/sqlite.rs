//! Webhooks in SQLite: for a back end on one machine.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    thread,
    time::Duration,
};

use documentolog_protocol::WebhookEvent;
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use tokio::sync::{mpsc, oneshot};

use super::{
    StoreError, StoredWebhook, WebhookSecretHash, WebhookStore,
    store::{read_row, signed_seconds},
};
use crate::sans_io::CanonicalWebhook;

/// Where the database is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Database {
    /// In memory: gone when the store is.
    InMemory,
    /// In a file, made if it is not there.
    File(PathBuf),
}

const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS documentolog_webhook_secrets (
        hash TEXT PRIMARY KEY,
        reference TEXT NOT NULL,
        -- Seconds since 1970.
        until INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX IF NOT EXISTS documentolog_webhook_secrets_until
        ON documentolog_webhook_secrets (until);
    CREATE TABLE IF NOT EXISTS documentolog_webhooks (
        id INTEGER PRIMARY KEY,
        reference TEXT NOT NULL,
        -- SHA-256 of the event's canonical JSON: the same event again is the same row.
        digest BLOB NOT NULL,
        body TEXT NOT NULL,
        -- Milliseconds since 1970.
        received_at INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER)),
        UNIQUE (reference, digest)
    ) STRICT;
";

/// How many webhooks share one write to the disk, at most.
const BATCH: usize = 256;

/// How long another process may hold the file.
const BUSY: Duration = Duration::from_secs(10);

/// Keeps webhooks in SQLite. The connection has a thread of its own, which writes those that
/// come at the same time to the disk together. Cheap to clone.
#[derive(Clone, Debug)]
pub struct SqliteStore {
    jobs: mpsc::UnboundedSender<Job>,
}

type Query = Box<dyn FnOnce(&mut Connection) -> Answer + Send>;

/// Tells whoever asked, given whether the query had left a transaction open.
type Answer = Box<dyn FnOnce(bool) + Send>;

enum Job {
    Record(Record),
    Query(Query),
}

struct Record {
    reference: String,
    webhook: CanonicalWebhook,
    is_new: oneshot::Sender<Result<bool, StoreError>>,
}

impl SqliteStore {
    /// Opens a database, and makes its tables if they are not there.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub fn open(database: &Database) -> Result<Self, StoreError> {
        let mut connection = match database {
            Database::InMemory => Connection::open_in_memory(),
            Database::File(path) => Connection::open(path),
        }
        .map_err(StoreError::new)?;
        prepare(&connection).map_err(StoreError::new)?;
        let (jobs, mut waiting) = mpsc::unbounded_channel();
        thread::spawn(move || {
            let mut batch = Vec::new();
            // It ends with the last handle on the store.
            while let Some(job) = waiting.blocking_recv() {
                let mut next = Some(job);
                while let Some(job) = next.take() {
                    match job {
                        Job::Record(record) if batch.len() < BATCH => {
                            batch.push(record);
                            next = waiting.try_recv().ok();
                        }
                        other => {
                            write(&mut connection, &mut batch);
                            match other {
                                Job::Record(record) => batch.push(record),
                                Job::Query(query) => run(&mut connection, query),
                            }
                            next = waiting.try_recv().ok();
                        }
                    }
                }
                write(&mut connection, &mut batch);
            }
        });
        Ok(Self { jobs })
    }

    /// Runs a query on the store's connection: for a back end's own tables in the same
    /// database.
    ///
    /// # Errors
    /// Those of the query; that it panicked, which ends nothing else; and that it left a
    /// transaction open, which is rolled back: everybody's webhooks and secrets would be in it.
    pub async fn query<T: Send + 'static>(
        &self,
        query: impl FnOnce(&mut Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (done, result) = oneshot::channel();
        let job = Job::Query(Box::new(move |connection| {
            let result = query(connection);
            Box::new(move |was_left_open| {
                let result = match result {
                    Ok(_) if was_left_open => Err(StoreError::new(
                        "the query left a transaction open: it is rolled back",
                    )),
                    result => result.map_err(StoreError::new),
                };
                // Whoever asked may not wait any more.
                let _ = done.send(result);
            })
        }));
        self.jobs.send(job).map_err(|_| gone())?;
        // The sender is dropped where the query panics.
        let panicked = |_| StoreError::new("the query panicked");
        result.await.map_err(panicked)?
    }

    /// Every webhook, in the order in which they were recorded.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn webhooks(&self) -> Result<Vec<StoredWebhook>, StoreError> {
        self.select(None).await
    }

    async fn select(&self, reference: Option<String>) -> Result<Vec<StoredWebhook>, StoreError> {
        let rows: Vec<(String, String, i64)> = self
            .query(move |connection| {
                let mut query = connection.prepare_cached(
                    "SELECT reference, body, received_at FROM documentolog_webhooks
                     WHERE ?1 IS NULL OR reference = ?1 ORDER BY id",
                )?;
                let rows = query.query_map([reference], |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
                })?;
                rows.collect()
            })
            .await?;
        rows.into_iter()
            .map(|(reference, body, received_at)| read_row(reference, &body, received_at))
            .collect()
    }
}

fn gone() -> StoreError {
    StoreError::new("the database's thread has ended")
}

fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(BUSY)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // A webhook that was answered with 2xx survives a power cut.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.execute_batch(SCHEMA)
}

/// Runs a back end's own query, which may panic: the thread is every webhook's. Nor may it leave a
/// transaction open, as a batch of statements does when one of them fails: what others record next
/// would be said to be kept, and be gone with that transaction.
fn run(connection: &mut Connection, query: Query) {
    let answer = catch_unwind(AssertUnwindSafe(|| query(connection)));
    // A `Transaction` rolls back when it is dropped; one that was begun by a statement stays.
    let was_left_open = !connection.is_autocommit();
    if was_left_open {
        tracing::error!("a query of the back end's own left a transaction open: it is rolled back");
        if let Err(error) = connection.execute_batch("ROLLBACK") {
            tracing::error!(%error, "it is not rolled back");
        }
    }
    match answer {
        Ok(answer) => answer(was_left_open),
        Err(_) => tracing::error!("a query of the back end's own panicked"),
    }
}

/// Writes a batch, and then says of each whether it was new.
fn write(connection: &mut Connection, batch: &mut Vec<Record>) {
    if batch.is_empty() {
        return;
    }
    let written = connection.transaction().and_then(|transaction| {
        let news: Vec<_> = batch
            .iter()
            .map(|record| insert(&transaction, record))
            .collect::<rusqlite::Result<_>>()?;
        transaction.commit()?;
        Ok(news)
    });
    match written {
        Ok(news) => {
            for (record, is_new) in batch.drain(..).zip(news) {
                let _ = record.is_new.send(Ok(is_new));
            }
        }
        Err(error) => {
            tracing::error!(%error, "webhooks are not recorded");
            for record in batch.drain(..) {
                let failed = StoreError::new("the database did not take the webhooks");
                let _ = record.is_new.send(Err(failed));
            }
        }
    }
}

fn insert(transaction: &Transaction<'_>, record: &Record) -> rusqlite::Result<bool> {
    let mut insert = transaction.prepare_cached(
        "INSERT INTO documentolog_webhooks (reference, digest, body) VALUES (?1, ?2, ?3)
         ON CONFLICT (reference, digest) DO NOTHING",
    )?;
    let CanonicalWebhook { body, digest } = &record.webhook;
    Ok(insert.execute(params![record.reference, digest, body])? == 1)
}

impl WebhookStore for SqliteStore {
    async fn add_secret(
        &self,
        hash: WebhookSecretHash,
        reference: &str,
        until: u64,
        now: u64,
    ) -> Result<(), StoreError> {
        let reference = reference.to_owned();
        self.query(move |connection| {
            connection.execute(
                "DELETE FROM documentolog_webhook_secrets WHERE until <= ?1",
                [signed_seconds(now)],
            )?;
            connection.execute(
                "INSERT INTO documentolog_webhook_secrets (hash, reference, until) VALUES (?1, ?2, ?3)",
                params![hash.to_hexadecimal(), reference, signed_seconds(until)],
            )
        })
        .await
        .map(drop)
    }

    async fn reference_of(
        &self,
        hash: WebhookSecretHash,
        now: u64,
    ) -> Result<Option<String>, StoreError> {
        self.query(move |connection| {
            connection
                .prepare_cached(
                    "SELECT reference FROM documentolog_webhook_secrets WHERE hash = ?1 AND until > ?2",
                )?
                .query_row(params![hash.to_hexadecimal(), signed_seconds(now)], |row| {
                    row.get(0)
                })
                .optional()
        })
        .await
    }

    async fn record(&self, reference: &str, event: &WebhookEvent) -> Result<bool, StoreError> {
        let (is_new, answer) = oneshot::channel();
        let record = Record {
            reference: reference.to_owned(),
            webhook: CanonicalWebhook::of(event),
            is_new,
        };
        self.jobs.send(Job::Record(record)).map_err(|_| gone())?;
        answer.await.map_err(|_| gone())?
    }

    async fn webhooks_of(&self, reference: &str) -> Result<Vec<StoredWebhook>, StoreError> {
        self.select(Some(reference.to_owned())).await
    }
}
