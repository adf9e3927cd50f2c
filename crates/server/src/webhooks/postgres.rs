//! Webhooks in PostgreSQL: for back ends that run on several machines.

use deadpool_postgres::{Object, Pool, PoolError};
use documentolog_protocol::WebhookEvent;
use tokio_postgres::{Error, types::Type};

use super::{
    StoreError, StoredWebhook, WebhookSecretHash, WebhookStore,
    store::{read_row, signed_seconds},
};
use crate::sans_io::CanonicalWebhook;

const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS documentolog_webhook_secrets (
        hash text PRIMARY KEY,
        reference text NOT NULL,
        -- Seconds since 1970.
        until bigint NOT NULL
    );
    CREATE INDEX IF NOT EXISTS documentolog_webhook_secrets_until
        ON documentolog_webhook_secrets (until);
    CREATE TABLE IF NOT EXISTS documentolog_webhooks (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        reference text NOT NULL,
        -- SHA-256 of the event's canonical JSON: the same event again is the same row.
        digest bytea NOT NULL,
        body text NOT NULL,
        received_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (reference, digest)
    );
";

/// Under which processes that start together take turns at making the tables: two that
/// make one at the same time fail (PostgreSQL, `CREATE TABLE IF NOT EXISTS`).
const SCHEMA_LOCK: i64 = 0x646f_6375_6d65_6e74;

// A prepared statement's parameters are logged at the level `debug` (tokio-postgres, `query.rs`):
// names and IINs, and the hashes of secrets. Those of the `…_typed` methods are not.

/// Keeps webhooks in PostgreSQL. The pool is the back end's own: with its TLS, its limits
/// and its password. Cheap to clone.
#[derive(Clone)]
pub struct PostgresStore {
    pool: Pool,
}

impl PostgresStore {
    /// The tables, for a back end that makes its own by migrations: see [`Self::with_tables`].
    pub const SCHEMA: &'static str = SCHEMA;

    /// Uses a pool whose database has the tables of [`Self::SCHEMA`], by a role that may read,
    /// insert and delete and need not be able to make any.
    #[must_use]
    pub fn with_tables(pool: Pool) -> Self {
        Self { pool }
    }

    /// Uses a pool, and makes the tables if they are not there.
    ///
    /// # Errors
    /// When the database cannot be reached, or refuses the tables.
    pub async fn new(pool: Pool) -> Result<Self, StoreError> {
        let mut client = pool.get().await.map_err(no_connection)?;
        let transaction = client.transaction().await.map_err(failed)?;
        transaction
            .execute("SELECT pg_advisory_xact_lock($1)", &[&SCHEMA_LOCK])
            .await
            .map_err(failed)?;
        transaction.batch_execute(SCHEMA).await.map_err(failed)?;
        transaction.commit().await.map_err(failed)?;
        drop(client);
        Ok(Self { pool })
    }

    async fn client(&self) -> Result<Object, StoreError> {
        self.pool.get().await.map_err(no_connection)
    }
}

fn no_connection(error: PoolError) -> StoreError {
    match error {
        PoolError::Backend(error) => failed(error),
        other => StoreError::new(other),
    }
}

/// What the database says of a failure may repeat the row that it refuses, and so names and IINs:
/// its code is kept (PostgreSQL, appendix A), and which rule it was.
fn failed(error: Error) -> StoreError {
    let Some(refused) = error.as_db_error() else {
        return StoreError::new(error);
    };
    let code = refused.code().code();
    let rule = refused.constraint().or(refused.table()).unwrap_or("none");
    StoreError::new(format!(
        "PostgreSQL refuses: SQLSTATE {code}, rule or table: {rule}"
    ))
}

impl std::fmt::Debug for PostgresStore {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // A pool's own `Debug` would print the password.
        f.debug_struct("PostgresStore").finish_non_exhaustive()
    }
}

impl WebhookStore for PostgresStore {
    async fn add_secret(
        &self,
        hash: WebhookSecretHash,
        reference: &str,
        until: u64,
        now: u64,
    ) -> Result<(), StoreError> {
        let client = self.client().await?;
        let forget = "DELETE FROM documentolog_webhook_secrets WHERE until <= $1";
        client
            .execute_typed(forget, &[(&signed_seconds(now), Type::INT8)])
            .await
            .map_err(failed)?;
        let insert =
            "INSERT INTO documentolog_webhook_secrets (hash, reference, until) VALUES ($1, $2, $3)";
        client
            .execute_typed(
                insert,
                &[
                    (&hash.to_hexadecimal(), Type::TEXT),
                    (&reference, Type::TEXT),
                    (&signed_seconds(until), Type::INT8),
                ],
            )
            .await
            .map_err(failed)?;
        Ok(())
    }

    async fn reference_of(
        &self,
        hash: WebhookSecretHash,
        now: u64,
    ) -> Result<Option<String>, StoreError> {
        let client = self.client().await?;
        let select =
            "SELECT reference FROM documentolog_webhook_secrets WHERE hash = $1 AND until > $2";
        let row = client
            .query_typed_opt(
                select,
                &[
                    (&hash.to_hexadecimal(), Type::TEXT),
                    (&signed_seconds(now), Type::INT8),
                ],
            )
            .await
            .map_err(failed)?;
        row.map(|row| row.try_get(0).map_err(failed)).transpose()
    }

    async fn record(&self, reference: &str, event: &WebhookEvent) -> Result<bool, StoreError> {
        let CanonicalWebhook { body, digest } = CanonicalWebhook::of(event);
        let client = self.client().await?;
        let insert =
            "INSERT INTO documentolog_webhooks (reference, digest, body) VALUES ($1, $2, $3)
                      ON CONFLICT (reference, digest) DO NOTHING";
        let rows = client
            .execute_typed(
                insert,
                &[
                    (&reference, Type::TEXT),
                    (&digest, Type::BYTEA),
                    (&body, Type::TEXT),
                ],
            )
            .await
            .map_err(failed)?;
        Ok(rows == 1)
    }

    async fn webhooks_of(&self, reference: &str) -> Result<Vec<StoredWebhook>, StoreError> {
        let client = self.client().await?;
        let select = "SELECT body, (extract(epoch FROM received_at) * 1000)::bigint
                      FROM documentolog_webhooks WHERE reference = $1 ORDER BY id";
        let rows = client
            .query_typed(select, &[(&reference, Type::TEXT)])
            .await
            .map_err(failed)?;
        rows.into_iter()
            .map(|row| {
                let body: String = row.try_get(0).map_err(failed)?;
                let received_at: i64 = row.try_get(1).map_err(failed)?;
                read_row(reference.to_owned(), &body, received_at)
            })
            .collect()
    }
}
