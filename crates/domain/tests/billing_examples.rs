//! The help page's examples against the figures of the book.
//!
//! Source: domain book, "common-billing-scenarios" (CS), "billing" (BL), "read-your-bill" (RB),
//! "use-the-reconciliation-files" (UB).

use domain::billing::{FirstBill, Issued, LatePayment, Scenario, UsageExample, examples, replay};
use domain::money::Money;

/// Lines as the book writes them: type, from, to, seats, days, amount, tax, total; the sum last.
fn table(invoice: &Issued) -> Vec<String> {
    let mut rows: Vec<_> = invoice
        .lines
        .iter()
        .map(|issued| {
            let line = &issued.line;
            let (first, last) = (line.days.first.format("%m-%d"), line.days.last.format("%m-%d"));
            let (code, seats, days) = (line.charge_type.code(), line.quantity, line.days.count());
            let (money, total) = (line.money, line.money.total());
            format!("{code} {first} {last} {seats} {days} {} {} {total}", money.amount, money.tax)
        })
        .collect();
    let amounts: Money = invoice.lines.iter().map(|issued| issued.line.money.amount).sum();
    rows.push(format!("{amounts} {} {}", invoice.sections.tax, invoice.sections.total));
    rows
}

/// What the book says of each example, invoice by invoice.
fn expected(scenario: Scenario) -> Vec<&'static [&'static str]> {
    match scenario {
        Scenario::NewSubscription | Scenario::OtherResellers => {
            vec![&["CYCLE_FEE 06-15 07-14 15 30 150.00 9.00 159.00", "150.00 9.00 159.00"]]
        }
        Scenario::CancelledBeforeFirstBill => vec![&["0.00 0.00 0.00"]],
        Scenario::ChangesInFreePeriod => vec![&[
            "CYCLE_INSTANCEPRORATE 06-03 06-07 10 5 0.00 0.00 0.00",
            "CYCLE_INSTANCEPRORATE 06-08 06-11 20 4 0.00 0.00 0.00",
            "CYCLE_INSTANCEPRORATE 06-12 06-14 15 3 0.00 0.00 0.00",
            "CYCLE_FEE 06-15 07-14 15 30 150.00 9.00 159.00",
            "150.00 9.00 159.00",
        ]],
        Scenario::SeatsUpAndDown => vec![
            &["CYCLE_FEE 07-15 08-14 15 31 165.00 9.90 174.90", "165.00 9.90 174.90"],
            &[
                "CANCEL_INSTANCEPRORATE 07-15 08-14 15 31 -165.00 -9.90 -174.90",
                "CYCLE_INSTANCEPRORATE 07-15 07-19 15 5 26.61 1.60 28.21",
                "CYCLE_INSTANCEPRORATE 07-20 07-30 12 11 46.84 2.81 49.65",
                "CYCLE_INSTANCEPRORATE 07-31 08-09 18 10 63.87 3.83 67.70",
                "CYCLE_INSTANCEPRORATE 08-10 08-14 10 5 17.74 1.06 18.80",
                "CYCLE_FEE 08-15 09-14 10 31 110.00 6.60 116.60",
                "100.06 6.00 106.06",
            ],
        ],
        Scenario::Cancelled => vec![
            &["CYCLE_FEE 08-15 09-14 10 31 100.00 6.00 106.00", "100.00 6.00 106.00"],
            &["CANCEL_PRORATE 08-25 09-14 10 21 -67.74 -4.06 -71.80", "-67.74 -4.06 -71.80"],
        ],
        Scenario::CancelledAfterChange => vec![&[
            "CANCEL_INSTANCEPRORATE 08-15 09-14 10 31 -100.00 -6.00 -106.00",
            "CYCLE_INSTANCEPRORATE 08-15 08-24 10 10 32.26 1.94 34.20",
            "CYCLE_INSTANCEPRORATE 08-25 09-14 5 21 33.87 2.03 35.90",
            "CANCEL_PRORATE 09-01 09-14 5 14 -22.58 -1.35 -23.93",
            "-56.45 -3.38 -59.83",
        ]],
        Scenario::SuspendedAndReactivated => vec![&[
            "CANCEL_PRORATE 09-25 10-14 20 20 -560.00 -33.60 -593.60",
            "ACTIVATION_PRORATE 10-05 10-14 20 10 280.00 16.80 296.80",
            "CYCLE_FEE 10-15 11-14 20 31 840.00 50.40 890.40",
            "560.00 33.60 593.60",
        ]],
        Scenario::February => vec![
            &["CANCEL_PRORATE 03-01 03-14 7 14 -239.75 -14.39 -254.14", "-239.75 -14.39 -254.14"],
            &["CANCEL_PRORATE 03-01 03-14 7 14 -231.48 -13.89 -245.37", "-231.48 -13.89 -245.37"],
        ],
        Scenario::Renewal => vec![
            &["CYCLE_FEE 05-15 06-14 25 31 1712.50 102.75 1815.25", "1712.50 102.75 1815.25"],
            &["RENEW_FEE 06-15 07-14 25 30 1800.00 108.00 1908.00", "1800.00 108.00 1908.00"],
        ],
        Scenario::Upgrade => vec![&[
            "CANCEL_PRORATE 08-01 08-14 30 14 -379.35 -22.76 -402.11",
            "PURCHASE_PRORATE 08-01 08-14 30 14 1923.87 115.43 2039.30",
            "CYCLE_FEE 08-15 09-14 30 31 4260.00 255.60 4515.60",
            "5804.52 348.27 6152.79",
        ]],
        Scenario::Discount => {
            vec![&["CYCLE_FEE 06-15 07-14 50 30 2100.00 119.70 2114.70", "2100.00 119.70 2114.70"]]
        }
        Scenario::QuietMonth => {
            vec![&["CYCLE_FEE 09-15 10-14 15 30 150.00 9.00 159.00", "150.00 9.00 159.00"]]
        }
        Scenario::EveOfBilling => vec![
            &["CYCLE_FEE 06-15 07-14 15 30 150.00 9.00 159.00", "150.00 9.00 159.00"],
            &[
                "CYCLE_FEE 07-15 08-14 15 31 150.00 9.00 159.00",
                "CYCLE_FEE 07-15 08-14 15 31 150.00 9.00 159.00",
                "300.00 18.00 318.00",
            ],
        ],
        Scenario::SameDay => {
            vec![&["CYCLE_FEE 08-15 09-14 10 31 100.00 6.00 106.00", "100.00 6.00 106.00"]]
        }
    }
}

