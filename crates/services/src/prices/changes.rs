//! What a price list does to subscriptions that renew.

use std::collections::HashMap;

use domain::access::Action;
use domain::billing::TooLarge;
use domain::error::{Entity, Error};
use domain::ids::CustomerId;
use domain::prices::{
    Effect, PriceChangesView, RENEWALS_A_PAGE, RenewalView, Tally, renewal_price,
};
use domain::time::{Day, first_of_month};
use storage::offers::Known;
use storage::{Tx, offers, prices as rows};

use super::see::months;
use crate::caller::{Caller, Grant};
use crate::export::Cell;
use crate::failure::{Result, Stored, report};

/// Everything that renews onto another price with the list of `month`; the latest list that can be
/// seen, if there is no month.
///
/// # Errors
///
/// `Forbidden` without the right to see prices; `NotFound` for a list that cannot be seen.
pub async fn changes(
    caller: &Caller,
    month: Option<Day>,
    page: u32,
    language: &str,
) -> Result<PriceChangesView> {
    let mut found = changes_file(caller, month, language).await?;
    let last = found.total.subscriptions.saturating_sub(1) / RENEWALS_A_PAGE;
    found.page = page.min(last);
    let first = (found.page * RENEWALS_A_PAGE) as usize;
    let renewals = found.renewals.into_iter().skip(first).take(RENEWALS_A_PAGE as usize);
    found.renewals = renewals.collect();
    Ok(found)
}

/// The same on one page.
///
/// # Errors
///
/// As [`changes`].
pub async fn changes_file(
    caller: &Caller,
    month: Option<Day>,
    language: &str,
) -> Result<PriceChangesView> {
    const NOT_FOUND: Error = Error::NotFound { entity: Entity::PriceList };
    let grant = caller.authorize(Action::ViewPricing)?;
    let mut tx = grant.read().await?;
    let months = months(&mut tx, grant.today()).await?;
    let month = month.map(first_of_month).or(months.first().copied()).ok_or(NOT_FOUND)?;
    if !months.contains(&month) {
        return Err(NOT_FOUND);
    }
    let known = offers::known(&mut tx, Some(month), language).await.stored()?;
    let mut renewals = renewals(&mut tx, &grant, month, &known).await?;
    let too_large = || report(&TooLarge);
    let mut total = Tally::default();
    let mut by_customer: HashMap<CustomerId, Tally> = HashMap::new();
    for renewal in &renewals {
        total = total.with(renewal.effect).ok_or_else(too_large)?;
        let tally = by_customer.entry(renewal.customer).or_default();
        *tally = tally.with(renewal.effect).ok_or_else(too_large)?;
    }
    for renewal in &mut renewals {
        renewal.of_customer = by_customer.get(&renewal.customer).copied().unwrap_or_default();
    }
    let customers = u32::try_from(by_customer.len()).unwrap_or(u32::MAX);
    Ok(PriceChangesView { month, months, renewals, total, customers, page: 0 })
}

async fn renewals(
    tx: &mut Tx,
    grant: &Grant,
    month: Day,
    known: &[Known],
) -> Result<Vec<RenewalView>> {
    let names: HashMap<_, _> = known.iter().map(|known| (known.offer.id, &known.name)).collect();
    let from = month.max(grant.today());
    let specials = rows::list_specials(tx, grant.partner(), from).await.stored()?;
    let mut renewals = Vec::new();
    for row in rows::renewing(tx, grant.partner(), month, from).await.stored()? {
        let own = specials
            .iter()
            .filter(|special| special.offer == row.offer && special.counts_on(row.renews_on));
        let own = own.map(|special| special.price).min();
        let after = renewal_price(row.price, row.list, own);
        if after == row.price {
            continue;
        }
        let effect = Effect::of(row.quantity, row.price, after).ok_or_else(|| report(&TooLarge))?;
        let name = names.get(&row.offer).map(|name| (*name).clone()).unwrap_or_default();
        renewals.push(RenewalView {
            subscription: row.subscription,
            customer: row.customer,
            customer_name: row.customer_name,
            of_customer: Tally::default(),
            name: row.nickname.unwrap_or(name),
            quantity: row.quantity,
            renews_on: row.renews_on,
            before: row.price,
            after,
            certain: own.is_some() || first_of_month(row.renews_on) == month,
            effect,
        });
    }
    Ok(renewals)
}

/// The columns of the file of renewals.
pub const CHANGE_COLUMNS: [&str; 11] = [
    "Customer ID",
    "Customer name",
    "Subscription ID",
    "Subscription name",
    "Quantity",
    "Renews on",
    "Price before",
    "Price after",
    "Change a month",
    "Change a term",
    "Price is certain",
];

/// The row of `renewal`, under [`CHANGE_COLUMNS`].
#[must_use]
pub fn change_cells(renewal: &RenewalView) -> [Cell<'_>; 11] {
    [
        Cell::Id(renewal.customer.into()),
        Cell::Text(&renewal.customer_name),
        Cell::Id(renewal.subscription.into()),
        Cell::Text(&renewal.name),
        Cell::Count(renewal.quantity.into()),
        Cell::Day(renewal.renews_on),
        Cell::UnitPrice(renewal.before),
        Cell::UnitPrice(renewal.after),
        Cell::Money(renewal.effect.monthly),
        Cell::Money(renewal.effect.term),
        Cell::Text(if renewal.certain { "yes" } else { "no" }),
    ]
}
