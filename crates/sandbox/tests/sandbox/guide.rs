//! The guide's example for Node.js runs as it stands there. (The one for Rust is a doc test.)

use tokio::process::Command;

use crate::program::succeeds;

const GUIDE: &str = include_str!("../../../../docs/guides/testing.md");

#[tokio::test]
async fn the_guides_node_example_passes() {
    let code = GUIDE.split("```js\n").nth(1).unwrap();
    let code = code.split("```").next().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("signing.test.mjs");
    std::fs::write(&file, code).unwrap();
    let mut node = Command::new("node");
    node.arg("--test")
        .arg(&file)
        .env(
            "DOCUMENTOLOG_SANDBOX",
            env!("CARGO_BIN_EXE_documentolog-sandbox"),
        )
        // A runner that is told of another above it says nothing itself.
        .env_remove("NODE_TEST_CONTEXT");
    let said = succeeds(&mut node).await;
    assert!(said.contains("pass 1"), "{said}");
}
