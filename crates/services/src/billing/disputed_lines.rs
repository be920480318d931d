//! Lines of both files of an invoice, as whoever disputes them sees them.

use std::collections::BTreeSet;

use domain::billing::{DisputeLineView, FileKind, LinePlace};
use domain::ids::{CustomerId, InvoiceId, OfferId, PartnerId};
use storage::Tx;
use storage::billing::disputes;
use storage::billing::lines::{self, StoredLine};
use storage::billing::usage::{self, StoredUsage};

use super::query::PAGE;
use super::usage_file::meter;
use crate::failure::{Result, Stored};
use crate::subscriptions::shelf::Shelf;

/// Reads lines of one invoice, and whether they are disputed.
pub(super) struct LineReader<'a> {
    tx: &'a mut Tx,
    partner: PartnerId,
    invoice: InvoiceId,
    shelf: &'a Shelf,
    taken: BTreeSet<LinePlace>,
}

impl<'a> LineReader<'a> {
    /// For the invoice `invoice` of `partner`; `shelf` knows the names of what is sold.
    pub(super) async fn new(
        tx: &'a mut Tx,
        shelf: &'a Shelf,
        (partner, invoice): (PartnerId, InvoiceId),
    ) -> Result<Self> {
        let taken = disputes::taken(tx, partner, invoice).await.stored()?;
        Ok(Self { tx, partner, invoice, shelf, taken: taken.into_iter().collect() })
    }

    /// A page of them behind `after`, of one customer if `customer` is one; and where the next page
    /// begins.
    pub(super) async fn page(
        &mut self,
        customer: Option<CustomerId>,
        after: LinePlace,
    ) -> Result<(Vec<DisputeLineView>, Option<LinePlace>)> {
        let (partner, invoice, most) = (self.partner, self.invoice, PAGE + 1);
        let mut found = Vec::new();
        let mut position = after.position;
        if after.file == FileKind::License {
            let which = lines::Which { after: position, customer, ..lines::Which::default() };
            for line in lines::page(self.tx, partner, invoice, &which, most).await.stored()? {
                found.push(self.license(line)?);
            }
            position = 0;
        }
        let left = most.saturating_sub(u32::try_from(found.len()).unwrap_or(most));
        if left > 0 {
            let which = usage::Which { after: position, customer, ..usage::Which::default() };
            for row in usage::page(self.tx, partner, invoice, &which, left).await.stored()? {
                found.push(self.usage(row)?);
            }
        }
        let more = found.len() > PAGE as usize;
        found.truncate(PAGE as usize);
        let next = found.last().map(|line| line.place).filter(|_| more);
        Ok((found, next))
    }

    /// Those at `places` that are there.
    pub(super) async fn at(&mut self, places: &[LinePlace]) -> Result<Vec<DisputeLineView>> {
        let (partner, invoice) = (self.partner, self.invoice);
        let mut found = Vec::with_capacity(places.len());
        for LinePlace { file, position } in places.iter().copied() {
            match file {
                FileKind::License => {
                    let line = lines::find(self.tx, partner, invoice, position).await.stored()?;
                    found.extend(line.map(|line| self.license(line)).transpose()?);
                }
                FileKind::Usage => {
                    let row = usage::find(self.tx, partner, invoice, position).await.stored()?;
                    found.extend(row.map(|row| self.usage(row)).transpose()?);
                }
            }
        }
        Ok(found)
    }

    fn license(&self, line: StoredLine) -> Result<DisputeLineView> {
        let place = LinePlace::license(line.position);
        Ok(DisputeLineView {
            place,
            customer_name: line.customer_name,
            name: self.name(line.offer, line.nickname)?,
            resource: None,
            charge_type: line.line.charge_type,
            days: line.line.days,
            total: line.line.money.total(),
            taken: self.taken.contains(&place),
        })
    }

    fn usage(&self, row: StoredUsage) -> Result<DisputeLineView> {
        let place = LinePlace::usage(row.position);
        Ok(DisputeLineView {
            place,
            customer_name: row.customer_name,
            name: self.name(row.offer, row.nickname)?,
            resource: Some(meter(&row.meter)?.resource_name).filter(|name| !name.is_empty()),
            charge_type: row.charge_type,
            days: row.days,
            total: row.money.total(),
            taken: self.taken.contains(&place),
        })
    }

    fn name(&self, offer: OfferId, nickname: Option<String>) -> Result<String> {
        nickname.map_or_else(|| self.shelf.get(offer).map(|known| known.name.clone()), Ok)
    }
}
