//! Where things stand on a chart. Whole units: a chart is 3600 wide and 2000 high.

/// Of the whole drawing.
pub(super) const WIDTH: i64 = 3_600;
/// Of the whole drawing.
pub(super) const HEIGHT: i64 = 2_000;
/// Room for the figures at the axis.
pub(super) const LEFT: i64 = 680;
/// Where the plot ends, at the right.
pub(super) const RIGHT: i64 = WIDTH - 60;
/// Where the plot begins, at the top.
pub(super) const TOP: i64 = 140;
/// Where the plot ends, at the bottom: below it are the names of the points.
pub(super) const BOTTOM: i64 = HEIGHT - 220;

/// Names that fit below a plot.
const NAMES: usize = 3;

/// Lines across a plot, at most.
const STEPS: i64 = 4;

/// The axis of the figures: round numbers from below the lowest to above the highest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Axis {
    /// The lines, from the lowest to the highest; zero is always one of them.
    pub ticks: Vec<i64>,
}

impl Axis {
    /// The axis for figures from `low` to `high`.
    pub(super) fn of(low: i64, high: i64) -> Self {
        let (low, high) = (low.min(0), high.max(0).max(low.min(0) + 1));
        let step = round_up((high.saturating_sub(low) + STEPS - 1) / STEPS);
        let first = low.div_euclid(step);
        let last = (high + step - 1).div_euclid(step);
        Self { ticks: (first..=last).map(|tick| tick * step).collect() }
    }

    /// How far from the top `value` is.
    pub(super) fn y(&self, value: i64) -> i64 {
        let (low, high) = (self.ticks[0], self.ticks[self.ticks.len() - 1]);
        let part = i128::from(high - value) * i128::from(BOTTOM - TOP) / i128::from(high - low);
        TOP + i64::try_from(part).unwrap_or_default()
    }
}

/// 1, 2 or 5 with zeros, the next that is not below `number`.
fn round_up(number: i64) -> i64 {
    let mut power = 1_i64;
    loop {
        for digit in [1, 2, 5] {
            let round = power.saturating_mul(digit);
            if round >= number {
                return round;
            }
        }
        power = power.saturating_mul(10);
    }
}

/// The middle of the place of point `index` of `count`, and how wide the place is.
pub(super) fn place(index: usize, count: usize) -> (i64, i64) {
    let of = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let slot = (RIGHT - LEFT) / of(count.max(1));
    (LEFT + slot * of(index) + slot / 2, slot)
}

/// Whether the point `index` of `count` is named: the last is, and so many before it as fit.
pub(super) fn is_named(index: usize, count: usize) -> bool {
    let every = count.div_ceil(NAMES).max(1);
    (count - 1 - index).is_multiple_of(every)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_has_round_numbers_around_all_figures_and_zero() {
        for (low, high, ticks) in [
            (0, 0, vec![0, 1]),
            (0, 1, vec![0, 1]),
            (3, 8, vec![0, 2, 4, 6, 8]),
            (0, 401, vec![0, 200, 400, 600]),
            (-150, 400, vec![-200, 0, 200, 400]),
            (-500, -20, vec![-600, -400, -200, 0]),
        ] {
            let axis = Axis::of(low, high);
            assert_eq!(axis.ticks, ticks, "{low}, {high}");
            assert_eq!(axis.y(ticks[0]), BOTTOM);
            assert_eq!(axis.y(ticks[ticks.len() - 1]), TOP);
        }
    }

    #[test]
    fn figures_of_any_size_stay_within_the_plot() {
        let most = i64::MAX / 1_000;
        for (low, high) in [(-most, most), (0, most), (-1, 1), (7, 7)] {
            let axis = Axis::of(low, high);
            for value in [low, 0, high] {
                assert!((TOP..=BOTTOM).contains(&axis.y(value)), "{value} of {low}, {high}");
            }
        }
    }

    #[test]
    fn the_last_point_is_named_and_not_too_many_are() {
        for count in 1..40 {
            let named = (0..count).filter(|index| is_named(*index, count)).count();
            assert!((1..=NAMES).contains(&named), "{count}");
            assert!(is_named(count - 1, count), "{count}");
        }
    }

    #[test]
    fn points_stand_side_by_side_from_left_to_right() {
        assert_eq!(place(0, 1).0, i64::midpoint(LEFT, RIGHT));
        let (first, slot) = place(0, 12);
        let (last, _) = place(11, 12);
        assert!(first - slot / 2 >= LEFT && last + slot / 2 <= RIGHT);
    }
}
