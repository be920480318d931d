//! The worked examples of the domain book, figure by figure.
//!
//! Source: "common-billing-scenarios" (CS), "billing" (BL), "read-your-bill" (RB) and
//! "use-the-reconciliation-files" (UB). Unless an example says otherwise: CNY, billing day 15, 6 %.

use domain::billing::{
    Amounts, BillingDay, Change, ChargeType, Dated, FinanceTerms, History, Line, PAYMENT_DAYS,
    Percent, Sections, Terms, UsageQuantity, VatRate, due_date, finance_charge, is_past_due, lines,
    usage_charge,
};
use domain::money::{Money, UnitPrice};
use domain::time::Day;

fn day(text: &str) -> Day {
    text.parse().expect("the tests write dates")
}

fn billed() -> BillingDay {
    BillingDay::new(15).expect("a day of every month")
}

fn vat() -> Dated<VatRate> {
    Dated::always(VatRate::default())
}

fn money(yuan: &str) -> Money {
    Money::rounded(yuan.parse().expect("the tests write amounts")).expect("small amounts")
}

/// `yuan` a seat and month.
fn price(yuan: &str) -> UnitPrice {
    UnitPrice::from_stored(money(yuan).fen() * 100)
}

fn ordered(on: &str, seats: u32, yuan: &str) -> History {
    History::new(Terms::of_order(day(on), billed(), Percent::ZERO), seats, price(yuan))
}

/// `history` after the events `changes`.
fn after(mut history: History, changes: &[(&str, Change)]) -> History {
    for (on, change) in changes {
        history.record(day(on), *change);
    }
    history
}

fn invoice(history: &History, date: &str) -> Vec<Line> {
    lines(history, billed().period_of(day(date)), &vat()).expect("small amounts")
}

/// `lines` as the book writes them: type, from, to, seats, days, amount, tax, total.
fn table(lines: &[Line]) -> Vec<String> {
    let row = |line: &Line| {
        let Line { charge_type, days, quantity, money, .. } = line;
        let (first, last) = (days.first.format("%m-%d"), days.last.format("%m-%d"));
        let Amounts { amount, tax, .. } = money;
        let (code, count, total) = (charge_type.code(), days.count(), money.total());
        format!("{code} {first} {last} {quantity} {count} {amount} {tax} {total}")
    };
    lines.iter().map(row).collect()
}

/// Σ amounts, Σ tax, Σ totals.
fn sums(lines: &[Line]) -> [String; 3] {
    let amount: Money = lines.iter().map(|line| line.money.amount).sum();
    let tax: Money = lines.iter().map(|line| line.money.tax).sum();
    let total: Money = lines.iter().map(|line| line.money.total()).sum();
    let sections = Sections::of(lines).expect("small amounts");
    assert_eq!((sections.total, sections.sum()), (total, total));
    [amount, tax, total].map(|sum| sum.to_string())
}

#[test]
fn cs01_new_subscription() {
    let history = ordered("2019-06-02", 15, "10.00");
    assert_eq!(history.terms.starts_on(), day("2019-06-03"));
    assert_eq!(history.terms.next_renewal(day("2019-06-02")), day("2020-06-15"));
    let expected = ["CYCLE_FEE 06-15 07-14 15 30 150.00 9.00 159.00"];
    assert_eq!(table(&invoice(&history, "2019-06-15")), expected);
}

#[test]
fn cs02_cancelled_before_the_first_cut() {
    let history = ordered("2019-06-02", 15, "10.00");
    let history = after(history, &[("2019-06-10", Change::Suspended)]);
    for date in ["2019-06-15", "2019-07-15", "2019-08-15", "2019-09-15"] {
        assert_eq!(invoice(&history, date), [], "{date}");
    }
}

