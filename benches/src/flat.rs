//! What is left of sessions that are over, and what one costs.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use documentolog_e2e::Engine;
use serde::Serialize;
use serde_json::{Value, json};

use crate::{
    Settings, WIDGET,
    bench::{Bench, in_turn},
    messages::addresses,
    servers::{Service, TOKEN},
    spread::Spread,
};

/// Who opens and closes.
const WAYS: [&str; 4] = ["snippet", WIDGET, "hellosign-embedded", "@docuseal/react"];
/// How many cycles one call of the page's runs.
const BATCH: usize = 100;

/// What is in the page when nothing of the widget's should be.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct State {
    /// After so many cycles.
    pub cycles: usize,
    /// And so many messages.
    pub messages: usize,
    /// What the page itself sees: listeners of its window and document, frames,
    /// elements, and the bytes of wasm memory.
    pub page: Value,
    /// Used, in bytes, after a forced collection; Chromium alone can be told to.
    pub heap_bytes: Option<f64>,
    /// Documents, nodes and listeners that are alive, reachable by the page or not;
    /// Chromium alone counts them.
    pub alive: Option<Value>,
}

/// Sessions opened and closed.
#[derive(Debug, Serialize)]
pub struct Flat {
    /// In the order in which they were looked at: the first is the one to compare with.
    pub states: Vec<State>,
    /// Milliseconds that opening and closing take, one after the other.
    pub cycle: BTreeMap<&'static str, Spread>,
}

pub(crate) async fn measure(bench: &mut Bench, settings: &Settings) -> Result<Flat> {
    let cycle = cost_of_a_cycle(bench, settings).await?;
    let servers = [Service::start().await?, Service::start().await?];
    bench.load().await?;
    // Whatever is kept for good is kept by then.
    let mut cycles = 0;
    let mut messages = 0;
    run(bench, &servers[0], BATCH, &mut cycles).await?;
    flood(
        bench,
        &servers,
        settings.messages.div_ceil(10),
        &mut messages,
    )
    .await?;
    let mut states = vec![look(bench, cycles, messages).await?];
    let part = settings.cycles.div_ceil(10);
    while cycles < settings.cycles {
        run(
            bench,
            &servers[0],
            part.min(settings.cycles - cycles),
            &mut cycles,
        )
        .await?;
        states.push(look(bench, cycles, messages).await?);
    }
    flood(bench, &servers, settings.flood, &mut messages).await?;
    states.push(look(bench, cycles, messages).await?);
    Ok(Flat { states, cycle })
}

async fn cost_of_a_cycle(
    bench: &mut Bench,
    settings: &Settings,
) -> Result<BTreeMap<&'static str, Spread>> {
    let service = Service::start().await?;
    bench.load().await?;
    let mut samples = BTreeMap::<_, Vec<f64>>::new();
    for round in 0..=settings.repeats {
        for way in in_turn(&WAYS, round) {
            let arguments = [json!(way), json!(service.origin()), json!(TOKEN), json!(10)];
            let sample = bench.measure("cycle", &arguments).await?;
            // In the first round browsers compile, and the widget loads.
            if round > 0 {
                samples.entry(way).or_default().push(sample);
            }
        }
    }
    let spread = |(way, samples): (_, Vec<_>)| Some((way, Spread::of(&samples)?));
    Ok(samples.into_iter().filter_map(spread).collect())
}

async fn run(bench: &Bench, service: &Service, count: usize, done: &mut usize) -> Result<()> {
    let until = *done + count;
    while *done < until {
        let count = BATCH.min(until - *done);
        let arguments = [
            json!(WIDGET),
            json!(service.origin()),
            json!(TOKEN),
            json!(count),
        ];
        bench.call("cycle", &arguments).await?;
        *done += count;
    }
    Ok(())
}

async fn flood(
    bench: &Bench,
    servers: &[Service; 2],
    count: usize,
    done: &mut usize,
) -> Result<()> {
    let arguments = [addresses(servers), json!(TOKEN), json!(count)];
    bench.call("flood", &arguments).await?;
    *done += count;
    Ok(())
}

async fn look(bench: &Bench, cycles: usize, messages: usize) -> Result<State> {
    let browser = &bench.browser;
    let (mut heap_bytes, mut alive) = (None, None);
    if bench.engine == Engine::Chromium {
        // What one collection finds to be garbage may hold what the next one finds.
        for _ in 0..3 {
            browser
                .devtools("HeapProfiler.collectGarbage", json!({}))
                .await?;
        }
        let usage = browser.devtools("Runtime.getHeapUsage", json!({})).await?;
        heap_bytes = Some(usage["usedSize"].as_f64().context("a size is a number")?);
        alive = Some(browser.devtools("Memory.getDOMCounters", json!({})).await?);
    }
    Ok(State {
        cycles,
        messages,
        page: browser.value("watched.state()").await?,
        heap_bytes,
        alive,
    })
}
