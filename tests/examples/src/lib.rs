//! What the tests of the examples stand on: the sandbox where the examples expect it, and
//! an example's own server.

use std::{
    path::{Path, PathBuf},
    process::Stdio,
    sync::OnceLock,
    time::Duration,
};

use anyhow::{Context, Result, bail};
use documentolog_e2e::{API_KEY, free_port};
use documentolog_protocol::ApiKey;
use documentolog_sandbox::{Config, Sandbox};
use serde_json::Value;
use tokio::{
    net::TcpStream,
    process::{Child, Command},
};

/// Where the examples look for the sandbox: where its program listens if it is not told
/// otherwise.
pub const SANDBOX: &str = "http://127.0.0.1:4100";

/// The one sandbox of this program's tests.
///
/// # Errors
/// When it does not start: something else may have its port.
pub fn sandbox() -> Result<&'static Sandbox> {
    static STARTED: OnceLock<Result<Sandbox, String>> = OnceLock::new();
    STARTED
        .get_or_init(|| start_sandbox().map_err(|error| format!("{error:#}")))
        .as_ref()
        .map_err(|error| anyhow::anyhow!("{error}"))
}

/// Starts it on a thread of its own: a test's runtime ends with the test.
fn start_sandbox() -> Result<Sandbox> {
    let (started, starts) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let runtime = match tokio::runtime::Runtime::new() {
            Ok(runtime) => runtime,
            Err(error) => return started.send(Err(error.into())),
        };
        runtime.block_on(async {
            let config = Config {
                listen: ([127, 0, 0, 1], 4100).into(),
                api_key: ApiKey::new(API_KEY),
                ..Config::default()
            };
            let sandbox = documentolog_sandbox::start(config).await;
            let sandbox = sandbox.context(
                "the examples look for the sandbox at port 4100 of 127.0.0.1. If it is taken, end \
                 who has it (`cargo xtask demo`? a sandbox's program? other tests?), and try again",
            );
            let sent = started.send(sandbox);
            std::future::pending::<()>().await;
            sent
        })
    });
    starts.recv()?
}

/// The repository's folder of this name.
#[must_use]
pub fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(name)
}

/// An example's server, started as its package.json says. Dropping it ends it.
#[derive(Debug)]
pub struct Example {
    /// Where it is.
    pub origin: String,
    _server: Child,
}

impl Example {
    /// Starts it on a free port.
    ///
    /// # Errors
    /// When it does not answer in time, or has not been built.
    pub async fn start(name: &str) -> Result<Self> {
        let folder = folder("examples").join(name);
        let manifest: Value = serde_json::from_slice(&std::fs::read(folder.join("package.json"))?)?;
        let script = manifest["scripts"]["start"]
            .as_str()
            .context("no script to start it")?;
        let mut words = script.split(' ');
        let program = match words.next() {
            Some("node") => PathBuf::from("node"),
            Some(tool) => folder.join("node_modules/.bin").join(tool),
            None => bail!("the script to start it is empty"),
        };
        let mut command = Command::new(program);
        command.args(words).current_dir(&folder);
        Self::run(name, command).await
    }

    /// Serves a folder by the examples' own back end.
    ///
    /// # Errors
    /// When it does not answer in time.
    pub async fn serve(pages: &Path) -> Result<Self> {
        let mut command = Command::new("node");
        command
            .arg(folder("examples/back-end/server.mjs"))
            .arg(pages);
        Self::run("the examples' back end", command).await
    }

    /// An example's pages, served by the back end in Rust.
    ///
    /// # Errors
    /// When it does not answer in time, or has not been built.
    pub async fn start_in_rust(pages: &str) -> Result<Self> {
        // Built into a folder beside that of the tests' own programs.
        let own = std::env::current_exe()?;
        let programs = own.ancestors().nth(2).context("no folder of programs")?;
        let name = format!("examples/back_end{}", std::env::consts::EXE_SUFFIX);
        let mut command = Command::new(programs.join(&name));
        command.arg(folder("examples").join(pages));
        Self::run(&name, command).await
    }

    async fn run(name: &str, mut command: Command) -> Result<Self> {
        let port = free_port()?;
        let origin = format!("http://localhost:{port}");
        let mut server = command
            .env("PORT", port.to_string())
            // Where the service reaches it, where the server does not know that itself.
            .env("ORIGIN", &origin)
            .env("DOCUMENTOLOG_BASE_URL", SANDBOX)
            .env("DOCUMENTOLOG_API_KEY", API_KEY)
            .env("NEXT_TELEMETRY_DISABLED", "1")
            .stdout(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .with_context(|| {
                format!("{name} does not start: run `cargo xtask test --only package,examples`")
            })?;
        let listens = async {
            while TcpStream::connect(("localhost", port)).await.is_err() {
                if let Some(status) = server.try_wait()? {
                    bail!("{name} ended: {status}");
                }
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
            Ok(())
        };
        tokio::time::timeout(Duration::from_secs(30), listens)
            .await
            .with_context(|| format!("{name} does not listen"))??;
        Ok(Self {
            origin,
            _server: server,
        })
    }
}
