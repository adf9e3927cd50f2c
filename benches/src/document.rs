//! The results as a part of docs/performance.md.

use std::fmt::Write;

use anyhow::{Context, Result};

use crate::{Costs, Goal, Measured, Report, Scenario, Spread, WIDGET};

const BEGIN: &str = "<!-- made by `cargo xtask bench --write` -->";
const END: &str = "<!-- end of what is made -->";

/// The document, with what was made before replaced.
///
/// # Errors
/// When it has no place for it.
pub fn insert(document: &str, made: &str) -> Result<String> {
    let (before, rest) = document.split_once(BEGIN).context(BEGIN)?;
    let (_, after) = rest.split_once(END).context(END)?;
    Ok(format!("{before}{BEGIN}\n\n{made}\n{END}{after}"))
}

/// The results as tables.
#[must_use]
pub fn tables(report: &Report) -> String {
    let mut text = String::new();
    // Writing to a string does not fail.
    let _ = write_all(&mut text, report);
    text
}

fn write_all(text: &mut String, report: &Report) -> std::fmt::Result {
    let machine = &report.machine;
    let browsers: Vec<_> = report
        .engines
        .iter()
        .map(|measured| format!("{} {}", measured.engine, measured.version))
        .collect();
    writeln!(
        text,
        "{}; {}, {} processors. Load average {:.1} when it began, {:.1} when it ended. {}. {} repeats.\n",
        machine.system,
        machine.processor,
        machine.processors,
        machine.load[0],
        machine.load[1],
        browsers.join(", "),
        report.settings.repeats
    )?;
    writeln!(
        text,
        "![Openings and refused messages in each browser](images/performance.svg)\n"
    )?;
    write_goals(text, report)?;
    for measured in &report.engines {
        writeln!(text, "### {}\n", measured.engine)?;
        write_opening(text, measured)?;
        write_messages(text, measured)?;
        write_cycle(text, measured)?;
    }
    Ok(())
}

fn write_goals(text: &mut String, report: &Report) -> std::fmt::Result {
    let engines: Vec<_> = report
        .engines
        .iter()
        .map(|measured| measured.engine)
        .collect();
    let mut names: Vec<&str> = Vec::new();
    for goal in &report.goals {
        if !names.contains(&goal.what) {
            names.push(goal.what);
        }
    }
    writeln!(text, "### Goals\n\n| | at most | {} |", engines.join(" | "))?;
    writeln!(text, "|---|---:|{}", "---:|".repeat(engines.len()))?;
    for name in names {
        let of = |engine: &&str| {
            let mut goals = report.goals.iter();
            goals.find(|goal: &&Goal| goal.what == name && goal.engine == *engine)
        };
        // The bound of a cold opening is each browser's own.
        let bounds: Vec<_> = engines.iter().filter_map(of).collect();
        let is_one = bounds.windows(2).all(|two| two[0].bound == two[1].bound);
        let bound = match bounds.first() {
            Some(goal) if is_one => with_unit(goal.bound, goal.unit),
            _ => "see there".to_owned(),
        };
        write!(text, "| {name} | {bound} |")?;
        for engine in &engines {
            match of(engine) {
                Some(goal) => {
                    let own = if is_one {
                        String::new()
                    } else {
                        format!(" of {}", with_unit(goal.bound, goal.unit))
                    };
                    let verdict = if goal.is_met { "✓" } else { "**✗**" };
                    write!(
                        text,
                        " {}{own} {verdict} |",
                        with_unit(goal.value, goal.unit)
                    )?;
                }
                None => write!(text, " – |")?,
            }
        }
        writeln!(text)?;
    }
    writeln!(text)
}

fn with_unit(value: f64, unit: &str) -> String {
    let digits = match unit {
        "×" | "ms" if value.abs() < 100.0 => 2,
        _ => 0,
    };
    // Not "-0".
    let value = if value.abs() < 0.005 { 0.0 } else { value };
    format!("{value:.digits$} {unit}").trim_end().to_owned()
}

fn write_opening(text: &mut String, measured: &Measured) -> std::fmt::Result {
    let Some(opening) = &measured.opening else {
        return Ok(());
    };
    writeln!(
        text,
        "From the call to the frame's request at its server, in ms (one local fetch: {}):\n",
        spread(&opening.local_fetch, 1)
    )?;
    let ways = ["snippet", WIDGET, "hellosign-embedded", "@docuseal/react"];
    head(text, &ways)?;
    for (scenario, title) in [
        (Scenario::TokenIn200Ms, "token in 200 ms"),
        (Scenario::Cold, "token there, nothing loaded"),
        (Scenario::Preloaded, "token there, preloaded"),
    ] {
        write!(text, "| {title} |")?;
        for way in ways {
            let found = opening.ways.get(&scenario).and_then(|all| all.get(way));
            cell(text, found, 1)?;
        }
        writeln!(text)?;
    }
    writeln!(text)
}

