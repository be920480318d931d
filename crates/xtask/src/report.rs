//! What the reader sees: what is being done, and how long it took.

use std::time::{Duration, Instant};

use anyhow::Result;

/// Says what is being done, beside the words of the programs that do it.
pub fn say(text: &str) {
    eprintln!("\x1b[36m==>\x1b[0m {text}");
}

/// The phases of a command and the time that each took.
#[derive(Debug)]
pub struct Report {
    started: Instant,
    phases: Vec<(String, Duration, bool)>,
}

impl Report {
    /// Begins now.
    pub fn new() -> Self {
        Self { started: Instant::now(), phases: Vec::new() }
    }

    /// Does `work` under the name `phase`.
    ///
    /// # Errors
    ///
    /// As `work`.
    pub fn phase<T>(&mut self, phase: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        say(phase);
        let started = Instant::now();
        let outcome = work();
        let took = started.elapsed();
        self.phases.push((phase.to_owned(), took, outcome.is_ok()));
        let ended = if outcome.is_ok() { "done" } else { "FAILED" };
        say(&format!("{phase}: {ended} in {}", seconds(took)));
        outcome
    }

    /// Every phase on a line, and the whole.
    pub fn print(&self) {
        println!("\nTimes");
        for (phase, took, fine) in &self.phases {
            let mark = if *fine { "ok" } else { "FAILED" };
            println!("  {:>9}  {mark:<6}  {phase}", seconds(*took));
        }
        println!("  {:>9}          in all", seconds(self.started.elapsed()));
    }
}

/// `7.3 s`, `2 min 05 s`.
pub fn seconds(time: Duration) -> String {
    let whole = time.as_secs();
    if whole < 60 {
        format!("{whole}.{} s", time.subsec_millis() / 100)
    } else {
        format!("{} min {:02} s", whole / 60, whole % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_for_people() {
        for (millis, text) in [(0, "0.0 s"), (7_349, "7.3 s"), (59_999, "59.9 s")] {
            assert_eq!(seconds(Duration::from_millis(millis)), text);
        }
        assert_eq!(seconds(Duration::from_secs(125)), "2 min 05 s");
    }
}
