//! Stores of several back ends on one real PostgreSQL.

use std::{
    path::{Path, PathBuf},
    process::Stdio,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use deadpool_postgres::{Manager, Pool};
use documentolog_server::{PostgresStore, WebhookStore, Webhooks};
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
    task::JoinSet,
};
use tokio_postgres::{Config, NoTls};

use super::{keeps_its_promises, send_all};

/// Where the server's programs are. `cargo xtask test` installs them and says so.
const PROGRAMS: &str = "DOCUMENTOLOG_POSTGRES";

/// A server with a database of its own. It listens on a socket in its folder and on no port.
struct Server {
    folder: TempDir,
    _server: Child,
}

impl Server {
    async fn start() -> Self {
        let programs = std::env::var_os(PROGRAMS)
            .expect("DOCUMENTOLOG_POSTGRES names the folder of `initdb` and `postgres`");
        let programs = PathBuf::from(programs);
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        std::fs::create_dir(&data).unwrap();
        give_to_postgres(folder.path()).await;
        let made = as_postgres(&programs.join("initdb"))
            .args([
                "--auth=trust",
                "--username=postgres",
                "--no-sync",
                "--pgdata",
            ])
            .arg(&data)
            .stdout(Stdio::null())
            .status();
        assert!(made.await.unwrap().success(), "initdb failed");
        let server = as_postgres(&programs.join("postgres"))
            .arg("-D")
            .arg(&data)
            // Nothing has to outlive the machine, whose disk others need.
            .args(["-c", "fsync=off", "-c", "listen_addresses=", "-k"])
            .arg(folder.path())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let server = Self {
            folder,
            _server: server,
        };
        let answers = async {
            while server.pool("postgres").get().await.is_err() {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        let answers = tokio::time::timeout(Duration::from_secs(120), answers);
        answers.await.unwrap();
        server
    }

    fn pool(&self, database: &str) -> Pool {
        self.pool_of("postgres", database)
    }

    fn pool_of(&self, role: &str, database: &str) -> Pool {
        let mut config = Config::new();
        config
            .host_path(self.folder.path())
            .user(role)
            .dbname(database);
        Pool::builder(Manager::new(config, NoTls))
            .max_size(8)
            .build()
            .unwrap()
    }
}

/// PostgreSQL refuses to run for root, who runs the tests in containers.
fn as_postgres(program: &Path) -> Command {
    if is_root() {
        let mut command = Command::new("setpriv");
        command
            .args([
                "--reuid=postgres",
                "--regid=postgres",
                "--init-groups",
                "--pdeathsig=KILL",
            ])
            .arg(program);
        command
    } else {
        Command::new(program)
    }
}

async fn give_to_postgres(folder: &Path) {
    if is_root() {
        let given = Command::new("chown")
            .args(["-R", "postgres:postgres"])
            .arg(folder)
            .status();
        assert!(given.await.unwrap().success());
    }
}

fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0)
}

/// `examples/webhook_receiver.rs`, running.
struct Receiver {
    origin: String,
    process: Child,
}

impl Receiver {
    async fn start(server: &Server) -> Self {
        // Cargo builds examples for the tests, beside them.
        let own = std::env::current_exe().unwrap();
        let program = own
            .parent()
            .unwrap()
            .parent()
            .unwrap()
            .join("examples/webhook_receiver");
        let mut process = Command::new(program)
            .env("PGHOST", server.folder.path())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let mut output = BufReader::new(process.stdout.take().unwrap()).lines();
        let line = output.next_line().await.unwrap().unwrap();
        let origin = line.strip_prefix("ready ").unwrap().to_owned();
        Self { origin, process }
    }

    /// Kills it, as a machine dies.
    async fn kill(&mut self) {
        self.process.kill().await.unwrap();
    }
}

#[tokio::test]
async fn postgres_keeps_its_promises() {
    let server = Server::start().await;
    keeps_its_promises(PostgresStore::new(server.pool("postgres")).await.unwrap()).await;
    // Back ends that start together make the tables together.
    let pool = server.pool("postgres");
    let mut starts = JoinSet::new();
    server
        .pool("postgres")
        .get()
        .await
        .unwrap()
        .batch_execute("CREATE DATABASE fresh")
        .await
        .unwrap();
    for _ in 0..8 {
        let pool = server.pool("fresh");
        starts.spawn(async move { PostgresStore::new(pool).await.map(drop) });
    }
    for started in starts.join_all().await {
        started.unwrap();
    }
    let again = PostgresStore::new(pool).await.unwrap();
    assert_eq!(again.webhooks_of("order-1").await.unwrap().len(), 4);
}