#[test]
fn every_example_of_the_help_page_has_the_figures_of_the_book() {
    let view = examples().expect("the examples are histories");
    let shown: Vec<_> = view.scenarios.iter().map(|example| example.scenario).collect();
    assert_eq!(shown, Scenario::ALL);
    for example in &view.scenarios {
        let tables: Vec<_> = example.invoices.iter().map(table).collect();
        assert_eq!(tables, expected(example.scenario), "{}", example.scenario);
    }
}

#[test]
fn the_discount_is_taken_off_before_tax() {
    let [invoice] = &Scenario::Discount.view().expect("a history").invoices[..] else {
        panic!("one invoice");
    };
    let money = invoice.lines[0].line.money;
    let figures = [money.amount, money.discount, money.subtotal()].map(|sum| sum.to_string());
    assert_eq!(figures, ["2100.00", "105.00", "1995.00"]);
}

#[test]
fn what_is_downloaded_is_what_is_shown() {
    for scenario in Scenario::ALL {
        let printed = replay(scenario.history()).expect("a history");
        for invoice in scenario.view().expect("a history").invoices {
            let date = format!("\"date\": \"{}\"", invoice.date);
            assert_eq!(printed.contains(&date), !invoice.lines.is_empty(), "{scenario}, {date}");
        }
    }
}

#[test]
fn a_refunded_line_leaves_the_taxes_alone() {
    let [bill, credited] = examples().expect("the examples are histories").sections;
    let figures = |sums: domain::billing::Sections| {
        [sums.recurring, sums.discounts, sums.credits, sums.tax, sums.total]
            .map(|sum| sum.to_string())
    };
    assert_eq!(figures(bill), ["100.06", "0.00", "0.00", "6.00", "106.06"]);
    assert_eq!(figures(credited), ["100.06", "0.00", "-53.00", "6.00", "53.06"]);
}

#[test]
fn the_first_bill_comes_when_the_book_says() {
    let first = examples().expect("the examples are histories").first;
    let FirstBill { signed_on, billing_day, billed_on, due_on } = first;
    let told = format!("{signed_on} {billing_day} {billed_on} {due_on}");
    assert_eq!(told, "2019-05-15 15 2019-06-15 2019-07-15");
}

/// Consumed, included, price, charges, tax, total, both rates.
#[test]
fn usage_costs_what_the_book_says() {
    let usage = examples().expect("the examples are histories").usage;
    let told = |used: &UsageExample| {
        let UsageExample { consumed, included, list_price, charge } = used;
        let [consumed, included] = [consumed, included].map(|one| one.units().normalize());
        let [pretax, posttax] =
            [charge.pretax_rate, charge.posttax_rate].map(|rate| rate.expect("there is overage"));
        let (money, total) = (charge.money, charge.money.total());
        format!(
            "{consumed} {included} {list_price} {} {} {total} {pretax} {posttax}",
            money.amount, money.tax
        )
    };
    let expected = [
        "11 0 0.0808 0.89 0.05 0.94 0.08 0.09",
        "744 0 0.8680 645.79 38.75 684.54 0.87 0.92",
        "1024 0 0.3000 307.20 18.43 325.63 0.30 0.32",
        "314 0 0.2500 78.50 4.71 83.21 0.25 0.27",
    ];
    assert_eq!(usage.iter().map(told).collect::<Vec<_>>(), expected);
}

#[test]
fn late_payments_cost_what_the_book_says() {
    let late = examples().expect("the examples are histories").late;
    let told = |paid: &LatePayment| {
        let LatePayment { total, due_on, paid_on, months, charge, .. } = paid;
        format!("{total} {due_on} {paid_on} {months} {charge}")
    };
    let expected = [
        "10000.00 2019-07-15 2019-08-20 2 300.00",
        "28563.42 2019-07-15 2019-07-16 1 428.45",
        "28563.42 2019-07-15 2019-07-16 1 342.76",
        "28563.42 2019-07-15 2019-07-15 0 0.00",
    ];
    assert_eq!(late.iter().map(told).collect::<Vec<_>>(), expected);
}
