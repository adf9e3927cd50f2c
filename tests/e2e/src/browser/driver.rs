//! The drivers' programs, and the sessions that outlive a test that fails.

use std::{
    io::{self, Read, Write},
    net::{self, IpAddr, Ipv4Addr, Ipv6Addr, TcpListener},
    process::Stdio,
    sync::atomic::{AtomicU16, Ordering},
    time::Duration,
};

use anyhow::{Context, Result, bail};
use tokio::{
    io::{AsyncBufReadExt, BufReader, Lines},
    net::TcpStream,
    process::{Child, ChildStdout, Command},
};

use super::{
    PATIENCE,
    engine::{Engine, required},
};

/// A driver that listens. Dropping it ends it.
#[derive(Debug)]
pub(super) struct Driver {
    pub(super) port: u16,
    _process: Child,
    /// It would be ended by a closed pipe, were it to write once more.
    _output: Option<Lines<BufReader<ChildStdout>>>,
}

impl Driver {
    /// Starts the driver of an engine.
    pub(super) async fn start(engine: Engine) -> Result<Self> {
        match engine {
            Engine::Chromium => {
                let mut command = Command::new(required("DOCUMENTOLOG_CHROMEDRIVER")?);
                command.arg(format!("--port={}", free_port()?));
                Self::that_says_when(command).await
            }
            Engine::Firefox => {
                let mut command = Command::new(required("DOCUMENTOLOG_GECKODRIVER")?);
                command.args(["--port=0", "--websocket-port=0"]);
                Self::that_says_when(command).await
            }
            Engine::WebKit => {
                let port = free_port()?;
                let process = Command::new(required("DOCUMENTOLOG_WEBKITDRIVER")?)
                    .arg(format!("--port={port}"))
                    // Its own sandbox may need user namespaces, which containers and root
                    // may not have; what it shows here is our own.
                    .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
                    .stdout(Stdio::null())
                    .stderr(Stdio::null())
                    .kill_on_drop(true)
                    .spawn()?;
                // It does not say when it listens.
                let listens = async {
                    while TcpStream::connect((Ipv4Addr::LOCALHOST, port))
                        .await
                        .is_err()
                    {
                        tokio::time::sleep(Duration::from_millis(20)).await;
                    }
                };
                tokio::time::timeout(PATIENCE, listens)
                    .await
                    .context("WebKit's driver does not listen")?;
                Ok(Self {
                    port,
                    _process: process,
                    _output: None,
                })
            }
        }
    }

    /// Starts one that says where it listens.
    async fn that_says_when(mut command: Command) -> Result<Self> {
        let mut process = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()?;
        let mut output =
            BufReader::new(process.stdout.take().context("the driver has no output")?).lines();
        loop {
            let Some(line) = output.next_line().await? else {
                bail!("{command:?} ended")
            };
            if let Some(port) = listening_port(&line) {
                return Ok(Self {
                    port,
                    _process: process,
                    _output: Some(output),
                });
            }
        }
    }
}

/// A session that is still open when a test fails. Dropping it closes it: a driver that
/// is killed leaves its browser running. The test's runtime may be gone by then, so this
/// waits for the driver in the ordinary way.
#[derive(Debug)]
pub(super) struct OpenSession {
    pub(super) port: u16,
    pub(super) id: Option<String>,
}

impl OpenSession {
    /// WebDriver, section 8.2. The answer comes when the browser has been told to end.
    fn close(&self, id: &str) -> io::Result<()> {
        let address = (Ipv4Addr::LOCALHOST, self.port);
        let mut driver = net::TcpStream::connect(address)?;
        driver.set_read_timeout(Some(PATIENCE))?;
        let port = self.port;
        write!(
            driver,
            "DELETE /session/{id} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
        )?;
        driver.read_exact(&mut [0])
    }
}

impl Drop for OpenSession {
    #[allow(
        clippy::print_stderr,
        reason = "the test has failed already, of something that matters more"
    )]
    fn drop(&mut self) {
        if let Some(id) = self.id.take()
            && let Err(error) = self.close(&id)
        {
            eprintln!("a browser may still run: {error}");
        }
    }
}

/// A port that is free on both loopback addresses, for servers and drivers that cannot choose one
/// themselves: chromedriver takes one that is free on `::1` and ends if somebody has it
/// on `127.0.0.1`, which a busy test machine has it do once in forty times. These are
/// below the ports that systems hand out by themselves, and each is tried by one test
/// only.
///
/// # Errors
/// When all are taken.
pub fn free_port() -> Result<u16> {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    // Test programs that run at the same time begin at different places.
    let first = 20_000 + u16::try_from(std::process::id() % 100)? * 100;
    (0..100)
        .map(|_| first + NEXT.fetch_add(1, Ordering::Relaxed) % 100)
        .find(|port| {
            let is_free = |address: IpAddr| match TcpListener::bind((address, *port)) {
                Ok(_) => true,
                // A machine without IPv6 has no ::1 to be taken.
                Err(error) => error.kind() == std::io::ErrorKind::AddrNotAvailable,
            };
            is_free(Ipv4Addr::LOCALHOST.into()) && is_free(Ipv6Addr::LOCALHOST.into())
        })
        .context("no free port")
}

/// The port in what a driver says when it listens: chromedriver `… on port 1234.`,
/// geckodriver `… Listening on 127.0.0.1:1234`.
fn listening_port(line: &str) -> Option<u16> {
    let (_, after) = line
        .split_once("successfully on port ")
        .or_else(|| line.split_once("Listening on 127.0.0.1:"))?;
    after.trim().trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_of_a_driver() {
        let rows = [
            (
                "ChromeDriver was started successfully on port 40123.",
                Some(40123),
            ),
            (
                "1700000000000\tgeckodriver\tINFO\tListening on 127.0.0.1:4444",
                Some(4444),
            ),
            ("Only local connections are allowed.", None),
        ];
        for (line, port) in rows {
            assert_eq!(listening_port(line), port, "{line}");
        }
    }
}
