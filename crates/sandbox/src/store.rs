//! What is kept across restarts, in SQLite: documents, messages, webhooks that nobody has
//! taken yet, what was sent and asked, keys, what is written of documents to come, the
//! faults, the clock.

use std::{path::Path, sync::Mutex, time::Duration};

use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    document::Document,
    lock::lock,
    mailbox::Mailbox,
    token_endpoint::ReceivedRequest,
    webhooks::{Body, Delivery},
};

/// The database's name in the folder of `--data`.
const FILE: &str = "documentolog-sandbox.sqlite";

/// How long a sandbox that has just been stopped may still hold the file.
const BUSY: Duration = Duration::from_secs(1);

const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS documents (
        -- In the order they were made.
        place INTEGER PRIMARY KEY AUTOINCREMENT,
        id INTEGER NOT NULL UNIQUE,
        json TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS files (
        document INTEGER NOT NULL,
        id INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        PRIMARY KEY (document, id)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS mailboxes (
        place INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        json TEXT NOT NULL
    ) STRICT;
    -- Webhooks that are still to be delivered, in order.
    CREATE TABLE IF NOT EXISTS webhooks (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        document INTEGER NOT NULL,
        body TEXT NOT NULL
    ) STRICT;
    -- Every try to deliver one, in order.
    CREATE TABLE IF NOT EXISTS deliveries (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        event TEXT NOT NULL,
        doc_id TEXT NOT NULL,
        body BLOB NOT NULL,
        status INTEGER,
        tried_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS token_requests (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        json TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS settings (
        name TEXT PRIMARY KEY,
        json TEXT NOT NULL
    ) STRICT;
";

/// Why the store cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The folder cannot be made.
    #[error("the folder cannot be made")]
    Folder(#[source] std::io::Error),
    /// SQLite refuses.
    #[error("the database cannot be used")]
    Sqlite(#[from] rusqlite::Error),
    /// What is in it is not this version's.
    #[error("the database holds what this version cannot read: use another folder")]
    Content(#[from] serde_json::Error),
    /// Another sandbox uses it.
    #[error("another sandbox uses this folder")]
    Used,
    /// The sandbox has been stopped.
    #[error("the sandbox has been stopped")]
    Closed,
}

/// The store.
pub(crate) struct Store {
    /// None once it is closed.
    connection: Mutex<Option<Connection>>,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Store")
    }
}

/// A webhook that is still to be delivered.
#[derive(Debug)]
pub(crate) struct Undelivered {
    pub(crate) number: i64,
    pub(crate) document: u32,
    pub(crate) body: String,
}

impl Store {
    /// Opens the database in this folder, and makes both where they are not there.
    pub(crate) fn open(folder: &Path) -> Result<Self, StoreError> {
        make_folder(folder).map_err(StoreError::Folder)?;
        let connection = Connection::open(folder.join(FILE))?;
        prepare(&connection).map_err(|error| match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DatabaseBusy) => StoreError::Used,
            _ => error.into(),
        })?;
        Ok(Self {
            connection: Mutex::new(Some(connection)),
        })
    }

    /// Lets the file go: what still goes on in a sandbox that is stopped is not kept.
    pub(crate) fn close(&self) {
        lock(&self.connection).take();
    }

    /// Writes all of it or nothing.
    pub(crate) fn write(
        &self,
        write: impl FnOnce(&Writer<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut connection = lock(&self.connection);
        let connection = connection.as_mut().ok_or(StoreError::Closed)?;
        let writer = Writer {
            transaction: connection.transaction()?,
        };
        write(&writer)?;
        writer.transaction.commit()?;
        Ok(())
    }

    pub(crate) fn setting<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, StoreError> {
        let connection = lock(&self.connection);
        let connection = connection.as_ref().ok_or(StoreError::Closed)?;
        let json: Option<String> = connection
            .query_row("SELECT json FROM settings WHERE name = ?", [name], |row| {
                row.get(0)
            })
            .optional()?;
        Ok(json.map(|json| serde_json::from_str(&json)).transpose()?)
    }

    /// The documents with their files, oldest first.
    pub(crate) fn documents(&self) -> Result<Vec<Document>, StoreError> {
        let mut documents: Vec<Document> =
            self.json_rows("SELECT json FROM documents ORDER BY place")?;
        let connection = lock(&self.connection);
        let connection = connection.as_ref().ok_or(StoreError::Closed)?;
        let mut file =
            connection.prepare("SELECT bytes FROM files WHERE document = ? AND id = ?")?;
        for document in &mut documents {
            for attachment in &mut document.attachments {
                attachment.bytes =
                    file.query_row([document.id, attachment.id], |row| row.get(0))?;
            }
        }
        Ok(documents)
    }

    /// The mailboxes, in the order they were made.
    pub(crate) fn mailboxes(&self) -> Result<Vec<Mailbox>, StoreError> {
        self.json_rows("SELECT json FROM mailboxes ORDER BY place")
    }

    /// The webhooks that are still to be delivered, in order.
    pub(crate) fn undelivered(&self) -> Result<Vec<Undelivered>, StoreError> {
        let select = "SELECT number, document, body FROM webhooks ORDER BY number";
        self.rows(select, |row| {
            Ok(Undelivered {
                number: row.get(0)?,
                document: row.get(1)?,
                body: row.get(2)?,
            })
        })
    }

    /// Every try to deliver a webhook, in order.
    pub(crate) fn deliveries(&self) -> Result<Vec<Delivery>, StoreError> {
        let select = "SELECT event, doc_id, body, status, tried_at FROM deliveries ORDER BY number";
        self.rows(select, |row| {
            Ok(Delivery {
                event: row.get(0)?,
                doc_id: row.get(1)?,
                body: Body(row.get(2)?),
                status: row.get(3)?,
                // SQLite's numbers have a sign; a clock's have none.
                tried_at: row.get::<_, i64>(4)?.unsigned_abs(),
            })
        })
    }

    /// The token requests, oldest first.
    pub(crate) fn token_requests(&self) -> Result<Vec<ReceivedRequest>, StoreError> {
        self.json_rows("SELECT json FROM token_requests ORDER BY number")
    }

    /// Every row of a query for one column of JSON.
    fn json_rows<T: DeserializeOwned>(&self, select: &str) -> Result<Vec<T>, StoreError> {
        let texts = self.rows(select, |row| row.get::<_, String>(0))?;
        texts
            .iter()
            .map(|text| Ok(serde_json::from_str(text)?))
            .collect()
    }

    /// Every row of a query.
    fn rows<T>(
        &self,
        select: &str,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        let connection = lock(&self.connection);
        let connection = connection.as_ref().ok_or(StoreError::Closed)?;
        let mut query = connection.prepare(select)?;
        let rows = query.query_map([], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(BUSY)?;
    // One sandbox at a time: two would deliver each webhook twice. The lock goes with the
    // process, however it ends.
    connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.execute_batch(SCHEMA)
}

/// Makes the folder, for its owner's eyes only where that can be said.
fn make_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// What is written at once.
pub(crate) struct Writer<'a> {
    transaction: Transaction<'a>,
}

impl Writer<'_> {
    pub(crate) fn setting(&self, name: &str, value: &impl Serialize) -> Result<(), StoreError> {
        let json = serde_json::to_string(value)?;
        self.transaction.execute(
            "INSERT INTO settings (name, json) VALUES (?, ?)
             ON CONFLICT (name) DO UPDATE SET json = excluded.json",
            params![name, json],
        )?;
        Ok(())
    }

    pub(crate) fn document(&self, document: &Document) -> Result<(), StoreError> {
        let json = serde_json::to_string(document)?;
        self.transaction.execute(
            "INSERT INTO documents (id, json) VALUES (?, ?)
             ON CONFLICT (id) DO UPDATE SET json = excluded.json",
            params![document.id, json],
        )?;
        Ok(())
    }

    /// The files of a new document: they do not change.
    pub(crate) fn files(&self, document: &Document) -> Result<(), StoreError> {
        for file in &document.attachments {
            self.transaction.execute(
                "INSERT INTO files (document, id, bytes) VALUES (?, ?, ?)",
                params![document.id, file.id, file.bytes],
            )?;
        }
        Ok(())
    }

    pub(crate) fn mailbox(&self, mailbox: &Mailbox) -> Result<(), StoreError> {
        let json = serde_json::to_string(mailbox)?;
        self.transaction.execute(
            "INSERT INTO mailboxes (id, json) VALUES (?, ?)
             ON CONFLICT (id) DO UPDATE SET json = excluded.json",
            params![mailbox.id, json],
        )?;
        Ok(())
    }

    /// Adds a webhook to those that are to be delivered. Its number.
    pub(crate) fn webhook(&self, document: u32, body: &str) -> Result<i64, StoreError> {
        self.transaction.execute(
            "INSERT INTO webhooks (document, body) VALUES (?, ?)",
            params![document, body],
        )?;
        Ok(self.transaction.last_insert_rowid())
    }

    /// A webhook has been delivered, or is given up.
    pub(crate) fn webhook_done(&self, number: i64) -> Result<(), StoreError> {
        self.transaction
            .execute("DELETE FROM webhooks WHERE number = ?", [number])?;
        Ok(())
    }

    pub(crate) fn delivery(&self, delivery: &Delivery) -> Result<(), StoreError> {
        self.transaction.execute(
            "INSERT INTO deliveries (event, doc_id, body, status, tried_at) VALUES (?, ?, ?, ?, ?)",
            params![
                delivery.event,
                delivery.doc_id,
                delivery.body.0,
                delivery.status,
                i64::try_from(delivery.tried_at).unwrap_or(i64::MAX)
            ],
        )?;
        Ok(())
    }

    /// Adds a token request, and forgets the oldest if there are more than so many.
    pub(crate) fn token_request(
        &self,
        request: &ReceivedRequest,
        most: u32,
    ) -> Result<(), StoreError> {
        let json = serde_json::to_string(request)?;
        self.transaction
            .execute("INSERT INTO token_requests (json) VALUES (?)", [json])?;
        self.transaction.execute(
            "DELETE FROM token_requests WHERE number <= ? - ?",
            params![self.transaction.last_insert_rowid(), most],
        )?;
        Ok(())
    }

    /// Forgets everything but the settings.
    pub(crate) fn clear(&self) -> Result<(), StoreError> {
        self.transaction.execute_batch(
            "DELETE FROM documents; DELETE FROM files; DELETE FROM mailboxes; DELETE FROM webhooks;
             DELETE FROM deliveries; DELETE FROM token_requests;",
        )?;
        Ok(())
    }
}
