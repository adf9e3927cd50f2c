//! What a page pays for window messages.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use serde::Serialize;
use serde_json::{Value, json};

use crate::{
    Settings, WIDGET,
    bench::{Bench, in_turn},
    servers::{Service, TOKEN},
    spread::Spread,
};

/// Who listens to the window, when there is one session.
const ALONE: [&str; 5] = ["nothing", "snippet", WIDGET, "penpal", "hellosign-embedded"];
/// And when there are several.
const MANY: [&str; 3] = ["snippet", WIDGET, "penpal"];
/// Who is told something by messages of its own page's that the widget knows, too.
const HEARING: [&str; 2] = ["snippet", WIDGET];

/// By the number of sessions, and by who listens: nanoseconds a message.
pub type Costs = BTreeMap<usize, BTreeMap<&'static str, Spread>>;

/// What messages cost.
#[derive(Debug, Serialize)]
pub struct Messages {
    /// Of a stranger's frame, which all of them refuse.
    pub refused: Costs,
    /// Of a signing page's own frame, which the snippet and the widget look into.
    pub accepted: Costs,
    /// A burst of them, by who listens: milliseconds until all are delivered and heard.
    pub burst: BTreeMap<&'static str, Spread>,
    /// How many are in a burst.
    pub burst_length: usize,
}

pub(crate) async fn measure(bench: &mut Bench, settings: &Settings) -> Result<Messages> {
    let mut refused = Samples::default();
    let mut accepted = Samples::default();
    let mut bursts = Samples::default();
    // The page, and with it the order of things, is another each time.
    for pass in 0..settings.passes {
        for sessions in in_turn(&settings.sessions, pass) {
            // Many have a page each: on one, a message costs what the others' hundreds of
            // frames cost the browser's collection of garbage.
            let pages = if sessions == 1 {
                ALONE.chunks(ALONE.len())
            } else {
                MANY.chunks(1)
            };
            let pages: Vec<_> = pages.collect();
            for ways in in_turn(&pages, pass) {
                let page = Listeners::open(bench, ways, sessions).await?;
                for round in 0..=settings.repeats.div_ceil(settings.passes) {
                    // In the first round browsers compile.
                    let is_counted = round > 0;
                    for way in in_turn(ways, round) {
                        // A listener for each session: what many of them take is long enough.
                        let listeners = if way == WIDGET { 1 } else { sessions };
                        let count = settings.messages.div_ceil(listeners);
                        let cost = page.handle(way, "foreign", count).await?;
                        refused.add(is_counted, sessions, way, cost);
                    }
                    for way in in_turn(&HEARING, round).filter(|way| ways.contains(way)) {
                        let count = settings.messages.div_ceil(10);
                        let cost = page.handle(way, "own", count).await?;
                        accepted.add(is_counted, sessions, way, cost);
                    }
                    if sessions == 1 {
                        for way in in_turn(&["nothing", "snippet", WIDGET, "penpal"], round) {
                            bursts.add(is_counted, 1, way, page.burst(way, settings).await?);
                        }
                    }
                }
            }
        }
    }
    Ok(Messages {
        refused: refused.spreads(),
        accepted: accepted.spreads(),
        burst: bursts.spreads().remove(&1).unwrap_or_default(),
        burst_length: settings.messages,
    })
}

/// A page on which all of them listen.
struct Listeners<'a> {
    bench: &'a Bench,
    _servers: [Service; 2],
}

impl<'a> Listeners<'a> {
    async fn open(bench: &'a mut Bench, ways: &[&str], sessions: usize) -> Result<Self> {
        let servers = [Service::start().await?, Service::start().await?];
        bench.renew().await?;
        bench.load_isolated().await?;
        let addresses = addresses(&servers);
        for way in ways {
            let arguments = [json!(way), json!(sessions), addresses.clone(), json!(TOKEN)];
            let listeners = bench.measure("prepare", &arguments).await? as usize;
            let expected = match *way {
                "nothing" => 0,
                WIDGET => 1,
                _ => sessions,
            };
            ensure!(
                listeners == expected,
                "{sessions} sessions of {way} have {listeners} listeners"
            );
        }
        Ok(Self {
            bench,
            _servers: servers,
        })
    }

    async fn handle(&self, way: &str, kind: &str, count: usize) -> Result<f64> {
        let arguments = [json!(way), json!(kind), json!(count)];
        self.bench.measure("handle", &arguments).await
    }

    async fn burst(&self, way: &str, settings: &Settings) -> Result<f64> {
        let arguments = [json!(way), json!(settings.messages)];
        self.bench.measure("burst", &arguments).await
    }
}

/// The service's origin, and a stranger's.
pub(crate) fn addresses([service, stranger]: &[Service; 2]) -> Value {
    json!({"service": service.origin(), "foreign": stranger.origin()})
}

#[derive(Default)]
struct Samples(BTreeMap<usize, BTreeMap<&'static str, Vec<f64>>>);

impl Samples {
    fn add(&mut self, is_counted: bool, sessions: usize, way: &'static str, sample: f64) {
        if is_counted {
            let ways = self.0.entry(sessions).or_default();
            ways.entry(way).or_default().push(sample);
        }
    }

    fn spreads(self) -> Costs {
        let spread = |(way, samples): (_, Vec<_>)| Some((way, Spread::of(&samples)?));
        self.0
            .into_iter()
            .map(|(sessions, ways)| (sessions, ways.into_iter().filter_map(spread).collect()))
            .collect()
    }
}
