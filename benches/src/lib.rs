//! The widget in real browsers, measured beside the guide's hand-written snippet and
//! the packages that do the like. Run it by `cargo xtask bench`.

mod bench;
mod chart;
mod document;
mod flat;
mod goals;
mod machine;
mod messages;
mod opening;
mod servers;
mod spread;

use std::path::PathBuf;

use anyhow::Result;
use documentolog_e2e::Engine;
use serde::Serialize;

use bench::Bench;
pub use chart::chart;
pub use document::{insert, tables};
pub use flat::{Flat, State};
pub use goals::{Goal, goals};
pub use machine::Machine;
pub use messages::{Costs, Messages};
pub use opening::{Opening, Scenario};
pub use spread::Spread;

/// What the project's own package is called.
pub(crate) const WIDGET: &str = "documentolog-embed";

/// What is measured, and how often.
#[derive(Clone, Debug, Serialize)]
pub struct Settings {
    /// The page's bundle: made by `cargo xtask bench`.
    #[serde(skip)]
    pub bundle: PathBuf,
    /// Which browsers.
    #[serde(skip)]
    pub engines: Vec<Engine>,
    /// Which parts; all of them if none is named.
    #[serde(skip)]
    pub parts: Vec<Part>,
    /// How often each is measured.
    pub repeats: usize,
    /// In how many passes over the numbers of sessions.
    pub passes: usize,
    /// How many messages one repeat is of.
    pub messages: usize,
    /// How many sessions there are on a page.
    pub sessions: Vec<usize>,
    /// How often a session is opened and closed.
    pub cycles: usize,
    /// How many messages come after that.
    pub flood: usize,
}

impl Settings {
    /// As results are published.
    #[must_use]
    pub fn full(bundle: PathBuf) -> Self {
        Self {
            bundle,
            engines: Engine::ALL
                .into_iter()
                .filter(|engine| engine.is_here())
                .collect(),
            parts: vec![],
            repeats: 30,
            passes: 3,
            messages: 10_000,
            sessions: vec![1, 10, 100],
            cycles: 10_000,
            flood: 100_000,
        }
    }

    /// Just enough to see that everything runs.
    #[must_use]
    pub fn smoke(bundle: PathBuf) -> Self {
        Self {
            repeats: 2,
            passes: 1,
            // A tenth of them are heard: enough to take longer than a browser's clock is coarse.
            messages: 5_000,
            sessions: vec![1, 3],
            cycles: 200,
            flood: 1_000,
            ..Self::full(bundle)
        }
    }

    fn has(&self, part: Part) -> bool {
        self.parts.is_empty() || self.parts.contains(&part)
    }
}

/// A part of the measurements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// From the call to the navigation request.
    Opening,
    /// Window messages.
    Messages,
    /// What is left of sessions.
    Flat,
}

/// Everything that was measured.
#[derive(Debug, Serialize)]
pub struct Report {
    /// On what.
    pub machine: Machine,
    /// How.
    pub settings: Settings,
    /// In each browser.
    pub engines: Vec<Measured>,
    /// What was to be reached, and whether it was.
    pub goals: Vec<Goal>,
}

/// Everything that was measured in one browser.
#[derive(Debug, Serialize)]
pub struct Measured {
    /// Its engine.
    pub engine: &'static str,
    /// Its version.
    pub version: String,
    /// From the call to the navigation request.
    pub opening: Option<Opening>,
    /// What messages cost.
    pub messages: Option<Messages>,
    /// What is left of sessions.
    pub flat: Option<Flat>,
}

/// Measures. `tell` is told what begins.
///
/// # Errors
/// When a browser does not start, or does not do what it is told.
pub async fn run(settings: &Settings, tell: impl Fn(&str)) -> Result<Report> {
    let mut machine = Machine::look()?;
    let mut engines = Vec::new();
    for engine in settings.engines.iter().copied() {
        engines.push(measure(engine, settings, &tell).await?);
    }
    machine.look_again()?;
    Ok(Report {
        machine,
        settings: settings.clone(),
        goals: goals(&engines),
        engines,
    })
}

async fn measure(engine: Engine, settings: &Settings, tell: impl Fn(&str)) -> Result<Measured> {
    let name = match engine {
        Engine::Chromium => "Chromium",
        Engine::Firefox => "Firefox",
        Engine::WebKit => "WebKitGTK",
    };
    let mut bench = Bench::start(engine, settings).await?;
    let version = bench.version()?;
    let (mut opening, mut messages, mut flat) = (None, None, None);
    if settings.has(Part::Opening) {
        tell(&format!("{name}: opening"));
        opening = Some(opening::measure(&mut bench, settings).await?);
    }
    if settings.has(Part::Messages) {
        tell(&format!("{name}: messages"));
        messages = Some(messages::measure(&mut bench, settings).await?);
    }
    if settings.has(Part::Flat) {
        tell(&format!("{name}: staying flat"));
        flat = Some(flat::measure(&mut bench, settings).await?);
    }
    bench.end().await?;
    Ok(Measured {
        engine: name,
        version,
        opening,
        messages,
        flat,
    })
}
