//! What a partner stands to owe for each customer.

use std::collections::HashMap;

use domain::access::Action;
use domain::billing::{
    Ahead, BillingDay, Credit, Exposure, ExposureSort, ExposureView, InvoiceStatus, Outlook,
    UsageQuantity, outlook, recorded_history, share_out, sort_exposures, usage_charge,
};
use domain::error::{Entity, Error};
use domain::ids::CustomerId;
use domain::money::Money;
use domain::time::{Day, days_after};
use storage::Tx;
use storage::billing::histories::Billed;
use storage::billing::{accounts, exposed, histories, invoices, lines};
use storage::customers as risks;

use crate::caller::{Caller, Grant};
use crate::export::Cell;
use crate::failure::{Result, Stored};

/// Customers of one page.
const PAGE: usize = 50;

/// The columns of the file.
pub const EXPOSURE_COLUMNS: [&str; 9] = [
    "Customer ID",
    "Customer",
    "Committed",
    "Unbilled",
    "Unpaid",
    "Overdue",
    "Exposure",
    "Credit limit",
    "Over limit",
];

/// What the caller's partner stands to owe for its customers; the page `page`, from 0.
///
/// # Errors
///
/// `Forbidden` without the right to see invoices; `NotFound` for a partner who is not billed.
///
/// Source: domain book, "billing" and "non-payment-fraud-or-misuse".
pub async fn exposure(caller: &Caller, sort: ExposureSort, page: u32) -> Result<ExposureView> {
    let (mut all, limits) = load(caller).await?;
    sort_exposures(&mut all, sort);
    let sum = |of: fn(&Exposure) -> Money| all.iter().map(of).sum::<Money>();
    let parts = [
        sum(|one| one.committed),
        sum(|one| one.unbilled),
        sum(|one| one.unpaid),
        sum(|one| one.overdue),
    ];
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let last = all.len().saturating_sub(1) / PAGE;
    // A page behind the last is the last.
    let page = usize::try_from(page).unwrap_or(last).min(last);
    Ok(ExposureView {
        total: sum(Exposure::total),
        parts,
        limits,
        over: number(all.iter().filter(|one| one.over()).count()),
        count: number(all.len()),
        customers: all.into_iter().skip(page * PAGE).take(PAGE).collect(),
        page: number(page),
        size: number(PAGE),
    })
}

/// The rows of the file: all customers, the highest exposures first.
///
/// # Errors
///
/// As [`exposure`].
pub async fn exposure_rows(caller: &Caller) -> Result<Vec<Exposure>> {
    let (mut all, _) = load(caller).await?;
    sort_exposures(&mut all, ExposureSort::Total);
    Ok(all)
}

/// The cells of a row under [`EXPOSURE_COLUMNS`].
#[must_use]
pub fn exposure_cells(row: &Exposure) -> [Cell<'_>; 9] {
    [
        Cell::Id(row.customer.into()),
        Cell::Text(&row.name),
        Cell::Money(row.committed),
        Cell::Money(row.unbilled),
        Cell::Money(row.unpaid),
        Cell::Money(row.overdue),
        Cell::Money(row.total()),
        row.limit.map_or(Cell::Empty, Cell::Money),
        row.limit.map_or(Cell::Empty, |_| Cell::Text(if row.over() { "yes" } else { "no" })),
    ]
}

/// Everything the caller may know, and whether limits belong to it.
async fn load(caller: &Caller) -> Result<(Vec<Exposure>, bool)> {
    let grant = caller.authorize_reading(Action::ViewInvoices)?;
    let mut tx = grant.read().await?;
    let mut found = collect(&mut tx, &grant, None).await?;
    let limits = grant.actor().access(Action::AssessCustomerRisk).may_read();
    if limits {
        for (customer, limit) in exposed::limits(&mut tx, grant.partner()).await.stored()? {
            if let Some(exposure) = found.get_mut(&customer) {
                exposure.limit = Some(limit);
            }
        }
    }
    Ok((found.into_values().collect(), limits))
}

/// How `customer` stands to the limit that the caller's partner has set for it, as far as this reader
/// may know; `None` without a limit.
pub(crate) async fn credit(
    tx: &mut Tx,
    grant: &Grant,
    customer: CustomerId,
    priced: bool,
) -> Result<Option<Credit>> {
    let noted = risks::find_risk(tx, grant.partner(), customer).await.stored()?;
    let Some(limit) = noted.and_then(|noted| noted.risk.credit_limit) else { return Ok(None) };
    let found = match collect(tx, grant, Some(customer)).await {
        // Who is not billed owes nothing.
        Err(Error::NotFound { .. }) => return Ok(None),
        found => found?,
    };
    let exposure = found.get(&customer).map_or(Money::ZERO, Exposure::total);
    Ok(Credit::of(limit, exposure, priced))
}

