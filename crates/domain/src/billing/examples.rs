//! The worked examples of the book as histories: what the help page shows, what partners download and
//! replay, and what the tests execute. No figure is written here; the engine makes them all.
//!
//! Source: domain book, "common-billing-scenarios" (CS), "billing" (BL), "read-your-bill" (RB),
//! "use-the-reconciliation-files" (UB).

use serde::{Deserialize, Serialize};

use super::calendar::BillingDay;
use super::dues::{FinanceTerms, PAYMENT_DAYS, due_date, finance_charge, started_months};
use super::exact::{Percent, VatRate};
use super::invoice::Sections;
use super::replay::{ReplayError, run};
use super::usage::{UsageCharge, UsageQuantity, usage_charge};
use super::{Event, Issued, IssuedLine};
use crate::money::{Money, UnitPrice};
use crate::time::Day;
use crate::words::words;

words! {
    /// What an example is about.
    Scenario {
        /// A new subscription: free days, then a month in advance.
        NewSubscription = "cs01",
        /// Cancelled before anything was charged.
        CancelledBeforeFirstBill = "cs02",
        /// Seats changed while they were free.
        ChangesInFreePeriod = "cs03",
        /// Seats up and down within a month.
        SeatsUpAndDown = "cs04",
        /// Cancelled within a month.
        Cancelled = "cs05",
        /// Cancelled within a month in which seats had changed.
        CancelledAfterChange = "cs06",
        /// Suspended and reactivated within a month.
        SuspendedAndReactivated = "cs07",
        /// Months of 28 and of 29 days.
        February = "cs08",
        /// A new price at the renewal.
        Renewal = "cs09",
        /// One offer makes way for another.
        Upgrade = "cs10",
        /// A discount on the order.
        Discount = "cs11",
        /// Nothing happened.
        QuietMonth = "cs12",
        /// Ordered the day before the billing date, and on it.
        EveOfBilling = "cs13",
        /// Changed and changed back on one day.
        SameDay = "cs14",
        /// The customer buys from others, too.
        OtherResellers = "cs15",
    }
}

const fn day(year: i32, month: u32, day: u32) -> Day {
    match Day::from_ymd_opt(year, month, day) {
        Some(day) => day,
        // Evaluated while compiling: such an example does not build.
        None => panic!("a day of the calendar"),
    }
}

macro_rules! history {
    ($file:literal) => {
        include_str!(concat!("../../../../docs/examples/billing/", $file, ".json"))
    };
}

impl Scenario {
    /// Its history, in the format of the replay.
    #[must_use]
    pub const fn history(self) -> &'static str {
        match self {
            Self::NewSubscription => history!("cs01"),
            Self::CancelledBeforeFirstBill => history!("cs02"),
            Self::ChangesInFreePeriod => history!("cs03"),
            Self::SeatsUpAndDown => history!("cs04"),
            Self::Cancelled => history!("cs05"),
            Self::CancelledAfterChange => history!("cs06"),
            Self::SuspendedAndReactivated => history!("cs07"),
            Self::February => history!("cs08"),
            Self::Renewal => history!("cs09"),
            Self::Upgrade => history!("cs10"),
            Self::Discount => history!("cs11"),
            Self::QuietMonth => history!("cs12"),
            Self::EveOfBilling => history!("cs13"),
            Self::SameDay => history!("cs14"),
            Self::OtherResellers => history!("cs15"),
        }
    }

    /// The billing dates that tell something; others only lead there.
    const fn shown(self) -> &'static [Day] {
        match self {
            Self::NewSubscription
            | Self::CancelledBeforeFirstBill
            | Self::ChangesInFreePeriod
            | Self::Discount
            | Self::OtherResellers => const { &[day(2019, 6, 15)] },
            Self::SeatsUpAndDown => const { &[day(2019, 7, 15), day(2019, 8, 15)] },
            Self::Cancelled => const { &[day(2019, 8, 15), day(2019, 9, 15)] },
            Self::CancelledAfterChange | Self::QuietMonth => const { &[day(2019, 9, 15)] },
            Self::SuspendedAndReactivated => const { &[day(2019, 10, 15)] },
            Self::February => const { &[day(2019, 3, 15), day(2020, 3, 15)] },
            Self::Renewal => const { &[day(2020, 5, 15), day(2020, 6, 15)] },
            Self::Upgrade | Self::SameDay => const { &[day(2019, 8, 15)] },
            Self::EveOfBilling => const { &[day(2019, 6, 15), day(2019, 7, 15)] },
        }
    }

    /// What happened, and the invoices that tell something, made by the engine; one without lines is
    /// there, too.
    ///
    /// # Errors
    ///
    /// [`ReplayError`] if the history is none: the tests see to it that each is.
    pub fn view(self) -> Result<ScenarioView, ReplayError> {
        let (events, mut issued) = run(self.history())?;
        let mut invoice = |date| {
            let found = issued.iter().position(|invoice| invoice.date == date);
            let nothing = || Issued { date, lines: Vec::new(), sections: Sections::default() };
            found.map_or_else(nothing, |found| issued.swap_remove(found))
        };
        let invoices = self.shown().iter().map(|date| invoice(*date)).collect();
        Ok(ScenarioView { scenario: self, events, invoices })
    }
}

