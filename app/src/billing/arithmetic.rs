//! How the figures of a line came about, in sentences.

use domain::billing::{ChargeType, Kind, Line, Rounding, Step};
use domain::error::Arg;
use i18n::format;

use crate::context::locale;
use crate::ui::Markup;

/// Writes the sentences about `line` one below the other; `offset` is a line that gives another back.
pub(super) fn write(to: &mut Markup, line: &Line, offset: bool) {
    for sentence in sentences(line, offset) {
        to.element("p", &[("class", "table__note")], |why| why.text(&sentence));
    }
}

/// The first of the sentences about `line`: how its amount came about.
pub(super) fn in_short(line: &Line) -> String {
    let offset = line.charge_type == ChargeType::OffsetLineItem;
    sentences(line, offset).into_iter().next().unwrap_or_default()
}

/// The product, how it was rounded, discount and tax.
fn sentences(line: &Line, offset: bool) -> Vec<String> {
    if offset {
        return vec![t!("arithmetic-offset")];
    }
    let Ok(told) = line.explained() else { return Vec::new() };
    let amount = Arg::Money(line.money.amount);
    // What is taken back is copied, not computed.
    if told.kind == Kind::Reversal {
        return vec![t!("arithmetic-reversal", amount = amount)];
    }
    let count = |n: i64| Arg::Count(n);
    let share = t!(
        "arithmetic-share",
        price = Arg::UnitPrice(told.price),
        seats = count(told.seats.into()),
        days = count(told.days),
        of = count(told.of_days),
        amount = amount.clone()
    );
    let discount = told.discount.map(|discount| {
        let percent = percent(line.discount_percent);
        let discount = Arg::Money(discount.rounded);
        t!("arithmetic-discount", percent = percent, amount = amount, discount = discount)
    });
    let tax = t!(
        "arithmetic-tax",
        percent = percent(line.vat.0),
        subtotal = Arg::Money(line.money.subtotal()),
        tax = Arg::Money(told.tax.rounded)
    );
    [Some(share), Some(rounding(&told.amount)), discount, Some(tax)].into_iter().flatten().collect()
}

fn percent(percent: domain::billing::Percent) -> Arg {
    Arg::Text(format::decimal(locale().language(), percent.percent().normalize()))
}

/// Which way the product went to whole fen.
fn rounding(told: &Rounding) -> String {
    let more = if told.more { "…" } else { "" };
    let digits = format::decimal(locale().language(), told.digits);
    let exact = Arg::Text(format!("{digits}{more}"));
    match told.step {
        Step::Exact => t!("arithmetic-exact"),
        Step::Up => t!("arithmetic-up", exact = exact),
        Step::Down => t!("arithmetic-down", exact = exact),
    }
}
