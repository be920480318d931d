//! What stands on an invoice: subscriptions, usage, what accepted disputes give back, being late.

use domain::billing::{
    self as engine, Amounts, BillingAccount, ChargeType, Dated, Days, FileKind, Line, LinePlace,
    Period, Sections, TooLarge, VatRate, finance_charge, recorded_history, started_months,
    usage_charge,
};
use domain::ids::{DisputeId, InvoiceId, PartnerId};
use domain::money::Money;
use domain::time::{Day, months_before};
use storage::Tx;
use storage::billing::disputes::{self, Accepted};
use storage::billing::histories::{self, Billed};
use storage::billing::lines::{self, StoredLine};
use storage::billing::payments;
use storage::billing::usage::{self, StoredUsage};

use super::{Fault, Halt};
use crate::failure::Stored;

/// Everything that is charged on one billing date, as it is written.
pub(super) struct Writing {
    pub(super) id: InvoiceId,
    pub(super) period: Period,
    pub(super) sections: Sections,
    pub(super) lines: u32,
    pub(super) usage_lines: u32,
    /// Disputes that this invoice settles.
    pub(super) settled: Vec<DisputeId>,
}

impl Writing {
    pub(super) fn of(id: InvoiceId, date: Day) -> Self {
        let (period, sections) = (Period::starting(date), Sections::default());
        Self { id, period, sections, lines: 0, usage_lines: 0, settled: Vec::new() }
    }

    /// From which day on and before which day what is charged can have happened.
    pub(super) fn bounds(&self) -> (Day, Day) {
        (self.period.previous().first(), self.period.first())
    }

    /// Adds up `line`; its place.
    fn count(&mut self, line: &Line) -> Result<u32, TooLarge> {
        self.sections.add(line.charge_type, &line.money)?;
        self.lines += 1;
        Ok(self.lines)
    }

    /// Adds up a row of usage; its place.
    fn count_usage(&mut self, charge: ChargeType, money: &Amounts) -> Result<u32, TooLarge> {
        self.sections.add(charge, money)?;
        self.usage_lines += 1;
        Ok(self.usage_lines)
    }
}

/// The lines of all subscriptions, page by page: what a partner has sold need not fit into memory.
pub(super) async fn charge_subscriptions(
    tx: &mut Tx,
    account: &BillingAccount,
    vat: &Dated<VatRate>,
    writing: &mut Writing,
) -> Result<(), Halt> {
    let bounds = writing.bounds();
    let mut after = None;
    loop {
        let (page, next) = histories::page(tx, account.partner, bounds, after).await.stored()?;
        let mut new = Vec::with_capacity(page.len());
        for billed in &page {
            charge(billed, vat, writing, &mut new)?;
        }
        lines::insert_many(tx, writing.id, &new).await.stored()?;
        if next.is_none() {
            return Ok(());
        }
        after = next;
    }
}

/// Appends the lines of `billed`.
pub(super) fn charge(
    billed: &Billed,
    vat: &Dated<VatRate>,
    writing: &mut Writing,
    to: &mut Vec<StoredLine>,
) -> Result<(), Halt> {
    for (line, ends_on) in lines_of(billed, writing.period, vat)? {
        to.push(StoredLine::of(billed, writing.count(&line)?, line, ends_on));
    }
    Ok(())
}

/// The lines of a subscription in `period`, as an invoice and an estimate have them, each with the end
/// of the term it stands in.
pub(in crate::billing) fn lines_of(
    billed: &Billed,
    period: Period,
    vat: &Dated<VatRate>,
) -> Result<Vec<(Line, Day)>, Fault> {
    // A trial costs nothing, and does not appear.
    if !billed.renews {
        return Ok(Vec::new());
    }
    let history = recorded_history(&billed.terms, &billed.events)
        .ok_or_else(|| Fault::History(billed.id.to_string()))?;
    let lines = engine::lines(&history, period, vat)?.into_iter();
    Ok(lines.map(|line| (line, history.terms.next_renewal(line.period.first()))).collect())
}

