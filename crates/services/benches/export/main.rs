//! P6: the license-based file of an invoice with a million lines, against `sqlite3 -csv` of the same
//! rows, and the memory that it takes.
//!
//! The lines are those of a real invoice, copied within a file of SQLite until there are enough. Both
//! sides write a file into the same folder.

#![allow(missing_docs, clippy::allow_attributes, reason = "a benchmark has no readers but its own")]

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use domain::access::{AdminRole, AgentRole};
use domain::billing::LICENCE_COLUMNS;
use domain::ids::InvoiceId;
use domain::orders::{OrderLine, PlaceOrder};
use domain::time::{Day, start_of_day};
use mimalloc::MiMalloc;
use serde_json::json;
use services::billing::{Written, licence_file, run_all};
use services::export::Csv;
use services::{Caller, demo, orders};
use storage::Store;
use tempfile::TempDir;
use testkit::World;
use uuid::Uuid;

/// As the server has it.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Repeats the measurement.
const COMMAND: &str = "cargo bench -p services --bench export";

const LINES: u32 = 1_000_000;

/// Turns of each side, of which the median counts.
const TURNS: usize = 3;

/// The invoice that is measured.
const INVOICE: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001);

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let folder = TempDir::new().expect("there is room for a folder");
    let file = folder.path().join("bench.db");
    let store = Store::open(&format!("sqlite:{}", file.display()), 2).await.expect("it opens");
    store.migrate().await.expect("the schema is new");
    let world = World::on(store).await;
    if !fill(&world, &file).await {
        println!("P6 is not measured: there is no program sqlite3");
        return;
    }
    let reader = world.caller(1, AdminRole::BillingAdmin);

    let [mut ours, mut by_hand] = [Vec::new(), Vec::new()];
    let mut peak = 0;
    for _ in 0..TURNS {
        forget_peak();
        let begin = Instant::now();
        export(&reader, &folder.path().join("ours.csv")).await;
        ours.push(begin.elapsed());
        peak = peak.max(peak_memory());
        let begin = Instant::now();
        sqlite(&file, &folder.path().join("hand.csv"));
        by_hand.push(begin.elapsed());
    }
    let bytes = |name: &str| fs::metadata(folder.path().join(name)).map_or(0, |it| it.len());
    let [ours, by_hand] = [ours, by_hand].map(median);
    let value = format!(
        "{} ms for {} MB; sqlite3 -csv {} ms for {} MB; memory at most {} MB, aim ≤ 128",
        ours.as_millis(),
        bytes("ours.csv") / 1_000_000,
        by_hand.as_millis(),
        bytes("hand.csv") / 1_000_000,
        peak / 1_000,
    );
    let ratio = ours.as_nanos() * 100 / by_hand.as_nanos().max(1);
    let ratio = format!("{}.{:02}", ratio / 100, ratio % 100);
    let figure = json!({
        "figure": "P6 1,000,000 lines as a file", "command": COMMAND, "value": value,
        "ratio": ratio, "limit": "aim ≤ 2.00",
    });
    println!("figure {figure}");
}

/// What the server does for a reader who is as fast as a disk.
async fn export(reader: &Caller, to: &Path) {
    let mut file = File::create(to).expect("there is room for a file");
    let mut rows = licence_file(reader, InvoiceId::from(INVOICE)).await.expect("it is there");
    let mut csv = Csv::new(&LICENCE_COLUMNS);
    let mut count = 0;
    loop {
        let batch = rows.next().await.expect("it can be read");
        for row in &batch {
            csv.row(&Written::of(row).cells(row));
        }
        count += batch.len();
        file.write_all(&csv.take()).expect("there is room");
        if batch.is_empty() {
            break;
        }
    }
    assert_eq!(count, LINES as usize);
}

/// The same rows by the program of the database.
fn sqlite(database: &Path, to: &Path) {
    let id = INVOICE.simple();
    let sql = format!("SELECT * FROM invoice_lines WHERE invoice_id = X'{id}' ORDER BY position");
    let file = File::create(to).expect("there is room for a file");
    let mut program = Command::new("sqlite3");
    program.args(["-csv", "-header"]).arg(database).arg(sql);
    let done = program.stdout(Stdio::from(file)).status().expect("it was there before");
    assert!(done.success(), "the rows can be read");
}

/// An invoice of the run with a line a subscription, and another with its lines over and over;
/// whether there is a program that can copy them.
async fn fill(world: &World, file: &Path) -> bool {
    let day = |text: &str| -> Day { text.parse().expect("a day") };
    demo::load_catalogue(world.system()).await.expect("the catalogue loads");
    world.clock().set(start_of_day(day("2019-06-02")));
    world.bill(1).await;
    let agent = world.caller(1, AgentRole::SalesAgent);
    for code in ["O365-E1", "O365-E3", "O365-BP", "PRJ-PRO"] {
        let offer = demo::offers().into_iter().find(|offer| offer.code == code);
        let order = PlaceOrder {
            request: world.request(),
            customer: world.customer(1),
            lines: vec![OrderLine { offer: offer.expect("it is sold").id, quantity: 10 }],
            po_number: None,
        };
        orders::place(&agent, order, "en").await.expect("it is sold");
    }
    world.clock().set(start_of_day(day("2019-06-15")));
    run_all(world.system(), day("2019-06-15")).await.expect("it is billed");

    let id = INVOICE.simple();
    let lines = format!(
        "INSERT INTO invoice_lines
         SELECT X'{id}', ROW_NUMBER() OVER (), l.customer_id, l.subscription_id, l.offer_id,
                l.order_number, l.charge_type, l.first_day, l.last_day, l.period_first,
                l.unit_price, l.quantity, l.discount_percent, l.vat, l.amount, l.discount, l.tax,
                l.starts_on, l.ends_on, l.customer_name, l.domain_prefix, l.nickname,
                l.reseller_mpn_id, l.dispute_id
         FROM (WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < {LINES})
               SELECT x FROM n), invoice_lines l LIMIT {LINES}"
    );
    let invoice = format!(
        "INSERT INTO invoices
         SELECT X'{id}', partner_id, 'CN-209901-000001', kind, corrects, '2099-01-15', period_first,
                period_last, issued_at, due_on, header, {LINES}, 0, recurring, other_products, usage,
                usage_discounts, discounts, credits, tax, total, previous_balance, payments,
                finance_charge, payable
         FROM invoices LIMIT 1"
    );
    let settled = format!(
        "INSERT INTO invoice_settlements (invoice_id, partner_id, due_on, payable)
         SELECT id, partner_id, due_on, payable FROM invoices WHERE id = X'{id}'"
    );
    // By another process, so that this one has only the export in its memory.
    let sql = format!("BEGIN; {lines}; {invoice}; {settled}; COMMIT;");
    let mut program = Command::new("sqlite3");
    program.arg(file).arg(sql).status().is_ok_and(|done| done.success())
}

/// Lets the system count this process's memory anew, where it can.
fn forget_peak() {
    let _ = fs::write("/proc/self/clear_refs", "5");
}

/// The most memory that this process has had, in kB.
fn peak_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|kb| kb.parse().ok()).unwrap_or_default()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
