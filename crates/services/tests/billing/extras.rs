//! What comes to an invoice besides subscriptions: usage, and what disputes give back.

use std::sync::Arc;

use chrono::Duration;
use domain::billing::{InvoiceSummary, UsageQuantity};
use domain::ids::{DisputeId, SubscriptionId};
use domain::money::{Money, UnitPrice};
use domain::time::start_of_day;
use services::{Policy, RandomIds, System};
use storage::Store;
use storage::billing::usage::{self, StoredUsage, UsageRecord};
use storage::billing::{lines, runs};
use testkit::{FixedClock, on_each_backend};

use super::{Desk, day};

impl Desk {
    /// `units` of the same meter, at 2.00 a unit, used on `on`.
    pub(super) async fn used(&self, subscription: SubscriptionId, on: &str, units: i64) {
        let record = UsageRecord {
            partner: self.world.partner(1),
            customer: self.customer(),
            subscription,
            used_on: day(on),
            meter: "{}".to_owned(),
            item: 1,
            consumed: UsageQuantity::from_stored(units * 1_000_000),
            list_price: UnitPrice::from_stored(20_000),
        };
        let mut tx = self.world.store().write().await.expect("the database writes");
        let id = self.world.request().into();
        usage::insert_record(&mut tx, id, &record).await.expect("it can be written");
        tx.commit().await.expect("the database writes");
    }

    pub(super) async fn usage(&self, invoice: &InvoiceSummary) -> Vec<StoredUsage> {
        let mut tx = self.world.store().read().await.expect("the database reads");
        let found =
            usage::page(&mut tx, self.world.partner(1), invoice.id, &usage::Which::default(), 100)
                .await;
        found.expect("the rows can be read")
    }

    async fn accepted(&self, number: u32, invoice: &InvoiceSummary, fen: i64) -> DisputeId {
        let mut tx = self.world.store().write().await.expect("the database writes");
        let of = (self.world.partner(1), invoice.id);
        let id = testkit::insert_accepted_dispute(&mut tx, number, of, 1, fen).await;
        tx.commit().await.expect("the database writes");
        id
    }
}

/// Usage is billed once, also what comes in after its period has been billed.
async fn usage_is_billed_once_and_late_usage_with_the_next_invoice(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    let id = desk.buy("O365-E1", 15).await;
    for (on, units) in [("2019-06-12", 3), ("2019-06-14", 4), ("2019-06-15", 100)] {
        desk.used(id, on, units).await;
    }
    desk.go_to("2019-06-15");
    desk.jobs().await;
    desk.used(id, "2019-06-13", 5).await;
    desk.go_to("2019-07-15");
    desk.jobs().await;

    let invoices = desk.invoices().await;
    let sums: Vec<_> = invoices.iter().map(|one| one.sections.usage.fen()).collect();
    assert_eq!(sums, [1_400, 21_000]);
    let [row] = &desk.usage(&invoices[0]).await[..] else { panic!("one row a meter") };
    assert_eq!((row.position, row.consumed.stored()), (1, 7_000_000));
    assert_eq!((row.days.first, row.days.last), (day("2019-05-15"), day("2019-06-14")));
    assert_eq!((row.money.amount.fen(), row.money.tax.fen()), (1_400, 84));
    assert_eq!(invoices.iter().map(|one| one.usage_lines).collect::<Vec<_>>(), [1, 1]);
}

/// Domain book, K1: behind a switch; what was counted meanwhile is billed when it is on.
async fn usage_waits_while_it_is_switched_off(store: Store) {
    let desk = Desk::on(store.clone(), "2019-06-02").await;
    let id = desk.buy("O365-E1", 15).await;
    desk.used(id, "2019-06-12", 3).await;
    let off = Policy { bill_usage: false, ..testkit::policy() };
    let clock = Arc::new(FixedClock::default());
    clock.set(start_of_day(day("2019-06-15")) + Duration::hours(9));
    let system = System::new(store, clock, Arc::new(RandomIds), off);
    services::billing::run_all(&system, day("2019-06-15")).await.expect("it runs");
    desk.go_to("2019-07-15");
    desk.jobs().await;
    let sums: Vec<_> = desk.invoices().await.iter().map(|one| one.sections.usage.fen()).collect();
    assert_eq!(sums, [0, 600]);
}

/// Domain book, RB2: what is given back is a credit, tax included, and leaves the invoice's tax alone.
async fn an_accepted_dispute_is_a_credit_on_the_next_invoice_and_on_no_other(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    desk.buy("O365-E1", 15).await;
    desk.go_to("2019-06-15");
    desk.jobs().await;
    let [first] = &desk.invoices().await[..] else { panic!("one invoice") };
    let id = desk.accepted(7, first, 5_300).await;
    desk.go_to("2019-08-15");
    desk.jobs().await;

    let [_, second, third] = &desk.invoices().await[..] else { panic!("three invoices") };
    assert_eq!(second.sections.credits.fen(), -5_300);
    assert_eq!(second.sections.tax, third.sections.tax);
    assert_eq!(third.sections.total - second.sections.total, Money::from_fen(5_300));
    assert_eq!(third.sections.credits, Money::ZERO);
    let given_back = desk.lines(second).await.pop().expect("it is the last line");
    assert_eq!(
        (given_back.line.charge_type.code(), given_back.dispute),
        ("OFFSET_LINEITEM", Some(id))
    );
    assert_eq!(
        (given_back.line.money.amount.fen(), given_back.line.money.tax.fen()),
        (-5_000, -300)
    );
}

/// More than the line has cost: the invoice waits for somebody instead of keeping the rest.
async fn a_dispute_that_its_lines_cannot_bear_parks_the_run(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    desk.buy("O365-E1", 15).await;
    desk.go_to("2019-06-15");
    desk.jobs().await;
    let [first] = &desk.invoices().await[..] else { panic!("one invoice") };
    let line = &desk.lines(first).await[0].line;
    let id = desk.accepted(7, first, line.money.total().fen() + 1).await;
    desk.go_to("2019-07-15");
    desk.jobs().await;

    assert_eq!(desk.invoices().await.len(), 1);
    let mut tx = desk.world.store().read().await.expect("the database reads");
    let parked = runs::parked(&mut tx).await.expect("readable");
    assert_eq!(parked[0].reason, Some(format!("dispute {id}")));
    let (_, total) = lines::sections(&mut tx, desk.world.partner(1), first.id).await.expect("sums");
    assert_eq!(total, first.sections.total, "what was issued is as it was");
}

on_each_backend! {
    usage_is_billed_once_and_late_usage_with_the_next_invoice
    usage_waits_while_it_is_switched_off
    an_accepted_dispute_is_a_credit_on_the_next_invoice_and_on_no_other
    a_dispute_that_its_lines_cannot_bear_parks_the_run
}
