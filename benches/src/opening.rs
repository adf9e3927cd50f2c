//! How long it takes from the call until the service is asked for the signing page.

use std::{collections::BTreeMap, fs};

use anyhow::{Context, Result};
use serde::Serialize;
use serde_json::{Value, json};

use crate::{
    Settings, WIDGET,
    bench::{Bench, in_turn},
    servers::{Service, TOKEN},
    spread::Spread,
};

/// Who can open a document; penpal does not.
const WAYS: [&str; 4] = ["snippet", WIDGET, "hellosign-embedded", DOCUSEAL];

/// It frames nothing itself, but adds its vendor's script to the page, by https. What
/// is measured is when that one's connection comes.
const DOCUSEAL: &str = "@docuseal/react";

/// What is there when the call is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scenario {
    /// Nothing: the back end takes 200 ms for the token.
    #[serde(rename = "token-in-200-ms")]
    TokenIn200Ms,
    /// The token; of the widget only its entry.
    Cold,
    /// The token, and all of the widget, by `preload()`.
    Preloaded,
}

impl Scenario {
    const ALL: [Self; 3] = [Self::TokenIn200Ms, Self::Cold, Self::Preloaded];

    fn options(self, way: &str) -> Value {
        json!({
            "wait": (self == Self::TokenIn200Ms).then_some(200),
            "preloads": self == Self::Preloaded && way == WIDGET,
        })
    }
}

/// Milliseconds from the call to the navigation request's arrival.
#[derive(Debug, Serialize)]
pub struct Opening {
    /// By what is there, and by who opens.
    pub ways: BTreeMap<Scenario, BTreeMap<&'static str, Spread>>,
    /// What the page's own server takes for the file that the widget loads when it is
    /// first used.
    pub local_fetch: Spread,
}

/// Every sample is of a page that has just been loaded, from an address of its own, and
/// of a service that nobody has a connection to.
pub(crate) async fn measure(bench: &mut Bench, settings: &Settings) -> Result<Opening> {
    let chunk = lazy_chunk(settings)?;
    let mut samples = BTreeMap::<_, BTreeMap<_, Vec<f64>>>::new();
    let mut fetches = Vec::new();
    for round in 0..settings.repeats {
        for scenario in Scenario::ALL {
            for way in in_turn(&WAYS, round) {
                let sample = open(bench, way, scenario).await?;
                let ways = samples.entry(scenario).or_default();
                ways.entry(way).or_default().push(sample);
            }
        }
        bench.load().await?;
        fetches.push(bench.measure("fetchOnce", &[json!(chunk)]).await?);
    }
    let spreads = |ways: BTreeMap<_, Vec<f64>>| {
        let spread = |(way, samples): (_, Vec<_>)| Some((way, Spread::of(&samples)?));
        ways.into_iter().filter_map(spread).collect()
    };
    Ok(Opening {
        ways: samples
            .into_iter()
            .map(|(scenario, ways)| (scenario, spreads(ways)))
            .collect(),
        local_fetch: Spread::of(&fetches).context("there is at least one repeat")?,
    })
}

async fn open(bench: &mut Bench, way: &str, scenario: Scenario) -> Result<f64> {
    let mut service = Service::start().await?;
    bench.load().await?;
    let arguments = [
        json!(way),
        json!(service.origin()),
        json!(TOKEN),
        scenario.options(way),
    ];
    let called = bench.measure("open", &arguments).await?;
    let arrived = if way == DOCUSEAL {
        service.connection().await
    } else {
        service.navigation().await
    };
    let arrived = arrived.with_context(|| format!("{way}, {scenario:?}"))?;
    Ok(arrived - called)
}

/// The file with the widget's module and glue in it.
fn lazy_chunk(settings: &Settings) -> Result<String> {
    fs::read_dir(&settings.bundle)?
        .filter_map(|file| file.ok()?.file_name().into_string().ok())
        .find(|name| name.starts_with("embedded-") && name.ends_with(".js"))
        .context("the bundle has no chunk of the widget's")
}