#[test]
fn cs03_seat_changes_in_the_free_period() {
    let history = after(
        ordered("2019-06-02", 10, "10.00"),
        &[("2019-06-08", Change::Quantity(20)), ("2019-06-12", Change::Quantity(15))],
    );
    let billed = invoice(&history, "2019-06-15");
    let expected = [
        "CYCLE_INSTANCEPRORATE 06-03 06-07 10 5 0.00 0.00 0.00",
        "CYCLE_INSTANCEPRORATE 06-08 06-11 20 4 0.00 0.00 0.00",
        "CYCLE_INSTANCEPRORATE 06-12 06-14 15 3 0.00 0.00 0.00",
        "CYCLE_FEE 06-15 07-14 15 30 150.00 9.00 159.00",
    ];
    assert_eq!(table(&billed), expected);
    let prices: Vec<i64> = billed.iter().map(|line| line.unit_price.stored()).collect();
    assert_eq!(prices, [0, 0, 0, 100_000]);
}

fn cs04() -> Vec<Line> {
    let history = after(
        ordered("2019-06-02", 15, "11.00"),
        &[
            ("2019-07-20", Change::Quantity(12)),
            ("2019-07-31", Change::Quantity(18)),
            ("2019-08-10", Change::Quantity(10)),
        ],
    );
    let advance = ["CYCLE_FEE 07-15 08-14 15 31 165.00 9.90 174.90"];
    assert_eq!(table(&invoice(&history, "2019-07-15")), advance);
    invoice(&history, "2019-08-15")
}

#[test]
fn cs04_existing_subscription_seats_up_and_down() {
    let billed = cs04();
    let expected = [
        "CANCEL_INSTANCEPRORATE 07-15 08-14 15 31 -165.00 -9.90 -174.90",
        "CYCLE_INSTANCEPRORATE 07-15 07-19 15 5 26.61 1.60 28.21",
        "CYCLE_INSTANCEPRORATE 07-20 07-30 12 11 46.84 2.81 49.65",
        "CYCLE_INSTANCEPRORATE 07-31 08-09 18 10 63.87 3.83 67.70",
        "CYCLE_INSTANCEPRORATE 08-10 08-14 10 5 17.74 1.06 18.80",
        "CYCLE_FEE 08-15 09-14 10 31 110.00 6.60 116.60",
    ];
    assert_eq!(table(&billed), expected);
    assert_eq!(sums(&billed), ["100.06", "6.00", "106.06"]);
}

#[test]
fn cs05_cancellation_without_prior_seat_change() {
    for (yuan, advance, credit) in [
        ("10.00", "100.00 6.00 106.00", "-67.74 -4.06 -71.80"),
        ("11.00", "110.00 6.60 116.60", "-74.52 -4.47 -78.99"),
    ] {
        let history = ordered("2019-06-02", 10, yuan);
        let history = after(history, &[("2019-08-25", Change::Suspended)]);
        let paid = [format!("CYCLE_FEE 08-15 09-14 10 31 {advance}")];
        assert_eq!(table(&invoice(&history, "2019-08-15")), paid);
        let back = [format!("CANCEL_PRORATE 08-25 09-14 10 21 {credit}")];
        assert_eq!(table(&invoice(&history, "2019-09-15")), back);
        assert_eq!(invoice(&history, "2019-10-15"), []);
    }
}

