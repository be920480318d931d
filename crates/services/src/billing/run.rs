//! The monthly run: each partner on each of its billing dates, in one transaction, once.
//!
//! Source: domain book, "billing" (an invoice is produced at 06:00 on the billing date for the state
//! at 24:00 of the day before) and `billing-engine.md` 1 and 3.

use domain::billing::{
    BillingAccount, Dated, Days, InvoiceHeader, InvoiceKind, InvoiceSummary, Line, Party, Period,
    Proof, Sections, TooLarge, VatRate, append_lines, due_date, finance_charge, recorded_history,
    started_months, usage_charge,
};
use domain::error::{Entity, Error};
use domain::ids::{DisputeId, InvoiceId, PartnerId};
use domain::mails::NewMail;
use domain::money::Money;
use domain::time::{Day, months_after, months_before};
use storage::Tx;
use storage::billing::histories::{self, Billed};
use storage::billing::lines::{self, StoredLine};
use storage::billing::runs::{self, RunStatus};
use storage::billing::{accounts, disputes, invoices, payments, usage};

use super::clear::{clear, credit};
use crate::failure::{Result, Stored};
use crate::mails::queue;
use crate::system::System;
use crate::work::{Change, log_by_system};

/// What a run came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ran {
    /// Invoices issued.
    pub issued: u32,
    /// Billing dates without charges.
    pub without_charges: u32,
    /// Partners whose run is parked.
    pub parked: u32,
}

/// Why the run of one partner cannot be finished; the others go on.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Fault {
    /// An amount cannot be stored.
    TooLarge,
    /// A subscription has no history that can be billed.
    History(String),
    /// Lines, sections and files do not agree.
    Proof,
    /// A defect, to be found in the log by this reference.
    Defect(String),
}

impl Fault {
    fn reason(&self) -> String {
        match self {
            Self::TooLarge => "too-large".to_owned(),
            Self::History(subscription) => format!("history {subscription}"),
            Self::Proof => "proof".to_owned(),
            Self::Defect(reference) => format!("defect {reference}"),
        }
    }
}

/// What keeps a run from its end: a fault parks the partner, everything else is tried again.
enum Halt {
    Fault(Fault),
    Later(Error),
}

impl From<Error> for Halt {
    fn from(error: Error) -> Self {
        match error {
            Error::Internal { reference } => Self::Fault(Fault::Defect(reference)),
            later => Self::Later(later),
        }
    }
}

impl From<TooLarge> for Halt {
    fn from(_: TooLarge) -> Self {
        Self::Fault(Fault::TooLarge)
    }
}

/// Runs every billing date of every partner that is due up to `through`, and was not run yet: also
/// those that somebody should have run long ago.
///
/// # Errors
///
/// `Unavailable` if the database is: what has been issued stays issued, the rest follows at the
/// next call.
pub async fn run_all(system: &System, through: Day) -> Result<Ran> {
    let mut tx = system.store.read().await.stored()?;
    let partners = accounts::all(&mut tx).await.stored()?;
    drop(tx);
    let mut ran = Ran::default();
    for partner in partners {
        for date in due_dates(system, partner, through).await? {
            match run_one(system, partner, date).await? {
                None => {}
                Some(RunStatus::Issued) => ran.issued += 1,
                Some(RunStatus::NoCharges) => ran.without_charges += 1,
                Some(RunStatus::Parked) => {
                    // What follows builds on what is missing.
                    ran.parked += 1;
                    break;
                }
            }
        }
    }
    Ok(ran)
}

/// The billing dates of `partner` up to `through` that have not been run to their end.
///
/// # Errors
///
/// `Unavailable`.
pub async fn due_dates(system: &System, partner: PartnerId, through: Day) -> Result<Vec<Day>> {
    let mut tx = system.store.read().await.stored()?;
    let Some(account) = accounts::find(&mut tx, partner).await.stored()? else {
        return Ok(Vec::new());
    };
    let next = if let Some(last) = runs::last(&mut tx, partner).await.stored()? {
        Some(months_after(last, 1))
    } else {
        let first = histories::first_order(&mut tx, partner).await.stored()?;
        first.map(|day| account.billing_day.first_after(day))
    };
    let mut dates = Vec::new();
    let mut next = next.filter(|date| *date <= through);
    while let Some(date) = next {
        dates.push(date);
        next = Some(months_after(date, 1)).filter(|date| *date <= through);
    }
    Ok(dates)
}

/// Runs `date` of `partner`; `None` if somebody else has.
async fn run_one(system: &System, partner: PartnerId, date: Day) -> Result<Option<RunStatus>> {
    let mut tx = system.store.write().await.stored()?;
    accounts::lock(&mut tx, partner).await.stored()?;
    if !runs::claim(&mut tx, partner, date, system.now()).await.stored()? {
        return Ok(None);
    }
    match bill(&mut tx, system, partner, date).await {
        Ok(status) => {
            runs::conclude(&mut tx, partner, date, status, None).await.stored()?;
            tx.commit().await.stored()?;
            Ok(Some(status))
        }
        Err(Halt::Later(error)) => Err(error),
        Err(Halt::Fault(fault)) => {
            drop(tx);
            park(system, partner, date, &fault).await.map(Some)
        }
    }
}

