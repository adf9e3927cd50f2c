//! What the package weighs for those who use it.

use std::{fs, io::Write, path::Path};

use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};
use serde_json::{Map, Value, json};
use xshell::{Shell, cmd};

use crate::{package, provision::NpmTools, report};

/// Bytes as they are, by gzip -9 and by brotli 11.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Size {
    fn of(bytes: &[u8]) -> Result<Self> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(bytes)?;
        let mut brotli = Vec::new();
        let parameters = brotli::enc::BrotliEncoderParams {
            quality: 11,
            lgwin: 22,
            ..Default::default()
        };
        brotli::BrotliCompress(&mut &bytes[..], &mut brotli, &parameters)?;
        Ok(Self {
            raw: bytes.len(),
            gzip: gzip.finish()?.len(),
            brotli: brotli.len(),
        })
    }

    fn plus(self, other: Self) -> Self {
        Self {
            raw: self.raw + other.raw,
            gzip: self.gzip + other.gzip,
            brotli: self.brotli + other.brotli,
        }
    }

    fn to_json(self) -> Value {
        json!({"raw": self.raw, "gzip": self.gzip, "brotli": self.brotli})
    }
}

/// Builds the package, measures it and prints the sizes.
pub(crate) fn print(as_json: bool) -> Result<()> {
    let sizes = measure(&package::build()?)?;
    if as_json {
        println!("{sizes:#}");
    } else {
        print_table(&sizes);
    }
    Ok(())
}

/// Prints the sizes for people.
pub(crate) fn print_table(sizes: &Value) {
    println!(
        "{:24} {:>9} {:>9} {:>9}",
        "bytes", "raw", "gzip -9", "brotli 11"
    );
    let row = |name: &str, size: &Value| {
        println!(
            "{name:24} {:>9} {:>9} {:>9}",
            size["raw"], size["gzip"], size["brotli"]
        );
    };
    row("entry", &sizes["entry"]);
    row("total", &sizes["total"]);
    for (name, size) in sizes["files"].as_object().into_iter().flatten() {
        row(name, size);
    }
}

/// `entry` is what a consumer's bundle gains by `import { sign }`, `total` adds all
/// that is loaded before a signature, `files` are the package's own.
pub(crate) fn measure(package: &Path) -> Result<Value> {
    report::step("measuring the npm package");
    let npm = NpmTools::provide()?;
    let shell = Shell::new()?;
    let consumer = tempfile::tempdir()?;
    let (source, out) = (
        consumer.path().join("entry.js"),
        consumer.path().join("out"),
    );
    fs::write(
        &source,
        "import { sign } from 'documentolog-embed';\nglobalThis.sign = sign;\n",
    )?;
    let esbuild = npm.tool("esbuild");
    let alias = format!(
        "--alias:documentolog-embed={}",
        package.join("index.js").display()
    );
    let out_dir = format!("--outdir={}", out.display());
    cmd!(
        shell,
        "{esbuild} {source} --bundle --minify --format=esm --splitting --log-level=warning"
    )
    .args([alias, out_dir])
    .quiet()
    .run()?;
    let (mut entry, mut total) = (Size::default(), Size::default());
    for file in fs::read_dir(&out)? {
        let file = file?;
        // Loaded only where the widget cannot be.
        let name = file.file_name().to_string_lossy().into_owned();
        if name.starts_with("fallback") || name.starts_with("plain") {
            continue;
        }
        let size = Size::of(&fs::read(file.path())?)?;
        if file.file_name() == "entry.js" {
            entry = size;
        }
        total = total.plus(size);
    }
    let mut files = Map::new();
    let mut listed: Vec<_> = fs::read_dir(package)?.collect::<Result<_, _>>()?;
    listed.sort_by_key(fs::DirEntry::file_name);
    for file in listed.iter().filter(|file| {
        file.path()
            .extension()
            .is_some_and(|extension| extension == "js")
    }) {
        let name = file
            .file_name()
            .into_string()
            .ok()
            .context("a file's name is no text")?;
        files.insert(name, Size::of(&fs::read(file.path())?)?.to_json());
    }
    Ok(json!({"entry": entry.to_json(), "total": total.to_json(), "files": files}))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_add_up_and_compress() {
        let size = Size::of(&[b'x'; 1000]).unwrap();
        assert_eq!(size.raw, 1000);
        assert!(size.gzip < 100 && size.brotli < size.gzip, "{size:?}");
        assert_eq!(size.plus(size).raw, 2000);
    }
}
