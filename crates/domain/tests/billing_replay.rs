//! The replay: the book's example, the refusals in their order, and the same bytes every time.

use domain::billing::{ReplayError, replay};

const BOOK: &str = include_str!("billing_replay/book.json");
const BOOK_INVOICES: &str = include_str!("billing_replay/book.invoices.json");

/// The history of [`BOOK`] with `events` instead, one a line.
fn history(events: &[&str]) -> String {
    let events = events.join(",\n");
    format!(
        r#"{{ "billing_day": 15, "vat_rate": "0.06", "through": "2019-09-15",
"prices": {{ "E1": [["2019-01-01", "42.00"]], "E3": [["2019-02-01", "142.00"]] }},
"events": [
{events}
] }}"#
    )
}

/// An event in short: `on`, `do`, `subscription` and the other members.
fn event(on: &str, verb: &str, subscription: &str, more: &str) -> String {
    format!(r#"{{ "on": "2019-{on}", "do": "{verb}", "subscription": "{subscription}"{more} }}"#)
}

const ORDER: &str = r#", "offer": "E1", "quantity": 15"#;
const ADD_ON: &str = r#", "offer": "E1", "quantity": 3, "parent": "S1""#;

fn first_line(text: &str) -> String {
    let told = replay(text).expect_err("a refusal").to_string();
    told.lines().next().unwrap_or_default().to_owned()
}

#[test]
fn the_example_of_the_book_is_billed_as_the_book_says() {
    let invoices = replay(BOOK).expect("a history of the format");
    assert_eq!(invoices, BOOK_INVOICES);
    assert_eq!(replay(BOOK).expect("the same again"), invoices);
}

#[test]
fn a_history_without_invoices_is_an_empty_list() {
    assert_eq!(replay(&history(&[])), Ok("[]\n".to_owned()));
    let order = event("06-02", "order", "S1", ORDER);
    let early = history(&[&order]).replace("2019-09-15", "2019-05-15");
    assert_eq!(replay(&early), Ok("[]\n".to_owned()));
}

#[test]
fn names_are_written_as_json_writes_them() {
    let order = event("06-02", "order", r#"\"世\\\u0001\n"#, ORDER);
    let invoices = replay(&history(&[&order])).expect("any text can be a name");
    assert!(invoices.contains(r#""subscription": "\"世\\\u0001\n","#), "{invoices}");
}

#[test]
fn the_first_code_that_applies_is_told_with_the_event() {
    let order = event("06-02", "order", "S1", ORDER);
    let add_on = event("06-02", "order", "A1", ADD_ON);
    let suspended = event("06-20", "suspend", "S1", "");
    let upgraded = event("06-20", "upgrade", "S1", r#", "to": "S2", "offer": "E3", "quantity": 9"#);
    let cases: &[(&[&str], &str)] = &[
        (&[&order, &event("06-01", "suspend", "S9", "")], "1 err-history-order"),
        (&[&order, &order], "1 err-sub-exists"),
        (&[&upgraded], "0 err-sub-unknown"),
        (
            &[
                &order,
                &event("06-20", "upgrade", "S9", r#", "to": "S1", "offer": "X", "quantity": 0"#),
            ],
            "1 err-sub-exists",
        ),
        (&[&add_on], "0 err-sub-unknown"),
        (
            &[&order, &upgraded, &event("06-20", "quantity", "S1", r#", "quantity": 0"#)],
            "2 err-sub-deleted",
        ),
        (&[&order, &upgraded, &event("06-21", "order", "A1", ADD_ON)], "2 err-sub-deleted"),
        (&[&order, &suspended, &event("08-19", "reactivate", "S1", "")], "2 err-sub-deleted"),
        (&[&order, &suspended, &event("08-19", "suspend", "S1", "")], "2 err-sub-deleted"),
        (
            &[&order, &suspended, &event("06-21", "quantity", "S1", r#", "quantity": 0"#)],
            "2 err-sub-not-active",
        ),
        (&[&order, &suspended, &upgraded], "2 err-sub-not-active"),
        (&[&order, &upgraded.replace("06-20", "06-02")], "1 err-sub-not-active"),
        (
            &[&order, &add_on, &suspended, &event("06-21", "reactivate", "A1", "")],
            "3 err-parent-not-active",
        ),
        (&[&order, &suspended, &event("06-20", "order", "A1", ADD_ON)], "2 err-parent-not-active"),
        (
            &[&order, &add_on, &event("06-20", "order", "A2", &ADD_ON.replace("S1", "A1"))],
            "2 err-sub-is-addon",
        ),
        (&[&order, &add_on, &upgraded.replace("S1", "A1")], "2 err-sub-is-addon"),
        (&[&order, &add_on, &upgraded], "2 err-sub-has-addons"),
        (&[&event("01-31", "order", "S1", &ORDER.replace("E1", "E3"))], "0 err-offer-unknown"),
        (
            &[&event("06-02", "order", "S1", r#", "offer": "X", "quantity": 0"#)],
            "0 err-offer-unknown",
        ),
        (&[&event("06-02", "order", "S1", r#", "offer": "E1", "quantity": 0"#)], "0 err-qty-range"),
        (
            &[&event("06-02", "order", "S1", r#", "offer": "E1", "quantity": -1"#)],
            "0 err-qty-range",
        ),
        (
            &[&order, &event("10-01", "quantity", "S1", r#", "quantity": 10000001"#)],
            "1 err-qty-range",
        ),
        (
            &[&order, &event("10-01", "quantity", "S1", r#", "quantity": 99999999999999999999"#)],
            "1 err-qty-range",
        ),
    ];
    for (events, expected) in cases {
        assert_eq!(first_line(&history(events)), *expected, "{events:#?}");
    }
}

#[test]
fn what_stands_just_inside_the_bounds_is_billed() {
    let order = event("02-01", "order", "S1", &ORDER.replace("E1", "E3").replace("15", "1"));
    let most = event("06-01", "quantity", "S1", r#", "quantity": 10000000"#);
    let suspended = event("06-20", "suspend", "S1", "");
    let back = event("08-18", "reactivate", "S1", "");
    let add_on = event("08-18", "order", "A1", ADD_ON);
    let events: &[&str] = &[&order, &most, &suspended, &suspended, &back, &back, &add_on];
    assert!(replay(&history(events)).is_ok());
}

#[test]
fn add_ons_are_reactivated_with_the_parent_that_suspended_them() {
    let events = [
        event("06-02", "order", "S1", ORDER),
        event("06-02", "order", "A1", ADD_ON),
        event("06-02", "order", "A2", ADD_ON),
        event("06-20", "suspend", "A2", ""),
        event("06-21", "suspend", "S1", ""),
        event("06-22", "suspend", "A1", ""),
        event("06-30", "reactivate", "S1", ""),
    ];
    let events: Vec<&str> = events.iter().map(String::as_str).collect();
    let invoices = replay(&history(&events)).expect("allowed");
    let july = invoices.split(r#""date": ""#).find(|one| one.starts_with("2019-07-15"));
    let july = july.expect("an invoice of 15 July");
    let told: Vec<&str> = july
        .lines()
        .filter_map(|line| line.trim().strip_prefix(r#""subscription": ""#)?.split('"').next())
        .collect();
    assert_eq!(told, ["S1", "S1", "S1", "A1", "A1", "A1", "A2"]);
}

/// Its parent was suspended again on the day it was ordered, which gained the parent no time.
#[test]
fn an_add_on_that_outlives_its_parent_stays_suspended() {
    let mut events = vec![
        event("06-02", "order", "S1", ORDER),
        event("06-20", "suspend", "S1", ""),
        event("07-20", "reactivate", "S1", ""),
        event("07-20", "order", "A1", ADD_ON),
        event("07-20", "suspend", "S1", ""),
    ];
    for (on, verb, expected) in [
        ("08-18", "reactivate", "5 err-parent-not-active"),
        ("08-19", "reactivate", "5 err-sub-deleted"),
        ("09-18", "suspend", "5 err-sub-deleted"),
    ] {
        events.push(event(on, verb, "A1", ""));
        let all: Vec<&str> = events.iter().map(String::as_str).collect();
        assert_eq!(first_line(&history(&all)), expected, "{on}");
        events.pop();
    }
}

/// It had been suspended alone before, so that its sixty days ended while its parent was suspended.
#[test]
fn a_deleted_add_on_does_not_come_back_with_its_parent() {
    let events = [
        event("06-02", "order", "S1", ORDER),
        event("06-02", "order", "A1", ADD_ON),
        event("06-20", "suspend", "A1", ""),
        event("08-01", "reactivate", "A1", ""),
        event("08-01", "suspend", "S1", ""),
        event("08-25", "reactivate", "S1", ""),
        event("08-25", "upgrade", "S1", r#", "to": "S2", "offer": "E3", "quantity": 9"#),
        event("08-25", "suspend", "A1", ""),
    ];
    let events: Vec<&str> = events.iter().map(String::as_str).collect();
    assert_eq!(first_line(&history(&events)), "7 err-sub-deleted");
    let invoices = replay(&history(&events[..7])).expect("no add-on stands in the way");
    let september = invoices.split(r#""date": ""#).find(|one| one.starts_with("2019-09-15"));
    assert!(!september.expect("an invoice").contains("A1"), "{invoices}");
}

#[test]
fn a_file_of_another_form_is_refused_before_its_events() {
    let bad = event("06-01", "suspend", "S9", "");
    let good = history(&[&bad]);
    assert_eq!(first_line(&good), "0 err-sub-unknown");
    for (part, instead) in [
        (r#""billing_day": 15"#, r#""billing_day": 29"#),
        (r#""billing_day": 15"#, r#""billing_day": 0"#),
        (r#""billing_day": 15"#, r#""billing_day": "15""#),
        (r#""billing_day": 15"#, r#""billing_day": 15.0"#),
        (r#""billing_day": 15,"#, ""),
        (r#""billing_day": 15,"#, r#""billing_day": 15, "billing_day": 15,"#),
        (r#""billing_day": 15,"#, r#""billing_day": 15, "currency": "CNY","#),
        (r#""0.06""#, "0.06"),
        (r#""0.06""#, r#""1.0001""#),
        (r#""0.06""#, r#""0.00001""#),
        (r#""0.06""#, r#""6%""#),
        (r#""0.06""#, r#""-0.06""#),
        (r#""0.06""#, r#"".06""#),
        (r#""0.06""#, r#""0.""#),
        (r#""0.06""#, r#""""#),
        (r#""0.06""#, "null"),
        ("2019-09-15", "2019-09-14"),
        ("2019-09-15", "2019-9-15"),
        ("2019-01-01", "2019-02-29"),
        ("2019-01-01", "+019-01-01"),
        (r#""42.00""#, "42.00"),
        (r#""42.00""#, r#""42,00""#),
        (r#""42.00""#, r#""1e2""#),
        (r#""42.00""#, r#""４２""#),
        (r#""42.00""#, r#""99999999999999999999""#),
        (r#""42.00"]"#, r#""42.00", 1]"#),
        (r#""42.00"]"#, r#""42.00"], ["2018-12-31", "44.00"]"#),
        (r#""42.00"]"#, r#""42.00"], ["2019-01-01", "44.00"]"#),
        (r#""E3": [["2019-02-01""#, r#""E1": [["2019-02-01""#),
        (r#""events": ["#, r#""events": [ [],"#),
        (r#""on": "2019-06-01""#, r#""on": "2019-06-31""#),
        (r#""on": "2019-06-01""#, r#""on": 20190601"#),
        (r#""do": "suspend""#, r#""do": "delete""#),
        (r#""do": "suspend""#, r#""do": "suspend", "quantity": 1"#),
        (r#""do": "suspend""#, r#""do": "quantity""#),
        (r#""do": "suspend""#, r#""do": "quantity", "quantity": 1.5"#),
        (r#""do": "suspend""#, r#""do": "quantity", "quantity": "1""#),
        (r#""do": "suspend""#, r#""do": "order", "offer": "E1", "quantity": 1, "parent": null"#),
        (
            r#""do": "suspend""#,
            r#""do": "order", "offer": "E1", "quantity": 1, "discount_percent": "100.0001""#,
        ),
        (
            r#""do": "suspend""#,
            r#""do": "order", "offer": "E1", "quantity": 1, "discount_percent": 5"#,
        ),
        (r#""do": "suspend""#, r#""do": "upgrade", "offer": "E1", "quantity": 1"#),
        (r#""S9""#, "9"),
        ("] }", "] } x"),
    ] {
        let text = good.replacen(part, instead, 1);
        assert_ne!(text, good, "{part}");
        assert_eq!(first_line(&text), "- err-history-form", "{instead}");
    }
}

#[test]
fn a_refusal_tells_the_line_and_what_is_wrong() {
    let order = event("06-02", "order", "S1", ORDER);
    let refused = replay(&history(&[&order, &order]));
    let what = "a subscription of this name exists".to_owned();
    let expected = ReplayError { event: Some(1), code: "err-sub-exists", line: 5, what };
    assert_eq!(refused, Err(expected));
    let form = replay(&history(&[&order, "7"])).expect_err("not an event");
    assert_eq!(form.to_string(), "- err-history-form\nline 5: expected an object with an event");
}
