//! The TypeScript types of what crosses to JavaScript, made from the Rust ones.
//! The file is committed; the test fails when the two part, and says how to
//! write it anew.

use ts_rs::{Config, TS};

use crate::{
    error::ErrorCode,
    event::{ClosedBy, Outcome, Phase, Progress, Refusal},
    texts::Locale,
};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/pkg-template/src/bindings.ts");

const HEAD: &str = "\
// Made from the Rust definitions in src/. Do not edit: change the Rust, then run
//   UPDATE_BINDINGS=1 cargo test -p documentolog-embed --lib bindings

/** A way to sign. The service may add methods: those come as it spells them. */
export type SignatureMethod = 'eds' | 'egov-qr' | 'sms' | 'adobe-sign' | (string & {});
";

fn declaration<T: TS>(config: &Config, text: &mut String) {
    text.push('\n');
    text.push_str(&T::docs().unwrap_or_default());
    text.push_str("export ");
    text.push_str(&T::decl(config));
    text.push('\n');
}

#[test]
fn typescript_types_are_those_of_rust() {
    let config = Config::default();
    let mut made = HEAD.to_owned();
    // The errors that the loader makes itself, since Rust cannot.
    for (name, code) in [
        ("wasmUnavailable", ErrorCode::WasmUnavailable),
        ("widgetCrashed", ErrorCode::WidgetCrashed),
    ] {
        let message = serde_json::to_string(code.message()).unwrap();
        made.push_str(&format!(
            "\n/** The sentence of `{}`. */\nexport const {name} =\n  {message};\n",
            code.as_str()
        ));
    }
    declaration::<Outcome>(&config, &mut made);
    declaration::<ClosedBy>(&config, &mut made);
    declaration::<Progress>(&config, &mut made);
    declaration::<Phase>(&config, &mut made);
    declaration::<Refusal>(&config, &mut made);
    declaration::<ErrorCode>(&config, &mut made);
    declaration::<Locale>(&config, &mut made);
    if std::env::var_os("UPDATE_BINDINGS").is_some() {
        std::fs::write(PATH, &made).unwrap();
    }
    let committed = std::fs::read_to_string(PATH).unwrap_or_default();
    assert!(
        committed == made,
        "pkg-template/src/bindings.ts is stale: see its head"
    );
}

/// The names that Rust writes are those that the types promise.
#[test]
fn names_are_those_of_the_types() {
    let config = Config::default();
    let rows: [(String, Vec<&str>); 3] = [
        (
            ErrorCode::decl(&config),
            ErrorCode::ALL.iter().map(|code| code.as_str()).collect(),
        ),
        (
            Phase::decl(&config),
            [
                Phase::Idle,
                Phase::RequestingToken,
                Phase::Loading,
                Phase::Ready,
                Phase::Ended,
            ]
            .map(Phase::as_str)
            .to_vec(),
        ),
        (
            Refusal::decl(&config),
            [
                Refusal::Untrusted,
                Refusal::Source,
                Refusal::Origin,
                Refusal::Flag,
                Refusal::Type,
                Refusal::Success,
                Refusal::SignType,
            ]
            .map(Refusal::as_str)
            .to_vec(),
        ),
    ];
    for (declaration, names) in rows {
        for name in &names {
            assert!(
                declaration.contains(&format!("\"{name}\"")),
                "{name} is not in {declaration}"
            );
        }
        assert_eq!(
            declaration.matches('"').count(),
            names.len() * 2,
            "{declaration}"
        );
    }
}
