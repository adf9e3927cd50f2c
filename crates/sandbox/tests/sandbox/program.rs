//! The sandbox as a program, which can be killed; and other programs.

use std::{
    process::Stdio,
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
};

use crate::stage::{KEY, Stage};

/// A running program. Dropping it kills it.
pub(crate) struct Program {
    child: Child,
    pub(crate) stage: Stage,
    /// From the start until it said that it listens.
    pub(crate) start_time: Duration,
}

impl Program {
    pub(crate) async fn start(arguments: &[&str]) -> Self {
        let begun = Instant::now();
        let mut child = Command::new(env!("CARGO_BIN_EXE_documentolog-sandbox"))
            .args(arguments)
            .env("DOCUMENTOLOG_API_KEY", KEY)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let line = lines.next_line().await.unwrap().unwrap();
        let start_time = begun.elapsed();
        let origin = line.strip_prefix("documentolog-sandbox ready ").unwrap();
        Self {
            stage: Stage::at(origin),
            child,
            start_time,
        }
    }

    /// Kills it, as `kill -9` does.
    pub(crate) async fn kill(mut self) {
        self.child.kill().await.unwrap();
    }
}

/// Runs a program that must succeed, and gives what it says.
pub(crate) async fn succeeds(command: &mut Command) -> String {
    let output = command.stdin(Stdio::null()).output().await.unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{said}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    said
}

/// It prepares nothing that takes its time. The quickest of several starts: a busy computer
/// delays any one of them.
#[tokio::test]
async fn it_starts_at_once() {
    let mut quickest = Duration::MAX;
    for _ in 0..5 {
        let program = Program::start(&["--listen", "127.0.0.1:0"]).await;
        quickest = quickest.min(program.start_time);
        program.kill().await;
    }
    assert!(quickest < Duration::from_secs(5), "{quickest:?}");
}
