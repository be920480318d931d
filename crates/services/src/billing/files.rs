//! The license-based reconciliation file, fetched batch by batch.
//!
//! Source: domain book, "use-the-reconciliation-files".

use std::collections::HashMap;

use domain::access::Action;
use domain::billing::{
    InvoiceSummary, LicenceRow, from_midnight, platform_id, reseller_cell, until_midnight,
};
use domain::error::{Entity, Error};
use domain::ids::{InvoiceId, OfferId, PartnerId};
use domain::money::CURRENCY;
use storage::Tx;
use storage::billing::accounts;
use storage::billing::lines::{self, StoredLine, Which};
use tokio::task::JoinHandle;
use uuid::Uuid;

use super::query::with_files;
use crate::caller::Caller;
use crate::customers::whole;
use crate::export::Cell;
use crate::failure::{Result, Stored, report};
use crate::subscriptions::shelf::Shelf;

/// Rows fetched at once.
const BATCH: u32 = 2_000;

/// What all rows of a file have in common.
pub(super) struct Head {
    pub(super) partner: PartnerId,
    pub(super) partner_name: String,
    mpn_id: String,
    indirect: bool,
    offers: HashMap<OfferId, (Uuid, String)>,
}

impl Head {
    /// Of the invoice `id` of the caller's partner, with the transaction that reads its rows.
    pub(super) async fn open(caller: &Caller, id: InvoiceId) -> Result<(Tx, InvoiceSummary, Self)> {
        let grant = caller.authorize_reading(Action::ViewReconciliationFiles)?;
        let partner = grant.partner();
        let mut tx = grant.read().await?;
        let summary = with_files(&mut tx, partner, id).await?;
        let account = accounts::find(&mut tx, partner).await.stored()?;
        let account = account.ok_or(Error::NotFound { entity: Entity::Partner })?;
        // Names of offers are English in files, whoever reads them.
        let shelf = Shelf::load(&mut tx, grant.today(), "en").await?;
        let offers =
            shelf.all().iter().map(|known| (known.offer.id, (known.offer.sku, known.name.clone())));
        let head = Self {
            partner,
            partner_name: account.partner_name,
            mpn_id: account.mpn_id.unwrap_or_default(),
            indirect: account.indirect,
            offers: offers.collect(),
        };
        Ok((tx, summary, head))
    }

    /// The SKU and the English name of `offer`.
    pub(super) fn offer(&self, offer: OfferId) -> (Uuid, String) {
        self.offers.get(&offer).cloned().unwrap_or_default()
    }

    /// The partner's MPN ID, and that of the reseller of a line.
    pub(super) fn mpn_ids(&self, reseller: Option<&str>) -> (String, String) {
        (self.mpn_id.clone(), reseller_cell(self.indirect, &self.mpn_id, reseller))
    }
}

/// The rows of a license-based file.
pub struct LicenceFile {
    head: Head,
    invoice: InvoiceId,
    /// The invoice's number: the file is named after it.
    pub number: String,
    coming: Option<Coming>,
}

/// A batch that is read while the one before it is written, and the transaction it is read in. Of a
/// file that nobody reads to its end, one batch is read in vain.
type Coming = JoinHandle<storage::Result<(Tx, Vec<StoredLine>)>>;

/// The license-based file of the invoice `id` of the caller's partner.
///
/// # Errors
///
/// `Forbidden` without the right to see such files; `NotFound`, also for another partner's and for a
/// credit note, which has none.
pub async fn licence_file(caller: &Caller, id: InvoiceId) -> Result<LicenceFile> {
    let (tx, summary, head) = Head::open(caller, id).await?;
    let mut file = LicenceFile { head, invoice: id, number: summary.number, coming: None };
    file.read(tx, 0);
    Ok(file)
}

impl LicenceFile {
    /// The next rows; empty at the end.
    ///
    /// # Errors
    ///
    /// `Unavailable`.
    pub async fn next(&mut self) -> Result<Vec<LicenceRow>> {
        let Some(coming) = self.coming.take() else { return Ok(Vec::new()) };
        let (tx, page) = coming.await.map_err(|error| report(&error))?.stored()?;
        if let Some(last) = page.last().filter(|_| page.len() == BATCH as usize) {
            self.read(tx, last.position);
        }
        Ok(page.into_iter().map(|line| self.row(line)).collect())
    }