/// Notes that the run waits for somebody to mend what is wrong. Nothing of it lasts but this.
async fn park(system: &System, partner: PartnerId, date: Day, fault: &Fault) -> Result<RunStatus> {
    let reason = fault.reason();
    tracing::error!(%partner, %date, reason, "the run of a partner is parked");
    let mut tx = system.store.write().await.stored()?;
    accounts::lock(&mut tx, partner).await.stored()?;
    if runs::claim(&mut tx, partner, date, system.now()).await.stored()? {
        let parked = RunStatus::Parked;
        runs::conclude(&mut tx, partner, date, parked, Some(&reason)).await.stored()?;
        tx.commit().await.stored()?;
    }
    Ok(RunStatus::Parked)
}

/// Everything that is charged on one billing date, as it is written.
struct Writing {
    id: InvoiceId,
    period: Period,
    sections: Sections,
    lines: u32,
    usage_lines: u32,
    /// Disputes that this invoice settles.
    settled: Vec<DisputeId>,
}

impl Writing {
    fn of(id: InvoiceId, date: Day) -> Self {
        let (period, sections) = (Period::starting(date), Sections::default());
        Self { id, period, sections, lines: 0, usage_lines: 0, settled: Vec::new() }
    }

    /// Adds up `line`; its place.
    fn count(&mut self, line: &Line) -> Result<u32, TooLarge> {
        self.sections.add(line.charge_type, &line.money)?;
        self.lines += 1;
        Ok(self.lines)
    }
}

async fn bill(
    tx: &mut Tx,
    system: &System,
    partner: PartnerId,
    date: Day,
) -> Result<RunStatus, Halt> {
    let account = accounts::find(tx, partner).await.stored()?;
    let account = account.ok_or(Error::NotFound { entity: Entity::Partner })?;
    let mut writing = Writing::of(InvoiceId::from(system.next_id()), date);
    charge_subscriptions(tx, &account, &system.policy.vat, &mut writing).await?;
    charge_usage(tx, &account, system.policy.vat.on(date), &mut writing).await?;
    give_back(tx, partner, &mut writing).await?;
    let late = lateness(tx, &account, date).await?;
    let finance: Money = late.iter().map(|late| late.amount).sum();
    if writing.lines == 0 && writing.usage_lines == 0 && finance == Money::ZERO {
        return Ok(RunStatus::NoCharges);
    }
    let summary = summary(tx, system, &account, &writing, finance).await?;
    invoices::insert(tx, partner, &summary, &header(&account)).await.stored()?;
    for late in late {
        let on = (late.overdue, summary.id);
        payments::insert_finance_charge(tx, on, late.months, late.amount).await.stored()?;
    }
    usage::mark_billed(tx, partner, date, summary.id).await.stored()?;
    for dispute in &writing.settled {
        disputes::settled_on(tx, partner, *dispute, summary.id).await.stored()?;
    }
    prove(tx, partner, &summary).await?;
    clear(tx, system, partner, date).await?;
    tell(tx, system, &account, &summary).await?;
    Ok(RunStatus::Issued)
}

