//! The monthly run against the same rows read and written by hand, in one run (P5); the memory it
//! takes; and the engine alone.
//!
//! Each step has a process of its own, so that the memory of one is not counted as another's. All
//! work on a file of SQLite with the product's settings; the hand writes into a copy that was taken
//! before the run.

#![allow(missing_docs, clippy::allow_attributes, reason = "a benchmark has no readers but its own")]

mod engine;
mod hand;
#[path = "../common/rows.rs"]
mod rows;
mod step;

use std::path::Path;
use std::time::Duration;

use mimalloc::MiMalloc;
use serde_json::{Value, json};
use tempfile::TempDir;

/// As the server has it.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Repeats the measurement.
const COMMAND: &str = "cargo bench -p services --bench billing";

/// The same with the largest number of subscriptions, which takes minutes.
const ALL: &str = "--million";

/// Subscriptions, of nine in ten of which the first partner is billed.
const SIZES: [u32; 2] = [10_000, 100_000];
const MILLION: u32 = 1_000_000;

/// Memory that a run may take, in KiB.
const MEMORY_KIB: u64 = 512 * 1024;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [name, file, count] = arguments.as_slice()
        && let Some(name) = name.strip_prefix("--step-")
    {
        return step::run(name, Path::new(file), count.parse().expect("a number")).await;
    }
    engine::measure();
    for count in SIZES {
        measure(count).await;
    }
    if arguments.iter().any(|argument| argument == ALL) {
        measure(MILLION).await;
    }
}

async fn measure(count: u32) {
    let folder = TempDir::new().expect("there is room for a folder");
    let [file, copy] = ["bench.db", "copy.db"].map(|name| folder.path().join(name));
    step::start("prepare", &file, count);
    std::fs::copy(&file, &copy).expect("there is room for a copy");
    let mut seen = rows::connect(file.to_str().expect("it has a name")).await;
    let marks = rows::marks(&mut seen).await;

    let ran = step::start("run", &file, count);
    let written = rows::since(&mut seen, &marks).await;
    let (lines, ours) = (number(&ran, "lines"), Duration::from_millis(number(&ran, "ms")));
    assert!(lines >= u64::from(count), "every subscription has a line: {ran}");

    let mut hand = rows::connect(copy.to_str().expect("it has a name")).await;
    let read = hand::read(&mut hand).await;
    let begin = std::time::Instant::now();
    rows::insert(&mut hand, &written, &[]).await;
    let inserted = begin.elapsed();

    let value = format!(
        "{} ms, {lines} lines, {} lines/s; by hand {} ms read, {} ms for {} rows written",
        ours.as_millis(),
        lines * 1_000 / number(&ran, "ms").max(1),
        read.as_millis(),
        inserted.as_millis(),
        rows::count(&written),
    );
    let of = (ours.as_nanos(), (read + inserted).as_nanos());
    print(&format!("P5 run of {count} subscriptions"), Some(of), &value, "aim ≤ 2.00", false);
    let waited = number(&ran, "waited");
    let value = format!("{waited} ms until somebody else who writes had their turn, at most");
    print(&format!("P5 wait, {count} subscriptions"), None, &value, "", false);
    let memory = number(&ran, "kib");
    let value = format!("{} MiB at most", memory / 1024);
    let of = (memory.into(), MEMORY_KIB.into());
    let title = format!("P5 memory, {count} subscriptions");
    print(&title, Some(of), &value, "≤ 512 MiB", memory > MEMORY_KIB);
}

fn number(of: &Value, name: &str) -> u64 {
    of[name].as_u64().expect("the step says so")
}

fn print(title: &str, of: Option<(u128, u128)>, value: &str, limit: &str, over: bool) {
    // In hundredths: integers say enough.
    let hundredths = of.map(|(ours, other)| ours * 100 / other.max(1));
    let ratio = hundredths.map_or(String::new(), |n| format!("{}.{:02}", n / 100, n % 100));
    let figure = json!({
        "figure": title, "command": COMMAND, "value": value, "ratio": ratio, "limit": limit,
        "over": over,
    });
    println!("figure {figure}");
}
