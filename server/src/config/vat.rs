//! The setting of value added tax.

use domain::billing::{Dated, Percent, VatRate};
use domain::time::Day;

use super::value::Value;

/// Rates, each from its day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VatRates {
    rates: Dated<VatRate>,
    /// As it was written.
    text: String,
}

impl VatRates {
    /// What holds on which day.
    #[must_use]
    pub fn rates(&self) -> &Dated<VatRate> {
        &self.rates
    }
}

fn later(text: &str) -> Option<(VatRate, Day)> {
    let (rate, day) = text.split_once(" from ")?;
    Some((VatRate(Percent::read(rate.trim())?), day.trim().parse().ok()?))
}

fn rates(text: &str) -> Option<Dated<VatRate>> {
    let mut parts = text.split(',').map(str::trim);
    let mut rates = Dated::always(VatRate(Percent::read(parts.next()?)?));
    let mut before = Day::MIN;
    for part in parts {
        let (rate, day) = later(part)?;
        if day <= before {
            return None;
        }
        rates.set_from(day, rate);
        before = day;
    }
    Some(rates)
}

impl Value for VatRates {
    fn read(text: &str) -> Result<Self, &'static str> {
        let rates = rates(text).ok_or(
            "a percentage is expected, and perhaps others in the order of their days, such as \
             6, 5.5 from 2027-01-01",
        )?;
        Ok(Self { rates, text: text.to_owned() })
    }

    fn show(&self) -> String {
        self.text.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_holds_until_the_day_of_the_next() {
        let read = VatRates::read("6, 5.5 from 2027-01-01, 0 from 2028-07-01").unwrap();
        for (day, stored) in [
            ("2019-01-01", 60_000),
            ("2026-12-31", 60_000),
            ("2027-01-01", 55_000),
            ("2028-06-30", 55_000),
            ("2028-07-01", 0),
        ] {
            assert_eq!(read.rates().on(day.parse().unwrap()).0.stored(), stored, "{day}");
        }
    }

    #[test]
    fn what_is_no_rate_or_out_of_order_is_refused() {
        for text in [
            "",
            "six",
            "101",
            "-1",
            "6%",
            "6, 5",
            "6, 5 from tomorrow",
            "6, 5 from 2027-01-01, 4 from 2027-01-01",
            "6, 5 from 2027-01-01, 4 from 2026-01-01",
            "5 from 2027-01-01",
        ] {
            assert!(VatRates::read(text).is_err(), "{text}");
        }
    }
}