fn write_messages(text: &mut String, measured: &Measured) -> std::fmt::Result {
    let Some(messages) = &measured.messages else {
        return Ok(());
    };
    let costs = |text: &mut String, title: &str, costs: &Costs, ways: &[&str]| {
        writeln!(text, "{title}\n")?;
        head(text, ways)?;
        for (sessions, of) in costs {
            let plural = if *sessions == 1 { "" } else { "s" };
            write!(text, "| {sessions} session{plural} |")?;
            for way in ways {
                cell(text, of.get(way), 0)?;
            }
            writeln!(text)?;
        }
        writeln!(text)
    };
    let refusing = ["nothing", "snippet", WIDGET, "penpal", "hellosign-embedded"];
    costs(
        text,
        "A stranger's message, refused, in ns:",
        &messages.refused,
        &refusing,
    )?;
    costs(
        text,
        "A message of the signing page's own, looked into, in ns:",
        &messages.accepted,
        &["snippet", WIDGET],
    )?;
    let heard = ["nothing", "snippet", WIDGET, "penpal"];
    writeln!(
        text,
        "A burst of {} messages of a stranger's, delivered and heard, in ms:\n",
        messages.burst_length
    )?;
    head(text, &heard)?;
    write!(text, "| 1 session |")?;
    for way in heard {
        cell(text, messages.burst.get(way), 1)?;
    }
    writeln!(text, "\n")
}

fn write_cycle(text: &mut String, measured: &Measured) -> std::fmt::Result {
    let Some(flat) = &measured.flat else {
        return Ok(());
    };
    let ways = ["snippet", WIDGET, "hellosign-embedded", "@docuseal/react"];
    writeln!(text, "Opening and closing once, in ms:\n")?;
    head(text, &ways)?;
    write!(text, "| one after the other |")?;
    for way in ways {
        cell(text, flat.cycle.get(way), 2)?;
    }
    writeln!(text, "\n")?;
    writeln!(text, "What is in the page when no session is:\n")?;
    writeln!(
        text,
        "| sessions so far | messages | listeners | frames | wasm, KiB | heap, KiB | documents, nodes, listeners alive |"
    )?;
    writeln!(text, "|---:|---:|---:|---:|---:|---:|---:|")?;
    for state in &flat.states {
        let kibibytes = |bytes: Option<f64>| {
            bytes.map_or_else(|| "–".to_owned(), |bytes| format!("{:.0}", bytes / 1024.0))
        };
        let alive = state.alive.as_ref().map_or_else(
            || "–".to_owned(),
            |alive| {
                let of = |name: &str| alive[name].as_u64().unwrap_or_default();
                format!(
                    "{}, {}, {}",
                    of("documents"),
                    of("nodes"),
                    of("jsEventListeners")
                )
            },
        );
        let page = |name: &str| state.page[name].as_u64().unwrap_or_default();
        writeln!(
            text,
            "| {} | {} | {} | {} | {} | {} | {alive} |",
            state.cycles,
            state.messages,
            page("windowListeners") + page("documentListeners"),
            page("frames"),
            kibibytes(state.page["wasmBytes"].as_f64()),
            kibibytes(state.heap_bytes)
        )?;
    }
    writeln!(text)
}

fn head(text: &mut String, ways: &[&str]) -> std::fmt::Result {
    writeln!(text, "| | {} |", ways.join(" | "))?;
    writeln!(text, "|---|{}", "---:|".repeat(ways.len()))
}

fn cell(text: &mut String, found: Option<&Spread>, digits: usize) -> std::fmt::Result {
    match found {
        Some(found) => write!(text, " {} |", spread(found, digits)),
        None => write!(text, " – |"),
    }
}

/// The median, and between which two the middle half of the repeats lies.
fn spread(of: &Spread, digits: usize) -> String {
    let Spread {
        median, low, high, ..
    } = of;
    format!("{median:.digits$} ({low:.digits$} to {high:.digits$})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_is_replaced() {
        let document = format!("before\n{BEGIN}\nold\n{END}\nafter\n");
        let made = insert(&document, "new\n").unwrap();
        assert_eq!(made, format!("before\n{BEGIN}\n\nnew\n\n{END}\nafter\n"));
        assert_eq!(insert(&made, "new\n").unwrap(), made);
        assert!(insert("no place", "new").is_err());
    }

    #[test]
    fn numbers_with_their_units() {
        let rows = [
            (1.017, "×", "1.02 ×"),
            (-0.001, "ms", "0.00 ms"),
            (12345.6, "", "12346"),
        ];
        for (value, unit, text) in rows {
            assert_eq!(with_unit(value, unit), text);
        }
    }
}