/// As banks have it: the tables come by migrations, the back end's role may make none, and the
/// tables have rules of their own.
#[tokio::test]
async fn a_role_that_makes_no_tables_is_enough_and_a_refused_row_is_not_repeated() {
    let server = Server::start().await;
    let owner = server.pool("postgres").get().await.unwrap();
    owner.batch_execute(PostgresStore::SCHEMA).await.unwrap();
    let rules = "CREATE ROLE back_end LOGIN;
        REVOKE CREATE ON SCHEMA public FROM PUBLIC;
        GRANT SELECT, INSERT, DELETE ON documentolog_webhook_secrets TO back_end;
        GRANT SELECT, INSERT ON documentolog_webhooks TO back_end;
        ALTER TABLE documentolog_webhooks ADD CONSTRAINT not_signed CHECK (body NOT LIKE '%signed%')";
    owner.batch_execute(rules).await.unwrap();
    let pool = server.pool_of("back_end", "postgres");
    let webhooks = Webhooks::new(PostgresStore::with_tables(pool));
    let secret = webhooks.issue_secret("order-1").await.unwrap();
    let sent = br#"{"event": "document_sent", "doc_id": "KZ1"}"#;
    assert!(
        webhooks
            .receive(secret.expose(), sent)
            .await
            .unwrap()
            .is_new
    );
    let refused = r#"{"event": "signer_signed", "doc_id": "KZ1",
        "signer": {"name": "Бекова Айгерім", "recipient": "791028302729"}}"#;
    let refused = webhooks.receive(secret.expose(), refused.as_bytes()).await;
    let said = format!("{:?}", refused.unwrap_err());
    assert!(
        said.contains("23514") && said.contains("not_signed"),
        "{said}"
    );
    assert!(
        !said.contains("Бекова") && !said.contains("791028302729"),
        "{said}"
    );
}

/// Everything that is logged in this process.
struct Log(Mutex<String>);

static LOG: Log = Log(Mutex::new(String::new()));

impl log::Log for Log {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        if record.target().starts_with("tokio_postgres") {
            let mut written = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            written.push_str(&format!("{}\n", record.args()));
        }
    }

    fn flush(&self) {}
}

#[tokio::test]
async fn statements_are_logged_without_what_they_carry() {
    log::set_logger(&LOG).unwrap();
    log::set_max_level(log::LevelFilter::Debug);
    let server = Server::start().await;
    let webhooks = Webhooks::new(PostgresStore::new(server.pool("postgres")).await.unwrap());
    let secret = webhooks.issue_secret("the-order-of-a-test").await.unwrap();
    let event = r#"{"event": "signer_signed", "doc_id": "KZ-of-a-test",
        "signer": {"name": "Бекова Айгерім", "recipient": "791028302729"}}"#;
    let received = webhooks.receive(secret.expose(), event.as_bytes()).await;
    assert!(received.unwrap().is_new);
    let kept = webhooks.store().webhooks_of("the-order-of-a-test").await;
    assert_eq!(kept.unwrap().len(), 1);
    let written = LOG.0.lock().unwrap().clone();
    assert!(written.contains("pg_advisory_xact_lock"), "{written}");
    let hash = secret.hash().to_hexadecimal();
    for hidden in ["Бекова", "791028302729", "KZ-of", "the-order", &hash] {
        assert!(!written.contains(hidden), "{hidden} is in {written:.9999}");
    }
}

/// The same into one PostgreSQL through two processes, one of which is killed in the midst of
/// it: nothing that was answered with 2xx is lost, nothing is there twice.
#[tokio::test(flavor = "multi_thread")]
async fn a_burst_survives_the_death_of_one_receiver_of_two() {
    const DOCUMENTS: usize = 10_000;
    let server = Server::start().await;
    let webhooks = Webhooks::new(PostgresStore::new(server.pool("postgres")).await.unwrap());
    let secret = webhooks.issue_secret("order-1").await.unwrap();
    let mut first = Receiver::start(&server).await;
    let second = Receiver::start(&server).await;
    let urls = [&first, &second]
        .map(|receiver| format!("{}/webhooks/{}", receiver.origin, secret.expose()));
    let sending = tokio::spawn(send_all(urls.to_vec(), 0..DOCUMENTS));
    // In the midst of it, by what is there, and not by the clock.
    while webhooks.store().webhooks_of("order-1").await.unwrap().len() < DOCUMENTS / 4 {
        assert!(!sending.is_finished());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    first.kill().await;
    sending.await.unwrap();
    let kept = webhooks.store().webhooks_of("order-1").await.unwrap();
    let mut documents: Vec<_> = kept
        .iter()
        .map(|kept| kept.event.doc_id().unwrap().to_owned())
        .collect();
    documents.sort_unstable();
    documents.dedup();
    assert_eq!((kept.len(), documents.len()), (DOCUMENTS, DOCUMENTS));
}
