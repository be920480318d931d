//! What the run issues, once, and what it does when something is wrong.

use std::collections::HashSet;

use chrono::Duration;
use domain::billing::{InvoiceStatus, Proof};
use domain::money::Money;
use services::billing::{due_dates, run_all};
use storage::billing::{histories, invoices, lines, runs};
use storage::{Dialect, Store};
use testkit::on_each_backend;

use super::{Desk, day};

/// Domain book, RB1 from CS4: the figures of the China page, from orders to the invoice.
async fn seats_up_and_down_give_the_books_figures(store: Store) {
    let desk = Desk::on(store, "2019-06-20").await;
    let id = desk.buy("O365-E1", 15).await;
    desk.go_to("2019-07-15");
    desk.jobs().await;
    for (to, seats) in [("2019-07-20", 12), ("2019-07-31", 18), ("2019-08-10", 10)] {
        desk.go_to(to);
        desk.change(id, seats).await;
    }
    desk.go_to("2019-08-15");
    desk.jobs().await;

    let invoices = desk.invoices().await;
    let dates: Vec<_> = invoices.iter().map(|one| one.billing_date.to_string()).collect();
    assert_eq!(dates, ["2019-07-15", "2019-08-15"]);
    let lines = desk.lines(&invoices[1]).await;
    let codes: Vec<_> = lines.iter().map(|one| one.line.charge_type.code()).collect();
    let segment = "CYCLE_INSTANCEPRORATE";
    let expected = ["CANCEL_INSTANCEPRORATE", segment, segment, segment, segment, "CYCLE_FEE"];
    assert_eq!(codes, expected);
    // At 42.00 instead of the book's 11.00: days and seats are the same.
    let fen: Vec<_> = lines.iter().map(|one| one.line.money.amount.fen()).collect();
    assert_eq!(fen, [-63_000, 10_161, 17_884, 24_387, 6_774, 42_000]);
    assert_eq!(invoices[1].sections.recurring.fen(), 38_206);
    assert_eq!(invoices[1].number, "CN-201908-000001");
    assert_eq!(invoices[1].due_on, day("2019-09-14"));
}

async fn nothing_is_billed_before_six_in_the_morning(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    desk.buy("O365-E1", 15).await;
    desk.jobs().await;
    desk.go_to("2019-06-15");
    desk.world.clock().advance(-Duration::hours(3) - Duration::seconds(1));
    desk.jobs().await;
    assert_eq!(desk.invoices().await, []);
    desk.world.clock().advance(Duration::seconds(1));
    desk.jobs().await;
    assert_eq!(desk.invoices().await.len(), 1);
}

async fn running_again_changes_nothing_and_a_missed_month_is_made_up_for(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    desk.buy("O365-E1", 15).await;
    desk.go_to("2019-09-20");
    desk.jobs().await;
    let issued = desk.invoices().await;
    let numbers: Vec<_> = issued.iter().map(|one| one.number.as_str()).collect();
    let expected = ["CN-201906-000001", "CN-201907-000001", "CN-201908-000001", "CN-201909-000001"];
    assert_eq!(numbers, expected);
    let system = desk.world.system();
    let ran = run_all(system, day("2019-09-20")).await.expect("it runs");
    assert_eq!(ran, services::billing::Ran::default());
    assert_eq!(desk.invoices().await, issued);
    let kinds = desk.world.activity_kinds(1).await;
    let told = kinds.iter().filter(|kind| *kind == "invoice-issued").count();
    assert_eq!(told, issued.len());
}

async fn a_month_without_charges_has_no_invoice(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    let id = desk.buy("O365-E1", 15).await;
    desk.go_to("2019-06-10");
    desk.jobs().await;
    desk.suspend(id).await;
    desk.go_to("2019-07-20");
    desk.jobs().await;
    assert_eq!(desk.invoices().await, []);
    let mut tx = desk.world.store().read().await.expect("the database reads");
    let bounds = (day("2019-01-01"), day("2019-12-31"));
    let quiet = runs::without_charges(&mut tx, desk.world.partner(1), bounds).await;
    assert_eq!(quiet.expect("readable"), [day("2019-07-15"), day("2019-06-15")]);
}

