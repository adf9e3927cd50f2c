//! What was to be reached.

use serde::Serialize;
use serde_json::Value;

use crate::{Costs, Flat, Measured, Messages, Opening, Scenario, Spread, State, WIDGET};

/// Something that was to be reached in one browser.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Goal {
    /// In which.
    pub engine: &'static str,
    /// What.
    pub what: &'static str,
    /// The most that it may be.
    pub bound: f64,
    /// What it is.
    pub value: f64,
    /// Of both.
    pub unit: &'static str,
    /// Whether it was.
    pub is_met: bool,
}

/// How much more a message may cost with many sessions than with one, before that is
/// growth and not noise.
const GROWTH: f64 = 1.25;
/// How much larger the heap may be at the end, in KiB, before that is growth and not
/// noise: 26 bytes for each of 10,000 sessions.
const HEAP_NOISE: f64 = 256.0;

/// The goals of everything that was measured.
#[must_use]
pub fn goals(engines: &[Measured]) -> Vec<Goal> {
    engines
        .iter()
        .flat_map(|measured| {
            let goals = [
                measured.opening.as_ref().and_then(of_opening),
                measured.messages.as_ref().and_then(of_messages),
                measured.flat.as_ref().and_then(of_flat),
            ];
            goals.into_iter().flatten().flatten().map(
                |Row {
                     what,
                     bound,
                     value,
                     unit,
                 }| Goal {
                    engine: measured.engine,
                    what,
                    bound,
                    value,
                    unit,
                    is_met: value <= bound,
                },
            )
        })
        .collect()
}

struct Row {
    what: &'static str,
    bound: f64,
    value: f64,
    unit: &'static str,
}

fn row(what: &'static str, value: f64, bound: f64, unit: &'static str) -> Row {
    Row {
        what,
        bound,
        value,
        unit,
    }
}

fn of_opening(opening: &Opening) -> Option<Vec<Row>> {
    let median = |scenario, way| Some(opening.ways.get(&scenario)?.get(way)?.median);
    let both = |scenario| Some((median(scenario, WIDGET)?, median(scenario, "snippet")?));
    let (waiting, waiting_snippet) = both(Scenario::TokenIn200Ms)?;
    let (preloaded, preloaded_snippet) = both(Scenario::Preloaded)?;
    let (cold, cold_snippet) = both(Scenario::Cold)?;
    Some(vec![
        row(
            "opening, token in 200 ms, to the snippet's",
            waiting / waiting_snippet,
            1.02,
            "×",
        ),
        row(
            "opening, preloaded, later than the snippet's",
            preloaded - preloaded_snippet,
            1.0,
            "ms",
        ),
        row(
            "opening, cold, later than the snippet's (one fetch and 15 ms)",
            cold - cold_snippet,
            opening.local_fetch.median + 15.0,
            "ms",
        ),
    ])
}

fn of_messages(messages: &Messages) -> Option<Vec<Row>> {
    let cost = |costs: &Costs, sessions: usize, way| -> Option<Spread> {
        costs.get(&sessions)?.get(way).copied()
    };
    let most = *messages.refused.keys().last()?;
    let refused = |sessions, way| Some(cost(&messages.refused, sessions, way)?.median);
    let accepted = |sessions| Some(cost(&messages.accepted, sessions, WIDGET)?.median);
    let burst = |way| Some(messages.burst.get(way)?.median);
    let one = refused(1, WIDGET)?;
    let beyond = (burst(WIDGET)? - burst("nothing")?) * 10_000.0 / messages.burst_length as f64;
    Some(vec![
        row(
            "a refused message, to the snippet's",
            one / refused(1, "snippet")?,
            1.5,
            "×",
        ),
        row(
            "a refused message, to penpal's",
            one / refused(1, "penpal")?,
            1.0,
            "×",
        ),
        row("a burst of 10,000, beyond its delivery", beyond, 50.0, "ms"),
        row(
            "a refused message with 100 sessions, to one with 1",
            refused(most, WIDGET)? / one,
            GROWTH,
            "×",
        ),
        row(
            "a message of its own page with 100 sessions, to one with 1",
            accepted(most)? / accepted(1)?,
            GROWTH,
            "×",
        ),
    ])
}

fn of_flat(flat: &Flat) -> Option<Vec<Row>> {
    let (first, last) = (flat.states.first()?, flat.states.last()?);
    let more = |name: &str| {
        let number = |state: &State| state.page[name].as_f64();
        Some(number(last)? - number(first)?)
    };
    let mut rows = vec![
        row(
            "listeners of window and document left",
            more("windowListeners")? + more("documentListeners")?,
            0.0,
            "",
        ),
        row("frames left", more("frames")?, 0.0, ""),
        row("elements left", more("elements")?, 0.0, ""),
        row("wasm memory grown", more("wasmBytes")? / 1024.0, 0.0, "KiB"),
    ];
    let alive = |state: &State, name: &str| {
        state
            .alive
            .as_ref()
            .and_then(|all: &Value| all[name].as_f64())
    };
    for (what, name) in [
        ("documents kept alive", "documents"),
        ("nodes kept alive", "nodes"),
        ("listeners kept alive", "jsEventListeners"),
    ] {
        if let (Some(before), Some(after)) = (alive(first, name), alive(last, name)) {
            rows.push(row(what, after - before, 0.0, ""));
        }
    }
    if let (Some(before), Some(after)) = (first.heap_bytes, last.heap_bytes) {
        rows.push(row(
            "JavaScript heap grown",
            (after - before) / 1024.0,
            HEAP_NOISE,
            "KiB",
        ));
    }
    Some(rows)
}
