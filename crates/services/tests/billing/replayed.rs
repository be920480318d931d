//! The invoices of the database against those of the book of subscriptions that knows no database.

use std::collections::BTreeMap;

use domain::billing::{BillingDay, Book, Dated, Deed, Event, Percent, VatRate};
use domain::ids::SubscriptionId;
use domain::money::UnitPrice;
use domain::time::{Day, days_after};
use services::billing::{Ran, run_all};
use storage::Store;
use testkit::on_each_backend;

use super::{Desk, day};

/// What is sold, with the prices of the demo's lists, of which one changes on the way.
const OFFERS: [(&str, &[(&str, i64)]); 3] = [
    ("O365-E1", &[("2019-05-01", 420_000)]),
    ("O365-BP", &[("2019-05-01", 685_000), ("2019-07-01", 720_000)]),
    ("PRJ-PRO", &[("2019-05-01", 1_580_000)]),
];

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        // The multiplier and increment of Knuth's MMIX.
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// How often the jobs run.
#[derive(Clone, Copy, Debug)]
enum Rhythm {
    Daily,
    Weekly,
    AfterAMonth,
}

impl Rhythm {
    const fn days(self) -> i64 {
        match self {
            Self::Daily => 1,
            Self::Weekly => 7,
            Self::AfterAMonth => 37,
        }
    }
}

fn book() -> Book {
    let list = |(code, prices): (&str, &[(&str, i64)])| {
        let prices = prices.iter().map(|(from, price)| (day(from), UnitPrice::from_stored(*price)));
        (code.to_owned(), prices.collect())
    };
    let prices: BTreeMap<_, _> = OFFERS.into_iter().map(list).collect();
    let billed = BillingDay::new(15).expect("a day of every month");
    Book::new(billed, Dated::always(VatRate::default()), prices)
}

/// A partner's months, told to both.
struct Tale {
    desk: Desk,
    book: Book,
    known: Vec<(String, SubscriptionId)>,
    dice: Dice,
}

impl Tale {
    async fn step(&mut self, on: Day) {
        let deed = match self.dice.roll(8) {
            0 | 1 => return self.order(on).await,
            2..=4 => Deed::Quantity(i64::try_from(1 + self.dice.roll(9)).expect("small")),
            5 => Deed::Suspend,
            6 => Deed::Reactivate,
            _ => return,
        };
        if self.known.is_empty() {
            return self.order(on).await;
        }
        let which = usize::try_from(self.dice.roll(self.known.len() as u64)).expect("small");
        let (name, id) = self.known[which].clone();
        let event = Event { on, subscription: name, deed: deed.clone() };
        if self.book.apply(&event).is_err() {
            return;
        }
        match deed {
            Deed::Quantity(seats) => {
                self.desk.change(id, u32::try_from(seats).expect("small")).await;
            }
            Deed::Suspend => self.desk.suspend(id).await,
            _ => self.desk.reactivate(id).await,
        }
    }

    async fn order(&mut self, on: Day) {
        if self.known.len() == OFFERS.len() {
            return;
        }
        let (code, _) = OFFERS[self.known.len()];
        let seats = 1 + self.dice.roll(20);
        let deed = Deed::Order {
            offer: code.to_owned(),
            quantity: i64::try_from(seats).expect("small"),
            discount: Percent::ZERO,
            parent: None,
        };
        let event = Event { on, subscription: code.to_owned(), deed };
        self.book.apply(&event).expect("the name is new");
        let id = self.desk.buy(code, u32::try_from(seats).expect("small")).await;
        self.known.push((code.to_owned(), id));
    }

    /// Both tell the same lines, whatever was printed when.
    async fn compare(mut self, through: Day, what: &str) {
        let told = self.book.invoices(through).expect("small amounts");
        let mut issued = self.desk.invoices().await;
        // Nobody pays in this tale; an invoice that asks for nothing but the cost of that is not the
        // book's affair.
        issued.retain(|invoice| invoice.lines > 0);
        let dates = |dates: Vec<Day>| dates.iter().map(ToString::to_string).collect::<Vec<_>>();
        let (left, right) = (
            dates(issued.iter().map(|one| one.billing_date).collect()),
            dates(told.iter().map(|one| one.date).collect()),
        );
        assert_eq!(left, right, "{what}");
        for (invoice, told) in issued.iter().zip(&told) {
            let lines = self.desk.lines(invoice).await;
            let lines: Vec<_> = lines.iter().map(|one| one.line).collect();
            let expected: Vec<_> = told.lines.iter().map(|one| one.line).collect();
            assert_eq!(lines, expected, "{what}, invoice of {}", told.date);
            assert_eq!(invoice.sections, told.sections, "{what}, invoice of {}", told.date);
        }
    }
}

async fn tell(store: Store, seed: u64, rhythm: Rhythm) {
    let desk = Desk::on(store, "2019-05-20").await;
    let mut tale = Tale { desk, book: book(), known: Vec::new(), dice: Dice(seed) };
    let (first, through) = (day("2019-05-20"), day("2019-10-15"));
    for on in first.iter_days().take_while(|on| *on < through) {
        tale.desk.go_to(&on.to_string());
        if (on - first).num_days() % rhythm.days() == 0 {
            tale.desk.jobs().await;
        }
        if tale.dice.roll(4) == 0 {
            tale.step(on).await;
        }
    }
    tale.desk.go_to(&through.to_string());
    tale.desk.jobs().await;
    let again = run_all(tale.desk.world.system(), through).await.expect("it runs");
    assert_eq!(again, Ran::default(), "seed {seed}, {rhythm:?}: running again does nothing");
    // Nothing of the day itself is on its invoice.
    tale.desk.go_to(&days_after(through, 1).to_string());
    tale.compare(through, &format!("seed {seed}, {rhythm:?}")).await;
}

async fn the_database_bills_what_the_book_bills_day_by_day(store: Store) {
    tell(store, 1, Rhythm::Daily).await;
}

async fn the_database_bills_what_the_book_bills_week_by_week(store: Store) {
    tell(store, 2, Rhythm::Weekly).await;
}

async fn the_database_bills_what_the_book_bills_after_a_months_pause(store: Store) {
    tell(store, 3, Rhythm::AfterAMonth).await;
}

on_each_backend! {
    the_database_bills_what_the_book_bills_day_by_day
    the_database_bills_what_the_book_bills_week_by_week
    the_database_bills_what_the_book_bills_after_a_months_pause
}

#[tokio::test]
async fn random_histories_are_billed_alike() {
    for seed in 10..22 {
        let rhythm = [Rhythm::Daily, Rhythm::Weekly, Rhythm::AfterAMonth][(seed % 3) as usize];
        tell(testkit::memory().await, seed, rhythm).await;
    }
}
