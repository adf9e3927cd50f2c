//! The results as a picture.

use std::fmt::Write;

use crate::{Measured, Report, Scenario, Spread, WIDGET};

/// Who is shown, in which class of the style.
const WAYS: [(&str, &str); 4] = [
    ("snippet", "a"),
    (WIDGET, "b"),
    ("hellosign-embedded", "c"),
    ("penpal", "d"),
];

/// In pixels.
const WIDTH: f64 = 960.0;
const HEIGHT_OF_A_BAR: f64 = 13.0;
const GAP: f64 = 12.0;
/// Room at the left for titles, and at the right of the longest bar for its number.
const TITLES: f64 = 12.0;
const NUMBERS: f64 = 62.0;

/// Readable on either ground: it brings its own.
const STYLE: &str = "\
svg{font:12px system-ui,sans-serif;--ground:#fff;--text:#1d2733;--faint:#5b6876;--line:#d5dce3;\
--a:#8595a6;--b:#0b7a75;--c:#b3541e;--d:#6a4fa3}\
@media(prefers-color-scheme:dark){svg{--ground:#10161d;--text:#eef3f7;--faint:#9fb0c0;--line:#334252;\
--a:#8b9aab;--b:#35b8ae;--c:#e08a4f;--d:#a58be0}}\
.ground{fill:var(--ground)}text{fill:var(--text)}.faint{fill:var(--faint)}.title{font-weight:600}\
.a{fill:var(--a)}.b{fill:var(--b)}.c{fill:var(--c)}.d{fill:var(--d)}\
.spread{stroke:var(--text);stroke-width:1;opacity:.6}.axis{stroke:var(--line)}";

/// A group of bars under a title.
struct Group {
    title: String,
    bars: Vec<(&'static str, Spread)>,
}

/// Draws openings and refusals in every browser, side by side.
#[must_use]
pub fn chart(report: &Report) -> String {
    let mut picture = String::new();
    // Writing to a string does not fail.
    let _ = draw(&mut picture, &report.engines);
    picture
}

fn draw(picture: &mut String, engines: &[Measured]) -> std::fmt::Result {
    let columns = engines.len().max(1) as f64;
    let width = WIDTH / columns;
    let mut body = String::new();
    let mut height: f64 = 0.0;
    for (column, measured) in engines.iter().enumerate() {
        let left = width * column as f64;
        let mut top = 64.0;
        writeln!(
            body,
            "<text class=\"title\" x=\"{:.0}\" y=\"{top:.0}\" font-size=\"15\">{} {}</text>",
            left + TITLES,
            measured.engine,
            short(&measured.version)
        )?;
        for (title, groups, is_logarithmic) in [
            (
                "From the call to the frame's request, ms",
                opening(measured),
                false,
            ),
            (
                "A stranger's message refused, ns (logarithmic)",
                refusals(measured),
                true,
            ),
        ] {
            if groups.is_empty() {
                continue;
            }
            top += 26.0;
            writeln!(
                body,
                "<text class=\"faint\" x=\"{:.0}\" y=\"{top:.0}\">{title}</text>",
                left + TITLES
            )?;
            top = draw_groups(
                &mut body,
                &groups,
                is_logarithmic,
                [left + TITLES, top, width],
            )?;
        }
        height = height.max(top);
    }
    height += GAP;
    writeln!(
        picture,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH:.0} {height:.0}\" role=\"img\">\n\
         <title>Openings and refused messages, in each browser: medians, with the middle half of the repeats as lines</title>\n\
         <style>{STYLE}</style>\n<rect class=\"ground\" width=\"{WIDTH:.0}\" height=\"{height:.0}\"/>"
    )?;
    let mut left = TITLES;
    for (way, class) in WAYS {
        writeln!(
            picture,
            "<rect class=\"{class}\" x=\"{left:.0}\" y=\"16\" width=\"12\" height=\"12\"/>\
             <text x=\"{:.0}\" y=\"26\">{way}</text>",
            left + 18.0
        )?;
        left += 40.0 + way.len() as f64 * 7.0;
    }
    writeln!(picture, "{body}</svg>")
}