#[test]
fn cs06_cancellation_after_a_seat_change() {
    for (yuan, rows, sum) in [
        (
            "10.00",
            [
                "CANCEL_INSTANCEPRORATE 08-15 09-14 10 31 -100.00 -6.00 -106.00",
                "CYCLE_INSTANCEPRORATE 08-15 08-24 10 10 32.26 1.94 34.20",
                "CYCLE_INSTANCEPRORATE 08-25 09-14 5 21 33.87 2.03 35.90",
                "CANCEL_PRORATE 09-01 09-14 5 14 -22.58 -1.35 -23.93",
            ],
            ["-56.45", "-3.38", "-59.83"],
        ),
        (
            "11.00",
            [
                "CANCEL_INSTANCEPRORATE 08-15 09-14 10 31 -110.00 -6.60 -116.60",
                "CYCLE_INSTANCEPRORATE 08-15 08-24 10 10 35.48 2.13 37.61",
                "CYCLE_INSTANCEPRORATE 08-25 09-14 5 21 37.26 2.24 39.50",
                "CANCEL_PRORATE 09-01 09-14 5 14 -24.84 -1.49 -26.33",
            ],
            ["-62.10", "-3.72", "-65.82"],
        ),
    ] {
        let history = after(
            ordered("2019-06-02", 10, yuan),
            &[("2019-08-25", Change::Quantity(5)), ("2019-09-01", Change::Suspended)],
        );
        let billed = invoice(&history, "2019-09-15");
        assert_eq!(table(&billed), rows);
        assert_eq!(sums(&billed), sum);
    }
}

#[test]
fn cs07_suspended_and_reactivated_in_one_period() {
    let history = after(
        ordered("2019-06-02", 20, "42.00"),
        &[("2019-09-25", Change::Suspended), ("2019-10-05", Change::Reactivated)],
    );
    let paid = ["CYCLE_FEE 09-15 10-14 20 30 840.00 50.40 890.40"];
    assert_eq!(table(&invoice(&history, "2019-09-15")), paid);
    let billed = invoice(&history, "2019-10-15");
    let expected = [
        "CANCEL_PRORATE 09-25 10-14 20 20 -560.00 -33.60 -593.60",
        "ACTIVATION_PRORATE 10-05 10-14 20 10 280.00 16.80 296.80",
        "CYCLE_FEE 10-15 11-14 20 31 840.00 50.40 890.40",
    ];
    assert_eq!(table(&billed), expected);
    assert_eq!(sums(&billed), ["560.00", "33.60", "593.60"]);
    let sections = Sections::of(&billed).expect("small amounts");
    assert_eq!(sections.recurring, money("280.00"));
    assert_eq!(sections.other_products, money("280.00"));
}

#[test]
fn cs08_short_and_leap_february() {
    for (ordered_on, cut, length, date, credit) in [
        ("2018-06-02", "2019-03-01", 28, "2019-03-15", "-239.75"),
        ("2019-06-02", "2020-03-01", 29, "2020-03-15", "-231.48"),
    ] {
        let history = after(ordered(ordered_on, 7, "68.50"), &[(cut, Change::Suspended)]);
        let billed = invoice(&history, date);
        assert_eq!(billed.len(), 1, "{cut}");
        assert_eq!(billed[0].charge_type, ChargeType::CancelProrate, "{cut}");
        assert_eq!(billed[0].period.length(), length, "{cut}");
        assert_eq!(billed[0].days.count(), 14, "{cut}");
        assert_eq!(billed[0].money.amount.to_string(), credit, "{cut}");
    }
}

#[test]
fn cs09_renewal_with_a_new_price() {
    let mut history = ordered("2019-06-02", 25, "68.50");
    let renewal = history.terms.next_renewal(day("2019-06-02"));
    history.lock_price(renewal, price("72.00"));
    for (date, charge, amount) in [
        ("2019-12-15", ChargeType::CycleFee, "1712.50"),
        ("2020-05-15", ChargeType::CycleFee, "1712.50"),
        ("2020-06-15", ChargeType::RenewFee, "1800.00"),
        ("2020-07-15", ChargeType::CycleFee, "1800.00"),
        ("2021-06-15", ChargeType::RenewFee, "1800.00"),
    ] {
        let billed = invoice(&history, date);
        assert_eq!(billed.len(), 1, "{date}");
        assert_eq!(billed[0].charge_type, charge, "{date}");
        assert_eq!(billed[0].money.amount.to_string(), amount, "{date}");
    }
}