/// An example with what the engine makes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScenarioView {
    /// Which.
    pub scenario: Scenario,
    /// What happened, in order.
    pub events: Vec<Event>,
    /// Its invoices.
    pub invoices: Vec<Issued>,
}

/// A bill that was paid on some day, and what that cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LatePayment {
    /// The invoice's total.
    pub total: Money,
    /// The last day on which it could be paid in time.
    pub due_on: Day,
    /// When it was paid.
    pub paid_on: Day,
    /// Months of delay that had begun.
    pub months: u32,
    /// The rate of each.
    pub rate: Percent,
    /// What it cost.
    pub charge: Money,
}

/// From the signature to the first bill and its due date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstBill {
    /// When the agreement was signed.
    pub signed_on: Day,
    /// The day of the month on which is billed.
    pub billing_day: u32,
    /// The first billing date.
    pub billed_on: Day,
    /// The last day on which that bill can be paid in time.
    pub due_on: Day,
}

/// Usage of one resource at one rate, and what it costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UsageExample {
    /// Used in the month.
    pub consumed: UsageQuantity,
    /// Of that, what is included.
    pub included: UsageQuantity,
    /// Of one unit.
    pub list_price: UnitPrice,
    /// What it costs.
    pub charge: UsageCharge,
}

/// What the page of examples shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScenariosView {
    /// The examples, in the order of the book.
    pub scenarios: Vec<ScenarioView>,
    /// The sections of the bill with seats up and down: as it is, and with a line refunded.
    pub sections: [Sections; 2],
    /// When somebody is billed first.
    pub first: FirstBill,
    /// Lines of usage; the last two are rates of one resource.
    pub usage: Vec<UsageExample>,
    /// Bills paid late, and one in time.
    pub late: Vec<LatePayment>,
}

/// All examples, computed.
///
/// # Errors
///
/// As [`Scenario::view`].
pub fn examples() -> Result<ScenariosView, ReplayError> {
    let scenarios = Scenario::ALL.iter().map(|scenario| scenario.view());
    let scenarios = scenarios.collect::<Result<Vec<_>, ReplayError>>()?;
    Ok(ScenariosView {
        scenarios,
        sections: with_and_without_credit()?,
        first: first_bill(),
        usage: usage()?,
        late: late_payments()?,
    })
}

/// Source: domain book, "billing" (BL1, BL2).
fn first_bill() -> FirstBill {
    let signed_on = day(2019, 5, 15);
    let billed = BillingDay::of_signature(signed_on);
    let billed_on = billed.first_after(signed_on);
    let due_on = due_date(billed_on, PAYMENT_DAYS);
    FirstBill { signed_on, billing_day: billed.day_of_month(), billed_on, due_on }
}

/// Source: domain book, "use-the-reconciliation-files" (UB1 to UB3).
fn usage() -> Result<Vec<UsageExample>, ReplayError> {
    let used = |(units, price): (i64, i64)| {
        let consumed = UsageQuantity::from_stored(units * 1_000_000);
        let (included, list_price) = (UsageQuantity::default(), UnitPrice::from_stored(price));
        let charge = usage_charge(consumed, included, list_price, VatRate::default())?;
        Ok(UsageExample { consumed, included, list_price, charge })
    };
    [(11, 808), (744, 8_680), (1_024, 3_000), (314, 2_500)].into_iter().map(used).collect()
}

/// Source: domain book, "read-your-bill" (RB1, RB2).
fn with_and_without_credit() -> Result<[Sections; 2], ReplayError> {
    let example = Scenario::SeatsUpAndDown.view()?;
    let Some(bill) = example.invoices.last() else { return Ok([Sections::default(); 2]) };
    let mut credited = bill.sections;
    if let Some(IssuedLine { line, .. }) = bill.lines.last() {
        let credit = line.offset(Money::from_fen(5_300))?;
        credited.add(credit.charge_type, &credit.money)?;
    }
    Ok([bill.sections, credited])
}

/// Source: domain book, "billing" (BL3 to BL6).
fn late_payments() -> Result<Vec<LatePayment>, ReplayError> {
    let due_on = due_date(day(2019, 6, 15), PAYMENT_DAYS);
    let legal_max_monthly = Percent::from_stored(12_000);
    let (usual, limited) =
        (FinanceTerms::default(), FinanceTerms { legal_max_monthly, ..FinanceTerms::default() });
    let cases = [
        (1_000_000, day(2019, 8, 20), usual),
        (2_856_342, day(2019, 7, 16), usual),
        (2_856_342, day(2019, 7, 16), limited),
        (2_856_342, day(2019, 7, 15), usual),
    ];
    let paid = |(fen, paid_on, terms): (i64, Day, FinanceTerms)| {
        let total = Money::from_fen(fen);
        let charge = finance_charge(total, due_on, paid_on, &terms)?;
        let (months, rate) = (started_months(due_on, paid_on), terms.rate());
        Ok(LatePayment { total, due_on, paid_on, months, rate, charge })
    };
    cases.into_iter().map(paid).collect()
}