/// Draws groups under one another from a point on, and gives where they end.
fn draw_groups(
    body: &mut String,
    groups: &[Group],
    is_logarithmic: bool,
    [left, mut top, width]: [f64; 3],
) -> Result<f64, std::fmt::Error> {
    let highs = groups
        .iter()
        .flat_map(|group| group.bars.iter().map(|(_, spread)| spread.high));
    let scale = Scale {
        most: highs.fold(f64::MIN_POSITIVE, f64::max),
        pixels: width - TITLES - NUMBERS,
        is_logarithmic,
    };
    for group in groups {
        top += GAP + 6.0;
        writeln!(
            body,
            "<text x=\"{left:.0}\" y=\"{top:.0}\">{}</text>",
            group.title
        )?;
        top += 5.0;
        let bottom = top + HEIGHT_OF_A_BAR * group.bars.len() as f64;
        writeln!(
            body,
            "<line class=\"axis\" x1=\"{left:.0}\" x2=\"{left:.0}\" y1=\"{top:.0}\" y2=\"{bottom:.0}\"/>"
        )?;
        for (class, spread) in &group.bars {
            let [low, median, high] =
                [spread.low, spread.median, spread.high].map(|value| scale.length(value));
            let middle = top + HEIGHT_OF_A_BAR / 2.0;
            writeln!(
                body,
                "<rect class=\"{class}\" x=\"{left:.1}\" y=\"{:.1}\" width=\"{median:.1}\" height=\"{:.1}\"/>\
                 <line class=\"spread\" x1=\"{:.1}\" x2=\"{:.1}\" y1=\"{middle:.1}\" y2=\"{middle:.1}\"/>\
                 <text x=\"{:.1}\" y=\"{:.1}\" font-size=\"11\">{}</text>",
                top + 1.0,
                HEIGHT_OF_A_BAR - 2.0,
                left + low,
                left + high,
                left + high.max(median) + 5.0,
                middle + 4.0,
                number(spread.median)
            )?;
            top += HEIGHT_OF_A_BAR;
        }
    }
    Ok(top)
}

struct Scale {
    most: f64,
    pixels: f64,
    is_logarithmic: bool,
}

impl Scale {
    fn length(&self, value: f64) -> f64 {
        let part = if self.is_logarithmic {
            // From 10 on.
            (value.max(10.0) / 10.0).ln() / (self.most.max(100.0) / 10.0).ln()
        } else {
            value.max(0.0) / self.most
        };
        part.min(1.0) * self.pixels
    }
}

fn opening(measured: &Measured) -> Vec<Group> {
    let Some(opening) = &measured.opening else {
        return vec![];
    };
    [
        (Scenario::TokenIn200Ms, "Token in 200 ms"),
        (Scenario::Cold, "Token there, nothing loaded"),
        (Scenario::Preloaded, "Token there, preloaded"),
    ]
    .into_iter()
    .filter_map(|(scenario, title)| {
        let ways = opening.ways.get(&scenario)?;
        Some(Group {
            title: title.to_owned(),
            bars: bars(|way| ways.get(way).copied()),
        })
    })
    .collect()
}

fn refusals(measured: &Measured) -> Vec<Group> {
    let Some(messages) = &measured.messages else {
        return vec![];
    };
    messages
        .refused
        .iter()
        .map(|(sessions, ways)| Group {
            title: match sessions {
                1 => "1 session".to_owned(),
                many => format!("{many} sessions"),
            },
            bars: bars(|way| ways.get(way).copied()),
        })
        .collect()
}

fn bars(of: impl Fn(&str) -> Option<Spread>) -> Vec<(&'static str, Spread)> {
    WAYS.into_iter()
        .filter_map(|(way, class)| Some((class, of(way)?)))
        .collect()
}

fn number(value: f64) -> String {
    let digits = usize::from(value < 100.0);
    format!("{value:.digits$}")
}

/// A version's first number.
fn short(version: &str) -> &str {
    version.split('.').next().unwrap_or(version)
}
