//! Time that stands still until a test moves it.

use std::sync::Mutex;

use chrono::Duration;
use domain::time::Instant;
use services::Clock;

/// When every test begins: Monday, 10 June 2019, nine o'clock in Shanghai.
const START_SECONDS: i64 = 1_560_128_400;

/// A clock that stands still.
#[derive(Debug)]
pub struct FixedClock {
    times: Mutex<Times>,
}

#[derive(Clone, Copy, Debug)]
struct Times {
    wall: Instant,
    ahead: Duration,
}

impl Default for FixedClock {
    fn default() -> Self {
        let wall = Instant::from_timestamp(START_SECONDS, 0).expect("2019 is within the calendar");
        Self { times: Mutex::new(Times { wall, ahead: Duration::zero() }) }
    }
}

impl FixedClock {
    /// Lets `time` pass, for business and on the wall.
    pub fn advance(&self, time: Duration) {
        self.change(|times| times.wall += time);
    }

    /// Makes it `moment`, for business and on the wall.
    pub fn set(&self, moment: Instant) {
        self.change(|times| *times = Times { wall: moment, ahead: Duration::zero() });
    }

    /// Lets business run further ahead of the wall by `time`, as in a sandbox.
    pub fn advance_business(&self, time: Duration) {
        self.change(|times| times.ahead += time);
    }

    fn change(&self, change: impl FnOnce(&mut Times)) {
        change(&mut self.times.lock().expect("no test panics while it moves the clock"));
    }

    fn times(&self) -> Times {
        *self.times.lock().expect("no test panics while it moves the clock")
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Instant {
        let Times { wall, ahead } = self.times();
        wall + ahead
    }

    fn wall(&self) -> Instant {
        self.times().wall
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_begin_on_a_monday_morning_in_shanghai() {
        let clock = FixedClock::default();
        assert_eq!(clock.wall().to_rfc3339(), "2019-06-10T01:00:00+00:00");
        clock.advance(Duration::minutes(1));
        clock.advance_business(Duration::days(1));
        assert_eq!(clock.wall().to_rfc3339(), "2019-06-10T01:01:00+00:00");
        assert_eq!(clock.now().to_rfc3339(), "2019-06-11T01:01:00+00:00");
    }
}