#[test]
fn cs10_upgrade() {
    let essentials =
        after(ordered("2019-06-02", 30, "28.00"), &[("2019-08-01", Change::UpgradedAway)]);
    let enterprise = Terms::of_upgrade(day("2019-08-01"), billed());
    let enterprise = History::new(enterprise, 30, price("142.00"));
    let mut all = invoice(&essentials, "2019-08-15");
    all.extend(invoice(&enterprise, "2019-08-15"));
    let expected = [
        "CANCEL_PRORATE 08-01 08-14 30 14 -379.35 -22.76 -402.11",
        "PURCHASE_PRORATE 08-01 08-14 30 14 1923.87 115.43 2039.30",
        "CYCLE_FEE 08-15 09-14 30 31 4260.00 255.60 4515.60",
    ];
    assert_eq!(table(&all), expected);
    assert_eq!(sums(&all), ["5804.52", "348.27", "6152.79"]);
}

#[test]
fn cs11_discount() {
    let discount = Percent::from_stored(50_000).expect("5 %");
    let terms = Terms::of_order(day("2019-06-02"), billed(), discount);
    let billed = invoice(&History::new(terms, 50, price("42.00")), "2019-06-15");
    assert_eq!(billed.len(), 1);
    let Amounts { amount, discount, tax } = billed[0].money;
    let figures = [amount, discount, billed[0].money.subtotal(), tax, billed[0].money.total()];
    let expected = ["2100.00", "105.00", "1995.00", "119.70", "2114.70"];
    assert_eq!(figures.map(|figure| figure.to_string()), expected);
}

#[test]
fn cs12_quiet_month() {
    let history = ordered("2019-06-02", 15, "10.00");
    let expected = ["CYCLE_FEE 09-15 10-14 15 30 150.00 9.00 159.00"];
    assert_eq!(table(&invoice(&history, "2019-09-15")), expected);
}

#[test]
fn cs13_order_on_the_eve() {
    let history = ordered("2019-06-14", 15, "10.00");
    assert_eq!(history.terms.starts_on(), day("2019-06-15"));
    assert_eq!(history.terms.free_days(), None);
    let expected = ["CYCLE_FEE 06-15 07-14 15 30 150.00 9.00 159.00"];
    assert_eq!(table(&invoice(&history, "2019-06-15")), expected);

    let history = ordered("2019-06-15", 15, "10.00");
    let free = history.terms.free_days().expect("a free period");
    assert_eq!((free.first, free.last), (day("2019-06-16"), day("2019-07-14")));
    assert_eq!(free.count(), 29);
    assert_eq!(invoice(&history, "2019-06-15"), []);
    let expected = ["CYCLE_FEE 07-15 08-14 15 31 150.00 9.00 159.00"];
    assert_eq!(table(&invoice(&history, "2019-07-15")), expected);
    assert_eq!(history.terms.first_renewal, day("2020-07-15"));
}

#[test]
fn cs14_same_day_flip() {
    let history = after(
        ordered("2019-06-02", 10, "10.00"),
        &[("2019-07-20", Change::Quantity(25)), ("2019-07-20", Change::Quantity(10))],
    );
    let expected = ["CYCLE_FEE 08-15 09-14 10 31 100.00 6.00 106.00"];
    assert_eq!(table(&invoice(&history, "2019-08-15")), expected);
}

/// What another reseller sold is another partner's history: a line is only ever made of its own.
#[test]
fn cs15_two_partners() {
    let ours = ordered("2019-06-02", 15, "10.00");
    let theirs = ordered("2019-06-02", 500, "142.00");
    let billed = invoice(&ours, "2019-06-15");
    assert_eq!(sums(&billed), ["150.00", "9.00", "159.00"]);
    assert_eq!(sums(&invoice(&theirs, "2019-06-15")), ["71000.00", "4260.00", "75260.00"]);
}