/// The lines of all subscriptions, page by page: what a partner has sold need not fit into memory.
async fn charge_subscriptions(
    tx: &mut Tx,
    account: &BillingAccount,
    vat: &Dated<VatRate>,
    writing: &mut Writing,
) -> Result<(), Halt> {
    let bounds = (writing.period.previous().first(), writing.period.first());
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

fn charge(
    billed: &Billed,
    vat: &Dated<VatRate>,
    writing: &mut Writing,
    to: &mut Vec<StoredLine>,
) -> Result<(), Halt> {
    // A trial costs nothing, and does not appear.
    if !billed.renews {
        return Ok(());
    }
    let history = recorded_history(&billed.terms, &billed.events)
        .ok_or_else(|| Halt::Fault(Fault::History(billed.id.to_string())))?;
    let mut charged = Vec::new();
    append_lines(&history, writing.period, vat, &mut charged)?;
    for line in charged {
        let ends_on = history.terms.next_renewal(line.period.first());
        to.push(StoredLine::of(billed, writing.count(&line)?, line, ends_on));
    }
    Ok(())
}

/// What meters have counted before the billing date, also of earlier periods if it came late.
async fn charge_usage(
    tx: &mut Tx,
    account: &BillingAccount,
    vat: VatRate,
    writing: &mut Writing,
) -> Result<(), Halt> {
    let date = writing.period.first();
    let mut used = usage::unbilled(tx, account.partner, date).await.stored()?;
    for (line, position) in used.iter_mut().zip(1..) {
        let charge = usage_charge(line.consumed, line.included, line.list_price, vat)?;
        // The whole period of the use, not only the days on which the meter ran.
        let first = account.billing_day.period_of(line.days.first).first();
        let last = account.billing_day.period_of(line.days.last).last();
        line.days = Days { first, last };
        (line.position, line.vat, line.money) = (position, vat, charge.money);
        writing.sections.add(line.charge_type, &line.money)?;
        writing.usage_lines = position;
    }
    usage::insert_many(tx, writing.id, &used).await.stored()?;
    Ok(())
}

/// What accepted disputes give back, line by line.
async fn give_back(tx: &mut Tx, partner: PartnerId, writing: &mut Writing) -> Result<(), Halt> {
    let mut new = Vec::new();
    for dispute in disputes::accepted(tx, partner).await.stored()? {
        let mut left = dispute.amount;
        for position in dispute.positions {
            let found = lines::find(tx, partner, dispute.invoice, position).await.stored()?;
            let Some(of) = found else { continue };
            let part = left.min(of.line.money.total());
            if part <= Money::ZERO {
                continue;
            }
            left = left - part;
            let line = of.line.offset(part)?;
            let position = writing.count(&line)?;
            new.push(StoredLine { position, line, dispute: Some(dispute.id), ..of });
        }
        writing.settled.push(dispute.id);
    }
    lines::insert_many(tx, writing.id, &new).await.stored()?;
    Ok(())
}

/// What being late with one invoice costs on this one.
struct Lateness {
    overdue: InvoiceId,
    months: u32,
    amount: Money,
}

/// What being late costs: for each started month up to the payment, or up to the day before `date`,
/// less what has been charged.
async fn lateness(tx: &mut Tx, account: &BillingAccount, date: Day) -> Result<Vec<Lateness>, Halt> {
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

async fn summary(
    tx: &mut Tx,
    system: &System,
    account: &BillingAccount,
    writing: &Writing,
    finance_charge: Money,
) -> Result<InvoiceSummary, Halt> {
    let date = writing.period.first();
    let unpaid = invoices::unpaid(tx, account.partner).await.stored()?;
    let owed: Money = unpaid.iter().map(InvoiceSummary::left).sum();
    let previous_balance = owed - credit(tx, account.partner).await?;
    let between = (months_before(date, 1), date.pred_opt().unwrap_or(date));
    let paid = payments::received(tx, account.partner, between).await.stored()?;
    let month = date.format("%Y%m").to_string();
    let number = runs::next_number(tx, &month).await.stored()?;
    let payable = writing.sections.total.checked_add(finance_charge).ok_or(TooLarge)?;
    Ok(InvoiceSummary {
        id: writing.id,
        number: format!("CN-{month}-{number:06}"),
        kind: InvoiceKind::Invoice,
        corrects: None,
        billing_date: date,
        period: writing.period.days(),
        issued_at: system.now(),
        due_on: due_date(date, account.payment_days),
        sections: writing.sections,
        previous_balance,
        payments: paid,
        finance_charge,
        payable,
        paid: Money::ZERO,
        // There is nothing to pay, or something to be paid back.
        paid_on: (payable <= Money::ZERO).then_some(date),
        lines: writing.lines,
        usage_lines: writing.usage_lines,
        version: 1,
    })
}

fn header(account: &BillingAccount) -> InvoiceHeader {
    InvoiceHeader {
        customer_number: account.mpn_id.clone().unwrap_or_default(),
        bill_to: account.bill_to.clone(),
        sold_to: Party { name: account.partner_name.clone(), ..account.bill_to.clone() },
        contact: account.contact.clone(),
        po_number: account.po_number.clone(),
        payment_days: account.payment_days,
    }
}

/// Adds up the rows as they are stored: an invoice that does not agree with its files is not issued.
async fn prove(tx: &mut Tx, partner: PartnerId, summary: &InvoiceSummary) -> Result<(), Halt> {
    let (computed, total) = lines::sections(tx, partner, summary.id).await.stored()?;
    if Proof::of(&summary.sections, &computed, total).holds() {
        Ok(())
    } else {
        Err(Halt::Fault(Fault::Proof))
    }
}

/// Writes the log and the mail to the one person who gets invoices.
async fn tell(
    tx: &mut Tx,
    system: &System,
    account: &BillingAccount,
    summary: &InvoiceSummary,
) -> Result<()> {
    let change = Change {
        kind: "invoice-issued",
        subject: summary.number.clone(),
        customer: None,
        before: None,
        after: Some(summary.payable.to_string()),
    };
    log_by_system(tx, account.partner.into(), system.now(), change).await?;
    let mail = NewMail {
        tenant: account.partner.into(),
        kind: "invoice-issued".to_owned(),
        language: account.mail_language,
        address: account.contact_email.clone(),
        arguments: vec![
            ("number".to_owned(), summary.number.clone()),
            ("amount".to_owned(), summary.payable.to_string()),
            ("day".to_owned(), summary.due_on.to_string()),
        ],
    };
    queue(tx, system, mail).await
}
