//! The rows of a usage-based reconciliation file, fetched batch by batch.
//!
//! Source: domain book, "use-the-reconciliation-files", table B.

use domain::billing::{
    Meter, REGION, UsageRow, effective_rates, from_midnight, platform_id, until_midnight,
};
use domain::error::{Entity, Error};
use domain::ids::InvoiceId;
use domain::money::CURRENCY;
use storage::Tx;
use storage::billing::usage::{self, StoredUsage};

use super::files::{Head, digits, order};
use crate::caller::Caller;
use crate::customers::whole;
use crate::export::Cell;
use crate::failure::{Result, Stored, report};

/// Rows fetched at once.
const BATCH: u32 = 2_000;

/// The rows of a usage-based file.
pub struct UsageFile {
    tx: Tx,
    head: Head,
    invoice: InvoiceId,
    /// The invoice's number: the file is named after it.
    pub number: String,
    after: u32,
    ended: bool,
}

/// The usage-based file of the invoice `id` of the caller's partner.
///
/// # Errors
///
/// `Forbidden` without the right to see such files; `NotFound` for an invoice without rows of usage (domain
/// book, K1: the file is hidden from who sells none), also for another partner's.
pub async fn usage_file(caller: &Caller, id: InvoiceId) -> Result<UsageFile> {
    let (tx, summary, head) = Head::open(caller, id).await?;
    if summary.usage_lines == 0 {
        return Err(Error::NotFound { entity: Entity::Invoice });
    }
    Ok(UsageFile { tx, head, invoice: id, number: summary.number, after: 0, ended: false })
}

impl UsageFile {
    /// The next rows; empty at the end.
    ///
    /// # Errors
    ///
    /// `Unavailable`.
    pub async fn next(&mut self) -> Result<Vec<UsageRow>> {
        if self.ended {
            return Ok(Vec::new());
        }
        let which = usage::Which { after: self.after, ..usage::Which::default() };
        let partner = self.head.partner;
        let page =
            usage::page(&mut self.tx, partner, self.invoice, &which, BATCH).await.stored()?;
        self.ended = page.len() < BATCH as usize;
        self.after = page.last().map_or(self.after, |line| line.position);
        page.into_iter().map(|line| self.row(line)).collect()
    }

    fn row(&self, line: StoredUsage) -> Result<UsageRow> {
        let (_, offer_name) = self.head.offer(line.offer);
        let (mpn_id, reseller) = self.head.mpn_ids(line.reseller.as_deref());
        let overage = line.consumed.beyond(line.included);
        let rates = effective_rates(&line.money, overage).map_err(|error| report(&error))?;
        Ok(UsageRow {
            partner: self.head.partner.into(),
            partner_name: self.head.partner_name.clone(),
            mpn_id,
            reseller,
            invoice_number: self.number.clone(),
            customer: line.customer.into(),
            customer_name: line.customer_name,
            domain: whole(&line.domain_prefix),
            subscription: line.subscription.into(),
            nickname: line.nickname,
            offer_name,
            order_number: line.order_number,
            days: line.days,
            meter: meter(&line.meter)?,
            item: line.item,
            consumed: line.consumed,
            included: line.included,
            list_price: line.list_price,
            money: line.money,
            rates,
            charge_type: line.charge_type,
        })
    }
}

/// What is known of a meter, from its JSON.
///
/// # Errors
///
/// `Internal` for what no meter has written.
pub(super) fn meter(json: &str) -> Result<Meter> {
    serde_json::from_str(json).map_err(|error| report(&error))
}

/// What of a row is written differently than it is kept.
pub struct UsageWritten {
    order: String,
    accounts: [String; 3],
    days: [String; 2],
}

impl UsageWritten {
    /// Of `row`.
    #[must_use]
    pub fn of(row: &UsageRow) -> Self {
        Self {
            order: order(row.order_number),
            accounts: [row.partner, row.subscription, row.customer].map(platform_id),
            days: [from_midnight(row.days.first), until_midnight(row.days.last)],
        }
    }

    /// The cells of `row`, under `USAGE_COLUMNS`: days as words, as the documented files write them.
    #[must_use]
    pub fn cells<'a>(&'a self, row: &'a UsageRow) -> [Cell<'a>; 40] {
        self.with_days(row, self.days.each_ref().map(|day| Cell::Text(day.as_str())))
    }

    /// The same with days that a spreadsheet knows for days.
    #[must_use]
    pub fn typed_cells<'a>(&'a self, row: &'a UsageRow) -> [Cell<'a>; 40] {
        self.with_days(row, [row.days.first, row.days.last].map(Cell::Day))
    }

    fn with_days<'a>(&'a self, row: &'a UsageRow, [first, last]: [Cell<'a>; 2]) -> [Cell<'a>; 40] {
        fn words(text: &str) -> Cell<'_> {
            Cell::text(Some(text).filter(|text| !text.is_empty()))
        }
        let (meter, money) = (&row.meter, row.money);
        let [partner, subscription, customer] = &self.accounts;
        let [pretax_rate, posttax_rate] =
            row.rates.map(|rate| rate.map_or(Cell::Empty, Cell::Money));
        [
            Cell::Id(row.partner),
            Cell::Text(&row.partner_name),
            Cell::Text(partner),
            Cell::Text(&row.customer_name),
            digits(&row.mpn_id),
            digits(&row.reseller),
            Cell::Text(&row.invoice_number),
            first,
            last,
            Cell::Text(subscription),
            Cell::Text(row.nickname.as_deref().unwrap_or(&row.offer_name)),
            Cell::Text(&row.offer_name),
            Cell::Text(&self.order),
            words(&meter.service_name),
            words(&meter.service_type),
            words(&meter.resource_guid),
            words(&meter.resource_name),
            Cell::Text(REGION),
            words(&meter.sku),
            Cell::Count(row.item),
            Cell::Quantity(row.consumed),
            Cell::Quantity(row.included),
            Cell::Quantity(row.consumed.beyond(row.included)),
            Cell::UnitPrice(row.list_price),
            Cell::Money(money.amount),
            Cell::Money(money.tax),
            Cell::Money(money.total()),
            Cell::Text(CURRENCY),
            pretax_rate,
            posttax_rate,
            Cell::Text(row.charge_type.file_words()),
            Cell::Text(customer),
            // A row is what a meter has counted in a whole cycle, not on one day.
            Cell::Empty,
            words(&meter.metered_region),
            words(&meter.metered_service),
            words(&meter.metered_service_type),
            words(&meter.project),
            words(&meter.service_info),
            Cell::Id(row.customer),
            Cell::Text(&row.domain),
        ]
    }
}