    /// Begins to read the rows behind `after`.
    fn read(&mut self, mut tx: Tx, after: u32) {
        let (partner, invoice) = (self.head.partner, self.invoice);
        self.coming = Some(tokio::spawn(async move {
            let which = Which { after, ..Which::default() };
            let page = lines::page(&mut tx, partner, invoice, &which, BATCH).await?;
            Ok((tx, page))
        }));
    }

    fn row(&self, line: StoredLine) -> LicenceRow {
        let (sku, offer_name) = self.head.offer(line.offer);
        let (mpn_id, reseller) = self.head.mpn_ids(line.reseller.as_deref());
        LicenceRow {
            partner: self.head.partner.into(),
            customer: line.customer.into(),
            order_number: line.order_number,
            subscription: line.subscription.into(),
            sku,
            offer: line.offer.into(),
            offer_name,
            starts_on: line.starts_on,
            ends_on: line.ends_on,
            line: line.line,
            customer_name: line.customer_name,
            mpn_id,
            reseller,
            domain: whole(&line.domain_prefix),
            nickname: line.nickname,
        }
    }
}

/// Digits as a number: an MPN ID, or nothing.
pub(super) fn digits(text: &str) -> Cell<'_> {
    text.parse().map_or_else(|_| Cell::text(Some(text).filter(|it| !it.is_empty())), Cell::Count)
}

/// The number of an order as people know it.
pub(super) fn order(number: i64) -> String {
    format!("ORD-{number:08}")
}

/// What of a row is written differently than it is kept.
pub struct Written {
    order: String,
    platform: String,
    days: [String; 4],
}

impl Written {
    /// Of `row`.
    #[must_use]
    pub fn of(row: &LicenceRow) -> Self {
        Self {
            order: order(row.order_number),
            platform: platform_id(row.subscription),
            days: [
                from_midnight(row.starts_on),
                from_midnight(row.ends_on),
                from_midnight(row.line.days.first),
                until_midnight(row.line.days.last),
            ],
        }
    }

    /// The cells of `row`, under `LICENCE_COLUMNS`: days as words, as the documented files write them.
    #[must_use]
    pub fn cells<'a>(&'a self, row: &'a LicenceRow) -> [Cell<'a>; 27] {
        self.with_days(row, self.days.each_ref().map(|day| Cell::Text(day.as_str())))
    }

    /// The same with days that a spreadsheet knows for days.
    #[must_use]
    pub fn typed_cells<'a>(&'a self, row: &'a LicenceRow) -> [Cell<'a>; 27] {
        let days = [row.starts_on, row.ends_on, row.line.days.first, row.line.days.last];
        self.with_days(row, days.map(Cell::Day))
    }

    fn with_days<'a>(&'a self, row: &'a LicenceRow, days: [Cell<'a>; 4]) -> [Cell<'a>; 27] {
        let money = row.line.money;
        let [starts, ends, first, last] = days;
        [
            Cell::Id(row.partner),
            Cell::Id(row.customer),
            Cell::Text(&self.order),
            Cell::Text(&self.platform),
            Cell::Id(row.subscription),
            Cell::Id(row.sku),
            Cell::Id(row.offer),
            Cell::Text(&row.offer_name),
            starts,
            ends,
            first,
            last,
            Cell::Text(row.line.charge_type.file_words()),
            Cell::UnitPrice(row.line.unit_price),
            Cell::Count(row.line.quantity.into()),
            Cell::Money(money.amount),
            Cell::Money(money.discount),
            Cell::Money(money.subtotal()),
            Cell::Money(money.tax),
            Cell::Money(money.total()),
            Cell::Text(CURRENCY),
            Cell::Text(&row.customer_name),
            digits(&row.mpn_id),
            digits(&row.reseller),
            Cell::Text(&row.domain),
            Cell::Text(row.nickname.as_deref().unwrap_or(&row.offer_name)),
            Cell::Text(&row.offer_name),
        ]
    }
}