/// What meters have counted before the billing date, also of earlier periods if it came late.
pub(super) async fn charge_usage(
    tx: &mut Tx,
    account: &BillingAccount,
    vat: VatRate,
    writing: &mut Writing,
) -> Result<(), Halt> {
    // Taken before it is added up: what comes in meanwhile waits for the next invoice.
    usage::take(tx, account.partner, writing.period.first(), writing.id).await.stored()?;
    let mut used = usage::taken(tx, account.partner, writing.id).await.stored()?;
    for line in &mut used {
        let charge = usage_charge(line.consumed, line.included, line.list_price, vat)?;
        // The whole period of the use, not only the days on which the meter ran.
        let first = account.billing_day.period_of(line.days.first).first();
        let last = account.billing_day.period_of(line.days.last).last();
        line.days = Days { first, last };
        (line.vat, line.money) = (vat, charge.money);
        line.position = writing.count_usage(line.charge_type, &line.money)?;
    }
    usage::insert_many(tx, writing.id, &used).await.stored()?;
    Ok(())
}

/// What accepted disputes give back, line by line, each in the file in which it was charged.
pub(super) async fn give_back(
    tx: &mut Tx,
    partner: PartnerId,
    writing: &mut Writing,
) -> Result<(), Halt> {
    let mut new = GivenBack::default();
    for dispute in disputes::accepted(tx, partner).await.stored()? {
        give_back_one(tx, partner, &dispute, writing, &mut new).await?;
        writing.settled.push(dispute.id);
    }
    lines::insert_many(tx, writing.id, &new.lines).await.stored()?;
    usage::insert_many(tx, writing.id, &new.usage).await.stored()?;
    Ok(())
}

/// The lines of both files that give something back.
#[derive(Default)]
struct GivenBack {
    lines: Vec<StoredLine>,
    usage: Vec<StoredUsage>,
}

/// Spreads what `dispute` gives back over its lines; all of it, or nothing is issued.
async fn give_back_one(
    tx: &mut Tx,
    partner: PartnerId,
    dispute: &Accepted,
    writing: &mut Writing,
    to: &mut GivenBack,
) -> Result<(), Halt> {
    let mut left = dispute.amount;
    for LinePlace { file, position } in dispute.places.iter().copied() {
        let invoice = dispute.invoice;
        match file {
            FileKind::License => {
                let found = lines::find(tx, partner, invoice, position).await.stored()?;
                let Some(of) = found else { continue };
                let Some(part) = take(&mut left, of.line.money.total()) else { continue };
                let line = of.line.offset(part)?;
                let position = writing.count(&line)?;
                to.lines.push(StoredLine { position, line, dispute: Some(dispute.id), ..of });
            }
            FileKind::Usage => {
                let found = usage::find(tx, partner, invoice, position).await.stored()?;
                let Some(of) = found else { continue };
                let Some(part) = take(&mut left, of.money.total()) else { continue };
                let money = Amounts::giving_back(part, of.vat)?;
                let charge_type = ChargeType::OffsetLineItem;
                let position = writing.count_usage(charge_type, &money)?;
                let dispute = Some(dispute.id);
                to.usage.push(StoredUsage { position, charge_type, money, dispute, ..of });
            }
        }
    }
    if left > Money::ZERO {
        return Err(Halt::Fault(Fault::Dispute(dispute.id)));
    }
    Ok(())
}

/// Takes what a line that has cost `total` can give of what is `left`; nothing if there is nothing.
fn take(left: &mut Money, total: Money) -> Option<Money> {
    let part = (*left).min(total);
    (part > Money::ZERO).then(|| {
        *left = *left - part;
        part
    })
}

/// What being late with one invoice costs on this one.
pub(super) struct Lateness {
    pub(super) overdue: InvoiceId,
    pub(super) months: u32,
    pub(super) amount: Money,
}

/// What being late costs: for each started month up to the payment, or up to the day before `date`,
/// less what has been charged.
pub(super) async fn lateness(
    tx: &mut Tx,
    account: &BillingAccount,
    date: Day,
) -> Result<Vec<Lateness>, Halt> {
    let since = months_before(date, 1);
    let terms = account.finance_terms();
    let mut found = Vec::new();
    for late in payments::late(tx, account.partner, (since, date)).await.stored()? {
        let eve = date.pred_opt().unwrap_or(date);
        let until = late.paid_on.map_or(eve, |paid| paid.min(eve));
        let months = started_months(late.due_on, until);
        let cost = finance_charge(late.total, late.due_on, until, &terms)?;
        let amount = cost - late.charged;
        if months > late.months && amount > Money::ZERO {
            found.push(Lateness { overdue: late.invoice, months: months - late.months, amount });
        }
    }
    Ok(found)
}
