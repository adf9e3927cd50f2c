//! The Rust that the playground shows, compiled: for each setting of the table in
//! `settings.json`, the page's half and the back end's.
//!
//! `tests/package/node/playground.test.mjs` writes these files (with `UPDATE=1`) and fails
//! when they are not what the playground shows. That they compile is the test.
#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "nobody calls what is shown"
)]

macro_rules! settings {
    ($($name:ident: $($half:ident),+;)+) => {
        $(mod $name {
            $(mod $half;)+
        })+

        const NAMES: &[&str] = &[$(stringify!($name)),+];
    };
}

// The back end is told nothing of the widget's options.
settings! {
    as_it_is: page, back_end;
    everything: page, back_end;
    hostile_title: page, back_end;
    own_origin: page;
    never: page, back_end;
    malformed_token: page;
    refused_token: page;
    expired_token: page;
    failing_token: page;
    no_time: page;
}

#[test]
fn every_setting_of_the_table_is_compiled() {
    let table: serde_json::Value = serde_json::from_str(include_str!("settings.json")).unwrap();
    let mut named: Vec<_> = table.as_object().unwrap().keys().collect();
    named.sort_unstable();
    let mut compiled = NAMES.to_vec();
    compiled.sort_unstable();
    assert_eq!(named, compiled);
}