/// A partner whose run fails is parked with the reason, and the others go on.
async fn a_run_that_fails_is_parked_and_taken_up_again(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    let id = desk.buy("O365-E1", 15).await;
    desk.world.bill(2).await;
    desk.go_to("2019-06-15");
    // A history that begins with nothing: no version of the product wrote it.
    let kind = |kind: &str| format!("UPDATE subscription_events SET kind = '{kind}' WHERE seq = 1");
    desk.sql(&kind("suspended")).await;
    desk.jobs().await;
    assert_eq!(desk.invoices().await, []);
    let mut tx = desk.world.store().read().await.expect("the database reads");
    let parked = runs::parked(&mut tx).await.expect("readable");
    drop(tx);
    let [parked] = parked.as_slice() else { panic!("one is parked: {parked:?}") };
    assert_eq!(parked.reason, Some(format!("history {id}")));

    desk.sql(&kind("ordered")).await;
    desk.go_to("2019-06-16");
    desk.jobs().await;
    assert_eq!(desk.invoices().await.len(), 1, "it is taken up on the next day");
    let due = due_dates(desk.world.system(), desk.world.partner(1), day("2019-07-14")).await;
    assert_eq!(due.expect("readable"), []);
}

async fn what_is_issued_cannot_be_changed(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    desk.buy("O365-E1", 15).await;
    desk.go_to("2019-06-15");
    desk.jobs().await;
    for sql in [
        "UPDATE invoices SET total = total",
        "DELETE FROM invoices",
        "UPDATE invoice_lines SET amount = 0",
        "DELETE FROM invoice_lines",
    ] {
        let mut tx = desk.world.store().write().await.expect("the database writes");
        assert!(testkit::run_sql(&mut tx, sql).await.is_err(), "{sql}");
    }
}

async fn an_invoice_agrees_with_its_files_and_its_customers(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    desk.buy("O365-E1", 15).await;
    desk.buy("O365-BP", 7).await;
    desk.go_to("2019-06-15");
    desk.jobs().await;
    let [invoice] = &desk.invoices().await[..] else { panic!("one invoice") };
    let mut tx = desk.world.store().read().await.expect("the database reads");
    let partner = desk.world.partner(1);
    let (sections, total) = lines::sections(&mut tx, partner, invoice.id).await.expect("sums");
    assert!(Proof::of(&invoice.sections, &sections, total).holds());
    let shares = lines::shares(&mut tx, partner, invoice.id).await.expect("sums");
    let sum: Money = shares.iter().map(|share| share.money.total()).sum();
    assert_eq!((shares.len(), sum), (1, invoice.sections.total));
    // Another partner finds nothing.
    let other = desk.world.partner(2);
    assert_eq!(invoices::find(&mut tx, other, invoice.id).await.expect("readable"), None);
    let (_, nothing) = lines::sections(&mut tx, other, invoice.id).await.expect("sums");
    assert_eq!(nothing, Money::ZERO);
    assert_eq!(invoice.status(day("2019-07-15")), InvoiceStatus::Open);
    assert_eq!(invoice.status(day("2019-07-16")), InvoiceStatus::PastDue);
}

async fn a_trial_does_not_appear(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    desk.buy("TRIAL-E3", 25).await;
    desk.go_to("2019-06-15");
    desk.jobs().await;
    assert_eq!(desk.invoices().await, [], "nothing else was sold");
    let id = desk.buy("O365-E1", 15).await;
    desk.go_to("2019-07-15");
    desk.jobs().await;
    let [invoice] = &desk.invoices().await[..] else { panic!("one invoice") };
    assert!(desk.lines(invoice).await.iter().all(|line| line.subscription == id));
}

