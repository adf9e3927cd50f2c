//! What repeats of a measurement have in common.

use serde::Serialize;

/// The middle of repeats and how far they lie apart.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Spread {
    /// The median.
    pub median: f64,
    /// A quarter of the repeats are at most this.
    pub low: f64,
    /// A quarter are at least this.
    pub high: f64,
    /// How many repeats there were.
    pub count: usize,
}

impl Spread {
    /// Of these repeats; none if there are none.
    #[must_use]
    pub fn of(repeats: &[f64]) -> Option<Self> {
        let mut sorted = repeats.to_vec();
        sorted.sort_by(f64::total_cmp);
        Some(Self {
            median: quantile(&sorted, 0.5)?,
            low: quantile(&sorted, 0.25)?,
            high: quantile(&sorted, 0.75)?,
            count: sorted.len(),
        })
    }
}

/// Between two neighbours it lies on the line from one to the other.
fn quantile(sorted: &[f64], part: f64) -> Option<f64> {
    let place = (sorted.len().checked_sub(1)?) as f64 * part;
    let (below, above) = (place.floor(), place.ceil());
    let at = |place: f64| sorted.get(place as usize).copied();
    Some(at(below)? + (at(above)? - at(below)?) * (place - below))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_and_quartiles() {
        let spread = Spread::of(&[5.0, 1.0, 2.0, 4.0, 3.0]).unwrap();
        assert_eq!(
            (spread.median, spread.low, spread.high, spread.count),
            (3.0, 2.0, 4.0, 5)
        );
        assert_eq!(Spread::of(&[1.0, 2.0]).unwrap().median, 1.5);
        assert_eq!(Spread::of(&[]), None);
    }
}