/// What is still to be charged of a term that is billed from the first of `days` on and ends before the
/// other.
pub(crate) fn ahead(grant: &Grant, billing_day: u32, days: (Day, Day)) -> Ahead {
    let billed = BillingDay::new(billing_day).unwrap_or(BillingDay::FIRST);
    Ahead::of(grant.today(), billed, days, &grant.system.policy().vat)
}

/// Exposures by customer; of one customer only, if `customer` is one.
async fn collect(
    tx: &mut Tx,
    grant: &Grant,
    customer: Option<CustomerId>,
) -> Result<HashMap<CustomerId, Exposure>> {
    let mut found = HashMap::new();
    subscriptions(tx, grant, customer, &mut found).await?;
    usage(tx, grant, customer, &mut found).await?;
    unpaid(tx, grant, customer, &mut found).await?;
    found.retain(|_, one: &mut Exposure| {
        [one.committed, one.unbilled, one.unpaid].iter().any(|sum| *sum != Money::ZERO)
    });
    Ok(found)
}

fn of<'a>(
    found: &'a mut HashMap<CustomerId, Exposure>,
    customer: CustomerId,
    name: &str,
) -> &'a mut Exposure {
    let exposure = found.entry(customer).or_insert_with(|| Exposure {
        customer,
        name: String::new(),
        committed: Money::ZERO,
        unbilled: Money::ZERO,
        unpaid: Money::ZERO,
        overdue: Money::ZERO,
        limit: None,
    });
    if exposure.name.is_empty() {
        name.clone_into(&mut exposure.name);
    }
    exposure
}

async fn subscriptions(
    tx: &mut Tx,
    grant: &Grant,
    customer: Option<CustomerId>,
    found: &mut HashMap<CustomerId, Exposure>,
) -> Result<()> {
    let (partner, today) = (grant.partner(), grant.today());
    let account = accounts::find(tx, partner).await.stored()?;
    let billed = account.ok_or(Error::NotFound { entity: Entity::Partner })?.billing_day;
    // What was ordered today counts, and what was deleted in the running month is settled.
    let bounds = (billed.period_of(today).first(), days_after(today, 1));
    let vat = &grant.system.policy().vat;
    let ahead = |one: &Billed| {
        let history = recorded_history(&one.terms, &one.events).filter(|_| one.renews)?;
        // What cannot be billed is the run's affair.
        outlook(&history, today, billed, vat).ok()
    };
    let mut after = None;
    loop {
        let (page, next) =
            histories::page_of(tx, partner, customer, bounds, after).await.stored()?;
        for one in &page {
            let Some(Outlook { committed, unbilled }) = ahead(one) else { continue };
            let exposure = of(found, one.customer, &one.customer_name);
            exposure.committed = exposure.committed + committed;
            exposure.unbilled = exposure.unbilled + unbilled;
        }
        match next {
            None => return Ok(()),
            next => after = next,
        }
    }
}

async fn usage(
    tx: &mut Tx,
    grant: &Grant,
    customer: Option<CustomerId>,
    found: &mut HashMap<CustomerId, Exposure>,
) -> Result<()> {
    let account = accounts::find(tx, grant.partner()).await.stored()?;
    let billed = account.ok_or(Error::NotFound { entity: Entity::Partner })?.billing_day;
    let vat = grant.system.policy().vat.on(billed.first_after(grant.today()));
    for used in exposed::unbilled_usage(tx, grant.partner(), customer).await.stored()? {
        let included = UsageQuantity::default();
        if let Ok(charge) = usage_charge(used.consumed, included, used.list_price, vat) {
            let exposure = of(found, used.customer, "");
            exposure.unbilled = exposure.unbilled + charge.money.total();
        }
    }
    Ok(())
}

/// What is left to pay of each invoice, shared out as its customers have a part in it.
async fn unpaid(
    tx: &mut Tx,
    grant: &Grant,
    customer: Option<CustomerId>,
    found: &mut HashMap<CustomerId, Exposure>,
) -> Result<()> {
    for invoice in invoices::unpaid(tx, grant.partner()).await.stored()? {
        let shares = lines::shares(tx, grant.partner(), invoice.id).await.stored()?;
        let weights: Vec<_> = shares.iter().map(|share| share.money.total()).collect();
        let late = invoice.status(grant.today()) == InvoiceStatus::PastDue;
        for (share, part) in shares.iter().zip(share_out(invoice.left(), &weights)) {
            if customer.is_some_and(|only| only != share.customer) {
                continue;
            }
            let exposure = of(found, share.customer, &share.name);
            exposure.unpaid = exposure.unpaid + part;
            if late {
                exposure.overdue = exposure.overdue + part;
            }
        }
    }
    Ok(())
}