/// Lines that were computed before it was the run's turn to write are written only if nothing has
/// changed since.
async fn whatever_changes_what_was_sold_is_seen_before_lines_are_written(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    let mut seen = Vec::new();
    let look = async || {
        let mut tx = desk.world.store().read().await.expect("the database reads");
        histories::stamp(&mut tx, desk.world.partner(1)).await.expect("readable")
    };
    seen.push(look().await);
    let id = desk.buy("O365-E1", 15).await;
    seen.push(look().await);
    desk.go_to("2019-06-05");
    desk.jobs().await;
    seen.push(look().await);
    desk.change(id, 12).await;
    seen.push(look().await);
    desk.suspend(id).await;
    seen.push(look().await);
    desk.reactivate(id).await;
    seen.push(look().await);
    desk.go_to("2020-06-16");
    desk.jobs().await;
    seen.push(look().await);
    assert_eq!(look().await, seen[6], "billing changes nothing of it");
    desk.rename("西泠集团").await;
    seen.push(look().await);
    let different: HashSet<_> =
        seen.iter().map(|one| (one.subscriptions, one.versions, one.customers)).collect();
    assert_eq!(different.len(), seen.len(), "{seen:?}");
}

/// Whoever comes second finds nothing left to do.
async fn two_that_run_at_once_issue_once(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    desk.buy("O365-E1", 15).await;
    let (system, date) = (desk.world.system(), day("2019-06-15"));
    desk.go_to("2019-06-15");
    let (one, other) = tokio::join!(run_all(system, date), run_all(system, date));
    let (one, other) = (one.expect("it runs"), other.expect("it runs"));
    assert_eq!((one.issued + other.issued, one.parked + other.parked), (1, 0));
    assert_eq!(desk.invoices().await.len(), 1);
}

/// An invoice whose rows say something else than its sections is not issued.
async fn an_invoice_that_does_not_agree_with_its_rows_is_parked(store: Store) {
    let spoiled: &[&str] = match store.dialect() {
        Dialect::Sqlite => &[
            "DROP TRIGGER invoice_lines_no_update",
            "CREATE TRIGGER spoil AFTER INSERT ON invoice_lines BEGIN
                 UPDATE invoice_lines SET tax = tax + 1
                 WHERE invoice_id = NEW.invoice_id AND position = NEW.position;
             END",
        ],
        Dialect::Postgres => &[
            "CREATE FUNCTION spoil() RETURNS trigger AS
                 'BEGIN NEW.tax := NEW.tax + 1; RETURN NEW; END' LANGUAGE plpgsql",
            "CREATE TRIGGER spoil BEFORE INSERT ON invoice_lines
             FOR EACH ROW EXECUTE FUNCTION spoil()",
        ],
    };
    let desk = Desk::on(store, "2019-06-02").await;
    desk.buy("O365-E1", 15).await;
    for sql in spoiled {
        desk.sql(sql).await;
    }
    desk.go_to("2019-06-15");
    desk.jobs().await;
    assert_eq!(desk.invoices().await, []);
    let mut tx = desk.world.store().read().await.expect("the database reads");
    let parked = runs::parked(&mut tx).await.expect("readable");
    assert_eq!(parked[0].reason.as_deref(), Some("proof"));
}

on_each_backend! {
    seats_up_and_down_give_the_books_figures
    nothing_is_billed_before_six_in_the_morning
    running_again_changes_nothing_and_a_missed_month_is_made_up_for
    a_month_without_charges_has_no_invoice
    a_run_that_fails_is_parked_and_taken_up_again
    what_is_issued_cannot_be_changed
    an_invoice_agrees_with_its_files_and_its_customers
    a_trial_does_not_appear
    two_that_run_at_once_issue_once
    whatever_changes_what_was_sold_is_seen_before_lines_are_written
    an_invoice_that_does_not_agree_with_its_rows_is_parked
}
