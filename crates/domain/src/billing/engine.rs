//! The lines of an invoice: from a history and a period, and from nothing else.
//!
//! The page before an order, the monthly run, the estimate and the replay all call [`lines`].
//! It walks over the stretches in which nothing changed, never over days: a subscription in which
//! nothing happened costs one line, whatever its age.
//!
//! Source: billing engine, section 3.

use super::calendar::{BillingDay, Dated, Days, Period};
use super::charge::ChargeType;
use super::exact::{TooLarge, VatRate};
use super::history::{History, Origin, Stretch};
use super::line::{Line, Tariff};
use crate::money::UnitPrice;
use crate::time::Day;

/// The lines of `history` on the invoice of the first day of `period`: the settlement of the
/// period before, and the advance for `period`.
///
/// Prices of renewals up to that day are locked in `history` already. What happened on that day or
/// later changes nothing.
///
/// # Errors
///
/// [`TooLarge`] if an amount cannot be stored.
pub fn lines(
    history: &History,
    period: Period,
    vat: &Dated<VatRate>,
) -> Result<Vec<Line>, TooLarge> {
    let mut lines = Vec::new();
    append_lines(history, period, vat, &mut lines)?;
    Ok(lines)
}

/// [`lines`], appended to `to`: for those who bill many subscriptions.
///
/// # Errors
///
/// [`TooLarge`] if an amount cannot be stored; some lines may have been appended then.
pub(super) fn append_lines(
    history: &History,
    period: Period,
    vat: &Dated<VatRate>,
    to: &mut Vec<Line>,
) -> Result<(), TooLarge> {
    settle(history, &tariff(history, period.previous(), vat), to)?;
    let tariff = tariff(history, period, vat);
    let advance = advance(history, &tariff)?;
    if advance.is_some() {
        tell_free_days(history, &tariff, to)?;
    }
    to.extend(advance);
    Ok(())
}

/// What the next invoice after `today` will show of `history` if nothing else happens: the lines
/// not yet billed.
///
/// # Errors
///
/// [`TooLarge`] if an amount cannot be stored.
///
/// Source: domain book, "billing" (next billing date and estimate).
pub fn upcoming_lines(
    history: &History,
    today: Day,
    billed: BillingDay,
    vat: &Dated<VatRate>,
) -> Result<Vec<Line>, TooLarge> {
    lines(history, billed.period_of(today).next(), vat)
}

/// The charge that a period begins with, before anything in it changed.
struct Base {
    line: Line,
    /// How the subscription stood when the charge was made.
    seen: Stretch,
}

fn tariff(history: &History, period: Period, vat: &Dated<VatRate>) -> Tariff {
    let from = period.first();
    let price = history.price_on(from);
    let discount = history.terms.discount_on(from);
    Tariff { period, price, discount, vat: vat.on(from) }
}

/// The advance for a period, if the subscription was active when it began.
fn advance(history: &History, tariff: &Tariff) -> Result<Option<Line>, TooLarge> {
    let first = tariff.period.first();
    if first < history.terms.first_billed_on {
        return Ok(None);
    }
    let eve = history.end_of(tariff.period.previous().last());
    if !eve.active {
        return Ok(None);
    }
    let renewal = history.terms.renews_on(first);
    let charge = if renewal { ChargeType::RenewFee } else { ChargeType::CycleFee };
    tariff.line(charge, tariff.period.days(), eve.seats).map(Some)
}

/// The base charge of a period: its advance, or else what the first active day has begun.
fn base(history: &History, tariff: &Tariff) -> Result<Option<Base>, TooLarge> {
    if let Some(line) = advance(history, tariff)? {
        let seen = history.end_of(tariff.period.previous().last());
        return Ok(Some(Base { line, seen }));
    }
    let terms = &history.terms;
    let from = match terms.origin {
        Origin::Order => terms.first_billed_on,
        Origin::Upgrade => terms.created_on,
    };
    let Days { first, last } = tariff.period.days();
    if last < from {
        return Ok(None);
    }
    let within = Days { first: first.max(from), last };
    let Some(seen) = history.stretches(within).find(|stretch| stretch.active) else {
        return Ok(None);
    };
    // An order is charged from later days only: what is charged from its first day was upgraded to.
    let bought = seen.days.first == terms.created_on;
    let charge = if bought { ChargeType::PurchaseProrate } else { ChargeType::ActivationProrate };
    let line = tariff.line(charge, Days { first: seen.days.first, last }, seen.seats)?;
    Ok(Some(Base { line, seen }))
}

/// What is settled after a period: its base charge if that was no advance, seats that changed, and
/// days without activity, in this order.
fn settle(history: &History, tariff: &Tariff, to: &mut Vec<Line>) -> Result<(), TooLarge> {
    if history.is_quiet(tariff.period.days()) {
        return Ok(());
    }
    let Some(Base { line, seen }) = base(history, tariff)? else { return Ok(()) };
    if matches!(line.charge_type, ChargeType::PurchaseProrate | ChargeType::ActivationProrate) {
        to.push(line);
    }
    let mut days = history.stretches(line.days);
    if days.any(|stretch| stretch.seats != line.quantity) {
        to.push(Tariff::reversal(&line));
        for (days, seats) in runs(history, line.days) {
            to.push(tariff.line(ChargeType::CycleInstanceProrate, days, seats)?);
        }
    }
    let mut before = seen;
    for stretch in history.stretches(line.days) {
        if stretch.active != before.active {
            let charge = if stretch.active {
                ChargeType::ActivationProrate
            } else {
                ChargeType::CancelProrate
            };
            let rest = Days { first: stretch.days.first, last: line.days.last };
            to.push(tariff.line(charge, rest, before.seats)?);
        }
        before = stretch;
    }
    Ok(())
}

/// The quantities of the free period, on the first invoice, if there was more than one.
fn tell_free_days(history: &History, tariff: &Tariff, to: &mut Vec<Line>) -> Result<(), TooLarge> {
    if history.terms.first_billed_on != tariff.period.first() {
        return Ok(());
    }
    let Some(free) = history.terms.free_days() else { return Ok(()) };
    if runs(history, free).nth(1).is_none() {
        return Ok(());
    }
    let period = tariff.period.previous();
    let tariff = Tariff { period, price: UnitPrice::default(), ..*tariff };
    for (days, seats) in runs(history, free) {
        to.push(tariff.line(ChargeType::CycleInstanceProrate, days, seats)?);
    }
    Ok(())
}

/// The longest runs of days with the same quantity, active or not.
fn runs(history: &History, within: Days) -> impl Iterator<Item = (Days, u32)> + '_ {
    let mut stretches = history.stretches(within).peekable();
    std::iter::from_fn(move || {
        let Stretch { mut days, seats, .. } = stretches.next()?;
        while let Some(more) = stretches.next_if(|next| next.seats == seats) {
            days.last = more.days.last;
        }
        Some((days, seats))
    })
}
