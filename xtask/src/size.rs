//! What the package weighs for those who use it.

use std::{fs, io::Write, path::Path};

use anyhow::{Context, Result, ensure};
use flate2::{Compression, write::GzEncoder};
use serde_json::{Map, Value, json};
use xshell::cmd;

use crate::{compiler, environment, package, provision::NpmTools, report};

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

/// What an app's bundle gains by other vendors' packages, measured as `total` is: everything
/// that they bring, their framework apart.
const PEERS: [(&str, u32); 8] = [
    ("hellosign-embedded", 26_778),
    ("persona", 19_639),
    ("pandadoc-signing", 10_622),
    ("Anvil's modal", 9_830),
    ("@stripe/react-stripe-js", 4_837),
    ("react-plaid-link", 3_427),
    ("@docuseal/react", 1_459),
    ("@documenso/embed-react", 661),
];

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
    println!("\n{:24} {:>9} {:>9}", "beside it", "", "gzip -9");
    for (name, gzip) in PEERS {
        println!("{name:24} {:>9} {gzip:>9}", "");
    }
    println!("\nfiles of the package");
    for (name, size) in sizes["files"].as_object().into_iter().flatten() {
        row(name, size);
    }
}

/// `entry` is what a consumer's bundle gains by `import { sign }`, `total` adds all
/// that is loaded before a signature, `files` are the package's own.
pub(crate) fn measure(package: &Path) -> Result<Value> {
    report::step("measuring the npm package");
    let npm = NpmTools::provide()?;
    let shell = environment::shell()?;
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

/// What of the package may weigh how much at most, in bytes by gzip -9: what `import { sign }`
/// adds to an app, everything that a signature needs, and the two chunks of it. Set just above
/// what was reached with the compiler that `compiler` names; docs/performance.md says what the
/// bytes are.
const BUDGETS: [(&str, u64); 4] = [
    ("/entry/gzip", 1_459),
    ("/total/gzip", 30_100),
    ("/files/embedded.js/gzip", 25_160),
    ("/files/widget.js/gzip", 2_860),
];

/// How much more another compiler may make of the same source, in percent.
const SLACK: u64 = 2;

/// Fails when something has grown over its budget. `compiler` is what `rustc -vV` says of the one
/// that made it.
pub(crate) fn check(sizes: &Value, compiler: &str) -> Result<()> {
    let slack = if compiler::makes_known_bytes(compiler) {
        0
    } else {
        report::note(&format!(
            "the budgets are of what {} makes: with {} they have {SLACK} % of slack",
            compiler::known(),
            compiler::name(compiler)
        ));
        SLACK
    };
    let mut excesses = Vec::new();
    for (name, budget) in BUDGETS {
        let most = budget + budget * slack / 100;
        let size = sizes
            .pointer(name)
            .and_then(Value::as_u64)
            .with_context(|| format!("{name} has not been measured"))?;
        if size > most {
            excesses.push(format!(
                "{} is {size} B by gzip, {} above its budget of {most}",
                name.trim_matches('/').replace("/gzip", ""),
                size - most
            ));
        }
    }
    ensure!(
        excesses.is_empty(),
        "{}: docs/performance.md, \"What the bytes are\", says where to look",
        excesses.join("; ")
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_grown_is_named() {
        let sized = |entry: u64| {
            json!({
                "entry": {"gzip": entry},
                "total": {"gzip": 1},
                "files": {"embedded.js": {"gzip": 1}, "widget.js": {"gzip": 1}},
            })
        };
        let known = "rustc 1.95.0 (59807616e 2026-04-14)\nhost: x86_64-unknown-linux-gnu";
        assert!(check(&sized(1_459), known).is_ok());
        let refused = check(&sized(1_500), known).unwrap_err().to_string();
        assert!(
            refused.starts_with("entry is 1500 B by gzip, 41 above its budget of 1459"),
            "{refused}"
        );
        assert!(check(&json!({}), known).is_err(), "nothing was measured");
        let other = "rustc 1.96.0 (ac68faa20 2026-05-25)";
        assert!(check(&sized(1_488), other).is_ok());
        assert!(check(&sized(1_489), other).is_err());
    }

    #[test]
    fn sizes_add_up_and_compress() {
        let size = Size::of(&[b'x'; 1000]).unwrap();
        assert_eq!(size.raw, 1000);
        assert!(size.gzip < 100 && size.brotli < size.gzip, "{size:?}");
        assert_eq!(size.plus(size).raw, 2000);
    }
}