#[test]
fn rb1_the_sections_of_a_bill() {
    let sections = Sections::of(&cs04()).expect("small amounts");
    assert_eq!(sections.recurring, money("100.06"));
    assert_eq!(sections.discounts, Money::ZERO);
    assert_eq!(sections.tax, money("6.00"));
    assert_eq!(sections.total, money("106.06"));
}

#[test]
fn rb2_a_credit_keeps_its_tax_out_of_the_taxes() {
    let mut sections = Sections::of(&cs04()).expect("small amounts");
    let (amount, tax) = (money("-50.00"), money("-3.00"));
    let credit = Amounts { amount, discount: Money::ZERO, tax };
    sections.add(ChargeType::OffsetLineItem, &credit).expect("small amounts");
    assert_eq!(sections.credits, money("-53.00"));
    assert_eq!(sections.tax, money("6.00"));
    assert_eq!(sections.total, money("53.06"));
    assert_eq!(sections.sum(), sections.total);
}

/// A row of table UB.
fn assert_usage(consumed: i64, price: i64, expected: [&str; 5]) {
    let consumed = UsageQuantity::from_stored(consumed * 1_000_000);
    let included = UsageQuantity::default();
    let price = UnitPrice::from_stored(price);
    let charge = usage_charge(consumed, included, price, VatRate::default());
    let charge = charge.expect("small amounts");
    let rates = [charge.pretax_rate, charge.posttax_rate].map(Option::unwrap_or_default);
    let figures = [charge.money.amount, charge.money.tax, charge.money.total(), rates[0], rates[1]];
    assert_eq!(figures.map(|figure| figure.to_string()), expected);
    assert_eq!(charge.overage, consumed);
}

#[test]
fn ub1_eleven_units() {
    assert_usage(11, 808, ["0.89", "0.05", "0.94", "0.08", "0.09"]);
}

#[test]
fn ub2_a_month_of_hours() {
    assert_usage(744, 8_680, ["645.79", "38.75", "684.54", "0.87", "0.92"]);
}

#[test]
fn ub3_two_tiers() {
    assert_usage(1_024, 3_000, ["307.20", "18.43", "325.63", "0.30", "0.32"]);
    assert_usage(314, 2_500, ["78.50", "4.71", "83.21", "0.25", "0.27"]);
}

#[test]
fn bl1_the_day_of_signature_is_the_billing_day() {
    let signed = day("2019-05-15");
    let billed = BillingDay::of_signature(signed);
    assert_eq!(billed.day_of_month(), 15);
    assert_eq!(billed.first_after(signed), day("2019-06-15"));
}

#[test]
fn bl2_due_after_thirty_days() {
    let due = due_date(day("2019-06-15"), PAYMENT_DAYS);
    assert_eq!(due, day("2019-07-15"));
    assert!(!is_past_due(due, day("2019-07-15")));
    assert!(is_past_due(due, day("2019-07-16")));
}

/// The finance charge on an invoice of `yuan` due on 15 July 2019.
fn late(yuan: &str, paid: &str, terms: FinanceTerms) -> String {
    let charge = finance_charge(money(yuan), day("2019-07-15"), day(paid), &terms);
    charge.expect("small amounts").to_string()
}

#[test]
fn bl3_two_started_months() {
    assert_eq!(late("10000.00", "2019-08-20", FinanceTerms::default()), "300.00");
}

#[test]
fn bl4_one_started_month() {
    assert_eq!(late("28563.42", "2019-07-16", FinanceTerms::default()), "428.45");
}

#[test]
fn bl5_the_legal_maximum() {
    let legal_max_monthly = Percent::from_stored(12_000);
    let terms = FinanceTerms { legal_max_monthly, ..FinanceTerms::default() };
    assert_eq!(late("28563.42", "2019-07-16", terms), "342.76");
}

#[test]
fn bl6_paid_on_the_due_date() {
    assert_eq!(late("28563.42", "2019-07-15", FinanceTerms::default()), "0.00");
}
